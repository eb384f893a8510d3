"""中心學校綜治維穩.yaml says everything the central school's plan says, in its order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from luoshi.dates import AtLeast, Daily, RoundTheClock, TermPoints, Vague, Weekly
from luoshi.diagnostics import Diagnostics, Severity
from luoshi.driver.check import check_file
from luoshi.model import Index, Plan, ReadPlan, read_plan
from luoshi.model.records import Duty
from luoshi.source import DiskWorld

_FILE = Path(__file__).parents[2] / "plans" / "中心學校綜治維穩.yaml"
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


def test_it_is_a_mainland_plan_whose_year_is_still_a_placeholder(plan: Plan) -> None:
    assert (plan.language, plan.region, plan.level) == ("zh-Hant", "CN", "school")
    assert plan.period is not None
    assert plan.period.text == "20xx年度"
    assert (plan.period.start, plan.period.end, plan.period.school_year) == (None, None, None)


def test_it_prints_tasks_then_inspection_then_the_year(plan: Plan) -> None:
    assert [(e.section, [p.section for p in e.parts]) for e in plan.outline] == [
        ("前言", []),
        ("工作任務", []),
        ("", ["s1", "s2", "考核獎懲"]),
        ("進度安排", []),
    ]


def test_four_groups_of_tasks_have_six_four_three_and_three_items(plan: Plan) -> None:
    assert [len(task.items) for task in plan.tasks] == [6, 4, 3, 3]


def test_inspection_has_three_points(plan: Plan) -> None:
    assert plan.assessment is not None
    assert len(plan.measures) + len(plan.assessment.veto) == 3
    assert plan.assessment.by == ("中心學校",)
    assert plan.assessment.when == AtLeast(1, "term", exactly=True)
    assert "績效工資" in plan.assessment.feeds


def test_ten_entries_for_eleven_months_hold_twenty_nine_items(plan: Plan) -> None:
    assert plan.schedule is not None
    entries = plan.schedule.months
    assert [len(entry.items) for entry in entries] == [4, 4, 3, 2, 4, 3, 3, 2, 2, 2]
    assert [month for entry in entries for month in entry.months] == list(range(2, 13))
    assert entries[5].months == (7, 8)


def test_every_month_item_has_an_owner(index: Index) -> None:
    items = [found for found in index.obligations if found.kind == "month_item"]
    assert len(items) == 29
    assert [found.text for found in items if not found.owners] == []


def test_two_days_are_named_without_a_year(plan: Plan, index: Index) -> None:
    assert plan.schedule is not None
    dated = [item for entry in plan.schedule.months for item in entry.items if item.when]
    assert [item.id for item in dated] == ["m2-1", "m2-2"]
    assert [str(_month_day(item.when)) for item in dated] == ["(2, 5)", "(2, 8)"]
    assert [index.date_of(item.when) for item in dated] == [None, None]  # type: ignore[arg-type]


def _month_day(when: object) -> tuple[int, int]:
    day = when.day  # type: ignore[attr-defined]
    assert day.year is None
    return day.month, day.day


@pytest.mark.parametrize(
    ("duty", "rule"),
    [
        ("排查-學期", TermPoints(("start", "end"))),
        ("排查-節假日", Vague("節假日")),
        ("演練", TermPoints(("start", "middle"))),
        ("t3-3-1", Weekly((1,))),
        ("晨午檢", Daily()),
        ("檢查評比", AtLeast(1, "term", exactly=True)),
        ("t1-5-1", RoundTheClock()),
        ("t1-5-2", RoundTheClock()),
        ("t4-2-1", Vague("定期")),
        ("s1-2", Vague("定期")),
    ],
)
def test_recurrences_are_rules(index: Index, duty: str, rule: object) -> None:
    assert _duties(index)[duty].when == rule


def test_the_vice_principal_reports_at_least_once_a_term(index: Index) -> None:
    assert _duties(index)["專題報告"].at_least == AtLeast(1, "term")


def test_hazards_are_checked_monthly_and_the_list_falls_short(index: Index) -> None:
    assert _duties(index)["排查-每月"].at_least == AtLeast(1, "month")
    found = {f.rule.name: f for f in check_file(_WORLD, _FILE).findings}
    assert found["at-least-not-met"].waived is not None


def test_every_hazard_check_is_reported_in_writing_to_the_central_school(index: Index) -> None:
    reports = [_duties(index)[f"排查-{when}"].report for when in ("學期", "節假日", "每月")]
    assert [r.receivers for r in reports if r is not None] == [("中心學校",)] * 3


def test_the_month_list_is_tied_to_the_rules(plan: Plan) -> None:
    assert plan.schedule is not None
    ties = [
        (entry.months[0], duty)
        for entry in plan.schedule.months
        for item in entry.items
        for duty in item.fulfils
    ]
    assert [month for month, duty in ties if duty == "演練"] == [3, 4, 5, 10, 11]
    assert [month for month, duty in ties if duty == "排查-每月"] == [2]
    assert [month for month, duty in ties if duty == "專題報告"] == [3, 9]
    assert [month for month, duty in ties if duty == "檢查評比"] == [6, 12]


def test_counted_slogans_have_three_and_four_parts(index: Index) -> None:
    slogans = [s for found in index.works for s in found.record.slogans]  # type: ignore[union-attr]
    assert [(s.name, s.count, len(s.items)) for s in slogans] == [
        ("三防", 3, 3),
        ("一聽、二看、三摸、四處置", 4, 4),
    ]


def test_prohibitions_and_events_stay_off_the_calendar(index: Index) -> None:
    duties = _duties(index)
    assert [d.id for d in duties.values() if d.kind == "prohibition"] == ["t1-2-3", "t2-4-2"]
    events = [d for d in duties.values() if d.kind == "trigger"]
    assert [d.id for d in events] == ["排查-整改", "t1-4-3", "t2-2-5", "t2-3-1", "t3-2-2"]
    assert all(d.trigger and d.when is None for d in events)


def test_schools_only_help_the_snail_fever_office(index: Index) -> None:
    owners = _duties(index)["血防工作"].owners
    assert [(o.unit, o.role) for o in owners] == [("血防", "lead"), ("各校", "assist")]


def test_the_ministry_is_cited_with_its_year_open(plan: Plan) -> None:
    assert [c.title for c in plan.cites] == ["教育部20xx年工作要點"]


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
