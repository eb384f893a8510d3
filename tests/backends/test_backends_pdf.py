"""The painter: every kind of mark, places kept, nothing left behind in the process."""

import re
import zlib
from itertools import pairwise

import pytest
from reportlab.pdfbase import pdfmetrics

from luoshi.backends.pdf import emit_pdf, merge
from luoshi.backends.pdf.emit import _figure
from luoshi.backends.pdf.operators import color, number
from luoshi.fonts import FontBook
from luoshi.layout.pages import Area, Bookmark, Disc, Line, Page, PageSet, Polygon, Run

H = 300.0


@pytest.fixture(scope="module")
def book():
    found = FontBook.find()
    if found.face_for("A", "serif", "en") is None:
        pytest.skip("no font on this machine")
    return found


def page_set(*marks, bookmarks=(), language="en", count=1):
    pages = tuple(Page(200.0, H, list(marks), list(bookmarks)) for _ in range(count))
    return PageSet("Title", "Author", language, "k1; k2", pages)


def contents(data):
    """The operators of every page; embedded fonts say a second length and are left out."""
    heads = re.finditer(rb"/FlateDecode \] /Length (\d+)\s*>>\s*stream\r?\n", data)
    return [zlib.decompress(data[h.end() : h.end() + int(h[1])]).decode() for h in heads]


@pytest.mark.parametrize(
    ("mark", "operators"),
    [
        (Line(10, 20, 110, 20, 0.5), "q 0 G 0.5 w 10 280 m 110 280 l S Q"),
        (Line(1, 2, 3, 4, 1, "FF0000", (3, 2)), "q 1 0 0 RG 1 w [3 2] 0 d 1 298 m 3 296 l S Q"),
        (Area(10, 20, 30, 40, "000000"), "q 0 g 10 240 30 40 re f Q"),
        (Area(10, 20, 30, 40, None, "9A9A9A", 0.6, (3.0, 2.0)), "q 0.604 G 0.6 w [3 2] 0 d 10 240 30 40 re S Q"),
        (Area(0, 0, 1, 1, "FFFFFF", "000000", 1), "q 1 g 0 G 1 w 0 299 1 1 re B Q"),
        (Polygon(((0, 0), (10, 0), (5, 8)), "000000"), "q 0 g 0 300 m 10 300 l 5 292 l h f Q"),
        (Polygon(((0, 0), (10, 0)), None, "000000", 1, closed=False), "q 0 G 1 w 0 300 m 10 300 l S Q"),
        (Polygon(((0, 0),), "000000"), ""),
        (Area(0, 0, 1, 1), ""),
    ],
)  # fmt: skip
def test_figures_become_operators(mark, operators):
    assert _figure(mark, H) == operators


def test_a_disc_is_four_curves():
    drawn = _figure(Disc(50, 50, 20, None, "9A9A9A", 0.5, (2, 2)), H)
    assert drawn.count(" c") == 4
    assert "70 250 m" in drawn


def test_an_unknown_mark_is_an_error():
    with pytest.raises(TypeError, match="no way to paint"):
        _figure(object(), H)


@pytest.mark.parametrize(
    ("value", "text"), [(0.0, "0"), (-0.0001, "0"), (1.5, "1.5"), (1 / 3, "0.333"), (100.0, "100")]
)
def test_numbers_are_short_and_stable(value, text):
    assert number(value) == text


def test_greys_take_one_number():
    assert (color("000000", "rg"), color("FF0000", "RG")) == ("0 g", "1 0 0 RG")


def test_characters_stand_where_the_run_says(book):
    """Even gaps become one spacing; uneven ones are corrected one by one, without drift."""
    uneven = tuple(6 + (i % 3) for i in range(30))
    text = "abcdefghijklmnopqrstuvwxyzabcd"
    run = Run(20, 40, text, "serif", 10, uneven)
    data = emit_pdf(page_set(run), book)
    (page,) = [c for c in contents(data) if "Tf" in c]
    assert "1 0 0 1 20 260 Tm" in page
    face = book.face_for("a", "serif", "en")
    x, xs = 0.0, []
    for piece in re.findall(r"<([0-9A-F]+)>|(-?\d+)", page[page.index("[") : page.index("]")]):
        if piece[1]:
            x -= int(piece[1]) * 10 / 1000
            continue
        for i in range(0, len(piece[0]), 2):
            xs.append(x)
            x += round(face.advance(chr(int(piece[0][i : i + 2], 16))) * 1000) / 100
    assert [b - a for a, b in pairwise(xs)] == pytest.approx(uneven[:-1], abs=0.02)
    assert xs[-1] == pytest.approx(sum(uneven[:-1]), abs=0.02)


def test_vertical_runs_stand_below_one_another(book):
    data = emit_pdf(page_set(Run(20, 40, "abc", "serif", 10, (12, 12, 12), vertical=True)), book)
    (page,) = [c for c in contents(data) if "Tf" in c]
    assert re.findall(r"1 0 0 1 (\d+) (\d+) Tm", page) == [
        ("20", "260"),
        ("20", "248"),
        ("20", "236"),
    ]


def test_no_font_stays_registered(book):
    before = set(pdfmetrics.getRegisteredFontNames())
    emit_pdf(page_set(Run(20, 40, "abc", "serif", 10, (5, 5, 5))), book)
    assert set(pdfmetrics.getRegisteredFontNames()) == before


def test_only_embedded_fonts_enter_the_file(book):
    data = emit_pdf(page_set(Run(20, 40, "abc", "serif", 10, (5, 5, 5))), book)
    assert b"Helvetica" not in data
    assert data.count(b"/FontFile2") == 1
    assert b"/Helvetica" not in emit_pdf(page_set(), book)


def test_facts_stand_in_the_file(book):
    data = emit_pdf(page_set(language="zh-Hans"), book)
    for words in (b"(Title)", b"(Author)", b"(k1; k2)", b"(zh-Hans)", b"/Producer (Luoshi)"):
        assert words in data


def test_bookmarks_that_skip_a_level_still_make_an_outline(book):
    marks = [Bookmark(0, "A", 0), Bookmark(3, "B", 10), Bookmark(1, "C", 20), Bookmark(0, "D", 30)]
    data = emit_pdf(page_set(bookmarks=marks), book)
    assert b"/Outlines" in data


def test_bytes_are_the_same_every_time(book):
    run = Run(20, 40, "abc", "serif", 10, (5, 6, 5))
    assert emit_pdf(page_set(run), book) == emit_pdf(page_set(run), book)


def test_a_print_job_keeps_pages_and_nests_bookmarks():
    letter = page_set(bookmarks=[Bookmark(0, "Title", 5), Bookmark(1, "One", 9)], count=2)
    job = merge([letter, letter], "Job")
    assert (job.title, len(job.pages)) == ("Job", 4)
    first = [(b.level, b.title) for b in job.pages[0].bookmarks]
    assert first == [(0, "Title"), (2, "One")]
