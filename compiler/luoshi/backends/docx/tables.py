"""Tables, signature blocks and imprints: fixed widths that sum to the text block, rows unbroken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from luoshi.backends.docx.oxml import Borders, Indent, Tab, table, table_cell, table_row
from luoshi.backends.docx.runs import Setting
from luoshi.backends.docx.styles import character_pitch, text_width
from luoshi.backends.flow import (
    Place,
    Row,
    bracketed,
    copies_line,
    ems,
    labelled,
    printing_date,
    shares,
    side_date,
    table_rows,
)
from luoshi.document.style import Length
from luoshi.document.tree import Imprint, SignatureBlock, SignatureSide, Table

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def block_twips(setting: Setting) -> int:
    """The width of the text block in twips."""
    return round(text_width(setting.style) * 20)


def _eighths(length: Length) -> int:
    """A border weight; Word draws from 2 to 96 eighths of a point."""
    return min(96, max(2, round(length.points * 8))) if length.points else 0


# --- tables of the author -----------------------------------------------------------------------


def data_table(setting: Setting, block: Table) -> Element:
    """The table without its caption; head rows repeat, spans become merged cells."""
    head, body, columns = table_rows(block)
    widths = shares(block.widths, columns, block_twips(setting))
    look = setting.style.table
    margins = (look.padding_top, look.padding_left, look.padding_bottom, look.padding_right)
    inner = _eighths(look.inner_line)
    return table(
        widths,
        [
            *(_row(setting, row, widths, header=True) for row in head),
            *(_row(setting, row, widths, header=False) for row in body),
        ],
        borders=Borders(_eighths(look.outer_line), inner, inner),
        margins=(margins[0].twips, margins[1].twips, margins[2].twips, margins[3].twips),
    )


def _row(setting: Setting, row: Row, widths: tuple[int, ...], *, header: bool) -> Element:
    cells: list[Element] = []
    column = 0
    for place in row:
        width = sum(widths[column : column + place.across])
        cells.append(_cell(setting, place, width, header))
        column += place.across
    return table_row(cells, header=header)


def _cell(setting: Setting, place: Place, width: int, header: bool) -> Element:
    cell = place.cell
    head = header or (cell is not None and cell.header)
    key = "table_head" if head else "table"
    if cell is None or place.continued:
        lines = [setting.line(key)]
    else:
        align = "center" if header and cell.align == "left" and setting.chinese else cell.align
        lines = [setting.line(key, setting.runs(cell.children), align=align)]
    merge = "continue" if place.continued else "restart" if place.down > 1 else ""
    return table_cell(lines, width=width, across=place.across, merge=merge)


# --- signatures ---------------------------------------------------------------------------------


def signature_table(setting: Setting, block: SignatureBlock) -> Element:
    """Sides as columns without lines; every row keeps with the next, so the block stays whole."""
    widths = shares((), max(1, len(block.sides)), block_twips(setting))
    fits = all(_signer_fits(setting, side, widths[0]) for side in block.sides)
    columns = [list(_side(setting, side, widths[0], fits)) for side in block.sides]
    if any(side_date(side, setting.language)[1] for side in block.sides):
        for column, side in zip(columns, block.sides, strict=True):
            words = side_date(side, setting.language)[1]
            column.append(_ruled_line(setting, words, widths[0], True, 0.0))
    rows = list(zip(*columns, strict=True))
    return table(
        widths,
        [
            table_row(
                table_cell([line], width=width, align="bottom")
                for line, width in zip(row, widths, strict=False)
            )
            for row in rows
        ],
        borders=Borders(),
    )


def _side(setting: Setting, side: SignatureSide, width: int, fits: bool) -> Iterator[Element]:
    """Five paragraphs: label, name, date, seal place, signer with the rule to write on."""
    language = setting.language
    label, seal = labelled(side.label, language), bracketed(side.seal, language)
    middle = "center" if setting.chinese else "left"
    yield setting.line("signature_label", [setting.words(label)], keep_next=True)
    yield setting.line("signature", [setting.words(side.name)], keep_next=True, align=middle)
    date = side_date(side, language)[0]
    yield setting.line("signature", [setting.words(date)], keep_next=True, align=middle)
    above = {"before": round(_spare(setting) * 0.6)}
    yield setting.line("seal", [setting.words(seal)], keep_next=True, align=middle, spacing=above)
    label = labelled(side.signer, language)
    yield _ruled_line(setting, label, width, fits, _spare(setting) * 0.4)


def _spare(setting: Setting) -> float:
    """Twips left of the block's height beside its four lines and the seal word, for the seal."""
    line = setting.text("signature").line.points
    spare = (setting.style.signature.rows - 4) * line - setting.text("seal").line.points
    return max(0.0, spare * 20)


def _signer_fits(setting: Setting, side: SignatureSide, width: int) -> bool:
    """Whether a signer's post and a rule as long as the house asks stand in one line."""
    text = setting.text("signature")
    used = ems(labelled(side.signer, setting.language)) * character_pitch(setting.style, text)
    return width - text.size.twips // 2 - used >= setting.style.signature.rule.twips


def _ruled_line(setting: Setting, label: str, width: int, fits: bool, before: float) -> Element:
    """Words and a rule at least as long as the house asks; below them where it does not fit.

    The rule is a tab with a leader: it stays straight however the words before it are edited.
    Where one side needs two lines, ``fits`` is False for all: their rules stay level.
    """
    text = setting.text("signature")
    rule = setting.style.signature.rule.twips
    end = width - text.size.twips // 2
    words = "" if not label else f"{label}\t" if fits else f"{label}\n\t"
    stops = (Tab("left", end if fits else rule, "underscore"),)
    space = {"before": round(before)}
    return setting.line("signature", [setting.words(words)], tabs=stops, spacing=space)


# --- imprint ------------------------------------------------------------------------------------


def imprint_table(setting: Setting, block: Imprint) -> Element:
    """Copies above, printing office and date below; thicker lines outside (G-110 to G-116)."""
    look = setting.style.imprint
    total = block_twips(setting)
    pitch = character_pitch(setting.style, setting.text("imprint"))
    rows = []
    if block.copied_to:
        rows.append(_copies_row(setting, block, total, pitch))
    if block.issued_by or block.issued_on:
        rows.append(_issue_row(setting, block, total, pitch))
    borders = Borders(_eighths(look.outer_line), _eighths(look.inner_line), 0, sides=False)
    return table((total,), rows, borders=borders)


def _copies_row(setting: Setting, block: Imprint, total: int, pitch: int) -> Element:
    label, copies = copies_line(block, setting.language)
    inset = setting.style.imprint.indent
    hanging = ems(label)
    indent = Indent(left=inset + hanging, right=inset, hanging=hanging, pitch=pitch)
    keep = bool(block.issued_by or block.issued_on)
    words = [setting.words(label + copies)]
    line = setting.line("imprint", words, indent=indent, keep_next=keep)
    return table_row([table_cell([line], width=total)])


def _issue_row(setting: Setting, block: Imprint, total: int, pitch: int) -> Element:
    inset = setting.style.imprint.indent
    indent = Indent(left=inset, right=inset, pitch=pitch)
    stops = (Tab("right", total - round(inset * pitch)),)
    words = f"{block.issued_by}\t{printing_date(block, setting.language)}"
    line = setting.line("imprint", [setting.words(words)], indent=indent, tabs=stops)
    return table_row([table_cell([line], width=total)])
