"""Findings: values with a code, places and arguments; sentences and renderers are made from them."""

from luoshi.diagnostics.diagnostic import (
    Arg,
    Diagnostic,
    Diagnostics,
    Edit,
    Fix,
    Label,
    LuoshiError,
    Paste,
    Rule,
    Severity,
    Texts,
)
from luoshi.languages import LANGUAGES, Language

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
