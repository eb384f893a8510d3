"""What a month cannot show in its days: panels in spare cells, sections of the extra pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from luoshi.document.calendar_tree import Calendar, Entry
from luoshi.document.calendar_words import CalendarWords
from luoshi.document.marks import PAPER, SECOND
from luoshi.layout import drawing as draw
from luoshi.layout.cell_text import Face
from luoshi.layout.desk import Desk
from luoshi.layout.drawing import box, middle, rule
from luoshi.layout.list_page import Line, Section
from luoshi.layout.month_fit import Grid
from luoshi.layout.month_model import Item, by_clock
from luoshi.layout.pages import Mark

LEAST_SPARE = 4
_LEADING, _HEAD = 3.35, 5.0
_PanelLine = tuple[Entry | None, str, str]  # entry, words before it (a deadline), words after it


# --- the panel --------------------------------------------------------------------------------


def panel_fits(grid: Grid) -> bool:
    """Whether the month's entries without a day all stand on the grid: none, or the panel holds them."""
    listed = grid.model.by_month
    return not listed or len(listed) <= _capacity(grid)


def _spare(grid: Grid) -> int:
    """Cells after the last day of the month."""
    return sum(1 for day in grid.model.rows[-1].days if day.day < 8 and not grid.model.is_own(day))


def _capacity(grid: Grid) -> int:
    """How many lines a column of the panel holds under its heading; 0 without a panel."""
    if _spare(grid) < LEAST_SPARE:
        return 0
    return max(0, int((grid.heights[-1] - _HEAD - 1.2) / _LEADING))


def panels(desk: Desk, grid: Grid, top: float, in_panel: bool) -> list[Mark]:
    """The panel in the spare cells of the last row: entries without a day, next month's deadlines."""
    capacity = _capacity(grid)
    columns = list(_panel_columns(desk.calendar, desk.words, grid, capacity, in_panel))
    if not capacity or not columns:
        return []
    left, right = grid.edges[7 - _spare(grid)], grid.edges[-1]
    y, height = top + sum(grid.heights[:-1]), grid.heights[-1]
    marks: list[Mark] = [box(left + 0.1, y + 0.2, right - left - 0.1, height - 0.4, PAPER)]
    width = (right - left - 4.0) / len(columns)
    for number, (title, lines) in enumerate(columns):
        x = left + 2.0 + number * width
        marks += _panel(desk, title, lines, (x, y, width - 3.0))
    return marks


def _panel_columns(
    calendar: Calendar, words: CalendarWords, grid: Grid, capacity: int, in_panel: bool
) -> Iterator[tuple[str, list[_PanelLine]]]:
    """Title and lines (entry, words before it, words after it) of each column."""
    listed, undated = grid.model.by_month, calendar.in_state("undated")
    if listed and in_panel:
        yield words("by-month", n=len(listed)), [(entry, "", entry.when) for entry in listed]
    if undated:
        lines: list[_PanelLine] = [(entry, "", words.as_written(entry)) for entry in undated]
        if len(undated) > capacity:
            lines = [(None, words("undated-at-end", n=len(undated)), "")]
        yield words("undated-list", n=len(undated)), lines
    due = grid.model.next_deadlines[:capacity]
    if due:
        yield words("next-days"), [(i.entry, words.occasion(i.occasion), "") for i in due]


def _panel(
    desk: Desk, title: str, lines: list[_PanelLine], place: tuple[float, float, float]
) -> list[Mark]:
    pen, (x, y, width) = desk.pen, place
    face, grey, bold = Face(7), Face(7, color=SECOND), Face(7.5, bold=True)
    marks: list[Mark] = [*pen.line(pen.fitted(title, bold, width), bold, x, y + 2.6 + middle(7.5))]
    marks.append(rule(x, y + 4.6, x + width, y + 4.6, 0.2, color=SECOND))
    y += _HEAD
    for entry, before, after in lines:
        base, at = y + _LEADING / 2 + middle(7), x
        if entry is not None:
            squares, at = draw.entry_marks(desk, entry, x, y + 0.2, 2.95)
            marks += squares
        if entry is not None and before:
            marks.append(draw.triangle(at, base, 2.2))
            at += 2.5
        text = f"{before} {entry.title}".strip() if entry is not None else before
        text = pen.fitted(text, face, x + width - at)
        marks += pen.line(text, face, at, base)
        at += pen.width(text, face) + 1.0
        if after and x + width - at > 6:
            marks += pen.line(pen.fitted(after, grey, x + width - at), grey, at, base)
        y += _LEADING
    return marks


# --- the extra pages ------------------------------------------------------------------------------


def month_sections(words: CalendarWords, grid: Grid, in_panel: bool) -> tuple[Section, ...]:
    """What the extra page of a month lists: full days, phases without a lane, long names, reasons."""
    heads = (words("time"), words("item"), words("units"), words("where"))
    full = [_full_day(words, grid, day, heads) for day in grid.full_days]
    plain = (words("time"), words("item"), words("units"), "")
    hidden = tuple(_line(words, item, text=item.entry.text) for item in grid.model.hidden)
    cut = tuple(_line(words, item, text=item.entry.title, dated=True) for item in grid.cut)
    listed = () if in_panel else tuple(_unplaced(words, e) for e in grid.model.by_month)
    reasons = tuple(_reasons(words, grid))
    if not (full or hidden or cut or listed):
        return ()  # the footnote has the reasons
    return (
        *full,
        Section(words("on-phases"), "", plain, hidden, _WIDE),
        Section(words("by-month", n=len(listed)), "", plain, listed, _WIDE),
        Section(words("full-texts"), "", plain, cut, _WIDE),
        Section(words("reasons"), "", (*plain[:2], "", ""), reasons, (22.0, 50.0, 60.0, 1.0)),
    )


_WIDE = (28.0, 58.0, 37.0, 1.0)


def undated_sections(calendar: Calendar, words: CalendarWords) -> tuple[Section, ...]:
    """The last pages: entries without a date, what is listed apart, what was clipped."""
    heads = (words("time"), words("item"), words("units"), "")
    undated = tuple(_unplaced(words, entry) for entry in calendar.in_state("undated"))
    loose = tuple(
        _unplaced(words, e) for e in calendar.in_state("month") if not any(s.year for s in e.slots)
    )
    note = words("undated-note")
    sections = [
        Section(words("by-month", n=len(loose)), words("no-year"), heads, loose, _WIDE),
        Section(words("undated-list", n=len(undated)), note, heads, undated, _WIDE),
    ]
    for kind in ("standing", "trigger", "prohibition"):
        lines = tuple(
            Line(one.when, one.text, words.names(one.shares), tick=False)
            for one in calendar.standing
            if one.kind == kind
        )
        sections.append(Section(words(f"{kind}-list", n=len(lines)), "", heads, lines, _WIDE))
    notes = tuple(Line("", note, "", tick=False) for note in calendar.notes)
    sections.append(Section(words("left-out"), "", ("", "", "", ""), notes, (1.0, 128.0, 1.0, 1.0)))
    return tuple(sections)


def _full_day(
    words: CalendarWords, grid: Grid, day: date, heads: tuple[str, str, str, str]
) -> Section:
    fit = grid.days[day]
    shown = {one.item.key for one in fit.shown}
    items = by_clock(grid.model.items[day])
    lines = tuple(
        _line(words, item, text=item.entry.text,
              remark=words("on-grid" if item.key in shown else "on-extra"))
        for item in items
    )  # fmt: skip
    title = words("day-all", day=words.full_day(day, year=False, weekday=True), n=len(items))
    return Section(title, words("shown-where"), heads, lines)


def _line(
    words: CalendarWords, item: Item, *, text: str, remark: str = "", dated: bool = False
) -> Line:
    one = item.occasion
    clock = str(one.clock) if one.clock else ""
    days = words.short_span(one.start, one.end) if dated or one.is_span else ""
    names = words.names(item.entry.shares)
    return Line(f"{days} {clock}".strip(), text, names, item.entry, remark, one.deadline)


def _unplaced(words: CalendarWords, entry: Entry) -> Line:
    return Line(words.as_written(entry), entry.text, words.names(entry.shares), entry)


def _reasons(words: CalendarWords, grid: Grid) -> Iterable[Line]:
    """Why a day is what it is, each entry once for each reason."""
    seen: set[tuple[str, str]] = set()
    items = [i for day in grid.model.items.values() for i in day]
    for item in [*items, *grid.model.spans]:
        for reason in item.occasion.reasons:
            if (item.entry.key, reason) not in seen:
                seen.add((item.entry.key, reason))
                days = words.short_span(item.occasion.start, item.occasion.end)
                yield Line(days, item.entry.title, reason, tick=False)
