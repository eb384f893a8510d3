"""A finding as a value: rule, places, arguments. Sentences are made last, by ``wording``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import IntEnum

from luoshi.frozen import field, frozen
from luoshi.languages import Language
from luoshi.source import Span

Arg = str | int | float | date | datetime | tuple[str, ...] | Mapping[Language, str] | None


class Severity(IntEnum):
    """What a finding means for the build; ordered so that the worst is the largest."""

    OFF = 0
    NOTE = 1  # 参考: nothing needs doing
    WARNING = 2  # 提醒: documents are made, look before issuing
    ERROR = 3  # 须改: no documents until it is settled


@frozen(kw_only=True)
class Texts:
    """The sentences of one rule in one language; see ``wording`` for the placeholders.

    ``one`` is the headline for a count of one where the language needs it. ``labels`` holds the
    words for further places, ``notes`` for further sentences, by key.
    """

    message: str
    primary: str = ""
    related: str = ""
    help: str
    what: str
    why: str
    one: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)


@frozen(kw_only=True)
class Rule:
    """One kind of finding: its lasting code, its name in words, its weight and its texts.

    ``bad`` and ``good`` are whole small plans (or file texts): the bad one gives exactly this
    code, the good one nothing; a test runs both.
    """

    code: str
    name: str
    severity: Severity
    texts: Mapping[Language, Texts]
    bad: str
    good: str
    since: str = "0.1"
    draft: Severity | None = None  # weight in profile "draft", where it differs
    strict: Severity | None = None  # weight in profile "strict", where it differs

    def weight(self, profile: str) -> Severity:
        """The severity of this rule in a profile: draft, standard or strict."""
        chosen = {"draft": self.draft, "strict": self.strict}.get(profile)
        return self.severity if chosen is None else chosen


@frozen
class Label:
    """A place that takes part in a finding, with the key of the words shown under it."""

    span: Span
    key: str = "related"
    args: Mapping[str, Arg] = field(default_factory=dict)


@frozen
class Paste:
    """A line to paste. With ``line`` it is that whole line as it should stand, without it a piece.

    ``new`` marks a line to be added. Never quoted, never cut.
    """

    text: str
    line: int | None = None
    new: bool = False


@frozen
class Edit:
    """Replace the characters of a span."""

    span: Span
    text: str


@frozen
class Fix:
    """Text edits that settle a finding; only safe ones are run by ``--fix``."""

    edits: tuple[Edit, ...]
    safe: bool = True


@frozen(kw_only=True)
class Diagnostic:
    """One finding: which rule, where, about what, and the way out.

    ``primary`` is None only when the finding has no place in any text (a missing file, say).
    ``about`` names the subjects a waiver may point at: ids and names as the author wrote them.
    """

    rule: Rule
    primary: Span | None
    args: Mapping[str, Arg] = field(default_factory=dict)
    labels: tuple[Label, ...] = ()
    notes: tuple[str, ...] = ()
    paste: tuple[Paste, ...] = ()
    fix: Fix | None = None
    about: tuple[str, ...] = ()
    severity: Severity | None = None
    waived: str | None = None  # the reason of the waiver that quiets it

    @property
    def code(self) -> str:
        """The lasting code, such as ``CHK001``."""
        return self.rule.code

    @property
    def level(self) -> Severity:
        """The severity in force: the profile's, else the rule's own."""
        return self.rule.severity if self.severity is None else self.severity


class Diagnostics:
    """Collects findings; ``sorted`` gives them by file, place and code without doubles."""

    __slots__ = ("_items",)

    def __init__(self) -> None:
        self._items: list[Diagnostic] = []

    def add(self, diagnostic: Diagnostic) -> None:
        """Take one finding."""
        self._items.append(diagnostic)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take several findings."""
        self._items.extend(diagnostics)

    def sorted(self) -> tuple[Diagnostic, ...]:
        """All findings in reading order; the same code at the same place stands once."""
        seen: dict[tuple[object, ...], Diagnostic] = {}
        for item in self._items:
            seen.setdefault((*_place(item), item.code, repr(sorted(item.args.items()))), item)
        return tuple(sorted(seen.values(), key=lambda d: (*_place(d), d.code)))

    def __len__(self) -> int:
        return len(self._items)


def _place(item: Diagnostic) -> tuple[str, int, int]:
    if item.primary is None:
        return ("", 0, 0)
    return (item.primary.source.name, item.primary.start, item.primary.end)


class LuoshiError(Exception):
    """The surroundings fail (no font, disk full, tool missing): raised, caught only in ``cli``.

    ``sentences`` holds what to tell the person, one text a language.
    """

    def __init__(self, sentences: Mapping[Language, str]) -> None:
        super().__init__(sentences["en"])
        self.sentences = sentences
