"""Who answers for what in both plans, with units known by one key on either side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from luoshi.diff.changes import Effect
from luoshi.diff.matching import Matching
from luoshi.diff.tree import Node
from luoshi.model import Index, Obligation, unit_key
from luoshi.model.records import Owner, Role, Unit


class Roles:
    """Roles of units in obligations, old and new; a unit that was renamed stays the same unit."""

    def __init__(self, found: Matching, old: Index, new: Index) -> None:
        self.found = found
        self.indexes = {True: old, False: new}
        self.new_key: dict[str, str] = {}
        for before, after in found.to_new.items():
            if isinstance(before.record, Unit) and isinstance(after.record, Unit):
                self.new_key.setdefault(unit_key(before.record), unit_key(after.record))
        self._by_record = {
            is_old: {id(o.record): o for o in index.obligations}
            for is_old, index in self.indexes.items()
        }

    def of_one(self, node: Node, *, came: bool) -> tuple[Effect, ...]:
        """The effects of an obligation that is there in one plan alone."""
        roles = self._roles(node, old=not came)
        return tuple(
            Effect(key, self.name(key), None if came else role, role if came else None)
            for key, role in roles.items()
        )

    def of_both(self, old: Node, new: Node) -> tuple[Effect, ...]:
        """Every unit that has or had a part, those of the new plan first."""
        before, after = self._roles(old, old=True), self._roles(new, old=False)
        keys = dict.fromkeys((*after, *before))
        return tuple(Effect(k, self.name(k), before.get(k), after.get(k)) for k in keys)

    def concerned(self, node: Node, *, old: bool = False) -> tuple[Effect, ...]:
        """Those who have a part in an obligation that changed in other ways."""
        roles = self._roles(node, old=old)
        return tuple(Effect(key, self.name(key), role, role) for key, role in roles.items())

    def units(
        self, names: Iterable[str], *, old: bool = False, listed: Literal["", "came", "gone"] = ""
    ) -> tuple[Effect, ...]:
        """Units that something is about without their having a role in it."""
        keys = dict.fromkeys(key for name in names for key in self._keys(name, old=old))
        return tuple(Effect(key, self.name(key), None, None, listed) for key in keys)

    def is_handed_down(self, old: Node, new: Node) -> bool:
        """True when the owners changed only because those of the task it stands in did."""
        before, after = self._obligation(old, old=True), self._obligation(new, old=False)
        if before is None or after is None or not (before.inherited and after.inherited):
            return False
        above, now = _giver(old), _giver(new)
        if above is None or now is None or self.found.to_new.get(above) is not now:
            return False
        return self._obligation(now, old=False) is not None

    def name(self, key: str) -> str:
        """The full name of a unit, of the new plan where it is there; a name that is unknown stays."""
        for is_old in (False, True):
            unit = self.indexes[is_old].unit_by_key.get(key)
            if unit is not None:
                return unit.name or key
        return key

    def _obligation(self, node: Node, *, old: bool) -> Obligation | None:
        return self._by_record[old].get(id(node.record))

    def _roles(self, node: Node, *, old: bool) -> dict[str, Role]:
        obligation = self._obligation(node, old=old)
        found: dict[str, Role] = {}
        for owner in obligation.owners if obligation is not None else ():
            for key in self._owner_keys(owner, old=old):
                found.setdefault(key, owner.role)
        return found

    def _owner_keys(self, owner: Owner, *, old: bool) -> Iterable[str]:
        index = self.indexes[old]
        for unit in index.resolve(owner.unit):
            yield self._key(unit, old=old)
            for part in unit.consists_of:
                yield from self._keys(part, old=old)
        if not index.resolve(owner.unit):
            yield owner.unit

    def _keys(self, name: str, *, old: bool) -> list[str]:
        found = [self._key(unit, old=old) for unit in self.indexes[old].resolve(name)]
        return found or [name]

    def _key(self, unit: Unit, *, old: bool) -> str:
        key = unit_key(unit)
        return self.new_key.get(key, key) if old else key


def _giver(node: Node) -> Node | None:
    """What hands its owners down to a record: the nearest part that has any."""
    above = node.parent
    while above is not None and not getattr(above.record, "owners", ()):
        above = above.parent
    return above
