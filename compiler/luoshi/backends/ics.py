"""iCalendar files (RFC 5545, names of RFC 7986): one event for each occasion, same bytes every time.

The writing is our own: the icalendar library turns a backslash before a capital N into a line
break (7.3.0) and lets control characters through. No clock is read: DTSTAMP is the date of issue,
else the first dated day; there always is one, since a calendar without dated entries has no file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from luoshi.dates import Clock
from luoshi.document.calendar_tree import Calendar, Entry, Occasion
from luoshi.document.calendar_words import CalendarWords, words_of

# Fixed for good: with another one, every event of every plan would become a new event.
NAMESPACE = UUID("6b1f4d0a-31c5-5a57-9c52-0c7b8f3f6d21")
_ZONE = "Asia/Shanghai"
_DEADLINE_LENGTH = timedelta(minutes=30)  # a deadline with a clock ends at it
_FOLD = 75  # octets of a line, its end not counted (RFC 5545 section 3.1)
# One standard offset, in force since the last change of clocks was undone.
_VTIMEZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{_ZONE}",
    "BEGIN:STANDARD",
    "DTSTART:19920101T000000",
    "TZOFFSETFROM:+0800",
    "TZOFFSETTO:+0800",
    "TZNAME:CST",
    "END:STANDARD",
    "END:VTIMEZONE",
)
_BREAKS = dict.fromkeys(map(ord, "\r\v\f\x85\u2028\u2029"), "\n")
_DROPPED = dict.fromkeys([*range(9), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xFEFF])  # fmt: skip


def emit_ics(calendar: Calendar, unit: str | None = None) -> bytes | None:
    """The dated entries as a file: all of them, or those a unit takes part in.

    Args:
        calendar: The calendar.
        unit: The key of a party; None for the whole plan.

    Returns:
        None when nothing is dated: a file needs at least one component (RFC 5545 section 3.6).
    """
    entries = [e for e in calendar.in_state("dated") if unit is None or unit in e.reach]
    if not entries:
        return None
    lines = [*_head(calendar, unit, entries)]
    if any(one.clock is not None for entry in entries for one in entry.occasions):
        lines += _VTIMEZONE
    stamp = _stamp(calendar, entries)
    for entry in entries:
        for one in entry.occasions:
            lines += _event(calendar, entry, one, stamp, unit)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in fold_line(line)).encode()


def event_uid(plan_id: str, entry_key: str, occasion_key: str) -> str:
    """The UID of one event: of who, what and which time, never of words, dates or order."""
    name = json.dumps([plan_id, entry_key, occasion_key], ensure_ascii=False, separators=(",", ":"))
    return str(uuid5(NAMESPACE, name))


def _head(calendar: Calendar, unit: str | None, entries: list[Entry]) -> Iterator[str]:
    words = words_of(calendar)
    party = calendar.party(unit) if unit is not None else None
    if unit is None:
        name = words("ics-name", name=calendar.name)
    else:
        name = words("ics-unit", name=calendar.name, unit=party.short if party else unit)
    yield from (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Luoshi//Luoshi//EN",
        "CALSCALE:GREGORIAN",
    )
    yield f"NAME:{escaped(name)}"
    yield f"X-WR-CALNAME:{escaped(name)}"
    missing = [
        entry
        for entry in calendar.entries
        if entry.state != "dated" and (unit is None or unit in entry.reach)
    ]
    if missing:
        told = [words("ics-undated", n=len(missing)), *(entry.text for entry in missing)]
        yield f"DESCRIPTION:{escaped(chr(10).join(told))}"


def _stamp(calendar: Calendar, entries: list[Entry]) -> str:
    first = min(one.start for entry in entries for one in entry.occasions)
    return f"{calendar.issued_on or first:%Y%m%d}T000000Z"


def _event(
    calendar: Calendar, entry: Entry, one: Occasion, stamp: str, unit: str | None
) -> Iterator[str]:
    words = words_of(calendar)
    title = words("by", title=entry.title) if one.deadline else entry.title
    yield "BEGIN:VEVENT"
    yield f"UID:{event_uid(calendar.plan_id, entry.key, one.key)}"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield "SEQUENCE:0"
    yield from _days(one)
    yield f"SUMMARY:{escaped(_one_line(title))}"
    yield f"DESCRIPTION:{escaped(_description(words, entry, one))}"
    yield f"CATEGORIES:{','.join(escaped(_one_line(c)) for c in _categories(calendar, entry, unit))}"
    yield f"STATUS:{'CONFIRMED' if one.certainty == 'fixed' else 'TENTATIVE'}"
    yield f"TRANSP:{'TRANSPARENT' if entry.kind == 'phase' or one.is_span else 'OPAQUE'}"
    yield "END:VEVENT"


def _days(one: Occasion) -> Iterator[str]:
    """All-day with the day after as its end, or a time of day; an end is not made up for a start."""
    if one.clock is None or one.is_span:
        yield f"DTSTART;VALUE=DATE:{one.start:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{one.end + timedelta(1):%Y%m%d}"
        return
    moment = _moment(one.start, one.clock)
    if not one.deadline:
        yield f"DTSTART;TZID={_ZONE}:{moment:%Y%m%dT%H%M%S}"
        return
    yield f"DTSTART;TZID={_ZONE}:{moment - _DEADLINE_LENGTH:%Y%m%dT%H%M%S}"
    yield f"DTEND;TZID={_ZONE}:{moment:%Y%m%dT%H%M%S}"


def _moment(day: date, clock: Clock) -> datetime:
    start = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - the zone is named beside it
    return start + timedelta(hours=clock.hour, minutes=clock.minute)


def _description(words: CalendarWords, entry: Entry, one: Occasion) -> str:
    owners = words("list-gap").join(
        words("share", name=share.name, role=words(f"role-{share.role}")) for share in entry.shares
    )
    lines = [
        entry.text if entry.text != entry.title else "",
        words("ics-owners", names=owners) if owners else "",
        words("ics-when", when=entry.when) if entry.when else "",
        *one.reasons,
    ]
    return "\n".join(line for line in lines if line)


def _categories(calendar: Calendar, entry: Entry, unit: str | None) -> list[str]:
    """The unit the file is for, else the owner named first, and the kind."""
    words = words_of(calendar)
    party = calendar.party(unit) if unit is not None else None
    owner = entry.shares[0].name if entry.shares else ""
    return [name for name in (party.short if party else owner, words(f"kind-{entry.kind}")) if name]


# --- text ---------------------------------------------------------------------------------------


def cleaned(text: str) -> str:
    """Text with one kind of line break and no other control character."""
    return text.replace("\r\n", "\n").translate(_BREAKS).translate(_DROPPED)


def _one_line(text: str) -> str:
    return " ".join(cleaned(text).split("\n"))


def escaped(text: str) -> str:
    """Text as a property value (RFC 5545 section 3.3.11)."""
    text = cleaned(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n")


def fold_line(line: str) -> Iterable[str]:
    """A content line in pieces of at most 75 octets, never cut inside a character."""
    if len(line.encode()) <= _FOLD:
        return (line,)
    pieces: list[str] = []
    piece, size = "", 0
    for char in line:
        width = len(char.encode())
        if size + width > _FOLD:
            pieces.append(piece)
            piece, size = " ", 1
        piece += char
        size += width
    return (*pieces, piece)
