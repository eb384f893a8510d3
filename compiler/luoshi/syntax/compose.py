"""From text to the tree of nodes; everything that is not as it should be becomes a finding.

A mistake does not hide the next one: its cause is found, reported, repaired in a working copy in
memory, and the reading starts again. Places in findings and nodes are always those of the file.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Collection

from yaml import YAMLError
from yaml.error import MarkedYAMLError
from yaml.reader import ReaderError

from luoshi.diagnostics import Arg, Diagnostic, Diagnostics, Edit, Fix, Label, Paste
from luoshi.source import SourceFile, Span
from luoshi.syntax import faults_file, faults_typing
from luoshi.syntax.build import Built, build
from luoshi.syntax.flow import flow_slip, unread_flow, unread_line
from luoshi.syntax.lines import previous
from luoshi.syntax.node import BadNode, ListNode, MapNode, Node, ScalarNode
from luoshi.syntax.odd import report_odd
from luoshi.syntax.patch import Patched
from luoshi.syntax.silent import silent_slips
from luoshi.syntax.slips import UNREAD, Slip, lines_near, slip_on_line, uneven_slip

_MOST_REPAIRS = 400
_MOST_CHARACTERS = 100_000_000  # read again and again in one broken file, all attempts together
_MOST_ADDED = 20_000  # characters all repairs of a file may add
_MOST_ON_A_LINE = 12
_ROUNDS = 4
_MANY = 20  # single repairs of a file before equal ones are looked for in all of it
# Compiled when a file holds one; this set takes as long to compile as a short plan to read.
_CONTROL = "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_LINE_ENDS = ("\x85", "\u2028", "\u2029")  # line ends to YAML, but to no editor


def compose(source: SourceFile, bag: Diagnostics, known: Collection[str] = ()) -> Node:
    """The tree of a file; a ``BadNode`` where nothing could be read. Never raises.

    ``known`` are spellings of field names, as evidence for fields that a slip has turned into
    text; without it only the names used in the file itself count.
    """
    collecting = gc.isenabled()
    gc.disable()  # fifty thousand new objects and no garbage: collecting doubles the time
    try:
        return _Reading(source, bag, known).run()
    finally:
        if collecting:
            gc.enable()


class _Reading:
    """One file being read: its working copy and the findings so far."""

    def __init__(self, source: SourceFile, bag: Diagnostics, known: Collection[str]) -> None:
        self.source = source
        self.bag = bag
        self.known = known
        text = source.text
        if any(end in text for end in _LINE_ENDS):
            text = re.sub("[\x85\u2028\u2029]", " ", text)
        self.patch = Patched(text)
        self.copy = source if text is source.text else SourceFile(source.name, text)
        self.repairs = 0
        self.tried: dict[tuple[str, int], int] = {}
        self.spent = 0

    def run(self) -> Node:
        built = self.read()
        for _ in range(_ROUNDS):
            better = self.read_swallowed(built)
            if better is None:
                break
            built = better
        report_odd(self.source, self.patch, built.odd, self.bag)
        if built.root is None:
            return self.nothing()
        if self.patch.moved:
            return _placed(built.root, self.patch)
        return built.root

    def read(self) -> Built:
        """What can be read, after as many repairs as it takes."""
        while True:
            try:
                return build(self.source, self.copy.text)
            except (ReaderError, UnicodeEncodeError):
                self.clear_characters()
            except YAMLError as error:
                if not self.repair(error):
                    return Built(BadNode(self.source, 0, len(self.source.text)))

    def clear_characters(self) -> None:
        """Characters that YAML refuses become spaces, each reported."""
        text = self.copy.text
        for found in re.finditer(_CONTROL, text):
            at = self.patch.back(found.start())
            args: dict[str, Arg] = {
                "line": self.source.position(at)[0],
                "char": f"U+{ord(found[0]):04X}",
            }
            place = Span(self.source, at, at + 1)
            rule = faults_file.UNREADABLE_CHARACTER
            self.bag.add(Diagnostic(rule=rule, primary=place, args=args))
        self.replace(re.sub(_CONTROL, " ", text))

    def replace(self, text: str) -> None:
        """A working copy of the same length."""
        self.patch.text = text
        self.copy = SourceFile(self.source.name, text)

    def repair(self, error: YAMLError) -> bool:
        """Find the cause of a failure, report and repair it; False when it is time to stop."""
        self.spent += len(self.copy.text)
        at, opener, numbers = _places(self.copy, error)
        slip = self.cause(at, opener, numbers)
        if slip is None:
            return False
        self.repairs += 1
        if self.repairs > _MOST_REPAIRS or self.spent > _MOST_CHARACTERS:
            rest = Slip(slip.rule, slip.start, slip.end, slip.args, (), "none")
            self.report(rest)
            return self.cut(slip.start)
        self.settle([slip])
        self.same_below(slip)
        if self.repairs > _MANY and slip.rule is faults_typing.FULLWIDTH_COLON:
            self.same_everywhere()
        return True

    def cause(self, at: int, opener: int | None, numbers: list[int]) -> Slip | None:
        """The most certain cause: on the line itself, in its brackets, near it; else the line."""
        near = lines_near(self.copy, numbers)
        line = self.copy.position(min(at, len(self.copy.text)))[0]
        ways: tuple[Callable[[], Slip | None], ...] = (
            lambda: _first_slip(self.copy, numbers),
            lambda: flow_slip(self.copy, opener, at),
            lambda: _first_slip(self.copy, near),
            lambda: None if opener is not None else uneven_slip(self.copy, line),
            lambda: unread_flow(self.copy, opener, at),
            lambda: unread_line(self.copy, line, at),
        )
        if len(self.copy.text) > len(self.source.text) + _MOST_ADDED:
            ways = ways[-1:]
        return next((slip for way in ways if (slip := way()) and self.is_new(slip)), None)

    def is_new(self, slip: Slip) -> bool:
        """False for a repair that has been made on this line again and again without avail."""
        place = (slip.rule.code, self.copy.position(slip.start)[0])
        self.tried[place] = self.tried.get(place, 0) + 1
        return self.tried[place] <= _MOST_ON_A_LINE or slip.rule is faults_typing.YAML_UNREADABLE

    def same_below(self, slip: Slip) -> None:
        """The same slip on the lines right below, so that a hundred of them cost no rereading."""
        number = self.copy.position(slip.start)[0] + 1
        while number <= self.copy.line_count() and self.repairs < _MOST_REPAIRS:
            below = slip_on_line(self.copy, number)
            if below is None or below.rule is not slip.rule or slip.offer != "safe":
                return
            self.repairs += 1
            self.settle([below])
            number += 1

    def same_everywhere(self) -> None:
        """All full-width colons beside other fields at once, in a file that is full of them."""
        copy = self.copy
        slips = (
            slip_on_line(copy, number)
            for number in range(1, copy.line_count() + 1)
            if "：" in copy.line(number) and not _is_first_below(copy, number)
        )
        self.settle([s for s in slips if s and s.rule is faults_typing.FULLWIDTH_COLON])

    def cut(self, at: int) -> bool:
        """Gives up on the rest of a file with more mistakes than anybody will read about."""
        if self.spent > 2 * _MOST_CHARACTERS:
            return False
        start = self.copy.line_starts[self.copy.position(at)[0] - 1]
        rest = re.sub("[^\r\n]", " ", self.copy.text[start:])
        self.replace(self.copy.text[:start] + rest)
        return bool(self.copy.text.strip())

    def settle(self, slips: list[Slip]) -> None:
        """Report slips and repair them in the working copy."""
        for slip in slips:
            self.report(slip)
        self.patch.apply(_apart(slips))
        self.copy = SourceFile(self.source.name, self.patch.text)

    def report(self, slip: Slip) -> None:
        self.bag.add(finding(self.source, self.copy, self.patch, slip))

    def read_swallowed(self, built: Built) -> Built | None:
        """A better tree, when the one at hand swallowed fields as text; None when it did not."""
        if built.root is None or isinstance(built.root, BadNode):
            return None
        odd = any(item.kind == "name" for item in built.odd)
        slips = silent_slips(self.copy, built.root, self.known, odd)
        if not slips:
            return None
        self.settle(slips)
        return self.read()

    def nothing(self) -> Node:
        """An empty file, said once unless something else explains it."""
        if not len(self.bag):
            args: dict[str, Arg] = {"file": self.source.name}
            self.bag.add(Diagnostic(rule=faults_file.EMPTY_FILE, primary=None, args=args))
        return BadNode(self.source, 0, len(self.source.text))


def _first_slip(copy: SourceFile, numbers: list[int]) -> Slip | None:
    found = (slip_on_line(copy, number) for number in numbers)
    return next((slip for slip in found if slip), None)


def _is_first_below(copy: SourceFile, number: int) -> bool:
    """True right below ``field:``, where a text of its own may stand as well as a field."""
    above = previous(copy, number)
    return above is None or above.opens


def _apart(slips: list[Slip]) -> list[tuple[int, int, str]]:
    """The changes of several slips, without those that overlap an earlier one."""
    changes = sorted({change for slip in slips for change in slip.repair})
    kept: list[tuple[int, int, str]] = []
    for change in changes:
        if not kept or change[0] >= kept[-1][1]:
            kept.append(change)
    return kept


def _places(copy: SourceFile, error: YAMLError) -> tuple[int, int | None, list[int]]:
    """Where the reading stopped, the bracket it was in, and the lines to look at first."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return 0, None, [1]
    at = min(error.problem_mark.index, len(copy.text))
    context = error.context or ""
    lines = [copy.position(at)[0]]
    opener = None
    if error.context_mark is not None:
        begin = min(error.context_mark.index, len(copy.text))
        opener = begin if "flow" in context else None
        if "scanning" in context or "flow" in context:
            lines.insert(0, copy.position(begin)[0])
    return at, opener, lines


def finding(source: SourceFile, copy: SourceFile, patch: Patched, slip: Slip) -> Diagnostic:
    """A slip as a finding, in the places of the file, with the corrected line to paste."""
    back = patch.back
    start = back(slip.start)
    primary = Span(source, start, max(back(slip.end), start + 1))
    labels: tuple[Label, ...] = ()
    if slip.also:
        labels = (
            Label(Span(source, back(slip.also[0]), back(slip.also[1])), "related", slip.also[2]),
        )
    edits = tuple(Edit(Span(source, back(s), back(e)), new) for s, e, new in slip.repair)
    offered = slip.offer != "none"
    return Diagnostic(
        rule=slip.rule,
        primary=primary,
        args=slip.args,
        labels=labels,
        paste=_paste(copy, slip) if offered and slip.paste else (),
        fix=Fix(edits, safe=slip.offer == "safe") if offered else None,
    )


def _paste(copy: SourceFile, slip: Slip) -> tuple[Paste, ...]:
    number = copy.position(slip.repair[0][0])[0]
    if any(copy.position(end)[0] != number for _, end, _ in slip.repair):
        return ()
    start, line = copy.line_starts[number - 1], copy.line(number)
    for begin, end, new in sorted(slip.repair, reverse=True):
        line = line[: begin - start] + new + line[end - start :]
    return (Paste(line.rstrip(), number),)


def _placed(root: Node, patch: Patched) -> Node:
    """The tree with the places of the file, unread contents as ``BadNode``."""
    done: dict[int, Node] = {}

    def placed(node: Node) -> Node:
        known = done.get(id(node))
        if known is not None:
            return known
        start, end = patch.back(node.start), patch.back(node.end)
        if isinstance(node, ScalarNode) and node.value.startswith(UNREAD):
            done[id(node)] = bad = BadNode(node.source, start, end)
            return bad
        node.start, node.end = start, end
        done[id(node)] = node
        if isinstance(node, MapNode):
            pairs = [(placed(key), placed(content)) for key, content in node.pairs]
            node.pairs = [(key, to) for key, to in pairs if isinstance(key, ScalarNode)]
        elif isinstance(node, ListNode):
            node.items = [placed(item) for item in node.items]
        return node

    return placed(root)
