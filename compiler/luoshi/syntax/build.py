"""The tree from raw YAML events; one loop, because a plan may have fifty thousand of them.

What is read in this loop is only text and places. Anything odd is put on a list for ``compose``,
which words it; a syntax error of the YAML library passes through.
"""

from __future__ import annotations

import re
from typing import Any

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from luoshi.frozen import frozen
from luoshi.source import SourceFile
from luoshi.syntax.lines import WIDE_SPACES
from luoshi.syntax.node import BadNode, ListNode, MapNode, Node, ScalarNode

try:
    from yaml import cyaml
except ImportError:  # PyYAML built without libyaml: slower, same events
    cyaml = None  # type: ignore[assignment]  # a missing module

MAX_DEPTH = 64
MAX_NODES = 200_000
# First characters of a name that may come from a slip; ``silent`` looks closer.
_ODD_FIRST = frozenset(f"-{WIDE_SPACES}")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s*(?:#[^\n]*)?)+")


@frozen
class Odd:
    """Something the loop met: what kind, from where to where, and which node or second place."""

    kind: str
    start: int
    end: int
    text: str = ""
    other: tuple[int, int] | None = None


class Built:
    """The root (None for an empty file) and what was odd on the way."""

    __slots__ = ("odd", "root")

    def __init__(self, root: Node | None = None) -> None:
        self.root = root
        self.odd: list[Odd] = []


def events_of(text: str) -> Any:
    """A parser of raw events over a text: libyaml's, or the slow one of the same library."""
    return _python_parser(text) if cyaml is None else cyaml.CParser(text)  # type: ignore[attr-defined]


def _python_parser(text: str) -> Any:
    from yaml.parser import Parser  # noqa: PLC0415 (only where libyaml is missing)
    from yaml.reader import Reader  # noqa: PLC0415
    from yaml.scanner import Scanner  # noqa: PLC0415

    class Slow(Reader, Scanner, Parser):
        def __init__(self, stream: str) -> None:
            Reader.__init__(self, stream)
            Scanner.__init__(self)
            Parser.__init__(self)

    return Slow(text)


def build(source: SourceFile, text: str) -> Built:
    """The tree of a text whose offsets are those of ``text``; raises what the library raises."""
    return _Builder(source, text).run()


class _Builder:
    __slots__ = ("anchors", "built", "copied", "sizes", "source", "text")

    def __init__(self, source: SourceFile, text: str) -> None:
        self.source = source
        self.text = text
        self.built = Built()
        self.anchors: dict[str, Node | None] = {}
        self.sizes: dict[int, tuple[int, int]] = {}
        self.copied = 0

    def run(self) -> Built:  # noqa: PLR0912, PLR0915 (one loop on purpose: calls cost more than the work)
        source = self.source
        next_event = events_of(self.text).get_event
        # The container being filled: its node, its list, whether it is a mapping, its open key.
        node: Any = None
        into: list[Any] = []
        is_map = False
        key: Any = None
        stack: list[Any] = []
        last = 0  # end of the last thing that has text: block collections end there
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                start = event.start_mark.index
                last = event.end_mark.index
                style = event.style
                if style == "|" or style == ">":  # noqa: PLR1714 (faster than a set)
                    last = self.trimmed(start, last)
                new: Any = ScalarNode(source, start, last, event.value, not style)
                if event.anchor is not None or event.tag is not None:
                    self.properties(event, new)
                    if event.anchor is not None:
                        self.anchors[event.anchor] = new
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                start = event.start_mark.index
                stack.append((node, into, is_map, key, event.anchor))
                into = []
                is_map = kind is MappingStartEvent
                node = (MapNode if is_map else ListNode)(
                    source, start, start, into, event.flow_style
                )
                key = None
                if event.anchor is not None or event.tag is not None:
                    self.properties(event, node)
                    if event.anchor is not None:
                        self.anchors[event.anchor] = None
                if len(stack) > MAX_DEPTH:
                    self.built.odd.append(Odd("deep", start, start + 1))
                    self.built.root = BadNode(source, 0, len(self.text))
                    return self.built
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                if node.flow:
                    last = event.end_mark.index
                node.end = last
                if is_map and len(into) > 0:
                    self.check_keys(into)
                new = node
                node, into, is_map, key, anchor = stack.pop()
                if anchor is not None:
                    self.anchors[anchor] = new
            elif kind is AliasEvent:
                new = self.copy(event, len(stack))
                last = event.end_mark.index
            elif kind is DocumentStartEvent:
                if self.document(event):
                    return self.built
                continue
            elif kind is StreamEndEvent:
                return self.built
            else:
                continue
            if node is None:
                self.built.root = new
            elif not is_map:
                into.append(new)
            elif key is None:
                key = new
            else:
                into.append((key, new))
                key = None

    def trimmed(self, start: int, end: int) -> int:
        """The end of a block text without the empty lines after it."""
        return start + len(self.text[start:end].rstrip())

    def properties(self, event: Any, node: Node) -> None:
        """Tags are refused; the place of a node begins after its tag and anchor."""
        if event.tag is not None:
            start = node.start
            found = re.compile(r"!\S*").search(self.text, start)
            at = (found.start(), found.end()) if found else (start, start + 1)
            self.built.odd.append(Odd("tag", *at, text=self.text[at[0] : at[1]]))
        match = _PROPERTIES.match(self.text, node.start)
        if match and (not isinstance(node, ScalarNode) or match.end() <= node.end):
            node.start = match.end()

    def check_keys(self, pairs: list[tuple[Any, Any]]) -> None:
        """Repeated keys, ``<<`` and keys that are no text; the last are taken out of the pairs."""
        try:
            names = {key.value for key, _ in pairs}
        except AttributeError:
            self.drop_unnamed(pairs)
            names = {key.value for key, _ in pairs}
        if len(names) != len(pairs):
            self.repeated(pairs)
        for name in names:
            if name[:1] in _ODD_FIRST or "：" in name or ":" in name:
                self.built.odd.append(Odd("name", pairs[0][0].start, pairs[0][0].end, name))
        if "<<" in names:
            for key, _ in pairs:
                if key.plain and key.value == "<<":
                    self.built.odd.append(Odd("merge", key.start, key.end))

    def drop_unnamed(self, pairs: list[tuple[Any, Any]]) -> None:
        for key, _ in pairs:
            if not isinstance(key, ScalarNode):
                self.built.odd.append(Odd("key", key.start, key.end))
        pairs[:] = [pair for pair in pairs if isinstance(pair[0], ScalarNode)]

    def repeated(self, pairs: list[tuple[Any, Any]]) -> None:
        first: dict[str, Any] = {}
        for key, _ in pairs:
            seen = first.setdefault(key.value, key)
            if seen is not key and not (key.plain and key.value == ""):
                place = (seen.start, seen.end)
                self.built.odd.append(Odd("twice", key.start, key.end, key.value, place))

    def copy(self, event: Any, depth: int) -> Node:
        """The node an alias stands for, if it exists, is complete and not too much."""
        start, end = event.start_mark.index, event.end_mark.index
        bad = BadNode(self.source, start, end)
        if event.anchor not in self.anchors:
            self.built.odd.append(Odd("no-anchor", start, end, event.anchor))
            return bad
        node = self.anchors[event.anchor]
        if node is None:
            self.built.odd.append(Odd("loop", start, end, event.anchor))
            return bad
        size, height = self.measure(node)
        self.copied += size
        if self.copied > MAX_NODES or depth + height > MAX_DEPTH:
            self.built.odd.append(Odd("many", start, end, event.anchor))
            return bad
        return node

    def measure(self, node: Node) -> tuple[int, int]:
        """How many nodes and how many levels a node has when its copies are counted out."""
        known = self.sizes.get(id(node))
        if known is None:
            known = self.sizes[id(node)] = self._measured(node)
        return known

    def _measured(self, node: Node) -> tuple[int, int]:
        parts: list[Node] = []
        if isinstance(node, MapNode):
            parts = [part for pair in node.pairs for part in pair]
        elif isinstance(node, ListNode):
            parts = node.items
        size, height = 1, 1
        for part in parts:
            inner, level = self.measure(part)
            size, height = size + inner, max(height, level + 1)
        return size, height

    def document(self, event: Any) -> bool:
        """True at a second document, which is not read."""
        start, end = event.start_mark.index, event.end_mark.index
        if event.version is not None or event.tags:
            self.built.odd.append(Odd("directive", start, self._line_end(start)))
        if self.built.root is None:
            return False
        self.built.odd.append(Odd("documents", start, max(end, start + 1)))
        return True

    def _line_end(self, start: int) -> int:
        end = self.text.find("\n", start)
        return len(self.text) if end < 0 else end
