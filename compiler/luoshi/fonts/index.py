"""The index of fonts: each file is read once and remembered by its path, size and time."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from luoshi.fonts.sfnt import Facts, read_facts

_VERSION = 2
_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
_DEPTH = 6
_Rows = dict[str, tuple[int, int, tuple[Facts, ...]]]


def scan(folders: Sequence[Path], cache: Path | None) -> tuple[tuple[Path, Facts], ...]:
    """Every usable face below the folders, in the order of the folders, then by path.

    With ``cache`` (a folder) files unchanged since the last scan are not opened.
    """
    file = cache / "font-index.json" if cache else None
    known = _load(file) if file else {}
    rows = {key: _row(Path(key), size, time, known) for key, size, time in _font_files(folders)}
    if file and rows.items() - known.items():
        others = {key: row for key, row in known.items() if Path(key).exists()}
        _save(file, others | rows)
    return tuple(
        (Path(key), facts) for key, (_, _, all_facts) in rows.items() for facts in all_facts
        if facts.usable
    )  # fmt: skip


def write_whole(path: Path, data: bytes) -> None:
    """Write a cache file so that a reader sees all of it or none; a full disk is no error."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)


def _row(path: Path, size: int, time: int, known: _Rows) -> tuple[int, int, tuple[Facts, ...]]:
    row = known.get(str(path))
    if row and row[:2] == (size, time):
        return row
    return (size, time, read_facts(path))


def _font_files(folders: Iterable[Path]) -> Iterator[tuple[str, int, int]]:
    for folder in folders:
        yield from sorted(_walk(folder, _DEPTH))


def _walk(folder: Path, depth: int) -> Iterator[tuple[str, int, int]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        with contextlib.suppress(OSError):
            if entry.is_dir():
                if depth:
                    yield from _walk(Path(entry.path), depth - 1)
            elif entry.name.lower().endswith(_ENDINGS):
                status = entry.stat()
                yield entry.path, status.st_size, status.st_mtime_ns


def _load(file: Path) -> _Rows:
    try:
        data = json.loads(file.read_bytes())
        if data["version"] != _VERSION:
            return {}
        return {
            key: (size, time, tuple(_facts(item) for item in facts))
            for key, (size, time, facts) in data["files"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _facts(item: dict[str, object]) -> Facts:
    return Facts(**{**item, "families": tuple(item["families"])})  # type: ignore[arg-type]


def _save(file: Path, rows: _Rows) -> None:
    files = {
        key: (size, time, [asdict(item) for item in facts])
        for key, (size, time, facts) in rows.items()
    }
    write_whole(file, json.dumps({"version": _VERSION, "files": files}).encode())
