"""Figures of calendar pages in millimetres: unit marks, phase bars, badges, tokens."""

from __future__ import annotations

from luoshi.document.calendar_tree import Calendar, Entry, Party
from luoshi.document.marks import (
    INK,
    PAPER,
    RED,
    SECOND,
    Dot,
    Patch,
    Stroke,
    UnitMark,
    rail,
    tint,
)
from luoshi.layout.cell_text import MM, Face, Pen
from luoshi.layout.desk import Desk
from luoshi.layout.pages import Area, Disc, Line, Mark, Polygon

BAR_HEIGHT, RAIL, EDGE, CHEVRON, BAR_MARK = 3.7, 0.85, 0.7, 1.35, 2.85
_HAN_RISE = 0.38  # ems from the middle of a Han character down to the baseline
_LATIN_RISE = 0.36
MOST_JOINT = 2


def box(
    x: float,
    y: float,
    width: float,
    height: float,
    fill: str | None = None,
    *,
    stroke: str | None = None,
    line: float = 0.0,
    dash: tuple[float, ...] = (),
) -> Area:
    """A rectangle."""
    dashes = tuple(part * MM for part in dash)
    return Area(x * MM, y * MM, width * MM, height * MM, fill, stroke, line * MM, dashes)


def rule(x1: float, y1: float, x2: float, y2: float, width: float, *, color: str = INK) -> Line:
    """A straight stroke."""
    return Line(x1 * MM, y1 * MM, x2 * MM, y2 * MM, width * MM, color)


def figure(
    points: tuple[tuple[float, float], ...], fill: str | None, stroke: str | None = None,
    width: float = 0.0, closed: bool = True,
) -> Polygon:  # fmt: skip
    """A figure, filled or as a polyline."""
    corners = tuple((x * MM, y * MM) for x, y in points)
    return Polygon(corners, fill, stroke, width * MM, closed)


def middle(size: float) -> float:
    """Millimetres from the middle of a line of Han characters of ``size`` points to its baseline."""
    return _HAN_RISE * size / MM


# --- unit marks -----------------------------------------------------------------------------------


def unit_mark(
    pen: Pen, mark: UnitMark, x: float, y: float, side: float, *, joint: bool = False
) -> list[Mark]:
    """The square of a unit: filled for the lead, outlined for a joint unit."""
    frame = 0.09 * side
    if joint:
        half = frame / 2
        inner = side - frame
        marks: list[Mark] = [
            box(x + half, y + half, inner, inner, PAPER, stroke=mark.color, line=frame)
        ]
    else:
        marks = [box(x, y, side, side, mark.color)]
        if mark.ringed:
            inner = side - 2 * frame
            marks.append(box(x + frame, y + frame, inner, inner, stroke=PAPER, line=0.1))
    color = mark.color if joint else PAPER
    return [*marks, *_mark_text(pen, mark.text, x + side / 2, y + side / 2, side, color=color)]


def _mark_text(pen: Pen, text: str, x: float, y: float, side: float, *, color: str) -> list[Mark]:
    wide = len(text) > 1
    share = (0.62 if text.isascii() else 0.46) if wide else 0.84
    face = Face(share * side * MM, bold=True, color=color)
    rise = _LATIN_RISE if text.isascii() else _HAN_RISE
    return pen.center(text, face, x, y + rise * face.size / MM)


def drawn_parties(calendar: Calendar, entry: Entry) -> tuple[Party | None, list[Party], int]:
    """The lead, at most two joint units and how many more, as an item shows them."""
    known = {party.key: party for party in calendar.parties}
    leads = [known[s.party] for s in entry.shares if s.role == "lead" and s.party in known]
    joint = [known[s.party] for s in entry.shares if s.role == "joint" and s.party in known]
    lead = leads[0] if leads else None
    others = [*leads[1:], *joint]
    return lead, others[:MOST_JOINT], max(0, len(others) - MOST_JOINT)


def entry_marks(
    desk: Desk, entry: Entry, x: float, y: float, side: float
) -> tuple[list[Mark], float]:
    """The squares before an item, and the place after them; without owners nothing is drawn."""
    pen = desk.pen
    lead, joint, more = drawn_parties(desk.calendar, entry)
    marks: list[Mark] = []
    for party in ([lead] if lead else []) + joint:
        marks += unit_mark(pen, party.mark, x, y, side, joint=party is not lead)
        x += side + 0.3
    if more:
        face = Face(6.5, color=SECOND)
        words = f"+{more}"
        marks += pen.line(words, face, x, y + side / 2 + middle(face.size))
        x += pen.width(words, face) + 0.3
    return marks, x + 0.4 if marks else x


# --- phases -------------------------------------------------------------------------------------


def bar(
    span: tuple[float, float],
    top: float,
    mark: UnitMark | None,
    *,
    ends: tuple[bool, bool],
    fixed: bool = True,
) -> list[Mark]:
    """The body of a phase between two grid lines: true ends as edges, cut ones as chevrons."""
    (left, right), (begins, finishes) = span, ends
    color = mark.color if mark else SECOND
    bottom, half = top + BAR_HEIGHT, top + BAR_HEIGHT / 2
    x1 = left + (EDGE if begins else CHEVRON)
    x2 = right - (EDGE if finishes else CHEVRON)
    marks: list[Mark] = []
    if fixed:
        marks += [
            box(x1, top, x2 - x1, BAR_HEIGHT, tint(color)),
            rule(x1, top, x2, top, 0.2, color=color),
        ]
    else:
        marks.append(
            box(x1, top, x2 - x1, BAR_HEIGHT, PAPER, stroke=color, line=0.2, dash=(0.9, 0.6))
        )
    for is_true, x, tip in ((begins, x1, left), (finishes, x2, right)):
        if is_true:
            inward = EDGE if x == x1 else -EDGE
            marks.append(box(min(x, x + inward), top, EDGE, BAR_HEIGHT, color))
        else:
            marks.append(figure(((x, top), (tip, half), (x, bottom)), color))
    return [*marks, *_rail(mark, x1, bottom - RAIL, x2 - x1)]


def _rail(mark: UnitMark | None, x: float, y: float, length: float) -> list[Mark]:
    color = mark.color if mark else SECOND
    marks: list[Mark] = []
    for part in rail(mark.pattern if mark else "solid", length, RAIL):
        match part:
            case Patch(points):
                marks.append(figure(tuple((x + px, y + py) for px, py in points), color))
            case Stroke(points, width, closed):
                shifted = tuple((x + px, y + py) for px, py in points)
                marks.append(figure(shifted, None, color, width, closed))
            case Dot(px, py, radius):
                marks.append(Disc((x + px) * MM, (y + py) * MM, radius * MM, color))
    if mark is not None and mark.ringed:
        marks.append(rule(x, y - 0.2, x + length, y - 0.2, 0.15, color=color))
    return marks


def swatch(mark: UnitMark, x: float, y: float, length: float) -> list[Mark]:
    """A short rail for the legend."""
    return _rail(mark, x, y, length)


# --- days and states ------------------------------------------------------------------------------


def badge(pen: Pen, text: str, kind: str, x: float, y: float, *, side: float = 3.9) -> list[Mark]:
    """The disc of a day off, or the ring of a worked day; ``x``, ``y`` is its middle."""
    radius = side / 2
    face = Face(0.62 * side * MM, bold=True, color=PAPER if kind == "off" else INK)
    if kind == "off":
        disc = Disc(x * MM, y * MM, radius * MM, RED)
    else:
        disc = Disc(x * MM, y * MM, (radius - 0.14) * MM, PAPER, INK, 0.27 * MM)
    return [disc, *pen.center(text, face, x, y + middle(face.size))]


def token(pen: Pen, text: str, x: float, y: float) -> tuple[list[Mark], float]:
    """A word in a dashed box (建议, 暂), its middle at ``y``; and the place after it."""
    face = Face(6.5)
    width = pen.width(text, face) + 0.8
    frame = box(x, y - 1.35, width, 2.7, stroke=INK, line=0.2, dash=(0.6, 0.4))
    return [frame, *pen.line(text, face, x + 0.4, y + middle(face.size))], x + width


def triangle(x: float, y: float, side: float) -> Polygon:
    """The sign of a deadline, its foot at ``y``."""
    return figure(((x, y), (x + side, y), (x + side / 2, y - 0.9 * side)), INK)


def tick_box(x: float, y: float, side: float = 2.6) -> Area:
    """A box to tick, its middle at ``x``, ``y``."""
    return box(x - side / 2, y - side / 2, side, side, stroke=INK, line=0.3)


def state_box(pen: Pen, words: str, right: float, top: float) -> tuple[list[Mark], float]:
    """The state in a dashed box that ends at ``right``; and its left edge."""
    face = Face(8, bold=True)
    width = pen.width(words, face) + 2.4
    frame = box(right - width, top, width, 4.1, stroke=INK, line=0.3, dash=(1.0, 0.7))
    marks: list[Mark] = [frame]
    marks += pen.line(words, face, right - width + 1.2, top + 2.05 + middle(face.size))
    return marks, right - width
