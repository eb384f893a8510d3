"""Parts of official documents: head, sign-off, signature block, imprint (GB/T 9704-2012 cl. 7)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from luoshi.document.style import Length, TextStyle, pt
from luoshi.document.tree import Head, Imprint, SignatureBlock, SignatureSide, SignOff
from luoshi.layout.breaker import break_lines
from luoshi.layout.pages import Disc, Line, Mark
from luoshi.layout.paragraph import Composing, aligned, baseline_of
from luoshi.layout.pieces import EM_ASCENT, Piece, moved
from luoshi.layout.spread import set_line
from luoshi.layout.strip import parted

_INK_TOP = (
    0.85  # ems from the baseline to the ink of a Song face's mark (standards sheet 0.2, P-INK)
)
_MARK_PITCH = 1.3  # sizes from one organ's mark to the next
_SEAL_DASH = (2.5, 2.0)
_RULE_INSET = 4 * 72 / 25.4  # right end of a rule to write on from the edge of its column
_BEFORE_RULE = 4.0  # points between words and the rule behind them
_RULE_BELOW = 0.8  # rows from a post that is too long to the rule under it
_ENGLISH_DATE = "Date:"
_BLANKS = (4, 2, 2)  # characters left for year, month and day


def head_pieces(ctx: Composing, head: Head) -> list[Piece]:
    """Secrecy and urgency, the organs' mark, the number two lines below, the red line 4 mm below it."""
    style, texts = ctx.style.head, ctx.style.texts
    marks = _labels(ctx, head)
    labels = sum(1 for words in (head.secrecy, head.urgency) if words)
    names = head.mark.split("\n")
    longest = max(names, key=lambda name: ctx.natural(name, texts["head_mark"]))
    mark_style = _fitted(ctx, longest, texts["head_mark"])
    top = style.top.points - ctx.style.page.top.points
    size = mark_style.size.points
    baseline = top + _INK_TOP * size
    for number, name in enumerate(names):  # the host's first, the others below it (cl. 7.2.4)
        baseline += _MARK_PITCH * size if number else 0.0
        marks += _aligned_line(ctx, name, mark_style, baseline - baseline_of(mark_style))
    bottom = baseline + (1 - EM_ASCENT) * size
    if head.number:
        shape = texts["head_number"]
        line_top = _on_row(ctx, bottom + style.blank_lines * shape.line.points, shape)
        if shape.align == "left" and labels:  # below the labels, which stand at the left too
            line_top = max(line_top, (1 + labels) * texts["body"].line.points)
        marks += _aligned_line(ctx, head.number, shape, line_top)
        bottom = line_top + baseline_of(shape) + (1 - EM_ASCENT) * shape.size.points
    rule = bottom + style.rule_gap.points
    if style.rule_width.points:
        width = style.rule_width.points
        marks.append(Line(ctx.left, rule, ctx.left + ctx.width, rule, width, style.color))
    after = style.title_gap * texts["body"].line.points
    return [Piece(height=_end(ctx, rule), marks=marks, after=after, keep_next=True)]


def _end(ctx: Composing, rule: float) -> float:
    """The foot of the head: the line of the grid that is nearest to the red line."""
    return round(rule / ctx.row) * ctx.row if ctx.row else rule


def _on_row(ctx: Composing, top: float, style: TextStyle) -> float:
    """The line of the grid nearest to ``top``, so that number and body stand on one grid."""
    return round(top / ctx.row) * ctx.row if ctx.row else top


def _labels(ctx: Composing, head: Head) -> list[Mark]:
    """Secrecy on row 2, urgency below it, in HeiTi, flush left (cl. 7.2.2, 7.2.3)."""
    texts = ctx.style.texts
    style = replace(texts["body"], font=texts["heading1"].font)
    if texts["head_number"].align == "left":  # Taiwan (W-05), English: all small lines alike
        style = replace(texts["head_number"], line=texts["body"].line)
    marks: list[Mark] = []
    top = style.line.points
    for words in (head.secrecy, head.urgency):
        if words:
            marks += ctx.one_line(words, style, ctx.left, top)
            top += style.line.points
    return marks


def _fitted(ctx: Composing, words: str, style: TextStyle, width: float = 0.0) -> TextStyle:
    """The style, smaller where the words would be wider than the block, or than ``width``."""
    natural, room = ctx.natural(words, style), width or ctx.width
    if natural <= room or not natural:
        return style
    return replace(style, size=pt(style.size.points * room / natural))


def _aligned_line(ctx: Composing, words: str, style: TextStyle, top: float) -> list[Mark]:
    x = ctx.left + aligned(style.align, ctx.width, ctx.natural(words, style))
    return ctx.one_line(words, style, x, top)


def sign_off_pieces(ctx: Composing, sign: SignOff) -> list[Piece]:
    """Organs and date, each on its line, kept with a line of text (cl. 7.3.5, G-080 to G-089)."""
    style, rules = ctx.style.texts["sign_off"], ctx.style.sign_off
    date = sign.date or open_date(ctx.language)
    widths = [ctx.natural(organ, style) for organ in sign.organs]
    pitch = style.line.points
    if style.align == "left":
        xs, date_x = [0.0] * len(widths), 0.0
    elif rules.sealed:
        xs, date_x = _sealed(ctx, widths, ctx.natural(date, style), style)
    else:
        xs, date_x = _unsealed(ctx, widths, ctx.natural(date, style), style)
    marks: list[Mark] = []
    for index, (organ, x) in enumerate(zip(sign.organs, xs, strict=True)):
        marks += ctx.one_line(organ, style, ctx.left + x, index * pitch)
    marks += ctx.one_line(date, style, ctx.left + date_x, len(xs) * pitch)
    return [
        Piece(
            height=pitch * (len(xs) + 1),
            marks=marks,
            before=max(rules.blank_lines * pitch, style.before.points),
            after=style.after.points,
            with_previous=1,
            snap=True,
        )
    ]


def _unsealed(
    ctx: Composing, organs: list[float], date: float, style: TextStyle
) -> tuple[list[float], float]:
    """G-087: organ 2 characters from the right, date 2 right of its head; G-088 when that is too long."""
    em, rules = ctx.setting(style).cell, ctx.style.sign_off
    right = ctx.width - rules.right_indent * em
    widest = max(organs, default=0.0)
    x = right - widest
    date_x = x + rules.date_step * em
    if date_x + date > right and rules.date_step:
        date_x = right - date
        x = date_x - rules.date_step * em
    elif not rules.date_step:
        date_x = right - date
    return [max(0.0, min(x, ctx.width - width)) for width in organs], max(0.0, date_x)


def _sealed(
    ctx: Composing, organs: list[float], date: float, style: TextStyle
) -> tuple[list[float], float]:
    """G-080 to G-082: the date ends 4 characters from the right, organs stand centred on it."""
    em = ctx.setting(style).cell
    widest = max(organs, default=0.0)
    indent = max(ctx.style.sign_off.right_indent * em, (widest - date) / 2)
    date_x = ctx.width - indent - date
    return [max(0.0, date_x + (date - width) / 2) for width in organs], date_x


def open_date(language: str) -> str:
    """A date left to be written by hand: blanks of 4, 2 and 2 characters (R-14)."""
    if not language.startswith("zh"):
        return "\u00a0" * 16
    return "".join("\u3000" * width + mark for width, mark in zip(_BLANKS, "年月日", strict=True))


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a signature block, alike in all columns so that their rules are level (C64).

    ``sealed``: a seal stands in some column; ``below``: rows from a long post to the rule under it.
    """

    pitch: float
    sealed: bool
    below: float

    def height(self, rows: float) -> float:
        """The height of a side; ``rows`` is the house's number for a side with a seal."""
        return self.pitch * ((rows if self.sealed else 4.5) + self.below)


def signature_pieces(ctx: Composing, block: SignatureBlock) -> list[Piece]:
    """The columns of a signature block in one piece, kept with lines of text (R-13)."""
    rules, style = ctx.style.signature, ctx.style.texts["signature"]
    sealed = any(side.seal for side in block.sides)
    below = _RULE_BELOW if not all(_signer_fits(ctx, side) for side in block.sides) else 0.0
    pitch = max(style.line.points, rules.seal.points * 0.24)
    rows = _Rows(pitch, sealed, below)
    marks: list[Mark] = []
    for index, side in enumerate(block.sides):
        left = ctx.left + index % 2 * (ctx.width - rules.column.points)
        row = index // 2
        top = row * rows.height(rules.rows)
        marks += _side(ctx, side, (left, top), rows)
    count = -(-len(block.sides) // 2)
    return [
        Piece(
            height=rows.height(rules.rows) * count,
            marks=marks,
            before=style.line.points,
            with_previous=rules.lines_before,
            snap=True,
        )
    ]


def _signer_fits(ctx: Composing, side: SignatureSide) -> bool:
    """Whether a signer's post stands before its rule in one line, at its own size."""
    rules = ctx.style.signature
    room = rules.column.points - rules.rule.points - _BEFORE_RULE
    words = labelled(side.signer, ctx.chinese)
    return ctx.natural(words, ctx.style.texts["signature"]) <= room


def _side(
    ctx: Composing, side: SignatureSide, corner: tuple[float, float], rows: _Rows
) -> list[Mark]:
    """One column: label, name and date in the seal's area, the signer's rule under it.

    In English a date that is left open has a rule of its own below the signer's.
    """
    rules, texts = ctx.style.signature, ctx.style.texts
    style, width = texts["signature"], rules.column.points
    left, top = corner
    pitch = rows.pitch
    marks: list[Mark] = []
    label = labelled(side.label, ctx.chinese)
    marks += ctx.one_line(label, texts["signature_label"], left, top, pitch)
    marks += _centred(ctx, side.name, style, (left, width), (top + pitch, pitch))
    y = top + pitch * (4.6 if rows.sealed else 3.3)
    date = side.date or (open_date(ctx.language) if ctx.chinese else "")
    if date:
        marks += _centred(ctx, date, style, (left, width), (top + 2 * pitch, pitch))
    if side.seal:
        marks += _seal(ctx, side.seal, left + width / 2, top + 2 * pitch)
    marks += _signed(ctx, labelled(side.signer, ctx.chinese), (left, y), rows)
    if not date:
        y += (1 + rows.below) * pitch
        marks += _signed(ctx, _ENGLISH_DATE, (left, y), replace(rows, below=0.0))
    return marks


def _signed(ctx: Composing, words: str, corner: tuple[float, float], rows: _Rows) -> list[Mark]:
    """Words and the rule to write on: behind them, near the column's right edge, or under them."""
    (left, top), pitch, below = corner, rows.pitch, rows.below
    rules = ctx.style.signature
    room = rules.column.points - (0.0 if below else rules.rule.points)
    style = _fitted(ctx, words, ctx.style.texts["signature"], room - _BEFORE_RULE)
    marks = ctx.one_line(words, style, left, top, pitch)
    beside = max(min(ctx.natural(words, style) + _BEFORE_RULE, room), room - _RULE_INSET)
    x = left if below else left + beside
    y = top + below * pitch + baseline_of(style, pitch) + 0.12 * style.size.points
    return [*marks, Line(x, y, x + rules.rule.points, y, rules.rule_width.points)]


def _seal(ctx: Composing, words: str, x: float, y: float) -> list[Mark]:
    """The area left for a seal: a dashed circle and its word; no seal is ever drawn."""
    rules, style = ctx.style.signature, ctx.style.texts["seal"]
    radius = rules.seal.points / 2
    circle = Disc(x, y, radius, None, rules.seal_color, rules.seal_line.points, _SEAL_DASH)
    top = y + radius * 0.72
    words_x = x - ctx.natural(words, style) / 2
    return [circle, *ctx.one_line(words, style, words_x, top)]


def _centred(
    ctx: Composing,
    words: str,
    style: TextStyle,
    span: tuple[float, float],
    row: tuple[float, float],
) -> list[Mark]:
    """Words in the middle of a column; longer ones are set smaller, then in two lines."""
    (left, width), (top, pitch) = span, row
    size = style.size.points
    natural = ctx.natural(words, style)
    if natural > width:
        size = max(size * width / natural, min(size, 12.0))
        style = replace(style, size=Length(size))
    strip = parted(ctx.strip(words, style), width)
    lines = break_lines(strip, width, width)
    step = min(pitch, size * 1.15) if len(lines) > 1 else pitch
    y = top + (pitch - step * len(lines)) / 2
    marks: list[Mark] = []
    for start, end in lines:
        line = set_line(strip, start, end, width, False)
        x = left + (width - line.width) / 2
        marks += ctx.marks(strip, line, x, y + baseline_of(style, step))
        y += step
    return marks


def labelled(label: str, chinese: bool) -> str:
    """A label with the colon of its language; an empty one stays empty."""
    if not label or label.endswith(("：", ":")):
        return label
    return f"{label}：" if chinese else f"{label}:"


_COPIES = {"zh-Hans": "抄送", "zh-Hant": "副本", "en": "cc"}
_PRINTED = {"zh-Hans": "印发", "zh-Hant": "印發"}


def imprint_piece(ctx: Composing, imprint: Imprint) -> Piece:
    """The foot of the last page: copies with hanging lines, printing office and date (cl. 7.4)."""
    style, rules = ctx.style.texts["imprint"], ctx.style.imprint
    em, pitch = style.size.points, style.line.points
    indent = rules.indent * em
    right = ctx.left + ctx.width
    marks: list[Mark] = [Line(ctx.left, 0.0, right, 0.0, rules.outer_line.points)]
    y = 0.0
    if imprint.copied_to:
        lines = _copies(ctx, imprint.copied_to, indent)
        marks += (moved(mark, 0.0, pitch * i) for i, line in enumerate(lines) for mark in line)
        y += pitch * len(lines)
        marks.append(Line(ctx.left, y, right, y, rules.inner_line.points))
    verb = _PRINTED.get(ctx.language, "")
    date = imprint.issued_on
    date = date if not date or date.endswith(verb) else date + verb
    marks += ctx.one_line(imprint.issued_by, style, ctx.left + indent, y)
    marks += ctx.one_line(date, style, right - indent - ctx.natural(date, style), y)
    y += pitch
    marks.append(Line(ctx.left, y, right, y, rules.outer_line.points))
    return Piece(height=y, marks=marks)


def _copies(ctx: Composing, words: str, indent: float) -> list[list[Mark]]:
    """The lines of the copies; turnovers stand under the first name (cl. 7.4.2, G-114)."""
    style = ctx.style.texts["imprint"]
    label = labelled(_COPIES.get(ctx.language, _COPIES["en"]), ctx.chinese)
    for known in _COPIES.values():
        for colon in ("：", ":"):
            if words.startswith(known + colon):
                label, words = known + colon, words[len(known) + 1 :].strip()
    label += "" if ctx.chinese else " "
    hang = indent + ctx.natural(label, style)
    room = ctx.width - indent - hang
    strip = parted(ctx.strip(words, style), room)
    lines: list[list[Mark]] = []
    for start, end in break_lines(strip, room, room):
        line = set_line(strip, start, end, room, False)
        lines.append(ctx.marks(strip, line, ctx.left + hang, baseline_of(style)))
    lines[0] = [*ctx.one_line(label, style, ctx.left + indent, 0.0), *lines[0]]
    return lines
