"""The year or term table, A4 portrait in the house style: head repeated, rows never parted.

Columns are shares of the text block: label 20, time 27, work 65, units 33, done 11.
"""

from __future__ import annotations

from dataclasses import dataclass

from luoshi.document.calendar_tree import Calendar
from luoshi.document.calendar_words import CalendarWords, words_of
from luoshi.document.marks import INK
from luoshi.document.style import HouseStyle, TextStyle, mm
from luoshi.document.tree import Align, Document, Text
from luoshi.layout.breaker import break_lines
from luoshi.layout.furniture import furniture
from luoshi.layout.metrics import Fonts, Measure
from luoshi.layout.pages import Area, Bookmark, Line, Mark, Page, PageSet, Polygon
from luoshi.layout.paginate import Sheet, paginate
from luoshi.layout.paragraph import Composing, aligned, baseline_of, paragraph_pieces
from luoshi.layout.pieces import Piece, moved
from luoshi.layout.spread import set_line
from luoshi.layout.strip import Looks
from luoshi.layout.titles import title_pieces
from luoshi.layout.year_table_model import Group, TableRow, table_groups

_SHARES = (20.0, 27.0, 65.0, 33.0, 11.0)
_TOGETHER = 8  # rows of a group that stay on one page
_THICK, _THIN, _FRAME = mm(0.7).points, mm(0.25).points, mm(0.35).points
_TICK, _SIGN = mm(2.8).points, mm(2.6).points


def year_table_pages(
    calendar: Calendar, fonts: Fonts, style: HouseStyle, measure: Measure | None = None
) -> PageSet:
    """The table of a calendar, whatever it holds; ``measure`` as for ``month_pages``."""
    words = words_of(calendar)
    ctx = Composing(
        style,
        calendar.language,
        measure or Measure(fonts, calendar.language),
        Looks(style.texts["strong"], style.texts["emphasis"], calendar.language != "en"),
    )
    document = _document(calendar, words, style)
    table = _Table(ctx, words, table_groups(calendar, words))
    pieces = [
        *title_pieces(ctx, (Text(document.title),)),
        *_sub(ctx, calendar, words),
        *table.pieces(),
        *_closing(ctx, calendar, words),
    ]
    sheets = paginate(pieces, ctx.height, 0.0)
    pages = tuple(
        _page(ctx, document, table, sheet, (number, len(sheets)))
        for number, sheet in enumerate(sheets, 1)
    )
    return PageSet(
        title=document.title,
        author=document.author,
        language=document.language,
        keywords="; ".join(
            filter(None, (document.plan_id, document.revision, document.content_hash))
        ),
        pages=pages,
    )


def _document(calendar: Calendar, words: CalendarWords, style: HouseStyle) -> Document:
    title = words("table-title", name=calendar.name)
    return Document(
        name=title,
        title=title,
        language=calendar.language,
        style=style.name,
        blocks=(),
        plan_id=calendar.plan_id,
        revision=calendar.furniture.revision,
        content_hash=calendar.furniture.content_hash,
        state=calendar.furniture.state,
        foot=(words.furniture(calendar)[1],),
        author=calendar.organ,
    )


def _sub(ctx: Composing, calendar: Calendar, words: CalendarWords) -> list[Piece]:
    """Period and issuing office under the title."""
    style = ctx.style.texts["note"]
    period = f"（{calendar.period}）" if ctx.chinese and calendar.period else calendar.period
    if not period and not calendar.organ:
        return []
    marks = ctx.one_line(period, style, ctx.left, 0.0) if period else []
    if calendar.organ:
        x = ctx.left + ctx.width - ctx.natural(calendar.organ, style)
        marks += ctx.one_line(calendar.organ, style, x, 0.0)
    return [Piece(height=style.line.points, marks=marks, after=mm(1.0).points, keep_next=True)]


def _closing(ctx: Composing, calendar: Calendar, words: CalendarWords) -> list[Piece]:
    """Legend, balance and what was clipped, after the last row."""
    style = ctx.style.texts["note"]
    gap = " " if calendar.language == "en" else ""
    stop = "." if calendar.language == "en" else "。"
    lines = [words("legend-table") + gap + words.balance(calendar.balance) + stop]
    if calendar.standing:
        lines.append(words("balance-apart", n=len(calendar.standing)) + stop)
    if any(e.slots and not e.slots[0].year for e in calendar.in_state("month")):
        lines.append(words("no-year"))
    lines += [note + stop for note in calendar.notes]
    pieces = [piece for line in lines for piece in paragraph_pieces(ctx, (Text(line),), style)]
    pieces[0].before = mm(1.5).points
    return pieces


@dataclass(slots=True)
class _SetCell:
    """A cell broken into lines, each with marks relative to its own top."""

    lines: list[list[Mark]]
    pitch: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.pitch


class _Table:
    """Rows as pieces; labels are painted page by page, when it is known which rows stand there."""

    def __init__(self, ctx: Composing, words: CalendarWords, groups: tuple[Group, ...]) -> None:
        self.ctx, self.words, self.groups = ctx, words, groups
        unit = ctx.width / sum(_SHARES)
        edges = [ctx.left]
        for share in _SHARES:
            edges.append(edges[-1] + share * unit)
        self.edges = tuple(edges)
        self.place: dict[int, tuple[int, int]] = {}  # piece -> group, row

    def pieces(self) -> list[Piece]:
        """The head and every row."""
        if not self.groups:
            return []
        head = self._head()
        made: list[Piece] = [head]
        for number, group in enumerate(self.groups):
            least = self._least(group)
            for at, row in enumerate(group.rows):
                piece = self._row(row, least if at == len(group.rows) - 1 else 0.0)
                piece.barrier = 1 if at and self._stays(at, len(group.rows)) else 0
                piece.repeat = (head,)
                self.place[id(piece)] = (number, at)
                made.append(piece)
        made[1].repeat = ()
        return made

    @staticmethod
    def _stays(at: int, count: int) -> bool:
        """Whether a row stays with the one above: short groups whole, long ones by two at least.

        The label needs the height of two rows, on the page where a group goes on as well.
        """
        return count <= _TOGETHER or at in (1, count - 1)

    def _least(self, group: Group) -> float:
        """The height that the label of a group with few rows needs."""
        padding = self._padding()
        rows = len(group.rows)
        base = self.ctx.style.texts["table"].line.points + padding
        return max(0.0, self._label(group, False).height + padding - (rows - 1) * base)

    def _padding(self) -> float:
        table = self.ctx.style.table
        return table.padding_top.points + table.padding_bottom.points

    def _head(self) -> Piece:
        style = self.ctx.style.texts["table_head"]
        first = "weeks" if any(g.kind == "week" for g in self.groups) else "month"
        keys = (first, "time", "main-work", "units", "done")
        cells = [self._cell(self.words(key), style, n, "center") for n, key in enumerate(keys)]
        height = max(cell.height for cell in cells) + self._padding()
        marks = [mark for cell in cells for mark in self._centred(cell, height)]
        marks += self._uprights(height, 0)
        marks.append(self._level(0.0, _FRAME))
        return Piece(height=height, marks=marks, keep_next=True)

    def _row(self, row: TableRow, least: float) -> Piece:
        style = self.ctx.style.texts["table"]
        sign = _SIGN + 1.5 if row.deadline else 0.0
        cells = [
            self._cell(row.time, style, 1, "left", sign),
            self._cell(row.text, style, 2, "left"),
            self._cell(row.units, style, 3, "left"),
        ]
        if row.token:
            cells[1] = self._cell(f"{row.text}［{row.token}］", style, 2, "left")
        base = style.line.points
        height = max(least, base + self._padding(), *(c.height + self._padding() for c in cells))
        marks = [mark for cell in cells for mark in self._centred(cell, height)]
        if row.deadline:
            top = (height - cells[0].height) / 2
            marks.append(self._triangle(self.edges[1] + self._left(), top + baseline_of(style)))
        if row.tick:
            marks.append(self._tick(height))
        marks += self._uprights(height, 1)
        return Piece(height=height, marks=marks)

    def _left(self) -> float:
        return self.ctx.style.table.padding_left.points

    def _cell(
        self, text: str, style: TextStyle, column: int, align: Align, inset: float = 0.0
    ) -> _SetCell:
        left = self.edges[column] + self._left() + inset
        right = self.edges[column + 1] - self.ctx.style.table.padding_right.points
        room = max(right - left, style.size.points)
        lines: list[list[Mark]] = []
        for strip in self.ctx.strips((Text(text),), style) if text else []:
            for start, end in break_lines(strip, room, room):
                line = set_line(strip, start, end, room, False)
                x = left + aligned(align, room, line.width)
                lines.append(self.ctx.marks(strip, line, x, baseline_of(style)))
        return _SetCell(lines, style.line.points)

    def _centred(self, cell: _SetCell, height: float) -> list[Mark]:
        top = (height - cell.height) / 2
        return _stacked(cell, top)

    def _triangle(self, x: float, y: float) -> Polygon:
        corners = ((x, y), (x + _SIGN, y), (x + _SIGN / 2, y - 0.9 * _SIGN))
        return Polygon(corners, INK)

    def _tick(self, height: float) -> Area:
        middle = (self.edges[4] + self.edges[5]) / 2
        return Area(middle - _TICK / 2, (height - _TICK) / 2, _TICK, _TICK, None, INK, 0.8)

    def _uprights(self, height: float, first: int) -> list[Mark]:
        last = len(self.edges) - 1
        return [
            Line(x, 0.0, x, height, _FRAME if n in (0, last) else _THIN, INK)
            for n, x in enumerate(self.edges)
            if n >= first or n == 0
        ]

    def _level(self, y: float, width: float, column: int = 0) -> Line:
        return Line(self.edges[column], y, self.edges[-1], y, width, INK)

    def _label(self, group: Group, continued: bool) -> _SetCell:
        style = self.ctx.style.texts["table_head"]
        text = self.words("continued", label=group.label) if continued else group.label
        cell = self._cell(text, style, 0, "center")
        if not group.days:
            return cell
        days = self._cell(group.days, self.ctx.style.texts["table"], 0, "center")
        return _SetCell(cell.lines + days.lines, cell.pitch)

    def _fitting(self, group: Group, continued: bool, height: float) -> _SetCell:
        """The label as far as it stands within the rows of its group on this page."""
        cell = self._label(group, continued)
        if cell.height + self._padding() > height and continued:
            cell = self._label(group, False)
        most = max(1, int((height - self._padding() + 0.01) / cell.pitch))
        return _SetCell(cell.lines[:most], cell.pitch)

    def frame(self, sheet: Sheet) -> list[Mark]:
        """Lines between rows and the labels of the groups that stand on a sheet."""
        marks: list[Mark] = []
        rows = [(piece, y) for piece, y in sheet.placed if id(piece) in self.place]
        for index, (piece, y) in enumerate(rows):
            number, at = self.place[id(piece)]
            starts = index == 0 or self.place[id(rows[index - 1][0])][0] != number
            if starts:
                thick = _THICK if self._changes(number) and index and at == 0 else _FRAME
                marks.append(self._level(y, thick))
                here = sum(p.height for p, _ in rows[index:] if self.place[id(p)][0] == number)
                label = _stacked(
                    self._fitting(self.groups[number], at > 0, here), self._padding() / 2
                )
                marks += (moved(mark, 0.0, y) for mark in label)
            else:
                marks.append(self._level(y, _THIN, 1))
        if rows:
            last, y = rows[-1]
            marks.append(self._level(y + last.height, _FRAME))
        return marks

    def _changes(self, number: int) -> bool:
        """Whether something else begins with a group: what is undated, what is listed apart."""
        kind = self.groups[number].kind
        return number > 0 and kind not in ("week", "month") and kind != self.groups[number - 1].kind


def _stacked(cell: _SetCell, top: float) -> list[Mark]:
    marks: list[Mark] = []
    for number, line in enumerate(cell.lines):
        marks += (moved(mark, 0.0, top + number * cell.pitch) for mark in line)
    return marks


def _page(
    ctx: Composing, document: Document, table: _Table, sheet: Sheet, number: tuple[int, int]
) -> Page:
    page = Page(ctx.style.page.width.points, ctx.style.page.height.points)
    top = ctx.style.page.top.points
    for piece, y in sheet.placed:
        page.marks += (moved(mark, 0.0, top + y) for mark in piece.marks)
    page.marks += (moved(mark, 0.0, top) for mark in table.frame(sheet))
    if number[0] == 1:
        page.bookmarks.append(Bookmark(0, document.title, top))
    page.marks += furniture(ctx, document, *number)
    return page
