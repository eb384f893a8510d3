"""A document as CommonMark (tables as pipe tables) that reads back to the same words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import assert_never

from luoshi.backends.flow import (
    Row,
    bracketed,
    copies_line,
    identity_lines,
    labelled,
    number_prefix,
    open_date,
    printable,
    printing_date,
    side_date,
    table_rows,
    text_runs,
)
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
    SignOff,
    Strong,
    Table,
    Text,
    Title,
)

# Every mark that can begin a construct inside a line; a backslash before it makes it a letter.
_MARKS = re.compile(r"([\\`*_\[\]<>&|~#!$])")
# What only begins something at the head of a line: list marks, rules, setext lines, definitions.
_LINE_START = re.compile(r"^(?:(\d{1,9})(?=[.)](?:\s|$)))?((?<=\d)[.)]|[-+=:])")
# A break with nothing after it would print its backslash.
_END_BREAKS = re.compile(r"(?:\\?[^\S\n]*\n[^\S\n]*)+$")
_LEVELS = 4


def emit_markdown(document: Document) -> str:
    """The document as Markdown: title ``#``, headings ``##`` to ``#####``, a last line of identity."""
    parts = [document.state and f"**{_escape_line(document.state)}**"]
    parts += [text for block in document.blocks for text in _block(block, document.language)]
    parts += ["---", _stacked(identity_lines(document))]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block, language: str) -> Iterator[str]:
    """The Markdown blocks of one block of the tree; those left empty are dropped by the caller."""
    match block:
        case Title(children):
            yield _heading(1, "", children)
        case Heading(level, number, children):
            step = min(max(level, 1), _LEVELS) + 1
            yield _heading(step, number_prefix(number, language), children)
        case Paragraph(children, style, number):
            text = _line((Text(number_prefix(number, language)), *children))
            yield f"> {text.replace(chr(10), chr(10) + '> ')}" if style == "quote" else text
        case Table():
            yield _escape_line(block.caption)
            yield _table(block)
        case PageBreak():
            yield "---"
        case Head(mark, number, secrecy, urgency):
            yield _stacked((secrecy, urgency, *mark.split("\n"), number))
        case SignOff(organs, date):
            yield _stacked((*organs, date or open_date(language)))
        case SignatureBlock():
            yield _signatures(block, language)
        case Imprint():
            office = f"{block.issued_by}\u3000{printing_date(block, language)}".strip("\u3000")
            copies = "".join(copies_line(block, language)) if block.copied_to else ""
            yield _stacked((copies, office))
        case _:
            assert_never(block)


def _heading(level: int, prefix: str, children: tuple[Inline, ...]) -> str:
    """A heading on one line; breaks within it become spaces, which the format leaves no choice."""
    text = _inlines((Text(prefix), *children)).replace("\\\n", " ").strip()
    return f"{'#' * level} {text}" if text else ""


def _stacked(lines: Iterable[str]) -> str:
    """Lines under each other in one paragraph."""
    return "\\\n".join(_escape_line(line) for line in lines if line.strip())


def _signatures(block: SignatureBlock, language: str) -> str:
    """A table with one column per side; a row of underscores where people write."""
    sides = block.sides
    if not sides:
        return ""
    rows = [
        [labelled(side.label, language) for side in sides],
        [side.name for side in sides],
        [side_date(side, language)[0] for side in sides],
        [bracketed(side.seal, language) for side in sides],
        [labelled(side.signer, language) + "_" * 12 for side in sides],
    ]
    dates = [side_date(side, language)[1] for side in sides]
    if any(dates):
        rows.append([f"{words} {'_' * 12}" if words else "" for words in dates])
    return _pipes([[_in_cell(_escape(text)) for text in row] for row in rows])


# --- tables -------------------------------------------------------------------------------------


def _table(block: Table) -> str:
    """A pipe table; spanned places stay empty; further head rows stand bold in the body."""
    head, body, columns = table_rows(block)
    rows = [_cells(row) for row in head[:1]] or [[""] * columns]
    rows += [_cells(row) for row in (*head[1:], *body)]
    return _pipes(rows)


def _cells(row: Row) -> list[str]:
    cells: list[str] = []
    for place in row:
        children = () if place.cell is None or place.continued else place.cell.children
        cells += [_in_cell(_inlines(children)), *[""] * (place.across - 1)]
    return cells


def _in_cell(text: str) -> str:
    """A pipe table has no line breaks but HTML's, and this output holds no HTML: a space parts them."""
    return " ".join(text.replace("\\\n", " ").split("\n")).strip()


def _pipes(rows: list[list[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])


# --- inlines ------------------------------------------------------------------------------------


def _line(children: tuple[Inline, ...]) -> str:
    """Inlines as one paragraph, whose lines begin with nothing that Markdown would take up."""
    lines = _inlines(children).split("\n")
    return "\n".join(_LINE_START.sub(_protect, line.strip()) for line in lines)


def _protect(found: re.Match[str]) -> str:
    """A backslash before the mark, or between a figure and the dot that would make it a list."""
    return f"{found[1] or ''}\\{found[2]}"


def _escape_line(text: str) -> str:
    return _line((Text(text),))


def _inlines(children: tuple[Inline, ...]) -> str:
    """Inlines with their weights where CommonMark can carry them; their words always.

    ``**“安全”**为先`` would print its asterisks: a mark beside punctuation opens only after a
    space or another mark. Such weights are left out, as are those that touch a weight before.
    """
    runs = _runs(children)
    made: list[str] = []
    weighed = False
    for index, (text, marker) in enumerate(runs):
        before = runs[index - 1][0][-1:] if index else ""
        after = runs[index + 1][0][:1] if index + 1 < len(runs) else ""
        weighed = bool(marker) and not weighed and _flanked(before, text, after)
        made.append(f"{marker}{text}{marker}" if weighed else text)
    return _END_BREAKS.sub("", "".join(made))


def _runs(children: tuple[Inline, ...]) -> list[tuple[str, str]]:
    """Escaped words with their marker; neighbours of one weight are joined."""
    made: list[tuple[str, str]] = []
    for leaf, strong, stressed in text_runs(children):
        text = _leaf(leaf)
        marker = "*" * (2 * strong + stressed) if isinstance(leaf, Text) else ""
        if made and made[-1][1] == marker:
            made[-1] = (made[-1][0] + text, marker)
        elif text:
            made.append((text, marker))
    return made


def _flanked(before: str, text: str, after: str) -> bool:
    """Whether markers round ``text`` open and close by the flanking rules of CommonMark 6.2."""
    starts = text[0].isspace() or text.startswith("\\\n")
    opens = not starts and (not _is_mark(text[0]) or _parts(before))
    closes = not text[-1].isspace() and (not _is_mark(text[-1]) or _parts(after))
    return opens and closes


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _parts(character: str) -> bool:
    """Whether a neighbour lets a marker beside punctuation open or close."""
    return not character or character.isspace() or unicodedata.category(character)[0] == "P"


def _leaf(leaf: Inline) -> str:
    match leaf:
        case Text(text):
            return _escape(text)
        case LineBreak():
            return "\\\n"
        case Blank(ems):
            return r"\_" * max(1, round(ems))
        case Strong() | Emphasis():
            raise AssertionError("text_runs leaves no nesting")
        case _:
            assert_never(leaf)


def _escape(text: str) -> str:
    return _MARKS.sub(r"\\\1", printable(text)).replace("\n", "\\\n")
