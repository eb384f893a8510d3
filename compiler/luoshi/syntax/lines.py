"""Lines of a plan file as a reader sees them: indent, dashes, field, open columns above."""

from __future__ import annotations

import re

from luoshi.frozen import frozen
from luoshi.source import SourceFile

WIDE_SPACES = "\u3000\u00a0\u2002\u2003\u2007\u2009\u202f"
_INDENT = re.compile(f"[ \t{WIDE_SPACES}]*")
_DASHES = re.compile(r"(?:-[ \t]+)*(?:-$)?")
_COMMENT = re.compile(r"(?:^|[ \t])#.*$")
FIELD = re.compile(
    r"""(?P<key>"[^"]*"|'[^']*'|[^\s"'#\[\]{},&*!|>%@`](?:[^:\n]|:(?=\S))*?)[ \t]*:(?=[ \t]|$)"""
)
_FAR = 500  # lines looked back at most


@frozen
class Line:
    """One line taken apart: ``start`` + ``indent`` + dashes + ``body`` (without its comment).

    ``at`` is the column of the body, 0-based, tabs as 4 and full-width spaces as 2.
    """

    number: int
    start: int
    indent: str
    dashes: str
    body: str
    at: int

    @property
    def body_start(self) -> int:
        """The offset of the body."""
        return self.start + len(self.indent) + len(self.dashes)

    @property
    def width(self) -> int:
        """The cells of the indent."""
        return width_of(self.indent)

    @property
    def is_empty(self) -> bool:
        """True for a line without content; a comment is none."""
        return not self.body and not self.dashes

    @property
    def field(self) -> re.Match[str] | None:
        """The field the line begins with, as a match in the body."""
        return FIELD.match(self.body)

    @property
    def opens(self) -> bool:
        """True when the lines below belong to this one: it ends with a colon or a dash."""
        if not self.body:
            return bool(self.dashes)
        found = self.field
        return found is not None and found.end() == len(self.body)


def width_of(indent: str) -> int:
    """The cells of an indent: tabs as 4, full-width spaces as 2."""
    return sum(4 if c == "\t" else 2 if c == "\u3000" else 1 for c in indent)


def read_line(source: SourceFile, number: int) -> Line:
    """A line of a file, 1-based."""
    text = source.line(number)
    indent = _INDENT.match(text)[0]  # type: ignore[index]  # may match nothing, never fails
    rest = text[len(indent) :]
    dashes = _DASHES.match(rest)[0]  # type: ignore[index]
    body = rest[len(dashes) :]
    if body[:1] not in ("'", '"'):
        body = _COMMENT.sub("", body)
    at = width_of(indent) + len(dashes)
    return Line(number, source.line_starts[number - 1], indent, dashes, body.rstrip(), at)


def previous(source: SourceFile, number: int) -> Line | None:
    """The nearest line above that has content."""
    for above in range(number - 1, max(0, number - _FAR), -1):
        line = read_line(source, above)
        if not line.is_empty:
            return line
    return None


@frozen
class Column:
    """A column that the lines above have opened, for fields or for dashes."""

    at: int
    line: int
    dash: bool


def open_columns(source: SourceFile, number: int) -> list[Column]:
    """The columns a line can line up with, the innermost first."""
    found: list[Column] = []
    limit = 1 << 30
    for above in range(number - 1, max(0, number - _FAR), -1):
        line = read_line(source, above)
        if line.is_empty or line.width >= limit:
            continue
        found += [c for c in _columns(line) if c.at < limit]
        limit = line.width
        if limit == 0:
            break
    return found


def _columns(line: Line) -> list[Column]:
    own = [Column(line.at, line.number, False)] if line.field else []
    dashes = [m.start() for m in re.finditer("-", line.dashes)]
    return own + [Column(line.width + at, line.number, True) for at in reversed(dashes)]


def wanted_indent(source: SourceFile, number: int) -> int:
    """How many spaces a line with a strange indent should have, judged by the lines above."""
    line, above = read_line(source, number), previous(source, number)
    if above is None:
        return 0
    if above.opens:
        return _below(line, above)
    places = [c.at for c in open_columns(source, number) if c.dash == bool(line.dashes)]
    return min(places, key=lambda at: (abs(at - line.width), -at), default=above.width)


def _below(line: Line, above: Line) -> int:
    if line.dashes and line.width <= above.at:
        return above.at
    return above.at + 2
