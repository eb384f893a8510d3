"""Runs as PDF text: each character in the face that has it, at the place the composer gave it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Protocol, TypeVar, cast

from reportlab.pdfbase.ttfonts import TTFont

from luoshi.backends.pdf.operators import area, color, number
from luoshi.diagnostics import Language
from luoshi.document.style import FontClass
from luoshi.layout.pages import Area, Page, Run

_TOLERANCE = 0.002  # points that a character may stand off its place


class EmbeddingFace(Protocol):
    """A face that can be embedded."""

    @property
    def id(self) -> str:
        """The PostScript name, the same on every machine."""


_Face = TypeVar("_Face", bound=EmbeddingFace)


class EmbeddingFonts(Protocol[_Face]):
    """The part of a font book that painting needs; ``luoshi.fonts.FontBook`` is one."""

    def face_for(
        self,
        char: str,
        font_class: FontClass,
        language: Language,
        bold: bool = False,
        italic: bool = False,
    ) -> _Face | None:
        """The face for one character, after fallback; None when no font has it."""

    def embeddable(self, face: _Face, chars: frozenset[str]) -> bytes:
        """A small TrueType file with exactly these characters; same input, same bytes."""


@dataclass(slots=True)
class _Font:
    """One embedded font of one file: code and subset of each character, widths in ems."""

    ttf: Any  # reportlab's TTFont, which never enters its global registry
    codes: dict[str, tuple[int, int, float]]  # character -> subset, code, advance


class Lettering:
    """All fonts of one PDF file; made from the pages before the first one is painted."""

    def __init__(
        self, pages: Iterable[Page], language: str, fonts: EmbeddingFonts[Any], document: Any
    ) -> None:
        self._fonts = fonts
        self._language = cast("Language", language)
        self._document = document
        self._answers: dict[tuple[FontClass, bool, bool], dict[str, _Font | None]] = {}
        self._embed(pages)

    def operators(self, run: Run, height: float) -> Iterator[str]:
        """The operators of a run on a page of ``height`` points; boxes where no font has a glyph."""
        answers = self._answers[run.font, run.bold, run.italic]
        offsets = _offsets(run)
        start = 0
        while start < len(run.text):
            font = answers[run.text[start]]
            end = start + 1
            if font is None:
                yield area(_box(run, offsets[start]), height)
            else:
                subset = font.codes[run.text[start]][0]
                while (
                    not run.vertical
                    and end < len(run.text)
                    and answers[run.text[end]] is font
                    and font.codes[run.text[end]][0] == subset
                ):
                    end += 1
                yield self._shown(run, font, (start, end), offsets, height)
            start = end

    def _shown(
        self, run: Run, font: _Font, span: tuple[int, int], offsets: list[float], height: float
    ) -> str:
        start = span[0]
        name = font.ttf.getSubsetInternalName(font.codes[run.text[start]][0], self._document)
        down = offsets[start] if run.vertical else 0.0
        across = 0.0 if run.vertical else offsets[start]
        x, y = number(run.x + across), number(height - run.y - down)
        return (
            f"BT {color(run.color, 'rg')} {name} {number(run.size)} Tf "
            f"1 0 0 1 {x} {y} Tm {_glyphs(run, font, span)} ET"
        )

    def _embed(self, pages: Iterable[Page]) -> None:
        """Asks for the face of every character once, and embeds each face with all its characters."""
        wanted: dict[EmbeddingFace, set[str]] = {}
        chosen: dict[tuple[FontClass, bool, bool], dict[str, EmbeddingFace | None]] = {}
        for page in pages:
            for mark in page.marks:
                if isinstance(mark, Run):
                    known = chosen.setdefault((mark.font, mark.bold, mark.italic), {})
                    for char in mark.text:
                        if char not in known:
                            face = self._fonts.face_for(
                                char, mark.font, self._language, mark.bold, mark.italic
                            )
                            known[char] = face
                            if face is not None:
                                wanted.setdefault(face, set()).add(char)
        embedded = self._made(wanted)
        for wish, known in chosen.items():
            self._answers[wish] = {
                char: embedded[face] if face is not None else None for char, face in known.items()
            }

    def _made(self, wanted: dict[EmbeddingFace, set[str]]) -> dict[EmbeddingFace, _Font]:
        made: dict[EmbeddingFace, _Font] = {}
        names: set[str] = set()
        for face in sorted(wanted, key=lambda f: f.id):
            name = _unused(face.id, names)
            names.add(name)
            chars = "".join(sorted(wanted[face]))
            data = self._fonts.embeddable(face, frozenset(chars))
            made[face] = _font(name, data, chars, self._document)
        return made


def _unused(name: str, names: set[str]) -> str:
    count = 2
    free = name
    while free in names:
        free, count = f"{name}-{count}", count + 1
    return free


class _NamedFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A font whose map back to Unicode holds for rare characters too.

    reportlab writes code points above U+FFFF as five digits, and more than the hundred entries that
    one block of the map may have; copied text would be wrong.
    """

    def addObjects(self, doc: Any) -> None:  # noqa: N802  (reportlab's name)
        """Adds the font's objects to the file."""
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:") and self.fontName in name:
                stream.content = _repaired(stream.content)


_ENTRIES = re.compile(r"\d+ beginbfchar\n(.*)\nendbfchar", re.DOTALL)
_RARE = re.compile(r"<([0-9A-F]{5,6})>")
_MOST_ENTRIES = 100  # of one block, PDF 32000-1 section 9.10.3


def _repaired(cmap: str) -> str:
    found = _ENTRIES.search(cmap)
    if found is None:
        return cmap
    rows = _RARE.sub(_surrogates, found[1]).split("\n")
    blocks = [rows[i : i + _MOST_ENTRIES] for i in range(0, len(rows), _MOST_ENTRIES)]
    written = "\n".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks)
    return cmap[: found.start()] + written + cmap[found.end() :]


def _surrogates(found: re.Match[str]) -> str:
    return f"<{chr(int(found[1], 16)).encode('utf-16-be').hex().upper()}>"


def _font(name: str, data: bytes, chars: str, document: Any) -> _Font:
    # A BytesIO gives the font no path, so the name must tell fonts of one file apart.
    ttf = _NamedFont(name, BytesIO(data), shapable=False)
    ttf.face.name = name.encode()
    ttf.face.filename = name
    codes: dict[str, tuple[int, int, float]] = {}
    for char in chars:
        ((subset, code),) = ttf.splitString(char, document)
        codes[char] = (subset, code[0], ttf.face.getCharWidth(ord(char)) / 1000)
    return _Font(ttf, codes)


def _offsets(run: Run) -> list[float]:
    offsets, at = [], 0.0
    for advance in run.advances:
        offsets.append(at)
        at += advance
    return offsets


def _glyphs(run: Run, font: _Font, span: tuple[int, int]) -> str:
    """The show operator: one string where all gaps are equal, else strings with corrections."""
    start, end = span
    codes = [font.codes[char] for char in run.text[start:end]]
    gaps = [run.advances[start + i] - code[2] * run.size for i, code in enumerate(codes[:-1])]
    uniform = sum(gaps) / len(gaps) if gaps else 0.0
    drift = _TOLERANCE * max(1, len(gaps))
    if all(abs(gap - uniform) * len(gaps) <= drift for gap in gaps):
        spacing = "0" if abs(uniform) < 1e-4 else f"{uniform:.4f}"
        return f"{spacing} Tc <{''.join(f'{code[1]:02X}' for code in codes)}> Tj"
    return f"0 Tc [{_corrected(codes, gaps, run.size)}] TJ"


def _corrected(codes: list[tuple[int, int, float]], gaps: list[float], size: float) -> str:
    """Hexadecimal strings with corrections in thousandths; rounding does not add up."""
    parts = ["<"]
    owed = 0.0
    for code, gap in zip(codes, [*gaps, 0.0], strict=True):
        parts.append(f"{code[1]:02X}")
        owed += gap
        units = round(-owed / size * 1000)
        if units:
            owed += units * size / 1000
            parts.append(f">{units}<")
    return "".join([*parts, ">"]).replace("<>", "")


def _box(run: Run, offset: float) -> Area:
    side = 0.8 * run.size
    x = run.x + (0.0 if run.vertical else offset) + 0.1 * run.size
    y = run.y + (offset if run.vertical else 0.0) - side
    return Area(x, y, side, side, None, run.color, 0.6)
