"""Content hashes: what a plan says, independent of layout, key order and comments.

The canonical form is the JSON of the records' fields in the order of their tables; places take no
part in it. ``VERSION`` is raised when the form changes.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from typing import Any

from luoshi.model.records import Record

VERSION = "luoshi-plan-1"


def content_hash(record: Record) -> str:
    """SHA-256, in hex, of what a record says."""
    text = json.dumps(canonical(record), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{VERSION}\n{text}".encode()).hexdigest()


def revision_of(digest: str) -> str:
    """The first eight digits of a hash as people read them: ``3f9c·2e1a``."""
    return f"{digest[:4]}·{digest[4:8]}"


def canonical(value: Any) -> Any:
    """A value as JSON knows it; fields left out of a record are left out here."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        pairs = (
            (field.name, getattr(value, field.name))
            for field in dataclasses.fields(value)
            if field.compare
        )
        return {
            "": type(value).__name__,
            **{name: canonical(v) for name, v in pairs if v not in (None, "", ())},
        }
    if isinstance(value, tuple):
        return [canonical(item) for item in value]
    if value is None or isinstance(value, bool | int | str):
        return value
    return str(value)
