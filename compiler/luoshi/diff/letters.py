"""Which responsibility letters a change makes stale, and which stay valid.

A letter is stale when its own canonical form differs: the two sides, the terms of its tier, and
what its second side is bound to. Order, layout, ids and other parties' duties take no part.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from luoshi.diff.changes import LetterChanges, LetterNote
from luoshi.letters import Bound, Letter, letters
from luoshi.letters.fingerprint import canonical
from luoshi.model import Index, unit_key
from luoshi.model import records as r
from luoshi.model.records import Record

# What of an obligation stands above the signatures. Ids, marks and links are for the plan alone.
MATTERS: Mapping[type[Record], tuple[str, ...]] = {
    r.Duty: (
        "text", "kind", "trigger", "when", "by", "at_least", "within", "starting", "until",
        "report", "limit", "place", "cites", "note",
    ),
    r.WorkItem: ("title", "text", "when", "by", "cites", "closing"),
    r.Report: ("title", "receivers", "form", "when", "by", "at_least", "text"),
    r.Meeting: ("name", "members", "at_least", "when", "text"),
    r.MonthItem: ("text", "when"),
    r.Phase: ("title", "text", "start", "end"),
    r.Tier: (
        "title", "giver_signs", "taker_signs", "term", "signed_on", "copies", "text", "for_each",
    ),
}  # fmt: skip


def compare_letters(old: Index, new: Index, new_key: Mapping[str, str]) -> LetterChanges:
    """The letters of both plans; ``new_key`` maps a unit's key in the old plan to its new one."""
    before = _by_key(old, new_key)
    after = _by_key(new, {})
    names = _names(old, new, new_key)
    sorted_out: dict[str, list[LetterNote]] = {"stale": [], "valid": [], "added": []}
    for key, letter in after.items():
        was = before.get(key)
        if was is None:
            where = "added"
        else:
            same = _form(was, names) == _form(letter, {})
            where = "valid" if same else "stale"
        sorted_out[where].append(_note(key, letter, {}))
    dropped = tuple(_note(k, was, new_key) for k, was in before.items() if k not in after)
    return LetterChanges(**{k: tuple(v) for k, v in sorted_out.items()}, dropped=dropped)


def _by_key(index: Index, new_key: Mapping[str, str]) -> dict[str, Letter]:
    """Letters by key; where two units have one id (reported by ``model``) the second counts on."""
    found: dict[str, Letter] = {}
    for letter in letters(index):
        key = own = _key(letter, new_key)
        number = 1
        while key in found:
            number += 1
            key = f"{own}#{number}"
        found[key] = letter
    return found


def _key(letter: Letter, new_key: Mapping[str, str]) -> str:
    unit = letter.taker.unit
    if unit is None:
        return letter.key
    own = unit_key(unit)
    return new_key.get(own, own) + letter.key[len(own) :]


def _names(old: Index, new: Index, new_key: Mapping[str, str]) -> dict[str, str]:
    """Old names of units that were renamed, to their new ones: another's new name is no new duty."""
    found = {}
    for unit in old.plan.units:
        now = new.unit_by_key.get(new_key.get(unit_key(unit), ""))
        if old.unit_by_key[unit_key(unit)] is not unit:
            continue
        if now is not None and now.name != unit.name:
            found[unit.name] = now.name
    return found


def _note(key: str, letter: Letter, new_key: Mapping[str, str]) -> LetterNote:
    unit = letter.taker.unit
    own = unit_key(unit) if unit is not None else key
    name = letter.taker.name or (unit.name if unit is not None else key)
    return LetterNote(key, name, new_key.get(own, own))


def _form(letter: Letter, renamed: Mapping[str, str]) -> Any:
    """The canonical form of a letter, the order of its duties left out."""
    sides = [(p.name, p.signer, p.is_form) for p in (letter.giver, letter.taker)]
    tier = _fields(letter.tier) if letter.tier is not None else None
    duties = sorted(_text(_bound(bound, renamed)) for bound in (*letter.duties, *letter.arranged))
    return _text([sides, tier]), duties


def _bound(bound: Bound, renamed: Mapping[str, str]) -> Any:
    beside = [
        sorted(renamed.get(name, name) for name in group) for group in (bound.leads, bound.helpers)
    ]
    obligation = bound.obligation
    return [obligation.kind, bound.role, *beside, obligation.months, _fields(obligation.record)]


def _fields(record: Record) -> dict[str, Any]:
    return {name: _said(getattr(record, name)) for name in MATTERS[type(record)]}


def _said(value: object) -> Any:
    if isinstance(value, Record) and type(value) in MATTERS:
        return _fields(value)
    return canonical(value)


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
