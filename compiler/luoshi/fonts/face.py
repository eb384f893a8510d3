"""One face of one font file: which characters it has, and how wide they are."""

from __future__ import annotations

import hashlib
import re
import struct
from array import array
from functools import cached_property
from pathlib import Path

from luoshi.fonts.sfnt import Facts, Tables, read_advances, read_characters


class Face:
    """A face that may be embedded. Its tables are read when first asked for.

    ``id`` is the PostScript name, safe in a PDF and the same on every machine; ``family`` is the
    name for people. ``bold`` and ``italic`` say what the shapes are, not what was asked for.
    """

    def __init__(self, path: Path, facts: Facts, family: str) -> None:
        self.path = path
        self.index = facts.index
        self.family = family
        self.bold = facts.bold
        self.italic = facts.italic
        self.id = _safe(facts.postscript or family or path.stem)

    def __repr__(self) -> str:
        return f"Face({self.id})"

    def has(self, char: str) -> bool:
        """Whether the face has a glyph of its own for a character."""
        return ord(char) in self.glyph_by_code

    def advance(self, char: str) -> float:
        """The width of a character in ems, as the face has it; raises KeyError without a glyph."""
        return self.advance_of_glyph(self.glyph_by_code[ord(char)]) / self.units_per_em

    def advance_of_glyph(self, glyph: int) -> int:
        """The width of a glyph in font units."""
        return self._advances[min(glyph, len(self._advances) - 1)]

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the whole file, in hexadecimal."""
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    @cached_property
    def tables(self) -> Tables:
        """The tables of the face."""
        return Tables(self.path, self.index)

    @cached_property
    def glyph_by_code(self) -> dict[int, int]:
        """Code point to glyph number."""
        return read_characters(self.tables)

    @cached_property
    def units_per_em(self) -> int:
        """Font units in an em."""
        return int.from_bytes(self.tables.read("head")[18:20], "big")

    @property
    def ascent(self) -> float:
        """Top of the design box above the baseline, in ems (0.88 for most Chinese faces)."""
        return self._box[0] / self.units_per_em

    @property
    def descent(self) -> float:
        """Bottom of the design box, in ems, negative below the baseline (-0.12)."""
        return self._box[1] / self.units_per_em

    @cached_property
    def _box(self) -> tuple[int, int]:
        # The typographic values: hhea's hold line spacing in some faces, nonsense in others.
        if "OS/2" in self.tables:
            table = self.tables.read("OS/2")
            if len(table) >= 72:
                ascent, descent = struct.unpack(">hh", table[68:72])
                return ascent, -abs(descent)
        ascent, descent = struct.unpack(">hh", self.tables.read("hhea")[4:8])
        return ascent, -abs(descent)

    @cached_property
    def _advances(self) -> array[int]:
        return read_advances(self.tables)


def _safe(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9-]+", "", name)[:60] or (
        "Font-" + hashlib.sha256(name.encode()).hexdigest()[:8]
    )
