"""One change in one phrase, seen by a unit it touches or by the plan as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from luoshi.diagnostics import Language
from luoshi.diagnostics.wording import fill, join_names, quote, visible
from luoshi.diff.changes import Change, Effect
from luoshi.diff.sentences import COUNTED, COUNTER, PHRASES, TIMES, role_word
from luoshi.diff.subjects import is_time, table_called, table_named
from luoshi.diff.values import times_text, value_text
from luoshi.model.records import Owner

_SHOWN = 3
_LONGEST = 40


class Speaker:
    """Says changes in one language; ``region`` is that of the plan, for words of the office."""

    def __init__(self, language: Language, region: str, names: Mapping[str, str]) -> None:
        self.language = language
        self.region = region
        self.names = names

    def say(self, key: str, **args: Any) -> str:
        """One phrase filled in; the form for one where the language has it and ``n`` is 1."""
        own = PHRASES[self.language]
        template = own.get(f"{key}.one", own[key]) if args.get("n") == 1 else own[key]
        return fill(template, args, self.language)

    def role(self, role: Any, *, past: bool = False) -> str:
        """The word for a role."""
        return role_word(role, self.language, self.region, past=past)

    # --- heaps ------------------------------------------------------------------------------------

    def heap(self, key: str, subject: str, names: Sequence[str]) -> str:
        """Several records that came or went in one phrase: 新增2条：“……”“……”."""
        one, many = self._counter(subject)
        unit = one if len(names) == 1 else many
        if len(names) == 1:
            said = self._plain(names[0])
        else:
            said = "".join(quote(name, self.language) for name in names[:_SHOWN])
            if self.language == "en":
                said = ", ".join(quote(name, self.language) for name in names[:_SHOWN])
            if len(names) > _SHOWN:
                rest = len(names) if self.language != "en" else len(names) - _SHOWN
                tail = self.say("more", n=rest, unit=unit)
                said += f" {tail}" if self.language == "en" else tail
        return self.say(key, n=len(names), unit=unit, names=said, assist=self.role("assist"))

    def _counter(self, subject: str) -> tuple[str, str]:
        counted = COUNTED[self.language].get(subject)
        if counted is not None:
            return counted
        title = table_called(subject).title[self.language]
        head = COUNTER[self.language].strip()
        return head + title, head + title

    def _plain(self, text: str) -> str:
        """One text without quotation marks, unless it must be cut."""
        flat = visible(" ".join(text.split()))
        room = _LONGEST * (2 if flat.isascii() else 1)
        return flat if len(flat) <= room else quote(flat, self.language)

    # --- single changes ---------------------------------------------------------------------------

    def to_unit(self, change: Change, effect: Effect) -> str:
        """What a change of an obligation's owners is to one unit; else the change itself."""
        if change.kind not in ("moved", "owners") or effect.old_role == effect.new_role:
            return self.plain(change)
        before, after = effect.old_role, effect.new_role
        if change.kind == "moved" and not _stays(change):
            if before is None and after in ("lead", "joint"):
                return self.say("takes-over", name=change.name, by=_held(change, old=True))
            if after is None and before in ("lead", "joint"):
                return self.say("handed-on", name=change.name, to=_held(change, old=False))
        if after is None:
            return self.say("no-longer", name=change.name, role=self.role(before))
        if after == "lead":
            return self.say("leads", name=change.name, lead=self.role("lead"))
        if before is None:
            return self.say("joins", name=change.name, role=self.role(after))
        old, new = self.role(before, past=True), self.role(after)
        return self.say("role", name=change.name, old=old, new=new)

    def plain(self, change: Change) -> str:
        """The change by itself."""
        match change.kind:
            case "added" | "removed":
                return self.heap(change.kind, change.subject, [change.name])
            case "moved" | "owners":
                return self._parts(change)
            case "earlier" | "later" | "retimed":
                return self._time(change)
            case "content":
                return self.say("content", name=change.name, new=change.new)
            case "renamed":
                return self.say("renamed", old=change.old, new=change.new)
            case "wording" | "order":
                return self._named(change)
        return self._value(change)

    def _parts(self, change: Change) -> str:
        if change.section_new and (change.section_old != change.section_new):
            old, new = self._section(change.section_old), self._section(change.section_new)
            return self.say("section", name=change.name, old=old, new=new)
        gap = "; " if self.language == "en" else "；"
        colon = ": " if self.language == "en" else "："
        told = [e for e in change.effects if e.old_role != e.new_role] or list(change.effects)
        return gap.join(visible(e.name) + colon + self.to_unit(change, e) for e in told) or (
            self.say("changed", name=change.name, what=self.field(change), old="", new="")
        )

    def _section(self, section: str) -> str:
        if not section.startswith("@"):
            return section
        return table_named("Plan").field(section[1:]).spelling(self.language)

    def _time(self, change: Change) -> str:
        old, new = times_text(change.old, change.new, self.language, self.region)
        what = self._time_word(change)
        if change.days:
            return self.say(
                change.kind, name=change.name, what=what, n=change.days, old=old, new=new
            )
        key = "retimed" if old and new else "timed" if new else "untimed"
        return self.say(key, name=change.name, what=what, old=old, new=new)

    def _time_word(self, change: Change) -> str:
        word = TIMES[self.language].get(change.field)
        if word is not None and change.obligation:
            return word
        own = self.field(change)
        return f", {own}" if self.language == "en" else self.say_of(own)

    def say_of(self, field: str) -> str:
        """The name of a field after the name of what has it."""
        return "的" + field

    def _named(self, change: Change) -> str:
        if change.kind == "wording" and (change.obligation or change.field == "text"):
            return self.say("wording", name=change.name)
        key = "order" if change.kind == "order" else "wording-field"
        return self.say(key, name=change.name, what=self.field(change))

    def _value(self, change: Change) -> str:
        known = table_named(change.record).field(change.field)
        if is_time(known):
            return self._time(change)
        what = self.field(change)
        if isinstance(change.old, tuple) or isinstance(change.new, tuple):
            return self._list(change, what)
        old, new = (
            value_text(v, self.language, self.region, known=known, names=self.names)
            for v in (change.old, change.new)
        )
        if change.kind in ("raised", "lowered"):
            return self.say(change.kind, name=change.name, what=what, old=old, new=new)
        key = "changed" if old and new else "set" if new else "cleared"
        return self.say(key, name=change.name, what=what, old=old, new=new)

    def _list(self, change: Change, what: str) -> str:
        old, new = change.old or (), change.new or ()
        gone, came = [v for v in old if v not in new], [v for v in new if v not in old]
        if gone and came:
            return self.say(
                "list-both",
                name=change.name,
                what=what,
                came=self._quoted(came),
                gone=self._quoted(gone),
            )
        key = "list-added" if came else "list-removed"
        return self.say(key, name=change.name, what=what, names=self._quoted(came or gone))

    def _quoted(self, values: Sequence[Any]) -> str:
        texts = [value_text(_share(v), self.language, self.region, names=self.names) for v in values]
        return join_names(texts, self.language, quoted=True)

    def field(self, change: Change) -> str:
        """The name of the field that changed, as the language spells its key, spaces for lines."""
        if not change.field:
            return ""
        own = table_named(change.record).field(change.field).spelling(self.language)
        return own.replace("_", " ") if self.language == "en" else own


def _share(value: Any) -> Any:
    """A name with its share, as it is written."""
    if isinstance(value, tuple) and len(value) == 2:
        return f"{value[0]} {value[1]}"
    return value.unit if isinstance(value, Owner) else value


def _held(change: Change, *, old: bool) -> tuple[str, ...]:
    """Who answered for it before the move, or answers for it after."""
    return tuple(
        e.name for e in change.effects if (e.old_role if old else e.new_role) in ("lead", "joint")
    )


def _stays(change: Change) -> bool:
    """True when somebody answers for it before and after, so that nothing was handed over."""
    parts = ("lead", "joint")
    return any(e.old_role in parts and e.new_role in parts for e in change.effects)
