"""A text with repairs made in memory, and the way back to the places of the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

Change = tuple[int, int, str]
"""Replace the characters from a start to an end (excluded) by a text."""


class Patched:
    """The working copy of a file: repairs never add or take away a line."""

    __slots__ = ("_marks", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        # Pieces of the working text: where each begins there, and where in the file.
        self._marks: list[tuple[int, int]] = [(0, 0), (len(text) + 1, len(text) + 1)]

    @property
    def moved(self) -> bool:
        """True when an offset of the working text may differ from that of the file."""
        return len(self._marks) > 2

    def back(self, offset: int) -> int:
        """The offset in the file; inside inserted text the end of what it stands for."""
        at = bisect_right(self._marks, (offset, 1 << 60)) - 1
        begins, stands = self._marks[at]
        limit = self._marks[at + 1][1] if at + 1 < len(self._marks) else stands
        return min(stands + offset - begins, limit)

    def apply(self, changes: Iterable[Change]) -> None:
        """Make changes given in places of the working text; they may not overlap."""
        for start, end, new in sorted(changes, reverse=True):
            self._change(start, end, new)

    def _change(self, start: int, end: int, new: str) -> None:
        shift = len(new) - (end - start)
        self.text = self.text[:start] + new + self.text[end:]
        if shift == 0:
            return
        first, after = self.back(start), self.back(end)
        kept = [mark for mark in self._marks if mark[0] < start]
        later = [(at + shift, stands) for at, stands in self._marks if at > end]
        self._marks = [*kept, (start, first), (start + len(new), after), *later]
