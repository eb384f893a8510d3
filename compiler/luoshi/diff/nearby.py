"""Small questions about one record: its subject, its place, whether it is an obligation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from luoshi.diff.changes import ChangeKind, Effect, Place
from luoshi.diff.subjects import OBLIGATIONS, SUBJECTS, name_of
from luoshi.diff.tree import Node, field_names, is_slot
from luoshi.model import records as r
from luoshi.source import Span


def names_in(value: object) -> tuple[str, ...]:
    """The words of a field that holds one or several."""
    if isinstance(value, tuple):
        return tuple(str(item) for item in value)
    return (str(value),) if value else ()


def labels(nodes: Sequence[Node]) -> tuple[str, ...]:
    """How the entries of a list are named when only their order changed: ids, else names."""
    return tuple(getattr(n.record, "id", "") or name_of(n.record) for n in nodes)


def raised(before: Any, after: Any) -> ChangeKind:
    """Whether a number went up or down; ``field`` when it can't be said (30 and 30%)."""
    if getattr(before, "percent", None) != getattr(after, "percent", None):
        return "field"
    return "raised" if after > before else "lowered"


def is_handover(effects: tuple[Effect, ...]) -> bool:
    """Everybody who answered for it is out of it, and others answer for it now."""
    before = [e for e in effects if e.old_role in ("lead", "joint")]
    after = [e for e in effects if e.new_role in ("lead", "joint")]
    return (
        bool(before)
        and all(e.new_role is None for e in before)
        and any(e.old_role is None for e in after)
    )


def is_obligation(node: Node) -> bool:
    """True for what somebody is bound to do, counted by itself."""
    # the report of a duty belongs to the duty
    return isinstance(node.record, OBLIGATIONS) and not (
        isinstance(node.record, r.Report) and node.index is None
    )


def subject_of(node: Node) -> Node:
    """The nearest thing with a name of its own that a record stands in, itself counted."""
    while node.parent is not None and (
        not isinstance(node.record, SUBJECTS)
        or (isinstance(node.record, r.Report) and node.index is None)
    ):
        node = node.parent
    return node


def has_own_words(node: Node) -> bool:
    """True for a carrier that says something beside what stands in it."""
    names = (n for n in field_names(type(node.record)) if n not in ("owners", "months"))
    values = (getattr(node.record, n) for n in names)
    return any(v not in (None, "", ()) and not is_slot(v) for v in values)


def section_of(node: Node) -> str:
    """The part of the plan a record stands in: the title of the nearest part, else ``@field``."""
    above = node.parent
    while above is not None and above.parent is not None:
        title = getattr(above.record, "title", "") or getattr(above.record, "name", "")
        if title:
            return str(title)
        above = above.parent
    return "@" + node.path.split(".", 1)[0].split("[", 1)[0]


def place_of(node: Node | None, field: str = "") -> Place | None:
    """The place of a record or of one of its fields."""
    if node is None:
        return None
    path = (
        f"{node.path}.{field}".lstrip(".") if field and not _stands_in(node, field) else node.path
    )
    return Place(path, span_of(node, field))


def _stands_in(node: Node, field: str) -> bool:
    """True when a node already stands in that field."""
    return node.path.endswith(f".{field}") or node.path == field


def span_of(node: Node, field: str = "") -> Span | None:
    """The span to show: the field's where it was written, else a short one of the record."""
    origin = node.record.origin
    if not origin.is_written:
        return None
    return origin.at(field) if field and origin.has(field) else origin.short_span


def has_written_id(old: Node, new: Node) -> bool:
    """False only when neither plan was given an id by its author."""
    origins = (old.record.origin, new.record.origin)
    return any(not o.is_written or o.has("id") for o in origins)
