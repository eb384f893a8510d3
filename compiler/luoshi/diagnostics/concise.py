"""One finding, one line: place, severity, code, headline."""

from __future__ import annotations

from luoshi.diagnostics.diagnostic import Diagnostic
from luoshi.diagnostics.wording import title
from luoshi.languages import Language


def line(diagnostic: Diagnostic, language: Language) -> str:
    """``file:line:column: severity code: headline``; without a place only the latter part."""
    text = title(diagnostic, language)
    place = diagnostic.primary
    if place is None:
        return text
    return f"{place.source.name}:{place.line}:{place.column}: {text}"
