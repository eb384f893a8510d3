"""Findings as JSON: exact, versioned, the same keys in the same order every time."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from luoshi.diagnostics.diagnostic import Diagnostic, Fix, Paste, Severity
from luoshi.diagnostics.wording import headline, help_text, label_text, note_texts
from luoshi.languages import Language
from luoshi.source import Span

VERSION = 1
_SEVERITIES = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
    Severity.OFF: "off",
}


def to_json(diagnostics: Iterable[Diagnostic], language: Language) -> str:
    """All findings as one JSON text, with a line end; sentences in one language."""
    found = [as_dict(item, language) for item in diagnostics]
    body = {"version": VERSION, "language": language, "findings": found}
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def as_dict(item: Diagnostic, language: Language) -> dict[str, Any]:
    """One finding; lines and columns are 1-based characters, offsets 0-based, ends excluded."""
    return {
        "code": item.code,
        "name": item.rule.name,
        "severity": _SEVERITIES[item.level],
        "message": headline(item, language),
        **_place(item.primary),
        "label": label_text(item, "primary", {}, language) if item.primary else "",
        "labels": [
            {"text": label_text(item, label.key, label.args, language), **_place(label.span)}
            for label in item.labels
        ],
        "notes": list(note_texts(item, language)),
        "help": help_text(item, language),
        "paste": [_paste(paste) for paste in item.paste],
        "fix": _fix(item.fix),
        "about": list(item.about),
        "waived": item.waived,
    }


def _place(span: Span | None) -> dict[str, Any]:
    if span is None:
        return {"file": None, "start": None, "end": None}
    return {
        "file": span.source.name,
        "start": _point(span, span.start),
        "end": _point(span, span.end),
    }


def _point(span: Span, offset: int) -> dict[str, int]:
    line, column = span.source.position(offset)
    return {"line": line, "column": column, "offset": offset}


def _paste(paste: Paste) -> dict[str, Any]:
    return {"text": paste.text, "line": paste.line, "new": paste.new}


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = [{**_place(edit.span), "text": edit.text} for edit in fix.edits]
    return {"safe": fix.safe, "edits": edits}
