"""Blocks to the body of a DOCX: one ``match``, positions of head and sign-off, page breaks."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, assert_never

from luoshi.backends.docx.furniture import furnish
from luoshi.backends.docx.oxml import Indent, insert_before_section, page_break_before, paragraph
from luoshi.backends.docx.oxml import paragraph_properties as properties_of
from luoshi.backends.docx.package import archive_bytes, open_base
from luoshi.backends.docx.runs import Setting
from luoshi.backends.docx.styles import SPACER, STYLE_IDS, character_pitch, line_twips, text_width
from luoshi.backends.docx.tables import data_table, imprint_table, signature_table
from luoshi.backends.flow import ems, is_paragraph, open_date, with_number
from luoshi.document.style import HouseStyle
from luoshi.document.tree import (
    Block,
    Document,
    Head,
    Heading,
    Imprint,
    PageBreak,
    Paragraph,
    SignatureBlock,
    SignOff,
    Table,
    Title,
    plain_text,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# Measured in LibreOffice with exact pitches: this part of the leading stands above the em box.
LEADING_ABOVE = 0.25


def emit_docx(document: Document, style: HouseStyle) -> bytes:
    """The document as an editable DOCX file; the same bytes for the same input, always."""
    opened = open_base(document, style)
    setting = Setting(style, document.language)
    insert_before_section(opened.element.body, list(_body(document.blocks, setting)))
    furnish(opened, document, setting)
    return archive_bytes(opened)


def _body(blocks: tuple[Block, ...], setting: Setting) -> Iterator[Element]:
    """The elements of the body; tables are parted from each other and never come last."""
    broken = False  # the next paragraph begins a page
    after_table = False
    for index, block in enumerate(blocks):
        if isinstance(block, PageBreak):
            broken = index > 0
            continue
        for made in _block(blocks, index, setting):
            is_table = made.tag.endswith("}tbl")
            if is_table and (broken or after_table):
                yield _spacer(broken)
            elif broken:
                page_break_before(made)
            broken, after_table = False, is_table
            yield made
    if after_table:
        yield _spacer(False)


def _spacer(page_break: bool) -> Element:
    return paragraph(properties_of(style=SPACER, page_break_before=page_break))


def _block(blocks: tuple[Block, ...], index: int, setting: Setting) -> Iterator[Element]:
    block = blocks[index]
    before = blocks[index - 1] if index else None
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    match block:
        case Title():
            yield _title(block, before, setting)
        case Heading(level, number, children):
            runs = setting.runs(with_number(number, children, setting.language))
            yield setting.line(f"heading{min(max(level, 1), 4)}", runs)
        case Paragraph():
            yield _paragraph(block, after, setting)
        case Table():
            yield from _table(block, setting)
        case PageBreak():
            return
        case Head():
            yield from _head(block, setting)
        case SignOff():
            yield from _sign_off(block, setting)
        case SignatureBlock():
            yield setting.line("signature", keep_next=True)
            yield signature_table(setting, block)
        case Imprint():
            if block.copied_to or block.issued_by or block.issued_on:
                yield setting.line("imprint", keep_next=True)
                yield imprint_table(setting, block)
        case _:
            assert_never(block)


def _title(block: Title, before: Block | None, setting: Setting) -> Element:
    """The title: two blank lines under a red line (cl. 7.3.1), one under a letter's number."""
    lines = 0.0
    if isinstance(before, Head):
        lines = setting.style.head.title_gap
    elif is_paragraph(before, "right"):
        lines = 1
    return setting.line(
        "title",
        setting.runs(block.children),
        spacing={"before": _lines(lines, setting)} if lines else None,
        indent=_title_indent(block, setting),
    )


def _title_indent(block: Title, setting: Setting) -> Indent | None:
    """Equal insets that let a long title wrap into lines of like length, the upper ones longer.

    The words stay in one piece, so that the office can edit them; G-062 asks for a trapezoid, and
    no line of one or two characters may be left over. Breaks of the author's own stand alone.
    """
    text = plain_text(block.children)
    size = setting.text("title").size.points
    room, needed = text_width(setting.style) / size, ems(text)
    if "\n" in text or needed <= room - 1:  # one character in hand for wider stand-in faces
        return None
    lines = math.ceil(needed / (room - 1))
    inset = (room - min(room, needed / lines + 1.5)) / 2
    return Indent(left=inset, right=inset, pitch=round(size * 20))


def _paragraph(block: Paragraph, after: Block | None, setting: Setting) -> Element:
    """A paragraph; one before a sign-off or signatures stays with it (G-093, R-13)."""
    keep = block.keep_with_next or isinstance(after, SignOff | SignatureBlock)
    runs = setting.runs(with_number(block.number, block.children, setting.language))
    return setting.line(block.style, runs, keep_next=True if keep else None)


def _table(block: Table, setting: Setting) -> Iterator[Element]:
    if block.caption:
        yield setting.line("table_caption", [setting.words(block.caption)], keep_next=True)
    yield data_table(setting, block)
    gap = setting.style.table.after.twips
    if gap:
        yield paragraph(properties_of(style=SPACER, spacing={"before": gap}))


def _lines(count: float, setting: Setting) -> int:
    """The height of ``count`` lines of the body in twips."""
    return round(count * line_twips(setting.text("body")))


# --- head ---------------------------------------------------------------------------------------


def _head(block: Head, setting: Setting) -> Iterator[Element]:
    """Secrecy and urgency, the mark at its height, the number and the red line (cl. 7.2)."""
    marks = _head_marks(block)
    for mark in marks:
        yield setting.line("flush", [setting.words(mark, style=STYLE_IDS["strong"])])
    number = block.number
    red_line = _red_line(setting, "head_number" if number else "head_mark")
    yield setting.line(
        "head_mark",
        [setting.words(block.mark, color=setting.style.head.color)],
        spacing={"before": _mark_space(len(marks), setting)},
        border=None if number else red_line,
    )
    if number:
        space = {"before": _lines(setting.style.head.blank_lines, setting)}
        yield setting.line("head_number", [setting.words(number)], spacing=space, border=red_line)


def _head_marks(block: Head) -> list[str]:
    """Rows 1 to 3: the copy number's row stays free above a secrecy mark (G-041, G-042)."""
    rows = ["", block.secrecy] if block.secrecy else []
    return [*rows, block.urgency] if block.urgency else rows


def _mark_space(rows: int, setting: Setting) -> int:
    """Twips above the mark's line, so that its em box begins at the height the house gives."""
    text, page = setting.text("head_mark"), setting.style.page
    leading = (text.line.points - text.size.points) * LEADING_ABOVE
    down = setting.style.head.top.points - page.top.points - leading
    return max(0, round(down * 20) - _lines(rows, setting))


def _red_line(setting: Setting, key: str) -> tuple[str, int, int, str] | None:
    """A paragraph's lower border; its distance counts from the line box, ours from the em box."""
    head, text = setting.style.head, setting.text(key)
    if not head.rule_width.points:
        return None
    below = (text.line.points - text.size.points) * 0.34  # measured as LEADING_ABOVE
    space = min(31, max(0, round(head.rule_gap.points - below)))
    return "bottom", max(2, round(head.rule_width.points * 8)), space, head.color


# --- sign-off -----------------------------------------------------------------------------------


def _sign_off(block: SignOff, setting: Setting) -> Iterator[Element]:
    """Organs and date, each with its own right indent; the organs keep with the date."""
    date = block.date or open_date(setting.language)
    names, date_indent = sign_off_indents(block.organs, date, setting.style)
    plain = setting.text("sign_off").align != "right"
    pitch = character_pitch(setting.style, setting.text("sign_off"))
    rows = [*zip(block.organs, names, strict=True), (date, date_indent)]
    for index, (words, right) in enumerate(rows):
        space = _lines(setting.style.sign_off.blank_lines, setting) if index == 0 else 0
        yield setting.line(
            "sign_off",
            [setting.words(words)],
            keep_next=index < len(rows) - 1,
            spacing={"before": space} if space else None,
            indent=None if plain else Indent(right=right, pitch=pitch),
        )


def sign_off_indents(
    organs: tuple[str, ...], date: str, style: HouseStyle
) -> tuple[tuple[float, ...], float]:
    """Right indents of the organs and of the date, in characters (G-080 to G-089).

    Sealed: the date keeps its indent, a name stands centred on it, and where that would leave the
    block the date gives way. Unsealed: the date begins two characters right of the name; where it
    is the longer of the two, it keeps the indent and the name gives way. Several names share
    their left edge.
    """
    look = style.sign_off
    base, date_width = look.right_indent, ems(date)
    widths = [ems(name) for name in organs]
    widest = max(widths, default=0.0)
    if look.sealed:
        date_indent = max(base, (widest - date_width) / 2)
        return tuple(date_indent + (date_width - width) / 2 for width in widths), date_indent
    date_indent = max(base, base + widest - look.date_step - date_width) if widths else base
    left = date_indent + date_width + look.date_step  # of the names, from the right edge
    return tuple(left - width for width in widths), date_indent
