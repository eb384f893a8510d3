"""The YAML tree as it was written: text scalars, lists, entries, each with its place.

Nodes hold character offsets into one source; a ``Span`` is made only when somebody asks. Scalars
stay text: the type of a field reads them, never YAML.
"""

from __future__ import annotations

from luoshi.source import SourceFile, Span

EMPTY = frozenset(("", "~", "null", "Null", "NULL"))
"""Plain texts that stand for nothing."""


class Node:
    """Something with a place; the base of the three kinds of nodes."""

    __slots__ = ("end", "source", "start")

    def __init__(self, source: SourceFile, start: int, end: int) -> None:
        self.source = source
        self.start = start
        self.end = end

    @property
    def span(self) -> Span:
        """The place of the node, trimmed to its last child."""
        return Span(self.source, self.start, self.end)


class ScalarNode(Node):
    """A text. ``plain`` is False when it was quoted or a block; an empty plain one is "not filled"."""

    __slots__ = ("plain", "value")

    def __init__(self, source: SourceFile, start: int, end: int, value: str, plain: bool) -> None:
        self.source = source
        self.start = start
        self.end = end
        self.value = value
        self.plain = plain

    @property
    def is_empty(self) -> bool:
        """True for nothing, ``~`` and ``null`` written plainly."""
        return self.plain and self.value in EMPTY


class ListNode(Node):
    """A list of nodes, in block or flow form."""

    __slots__ = ("flow", "items")

    def __init__(
        self, source: SourceFile, start: int, end: int, items: list[Node], flow: bool
    ) -> None:
        self.source = source
        self.start = start
        self.end = end
        self.items = items
        self.flow = flow


class MapNode(Node):
    """Keys and contents in the order of writing; repeated keys are all here."""

    __slots__ = ("flow", "pairs")

    def __init__(
        self,
        source: SourceFile,
        start: int,
        end: int,
        pairs: list[tuple[ScalarNode, Node]],
        flow: bool,
    ) -> None:
        self.source = source
        self.start = start
        self.end = end
        self.pairs = pairs
        self.flow = flow


class BadNode(Node):
    """What could not be read; whoever meets it stays silent, it has been reported."""

    __slots__ = ()
