"""Writes pages as a PDF: same pages and fonts, same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import md5
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas

from luoshi.backends.pdf.lettering import EmbeddingFonts, Lettering
from luoshi.backends.pdf.operators import area, disc, line, polygon
from luoshi.layout.pages import Area, Bookmark, Disc, Line, Mark, Page, PageSet, Polygon, Run

_MAKER = "Luoshi"
# Pages stay binary: armour of text characters is a quarter more bytes a page, and took a tenth of
# the time of a PDF.
rl_config.useA85 = 0


def emit_pdf(pages: PageSet, fonts: EmbeddingFonts[Any]) -> bytes:
    """The bytes of a PDF with all fonts embedded; ``fonts`` is the book the pages were set with."""
    buffer = BytesIO()
    canvas = _BareCanvas(
        buffer, pagesize=_size(pages.pages), invariant=1, pageCompression=1, lang=pages.language
    )
    _undate(canvas._doc)
    _describe(canvas, pages)
    lettering = Lettering(pages.pages, pages.language, fonts, canvas._doc)
    outline = _Outline(canvas)
    for page in pages.pages:
        canvas.setPageSize((page.width, page.height))
        outline.add(page)
        canvas.addLiteral("\n".join(_operators(page, lettering)))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def merge(sets: Sequence[PageSet], title: str = "") -> PageSet:
    """One print job of several page sets, each under a bookmark of its own.

    Language, author and keywords are those of the first. Page numbers stay as they were set.
    """
    first = sets[0]
    return replace(
        first, title=title or first.title, pages=tuple(p for s in sets for p in _under_title(s))
    )


def _under_title(pages: PageSet) -> Iterator[Page]:
    """The pages with bookmarks one level down, below one for the whole set."""
    for index, page in enumerate(pages.pages):
        marks = [
            Bookmark(mark.level + 1, mark.title, mark.y)
            for mark in page.bookmarks
            if mark.title != pages.title
        ]
        own = [Bookmark(0, pages.title, 0.0)] if index == 0 else []
        yield Page(page.width, page.height, page.marks, [*own, *marks])


class _Undated(PDFInfo):  # type: ignore[misc]
    """What a PDF says of itself, without a day on which it was made: no plan says one."""

    def format(self, document: PDFDocument) -> bytes:
        """The entries of the information dictionary."""
        texts = {name: PDFString(getattr(self, name.lower())) for name in _INFO}
        formatted: bytes = PDFDictionary(texts).format(document)
        return formatted


_INFO = ("Title", "Author", "Producer", "Creator", "Subject", "Keywords")


def _undate(document: PDFDocument) -> None:
    """Keep clock and SOURCE_DATE_EPOCH out of the file and out of its id."""
    document.info = _Undated()
    document.signature = md5(usedforsecurity=False)


class _BareCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas that sets no font of its own, so that no unembedded Helvetica enters the file."""

    def _make_preamble(self) -> None:
        self._preamble = ""


def _size(pages: Sequence[Page]) -> tuple[float, float]:
    return (pages[0].width, pages[0].height) if pages else (595.28, 841.89)


def _describe(canvas: Canvas, pages: PageSet) -> None:
    canvas.setTitle(pages.title)
    canvas.setAuthor(pages.author)
    canvas.setSubject(pages.subject or pages.title)
    canvas.setKeywords(pages.keywords)
    canvas.setCreator(_MAKER)
    canvas.setProducer(_MAKER)


def _operators(page: Page, lettering: Lettering) -> Iterator[str]:
    for mark in page.marks:
        if isinstance(mark, Run):
            yield from lettering.operators(mark, page.height)
        else:
            yield _figure(mark, page.height)


def _figure(mark: Mark, height: float) -> str:
    match mark:
        case Line():
            return line(mark, height)
        case Area():
            return area(mark, height)
        case Disc():
            return disc(mark, height)
        case Polygon():
            return polygon(mark, height)
        case _:
            raise TypeError(f"no way to paint {type(mark).__name__}")


class _Outline:
    """Bookmarks in order; a level never jumps down by more than one."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._count = 0
        self._depths: list[int] = []  # levels of the open entries

    def add(self, page: Page) -> None:
        """The bookmarks of the page that is being painted."""
        for mark in page.bookmarks:
            while self._depths and self._depths[-1] >= mark.level:
                self._depths.pop()
            key = f"b{self._count}"
            self._count += 1
            self._canvas.bookmarkHorizontalAbsolute(key, page.height - mark.y)
            self._canvas.addOutlineEntry(mark.title, key, len(self._depths), 0)
            self._depths.append(mark.level)
        if self._count:
            self._canvas.showOutline()
