"""The door of the room: two plans in, one ``PlanDiff`` out."""

from __future__ import annotations

from collections.abc import Iterable

from luoshi.diff.calendar import compare_calendars
from luoshi.diff.changes import Change, PlanDiff, Side, UnitChanges
from luoshi.diff.edits import apply_edits, edits_of
from luoshi.diff.letters import compare_letters
from luoshi.diff.matching import match
from luoshi.diff.roles import Roles
from luoshi.diff.telling import tell
from luoshi.diff.tree import tree_of
from luoshi.model import Index, Plan, ReadPlan, unit_key


def compare(
    old: ReadPlan | Plan, new: ReadPlan | Plan, revisions: tuple[str, str] = ("", "")
) -> PlanDiff:
    """What the second plan says otherwise than the first.

    ``revisions`` name the git revisions the files were read from, for those who read the result.
    """
    old_index, new_index = _index(old), _index(new)
    found = match(tree_of(old_index.plan)[1], tree_of(new_index.plan)[1])
    changes = tell(found, old_index, new_index)
    keys = Roles(found, old_index, new_index).new_key
    return PlanDiff(
        old=_side(old, revisions[0]),
        new=_side(new, revisions[1]),
        edits=edits_of(found),
        changes=changes,
        units=tuple(_by_unit(changes, old_index, new_index)),
        letters=compare_letters(old_index, new_index, keys),
        calendar=compare_calendars(found, old_index, new_index),
        unit_names=_unit_names(old_index, new_index),
    )


def apply(diff: PlanDiff, plan: Plan) -> Plan:
    """The plan with a difference made; ``apply(compare(a, b), a) == b``."""
    return apply_edits(diff.edits, plan)


def _index(side: ReadPlan | Plan) -> Index:
    return side.index if isinstance(side, ReadPlan) else Index(side)


def _side(side: ReadPlan | Plan, revision: str) -> Side:
    if isinstance(side, ReadPlan):
        return Side(side.plan, side.path.as_posix(), revision)
    return Side(side, "", revision)


def _by_unit(changes: Iterable[Change], old: Index, new: Index) -> Iterable[UnitChanges]:
    """Units in the order of the new plan, then those of the old one, then unknown names."""
    touched: dict[str, dict[int, Change]] = {}
    names: dict[str, str] = {}
    for change in changes:
        for effect in change.effects:
            touched.setdefault(effect.unit, {})[id(change)] = change
            names.setdefault(effect.unit, effect.name)
    known = [unit_key(unit) for index in (new, old) for unit in index.plan.units]
    for key in dict.fromkeys((*known, *touched)):
        if key in touched:
            yield UnitChanges(key, names[key], tuple(touched[key].values()))


def _unit_names(old: Index, new: Index) -> dict[str, str]:
    """Every name a unit may be written by, to its full name; for those who print references."""
    names: dict[str, str] = {}
    for index in (old, new):
        for unit in index.plan.units:
            for name in (unit.id, unit.short, *unit.also_called):
                if name:
                    names[name] = unit.name
    return names
