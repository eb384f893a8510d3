"""A document as one page to read on a desk or a phone, and to print on A4."""

from __future__ import annotations

from typing import assert_never

from luoshi.backends.flow import (
    Row,
    bracketed,
    copies_line,
    identity_lines,
    is_chinese,
    labelled,
    number_prefix,
    open_date,
    printing_date,
    shares,
    side_date,
    table_rows,
)
from luoshi.backends.html.page import escape, render_page
from luoshi.document.style import HouseStyle, Length
from luoshi.document.tree import (
    Blank,
    Block,
    Document,
    Emphasis,
    Head,
    Heading,
    Imprint,
    Inline,
    LineBreak,
    PageBreak,
    Paragraph,
    SignatureBlock,
    SignatureSide,
    SignOff,
    Strong,
    Table,
    Text,
    Title,
)


def emit_html(document: Document, style: HouseStyle) -> str:
    """The document as one HTML page; the house style gives the paper of its print sheet."""
    language = document.language
    meta = (
        ("author", document.author),
        ("keywords", "，".join(document.keywords)),
        ("luoshi-plan", document.plan_id),
        ("luoshi-revision", document.revision),
        ("luoshi-content", document.content_hash),
        ("luoshi-state", document.state),
    )
    blocks = "".join(_blocks(document.blocks, language))
    family = "han" if is_chinese(language) else "latin"
    body = (
        f'<div class="wrap sheet {family}">\n{_state(document)}'
        f"<main>\n{blocks}</main>\n{_footer(document)}</div>\n"
    )
    return render_page(
        language=language, title=document.title, body=body, meta=meta, css=_paper(style)
    )


def _paper(style: HouseStyle) -> str:
    """The house's paper for printing, and a black head or none of its line where the house has so."""
    page = style.page
    edges = " ".join(_mm(edge) for edge in (page.top, page.right, page.bottom, page.left))
    rules = f"@page {{ size: {_mm(page.width)} {_mm(page.height)}; margin: {edges}; }}\n"
    if style.head.color == "000000":
        rules += ".head { --red: var(--ink); }\n"
    if not style.head.rule_width.points:
        rules += ".head { border: 0; }\n"
    return rules


def _mm(length: Length) -> str:
    return f"{length.millimetres:.2f}".rstrip("0").rstrip(".") + "mm"


def _state(document: Document) -> str:
    if not document.state:
        return ""
    return f'<p class="state"><span class="pill draft">{escape(document.state)}</span></p>\n'


def _footer(document: Document) -> str:
    lines = "".join(f"<p>{escape(line)}</p>\n" for line in identity_lines(document))
    return f"<footer>\n{lines}</footer>\n"


# --- blocks -------------------------------------------------------------------------------------


def _blocks(blocks: tuple[Block, ...], language: str) -> list[str]:
    """The markup of each block; a page break becomes a class of what follows it."""
    made: list[str] = []
    broken = False
    first_title = True
    for block in blocks:
        if isinstance(block, PageBreak):
            broken = bool(made)
            continue
        text = _block(block, language, first_title)
        first_title = first_title and not isinstance(block, Title)
        made.append(f'<div class="new-page">\n{text}</div>\n' if broken else text)
        broken = False
    return made


def _block(block: Block, language: str, first_title: bool) -> str:
    match block:
        case Title(children):
            level = "h1" if first_title else "h2"
            return f'<{level} class="title">{_inlines(children)}</{level}>\n'
        case Heading(level, number, children):
            return _heading(level, number, children, language)
        case Paragraph(children, style, number):
            text = escape(number_prefix(number, language)) + _inlines(children)
            return f'<p class="{escape(style)}">{text}</p>\n'
        case Table():
            return _table(block)
        case PageBreak():
            return ""
        case Head():
            return _head(block)
        case SignOff(organs, date):
            return _sign_off(organs, date, language)
        case SignatureBlock(sides):
            columns = "".join(_side(side, language) for side in sides)
            return f'<div class="signatures">\n{columns}</div>\n'
        case Imprint():
            return _imprint(block, language)
        case _:
            assert_never(block)


def _heading(level: int, number: str, children: tuple[Inline, ...], language: str) -> str:
    """Levels 1 to 4 become h2 to h5, since h1 is the title."""
    step = min(max(level, 1), 4)
    text = escape(number_prefix(number, language)) + _inlines(children)
    return f'<h{step + 1} class="level{step}">{text}</h{step + 1}>\n'


def _head(block: Head) -> str:
    marks = "".join(f"<p>{escape(mark)}</p>\n" for mark in (block.secrecy, block.urgency) if mark)
    names = "<br>".join(escape(name) for name in block.mark.split("\n"))
    number = f'<p class="number">{escape(block.number)}</p>\n' if block.number else ""
    return f'<header class="head">\n{marks}<p class="mark">{names}</p>\n{number}</header>\n'


def _sign_off(organs: tuple[str, ...], date: str, language: str) -> str:
    lines = (*organs, date or open_date(language))
    inner = "".join(f"<p>{escape(line)}</p>\n" for line in lines)
    return f'<div class="sign-off"><div>\n{inner}</div></div>\n'


def _side(side: SignatureSide, language: str) -> str:
    seal = bracketed(side.seal, language)
    date, own_date = side_date(side, language)
    lines = (
        ("label", labelled(side.label, language)),
        ("name", side.name),
        ("date", date),
        ("seal", seal),
    )
    inner = "".join(f'<p class="{kind}">{escape(text)}</p>\n' for kind, text in lines if text)
    signer = escape(labelled(side.signer, language))
    ruled = "".join(
        f'<p class="signer"><span>{words}</span><span class="rule"></span></p>\n'
        for words in (signer, own_date)
        if words
    )
    return f'<section class="side">\n{inner}{ruled}</section>\n'


def _imprint(block: Imprint, language: str) -> str:
    lines: list[str] = []
    if block.copied_to:
        label, copies = copies_line(block, language)
        lines.append(f"<p><span>{escape(label)}</span><span>{escape(copies)}</span></p>\n")
    if block.issued_by or block.issued_on:
        office, date = escape(block.issued_by), escape(printing_date(block, language))
        lines.append(f'<p class="printed"><span>{office}</span><span>{date}</span></p>\n')
    return f'<div class="imprint">\n{"".join(lines)}</div>\n' if lines else ""


# --- tables -------------------------------------------------------------------------------------


def _table(block: Table) -> str:
    head, body, columns = table_rows(block)
    widths = shares(block.widths, columns, 1000)
    cols = "".join(f'<col style="width:{width / 10:g}%">' for width in widths)
    caption = f"<caption>{escape(block.caption)}</caption>\n" if block.caption else ""
    rows = "".join(_row(row, "col") for row in head)
    parts = f"<thead>\n{rows}</thead>\n" if head else ""
    rows = "".join(_row(row, "") for row in body)
    return (
        f"<table>\n{caption}<colgroup>{cols}</colgroup>\n{parts}<tbody>\n{rows}</tbody>\n</table>\n"
    )


def _row(row: Row, scope: str) -> str:
    cells: list[str] = []
    for place in row:
        if place.continued:
            continue
        cell = place.cell
        if cell is None:
            cells.append("<td></td>")
            continue
        tag = "th" if scope or cell.header else "td"
        attributes = f' scope="{scope or "row"}"' if tag == "th" else ""
        attributes += f' colspan="{place.across}"' if place.across > 1 else ""
        attributes += f' rowspan="{place.down}"' if place.down > 1 else ""
        attributes += f' class="{cell.align}"' if cell.align != "left" else ""
        cells.append(f"<{tag}{attributes}>{_inlines(cell.children)}</{tag}>")
    return f"<tr>{''.join(cells)}</tr>\n"


# --- inlines ------------------------------------------------------------------------------------


def _inlines(children: tuple[Inline, ...]) -> str:
    return "".join(_inline(child) for child in children)


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return escape(text).replace("\n", "<br>")
        case Strong(children):
            return f"<strong>{_inlines(children)}</strong>"
        case Emphasis(children):
            return f"<em>{_inlines(children)}</em>"
        case LineBreak():
            return "<br>"
        case Blank(ems):
            return f'<span class="blank" style="width:{max(0.5, ems):g}em"></span>'
        case _:
            assert_never(inline)
