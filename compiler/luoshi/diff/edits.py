"""The exact difference of two plans, field by field, and its application to the first.

Nothing is judged here: every field whose value differs and every list whose records differ or
stand in another order is one edit. ``changes`` tells what the edits mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from luoshi.diff.matching import Matching
from luoshi.diff.tree import Node, field_names, is_slot, tree_of
from luoshi.model.records import Plan, Record


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """A field that holds no records and has another value. Paths as in ``tree``."""

    old_path: str
    new_path: str
    record: str  # the type's name, such as Duty
    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Added:
    """A record that the old plan does not have; ``slots`` hold what stands in its lists."""

    record: Record
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands in one field of an added record: new records and paths of old ones."""

    field: str
    single: bool
    after: tuple[str | Added, ...]


@dataclass(frozen=True, slots=True)
class ListEdit:
    """A field whose records differ: paths of the old records before, what stands there after."""

    old_path: str
    new_path: str
    field: str
    single: bool
    before: tuple[str, ...]
    after: tuple[str | Added, ...]


@dataclass(frozen=True, slots=True)
class Edits:
    """All edits, in the order of the new plan."""

    fields: tuple[FieldEdit, ...] = ()
    lists: tuple[ListEdit, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.fields or self.lists)


def edits_of(found: Matching) -> Edits:
    """The edits that lead from the old tree to the new one."""
    fields: list[FieldEdit] = []
    lists: list[ListEdit] = []
    for new in found.new:
        old = found.to_old.get(new)
        if old is not None:
            fields.extend(_field_edits(old, new))
            lists.extend(_list_edits(old, new, found))
    return Edits(tuple(fields), tuple(lists))


def _field_edits(old: Node, new: Node) -> Iterator[FieldEdit]:
    for name in field_names(type(old.record)):
        before, after = getattr(old.record, name), getattr(new.record, name)
        if before == after and not is_slot(before):
            continue
        if is_slot(before) or is_slot(after):
            continue  # an empty list beside a filled one is a matter of records
        yield FieldEdit(old.path, new.path, type(old.record).__name__, name, before, after)


def _list_edits(old: Node, new: Node, found: Matching) -> Iterator[ListEdit]:
    for name in dict.fromkeys(child.field for child in (*old.children, *new.children)):
        before = tuple(child.path for child in old.slot(name))
        after = tuple(_entry(child, found) for child in new.slot(name))
        if before != after:
            single = any(c.index is None for c in (*old.slot(name), *new.slot(name)))
            yield ListEdit(old.path, new.path, name, single, before, after)


def _entry(new: Node, found: Matching) -> str | Added:
    old = found.to_old.get(new)
    if old is not None:
        return old.path
    slots = tuple(
        Slot(
            name,
            new.slot(name)[0].index is None,
            tuple(_entry(child, found) for child in new.slot(name)),
        )
        for name in dict.fromkeys(child.field for child in new.children)
    )
    return Added(new.record, slots)


# --- applying -----------------------------------------------------------------------------------


def apply_edits(edits: Edits, plan: Plan) -> Plan:
    """The plan with the edits made; it must be equal to the one they were taken from."""
    patched = _Patched(edits, plan).record("")
    assert isinstance(patched, Plan)  # noqa: S101 (a record keeps its type)
    return patched


class _Patched:
    def __init__(self, edits: Edits, plan: Plan) -> None:
        self.node_by_path = {node.path: node for node in tree_of(plan)[1]}
        self.values: dict[str, dict[str, Any]] = {}
        self.lists: dict[str, dict[str, ListEdit]] = {}
        for edit in edits.fields:
            self.values.setdefault(edit.old_path, {})[edit.field] = edit.new
        for change in edits.lists:
            self.lists.setdefault(change.old_path, {})[change.field] = change

    def record(self, path: str) -> Record:
        """The record that stood at a path, with everything below it, as it is now."""
        node = self.node_by_path[path]
        lists = self.lists.get(path, {})
        values = dict(self.values.get(path, {}))
        for name in dict.fromkeys(child.field for child in node.children):
            if name not in lists:
                values[name] = self._whole(node, name)
        for name, change in lists.items():
            values[name] = self._filled(change)
        return replace(node.record, **values) if values else node.record

    def _whole(self, node: Node, name: str) -> Any:
        records = tuple(self.record(child.path) for child in node.slot(name))
        return records[0] if node.slot(name)[0].index is None else records

    def _filled(self, change: ListEdit | Slot) -> Any:
        records = tuple(self._entry(entry) for entry in change.after)
        if change.single:
            return records[0] if records else None
        return records

    def _entry(self, entry: str | Added) -> Record:
        if isinstance(entry, str):
            return self.record(entry)
        return replace(entry.record, **{slot.field: self._filled(slot) for slot in entry.slots})
