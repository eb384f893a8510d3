"""Month pages, A4 landscape: a grid for each month that has dates, its extra page, the undated last.

Measures are those of the looks: header 14.2, weekday row 4.7, foot 13.4, margins 10 mm.
"""

from __future__ import annotations

from datetime import date

from luoshi.document.calendar_tree import Calendar, Slot
from luoshi.document.calendar_words import CalendarWords, words_of
from luoshi.document.marks import DAY_OFF, HAIRLINE, SECOND, THIRD, WEEKEND, UnitMark
from luoshi.document.style import HouseStyle
from luoshi.layout import drawing as draw
from luoshi.layout.cell_text import MM, Face, Pen
from luoshi.layout.desk import Desk
from luoshi.layout.drawing import box, middle, rule
from luoshi.layout.list_page import list_pages
from luoshi.layout.metrics import Fonts, Measure
from luoshi.layout.month_fit import (
    DAY_LINE,
    GAP_TOP,
    INDENT,
    PAD_LEFT,
    PAD_RIGHT,
    PITCH,
    Grid,
    SetItem,
    fit_month,
    item_head,
    tokens_of,
)
from luoshi.layout.month_foot import foot
from luoshi.layout.month_lists import month_sections, panel_fits, panels, undated_sections
from luoshi.layout.month_model import Bar, Item, MonthModel, Row, month_models, months_of
from luoshi.layout.pages import Bookmark, Mark, Page, PageSet
from luoshi.layout.sheet import (
    FOOT,
    HEADER,
    LIVE_HEIGHT,
    LIVE_WIDTH,
    MARGIN,
    head,
    new_sheet,
    numbered,
)

WEEKDAYS, STRIP, WEEK_COLUMN = 4.7, 4.5, 9.0


def month_pages(
    calendar: Calendar, fonts: Fonts, style: HouseStyle, measure: Measure | None = None
) -> PageSet | None:
    """The month calendar as pages; None when nothing is dated to a month of a known year.

    ``measure`` may be given to learn afterwards which characters no font has.
    """
    if not months_of(calendar):
        return None
    pen = Pen(measure or Measure(fonts, calendar.language), style.breaking)
    words = words_of(calendar)
    desk = Desk(pen, calendar, words)
    pages = [page for model in month_models(calendar) for page in _month(desk, model)]
    pages += list_pages(
        desk,
        undated_sections(calendar, words),
        words("undated"),
        words.balance(calendar.balance),
    )
    numbered(desk, pages)
    return PageSet(
        title=words("month-title", name=calendar.name),
        author=calendar.organ,
        language=calendar.language,
        keywords="; ".join(filter(None, (calendar.plan_id, calendar.furniture.revision, calendar.furniture.content_hash))),
        pages=tuple(pages),
    )  # fmt: skip


def _month(desk: Desk, model: MonthModel) -> list[Page]:
    calendar, words, slot = desk.calendar, desk.words, model.slot
    left = MARGIN + (WEEK_COLUMN if calendar.weeks else 0.0)
    top = MARGIN + HEADER + WEEKDAYS + STRIP * len(model.strips)
    height = MARGIN + LIVE_HEIGHT - FOOT - top
    right = MARGIN + LIVE_WIDTH
    grid = fit_month(desk, model, left, right - left, height)
    page = new_sheet()
    page.bookmarks.append(Bookmark(0, words.month_name(slot), 0.0))
    page.marks += head(desk, _sub(calendar, words, model), slot)
    painter = _Painter(desk, grid, page.marks)
    painter.weekdays(MARGIN + HEADER)
    painter.strips(MARGIN + HEADER + WEEKDAYS)
    painter.rows(top)
    in_panel = panel_fits(grid)
    page.marks += panels(desk, grid, top, in_panel)
    page.marks += foot(desk, grid)
    sections = month_sections(words, grid, in_panel)
    return [page, *list_pages(desk, sections, _month_extra(words, slot))]


def _month_extra(words: CalendarWords, slot: Slot) -> str:
    gap = "  " if words.language == "en" else "　"
    return f"{words.month_name(slot)}{gap}{words('extra')}"


def _sub(calendar: Calendar, words: CalendarWords, model: MonthModel) -> str:
    numbers = [row.week for row in model.rows if row.week]
    weeks = ""
    if numbers:
        key = "week-range" if numbers[0] != numbers[-1] else "week-single"
        weeks = words(key, first=numbers[0], last=numbers[-1])
    gap = "  " if words.language == "en" else "　"
    return gap.join(filter(None, (calendar.period, words.month_name(model.slot) + weeks)))


class _Painter:
    """Puts a measured grid on a page; decides nothing."""

    def __init__(self, desk: Desk, grid: Grid, marks: list[Mark]) -> None:
        self.desk, self.grid = desk, grid
        self.pen, self.calendar, self.words = desk.pen, desk.calendar, desk.words
        self.model = grid.model
        self.marks = marks

    # --- heads --------------------------------------------------------------------------------

    def weekdays(self, top: float) -> None:
        face = Face(8, bold=True)
        baseline = top + WEEKDAYS / 2 + middle(8)
        if self.calendar.weeks:
            small = Face(7, color=SECOND)
            centre = MARGIN + WEEK_COLUMN / 2
            self.marks += self.pen.center(self.words("weeks"), small, centre, baseline)
        for column, day in enumerate(self.model.rows[0].days):
            x = self.grid.edges[column] + PAD_LEFT
            self.marks += self.pen.line(self.words.weekday(day.isoweekday()), face, x, baseline)
        bottom = top + WEEKDAYS
        self.marks.append(rule(MARGIN, bottom, MARGIN + LIVE_WIDTH, bottom, 0.25))

    def strips(self, top: float) -> None:
        """Phases that cover the whole month, one line each."""
        left, right = self.grid.edges[0], self.grid.edges[-1]
        for item in self.model.strips:
            y = top + (STRIP - draw.BAR_HEIGHT) / 2
            begins = self.model.is_own(item.occasion.start)
            ends = self.model.is_own(item.occasion.end)
            self._bar(item, left, right, y, (begins, ends), full_dates=True)
            if self.calendar.weeks:
                small = Face(6.5, color=SECOND)
                centre = MARGIN + WEEK_COLUMN / 2
                words = self.words("whole-month")
                self.marks += self.pen.center(words, small, centre, top + STRIP / 2 + middle(6.5))
            top += STRIP
            self.marks.append(rule(MARGIN, top, right, top, 0.15, color=HAIRLINE))

    # --- rows -------------------------------------------------------------------------------------

    def rows(self, top: float) -> None:
        for row, height in zip(self.model.rows, self.grid.heights, strict=True):
            self._cells(row, top, height)
            if row is not self.model.rows[0]:  # after the shades, which would cover it
                self.marks.append(rule(MARGIN, top, MARGIN + LIVE_WIDTH, top, 0.25, color=SECOND))
            self._week(row, top)
            for piece in row.bars:
                self._piece(piece, top)
            for column, day in enumerate(row.days):
                self._items(row, column, day, top, top + height)
            top += height
        self.marks.append(rule(MARGIN, top, MARGIN + LIVE_WIDTH, top, 0.25, color=SECOND))

    def _cells(self, row: Row, top: float, height: float) -> None:
        edges = self.grid.edges
        for column, day in enumerate(row.days):
            x, width = edges[column], edges[column + 1] - edges[column]
            shade = self._shade(day)
            if shade:
                self.marks.append(box(x, top, width, height, shade))
        for x in (*edges,) if self.calendar.weeks else edges[1:-1]:
            self.marks.append(rule(x, top, x, top + height, 0.15, color=HAIRLINE))
        for column, day in enumerate(row.days):
            self._day(day, edges[column] + PAD_LEFT, edges[column + 1] - PAD_RIGHT, top, column)

    def _shade(self, day: date) -> str | None:
        mark = self.model.marks.get(day)
        if not self.model.is_own(day) or (mark is not None and mark.kind == "work"):
            return None
        if mark is not None:
            return DAY_OFF
        return WEEKEND if day.isoweekday() > 5 else None

    def _day(self, day: date, x: float, right: float, top: float, column: int) -> None:
        if not self.model.is_own(day):
            self._neighbour(day, x, top, column)
            return
        baseline = top + 0.4 + 1.95 + 0.35 * 10.5 / MM
        number = str(day.day)
        face = Face(10.5, bold=True)
        self.marks += self.pen.line(number, face, x, baseline)
        mark = self.model.marks.get(day)
        if mark is None:
            return
        x += self.pen.width(number, face) + 0.8
        text = self.words.off() if mark.kind == "off" else self.words.work()
        self.marks += draw.badge(self.pen, text, mark.kind, x + 1.95, top + 0.4 + 1.95)
        before = self.model.marks.get(date.fromordinal(day.toordinal() - 1))
        if mark.name and (before is None or before.name != mark.name or column == 0):
            small = Face(6.5, bold=True)
            name = self.pen.fitted(mark.name, small, right - x - 4.7)
            self.marks += self.pen.line(name, small, x + 4.7, top + 2.35 + middle(6.5))

    def _neighbour(self, day: date, x: float, top: float, column: int) -> None:
        """A day of another month: its number only, the first one with its month."""
        before = date.fromordinal(day.toordinal() - 1)
        first = (column == 0 and day < _first(self.model)) or self.model.is_own(before)
        text = self.words.short_day(day).replace(".", "/") if first else str(day.day)
        self.marks += self.pen.line(text, Face(8, color=THIRD), x, top + 2.35 + 0.35 * 8 / MM)

    def _week(self, row: Row, top: float) -> None:
        if not self.calendar.weeks:
            return
        centre, y = MARGIN + WEEK_COLUMN / 2, top + 1.0
        small, bold = Face(7, color=SECOND), Face(9.5, bold=True)
        if row.week:
            head_word, foot_word = self.words("week-head"), self.words("week-foot")
            self.marks += self.pen.center(head_word, small, centre, y + 1.55 + middle(7))
            self.marks += self.pen.center(str(row.week), bold, centre, y + 5.1 + 0.35 * 9.5 / MM)
            if foot_word:
                self.marks += self.pen.center(foot_word, small, centre, y + 8.6 + middle(7))
        if row.more:
            text = f"+{row.more}"
            self.marks += self.pen.right(
                text, small, MARGIN + WEEK_COLUMN - 0.3, y + 1.55 + middle(7)
            )

    # --- bars -------------------------------------------------------------------------------------

    def _piece(self, piece: Bar, top: float) -> None:
        left, right = self.grid.edges[piece.first], self.grid.edges[piece.last + 1]
        y = top + DAY_LINE + piece.lane * PITCH
        self._bar(piece.item, left, right, y, (piece.begins, piece.ends), full_dates=piece.begins)

    def _bar(
        self, item: Item, left: float, right: float, top: float, ends: tuple[bool, bool],
        *, full_dates: bool,
    ) -> None:  # fmt: skip
        lead, _, _ = draw.drawn_parties(self.calendar, item.entry)
        mark: UnitMark | None = lead.mark if lead else None
        begins, finishes = ends
        fixed = item.occasion.certainty == "fixed"
        self.marks += draw.bar((left, right), top, mark, ends=ends, fixed=fixed)
        x = left + draw.CHEVRON if not begins else left + 2 * draw.EDGE - 0.35
        if mark is not None:
            self.marks += draw.unit_mark(self.pen, mark, x, top, draw.BAR_MARK)
            x += draw.BAR_MARK
        room = right - (draw.CHEVRON if not finishes else 2 * draw.EDGE) - x - 0.6
        self._label(item, x + 0.5, top + draw.BAR_MARK / 2, room - 0.3, full_dates)

    def _label(self, item: Item, x: float, y: float, room: float, full_dates: bool) -> None:
        """Name with dates, else the name, else its beginning; nothing where that has no room."""
        face, grey = Face(6.5), Face(6.5, color=SECOND)
        name, one = item.entry.title, item.occasion
        if full_dates:
            dates = self.words.short_span(one.start, one.end)
        else:
            dates = self.words("to", day=self.words.short_day(one.end))
        baseline = y + middle(6.5)
        width = self.pen.width(name, face)
        if width + 0.8 + self.pen.width(dates, grey) <= room:
            self.marks += self.pen.line(dates, grey, x + width + 0.8, baseline)
        elif width > room:
            name = self.pen.fitted(name, face, room)
            if len(name) < 4:
                return
        self.marks += self.pen.line(name, face, x, baseline)

    # --- items ------------------------------------------------------------------------------------

    def _items(self, row: Row, column: int, day: date, top: float, bottom: float) -> None:
        fit = self.grid.days.get(day)
        if fit is None or not self.model.is_own(day):
            return
        x, scale = self.grid.edges[column] + PAD_LEFT, self.grid.scale
        y = top + DAY_LINE + row.lanes_on(column) * PITCH + GAP_TOP
        for one in fit.shown:
            self._item(one, x, y)
            y += one.block.count * scale.leading
        if fit.hidden:
            self._overflow(len(fit.shown) + fit.hidden, fit.hidden, x, y)

    def _item(self, one: SetItem, x: float, y: float) -> None:
        scale, occasion = self.grid.scale, one.item.occasion
        baseline = y + scale.leading / 2 + middle(scale.size)
        marks, _ = draw.entry_marks(
            self.desk,
            one.item.entry,
            x,
            y + (scale.leading - scale.mark) / 2,
            scale.mark,
        )
        self.marks += marks
        at = x + one.start
        if occasion.deadline:
            self.marks.append(draw.triangle(at, baseline, 2.2))
            at += 2.5
        clock = item_head(one.item)
        if clock:
            bold = Face(scale.size, bold=occasion.deadline)
            self.marks += self.pen.line(clock, bold, at, baseline)
            at += self.pen.width(clock, bold)
        rest = x + (INDENT if marks else 0.0)
        self.marks += self.pen.lines(one.block, (at, rest), baseline, scale.leading)
        self._token(one, at if one.block.count == 1 else rest, y)

    def _token(self, one: SetItem, x: float, y: float) -> None:
        text = tokens_of(self.words, one.item)
        if not text:
            return
        start, end = one.block.lines[-1]
        x += sum(one.block.strip.widths[start:end]) / MM + 0.5
        y += (one.block.count - 0.5) * self.grid.scale.leading
        self.marks += draw.token(self.pen, text, x, y)[0]

    def _overflow(self, total: int, hidden: int, x: float, y: float) -> None:
        words = self.words("overflow", all=total, more=hidden)
        face = Face(7, bold=True)
        column_room = self.grid.edges[1] - self.grid.edges[0] - PAD_LEFT - PAD_RIGHT
        words = self.pen.fitted(words, face, column_room + 3)
        width = self.pen.width(words, face)
        self.marks.append(rule(x, y + 0.4, x + width, y + 0.4, 0.2))
        self.marks += self.pen.line(words, face, x, y + 2.1 + middle(7))


def _first(model: MonthModel) -> date:
    return date(model.slot.year, model.slot.month, 1)
