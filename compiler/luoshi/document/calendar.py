"""From a checked plan to its calendar: every entry, what is listed apart, the days marked.

Each duty, report, month item, phase and meeting, and each work item with an own time or owner, is
one entry; a duty's report with a time of its own is another. Standing duties, prohibitions and
duties for when something happens have no day and are listed apart.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from luoshi.check import CheckedPlan
from luoshi.dates import DateRange, teaching_weeks
from luoshi.document.calendar_times import Clockwork, Timing, Written
from luoshi.document.calendar_tree import (
    Calendar,
    DayMark,
    Entry,
    EntryKind,
    Furniture,
    Party,
    Share,
    Slot,
    Standing,
    StandingKind,
    Week,
)
from luoshi.document.calendar_words import CalendarWords
from luoshi.document.marks import MarkWish, unit_marks
from luoshi.document.times import period_text, when_text
from luoshi.model import Index, Obligation, unit_key
from luoshi.model.records import (
    DayOff,
    Duty,
    Meeting,
    MonthItem,
    Owner,
    Phase,
    Plan,
    Report,
    WorkItem,
)

_APART: dict[str, StandingKind] = {
    "standing": "standing",
    "prohibition": "prohibition",
    "trigger": "trigger",
}
_MOST_DAYS_NAMED = 3


def build_calendar(checked: CheckedPlan, furniture: Furniture | None = None) -> Calendar:
    """The calendar of a plan. Same plan, same calendar, whatever the order of its keys."""
    return _Builder(checked.index, furniture or Furniture()).calendar()


@dataclass(frozen=True, slots=True)
class _Thing:
    """An obligation, or the report inside one, before it is placed in time."""

    kind: EntryKind
    id: str
    title: str
    text: str
    owners: tuple[Owner, ...]
    times: tuple[Written, ...]
    duty: Duty | None = None
    phase: Phase | None = None
    months: tuple[int, ...] = ()
    members: tuple[str, ...] = ()


class _Builder:
    def __init__(self, index: Index, furniture: Furniture) -> None:
        self.index = index
        self.plan = index.plan
        self.furniture = furniture
        self.words = CalendarWords(self.plan.language, self.plan.region)
        self.clockwork = Clockwork(index, self.words)
        self.keys: dict[str, int] = {}
        self.entries: list[Entry] = []
        self.standing: list[Standing] = []
        self.notes: list[str] = []

    def calendar(self) -> Calendar:
        things = [thing for found in self.index.obligations for thing in _things(found)]
        for thing in things:
            self._take(thing)
        if len(self.entries) + len(self.standing) != len(things):
            raise AssertionError("an obligation was lost on the way into the calendar")
        first, last = self.index.bounds
        return Calendar(
            name=self.plan.short_title or self.plan.title,
            language=self.plan.language,
            region=self.plan.region,
            plan_id=self.plan.id,
            furniture=self.furniture,
            organ=self._organ(),
            period=period_text(self.plan.period, self.plan),
            first=first,
            last=last,
            issued_on=self.index.issued_on,
            parties=self._parties(),
            entries=tuple(self.entries),
            standing=tuple(self.standing),
            day_marks=tuple(_day_marks(self.index)),
            weeks=tuple(self._weeks()),
            notes=tuple(self.notes),
        )

    # --- entries ----------------------------------------------------------------------------------

    def _take(self, thing: _Thing) -> None:
        apart = self._apart(thing)
        if apart is not None:
            self.standing.append(self._standing(thing, apart))
            return
        timing = self._timing(thing)
        heading = tuple(Slot(self.clockwork.year_of(month), month) for month in thing.months)
        key = self._key(thing)
        entry = Entry(
            key=key,
            kind=thing.kind,
            title=thing.title or thing.text,
            text=thing.text or thing.title,
            shares=self._shares(thing),
            reach=self._reach(thing),
            when=self._when(thing),
            deadline=any(one.deadline for one in timing.occasions) or _is_deadline(thing),
            occasions=timing.occasions,
            slots=() if timing.occasions else (timing.slots or heading),
            heading=heading or timing.slots[:1],
            day=0 if timing.occasions else timing.day,
            clipped=len(timing.clipped),
        )
        self.entries.append(entry)
        self._note_clipped(entry, timing)

    def _timing(self, thing: _Thing) -> Timing:
        if thing.phase is not None:
            return self.clockwork.of_phase(thing.phase)
        return self.clockwork.timing(thing.times, thing.duty)

    def _apart(self, thing: _Thing) -> StandingKind | None:
        duty = thing.duty
        if thing.kind in ("duty", "date") and duty is not None:
            if duty.kind in _APART:
                return _APART[duty.kind]
            if duty.trigger:
                return "trigger"
        if self.clockwork.is_standing(thing.times, duty):
            return "standing"
        return None

    def _standing(self, thing: _Thing, kind: StandingKind) -> Standing:
        trigger = thing.duty.trigger if thing.duty is not None else ""
        return Standing(
            key=self._key(thing),
            kind=kind,
            text=thing.text or thing.title,
            shares=self._shares(thing),
            reach=self._reach(thing),
            when=trigger or self._when(thing),
        )

    def _key(self, thing: _Thing) -> str:
        """The author's id, else a hash of what it is; a double gets a number in plan order."""
        key = thing.id
        if not key:
            facts = [
                thing.kind,
                thing.text or thing.title,
                [[o.unit, o.role] for o in thing.owners],
            ]
            packed = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
            key = "~" + hashlib.sha256(packed.encode()).hexdigest()[:12]
        number = self.keys[key] = self.keys.get(key, 0) + 1
        return key if number == 1 else f"{key}#{number}"

    def _when(self, thing: _Thing) -> str:
        gap = "; " if self.plan.language == "en" else "；"
        if thing.phase is not None:
            return _phase_words(thing.phase, self.plan)
        written = [when_text(time.value, self.plan) for time in thing.times]
        return gap.join(dict.fromkeys(words for words in written if words))

    def _note_clipped(self, entry: Entry, timing: Timing) -> None:
        by_reason: dict[str, list[date]] = {}
        for day, why in timing.clipped:
            by_reason.setdefault(why, []).append(day)
        for why, days in by_reason.items():
            self.notes.append(self._clipped(entry.title, why, sorted(days)))

    def _clipped(self, title: str, why: str, days: list[date]) -> str:
        gap = ", " if self.plan.language == "en" else "、"
        named = gap.join(self.words.short_day(day) for day in days[:_MOST_DAYS_NAMED])
        tail = "…" if len(days) > _MOST_DAYS_NAMED else ""
        why_words = self.words(f"why-{why}")
        return self.words("clipped", title=title, n=len(days), days=named + tail, why=why_words)

    # --- who --------------------------------------------------------------------------------------

    def _shares(self, thing: _Thing) -> tuple[Share, ...]:
        order = {"lead": 0, "joint": 1, "assist": 2}
        owners = [*thing.owners, *(Owner(unit=name, role="joint") for name in thing.members)]
        found: dict[str, Share] = {}
        for owner in sorted(owners, key=lambda one: order[one.role]):
            unit = self.index.unit(owner.unit)
            key = unit_key(unit) if unit is not None else ""
            name = owner.called or (unit.short or unit.name if unit is not None else owner.unit)
            found.setdefault(key or name, Share(name, owner.role, key))
        return tuple(found.values())

    def _reach(self, thing: _Thing) -> tuple[str, ...]:
        """Keys of every unit that takes part, the parts of joint units and all members included."""
        found: dict[str, None] = {}
        for name in (*(owner.unit for owner in thing.owners), *thing.members):
            for unit in self.index.resolve(name):
                found[unit_key(unit)] = None
                for part in unit.consists_of:
                    found.update((unit_key(member), None) for member in self.index.resolve(part))
        return tuple(found)

    def _parties(self) -> tuple[Party, ...]:
        units = self.plan.units
        wishes = [MarkWish(unit.short or unit.name, unit.mark) for unit in units]
        marks = unit_marks(wishes, self.plan.language)
        return tuple(
            Party(key=unit_key(unit), name=unit.name, short=unit.short or unit.name, mark=mark)
            for unit, mark in zip(units, marks, strict=True)
        )

    def _organ(self) -> str:
        issue = self.plan.issue
        names = [self.index.name_of(name) for name in issue.organs] if issue else []
        return (", " if self.plan.language == "en" else "、").join(names)

    def _weeks(self) -> Iterator[Week]:
        start = self.clockwork.frame.week_start
        for term in self.clockwork.terms():
            for week in teaching_weeks(term, start):
                yield Week(week.number, week.start, week.end, term.name)


def _phase_words(phase: Phase, plan: Plan) -> str:
    if phase.start is not None and phase.end is not None:
        return when_text(DateRange(phase.start.day, phase.end.day), plan)
    return when_text(phase.start or phase.end, plan)


def _is_deadline(thing: _Thing) -> bool:
    return any(time.deadline and time.value is not None for time in thing.times)


# --- what an obligation brings ------------------------------------------------------------------


def _things(found: Obligation) -> Iterator[_Thing]:
    record = found.record
    match record:
        case Duty():
            yield _of_duty(found, record)
            if record.report is not None and _times_of(record.report):
                yield _of_report(found, record.report, f"{found.id}/report" if found.id else "")
        case WorkItem():
            if record.owners or record.when is not None or record.by is not None:
                yield _of_work(found, record)
        case Report():
            yield _of_report(found, record, found.id)
        case MonthItem():
            yield _thing(
                found,
                "month_item",
                record.short,
                (Written("when", record.when),),
                months=found.months,
            )
        case Phase():
            yield _thing(found, "phase", "", (), phase=record)
        case Meeting():
            held = (Written("when", record.when), Written("at_least", record.at_least))
            yield _thing(found, "meeting", record.name, held, members=record.members)


def _thing(
    found: Obligation,
    kind: EntryKind,
    title: str,
    times: tuple[Written, ...],
    *,
    phase: Phase | None = None,
    months: tuple[int, ...] = (),
    members: tuple[str, ...] = (),
) -> _Thing:
    return _Thing(
        kind, found.id, title, found.text, found.owners, _kept(times),
        phase=phase, months=months, members=members,
    )  # fmt: skip


def _kept(times: tuple[Written, ...]) -> tuple[Written, ...]:
    return tuple(time for time in times if time.value is not None)


def _of_duty(found: Obligation, duty: Duty) -> _Thing:
    times = (
        Written("when", duty.when),
        Written("by", duty.by, deadline=True),
        Written("at_least", duty.at_least),
    )
    kind: EntryKind = "date" if found.place == "date" else "duty"
    return _Thing(kind, found.id, duty.short, duty.text, found.owners, _kept(times), duty=duty)


def _of_work(found: Obligation, item: WorkItem) -> _Thing:
    times = (Written("when", item.when), Written("by", item.by, deadline=True))
    return _Thing("work", found.id, item.title, found.text, found.owners, _kept(times))


def _times_of(report: Report) -> tuple[Written, ...]:
    return _kept(
        (
            Written("when", report.when),
            Written("by", report.by, deadline=True),
            Written("at_least", report.at_least),
        )
    )


def _of_report(found: Obligation, report: Report, key: str) -> _Thing:
    """A report as an entry; the time it goes out is a deadline by its nature only where said so."""
    title = report.title or report.form or report.text or found.text
    duty = found.record if isinstance(found.record, Duty) else None
    return _Thing("report", key, title, title, found.owners, _times_of(report), duty=duty)


# --- days -----------------------------------------------------------------------------------------


def _day_marks(index: Index) -> Iterator[DayMark]:
    """Days off and worked days of the plan's own calendars; an earlier calendar and work win."""
    found: dict[date, DayMark] = {}
    for calendar in index.plan.calendars:
        own: dict[date, DayMark] = {}
        for item in calendar.off:
            own.update((day, DayMark(day, "off", item.name)) for day in _days(index, item))
        for item in calendar.work:
            own.update((day, DayMark(day, "work", item.name)) for day in _days(index, item))
        found = {**own, **found}
    yield from (found[day] for day in sorted(found))


def _days(index: Index, item: DayOff) -> Iterator[date]:
    first = index.date_of(item.on or item.start)
    last = index.date_of(item.on or item.end)
    if first is None or last is None:
        return
    for number in range(min((last - first).days, 3660) + 1):
        yield first + timedelta(number)
