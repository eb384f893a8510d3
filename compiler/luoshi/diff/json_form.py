"""A difference as JSON: exact, versioned, the same keys in the same order every time."""

from __future__ import annotations

import json
from typing import Any

from luoshi.diff.changes import (
    Change,
    LetterChanges,
    LetterNote,
    Place,
    PlanDiff,
    Side,
    UnitChanges,
)
from luoshi.diff.values import exact
from luoshi.source import Span

VERSION = 1


def diff_json(diff: PlanDiff) -> dict[str, Any]:
    """The difference as JSON knows it.

    Lines and columns are 1-based and counted in characters, offsets 0-based, ends excluded. Paths
    count in the joined plan. ``changes`` of a unit are numbers into the list of all changes.
    """
    number = {id(change): n for n, change in enumerate(diff.changes)}
    calendar = diff.calendar
    return {
        "version": VERSION,
        "old": _side(diff.old),
        "new": _side(diff.new),
        "counts": {
            "changes": len(diff.changes),
            "duty": diff.count("duty"),
            "other": diff.count("other"),
            "wording": diff.count("wording"),
            "order": diff.count("order"),
        },
        "changes": [_change(change) for change in diff.changes],
        "units": [_unit(unit, number) for unit in diff.units],
        "letters": _letters(diff.letters),
        "calendar": {
            "added": calendar.added,
            "removed": calendar.removed,
            "earlier": calendar.earlier,
            "later": calendar.later,
            "undated_added": calendar.undated_added,
            "undated_removed": calendar.undated_removed,
        },
    }


def diff_json_text(diff: PlanDiff) -> str:
    """The same as text, with a line end."""
    return json.dumps(diff_json(diff), ensure_ascii=False, indent=2) + "\n"


def _side(side: Side) -> dict[str, Any]:
    plan = side.plan
    return {"file": side.file, "revision": side.revision, "plan": plan.id, "title": plan.title}


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "weight": change.weight,
        "subject": change.subject,
        "id": change.id,
        "name": change.name,
        "field": change.field,
        "days": change.days,
        "matched_by": change.matched_by,
        "old": {"value": exact(change.old), **_place(change.old_place)},
        "new": {"value": exact(change.new), **_place(change.new_place)},
        "moved": {"from": change.section_old, "to": change.section_new},
        "units": [
            {"unit": e.unit, "name": e.name, "old_role": e.old_role, "new_role": e.new_role}
            for e in change.effects
        ],
    }


def _place(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {"route": None, "file": None, "start": None, "end": None}
    span = place.span
    if span is None:
        return {"route": place.path, "file": None, "start": None, "end": None}
    return {
        "route": place.path,
        "file": span.source.name,
        "start": _point(span, span.start),
        "end": _point(span, span.end),
    }


def _point(span: Span, offset: int) -> dict[str, int]:
    line, column = span.source.position(offset)
    return {"line": line, "column": column, "offset": offset}


def _unit(unit: UnitChanges, number: dict[int, int]) -> dict[str, Any]:
    changes = [number[id(change)] for change in unit.changes]
    return {"unit": unit.unit, "name": unit.name, "changes": changes}


def _letters(letters: LetterChanges) -> dict[str, Any]:
    def notes(items: tuple[LetterNote, ...]) -> list[dict[str, str]]:
        return [{"key": n.key, "name": n.name, "unit": n.unit} for n in items]

    return {
        "total": letters.total,
        "stale": notes(letters.stale),
        "valid": notes(letters.valid),
        "added": notes(letters.added),
        "dropped": notes(letters.dropped),
    }
