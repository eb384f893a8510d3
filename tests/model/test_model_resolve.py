"""Names that stand for units and ids: found once, however they are written, and told apart."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from luoshi.dates import Day
from luoshi.diagnostics import Diagnostics
from luoshi.model import Index, read_plan
from luoshi.model.resolve import nearest_unit
from small_plans import PATH, base, findings_of, world_of


def _index(**fields: Any) -> Index:
    read = read_plan(world_of(base(**fields)), PATH, Diagnostics())
    assert read is not None
    return read.index


_UNITS = [
    {"id": "jw", "name": "教务处", "short": "教务", "also_called": ["教导处"]},
    {"id": "bg", "name": "办公室", "belongs_to": "jw"},
    {"id": "bg2", "name": "办公室", "belongs_to": "zw"},
    {"id": "zw", "name": "总务处"},
]


@pytest.mark.parametrize("name", ["jw", "教务处", "教务", "教导处"])
def test_a_unit_is_meant_by_id_name_short_name_and_other_names(name: str) -> None:
    assert _index(units=_UNITS).name_of(name) == "教务处"


def test_a_name_of_two_units_needs_the_unit_it_belongs_to() -> None:
    index = _index(units=_UNITS)
    assert index.unit("办公室") is None
    assert len(index.candidates("办公室")) == 2
    found = index.unit("教务处办公室")
    assert found is not None
    assert found.id == "bg"


def test_an_id_means_its_own_unit_even_where_it_is_anothers_name() -> None:
    units = [{"id": "教务处", "name": "教务一处"}, {"id": "b", "name": "教务处"}]
    found = _index(units=units).unit("教务处")
    assert found is not None
    assert found.name == "教务一处"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"tasks": [{"title": "甲", "owners": ["无此处"]}]}, "MOD011"),
        ({"units": _UNITS, "issue": {"organs": ["jw"], "date": "2026-08-28"}, "tasks": [{"title": "甲", "owners": ["办公室"]}], "division_of_labor": []}, "MOD012"),
        ({"units": [{"id": "甲", "name": "甲"}, {"id": "甲", "name": "乙"}]}, "MOD013"),
        ({"tasks": [{"id": "t", "title": "甲"}, {"id": "t", "title": "乙"}]}, "MOD013"),
        ({"division_of_labor": [{"owners": ["教务"], "duties": [{"text": "甲", "serves": ["没有"]}]}]}, "MOD014"),
        ({"division_of_labor": [{"owners": ["教务"], "duties": [{"text": "甲", "cites": ["没有"]}]}]}, "MOD014"),
        ({"outline": ["没有这一章"]}, "MOD014"),
    ],
)  # fmt: skip
def test_a_name_that_leads_nowhere_or_twice_is_found_at_its_place(
    fields: dict[str, Any], code: str
) -> None:
    from luoshi.model import faults

    wanted = {
        "MOD011": faults.UNKNOWN_UNIT, "MOD012": faults.AMBIGUOUS_UNIT, "MOD013": faults.DUPLICATE_ID, "MOD014": faults.UNKNOWN_REFERENCE,
    }[code]  # fmt: skip
    found = [f for f in findings_of(base(**fields)) if f.rule is wanted]
    assert found
    assert all(f.primary is not None and f.primary.text for f in found)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("教务处室", "教务处"),
        ("总务", "总务处"),
        ("校长办公室主任", "校长办公室"),
        ("完全不同", None),
    ],
)
def test_the_likeliest_unit_is_named(typed: str, meant: str | None) -> None:
    near = nearest_unit(typed, _index())
    assert (near.name if near else None) == meant


def test_members_are_all_units_of_the_leading_group_once() -> None:
    group = {
        "name": "组",
        "lead": "校办",
        "heads": [{"unit": "校办"}],
        "deputies": [{"unit": "教务"}],
        "members": ["教务", "总务"],
    }
    assert _index(organization={"leading_group": group}).members == {
        "校办": "head",
        "教务": "deputy",
        "总务": "member",
    }


def test_a_day_without_year_takes_the_only_year_of_the_period() -> None:
    index = _index(period={"from": "2026-09-01", "to": "2027-01-31"})
    assert index.day_in_period(Day(None, 10, 1)) == date(2026, 10, 1)
    assert index.day_in_period(Day(None, 1, 15)) == date(2027, 1, 15)
    assert index.day_in_period(Day(None, 7, 1)) is None
    two_years = _index(period={"from": "2026-09-01", "to": "2027-12-31"})
    assert two_years.day_in_period(Day(None, 10, 1)) is None, "two years fit, so none is taken"
    assert two_years.day_in_period(Day(None, 2, 29)) is None


def test_an_obligation_is_counted_once_for_a_unit_that_is_named_twice() -> None:
    owners = [{"unit": "教务", "role": "lead"}, {"unit": "教务处", "role": "assist"}]
    plan = _index(
        division_of_labor=[],
        tasks=[{"title": "甲", "duties": [{"id": "d", "text": "乙", "owners": owners}]}],
    )
    assert [role for _, role in plan.by_unit["教务"]] == ["lead"]
