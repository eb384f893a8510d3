"""A cheap key of the fonts a machine has: it changes when a font file comes, goes or changes."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from luoshi.driver.output import digest
from luoshi.fonts.places import data_folder, package_folders, system_folders

_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")


@lru_cache(maxsize=4)
def fonts_key(folders: tuple[Path, ...]) -> str:
    """SHA-256 over names, sizes and times of the font files that a build may use."""
    parts: list[str] = []
    for root in (*folders, data_folder(), *system_folders(), *package_folders()):
        for folder, _, files in os.walk(root):
            for name in files:
                if name.lower().endswith(_ENDINGS):
                    status = Path(folder, name).stat()
                    parts.append(f"{folder}/{name} {status.st_size} {status.st_mtime_ns}")
    return digest("\n".join(sorted(parts)).encode())
