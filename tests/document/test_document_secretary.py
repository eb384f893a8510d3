"""What a secretary would strike out: lone numbers, leads without helpers, times said stiffly."""

from __future__ import annotations

import pytest

from luoshi.backends.markdown import emit_markdown
from luoshi.document.markdown import read_blocks
from luoshi.document.tree import Head, Heading, Paragraph, SignatureBlock, SignatureSide
from small_plans import base, builder_of, words, world_of

LEAD_HELP = [{"unit": "教务", "role": "lead"}, {"unit": "总务", "role": "assist"}]
BOTH = [{"unit": "教务", "role": "joint"}, {"unit": "总务", "role": "joint"}]
FORM = {"to": ["校办"], "form": "排查表"}


def notice(**fields: object) -> str:
    """The words of a notice, as Markdown without its escapes."""
    found = builder_of(world_of(base(**fields))).notice()
    assert found is not None
    return emit_markdown(found).replace("\\", "")


def duty(text: str, **fields: object) -> str:
    """The paragraph of one duty in a task of its own."""
    record = {"id": "d1", "text": text, "owners": ["教务"], **fields}
    found = notice(tasks=[{"id": "t1", "title": "演练", "duties": [record]}])
    return next(line for line in found.split("\n") if text in line)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "组织演练。（教务处负责）"),
        ({"owners": LEAD_HELP}, "组织演练。（教务处牵头，总务处配合）"),
        ({"owners": BOTH}, "组织演练。（教务处、总务处联合负责）"),
        ({"when": "定期"}, "组织演练（定期）。（教务处负责）"),
        ({"when": "24小时"}, "组织演练（24小时）。（教务处负责）"),
        ({"trigger": "发生火情"}, "发生火情的，组织演练。（教务处负责）"),
        ({"trigger": "发生火情时"}, "发生火情时，组织演练。（教务处负责）"),
        (
            {"report": FORM, "when": "定期"},
            "组织演练，定期报送校长办公室，使用《排查表》。（教务处负责）",
        ),
        (
            {"report": FORM, "by": "2026-11-30"},
            "组织演练，2026年11月30日前报送校长办公室，使用《排查表》。（教务处负责）",
        ),
        (
            {"report": FORM, "at_least": "1/month"},
            "组织演练，每月至少1次，报送校长办公室，使用《排查表》。（教务处负责）",
        ),
    ],
)
def test_one_duty_is_one_good_sentence_without_a_number(
    fields: dict[str, object], expected: str
) -> None:
    assert duty("组织演练", **fields) == expected


def test_a_source_that_the_duty_names_is_not_said_twice() -> None:
    cites = [{"id": "c1", "title": "八条措施"}, {"id": "c2", "title": "校车条例"}]
    record = {"id": "d1", "text": "执行八条措施", "owners": ["教务"], "cites": ["c1", "c2"]}
    found = notice(cites=cites, tasks=[{"id": "t1", "title": "措施", "duties": [record]}])
    assert "执行八条措施。（依据《校车条例》）（教务处负责）" in found


def test_a_heading_after_a_list_of_its_level_goes_on_counting() -> None:
    blocks = read_blocks("## 一\n\n1. 甲\n\n1. 乙\n\n#### 丙\n\n1. 丁\n\n#### 戊", "zh-Hans")
    numbers = [b.number for b in blocks if isinstance(b, Heading | Paragraph) and b.number]
    assert numbers == ["一、", "1.", "2.", "3.", "（1）", "4."]


def test_a_line_end_beside_an_english_quotation_is_a_space() -> None:
    (paragraph,) = read_blocks("the rule\n“first”\nholds", "en")
    assert isinstance(paragraph, Paragraph)
    assert "".join(getattr(i, "text", "") for i in paragraph.children) == "the rule “first” holds"


def test_the_marks_of_joint_organs_stand_below_each_other() -> None:
    issue = {
        "organs": ["校办", "教务"],
        "to": ["各处室"],
        "date": "2026-08-28",
        "number": "校发〔2026〕1号",
    }
    found = builder_of(world_of(base(issue=issue))).notice()
    assert found is not None
    assert [b.mark for b in found.blocks if isinstance(b, Head)] == ["校长办公室\n教务处"]


def test_aims_and_principles_end_as_sentences() -> None:
    found = notice(
        objectives=[{"id": "o1", "text": "不发生事故"}], principles=["属地管理", "谁主管、谁负责。"]
    )
    assert "\n不发生事故。\n" in found
    assert "\n属地管理。\n" in found
    assert "\n谁主管、谁负责。\n" in found


def sides(language: str = "zh-Hans", **unit: object) -> tuple[SignatureSide, str]:
    """The taker's side and the words of the letter to one more unit."""
    duty = {"id": "d9", "text": "x", "owners": ["那方"]}
    plan = base(
        language=language,
        units=[*base()["units"], {"id": "那方", **unit}],
        tasks=[{"id": "t9", "title": "y", "duties": [duty]}],
    )
    for letter, document in builder_of(world_of(plan)).letters():
        if letter.taker.unit is not None and letter.taker.unit.id == "那方":
            block = next(b for b in document.blocks if isinstance(b, SignatureBlock))
            return block.sides[1], words(document)
    raise AssertionError("no letter")


@pytest.mark.parametrize(
    ("unit", "label", "signer", "sealed"),
    [
        ({"name": "保卫处"}, "责任单位", "负责人签字", True),
        ({"name": "保卫处", "head": "处长"}, "责任单位", "处长签字", True),
        ({"name": "法治副校长", "kind": "post"}, "责任人", "法治副校长签字", False),
        ({"name": "班主任", "kind": "class"}, "责任人", "班主任签字", False),
        ({"name": "各学校", "kind": "class"}, "责任单位", "负责人签字", True),
        ({"name": "各班", "kind": "class", "head": "班主任"}, "责任单位", "班主任签字", False),
    ],
)
def test_people_sign_for_themselves_and_offices_by_their_head(
    unit: dict[str, object], label: str, signer: str, sealed: bool
) -> None:
    side, _ = sides(**unit)
    assert (side.label, side.signer, bool(side.seal)) == (label, signer, sealed)


def test_a_parents_letter_asks_for_the_pupil() -> None:
    _, said = sides(name="家长", kind="class")
    assert "学生姓名" in said
    assert "与学生关系" in said


def english(**fields: object) -> str:
    """The words of an English notice with one task of one duty."""
    units = [{"id": "校办", "name": "School"}, {"id": "教务", "name": "Safety Office"}]
    record = {"id": "d1", "text": "Report the fire", "owners": ["教务"], **fields}
    tasks = [{"id": "t1", "title": "Fire", "duties": [record]}]
    return notice(language="en", units=units, tasks=tasks, division_of_labor=[])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "Report the fire. (responsible: Safety Office)"),
        ({"trigger": "A fire breaks out"}, "If a fire breaks out, report the fire."),
        ({"trigger": "fire", "text": "Safety Office reports"}, "If fire, Safety Office reports."),
        ({"when": "regularly"}, "Report the fire, regularly."),
        ({"owners": [{"unit": "教务", "role": "joint"}]}, "(jointly: Safety Office)"),
    ],
)
def test_english_conditions_and_owners_read_as_sentences(
    fields: dict[str, object], expected: str
) -> None:
    assert expected in english(**fields)


def test_taiwan_has_its_own_verbs_and_headings() -> None:
    found = notice(language="zh-Hant", region="TW", guiding_ideology="預防為主。")
    assert "一、期程" in found
    assert "二、目的" in found
    assert "檢送「校园安全工作方案」" in found
    assert "受文者：各处室" in found
    for mainland in ("印發", "牽頭", "貫徹", "指導思想"):
        assert mainland not in found
