"""Periods, terms and teaching weeks as days that are known; nothing here guesses a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from luoshi.dates.values import DateRange, Day, Moment, Placeholder
from luoshi.frozen import frozen

WeekStart = Literal["monday", "sunday"]


@frozen
class Period:
    """Days from ``start`` to ``end``, both counted; an end that is None is not known."""

    start: date | None
    end: date | None

    @property
    def dated(self) -> bool:
        """Whether both ends are known and in order."""
        return self.start is not None and self.end is not None and self.start <= self.end

    def __contains__(self, when: date) -> bool:
        after = self.start is None or self.start <= when
        return after and (self.end is None or when <= self.end)


@frozen
class Term:
    """A school term, both days counted."""

    id: str
    name: str
    start: date
    end: date


@frozen
class TeachingWeek:
    """One teaching week of a term; ``start`` and ``end`` are clipped to the term."""

    number: int
    start: date
    end: date


@frozen
class PhaseEnd:
    """A phase by its name and its last day, which is None for an undated phase."""

    name: str
    end: date | None


def period_of(span: DateRange) -> Period:
    """The known days of a range; an end without a year stays None."""
    return Period(span.first, span.last)


def period_between(start: Moment | None, end: Moment | None) -> Period:
    """The known days from one moment to another; a month counts from its first to its last day."""
    return Period(start.first if start else None, end.last if end else None)


def clip(period: Period, within: Period) -> Period | None:
    """The part of a period that lies within another; None when they do not meet."""
    start = _later(period.start, within.start)
    end = _earlier(period.end, within.end)
    if start is not None and end is not None and end < start:
        return None
    return Period(start, end)


def _later(one: date | None, other: date | None) -> date | None:
    if one is None or other is None:
        return one or other
    return max(one, other)


def _earlier(one: date | None, other: date | None) -> date | None:
    if one is None or other is None:
        return one or other
    return min(one, other)


def months(period: Period) -> tuple[tuple[int, int], ...]:
    """Every (year, month) a dated period touches, in order; empty when it is not dated."""
    if period.start is None or period.end is None:
        return ()
    first = period.start.year * 12 + period.start.month - 1
    last = period.end.year * 12 + period.end.month - 1
    return tuple((at // 12, at % 12 + 1) for at in range(first, last + 1))


def months_between(first: int, last: int) -> tuple[int, ...]:
    """Months without years from one to another, across the new year if need be: 9, 1 → 9…12, 1."""
    if first <= last:
        return tuple(range(first, last + 1))
    return (*range(first, 13), *range(1, last + 1))


def months_of(span: DateRange) -> tuple[int, ...]:
    """The months a range names, also when its years are not known; empty with a placeholder end."""
    if isinstance(span.start, Placeholder) or isinstance(span.end, Placeholder):
        return ()
    if span.first and span.last:
        return tuple(dict.fromkeys(month for _, month in months(period_of(span))))
    return months_between(span.start.month, span.end.month)


def years_within(day: Day, period: Period) -> tuple[date, ...]:
    """The dates inside a dated period that a day without a year can be, in order.

    One date: the year can be inferred from the period, and said so. None or several: it cannot.
    """
    if period.start is None or period.end is None:
        return ()
    found = []
    for year in range(period.start.year, period.end.year + 1):
        try:
            when = date(year, day.month, day.day)
        except ValueError:  # 29 February in a common year
            continue
        if when in period:
            found.append(when)
    return tuple(found)


def teaching_weeks(term: Term, week_start: WeekStart = "monday") -> tuple[TeachingWeek, ...]:
    """The numbered weeks of a term; week 1 holds its first day.

    Mainland weeks run from Monday to Sunday, Taiwan's from Sunday to Saturday.
    """
    return tuple(_weeks(term, week_start))


def _weeks(term: Term, week_start: WeekStart) -> Iterator[TeachingWeek]:
    into = term.start.weekday() if week_start == "monday" else term.start.isoweekday() % 7
    monday, number = term.start - timedelta(into), 1
    while monday <= term.end:
        last = monday + timedelta(6)
        yield TeachingWeek(number, max(monday, term.start), min(last, term.end))
        monday, number = monday + timedelta(7), number + 1
