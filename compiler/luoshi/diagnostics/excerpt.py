"""Lines of a file with markers under the places a finding speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.diagnostics.console import safe
from luoshi.diagnostics.width import TAB, cells
from luoshi.diagnostics.wording import visible
from luoshi.frozen import frozen
from luoshi.source import SourceFile, Span


@frozen
class Screen:
    """What is drawn on: its width in cells, its habits, the cells of a line number."""

    width: int
    wide: bool
    encoding: str
    gutter: int

    def cells(self, text: str) -> int:
        """Cells of a text on this screen."""
        return cells(text, self.wide)

    @property
    def room(self) -> int:
        """Cells left for a line of the file."""
        return self.width - self.gutter - 3

    def shown(self, char: str) -> str:
        """A character of a file as it is drawn: tabs as spaces, hidden marks made visible."""
        return " " * TAB if char == "\t" else safe(visible(char), self.encoding)


@frozen
class Mark:
    """A place, the sign drawn under it, and the words beside it."""

    span: Span
    sign: str
    words: str


@frozen
class _Row:
    """A mark on its line, in cells from the line's first character."""

    start: int
    size: int
    sign: str
    words: str


def excerpt(source: SourceFile, marks: list[Mark], screen: Screen) -> Iterator[str]:
    """The lines the marks stand on, in order of the file, with dots where lines are left out."""
    by_line: dict[int, list[Mark]] = {}
    for mark in marks:
        by_line.setdefault(mark.span.line, []).append(mark)
    before = 0
    for number in sorted(by_line):
        if before and number > before + 1:
            yield "..."
        yield from _line(source, number, by_line[number], screen)
        before = number


def _line(source: SourceFile, number: int, marks: list[Mark], screen: Screen) -> Iterator[str]:
    text = source.line(number)
    drawn = [screen.shown(char) for char in text]
    rows = [_row(source, number, mark, drawn, screen) for mark in marks]
    begin, line = _window("".join(drawn), rows, screen)
    yield f"{number:>{screen.gutter}} | {line}".rstrip()
    margin = " " * screen.gutter + " | "
    rows = [_Row(row.start - begin, row.size, row.sign, row.words) for row in rows]
    yield from (margin + under for under in _under(rows, screen))


def _row(source: SourceFile, number: int, mark: Mark, drawn: list[str], screen: Screen) -> _Row:
    first = mark.span.start - source.line_starts[number - 1]
    last = min(mark.span.end - source.line_starts[number - 1], len(drawn))
    start = screen.cells("".join(drawn[:first]))
    size = max(screen.cells("".join(drawn[first:last]).rstrip()), 0)
    if not size:  # blanks are marked too when nothing else is there
        size = screen.cells("".join(drawn[first:last]))
    return _Row(start, max(size, 1), mark.sign, safe(mark.words, screen.encoding))


def _window(text: str, rows: list[_Row], screen: Screen) -> tuple[int, str]:
    """The part of a long line that shows its first mark, and the cells cut off before it."""
    if screen.cells(text) <= screen.room:
        return 0, text
    main = next((row for row in rows if row.sign == "^"), rows[0])
    end = main.start + min(main.size, screen.room - 8)
    if end <= screen.room - 3:
        return 0, _cut(text, 0, screen.room - 3, screen)[1] + "..."
    skipped, shown = _cut(text, end - screen.room + 3 + 4, screen.room - 3, screen)
    rest = screen.cells(text) - skipped - screen.cells(shown)
    if rest > 0:
        shown = _cut(shown, 0, screen.room - 6, screen)[1] + "..."
    return skipped - 3, "..." + shown


def _cut(text: str, start: int, room: int, screen: Screen) -> tuple[int, str]:
    """Characters from cell ``start`` on that fit the room, and the cells before the first."""
    at, begin, shown, used = 0, 0, "", 0
    for char in text:
        size = screen.cells(char)
        if at < start:
            at += size
            begin = at
            continue
        if used + size > room:
            break
        shown += char
        used += size
    return begin, shown


def _under(rows: list[_Row], screen: Screen) -> Iterator[str]:
    """Marker lines: all signs in the first, the last words beside them, others below."""
    seen = [row for row in rows if 0 <= row.start < screen.room]
    if not seen:
        return
    seen.sort(key=lambda row: (row.start, row.sign))
    signs = ""
    for row in seen:
        size = min(row.size, screen.room - row.start)
        signs = _over(signs, row.start, row.sign * size)
    last = seen[-1]
    fits = len(signs) + 1 + screen.cells(last.words) <= screen.room
    yield f"{signs} {last.words}".rstrip() if fits else signs
    for row in reversed(seen if not fits else seen[:-1]):
        if row.words:
            start = max(0, min(row.start, screen.room - screen.cells(row.words)))
            yield " " * start + row.words


def _over(line: str, start: int, signs: str) -> str:
    line = line.ljust(start)
    kept = line[start : start + len(signs)]
    mixed = "".join(
        "^" if "^" in (a, b) else b for a, b in zip(kept.ljust(len(signs)), signs, strict=True)
    )
    return line[:start] + mixed + line[start + len(signs) :]
