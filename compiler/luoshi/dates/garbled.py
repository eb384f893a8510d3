"""Dates whose 年 or 月 was lost on the way (923日, 201231日): every reading, none chosen."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator

from luoshi.dates.folding import LazyPattern
from luoshi.dates.values import Day

_RUN = LazyPattern(r"(?:(?P<year>\d{4})年)?(?P<digits>\d{3,8})(?P<tail>日|号)?")
_NO_YEAR_MARK = LazyPattern(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]?")


def garbled_readings(text: str) -> tuple[Day, ...]:
    """Every day a run of digits can have been; empty when it looks like no date.

    Order: without a year, with a year of four digits, with a year of two digits (six digits only);
    within each the longer month first.
    """
    lost_year = _NO_YEAR_MARK.fullmatch(text)
    if lost_year:
        year, month, day = (int(lost_year[name]) for name in ("year", "month", "day"))
        return tuple(_days(year, ((month, day),)))
    match = _RUN.fullmatch(text)
    if match is None:
        return ()
    digits = match["digits"]
    if match["year"]:
        return tuple(_days(int(match["year"]), _splits(digits)))
    readings = [*_days(None, _splits(digits)), *_with_full_year(digits)]
    if len(digits) == 6:
        readings += _days(2000 + int(digits[:2]), ((int(digits[2:4]), int(digits[4:])),))
    return tuple(dict.fromkeys(readings))


def _with_full_year(digits: str) -> Iterator[Day]:
    if digits.startswith(("19", "20")):
        yield from _days(int(digits[:4]), _splits(digits[4:]))


def _splits(digits: str) -> Iterator[tuple[int, int]]:
    """Month and day from a run of digits; a leading zero only in a pair of four digits."""
    for size in (2, 1):
        month, day = digits[:size], digits[size:]
        if not 1 <= len(day) <= 2 or not month:
            continue
        if (month[0] == "0" or day[0] == "0") and len(digits) != 4:
            continue
        yield int(month), int(day)


def _days(year: int | None, pairs: Iterable[tuple[int, int]]) -> Iterator[Day]:
    for month, day in pairs:
        if 1 <= month <= 12 and 1 <= day <= monthrange(year or 2000, month)[1]:
            yield Day(year, month, day)
