"""Page furniture: sheet and margins, state mark in the header, number and small lines in the footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.document import Document as DocxDocument

from luoshi.backends.docx.oxml import Indent, Tab, fill_part, section_properties
from luoshi.backends.docx.package import has_two_sides
from luoshi.backends.docx.runs import Setting
from luoshi.backends.docx.styles import character_pitch, line_twips
from luoshi.backends.docx.tables import block_twips
from luoshi.backends.flow import identity_lines
from luoshi.document.tree import Document

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

HEADER_TWIPS = 680  # 12 mm from the paper's edge: clear of the text block of every house
LEAST_FOOTER_TWIPS = 227  # 4 mm: what office printers leave white
# Measured in LibreOffice: the dash stands so much of its line above the foot of that line.
DASH_HEIGHT = 0.48


def furnish(opened: DocxDocument, document: Document, setting: Setting) -> None:
    """Set the sheet and fill header and footer of the file's one section."""
    section = opened.sections[0]
    two_sides = has_two_sides(setting.style)
    header, footer = section.header, section.footer
    header.is_linked_to_previous = footer.is_linked_to_previous = False
    lines = document.foot or identity_lines(document)
    fill_part(header._element, [_state_line(document, setting)])
    fill_part(footer._element, _footer(lines, setting, setting.style.footer.odd))
    if two_sides:
        even_header, even_footer = section.even_page_header, section.even_page_footer
        even_header.is_linked_to_previous = even_footer.is_linked_to_previous = False
        fill_part(even_header._element, [_state_line(document, setting)])
        fill_part(even_footer._element, _footer(lines, setting, setting.style.footer.even))
    _set_sheet(opened, setting, len(lines))


def _state_line(document: Document, setting: Setting) -> Element:
    """The state in a dashed frame at the right: dashed means not yet fixed (looks 1 and 6)."""
    if not document.state:
        return setting.line("state")
    frame = setting.words(f"\u00a0{document.state}\u00a0", dashed_frame=True)
    return setting.line("state", [frame], align="right")


def _footer(lines: tuple[str, ...], setting: Setting, side: str) -> list[Element]:
    """Number and small lines; where they share a line, a tab parts them."""
    if setting.style.footer.foot_side == "opposite" and side != "center":
        return _shared_footer(lines, setting, side)
    number = setting.line("page_number", setting.page_number(), align=side)
    return [number, *_small_lines(lines, setting, "left")]


def _shared_footer(lines: tuple[str, ...], setting: Setting, side: str) -> list[Element]:
    text, inset = setting.text("page_number"), setting.style.footer.indent
    pitch = character_pitch(setting.style, text)
    stops = (Tab("right", block_twips(setting) - (round(inset * pitch) if side == "right" else 0)),)
    first = [_small(lines[0], setting)] if lines else []
    number, tab = setting.page_number(), [setting.words("\t")]
    runs = [*first, *tab, *number] if side == "right" else [*number, *tab, *first]
    indent = Indent(left=inset, pitch=pitch) if side == "left" else None
    top = setting.line("page_number", runs, tabs=stops, indent=indent, align="left")
    return [top, *_small_lines(lines[1:], setting, "left" if side == "right" else "right")]


def _small(line: str, setting: Setting) -> Element:
    """A small line within the number's paragraph, in the face of small lines."""
    half_points = round(setting.text("foot").size.points * 2)
    return setting.words(line, half_points=half_points, fonts=setting.face("foot"))


def _small_lines(lines: tuple[str, ...], setting: Setting, align: str) -> list[Element]:
    return [setting.line("foot", [setting.words(line)], align=align) for line in lines]


def _set_sheet(opened: DocxDocument, setting: Setting, line_count: int) -> None:
    page, texts = setting.style.page, setting.style.texts
    body = texts["body"]
    section_properties(
        opened.element.body.sectPr,
        size=(page.width.twips, page.height.twips),
        margins=(page.top.twips, page.right.twips, page.bottom.twips, page.left.twips),
        header=HEADER_TWIPS,
        footer=_footer_distance(setting, line_count),
        line_pitch=line_twips(body) if page.lines else 0,
    )


def _footer_distance(setting: Setting, line_count: int) -> int:
    """Twips from the paper's foot to the footer's: the number's ink at the drop the house gives."""
    style = setting.style
    number, small = line_twips(setting.text("page_number")), line_twips(setting.text("foot"))
    shared = style.footer.foot_side == "opposite" and style.footer.odd != "center"
    below = max(0, line_count - 1) if shared else line_count
    distance = style.page.bottom.twips - style.footer.drop.twips - DASH_HEIGHT * number
    return max(LEAST_FOOTER_TWIPS, round(distance - below * small))
