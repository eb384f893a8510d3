"""A small TrueType file with some characters of a face, written table by table.

Written by hand because the bytes must depend on nothing but the face and the characters, and
because a document needs some twenty of these: no time stamp, no cache, no order from outside.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

from luoshi.fonts.face import Face
from luoshi.fonts.outlines import component_places, read_outlines


def embeddable(face: Face, chars: frozenset[str], cache: Path | None = None) -> bytes:
    """A font file whose cmap holds exactly those of ``chars`` that the face has.

    The same face and characters give the same bytes, whatever the cache holds. Raises
    ``BadFontError`` for a face that breaks its format.
    """
    old_by_code = _wanted(face, chars)
    entries = read_outlines(face, {0, *old_by_code.values()}, cache)
    order = _glyph_order(old_by_code, entries)
    new_by_old = {old: new for new, old in enumerate(order)}
    glyphs = [_renumbered(entries[old], new_by_old) for old in order]
    metrics = [(face.advance_of_glyph(old), _side_bearing(entries[old])) for old in order]
    new_by_code = {code: new_by_old[old] for code, old in old_by_code.items()}
    return _assemble(_tables(face, glyphs, metrics, new_by_code))


def _wanted(face: Face, chars: frozenset[str]) -> dict[int, int]:
    known = face.glyph_by_code
    return {code: known[code] for code in sorted(map(ord, chars)) if code in known}


def _glyph_order(old_by_code: Mapping[int, int], entries: Mapping[int, bytes]) -> list[int]:
    """The empty box first, as the format demands; then by code point; parts of composites last."""
    named = dict.fromkeys([0, *old_by_code.values()])
    return [*named, *sorted(entries.keys() - named.keys())]


def _renumbered(entry: bytes, new_by_old: Mapping[int, int]) -> bytes:
    if entry[:1] < b"\x80":
        return entry
    copy = bytearray(entry)
    for at, _, part in component_places(entry):
        copy[at + 2 : at + 4] = struct.pack(">H", new_by_old[part])
    return bytes(copy)


def _side_bearing(entry: bytes) -> int:
    """The left side bearing is xMin: anything else shifts the glyph when it is drawn."""
    return int.from_bytes(entry[2:4], "big", signed=True) if entry else 0


def _tables(
    face: Face,
    glyphs: Sequence[bytes],
    metrics: Sequence[tuple[int, int]],
    new_by_code: Mapping[int, int],
) -> dict[bytes, bytes]:
    box = _bounds(glyphs)
    places, outlines = _outlines(glyphs)
    return {
        b"OS/2": _os2(face, new_by_code),
        b"cmap": _cmap(new_by_code),
        b"glyf": outlines,
        b"head": _head(face, box),
        b"hhea": _hhea(face, box, metrics),
        b"hmtx": b"".join(struct.pack(">Hh", *pair) for pair in metrics),
        b"loca": places,
        b"maxp": _maxp(glyphs),
        b"name": _name(face),
        b"post": struct.pack(">LLhhLLLLL", 0x00030000, 0, -100, 50, 0, 0, 0, 0, 0),
    }


def _bounds(glyphs: Sequence[bytes]) -> tuple[int, int, int, int]:
    boxes = [struct.unpack(">4h", glyph[2:10]) for glyph in glyphs if glyph] or [(0, 0, 0, 0)]
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _outlines(glyphs: Sequence[bytes]) -> tuple[bytes, bytes]:
    places, at = [0], 0
    padded = [glyph + bytes(-len(glyph) % 4) for glyph in glyphs]
    for glyph in padded:
        at += len(glyph)
        places.append(at)
    return struct.pack(f">{len(places)}L", *places), b"".join(padded)


def _head(face: Face, box: tuple[int, int, int, int]) -> bytes:
    style = face.bold | face.italic << 1
    made = 3_600_000_000  # 2018, like any fixed day: the file must not know when it was made
    return struct.pack(
        ">LLLLHHqq4hHHhhh",
        0x00010000, 0x00010000, 0, 0x5F0F3CF5, 0x000B, face.units_per_em, made, made,
        *box, style, 8, 2, 1, 0,
    )  # fmt: skip


def _hhea(face: Face, box: tuple[int, int, int, int], metrics: Sequence[tuple[int, int]]) -> bytes:
    ascent, descent = _vertical(face)
    widest = max(advance for advance, _ in metrics)
    return struct.pack(
        ">LhhhHhhhhhhhhhhhH",
        0x00010000, ascent, descent, 0, widest, box[0], 0, box[2], 1, 0, 0, 0, 0, 0, 0, 0,
        len(metrics),
    )  # fmt: skip


def _vertical(face: Face) -> tuple[int, int]:
    return round(face.ascent * face.units_per_em), round(face.descent * face.units_per_em)


def _maxp(glyphs: Sequence[bytes]) -> bytes:
    points = contours = 0
    parts = 0
    for glyph in filter(None, glyphs):
        (count,) = struct.unpack(">h", glyph[:2])
        if count < 0:
            parts = max(parts, sum(1 for _ in component_places(glyph)))
        elif count:
            contours = max(contours, count)
            (last,) = struct.unpack(">H", glyph[8 + 2 * count : 10 + 2 * count])
            points = max(points, last + 1)
    depth = 4 if parts else 0  # an upper bound: renderers only size their stack by it
    return struct.pack(
        ">L14H", 0x00010000, len(glyphs), points, contours,
        points * max(parts, 1), contours * max(parts, 1), 1, 0, 0, 0, 0, 0, 0, parts, depth,
    )  # fmt: skip


def _os2(face: Face, new_by_code: Mapping[int, int]) -> bytes:
    source = face.tables.read("OS/2") if "OS/2" in face.tables else b""
    rights = source[8:10] or b"\0\0"  # what the maker allows goes along with the glyphs
    panose = source[32:42].ljust(10, b"\0")
    ascent, descent = _vertical(face)
    em = face.units_per_em
    codes = [code for code in new_by_code if code <= 0xFFFF] or [0]
    selection = 0x20 * face.bold | 0x01 * face.italic or 0x40
    script = [em // 2, em // 2, 0, em // 8, em // 2, em // 2, 0, em // 3, em // 20, em // 4]
    return b"".join(
        (
            struct.pack(">HhHH", 4, em, 700 if face.bold else 400, 5), rights,
            struct.pack(">10hh", *script, 0), panose, bytes(16), b"NONE",
            struct.pack(">HHH", selection, min(codes), max(codes)),
            struct.pack(">hhhHH", ascent, descent, 0, max(ascent, 0), max(-descent, 0)),
            bytes(8), struct.pack(">hhHHH", em // 2, em * 7 // 10, 0, 32, 1),
        )
    )  # fmt: skip


def _cmap(new_by_code: Mapping[int, int]) -> bytes:
    """Two subtables: every character in format 12, those of the first plane in format 4."""
    runs = _runs(new_by_code)
    low = _runs({code: glyph for code, glyph in new_by_code.items() if code < 0xFFFF})
    short = _format4(low)
    long = struct.pack(">HHLLL", 12, 0, 16 + 12 * len(runs), 0, len(runs)) + b"".join(
        struct.pack(">LLL", *run) for run in runs
    )
    if short is None:  # more runs than the old format can hold
        return struct.pack(">HHHHL", 0, 1, 3, 10, 12) + long
    heads = struct.pack(">HHHHLHHL", 0, 2, 3, 1, 20, 3, 10, 20 + len(short))
    return heads + short + long


def _runs(glyph_by_code: Mapping[int, int]) -> list[tuple[int, int, int]]:
    """First code, last code, first glyph of every stretch in which both rise by one."""
    runs: list[tuple[int, int, int]] = []
    for code in sorted(glyph_by_code):
        glyph = glyph_by_code[code]
        if runs and code == runs[-1][1] + 1 and glyph - runs[-1][2] == code - runs[-1][0]:
            runs[-1] = (runs[-1][0], code, runs[-1][2])
        else:
            runs.append((code, code, glyph))
    return runs


def _format4(runs: Sequence[tuple[int, int, int]]) -> bytes | None:
    segments = [*runs, (0xFFFF, 0xFFFF, 0)]
    n = len(segments)
    if 16 + 8 * n > 0xFFFF:
        return None
    power = 1 << (n.bit_length() - 1)
    head = (4, 16 + 8 * n, 0, 2 * n, 2 * power, power.bit_length() - 1, 2 * (n - power))
    starts, ends, firsts = zip(*segments, strict=True)
    deltas = [(glyph - start) & 0xFFFF for start, glyph in zip(starts, firsts, strict=True)]
    deltas[-1] = 1  # the last segment of the format must lead to glyph 0
    return struct.pack(f">7H{n}HH{n}H{n}H{n}H", *head, *ends, 0, *starts, *deltas, *[0] * n)


def _name(face: Face) -> bytes:
    style = ("Bold " if face.bold else "") + ("Italic" if face.italic else "")
    texts = {1: face.id, 2: style.strip() or "Regular", 3: face.id, 4: face.id, 6: face.id}
    records, strings = b"", b""
    for key, text in texts.items():
        raw = text.encode("utf-16-be")
        records += struct.pack(">6H", 3, 1, 0x0409, key, len(raw), len(strings))
        strings += raw
    return struct.pack(">HHH", 0, len(texts), 6 + 12 * len(texts)) + records + strings


def _assemble(tables: Mapping[bytes, bytes]) -> bytes:
    n = len(tables)
    power = 1 << (n.bit_length() - 1)
    head = struct.pack(
        ">LHHHH", 0x00010000, n, 16 * power, power.bit_length() - 1, 16 * (n - power)
    )
    at = 12 + 16 * n
    entries, body, head_at = b"", [], 0
    for tag in sorted(tables):
        data = tables[tag]
        head_at = at if tag == b"head" else head_at
        entries += struct.pack(">4sLLL", tag, _checksum(data), at, len(data))
        body.append(data + bytes(-len(data) % 4))
        at += len(body[-1])
    file = bytearray(head + entries + b"".join(body))
    adjustment = (0xB1B0AFBA - _checksum(bytes(file))) & 0xFFFFFFFF
    file[head_at + 8 : head_at + 12] = struct.pack(">L", adjustment)
    return bytes(file)


def _checksum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF
