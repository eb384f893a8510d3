"""The dated phases of a plan in the order of writing, and the pairs that follow each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from luoshi.check.context import CheckContext
from luoshi.check.rules.moments import days_of
from luoshi.frozen import frozen
from luoshi.model.records import Phase
from luoshi.source import Span

_FRIDAY = 5


@frozen
class DatedPhase:
    """A phase with its first and last day, both known and in order."""

    phase: Phase
    first: date
    last: date

    @property
    def start_span(self) -> Span:
        """Where its start is written."""
        origin = self.phase.origin
        return origin.at("start") if origin.has("start") else origin.at("end")

    @property
    def end_span(self) -> Span:
        """Where its end is written."""
        origin = self.phase.origin
        return origin.at("end") if origin.has("end") else origin.at("start")


def dated_phases(context: CheckContext) -> tuple[DatedPhase, ...]:
    """Phases with known days; one that has only one of its ends lasts that day or month."""
    schedule = context.plan.schedule
    found = []
    for phase in schedule.phases if schedule else ():
        start, end = phase.start or phase.end, phase.end or phase.start
        first, last = days_of(context.index, start)[0], days_of(context.index, end)[1]
        if first is not None and last is not None and first <= last and not phase.origin.lost:
            found.append(DatedPhase(phase, first, last))
    return tuple(found)


def neighbours(context: CheckContext) -> Iterator[tuple[DatedPhase, DatedPhase]]:
    """Dated phases that follow each other in the order of writing."""
    return pairwise(dated_phases(context))


def weekdays_between(first: date, last: date) -> list[date]:
    """Days from Monday to Friday after one day and before another."""
    days = (first + timedelta(n) for n in range(1, (last - first).days))
    return [day for day in days if day.isoweekday() <= _FRIDAY]
