"""What the composer asks of fonts, and a measure that remembers the answers.

A measure serves one document: it keeps the advance of every character per face wish, and the
characters that no font has, with the words around their first place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from luoshi.diagnostics import Language
from luoshi.document.style import FontClass, TextStyle


class FaceMetrics(Protocol):
    """A face that characters are set in."""

    @property
    def id(self) -> str:
        """The PostScript name, the same on every machine."""

    def advance(self, char: str) -> float:
        """The width of a character in ems; raises KeyError without a glyph."""


class Fonts(Protocol):
    """The part of a font book that layout needs; ``luoshi.fonts.FontBook`` is one."""

    def face_for(
        self,
        char: str,
        font_class: FontClass,
        language: Language,
        bold: bool = False,
        italic: bool = False,
    ) -> FaceMetrics | None:
        """The face for one character, after fallback; None when no font has it."""


@dataclass(frozen=True, slots=True)
class Look:
    """How characters are set: face wish, size in points, colour."""

    font: FontClass
    size: float
    bold: bool = False
    italic: bool = False
    color: str = "000000"


MISSING_ADVANCE = 1.0  # ems that the box for a character without glyph takes


class Measure:
    """Advances of one language, in ems, remembered per face wish."""

    def __init__(self, fonts: Fonts, language: Language) -> None:
        self.fonts = fonts
        self.language = language
        self.missing: dict[str, str] = {}  # character -> words around its first place
        self._tables: dict[tuple[FontClass, bool, bool], dict[str, float]] = {}

    def advances(self, text: str, look: Look, context: str = "") -> list[float]:
        """The advance of each character in ems; one without glyph counts as a full em."""
        table = self._table(look)
        try:
            return [table[char] for char in text]
        except KeyError:
            for char in text:
                if char not in table:
                    table[char] = self._ask(char, look, context or text)
            return [table[char] for char in text]

    def width(self, text: str, look: Look) -> float:
        """The natural width of ``text`` in points."""
        return sum(self.advances(text, look)) * look.size

    def _table(self, look: Look) -> dict[str, float]:
        wish = (look.font, look.bold, look.italic)
        table = self._tables.get(wish)
        if table is None:
            table = self._tables[wish] = {}
        return table

    def _ask(self, char: str, look: Look, context: str) -> float:
        face = self.fonts.face_for(char, look.font, self.language, look.bold, look.italic)
        if face is not None:
            return face.advance(char)
        if char not in self.missing:
            self.missing[char] = _around(context, char)
        return MISSING_ADVANCE


def _around(text: str, char: str, reach: int = 8) -> str:
    at = text.find(char)
    return text[max(0, at - reach) : at + reach + 1].strip() if at >= 0 else char


def look_of(style: TextStyle) -> Look:
    """The look of a text style."""
    return Look(style.font, style.size.points, style.bold, style.italic, style.color)
