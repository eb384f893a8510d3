"""Running safe fixes: text edits on the author's files, written whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from luoshi.diagnostics import Diagnostic, Edit
from luoshi.source import SourceFile
from luoshi.source.decode import decode
from luoshi.source.files import replace_file


@dataclass(frozen=True, slots=True)
class Fixed:
    """What was fixed in one file: the findings whose edits were made."""

    path: Path
    findings: tuple[Diagnostic, ...]


def fix_files(findings: Iterable[Diagnostic]) -> tuple[Fixed, ...]:
    """Make the safe edits of findings, file by file; edits that meet another wait for the next run.

    A file that has changed since it was read, or that is not UTF-8, is left alone.

    Raises:
        LuoshiError: A file can't be written.
    """
    by_source: dict[SourceFile, list[Diagnostic]] = {}
    for found in findings:
        if found.fix is not None and found.fix.safe and found.fix.edits and found.waived is None:
            by_source.setdefault(found.fix.edits[0].span.source, []).append(found)
    return tuple(
        fixed for source, items in by_source.items() if (fixed := _fix(source, items)) is not None
    )


def _fix(source: SourceFile, findings: list[Diagnostic]) -> Fixed | None:
    path = Path(source.name)
    try:
        data = path.read_bytes()
    except OSError:
        return None
    decoded = decode(data)
    if decoded.problem is not None or decoded.text != source.text:
        return None
    taken: list[Edit] = []
    done: list[Diagnostic] = []
    for found in findings:
        edits = found.fix.edits if found.fix else ()
        if all(e.span.source is source and not _meets(e, taken) for e in edits):
            taken += edits
            done.append(found)
    text = apply_edits(source.text, taken)
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    replace_file(path, mark + text.encode())
    return Fixed(path, tuple(done))


def _meets(edit: Edit, others: list[Edit]) -> bool:
    return any(edit.span.start < o.span.end and o.span.start < edit.span.end for o in others)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits made, from the last to the first so that places stay right."""
    for edit in sorted(edits, key=lambda e: e.span.start, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
