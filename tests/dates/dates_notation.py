"""A short notation for the values of the room, for the case tables."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from luoshi.dates import (
    AfterPhase,
    AtLeast,
    Clock,
    DateRange,
    Day,
    Duration,
    Moment,
    Month,
    Placeholder,
    SchoolYear,
    Vague,
    ValueProblem,
    Yearly,
)


def show(value: Any) -> str:
    match value:
        case Day():
            weekday = f"/{value.stated_weekday}" if value.stated_weekday else ""
            return f"{_year(value)}-{value.month:02}-{value.day:02}{weekday}"
        case Month():
            return f"{_year(value)}-{value.month:02}"
        case Placeholder():
            return f"<{value.text}>"
        case Clock():
            return str(value)
        case Moment():
            return show(value.day) + _time(value)
        case DateRange():
            return f"{show(value.start)}..{show(value.end)}{' inferred' if value.inferred else ''}"
        case SchoolYear():
            return f"{value.first_year}/{value.last_year}{f' t{value.term}' if value.term else ''}"
        case Duration():
            return f"{value.count} {value.unit}{' within' if value.within else ''}"
        case Vague():
            return f"Vague {value.word}"
        case AtLeast():
            every = f" every {value.every}" if value.every > 1 else ""
            flags = f"{' exactly' if value.exactly else ''}{' in_term' if value.in_term else ''}"
            return f"AtLeast {value.count} {value.unit}{every}{flags}"
        case AfterPhase():
            unit = " workday" if value.unit == "workday" else ""
            return f"AfterPhase {value.days}{f' {value.phase}' if value.phase else ''}{unit}"
        case Yearly():
            points = "".join(f" {show(point)}" for point in value.on)
            return f"Yearly{points}{f' “{value.name}”' if value.name else ''}{_time(value)}"
        case tuple():
            return ",".join(show(item) for item in value)
        case int():
            return str(value)
    return _rule(value)


def _rule(value: Any) -> str:
    parts = [type(value).__name__]
    for field in fields(value):
        item = getattr(value, field.name)
        if field.name not in ("clock", "deadline") and item not in ((), "", None):
            weekdays = field.name == "weekdays" and type(value).__name__ == "TeachingWeeks"
            text = ",".join(map(str, item)) if isinstance(item, tuple) else str(item)
            parts.append(("/" if weekdays else "") + text)
    return " ".join(parts) + (_time(value) if hasattr(value, "clock") else "")


def _time(value: Any) -> str:
    return f"{f' @{value.clock}' if value.clock else ''}{' by' if value.deadline else ''}"


def _year(value: Day | Month) -> str:
    return value.year_text or ("-" if value.year is None else str(value.year))


def show_problem(problem: ValueProblem) -> str:
    return " ".join(["!", problem.kind, *(show(reading) for reading in problem.readings)])
