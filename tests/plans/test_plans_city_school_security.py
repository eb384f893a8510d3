"""P1, city-school-security: everything its seed counts is there as structure."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from luoshi.diagnostics import Severity
from luoshi.driver.check import check_file
from luoshi.model import Index, Plan
from luoshi.source import DiskWorld

PLAN_FILE = Path(__file__).resolve().parents[2] / "plans" / "city-school-security.yaml"
GROUP = (
    "comprehensive", "education", "public-security", "justice", "safety", "culture", "health",
    "industry", "construction", "urban-management", "planning", "communications", "transport",
    "youth-league",
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    checked = check_file(DiskWorld(date(2026, 9, 1)), PLAN_FILE)
    assert checked.read is not None
    return checked.read.index


@pytest.fixture(scope="module")
def plan(index: Index) -> Plan:
    return index.plan


def duty_owners(plan: Plan) -> Counter[str]:
    return Counter(
        owner.unit
        for division in plan.division_of_labor
        for owner in division.owners
        for _ in division.duties
    )


def test_it_compiles_clean_under_the_standard_profile() -> None:
    checked = check_file(DiskWorld(date(2026, 9, 1)), PLAN_FILE, "standard")
    open_findings = [
        (found.code, found.about)
        for found in checked.findings
        if found.waived is None and found.level in (Severity.ERROR, Severity.WARNING)
    ]
    assert open_findings == []
    assert checked.plan is not None


def test_fourteen_bodies_form_the_headless_group(plan: Plan, index: Index) -> None:
    group = plan.organization.leading_group
    assert group.members == GROUP
    assert len(GROUP) == 14
    assert group.heads == group.deputies == ()
    assert [index.unit(name).id for name in index.members] == list(GROUP)


def test_the_office_sits_in_education_and_is_coordinated_by_comprehensive_management(
    plan: Plan,
) -> None:
    office = plan.organization.leading_group.office
    assert office.seat == "education"
    assert [d.owners[0].unit for d in office.duties] == ["education", "comprehensive"]


def test_thirteen_paragraphs_divide_the_labor_among_fifteen_actors(plan: Plan) -> None:
    assert len(plan.division_of_labor) == 13
    actors = [owner.unit for part in plan.division_of_labor for owner in part.owners]
    assert len(actors) == len(set(actors)) == 15
    assert set(actors) == {*GROUP, "towns"}


@pytest.mark.parametrize(
    ("actor", "duties"),
    [
        ("towns", 4),
        ("comprehensive", 1),
        ("education", 9),
        ("public-security", 6),
        ("justice", 4),
        ("safety", 4),
        ("culture", 2),
        ("health", 2),
        ("industry", 2),
        ("construction", 4),
        ("planning", 4),
        ("urban-management", 4),
        ("communications", 2),
        ("transport", 2),
        ("youth-league", 3),
    ],
)
def test_each_actor_has_its_duties(plan: Plan, actor: str, duties: int) -> None:
    assert duty_owners(plan)[actor] == duties


def test_the_joint_duties_are_counted_once_and_reach_all_three(index: Index) -> None:
    joint = [o for o in index.duties if o.place == "division" and o.id.startswith("building-")]
    assert len(joint) == 4
    for unit in ("construction", "planning", "urban-management"):
        own = [(o.id, role) for o, role in index.by_unit[unit] if o.id.startswith("building-")]
        assert own == [
            ("building-1", "joint"),
            ("building-2", "joint"),
            ("building-3", "assist"),  # “cooperate with relevant departments”
            ("building-4", "joint"),
        ]


@pytest.mark.parametrize(
    ("duty", "lead", "helper"),
    [
        ("justice-1", ["education"], "justice"),
        ("safety-1", ["education"], "safety"),
        ("communications-2", [], "communications"),
    ],
)
def test_helpers_are_told_from_leads(index: Index, duty: str, lead: list[str], helper: str) -> None:
    (found,) = [o for o in index.duties if o.id == duty]
    assert [o.unit for o in found.owners if o.role == "lead"] == lead
    assert [o.unit for o in found.owners if o.role == "assist"] == [helper]


def test_five_tasks_and_four_campaigns_with_actors_of_their_own(plan: Plan) -> None:
    assert [task.id for task in plan.tasks] == ["t1", "t2", "t3", "t4", "t5"]
    campaigns = [c for measure in plan.measures for c in measure.campaigns]
    assert {c.title: {o.unit for o in c.owners} for c in campaigns} == {
        "Traffic in front of urban schools": {
            "education",
            "public-security",
            "transport",
            "urban-management",
        },
        "Internet cafes and illegal publications": {"education", "culture", "industry"},
        "Food hygiene and safety around the campus": {"education", "health", "industry"},
        "Rented households around schools": {"public-security", "education"},
    }


def test_legal_education_goes_three_ways(plan: Plan) -> None:
    (education,) = [m for m in plan.measures if m.id == "m3"]
    assert len(education.items) == 3


def test_nine_stages_keep_their_order_and_have_no_date(plan: Plan) -> None:
    phases = plan.schedule.phases
    assert [phase.title for phase in phases] == [
        "Mobilization and deployment",
        "Self-inspection and rectification",
        "Review by townships and departments",
        "Spot checks by the city",
        "Summary and rectification",
        "Review and spot checks",
        "Second round of self-inspection and rectification",
        "Second round of acceptance, with acceptance of the year's work",
        "Summary of the year's work",
    ]
    assert all(phase.start is None and phase.end is None for phase in phases)


def test_stages_five_seven_and_eight_are_a_heading_only(plan: Plan) -> None:
    bare = [
        number
        for number, phase in enumerate(plan.schedule.phases, 1)
        if not phase.text and not phase.duties
    ]
    assert bare == [5, 7, 8]


def test_no_year_is_made_up(index: Index) -> None:
    assert index.bounds == (None, None)
    assert index.issued_on is None


def test_joint_meetings_are_two_a_year(plan: Plan) -> None:
    (meeting,) = plan.organization.joint_meetings
    assert (meeting.at_least.count, meeting.at_least.unit) == (2, "year")


def test_food_safety_is_reported_monthly_from_schools_to_education(index: Index) -> None:
    (duty,) = [o.record for o in index.duties if o.id == "education-4"]
    assert (duty.report.senders, duty.report.receivers) == (("schools",), ("education",))
    assert (duty.report.when.count, duty.report.when.unit) == (1, "month")


def test_reports_go_to_the_office_and_out_of_it(plan: Plan, index: Index) -> None:
    (own,) = plan.reports
    assert (own.senders, own.receivers) == (("group-office",), ())
    assert own.when.text("en") == "regularly or irregularly"
    (review,) = [o.record for o in index.duties if o.id == "p3-report"]
    assert review.report.receivers == ("group-office",)
    assert review.report.by is None


def test_letters_run_from_education_to_schools_and_on_inside_them(plan: Plan) -> None:
    parties = [(tier.giver, tier.taker, tier.for_each) for tier in plan.letters]
    assert parties == [
        ("education", "schools", ""),
        ("schools", "school-departments", "schools"),
        ("schools", "school-offices", "schools"),
        ("schools", "school-classes", "schools"),
        ("schools", "school-groups", "schools"),
    ]
    assert all(tier.signed_on is None for tier in plan.letters)


def test_everyone_who_signs_a_letter_has_duties(plan: Plan, index: Index) -> None:
    assert all(index.by_unit.get(tier.taker) for tier in plan.letters)


def test_one_vote_vetoes_and_the_year_ends_in_commendation(plan: Plan) -> None:
    assessment = plan.assessment
    assert len(assessment.veto) == 1
    assert len(assessment.sanctions) == 2
    assert len(assessment.rewards) == 1
    assert assessment.feeds == "counts in the yearly comprehensive evaluation of education"


def test_four_laws_and_one_congress_are_cited(plan: Plan) -> None:
    assert Counter(c.kind for c in plan.cites) == {"law": 4, "meeting": 1}


def test_members_townships_and_schools_set_up_groups_of_their_own(plan: Plan) -> None:
    own = [group.units for group in plan.organization.own_groups]
    assert own == [("member units", "towns"), ("member units",), ("schools",)]


def test_there_is_no_numeric_target(plan: Plan) -> None:
    assert [o for o in plan.objectives if o.target] == []
    assert plan.assessment.bands == plan.assessment.quotas == ()


def test_what_waits_for_an_event_is_told_from_what_is_forbidden(index: Index) -> None:
    kinds = Counter(o.record.kind for o in index.duties)
    assert kinds["prohibition"] == 1
    assert kinds["trigger"] == 13
    assert all(bool(o.record.trigger) == (o.record.kind == "trigger") for o in index.duties)


def test_no_duty_is_without_owner(index: Index) -> None:
    assert [o.id for o in index.duties if not o.owners] == []


def test_sections_are_printed_in_the_order_of_the_original(plan: Plan) -> None:
    assert [entry.section or entry.title for entry in plan.outline] == [
        "preamble",
        "guiding_ideology",
        "organization",
        "tasks",
        "schedule",
        "division_of_labor",
        "Work measures",
    ]
    assert [(part.section, [p.section for p in part.parts]) for part in plan.outline[-1].parts] == [
        ("m1", ["letters", "assessment"]),
        ("m2", []),
        ("m3", []),
        ("m4", ["reports"]),
    ]
