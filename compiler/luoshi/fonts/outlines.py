"""Glyphs of a face as TrueType outlines: taken as they are, or converted from CFF and kept.

Converting a glyph takes about a millisecond, so converted ones are kept in one cache file a face,
named by the content of the font and the tools that convert. A cache that is missing, cut short
or changed is only slower, never different.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from luoshi.fonts.face import Face
from luoshi.fonts.index import write_whole
from luoshi.fonts.sfnt import BadFontError

_INSTRUCTED = 0x0100
_MORE = 0x0020


def read_outlines(face: Face, glyphs: Iterable[int], cache: Path | None) -> dict[int, bytes]:
    """Glyph number to its ``glyf`` entry without hints; parts of composites are in it too.

    An empty entry is a glyph without ink. Raises ``BadFontError`` for a face that breaks its format.
    """
    if "glyf" in face.tables:
        return _true_type(face, glyphs)
    return _converted(face, sorted(set(glyphs)), cache)


def _true_type(face: Face, glyphs: Iterable[int]) -> dict[int, bytes]:
    outlines = face.tables.read("glyf")
    place_of = _places(face)
    entries: dict[int, bytes] = {}
    waiting = list(glyphs)
    while waiting:
        glyph = waiting.pop()
        if glyph in entries:
            continue
        try:
            start, end = place_of(glyph)
        except struct.error:
            raise BadFontError(face.path.name) from None
        entry = outlines[start:end]
        entries[glyph], parts = _without_hints(entry)
        waiting.extend(parts)
    return entries


def _places(face: Face) -> Callable[[int], tuple[int, int]]:
    """Start and end of a glyph's entry by its number, which raises ``struct.error`` for no glyph.

    Looked up one by one: a face has thirty thousand glyphs, a letter uses three hundred.
    """
    data = face.tables.read("loca")
    if face.tables.read("head")[50:52] == b"\0\0":

        def halved(glyph: int) -> tuple[int, int]:
            start, end = struct.unpack_from(">HH", data, 2 * glyph)
            return 2 * start, 2 * end

        return halved

    def whole(glyph: int) -> tuple[int, int]:
        start, end = struct.unpack_from(">LL", data, 4 * glyph)
        return start, end

    return whole


def _without_hints(entry: bytes) -> tuple[bytes, list[int]]:
    """The entry without instructions, and the glyphs it is made of if it is a composite."""
    if len(entry) < 10:
        return b"", []
    (contours,) = struct.unpack(">h", entry[:2])
    if contours < 0:
        return _composite_without_hints(entry)
    at = 10 + 2 * contours
    (length,) = struct.unpack(">H", entry[at : at + 2])
    return entry[:at] + b"\0\0" + entry[at + 2 + length :], []


def _composite_without_hints(entry: bytes) -> tuple[bytes, list[int]]:
    kept = bytearray(entry)
    parts = []
    for at, flags, part in component_places(entry):
        kept[at : at + 2] = struct.pack(">H", flags & ~_INSTRUCTED)
        parts.append(part)
        end = at + component_size(flags)
    return bytes(kept[:end]), parts


def component_places(entry: bytes) -> Iterable[tuple[int, int, int]]:
    """Offset, flags and glyph number of every component of a composite entry."""
    at, flags = 10, _MORE
    while flags & _MORE:
        flags, part = struct.unpack(">HH", entry[at : at + 4])
        yield at, flags, part
        at += component_size(flags)


def component_size(flags: int) -> int:
    """Bytes that a component takes: the words it has depend on its flags."""
    matrix = 2 if flags & 0x0008 else 4 if flags & 0x0040 else 8 if flags & 0x0080 else 0
    return 4 + (4 if flags & 0x0001 else 2) + matrix


def _converted(face: Face, glyphs: list[int], cache: Path | None) -> dict[int, bytes]:
    from luoshi.fonts import convert  # noqa: PLC0415 - brings fontTools, which most runs spare

    file = cache / "glyphs" / f"{face.digest}-{face.index}-{convert.RECIPE}" if cache else None
    known = _load(file) if file else {}
    missing = [glyph for glyph in glyphs if glyph not in known]
    if missing:
        new = convert.convert(face, missing)
        known = {**known, **new}
        if file:  # another process may have added its own meanwhile
            write_whole(file, _dump({**_load(file), **known}))
    return {glyph: known[glyph] for glyph in glyphs}


def _dump(entries: Mapping[int, bytes]) -> bytes:
    order = sorted(entries)
    head = b"".join(struct.pack(">HL", glyph, len(entries[glyph])) for glyph in order)
    body = struct.pack(">L", len(order)) + head + b"".join(entries[glyph] for glyph in order)
    return body + struct.pack(">L", zlib.crc32(body))


def _load(file: Path) -> dict[int, bytes]:
    try:
        data = file.read_bytes()
    except OSError:
        return {}
    if len(data) < 8 or zlib.crc32(data[:-4]) != int.from_bytes(data[-4:], "big"):
        return {}
    (count,) = struct.unpack(">L", data[:4])
    at = 4 + 6 * count
    entries = {}
    for glyph, length in struct.iter_unpack(">HL", data[4:at]):
        entries[glyph] = data[at : at + length]
        at += length
    return entries
