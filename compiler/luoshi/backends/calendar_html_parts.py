"""Marks of calendar pages on screen: unit squares and rails as inline SVG, badges, tokens, names."""

from __future__ import annotations

from collections.abc import Iterable

from luoshi.backends.html.page import escape
from luoshi.document.calendar_tree import Calendar, Entry, Occasion, Party, Share
from luoshi.document.calendar_words import CalendarWords
from luoshi.document.marks import PATTERNS, PERIODS, Dot, Patch, Stroke, UnitMark, rail, tint
from luoshi.layout.drawing import MOST_JOINT, RAIL

_PIXELS = 96 / 25.4  # CSS pixels in a millimetre


def hidden(text: str) -> str:
    """Words that are spoken and not seen."""
    return f'<span class="vh">{escape(text)}</span>'


# --- units ----------------------------------------------------------------------------------------


def unit_square(party: Party, *, joint: bool = False) -> str:
    """The square of a unit with its name for those who do not see it."""
    mark = party.mark
    size = 8.4 if len(mark.text) == 1 else (6.2 if mark.text.isascii() else 4.6)
    name = escape(party.name)
    if joint:
        body = f'<rect x=".45" y=".45" width="9.1" height="9.1" fill="#fff" stroke="#{mark.color}" stroke-width=".9"/>'
        color = f"#{mark.color}"
    else:
        body = f'<rect width="10" height="10" fill="#{mark.color}"/>{_ring(mark)}'
        color = "#fff"
    return (
        f'<svg class="mk" viewBox="0 0 10 10" role="img" aria-label="{name}"><title>{name}</title>{body}'
        f'<text x="5" y="{5 + 0.37 * size:.2f}" font-size="{size}" fill="{color}">{escape(mark.text)}</text></svg>'
    )


def _ring(mark: UnitMark) -> str:
    if not mark.ringed:
        return ""
    return '<rect x=".9" y=".9" width="8.2" height="8.2" fill="none" stroke="#fff" stroke-width=".35"/>'


def squares(calendar: Calendar, shares: Iterable[Share]) -> str:
    """The lead, at most two joint units and how many more."""
    known = {party.key: party for party in calendar.parties}
    owned = [s for s in shares if s.role != "assist" and s.party in known]
    leads = [known[s.party] for s in owned if s.role == "lead"]
    others = leads[1:] + [known[s.party] for s in owned if s.role == "joint"]
    made = [unit_square(party) for party in leads[:1]]
    made += [unit_square(party, joint=True) for party in others[:MOST_JOINT]]
    more = len(others) - MOST_JOINT
    return "".join(made) + (f'<span class="more">+{more}</span>' if more > 0 else "")


def lead_mark(calendar: Calendar, entry: Entry) -> UnitMark | None:
    """The mark of the unit that leads an entry."""
    for share in entry.shares:
        party = calendar.party(share.party) if share.role == "lead" and share.party else None
        if party is not None:
            return party.mark
    return None


# --- patterns -------------------------------------------------------------------------------------


def pattern_defs(calendar: Calendar) -> str:
    """One SVG pattern for each mark of the calendar, to be referred to by its number."""
    made = "".join(_pattern(party.mark) for party in calendar.parties)
    return f'<svg class="defs" width="0" height="0" aria-hidden="true"><defs>{made}</defs></svg>'


def _pattern(mark: UnitMark) -> str:
    period = PERIODS[PATTERNS.index(mark.pattern)]
    figures = "".join(_figure(one, mark.color) for one in rail(mark.pattern, 4 * period, RAIL))
    return (
        f'<pattern id="p{mark.number}" patternUnits="userSpaceOnUse" width="{period * _PIXELS:.3f}" '
        f'height="{RAIL * _PIXELS:.3f}" viewBox="{2 * period:.3f} 0 {period:.3f} {RAIL}">{figures}</pattern>'
    )


def _figure(one: Patch | Stroke | Dot, color: str) -> str:
    match one:
        case Patch(points):
            return f'<polygon points="{_points(points)}" fill="#{color}"/>'
        case Stroke(points, width, closed):
            tag = "polygon" if closed else "polyline"
            return f'<{tag} points="{_points(points)}" fill="none" stroke="#{color}" stroke-width="{width}"/>'
        case Dot(x, y, radius):
            return f'<circle cx="{x:.3f}" cy="{y:.3f}" r="{radius:.3f}" fill="#{color}"/>'


def _points(points: tuple[tuple[float, float], ...]) -> str:
    return " ".join(f"{x:.3f},{y:.3f}" for x, y in points)


def bar_style(mark: UnitMark | None) -> str:
    """The colours of a bar as custom properties."""
    color = mark.color if mark else "4D4D4D"
    return f"--c:#{color};--t:#{tint(color)}"


def rail_svg(mark: UnitMark | None) -> str:
    """The rail along the foot of a bar."""
    fill = f"url(#p{mark.number})" if mark else "#4D4D4D"
    return f'<svg class="rail" aria-hidden="true"><rect width="100%" height="100%" fill="{fill}"/></svg>'


# --- items ----------------------------------------------------------------------------------------


def item_line(calendar: Calendar, words: CalendarWords, entry: Entry, one: Occasion) -> str:
    """An item of a day: squares, deadline and clock, words, token."""
    clock = f"{one.clock} " if one.clock else ""
    if one.deadline:
        head = f'<b class="due">{hidden(words("deadline-spoken"))}{escape(clock.strip())}</b> '
    else:
        head = f'<span class="clock">{escape(clock)}</span>' if clock else ""
    title = escape(entry.title)
    if entry.text != entry.title:
        title = f'<span title="{escape(entry.text)}">{title}</span>'
    return f"{squares(calendar, entry.shares)}{head}{title}{token(words, one)}"


def token(words: CalendarWords, one: Occasion) -> str:
    """建议 or 暂 with its reasons, nothing for a fixed day."""
    if one.certainty == "fixed":
        return ""
    why = escape(" ".join(one.reasons))
    return f' <span class="token" title="{why}">{escape(words(one.certainty))}</span>'


def badge(words: CalendarWords, kind: str) -> str:
    """The sign of a day off or a worked day, spoken as 放假 or 上班."""
    text = words.off() if kind == "off" else words.work()
    spoken = words("off-spoken" if kind == "off" else "work-spoken")
    return f'<span class="badge {kind}" aria-hidden="true">{escape(text)}</span>{hidden(spoken)}'
