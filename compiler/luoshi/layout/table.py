"""Tables: column widths from shares, wrapped cells, hairlines, head rows again on every page.

A row is a piece. Only a row taller than a page is parted, between lines of its cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from luoshi.document.style import TextStyle
from luoshi.document.tree import Cell, Table, Text
from luoshi.layout.breaker import break_lines
from luoshi.layout.pages import Line, Mark
from luoshi.layout.paragraph import Composing, aligned, baseline_of, paragraph_pieces
from luoshi.layout.pieces import Piece, moved
from luoshi.layout.spread import set_line
from luoshi.layout.strip import parted


@dataclass(slots=True)
class _Place:
    """A cell in the grid: its first column and row, its reach, its lines of marks."""

    cell: Cell
    column: int
    row: int
    across: int
    down: int
    lines: Sequence[list[Mark]]  # each line's marks, relative to its own top
    pitch: float

    @property
    def text_height(self) -> float:
        return len(self.lines) * self.pitch


def table_pieces(ctx: Composing, table: Table) -> list[Piece]:
    """A table with its caption; empty tables leave nothing."""
    columns = _columns(table)
    if not columns:
        return []
    edges = _edges(ctx, table.widths, columns)
    head = _Grid(ctx, table.head, edges, True)
    body = _Grid(ctx, table.rows, edges, False)
    limit = ctx.height - sum(head.heights)
    heads = head.pieces(ctx.height)
    rows = body.pieces(limit if limit > ctx.height / 2 else ctx.height)
    for piece in heads:
        piece.keep_next = bool(rows)
    for index, piece in enumerate(rows):
        if index and limit > ctx.height / 2:
            piece.repeat = heads
    pieces = [*heads, *rows]
    pieces[-1].after = ctx.style.table.after.points
    caption = _caption(ctx, table.caption)
    if not caption:
        pieces[0].before = ctx.style.table.before.points
    return [*caption, *pieces]


def _caption(ctx: Composing, words: str) -> list[Piece]:
    if not words:
        return []
    pieces = paragraph_pieces(ctx, (Text(words),), ctx.style.texts["table_caption"])
    for piece in pieces:
        piece.keep_next = True
    return pieces


def _columns(table: Table) -> int:
    return max(
        len(table.widths),
        max((_reach(rows) for rows in (table.head, table.rows)), default=0),
    )


def _reach(rows: Sequence[Sequence[Cell]]) -> int:
    """The columns that rows take, spans from above included."""
    return max((column + cell.across for _, column, cell in _walk(rows)), default=0)


def _walk(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[int, int, Cell]]:
    """Every cell with its row and first column, stepping over cells that reach down."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            across, down = max(1, cell.across), max(1, cell.down)
            taken |= {(row + r, column + c) for r in range(down) for c in range(across)}
            yield row, column, cell
            column += across


def _edges(ctx: Composing, widths: Sequence[float], columns: int) -> list[float]:
    """Left edges of the columns and the right edge of the table, from shares of the text width."""
    shares = [w if w > 0 else 0.0 for w in widths[:columns]]
    shares += [0.0] * (columns - len(shares))
    given = [share for share in shares if share]
    mean = sum(given) / len(given) if given else 1.0
    shares = [share or mean for share in shares]
    unit = ctx.width / sum(shares)
    edges = [ctx.left]
    for share in shares:
        edges.append(edges[-1] + share * unit)
    return edges


class _Grid:
    """The rows of a head or a body, measured."""

    def __init__(
        self, ctx: Composing, rows: Sequence[Sequence[Cell]], edges: list[float], head: bool
    ) -> None:
        self.ctx = ctx
        self.edges = edges
        self.count = len(rows)
        self.places = [
            self._place(row, column, cell, head)
            for row, column, cell in _walk(rows)
            if column < len(edges) - 1
        ]
        self.places += self._holes(head)
        self.heights = self._heights()
        self.in_row: list[list[_Place]] = [[] for _ in range(self.count)]
        for place in self.places:
            for row in range(place.row, place.row + place.down):
                self.in_row[row].append(place)

    def _place(self, row: int, column: int, cell: Cell, head: bool) -> _Place:
        texts = self.ctx.style.texts
        style = texts["table_head" if head or cell.header else "table"]
        across = min(max(1, cell.across), len(self.edges) - 1 - column)
        down = min(max(1, cell.down), self.count - row)
        lines = _cell_lines(self.ctx, cell, style, self._inner(column, across))
        return _Place(cell, column, row, across, down, lines, style.line.points)

    def _holes(self, head: bool) -> list[_Place]:
        """Empty cells where rows are shorter than the table."""
        taken = {
            (place.row + r, place.column + c)
            for place in self.places
            for r in range(place.down)
            for c in range(place.across)
        }
        return [
            self._place(row, column, Cell(()), head)
            for row in range(self.count)
            for column in range(len(self.edges) - 1)
            if (row, column) not in taken
        ]

    def _inner(self, column: int, across: int) -> tuple[float, float]:
        table = self.ctx.style.table
        left = self.edges[column] + table.padding_left.points
        return left, self.edges[column + across] - table.padding_right.points

    def _heights(self) -> list[float]:
        """Row heights: cells of one row first, then what cells that reach down still need."""
        table = self.ctx.style.table
        padding = table.padding_top.points + table.padding_bottom.points
        heights = [self.ctx.style.texts["table"].line.points + padding] * self.count
        for place in sorted(self.places, key=lambda p: p.down):
            rows = range(place.row, place.row + place.down)
            lacking = place.text_height + padding - sum(heights[row] for row in rows)
            if lacking > 0:
                for row in rows:
                    heights[row] += lacking / place.down
        return heights

    def pieces(self, limit: float) -> list[Piece]:
        """A piece for each row, or several for one taller than ``limit``."""
        made: list[Piece] = []
        for row in range(self.count):
            if self.heights[row] > limit:
                made += self._parted(row, limit)
            else:
                made.append(self._row(row))
        return made

    def _row(self, row: int) -> Piece:
        marks = [*self._texts(row), *self._frame(row, self.heights[row], True)]
        spanned = any(place.row < row for place in self.in_row[row])
        return Piece(
            height=self.heights[row],
            marks=marks,
            barrier=1 if spanned else 0,
            opening=self._level(0.0, outer=True),
            closing=self._level(self.heights[row], outer=True),
        )

    def _texts(self, row: int) -> Iterator[Mark]:
        """The texts of the cells that begin in a row, in the middle of their height."""
        top_aligned = not self.ctx.chinese
        padding = self.ctx.style.table.padding_top.points
        for place in self.in_row[row]:
            if place.row == row:
                height = sum(self.heights[row : row + place.down])
                y = padding if top_aligned else (height - place.text_height) / 2
                for line in place.lines:
                    yield from (moved(mark, 0.0, y) for mark in line)
                    y += place.pitch

    def _frame(self, row: int, height: float, closed: bool) -> Iterator[Mark]:
        """The lines of a row: above each cell that begins here, and at the sides of every cell."""
        table = self.ctx.style.table
        for place in self.in_row[row]:
            left, right = self.edges[place.column], self.edges[place.column + place.across]
            if place.row == row:
                outer = row == 0
                width = (table.outer_line if outer else table.inner_line).points
                yield Line(left, 0.0, right, 0.0, width)
            for x, first in ((left, place.column == 0), (right, False)):
                last = x == self.edges[-1]
                width = (table.outer_line if first or last else table.inner_line).points
                if x == left or last:
                    yield Line(x, 0.0, x, height, width)
        if closed and row == self.count - 1:
            yield from self._level(height, outer=True)

    def _level(self, y: float, outer: bool) -> tuple[Mark, ...]:
        table = self.ctx.style.table
        width = (table.outer_line if outer else table.inner_line).points
        return (Line(self.edges[0], y, self.edges[-1], y, width),)

    def _parted(self, row: int, limit: float) -> Iterator[Piece]:
        """A row taller than a page in slices; each takes as many lines of every cell as fit."""
        table = self.ctx.style.table
        padding = table.padding_top.points + table.padding_bottom.points
        places = [place for place in self.in_row[row] if place.row == row]
        pitch = max(place.pitch for place in places)
        most = max(1, int((limit - padding) // pitch))
        count = max(1, -(-max(len(place.lines) for place in places) // most))
        for index in range(count):
            cut = [replace(p, lines=p.lines[index * most : (index + 1) * most]) for p in places]
            height = padding + max(p.text_height for p in cut)
            marks: list[Mark] = []
            for place in cut:
                for number, line in enumerate(place.lines):
                    y = table.padding_top.points + number * place.pitch
                    marks += (moved(mark, 0.0, y) for mark in line)
            marks += self._frame(row, height, index == count - 1)
            yield Piece(
                height=height,
                marks=marks,
                opening=self._level(0.0, outer=True),
                closing=self._level(height, outer=True),
            )


def _cell_lines(
    ctx: Composing, cell: Cell, style: TextStyle, sides: tuple[float, float]
) -> list[list[Mark]]:
    """The lines of a cell, never justified; each with marks relative to its top."""
    left, right = sides
    room = max(right - left, style.size.points)
    align = style.align if style.align == "center" and cell.align == "left" else cell.align
    lines: list[list[Mark]] = []
    for whole in ctx.strips(cell.children, style):
        strip = parted(whole, room)
        for start, end in break_lines(strip, room, room):
            line = set_line(strip, start, end, room, False)
            x = left + aligned(align, room, line.width)
            lines.append(ctx.marks(strip, line, x, baseline_of(style)))
    return lines
