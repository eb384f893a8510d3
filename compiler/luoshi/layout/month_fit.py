"""How much of a month its page holds: heights of the rows, lines of each day, what goes elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from luoshi.document.calendar_words import CalendarWords
from luoshi.layout.cell_text import MM, Block, Face, Pen
from luoshi.layout.desk import Desk
from luoshi.layout.drawing import drawn_parties
from luoshi.layout.month_model import Item, MonthModel, Row

DAY_LINE, PITCH, LEAST_ROW, FOOT_ROOM = 4.3, 3.95, 12.0, 0.6
PAD_LEFT, PAD_RIGHT, INDENT, GAP_TOP = 1.1, 0.7, 3.7, 0.3
MORE_HEIGHT = 3.7  # of the line that says how many are elsewhere
MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class Scale:
    """Type of the items: the ordinary one, and the one a full page goes to once."""

    size: float
    leading: float
    mark: float


ORDINARY, SMALLER = Scale(7.0, 3.25, 3.0), Scale(6.5, 3.0, 2.85)


@dataclass(frozen=True, slots=True)
class SetItem:
    """An item of a day in lines; ``start`` is where its words begin, from the edge of the cell."""

    item: Item
    block: Block
    start: float


@dataclass(frozen=True, slots=True)
class DayFit:
    """What a day shows, and how many of its items only the extra page has."""

    shown: tuple[SetItem, ...] = ()
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """The measured page of a month. Lengths are millimetres; ``edges`` are those of the columns."""

    model: MonthModel
    scale: Scale
    edges: tuple[float, ...]
    heights: tuple[float, ...]
    days: dict[date, DayFit]

    @property
    def hidden(self) -> int:
        """Occasions that stand on the extra page only."""
        return sum(fit.hidden for fit in self.days.values()) + len(self.model.hidden)

    @property
    def shown(self) -> int:
        """Occasions on the grid; with the hidden ones they are all."""
        shown = sum(len(fit.shown) for fit in self.days.values())
        spans = len(self.model.spans) - len(self.model.hidden)
        if shown + spans + self.hidden != self.model.count:
            raise AssertionError("an occasion of the month is neither shown nor hidden")
        return shown + spans

    @property
    def full_days(self) -> tuple[date, ...]:
        """The days that overflow."""
        return tuple(day for day, fit in self.days.items() if fit.hidden)

    @property
    def cut(self) -> tuple[Item, ...]:
        """Shown items whose words end in …"""
        return tuple(s.item for fit in self.days.values() for s in fit.shown if s.block.is_cut)


def fit_month(desk: Desk, model: MonthModel, left: float, width: float, height: float) -> Grid:
    """The rows of a month in a block of the given size; goes to the smaller type where it must."""
    edges = _edges(model, left, width)
    for scale in (ORDINARY, SMALLER):
        grid = _fit(desk, model, edges, height, scale)
        if not grid.full_days:
            break
    return grid


def _edges(model: MonthModel, left: float, width: float) -> tuple[float, ...]:
    """Columns: Saturday and Sunday are narrower unless one holds more than four items."""
    days = model.rows[0].days
    busy = any(len(items) > 4 for day, items in model.items.items() if day.isoweekday() > 5)
    shares = [1.0 if busy or day.isoweekday() < 6 else 0.72 for day in days]
    edges = [left]
    for share in shares:
        edges.append(edges[-1] + share * width / sum(shares))
    return tuple(edges)


def _fit(
    desk: Desk, model: MonthModel, edges: tuple[float, ...], height: float, scale: Scale
) -> Grid:
    sets = {
        day: [_set(desk, item, scale, _room(model, edges, day)) for item in items]
        for day, items in model.items.items()
    }
    demands = [_demand(row, sets, scale) for row in model.rows]
    heights = water_filled(demands, height)
    days: dict[date, DayFit] = {}
    for row, tall in zip(model.rows, heights, strict=True):
        for column, day in enumerate(row.days):
            if day in sets:
                room = tall - DAY_LINE - row.lanes_on(column) * PITCH - GAP_TOP - FOOT_ROOM / 2
                days[day] = _cut_to(sets[day], room, scale)
    return Grid(model, scale, edges, heights, days)


def _room(model: MonthModel, edges: tuple[float, ...], day: date) -> float:
    column = model.rows[0].days[0].isoweekday()
    at = (day.isoweekday() - column) % 7
    return edges[at + 1] - edges[at] - PAD_LEFT - PAD_RIGHT


def item_head(item: Item) -> str:
    """The clock before an item's words; the deadline's triangle is drawn."""
    clock = item.occasion.clock
    return f"{clock} " if clock else ""


def tokens_of(words: CalendarWords, item: Item) -> str:
    """建议 or 暂 after an item whose day is not fixed, else nothing."""
    certainty = item.occasion.certainty
    return "" if certainty == "fixed" else words(certainty)


def _set(desk: Desk, item: Item, scale: Scale, room: float) -> SetItem:
    pen = desk.pen
    lead, joint, more = drawn_parties(desk.calendar, item.entry)
    squares = len(joint) + (lead is not None)
    start = squares * (scale.mark + 0.3) + (0.4 if squares else 0.0)
    start += pen.width(f"+{more}", Face(6.5)) + 0.3 if more else 0.0
    face = Face(scale.size)
    head = item_head(item)
    taken = 2.5 if item.occasion.deadline else 0.0
    taken += pen.width(head, Face(scale.size, bold=item.occasion.deadline)) if head else 0.0
    mark = tokens_of(desk.words, item)
    tail = pen.width(mark, Face(6.5)) + 1.4 if mark else 0.0
    indent = INDENT if squares else 0.0
    block = _with_tail(pen, item.entry.title, face, (room - start - taken, room - indent), tail)
    return SetItem(item, block, start)


def _with_tail(pen: Pen, text: str, face: Face, widths: tuple[float, float], tail: float) -> Block:
    """Lines whose last leaves room for a token."""
    first, rest = widths
    block = pen.block(text, face, first, rest, most=MOST_LINES)
    if not tail:
        return block
    width = first if block.count == 1 else rest
    start, end = block.lines[-1]
    if sum(block.strip.widths[start:end]) / MM + tail <= width:
        return block
    if block.count < MOST_LINES:
        return pen.block(text, face, first - tail, rest - tail, most=MOST_LINES)
    return pen.block(text, face, first, rest - tail, most=MOST_LINES)


def _demand(row: Row, sets: dict[date, list[SetItem]], scale: Scale) -> float:
    need = LEAST_ROW
    for column, day in enumerate(row.days):
        lines = sum(one.block.count for one in sets.get(day, ()))
        lanes = row.lanes_on(column)
        need = max(need, DAY_LINE + lanes * PITCH + GAP_TOP + lines * scale.leading + FOOT_ROOM)
    return need


def water_filled(demands: Sequence[float], height: float) -> tuple[float, ...]:
    """Row heights: from the smallest demand on, each gets what it asks up to an equal share.

    What remains is spread evenly, so quiet rows are never squeezed for a crowded one.
    """
    given = [0.0] * len(demands)
    left = height
    order = sorted(range(len(demands)), key=lambda n: (demands[n], n))
    for served, number in enumerate(order):
        share = left / (len(order) - served)
        given[number] = min(demands[number], share)
        left -= given[number]
    return tuple(value + left / len(demands) for value in given)


def _cut_to(items: list[SetItem], room: float, scale: Scale) -> DayFit:
    """The items of a day in their order while they and the line about the others fit."""
    tall = sum(one.block.count for one in items) * scale.leading
    if tall <= room + 0.01:
        return DayFit(tuple(items))
    used, shown = 0.0, 0
    for one in items:
        used += one.block.count * scale.leading
        if used + MORE_HEIGHT > room:
            break
        shown += 1
    return DayFit(tuple(items[:shown]), len(items) - shown)
