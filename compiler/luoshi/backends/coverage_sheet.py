"""How a coverage table is laid on A4 landscape: parts, widths, heights, headings cut to fit."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

from luoshi.backends.coverage_words import CoverageWords, column_title
from luoshi.backends.flow import ems
from luoshi.document.coverage_tree import Column, Coverage, Row

# Millimetres; looks section 9 and the sheet of 277 × 190 inside margins of 10.
_SHEET = 277.0
_MOST_COLUMNS = 24
_SUM_WIDTH = 9.5
_NAME_LEAST, _NAME_MOST = 34.0, 62.0
_NAME_EM, _TITLE_EM, _ABOVE_EM, _ID_EM = 3.1, 3.25, 2.75, 2.35
_ABOVE_LINES = 3
_LINE = 4.0  # of a vertical heading
_HEADS = (24.0, 30.0, 36.0, 42.0, 48.0, 54.0)
_ROW_MOST, _ROW_LEAST = 8.6, 5.4
_NAME_LINE = 3.7
_PAGE = 188.0
_FURNITURE = 25.0  # header and verdict of the first sheet
_HEAD_REST, _ABOVE = 7.0, 9.5  # ids and padding; the row of titles above
_FOOT_LINE = 4.4
_TOTALS = 24.0  # sums and legend, kept free on every sheet


@dataclass(frozen=True, slots=True)
class Short:
    """A heading as shown and in full; they differ where it had to be cut."""

    shown: str
    full: str


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of one column; ``above`` is None where it stands under no other task."""

    column: Column
    title: Short
    above: Short | None
    id: str
    height: float  # of the title, millimetres along its lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One table of the page: some of the rows, some of the columns.

    Widths and heights are millimetres. ``columns`` are places in ``all``; the panel with the last
    columns carries the sums of rows, the one with the last rows those of columns.
    """

    all: tuple[Column, ...]
    columns: tuple[int, ...]
    rows: tuple[Row, ...]
    heads: tuple[Head, ...]
    name_width: float
    width: float
    sum_width: float
    row: float
    has_sums: bool
    has_totals: bool

    @property
    def cut(self) -> tuple[Short, ...]:
        """The headings that are not shown in full."""
        return _cut_of(self.heads)


@dataclass(frozen=True, slots=True)
class _Across:
    """What the panels with the same columns share."""

    columns: tuple[int, ...]
    titles: list[str]
    name_width: float
    width: float
    head: float
    has_sums: bool


def panels(coverage: Coverage, words: CoverageWords) -> tuple[Panel, ...]:
    """The tables of a page: at most 24 columns each, rows as many as a sheet of paper holds."""
    total = len(coverage.columns)
    parts = max(1, -(-total // _MOST_COLUMNS))
    size = -(-total // parts)
    places = [tuple(range(at, min(at + size, total))) for at in range(0, total, size)]
    made: list[Panel] = []
    for columns in places:
        across = _across(coverage, words, columns, has_sums=columns == places[-1])
        made += _down(coverage, words, across, is_first=not made)
    return tuple(made)


def _across(
    coverage: Coverage, words: CoverageWords, columns: tuple[int, ...], *, has_sums: bool
) -> _Across:
    names = [_name_size(row, words) for row in coverage.rows]
    name_width = min(max([_NAME_LEAST, *names]), _NAME_MOST)
    room = _SHEET - name_width - 4 * _SUM_WIDTH * has_sums
    width = min(room / len(columns), 30.0)
    chosen = (coverage.columns[n] for n in columns)
    titles = [column_title(column.kind, column.title, words) for column in chosen]
    head = _head_height(titles, width, coverage.language)
    name_width = _SHEET - width * len(columns) - 4 * _SUM_WIDTH * has_sums
    return _Across(columns, titles, name_width, width, head, has_sums)


def _name_size(row: Row, words: CoverageWords) -> float:
    flag = ems(words.only_assist) * _ID_EM + 3 if row.state == "only-assist" else 0
    return 8 + ems(row.name) * _NAME_EM + flag


def _down(
    coverage: Coverage, words: CoverageWords, across: _Across, *, is_first: bool
) -> list[Panel]:
    """The rows of a set of columns, a new panel wherever the sheet is full."""
    heads = _heads(coverage, across)
    above = _ABOVE if any(head.above for head in heads) else 0.0
    notes = len(coverage.remarks) + len(_cut_of(heads))
    room = _PAGE - across.head - _HEAD_REST - above - _TOTALS - min(notes, 8) * _FOOT_LINE
    first = room - _FURNITURE * is_first
    sizes = (_ROW_MOST - step * 0.2 for step in range(round((_ROW_MOST - _ROW_LEAST) * 5) + 1))
    rows = [[_need(row, words, across, size) for row in coverage.rows] for size in sizes]
    needs = next((needs for needs in rows if sum(needs) <= first), rows[-1])
    counts = _split(needs, first, room)
    ends = list(itertools.accumulate(counts))
    return [
        Panel(
            all=coverage.columns,
            columns=across.columns,
            rows=coverage.rows[end - count : end],
            heads=heads,
            name_width=across.name_width,
            width=across.width,
            sum_width=_SUM_WIDTH,
            row=round(min(needs, default=_ROW_MOST), 2),
            has_sums=across.has_sums,
            has_totals=end == len(coverage.rows),
        )
        for count, end in zip(counts, ends, strict=True)
    ]


def _cut_of(heads: tuple[Head, ...]) -> tuple[Short, ...]:
    found = [head.title for head in heads] + [head.above for head in heads if head.above]
    return tuple(dict.fromkeys(one for one in found if one.shown != one.full))


def _need(row: Row, words: CoverageWords, across: _Across, least: float) -> float:
    """The height of a row, whose name may take several lines."""
    lines = math.ceil(_name_size(row, words) / across.name_width)
    return max(least, lines * _NAME_LINE + 0.6 if lines > 1 else 0)


def _split(needs: list[float], first: float, room: float) -> list[int]:
    """How many rows each sheet takes: evenly if that fits, else as many as there is room for."""
    counts, left = [0], first
    for need in needs:
        if need > left + 0.01 and counts[-1]:
            counts.append(0)
            left = room
        counts[-1] += 1
        left -= need
    even = math.ceil(len(needs) / len(counts))
    starts = range(0, len(needs), even) if even else range(0)
    chunks = [needs[at : at + even] for at in starts]
    if len(chunks) == len(counts) and all(
        sum(chunk) <= (room if number else first) for number, chunk in enumerate(chunks)
    ):
        return [len(chunk) for chunk in chunks]
    return counts


def _head_height(titles: list[str], width: float, language: str) -> float:
    """The least height at which every heading is whole; the greatest where none is enough."""
    longest = max(ems(title) for title in titles)
    return next((h for h in _HEADS if _room(h, width, language) >= longest), _HEADS[-1])


def _room(height: float, width: float, language: str) -> float:
    """Characters that fit a vertical heading; English loses some at the end of each line."""
    lines = max(1, int((width - 0.8) / _LINE))
    loss = 2.5 if language == "en" else 1.0
    line = height / _TITLE_EM
    return line + (lines - 1) * max(line - loss, 1)


def _heads(coverage: Coverage, across: _Across) -> tuple[Head, ...]:
    width, height = across.width, across.head
    room = _room(height, width, coverage.language)
    chosen = [coverage.columns[n] for n in across.columns]
    spans = _spans(chosen)
    made = []
    for column, title, span in zip(chosen, across.titles, spans, strict=True):
        above_room = _ABOVE_LINES * ((span * width - 2) / _ABOVE_EM - 1.5)
        above = _cut(column.above[0], above_room) if column.above else None
        number = column.id if ems(column.id) * _ID_EM <= width else ""
        shown = _cut(title, room)
        tall = height if coverage.language == "en" else _even(shown.shown, height)
        made.append(Head(column, shown, above, number, tall))
    return tuple(made)


def _even(title: str, height: float) -> float:
    """The height that spreads a title evenly over as few lines as it needs."""
    size = ems(title)
    lines = max(1, math.ceil(size * _TITLE_EM / height))
    return round(min((math.ceil(size / lines) + 0.6) * _TITLE_EM, height + _TITLE_EM), 2)


def _spans(columns: list[Column]) -> list[int]:
    """For each column how many neighbours, itself included, stand under the same task."""
    found: list[int] = []
    for place, column in enumerate(columns):
        if place and columns[place - 1].above[:1] == column.above[:1]:
            continue
        size = 1
        while place + size < len(columns) and columns[place + size].above[:1] == column.above[:1]:
            size += 1
        found += [size] * size
    return found


def _cut(text: str, room: float) -> Short:
    """The text, or as much of it as fits with the sign that it was cut."""
    if ems(text) <= room:
        return Short(text, text)
    kept, used = "", 1.0
    for char in text:
        used += ems(char)
        if used > max(room, 3):
            break
        kept += char
    if " " in kept and text[len(kept)] != " ":
        kept = kept[: kept.rindex(" ")]  # English is cut between words
    return Short(kept.rstrip(" ，、,") + "…", text)
