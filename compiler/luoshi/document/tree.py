"""The format-free tree of a document: blocks and inlines with style names. Knows no plan.

Backends depend on this small file alone. Style names are looked up in a house style
(``document.style``); a backend meets every block type here and no other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Align = Literal["left", "center", "right"]


# --- inlines ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Weighty words: the HeiTi face in Chinese, bold in English."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words: the KaiTi face in Chinese (never slanted), italic in English."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A break the author asked for."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A rule to write on, ``ems`` characters wide."""

    ems: float


Inline = Text | Strong | Emphasis | LineBreak | Blank


# --- blocks -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Title:
    """The document's title; a backend balances its lines."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4. ``number`` is printed as it stands (一、 （一） 1. （1）), may be empty."""

    level: int
    number: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in one of the styles of ``PARAGRAPH_STYLES``.

    ``number`` is printed before the text (1. ① and so on). ``run_in`` is a heading that stands in
    the paragraph itself and is set in the face of heading level ``run_in_level``.
    """

    children: tuple[Inline, ...]
    style: str = "body"
    number: str = ""
    keep_with_next: bool = False


PARAGRAPH_STYLES = (
    "body",  # two-character indent
    "flush",  # no indent (continuations, English prose)
    "recipients",  # main recipients, flush left, ends with a colon
    "item",  # numbered item, two-character indent
    "quote",  # quoted passage
    "centered",  # a line in the middle (party line under a letter's title)
    "right",  # flush right (letter number)
    "note",  # small note under a table or block
    "attachment_label",  # 附件 / 附件1
    "attachment_note",  # 附件：1.…
    "remark",  # 附注, in brackets
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; ``across`` columns wide, ``down`` rows high."""

    children: tuple[Inline, ...]
    align: Align = "left"
    across: int = 1
    down: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table. ``widths`` are shares of the text width; ``head`` rows repeat on every page.

    A row lists only the cells that begin in it, so a cell that spans down is not repeated.
    """

    widths: tuple[float, ...]
    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an official document: issuing organs, number, red line; ``state`` such as 草稿.

    Without a number the number line is left out, the red line stays.
    """

    mark: str
    number: str
    secrecy: str = ""
    urgency: str = ""


@dataclass(frozen=True, slots=True)
class SignOff:
    """Issuing organs (host first) and date under the body, right-hand; an empty date is left open."""

    organs: tuple[str, ...]
    date: str


@dataclass(frozen=True, slots=True)
class SignatureSide:
    """One column of a signature block: label, name, post that signs, seal place, date line."""

    label: str
    name: str
    signer: str
    seal: str  # words in the seal area, empty where nobody seals
    date: str  # a date with blanks


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Two columns side by side, never broken over pages."""

    sides: tuple[SignatureSide, ...]


@dataclass(frozen=True, slots=True)
class Imprint:
    """The foot of an official document: copies to, printing office and date of printing."""

    copied_to: str
    issued_by: str
    issued_on: str


Block = Title | Heading | Paragraph | Table | PageBreak | Head | SignOff | SignatureBlock | Imprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document, ready for every backend.

    ``foot`` are the small lines at the foot of each page (plan, revision, check code);
    ``state`` is printed on every page while the plan is a draft (草稿), empty once issued.
    """

    name: str  # file name without ending
    title: str
    language: str
    style: str  # house style
    blocks: tuple[Block, ...]
    plan_id: str
    revision: str
    content_hash: str
    state: str = ""
    foot: tuple[str, ...] = ()
    author: str = ""
    keywords: tuple[str, ...] = field(default=())


def plain_text(inlines: tuple[Inline, ...]) -> str:
    """The characters of inlines without their weights; a blank is a run of underscores."""
    parts: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text):
                parts.append(text)
            case Strong(children) | Emphasis(children):
                parts.append(plain_text(children))
            case LineBreak():
                parts.append("\n")
            case Blank(ems):
                parts.append("_" * max(1, round(ems)))
    return "".join(parts)
