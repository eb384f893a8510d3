"""The two plans of ``luoshi diff``; one that can't be read is said and ends the command."""

from __future__ import annotations

from dataclasses import dataclass

from luoshi.cli.paths import not_found
from luoshi.diagnostics import Diagnostic, Diagnostics, LuoshiError, Severity
from luoshi.diff import SideName, read_side, side_names
from luoshi.driver.sentences import NOT_COMPARED
from luoshi.model import ReadPlan
from luoshi.source import DiskWorld


@dataclass(frozen=True, slots=True)
class TwoPlans:
    """Both sides as read, their revisions, and what must be fixed before they can be compared.

    A field that could not be read would look like one that was left out.
    """

    old: ReadPlan
    new: ReadPlan
    revisions: tuple[str, str]
    errors: tuple[Diagnostic, ...]


def two_plans(world: DiskWorld, old: str, new: str) -> TwoPlans:
    """Both plans as read.

    Raises:
        LuoshiError: A file or revision is missing, or holds no plan that can be read.
    """
    names = side_names(world, old, new)
    bag = Diagnostics()
    first, second = (_read(world, name, bag) for name in names)
    errors = tuple(found for found in bag.sorted() if found.level is Severity.ERROR)
    return TwoPlans(first, second, (names[0].revision, names[1].revision), errors)


def _read(world: DiskWorld, name: SideName, bag: Diagnostics) -> ReadPlan:
    if not name.revision and not name.path.is_file():
        raise not_found(name.path)
    read = read_side(world, name, bag)
    if read is None:
        shown = f"{name.revision}:{name.path}" if name.revision else str(name.path)
        raise LuoshiError({lang: text.format(path=shown) for lang, text in NOT_COMPARED.items()})
    return read
