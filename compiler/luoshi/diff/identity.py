"""What makes a record the same record in two plans: one declared row for every record type.

Nothing is guessed from content here. A list of a type is matched by the keys of its row; only
what keys leave over is compared by likeness of ``words``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from luoshi.model import records as r
from luoshi.model.records import Record


@dataclass(frozen=True, slots=True)
class Identity:
    """How one record type is told apart within its list.

    ``keys`` are tried in turn, each a group of fields that count together; the first group with
    something in it is the key. ``words`` are compared by likeness. ``moves`` says that a record
    keeps its identity in another list. ``ordered`` says that the order of its list means something.
    """

    keys: tuple[tuple[str, ...], ...] = ()
    words: tuple[str, ...] = ()
    moves: bool = False
    ordered: bool = True


IDENTITY: Mapping[type[Record], Identity] = {
    r.Plan: Identity(),
    r.Unit: Identity((("id",), ("name",)), ("name",), ordered=False),
    r.Person: Identity((("id",), ("name",)), ("name",), ordered=False),
    r.Holder: Identity((("name", "unit", "post"),)),
    r.Owner: Identity((("unit",),)),
    r.Liaison: Identity((("units",),), ("text",)),
    r.Office: Identity((("name",),)),
    r.Group: Identity((("id",), ("name",)), ("name",)),
    r.Meeting: Identity((("id",), ("name",)), ("name", "text")),
    r.OwnGroups: Identity((("units",),), ("text",)),
    r.Organization: Identity(),
    r.Report: Identity((("id",), ("title", "form")), ("title", "form", "text"), moves=True),
    r.Duty: Identity((("id",),), ("text",), moves=True),
    r.WorkItem: Identity((("id",),), ("title", "text"), moves=True),
    r.Division: Identity((("owners", "title"),), ("title", "text")),
    r.Target: Identity((("measure",),)),
    r.Objective: Identity((("id",),), ("text",)),
    r.Slogan: Identity((("name",),), ("name",)),
    r.Citation: Identity((("id",), ("number",), ("title",)), ("title",), ordered=False),
    r.Period: Identity(),
    r.Term: Identity((("id",), ("name",)), ("name",), ordered=False),
    r.DayOff: Identity((("name",), ("on", "start")), ("name",), ordered=False),
    r.WorkCalendar: Identity((("id",),), ordered=False),
    r.Phase: Identity((("id",),), ("title", "text")),
    r.MonthItem: Identity((("id",),), ("text",), moves=True),
    r.MonthEntry: Identity((("months", "owners"),), ("theme",)),
    r.Schedule: Identity(),
    r.ScoreItem: Identity((("title",),), ("title",)),
    r.Band: Identity((("result",),), ("text",), ordered=False),
    r.Quota: Identity((("year", "base"),), ordered=False),
    r.Sanction: Identity((("id",),), ("cause", "text")),
    r.Reward: Identity((("id",),), ("text",)),
    r.Assessment: Identity(),
    r.Tier: Identity((("id",), ("giver", "taker", "for_each")), ("title",)),
    r.Attachment: Identity((("title",),), ("title",)),
    r.Issue: Identity(),
    r.Section: Identity((("id",),), ("title", "text"), ordered=False),
    r.OutlineEntry: Identity((("section",), ("title",)), ("title", "intro"), moves=True),
    r.Waiver: Identity((("code", "at"),), ordered=False),
    r.Include: Identity((("file", "sheet"),), ordered=False),
}

# Lists of plain words whose order says nothing; the order of all others is the author's.
UNORDERED_WORDS = frozenset(("also_called", "serves", "cites", "fulfils", "consists_of", "months"))


def key_of(record: Record) -> tuple[object, ...] | None:
    """What a record is known by in its list, None when its author gave nothing of the kind.

    Owners count by their units, so that a change of role leaves the list the same list.
    """
    for group in IDENTITY[type(record)].keys:
        values = tuple(_plain(getattr(record, name)) for name in group)
        if any(value not in ("", None, ()) for value in values):
            return (group, values)
    return None


def _plain(value: object) -> object:
    if isinstance(value, tuple) and value and isinstance(value[0], r.Owner):
        return tuple(sorted(owner.unit for owner in value))
    return value


def words_of(record: Record) -> str:
    """The words a record is compared by when no key tells."""
    return " ".join(filter(None, (getattr(record, n) for n in IDENTITY[type(record)].words)))
