"""Source files as text, and places in them. The first room: it reads nothing and parses nothing."""

from __future__ import annotations

from bisect import bisect_right

from luoshi.frozen import frozen


class SourceFile:
    """One file as text, with the index that turns character offsets into lines and columns."""

    __slots__ = ("_starts", "name", "text")

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self._starts: list[int] | None = None

    @property
    def line_starts(self) -> list[int]:
        """The offset of the first character of every line; lines end at LF, CRLF or a lone CR."""
        if self._starts is None:
            self._starts = _line_starts(self.text)
        return self._starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both 1-based and counted in characters."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of one line (1-based) without its line ending."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def line_count(self) -> int:
        """How many lines the file has; an empty file has one."""
        return len(self.line_starts)

    def span(self, start: int, end: int) -> Span:
        """The span from ``start`` to ``end``, the end excluded."""
        return Span(self, start, end)

    def __repr__(self) -> str:
        return f"SourceFile({self.name!r})"


def _line_starts(text: str) -> list[int]:
    starts = [0]
    at = 0
    for piece in text.splitlines(keepends=True):
        at += len(piece)
        # str.splitlines also breaks at VT, FF, NEL and the like; an editor does not count those.
        if piece.endswith(("\n", "\r")):
            starts.append(at)
    return starts


@frozen
class Span:
    """A place in a source: characters ``start`` to ``end``, the end excluded."""

    source: SourceFile
    start: int
    end: int

    @property
    def text(self) -> str:
        """The characters of the span as they stand in the file."""
        return self.source.text[self.start : self.end]

    @property
    def line(self) -> int:
        """The line the span begins on, 1-based."""
        return self.source.position(self.start)[0]

    @property
    def column(self) -> int:
        """The column the span begins at, 1-based, in characters."""
        return self.source.position(self.start)[1]
