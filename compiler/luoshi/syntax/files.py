"""From a path to a source: what is missing, too large or oddly encoded becomes a finding."""

from __future__ import annotations

from pathlib import Path

from luoshi.diagnostics import Diagnostic, Diagnostics
from luoshi.source import SourceFile, Span, World
from luoshi.source.decode import decode
from luoshi.syntax.faults_file import EMPTY_FILE, ENCODING, FILE_MISSING, FILE_UNREADABLE, TOO_LARGE

MOST_BYTES = 4 * 1024 * 1024


def read_source(world: World, path: Path, bag: Diagnostics) -> SourceFile | None:
    """The text of a file, None when there is none to read; the reason is in ``bag``."""
    name = path.as_posix()
    try:
        data = world.read(path)
    except FileNotFoundError:
        bag.add(Diagnostic(rule=FILE_MISSING, primary=None, args={"file": path.name}))
        return None
    except OSError:
        bag.add(Diagnostic(rule=FILE_UNREADABLE, primary=None, args={"file": path.name}))
        return None
    if len(data) > MOST_BYTES:
        size = {"size": -(-len(data) // 2**20), "limit": MOST_BYTES // 2**20}
        bag.add(Diagnostic(rule=TOO_LARGE, primary=None, args={"file": path.name, **size}))
        return None
    decoded = decode(data)
    source = SourceFile(name, decoded.text)
    if decoded.problem is not None:
        at = decoded.problem.offset
        bag.add(
            Diagnostic(
                rule=ENCODING,
                primary=Span(source, at, min(at + 1, len(source.text))),
                args={"file": path.name, "encoding": decoded.problem.detail or "?"},
            )
        )
    if not decoded.text.strip():
        bag.add(Diagnostic(rule=EMPTY_FILE, primary=Span(source, 0, 0), args={"file": path.name}))
        return None
    return source
