"""Markdown to blocks: markdown-it-py's tokens, numbered headings, and our few containers.

Containers (``::: name``) stand for what Markdown lacks: ``head``, ``recipients``, ``signoff``,
``signature`` with ``side``, ``imprint``, ``attachment``, ``pagebreak``, ``right``, ``centered``,
``note``, ``remark``, ``attachments``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.container import container_plugin

from luoshi.document.numbering import Numbering
from luoshi.document.tree import (
    Blank,
    Block,
    Cell,
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
    plain_text,
)

CONTAINERS = (
    "head",
    "recipients",
    "signoff",
    "signature",
    "side",
    "imprint",
    "attachment",
    "attachments",
    "pagebreak",
    "right",
    "centered",
    "note",
    "remark",
    "flush",
)
_PARAGRAPH_CONTAINERS = {
    "recipients": "recipients",
    "right": "right",
    "centered": "centered",
    "note": "note",
    "remark": "remark",
    "flush": "flush",
    "attachment": "attachment_label",
    "attachments": "attachment_note",
}
_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_SHARED_MARKS = frozenset("“”‘’—…")
_BLANK = "\u2063"  # invisible separator round a count: a rule to write on
# CommonMark wants a space or a mark beside ** that touches a mark: 的**“三防”**建设 would keep its
# asterisks. In Chinese there is none, so one that nobody types is put there and taken out again.
_JOINT = "\u2e31"
_WEIGHTY = re.compile(r"(?<![\\*])(\*{1,2}(?![\s*])[^*\n]+(?<![\s\\*])\*{1,2})(?!\*)")


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = (
        MarkdownIt("commonmark", {"html": False})
        .enable("table")
        .disable(["html_block", "html_inline", "image", "link", "autolink", "reference", "code"])
    )
    for name in CONTAINERS:
        container_plugin(parser, name)
    return parser


def blank(ems: float) -> str:
    """A rule to write on, ``ems`` characters wide, as text that ``read_blocks`` knows again."""
    return f"{_BLANK}{ems:g}{_BLANK}"


def read_blocks(markdown: str, language: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text; headings and lists are numbered by the language's custom.

    ``#`` is the title, ``##`` level 1 and so on. Characters that Markdown gives no meaning stand
    as they are; HTML is text.
    """
    if language != "en":
        markdown = _WEIGHTY.sub(rf"{_JOINT}\1{_JOINT}", markdown)
    root = SyntaxTreeNode(_parser().parse(markdown))
    return tuple(_Blocks(Numbering(language)).of(root.children))


class _Blocks:
    """Walks the tree once; holds nothing but the running numbers."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._readers: dict[str, Callable[[SyntaxTreeNode], Iterator[Block]]] = {
            "heading": self._heading,
            "paragraph": self._paragraph,
            "ordered_list": self._list,
            "bullet_list": self._list,
            "blockquote": self._quote,
            "table": self._table,
            "hr": self._page_break,
            "fence": self._fence,
            "container_head": self._head,
            "container_signoff": self._sign_off,
            "container_signature": self._signature,
            "container_imprint": self._imprint,
            "container_pagebreak": self._page_break,
        }
        for name, style in _PARAGRAPH_CONTAINERS.items():
            self._readers[f"container_{name}"] = self._styled(style)

    def of(self, nodes: list[SyntaxTreeNode]) -> Iterator[Block]:
        for node in nodes:
            read = self._readers.get(node.type)
            if read is not None:
                yield from read(node)
            else:
                yield from self.of(node.children)

    def _heading(self, node: SyntaxTreeNode) -> Iterator[Block]:
        level = int(node.tag[1]) - 1
        children = inlines(node.children[0])
        if level == 0:
            self._numbering.restart()
            yield Title(children)
            return
        level = min(level, 4)
        yield Heading(level, self._numbering.next(level), children)

    def _paragraph(self, node: SyntaxTreeNode) -> Iterator[Block]:
        yield Paragraph(inlines(node.children[0]))

    def _quote(self, node: SyntaxTreeNode) -> Iterator[Block]:
        for child in node.children:
            if child.type == "paragraph":
                yield Paragraph(inlines(child.children[0]), style="quote")
            else:
                yield from self.of([child])

    def _fence(self, node: SyntaxTreeNode) -> Iterator[Block]:
        yield Paragraph((Text(node.content.rstrip("\n")),), style="quote")

    def _list(self, node: SyntaxTreeNode, depth: int = 0) -> Iterator[Block]:
        ordered = node.type == "ordered_list"
        start = int(node.attrs.get("start", 1)) if ordered else 1
        for n, item in enumerate(node.children, start=start):
            number = self._numbering.item(n, depth) if ordered else self._numbering.bullet()
            for child in item.children:
                if child.type == "paragraph":
                    yield Paragraph(inlines(child.children[0]), style="item", number=number)
                    number = ""
                elif child.type in ("ordered_list", "bullet_list"):
                    yield from self._list(child, depth + 1)
                else:
                    yield from self.of([child])

    def _table(self, node: SyntaxTreeNode) -> Iterator[Block]:
        head = [_row(row, header=True) for row in node.children[0].children]
        body = [_row(row, header=False) for part in node.children[1:] for row in part.children]
        yield Table(_widths([*head, *body]), tuple(head), tuple(body))

    def _page_break(self, node: SyntaxTreeNode) -> Iterator[Block]:
        yield PageBreak()

    def _styled(self, style: str) -> Callable[[SyntaxTreeNode], Iterator[Block]]:
        def read(node: SyntaxTreeNode) -> Iterator[Block]:
            for child in node.children:
                if child.type == "paragraph":
                    yield Paragraph(inlines(child.children[0]), style=style)
                elif style == "attachment_note":
                    yield from self._attachment_notes(child)
                else:
                    yield from self.of([child])

        return read

    def _attachment_notes(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """附件：name, or 附件：1.name and so on below each other (G-071, G-072)."""
        several = len(node.children) > 1
        for n, item in enumerate(node.children, start=1):
            label = self._numbering.attachment() if n == 1 else ""
            number = label + f"{n}." if several else label.rstrip()
            for child in item.children:
                yield Paragraph(inlines(child.children[0]), style="attachment_note", number=number)

    def _head(self, node: SyntaxTreeNode) -> Iterator[Block]:
        lines = _fields(node)
        marks = (
            line.partition(":")[2].strip() for line in _lines(node) if line.startswith("mark:")
        )
        yield Head(
            mark="\n".join(mark for mark in marks if mark),
            number=lines.get("number", ""),
            secrecy=lines.get("secrecy", ""),
            urgency=lines.get("urgency", ""),
        )

    def _sign_off(self, node: SyntaxTreeNode) -> Iterator[Block]:
        lines = _lines(node)
        organs = tuple(line for line in lines[:-1] if line)
        yield SignOff(organs, lines[-1] if lines else "")

    def _signature(self, node: SyntaxTreeNode) -> Iterator[Block]:
        sides = []
        for side in node.children:
            named = _fields(side)
            sides.append(
                SignatureSide(
                    label=named.get("label", ""),
                    name=named.get("name", ""),
                    signer=named.get("signer", ""),
                    seal=named.get("seal", ""),
                    date=named.get("date", ""),
                )
            )
        yield SignatureBlock(tuple(sides))

    def _imprint(self, node: SyntaxTreeNode) -> Iterator[Block]:
        named = _fields(node)
        yield Imprint(named.get("copied", ""), named.get("by", ""), named.get("on", ""))


def _fields(node: SyntaxTreeNode) -> dict[str, str]:
    """``key: words`` lines of a container."""
    pairs = (line.partition(":") for line in _lines(node))
    return {key.strip(): words.strip() for key, _, words in pairs}


def _lines(node: SyntaxTreeNode) -> list[str]:
    return [
        line
        for child in node.children
        if child.type == "paragraph"
        for line in plain_text(inlines(child.children[0], breaks=True)).split("\n")
    ]


def _row(row: SyntaxTreeNode, *, header: bool) -> tuple[Cell, ...]:
    return tuple(_cell(cell, header) for cell in row.children)


def _cell(cell: SyntaxTreeNode, header: bool) -> Cell:
    style = str(cell.attrs.get("style", ""))
    align: Any = next((a for a in ("center", "right") if a in style), "left")
    children = inlines(cell.children[0]) if cell.children else ()
    return Cell(children, align="center" if header else align, header=header)


def _widths(rows: list[tuple[Cell, ...]]) -> tuple[float, ...]:
    """Shares by the longest text of each column, kept between a seventh and half of the whole."""
    columns = max((len(row) for row in rows), default=0)
    longest = [1.0] * columns
    for row in rows:
        for n, cell in enumerate(row):
            longest[n] = max(longest[n], min(40.0, float(len(plain_text(cell.children)))))
    total = sum(longest)
    return tuple(max(value, total / 14) for value in longest)


def inlines(node: SyntaxTreeNode, *, breaks: bool = False) -> tuple[Inline, ...]:
    """The inlines of an inline token; soft line ends join Chinese text without a space."""
    found: list[Inline] = []
    for n, child in enumerate(node.children):
        match child.type:
            case "text" | "code_inline":
                found.extend(_with_blanks(child.content))
            case "strong":
                found.append(Strong(inlines(child, breaks=breaks)))
            case "em":
                found.append(Emphasis(inlines(child, breaks=breaks)))
            case "hardbreak":
                found.append(LineBreak())
            case "softbreak":
                found.append(LineBreak() if breaks else Text(_joint(node.children, n)))
            case _:
                found.extend(inlines(child, breaks=breaks))
    return tuple(i for i in found if i != Text(""))


def _joint(nodes: list[SyntaxTreeNode], at: int) -> str:
    """What a line end stands for: a space, unless a Chinese character is beside it.

    Marks that Chinese and English share (“ ” — …) are Chinese only where the other side is none of
    English.
    """
    before = _words(nodes[at - 1])[-1:] if at else ""
    after = _words(nodes[at + 1])[:1] if at + 1 < len(nodes) else ""
    if before in _SHARED_MARKS and after in _SHARED_MARKS:
        return ""
    return "" if _HAN.match(before) or _HAN.match(after) else " "


def _words(node: SyntaxTreeNode) -> str:
    return "".join(_words(child) for child in node.children) if node.children else node.content


def _with_blanks(text: str) -> Iterator[Inline]:
    for n, part in enumerate(text.replace(_JOINT, "").split(_BLANK)):
        if n % 2 and _is_number(part):
            yield Blank(float(part))
        elif part:
            yield Text(part)


def _is_number(text: str) -> bool:
    digits = text.replace(".", "", 1)
    return digits.isascii() and digits.isdigit()
