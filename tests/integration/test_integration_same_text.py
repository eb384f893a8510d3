"""Every document says the same words in the same order in DOCX, PDF, HTML and Markdown (C61)."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import unicodedata
import zipfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from luoshi.backends.docx import emit_docx
from luoshi.backends.html import emit_html
from luoshi.backends.markdown import emit_markdown
from luoshi.backends.pdf import emit_pdf
from luoshi.document.build import Builder
from luoshi.document.house import load_style
from luoshi.document.style import HouseStyle
from luoshi.document.tree import Document, SignatureBlock
from luoshi.driver.check import check_file
from luoshi.fonts import FontBook
from luoshi.layout.compose import compose
from luoshi.source import DiskWorld

_TOP = Path(__file__).parents[2]
_PLANS = sorted((_TOP / "plans").glob("*.yaml"))
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = re.compile(r"[\s_＿〔〕\[\]\u200b-\u200f\u2060]+")
_PAGE = r"(?:—\d+—|Page\d+of\d+|第\d+頁，?共\d+頁)"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
by_plan = pytest.mark.parametrize("path", _PLANS, ids=lambda path: path.stem)


@cache
def _documents(path: Path) -> tuple[Document, tuple[Document, ...]]:
    world = DiskWorld(date(2026, 9, 1), (_TOP / "templates",))
    found = check_file(world, path, "standard")
    assert found.plan is not None
    builder = Builder.of(found.plan, world)
    notice = builder.notice()
    assert notice is not None
    letters = tuple(document for _, document in builder.letters())
    assert not builder.faults
    return notice, letters


@cache
def _style(name: str) -> HouseStyle:
    return load_style(name, lambda path: (_TOP / "templates" / path).read_text(encoding="utf-8"))


def _plain(text: str) -> str:
    """Words without what a format may set otherwise: spaces, rules to write on, seal brackets."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text))


# --- the words of each format ---------------------------------------------------------------------


def _docx_words(document: Document) -> str:
    data = emit_docx(document, _style(document.style))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))
    return _plain("".join(node.text or "" for node in body.iter(f"{_W}t")))


class _Page(HTMLParser):
    """The text of a page's body, without the state above it and the footer."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._skipped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin to skip at the head, a style, the footer and the state."""
        state = tag == "p" and ("class", "state") in attrs
        if self._skipped or tag in ("head", "style", "footer") or state:
            self._skipped += [tag] if tag not in ("meta", "link", "br", "col") else []

    def handle_endtag(self, tag: str) -> None:
        """End what was skipped."""
        if self._skipped and self._skipped[-1] == tag:
            self._skipped.pop()

    def handle_data(self, data: str) -> None:
        """Keep words."""
        if not self._skipped:
            self.words.append(data)


def _html_words(document: Document) -> str:
    page = _Page()
    page.feed(emit_html(document, _style(document.style)))
    return _plain("".join(page.words))


def _markdown_words(document: Document) -> str:
    """The words that a Markdown reader shows, without the state above and the line of identity."""
    text = emit_markdown(document).removeprefix(f"**{document.state}**")
    text = text.rpartition("\n---\n")[0]
    return _plain("".join(_shown(text)))


def _shown(markdown: str) -> Iterator[str]:
    for token in MarkdownIt("commonmark", {"html": False}).enable("table").parse(markdown):
        for child in token.children or ():
            yield child.content


def _pdf_words(document: Document, folder: Path) -> str:
    """The words of all pages in the order in which they are drawn, without the page furniture."""
    book = FontBook.find()
    if book.face_for("安", "fangsong", "zh-Hans") is None:
        pytest.skip("no Chinese font on this machine")
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    path = folder / "document.pdf"
    path.write_bytes(emit_pdf(compose(document, _style(document.style), book).pages, book))
    ran = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", path, "-"], capture_output=True, check=True
    )
    furniture = re.compile(_PAGE + re.escape(_plain("".join(document.foot) + document.state)) + "$")
    pages = [_plain(page) for page in ran.stdout.decode().split("\f") if page.strip()]
    assert all(furniture.search(page) for page in pages), pages[0][-120:]
    return "".join(furniture.sub("", page) for page in pages)


def _first_difference(one: str, other: str) -> str:
    """Where two texts part, with what stands around it; empty where they are the same."""
    if one == other:
        return ""
    at = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return f"{one[max(0, at - 30) : at + 30]!r} | {other[max(0, at - 30) : at + 30]!r}"


# --- tests ----------------------------------------------------------------------------------------


@by_plan
def test_a_notice_says_the_same_in_docx_html_and_markdown(path: Path) -> None:
    notice, _ = _documents(path)
    docx = _docx_words(notice)
    assert len(docx) > 1000
    assert not _first_difference(docx, _html_words(notice))
    assert not _first_difference(docx, _markdown_words(notice))


@by_plan
@pytest.mark.outside
def test_a_notice_says_the_same_on_paper(path: Path, tmp_path: Path) -> None:
    notice, _ = _documents(path)
    assert not _first_difference(_docx_words(notice), _pdf_words(notice, tmp_path))


def _parted(words: str, document: Document) -> tuple[str, list[str]]:
    """The text down to the signatures, and the characters of those, whatever column comes first."""
    block = next(b for b in document.blocks if isinstance(b, SignatureBlock))
    before, label, after = words.rpartition(_plain(block.sides[0].label) + ":")
    assert label, words[-200:]
    return before, sorted(label + after)


@by_plan
@pytest.mark.outside
def test_letters_say_the_same_in_docx_and_on_paper(path: Path, tmp_path: Path) -> None:
    _, letters = _documents(path)
    for letter in (letters[0], letters[len(letters) // 2], letters[-1]):
        text, signed = _parted(_docx_words(letter), letter)
        on_paper, signed_on_paper = _parted(_pdf_words(letter, tmp_path), letter)
        assert not _first_difference(text, on_paper), letter.name
        assert signed == signed_on_paper, letter.name
