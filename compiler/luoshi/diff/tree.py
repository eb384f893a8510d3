"""A plan as a tree of records with a path each: what the matching walks over."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import cache

from luoshi.model import records
from luoshi.model.records import Owner, Plan, Record


@dataclass(slots=True, eq=False)
class Node:
    """One record in its place. ``path`` is unique in the plan: ``tasks[2].duties[0]``.

    Paths count in the joined plan, so that records of included files have one of their own.
    ``index`` is None where the field holds one record and not a list.
    """

    record: Record
    path: str
    parent: Node | None = None
    field: str = ""
    index: int | None = None
    children: list[Node] = dataclass_field(default_factory=list)

    @property
    def owners(self) -> tuple[str, ...]:
        """The units this stands under: its own owners, else those of what it stands in."""
        node: Node | None = self
        while node is not None:
            own: tuple[Owner, ...] = getattr(node.record, "owners", ())
            if own:
                return tuple(sorted(owner.unit for owner in own))
            node = node.parent
        return ()

    def slot(self, name: str) -> list[Node]:
        """The records in one field, in order."""
        return [child for child in self.children if child.field == name]


def field_names(kind: type[Record]) -> tuple[str, ...]:
    """The fields that say something, in the order of the record; its place is none of them."""
    return _names_by_type()[kind]


@cache
def _names_by_type() -> dict[type[Record], tuple[str, ...]]:
    return {
        kind: tuple(f.name for f in dataclasses.fields(kind) if f.compare)
        for kind in vars(records).values()
        if isinstance(kind, type) and issubclass(kind, Record)
    }


def is_slot(value: object) -> bool:
    """True for a record and for a list of records."""
    if isinstance(value, tuple):
        return bool(value) and isinstance(value[0], Record)
    return isinstance(value, Record)


def tree_of(plan: Plan) -> tuple[Node, list[Node]]:
    """The root of a plan and every node in reading order, the root first."""
    root = Node(plan, "")
    nodes = [root]
    _grow(root, nodes)
    return root, nodes


def _grow(node: Node, nodes: list[Node]) -> None:
    for child in _children(node):
        node.children.append(child)
        nodes.append(child)
        _grow(child, nodes)


def _children(node: Node) -> Iterator[Node]:
    base = f"{node.path}." if node.path else ""
    for name in field_names(type(node.record)):
        value = getattr(node.record, name)
        if isinstance(value, Record):
            yield Node(value, base + name, node, name)
        elif isinstance(value, tuple) and is_slot(value):
            for n, item in enumerate(value):
                yield Node(item, f"{base}{name}[{n}]", node, name, n)
