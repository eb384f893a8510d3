"""Slips of the keyboard that stop the reading, looked for on one line in block form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from luoshi.diagnostics import Arg, Rule
from luoshi.frozen import field, frozen
from luoshi.source import SourceFile
from luoshi.syntax import faults_file
from luoshi.syntax import faults_typing as faults
from luoshi.syntax.lines import (
    WIDE_SPACES,
    Column,
    Line,
    open_columns,
    previous,
    read_line,
    wanted_indent,
)
from luoshi.syntax.patch import Change

UNREAD = "\uf8fe\uf8ffunread\uf8ff\uf8fe"
"""Stands in the working copy for a content that could not be read; becomes a ``BadNode``."""

_HEAD = r"""[^\s：:，。；、！？,;"'“”‘’#\[\]{}&*!|>%@`-][^：:，。；！？,;"'“”#\[\]{}]{0,19}"""
FULLWIDTH_FIELD = re.compile(f"(?P<key>{_HEAD})：")
GLUED_FIELD = re.compile(rf"(?P<key>{_HEAD}):(?=[^\s:/\\])")
_SECOND_COLON = re.compile(r":(?=[ \t]|$)")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]{0,2}$")
_PROPERTY = re.compile(r"[&*!][0-9A-Za-z_!:/.,\-]*(?:\s|$)")
Also = tuple[int, int, Mapping[str, Arg]]
"""A second place of a finding, with the arguments of its words."""
_CLOSE = {"[": "]", "{": "}"}


@frozen
class Slip:
    """A cause that was found, in places of the working text, and the repair that settles it.

    ``offer``: "safe" and "unsafe" repairs are offered to the author, "none" only lets the reading
    go on. ``also`` is a second place with its arguments.
    """

    rule: Rule
    start: int
    end: int
    args: Mapping[str, Arg]
    repair: tuple[Change, ...]
    offer: str = "unsafe"
    also: Also | None = None
    paste: bool = field(default=True)


def slip_on_line(source: SourceFile, number: int) -> Slip | None:
    """The first certain slip of a line, or None."""
    line = read_line(source, number)
    if line.is_empty:
        return None
    found = (find(source, line) for find in _FINDERS)
    return next((slip for slip in found if slip), None)


def indent_slip(source: SourceFile, line: Line) -> Slip | None:
    """A Tab or a space that is none at the start of a line."""
    odd = re.search(f"[\t{WIDE_SPACES}]+", line.indent)
    if odd is None:
        return None
    want = wanted_indent(source, line.number)
    start, end = line.start + odd.start(), line.start + odd.end()
    repair = ((line.start, line.start + len(line.indent), " " * want),)
    args: dict[str, Arg] = {"line": line.number, "want": want}
    above = previous(source, line.number)
    if "\t" in odd[0]:
        return Slip(faults.TAB_INDENT, start, end, args, repair, "safe")
    if odd[0].strip("\u3000") or above is None:
        args["char"] = f"U+{ord(odd[0].strip(chr(0x3000))[:1] or odd[0][0]):04X}"
        return Slip(faults.ODD_SPACE_INDENT, start, end, args, repair, "safe")
    args |= {"n": len(odd[0]), "other": above.number, "width": above.width}
    also: Also = (above.start, above.start + max(above.width, 1), {})
    return Slip(faults.FULLWIDTH_SPACE_INDENT, start, end, args, repair, "safe", also)


def _directive(source: SourceFile, line: Line) -> Slip | None:
    """``%…`` in the first column: an instruction to YAML itself."""
    if line.at or not line.body.startswith("%"):
        return None
    end = line.start + len(source.line(line.number))
    blank = ((line.start, end, " " * (end - line.start)),)
    return Slip(faults_file.DIRECTIVE, line.start, end, {}, blank, "none", paste=False)


def _dash_slip(source: SourceFile, line: Line) -> Slip | None:
    """``-区公安局`` in a column where the lines around have dashes."""
    found = re.match(rf"-(?=[^\s\-])|-[{WIDE_SPACES}]+", line.body)
    if found is None:
        return None
    columns = open_columns(source, line.number)
    above = previous(source, line.number)
    fits = any(c.dash and c.at == line.at for c in columns) or (above is not None and above.opens)
    return dash_slip(line) if fits else None


def dash_slip(line: Line) -> Slip:
    """The finding for a dash without an ordinary space after it, at the start of a body."""
    wide = re.match(f"-[{WIDE_SPACES}]*", line.body)
    end = line.body_start + (wide.end() if wide else 1)
    args: dict[str, Arg] = {"line": line.number, "text": line.body, "mark": "-"}
    repair = ((line.body_start + 1, end, " "),)
    return Slip(faults.MISSING_SPACE, line.body_start, line.body_start + 1, args, repair, "safe")


def colon_slip(line: Line) -> Slip | None:
    """A full-width colon, or one without a space, after what looks like a field's name."""
    if line.field is not None and "：" not in line.field["key"]:
        return None
    start = line.body_start
    found = FULLWIDTH_FIELD.match(line.body)
    if found:
        at = start + found.end() - 1
        args: dict[str, Arg] = {"key": found["key"].strip()}
        space = re.match(f"[ {WIDE_SPACES}]*", line.body[found.end() :])
        repair = ((at, at + 1 + (space.end() if space else 0), _colon(line, found.end())),)
        return Slip(faults.FULLWIDTH_COLON, at, at + 1, args, repair, "safe")
    found = GLUED_FIELD.match(line.body)
    if not found or found["key"].strip().isdigit():
        return None
    at = start + found.end() - 1
    space = re.match(f"[{WIDE_SPACES}]*", line.body[found.end() :])
    repair = ((at, at + 1 + (space.end() if space else 0), _colon(line, found.end())),)
    args = {"line": line.number, "text": found["key"].strip() + ":", "mark": ":"}
    return Slip(faults.MISSING_SPACE, at, at + 1, args, repair, "safe")


def _colon(line: Line, end: int) -> str:
    return ": " if line.body[end:].strip() else ":"


def _colon_slip(source: SourceFile, line: Line) -> Slip | None:
    slip = colon_slip(line)
    return slip if slip and _is_field_place(source, line) else None


def _is_field_place(source: SourceFile, line: Line) -> bool:
    """True where only a field can stand: beside other fields, or first below what opens."""
    if line.dashes:
        return _goes_on(source, line)
    above = previous(source, line.number)
    if above is None or above.opens:
        return True
    columns = open_columns(source, line.number)
    return any(not c.dash and c.at == line.at for c in columns) or (
        line.width == 0 and not any(c.at == 0 for c in columns)
    )


def _goes_on(source: SourceFile, line: Line) -> bool:
    """True when the next line lines up with the body of this dash."""
    for number in range(line.number + 1, min(source.line_count(), line.number + 5) + 1):
        below = read_line(source, number)
        if not below.is_empty:
            return below.at == line.at and not below.dashes
    return False


def content_slip(source: SourceFile, line: Line) -> Slip | None:
    """What is odd about the content of ``field: content`` or of ``content`` alone."""
    found = line.field
    begin = found.end() if found else 0
    rest = line.body[begin:]
    content = rest.lstrip(" \t")
    start = line.body_start + begin + len(rest) - len(content)
    if not content:
        return None
    first = content[0]
    if first in "\"'":
        return _quote_slip(source, line, start, content)
    if first in "[{":
        return _bracket_slip(line, start, content)
    if found and re.match(r"-(\s|$)", content):
        args: dict[str, Arg] = {"key": found["key"]}
        repair = ((start, line.body_start + len(line.body), UNREAD),)
        return Slip(faults.LIST_ON_KEY_LINE, start, start + 1, args, repair, "none")
    if first in "@`%&*!|>]},":
        return _first_slip(line, start, content)
    return _second_colon(line, found, start, content)


def _first_slip(line: Line, start: int, content: str) -> Slip | None:
    if _BLOCK_HEADER.match(content) or _PROPERTY.match(content):
        return None
    args: dict[str, Arg] = {"line": line.number, "mark": content[0]}
    repair = ((start, start + len(content), quoted(content)),)
    return Slip(faults.BAD_FIRST_CHARACTER, start, start + 1, args, repair)


def _second_colon(line: Line, found: re.Match[str] | None, start: int, content: str) -> Slip | None:
    colons = list(_SECOND_COLON.finditer(content))
    if found is None or not colons:
        return None
    first, second = line.body_start + found.end() - 1, start + colons[0].start()
    repair = ((start, start + len(content), quoted(content)),)
    args: dict[str, Arg] = {"n": 1 + len(colons)}
    also: Also = (first, first + 1, {})
    return Slip(faults.COLON_INSIDE_CONTENT, second, second + 1, args, repair, "unsafe", also)


def quoted(text: str) -> str:
    """A text as a quoted content, with the quotes that need no escape where possible."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def quote_end(text: str) -> int:
    """Where the quoted text at the start of ``text`` ends (excluded); 0 when it does not."""
    pattern = r'"(?:[^"\\]|\\.)*"' if text[0] == '"' else r"'(?:[^']|'')*'"
    found = re.match(pattern, text, re.DOTALL)
    return found.end() if found else 0


def _quote_slip(source: SourceFile, line: Line, start: int, content: str) -> Slip | None:
    end = quote_end(content)
    if end:
        return _after_end(line, start, content, end)
    if _closes_below(source, line, start):
        return None
    body = re.sub(r"\s+#.*$", "", content)
    inner = body[1:].rstrip()
    repair = ((start, start + len(content), quoted(inner) if inner else '""'),)
    args: dict[str, Arg] = {"line": line.number, "open": content[0], "close": content[0]}
    return Slip(faults.UNCLOSED, start, start + 1, args, repair)


def _closes_below(source: SourceFile, line: Line, start: int) -> bool:
    """True when the quote ends on a later line before another field of this column begins."""
    end = quote_end(source.text[start:])
    if not end:
        return False
    last = source.position(start + end)[0]
    for number in range(line.number + 1, last + 1):
        below = read_line(source, number)
        if not below.is_empty and below.width <= line.at and (below.field or below.dashes):
            return False
    return True


def _after_end(line: Line, start: int, content: str, end: int) -> Slip | None:
    rest = content[end:]
    tail = rest.lstrip()
    if not tail or (tail.startswith("#") and rest != tail) or tail.startswith(":"):
        return None
    at = start + end + len(rest) - len(tail)
    args: dict[str, Arg] = {"line": line.number, "text": tail}
    repair = ((start, start + len(content), quoted(content)),)
    return Slip(faults.TEXT_AFTER_QUOTE, at, at + len(tail), args, repair)


def _bracket_slip(line: Line, start: int, content: str) -> Slip | None:
    end = flow_end(content)
    return _after_end(line, start, content, end) if end else None


def flow_end(text: str) -> int:
    """Where the bracket at the start of ``text`` is closed (end excluded); 0 when it is not."""
    wait: list[str] = []
    at, before = 0, ""
    while at < len(text):
        char = text[at]
        if char in "\"'" and before in ("[", "{", ",", ":"):
            at += quote_end(text[at:]) or len(text)
            before = char
            continue
        before = before if char in " \t\r\n" else char
        if char in _CLOSE:
            wait.append(_CLOSE[char])
        elif wait and char == wait[-1]:
            wait.pop()
            if not wait:
                return at + 1
        at += 1
    return 0


def uneven_slip(source: SourceFile, number: int) -> Slip | None:
    """An indent that matches no column above, where nothing was opened to hold the line."""
    line, above = read_line(source, number), previous(source, number)
    if line.is_empty or above is None or not (line.field or line.dashes):
        return None
    columns = [c for c in open_columns(source, number) if c.dash == bool(line.dashes)]
    if not columns or (above.opens and line.width > above.at):
        return None
    if any(c.at == line.width for c in columns):
        return None
    best = min(columns, key=lambda c: (abs(c.at - line.width), -c.at))
    return _uneven(source, line, best)


def _uneven(source: SourceFile, line: Line, best: Column) -> Slip:
    other = read_line(source, best.line)
    args: dict[str, Arg] = {
        "line": line.number, "n": line.width, "width": line.width, "want": best.at,
        "other": best.line,
    }  # fmt: skip
    end = line.start + len(line.indent)
    also: Also = (other.start, other.start + max(1, best.at), {})
    repair = ((line.start, end, " " * best.at),)
    start = line.start if end > line.start else line.body_start
    return Slip(faults.INDENT_UNEVEN, start, max(end, start + 1), args, repair, "unsafe", also)


def lines_near(source: SourceFile, places: Iterable[int]) -> list[int]:
    """Line numbers to look at for failures at these lines: each, then up to three above."""
    wanted: dict[int, None] = {}
    for number in places:
        wanted.setdefault(number)
    for number in list(wanted):
        above, steps = previous(source, number), 0
        while above is not None and steps < 3:
            wanted.setdefault(above.number)
            above, steps = previous(source, above.number), steps + 1
    return list(wanted)


_FINDERS: tuple[Callable[[SourceFile, Line], Slip | None], ...] = (
    indent_slip,
    _directive,
    _dash_slip,
    _colon_slip,
    content_slip,
)
