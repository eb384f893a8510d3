"""Dates and rules of a plan in the words of its language and region."""

from __future__ import annotations

from luoshi.dates import (
    DateRange,
    Frequency,
    Moment,
    Placeholder,
    SchoolYear,
    When,
    moment_text,
    range_text,
    school_year_text,
)
from luoshi.diagnostics import Language
from luoshi.model.records import Period, Plan


def when_text(value: When | Frequency | None, plan: Plan) -> str:
    """A date, range or rule as the plan's language says it; empty for nothing."""
    language: Language = plan.language
    roc = plan.region == "TW"
    match value:
        case None:
            return ""
        case Moment():
            return moment_text(value, language, roc=roc)
        case DateRange():
            return range_text(value, language, roc=roc)
        case SchoolYear():
            return school_year_text(value, language, roc=roc)
        case Placeholder(text):
            return text
        case _:
            return value.text(language)


def period_text(period: Period | None, plan: Plan) -> str:
    """A period in words: its dates, school year, event or the author's own words."""
    if period is None:
        return ""
    if period.start is not None and period.end is not None:
        return range_text(
            DateRange(period.start.day, period.end.day), plan.language, roc=plan.region == "TW"
        )
    if period.school_year is not None:
        return school_year_text(period.school_year, plan.language, roc=plan.region == "TW")
    edges = [when_text(edge, plan) for edge in (period.start, period.end) if edge is not None]
    return period.event or period.text or "".join(edges)
