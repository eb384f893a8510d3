"""The two plans of ``luoshi diff``; one that can't be read is said and ends the command."""

from __future__ import annotations

from luoshi.cli.paths import not_found
from luoshi.diagnostics import Diagnostics, LuoshiError
from luoshi.diff import SideName, read_side, side_names
from luoshi.driver.sentences import NOT_COMPARED
from luoshi.model import ReadPlan
from luoshi.source import DiskWorld


def two_plans(world: DiskWorld, old: str, new: str) -> tuple[ReadPlan, ReadPlan]:
    """Both plans as read.

    Raises:
        LuoshiError: A file or revision is missing, or holds no plan that can be read.
    """
    first, second = side_names(world, old, new)
    return _read(world, first), _read(world, second)


def _read(world: DiskWorld, name: SideName) -> ReadPlan:
    if not name.revision and not name.path.is_file():
        raise not_found(name.path)
    read = read_side(world, name, Diagnostics())
    if read is None:
        shown = f"{name.revision}:{name.path}" if name.revision else str(name.path)
        raise LuoshiError({lang: text.format(path=shown) for lang, text in NOT_COMPARED.items()})
    return read
