"""Where a record was written: the node it came from, asked for places only when needed.

Records hold plain values; their ``origin`` finds the place of any field again through the node
tree. So reading costs nothing for places that nobody asks for, and later rooms never search.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luoshi.source import SourceFile, Span
from luoshi.syntax import ListNode, MapNode, Node, ScalarNode

if TYPE_CHECKING:
    from luoshi.model.fields import RecordTable


class Origin:
    """The place of one record. ``lost`` names fields that could not be read (already reported)."""

    __slots__ = ("lost", "node", "table")

    def __init__(
        self,
        node: Node | None,
        table: RecordTable | None,
        lost: tuple[str, ...] = (),
    ) -> None:
        self.node = node
        self.table = table
        self.lost = lost

    @property
    def span(self) -> Span:
        """The whole record; an empty place when it stands in no file."""
        return self.node.span if self.node is not None else Span(_NOWHERE, 0, 0)

    @property
    def is_written(self) -> bool:
        """False for records that no author wrote (defaults, tests)."""
        return self.node is not None

    def pair(self, field: str) -> tuple[ScalarNode, Node] | None:
        """Key and content of a field as written, None where it is left out."""
        if not isinstance(self.node, MapNode) or self.table is None:
            return None
        by_key = self.table.field_by_key
        for key, value in self.node.pairs:
            known = by_key.get(key.value)
            if known is not None and known.name == field:
                return key, value
        return None

    def at(self, field: str, *indexes: int) -> Span:
        """The content of a field, or of an item of its list; the nearest written place else."""
        pair = self.pair(field)
        if pair is None:
            return self.short_span
        node = pair[1]
        for index in indexes:
            if not isinstance(node, ListNode) or index >= len(node.items):
                break
            node = node.items[index]
        return node.span

    def key(self, field: str) -> Span:
        """The key of a field as it was spelled; the record itself where it is left out."""
        pair = self.pair(field)
        return self.short_span if pair is None else pair[0].span

    def has(self, field: str) -> bool:
        """True when the author wrote the field."""
        return self.pair(field) is not None

    @property
    def short_span(self) -> Span:
        """A place short enough to underline: title, name, text or first key of the record."""
        node = self.node
        if isinstance(node, MapNode) and self.table is not None:
            for name in ("title", "name", "text", "owners", "id"):
                pair = self.pair(name)
                if pair is not None:
                    return pair[1].span
            if node.pairs:
                return node.pairs[0][0].span
        return self.span


_NOWHERE = SourceFile("", "")
NOWHERE = Origin(None, None)
