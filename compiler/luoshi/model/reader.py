"""From nodes to records: one loop over a field table, for every record of the language."""

from __future__ import annotations

from typing import Any

from luoshi.dates import ValueProblem
from luoshi.diagnostics import LANGUAGES, Diagnostic, Diagnostics, Fix, Label, Language, Paste, Rule
from luoshi.diagnostics.diagnostic import Edit
from luoshi.model import faults
from luoshi.model.date_faults import date_fault, is_date_problem
from luoshi.model.fields import INVALID, Field, Kind, RecordTable, Words
from luoshi.model.origin import Origin
from luoshi.source import Span
from luoshi.syntax import BadNode, ListNode, MapNode, Node, ScalarNode
from luoshi.syntax.faults import DUPLICATE_KEY
from luoshi.syntax.node import EMPTY

_FORMS = {
    "text": {"zh-Hans": "文字", "zh-Hant": "文字", "en": "a text"},
    "entry": {"zh-Hans": "条目", "zh-Hant": "項目", "en": "an entry"},
    "list": {"zh-Hans": "列表", "zh-Hant": "清單", "en": "a list"},
}
_BLANK_FOUND = {"zh-Hans": "空白", "zh-Hant": "空白", "en": "empty"}
_ID_FORM = {
    "zh-Hans": '64字以内的编号，不带空格和/\\:*?"<>|,;#[]{}',
    "zh-Hant": '64字以內的編號，不含空格與/\\:*?"<>|,;#[]{}',
    "en": 'an id of up to 64 characters without spaces and / \\ : * ? " < > | , ; # [ ] { }',
}
_BLANK = {"zh-Hans": "（待填）", "zh-Hant": "（待填）", "en": "(to fill in)"}


class Reader:
    """Reads records by their tables and reports what it can't; never raises on input."""

    def __init__(
        self,
        bag: Diagnostics,
        included_at: Span | None = None,
        *,
        roc: bool = False,
        partial: bool = False,
        key: ScalarNode | None = None,
    ) -> None:
        self.roc = roc
        self._partial = partial  # a part of a plan: its own required fields stand elsewhere
        self._bag = bag
        self._included_at = included_at
        self._field: Field | None = None
        self._key = key  # under which a content stands that is read without its record
        self._outermost: tuple[MapNode, RecordTable] | None = None

    def record(self, node: Node, table: RecordTable) -> Any:
        """The record of a node, INVALID when the node is no entry and no shorthand."""
        if type(node) is not MapNode:
            return self._shorthand(node, table)
        if self._outermost is None:
            self._outermost = node, table
        values = dict(table.defaults)
        lost: list[str] = []
        by_key = table.field_by_key
        seen: dict[str, ScalarNode] = {}
        outer = self._field, self._key
        for key, value in node.pairs:
            known = by_key.get(key.value)
            if known is None:
                lost += self._unknown_field(key, table, node)
                continue
            name = known.name
            if name in seen:
                self._repeated(key, seen[name])
                continue
            seen[name] = key
            if type(value) is ScalarNode and (
                value.value in EMPTY if value.plain else not value.value.strip()
            ):
                if known.required:
                    del seen[name]  # written but not filled in
                continue
            self._field, self._key = known, key
            read = known.kind.read(value, self)
            if read is INVALID:
                lost.append(name)
            else:
                values[name] = read
        self._field, self._key = outer
        self._missing(node, table, {*seen, *lost})
        return table.build(origin=Origin(node, table, tuple(lost)), **values)

    def _shorthand(self, node: Node, table: RecordTable) -> Any:
        if type(node) is BadNode:
            return INVALID
        if not table.shorthand or type(node) is not ScalarNode:
            self.fault_shape(node, "entry")
            return INVALID
        if node.is_empty:
            return INVALID
        outer = self._field
        self._field = table.field(table.shorthand)
        value = self._field.kind.read(node, self)
        self._field = outer
        if value is INVALID:
            return INVALID
        values = {**table.defaults, table.shorthand: value}
        return table.build(origin=Origin(node, table), **values)

    def _missing(self, node: MapNode, table: RecordTable, seen: set[str]) -> None:
        if node.pairs and not any(key.value in table.field_by_key for key, _ in node.pairs):
            return  # no key of it is known: that was said, and what may stand here
        for known in table.fields:
            if (
                known.required
                and known.name not in seen
                and not (self._partial and self._field is None)
            ):
                place = node.pairs[0][0].span if node.pairs else node.span
                language = spelling_of(node, table, self._spelling())
                key = known.spelling(language)
                paste = (Paste(f"{key}: {_BLANK[language]}", new=True),)
                self.report(faults.MISSING_FIELD, place, paste=paste, record=table.title, key=key)

    def _spelling(self) -> Language:
        """The language of the keys of the whole file."""
        return "zh-Hans" if self._outermost is None else spelling_of(*self._outermost)

    def _in_the_files_own(self, name: str, table: RecordTable) -> str:
        """A Chinese spelling in the characters the file is written in."""
        language = self._spelling()
        known = table.field_by_key[name]
        own = known.hans if language == "zh-Hans" else known.hant
        return name if name.isascii() or language == "en" or name in own else own[0]

    def _unknown_field(self, key: ScalarNode, table: RecordTable, node: MapNode) -> list[str]:
        """Report a key; the field that was probably meant, so that it isn't called left out too."""
        from difflib import get_close_matches  # noqa: PLC0415 - slow to load, seldom needed

        near = get_close_matches(key.value, table.field_by_key, n=1, cutoff=0.6)
        near = near or _required_like(key.value, table, node)
        near = [self._in_the_files_own(name, table) for name in near]
        fix = Fix((Edit(key.span, near[0]),), safe=False) if near else None
        self.report(
            faults.UNKNOWN_FIELD,
            key.span,
            fix=fix,
            record=table.title,
            key=key.value,
            suggestion=_suggestion(near, key.value, table),
        )
        return [table.field_by_key[key_meant].name for key_meant in near]

    def _repeated(self, key: ScalarNode, first: ScalarNode) -> None:
        if key.value == first.value:
            return  # the same spelling twice was reported while composing
        self._bag.add(
            Diagnostic(
                rule=DUPLICATE_KEY,
                primary=key.span,
                labels=(Label(first.span), *self._included()),
                args={"key": key.value, "n": 2},
            )
        )

    def fault_blank(self, node: Node) -> None:
        """Report quotes round nothing where a list holds contents."""
        self.report(
            faults.WRONG_SHAPE,
            node.span,
            key=self._key.value if self._key else "",
            wanted=_wanted(self._field) if self._field else _FORMS["text"],
            found=_BLANK_FOUND,
        )

    def fault_shape(self, node: Node, wanted: str) -> None:
        """Report a list, an entry or a text where something else belongs."""
        found = {ListNode: "list", MapNode: "entry"}.get(type(node), "text")
        self.report(
            faults.WRONG_SHAPE,
            _short(node),
            key=self._key.value if self._key else "",
            wanted=_FORMS[wanted],
            found=_FORMS[found],
        )

    def fault_value(self, node: Node, problem: Exception) -> None:
        """Report a text its kind could not read."""
        if isinstance(node, ScalarNode) and isinstance(problem, ValueProblem):
            if is_date_problem(problem) and node.value.strip():
                self._bag.add(date_fault(problem, node, self._included()))
                return
            wanted = _wanted(self._field) if self._field else _FORMS["text"]
            form = _ID_FORM if problem.kind == "bad-id" else wanted
            self.report(faults.BAD_VALUE, node.span, text=node.value, wanted=wanted, form=form)

    def report(
        self,
        rule: Rule,
        place: Span,
        fix: Fix | None = None,
        paste: tuple[Paste, ...] = (),
        **args: Any,
    ) -> None:
        """Add a finding; in an included file the place of the include is shown as well."""
        labels = self._included()
        self._bag.add(
            Diagnostic(rule=rule, primary=place, args=args, labels=labels, fix=fix, paste=paste)
        )

    def _included(self) -> tuple[Label, ...]:
        return () if self._included_at is None else (Label(self._included_at, "included"),)


def _wanted(field: Field) -> Words:
    """What one content of a field should be; of a list, one of its items."""
    kind: Kind = getattr(field.kind, "item", field.kind)
    for table in kind.tables():
        if table.shorthand:
            return table.field(table.shorthand).kind.words()
    return kind.words()


def _required_like(key: str, table: RecordTable, node: MapNode) -> list[str]:
    """A required field that is left out and has a character of a short key, as 名称 for 名城."""
    written = {known.value for known, _ in node.pairs}
    return [
        name
        for known in table.fields
        if known.required and not written.intersection(known.spellings())
        for name in known.spellings()
        if not name.isascii() and len(name) == len(key) and {*name} & {*key}
    ][:1]


def _short(node: Node) -> Span:
    span = node.span
    first_line = span.text.split("\n", 1)[0]
    return Span(span.source, span.start, span.start + max(1, len(first_line.rstrip())))


def _suggestion(near: list[str], key: str, table: RecordTable) -> dict[Language, str]:
    if near:
        return {
            "zh-Hans": f"像是“{near[0]}”，写法接近；是的话就改过来。",
            "zh-Hant": f"像是「{near[0]}」，寫法接近；若是，請改過來。",
            "en": f"It looks like “{near[0]}”, which is spelled nearly so; if it is, write that.",
        }
    names = {lang: [f.spelling(lang) for f in table.fields[:12]] for lang in LANGUAGES}
    return {
        "zh-Hans": f"这里可以写：{'、'.join(names['zh-Hans'])}。",
        "zh-Hant": f"這裡可以寫：{'、'.join(names['zh-Hant'])}。",
        "en": f"Fields that may stand here: {', '.join(names['en'])}.",
    }


def spelling_of(node: Node, table: RecordTable, in_doubt: Language = "zh-Hans") -> Language:
    """The language in which the keys of a record are spelled, by majority."""
    if not isinstance(node, MapNode):
        return in_doubt
    votes = {"en": 0, "zh-Hans": 0, "zh-Hant": 0}
    for key, _ in node.pairs:
        known = table.field_by_key.get(key.value)
        if known is None:
            continue
        votes["en"] += key.value in known.en
        votes["zh-Hans"] += key.value in known.hans
        votes["zh-Hant"] += key.value in known.hant
    best = max(votes, key=lambda lang: (votes[lang], lang == in_doubt, lang == "zh-Hans"))
    return best  # type: ignore[return-value]
