"""A difference as an office reads it: counts, a line for each unit, letters, calendar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from luoshi.diagnostics import Language
from luoshi.diagnostics.width import cells
from luoshi.diagnostics.wording import visible
from luoshi.diff.changes import Change, Effect, LetterNote, Place, PlanDiff, UnitChanges, Weight
from luoshi.diff.phrases import BLANK, Speaker

_WEIGHTS: tuple[Weight, ...] = ("duty", "wording", "order", "other")
_NAMES_SHOWN = 3


def diff_text(diff: PlanDiff, language: Language, *, detail: bool = False) -> str:
    """The difference in one language, with a line end.

    ``detail`` adds every change by itself with its value before and after and the places of both.
    """
    return _Report(diff, language).text(detail)


class _Report:
    def __init__(self, diff: PlanDiff, language: Language) -> None:
        self.diff = diff
        self.language = language
        self.speaker = Speaker(language, diff.new.plan.region, diff.unit_names)
        self.blank = Speaker(language, diff.new.plan.region, diff.unit_names, blank=True)
        self.say = self.speaker.say
        self.gap = "; " if language == "en" else "；"
        self.comma = ", " if language == "en" else "，"
        self.stop = "." if language == "en" else "。"

    def text(self, detail: bool) -> str:
        diff = self.diff
        if diff.count("order") == len(diff.changes):
            lines = [self.say("same")]
        else:
            letters = (self.letters(),) if diff.letters.total or diff.letters.dropped else ()
            lines = [self.head(), *self.rows(), *letters, self.calendar()]
        if detail and diff.changes:
            lines += ["", *self.details()]
        return "\n".join(lines) + "\n"

    # --- counts -----------------------------------------------------------------------------------

    def head(self) -> str:
        counts = {weight: self.diff.count(weight) for weight in _WEIGHTS}
        total = len(self.diff.changes)
        for weight in ("duty", "wording", "other"):
            if counts[weight] == total:
                return self.say(f"all-{weight}", n=total)
        parts = [self.say(f"head-{weight}", n=n) for weight, n in counts.items() if n]
        if not counts["duty"] and self.language != "en":
            parts[0] = self.say("head-of", part=parts[0])
        start = self.say("head", n=total) + (": " if self.language == "en" else "，")
        return start + self.comma.join(parts) + self.stop

    # --- units ------------------------------------------------------------------------------------

    def rows(self) -> Iterator[str]:
        rows = [(visible(unit.name), self._of_unit(unit)) for unit in self.diff.units]
        rest = self._rest()
        if rest:
            rows.append((self.say("rest"), rest))
        width = max((cells(name) for name, _ in rows), default=0)
        for name, phrases in rows:
            yield f"  {name}{' ' * (width - cells(name))}  {phrases}"

    def _of_unit(self, unit: UnitChanges) -> str:
        pairs = [(c, e) for c in unit.changes for e in c.effects if e.unit == unit.unit]
        whole = [(c, e) for c, e in pairs if c.kind in ("added", "removed") and c.obligation]
        single = [(c, e) for c, e in pairs if not (c.kind in ("added", "removed") and c.obligation)]
        return self.gap.join((*self._heaps(whole), *self._alike(single)))

    def _alike(self, pairs: Sequence[tuple[Change, Effect]]) -> Iterator[str]:
        """One phrase for all changes that differ in the name alone."""
        heaps: dict[str, list[Change]] = {}
        for change, effect in pairs:
            heaps.setdefault(self.blank.to_unit(change, effect), []).append(change)
        for phrase, changes in heaps.items():
            names = [self.speaker.quoted_name(change) for change in changes]
            yield phrase.replace(BLANK, self.speaker.together(changes[0].subject, names))

    def _heaps(self, pairs: Sequence[tuple[Change, Effect]]) -> Iterator[str]:
        heaps: dict[tuple[str, str], list[str]] = {}
        for change, effect in pairs:
            assists = change.kind == "added" and effect.new_role == "assist"
            key = ("added-assist" if assists else change.kind, change.subject)
            heaps.setdefault(key, []).append(change.name)
        for (kind, subject), names in heaps.items():
            yield self.speaker.heap(kind, subject, names)

    def _rest(self) -> str:
        """What touches no unit; wording and order are counted in the first line and shown in full."""
        told = [
            c for c in self.diff.changes if not c.effects and c.weight not in ("wording", "order")
        ]
        heaps: dict[tuple[str, str], list[str]] = {}
        phrases = []
        for change in told:
            if change.kind in ("added", "removed"):
                heaps.setdefault((change.kind, change.subject), []).append(change.name)
            else:
                phrases.append(self.speaker.plain(change))
        whole = (self.speaker.heap(key, what, names) for (key, what), names in heaps.items())
        return self.gap.join((*whole, *phrases))

    # --- letters and calendar ---------------------------------------------------------------------

    def letters(self) -> str:
        letters = self.diff.letters
        if not (letters.stale or letters.added or letters.dropped):
            return self.say("letters-valid", n=letters.total)
        parts = {
            "stale": letters.stale,
            "new-letters": letters.added,
            "valid": letters.valid,
            "dropped": letters.dropped,
        }
        order = ("valid", "stale", "new-letters", "dropped")  # English puts the good news first
        keys = order if self.language == "en" else tuple(parts)
        said = [self._letters(key, parts[key]) for key in keys if parts[key]]
        return self.say("letters", n=letters.total) + self.gap.join(said) + self.stop

    def _letters(self, key: str, notes: Sequence[LetterNote]) -> str:
        names = list(dict.fromkeys(visible(note.name) for note in notes))
        gap = ", " if self.language == "en" else "、"
        said = gap.join(names[:_NAMES_SHOWN])
        if len(names) > _NAMES_SHOWN:
            said += self.say("names-more", n=len(names), rest=len(names) - _NAMES_SHOWN)
        return self.say(key, n=len(notes), names=said)

    def calendar(self) -> str:
        changes = self.diff.calendar
        counts = (
            ("added", changes.added),
            ("earlier", changes.earlier),
            ("later", changes.later),
            ("removed", changes.removed),
            ("undated", changes.undated_added),
            ("dated", changes.undated_removed),
        )
        parts = [self.say(f"calendar-{key}", n=n) for key, n in counts if n]
        if not parts:
            return self.say("calendar-same")
        return self.say("calendar") + self.comma.join(parts) + self.stop

    # --- in full ----------------------------------------------------------------------------------

    def details(self) -> Iterator[str]:
        for n, change in enumerate(self.diff.changes, 1):
            how = f"matched-{change.matched_by}"
            tail = ""
            if how in ("matched-likeness", "matched-text"):
                tail = (" " if self.language == "en" else "") + self.say(how)
            yield f"{n}. {self.speaker.plain(change)}{tail}"
            yield from self._side("old", change.old_place, change.old, change)
            yield from self._side("new", change.new_place, change.new, change)

    def _side(self, key: str, place: Place | None, value: object, change: Change) -> Iterator[str]:
        if place is None and value is None:
            return
        if change.kind in ("moved", "owners"):
            text = self.speaker.owners(change, old=key == "old")
        else:
            text = self.speaker.value(change, value)
        colon = ": " if self.language == "en" else "："
        flat = visible(" ".join(text.split())) or (
            self.say("none") if change.field and change.kind != "owners" else ""
        )
        head = self.say(key) + colon + self._where(place)
        yield f"   {head}  {flat}".rstrip()

    def _where(self, place: Place | None) -> str:
        if place is None:
            return ""
        if place.span is None:
            return place.path
        span = place.span
        return f"{span.source.name}:{span.line}:{span.column}"
