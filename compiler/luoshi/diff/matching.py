"""Which record of the old plan is which of the new one: by id, by key, by text, by likeness."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Literal

from luoshi.diff.identity import IDENTITY, key_of, words_of
from luoshi.diff.likeness import best_pairs
from luoshi.diff.tree import Node

How = Literal["place", "id", "key", "text", "likeness", "contents"]

_Group = tuple[str, tuple[str, ...]]  # the type of record and the units it stands under

NEAR = 0.5  # likeness wanted within one list, or under the same owner
FAR = 0.75  # likeness wanted anywhere else
_SHORTEST = 4  # a shorter text stands in too many places to be followed elsewhere


class Matching:
    """The pairs found, both ways round, and how each was found."""

    def __init__(self, old: list[Node], new: list[Node]) -> None:
        self.old, self.new = old, new
        self.to_new: dict[Node, Node] = {}
        self.to_old: dict[Node, Node] = {}
        self.how: dict[Node, How] = {}  # by the old node

    def pair(self, old: Node, new: Node, how: How) -> None:
        """Take two nodes for the same record."""
        self.to_new[old], self.to_old[new], self.how[old] = new, old, how

    def left(self) -> tuple[list[Node], list[Node]]:
        """What has no partner yet, old and new."""
        return (
            [n for n in self.old if n not in self.to_new],
            [n for n in self.new if n not in self.to_old],
        )


def match(old: list[Node], new: list[Node]) -> Matching:
    """All pairs between two trees; the surest ways first, each again after every success."""
    found = Matching(old, new)
    found.pair(old[0], new[0], "place")
    _by_id(found)
    while any(way(found) for way in _WAYS):
        pass
    return found


def _by_id(found: Matching) -> None:
    def key(node: Node) -> Hashable | None:
        own = getattr(node.record, "id", "") if node.parent is not None else ""
        return (type(node.record), own) if own else None

    _pair_equal(found, found.old, found.new, key, "id")


def _pair_equal(
    found: Matching,
    old: Iterable[Node],
    new: Iterable[Node],
    key: Callable[[Node], Hashable | None],
    how: How,
) -> bool:
    """Pair what has the same key, the n-th of a double with the n-th; True if any was."""
    waiting: dict[Hashable, list[Node]] = defaultdict(list)
    for node in new:
        own = key(node) if node not in found.to_old else None
        if own is not None:
            waiting[own].append(node)
    success = False
    for node in old if waiting else ():
        own = key(node) if node not in found.to_new else None
        if own is not None and waiting.get(own):
            found.pair(node, waiting[own].pop(0), how)
            success = True
    return success


def _slots(found: Matching) -> Iterator[tuple[list[Node], list[Node]]]:
    """Unmatched records of the same field of two matched records."""
    for old, new in list(found.to_new.items()):
        fields = dict.fromkeys(child.field for child in old.children if child not in found.to_new)
        for name in fields:
            left = [n for n in old.slot(name) if n not in found.to_new]
            right = [n for n in new.slot(name) if n not in found.to_old]
            if left and right:
                yield left, right


def _same_place(found: Matching) -> bool:
    """A field for one record holds the same record; in lists the declared key or the text tells."""
    success = False
    for old, new in _slots(found):
        if old[0].index is None and new[0].index is None:
            found.pair(old[0], new[0], "place")
            success = True
            continue
        success |= _pair_equal(found, old, new, lambda n: key_of(n.record), "key")
        success |= _pair_equal(found, old, new, _text, "text")
        success |= _pair_equal(found, old, new, lambda n: n.record, "text")
    return success


def _text(node: Node) -> Hashable | None:
    return words_of(node.record) or None


def _same_text_elsewhere(found: Matching) -> bool:
    """Records that may move, by their whole text: under the same owner first, then anywhere."""
    old, new = _movable(found)

    def under_owner(node: Node) -> Hashable | None:
        text = _long_text(node)
        return text and (type(node.record), text, node.owners)

    def anywhere(node: Node) -> Hashable | None:
        text = _long_text(node)
        return text and (type(node.record), text)

    success = _pair_equal(found, old, new, under_owner, "text")
    return _pair_equal(found, old, new, anywhere, "text") or success


def _movable(found: Matching) -> tuple[list[Node], list[Node]]:
    old, new = found.left()
    return [n for n in old if _moves(n)], [n for n in new if _moves(n)]


def _moves(node: Node) -> bool:
    return IDENTITY[type(node.record)].moves and node.index is not None


def _long_text(node: Node) -> str | None:
    text = words_of(node.record)
    return text if len(text) >= _SHORTEST else None


def _alike_in_place(found: Matching) -> bool:
    success = False
    for old, new in _slots(found):
        success |= _pair_alike(found, old, new, NEAR)
    return success


def _alike_elsewhere(found: Matching) -> bool:
    """Like texts of one type: under the same owner, then anywhere where they are more alike."""
    success = False
    for by_owner in (True, False):
        groups: dict[_Group, tuple[list[Node], list[Node]]] = defaultdict(lambda: ([], []))
        for side, nodes in enumerate(_movable(found)):
            for node in nodes:
                owners = node.owners if by_owner else ()
                groups[type(node.record).__name__, owners][side].append(node)
        for (_, owners), (left, right) in groups.items():
            success |= _pair_alike(found, left, right, NEAR if owners else FAR)
    return success


def _pair_alike(found: Matching, old: list[Node], new: list[Node], least: float) -> bool:
    pairs = best_pairs([words_of(n.record) for n in old], [words_of(n.record) for n in new], least)
    for i, j, _ in pairs:
        found.pair(old[i], new[j], "likeness")
    return bool(pairs)


def _by_contents(found: Matching) -> bool:
    """A list without a key of its own is the one where most of its records went."""
    success = False
    for old in found.left()[0]:
        votes: Counter[Node] = Counter()
        for child in old.children:
            partner = found.to_new.get(child)
            home = partner.parent if partner is not None else None
            if home is not None and home not in found.to_old and _alike_in_kind(old, home):
                votes[home] += 1
        for home, count in votes.most_common(1):
            if 2 * count > max(len(_named(old)), len(_named(home))):
                found.pair(old, home, "contents")
                success = True
    return success


def _alike_in_kind(old: Node, new: Node) -> bool:
    # an id that was given says that it is another one
    given = getattr(old.record, "id", "") and getattr(new.record, "id", "")
    return type(old.record) is type(new.record) and not given


def _named(node: Node) -> list[Node]:
    return [child for child in node.children if child.field != "owners"]


_WAYS = (
    _same_place,
    _same_text_elsewhere,
    _by_contents,
    _alike_in_place,
    _alike_elsewhere,
)
