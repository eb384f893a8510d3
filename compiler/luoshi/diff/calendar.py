"""How many entries of the calendar a change adds, removes or moves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from luoshi.dates import (
    AtLeast,
    DateRange,
    Frame,
    Moment,
    Month,
    Period,
    PhaseEnd,
    Placeholder,
    RoundTheClock,
    SchoolYear,
    Term,
    Vague,
    months,
    occurrences,
)
from luoshi.diff.changes import CalendarChanges
from luoshi.diff.matching import Matching
from luoshi.diff.tree import Node
from luoshi.model import Index, Obligation
from luoshi.model.records import Duty, Phase, WorkItem

_MOST_OFTEN = 31  # a rule that falls oftener is a standing duty, not so many entries
_Days = tuple[list[date], bool]  # the days, and whether it stands in the undated list


def compare_calendars(found: Matching, old: Index, new: Index) -> CalendarChanges:
    """The counts, obligation by obligation: what one lost and gained is moved, the rest is new."""
    before, after = _Almanac(old).days(), _Almanac(new).days()
    total: Counter[str] = Counter()
    for node in found.new:
        if id(node.record) in after:
            partner = found.to_old.get(node)
            own = before.get(id(partner.record), ([], False)) if partner else ([], False)
            total.update(_counts(own, after[id(node.record)]))
    for node in found.old:
        if id(node.record) in before and _is_gone(node, found, after):
            total.update(_counts(before[id(node.record)], ([], False)))
    return CalendarChanges(**total)


def _is_gone(node: Node, found: Matching, after: dict[int, _Days]) -> bool:
    partner = found.to_new.get(node)
    return partner is None or id(partner.record) not in after


def _counts(old: _Days, new: _Days) -> dict[str, int]:
    lost = sorted((Counter(old[0]) - Counter(new[0])).elements())
    came = sorted((Counter(new[0]) - Counter(old[0])).elements())
    both = min(len(lost), len(came))
    counts = Counter("earlier" if b < a else "later" for a, b in zip(lost, came, strict=False))
    counts.update(added=len(came) - both, removed=len(lost) - both)
    counts.update(undated_added=int(new[1] and not old[1]))
    counts.update(undated_removed=int(old[1] and not new[1]))
    return {key: n for key, n in counts.items() if n}


class _Almanac:
    """The days of the obligations of one plan."""

    def __init__(self, index: Index) -> None:
        self.index = index
        first, last = index.bounds
        self.frame = Frame(
            period=Period(first, last),
            terms=tuple(self._terms()),
            phases=tuple(self._phases()),
            not_before=index.issued_on,
        )

    def days(self) -> dict[int, _Days]:
        """The days of every obligation that has entries, by the identity of its record."""
        return {id(o.record): self._of(o) for o in self.index.obligations if _has_entries(o)}

    def _terms(self) -> Iterator[Term]:
        for term in self.index.plan.terms:
            start, end = self.index.date_of(term.start), self.index.date_of(term.end)
            if start and end:
                yield Term(term.id, term.name, start, end)

    def _phases(self) -> Iterator[PhaseEnd]:
        schedule = self.index.plan.schedule
        for phase in schedule.phases if schedule else ():
            end = self.index.date_of(phase.end)
            yield PhaseEnd(phase.title, end)
            if phase.id:
                yield PhaseEnd(phase.id, end)

    def _of(self, obligation: Obligation) -> _Days:
        if isinstance(obligation.record, Phase):
            end = obligation.record.end or obligation.record.start
            day = self.index.date_of(end)
            return ([day], False) if day else ([], True)
        days = [day for time in obligation.times for day in self._on(time, obligation)]
        if not days and obligation.months:
            days = list(self._in_month(obligation.months[0]))
        return days, not days and not obligation.months

    def _in_month(self, month: int) -> Iterator[date]:
        """The last day of a month that lies in the period once; it stands for the month."""
        first, last = self.index.bounds
        if first is None or last is None:
            return
        within = [m for m in months(Period(first, last)) if m[1] == month]
        if len(within) == 1:
            yield Month(*within[0]).last or first

    def _on(self, time: object, obligation: Obligation) -> Iterator[date]:
        match time:
            case Moment():
                day = self.index.date_of(time)
                if day is not None:
                    yield day
            case DateRange():
                if time.last is not None:
                    yield time.last
            case AtLeast() | Placeholder() | SchoolYear() | Vague() | RoundTheClock():
                return
            case _:
                yield from self._of_rule(time, obligation)

    def _of_rule(self, rule: object, obligation: Obligation) -> Iterator[date]:
        record = obligation.record
        own = isinstance(record, Duty)
        frame = Frame(
            period=self.frame.period,
            terms=self.frame.terms,
            phases=self.frame.phases,
            not_before=self.frame.not_before,
            starting=self.index.date_of(record.starting) if own else None,  # type: ignore[union-attr]
            until=self.index.date_of(record.until) if own else None,  # type: ignore[union-attr]
        )
        found = occurrences(rule, frame).occurrences  # type: ignore[arg-type]
        if len(found) <= _MOST_OFTEN:
            yield from (one.due for one in found)


def _has_entries(obligation: Obligation) -> bool:
    """False for what stands beside the calendar, and for tasks whose time is that of their duties."""
    record = obligation.record
    if isinstance(record, Duty):
        return record.kind == "duty" and not any(
            isinstance(t, RoundTheClock) for t in obligation.times
        )
    return not isinstance(record, WorkItem) or bool(obligation.times)
