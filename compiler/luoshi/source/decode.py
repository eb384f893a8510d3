"""Bytes to text: UTF-8 as it should be, other encodings recognised, read all the same and named."""

from __future__ import annotations

import codecs
import re
from typing import Literal

from luoshi.frozen import frozen

Trouble = Literal["encoding", "unreadable"]

_MARKS = (
    (codecs.BOM_UTF8, "UTF-8"),
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SAMPLE = 4096


@frozen
class Problem:
    """Something about the bytes of a file, for ``syntax`` to report.

    ``offset`` counts characters of the decoded text; ``detail`` is the name of the encoding.
    """

    kind: Trouble
    offset: int
    detail: str = ""


@frozen
class Decoded:
    """The text of a file without its byte order mark, and what was odd about the bytes."""

    text: str
    problem: Problem | None = None


def decode(data: bytes) -> Decoded:
    """The text of a file; line endings stay as they are. Never raises."""
    text, problem = _decode(data)
    return Decoded(text, problem)


def _decode(data: bytes) -> tuple[str, Problem | None]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _marked(data, mark, name)
    wide = _wide_without_mark(data)
    if wide:
        return _wide(data, wide, "UTF-16")
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        return _guess(data)


def _marked(data: bytes, mark: bytes, name: str) -> tuple[str, Problem | None]:
    body = data[len(mark) :]
    if name != "UTF-8":
        order = "le" if mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF32_LE) else "be"
        return _wide(body, f"{name}-{order}", name)
    try:
        return body.decode("utf-8"), None
    except UnicodeDecodeError:
        return _with_holes(body)


def _wide(data: bytes, codec: str, name: str) -> tuple[str, Problem]:
    try:
        return data.decode(codec), Problem("encoding", 0, name)
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
        return text, Problem("unreadable", max(text.find("\ufffd"), 0))


def _wide_without_mark(data: bytes) -> str:
    """UTF-16 without its mark: plain ASCII in it leaves every other byte zero."""
    head = data[:_SAMPLE]
    zeros = (head[0::2].count(0), head[1::2].count(0))
    if max(zeros) < 3 or max(zeros) * 25 < len(head) or min(zeros) * 10 > max(zeros):
        return ""
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def _guess(data: bytes) -> tuple[str, Problem]:
    """What is not UTF-8: GBK or Big5 when the whole file reads as one, else UTF-8 with holes."""
    readings = []
    for codec, name, judge in (("gb18030", "GBK", "gb2312"), ("big5", "Big5", "big5")):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        readings.append((_commonness(text, judge), name, text))
    if not readings:
        return _with_holes(data)
    score, name, text = max(readings, key=lambda r: (r[0], r[1] == "GBK"))
    if score == 0 or _reads_as_utf8(data):
        return _with_holes(data)
    return text, Problem("encoding", _first_wide(text), name)


def _commonness(text: str, codec: str) -> float:
    """The share of characters beyond ASCII that lie in the common half of a national set."""
    low, high = (0xB0, 0xD7) if codec == "gb2312" else (0xA4, 0xC6)
    wide = [c for c in text[:_SAMPLE] if c > "\x7f"] or [c for c in text if c > "\x7f"][:_SAMPLE]
    common = 0
    for char in wide:
        code = char.encode(codec, "ignore")
        common += bool(code) and (low <= code[0] <= high or char in "，。、：；（）「」“”《》　")
    return common / len(wide) if wide else 0.0


def _reads_as_utf8(data: bytes) -> bool:
    """True when a few broken places stand in what is plainly UTF-8."""
    text = data.decode("utf-8", "replace")
    good = sum(1 for c in text if c > "\x7f" and c != "\ufffd")
    return good > 4 * text.count("\ufffd")


def _with_holes(data: bytes) -> tuple[str, Problem]:
    text = data.decode("utf-8", "replace")
    return text, Problem("unreadable", max(text.find("\ufffd"), 0))


def _first_wide(text: str) -> int:
    found = re.search("[^\x00-\x7f]", text)
    return found.start() if found else 0
