"""How alike two texts are, and the best pairs between two heaps of texts without comparing all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

_COMMON = 48  # a pair of characters in more texts than this tells nothing apart
_RAREST = 16  # pairs of characters looked up for one text
_TRIED = 8  # candidates compared for one text


def grams(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a text, case and spaces left out."""
    packed = "".join(text.casefold().split())
    if len(packed) < 2:
        return frozenset((packed,)) if packed else frozenset()
    return frozenset(packed[i : i + 2] for i in range(len(packed) - 1))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of pairs in common, from 0 to 1 (the coefficient of Dice)."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def best_pairs(
    old: Sequence[str], new: Sequence[str], threshold: float
) -> list[tuple[int, int, float]]:
    """Pairs of indexes with their likeness, the likest first, each text in one pair at most.

    Candidates share rare pairs of characters; so the work grows with the number of texts and
    not with its square. Ties go to the earlier texts.
    """
    old_grams, new_grams = [grams(t) for t in old], [grams(t) for t in new]
    where: dict[str, list[int]] = defaultdict(list)
    for j, own in enumerate(new_grams):
        for gram in own:
            where[gram].append(j)
    found = []
    for i, own in enumerate(old_grams):
        for j in _candidates(own, where):
            score = likeness(own, new_grams[j])
            if score >= threshold:
                found.append((i, j, score))
    return _greedy(found)


def _candidates(own: frozenset[str], where: dict[str, list[int]]) -> list[int]:
    known = [(len(where[g]), g) for g in own if g in where and len(where[g]) <= _COMMON]
    shared: Counter[int] = Counter()
    for _, gram in sorted(known)[:_RAREST]:
        shared.update(where[gram])
    return [j for j, _ in sorted(shared.items(), key=lambda hit: (-hit[1], hit[0]))[:_TRIED]]


def _greedy(found: list[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    kept, used_old, used_new = [], set[int](), set[int]()
    for i, j, score in sorted(found, key=lambda f: (-f[2], f[0], f[1])):
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            kept.append((i, j, score))
    return kept
