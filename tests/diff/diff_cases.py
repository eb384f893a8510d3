"""The case files of tests/cases/diff: two plans in one file, read into plans."""

from __future__ import annotations

from pathlib import Path

import yaml

from luoshi.diagnostics import Diagnostics, Severity
from luoshi.diff import PlanDiff, compare
from luoshi.model import ReadPlan, read_plan
from luoshi.source import MemoryWorld

FOLDER = Path(__file__).parents[1] / "cases" / "diff"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


def read(text: str, name: str = "plan.yaml") -> ReadPlan:
    """The plan of a text, which must be readable without an error."""
    bag = Diagnostics()
    found = read_plan(MemoryWorld({name: text}), Path(name), bag)
    assert found is not None
    errors = [d.code + str(d.args) for d in bag.sorted() if d.level is Severity.ERROR]
    if errors:
        raise AssertionError(errors)
    return found


def case(name: str) -> tuple[ReadPlan, ReadPlan]:
    """Both plans of a case file."""
    both = yaml.load((FOLDER / f"{name}.yaml").read_text("utf-8"), yaml.BaseLoader)
    return read(both["old"], "old.yaml"), read(both["new"], "new.yaml")


def diff_of(name: str) -> PlanDiff:
    """The difference of a case file's plans."""
    return compare(*case(name))


def diff_texts(old: str, new: str) -> PlanDiff:
    """The difference of two plans given as texts."""
    return compare(read(old, "old.yaml"), read(new, "new.yaml"))
