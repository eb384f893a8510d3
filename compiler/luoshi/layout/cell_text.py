"""Small text in cells: words in given widths, cut with … where the lines are counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from luoshi.diagnostics import Language
from luoshi.document.marks import INK
from luoshi.document.style import FontClass, TextStyle, mm, pt
from luoshi.document.tree import Inline, Strong, Text
from luoshi.layout.breaker import break_lines
from luoshi.layout.classes import Breaking
from luoshi.layout.metrics import Measure
from luoshi.layout.pages import Mark
from luoshi.layout.pieces import line_marks
from luoshi.layout.spread import set_line
from luoshi.layout.strip import Looks, Setting, Strip, strips

MM = mm(1.0).points
_FACES: dict[str, dict[bool, FontClass]] = {
    "title": {True: "xiaobiaosong", False: "serif"},
    "text": {True: "heiti", False: "sans"},
    "kai": {True: "kaiti", False: "serif"},
}


@dataclass(frozen=True, slots=True)
class Face:
    """How small text is set: the kind of face, its size in points, its weight and colour."""

    size: float
    kind: str = "text"  # text, title, kai
    bold: bool = False
    color: str = INK


@dataclass(frozen=True, slots=True)
class Block:
    """Text broken into lines; ``is_cut`` when its end is missing and … stands for it."""

    strip: Strip
    lines: tuple[tuple[int, int], ...]
    is_cut: bool = False

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self.lines)


class Pen:
    """Sets small text of one language; lengths are millimetres, sizes points."""

    def __init__(self, measure: Measure, breaking: Breaking) -> None:
        self.measure = measure
        self.breaking = breaking
        self.chinese = measure.language.startswith("zh")
        self._strips: dict[tuple[str, Face], Strip] = {}

    @property
    def language(self) -> Language:
        """The language the text is set in."""
        return self.measure.language

    def strip(self, text: str, face: Face) -> Strip:
        """One line's worth of characters, measured; breaks in the text become spaces."""
        key = (text, face)
        if key not in self._strips:
            style = TextStyle(
                font=_FACES[face.kind][self.chinese],
                size=pt(face.size),
                line=pt(face.size),
                bold=face.bold,
                color=face.color,
            )
            figures = replace(style, font="sans" if face.kind == "text" else style.font)
            looks = Looks(figures, style, self.chinese)
            setting = Setting(face.size, False, self.breaking)
            words = tuple(_parts(" ".join(text.split("\n")), face))
            self._strips[key] = strips(words, style, looks, self.measure, setting)[0]
        return self._strips[key]

    def width(self, text: str, face: Face) -> float:
        """The width of a text in one line, in millimetres."""
        return self.strip(text, face).natural / MM

    def line(self, text: str, face: Face, x: float, baseline: float) -> list[Mark]:
        """A text in one line from ``x`` on."""
        strip = self.strip(text, face)
        return self._set(strip, 0, len(strip.atoms), x, baseline)

    def right(self, text: str, face: Face, x: float, baseline: float) -> list[Mark]:
        """A text that ends at ``x``."""
        return self.line(text, face, x - self.width(text, face), baseline)

    def center(self, text: str, face: Face, x: float, baseline: float) -> list[Mark]:
        """A text with its middle at ``x``."""
        return self.line(text, face, x - self.width(text, face) / 2, baseline)

    def fitted(self, text: str, face: Face, width: float) -> str:
        """The text, or its beginning with … where it is wider than ``width``."""
        if self.width(text, face) <= width:
            return text
        low, high = 0, len(text)
        while low < high:  # the longest beginning that fits
            middle = (low + high + 1) // 2
            if self.width(_shortened(text, middle), face) <= width:
                low = middle
            else:
                high = middle - 1
        return _shortened(text, low) if low else ""

    def block(self, text: str, face: Face, first: float, rest: float, *, most: int = 0) -> Block:
        """A text in lines of given widths; with ``most`` over 0 it is cut after so many lines."""
        strip = self.strip(text, face)
        lines = break_lines(strip, max(first * MM, 1.0), max(rest * MM, 1.0))
        if not most or len(lines) <= most:
            return Block(strip, tuple(lines))
        end = strip.atoms[lines[most - 1][1] - 1].end
        while end > 1:
            short = self.strip(_shortened(strip.text, end), face)
            lines = break_lines(short, max(first * MM, 1.0), max(rest * MM, 1.0))
            if len(lines) <= most:
                return Block(short, tuple(lines), True)
            end -= 1
        return Block(strip, tuple(lines[:most]), True)

    def lines(
        self, block: Block, xs: Sequence[float], baseline: float, leading: float
    ) -> list[Mark]:
        """The marks of a block: ``xs`` are the left edges of the first and of all other lines."""
        marks: list[Mark] = []
        for number, (start, end) in enumerate(block.lines):
            x = xs[0] if number == 0 else xs[-1]
            marks += self._set(block.strip, start, end, x, baseline + number * leading)
        return marks

    def _set(self, strip: Strip, start: int, end: int, x: float, baseline: float) -> list[Mark]:
        line = set_line(strip, start, end, strip.natural + 1.0, False)
        return line_marks(strip, line, x * MM, baseline * MM, self.measure.missing)


def _parts(text: str, face: Face) -> Iterator[Inline]:
    """Words, with figures and Latin letters of bold text apart: bold HeiTi faces draw them poorly."""
    if not face.bold or face.kind != "text":
        yield Text(text)
        return
    for found in _LATIN.finditer(text):
        yield Strong((Text(found[0]),)) if found[0].isascii() else Text(found[0])


_LATIN = re.compile(r"[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?|[^\x21-\x7e]+")


def _shortened(text: str, length: int) -> str:
    return text[:length].rstrip(" ，、；：,;:") + "…"
