"""One month as rows of days: items of each day in order, phases cut at row ends and put in lanes.

Pure decisions over a calendar, without faces or lengths, so that every painter draws the same.
"""

from __future__ import annotations

import calendar as almanac
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from luoshi.document.calendar_tree import Calendar, DayMark, Entry, Occasion, Slot

MOST_LANES = 4
MOST_STRIPS = 2
_KIND_ORDER = {"meeting": 1}


@dataclass(frozen=True, slots=True)
class Item:
    """One occasion of an entry, on a day or over several."""

    entry: Entry
    occasion: Occasion
    order: int  # of the entry in the plan

    @property
    def key(self) -> tuple[str, str]:
        """What it is known by on the page."""
        return self.entry.key, self.occasion.key


@dataclass(frozen=True, slots=True)
class Bar:
    """A piece of a phase in one row: columns counted from 0, both counted.

    ``begins`` and ``ends`` tell true ends from cut ones; ``lane`` 0 is the topmost.
    """

    item: Item
    first: int
    last: int
    lane: int
    begins: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A week of the page. ``week`` is the teaching week's number, 0 for none."""

    days: tuple[date, ...]
    bars: tuple[Bar, ...]
    week: int = 0
    more: int = 0  # phases of this week that have no lane

    def lanes_on(self, column: int) -> int:
        """How many lanes lie above the items of a day."""
        return max((b.lane + 1 for b in self.bars if b.first <= column <= b.last), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthModel:
    """All that a month's page shows."""

    slot: Slot
    rows: tuple[Row, ...]
    strips: tuple[Item, ...]  # phases that cover the whole month
    hidden: tuple[Item, ...]  # phases without a place on the grid
    items: dict[date, tuple[Item, ...]]
    marks: dict[date, DayMark]
    by_month: tuple[Entry, ...]
    next_deadlines: tuple[Item, ...]

    @property
    def spans(self) -> tuple[Item, ...]:
        """Every phase of the month, shown or not, once."""
        found = {bar.item.key: bar.item for row in self.rows for bar in row.bars}
        return (*self.strips, *found.values(), *self.hidden)

    @property
    def count(self) -> int:
        """All occasions of the month, phases counted once."""
        return sum(map(len, self.items.values())) + len(self.spans)

    def is_own(self, day: date) -> bool:
        """Whether a day belongs to the month and not to a neighbour."""
        return (day.year, day.month) == (self.slot.year, self.slot.month)


def month_model(calendar: Calendar, slot: Slot) -> MonthModel:
    """The month of a slot with a year; phases beyond the lanes of a page are ``hidden``."""
    return _model(calendar, slot, all_items(calendar))


def month_models(calendar: Calendar) -> Iterator[MonthModel]:
    """The model of every month that has a page; items are looked at once, not once a month."""
    near: dict[Slot, list[Item]] = {}
    for item in all_items(calendar):
        before = item.occasion.start.replace(day=1) - timedelta(1)  # it may be due soon after
        for day in _firsts(before, item.occasion.end):
            near.setdefault(Slot(day.year, day.month), []).append(item)
    for slot in months_of(calendar):
        yield _model(calendar, slot, near.get(slot, []))


def _model(calendar: Calendar, slot: Slot, near: Sequence[Item]) -> MonthModel:
    first = date(slot.year, slot.month, 1)
    last = date(slot.year, slot.month, almanac.monthrange(slot.year, slot.month)[1])
    found = [item for item in near if _meets(item, first, last)]
    spans = [item for item in found if item.occasion.is_span]
    whole = [s for s in spans if s.occasion.start <= first and s.occasion.end >= last]
    strips, hidden = whole[:MOST_STRIPS], whole[MOST_STRIPS:]
    weeks = weeks_of(first, last, sunday_first=calendar.sunday_first)
    kept, dropped = _fitting([s for s in spans if s not in whole], weeks, first, last)
    hidden = [*hidden, *dropped]
    return MonthModel(
        slot=slot,
        rows=tuple(_rows(calendar, weeks, kept, hidden, (first, last))),
        strips=tuple(strips),
        hidden=tuple(hidden),
        items=_by_day(item for item in found if not item.occasion.is_span),
        marks={mark.day: mark for mark in calendar.day_marks if first <= mark.day <= last},
        by_month=tuple(e for e in calendar.entries if not e.occasions and slot in e.slots),
        next_deadlines=_next_deadlines(near, last),
    )


def months_of(calendar: Calendar) -> tuple[Slot, ...]:
    """The months that have a page: from the first to the last that holds something dated.

    A gap of over a year is left out, so that a slip of a century gives no thousand pages.
    """
    days = [(o.start, o.end) for e in calendar.entries for o in e.occasions]
    if not days:
        return ()
    full = {Slot(d.year, d.month) for span in days for d in _firsts(*span)}
    full |= {slot for e in calendar.entries if not e.occasions for slot in e.slots if slot.year}
    found: list[Slot] = []
    for slot in sorted(full):
        gap = _between(found[-1], slot) if found else []
        found += [*(gap if len(gap) <= 12 else []), slot]
    return tuple(found)


def all_items(calendar: Calendar) -> list[Item]:
    """Every occasion of every entry in plan order."""
    return [
        Item(entry, occasion, order)
        for order, entry in enumerate(calendar.entries)
        for occasion in entry.occasions
    ]


def weeks_of(first: date, last: date, *, sunday_first: bool) -> list[tuple[date, ...]]:
    """The rows of seven days that cover a month, days of its neighbours included."""
    start = first - timedelta(first.isoweekday() % 7 if sunday_first else first.weekday())
    rows = []
    while start <= last:
        rows.append(tuple(start + timedelta(n) for n in range(7)))
        start += timedelta(7)
    return rows


def _firsts(start: date, end: date) -> Iterable[date]:
    while start <= end:
        yield start
        start = (start.replace(day=1) + timedelta(32)).replace(day=1)


def _between(one: Slot, other: Slot) -> list[Slot]:
    at, end = one.year * 12 + one.month, other.year * 12 + other.month - 1
    return [Slot(month // 12, month % 12 + 1) for month in range(at, end)]


def _meets(item: Item, first: date, last: date) -> bool:
    return item.occasion.start <= last and item.occasion.end >= first


def _by_day(items: Iterable[Item]) -> dict[date, tuple[Item, ...]]:
    """Items by day: deadlines, meetings, the rest; within them by clock, then in plan order."""
    found: dict[date, list[Item]] = {}
    for item in items:
        found.setdefault(item.occasion.start, []).append(item)
    return {day: tuple(sorted(found[day], key=_priority)) for day in sorted(found)}


def _priority(item: Item) -> tuple[int, int, int, int]:
    one = item.occasion
    rank = 0 if one.deadline else _KIND_ORDER.get(item.entry.kind, 2)
    clock = one.clock.hour * 60 + one.clock.minute if one.clock else 24 * 60 + 1
    return rank, clock, item.order, one.start.toordinal()


def by_clock(items: Iterable[Item]) -> list[Item]:
    """Items of a day by clock, those without one last."""
    return sorted(items, key=lambda item: _priority(item)[1:])


def _next_deadlines(near: Sequence[Item], last: date) -> tuple[Item, ...]:
    due = [
        item
        for item in near
        if item.occasion.deadline and 0 < (item.occasion.end - last).days <= 10
    ]
    return tuple(sorted(due, key=lambda item: (item.occasion.end, *_priority(item))))


# --- lanes ----------------------------------------------------------------------------------------


def _fitting(
    spans: list[Item], weeks: Sequence[tuple[date, ...]], first: date, last: date
) -> tuple[list[Item], list[Item]]:
    """The phases that fit in the lanes of the page, and the dropped ones in plan order."""
    kept, dropped = list(spans), list[Item]()
    while True:
        full = _overfull(kept, weeks, first, last)
        if not full:
            return kept, sorted(dropped, key=lambda item: item.order)
        loser = max(full, key=lambda item: _expendable(item, first, last))
        kept.remove(loser)
        dropped.append(loser)


def _overfull(
    spans: list[Item], weeks: Sequence[tuple[date, ...]], first: date, last: date
) -> list[Item]:
    before: tuple[Bar, ...] = ()
    for week in weeks:
        before = lanes(spans, week, before, (first, last))
        if any(bar.lane >= MOST_LANES for bar in before):
            return [bar.item for bar in before]
    return []


def _expendable(item: Item, first: date, last: date) -> tuple[bool, int, int]:
    one = item.occasion
    passes = one.start < first and one.end > last
    return passes, (one.end - one.start).days, item.order


def lanes(
    spans: Iterable[Item],
    week: tuple[date, ...],
    above: tuple[Bar, ...],
    bounds: tuple[date, date],
) -> tuple[Bar, ...]:
    """The bars of one row: those from the row above first, in their old order, so bars only move up.

    Then new ones by start, longer first, in plan order. Each takes the lowest lane that is free
    on all its days.
    """
    old = {bar.item.key: bar.lane for bar in above}
    cut = [bar for bar in (_segment(item, week, bounds) for item in spans) if bar is not None]
    cut.sort(key=lambda b: (_rank(b, old), b.first, b.first - b.last, b.item.order))
    placed: list[Bar] = []
    for bar in cut:
        taken = {p.lane for p in placed if p.first <= bar.last and bar.first <= p.last}
        lane = next(n for n in range(len(taken) + 1) if n not in taken)
        placed.append(Bar(bar.item, bar.first, bar.last, lane, bar.begins, bar.ends))
    return tuple(placed)


def _rank(bar: Bar, old: dict[tuple[str, str], int]) -> int:
    continues = not bar.begins and bar.item.key in old
    return old[bar.item.key] if continues else 1_000


def _segment(item: Item, week: tuple[date, ...], bounds: tuple[date, date]) -> Bar | None:
    """The part of a phase in a row and inside the month; None where there is none."""
    start = max(item.occasion.start, week[0], bounds[0])
    end = min(item.occasion.end, week[-1], bounds[1])
    if start > end:
        return None
    return Bar(
        item,
        (start - week[0]).days,
        (end - week[0]).days,
        0,
        start == item.occasion.start,
        end == item.occasion.end,
    )


def _rows(
    calendar: Calendar,
    weeks: Sequence[tuple[date, ...]],
    spans: list[Item],
    hidden: list[Item],
    bounds: tuple[date, date],
) -> Iterable[Row]:
    before: tuple[Bar, ...] = ()
    for week in weeks:
        before = lanes(spans, week, before, bounds)
        number = next(
            (w.number for w in calendar.weeks if w.start <= week[-1] and w.end >= week[0]), 0
        )
        more = sum(1 for item in hidden if _segment(item, week, bounds) is not None)
        yield Row(week, before, number, more)
