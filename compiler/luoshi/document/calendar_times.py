"""When a plan's times fall: known days, months known no closer, or nothing. No year is made up.

A year that is missing is taken from the plan's period where exactly one fits (``day_in_period``);
else a day keeps its month and stays without a year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from luoshi.dates import (
    AtLeast,
    Daily,
    DateRange,
    Day,
    Frame,
    Frequency,
    Moment,
    Month,
    MonthlySpan,
    Occurrence,
    Period,
    PhaseEnd,
    Placeholder,
    Point,
    Recurrence,
    RoundTheClock,
    SchoolYear,
    Term,
    Vague,
    When,
    Yearly,
    months_between,
    occurrences,
)
from luoshi.document.calendar_tree import Occasion, Slot
from luoshi.document.calendar_words import CalendarWords
from luoshi.model import Index
from luoshi.model.records import Duty, Phase

MOST_DAILY = 31  # a rule for every day that comes oftener is a standing duty, not so many entries
_FAULTS = ("before-issue", "before-start", "after-end", "outside-period")


@dataclass(frozen=True, slots=True)
class Timing:
    """What the times of one entry come to. ``clipped`` are days left out, each with its reason."""

    occasions: tuple[Occasion, ...] = ()
    slots: tuple[Slot, ...] = ()
    day: int = 0  # of the first slot, where only the year is missing
    clipped: tuple[tuple[date, str], ...] = ()

    def __add__(self, other: Timing) -> Timing:
        slots = tuple(dict.fromkeys((*self.slots, *other.slots)))
        day = self.day if self.slots else other.day
        return Timing(self.occasions + other.occasions, slots, day, self.clipped + other.clipped)


@dataclass(frozen=True, slots=True)
class Written:
    """One time of a record: the field it stands in, its value, and whether that is a deadline."""

    field: str
    value: When | Frequency | None
    deadline: bool = False


class Clockwork:
    """Resolves the times of one plan."""

    def __init__(self, index: Index, words: CalendarWords) -> None:
        self.index = index
        self.words = words
        self.frame = self._frame()

    def timing(self, times: Iterable[Written], duty: Duty | None = None) -> Timing:
        """Everything that several times of one record come to, in order of the day."""
        frame = self._own_frame(duty)
        found = Timing()
        for written in times:
            found += self._one(written, frame)
        order = sorted(found.occasions, key=lambda one: (one.start, one.end, one.key))
        return replace(found, occasions=tuple(order))

    def of_phase(self, phase: Phase) -> Timing:
        """The days of a phase; with one end only, that day; with whole months, those months."""
        start, end = phase.start, phase.end
        if start is not None and end is not None:
            return self._range("when", DateRange(start.day, end.day))
        only = start or end
        return Timing() if only is None else self._moment("when", only, end is not None)

    def is_standing(self, times: Iterable[Written], duty: Duty | None = None) -> bool:
        """Whether all times say "all the time": round the clock, or daily over a long stretch."""
        values = [written.value for written in times if written.value is not None]
        return bool(values) and all(self._is_endless(value, duty) for value in values)

    def _is_endless(self, value: When | Frequency, duty: Duty | None) -> bool:
        if isinstance(value, RoundTheClock):
            return True
        if not isinstance(value, Daily):
            return False
        found = occurrences(value, self._own_frame(duty))
        return found.undated or len(found.occurrences) > MOST_DAILY

    # --- one time ---------------------------------------------------------------------------------

    def _one(self, written: Written, frame: Frame) -> Timing:
        match written.value:
            case None | Placeholder() | SchoolYear() | AtLeast() | Vague() | RoundTheClock():
                return Timing()
            case Moment() as moment:
                return self._moment(written.field, moment, written.deadline or moment.deadline)
            case DateRange() as span:
                return self._range(written.field, span)
            case rule:
                return self._rule(written, rule, frame)

    def _moment(self, field: str, moment: Moment, deadline: bool) -> Timing:
        when = self.index.date_of(moment)
        if when is not None:
            one = Occasion(key=field, start=when, end=when, clock=moment.clock, deadline=deadline)
            return Timing((one,))
        return self._slot(moment.day)

    def _slot(self, point: Point) -> Timing:
        if isinstance(point, Placeholder):
            return Timing()
        day = point.day if isinstance(point, Day) else 0
        return Timing(slots=(self.month_of(point),), day=day)

    def month_of(self, point: Day | Month) -> Slot:
        """The month a point lies in; its year, else the one year the period leaves."""
        if point.year is not None:
            return Slot(point.year, point.month)
        year = 0 if point.year_text or isinstance(point, Day) else self.year_of(point.month)
        return Slot(year, point.month)

    def year_of(self, month: int) -> int:
        """The only year of the plan's period that has this month, else 0."""
        first, last = self.index.bounds
        if first is None or last is None:
            return 0
        fits = [
            year
            for year in range(first.year, last.year + 1)
            if (first.year, first.month) <= (year, month) <= (last.year, last.month)
        ]
        return fits[0] if len(fits) == 1 else 0

    def _range(self, field: str, span: DateRange) -> Timing:
        start, end = span.start, span.end
        if isinstance(start, Placeholder) or isinstance(end, Placeholder):
            return Timing()
        if isinstance(start, Day) and isinstance(end, Day):
            first, last = self.index.day_in_period(start), self.index.day_in_period(end)
            if first is not None and last is not None:
                if first > last:
                    return Timing()
                return Timing((Occasion(key=field, start=first, end=last),))
        day = start.day if isinstance(start, Day) else 0
        return Timing(slots=tuple(_slots(self.month_of(start), self.month_of(end))), day=day)

    # --- rules ------------------------------------------------------------------------------------

    def _rule(self, written: Written, rule: Recurrence, frame: Frame) -> Timing:
        if isinstance(rule, Yearly):
            return self._yearly(written, rule, frame)
        return self._expanded(written, rule, frame)

    def _yearly(self, written: Written, rule: Yearly, frame: Frame) -> Timing:
        days = tuple(point for point in rule.on if isinstance(point, Day))
        months = tuple(point for point in rule.on if isinstance(point, Month))
        if frame.bounds is None:
            found = Timing()
            for point in rule.on:
                found += self._slot(point)
            return found
        found = Timing()
        if days:
            found += self._expanded(written, replace(rule, on=days), frame)
        if months:
            whole = occurrences(replace(rule, on=months), frame).occurrences
            found += Timing(slots=tuple(Slot(one.nominal.year, one.nominal.month) for one in whole))
        return found

    def _expanded(self, written: Written, rule: Recurrence, frame: Frame) -> Timing:
        found = occurrences(rule, frame)
        deadline = written.deadline or getattr(rule, "deadline", False)
        single = not isinstance(rule, MonthlySpan)
        made = tuple(
            self._occasion(written.field, one, deadline and single) for one in found.occurrences
        )
        lost = tuple((one.due, _fault(one)) for one in found.clipped)
        return Timing(made, clipped=lost)

    def _occasion(self, field: str, one: Occurrence, deadline: bool) -> Occasion:
        start = one.due if deadline else one.nominal
        return Occasion(
            key=f"{field}/{one.key}",
            start=min(start, one.due),
            end=one.due,
            clock=one.clock,
            deadline=deadline,
            certainty=one.certainty,
            reasons=tuple(self.words(f"reason-{why}") for why in one.why if why not in _FAULTS),
        )

    # --- the frame --------------------------------------------------------------------------------

    def _frame(self) -> Frame:
        plan = self.index.plan
        schedule = plan.schedule
        return Frame(
            period=Period(*self.index.bounds),
            terms=tuple(self.terms()),
            phases=tuple(self._phase_ends(schedule.phases if schedule else ())),
            not_before=self.index.issued_on,
            week_start="sunday" if plan.region == "TW" else "monday",
        )

    def terms(self) -> Iterator[Term]:
        """The terms whose first and last day are known, in plan order."""
        for number, term in enumerate(self.index.plan.terms, 1):
            start, end = self.index.date_of(term.start), self.index.date_of(term.end)
            if start is not None and end is not None and start <= end:
                yield Term(term.id or str(number), term.name or term.id, start, end)

    def _phase_ends(self, phases: tuple[Phase, ...]) -> Iterator[PhaseEnd]:
        for phase in phases:
            known = self.of_phase(phase) if phase.end is not None else Timing()
            yield PhaseEnd(phase.title, known.occasions[-1].end if known.occasions else None)

    def _own_frame(self, duty: Duty | None) -> Frame:
        if duty is None or (duty.starting is None and duty.until is None):
            return self.frame
        starting = self._edge(duty.starting, first=True)
        return replace(self.frame, starting=starting, until=self._edge(duty.until, first=False))

    def _edge(self, moment: Moment | None, *, first: bool) -> date | None:
        if moment is None:
            return None
        known = self.index.date_of(moment)
        return known or (moment.first if first else moment.last)


def _fault(one: Occurrence) -> str:
    return next((why for why in reversed(one.why) if why in _FAULTS), "outside-period")


def _slots(first: Slot, last: Slot) -> Iterator[Slot]:
    """Every month from one to another; without years across the new year if need be."""
    if first.year and last.year:
        at, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
        for month in range(at, end + 1):
            yield Slot(month // 12, month % 12 + 1)
        return
    for month in months_between(first.month, last.month):
        yield Slot(0, month)
