"""What the author wrote, field by field: every date and every text of a plan, with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from luoshi.dates import Frequency, When
from luoshi.frozen import frozen
from luoshi.model.fields import Field
from luoshi.model.kinds import Dated, Id, Many, Ref
from luoshi.model.records import Plan, Record, Waiver
from luoshi.source import Span
from luoshi.syntax import MapNode


@frozen
class WrittenDate:
    """A date, range or rule that was read, and the field it stands in."""

    record: Record
    field: str
    value: When | Frequency

    @property
    def span(self) -> Span:
        """The date as written."""
        return self.record.origin.at(self.field)


@frozen
class WrittenText:
    """A text that is no reference and no id; ``index`` is its place in a list."""

    record: Record
    field: str
    index: int | None
    text: str

    @property
    def span(self) -> Span:
        """The text as written."""
        origin = self.record.origin
        return origin.at(self.field) if self.index is None else origin.at(self.field, self.index)


def written(plan: Plan) -> tuple[tuple[WrittenDate, ...], tuple[WrittenText, ...]]:
    """Every date and every text of a plan, in the order of writing; waivers are left out."""
    dates: list[WrittenDate] = []
    texts: list[WrittenText] = []
    _collect(plan, dates, texts)
    return tuple(dates), tuple(texts)


def _fields(record: Record) -> Iterable[Field]:
    """The fields that were written; all of the plan's, since includes add to it."""
    origin = record.origin
    if origin.table is None:
        return ()
    if isinstance(record, Plan):
        return origin.table.fields
    if type(origin.node) is MapNode:
        return _of_keys(origin.node, origin.table.field_by_key)
    return (origin.table.field(origin.table.shorthand),) if origin.table.shorthand else ()


def _of_keys(node: MapNode, by_key: dict[str, Field]) -> Iterator[Field]:
    for key, _ in node.pairs:
        known = by_key.get(key.value)
        if known is not None:
            yield known


def _collect(record: Record, dates: list[WrittenDate], texts: list[WrittenText]) -> None:
    for known in _fields(record):
        value = getattr(record, known.name)
        kind = known.kind
        if value is None or value in ((), ""):
            continue
        if type(value) is tuple:
            _collect_items(record, known, value, dates, texts)
        elif type(value) is str:
            if type(kind) not in (Ref, Id):
                texts.append(WrittenText(record, known.name, None, value))
        elif type(kind) is Dated:
            dates.append(WrittenDate(record, known.name, value))
        elif isinstance(value, Record):
            _collect(value, dates, texts)


def _collect_items(
    record: Record,
    known: Field,
    items: tuple[object, ...],
    dates: list[WrittenDate],
    texts: list[WrittenText],
) -> None:
    refers = type(known.kind) is Many and type(known.kind.item) is Ref
    for n, item in enumerate(items):
        if isinstance(item, Waiver):
            return
        if isinstance(item, Record):
            _collect(item, dates, texts)
        elif type(item) is str and not refers:
            texts.append(WrittenText(record, known.name, n, item))
