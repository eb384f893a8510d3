"""Walking a plan by its field tables: every record, every reference."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.frozen import frozen
from luoshi.model.kinds import Many, Ref
from luoshi.model.records import Plan, Record
from luoshi.source import Span


def records(root: Record) -> Iterator[Record]:
    """The record and every record below it, in the order of the field tables."""
    yield root
    table = root.origin.table
    if table is None:
        return
    for known in table.fields:
        value = getattr(root, known.name)
        if isinstance(value, Record):
            yield from records(value)
        elif type(value) is tuple:
            for item in value:
                if isinstance(item, Record):
                    yield from records(item)


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
        for known in table.fields:
            kind = known.kind
            if type(kind) is Ref:
                name = getattr(record, known.name)
                if name:
                    yield Reference(kind.target, name, record, known.name, None)
            elif type(kind) is Many and type(kind.item) is Ref:
                for n, name in enumerate(getattr(record, known.name)):
                    yield Reference(kind.item.target, name, record, known.name, n)
