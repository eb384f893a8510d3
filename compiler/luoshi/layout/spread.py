"""Places the characters of one line: squeezes marks, stretches gaps, leaves the grid alone if it can.

Orders are those of CLREQ as the standards sheet gives them: K-18 to shrink, K-19 to stretch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from luoshi.layout.breaker import shrinkable
from luoshi.layout.classes import Kind
from luoshi.layout.strip import Strip

_MOST_STRETCH = 0.35  # ems in each gap; a line that needs more stays ragged
_TIERS: tuple[frozenset[Kind], ...] = (
    frozenset({Kind.OPEN, Kind.CLOSE}),
    frozenset({Kind.PAUSE}),
    frozenset({Kind.LATIN}),
    frozenset({Kind.STOP}),
)


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line with the place of each character: ``xs`` runs over ``start`` to ``end`` of the text."""

    start: int
    end: int
    xs: Sequence[float]
    width: float


def set_line(strip: Strip, start: int, end: int, limit: float, stretch: bool) -> SetLine:
    """Places the atoms from ``start`` to ``end``, from 0 to at most ``limit`` points.

    ``stretch`` fills the line to ``limit`` (every line of a justified paragraph but its last).
    """
    while end > start and strip.atoms[end - 1].kind is Kind.SPACE:
        end -= 1
    if end <= start:
        return SetLine(0, 0, (), 0.0)
    gaps = [0.0] * (end - start)  # added after each atom
    trims = [0.0] * (end - start)  # taken from each atom
    room = limit - sum(strip.widths[start:end])
    if room < 0:
        _squeeze(strip, start, end, -room, trims)
    elif stretch and room > 0:
        _stretch(strip, start, end, room, gaps)
    return _placed(strip, start, end, gaps, trims)


def _squeeze(strip: Strip, start: int, end: int, need: float, trims: list[float]) -> None:
    can = shrinkable(strip, start, end)
    last = len(can) - 1
    takers: list[list[int]] = [[last]]
    for tier in _TIERS:
        takers.append([i for i in range(last) if strip.atoms[start + i].kind in tier])
    for indexes in takers:
        total = sum(can[i] for i in indexes)
        if total <= 0 or need <= 0:
            continue
        share = min(1.0, need / total)
        for i in indexes:
            trims[i] += can[i] * share
        need -= total * share


def _stretch(strip: Strip, start: int, end: int, room: float, gaps: list[float]) -> None:
    em = strip.setting.cell
    if strip.setting.breaking == "latin":
        _share(room, [i for i in range(len(gaps) - 1) if _kind(strip, start, i) is Kind.SPACE], gaps, em)  # fmt: skip
        return
    between = range(len(gaps) - 1)
    spaces = [i for i in between if _kind(strip, start, i) is Kind.SPACE]
    seams = [i for i in between if _is_seam(_kind(strip, start, i), _kind(strip, start, i + 1))]
    calm = [i for i in between if _is_calm(_kind(strip, start, i), _kind(strip, start, i + 1))]
    for indexes, most in ((spaces, em / 4), (seams, em / 8)):
        part = min(room, most * len(indexes))
        for i in indexes:
            gaps[i] += part / len(indexes)
        room -= part
    _share(room, calm or list(between), gaps, em * _MOST_STRETCH)


def _share(room: float, indexes: list[int], gaps: list[float], most: float) -> None:
    if indexes and room / len(indexes) <= most:
        for i in indexes:
            gaps[i] += room / len(indexes)


def _kind(strip: Strip, start: int, i: int) -> Kind:
    return strip.atoms[start + i].kind


def _is_seam(a: Kind, b: Kind) -> bool:
    return {a, b} == {Kind.HAN, Kind.LATIN}


def _is_calm(a: Kind, b: Kind) -> bool:
    return a is not Kind.DASH and b is not Kind.DASH


def _placed(strip: Strip, start: int, end: int, gaps: list[float], trims: list[float]) -> SetLine:
    xs: list[float] = []
    x = 0.0
    for i in range(end - start):
        atom = strip.atoms[start + i]
        at = x + _lead(atom.kind, strip.pads[start + i], trims[i])
        for c in range(atom.start, atom.end):
            xs.append(at + strip.insets.get(c, 0.0))
            at += strip.advances[c]
        x += strip.widths[start + i] - trims[i] + gaps[i]
    return SetLine(strip.atoms[start].start, strip.atoms[end - 1].end, xs, x)


def _lead(kind: Kind, pad: float, trim: float) -> float:
    """Shift of an atom's glyphs: opening marks lose their left half, Latin runs stand in the middle."""
    if kind is Kind.OPEN:
        return -trim
    return (pad - trim) / 2 if kind is Kind.LATIN else 0.0
