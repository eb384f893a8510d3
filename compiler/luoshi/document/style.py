"""House styles: page, faces, sizes and spacing as data, one table for every backend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

FontClass = Literal["fangsong", "xiaobiaosong", "heiti", "kaiti", "songti", "serif", "sans"]


@dataclass(frozen=True, slots=True)
class Length:
    """A length; made by ``mm`` or ``pt``, so that no bare number means one."""

    points: float

    @property
    def millimetres(self) -> float:
        """The length in millimetres."""
        return self.points * 25.4 / 72

    @property
    def twips(self) -> int:
        """The length in twentieths of a point, rounded."""
        return round(self.points * 20)


def mm(value: float) -> Length:
    """A length in millimetres."""
    return Length(value * 72 / 25.4)


def pt(value: float) -> Length:
    """A length in points."""
    return Length(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """How one kind of text is set. Indents are in characters of its own size."""

    font: FontClass
    size: Length
    line: Length  # pitch of the lines, baseline to baseline
    align: Literal["left", "center", "right", "justify"] = "justify"
    first_indent: float = 0.0
    left_indent: float = 0.0
    hanging: float = 0.0
    before: Length = Length(0)
    after: Length = Length(0)
    bold: bool = False
    color: str = "000000"
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStyle:
    """A sheet and its text block."""

    width: Length
    height: Length
    top: Length
    right: Length
    bottom: Length
    left: Length
    characters: int  # per line; 0 = no character grid
    lines: int  # per page; 0 = no line grid


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """One look: the page, every named style, and the DOCX names of the font classes."""

    name: str
    page: PageStyle
    texts: Mapping[str, TextStyle]  # title, heading1..4, PARAGRAPH_STYLES, table, table_head, ...
    docx_fonts: Mapping[FontClass, str]  # the office's names, 仿宋_GB2312 and so on
    latin_font: str  # letters and digits in DOCX
    page_number: str  # "— {n} —"
