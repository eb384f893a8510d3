"""The World: everything that reaches a compile from outside comes through one object."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Protocol

MOST_BYTES = 64 * 1024 * 1024  # beyond what any reader of plans and tables takes


class TooLargeError(OSError):
    """A file so large that not even its reader's own limit is asked; ``size`` in bytes."""

    def __init__(self, size: int) -> None:
        super().__init__(errno.EFBIG, os.strerror(errno.EFBIG))
        self.size = size


class World(Protocol):
    """What a compile may ask for. The command line, the studio and the tests bring their own."""

    def read(self, path: Path) -> bytes:
        """The bytes of a file; raises OSError when it cannot be read."""

    def template_folders(self, plan: Path) -> tuple[Path, ...]:
        """Folders that are searched for wording and styles, the plan's own folder first."""

    def today(self) -> date:
        """The day against which waivers expire; never printed in a document."""


class DiskWorld:
    """The World of the command line: files on disk, and the day it was told."""

    def __init__(self, as_of: date, templates: tuple[Path, ...] = ()) -> None:
        self._as_of = as_of
        self._templates = templates or (_shipped_templates(),)

    def read(self, path: Path) -> bytes:
        """The bytes of a file.

        Raises:
            OSError: It can't be read, or is no file (a device or pipe would never end).
            TooLargeError: It has more than ``MOST_BYTES``.
        """
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
        if about.st_size > MOST_BYTES:
            raise TooLargeError(about.st_size)
        return path.read_bytes()

    def template_folders(self, plan: Path) -> tuple[Path, ...]:
        """The plan's own ``templates`` folder, then the shipped ones."""
        return (plan.parent / "templates", *self._templates)

    def today(self) -> date:
        """The day the command line was told (``--as-of``)."""
        return self._as_of


class MemoryWorld:
    """A World of texts in memory, for tests; templates come from the shipped folder."""

    def __init__(self, files: Mapping[str, str | bytes], as_of: date = date(2026, 9, 1)) -> None:
        self._files = {
            Path(name): data.encode() if isinstance(data, str) else data
            for name, data in files.items()
        }
        self._as_of = as_of

    def read(self, path: Path) -> bytes:
        """The bytes of a file, or from disk what lies in a template folder."""
        if path in self._files:
            return self._files[path]
        if any(folder in path.parents for folder in (_shipped_templates(),)):
            return path.read_bytes()
        raise FileNotFoundError(str(path))

    def template_folders(self, plan: Path) -> tuple[Path, ...]:
        """The plan's own folder and the shipped one."""
        return (plan.parent / "templates", _shipped_templates())

    def today(self) -> date:
        """The fixed day of this world."""
        return self._as_of


def _shipped_templates() -> Path:
    package = Path(__file__).resolve().parent.parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent.parent / "templates"
