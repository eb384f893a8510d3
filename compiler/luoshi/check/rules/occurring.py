"""When the rules of a plan fall due, as far as its period, terms and phases say."""

from __future__ import annotations

from datetime import date

from luoshi.check.context import CheckContext
from luoshi.check.rules.moments import days_of
from luoshi.dates import (
    DateRange,
    Expansion,
    Frame,
    Moment,
    Period,
    PhaseEnd,
    Placeholder,
    Recurrence,
    SchoolYear,
    Term,
    occurrences,
)


class Calendar:
    """Expands each rule of a plan once."""

    def __init__(self, context: CheckContext) -> None:
        self._context = context
        self._known: dict[object, Expansion] = {}
        self.period = Period(*context.index.bounds)
        self.terms = _terms(context)
        self._phases = _phases(context)

    def expand(self, rule: Recurrence, start: date | None, until: date | None) -> Expansion:
        """What a rule comes to between the plan's bounds and its own; issue does not clip it."""
        key = (rule, start, until)
        if key not in self._known:
            frame = Frame(
                period=self.period,
                terms=self.terms,
                phases=self._phases,
                starting=start,
                until=until,
                week_start="sunday" if self._context.plan.region == "TW" else "monday",
            )
            self._known[key] = occurrences(rule, frame)
        return self._known[key]


def is_rule(value: object) -> bool:
    """Whether a written date is a rule that comes round again."""
    return not isinstance(value, Moment | DateRange | SchoolYear | Placeholder)


def _terms(context: CheckContext) -> tuple[Term, ...]:
    found = []
    for n, term in enumerate(context.plan.terms):
        first, last = days_of(context.index, term.start)[0], days_of(context.index, term.end)[1]
        if first is not None and last is not None and first <= last:
            found.append(Term(term.id or str(n), term.name, first, last))
    return tuple(found)


def _phases(context: CheckContext) -> tuple[PhaseEnd, ...]:
    schedule = context.plan.schedule
    return tuple(
        PhaseEnd(phase.title, days_of(context.index, phase.end)[1])
        for phase in (schedule.phases if schedule else ())
    )
