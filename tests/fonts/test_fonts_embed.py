"""The small font file in a PDF: what is in it, and that its bytes never change."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from font_drawing import draw_font, save
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont as ReportlabFont
from reportlab.pdfgen.canvas import Canvas

from luoshi.fonts import BadFontError, Face, FontBook
from luoshi.fonts.sfnt import read_facts

TEXT = "责任书（2026）〔〕《》“校园安全”——①〇、。A☑"


def drawn(tmp_path: Path, cff: bool, cache: str | None = None) -> tuple[FontBook, Face]:
    save(draw_font("FandolFang", "甲乙丙丁\U00020000", cff=cff), tmp_path / "system/a.otf")
    found = FontBook.of((), (tmp_path / "system",), tmp_path / cache if cache else None)
    return found, found.chain("fangsong", "zh-Hans")[0]


def opened(data: bytes) -> TTFont:
    return TTFont(io.BytesIO(data), checkChecksums=2)


def by_face(book: FontBook, text: str) -> dict[Face, frozenset[str]]:
    faces = {char: book.face_for(char, "fangsong", "zh-Hans") for char in text}
    return {
        face: frozenset(char for char in faces if faces[char] is face)
        for face in faces.values()
        if face
    }


@pytest.mark.parametrize("cff", [False, True])
def test_it_holds_exactly_the_characters_asked_for(tmp_path: Path, cff: bool) -> None:
    book, face = drawn(tmp_path, cff)
    font = opened(book.embeddable(face, frozenset("甲丁\U00020000无")))
    assert {chr(code) for code in font.getBestCmap()} == {"甲", "丁", "\U00020000"}
    assert font["maxp"].numGlyphs == 4
    assert "CFF " not in font
    assert font["name"].getDebugName(6) == "FandolFang-Regular"


@pytest.mark.parametrize("cff", [False, True])
def test_side_bearings_follow_the_outlines(tmp_path: Path, cff: bool) -> None:
    book, face = drawn(tmp_path, cff)
    font = opened(book.embeddable(face, frozenset("甲乙丙丁")))
    for name, (advance, bearing) in font["hmtx"].metrics.items():
        glyph = font["glyf"][name]
        glyph.recalcBounds(font["glyf"])
        assert bearing == glyph.xMin
        assert advance == 1000


@pytest.mark.parametrize("cff", [False, True])
def test_bytes_do_not_depend_on_the_cache(tmp_path: Path, cff: bool) -> None:
    plain, face = drawn(tmp_path, cff)
    expected = plain.embeddable(face, frozenset("甲乙"))
    kept, face = drawn(tmp_path, cff, "cache")
    kept.embeddable(face, frozenset("丙丁"))
    assert kept.embeddable(face, frozenset("甲乙")) == expected
    later, face = drawn(tmp_path, cff, "cache")
    assert later.embeddable(face, frozenset("乙甲")) == expected


@given(st.integers(0, 10_000), st.binary(max_size=40))
@settings(max_examples=40, deadline=None)
def test_a_damaged_cache_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, at: int, rubbish: bytes
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    book, face = drawn(folder, True, "cache")
    expected = book.embeddable(face, frozenset("甲乙"))
    (file,) = (folder / "cache/glyphs").iterdir()
    data = file.read_bytes()
    file.write_bytes(data[: at % len(data)] + rubbish)
    assert book.embeddable(face, frozenset("甲乙")) == expected


def test_two_processes_share_a_cache(tmp_path: Path) -> None:
    code = """
import sys, hashlib
from pathlib import Path
from luoshi.fonts import FontBook
folder = Path(sys.argv[1])
book = FontBook.of((), (folder / "system",), folder / "cache")
face = book.chain("fangsong", "zh-Hans")[0]
for chars in sys.argv[2:]:
    data = book.embeddable(face, frozenset(chars))
print(hashlib.sha256(data).hexdigest())
"""
    plain, face = drawn(tmp_path, True)
    orders = (["甲", "乙", "甲乙丙丁"], ["丁", "丙", "甲乙丙丁"])
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path), *order], stdout=subprocess.PIPE
        )
        for order in orders
    ]
    said = [process.communicate()[0].decode().strip() for process in running]
    expected = hashlib.sha256(plain.embeddable(face, frozenset("甲乙丙丁"))).hexdigest()
    assert said == [expected, expected]
    assert len(list((tmp_path / "cache/glyphs").iterdir())) == 1


@settings(max_examples=25, deadline=None)
@given(st.frozensets(st.sampled_from("甲乙丙丁\U00020000无A"), max_size=7))
def test_any_choice_of_characters_is_a_font(
    tmp_path_factory: pytest.TempPathFactory, chars: frozenset[str]
) -> None:
    book, face = drawn(tmp_path_factory.mktemp("any"), True)
    font = opened(book.embeddable(face, chars))
    assert set(font.getBestCmap()) == {ord(char) for char in chars if face.has(char)}
    for tag in font.keys():  # noqa: SIM118 - no mapping: this opens every table
        assert font[tag] is not None


def test_a_font_cut_short_is_the_surroundings_failing(tmp_path: Path) -> None:
    path = save(draw_font("FandolFang", "甲"), tmp_path / "a.ttf")
    (facts,) = read_facts(path)
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(BadFontError, match=r"a\.ttf"):
        FontBook((), (), None).embeddable(Face(path, facts, "FandolFang"), frozenset("甲"))


def test_composites_of_real_fonts_keep_their_parts(machine: FontBook) -> None:
    face = machine.face_for("é", "serif", "en")
    font = opened(machine.embeddable(face, frozenset("éÀ")))
    assert set(font.getBestCmap()) == {ord("é"), ord("À")}
    for name in font.getGlyphOrder():
        glyph = font["glyf"][name]
        coordinates, _, _ = glyph.getCoordinates(font["glyf"])
        assert len(coordinates) > 0


def test_reportlab_takes_it_and_measures_alike(machine: FontBook) -> None:
    for face, chars in by_face(machine, TEXT).items():
        data = machine.embeddable(face, chars)
        pdfmetrics.registerFont(ReportlabFont(face.id, io.BytesIO(data)))
        for char in chars:
            width = pdfmetrics.stringWidth(char, face.id, 1000)
            assert width == pytest.approx(1000 * face.advance(char), abs=1)


@pytest.mark.outside
def test_poppler_reads_the_text_back(machine: FontBook, tmp_path: Path) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext (poppler-utils) is not on this machine")
    path = tmp_path / "sample.pdf"
    canvas = Canvas(str(path), pagesize=(800, 100), invariant=1, initialFontName="Helvetica")
    faces = by_face(machine, TEXT)
    for face, chars in faces.items():
        data = machine.embeddable(face, chars)
        pdfmetrics.registerFont(ReportlabFont(face.id, io.BytesIO(data)))
    x = 20.0
    for char in TEXT:
        face = next(face for face, chars in faces.items() if char in chars)
        canvas.setFont(face.id, 16)
        canvas.drawString(x, 50, char)
        x += 16 * face.advance(char)
    canvas.save()
    said = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    assert said.stdout.decode().split("\n")[0].replace(" ", "") == TEXT
    assert b"rror" not in said.stderr
