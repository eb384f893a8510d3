"""Lines to paste: a whole line with one place corrected."""

from __future__ import annotations

from luoshi.diagnostics.diagnostic import Paste
from luoshi.source import Span


def corrected(span: Span, text: str) -> Paste:
    """The whole line with a place replaced; the piece alone when the place runs over lines."""
    source = span.source
    if "\n" in span.text or not span.text:
        return Paste(text)
    number, column = source.position(span.start)
    line = source.line(number)
    head, tail = line[: column - 1], line[column - 1 + span.end - span.start :]
    return Paste(head + text + tail, line=number)
