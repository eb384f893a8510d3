"""The composer: a document and a house style in, pages of positioned marks out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from luoshi.diagnostics import Language
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
)
from luoshi.layout.furniture import furniture
from luoshi.layout.metrics import Fonts, Measure
from luoshi.layout.official import head_pieces, imprint_piece, sign_off_pieces, signature_pieces
from luoshi.layout.pages import Bookmark, Page, PageSet
from luoshi.layout.paginate import Sheet, paginate
from luoshi.layout.paragraph import (
    Composing,
    attachment_note_pieces,
    heading_pieces,
    paragraph_pieces,
)
from luoshi.layout.pieces import Piece, moved
from luoshi.layout.strip import Looks
from luoshi.layout.table import table_pieces
from luoshi.layout.titles import title_pieces


@dataclass(frozen=True, slots=True)
class Composition:
    """The pages of a document, and the characters no font has, each with words around it."""

    pages: PageSet
    missing: tuple[tuple[str, str], ...]

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self.pages.pages)


def compose(document: Document, style: HouseStyle, fonts: Fonts) -> Composition:
    """Sets a document in pages. Reports nothing: look at ``missing``."""
    language = cast("Language", document.language)
    measure = Measure(fonts, language)
    chinese = document.language.startswith("zh")
    looks = Looks(style.texts["strong"], style.texts["emphasis"], chinese)
    ctx = Composing(style, document.language, measure, looks)
    sheets = paginate(_pieces(ctx, document.blocks), ctx.height, ctx.row)
    imprints = [block for block in document.blocks if isinstance(block, Imprint)]
    for imprint in imprints[-1:]:
        _set_imprint(sheets, imprint_piece(ctx, imprint), ctx.height)
    pages = tuple(
        _page(ctx, document, sheet, number, len(sheets)) for number, sheet in enumerate(sheets, 1)
    )
    return Composition(
        PageSet(
            title=document.title,
            author=document.author,
            language=document.language,
            keywords="; ".join(
                word
                for word in (
                    *document.keywords,
                    document.plan_id,
                    document.revision,
                    document.content_hash,
                )
                if word
            ),
            pages=pages,
        ),
        tuple(measure.missing.items()),
    )


def _pieces(ctx: Composing, blocks: Sequence[Block]) -> list[Piece]:
    """The pieces of all blocks in order; those after a page break begin a page."""
    made: list[Piece] = []
    new_page = False
    before: Block | None = None
    for block in blocks:
        if isinstance(block, PageBreak):
            new_page = True
            continue
        pieces = _block(ctx, block, before)
        if pieces and new_page:
            pieces[0].new_page = bool(made)
            new_page = False
        made += pieces
        before = block
    return made


def _block(ctx: Composing, block: Block, before: Block | None) -> list[Piece]:
    match block:
        case Title():
            return title_pieces(ctx, block.children)
        case Heading():
            return heading_pieces(ctx, block.level, block.number, block.children)
        case Paragraph():
            return _paragraph(ctx, block, before)
        case Table():
            return table_pieces(ctx, block)
        case Head():
            return head_pieces(ctx, block)
        case SignOff():
            return sign_off_pieces(ctx, block)
        case SignatureBlock():
            return signature_pieces(ctx, block)
        case Imprint() | PageBreak():
            return []  # set when all pages are filled; handled by the caller


def _paragraph(ctx: Composing, block: Paragraph, before: Block | None) -> list[Piece]:
    style = ctx.style.texts.get(block.style, ctx.style.texts["body"])
    if block.style == "attachment_note":
        follows = isinstance(before, Paragraph) and before.style == block.style
        pieces = attachment_note_pieces(ctx, block.children, style, block.number, follows)
    else:
        pieces = paragraph_pieces(ctx, block.children, style, block.number)
    if block.keep_with_next:
        for piece in pieces:
            piece.keep_next = True
    return pieces


def _set_imprint(sheets: list[Sheet], piece: Piece, height: float) -> None:
    """Puts the imprint at the foot of the last page, or of a new one where it has no room."""
    if sheets[-1].bottom + piece.height > height:
        sheets.append(Sheet())
    sheets[-1].placed.append((piece, height - piece.height))
    sheets[-1].bottom = height


def _page(ctx: Composing, document: Document, sheet: Sheet, number: int, count: int) -> Page:
    style = ctx.style.page
    page = Page(style.width.points, style.height.points)
    top = style.top.points
    for piece, y in sheet.placed:
        page.marks += (moved(mark, 0.0, top + y) for mark in piece.marks)
        if piece.bookmark is not None:
            level, words = piece.bookmark
            page.bookmarks.append(Bookmark(level, words, top + y))
    _edges(page, sheet, top)
    page.marks += furniture(ctx, document, number, count)
    return page


def _edges(page: Page, sheet: Sheet, top: float) -> None:
    """Closes tables at the head and the foot of a page."""
    if not sheet.placed:
        return
    (first, first_y), (last, last_y) = sheet.placed[0], sheet.placed[-1]
    page.marks += (moved(mark, 0.0, top + first_y) for mark in first.opening)
    page.marks += (moved(mark, 0.0, top + last_y) for mark in last.closing)
