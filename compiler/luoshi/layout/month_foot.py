"""The foot of a month page: units and signs that the page shows, a note, the balance."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from luoshi.document.calendar_tree import Calendar, Party
from luoshi.document.calendar_words import CalendarWords
from luoshi.document.marks import SECOND
from luoshi.layout import drawing as draw
from luoshi.layout.cell_text import Face, Pen
from luoshi.layout.desk import Desk
from luoshi.layout.drawing import middle
from luoshi.layout.month_fit import Grid
from luoshi.layout.pages import Mark
from luoshi.layout.sheet import FOOT, LIVE_HEIGHT, LIVE_WIDTH, MARGIN

MOST_UNITS = 12
_FACE = Face(6.5)
_NOTE = Face(6.5, color=SECOND)
_Sign = tuple[Callable[[float, float], tuple[list[Mark], float]], str]


def foot(desk: Desk, grid: Grid) -> list[Mark]:
    """Legend, footnote and balance under the grid."""
    pen, calendar, words = desk.pen, desk.calendar, desk.words
    top = MARGIN + LIVE_HEIGHT - FOOT
    marks = _units(pen, _parties(calendar, grid), top + 2.9)
    marks += _signs(desk, grid, top + 7.0)
    right = MARGIN + LIVE_WIDTH
    baseline = top + 11.2 + middle(6.5)
    balance = balance_words(calendar, words, grid)
    marks += pen.right(balance, _NOTE, right, baseline)
    room = LIVE_WIDTH - pen.width(balance, _NOTE) - 6
    marks += pen.line(pen.fitted(_note(words, grid), _NOTE, room), _NOTE, MARGIN, baseline)
    return marks


def balance_words(calendar: Calendar, words: CalendarWords, grid: Grid) -> str:
    """本月事项 57 ＝ 图中 49 ＋ 附页 8；未定日期 3."""
    text = words("balance-month", all=grid.model.count, shown=grid.shown, hidden=grid.hidden)
    if grid.model.by_month:
        text += words("balance-by-month", n=len(grid.model.by_month))
    undated = calendar.balance.undated
    return text + (words("balance-undated", n=undated) if undated else "")


def _note(words: CalendarWords, grid: Grid) -> str:
    """The one footnote: an empty month, phases without a lane, why dates are not fixed."""
    gap = " " if words.language == "en" else ""
    parts: list[str] = []
    if not grid.model.count and not grid.model.by_month:
        parts.append(words("empty-month"))
    hidden = grid.model.hidden
    if hidden:
        names = (", " if words.language == "en" else "、").join(i.entry.title for i in hidden)
        parts.append(words("more-phases", n=len(hidden), names=names))
    items = [item for day in grid.model.items.values() for item in day]
    parts += dict.fromkeys(r for i in (*items, *grid.model.spans) for r in i.occasion.reasons)
    stop = ". " if words.language == "en" else "。"
    return gap.join(f"{part}{stop}" for part in parts)


def _parties(calendar: Calendar, grid: Grid) -> list[Party]:
    """The units whose marks stand on this page, in plan order."""
    shown = [one.item for fit in grid.days.values() for one in fit.shown]
    entries = [item.entry for item in (*shown, *grid.model.spans)]
    entries += grid.model.by_month
    keys: set[str] = set()
    for entry in entries:
        lead, joint, _ = draw.drawn_parties(calendar, entry)
        keys |= {party.key for party in ([lead] if lead else []) + joint}
    return [party for party in calendar.parties if party.key in keys]


def _units(pen: Pen, parties: list[Party], y: float) -> list[Mark]:
    """Marks, names and patterns on one line; the patterns get shorter before a unit is left out."""
    shown = parties[:MOST_UNITS]
    names = sum(3.7 + pen.width(party.short, _FACE) for party in shown)
    room = (LIVE_WIDTH - names) / max(1, len(shown))
    pattern = min(7.0, max(0.0, room - 3.9))
    gap = 3.1 if pattern > 0 else 2.0
    marks: list[Mark] = []
    x, right = MARGIN, MARGIN + LIVE_WIDTH
    for party in shown:
        width = 3.7 + pen.width(party.short, _FACE) + (0.8 + pattern if pattern > 1.5 else 0.0)
        if x + width > right + 0.1:
            break
        marks += draw.unit_mark(pen, party.mark, x, y - 1.5, 3.0)
        marks += pen.line(party.short, _FACE, x + 3.7, y + middle(6.5))
        if pattern > 1.5:
            marks += draw.swatch(party.mark, x + width - pattern, y - 0.4, pattern)
        x += width + min(gap, room)
    return marks


def _signs(desk: Desk, grid: Grid, y: float) -> list[Mark]:
    """The signs that this page shows, and no others."""
    pen = desk.pen
    marks: list[Mark] = []
    x = MARGIN
    for paint, text in _shown_signs(desk, grid):
        figures, x = paint(x, y)
        marks += figures
        x += 0.7
        marks += pen.line(text, _FACE, x, y + middle(6.5))
        x += pen.width(text, _FACE) + 4.0
    return marks


def _shown_signs(desk: Desk, grid: Grid) -> Iterator[_Sign]:
    pen, calendar, words = desk.pen, desk.calendar, desk.words
    kinds = {mark.kind for mark in grid.model.marks.values()}
    for kind, sign in (("off", words.off()), ("work", words.work())):
        if kind in kinds:
            yield _badge(pen, sign, kind), words(f"legend-{kind}")
    yield from _roles(pen, calendar, words, grid)
    shown = [one.item for fit in grid.days.values() for one in fit.shown]
    if any(item.occasion.deadline for item in shown):
        yield _triangle, words("legend-deadline")
    certainties = {item.occasion.certainty for item in (*shown, *grid.model.spans)}
    for certainty in ("proposed", "provisional"):
        if certainty in certainties:
            yield _token(pen, words(certainty)), words(f"legend-{certainty}")
    if any(not (bar.begins and bar.ends) for row in grid.model.rows for bar in row.bars):
        yield _chevrons, words("legend-cut")


def _roles(pen: Pen, calendar: Calendar, words: CalendarWords, grid: Grid) -> Iterator[_Sign]:
    """Lead and joint, where a joint unit stands on the page."""
    shown = [one.item.entry for fit in grid.days.values() for one in fit.shown]
    for entry in shown:
        lead, joint, _ = draw.drawn_parties(calendar, entry)
        if joint:
            party = lead or joint[0]
            yield _square(pen, party, joint=False), words("legend-lead")
            yield _square(pen, joint[0], joint=True), words("legend-joint")
            return


def _triangle(x: float, y: float) -> tuple[list[Mark], float]:
    return [draw.triangle(x, y + 1.0, 2.2)], x + 2.0


def _chevrons(x: float, y: float) -> tuple[list[Mark], float]:
    left = draw.figure(((x + 1.3, y - 1.2), (x, y), (x + 1.3, y + 1.2)), SECOND)
    right = draw.figure(((x + 2.2, y - 1.2), (x + 3.5, y), (x + 2.2, y + 1.2)), SECOND)
    return [left, right], x + 3.5


def _badge(pen: Pen, text: str, kind: str) -> Callable[[float, float], tuple[list[Mark], float]]:
    return lambda x, y: (draw.badge(pen, text, kind, x + 1.8, y, side=3.6), x + 3.6)


def _token(pen: Pen, text: str) -> Callable[[float, float], tuple[list[Mark], float]]:
    return lambda x, y: draw.token(pen, text, x, y)


def _square(
    pen: Pen, party: Party, *, joint: bool
) -> Callable[[float, float], tuple[list[Mark], float]]:
    return lambda x, y: (draw.unit_mark(pen, party.mark, x, y - 1.5, 3.0, joint=joint), x + 3.0)
