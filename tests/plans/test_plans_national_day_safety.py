"""P2, national-day-safety: everything its seed counts is there as structure."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from luoshi.diagnostics import Severity
from luoshi.driver.check import check_file
from luoshi.model import Index, Obligation, Plan
from luoshi.source import DiskWorld

PLAN_FILE = Path(__file__).resolve().parents[2] / "plans" / "national-day-safety.yaml"


@pytest.fixture(scope="module")
def index() -> Index:
    checked = check_file(DiskWorld(date(2026, 9, 1)), PLAN_FILE)
    assert checked.read is not None
    return checked.read.index


@pytest.fixture(scope="module")
def plan(index: Index) -> Plan:
    return index.plan


def duty(index: Index, name: str) -> Obligation:
    (found,) = [o for o in index.duties if o.id == name]
    return found


def test_it_compiles_clean_under_the_standard_profile() -> None:
    checked = check_file(DiskWorld(date(2026, 9, 1)), PLAN_FILE, "standard")
    open_findings = [
        (found.code, found.about)
        for found in checked.findings
        if found.waived is None and found.level in (Severity.ERROR, Severity.WARNING)
    ]
    assert open_findings == []
    assert checked.plan is not None


def test_the_leading_group_is_declared_and_left_empty(plan: Plan) -> None:
    group = plan.organization.leading_group
    assert group.name == "National Day Safety Leading Group"
    assert group.members == group.heads == group.deputies == ()


def test_the_office_sits_in_the_safety_section_under_its_chief(plan: Plan) -> None:
    office = plan.organization.leading_group.office
    assert office.seat == "safety-section"
    assert [(h.unit, h.post) for h in office.heads] == [("safety-section", "chief")]
    assert len(office.duties) == 4  # organize, coordinate, guide, put together


def test_every_school_sets_up_its_own_body_with_a_liaison(plan: Plan) -> None:
    assert [g.units for g in plan.organization.own_groups] == [("schools",)]
    (liaison,) = plan.organization.leading_group.liaisons
    assert (liaison.units, liaison.count) == (("schools",), 1)


def test_no_labor_is_divided_and_nine_outside_bodies_have_no_duty(plan: Plan, index: Index) -> None:
    assert plan.division_of_labor == ()
    outside = [unit.id for unit in plan.units if unit.kind == "external"]
    assert len(outside) == 9
    assert [name for name in outside if index.by_unit.get(name)] == []


def test_six_main_points_and_eight_other_tasks(plan: Plan) -> None:
    titles = {task.id: [item.title for item in task.items] for task in plan.tasks}
    assert titles["b"] == [
        "Crowding and stampedes come first",
        "Pupils on the road",
        "No drowning",
        "No mass food poisoning, no epidemic",
        "No violence around schools or inside them",
        "Safety inspections that find dangers in time",
    ]
    assert titles["d"] == [
        "Staff in key posts",
        "Dangerous buildings",
        "School buses",
        "Controlled knives",
        "Fire",
        "Laboratory chemicals",
        "Large events",
        "Duty roster",
    ]


def test_four_subheads_of_the_tasks_and_three_requirements(plan: Plan) -> None:
    assert [task.id for task in plan.tasks] == ["a", "b", "c", "d"]
    assert [measure.id for measure in plan.measures] == ["r1", "r2", "r3"]


def test_duties_under_the_main_points_fall_on_the_schools(index: Index) -> None:
    owners = {o.unit for d in index.duties if d.works for o in d.owners if d.works[0].id == "b"}
    assert owners == {"schools", "class-teachers", "teachers", "parents"}
    schools = index.by_unit["schools"]
    assert sum(o.kind == "duty" for o, _ in schools) > len(index.duties) * 0.8


def test_the_principal_is_the_first_person_responsible(index: Index) -> None:
    assert [o.unit for o in duty(index, "c-2").owners] == ["principals"]


def test_the_weekly_report_is_due_on_fridays_before_three(index: Index) -> None:
    record = duty(index, "r3-2").record
    assert record.by.text("en") == "every Friday before 15:00"
    assert record.report.receivers == ("safety-section",)
    assert record.starting is None
    assert record.until is None


def test_bought_food_is_checked_daily_and_phones_stay_on_day_and_night(index: Index) -> None:
    assert duty(index, "b-4-4").record.when.text("en") == "every day"
    standing = duty(index, "r3-1").record
    assert standing.kind == "standing"
    assert standing.when.text("en") == "24 hours a day"


def test_regularly_is_kept_six_times_without_a_period(index: Index) -> None:
    vague = [o.id for o in index.duties if getattr(o.record.when, "word", "") == "regularly"]
    assert len(vague) == 6


def test_prohibitions_and_triggers_are_told_apart(index: Index) -> None:
    kinds = Counter(o.record.kind for o in index.duties)
    assert kinds["prohibition"] == 3
    assert kinds["trigger"] == 6
    assert kinds["standing"] == 1


def test_patients_are_reported_to_two_receivers(index: Index) -> None:
    report = duty(index, "b-4-9").record.report
    assert report.receivers == ("disease-control", "local-governments")


def test_letters_bind_parents_and_every_level_of_the_school(plan: Plan, index: Index) -> None:
    assert [(t.giver, t.taker, t.for_each) for t in plan.letters] == [
        ("schools", "parents", "schools"),
        ("schools", "departments", "schools"),
        ("schools", "class-teachers", "schools"),
        ("schools", "teachers", "schools"),
    ]
    assert all(index.by_unit.get(tier.taker) for tier in plan.letters)


def test_the_period_is_an_event_without_a_year(plan: Plan, index: Index) -> None:
    assert "National Day" in plan.period.event
    assert index.bounds == (None, None)


def test_there_are_no_phases_meetings_vetoes_or_targets(plan: Plan) -> None:
    assert plan.schedule is None
    assert plan.organization.joint_meetings == ()
    assert plan.assessment.veto == ()
    assert plan.objectives == ()


def test_no_document_is_cited_only_meetings(plan: Plan) -> None:
    assert {c.kind for c in plan.cites} == {"meeting"}


def test_no_duty_is_without_owner(index: Index) -> None:
    assert [o.id for o in index.duties if not o.owners] == []


def test_sections_are_printed_in_the_order_of_the_original(plan: Plan) -> None:
    assert [entry.section or entry.title for entry in plan.outline] == [
        "preamble",
        "guiding_ideology",
        "organization",
        "Main tasks",
        "measures",
    ]
    tasks = [(part.section, [p.section for p in part.parts]) for part in plan.outline[3].parts]
    assert tasks == [("a", []), ("b", []), ("c", ["letters", "assessment"]), ("d", [])]
