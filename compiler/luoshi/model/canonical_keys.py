"""The canonical spelling of every key of a plan, for ``luoshi fmt``: ids and contents stay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from luoshi.diagnostics import Language
from luoshi.model.fields import Field, RecordTable
from luoshi.model.kinds import Many
from luoshi.model.load import ReadPlan
from luoshi.model.tables.plan import PLAN
from luoshi.syntax import ListNode, MapNode, Node, ScalarNode


def renames(read: ReadPlan) -> dict[int, str]:
    """The start of each key that is spelled another way, to its spelling in the file's language.

    Keys that no table knows, or that stand twice in one record, are left alone. Offsets are those
    of ``read.source``; included files are not touched.
    """
    return renames_in(read.node, PLAN, read.spelling)


def renames_in(root: Node, table: RecordTable, language: Language) -> dict[int, str]:
    """The same for any record: what ``renames`` does for a plan."""
    found: dict[int, str] = {}
    for key, known, content in keys_below(root, table):
        wanted = canonical_key(known, content, key.value, language)
        if wanted != key.value:
            found[key.start] = wanted
    return found


def canonical_key(known: Field, content: Node, written: str, language: Language) -> str:
    """How a key is spelled in a language.

    English says the singular where there is one content (``owner: Office``). Traditional Chinese
    keeps each of its own words, for they differ by region and not by taste (主辦單位, 牽頭單位).
    """
    if language == "zh-Hant" and written in known.hant:
        return written
    if language == "en" and not isinstance(content, ListNode):
        return _singular(known) or known.en[0]
    return known.spelling(language)


def _singular(known: Field) -> str:
    if not isinstance(known.kind, Many):
        return ""
    plural = known.en[0]
    forms = (word for word in known.en[1:] if plural in (f"{word}s", f"{word[:-1]}ies"))
    return next(forms, "")


def keys_below(root: Node, table: RecordTable) -> Iterator[tuple[ScalarNode, Field, Node]]:
    """Each known key below a node with its field and content; repeated fields are left out."""
    waiting: list[tuple[Node, RecordTable]] = [(root, table)]
    seen: set[int] = set()
    while waiting:
        node, own = waiting.pop()
        if isinstance(node, ListNode):
            waiting += [(item, own) for item in node.items]
            continue
        if not isinstance(node, MapNode) or id(node) in seen:
            continue
        seen.add(id(node))  # an anchor and its aliases are one node
        pairs = [(key, own.field_by_key.get(key.value), value) for key, value in node.pairs]
        times = Counter(known.name for _, known, _ in pairs if known is not None)
        for key, known, value in pairs:
            if known is None:
                continue
            if times[known.name] == 1:
                yield key, known, value
            waiting += [(value, inner) for inner in known.kind.tables()]
