"""The days a rule comes to, row by row of the case table, and against a second opinion."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.dates import (
    LIMIT,
    Daily,
    Expansion,
    Frame,
    MonthlyDays,
    MonthlyWeekday,
    MonthlyWorkday,
    Occurrence,
    Period,
    PhaseEnd,
    Term,
    Weekly,
    add_workdays,
    occurrences,
    read_recurrence,
)

ROWS: list[dict[str, str]] = yaml.load(
    (Path(__file__).parent.parent / "cases/dates/expanding.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,
)
TERMS = (
    Term("2025-1", "第一学期", date(2025, 9, 1), date(2026, 1, 23)),
    Term("2025-2", "第二学期", date(2026, 3, 3), date(2026, 7, 10)),
)
MARKS = {"fixed": "", "proposed": "~", "provisional": "?"}


def day(row: dict[str, str], name: str) -> date | None:
    return date.fromisoformat(row[name]) if name in row else None


def phases(text: str) -> tuple[PhaseEnd, ...]:
    pairs = (item.split() for item in text.split(", ") if item)
    return tuple(
        PhaseEnd(name, None if end == "-" else date.fromisoformat(end)) for name, end in pairs
    )


def frame(row: dict[str, str]) -> Frame:
    return Frame(
        period=Period(day(row, "from"), day(row, "to")) if "from" in row else None,
        terms=TERMS if "terms" in row else (),
        phases=phases(row.get("phases", "")),
        not_before=day(row, "issued"),
        starting=day(row, "starting"),
        until=day(row, "until"),
        week_start="sunday" if row.get("week_start") == "sunday" else "monday",
    )


def shown(one: Occurrence) -> str:
    stretch = f"{one.nominal}=" if one.nominal != one.due else ""
    clock = f"@{one.clock}" if one.clock else ""
    why = f"({','.join(one.why)})" if one.why else ""
    return f"{stretch}{one.due}{clock}{MARKS[one.certainty]}{why}"


def notation(found: Expansion, limit: int) -> str:
    parts = [shown(one) for one in found.occurrences][:limit]
    if found.clipped and limit > len(found.occurrences):
        parts += ["cut", *(shown(one) for one in found.clipped)]
    return " ".join([*parts, "undated"] if found.undated else parts)


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_a_rule_falls_on_the_days_of_the_table(row: dict[str, str]) -> None:
    found = occurrences(read_recurrence(row["rule"]), frame(row))
    assert notation(found, int(row.get("limit", "999"))) == row["expected"], row["why"]


def test_keys_name_the_period_and_the_place_in_the_rule() -> None:
    period = Period(date(2025, 10, 10), date(2025, 11, 5))
    found = occurrences(MonthlyDays((2, 17)), Frame(period=period))
    assert [one.key for one in found.occurrences] == ["2025-10#2", "2025-11#1"]


def test_a_workday_calendar_makes_workdays_certain() -> None:
    worked_saturday = date(2026, 2, 28)
    found = occurrences(
        MonthlyWorkday(-1),
        Frame(
            period=Period(date(2026, 2, 1), date(2026, 2, 28)),
            is_workday=lambda when: when.isoweekday() < 6 or when == worked_saturday,
        ),
    )
    assert [(one.due, one.certainty, one.why) for one in found.occurrences] == [
        (worked_saturday, "fixed", ())
    ]


def test_a_month_without_any_workday_has_none() -> None:
    march = Period(date(2026, 3, 1), date(2026, 3, 31))
    found = occurrences(MonthlyWorkday(-1), Frame(period=march, is_workday=lambda _: False))
    assert found == Expansion()


def test_a_rule_over_a_very_long_period_is_cut_and_says_so() -> None:
    found = occurrences(Daily(), Frame(period=Period(date(1900, 1, 1), date(2100, 1, 1))))
    assert found.truncated
    assert len(found.occurrences) == LIMIT


def test_workdays_are_counted_from_the_day_after() -> None:
    friday = date(2026, 9, 11)
    assert add_workdays(friday, 1, lambda when: when.isoweekday() < 6) == date(2026, 9, 14)


def test_counting_workdays_ends_where_the_calendar_ends() -> None:
    assert add_workdays(date(9999, 12, 30), 5, lambda _: False) == date.max


def second_opinion(period: Period, **rule: object) -> list[date]:
    rrule = pytest.importorskip("dateutil.rrule", reason="python-dateutil is not installed")
    start, end = period.start, period.end
    assert start is not None
    assert end is not None
    return [
        moment.date()
        for moment in rrule.rrule(dtstart=start, until=end, **rule)  # date-only rules
    ]


@settings(max_examples=60, deadline=None)
@given(
    start=st.dates(date(2000, 1, 1), date(2030, 1, 1)),
    length=st.integers(0, 800),
    days=st.lists(st.integers(1, 28), min_size=1, max_size=3, unique=True),
    weekday=st.integers(1, 7),
    nth=st.sampled_from((1, 2, 3, 4, 5, -1)),
)
def test_another_library_finds_the_same_days(
    start: date, length: int, days: list[int], weekday: int, nth: int
) -> None:
    rrule = pytest.importorskip("dateutil.rrule", reason="python-dateutil is not installed")
    period = Period(start, start + timedelta(length))
    nth_day = rrule.weekday(weekday - 1)(nth)
    for ours, theirs in (
        (MonthlyDays(tuple(days)), {"freq": rrule.MONTHLY, "bymonthday": days}),
        (Weekly((weekday,)), {"freq": rrule.WEEKLY, "byweekday": weekday - 1}),
        (MonthlyWeekday(nth, weekday), {"freq": rrule.MONTHLY, "byweekday": nth_day}),
    ):
        found = [one.due for one in occurrences(ours, Frame(period=period)).occurrences]
        assert found == second_opinion(period, **theirs)
