"""Small fonts drawn for the tests."""

from __future__ import annotations

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.basePen import BasePen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont


def _box(pen: BasePen, left: int, right: int) -> None:
    pen.moveTo((left, 0))
    pen.lineTo((left, 700))
    pen.lineTo((right, 700))
    pen.lineTo((right, 0))
    pen.closePath()


def draw_font(
    family: str,
    chars: str,
    *,
    style: str = "Regular",
    cff: bool = False,
    advance: int = 1000,
    fs_type: int = 0,
    weight: int = 400,
) -> TTFont:
    """A font with one box a character; the box of the n-th begins 10 n units from the left."""
    names = [".notdef", *(f"g{ord(char):04X}" for char in chars)]
    builder = FontBuilder(1000, isTTF=not cff)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(char): f"g{ord(char):04X}" for char in chars})
    if cff:
        strings = {}
        for n, name in enumerate(names):
            pen = T2CharStringPen(advance, None)
            _box(pen, 50 + 10 * n, 500)
            strings[name] = pen.getCharString()
        builder.setupCFF(f"{family}-{style}".replace(" ", ""), {}, strings, {})
    else:
        glyphs = {}
        for n, name in enumerate(names):
            pen = TTGlyphPen(None)
            _box(pen, 50 + 10 * n, 500)
            glyphs[name] = pen.glyph()
        builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (advance, 50 + 10 * n) for n, name in enumerate(names)})
    builder.setupHorizontalHeader(ascent=1160, descent=-288)
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWeightClass=weight, fsType=fs_type)
    builder.setupNameTable(
        {
            "familyName": family,
            "styleName": style,
            "psName": f"{family}-{style}".replace(" ", ""),
        }
    )
    builder.setupPost()
    return builder.font


def save(font: TTFont, path: Path) -> Path:
    """The font on disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    font.save(path)
    return path


def save_collection(fonts: list[TTFont], path: Path) -> Path:
    """Several fonts in one file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    collection = TTCollection()
    collection.fonts = fonts
    collection.save(path)
    return path
