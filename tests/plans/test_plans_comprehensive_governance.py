"""學校綜合治理.yaml says everything the school's plan says, in its order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from luoshi.dates import AtLeast, Vague, Yearly
from luoshi.diagnostics import Diagnostics, Severity
from luoshi.driver.check import check_file
from luoshi.model import Index, Plan, ReadPlan, read_plan
from luoshi.model.records import Duty
from luoshi.source import DiskWorld

_FILE = Path(__file__).parents[2] / "plans" / "學校綜合治理.yaml"
_WORLD = DiskWorld(date(2026, 9, 1))


@pytest.fixture(scope="module")
def read() -> ReadPlan:
    found = read_plan(_WORLD, _FILE, Diagnostics())
    assert found is not None
    return found


@pytest.fixture(scope="module")
def plan(read: ReadPlan) -> Plan:
    return read.plan


@pytest.fixture(scope="module")
def index(read: ReadPlan) -> Index:
    return read.index


def _duties(index: Index) -> dict[str, Duty]:
    return {d.id: d.record for d in index.duties if isinstance(d.record, Duty)}


def test_it_is_a_mainland_school_plan_in_traditional_chinese(plan: Plan) -> None:
    assert (plan.language, plan.region, plan.level, plan.kind) == (
        "zh-Hant",
        "CN",
        "school",
        "school_plan",
    )
    assert plan.period is not None
    assert plan.period.school_year is not None
    assert (plan.period.school_year.first_year, plan.period.school_year.last_year) == (2023, 2024)


def test_it_prints_four_sections_in_the_order_of_the_original(plan: Plan) -> None:
    assert [entry.section for entry in plan.outline] == ["指導思想", "工作目標", "工作原則", ""]
    measures = plan.outline[-1].parts
    assert [part.section for part in measures] == ["m1", "m2", "m3", "m4", "m5", "m6", "m7"]


def test_meeting_letters_and_accountability_stand_in_the_second_measure(plan: Plan) -> None:
    inside = {part.section: [p.section for p in part.parts] for part in plan.outline[-1].parts}
    assert inside.pop("m2") == ["組織領導", "責任書", "考核獎懲"]
    assert not any(inside.values())


def test_it_has_seven_measures_and_four_campaigns(plan: Plan) -> None:
    assert len(plan.measures) == 7
    assert [c.title for c in plan.measures[4].campaigns] == [
        "飲食衛生",
        "校舍設施",
        "消防",
        "交通安全",
    ]
    assert len(plan.measures[3].items) == 3
    assert [item.id for item in plan.measures[5].items] == [
        "m6-1",
        "m6-2",
        "m6-3",
        "m6-4",
        "m6-主題",
        "m6-文化",
    ]


@pytest.mark.parametrize(
    ("name", "count", "listed"),
    [("五有", 5, 5), ("四落實", 4, 4), ("三項制度", 3, 0), ("四個能力", 4, 0)],
)
def test_counted_slogans_keep_their_number(
    index: Index, name: str, count: int, listed: int
) -> None:
    slogans = {s.name: s for found in index.works for s in found.record.slogans}  # type: ignore[union-attr]
    assert slogans[name].count == count
    assert len(slogans[name].items) == listed


def test_there_are_no_other_slogans(index: Index) -> None:
    assert sum(len(found.record.slogans) for found in index.works) == 4  # type: ignore[union-attr]


def test_a_meeting_and_a_hazard_check_come_at_least_monthly(plan: Plan, index: Index) -> None:
    assert plan.organization is not None
    (meeting,) = plan.organization.joint_meetings
    (check,) = [duty for duty in _duties(index).values() if duty.at_least is not None]
    assert meeting.at_least == check.at_least == AtLeast(1, "month")


def test_the_head_of_school_carries_responsibility_and_the_deputy_directs(index: Index) -> None:
    standing = {
        key: [o.id for o, role in index.by_unit[key] if role == "lead" and o.kind == "duty"]
        for key in ("校長", "副校長")
    }
    assert "m2-1" in standing["校長"]
    assert "m2-2" in standing["副校長"]


def test_the_chain_from_school_to_pupils_is_a_chain_of_letters(plan: Plan, index: Index) -> None:
    chain = [(tier.giver, tier.taker) for tier in plan.letters if "包" in tier.id]
    assert chain == [("學校", "校長"), ("學校", "年級組"), ("年級組", "班主任"), ("班主任", "教師")]
    kinds = [index.unit_by_key[taker].kind for _, taker in chain]
    assert kinds == ["post", "class", "class", "class"]
    assert len(plan.letters) == 5


def test_six_outside_bodies_help_and_the_school_leads(index: Index) -> None:
    owners = _duties(index)["m4-3-1"].owners
    assert [owner.role for owner in owners] == ["lead"] + ["assist"] * 6


def test_the_law_day_has_a_day_and_the_named_days_have_none(index: Index) -> None:
    by_id = _duties(index)
    day = by_id["m6-11"].when
    assert day is not None
    assert index.date_of(day) == date(2023, 12, 4)  # type: ignore[arg-type]
    named = [d.when for d in by_id.values() if isinstance(d.when, Yearly)]
    assert [rule.name for rule in named] == [
        "安全教育日",
        "綜治宣傳月",
        "交通安全日",
        "愛路護路宣傳周",
    ]
    assert all(rule.on == () for rule in named)


def test_two_duties_stay_regular_without_a_period(index: Index) -> None:
    vague = [d.id for d in _duties(index).values() if d.when == Vague("定期")]
    assert vague == ["m4-3-1", "m5-3-6"]


def test_veto_accountability_and_an_emergency_duty_are_there(plan: Plan, index: Index) -> None:
    assert plan.assessment is not None
    assert len(plan.assessment.veto) == 1
    assert len(plan.assessment.sanctions) == 2
    assert [d.id for d in _duties(index).values() if d.trigger] == ["m7-3"]
    assert [d.id for d in _duties(index).values() if d.kind == "prohibition"] == ["m5-3-4"]


def test_every_duty_has_an_id_and_an_owner(index: Index) -> None:
    assert [d.text for d in index.duties if not d.id or not d.owners] == []
    assert len({d.id for d in index.duties}) == len(index.duties)


def test_it_checks_clean() -> None:
    checked = check_file(_WORLD, _FILE)
    assert checked.plan is not None
    assert [
        (f.code, f.about)
        for f in checked.findings
        if f.waived is None and f.level is not Severity.NOTE
    ] == []
