"""What a difference means, as values: changes, whom they touch, letters, calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from luoshi.diff.edits import Edits
from luoshi.diff.matching import How
from luoshi.model.records import Plan, Role
from luoshi.source import Span

ChangeKind = Literal[
    "added",
    "removed",
    "moved",  # to other owners altogether, or to another part of the plan
    "owners",  # lead gained or lost, role changed, helper joined or left
    "earlier",
    "later",
    "retimed",  # another rule, a time where none was, a time no more
    "raised",
    "lowered",
    "renamed",
    "content",  # the text says something else: a number, a frequency, a not
    "wording",  # the text says the same in other words
    "order",
    "field",  # any other field
]
# what a change is about, for the counts: responsibilities, other content, wording, order alone
Weight = Literal["duty", "other", "wording", "order"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: its path in the plan and, when it was read from a file, its span."""

    path: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change of an obligation is to one unit: the role it had and the one it has.

    Equal roles mean that the unit is concerned without its part having changed.
    """

    unit: str  # unit key, of the new plan where it is there
    name: str
    old_role: Role | None
    new_role: Role | None
    listed: Literal["", "came", "gone"] = ""  # named in the field that changed, or no more


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One event, told once.

    ``subject`` is the type of record as the language calls it (duty, work_item, unit, plan);
    ``name`` its words. ``field`` is empty where the whole record came, went or moved. ``days`` is
    counted for ``earlier`` and ``later`` only. ``where`` and ``before`` name the part of the plan.
    """

    kind: ChangeKind
    weight: Weight
    subject: str
    id: str = ""
    name: str
    record: str  # the record that holds the field, in code: Duty, Target
    field: str = ""
    old: Any = None
    new: Any = None
    old_place: Place | None = None
    new_place: Place | None = None
    matched_by: How | None = None
    effects: tuple[Effect, ...] = ()
    days: int = 0
    section_old: str = ""  # the path of the part it stood in, of a move
    section_new: str = ""
    obligation: bool = False


@dataclass(frozen=True, slots=True)
class UnitChanges:
    """One unit with the changes that touch it, in the order of the new plan."""

    unit: str
    name: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class LetterNote:
    """One letter: its key in the plan that has it, and the name of its second side."""

    key: str
    name: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterChanges:
    """The responsibility letters of both plans, sorted by what becomes of them."""

    stale: tuple[LetterNote, ...] = ()  # must be signed again
    valid: tuple[LetterNote, ...] = ()
    added: tuple[LetterNote, ...] = ()
    dropped: tuple[LetterNote, ...] = ()

    @property
    def total(self) -> int:
        """How many letters the new plan has."""
        return len(self.stale) + len(self.valid) + len(self.added)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarChanges:
    """How many entries of the calendar differ; a rule counts once for every day it falls on."""

    added: int = 0
    removed: int = 0
    earlier: int = 0
    later: int = 0
    undated_added: int = 0  # entries of the undated list
    undated_removed: int = 0

    def __bool__(self) -> bool:
        return any(
            (
                self.added,
                self.removed,
                self.earlier,
                self.later,
                self.undated_added,
                self.undated_removed,
            )
        )


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two plans: where it was read from (empty for a plan in memory)."""

    plan: Plan
    file: str = ""
    revision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDiff:
    """The difference of two plans: exact in ``edits``, told in ``changes``."""

    old: Side
    new: Side
    edits: Edits
    changes: tuple[Change, ...]
    units: tuple[UnitChanges, ...]
    letters: LetterChanges
    calendar: CalendarChanges
    unit_names: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)

    @property
    def is_empty(self) -> bool:
        """True when both plans say the same; the order of lists may differ where it says nothing."""
        return not self.changes

    def count(self, weight: Weight) -> int:
        """How many changes have a weight."""
        return sum(1 for change in self.changes if change.weight == weight)
