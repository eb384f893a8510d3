"""Who covers a task: its own owners, those above it, and those of duties in it or serving it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.model import MEMBER_WORDS, Index, unit_key
from luoshi.model.obligations import Obligation
from luoshi.model.records import Duty, Owner, Record, WorkItem
from luoshi.model.resolve import nearest_unit
from luoshi.syntax import BadNode, ListNode, MapNode


class Cover:
    """The owners that stand for one task, by where they come from."""

    __slots__ = ("below", "damaged", "own", "serving")

    def __init__(self) -> None:
        self.own: list[Owner] = []  # of the task, of its duties, of serving duties
        self.below: list[Owner] = []  # of its parts
        self.serving: list[Duty] = []
        self.damaged = False  # something of it could not be read and may have named an owner


def covers(index: Index) -> dict[int, Cover]:
    """The cover of every task, measure and campaign, by the identity of its record."""
    found: dict[int, Cover] = defaultdict(Cover)
    for work in index.works:
        assert isinstance(work.record, WorkItem)  # noqa: S101 - works are work items
        cover = found[id(work.record)]
        cover.own += work.record.owners
        cover.damaged = cover.damaged or not is_whole(work.record)
    for duty in index.obligations:
        if isinstance(duty.record, Duty):
            _add_duty(duty, duty.record, index, found)
    _add_parts(index, found)
    return found


def _add_duty(duty: Obligation, record: Duty, index: Index, found: dict[int, Cover]) -> None:
    inside = duty.container
    if isinstance(inside, WorkItem):
        found[id(inside)].own += record.owners
        found[id(inside)].damaged |= not record.owners and not is_whole(record)
    for name in record.serves:
        work = index.work_by_id.get(name)
        if work is not None and work is not inside:
            found[id(work)].own += duty.owners
            found[id(work)].serving.append(record)


def _add_parts(index: Index, found: dict[int, Cover]) -> None:
    for part in reversed(index.works):
        cover = found[id(part.record)]
        for above in part.works[-1:]:
            outer = found[id(above)]
            outer.below += cover.own
            outer.below += cover.below
            outer.damaged |= cover.damaged


def leads(owners: list[Owner]) -> bool:
    """Whether somebody leads, alone or jointly; a name that could not be resolved counts."""
    return any(owner.role != "assist" for owner in owners)


def uncovered(context: CheckContext) -> Iterator[tuple[WorkItem, Cover]]:
    """The outermost tasks that nobody leads: not themselves, nor above, nor below."""
    found = covers(context.index)
    settled: set[int] = set()
    for work in context.index.works:
        record = work.record
        assert isinstance(record, WorkItem)  # noqa: S101 - works are work items
        cover = found[id(record)]
        above = [id(item) for item in work.works]
        if any(key in settled or leads(found[key].own) for key in above):
            continue
        if leads(cover.own) or leads(cover.below) or cover.damaged:
            continue
        settled.add(id(record))
        yield record, cover


def is_whole(record: Record) -> bool:
    """False when some field of a record could not be read, or its name is not known."""
    origin = record.origin
    if origin.lost:
        return False
    if not isinstance(origin.node, MapNode) or origin.table is None:
        return True
    by_key = origin.table.field_by_key
    return all(
        key.value in by_key and not isinstance(value, BadNode) and not _holds_bad(value)
        for key, value in origin.node.pairs
    )


def _holds_bad(value: object) -> bool:
    return type(value) is ListNode and any(type(item) is BadNode for item in value.items)


def duties_readable(context: CheckContext) -> bool:
    """False when an owner or a list of duties could not be read, so that "has none" can't be said."""
    lost = set(context.plan.origin.lost)
    if lost & {"division_of_labor", "tasks", "measures", "campaigns", "schedule", "organization"}:
        return False
    duties = (duty.record for duty in context.index.duties)
    divisions = context.plan.division_of_labor
    return all(map(_owners_readable, duties)) and all(
        _owners_readable(division) and is_whole(division) for division in divisions
    )


def _owners_readable(record: Record) -> bool:
    """False where owners are lost, are written twice, or may hide behind an unknown field."""
    origin = record.origin
    if "owners" in origin.lost or not getattr(record, "owners", ()):
        return is_whole(record)
    if not isinstance(origin.node, MapNode) or origin.table is None:
        return True
    keys = origin.table.field("owners").spellings()
    return sum(key.value in keys for key, _ in origin.node.pairs) < 2


def half_named(context: CheckContext) -> frozenset[str]:
    """Keys of units that an unresolved owner probably means: that name has its own finding."""
    index = context.index
    unresolved = {
        owner.unit
        for found in index.obligations
        for owner in found.owners
        if owner.unit and owner.unit not in MEMBER_WORDS and index.unit(owner.unit) is None
    }
    if not unresolved:
        return frozenset()
    from difflib import get_close_matches  # noqa: PLC0415 - slow to load, seldom needed

    keys: set[str] = set()
    for name in unresolved:
        near = get_close_matches(name, [unit.name for unit in index.plan.units], n=2, cutoff=0.5)
        meant = (*index.candidates(name), nearest_unit(name, index), *map(index.unit, near))
        keys.update(unit_key(unit) for unit in meant if unit is not None)
    return frozenset(keys)
