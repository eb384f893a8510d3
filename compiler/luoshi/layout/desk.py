"""What every part of a calendar page works with: the pen, the calendar, its words."""

from __future__ import annotations

from dataclasses import dataclass

from luoshi.document.calendar_tree import Calendar
from luoshi.document.calendar_words import CalendarWords
from luoshi.layout.cell_text import Pen


@dataclass(frozen=True, slots=True)
class Desk:
    """One composition of calendar pages."""

    pen: Pen
    calendar: Calendar
    words: CalendarWords
