"""Whether a plan's files are still what would be made: its inputs, templates, fonts, program, day."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from luoshi.driver.output import OutputFolder, digest
from luoshi.driver.record import PlanRecord
from luoshi.source import World

if TYPE_CHECKING:
    from luoshi.driver.make import PlanMade


class Freshness:
    """Asks the manifest of an output folder about plans; plans are known by where they lie."""

    def __init__(
        self, world: World, output: OutputFolder, profile: str, fonts: tuple[Path, ...]
    ) -> None:
        self._world = world
        self._output = output
        self._profile = profile
        self._fonts = fonts
        self._folders: dict[Path, list[str]] = {}  # template folders already looked through

    def where(self, path: Path) -> str:
        """A path as seen from the output folder; so it does not depend on the working folder."""
        try:
            return Path(os.path.relpath(path.resolve(), self._output.root.resolve())).as_posix()
        except ValueError:  # another drive
            return path.resolve().as_posix()

    def folders_of(self, path: Path) -> tuple[str, ...]:
        """The folders an earlier build gave a plan."""
        where = self.where(path)
        return tuple(f for f, stored in self._plans.items() if stored.get("path") == where)

    def folder_of(self, path: Path) -> str:
        """The folder of a plan in the last build, empty when it had none."""
        return next(iter(self.folders_of(path)), "")

    def owner_of(self, folder: str) -> str | None:
        """Where the plan lies that has a folder, None when nobody has it or the plan is gone."""
        for name, stored in self._plans.items():
            if name.casefold() == folder.casefold():
                where = str(stored.get("path"))
                return where if (self._output.root.resolve() / where).is_file() else None
        return None

    def records(self) -> dict[str, PlanRecord]:
        """What the index says of every plan whose file is still there."""
        found = {}
        for folder, stored in self._plans.items():
            record = PlanRecord.from_json(stored.get("record"))
            if record is not None and self.owner_of(folder) is not None:
                found[folder] = record
        return found

    @property
    def _plans(self) -> dict[str, dict[str, Any]]:
        return self._output.manifest.plans

    def unchanged(self, path: Path) -> PlanRecord | None:
        """The record of a plan whose inputs and outputs are as they were, else None.

        A plan that was refused is always looked at again, so that its findings are shown.
        """
        folder = self.folder_of(path)
        stored = self._plans.get(folder, {})
        record = PlanRecord.from_json(stored.get("record"))
        if record is None or record.refused or record.folder != folder:
            return None
        same = (
            stored.get("key") == self._key(path, record.language)
            and all(
                self._hash_at(name) == value for name, value in stored.get("inputs", {}).items()
            )
            and self._ended(stored.get("expires", [])) == stored.get("expired")
            and all(self._stands(name, stored) for name in stored.get("files", []))
        )
        return record if same else None

    def _stands(self, name: str, stored: dict[str, Any]) -> bool:
        """Whether a file is as it was left: as made, or as a person had edited it by then."""
        if self._output.stands(name):
            return True
        edited = stored.get("edited", {}).get(name)
        return edited is not None and edited == self._output.current(name)

    def edited(self, folder: str) -> list[str]:
        """The files of an unchanged plan that a person had edited before its last build."""
        return sorted(self._plans.get(folder, {}).get("edited", {}))

    def entry(
        self, made: PlanMade, record: PlanRecord, files: list[str], kept: list[str]
    ) -> dict[str, Any]:
        """What the manifest keeps of a plan that was just made."""
        inputs = {self.where(p): _file_digest(p) for p in made.inputs}
        return {
            "path": self.where(made.path),
            "key": self._key(made.path, record.language),
            "inputs": inputs,
            "expires": list(made.expires),
            "expired": self._ended(made.expires),
            "files": files,
            "edited": {name: self._output.current(name) or "" for name in kept},
            "record": record.to_json(),
        }

    def _hash_at(self, where: str) -> str:
        return _file_digest(self._output.root.resolve() / where)

    def _ended(self, days: Sequence[str]) -> list[str]:
        today = self._world.today()
        return [day for day in days if date.fromisoformat(day) < today]

    def _key(self, path: Path, language: str) -> str:
        """Everything but the plan's own files that has a say in what is made.

        Of the templates those of the plan's language, and the styles.
        """
        from luoshi.driver.fontkey import fonts_key  # noqa: PLC0415

        parts = [tool_digest(), self._profile, fonts_key(self._fonts)]
        for folder in self._world.template_folders(path):
            for part in (folder / language, folder / "styles"):
                parts += self._digests_of(part)
        return digest("\n".join(parts).encode())

    def _digests_of(self, folder: Path) -> list[str]:
        if folder not in self._folders:
            self._folders[folder] = [
                f"{file.relative_to(folder)}={_file_digest(file)}" for file in _files(folder)
            ]
        return self._folders[folder]


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(path for path in folder.rglob("*") if path.is_file())


def _file_digest(path: Path) -> str:
    try:
        return digest(path.read_bytes())
    except (OSError, ValueError):  # ValueError: a name no system takes, such as one with NUL
        return ""


@lru_cache(maxsize=1)
def tool_digest() -> str:
    """What changes when the program itself changes: sizes and times of its own files."""
    package = Path(__file__).resolve().parent.parent
    value = hashlib.sha256()
    for folder, _, files in sorted(os.walk(package)):
        for name in sorted(files):
            if name.endswith((".py", ".css", ".yaml")):
                status = Path(folder, name).stat()
                value.update(f"{name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return value.hexdigest()
