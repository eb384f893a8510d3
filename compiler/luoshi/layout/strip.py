"""A strip: the characters of one paragraph with their looks, advances and atoms, before breaking."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from luoshi.document.style import TextStyle
from luoshi.document.tree import Blank, Emphasis, Inline, LineBreak, Strong, Text
from luoshi.layout.classes import AVOIDED, INVISIBLE, Atom, Breaking, Kind, cut, is_full
from luoshi.layout.metrics import Look, Measure

BLANK_CHAR = "\ufffc"  # stands for a rule to write on
# Where a narrow glyph stands in its em: 0 at the left, 1 at the right; others in the middle.
_NARROW_MARKS = {"“": 1.0, "‘": 1.0, "”": 0.0, "’": 0.0}
_ROUNDING = (
    0.08  # of a quarter cell: what a Latin run may stick out without taking the next quarter
)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a strip is set: characters take ``cell`` points per em; ``grid`` rounds to quarter cells."""

    cell: float
    grid: bool
    breaking: Breaking
    squeeze_marks: bool = True  # marks stand at one side of their em and may lose the other half


@dataclass(frozen=True, slots=True)
class Strip:
    """One paragraph without forced breaks; all sequences run over atoms, but ``looks`` over characters."""

    text: str
    looks: Sequence[Look]
    advances: Sequence[float]  # of each character, in points
    insets: dict[int, float]  # character -> shift of a narrow glyph inside its full cell
    atoms: Sequence[Atom]
    widths: Sequence[float]
    pads: Sequence[float]  # of each Latin atom: room in its quarter cells
    setting: Setting

    @property
    def natural(self) -> float:
        """The width of the whole strip, unbroken."""
        return sum(self.widths)


def strips(
    inlines: tuple[Inline, ...],
    style: TextStyle,
    looks: Looks,
    measure: Measure,
    setting: Setting,
) -> list[Strip]:
    """The strips of a paragraph, parted at the breaks its author asked for; at least one."""
    made: list[Strip] = []
    parts: list[tuple[str, Look, float]] = []
    for text, look, blank in _leaves(inlines, looks.base(style), looks):
        lines = text.split("\n")
        for index, line in enumerate(lines):
            if index:
                made.append(_strip(parts, measure, setting))
                parts = []
            if line:
                parts.append((line, look, blank))
    made.append(_strip(parts, measure, setting))
    return made


@dataclass(frozen=True, slots=True)
class Looks:
    """How strong and stressed words change the look of a text."""

    strong: TextStyle
    emphasis: TextStyle
    chinese: bool

    def base(self, style: TextStyle) -> Look:
        """The look of plain words in a style."""
        return Look(style.font, style.size.points, style.bold, style.italic, style.color)

    def changed(self, look: Look, by: TextStyle) -> Look:
        """A look under weight or stress: another face in Chinese, bold or italic in English."""
        if self.chinese:
            return replace(look, font=by.font)
        return replace(look, bold=look.bold or by.bold, italic=look.italic or by.italic)


def _leaves(
    inlines: tuple[Inline, ...], look: Look, looks: Looks
) -> Iterator[tuple[str, Look, float]]:
    for inline in inlines:
        match inline:
            case Text(text):
                yield _clean(text), look, 0.0
            case Strong(children):
                yield from _leaves(children, looks.changed(look, looks.strong), looks)
            case Emphasis(children):
                yield from _leaves(children, looks.changed(look, looks.emphasis), looks)
            case LineBreak():
                yield "\n", look, 0.0
            case Blank(ems):
                yield BLANK_CHAR, look, ems


def _clean(text: str) -> str:
    text = text.translate(INVISIBLE)
    if text.isprintable():
        return text
    return "".join(c if c >= " " or c == "\n" else " " for c in text.replace("\r\n", "\n"))


def _strip(parts: list[tuple[str, Look, float]], measure: Measure, setting: Setting) -> Strip:
    text = "".join(part for part, _, _ in parts)
    looks: list[Look] = []
    advances: list[float] = []
    insets: dict[int, float] = {}
    for part, look, blank in parts:
        scale = setting.cell if setting.grid else look.size
        if blank:
            advances.append(blank * scale)
        else:
            advances += [ems * scale for ems in measure.advances(part, look, text)]
        looks += [look] * len(part)
    atoms = cut(text, setting.breaking)
    if setting.breaking != "latin":
        _fill_cells(text, looks, advances, insets, setting)
    widths = [sum(advances[a.start : a.end]) for a in atoms]
    pads = [0.0] * len(atoms)
    if setting.grid:
        _round_to_quarters(atoms, widths, pads, setting.cell)
    return Strip(text, looks, advances, insets, atoms, widths, pads, setting)


def _fill_cells(
    text: str,
    looks: list[Look],
    advances: list[float],
    insets: dict[int, float],
    setting: Setting,
) -> None:
    """Gives every full-width character its whole em, whatever its face says (K-10, K-13)."""
    for i, char in enumerate(text):
        if is_full(char) and char != BLANK_CHAR:
            full = setting.cell if setting.grid else looks[i].size
            room = full - advances[i]
            if abs(room) > 0.001 * full:
                insets[i] = room * _NARROW_MARKS.get(char, 0.5)
                advances[i] = full


def _round_to_quarters(
    atoms: Sequence[Atom], widths: list[float], pads: list[float], cell: float
) -> None:
    for i, atom in enumerate(atoms):
        near = (*atoms[max(0, i - 1) : i], *atoms[i + 1 : i + 2])
        if atom.kind is Kind.LATIN and all(other.kind is not Kind.LATIN for other in near):
            quarters = math.ceil(widths[i] / cell * 4 - _ROUNDING)
            pads[i] = max(0.0, quarters * cell / 4 - widths[i])
            widths[i] += pads[i]


def parted(strip: Strip, limit: float) -> Strip:
    """The strip with every word wider than ``limit`` cut into characters, so that it can be broken."""
    if max(strip.widths, default=0.0) <= limit:
        return strip
    atoms: list[Atom] = []
    widths: list[float] = []
    pads: list[float] = []
    for atom, width, pad in zip(strip.atoms, strip.widths, strip.pads, strict=True):
        if width <= limit or atom.end - atom.start == 1:
            atoms.append(atom)
            widths.append(width)
            pads.append(pad)
            continue
        for i in range(atom.start, atom.end):
            atoms.append(Atom(i, i + 1, atom.kind, atom.cost if i == atom.start else AVOIDED))
            widths.append(strip.advances[i])
            pads.append(0.0)
    return replace(strip, atoms=atoms, widths=widths, pads=pads)
