"""``luoshi fmt``: one layout for every plan, without touching a key, a content or their order.

The tree tells where every line belongs; from that follow its indent and the spaces inside it.
Texts over several lines, comments and quotes stay as they are. The result is read again and
compared, so a layout that would change the meaning is never returned.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from luoshi.diagnostics import Diagnostics, Severity
from luoshi.source import SourceFile
from luoshi.syntax.compose import compose
from luoshi.syntax.node import BadNode, ListNode, MapNode, Node, ScalarNode

_STEP = 2
_DASH = re.compile(r"(?:[ \t]*(?:#[^\n\r]*)?[\r\n]+)*[ \t]*-")
_GAP = re.compile(r"[ \t]*:[ \t]+")
_PASSES = 4  # a comment may need a second look once its neighbours stand still


def format_text(
    source: SourceFile, root: Node, renames: Mapping[int, str] | None = None
) -> str | None:
    """The canonical layout of a file; None when it has mistakes or cannot be laid out safely.

    ``renames`` maps the start offset of a key to its new spelling, written as it should stand.
    """
    bag = Diagnostics()
    compose(source, bag)
    if any(item.level is Severity.ERROR for item in bag.sorted()) or isinstance(root, BadNode):
        return None
    text = _Layout(source, root, renames or {}).text()
    for _ in range(_PASSES):
        again = SourceFile(source.name, text)
        tree = compose(again, Diagnostics())
        if not same_tree(root, tree, renames or {}):
            return None
        settled = _Layout(again, tree, {}).text()
        if settled == text:
            return text
        root, renames, text = tree, {}, settled
    return None


def same_tree(old: Node, new: Node, renames: Mapping[int, str]) -> bool:
    """True when two trees have the same keys (but for renames), contents, kinds and order."""
    wait = [(old, new)]
    seen: set[tuple[int, int]] = set()
    while wait:
        a, b = wait.pop()
        if (id(a), id(b)) in seen:
            continue
        seen.add((id(a), id(b)))
        if isinstance(a, MapNode) and isinstance(b, MapNode):
            if len(a.pairs) != len(b.pairs) or a.flow != b.flow:
                return False
            for (key, content), (other, matter) in zip(a.pairs, b.pairs, strict=True):
                if key.value != other.value and key.start not in renames:
                    return False
                wait.append((content, matter))
        elif isinstance(a, ListNode) and isinstance(b, ListNode):
            if len(a.items) != len(b.items) or a.flow != b.flow:
                return False
            wait += zip(a.items, b.items, strict=True)
        elif isinstance(a, ScalarNode) and isinstance(b, ScalarNode):
            if a.value != b.value or a.plain != b.plain:
                return False
        else:
            return False
    return True


class _Layout:
    """The new indent of every line and the edits inside lines, gathered in one walk."""

    def __init__(self, source: SourceFile, root: Node, renames: Mapping[int, str]) -> None:
        self.source = source
        self.renames = renames
        self.indents: dict[int, int] = {}  # line number: where its first character goes
        self.shifts: dict[int, tuple[int, int]] = {}  # line inside a text: shift, least indent
        self.literal: set[int] = set()  # lines of which every character counts
        self.edits: dict[int, list[tuple[int, int, str]]] = {}
        self.seen: set[int] = set()
        self.walk(root, 0, 0)

    def walk(self, node: Node, column: int, owner: int) -> None:
        """Lay out a node whose own column, if it is a block, is ``column``.

        ``owner`` is the column of the field or dash it belongs to, as it stands now.
        """
        if id(node) in self.seen:
            return
        self.seen.add(id(node))
        if isinstance(node, MapNode) and not node.flow:
            self.block_map(node, column)
        elif isinstance(node, ListNode) and not node.flow:
            self.block_list(node, column)
        else:
            self.inline(node, column, owner)
            self.flow_gaps(node)

    def block_map(self, node: MapNode, column: int) -> None:
        for key, content in node.pairs:
            line, now = self.source.position(key.start)
            self.indents.setdefault(line, column)
            self.rename(key)
            if content.start < key.end:  # an alias: its node stands elsewhere
                continue
            self.gap(key, content)
            self.walk(content, column + _STEP, now - 1)

    def block_list(self, node: ListNode, column: int) -> None:
        at = node.start
        for item in node.items:
            found = _DASH.match(self.source.text, at)
            if found is None:
                continue
            dash = found.end() - 1
            line, now = self.source.position(dash)
            self.indents.setdefault(line, column)
            own = item.start > dash
            same = own and self.source.position(item.start)[0] == line
            between = self.source.text[dash + 1 : item.start] if same else ""
            if between and not between.strip(" \t") and item.end > item.start:
                self.edit(dash + 1, item.start, " ")
            if own:
                self.walk(item, column + _STEP, now - 1)
            line_end = self.source.line_starts[line - 1] + len(self.source.line(line))
            at = item.end if own and item.end > dash else line_end

    def inline(self, node: Node, column: int, owner: int) -> None:
        """A text or a flow collection: its first line follows its field, the others move along."""
        first, last = self.source.position(node.start)[0], self.last_line(node)
        if node.end > node.start:
            self.indents.setdefault(first, column)
        block = self.is_block_text(node)
        if block:
            last = self.end_of_kept(node, last)
        base = self.base_of(first + 1, last) if block else 0
        explicit = block and bool(re.search("[1-9]", self.header(node)))
        for number in range(first + 1, last + 1):
            if block and not explicit:
                self.shifts[number] = (column - base, 0)
            else:
                self.shifts[number] = (column - _STEP - owner, 0 if block else max(column - 1, 0))
            if block:
                self.literal.add(number)

    def last_line(self, node: Node) -> int:
        return self.source.position(max(node.end - 1, node.start))[0]

    def header(self, node: Node) -> str:
        return self.source.line(self.source.position(node.start)[0])[
            self.source.position(node.start)[1] - 1 :
        ][:4]

    def is_block_text(self, node: Node) -> bool:
        return (
            isinstance(node, ScalarNode)
            and not node.plain
            and self.source.text[node.start : node.start + 1] in ("|", ">")
        )

    def end_of_kept(self, node: Node, last: int) -> int:
        """With ``|+`` the empty lines after the text belong to it."""
        if "+" in self.header(node).split("#")[0]:
            while last < self.source.line_count() and not self.source.line(last + 1).strip():
                last += 1
        return last

    def base_of(self, first: int, last: int) -> int:
        for number in range(first, last + 1):
            line = self.source.line(number)
            if line.strip():
                return len(line) - len(line.lstrip(" "))
        return 0

    def flow_gaps(self, node: Node) -> None:
        if isinstance(node, MapNode):
            for key, content in node.pairs:
                self.rename(key)
                if content.start >= key.end:
                    self.gap(key, content)
                    self.flow_gaps(content)
        elif isinstance(node, ListNode):
            for item in node.items:
                if item.start >= node.start:
                    self.flow_gaps(item)

    def rename(self, key: ScalarNode) -> None:
        new = self.renames.get(key.start)
        if new is not None:
            self.edit(key.start, key.end, new)

    def gap(self, key: ScalarNode, content: Node) -> None:
        """One space between a colon and its content, none before the colon."""
        if content.end > content.start:
            between = self.source.text[key.end : content.start]
            found = _GAP.match(between)
            if found and found.end() == len(between):
                self.edit(key.end, content.start, ": ")

    def edit(self, start: int, end: int, new: str) -> None:
        line = self.source.position(start)[0]
        self.edits.setdefault(line, []).append((start, end, new))

    def text(self) -> str:
        """The new text: lines joined, empty lines at most one in a row and none at the ends."""
        out: list[str] = []
        for number in range(1, self.source.line_count() + 1):
            line = self.line(number)
            if line or number in self.shifts or (out and out[-1]):
                out.append(line)
        while out and not out[-1] and self.source.line_count() not in self.literal:
            out.pop()
        return "\n".join(out).rstrip("\n") + "\n" if not self.ends_kept() else "\n".join(out)

    def ends_kept(self) -> bool:
        return self.source.line_count() in self.literal

    def line(self, number: int) -> str:
        text = self.source.line(number)
        if number in self.shifts:
            return self.moved(number, text)
        body = self.edited(number, text).strip(" \t")
        if not body:
            return ""
        if body.startswith("#"):
            return " " * self.comment_indent(number) + body
        return " " * self.indents.get(number, len(text) - len(text.lstrip(" "))) + body

    def moved(self, number: int, text: str) -> str:
        shift, least = self.shifts[number]
        body = (
            text.lstrip(" ") if number in self.literal else self.edited(number, text).lstrip(" \t")
        )
        indent = len(text) - len(text.lstrip(" " if number in self.literal else " \t"))
        if not body:
            return " " * max(indent + shift, 0) if number in self.literal else ""
        return " " * max(indent + shift, least) + body

    def edited(self, number: int, text: str) -> str:
        start = self.source.line_starts[number - 1]
        for begin, end, new in sorted(self.edits.get(number, ()), reverse=True):
            text = text[: begin - start] + new + text[end - start :]
        return text

    def comment_indent(self, number: int) -> int:
        """A comment goes with the line below, unless it lines up with the line above only."""
        own = _indent(self.source.line(number))
        below, above = self.neighbour(number, 1), self.neighbour(number, -1)
        if below is None:
            same = above is not None and _indent(self.source.line(above)) == own
            return self.indents[above] if above is not None and same else 0
        if above is not None and own == _indent(self.source.line(above)) != _indent(
            self.source.line(below)
        ):
            return self.indents[above]
        return self.indents[below]

    def neighbour(self, number: int, step: int) -> int | None:
        at = number + step
        while 1 <= at <= self.source.line_count():
            if at in self.indents:
                return at
            at += step
        return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))
