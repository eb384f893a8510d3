"""Extra pages: titled lists in two columns that flow over as many sheets as they need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from luoshi.document.calendar_tree import Entry
from luoshi.document.marks import HAIRLINE, SECOND
from luoshi.layout import drawing as draw
from luoshi.layout.cell_text import Block, Face
from luoshi.layout.desk import Desk
from luoshi.layout.drawing import middle, rule
from luoshi.layout.pages import Bookmark, Mark, Page
from luoshi.layout.sheet import HEADER, LIVE_HEIGHT, LIVE_WIDTH, MARGIN, head, new_sheet

_GAP = 7.0
_COLUMN = (LIVE_WIDTH - _GAP) / 2
_TITLE, _HEADS, _ROW, _LEADING = 7.5, 5.6, 5.2, 3.5
_TOP, _FOOT = 4.0, 6.0
_FACE = Face(7.5)
_TICK = 10.0


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a list: a box to tick, the time, the words, the units, a last remark."""

    time: str
    text: str
    units: str
    entry: Entry | None = None
    remark: str = ""
    deadline: bool = False
    tick: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """A titled list. ``widths`` are those of time, words, units and remark in millimetres."""

    title: str
    aside: str
    heads: tuple[str, str, str, str]
    lines: tuple[Line, ...]
    widths: tuple[float, float, float, float] = (17.0, 58.0, 40.0, 9.0)


def list_pages(
    desk: Desk, sections: tuple[Section, ...], sub: str, balance: str = ""
) -> list[Page]:
    """The sheets that hold the sections; none for no lines."""
    sections = tuple(section for section in sections if section.lines)
    if not sections:
        return []
    flow = _Flow(desk, sub)
    for section in sections:
        flow.section(section)
    if balance:
        y = MARGIN + LIVE_HEIGHT - 1.2
        flow.pages[-1].marks += desk.pen.right(
            balance, Face(7, color=SECOND), MARGIN + LIVE_WIDTH, y
        )
    return flow.pages


class _Flow:
    """Fills columns from top to bottom, left to right."""

    def __init__(self, desk: Desk, sub: str) -> None:
        self.desk, self.pen, self.words, self.sub = desk, desk.pen, desk.words, sub
        self.pages: list[Page] = []
        self.marks: list[Mark] = []  # of the sheet that is being filled
        self.column = 1
        self.y = 0.0
        self._next_column()

    @property
    def left(self) -> float:
        """The left edge of the column that is being filled."""
        return MARGIN + self.column * (_COLUMN + _GAP)

    def section(self, section: Section) -> None:
        """Sets a section; its title is repeated after a change of column."""
        lines = [(line, self._blocks(section, line)) for line in section.lines]
        first = max(block.count for block in lines[0][1])
        if not self._has_room(_TITLE + _HEADS + _height(first)):
            self._next_column()
        self._title(section, section.title)
        for line, blocks in lines:
            height = _height(max(block.count for block in blocks))
            if not self._has_room(height):
                self._next_column()
                self._title(section, self.words("continued", label=section.title))
            self._line(section, line, blocks, height)
        self.y += 4.0

    def _has_room(self, height: float) -> bool:
        return self.y + height <= MARGIN + LIVE_HEIGHT - _FOOT

    def _next_column(self) -> None:
        self.column += 1
        if self.column > 1:
            page = new_sheet()
            page.bookmarks.append(Bookmark(1, self.sub, 0.0))
            page.marks += head(self.desk, self.sub)
            self.pages.append(page)
            self.marks = page.marks
            self.column = 0
        self.y = MARGIN + HEADER + _TOP

    def _title(self, section: Section, title: str) -> None:
        face, small = Face(10, bold=True), Face(7, color=SECOND)
        baseline = self.y + 3.4 + middle(10)
        right = self.left + _COLUMN
        self.marks.extend(self.pen.line(title, face, self.left, baseline))
        room = _COLUMN - self.pen.width(title, face) - 3
        aside = self.pen.fitted(section.aside, small, room)
        self.marks.extend(self.pen.right(aside, small, right, baseline))
        self.y += _TITLE - 0.6
        self.marks.append(rule(self.left, self.y, right, self.y, 0.35))
        if not any(section.heads):
            return
        for x, _, text in self._cells(section, section.heads):
            self.marks += self.pen.line(
                text, Face(6.5, color=SECOND), x, self.y + 2.8 + middle(6.5)
            )
        self.y += _HEADS
        self.marks.append(rule(self.left, self.y, right, self.y, 0.25, color=SECOND))

    def _cells(
        self, section: Section, texts: tuple[str, str, str, str]
    ) -> Iterator[tuple[float, float, str]]:
        """Left edge, width and text of each column."""
        x = self.left + (_TICK if section.lines[0].tick else 0.0)
        for width, text in zip(section.widths, texts, strict=True):
            yield x, width, text
            x += width

    def _blocks(self, section: Section, line: Line) -> tuple[Block, ...]:
        texts = (line.time, line.text, line.units, line.remark)
        return tuple(
            self.pen.block(text, _FACE, room, room)
            for text, room in zip(texts, self._rooms(section, line), strict=True)
        )

    def _rooms(self, section: Section, line: Line) -> list[float]:
        rooms = [width - 1.5 for width in section.widths]
        if line.entry is not None:
            rooms[2] -= self._squares(line.entry)
        if line.deadline:
            rooms[0] -= 2.6
        return rooms

    def _squares(self, entry: Entry) -> float:
        return draw.entry_marks(self.desk, entry, 0.0, 0.0, 2.9)[1]

    def _line(self, section: Section, line: Line, blocks: tuple[Block, ...], height: float) -> None:
        base = self.y + (_ROW - _LEADING) / 2 + _LEADING / 2 + middle(_FACE.size)
        if line.tick:
            self.marks.append(draw.tick_box(self.left + 3.0, self.y + _ROW / 2))
        cells = self._cells(section, (line.time, line.text, line.units, line.remark))
        for number, ((x, _, _), block) in enumerate(zip(cells, blocks, strict=True)):
            at = x
            if number == 0 and line.deadline:
                self.marks.append(draw.triangle(at, base, 2.2))
                at += 2.6
            if number == 2 and line.entry is not None:
                top = self.y + (_ROW - 2.9) / 2
                marks, at = draw.entry_marks(self.desk, line.entry, at, top, 2.9)
                self.marks.extend(marks)
            if block.strip.text:
                self.marks.extend(self.pen.lines(block, (at,), base, _LEADING))
        self.y += height
        self.marks.append(
            rule(self.left, self.y, self.left + _COLUMN, self.y, 0.15, color=HAIRLINE)
        )


def _height(lines: int) -> float:
    return _ROW + (lines - 1) * _LEADING
