"""Findings about things YAML allows and a plan does not, as the tree builder met them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from luoshi.diagnostics import Arg, Diagnostic, Diagnostics, Label, Rule
from luoshi.source import SourceFile, Span
from luoshi.syntax import faults_file as files
from luoshi.syntax.build import MAX_DEPTH, Odd
from luoshi.syntax.faults_typing import DUPLICATE_KEY
from luoshi.syntax.patch import Patched

_RULES: Mapping[str, Rule] = {
    "deep": files.TOO_DEEP,
    "tag": files.TAG_REFUSED,
    "merge": files.MERGE_KEY,
    "key": files.KEY_NOT_TEXT,
    "no-anchor": files.NO_SUCH_ANCHOR,
    "loop": files.COPY_OF_ITSELF,
    "many": files.TOO_MANY_COPIES,
    "directive": files.DIRECTIVE,
    "documents": files.SEVERAL_DOCUMENTS,
    "twice": DUPLICATE_KEY,
}


def report_odd(source: SourceFile, patch: Patched, odd: list[Odd], bag: Diagnostics) -> None:
    """Word what the builder met; repeated keys count up from their first place."""
    counts: dict[tuple[int, int], int] = {}
    for item in _worth_saying(odd):
        rule = _RULES[item.kind]
        start = patch.back(item.start)
        place = Span(source, start, max(patch.back(item.end), start + 1))
        args: dict[str, Arg] = {"text": item.text, "limit": MAX_DEPTH, "line": place.line}
        labels: tuple[Label, ...] = ()
        if item.other is not None:
            counts[item.other] = counts.get(item.other, 1) + 1
            args |= {"key": item.text, "n": counts[item.other]}
            labels = (Label(Span(source, patch.back(item.other[0]), patch.back(item.other[1]))),)
        bag.add(Diagnostic(rule=rule, primary=place, args=args, labels=labels))


def _worth_saying(odd: list[Odd]) -> Iterator[Odd]:
    """One finding for all copies that are too many; strange names are looked at elsewhere."""
    many = False
    for item in odd:
        if item.kind in _RULES and not (many and item.kind == "many"):
            yield item
        many = many or item.kind == "many"
