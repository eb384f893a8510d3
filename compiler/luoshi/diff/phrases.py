"""One change in one phrase, seen by a unit it touches or by the plan as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from luoshi.dates import months_heading
from luoshi.diagnostics import Language
from luoshi.diagnostics.wording import fill, join_names, quote, visible
from luoshi.diff.changes import Change, Effect
from luoshi.diff.sentences import (
    COUNTED,
    COUNTER,
    COUNTERS,
    FIELDS,
    PHRASES,
    PLURALS,
    TIMES,
    role_word,
)
from luoshi.diff.subjects import is_time, table_called, table_named
from luoshi.diff.values import times_text, value_text
from luoshi.model.records import Owner

BLANK = "\ufdd0"  # stands for a name while phrases are compared; no text can hold it
_SHOWN = 3
_LONGEST = 40


class Speaker:
    """Says changes in one language; ``region`` is that of the plan, for words of the office."""

    def __init__(
        self, language: Language, region: str, names: Mapping[str, str], *, blank: bool = False
    ) -> None:
        self.language = language
        self.blank = blank  # say BLANK for what has changed
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

    def who(self, change: Change) -> str:
        """What has changed, in quotation marks; the plan itself by the word for it."""
        if change.subject == "plan":
            return self.say("rest")
        return BLANK if self.blank else self.quoted_name(change)

    def quoted_name(self, change: Change) -> str:
        """The name alone, in quotation marks."""
        # a text that changed goes by what it was, or the sentence would say the same twice
        was = change.field and change.name == change.new and isinstance(change.old, str)
        name = quote(change.old if was and change.old else change.name, self.language)
        return self.say("letter-of", name=name) if change.subject == "tier" else name

    # --- heaps ------------------------------------------------------------------------------------

    def heap(self, key: str, subject: str, names: Sequence[str]) -> str:
        """Several records that came or went in one phrase: 新增2条：“……”“……”."""
        one, many = self._counter(subject)
        unit = one if len(names) == 1 else many
        if len(names) == 1:
            said = self._plain(names[0])
        else:
            said = self.together(subject, [quote(name, self.language) for name in names])
        return self.say(key, n=len(names), unit=unit, names=said, assist=self.role("assist"))

    def together(self, subject: str, quoted: Sequence[str]) -> str:
        """Names in quotation marks as one: three at most, then how many there are."""
        shown, more = quoted[:_SHOWN], len(quoted) - _SHOWN
        if self.language == "en":
            tail = f" {self.say('more', n=more)}" if more > 0 else ""
            return ", ".join(shown) + tail
        unit = self._counter(subject)[1]
        return "".join(shown) + (self.say("more", n=len(quoted), unit=unit) if more > 0 else "")

    def _counter(self, subject: str) -> tuple[str, str]:
        counted = COUNTED[self.language].get(subject)
        if counted is not None:
            return counted
        title = table_called(subject).title[self.language]
        if self.language == "en":
            return title, PLURALS.get(title, f"{title}s")
        head = COUNTERS[self.language].get(subject, COUNTER[self.language].strip())
        return head + title, head + title

    def _plain(self, text: str) -> str:
        """One text without quotation marks, unless it must be cut."""
        flat = visible(" ".join(text.split()))
        room = _LONGEST * (2 if flat.isascii() else 1)
        return flat if len(flat) <= room else quote(flat, self.language)

    # --- single changes ---------------------------------------------------------------------------

    def to_unit(self, change: Change, effect: Effect) -> str:
        """What a change of an obligation's owners is to one unit; else the change itself."""
        if effect.listed:
            key = "listed" if effect.listed == "came" else "unlisted"
            return self.say(key, name=self.who(change), what=self.field(change))
        if change.kind not in ("moved", "owners") or effect.old_role == effect.new_role:
            return self.plain(change)
        before, after = effect.old_role, effect.new_role
        if change.kind == "moved" and not _stays(change):
            giver, taker = _held(change, old=True), _held(change, old=False)
            if giver and before is None and after in ("lead", "joint"):
                return self.say("takes-over", name=self.who(change), by=giver)
            if taker and after is None and before in ("lead", "joint"):
                return self.say("handed-on", name=self.who(change), to=taker)
        if after is None:
            return self.say("no-longer", name=self.who(change), role=self.role(before))
        if after == "lead":
            return self.say("leads", name=self.who(change), lead=self.role("lead"))
        if before is None:
            return self.say("joins", name=self.who(change), role=self.role(after))
        old, new = self.role(before, past=True), self.role(after)
        return self.say("role", name=self.who(change), old=old, new=new)

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
                return self.say("content", name=self.who(change), new=change.new)
            case "renamed":
                return self.say("renamed", old=change.old, new=change.new)
            case "wording" | "order":
                return self._named(change)
        return self._value(change)

    def _parts(self, change: Change) -> str:
        told = [e for e in change.effects if e.old_role != e.new_role]
        if not told:
            return self._place(change)
        gap = "; " if self.language == "en" else "；"
        colon = ": " if self.language == "en" else "："
        return gap.join(visible(e.name) + colon + self.to_unit(change, e) for e in told)

    def _place(self, change: Change) -> str:
        if change.section_old == change.section_new:
            return self.say("elsewhere", name=self.who(change))
        old, new = self._section(change.section_old), self._section(change.section_new)
        return self.say("section", name=self.who(change), old=old, new=new)

    def _section(self, section: str) -> str:
        if not section.startswith("@"):
            return section
        return table_named("Plan").field(section[1:]).spelling(self.language)

    def _time(self, change: Change) -> str:
        if change.field == "months":
            return self._month(change)
        old, new = times_text(change.old, change.new, self.language, self.region)
        what = self._time_word(change)
        if change.days:
            return self.say(
                change.kind, name=self.who(change), what=what, n=change.days, old=old, new=new
            )
        key = "retimed" if old and new else "timed" if new else "untimed"
        return self.say(key, name=self.who(change), what=what, old=old, new=new)

    def _month(self, change: Change) -> str:
        old, new = (self._months(m) if m else "" for m in (change.old, change.new))
        what = TIMES[self.language]["when"]
        return self.say("retimed", name=self.who(change), what=what, old=old, new=new)

    def _months(self, months: tuple[int, ...]) -> str:
        if self.language == "en":
            return months_heading(months, self.language)
        return "、".join(str(month) for month in months) + "月"

    def _time_word(self, change: Change) -> str:
        word = TIMES[self.language].get(change.field)
        if word is not None and change.obligation:
            return word
        own = self.field(change)
        return f", {own}" if self.language == "en" else "的" + own

    def value(self, change: Change, value: Any) -> str:
        """A value before or after, in one line."""
        if change.field == "months" and value:
            return self._months(value)
        known = table_named(change.record).field(change.field) if change.field else None
        if isinstance(value, tuple):
            gap = ", " if self.language == "en" else "、"
            return gap.join(self._item(v) for v in value)
        return value_text(value, self.language, self.region, known=known, names=self.names)

    def _item(self, value: Any) -> str:
        return value_text(_share(value), self.language, self.region, names=self.names)

    def owners(self, change: Change, *, old: bool) -> str:
        """Everybody with a part in it, each with the role, before or after."""
        roles = [(e.name, e.old_role if old else e.new_role) for e in change.effects]
        gap, marks = (", ", " ({})") if self.language == "en" else ("、", "（{}）")
        return gap.join(visible(n) + marks.format(self.role(role)) for n, role in roles if role)

    def _named(self, change: Change) -> str:
        if change.kind == "wording" and (change.obligation or change.field == "text"):
            return self.say("wording", name=self.who(change))
        key = "order" if change.kind == "order" else "wording-field"
        return self.say(key, name=self.who(change), what=self.field(change))

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
            return self.say(change.kind, name=self.who(change), what=what, old=old, new=new)
        key = "changed" if old and new else "set" if new else "cleared"
        return self.say(key, name=self.who(change), what=what, old=old, new=new)

    def _list(self, change: Change, what: str) -> str:
        old, new = change.old or (), change.new or ()
        gone = list((Counter(old) - Counter(new)).elements())
        came = list((Counter(new) - Counter(old)).elements())
        if gone and came:
            return self.say(
                "list-both",
                name=self.who(change),
                what=what,
                came=self._quoted(came),
                gone=self._quoted(gone),
            )
        key = "list-added" if came else "list-removed"
        return self.say(key, name=self.who(change), what=what, names=self._quoted(came or gone))

    def _quoted(self, values: Sequence[Any]) -> str:
        return join_names([self._item(v) for v in values], self.language, quoted=True)

    def field(self, change: Change) -> str:
        """The name of the field that changed, as the language spells its key, spaces for lines."""
        if not change.field:
            return ""
        special = FIELDS[self.language].get((change.record, change.field))
        if special is not None:
            return special
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
