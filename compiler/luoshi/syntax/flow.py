"""Slips inside square and curly brackets, and the last resort for a line nobody understands."""

from __future__ import annotations

import re

from luoshi.diagnostics import Arg
from luoshi.source import SourceFile
from luoshi.syntax import faults_typing as faults
from luoshi.syntax.lines import Line, read_line
from luoshi.syntax.patch import Change
from luoshi.syntax.slips import UNREAD, Slip, content_slip, flow_end

_CLOSE = {"[": "]", "{": "}"}
_WIDE_CLOSE = {"］": "]", "｝": "}", "】": "]"}


def flow_slip(source: SourceFile, opener: int | None, at: int) -> Slip | None:
    """The slip that stopped the reading at ``at`` within brackets, or None outside of them."""
    place = _brackets(source, opener, at)
    if place is None:
        return None
    begin, limit, end = place
    if end == begin:
        return _unclosed(source, begin, limit, at)
    return _inside(source, begin, at) if begin < at <= end else None


def unread_flow(source: SourceFile, opener: int | None, at: int) -> Slip | None:
    """Leaves the whole of the brackets out that ``at`` lies in, when they are closed."""
    place = _brackets(source, opener, at)
    if place is None or not place[0] < at <= place[2]:
        return None
    return _unread_flow(source, place[0], place[2], at)


def _brackets(source: SourceFile, opener: int | None, at: int) -> tuple[int, int, int] | None:
    """Where brackets begin, where they must have ended, where they do (the beginning: nowhere)."""
    begin = _opener(source, at) if opener is None else opener
    if begin is None or source.text[begin : begin + 1] not in _CLOSE:
        return None
    limit = _boundary(source, begin)
    return begin, limit, begin + flow_end(source.text[begin:limit])


def _opener(source: SourceFile, at: int) -> int | None:
    line = read_line(source, source.position(min(at, len(source.text)))[0])
    found = line.field
    begin = found.end() if found else 0
    content = line.body[begin:].lstrip()
    start = line.body_start + len(line.body) - len(content)
    return start if content[:1] in _CLOSE and content and start < at else None


def _boundary(source: SourceFile, opener: int) -> int:
    """Where the brackets must have ended: the next field or dash beside or left of their line."""
    first = read_line(source, source.position(opener)[0])
    for number in range(first.number + 1, source.line_count() + 1):
        line = read_line(source, number)
        if not line.is_empty and line.width <= first.width and (line.field or line.dashes):
            return line.start
    return len(source.text)


def _unclosed(source: SourceFile, opener: int, limit: int, at: int) -> Slip:
    number = source.position(opener)[0]
    close = _CLOSE[source.text[opener]]
    wide = re.search("[］｝】]", source.text[opener:limit])
    if wide and _WIDE_CLOSE[wide[0]] == close:
        place = opener + wide.start()
        line = source.position(place)[0]
        args: dict[str, Arg] = {"line": line, "mark": wide[0], "half": close}
        change = (place, place + 1, close)
        return Slip(faults.FULLWIDTH_PUNCTUATION, place, place + 1, args, (change,))
    inside = opener < at < limit and source.text[at : at + 1] in ("]", "}")
    place = at if inside else opener + len(source.text[opener:limit].rstrip())
    place = max(place, opener + 1)
    args = {"line": number, "open": source.text[opener], "close": close}
    return Slip(faults.UNCLOSED, opener, opener + 1, args, ((place, place, close),))


def _inside(source: SourceFile, opener: int, at: int) -> Slip | None:
    text = source.text
    left = max(text.rfind(mark, opener, at) for mark in ",[{") + 1
    comma = text.rfind("，", left, at)
    number = source.position(left)[0]
    if comma >= 0:
        args: dict[str, Arg] = {"line": source.position(comma)[0], "mark": "，", "half": ","}
        change = (comma, comma + 1, "," if text[comma + 1 : comma + 2] == " " else ", ")
        return Slip(faults.FULLWIDTH_PUNCTUATION, comma, comma + 1, args, (change,))
    right = re.compile(r"[,\]}\n]").search(text, max(at, left))
    item = text[left : right.start() if right else len(text)]
    start = left + len(item) - len(item.lstrip())
    line = Line(number, start, "", "", item.strip(), 0)
    return content_slip(source, line) if line.body else None


def _unread_flow(source: SourceFile, opener: int, end: int, at: int) -> Slip:
    number = source.position(at)[0]
    stop = min(end, source.line_starts[number - 1] + len(source.line(number)))
    text = source.text[at:stop] or source.text[opener:end]
    args: dict[str, Arg] = {"line": number, "text": text}
    changes: list[Change] = [(opener, end, _same_lines(source.text[opener:end], UNREAD))]
    return Slip(
        faults.YAML_UNREADABLE, at, max(stop, at + 1), args, tuple(changes), "none", paste=False
    )


def _same_lines(text: str, new: str) -> str:
    """``new`` with as many line ends as ``text`` has, so that no line changes its number."""
    return new + "".join(re.findall(r"\r\n|\r|\n", text))


def unread_line(source: SourceFile, number: int, at: int) -> Slip | None:
    """Leaves a line out, with what hangs below it; None when nothing is left to leave out."""
    while number > 1 and _blank(source, number):
        number -= 1
    if _blank(source, number):
        return None
    line = read_line(source, number)
    begin = line.body_start if line.body else line.start + len(line.indent)
    end = line.start + len(source.line(number).rstrip())
    args: dict[str, Arg] = {"line": number, "text": source.text[begin:end] or line.dashes}
    start = at if begin < at < end else begin
    changes = _without_content(source, line, end) or _blanked(source, line)
    return Slip(
        faults.YAML_UNREADABLE, start, max(end, start + 1), args, changes, "none", paste=False
    )


def _without_content(source: SourceFile, line: Line, end: int) -> tuple[Change, ...]:
    """``field: content`` keeps its field; nothing when there is no content left to leave out."""
    found = line.field
    begin = line.body_start + found.end() if found else end
    content = source.text[begin:end].strip()
    if not content or content == UNREAD:
        return ()
    change = (begin, end, " " + UNREAD)
    return (change, *_blanked(source, line)[1:])


def _blank(source: SourceFile, number: int) -> bool:
    return not source.line(number).strip(" ")


def _blanked(source: SourceFile, line: Line) -> tuple[Change, ...]:
    numbers = [line.number]
    for number in range(line.number + 1, source.line_count() + 1):
        below = read_line(source, number)
        if not below.is_empty and below.width <= line.width:
            break
        numbers.append(number)
    return tuple(_spaces(source, number) for number in numbers)


def _spaces(source: SourceFile, number: int) -> Change:
    start, text = source.line_starts[number - 1], source.line(number)
    return (start, start + len(text), " " * len(text))
