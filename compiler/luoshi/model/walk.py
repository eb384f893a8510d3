"""Walking a plan by its field tables: every record, every reference."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from luoshi.frozen import frozen
from luoshi.model.fields import RecordTable
from luoshi.model.kinds import Many, Ref
from luoshi.model.records import Plan, Record
from luoshi.source import Span


@frozen
class _Shape:
    """The fields of a table that lead on: those with records, those that name something."""

    nested: tuple[str, ...]
    single: tuple[tuple[str, str], ...]  # field and target of a reference
    several: tuple[tuple[str, str], ...]


@cache
def _shape(table: RecordTable) -> _Shape:
    """Looked up once a table: a plan has thousands of records of forty tables."""
    kinds = [(known.name, known.kind) for known in table.fields]
    return _Shape(
        tuple(name for name, kind in kinds if kind.tables()),
        tuple((name, kind.target) for name, kind in kinds if type(kind) is Ref),
        tuple(
            (name, kind.item.target)
            for name, kind in kinds
            if type(kind) is Many and type(kind.item) is Ref
        ),
    )


def records(root: Record) -> Iterator[Record]:
    """The record and every record below it, in the order of the field tables."""
    waiting: list[Record] = [root]
    while waiting:
        record = waiting.pop()
        yield record
        table = record.origin.table
        if table is None:
            continue
        below: list[Record] = []
        for name in _shape(table).nested:
            value = getattr(record, name)
            if type(value) is tuple:
                below += value
            elif value is not None:
                below.append(value)
        waiting += reversed(below)


@frozen
class Reference:
    """A name that stands for something defined elsewhere, and where it stands."""

    target: str
    name: str
    record: Record
    field: str
    index: int | None

    @property
    def span(self) -> Span:
        """The name as written."""
        origin = self.record.origin
        if self.index is None or origin.pair(self.field) is None:
            return origin.at(self.field)
        return origin.at(self.field, self.index)


def references(plan: Plan) -> Iterator[Reference]:
    """Every reference of a plan that was written, empty ones left out."""
    for record in records(plan):
        table = record.origin.table
        if table is None:
            continue
        shape = _shape(table)
        for name, target in shape.single:
            if found := getattr(record, name):
                yield Reference(target, found, record, name, None)
        for name, target in shape.several:
            for n, found in enumerate(getattr(record, name)):
                yield Reference(target, found, record, name, n)
