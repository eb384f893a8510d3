"""Fills pages with pieces: greedy, with steps back over places where a page must not end."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from luoshi.layout.pieces import Piece

_EPSILON = 0.05  # points


@dataclass(slots=True)
class Sheet:
    """The pieces of one page with their tops, in points from the head of the text block."""

    placed: list[tuple[Piece, float]] = field(default_factory=list)
    bottom: float = 0.0


def paginate(pieces: Sequence[Piece], height: float, row: float) -> list[Sheet]:
    """The pages for text blocks of ``height`` points; ``row`` is the pitch of the grid, 0 for none."""
    sheets: list[Sheet] = []
    barriers = _barriers(pieces)
    start = 0
    while start < len(pieces):
        sheet, reached = _fill(pieces, start, height, row)
        if reached < len(pieces) and not pieces[reached].new_page:
            end = _page_end(barriers, start, reached)
            if end < reached:
                sheet, reached = _fill(pieces[:end], start, height, row)
        sheets.append(sheet)
        start = reached
    return sheets or [Sheet()]


def _fill(pieces: Sequence[Piece], start: int, height: float, row: float) -> tuple[Sheet, int]:
    """One page from ``start`` on, and the first piece that did not fit; at least one is taken."""
    sheet = Sheet()
    for head in pieces[start].repeat:
        sheet.placed.append((head, sheet.bottom))
        sheet.bottom += head.height
    gap = 0.0
    for index in range(start, len(pieces)):
        piece = pieces[index]
        if index > start and piece.new_page:
            return sheet, index
        top = sheet.bottom + (max(gap, piece.before) if index > start else 0.0)
        if piece.snap and row:
            top = math.ceil(top / row - 0.01) * row
        if index > start and top + piece.height > height + _EPSILON:
            return sheet, index
        sheet.placed.append((piece, top))
        sheet.bottom = top + piece.height
        gap = piece.after
    return sheet, len(pieces)


def _barriers(pieces: Sequence[Piece]) -> list[int]:
    costs = [piece.barrier for piece in pieces]
    for index, piece in enumerate(pieces):
        if piece.keep_next and index + 1 < len(pieces):
            costs[index + 1] = 2
        for above in range(max(1, index - piece.with_previous + 1), index + 1):
            costs[above] = 2
    return costs


def _page_end(barriers: Sequence[int], start: int, reached: int) -> int:
    """The last piece up to ``reached`` before which a page may end, at the least cost there is."""
    for worst in (0, 1):
        for index in range(reached, start, -1):
            if barriers[index] <= worst:
                return index
    return reached
