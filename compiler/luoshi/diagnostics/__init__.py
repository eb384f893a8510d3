"""Findings: values with a code, places and arguments; sentences and renderers are made from them."""

from luoshi.diagnostics.diagnostic import (
    LANGUAGES,
    Arg,
    Diagnostic,
    Diagnostics,
    Edit,
    Fix,
    Label,
    Language,
    LuoshiError,
    Paste,
    Rule,
    Severity,
    Texts,
)

__all__ = [
    "LANGUAGES",
    "Arg",
    "Diagnostic",
    "Diagnostics",
    "Edit",
    "Fix",
    "Label",
    "Language",
    "LuoshiError",
    "Paste",
    "Rule",
    "Severity",
    "Texts",
]
