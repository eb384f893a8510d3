"""Pieces: what stands between two places where a page may end, with marks relative to its top."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from luoshi.layout.metrics import Look
from luoshi.layout.pages import Area, Disc, Line, Mark, Polygon, Run
from luoshi.layout.spread import SetLine
from luoshi.layout.strip import BLANK_CHAR, Strip

EM_ASCENT = 0.88  # baseline under the top of the em box, in ems (standards sheet 0.2, P-EM)
_BOX_LINE = 0.6  # points, frame round the place of a character that no font has


@dataclass(slots=True, kw_only=True)
class Piece:
    """A strip of a page that is never cut. Lengths in points.

    ``before`` and ``after`` are spaces; the larger of two neighbours counts and none is kept at
    the head of a page. ``barrier`` is the cost of a page break before the piece: 0 none, 1 avoid,
    2 not where it can be helped. ``with_previous`` counts pieces above that stay with this one.
    """

    height: float
    marks: Sequence[Mark] = ()
    before: float = 0.0
    after: float = 0.0
    keep_next: bool = False
    barrier: int = 0
    with_previous: int = 0
    new_page: bool = False
    snap: bool = False  # the piece begins on a line of the page's grid
    bookmark: tuple[int, str] | None = None
    repeat: Sequence[Piece] = ()  # set again when a page begins with this piece (table heads)
    opening: Sequence[Mark] = ()  # drawn when a page begins with this piece
    closing: Sequence[Mark] = ()  # drawn when a page ends with this piece


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """The same mark at another place."""
    match mark:
        case Run():
            return Run(
                mark.x + dx, mark.y + dy, mark.text, mark.font, mark.size, mark.advances,
                mark.color, mark.bold, mark.italic, mark.vertical,
            )  # fmt: skip
        case Line(x1, y1, x2, y2, width, color, dash):
            return Line(x1 + dx, y1 + dy, x2 + dx, y2 + dy, width, color, dash)
        case Area(x, y, width, height, fill, stroke, stroke_width, dash):
            return Area(x + dx, y + dy, width, height, fill, stroke, stroke_width, dash)
        case Disc(x, y, radius, fill, stroke, stroke_width, dash):
            return Disc(x + dx, y + dy, radius, fill, stroke, stroke_width, dash)
        case Polygon(points, fill, stroke, stroke_width, closed):
            shifted = tuple((x + dx, y + dy) for x, y in points)
            return Polygon(shifted, fill, stroke, stroke_width, closed)


def line_marks(
    strip: Strip, line: SetLine, x: float, baseline: float, missing: Iterable[str] = ()
) -> list[Mark]:
    """The marks of a line of text: runs of one look, rules to write on, boxes for missing glyphs."""
    marks: list[Mark] = []
    lost = frozenset(missing)
    start = line.start
    while start < line.end:
        look, char = strip.looks[start], strip.text[start]
        place = x + line.xs[start - line.start]
        if char == BLANK_CHAR:
            y = baseline + 0.12 * look.size
            marks.append(Line(place, y, place + strip.advances[start], y, 0.5))
            start += 1
        elif char in lost:
            marks.append(_box(place, baseline, look))
            start += 1
        else:
            end = _run_end(strip, line, start, lost)
            marks.append(_run(strip, line, (start, end), (x, baseline)))
            start = end
    return marks


def _run_end(strip: Strip, line: SetLine, start: int, lost: frozenset[str]) -> int:
    look = strip.looks[start]
    end = start + 1
    while (
        end < line.end
        and (strip.looks[end] is look or strip.looks[end] == look)
        and strip.text[end] != BLANK_CHAR
        and strip.text[end] not in lost
    ):
        end += 1
    return end


def _run(strip: Strip, line: SetLine, span: tuple[int, int], place: tuple[float, float]) -> Run:
    start, end = span
    look = strip.looks[start]
    xs = line.xs[start - line.start : end - line.start]
    advances = [b - a for a, b in pairwise(xs)]
    advances.append(strip.advances[end - 1])
    # A glyph of a grid stands in the middle of its cell.
    shift = (strip.setting.cell - look.size) / 2 if strip.setting.grid else 0.0
    return Run(
        place[0] + xs[0] + shift, place[1], strip.text[start:end], look.font, look.size,
        tuple(advances), look.color, look.bold, look.italic,
    )  # fmt: skip


def _box(x: float, baseline: float, look: Look) -> Area:
    side = 0.8 * look.size
    return Area(x + 0.1 * look.size, baseline - side, side, side, None, look.color, _BOX_LINE)
