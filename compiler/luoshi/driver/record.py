"""What the index says about one plan, kept in the manifest so that unchanged plans need no work."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from luoshi.diagnostics import Language


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file of a plan as the index lists it; ``name`` is relative to the plan's folder."""

    name: str
    group: str
    label: str
    format: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRecord:
    """One plan as the index lists it."""

    folder: str
    path: str
    plan_id: str
    title: str
    language: Language
    region: str
    organ: str = ""
    period: str = ""
    revision: str = ""
    refused: bool = False
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    waived: int = 0
    units: int = 0
    duties: int = 0
    dates: int = 0
    letters: int = 0
    files: tuple[FileRecord, ...] = ()
    standing_files: int = 0  # of the last build, where this one was refused
    fonts: tuple[tuple[str, str], ...] = ()  # wanted product, face used in its place
    findings: str = ""  # name of the findings page

    def in_folder(self, folder: str) -> PlanRecord:
        """The same record under another folder name."""
        return dataclasses.replace(self, folder=folder)

    def with_standing(self, last: PlanRecord | None) -> PlanRecord:
        """A refused plan with the files of its last build, which still stand."""
        if last is None or not last.files:
            return self
        return dataclasses.replace(self, files=last.files, standing_files=len(last.files))

    def to_json(self) -> dict[str, Any]:
        """As the manifest stores it."""
        return dataclasses.asdict(self)

    @classmethod
    def from_json(cls, data: Any) -> PlanRecord | None:
        """The record of a manifest; None when it is not one of ours."""
        if not isinstance(data, dict):
            return None
        known = {field.name for field in dataclasses.fields(cls)}
        try:
            values = {name: data[name] for name in known}
            values["files"] = tuple(FileRecord(**item) for item in data["files"])
            values["fonts"] = tuple(tuple(item) for item in data["fonts"])
            return cls(**values)
        except (KeyError, TypeError):
            return None
