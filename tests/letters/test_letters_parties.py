"""Who gets a letter, and which duties stand in it: each party's own, all of them, and no other."""

from __future__ import annotations

from typing import Any

import pytest

from luoshi.letters import Letter
from small_plans import base, duties_by_taker, letters_of

_DUTY = {"id": "x1", "text": "清点钥匙"}
_OWNED = {**_DUTY, "owners": ["教务"]}


def _only(**fields: Any) -> dict[str, Any]:
    """A plan where nothing is owned but by the office, and what the test adds."""
    return base(
        division_of_labor=[{"owners": ["校办"], "duties": [{"id": "a1", "text": "统筹"}]}], **fields
    )


def _letter(found: tuple[Letter, ...], name: str) -> Letter:
    return next(letter for letter in found if letter.taker.name == name)


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"tasks": [{"title": "钥匙", "duties": [_OWNED]}]}, id="duty of a task"),
        pytest.param({"tasks": [{"title": "钥匙", "owners": ["教务"], "duties": [_DUTY]}]}, id="task's owner"),
        pytest.param(
            {"tasks": [{"title": "钥匙", "owners": ["教务"], "items": [{"title": "清点", "duties": [_DUTY]}]}]},
            id="owner of a task two levels up",
        ),
        pytest.param({"tasks": [{"title": "清点钥匙", "owners": ["教务"]}]}, id="task without duties"),
        pytest.param({"measures": [{"title": "钥匙", "duties": [_OWNED]}]}, id="measure"),
        pytest.param({"campaigns": [{"title": "钥匙", "duties": [_OWNED]}]}, id="campaign"),
        pytest.param(
            {"tasks": [{"title": "大", "campaigns": [{"title": "钥匙", "duties": [_OWNED]}]}]},
            id="campaign within a task",
        ),
        pytest.param({"schedule": {"phases": [{"title": "一", "duties": [_OWNED]}]}}, id="phase"),
        pytest.param({"schedule": {"dates": [{**_OWNED, "by": "2026-10-01"}]}}, id="date"),
        pytest.param(
            {"organization": {"leading_group": {"name": "组", "office": {"seat": "教务", "duties": [_DUTY]}}}},
            id="seat of the office",
        ),
        pytest.param(
            {"organization": {"leading_group": {"name": "组", "lead": "教务", "duties": [_DUTY]}}},
            id="lead of the group",
        ),
        pytest.param(
            {"organization": {"teams": [{"name": "专班", "lead": "教务", "duties": [_DUTY]}]}}, id="lead of a team"
        ),
        pytest.param(
            {"organization": {"joint_meetings": [{"name": "清点钥匙", "convener": "教务"}]}},
            id="convener of a meeting",
        ),
        pytest.param(
            {"reports": [{"title": "清点钥匙", "from": ["教务"], "to": ["校办"]}]}, id="sender of a report"
        ),
    ],
)  # fmt: skip
def test_an_owner_gets_the_duty_wherever_it_stands(fields: dict[str, Any]) -> None:
    found = duties_by_taker(letters_of(_only(**fields)))
    assert found == {"校长办公室": ["统筹"], "教务处": ["清点钥匙"]}


def test_a_phase_and_a_month_are_dates_of_the_letter_and_not_duties() -> None:
    plan = base(
        schedule={
            "phases": [
                {"title": "动员", "owners": ["教务"], "from": "2026-09-01", "to": "2026-09-30"}
            ],
            "months": [{"months": "9", "owners": ["总务"], "items": [{"text": "开学检查"}]}],
        }
    )
    found = letters_of(plan)
    assert [b.obligation.text for b in _letter(found, "教务处").arranged] == ["动员"]
    assert [b.obligation.text for b in _letter(found, "总务处").arranged] == ["开学检查"]
    assert duties_by_taker(found)["教务处"] == ["安排安全教育课"]


def test_a_unit_with_dates_alone_gets_no_letter() -> None:
    plan = _only(
        schedule={"months": [{"months": "9", "items": [{"text": "检查", "owners": ["教务"]}]}]}
    )
    assert [letter.taker.name for letter in letters_of(plan)] == ["校长办公室"]


def test_a_joint_duty_stands_in_each_letter_with_the_others_named() -> None:
    plan = _only(tasks=[{"title": "钥匙", "duties": [{**_DUTY, "owners": ["教务", "总务"]}]}])
    found = letters_of(plan)
    assert duties_by_taker(found)["教务处"] == duties_by_taker(found)["总务处"] == ["清点钥匙"]
    (mine,) = _letter(found, "教务处").duties
    assert (mine.role, mine.leads, mine.helpers) == ("joint", ("总务处",), ())


def test_a_helper_is_told_who_leads_and_the_lead_who_helps() -> None:
    owners = [{"unit": "教务", "role": "lead"}, {"unit": "总务", "role": "assist"}]
    found = letters_of(_only(tasks=[{"title": "钥匙", "duties": [{**_DUTY, "owners": owners}]}]))
    (lead,), (helper,) = _letter(found, "教务处").duties, _letter(found, "总务处").duties
    assert (lead.role, lead.leads, lead.helpers) == ("lead", (), ("总务处",))
    assert (helper.role, helper.leads, helper.helpers) == ("assist", ("教务处",), ())


def test_member_units_are_all_members_of_the_leading_group() -> None:
    plan = _only(
        organization={"leading_group": {"name": "组", "lead": "校办", "members": ["教务", "总务"]}},
        tasks=[{"title": "钥匙", "duties": [{**_DUTY, "owners": ["成员单位"]}]}],
    )
    found = duties_by_taker(letters_of(plan))
    assert {name: set(texts) for name, texts in found.items()} == {
        "校长办公室": {"统筹", "清点钥匙"},
        "教务处": {"清点钥匙"},
        "总务处": {"清点钥匙"},
    }


def test_the_title_of_a_task_is_no_duty_where_its_owners_go_to_the_duties_below() -> None:
    parts = [{"title": "甲", "duties": [{"id": "p1", "text": "一"}, {"id": "p2", "text": "二"}]}]
    plan = _only(tasks=[{"title": "大任务", "owners": ["教务"], "items": parts}])
    assert duties_by_taker(letters_of(plan))["教务处"] == ["一", "二"]


# --- classes, rosters, units that act together --------------------------------------------------


def _with_class(**unit: Any) -> dict[str, Any]:
    units = [*base()["units"], {"id": "班", "name": "各班", "kind": "class", **unit}]
    return _only(units=units, tasks=[{"title": "钥匙", "duties": [{**_DUTY, "owners": ["班"]}]}])


def test_a_class_with_a_roster_gives_one_letter_a_name() -> None:
    found = letters_of(_with_class(roster=["一班", "二班", "三班"]))
    own = [letter for letter in found if letter.taker.unit and letter.taker.unit.id == "班"]
    assert [letter.taker.name for letter in own] == ["一班", "二班", "三班"]
    assert not any(letter.taker.is_form for letter in own)
    assert {tuple(b.obligation.text for b in letter.duties) for letter in own} == {("清点钥匙",)}


def test_a_class_without_a_roster_gives_one_form_with_a_blank_name() -> None:
    (form,) = (letter for letter in letters_of(_with_class()) if letter.taker.is_form)
    assert form.taker.name == ""
    assert form.taker.unit is not None
    assert form.taker.unit.name == "各班"


def test_two_people_of_one_name_get_a_letter_each() -> None:
    found = letters_of(_with_class(roster=["张伟", "张伟", "李娜"]))
    keys = [letter.key for letter in found]
    assert len([key for key in keys if "张伟" in key]) == 2
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("名册.csv", "名称,人数\n一班,40\n二班,38\n"),
        ("名册.csv", "一班\n二班\n"),
        ("名册.csv", "\ufeff序号,班级\r\n1,一班\r\n2,二班\r\n"),
        ("名册.yaml", "- 一班\n- 二班\n"),
    ],
)
def test_a_roster_is_read_from_its_file(file: str, content: str) -> None:
    found = letters_of(_with_class(roster_file=file), {file: content})
    assert [letter.taker.name for letter in found if letter.key.startswith("班")] == [
        "一班",
        "二班",
    ]


def _together(**fields: Any) -> dict[str, Any]:
    units = [*base()["units"], {"id": "两处", "name": "两处联合", "consists_of": ["教务", "总务"]}]
    return _only(
        units=units, tasks=[{"title": "钥匙", "duties": [{**_DUTY, "owners": ["两处"]}]}], **fields
    )


def test_units_that_act_only_together_are_bound_each() -> None:
    found = letters_of(_together())
    assert duties_by_taker(found) == {
        "校长办公室": ["统筹"],
        "教务处": ["清点钥匙"],
        "总务处": ["清点钥匙"],
    }
    (mine,) = _letter(found, "教务处").duties
    assert mine.leads == ("总务处",), "the other part is named, not the pair it is half of"


# --- tiers --------------------------------------------------------------------------------------


def test_without_a_tier_the_issuing_organ_is_the_other_side() -> None:
    assert _letter(letters_of(base()), "教务处").giver.name == "校长办公室"
    assert _letter(letters_of(base()), "教务处").giver.signer == "张三"


def test_the_issuing_organ_signs_with_the_leading_group() -> None:
    plan = base(organization={"leading_group": {"name": "安全领导小组", "lead": "校办"}})
    assert _letter(letters_of(plan), "校长办公室").giver.name == "安全领导小组"


def test_the_issuing_organ_alone_signs_with_a_blank() -> None:
    assert _letter(letters_of(base()), "校长办公室").giver.name == ""


def test_two_issuing_organs_sign_with_each_other() -> None:
    issue = {"organs": ["校办", "教务"], "to": ["各处室"], "date": "2026-08-28"}
    found = letters_of(base(issue=issue))
    assert _letter(found, "校长办公室").giver.name == "教务处"
    assert _letter(found, "教务处").giver.name == "校长办公室"


def test_a_tier_names_both_sides_and_gives_a_letter_even_without_duties() -> None:
    plan = _only(
        letters=[
            {"id": "t", "from": "教务", "to": "总务", "from_signs": "王五", "to_signs": "赵六"}
        ]
    )
    letter = _letter(letters_of(plan), "总务处")
    assert (letter.giver.name, letter.giver.signer, letter.taker.signer) == (
        "教务处",
        "王五",
        "赵六",
    )
    assert letter.duties == ()


def test_two_tiers_to_one_unit_are_two_letters() -> None:
    plan = base(
        letters=[
            {"id": "t1", "from": "校办", "to": "总务"},
            {"id": "t2", "from": "教务", "to": "总务"},
        ]
    )
    own = [letter for letter in letters_of(plan) if letter.taker.name == "总务处"]
    assert [letter.giver.name for letter in own] == ["校长办公室", "教务处"]
    assert len({letter.key for letter in own}) == 2


def test_a_tier_to_the_member_units_reaches_each_of_them() -> None:
    plan = _only(
        organization={"leading_group": {"name": "组", "lead": "校办", "members": ["教务", "总务"]}},
        letters=[{"id": "t", "from": "校办", "to": "成员单位", "title": "成员单位责任书"}],
    )
    titles = {x.taker.name: x.tier.title if x.tier else "" for x in letters_of(plan)}
    assert titles["教务处"] == titles["总务处"] == "成员单位责任书"


def test_the_signer_is_the_head_else_the_first_post() -> None:
    people = [
        {"name": "钱七", "unit": "教务", "post": "教务主任"},
        {"name": "孙八", "unit": "教务", "post": "干事"},
    ]
    assert _letter(letters_of(base(people=people)), "教务处").taker.signer == "教务主任钱七"
    assert _letter(letters_of(base(people=people)), "校长办公室").taker.signer == "张三"


def test_the_order_of_units_is_the_order_of_letters() -> None:
    units = list(reversed(base()["units"]))
    assert [x.taker.name for x in letters_of(base(units=units))] == [
        "总务处",
        "教务处",
        "校长办公室",
    ]
