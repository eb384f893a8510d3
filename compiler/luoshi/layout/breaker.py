"""Breaks a strip into lines: marks are pushed in before anything is pushed out (K-20).

Greedy, one pass, with prefix sums; the last line is looked at once more (K-24).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from luoshi.layout.classes import AVOIDED, FREE, Kind
from luoshi.layout.strip import Strip

_BRACKETS = frozenset({Kind.OPEN, Kind.CLOSE})
_ALL_MARKS = _BRACKETS | {Kind.PAUSE, Kind.STOP}
_EPSILON = 0.01  # points
_PATIENCE = 2.0  # ems of room that a line bears before a date is broken
_MOST_ROOM = 3.0  # ems that a line may be stretched to save the next from a single character


def break_lines(strip: Strip, first: float, rest: float) -> list[tuple[int, int]]:
    """Lines as (first atom, atom after the last); ``first`` and ``rest`` are the widths in points.

    The lines hold every atom once, in order. An atom wider than its line stands alone in it.
    """
    count = len(strip.atoms)
    if not count:
        return [(0, 0)]
    state = _State(strip)
    lines: list[tuple[int, int]] = []
    start = 0
    while start < count:
        end = state.line_end(start, first if not lines else rest)
        lines.append((start, end))
        start = end
    if len(lines) > 1:
        _save_last_line(state, lines, first, rest)
    return lines


class _State:
    """Prefix sums over a strip, and the questions a breaker asks of them."""

    def __init__(self, strip: Strip) -> None:
        self.strip = strip
        self.costs: Sequence[int] = [*(atom.cost for atom in strip.atoms), FREE]
        self.sums = [0.0, *accumulate(strip.widths)]
        self.shrink = [0.0, *accumulate(shrinkable(strip, 0, len(strip.atoms)))]
        self.em = strip.setting.cell

    def width(self, start: int, end: int) -> float:
        """The natural width of a line; a space at its end does not count."""
        while end > start + 1 and self.strip.atoms[end - 1].kind is Kind.SPACE:
            end -= 1
        return self.sums[end] - self.sums[start]

    def room_to_shrink(self, start: int, end: int) -> float:
        """How many points the marks of a line can give up."""
        return self.shrink[end] - self.shrink[start]

    def fitting(self, start: int, limit: float) -> int:
        """The atom after the last one that fits whole."""
        end = bisect_right(self.sums, self.sums[start] + limit + _EPSILON) - 1
        while end < len(self.strip.atoms) and self.strip.atoms[end].kind is Kind.SPACE:
            end += 1
        return max(end, start + 1)

    def line_end(self, start: int, limit: float) -> int:
        """Where a line that begins at ``start`` ends."""
        fitting = self.fitting(start, limit)
        if fitting >= len(self.strip.atoms):
            return len(self.strip.atoms)
        end = self._back(start, fitting, limit)
        longer = self._pushed_in(start, fitting, end, limit)
        return longer or end or fitting

    def _back(self, start: int, fitting: int, limit: float) -> int:
        free = self.last_break(start, fitting, FREE)
        if free and limit - self.width(start, free) <= _PATIENCE * self.em:
            return free
        return self.last_break(start, fitting, AVOIDED) or free

    def last_break(self, start: int, end: int, worst: int) -> int:
        """The last place up to ``end`` where a break costs at most ``worst``; 0 for none."""
        while end > start and self.costs[end] > worst:
            end -= 1
        return end if end > start else 0

    def _pushed_in(self, start: int, fitting: int, end: int, limit: float) -> int:
        """The end of the line with one more mark or character squeezed in; 0 when it must not be."""
        longer = fitting + 1
        most = 2 * limit  # marks give up half of themselves, so nothing wider can be squeezed in
        while longer < len(self.costs) - 1 and self.costs[longer] != FREE:
            if self.width(start, longer) > most:
                return 0
            longer += 1
        need = self.width(start, longer) - limit
        if need > self.room_to_shrink(start, longer):
            return 0
        room = limit - self.width(start, end) if end else limit
        # A mark that may not begin a line is pushed in wherever that can be done; a character that
        # may, only where the line gains more than its marks lose.
        return longer if room > _EPSILON and (end != fitting or 2 * need <= room) else 0


def shrinkable(strip: Strip, start: int, end: int) -> list[float]:
    """How many points each atom of a line can give up: half an em of a mark, a Latin run's padding."""
    if strip.setting.breaking == "latin":
        return [0.0] * (end - start)
    marks = _ALL_MARKS if strip.setting.squeeze_marks else _BRACKETS
    return [
        strip.widths[i] / 2 if strip.atoms[i].kind in marks else strip.pads[i]
        for i in range(start, end)
    ]


def _save_last_line(state: _State, lines: list[tuple[int, int]], first: float, rest: float) -> None:
    """Squeezes a single last character into the line above, else gives it company (K-24)."""
    if state.strip.setting.breaking == "latin" or not _is_lonely(state.strip, *lines[-1]):
        return
    (start, end), (_, stop) = lines[-2], lines[-1]
    limit = first if len(lines) == 2 else rest
    if state.width(start, stop) - limit <= state.room_to_shrink(start, stop):
        lines[-2:] = [(start, stop)]
        return
    earlier = end
    while earlier := state.last_break(start, earlier - 1, FREE):
        if limit - state.width(start, earlier) > _MOST_ROOM * state.em:
            return
        if not _is_lonely(state.strip, earlier, stop) and state.width(earlier, stop) <= rest:
            lines[-2:] = [(start, earlier), (earlier, stop)]
            return


def _is_lonely(strip: Strip, start: int, end: int) -> bool:
    solid = [a for a in strip.atoms[start:end] if a.kind in (Kind.HAN, Kind.LATIN, Kind.BLANK)]
    return sum(a.end - a.start for a in solid) < 2
