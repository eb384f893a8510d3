"""How many cells of a screen a text takes."""

from __future__ import annotations

import unicodedata

TAB = 4


def cells(text: str, ambiguous_wide: bool = False) -> int:
    """Screen cells of a text: wide characters 2, combining marks 0, a Tab 4, the rest 1.

    ``ambiguous_wide`` is for the consoles of GBK and Big5, where “ ” … · — and their like take 2.
    """
    if text.isascii() and "\t" not in text:
        return len(text)
    return sum(cell(char, ambiguous_wide) for char in text)


def cell(char: str, ambiguous_wide: bool = False) -> int:
    """Screen cells of one character."""
    if char == "\t":
        return TAB
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    kind = unicodedata.east_asian_width(char)
    return 2 if kind in ("W", "F") or (ambiguous_wide and kind == "A") else 1


# A line may not begin with these, nor end with those.
_NOT_FIRST = frozenset("，。、；：？！）〕】》〉”’」』％%…—·),.;:?!]}")
_NOT_LAST = frozenset("（〔【《〈“‘「『([{")


def wrap(text: str, width: int, indent: int = 0, ambiguous_wide: bool = False) -> list[str]:
    """Lines of a text, the first up to ``width`` cells, the others ``indent`` cells shorter.

    Numbers stay with the unit after them, words stay whole, no line begins with a closing mark.
    """
    lines, line, used, room = [], "", 0, max(width, 8)
    for piece in _pieces(text):
        size = cells(piece, ambiguous_wide)
        if line and used + cells(piece.rstrip(), ambiguous_wide) > room:
            lines.append(line.rstrip())
            line, used, room = "", 0, max(width - indent, 8)
            piece = piece.lstrip()  # noqa: PLW2901 (the space went with the line break)
            size = cells(piece, ambiguous_wide)
        line += piece
        used += size
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str) -> list[str]:
    """The text cut at every place where a line may end."""
    pieces = [""]
    for char in text:
        last = pieces[-1][-1:]
        if last and _may_break(last, char):
            pieces.append(char)
        else:
            pieces[-1] += char
    return pieces


def _may_break(before: str, after: str) -> bool:
    if after in _NOT_FIRST or before in _NOT_LAST or after == " ":
        return False
    if before == " ":
        return True
    if before.isdigit() and cell(after) == 2:
        return False
    return cell(before) == 2 or cell(after) == 2
