"""OpenType files read just far enough: names, metrics, characters. Pure Python, nothing imported.

A font that cannot be read this way is no use to us; readers raise ``BadFontError``.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from luoshi.diagnostics import LuoshiError

_NAME_IDS = {1: "family", 2: "style", 6: "postscript", 16: "family", 17: "style"}
# Platform and encoding of the character maps in Unicode, the widest first.
_SUBTABLES = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))


class BadFontError(LuoshiError):
    """A font file is gone, cut short, or breaks the rules of its format."""

    def __init__(self, name: str) -> None:
        super().__init__(
            {
                "zh-Hans": f"字体文件“{name}”读不出来。请重新安装这个字体，或者移走这个文件。",
                "zh-Hant": f"字型檔「{name}」無法讀取。請重新安裝這個字型，或移走這個檔案。",
                "en": f"The font file “{name}” cannot be read. Install the font again, or move the file away.",
            }
        )


@dataclass(frozen=True, slots=True)
class Facts:
    """What the index remembers of one face of a file.

    ``families`` holds the names in every language of the file. ``usable`` is False for variable
    fonts and for those whose maker forbids embedding or subsetting (OS/2 fsType).
    """

    index: int
    families: tuple[str, ...]
    postscript: str
    bold: bool
    italic: bool
    weight: int  # usWeightClass: 400 is regular, and so say some bold faces
    width: int  # usWidthClass: 5 is normal, less is condensed
    usable: bool


class Tables:
    """The tables of one face; each is read from disk when asked for."""

    def __init__(self, path: Path, index: int = 0) -> None:
        self.name = path.name
        self._path = path
        try:
            with path.open("rb") as file:
                self.sfnt_version, self._places = _directory(file, _offsets(file)[index])
        except (OSError, struct.error, IndexError, ValueError) as problem:
            raise BadFontError(path.name) from problem

    def __contains__(self, tag: str) -> bool:
        return tag in self._places

    def read(self, tag: str) -> bytes:
        """The bytes of a table; raises ``BadFontError`` when the face has none."""
        if tag not in self._places:
            raise BadFontError(self.name)
        offset, length = self._places[tag]
        try:
            with self._path.open("rb") as file:
                file.seek(offset)
                return file.read(length)
        except OSError as problem:
            raise BadFontError(self.name) from problem


def read_facts(path: Path) -> tuple[Facts, ...]:
    """What every face of a file says of itself; empty when the file is not one we can use."""
    try:
        with path.open("rb") as file:
            return tuple(_facts(file, index, offset) for index, offset in enumerate(_offsets(file)))
    except (OSError, struct.error, IndexError, ValueError):
        return ()


def _offsets(file: BinaryIO) -> tuple[int, ...]:
    head = file.read(12)
    if head[:4] != b"ttcf":
        return (0,)
    (count,) = struct.unpack(">L", head[8:12])
    if count > 256:
        raise ValueError("collection")
    return struct.unpack(f">{count}L", file.read(4 * count))


def _directory(file: BinaryIO, offset: int) -> tuple[bytes, dict[str, tuple[int, int]]]:
    file.seek(offset)
    version, count = struct.unpack(">4sH6x", file.read(12))
    if version not in (b"\0\1\0\0", b"OTTO", b"true"):
        raise ValueError("version")
    raw = file.read(16 * count)
    places = {
        tag.decode("latin-1"): (start, length)
        for tag, _, start, length in struct.iter_unpack(">4sLLL", raw)
    }
    return version, places


def _facts(file: BinaryIO, index: int, offset: int) -> Facts:
    _, places = _directory(file, offset)

    def read(tag: str) -> bytes:
        start, length = places.get(tag, (0, 0))
        file.seek(start)
        return file.read(length)

    names = list(_names(read("name")))
    style = " ".join(text for key, text in names if key == "style").lower()
    (mac_style,) = struct.unpack(">H", read("head")[44:46])
    weight, width, fs_type = struct.unpack(">HHH", read("OS/2")[4:10].ljust(6, b"\0"))
    return Facts(
        index=index,
        families=tuple(dict.fromkeys(text for key, text in names if key == "family")),
        postscript=next((text for key, text in names if key == "postscript"), ""),
        bold=bool(mac_style & 1) or "bold" in style or "black" in style or "heavy" in style,
        italic=bool(mac_style & 2) or "italic" in style or "oblique" in style,
        weight=weight or 400,
        width=width or 5,
        usable="fvar" not in places and _may_embed(fs_type) and _has_outlines(places),
    )


def _may_embed(fs_type: int) -> bool:
    restricted = fs_type & 0x000F == 0x0002
    return not restricted and not fs_type & 0x0300  # no subsetting; bitmaps only


def _has_outlines(places: dict[str, tuple[int, int]]) -> bool:
    return "glyf" in places or "CFF " in places


def _names(table: bytes) -> Iterator[tuple[str, str]]:
    """Family, style and PostScript names; the old Macintosh ones only where ASCII."""
    count, strings = struct.unpack(">HH", table[2:6])
    for at in range(6, 6 + 12 * count, 12):
        platform, _, _, key, length, start = struct.unpack(">6H", table[at : at + 12])
        raw = table[strings + start : strings + start + length]
        if key not in _NAME_IDS:
            continue
        text = raw.decode("latin-1" if platform == 1 else "utf-16-be", "replace")
        if platform != 1 or text.isascii():
            yield _NAME_IDS[key], text.strip("\0 ")


def read_characters(tables: Tables) -> dict[int, int]:
    """Code point to glyph number, from the widest Unicode subtable."""
    data = tables.read("cmap")
    try:
        return _subtable(data, _best_subtable(data))
    except (struct.error, IndexError, ValueError) as problem:
        raise BadFontError(tables.name) from problem


def _best_subtable(data: bytes) -> int:
    count = int.from_bytes(data[2:4], "big")
    records = struct.iter_unpack(">HHL", data[4 : 4 + 8 * count])
    at: dict[tuple[int, int], int] = {
        (platform, kind): offset for platform, kind, offset in records
    }
    for key in _SUBTABLES:
        if key in at:
            return at[key]
    raise ValueError("no Unicode cmap")


def _subtable(data: bytes, at: int) -> dict[int, int]:
    form = int.from_bytes(data[at : at + 2], "big")
    if form == 12:
        return _format12(data, at)
    if form == 4:
        return _format4(data, at)
    raise ValueError("cmap format")


def _format12(data: bytes, at: int) -> dict[int, int]:
    (groups,) = struct.unpack(">L", data[at + 12 : at + 16])
    glyph_by_code: dict[int, int] = {}
    for first, last, glyph in struct.iter_unpack(">LLL", data[at + 16 : at + 16 + 12 * groups]):
        if last > 0x10FFFF or last < first:
            raise ValueError("cmap group")
        glyphs = range(glyph, glyph + last - first + 1)
        glyph_by_code.update(zip(range(first, last + 1), glyphs, strict=True))
    return {code: glyph for code, glyph in glyph_by_code.items() if glyph}


def _format4(data: bytes, at: int) -> dict[int, int]:
    (double,) = struct.unpack(">H", data[at + 6 : at + 8])
    words = _words(data[at + 14 :])
    n = double // 2
    ends, starts = words[:n], words[n + 1 : 2 * n + 1]
    deltas, ranges = words[2 * n + 1 : 3 * n + 1], words[3 * n + 1 : 4 * n + 1]
    glyph_by_code: dict[int, int] = {}
    for i in range(n):
        for code in range(starts[i], min(ends[i], 0xFFFE) + 1):
            glyph = code
            if ranges[i]:
                glyph = words[3 * n + 1 + i + ranges[i] // 2 + code - starts[i]]
            if glyph or not ranges[i]:
                glyph = (glyph + deltas[i]) & 0xFFFF
            if glyph:
                glyph_by_code[code] = glyph
    return glyph_by_code


def _words(data: bytes) -> array[int]:
    words = array("H", data[: len(data) & ~1])
    if struct.pack("=H", 1) != struct.pack(">H", 1):
        words.byteswap()
    return words


def read_advances(tables: Tables) -> array[int]:
    """Advance widths in font units; glyphs past the end have the last one."""
    count = int.from_bytes(tables.read("hhea")[34:36], "big")
    advances = _words(tables.read("hmtx")[: 4 * count])[::2]
    if not advances:
        raise BadFontError(tables.name)
    return advances
