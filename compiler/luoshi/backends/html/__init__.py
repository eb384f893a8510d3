"""The HTML backend: one self-contained page per document, and the sheet all pages share."""

from luoshi.backends.html.document_page import emit_html
from luoshi.backends.html.page import page_css, render_page

__all__ = ["emit_html", "page_css", "render_page"]
