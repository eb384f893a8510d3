"""The year or term table as groups of rows: by teaching week where terms give them, else by month.

Every entry stands in exactly one place or, when it comes round again, once in each group it falls
in, with all its days of that group in one row. Shared by every painter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from luoshi.document.calendar_tree import Calendar, Entry, Occasion, Slot, Week
from luoshi.document.calendar_words import CalendarWords

GroupKind = Literal["week", "month", "undated", "standing", "trigger", "prohibition"]


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row. ``time`` is as short as its group allows; ``tick`` leaves a box for "done"."""

    time: str
    text: str
    units: str
    deadline: bool = False
    token: str = ""  # 建议, 暂
    tick: bool = True
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one label; ``days`` are those of the week, in words."""

    kind: GroupKind
    label: str
    rows: tuple[TableRow, ...]
    days: str = ""


def table_groups(calendar: Calendar, words: CalendarWords) -> tuple[Group, ...]:
    """All groups in the order of print: dated, months without a year, undated, listed apart."""
    return (
        *_dated_groups(calendar, words),
        *_yearless_groups(calendar, words),
        *_undated(calendar, words),
        *_apart(calendar, words),
    )


# --- dated ----------------------------------------------------------------------------------------

_Place = tuple[date, int, tuple[Slot, ...], int]  # first day, kind, months, week number


def _dated_groups(calendar: Calendar, words: CalendarWords) -> Iterator[Group]:
    placed: dict[_Place, list[tuple[date, int, TableRow]]] = {}
    for order, entry in enumerate(calendar.entries):
        for place, occasions in _places(calendar, entry).items():
            row = _row(words, entry, occasions)
            first = occasions[0].start if occasions else date.max
            placed.setdefault(place, []).append((first, order, row))
    for place in sorted(placed):
        rows = tuple(row for *_, row in sorted(placed[place], key=lambda one: one[:2]))
        yield _dated_group(calendar, words, place, rows)


def _places(calendar: Calendar, entry: Entry) -> dict[_Place, list[Occasion]]:
    found: dict[_Place, list[Occasion]] = {}
    for occasion in entry.occasions:
        found.setdefault(_place(calendar, occasion.start), []).append(occasion)
    if not found and entry.slots and entry.slots[0].year:
        months = entry.heading or entry.slots[:1]
        found[date(months[0].year, months[0].month, 1), 0, months, 0] = []
    return found


def _place(calendar: Calendar, day: date) -> _Place:
    for week in calendar.weeks:
        if week.start <= day <= week.end:
            return week.start, 1, (), week.number
    return day.replace(day=1), 0, (Slot(day.year, day.month),), 0


def _dated_group(
    calendar: Calendar, words: CalendarWords, place: _Place, rows: tuple[TableRow, ...]
) -> Group:
    start, _, months, number = place
    if months:
        return Group("month", words.heading(months), rows)
    week: Week = next(w for w in calendar.weeks if w.start == start and w.number == number)
    days = words.short_span(week.start, week.end)
    return Group("week", words("week", n=number), rows, days)


def _row(words: CalendarWords, entry: Entry, occasions: list[Occasion]) -> TableRow:
    time = words.occasions(occasions) or entry.when
    certainty = next((o.certainty for o in occasions if o.certainty != "fixed"), "fixed")
    return TableRow(
        time,
        entry.text,
        words.names(entry.shares),
        deadline=any(one.deadline for one in occasions),
        token="" if certainty == "fixed" else words(certainty),
        entry=entry,
    )


# --- without a year, without a date -----------------------------------------------------------


def _yearless_groups(calendar: Calendar, words: CalendarWords) -> Iterator[Group]:
    """Months in the order in which the plan first names them."""
    found: dict[tuple[Slot, ...], list[tuple[int, int, TableRow]]] = {}
    for order, entry in enumerate(calendar.in_state("month")):
        if entry.slots[0].year:
            continue
        months = entry.heading or entry.slots[:1]
        row = TableRow(
            entry.when, entry.text, words.names(entry.shares), deadline=entry.deadline, entry=entry
        )
        found.setdefault(months, []).append((entry.day or 32, order, row))
    for months, rows in found.items():
        ordered = tuple(row for *_, row in sorted(rows, key=lambda one: one[:2]))
        yield Group("month", words.heading(months), ordered)


def _undated(calendar: Calendar, words: CalendarWords) -> Iterator[Group]:
    rows = tuple(
        TableRow(words.as_written(entry), entry.text, words.names(entry.shares), entry=entry)
        for entry in calendar.in_state("undated")
    )
    if rows:
        yield Group("undated", words("undated"), rows)


def _apart(calendar: Calendar, words: CalendarWords) -> Iterable[Group]:
    kinds: tuple[Literal["standing", "trigger", "prohibition"], ...]
    kinds = ("standing", "trigger", "prohibition")
    for kind in kinds:
        rows = tuple(
            TableRow(one.when, one.text, words.names(one.shares), tick=False)
            for one in calendar.standing
            if one.kind == kind
        )
        if rows:
            yield Group(kind, words(kind), rows)
