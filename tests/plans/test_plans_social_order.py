"""社會治安綜合治理.yaml says everything the school's public-order plan says, in its order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from luoshi.dates import Vague
from luoshi.diagnostics import Diagnostics, Severity
from luoshi.driver.check import check_file
from luoshi.model import Index, Plan, ReadPlan, read_plan
from luoshi.model.records import Duty
from luoshi.source import DiskWorld

_FILE = Path(__file__).parents[2] / "plans" / "社會治安綜合治理.yaml"
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


def test_it_has_a_preamble_and_six_sections_with_slogans_for_titles(plan: Plan) -> None:
    assert [entry.section for entry in plan.outline] == ["前言", "t1", "t2", "t3", "t4", "t5", "t6"]
    assert {e.section: [p.section for p in e.parts] for e in plan.outline if e.parts} == {
        "t2": ["組織領導"],
        "t5": ["信息報送"],
        "t6": ["責任書", "考核獎懲"],
    }
    assert len(plan.tasks) == 6
    assert all("，" in task.title for task in plan.tasks)


def test_placeholders_of_the_original_stay_placeholders(plan: Plan) -> None:
    assert "20xx年" in plan.preamble
    assert "十x大" in plan.preamble


def test_each_class_names_one_liaison(plan: Plan) -> None:
    assert plan.organization is not None
    (team,) = plan.organization.teams
    (liaison,) = team.liaisons
    assert (liaison.units, liaison.count) == (("各班",), 1)


def test_one_report_goes_to_three_receivers_with_no_time(plan: Plan) -> None:
    (report,) = plan.reports
    assert report.receivers == ("縣綜治辦", "平安建設小組", "公安局")
    assert (report.when, report.by, report.at_least) == (None, None, None)


def test_five_duties_stay_regular_without_a_period(index: Index) -> None:
    vague = [key for key, duty in _duties(index).items() if duty.when == Vague("定期")]
    assert vague == ["t1-2", "t2-1", "t3-7", "t4-3", "t5-8"]


def test_student_union_and_office_check_the_canteen_jointly(index: Index) -> None:
    owners = _duties(index)["t3-7"].owners
    assert [(o.unit, o.role) for o in owners] == [("校綜治辦", "joint"), ("學生會", "joint")]


def test_the_traffic_police_help_and_the_office_leads(index: Index) -> None:
    owners = _duties(index)["t3-13"].owners
    assert [o.role for o in owners] == ["lead", "assist", "assist"]


def test_letters_have_two_named_sides(plan: Plan, index: Index) -> None:
    sides = [(tier.giver, tier.taker) for tier in plan.letters]
    assert sides == [("學校", "各部門"), ("學校", "各班"), ("學校", "承租人")]
    assert all(index.unit(name) is not None for pair in sides for name in pair)


def test_two_campaigns_of_two_seasons_have_no_dates(plan: Plan) -> None:
    campaigns = plan.tasks[2].campaigns
    assert [c.id for c in campaigns] == ["春季整治", "秋季整治"]
    assert [c.when for c in campaigns] == [None, None]


def test_one_document_is_cited_and_appraisal_uses_the_result(plan: Plan) -> None:
    assert [c.title for c in plan.cites] == ["關於進一步深化平安建設活動的通知"]
    assert plan.assessment is not None
    assert plan.assessment.feeds
    assert plan.assessment.veto == ()


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
