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


def span_text(start: When | None, end: When | None, plan: Plan) -> str:
    """From one date to another, the year once where both share it; one alone as 起 or 至."""
    if isinstance(start, Moment) and isinstance(end, Moment) and not (start.clock or end.clock):
        roc = plan.region == "TW"
        return range_text(DateRange(start.day, end.day), plan.language, roc=roc)
    first, last = when_text(start, plan), when_text(end, plan)
    if plan.language == "en":
        return f"{first} to {last}" if first and last else _one_edge(first, last, "from ", "until ")
    return (
        f"{first}至{last}"
        if first and last
        else _one_edge(f"{first}起" if first else "", last, "", "至")
    )


def _one_edge(first: str, last: str, before_first: str, before_last: str) -> str:
    if first:
        return before_first + first
    return before_last + last if last else ""


def period_text(period: Period | None, plan: Plan) -> str:
    """A period in words: its dates, school year, event or the author's own words."""
    if period is None:
        return ""
    if period.start is not None and period.end is not None:
        return span_text(period.start, period.end, plan)
    if period.school_year is not None:
        return school_year_text(period.school_year, plan.language, roc=plan.region == "TW")
    return period.event or period.text or span_text(period.start, period.end, plan)
