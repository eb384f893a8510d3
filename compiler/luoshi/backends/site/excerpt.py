"""Lines of a plan file with the places of a finding underlined, as markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from luoshi.backends.html.page import escape
from luoshi.backends.site.words import SiteWords
from luoshi.diagnostics import Diagnostic, Language
from luoshi.diagnostics.wording import label_text, visible
from luoshi.source import SourceFile, Span

_AROUND = 1  # lines shown before and after the primary place
_MOST_LINES = 6  # of one place that runs over many
_TAB = "    "


@dataclass(frozen=True, slots=True)
class _Place:
    """A place with the words beside it."""

    span: Span
    words: str
    is_primary: bool

    @property
    def last_line(self) -> int:
        """The last line it is shown on."""
        end = max(self.span.start, self.span.end - 1)
        last = self.span.source.position(end)[0]
        return min(last, self.span.line + _MOST_LINES - 1)


def excerpt(found: Diagnostic, language: Language, words: SiteWords) -> str:
    """The places of a finding, one part for each file; empty when it has none."""
    if found.primary is None:
        return ""
    places = [_Place(found.primary, label_text(found, "primary", {}, language), True)]
    for label in found.labels:
        places.append(_Place(label.span, label_text(found, label.key, label.args, language), False))
    by_file: dict[int, list[_Place]] = {}
    for place in places:
        by_file.setdefault(id(place.span.source), []).append(place)
    first = found.primary.source
    name = words.source.format(file=visible(first.name.rsplit("/", 1)[-1]), n=found.primary.line)
    parts = [
        _part(group, words, other=group[0].span.source is not first) for group in by_file.values()
    ]
    return f'<pre class="src" tabindex="0" aria-label="{escape(name)}">{"".join(parts)}</pre>'


def _part(places: list[_Place], words: SiteWords, *, other: bool) -> str:
    source = places[0].span.source
    made = []
    if other:
        made.append(f'<span class="fn">{escape(visible(source.name.rsplit("/", 1)[-1]))}</span>')
    before = 0
    for number in _lines(source, places):
        if before and number > before + 1:
            made.append('<span class="cut" aria-hidden="true">⋯</span>')
        made.append(_line(source, number, places))
        before = number
    for place in sorted(places, key=lambda place: (not place.is_primary, place.span.start)):
        if place.words:
            line = words.line.format(n=place.span.line)
            made.append(f'<span class="cap">{escape(line + words.colon + place.words)}</span>')
    return "".join(made)


def _lines(source: SourceFile, places: list[_Place]) -> list[int]:
    shown: set[int] = set()
    for place in places:
        around = _AROUND if place.is_primary else 0
        first, last = place.span.line - around, place.last_line + around
        shown.update(range(max(1, first), min(source.line_count(), last) + 1))
    marked = {number for place in places for number in range(place.span.line, place.last_line + 1)}
    return sorted(n for n in shown if n in marked or source.line(n).strip())


def _line(source: SourceFile, number: int, places: list[_Place]) -> str:
    text = source.line(number)
    start = source.line_starts[number - 1]
    here = [place for place in places if place.span.line <= number <= place.last_line]
    hot = " hot" if any(place.is_primary for place in here) else ""
    kinds = [""] * (len(text) + 1)
    for place in sorted(here, key=lambda place: place.is_primary):
        first, last = place.span.start - start, place.span.end - start
        if (
            first < last
        ):  # blanks before the text of a line are no part of a place that runs over lines
            first = max(first, len(text) - len(text.lstrip()) if first < 0 else 0)
        for at in range(max(0, first), max(min(len(text), last), min(first, len(text)) + 1)):
            kinds[at] = "primary" if place.is_primary else "rel"
    inner = "".join(_runs(text, kinds))
    return f'<span class="l{hot}"><i aria-hidden="true">{number}</i>{inner}</span>'


def _runs(text: str, kinds: list[str]) -> Iterator[str]:
    """Pieces of a line that are marked alike; a place after its end is a marked blank."""
    shown = [_TAB if char == "\t" else visible(char) for char in text]
    if kinds[-1]:
        shown.append(" ")
    at = 0
    while at < len(shown):
        end = at
        while end < len(shown) and kinds[end] == kinds[at]:
            end += 1
        piece = escape("".join(shown[at:end]))
        name = {"primary": "<mark>", "rel": '<mark class="rel">'}.get(kinds[at])
        yield f"{name}{piece}</mark>" if name else piece
        at = end
