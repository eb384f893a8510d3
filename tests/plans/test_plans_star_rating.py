"""P3, 星级平安学校: everything its seed counts is there as structure."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from luoshi.diagnostics import Severity
from luoshi.document.times import period_text
from luoshi.driver.check import check_file
from luoshi.model import Index, Plan
from luoshi.source import DiskWorld

PLAN_FILE = Path(__file__).resolve().parents[2] / "plans" / "星级平安学校.yaml"
MEMBERS = (
    "综治办", "公安", "司法", "住建", "交通", "文广新", "卫计", "工商", "团市委", "移动", "联通", "电信",
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    checked = check_file(DiskWorld(date(2026, 9, 1)), PLAN_FILE)
    assert checked.read is not None
    return checked.read.index


@pytest.fixture(scope="module")
def plan(index: Index) -> Plan:
    return index.plan


def roles(index: Index, name: str) -> dict[str, str]:
    (found,) = [o for o in index.duties if o.id == name]
    return {owner.unit: owner.role for owner in found.owners}


def test_it_compiles_clean_under_the_standard_profile() -> None:
    checked = check_file(DiskWorld(date(2026, 9, 1)), PLAN_FILE, "standard")
    open_findings = [
        (found.code, found.about)
        for found in checked.findings
        if found.waived is None and found.level in (Severity.ERROR, Severity.WARNING)
    ]
    assert open_findings == []
    assert checked.plan is not None


def test_twelve_members_under_the_lead_of_education(plan: Plan) -> None:
    group = plan.organization.leading_group
    assert group.lead == "教育"
    assert group.members == MEMBERS
    assert len(MEMBERS) == 12


def test_head_from_education_and_one_deputy_from_each_member(plan: Plan) -> None:
    group = plan.organization.leading_group
    assert [holder.unit for holder in group.heads] == ["教育"]
    assert tuple(holder.unit for holder in group.deputies) == MEMBERS


def test_one_liaison_from_each_member(plan: Plan) -> None:
    group = plan.organization.leading_group
    (liaison,) = group.liaisons
    assert (liaison.units, liaison.count) == (MEMBERS, 1)
    assert group.office.seat == "教育"


def test_twelve_paragraphs_for_fourteen_actors_and_44_duties(plan: Plan) -> None:
    parts = plan.division_of_labor
    actors = [owner.unit for part in parts for owner in part.owners]
    assert len(parts) == 12
    assert len(actors) == len(set(actors)) == 14
    assert sum(len(part.duties) for part in parts) == 44


@pytest.mark.parametrize(
    ("actor", "duties"),
    [
        ("教育", 5),
        ("综治办", 5),
        ("公安", 6),
        ("司法", 4),
        ("住建", 1),
        ("交通", 4),
        ("文广新", 3),
        ("卫计", 5),
        ("工商", 4),
        ("食药监", 2),
        ("团市委", 2),
        ("移动", 3),
        ("联通", 3),
        ("电信", 3),
    ],
)
def test_each_actor_has_its_duties(plan: Plan, actor: str, duties: int) -> None:
    (part,) = [p for p in plan.division_of_labor if actor in {o.unit for o in p.owners}]
    assert len(part.duties) == duties


def test_joint_duties_are_counted_once_and_reach_all_three_companies(index: Index) -> None:
    division = [o for o in index.duties if o.place == "division"]
    assert len(division) == len({o.id for o in division}) == 44
    for company in ("移动", "联通", "电信"):
        own = [o.id for o, _ in index.by_unit[company] if o.place == "division"]
        assert own == ["d-通信-1", "d-通信-2", "d-通信-3"]


def test_food_and_drug_has_duties_but_no_seat_in_the_group(index: Index) -> None:
    assert "食药监" not in index.members
    assert index.by_unit["食药监"]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("d-公安-5", {"教育": "lead", "交通": "joint", "公安": "assist"}),
        ("d-工商-2", {"工商": "assist"}),
        (
            "d-通信-2",
            {"教育": "lead", "移动": "assist", "联通": "assist", "电信": "assist"},
        ),
        ("d-通信-3", {"移动": "assist", "联通": "assist", "电信": "assist"}),
        ("d-通信-1", {"移动": "joint", "联通": "joint", "电信": "joint"}),
    ],
)
def test_helpers_are_told_from_leads(index: Index, name: str, wanted: dict[str, str]) -> None:
    assert roles(index, name) == wanted


def test_six_tasks_each_served(plan: Plan, index: Index) -> None:
    assert [task.id for task in plan.tasks] == ["t1", "t2", "t3", "t4", "t5", "t6"]
    served = Counter(name for o in index.duties for name in o.record.serves)
    assert all(served[task.id] for task in plan.tasks)


def test_score_bands_meet_and_leave_only_the_hole_of_the_original(plan: Plan) -> None:
    bands = plan.assessment.bands
    edges = [
        (band.at_least and band.at_least.value, band.below and band.below.value) for band in bands
    ]
    assert edges == [
        (Decimal(90), None),
        (Decimal(85), Decimal(90)),
        (Decimal(80), Decimal(85)),
        (None, Decimal(70)),
    ]
    assert plan.assessment.total.value == 100


@pytest.mark.parametrize(
    ("year", "cap", "split"),
    [
        (1, 30, {"三星": 5, "二星": 10, "一星": 15}),
        (2, 45, {"三星": 10, "二星": 15, "一星": 20}),
        (3, 60, {"三星": 15, "二星": 20, "一星": 25}),
    ],
)
def test_quotas_of_three_years_sum_to_their_caps(
    plan: Plan, year: int, cap: int, split: dict[str, int]
) -> None:
    (quota,) = [q for q in plan.assessment.quotas if q.year == year]
    assert quota.at_most.percent
    assert quota.at_most.value == cap == sum(split.values())
    assert {name: share.value for name, share in quota.split} == split
    assert quota.base == "参评总数"


def test_target_of_90_percent_in_three_years(plan: Plan) -> None:
    (objective,) = [o for o in plan.objectives if o.target]
    assert (objective.target.value.value, objective.target.value.percent) == (90, True)
    assert plan.period.years == 3


def test_years_stay_open(plan: Plan, index: Index) -> None:
    assert index.bounds == (None, None)
    assert period_text(plan.period, plan) == "xxxx年6月至xxxx年12月"


def test_one_document_is_cited_with_its_number_open(plan: Plan) -> None:
    (cited,) = plan.cites
    assert cited.number == "xx综委〔xxxx〕x号"


def test_the_limit_of_200_metres(index: Index) -> None:
    limits = [(o.record.limit, o.record.kind) for o in index.duties if o.record.limit]
    assert limits == [("200米", "prohibition")]


def test_the_team_inspects_once_a_year(plan: Plan, index: Index) -> None:
    (team,) = plan.organization.teams
    assert team.name == "联合检查组"
    for found in (*team.duties, plan.assessment.rewards[0]):
        assert (found.when.count, found.when.unit) == (1, "year")
    owners = {key for o in index.duties if o.id == "联检-1" for _, key in index.owner_keys(o)}
    assert owners == {"教育", *MEMBERS}


def test_naming_by_the_commission_and_loss_of_the_rating(plan: Plan) -> None:
    assert plan.assessment.rewards[0].by == ("综治委",)
    assert len(plan.assessment.rewards) == 2
    assert len(plan.assessment.sanctions) == 2


def test_no_letter_no_veto_no_joint_meeting_no_phase(plan: Plan) -> None:
    assert plan.letters == plan.assessment.veto == ()
    assert plan.organization.joint_meetings == ()
    assert plan.schedule is None


def test_placeholders_stay_in_the_names(plan: Plan) -> None:
    held = [unit.name for unit in plan.units if "xx" in unit.name]
    assert held == ["中国移动xx分公司", "中国联通xx分公司", "中国电信xx分公司"]


def test_no_duty_is_without_owner(index: Index) -> None:
    assert [o.id for o in index.duties if not o.owners] == []
