"""CFF outlines turned into TrueType ones. The only file of the room that needs fontTools."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from typing import Any

import fontTools
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, TTLibError

from luoshi.fonts.face import Face
from luoshi.fonts.sfnt import BadFontError

# Names the tools in a cache: another recipe may give other bytes. Raise the number when this
# file changes what it makes.
RECIPE = f"1-{fontTools.version}"
_TOLERANCE = 0.002  # of an em: no difference to be seen at 600 dots an inch and 22 points


def convert(face: Face, glyphs: Iterable[int]) -> dict[int, bytes]:
    """Glyph number to its ``glyf`` entry; empty for a glyph without ink.

    Raises ``BadFontError`` for a face that breaks its format.
    """
    try:
        with TTFont(face.path, fontNumber=face.index, lazy=True) as font:
            shapes = font.getGlyphSet()
            error = _TOLERANCE * face.units_per_em
            return {glyph: _quadratic(shapes, font.getGlyphName(glyph), error) for glyph in glyphs}
    except (TTLibError, OSError, LookupError, ValueError, struct.error, AssertionError) as problem:
        raise BadFontError(face.path.name) from problem


def _quadratic(shapes: Mapping[str, Any], name: str, error: float) -> bytes:
    pen = TTGlyphPen(None)
    # PostScript outlines turn the other way; the pen reverses them as TrueType wants.
    shapes[name].draw(Cu2QuPen(pen, error, reverse_direction=True))
    glyph = pen.glyph()
    if not glyph.numberOfContours:
        return b""
    # The conversion moves the box: it is written into the entry here, and the writer takes the
    # left side bearing from it, else renderers shift every bracket sideways.
    glyph.recalcBounds(None)
    return bytes(glyph.compile(None, recalcBBoxes=False))
