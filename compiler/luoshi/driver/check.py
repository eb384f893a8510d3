"""Reading and checking one plan: the first half of every compile."""

from __future__ import annotations

from pathlib import Path

from luoshi.check import CheckedPlan, Profile, check_plan
from luoshi.check.rules.table import CHECKS
from luoshi.diagnostics import Diagnostic, Diagnostics
from luoshi.frozen import frozen
from luoshi.model import ReadPlan, read_plan
from luoshi.source import World


@frozen
class Checked:
    """What checking a file gave: as far as it could be read, and everything found."""

    path: Path
    read: ReadPlan | None
    plan: CheckedPlan | None
    findings: tuple[Diagnostic, ...]


def check_file(world: World, path: Path, profile: Profile = "standard") -> Checked:
    """The findings of one plan file; never raises on what people wrote."""
    bag = Diagnostics()
    read = read_plan(world, path, bag)
    plan, findings = check_plan(read, bag, CHECKS, world.today(), profile)
    return Checked(path, read, plan, findings)
