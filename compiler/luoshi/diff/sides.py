"""The two arguments of ``luoshi diff``: files, ``REV:path``, or a revision of the other's file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from luoshi.diagnostics import Diagnostics
from luoshi.diff.git import GitWorld, is_revision_name
from luoshi.model import ReadPlan, read_plan
from luoshi.source import World


@dataclass(frozen=True, slots=True)
class SideName:
    """What one argument names: a file, and the revision to read it from (empty: as it is now)."""

    path: Path
    revision: str = ""


def side_names(world: World, old: str, new: str) -> tuple[SideName, SideName]:
    """What two arguments name. A file that is there is that file, whatever its name looks like.

    ``REV:path`` is the file in a revision; a bare revision takes the path of the other argument.
    """
    found = [_named(world, text) for text in (old, new)]
    first, second = found
    if first is None and second is not None:
        first = SideName(second.path, old)
    if second is None and first is not None:
        second = SideName(first.path, new)
    return first or SideName(Path(old)), second or SideName(Path(new))


def read_side(world: World, name: SideName, bag: Diagnostics) -> ReadPlan | None:
    """The plan of one side with everything it includes, all from the same revision.

    None when no plan could be read; the findings are in ``bag``. Raises LuoshiError when git, the
    repository or the revision is missing.
    """
    if not name.revision:
        return read_plan(world, name.path, bag)
    folder = name.path.parent
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent  # the folder itself may be younger or older than the revision
    return read_plan(GitWorld(world, folder, name.revision), name.path, bag)


def _named(world: World, text: str) -> SideName | None:
    """The file an argument names, or None for what can only be a revision."""
    if _is_there(world, text):
        return SideName(Path(text))
    revision, colon, path = text.partition(":")
    is_drive = len(revision) == 1 and path[:1] in ("\\", "/")
    if colon and path and not is_drive and is_revision_name(revision):
        return SideName(Path(path), revision)
    if Path(text).suffix.lower() in (".yaml", ".yml") or not is_revision_name(text):
        return SideName(Path(text))  # a file that is missing: the finding says so
    return None


def _is_there(world: World, text: str) -> bool:
    try:
        world.read(Path(text))
    except (OSError, ValueError):
        return False
    return True
