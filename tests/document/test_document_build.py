"""Texts of a plan reach the page as they were written, whatever they look like."""

from __future__ import annotations

from random import Random  # noqa: TID251 - the order is hypothesis's to choose
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from luoshi.document.build import Builder
from luoshi.document.tree import SignatureBlock
from small_plans import base, builder_of, checked, words, world_of

_LOOKS = [
    "{{ 7*7 }}", "{% include 'x' %}", "{# 注 #}", "**粗**", "*斜*", "_下_", "`码`", "# 一", "## 二", "- 项", "+ 项",
    "1. 项", "12) 项", "> 引", "| 甲 | 乙 |", "---", "===", "***", "```", "~~~", ":::", "::: head", ":: side", "<b>粗</b>", "<!-- 注 -->",
    "&amp;", "&#20;", "[链](http://x)", "![图](x)", "[x]: y", "http://例.cn", "<http://x.cn>", "a\\b", "\\", "\\\\*", "a|b", "名: 值", "label: 甲",
    "$x$", "^上^", "==亮==", "~删~", "http://a_b_c.cn/*", "第1.项", "A. 项", "（一）", "2026. 9. 1", "%s %(x)s {0} {x}", "é\u0301", "😀", "\u3000", "a　b",
]  # fmt: skip


def _notice(plan: dict[str, Any]) -> str:
    builder = builder_of(world_of(plan))
    document = builder.notice()
    assert document is not None, [dict(f.args) for f in builder.faults]
    return words(document)


def _with(text: str) -> dict[str, Any]:
    units = [{"id": "校办", "name": f"甲{text}乙"}, *base()["units"][1:]]
    duties = [
        {
            "owners": ["校办"],
            "duties": [{"id": "a1", "text": f"{text}丙"}, {"id": "b1", "text": f"丁{text}戊"}],
        }
    ]
    return base(
        title=f"己{text}庚",
        units=units,
        division_of_labor=[*duties, *base()["division_of_labor"][1:]],
        tasks=[{"title": f"{text}辛", "owners": ["校办"]}],
        slogans=[{"name": f"{text}壬"}],
        cites=[{"title": f"{text}癸"}],
    )


def _expected(text: str) -> list[str]:
    marks = (
        f"甲{text}乙",
        f"{text}丙",
        f"丁{text}戊",
        f"己{text}庚",
        f"{text}辛",
        f"{text}壬",
        f"{text}癸",
    )
    return [mark.strip() for mark in marks]


@pytest.mark.parametrize("text", _LOOKS)
def test_a_text_that_looks_like_markup_is_printed_as_it_is(text: str) -> None:
    notice = _notice(_with(text))
    for expected in _expected(text):
        assert expected in notice


_PRINTED = st.text(
    st.one_of(
        st.sampled_from("*_`#>-+=|~<>&[](){}\\:!.0123456789 %$^\"'/@ab　安全，。、"),
        st.characters(categories=("L", "N", "P", "S")),
    ),
    min_size=1,
    max_size=20,
).map(lambda text: " ".join(text.split(" ")).strip())


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(_PRINTED.filter(bool))
@example("\\\\`*_{}[]<>|#~&")
def test_any_text_is_printed_as_it_is(text: str) -> None:
    notice = _notice(_with(text))
    for expected in _expected(text):
        assert expected in notice


@pytest.mark.parametrize("text", _LOOKS)
def test_a_signature_block_holds_names_as_they_are(text: str) -> None:
    name = f"甲{text}乙"
    units = [{"id": "校办", "name": name, "head": f"{text}丙"}, *base()["units"][1:]]
    builder = builder_of(world_of(base(units=units)))
    sides = [
        side
        for _, document in builder.letters()
        for block in document.blocks
        if isinstance(block, SignatureBlock)
        for side in block.sides
    ]
    assert len(sides) == 6
    signer = f"{text}丙".strip()
    assert any(side.name == name and side.signer.startswith(signer) for side in sides)


def test_free_text_is_markdown() -> None:
    notice = _notice(base(preamble="第一段，**重点**。\n\n第二段。"))
    assert "第一段，重点。\n第二段。" in notice


def _shuffled(value: Any, order: Random) -> Any:
    if isinstance(value, dict):
        pairs = [(key, _shuffled(item, order)) for key, item in value.items()]
        order.shuffle(pairs)
        return dict(pairs)
    return [_shuffled(item, order) for item in value] if isinstance(value, list) else value


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_keys_in_an_entry_means_nothing(order: Random) -> None:
    plan = base(
        slogans=[{"name": "三防", "count": 2, "items": ["人防", "物防"]}],
        organization={"leading_group": {"name": "组", "lead": "校办", "members": ["教务", "总务"]}},
    )
    assert _documents(_shuffled(plan, order)) == _documents(plan)


def _documents(plan: dict[str, Any]) -> list[object]:
    builder = builder_of(world_of(plan))
    return [builder.notice(), *(document for _, document in builder.letters())]


# --- letters ------------------------------------------------------------------------------------


def _letters(plan: dict[str, Any]) -> dict[str, str]:
    world = world_of(plan)
    builder = Builder.of(checked(world), world)
    found = {letter.key: words(document) for letter, document in builder.letters()}
    assert not builder.faults
    return found


def test_a_letter_holds_its_partys_duties_and_no_others() -> None:
    found = _letters(base())
    assert "安排安全教育课" in found["教务"]
    assert "检查消防器材" not in found["教务"]


def test_parents_sign_without_veto() -> None:
    units = [*base()["units"], {"id": "家长", "name": "学生家长", "kind": "class"}]
    veto = [{"on": "发生责任事故", "text": "取消评优"}]
    plan = base(
        units=units,
        assessment={"veto": veto},
        division_of_labor=[
            *base()["division_of_labor"],
            {"owners": ["家长"], "duties": [{"id": "p", "text": "接送孩子"}]},
        ],
    )
    found = _letters(plan)
    assert "取消评优" in found["教务"]
    assert "接送孩子" in found["家长"]
    assert "取消评优" not in found["家长"]


def test_a_sanction_for_one_unit_stands_in_its_letter_alone() -> None:
    plan = base(assessment={"sanctions": [{"on": "漏检", "units": ["总务"], "text": "通报批评"}]})
    found = _letters(plan)
    assert "通报批评" in found["总务"]
    assert "通报批评" not in found["教务"]


@pytest.mark.parametrize(
    ("language", "region"), [("zh-Hans", "CN"), ("zh-Hant", "TW"), ("en", "CN")]
)
def test_every_language_makes_its_notice_and_letters(language: str, region: str) -> None:
    plan = base(language=language, region=region)
    assert "安排安全教育课" in _notice(plan)
    found = _letters(plan)
    assert set(found) == {"校办", "教务", "总务"}
    assert "安排安全教育课" in found["教务"]


def test_the_fingerprint_knows_a_changed_duty_and_not_a_moved_comment() -> None:
    one, other = base(), base(division_of_labor=[*base()["division_of_labor"][:2]])
    assert builder_of(world_of(one)).revision == builder_of(world_of(dict(one))).revision
    assert (
        builder_of(world_of(one)).digest
        != Builder.of(checked(world_of(other)), world_of(other)).digest
    )
