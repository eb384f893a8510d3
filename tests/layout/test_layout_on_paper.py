"""Whole documents as PDF, looked at by tools nobody here wrote."""

import re
import shutil
import subprocess
from dataclasses import replace
from functools import cache

import pytest
from layout_samples import SAMPLES, body, document, style

from luoshi.backends.pdf import emit_pdf, merge
from luoshi.document.tree import plain_text
from luoshi.fonts import FontBook
from luoshi.layout.compose import compose

pytestmark = pytest.mark.outside


def needs(tool):
    return pytest.mark.skipif(shutil.which(tool) is None, reason=f"{tool} is not installed")


@cache
def book():
    found = FontBook.find()
    if found.face_for("安", "fangsong", "zh-Hans") is None:
        pytest.skip("no Chinese font on this machine")
    return found


@cache
def pdf(name):
    make, look = SAMPLES[name]
    return emit_pdf(compose(make(), style(look), book()).pages, book())


@pytest.fixture(params=sorted(SAMPLES))
def file(request, tmp_path):
    path = tmp_path / f"{request.param}.pdf"
    path.write_bytes(pdf(request.param))
    return request.param, path


def run(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


@needs("qpdf")
def test_qpdf_finds_no_fault(file):
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", str(file[1]))


@needs("pdffonts")
def test_every_font_is_embedded(file):
    rows = run("pdffonts", str(file[1])).splitlines()[2:]
    assert rows
    for row in rows:
        assert re.search(r"\s+yes\s+(?:yes|no)\s+yes\s+\d+\s+0$", row), row
        assert "Helvetica" not in row


@pytest.mark.parametrize("name", sorted(SAMPLES))
@needs("pdftotext")
def test_text_comes_out_in_the_order_of_reading(name, tmp_path):
    """Without page numbers and small lines, which stand between the lines of a paragraph."""
    make, look = SAMPLES[name]
    bare = replace(make(), foot=(), state="")
    pages = compose(bare, replace(style(look), page_number=""), book()).pages
    path = tmp_path / "bare.pdf"
    path.write_bytes(emit_pdf(pages, book()))
    out = squeezed(run("pdftotext", "-raw", str(path), "-"))
    place = 0
    for block in bare.blocks:
        words = squeezed(plain_text(getattr(block, "children", ())))
        found = out.find(words, place)
        assert found >= 0, words
        place = found + len(words)


def squeezed(text):
    return re.sub(r"\s+", "", text)


@needs("pdftotext")
def test_words_of_english_are_parted_by_single_spaces(tmp_path):
    path = tmp_path / "english.pdf"
    path.write_bytes(pdf("english"))
    out = run("pdftotext", "-raw", str(path), "-")
    assert (
        "Every member of staff shall report hazards within two working days; see “Reporting” below."
        in out
    )


@needs("pdftotext")
def test_chinese_comes_out_without_spaces(tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(pdf("letter"))
    out = run("pdftotext", "-raw", str(path), "-")
    assert "乙方校长是本校校园安全第一责任人，分管副校长是直接责" in out
    assert "1.学生非正常死亡、校园火灾、群体性食物中毒均为零。" in out


@needs("pdftotext")
def test_rare_characters_of_names_are_copied_right(tmp_path):
    rare = next((c for c in "𬭎𬀩𠮷𣲘" if book().face_for(c, "fangsong", "zh-Hans")), None)
    if rare is None:
        pytest.skip("no font with characters above U+FFFF")
    made = compose(document(body(f"请{rare}老师签字")), style("gbt9704"), book())
    path = tmp_path / "rare.pdf"
    path.write_bytes(emit_pdf(made.pages, book()))
    assert f"请{rare}老师签字" in run("pdftotext", "-raw", str(path), "-")


@needs("pdfinfo")
def test_properties_are_told(file):
    name, path = file
    make, _ = SAMPLES[name]
    out = run("pdfinfo", str(path))
    assert make().title in out
    assert "qinghe-2026" in out


def test_the_same_document_gives_the_same_bytes(file):
    make, look = SAMPLES[file[0]]
    again = FontBook.find()
    assert emit_pdf(compose(make(), style(look), again).pages, again) == pdf(file[0])


@needs("qpdf")
def test_letters_merge_into_one_print_job(tmp_path):
    make, look = SAMPLES["letter"]
    one = compose(make(), style(look), book()).pages
    path = tmp_path / "job.pdf"
    path.write_bytes(emit_pdf(merge([one, one, one], "打印批次"), book()))
    assert run("qpdf", "--show-npages", str(path)).strip() == "6"
    assert "No syntax" in run("qpdf", "--check", str(path))
