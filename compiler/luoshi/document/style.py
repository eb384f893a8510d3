"""House styles: page, faces, sizes and spacing as data, one table for every backend."""

# ruff: noqa: RUF009  (a Length is frozen, so it may stand as a default)

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    italic: bool = False  # Latin faces only; Han is never slanted
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
class HeadStyle:
    """The head of an official document (版头). ``rule_gap`` runs from the number's em box."""

    top: Length = mm(72)  # paper edge to the upper edge of the mark
    blank_lines: float = 2  # between mark and number
    rule_gap: Length = mm(4)
    rule_width: Length = mm(0.53)
    color: str = "FF0000"
    title_gap: float = 2  # blank lines between the red line and the title


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffStyle:
    """Issuing organs and date under the body; indents in characters of the body."""

    sealed: bool = False
    blank_lines: float = 1  # above the first organ
    right_indent: float = 2  # of the organ (unsealed) or of the date (sealed)
    date_step: float = 2  # unsealed: the date begins so much to the right of the organ


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureStyle:
    """The two columns under a responsibility letter."""

    column: Length = mm(78)
    rows: float = 6  # height of the block in lines of the body
    seal: Length = mm(42)  # diameter of the area left for a seal
    seal_line: Length = mm(0.2)
    seal_color: str = "9A9A9A"
    rule: Length = mm(40)
    rule_width: Length = pt(0.5)
    lines_before: int = 2  # lines of text that stay on the page with the block


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprintStyle:
    """The foot of an official document (版记)."""

    outer_line: Length = mm(0.35)
    inner_line: Length = mm(0.25)
    indent: float = 1  # left and right, in its own characters


@dataclass(frozen=True, slots=True, kw_only=True)
class TableStyle:
    """Lines and padding of tables."""

    outer_line: Length = mm(0.35)
    inner_line: Length = mm(0.25)
    padding_left: Length = mm(1.1)
    padding_right: Length = mm(1.1)
    padding_top: Length = mm(0.8)
    padding_bottom: Length = mm(0.8)
    before: Length = pt(0)  # where no caption stands above
    after: Length = pt(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class FooterStyle:
    """Page number and the small lines at the foot of each page."""

    odd: Literal["left", "center", "right"] = "right"
    even: Literal["left", "center", "right"] = "left"
    indent: float = 1  # page number from the edge of the block, in its own characters
    drop: Length = mm(7)  # foot of the block to the ink of the dash
    foot_top: Length = mm(267)  # paper edge to the first small line
    foot_side: Literal["left", "opposite"] = "opposite"  # opposite = away from the page number


@dataclass(frozen=True, slots=True)
class StyleProblem:
    """A fault in a style file: its line (1-based), a message key and the words at fault.

    Keys: ``style-missing``, ``style-syntax``, ``style-unknown-field``, ``style-repeated-field``,
    ``style-not-a-list-of-fields``, ``style-value``, ``style-unknown-name``.
    """

    line: int
    key: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """One look: the page, every named style, and the DOCX names of the font classes."""

    name: str
    page: PageStyle
    texts: Mapping[str, TextStyle]  # every name of ``TEXT_STYLES``
    docx_fonts: Mapping[FontClass, str]  # the office's names, 仿宋_GB2312 and so on
    latin_font: str  # letters and digits in DOCX
    page_number: str  # "— {n} —"; {count} is the number of pages
    breaking: Literal["gb", "basic", "strict", "latin"] = "gb"  # line-start and line-end rules
    numbers: tuple[str, ...] = ("{han}、", "（{han}）", "{n}.", "（{n}）")  # forms of levels 1 to 4
    head: HeadStyle = field(default_factory=HeadStyle)
    sign_off: SignOffStyle = field(default_factory=SignOffStyle)
    signature: SignatureStyle = field(default_factory=SignatureStyle)
    imprint: ImprintStyle = field(default_factory=ImprintStyle)
    table: TableStyle = field(default_factory=TableStyle)
    footer: FooterStyle = field(default_factory=FooterStyle)
    problems: tuple[StyleProblem, ...] = ()  # what could not be read in the style file
