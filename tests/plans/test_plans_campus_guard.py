"""护校安园.yaml says everything the joint notice and its plan say, in their order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from luoshi.dates import AtLeast, MonthlyDays, TermPoints, Vague
from luoshi.diagnostics import Diagnostics, Severity
from luoshi.driver.check import check_file
from luoshi.model import Index, Plan, ReadPlan, read_plan
from luoshi.model.records import Duty
from luoshi.source import DiskWorld

_FILE = Path(__file__).parents[2] / "plans" / "护校安园.yaml"
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


def test_two_organs_issue_it_to_the_units_of_the_bureau(plan: Plan, index: Index) -> None:
    assert plan.issue is not None
    assert plan.issue.organs == ("市公安局", "市教育局")
    assert plan.issue.to == ("本局各单位",)
    assert index.issued_on == date(2012, 4, 24)
    assert plan.issue.number == ""


def test_it_runs_from_march_to_november_and_began_before_it_was_issued(index: Index) -> None:
    first, last = index.bounds
    assert (first, last) == (date(2012, 3, 1), date(2012, 11, 30))
    assert index.issued_on is not None
    assert first is not None
    assert first < index.issued_on


def test_it_prints_three_sections_and_five_measures(plan: Plan) -> None:
    assert [(e.section, e.title) for e in plan.outline] == [
        ("前言", ""),
        ("组织领导", ""),
        ("", "任务目标"),
        ("", "主要措施"),
    ]
    assert [part.section for part in plan.outline[-1].parts] == [m.id for m in plan.measures]
    assert len(plan.measures) == 5


def test_the_group_has_two_heads_an_office_and_liaisons(plan: Plan) -> None:
    assert plan.organization is not None
    group = plan.organization.leading_group
    assert group is not None
    assert [(h.name, h.unit) for h in group.heads] == [
        ("朱勤明", "市公安局"),
        ("陈付林", "市教育局"),
    ]
    assert group.office is not None
    assert group.office.seat == "治安大队"
    assert group.liaisons[0].units == ("派出所", "交警大队")


def test_every_member_has_a_duty(index: Index) -> None:
    assert set(index.members) == {"市公安局", "市教育局"}
    assert all(index.by_unit[key] for key in index.members)


def test_seven_documents_and_one_form_are_cited(plan: Plan) -> None:
    kinds = [cited.kind for cited in plan.cites]
    assert len(kinds) - kinds.count("form") == 7
    assert kinds.count("form") == 1
    assert [c.number for c in plan.cites if c.number] == ["平委办〔2010〕28号"]


def test_the_aims_count_three_two_and_two(plan: Plan) -> None:
    assert [(s.name, s.count, len(s.items)) for s in plan.slogans] == [
        ("三严防", 3, 3),
        ("二提升", 2, 2),
        ("二推进", 2, 2),
    ]


@pytest.mark.parametrize(
    ("duty", "least"),
    [
        ("d6", AtLeast(1, "month")),
        ("d22", AtLeast(2, "term")),
        ("d24", AtLeast(1, "term")),
    ],
)
def test_at_least_rules(index: Index, duty: str, least: AtLeast) -> None:
    assert _duties(index)[duty].at_least == least


def test_schools_are_checked_only_in_term(index: Index) -> None:
    assert _duties(index)["d6"].within == "学期"


@pytest.mark.parametrize(
    ("duty", "day"),
    [("d7", date(2012, 9, 23)), ("d13", date(2012, 7, 31)), ("d29", date(2012, 12, 3))],
)
def test_single_deadlines(index: Index, duty: str, day: date) -> None:
    assert index.date_of(_duties(index)[duty].by) == day  # type: ignore[arg-type]


def test_papers_are_due_twice_a_month_from_the_month_after_issue(index: Index) -> None:
    form, month = _duties(index)["d27"], _duties(index)["d28"]
    assert form.by == MonthlyDays((2, 17), deadline=True)
    assert month.by == MonthlyDays((2,), deadline=True)
    assert index.date_of(form.starting) == index.date_of(month.starting) == date(2012, 5, 2)


def test_the_list_of_schools_goes_to_both_bureaus(index: Index) -> None:
    report = _duties(index)["d7"].report
    assert report is not None
    assert report.receivers == ("市公安局", "市教育局")


def test_the_traffic_police_report_what_the_notice_asks_for(index: Index) -> None:
    duty = _duties(index)["d26"]
    assert [o.unit for o in duty.owners] == ["派出所", "交警大队"]
    assert duty.cites == ("嘉兴通知",)
    assert duty.report is not None
    assert duty.report.receivers == ("市公安局",)


def test_six_bodies_act_in_july_and_the_police_lead(index: Index) -> None:
    owners = _duties(index)["d13"].owners
    assert len(owners) == 6
    assert [o.unit for o in owners if o.role == "lead"] == ["市公安局"]
    assert {o.role for o in owners} == {"lead", "joint"}
    (campaign,) = [found for found in index.works if found.place == "campaign"]
    assert [d.id for d in index.duties if campaign.record in d.works] == ["d13"]


def test_bus_duties_are_joint_and_counted_once(index: Index) -> None:
    bus = [
        d for d in _duties(index).values() if {o.unit for o in d.owners} == {"交警大队", "交通局"}
    ]
    assert len(bus) == 5
    assert all(o.role == "joint" for d in bus for o in d.owners)


def test_the_full_inspection_stands_round_the_start_of_term(index: Index) -> None:
    assert _duties(index)["d3"].when == TermPoints(("start",))


def test_two_things_stay_regular_without_a_period(plan: Plan, index: Index) -> None:
    assert plan.organization is not None
    (meeting,) = plan.organization.joint_meetings
    assert meeting.when == Vague("定期")
    assert [d.id for d in _duties(index).values() if d.when == Vague("定期")] == ["d20"]


def test_there_are_no_letters_no_phases_and_no_veto(plan: Plan) -> None:
    assert (plan.letters, plan.schedule) == ((), None)
    assert plan.assessment is not None
    assert (plan.assessment.veto, plan.assessment.sanctions, plan.assessment.rewards) == (
        (),
        (),
        (),
    )


def test_rectification_counts_in_the_assessment_of_safe_campuses(plan: Plan) -> None:
    assert plan.assessment is not None
    assert "“平安校园”创建考核" in plan.assessment.text
    first = plan.outline[-1].parts[0]
    assert [part.section for part in first.parts] == ["考核奖惩"]


def test_the_one_inspection_and_what_follows_from_it_fall_on_both_bureaus(index: Index) -> None:
    for duty in ("d3", "d4"):
        assert [o.unit for o in _duties(index)[duty].owners] == ["市公安局", "市教育局"]


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
