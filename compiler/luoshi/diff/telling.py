"""From pairs of records to changes: every edit is told by exactly one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from luoshi.diff.changes import Change, ChangeKind, Effect, Place, Weight
from luoshi.diff.identity import IDENTITY, UNORDERED_WORDS
from luoshi.diff.matching import Matching
from luoshi.diff.roles import Roles
from luoshi.diff.subjects import (
    CARRIERS,
    OBLIGATIONS,
    SUBJECTS,
    field_of,
    is_number,
    is_prose,
    is_time,
    name_of,
    names_units,
    table_of,
)
from luoshi.diff.times import direction, shift
from luoshi.diff.tree import Node, field_names, is_slot
from luoshi.diff.weighty import says_the_same
from luoshi.model import Index
from luoshi.model import records as r

_RENAMES = ("title", "name", "measure", "result", "base")
_ASIDE = frozenset(("id", "short", "note", "mark", "calendar", "serves", "cites", "fulfils"))


def tell(found: Matching, old: Index, new: Index) -> tuple[Change, ...]:
    """The changes in the order of the new plan; what is gone stands last, in the old order."""
    return tuple(_replacements(list(_Teller(found, old, new).changes())))


def _replacements(changes: list[Change]) -> Iterator[Change]:
    """One small record gone and one come in the same field are one change: 组长由甲改为乙."""
    heaps: dict[tuple[str, str, str, str], list[Change]] = defaultdict(list)
    for change in changes:
        if isinstance(change.old or change.new, r.Record) and change.kind == "field":
            heaps[change.subject, change.id, change.name, change.field].append(change)
    merged: dict[int, Change | None] = {}
    for heap in heaps.values():
        came = [c for c in heap if c.old is None]
        gone = [c for c in heap if c.new is None]
        if len(came) == len(gone) == 1:
            old = gone[0]
            merged[id(came[0])] = replace(came[0], old=old.old, old_place=old.old_place)
            merged[id(old)] = None
    for change in changes:
        told = merged.get(id(change), change)
        if told is not None:
            yield told


class _Teller:
    def __init__(self, found: Matching, old: Index, new: Index) -> None:
        self.found = found
        self.old_index, self.new_index = old, new
        self.roles = Roles(found, old, new)

    def changes(self) -> Iterator[Change]:
        for node in self.found.new:
            before = self.found.to_old.get(node)
            if before is None:
                yield from self._came_or_went(node, "added")
            else:
                yield from self._pair(before, node)
        for node in self.found.old:
            if node not in self.found.to_new:
                yield from self._came_or_went(node, "removed")

    # --- records that came or went ----------------------------------------------------------------

    def _came_or_went(self, node: Node, kind: ChangeKind) -> Iterator[Change]:
        if isinstance(node.record, r.Owner):
            if self._bare_owner(node):
                yield self._value(node, kind)
        elif isinstance(node.record, CARRIERS):
            if _own_words(node):
                yield self._whole(node, kind, "other")
        elif _is_obligation(node):
            yield self._whole(node, kind, "duty")
        elif not self._claimed(node, kind):
            if isinstance(node.record, SUBJECTS) and not isinstance(node.record, r.Report):
                yield self._whole(node, kind, "other")
            else:
                yield self._value(node, kind)

    def _claimed(self, node: Node, kind: ChangeKind) -> bool:
        """True inside something that came or went as a whole and is told itself."""
        partners = self.found.to_old if kind == "added" else self.found.to_new
        above = node.parent
        while above is not None and above not in partners:
            if not isinstance(above.record, CARRIERS):
                return True
            above = above.parent
        return False

    def _bare_owner(self, node: Node) -> bool:
        """An owner of a list that holds no duties; elsewhere the duties tell."""
        home = node.parent
        if home is None or home not in self.found.to_old and home not in self.found.to_new:
            return False
        return not isinstance(home.record, OBLIGATIONS) and len(home.children) == len(
            home.slot("owners")
        )

    def _whole(self, node: Node, kind: ChangeKind, weight: Weight) -> Change:
        came = kind == "added"
        place = Place(node.path, _span(node))
        return Change(
            kind=kind,
            weight=weight,
            subject=table_of(type(node.record)).name,
            id=getattr(node.record, "id", ""),
            name=self._name(node, old=not came),
            record=type(node.record).__name__,
            old=None if came else node.record,
            new=node.record if came else None,
            old_place=None if came else place,
            new_place=place if came else None,
            effects=self.roles.of_one(node, came=came),
            obligation=_is_obligation(node),
        )

    def _value(self, node: Node, kind: ChangeKind) -> Change:
        """A small record within a subject, told as a change of the field it stands in."""
        came = kind == "added"
        home, subject = node.parent, _subject(node)
        assert home is not None  # noqa: S101 (only the plan stands in nothing)
        partners = self.found.to_old if came else self.found.to_new
        other = partners.get(home)
        old, new = (other, node) if came else (node, other)
        return self._event(
            "field",
            self._weight_of(subject),
            subject,
            field=node.field,
            record=type(home.record).__name__,
            values=(None, node.record) if came else (node.record, None),
            places=(_place(old, node.field if came else ""), _place(new, "" if came else node.field)),
            effects=self._concerned(subject, old=not came),
        )

    # --- records that stand in both ---------------------------------------------------------------

    def _pair(self, old: Node, new: Node) -> Iterator[Change]:
        if isinstance(old.record, r.Owner):
            if old.record.called != new.record.called:  # type: ignore[attr-defined]
                yield self._field(old, new, "called")
            return
        if _is_obligation(new):
            yield from self._responsibility(old, new)
        elif self._moved(old, new):
            yield self._move(old, new, ())
        for name in field_names(type(old.record)):
            before, after = getattr(old.record, name), getattr(new.record, name)
            if before != after and not is_slot(before) and not is_slot(after):
                yield from self._field_changes(old, new, name)
        yield from self._orders(old, new)

    def _moved(self, old: Node, new: Node) -> bool:
        if old.parent is None or new.parent is None:
            return False
        return old.field != new.field or self.found.to_new.get(old.parent) is not new.parent

    def _responsibility(self, old: Node, new: Node) -> Iterator[Change]:
        effects = self.roles.of_both(old, new)
        changed = any(e.old_role != e.new_role for e in effects)
        if changed and self.roles.is_handed_down(old, new):
            changed = False
        moved = self._moved(old, new)
        if changed and (moved or _all_new(effects)):
            yield self._move(old, new, effects)
        elif changed:
            yield self._event("owners", "duty", new, old=old, effects=effects, field="owners")
        elif moved:
            yield self._month(old, new) or self._move(old, new, ())

    def _month(self, old: Node, new: Node) -> Change | None:
        """A month item under another month: its time changed, not its place."""
        before, after = old.parent, new.parent
        if before is None or after is None or not isinstance(new.record, r.MonthItem):
            return None
        months = tuple(getattr(n.record, "months", ()) for n in (before, after))
        if months[0] == months[1]:
            return None
        return self._event(
            "retimed",
            "duty",
            new,
            old=old,
            field="months",
            record="MonthEntry",
            values=(months[0], months[1]),
            effects=self._concerned(new),
        )

    def _move(self, old: Node, new: Node, effects: tuple[Effect, ...]) -> Change:
        change = self._event(
            "moved",
            "duty" if effects else "other",
            new,
            old=old,
            effects=effects or self._concerned(new),
            sections=(_section(old), _section(new)) if self._moved(old, new) else ("", ""),
        )
        return change

    def _field_changes(self, old: Node, new: Node, name: str) -> Iterator[Change]:
        if name == "id" and old.parent is None and not _id_written(old, new):
            return  # both ids are the names of the files
        before, after = getattr(old.record, name), getattr(new.record, name)
        if isinstance(before, tuple) and sorted(map(str, before)) == sorted(map(str, after)):
            if name not in UNORDERED_WORDS:
                yield self._field(old, new, name, "order", "order")
            return
        yield self._field(old, new, name)

    def _field(
        self,
        old: Node,
        new: Node,
        name: str,
        kind: ChangeKind | None = None,
        weight: Weight | None = None,
    ) -> Change:
        before, after = getattr(old.record, name), getattr(new.record, name)
        days = 0
        if kind is None:
            kind, days = self._kind(old, new, name)
        subject = _subject(new)
        return self._event(
            kind,
            weight or self._weight(kind, subject, new, name),
            subject,
            old=self._old_of(subject, old),
            field=name,
            record=type(new.record).__name__,
            values=(before, after),
            places=(_place(old, name), _place(new, name)),
            effects=self._touched(subject, new, name, before, after),
            days=days,
            matched=old,
        )

    def _old_of(self, subject: Node, old: Node) -> Node:
        return self.found.to_old.get(subject, old)

    def _kind(self, old: Node, new: Node, name: str) -> tuple[ChangeKind, int]:
        known = field_of(type(new.record), name)
        before, after = getattr(old.record, name), getattr(new.record, name)
        if is_time(known):
            days = shift(before, after, self.old_index, self.new_index)
            return (direction(days), abs(days)) if days else ("retimed", 0)
        if not before or not after:
            return "field", 0
        if is_number(known):
            return _raised(before, after), 0
        if name in _RENAMES and isinstance(before, str):
            return "renamed", 0
        if name == "called":
            return "wording", 0
        if is_prose(known) and isinstance(before, str):
            told = not _is_obligation(_subject(new)) or says_the_same(before, after)
            return ("wording" if told else "content"), 0
        return "field", 0

    def _weight(self, kind: ChangeKind, subject: Node, node: Node, name: str) -> Weight:
        if kind == "wording":
            return "wording"
        if kind == "renamed" and _is_obligation(subject):
            old = self.found.to_old[node].record
            same = says_the_same(getattr(old, name), getattr(node.record, name))
            return "wording" if same else "duty"
        if is_prose(field_of(type(node.record), name)) and not _is_obligation(subject):
            return "wording"
        return "other" if name in _ASIDE else self._weight_of(subject)

    def _weight_of(self, subject: Node) -> Weight:
        return "duty" if _is_obligation(subject) else "other"

    # --- order ------------------------------------------------------------------------------------

    def _orders(self, old: Node, new: Node) -> Iterator[Change]:
        for name in dict.fromkeys(child.field for child in new.children):
            kept = [self.found.to_old.get(child) for child in new.slot(name)]
            stayed = [n for n in kept if n is not None and n.parent is old and n.field == name]
            if not stayed or not IDENTITY[type(stayed[0].record)].ordered:
                continue
            if name == "owners" and self._owners_changed(old, new):
                continue  # told with the roles
            places = [n.index or 0 for n in stayed]
            if places != sorted(places):
                yield self._order(old, new, name, stayed)

    def _owners_changed(self, old: Node, new: Node) -> bool:
        effects = self.roles.of_both(old, new)
        return any(e.old_role != e.new_role for e in effects)

    def _order(self, old: Node, new: Node, name: str, stayed: Sequence[Node]) -> Change:
        subject = _subject(new)
        before = sorted(stayed, key=lambda n: n.index or 0)
        return self._event(
            "order",
            "order",
            subject,
            old=self._old_of(subject, old),
            field=name,
            record=type(new.record).__name__,
            values=(_labels(before), _labels(stayed)),
            places=(_place(old, name), _place(new, name)),
        )

    # --- the event --------------------------------------------------------------------------------

    def _event(
        self,
        kind: ChangeKind,
        weight: Weight,
        subject: Node,
        *,
        old: Node | None = None,
        field: str = "",
        record: str = "",
        values: tuple[Any, Any] = (None, None),
        places: tuple[Place | None, Place | None] | None = None,
        effects: tuple[Effect, ...] = (),
        days: int = 0,
        sections: tuple[str, str] = ("", ""),
        matched: Node | None = None,
    ) -> Change:
        where = places or (_place(old, field), _place(subject, field))
        return Change(
            kind=kind,
            weight=weight,
            subject=table_of(type(subject.record)).name,
            id=getattr(subject.record, "id", "") if subject.parent is not None else "",
            name=self._name(subject),
            record=record or type(subject.record).__name__,
            field=field,
            old=values[0],
            new=values[1],
            old_place=where[0],
            new_place=where[1],
            matched_by=self.found.how.get(old) if old is not None else None,
            effects=effects,
            days=days,
            section_old=sections[0],
            section_new=sections[1],
            obligation=_is_obligation(subject),
        )

    def _name(self, node: Node, *, old: bool = False) -> str:
        if isinstance(node.record, r.Tier) and not node.record.title:
            return next((e.name for e in self.roles.units((node.record.taker,), old=old)), "")
        return name_of(node.record)

    def _concerned(self, subject: Node, *, old: bool = False) -> tuple[Effect, ...]:
        if _is_obligation(subject):
            return self.roles.concerned(subject, old=old)
        if isinstance(subject.record, r.Unit):
            return self.roles.units((subject.record.id or subject.record.name,), old=old)
        if isinstance(subject.record, r.Tier):
            return self.roles.units((subject.record.taker,), old=old)
        return ()

    def _touched(
        self, subject: Node, node: Node, name: str, before: object, after: object
    ) -> tuple[Effect, ...]:
        """The units a field change is about: those named in it, else those of its subject."""
        if not names_units(field_of(type(node.record), name)):
            return self._concerned(subject)
        gone = [n for n in _names(before) if n not in _names(after)]
        came = [n for n in _names(after) if n not in _names(before)]
        named = (
            *self.roles.units(gone, old=True, listed="gone"),
            *self.roles.units(came, listed="came"),
        )
        own = self._concerned(subject) if _is_obligation(subject) else ()
        known = {effect.unit for effect in own}
        return (*own, *(effect for effect in named if effect.unit not in known))


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(str(item) for item in value)
    return (str(value),) if value else ()


def _labels(nodes: Sequence[Node]) -> tuple[str, ...]:
    return tuple(getattr(n.record, "id", "") or name_of(n.record) for n in nodes)


def _raised(before: Any, after: Any) -> ChangeKind:
    if getattr(before, "percent", None) != getattr(after, "percent", None):
        return "field"
    return "raised" if after > before else "lowered"


def _all_new(effects: tuple[Effect, ...]) -> bool:
    """Everybody who answered for it is out of it, and others answer for it now."""
    before = [e for e in effects if e.old_role in ("lead", "joint")]
    after = [e for e in effects if e.new_role in ("lead", "joint")]
    return (
        bool(before)
        and all(e.new_role is None for e in before)
        and any(e.old_role is None for e in after)
    )


def _is_obligation(node: Node) -> bool:
    # the report of a duty belongs to the duty
    return isinstance(node.record, OBLIGATIONS) and not (
        isinstance(node.record, r.Report) and node.index is None
    )


def _subject(node: Node) -> Node:
    """The nearest thing with a name of its own that a record stands in, itself counted."""
    while node.parent is not None and (
        not isinstance(node.record, SUBJECTS)
        or (isinstance(node.record, r.Report) and node.index is None)
    ):
        node = node.parent
    return node


def _own_words(node: Node) -> bool:
    """True for a carrier that says something beside what stands in it."""
    names = (n for n in field_names(type(node.record)) if n not in ("owners", "months"))
    values = (getattr(node.record, n) for n in names)
    return any(v not in (None, "", ()) and not is_slot(v) for v in values)


def _section(node: Node) -> str:
    """The part of the plan a record stands in: the title of the nearest part, else ``@field``."""
    above = node.parent
    while above is not None and above.parent is not None:
        title = getattr(above.record, "title", "") or getattr(above.record, "name", "")
        if title:
            return str(title)
        above = above.parent
    return "@" + node.path.split(".", 1)[0].split("[", 1)[0]


def _place(node: Node | None, field: str = "") -> Place | None:
    if node is None:
        return None
    path = f"{node.path}.{field}".lstrip(".") if field and not is_own(node, field) else node.path
    return Place(path, _span(node, field))


def is_own(node: Node, field: str) -> bool:
    """True when a node already stands in that field."""
    return node.path.endswith(f".{field}") or node.path == field


def _span(node: Node, field: str = "") -> Any:
    origin = node.record.origin
    if not origin.is_written:
        return None
    return origin.at(field) if field and origin.has(field) else origin.short_span


def _id_written(old: Node, new: Node) -> bool:
    """False only when neither plan was given an id by its author."""
    origins = (old.record.origin, new.record.origin)
    return any(not o.is_written or o.has("id") for o in origins)
