"""What people call the things that change: tables by record, names of records, kinds of fields."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from luoshi.model import records as r
from luoshi.model.fields import Field, RecordTable
from luoshi.model.kinds import Amount, Dated, Many, Prose, Ref, Whole
from luoshi.model.records import Record
from luoshi.model.tables.plan import PLAN

OBLIGATIONS = (r.Duty, r.WorkItem, r.MonthItem, r.Phase, r.Meeting, r.Report)
# Told by themselves when they come, go or change.
SUBJECTS = (
    *OBLIGATIONS,
    r.Unit,
    r.Person,
    r.Group,
    r.Objective,
    r.Citation,
    r.Term,
    r.WorkCalendar,
    r.Slogan,
    r.Band,
    r.Quota,
    r.ScoreItem,
    r.Sanction,
    r.Reward,
    r.Tier,
    r.Attachment,
    r.Section,
    r.OutlineEntry,
    r.Waiver,
    r.Include,
    r.Plan,
)
# Told by what stands in them, and by themselves only where they have words of their own.
CARRIERS = (
    r.Division,
    r.Organization,
    r.Schedule,
    r.Assessment,
    r.MonthEntry,
    r.Office,
    r.Issue,
)

_NAMES = ("title", "name", "measure", "result", "text", "cause", "section", "file", "code", "form")


@cache
def _table_by_type() -> dict[object, RecordTable]:
    return {table.build: table for table in _tables(PLAN, set())}


def _tables(table: RecordTable, seen: set[str]) -> Iterator[RecordTable]:
    if table.name in seen:
        return
    seen.add(table.name)
    yield table
    for known in table.fields:
        for inner in known.kind.tables():
            yield from _tables(inner, seen)


def table_of(kind: type[Record]) -> RecordTable:
    """The field table of a record type."""
    return _table_by_type()[kind]


@cache
def table_named(record: str) -> RecordTable:
    """The field table of a record type by its name in code, such as WorkItem."""
    return table_of(getattr(r, record))


@cache
def table_called(name: str) -> RecordTable:
    """A field table by the name that the language gives it, such as work_item."""
    return next(table for table in _table_by_type().values() if table.name == name)


def field_of(kind: type[Record], name: str) -> Field:
    """The row of a field."""
    return table_of(kind).field(name)


def is_time(known: Field) -> bool:
    """A date, a range or a rule."""
    return isinstance(known.kind, Dated)


def is_number(known: Field) -> bool:
    """A number that can be raised or lowered."""
    return isinstance(known.kind, Amount | Whole)


def is_prose(known: Field) -> bool:
    """Free text, where other words may say the same."""
    return isinstance(known.kind, Prose) or known.name == "text"


def names_units(known: Field) -> bool:
    """A reference to a unit, or a list of them."""
    kind = known.kind.item if isinstance(known.kind, Many) else known.kind
    return isinstance(kind, Ref) and kind.target == "unit"


def name_of(record: Record) -> str:
    """What a record is called where it is spoken of: its short name, title, name or text."""
    short = getattr(record, "short", "")
    if short and not isinstance(record, r.Unit):
        return str(short)
    for name in _NAMES:
        value = getattr(record, name, "")
        if value and isinstance(value, str):
            return value
    return _by_parts(record)


def _by_parts(record: Record) -> str:
    match record:
        case r.Division():
            return record.title or "、".join(owner.unit for owner in record.owners)
        case r.MonthEntry():
            return "、".join(str(month) for month in record.months)
        case r.Owner():
            return record.unit
        case r.Holder():
            return record.unit + record.post
        case r.Tier():
            return f"{record.giver}—{record.taker}"
        case r.Liaison() | r.OwnGroups():
            return "、".join(record.units)
        case r.Quota():
            return record.base or str(record.year or "")
        case r.Period():
            edges = (record.start, record.end)
            return record.event or "—".join(str(e.date or "") for e in edges if e is not None)
    return getattr(record, "id", "")
