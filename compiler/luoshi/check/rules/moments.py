"""Dates as the plan means them: days of a value, the periods that bound it, words for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from luoshi.dates import (
    DateRange,
    Day,
    Moment,
    Month,
    Placeholder,
    Point,
    point_text,
)
from luoshi.diagnostics import LANGUAGES, Language
from luoshi.model import Index

_MONTHS_EN = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def days_of(index: Index, value: object) -> tuple[date | None, date | None]:
    """First and last day of a moment or range, a missing year taken from the period if one fits."""
    if isinstance(value, Moment):
        return _first(index, value.day), _last(index, value.day)
    if isinstance(value, DateRange):
        return _first(index, value.start), _last(index, value.end)
    return None, None


def _first(index: Index, point: Point) -> date | None:
    if isinstance(point, Day):
        return index.day_in_period(point)
    return None if isinstance(point, Placeholder) else point.first


def _last(index: Index, point: Point) -> date | None:
    if isinstance(point, Day):
        return index.day_in_period(point)
    return None if isinstance(point, Placeholder) else point.last


def single_days(value: object) -> Iterator[Day]:
    """The single days a written date names: itself, or the ends of a range."""
    if isinstance(value, Moment) and isinstance(value.day, Day):
        yield value.day
    elif isinstance(value, DateRange):
        for point in (value.start, value.end):
            if isinstance(point, Day):
                yield point


def is_unfilled(value: object) -> bool:
    """Whether a written date holds a place that is not filled in."""
    if isinstance(value, Moment):
        return _unfilled(value.day)
    if isinstance(value, DateRange):
        return _unfilled(value.start) or _unfilled(value.end)
    return isinstance(value, Placeholder)


def _unfilled(point: Point) -> bool:
    return isinstance(point, Placeholder) or bool(point.year_text)


def point_words(point: Day | Month) -> Mapping[Language, str]:
    """A day or month in the words of each language."""
    return {language: point_text(point, language) for language in LANGUAGES}


def month_words(months: tuple[int, ...]) -> Mapping[Language, str]:
    """Months as people list them: 10月、11月; October and November."""
    han = "、".join(f"{month}月" for month in months)
    names = [_MONTHS_EN[month - 1] for month in months]
    english = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return {"zh-Hans": han, "zh-Hant": han, "en": english}


def span_words(first: date, last: date) -> Mapping[Language, str]:
    """A stretch of days: 9月14日至17日; 14 September to 2 October; one day alone."""
    month = _MONTHS_EN[last.month - 1]
    if first == last:
        han = f"{first.month}月{first.day}日"
        return {"zh-Hans": han, "zh-Hant": han, "en": f"{first.day} {month}"}
    if first.month == last.month:
        han = f"{first.month}月{first.day}日至{last.day}日"
        return {"zh-Hans": han, "zh-Hant": han, "en": f"{first.day}–{last.day} {month}"}
    han = f"{first.month}月{first.day}日至{last.month}月{last.day}日"
    english = f"{first.day} {_MONTHS_EN[first.month - 1]} to {last.day} {month}"
    return {"zh-Hans": han, "zh-Hant": han, "en": english}
