"""PDF: pages of positioned marks in, one file out."""

from luoshi.backends.pdf.emit import emit_pdf, merge

__all__ = ["emit_pdf", "merge"]
