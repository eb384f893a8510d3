"""From pairs of records to changes: every edit is told by exactly one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from luoshi.diff.changes import Change, ChangeKind, Effect, Place, Weight
from luoshi.diff.identity import IDENTITY, UNORDERED_WORDS
from luoshi.diff.matching import Matching
from luoshi.diff.nearby import (
    has_own_words,
    has_written_id,
    is_handover,
    is_obligation,
    labels,
    names_in,
    place_of,
    raised,
    section_of,
    span_of,
    subject_of,
)
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
            if has_own_words(node):
                yield self._whole(node, kind, "other")
        elif is_obligation(node):
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
        if home is None or not (home in self.found.to_old or home in self.found.to_new):
            return False
        return not isinstance(home.record, OBLIGATIONS) and len(home.children) == len(
            home.slot("owners")
        )

    def _whole(self, node: Node, kind: ChangeKind, weight: Weight) -> Change:
        came = kind == "added"
        place = Place(node.path, span_of(node))
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
            obligation=is_obligation(node),
        )

    def _value(self, node: Node, kind: ChangeKind) -> Change:
        """A small record within a subject, told as a change of the field it stands in."""
        came = kind == "added"
        home, subject = node.parent, subject_of(node)
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
            places=(
                place_of(old, node.field if came else ""),
                place_of(new, "" if came else node.field),
            ),
            effects=self._concerned(subject, old=not came),
        )

    # --- records that stand in both ---------------------------------------------------------------

    def _pair(self, old: Node, new: Node) -> Iterator[Change]:
        if isinstance(old.record, r.Owner):
            if old.record.called != new.record.called:  # type: ignore[attr-defined]
                yield self._field(old, new, "called")
            return
        if is_obligation(new):
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
        if changed and (moved or is_handover(effects)):
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
            sections=(section_of(old), section_of(new)) if self._moved(old, new) else ("", ""),
        )
        return change

    def _field_changes(self, old: Node, new: Node, name: str) -> Iterator[Change]:
        if name == "id" and old.parent is None and not has_written_id(old, new):
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
        subject = subject_of(new)
        return self._event(
            kind,
            weight or self._weight(kind, subject, new, name),
            subject,
            old=self._old_of(subject, old),
            field=name,
            record=type(new.record).__name__,
            values=(before, after),
            places=(place_of(old, name), place_of(new, name)),
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
            return raised(before, after), 0
        if name in _RENAMES and isinstance(before, str):
            return "renamed", 0
        if name == "called":
            return "wording", 0
        if is_prose(known) and isinstance(before, str):
            told = not is_obligation(subject_of(new)) or says_the_same(before, after)
            return ("wording" if told else "content"), 0
        return "field", 0

    def _weight(self, kind: ChangeKind, subject: Node, node: Node, name: str) -> Weight:
        if kind == "wording":
            return "wording"
        if kind == "renamed" and is_obligation(subject):
            old = self.found.to_old[node].record
            same = says_the_same(getattr(old, name), getattr(node.record, name))
            return "wording" if same else "duty"
        if is_prose(field_of(type(node.record), name)) and not is_obligation(subject):
            return "wording"
        return "other" if name in _ASIDE else self._weight_of(subject)

    def _weight_of(self, subject: Node) -> Weight:
        return "duty" if is_obligation(subject) else "other"

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
        subject = subject_of(new)
        before = sorted(stayed, key=lambda n: n.index or 0)
        return self._event(
            "order",
            "order",
            subject,
            old=self._old_of(subject, old),
            field=name,
            record=type(new.record).__name__,
            values=(labels(before), labels(stayed)),
            places=(place_of(old, name), place_of(new, name)),
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
        where = places or (place_of(old, field), place_of(subject, field))
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
            obligation=is_obligation(subject),
        )

    def _name(self, node: Node, *, old: bool = False) -> str:
        if isinstance(node.record, r.Tier) and not node.record.title:
            return next((e.name for e in self.roles.units((node.record.taker,), old=old)), "")
        return name_of(node.record)

    def _concerned(self, subject: Node, *, old: bool = False) -> tuple[Effect, ...]:
        if is_obligation(subject):
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
        gone = [n for n in names_in(before) if n not in names_in(after)]
        came = [n for n in names_in(after) if n not in names_in(before)]
        named = (
            *self.roles.units(gone, old=True, listed="gone"),
            *self.roles.units(came, listed="came"),
        )
        own = self._concerned(subject) if is_obligation(subject) else ()
        known = {effect.unit for effect in own}
        return (*own, *(effect for effect in named if effect.unit not in known))
