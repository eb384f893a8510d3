"""Meaning-level differences between two plans: what changed, for whom, with what consequence."""

from luoshi.diff.changes import (
    CalendarChanges,
    Change,
    Effect,
    LetterChanges,
    Place,
    PlanDiff,
    Side,
    UnitChanges,
)
from luoshi.diff.compare import apply, compare
from luoshi.diff.git import GitWorld
from luoshi.diff.json_form import diff_json, diff_json_text
from luoshi.diff.sides import SideName, read_side, side_names
from luoshi.diff.text import diff_text

__all__ = [
    "CalendarChanges",
    "Change",
    "Effect",
    "GitWorld",
    "LetterChanges",
    "Place",
    "PlanDiff",
    "Side",
    "SideName",
    "UnitChanges",
    "apply",
    "compare",
    "diff_json",
    "diff_json_text",
    "diff_text",
    "read_side",
    "side_names",
]
