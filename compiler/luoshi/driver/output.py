"""The output folder: files replaced whole or not at all, and a person's edits never overwritten.

A manifest says what the last build wrote. Before a file is replaced its new hash goes into a
journal, so that after a kill both the old and the new bytes are known as ours.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from luoshi.diagnostics import LuoshiError
from luoshi.driver.sentences import BUSY, DISK_FULL, NOT_WRITABLE, OUTSIDE

STATE_FOLDER = ".luoshi"
MANIFEST_VERSION = 1
Outcome = Literal["written", "same", "kept", "busy"]


def digest(data: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


@dataclass(slots=True)
class Manifest:
    """What the last build wrote: per plan its inputs, findings and files with their hashes."""

    plans: dict[str, dict[str, Any]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Manifest:
        """The manifest of a folder; an unreadable one counts as none."""
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return cls()
        if not isinstance(data, dict) or data.get("version") != MANIFEST_VERSION:
            return cls()
        plans, files = data.get("plans"), data.get("files")
        if not isinstance(plans, dict) or not isinstance(files, dict):
            return cls()
        whole = {name: plan for name, plan in plans.items() if isinstance(plan, dict)}
        return cls(whole, {str(k): str(v) for k, v in files.items()})

    def text(self) -> str:
        """The manifest as it is stored."""
        data = {"version": MANIFEST_VERSION, "plans": self.plans, "files": self.files}
        return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


class OutputFolder:
    """The folder a build writes into. Nothing is written outside it."""

    def __init__(self, root: Path, *, force: bool = False) -> None:
        self.root = root
        self._force = force
        self._state = root / STATE_FOLDER
        self.manifest = Manifest.read(self._state / "manifest.json")
        self._left: dict[str, set[str]] = {}  # what a killed build was about to write
        self._ours = self._known_hashes()
        self.outcomes: dict[str, Outcome] = {}

    def _known_hashes(self) -> dict[str, set[str]]:
        self._left = self._read_journal()
        known = {name: {value} for name, value in self.manifest.files.items()}
        for name, values in self._left.items():
            known.setdefault(name, set()).update(values)
        return known

    def _read_journal(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        with contextlib.suppress(OSError, ValueError):
            for line in (self._state / "journal").read_text(encoding="utf-8").split("\n"):
                value, _, name = line.partition(" ")
                if name:
                    found.setdefault(name, set()).add(value)
        return found

    # --- writing --------------------------------------------------------------------------------

    def write(self, name: str, data: bytes) -> Outcome:
        """Replace one file whole; ``name`` is relative with forward slashes.

        Returns what happened: written, the same already, kept (a person edited it) or busy
        (another program holds it open).

        Raises:
            LuoshiError: The disk is full, or the folder can't be written.
        """
        outcome = self._write(self._inside(name), name, data)
        self.outcomes[name] = outcome
        if outcome in ("written", "same"):
            self.manifest.files[name] = digest(data)
        return outcome

    def _write(self, path: Path, name: str, data: bytes) -> Outcome:
        value = digest(data)
        current = self.current(name)
        if current == value:
            return "same"
        if current is not None and not self._force and current not in self._ours.get(name, set()):
            return "kept"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._note(name, value)
            return self._replace(path, data)
        except OSError as fault:
            raise _failure(fault, path, len(data)) from fault

    def _replace(self, path: Path, data: bytes) -> Outcome:
        part = path.parent / f".{STATE_FOLDER[1:]}-{os.getpid()}.part"
        try:
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except PermissionError:
            if path.exists() and os.access(path.parent, os.W_OK):
                return "busy"
            raise
        finally:
            part.unlink(missing_ok=True)
        return "written"

    def _note(self, name: str, value: str) -> None:
        self._state.mkdir(parents=True, exist_ok=True)
        with (self._state / "journal").open("a", encoding="utf-8") as file:
            file.write(f"{value} {name}\n")

    def current(self, name: str) -> str | None:
        """The hash of a file as it stands, None where there is none."""
        try:
            return digest(self._inside(name).read_bytes())
        except (OSError, LuoshiError):
            return None

    def stands(self, name: str) -> bool:
        """True when a file stands as the last whole build left it."""
        return name in self.manifest.files and self.current(name) == self.manifest.files[name]

    def is_ours(self, name: str) -> bool:
        """True when a file stands as a build left it, one that was killed counted."""
        current = self.current(name)
        return current is not None and current in self._ours.get(name, set())

    def remove(self, name: str) -> bool:
        """Take away a file that is no longer made; one that a person edited stays."""
        path = self._inside(name)
        if path.exists() and not (self.is_ours(name) or self._force):
            return False
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
            self.manifest.files.pop(name, None)
            path.parent.rmdir()  # only when it is empty
        return not path.exists()

    def _inside(self, name: str) -> Path:
        path = self.root / name
        root = self.root.resolve()
        if not path.parent.resolve().is_relative_to(root):
            raise LuoshiError({lang: text.format(name=name) for lang, text in OUTSIDE.items()})
        return path

    def close(self) -> None:
        """Write the manifest and drop the journal; from here on this build is the last one."""
        try:
            self._state.mkdir(parents=True, exist_ok=True)
            self._settle_left()
            self._replace(self._state / "manifest.json", self.manifest.text().encode())
            journal = self._state / "journal"
            if self._left:
                lines = (f"{v} {n}\n" for n, values in self._left.items() for v in sorted(values))
                self._replace(journal, "".join(lines).encode())
            else:
                journal.unlink(missing_ok=True)
        except OSError as fault:
            raise _failure(fault, self._state, 0) from fault

    def _settle_left(self) -> None:
        """Take away what only a killed build made; what it replaced and we did not, stays noted."""
        for name in [n for n in self._left if n not in self.outcomes]:
            if name not in self.manifest.files:
                self.remove(name)
        self._left = {
            name: values
            for name, values in self._left.items()
            if name not in self.outcomes and self.current(name) in values
        }

    @contextlib.contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the folder for one build; a second build at once is told so.

        Raises:
            LuoshiError: Another build is running in this folder, or it can't be written.
        """
        try:
            self._state.mkdir(parents=True, exist_ok=True)
            file = (self._state / "lock").open("a+b")
        except OSError as fault:
            raise _failure(fault, self._state, 0) from fault
        with file:
            try:
                _lock(file.fileno())
            except OSError:
                raise LuoshiError(BUSY) from None
            self.manifest = Manifest.read(self._state / "manifest.json")
            self._ours = self._known_hashes()
            self._sweep()
            yield

    def _sweep(self) -> None:
        """Take away half files that a killed build left behind, where a build can have been."""
        for folder in {self.root, self._state, *((self.root / n).parent for n in self._ours)}:
            for part in folder.glob(f".{STATE_FOLDER[1:]}-*.part"):
                with contextlib.suppress(OSError):
                    part.unlink(missing_ok=True)


def _lock(descriptor: int) -> None:
    """Take an exclusive lock that ends with the process; OSError when somebody has it."""
    if os.name == "nt":
        import msvcrt  # noqa: PLC0415

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl  # noqa: PLC0415

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _failure(fault: OSError, path: Path, size: int) -> LuoshiError:
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        need = max(1, -(-size // 2**20))
        return LuoshiError({lang: text.format(need=need) for lang, text in DISK_FULL.items()})
    return LuoshiError({lang: text.format(path=path) for lang, text in NOT_WRITABLE.items()})
