"""One row of a field table, written compactly; spellings are separated by ``|``."""

from __future__ import annotations

from typing import Any

from luoshi.model.fields import Field, Words
from luoshi.model.kinds import Id


def row(
    name: str,
    kind: Any,
    spellings: tuple[str, str, str],
    doc: tuple[str, str, str],
    example: str,
    *,
    default: Any = None,
    required: bool = False,
) -> Field:
    """A field: spellings are (English, 简, 繁), doc is (简, 繁, English)."""
    en, hans, hant = (tuple(part.split("|")) for part in spellings)
    return Field(
        name=name,
        kind=kind,
        en=en,
        hans=hans,
        hant=hant,
        doc=words(*doc),
        example=example,
        default=default,
        required=required,
    )


def id_row(example: str) -> Field:
    """The field ``id`` of a record that has nothing more to say about it."""
    return row("id", Id(), ("id", "编号", "編號"), ("编号。", "編號。", "Id."), example, default="")


def words(hans: str, hant: str, en: str) -> Words:
    """The same thing said in three languages."""
    return {"zh-Hans": hans, "zh-Hant": hant, "en": en}
