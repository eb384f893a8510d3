"""What stands on every page outside the text block: page number, small lines, state box."""

from __future__ import annotations

from luoshi.document.style import mm
from luoshi.document.tree import Document
from luoshi.layout.pages import Area, Mark
from luoshi.layout.paragraph import Composing
from luoshi.layout.pieces import EM_ASCENT

_DASH_RISE = 0.38  # ems from the baseline to a dash, the middle of the em box
_STATE_ABOVE = mm(7.0)  # foot of the state box above the text block
_STATE_PADDING = (mm(2.5), mm(1.0))


def furniture(ctx: Composing, document: Document, page: int, count: int) -> list[Mark]:
    """The marks of page ``page`` of ``count``, both counted from 1."""
    return [
        *_page_number(ctx, page, count),
        *_foot_lines(ctx, document.foot, page),
        *(_state(ctx, document.state) if document.state else ()),
    ]


def _side(ctx: Composing, page: int) -> str:
    footer = ctx.style.footer
    return footer.odd if page % 2 else footer.even


def _page_number(ctx: Composing, page: int, count: int) -> list[Mark]:
    """One character in from the edge, the dash 7 mm below the block (cl. 7.5, G-120 to G-124)."""
    style, footer = ctx.style.texts["page_number"], ctx.style.footer
    words = ctx.style.page_number.replace("{n}", str(page)).replace("{count}", str(count))
    if not words:
        return []
    size = style.size.points
    width = ctx.natural(words, style)
    inset = footer.indent * size
    side = _side(ctx, page)
    x = {
        "left": ctx.left + inset,
        "center": ctx.left + (ctx.width - width) / 2,
        "right": ctx.left + ctx.width - inset - width,
    }[side]
    baseline = ctx.style.page.top.points + ctx.height + footer.drop.points + _DASH_RISE * size
    # A line as high as the size has its baseline EM_ASCENT under its top.
    return ctx.one_line(words, style, x, baseline - EM_ASCENT * size, size)


def _foot_lines(ctx: Composing, lines: tuple[str, ...], page: int) -> list[Mark]:
    """The small lines, away from the page number, or at the left where the number is centred."""
    style, footer = ctx.style.texts["foot"], ctx.style.footer
    right = footer.foot_side == "opposite" and _side(ctx, page) == "left"
    marks: list[Mark] = []
    top = footer.foot_top.points
    for words in lines:
        x = ctx.left + (ctx.width - ctx.natural(words, style) if right else 0.0)
        marks += ctx.one_line(words, style, x, top)
        top += style.line.points
    return marks


def _state(ctx: Composing, words: str) -> list[Mark]:
    """The state of the document in a dashed box above the block, right."""
    style = ctx.style.texts["state"]
    across, down = (length.points for length in _STATE_PADDING)
    width = ctx.natural(words, style) + 2 * across
    height = style.size.points + 2 * down
    x = ctx.left + ctx.width - width
    y = ctx.style.page.top.points - _STATE_ABOVE.points - height
    box = Area(x, y, width, height, None, style.color, 0.6, (3.0, 2.0))
    return [box, *ctx.one_line(words, style, x + across, y, height)]
