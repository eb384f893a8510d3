"""What became of a time: how many days earlier or later, or another time altogether."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from luoshi.dates import DateRange, Day, Moment
from luoshi.model import Index

_LEAP_YEAR = 2000  # two days without a year are set side by side in one year


def shift(old: Any, new: Any, old_index: Index, new_index: Index) -> int | None:
    """Days from the old time to the new one, negative when earlier; None when that says too little.

    Ranges count by the end that changed, or by both when they moved together. A time of day that
    changed within the day is None, as is a rule, a month and what can't be dated on both sides.
    """
    if isinstance(old, DateRange) and isinstance(new, DateRange):
        start = _days(old.start, new.start, old_index, new_index)
        end = _days(old.end, new.end, old_index, new_index)
        if start is None or end is None:
            return None
        return end if start in (0, end) else start if end == 0 else None
    if not isinstance(old, Moment) or not isinstance(new, Moment):
        return None
    if (old.clock, old.deadline) != (new.clock, new.deadline) and old.day == new.day:
        return None
    return _days(old.day, new.day, old_index, new_index) or None


def _days(old: object, new: object, old_index: Index, new_index: Index) -> int | None:
    if old == new:
        return 0
    if not isinstance(old, Day) or not isinstance(new, Day):
        return None
    before, after = old_index.day_in_period(old), new_index.day_in_period(new)
    if before is None and after is None:
        before, after = _without_year(old), _without_year(new)
    if before is None or after is None:
        return None
    return (after - before).days


def _without_year(day: Day) -> date | None:
    if day.year is not None or day.year_text:
        return None
    return date(_LEAP_YEAR, day.month, day.day)


def direction(days: int) -> Literal["earlier", "later"]:
    """The word for a shift by a number of days that is not 0."""
    return "earlier" if days < 0 else "later"
