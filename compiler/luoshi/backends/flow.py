"""What the flowing backends (DOCX, HTML, Markdown) settle alike: gaps, labels, shares, bare marks.

Nothing here knows a format; each function turns a piece of the document tree into words or
numbers, so that the three formats carry the same text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from luoshi.document.tree import (
    Block,
    Cell,
    Document,
    Emphasis,
    Imprint,
    Inline,
    Paragraph,
    SignatureSide,
    Strong,
    Table,
    Text,
)

# XML 1.0 section 2.2: what no well-formed document can carry; surrogates cannot be encoded either.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029]")

_COPIES = {"zh-Hans": "抄送", "zh-Hant": "副本", "en": "cc"}
_PRINTED = {"zh-Hans": "印发", "zh-Hant": "印發", "en": ""}
_OPEN_DATE = {"zh-Hans": "年月日", "zh-Hant": "年月日"}
_PLAN = {"zh-Hans": "方案", "zh-Hant": "計畫", "en": "Plan"}
_CHECK_CODE = {"zh-Hans": "核对码", "zh-Hant": "核對碼", "en": "Check code"}


def is_chinese(language: str) -> bool:
    """Whether faces, gaps and marks follow Chinese habits (zh-Hans and zh-Hant)."""
    return language.startswith("zh")


def printable(text: str) -> str:
    """The text without characters that XML forbids, every kind of line end as one newline."""
    return _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text))


def ems(text: str) -> float:
    """The width of ``text`` in characters of its own size: full-width 1, others one half."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text)


def number_prefix(number: str, language: str) -> str:
    """``number`` with the gap that parts it from its text.

    Chinese numbers carry their own mark (一、 （一） 1. ①) and take no gap; words such as 第一条 take
    a full-width space; English takes a space.
    """
    if not number:
        return ""
    if not is_chinese(language):
        return f"{number} "
    last = number[-1]
    return f"{number}\u3000" if last.isalpha() and not last.isascii() else number


def labelled(label: str, language: str) -> str:
    """``label`` ending with a colon of its language; an empty label stays empty."""
    if not label or label.endswith(("：", ":")):
        return label
    return f"{label}：" if is_chinese(language) else f"{label}:"


def bracketed(word: str, language: str) -> str:
    """``word`` in the brackets of a place to be filled by a seal: 〔印章位置〕, [seal]."""
    if not word or word[0] in "〔[（(":
        return word
    return f"〔{word}〕" if is_chinese(language) else f"[{word}]"


def open_date(language: str) -> str:
    """A date left to be written by hand; blanks of 4, 2 and 2 characters (sheet R-14)."""
    marks = _OPEN_DATE.get(language)
    if marks is None:
        return "\u00a0" * 16
    return "".join("\u3000" * width + mark for width, mark in zip((4, 2, 2), marks, strict=True))


def side_date(side: SignatureSide, language: str) -> tuple[str, str]:
    """The date under a side's name, and the label of one that has a rule of its own below.

    Chinese leaves blanks in the date itself; English writes it on a rule under the signer's.
    """
    if side.date or is_chinese(language):
        return side.date or open_date(language), ""
    return "", "Date:"


def copies_line(imprint: Imprint, language: str) -> tuple[str, str]:
    """Label with colon and list of the copies, apart, since turnovers align with the list (G-114)."""
    label = labelled(_COPIES.get(language, _COPIES["en"]), language)
    for mark in ("：", ":"):
        head, found, rest = imprint.copied_to.partition(mark)
        if found and head in _COPIES.values():
            return head + mark, rest.strip()
    gap = "" if is_chinese(language) else " "
    return label + gap, imprint.copied_to


def printing_date(imprint: Imprint, language: str) -> str:
    """The date of printing with its verb (印发) after it, once (G-116)."""
    verb = _PRINTED.get(language, "")
    date = imprint.issued_on
    return date if not date or date.endswith(verb) else date + verb


def identity_lines(document: Document) -> tuple[str, ...]:
    """The lines that say which plan, revision and content a page was made from.

    The document's own foot lines come first; what they leave out is added, so that no page of any
    format is without it.
    """
    said = " ".join(document.foot).casefold()
    language = document.language
    short = short_hash(document.content_hash)
    parts = [
        (document.plan_id, f"{_PLAN.get(language, 'Plan')} {document.plan_id}"),
        (document.revision, document.revision),
        (short, f"{_CHECK_CODE.get(language, 'Check code')} {short}"),
    ]
    missing = [words for value, words in parts if value and value.casefold() not in said]
    gap = "\u3000" if is_chinese(language) else " · "
    return (*document.foot, *((gap.join(missing),) if missing else ()))


def short_hash(content_hash: str) -> str:
    """The first eight digits of a content hash as people read them: ``3f9c·2e1a``."""
    digits = content_hash.rpartition(":")[2][:8]
    return f"{digits[:4]}·{digits[4:]}" if len(digits) == 8 else digits


def shares(widths: Sequence[float], columns: int, total: int) -> tuple[int, ...]:
    """``total`` units parted by ``widths``; whole numbers that sum to exactly ``total``.

    Columns beyond the given widths, or with a width of nought, count as one share each.
    """
    given = [widths[i] if i < len(widths) and widths[i] > 0 else 0.0 for i in range(columns)]
    mean = sum(given) / max(1, sum(1 for w in given if w)) or 1.0
    given = [w or mean for w in given]
    edges = [round(total * sum(given[:i]) / sum(given)) for i in range(columns + 1)]
    return tuple(right - left for left, right in pairwise(edges))


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a table grid: a cell that begins here, or goes on from the row above.

    ``cell`` is None where the author's rows leave a hole.
    """

    cell: Cell | None
    across: int
    down: int = 1  # rows from here on, this one included
    continued: bool = False


Row = tuple[Place, ...]


def grid(rows: Sequence[Sequence[Cell]], columns: int) -> Iterator[Row]:
    """Every row of a table as places whose ``across`` sum to ``columns``; spans are cut to fit."""
    open_cells: dict[int, tuple[Cell, int, int]] = {}  # column -> cell, across, rows left
    for index, row in enumerate(rows):
        waiting = list(row)
        places: list[Place] = []
        column = 0
        while column < columns:
            if column in open_cells:
                cell, across, left = open_cells.pop(column)
                places.append(Place(cell, across, left, continued=True))
            else:
                room = _room(column, columns, open_cells)
                found = waiting.pop(0) if waiting else None
                cell = found or Cell(())
                across = max(1, min(cell.across, room))
                left = min(cell.down, len(rows) - index)
                places.append(Place(found, across, left))
            if left > 1:
                open_cells[column] = (cell, across, left - 1)
            column += across
        yield tuple(places)


def _room(column: int, columns: int, open_cells: dict[int, tuple[Cell, int, int]]) -> int:
    """How many columns are free from ``column`` on."""
    taken = [c for c in open_cells if c > column]
    return (min(taken) if taken else columns) - column


def _reach(rows: Sequence[Sequence[Cell]]) -> int:
    """The number of columns that ``rows`` need, spans from above included."""
    taken: list[int] = []  # per column: rows for which a cell from above still stands there
    most = 0
    for row in rows:
        column = 0
        taken = [max(0, left - 1) for left in taken]
        for cell in row:
            while column < len(taken) and taken[column]:
                column += 1
            end = column + max(1, cell.across)
            taken += [0] * (end - len(taken))
            taken[column:end] = [max(left, cell.down) for left in taken[column:end]]
            column = end
        most = max(most, len(taken))
    return most


def table_rows(table: Table) -> tuple[tuple[Row, ...], tuple[Row, ...], int]:
    """Head and body of a table as places, and the number of columns; no span leaves the head."""
    columns = max(1, len(table.widths), _reach(table.head), _reach(table.rows))
    return tuple(grid(table.head, columns)), tuple(grid(table.rows, columns)), columns


def text_runs(
    inlines: tuple[Inline, ...], strong: bool = False, stressed: bool = False
) -> Iterator[tuple[Inline, bool, bool]]:
    """Inlines without nesting: each leaf with whether it is strong and whether it is stressed."""
    for inline in inlines:
        match inline:
            case Strong(children):
                yield from text_runs(children, True, stressed)
            case Emphasis(children):
                yield from text_runs(children, strong, True)
            case _:
                yield inline, strong, stressed


def is_paragraph(block: Block | None, *styles: str) -> bool:
    """Whether ``block`` is a paragraph in one of ``styles``."""
    return isinstance(block, Paragraph) and block.style in styles


def with_number(number: str, children: tuple[Inline, ...], language: str) -> tuple[Inline, ...]:
    """The children with their printed number as the first text."""
    prefix = number_prefix(number, language)
    return (Text(prefix), *children) if prefix else children
