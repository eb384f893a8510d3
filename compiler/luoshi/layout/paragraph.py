"""Paragraphs, headings and titles as pieces, a line each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from luoshi.document.style import HouseStyle, Length, TextStyle
from luoshi.document.tree import Inline, Text, plain_text
from luoshi.layout.breaker import break_lines
from luoshi.layout.metrics import Measure
from luoshi.layout.pages import Mark
from luoshi.layout.pieces import EM_ASCENT, Piece, line_marks
from luoshi.layout.spread import SetLine, set_line
from luoshi.layout.strip import Looks, Setting, Strip, parted, strips


@dataclass(slots=True)
class Composing:
    """What every part of one composition shares."""

    style: HouseStyle
    language: str
    measure: Measure
    looks: Looks

    @property
    def chinese(self) -> bool:
        """Whether marks, gaps and numbers follow Chinese habits."""
        return self.language.startswith("zh")

    @property
    def left(self) -> float:
        """The left edge of the text block."""
        return self.style.page.left.points

    @property
    def width(self) -> float:
        """The width of the text block."""
        page = self.style.page
        return page.width.points - page.left.points - page.right.points

    @property
    def height(self) -> float:
        """The height of the text block."""
        page = self.style.page
        return page.height.points - page.top.points - page.bottom.points

    @property
    def row(self) -> float:
        """The pitch of the page's lines, 0 without a grid (reading A: 22 equal boxes)."""
        return self.height / self.style.page.lines if self.style.page.lines else 0.0

    def setting(self, style: TextStyle) -> Setting:
        """How a text in a style is set: body sizes on the grid, all others at their own width."""
        page = self.style.page
        grid = bool(page.characters) and style.size == self.style.texts["body"].size
        cell = self.width / page.characters if grid else style.size.points
        return Setting(cell, grid, self.style.breaking, self.style.breaking != "basic")

    def strips(self, inlines: tuple[Inline, ...], style: TextStyle) -> list[Strip]:
        """The strips of inlines in a style, one for each line its author parted."""
        return strips(inlines, style, self.looks, self.measure, self.setting(style))

    def strip(self, text: str, style: TextStyle) -> Strip:
        """One strip of plain words; breaks in them become spaces."""
        return self.strips((Text(text.replace("\n", " ")),), style)[0]

    def marks(self, strip: Strip, line: SetLine, x: float, baseline: float) -> list[Mark]:
        """The marks of a set line."""
        return line_marks(strip, line, x, baseline, self.measure.missing)

    def one_line(
        self, text: str, style: TextStyle, x: float, top: float, pitch: float | None = None
    ) -> list[Mark]:
        """The marks of a text that stands in one line, whatever its width."""
        strip = self.strip(text, style)
        line = set_line(strip, 0, len(strip.atoms), strip.natural, False)
        return self.marks(strip, line, x, top + baseline_of(style, pitch))

    def natural(self, text: str, style: TextStyle) -> float:
        """The width of a text in one line."""
        return self.strip(text, style).natural


def baseline_of(style: TextStyle, pitch: float | None = None) -> float:
    """The baseline under the top of a line's box; the em box stands in the middle of it."""
    size = style.size.points
    line = style.line.points if pitch is None else pitch
    return (line - size) / 2 + EM_ASCENT * size


def paragraph_pieces(
    ctx: Composing, children: tuple[Inline, ...], style: TextStyle, number: str = ""
) -> list[Piece]:
    """A paragraph in a style, a piece for each line; ``number`` stands before its first words."""
    shape = _shape(ctx, style, number)
    if number and not shape.label:
        children = (Text(number_prefix(number, ctx.chinese)), *children)
    made: list[Piece] = []
    parts = ctx.strips(children, style)
    for part, strip in enumerate(parts):
        first = shape.first if part == 0 else shape.rest
        made += _lines(ctx, strip, style, first, shape.rest)
    if shape.label:
        made[0].marks = [*ctx.one_line(number, style, shape.label_x, 0.0), *made[0].marks]
    return _guarded(ctx, made, style)


def number_prefix(number: str, chinese: bool) -> str:
    """A number with the gap that parts it from its text.

    Chinese numbers bring their own mark and take none; words such as 第一条 take a full-width space.
    """
    if not number:
        return ""
    if not chinese:
        return f"{number} "
    last = number[-1]
    return f"{number}\u3000" if last.isalpha() and not last.isascii() else number


@dataclass(frozen=True, slots=True)
class _Shape:
    """Left indents in points of the first and the other lines, and a number set by itself."""

    first: float
    rest: float
    label: bool = False
    label_x: float = 0.0


def _shape(ctx: Composing, style: TextStyle, number: str) -> _Shape:
    em = ctx.setting(style).cell
    left = style.left_indent * em
    if not style.hanging:
        return _Shape(left + style.first_indent * em, left)
    outer = left - style.hanging * em
    if number:
        width = ctx.natural(number, style) + (0.0 if ctx.chinese else em / 4)
        text = max(left, outer + width)
        return _Shape(text, text, True, ctx.left + outer)
    return _Shape(outer, left)


def _lines(
    ctx: Composing, strip: Strip, style: TextStyle, first: float, rest: float
) -> list[Piece]:
    made: list[Piece] = []
    strip = parted(strip, ctx.width - max(first, rest))
    lines = break_lines(strip, ctx.width - first, ctx.width - rest)
    baseline = baseline_of(style)
    for index, (start, end) in enumerate(lines):
        indent = rest if index else first
        room = ctx.width - indent
        last = index == len(lines) - 1
        line = set_line(strip, start, end, room, style.align == "justify" and not last)
        x = ctx.left + indent + aligned(style.align, room, line.width)
        made.append(Piece(height=style.line.points, marks=ctx.marks(strip, line, x, baseline)))
    return made


def aligned(align: str, room: float, width: float) -> float:
    """The shift of a line of ``width`` in ``room``."""
    return {"center": (room - width) / 2, "right": room - width}.get(align, 0.0)


def _guarded(ctx: Composing, pieces: list[Piece], style: TextStyle) -> list[Piece]:
    """Spaces around a paragraph, and the page breaks it does not want (K-24; English: two and two)."""
    pieces[0].before = style.before.points
    pieces[-1].after = style.after.points
    if len(pieces) > 1:
        pieces[-1].barrier = 1
        if not ctx.chinese:
            pieces[1].barrier = 1
    on_grid = bool(ctx.row) and abs(style.line.points - ctx.row) < 0.01
    for piece in pieces:
        piece.snap = on_grid
        piece.keep_next = style.keep_with_next
    return pieces


def heading_pieces(
    ctx: Composing, level: int, number: str, children: tuple[Inline, ...]
) -> list[Piece]:
    """A heading, kept with what follows it, with its bookmark."""
    style = ctx.style.texts[f"heading{min(max(level, 1), 4)}"]
    pieces = paragraph_pieces(ctx, children, style, number)
    words = " ".join(plain_text(children).split())
    pieces[0].bookmark = (level, number_prefix(number, ctx.chinese) + words)
    for piece in pieces:
        piece.keep_next = True
    return pieces


_NOTE_LABEL = ("附件：", "附件:")


def attachment_note_pieces(
    ctx: Composing, children: tuple[Inline, ...], style: TextStyle, number: str, follows: bool
) -> list[Piece]:
    """A line of the attachment note: turnovers stand under the name (cl. 7.3.4, G-072).

    ``follows`` tells a second or later line, whose number stands under the first one's.
    """
    if not style.hanging or not ctx.chinese:
        return paragraph_pieces(ctx, children, style, number)
    words = number + plain_text(children)
    label = 3.0 if words.startswith(_NOTE_LABEL) else 0.0
    begin = style.left_indent - style.hanging + (3.0 if follows and not label else 0.0)
    digits = _digits(words[3:] if label else words)
    hanging = label + ctx.natural(digits, style) / ctx.setting(style).cell if digits else label
    before = Length(0) if follows else style.before
    shaped = replace(
        style, left_indent=begin + hanging, hanging=0.0, first_indent=-hanging, before=before
    )
    return paragraph_pieces(ctx, children, shaped, number)


def _digits(words: str) -> str:
    end = 0
    while end < len(words) and (words[end].isascii() and words[end] in "0123456789."):
        end += 1
    return words[:end]
