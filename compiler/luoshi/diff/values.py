"""Values of fields as text: dates in words, numbers, names, the names of records."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from luoshi.dates import (
    DateRange,
    Day,
    Moment,
    Month,
    Placeholder,
    Point,
    SchoolYear,
    day_text,
    moment_text,
    point_text,
    range_text,
    school_year_text,
)
from luoshi.diagnostics import Language
from luoshi.diff.subjects import name_of
from luoshi.letters.fingerprint import canonical
from luoshi.model.fields import Field
from luoshi.model.kinds import Choice
from luoshi.model.records import Record


def value_text(
    value: Any,
    language: Language,
    region: str,
    *,
    known: Field | None = None,
    names: Mapping[str, str] | None = None,
) -> str:
    """A value in words; references become the full names of units where ``names`` has them."""
    roc = region == "TW"
    match value:
        case None:
            return ""
        case str():
            if known is not None and isinstance(known.kind, Choice):
                return known.kind.spelling(value, language)
            named = names or {}
            return named.get(value, value)
        case Moment():
            return moment_text(value, language, roc=roc)
        case DateRange():
            return range_text(value, language, roc=roc)
        case SchoolYear():
            return school_year_text(value, language, roc=roc)
        case Placeholder(text):
            return text
        case Record():
            return name_of(value)
        case tuple():
            gap = ", " if language == "en" else "、"
            return gap.join(value_text(v, language, region, names=names) for v in value)
    own_text = getattr(value, "text", None)
    return own_text(language) if callable(own_text) else str(value)


def times_text(old: Any, new: Any, language: Language, region: str) -> tuple[str, str]:
    """Two times side by side; a year that both share is left out of single days."""
    roc = region == "TW"
    days = (_day(old), _day(new))
    if days[0] is not None and days[1] is not None and days[0].year == days[1].year:
        before, after = (day_text(d, language, roc=roc, year=False) for d in days if d)
        return before, after
    return value_text(old, language, region), value_text(new, language, region)


def _day(value: Any) -> Day | None:
    if isinstance(value, Moment) and isinstance(value.day, Day) and value.clock is None:
        return value.day
    return None


def _iso(point: Point) -> str:
    match point:
        case Day(year, month, day) if year is not None:
            return f"{year:04}-{month:02}-{day:02}"
        case Month(year, month) if year is not None:
            return f"{year:04}-{month:02}"
    return point_text(point, "en")


def exact(value: Any) -> Any:
    """A value as JSON: dates as in a plan (2026-10-20), rules in English, records as their fields."""
    if isinstance(value, Record):
        return canonical(value)
    if isinstance(value, tuple):
        return [exact(item) for item in value]
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Moment) and not isinstance(value.day, Placeholder):
        return f"{_iso(value.day)} {value.clock}" if value.clock else _iso(value.day)
    if isinstance(value, DateRange):
        return f"{_iso(value.start)}/{_iso(value.end)}"
    return value_text(value, "en", "CN") or json.dumps(canonical(value), ensure_ascii=False)
