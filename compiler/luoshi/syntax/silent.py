"""Slips that YAML reads without a word: fields swallowed by the text before or around them.

Syntax knows no field names, so it asks for evidence: the name is a field elsewhere in the file,
or the caller knows it, or the siblings are entries, or the whole file is such lines.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from luoshi.diagnostics import Arg
from luoshi.source import SourceFile
from luoshi.syntax import faults_typing as faults
from luoshi.syntax.lines import WIDE_SPACES, Line, read_line
from luoshi.syntax.node import ListNode, MapNode, Node, ScalarNode
from luoshi.syntax.slips import Slip, colon_slip, dash_slip, indent_slip

# Each pattern begins with a literal, which the regex engine looks for at the speed of memory.
_GLUED = re.compile(r":[^\s/\\0-9]")
_LIST = re.compile(r"""\[[^\[\]\n"'，“「]*[，“「]""")
_DASH = re.compile(r"-[^\s-]")
_LONGEST_HEAD = 24
_SENTENCE = re.compile("[。；：！？]")
_ODD_FIRST = frozenset(f"-{WIDE_SPACES}")
_PART = 12  # characters of an item that is a name rather than a sentence


def may_hide_slips(text: str) -> bool:
    """False when a glance at the text shows that there is nothing to look for in the tree."""
    if _LIST.search(text):
        return True
    if any(_near_line_start(text, found.start()) for found in _GLUED.finditer(text)):
        return True
    if any(not _head(text, found.start()).strip() for found in _DASH.finditer(text)):
        return True
    at = text.find("：")
    while at >= 0:
        if _near_line_start(text, at):
            return True
        at = text.find("：", at + 1)
    return False


def _head(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 : at]


def _near_line_start(text: str, at: int) -> bool:
    head = _head(text, at).lstrip(" -")
    return 0 < len(head) <= _LONGEST_HEAD and " " not in head


def silent_slips(source: SourceFile, root: Node, known: Collection[str], odd: bool) -> list[Slip]:
    """Slips in a tree that was read without complaint, in order of place.

    ``odd`` says that a field's name has something odd in it.
    """
    if not odd and not may_hide_slips(source.text):
        return []
    blocks = list(_collections(root))
    names = {key.value for node in blocks if isinstance(node, MapNode) for key, _ in node.pairs}
    names.update(known)
    found: dict[int, Slip] = {}
    if isinstance(root, ScalarNode) and root.plain:
        found |= {slip.start: slip for slip in _whole_text(source, root)}
    for node in blocks:
        look = _in_list if isinstance(node, ListNode) else _in_map
        for slip in look(source, node, names):  # type: ignore[arg-type]  # chosen by type above
            found.setdefault(slip.start, slip)
    return [found[at] for at in sorted(found)]


def _collections(root: Node) -> Iterator[MapNode | ListNode]:
    wait, seen = [root], set()
    while wait:
        node = wait.pop()
        if id(node) in seen:
            continue
        if isinstance(node, MapNode):
            wait += [content for _, content in node.pairs]
        elif isinstance(node, ListNode):
            wait += node.items
        else:
            continue
        seen.add(id(node))
        yield node


def _lines(source: SourceFile, node: ScalarNode) -> list[Line]:
    """The lines of a plain text; the first one begins where the text begins."""
    first, last = source.position(node.start)[0], source.position(max(node.end - 1, 0))[0]
    start = read_line(source, first)
    body = source.text[node.start : min(node.end, start.start + len(source.line(first)))]
    head = Line(first, node.start, "", "", body.rstrip(), node.start - start.start)
    below = [read_line(source, number) for number in range(first + 1, last + 1)]
    return [head, *(line for line in below if not line.is_empty)]


def _whole_text(source: SourceFile, root: ScalarNode) -> list[Slip]:
    slips = [colon_slip(line) for line in _lines(source, root)]
    return [slip for slip in slips if slip]


def _in_map(source: SourceFile, node: MapNode, names: Collection[str]) -> Iterator[Slip]:
    text = source.text
    for key, content in node.pairs:
        first = key.value[:1]
        if key.plain and (first in _ODD_FIRST or "：" in key.value or ":" in key.value):
            yield from _odd_name(source, node, key, content)
        if not isinstance(content, ScalarNode) or not content.plain:
            continue
        if text.find("\n", key.end, content.end) >= 0 and content.end > content.start:
            yield from _swallowed(source, key, content, names)


def _odd_name(source: SourceFile, node: MapNode, key: ScalarNode, content: Node) -> Iterator[Slip]:
    line = read_line(source, source.position(key.start)[0])
    if node.flow and isinstance(content, ScalarNode) and content.is_empty and content.plain:
        slip = colon_slip(Line(line.number, key.start, "", "", source.text[key.start : key.end], 0))
        if slip:
            yield slip
    elif not node.flow and line.indent.strip(" ") and key.start <= line.body_start:
        slip = indent_slip(source, line)
        if slip:
            yield slip
    elif not node.flow and re.match("-[^ 0-9-]", key.value) and line.body_start == key.start:
        yield dash_slip(line)


def _swallowed(
    source: SourceFile, key: ScalarNode, content: ScalarNode, names: Collection[str]
) -> Iterator[Slip]:
    lines = _lines(source, content)
    own_line = "\n" in source.text[key.end : content.start]
    if own_line and all(re.match("-[^ -]", line.body) for line in lines):
        yield from map(dash_slip, lines)
        return
    slips = [colon_slip(line) for line in lines]
    if own_line and len(lines) > 1 and all(slips):
        yield from (slip for slip in slips if slip)
        return
    for slip in slips if own_line else slips[1:]:
        if slip and _name(slip) in names:
            yield _realigned(source, key, slip, own_line)


def _name(slip: Slip) -> str:
    return str(slip.args.get("key") or str(slip.args["text"])[:-1])


def _realigned(source: SourceFile, key: ScalarNode, slip: Slip, own_line: bool) -> Slip:
    """A field swallowed by the content above it moves to the column of that field."""
    if own_line:
        return slip
    line = read_line(source, source.position(slip.start)[0])
    at = source.position(key.start)[1] - 1
    change = (line.start, line.start + len(line.indent), " " * at)
    repair = (change, *slip.repair) if line.indent != " " * at else slip.repair
    return Slip(slip.rule, slip.start, slip.end, slip.args, repair, "unsafe")


def _in_list(source: SourceFile, node: ListNode, names: Collection[str]) -> Iterator[Slip]:
    entries = any(isinstance(item, MapNode) for item in node.items)
    text = source.text
    for item in node.items:
        if not isinstance(item, ScalarNode) or not item.plain or item.end == item.start:
            continue
        if node.flow:
            yield from _commas(source, item)
            yield from _curly_quote(source, node, item)
        elif entries:
            yield from (slip for slip in map(colon_slip, _lines(source, item)) if slip)
        elif text.find("\n", item.start, item.end) >= 0:
            yield from _below_item(source, item, names)


def _below_item(source: SourceFile, item: ScalarNode, names: Collection[str]) -> list[Slip]:
    """``- 内容：x`` with further fields below: all lines of the item are such lines."""
    lines = _lines(source, item)
    slips = [slip for slip in map(colon_slip, lines) if slip]
    certain = len(slips) == len(lines) > 1 and any(_name(slip) in names for slip in slips)
    return slips if certain else []


def _curly_quote(source: SourceFile, node: ListNode, item: ScalarNode) -> Iterator[Slip]:
    """“甲, 乙” between brackets: the curly marks do not hold the two halves together."""
    close = {"“": "”", "「": "」"}.get(item.value[:1])
    if close is None or close in item.value:
        return
    at = source.text.find(close, item.end, node.end)
    if at < 0 or '"' in source.text[item.start : at]:
        return
    args: dict[str, Arg] = {
        "line": source.position(item.start)[0], "mark": item.value[0], "half": '"'
    }  # fmt: skip
    changes = ((item.start, item.start + 1, '"'), (at, at + 1, '"'))
    yield Slip(faults.FULLWIDTH_PUNCTUATION, item.start, item.start + 1, args, changes)


def _commas(source: SourceFile, item: ScalarNode) -> Iterator[Slip]:
    parts = item.value.split("，")
    if len(parts) < 2 or _SENTENCE.search(item.value):
        return
    if all(0 < len(part.strip()) <= _PART for part in parts):
        text = source.text[item.start : item.end]
        at = item.start + text.index("，")
        changes = tuple(
            (item.start + i, item.start + i + 1, ", ") for i, c in enumerate(text) if c == "，"
        )
        args: dict[str, Arg] = {"text": item.value, "n": len(parts)}
        yield Slip(faults.FULLWIDTH_COMMA, at, at + 1, args, changes)
