"""The DOCX backend: a document tree and a house style in, the bytes of an editable file out."""

from luoshi.backends.docx.writer import emit_docx

__all__ = ["emit_docx"]
