"""Single dates, ranges and school years as a plan states them.

A plan may leave a year out ("11月9日") or hold a place for it ("xxxx年6月"). Nothing here supplies
what was not written: a day without a year has no ``date``.
"""

from __future__ import annotations

import datetime
from calendar import monthrange
from typing import Literal

from luoshi.frozen import frozen

DurationUnit = Literal["minute", "hour", "day", "workday", "week", "month", "year"]


@frozen(order=True)
class Clock:
    """A time of day, 0:00 to 24:00 (24:00 is the end of the day)."""

    hour: int
    minute: int = 0

    def __str__(self) -> str:
        return f"{self.hour:02}:{self.minute:02}"


@frozen
class Day:
    """One day of the calendar; the year is None where the plan gives none.

    ``year_text`` keeps a placeholder such as ``xxxx`` that stands where the year belongs.
    ``stated_weekday`` is the weekday written beside the date, 1 (Monday) to 7, true or not.
    """

    year: int | None
    month: int
    day: int
    stated_weekday: int | None = None
    year_text: str = ""

    @property
    def date(self) -> datetime.date | None:
        """The date, or None without a year."""
        return None if self.year is None else datetime.date(self.year, self.month, self.day)

    @property
    def first(self) -> datetime.date | None:
        """The same as ``date``; a ``Month`` has a first and a last day, and so has this."""
        return self.date

    @property
    def last(self) -> datetime.date | None:
        """The same as ``date``."""
        return self.date

    @property
    def weekday_agrees(self) -> bool:
        """Whether the weekday written beside the date is the true one; True when none is known."""
        when = self.date
        return when is None or self.stated_weekday in (None, when.isoweekday())


@frozen
class Month:
    """A whole month; year and ``year_text`` as for ``Day``."""

    year: int | None
    month: int
    year_text: str = ""

    @property
    def first(self) -> datetime.date | None:
        """The first day of the month, or None without a year."""
        return None if self.year is None else datetime.date(self.year, self.month, 1)

    @property
    def last(self) -> datetime.date | None:
        """The last day of the month, or None without a year."""
        if self.year is None:
            return None
        return datetime.date(self.year, self.month, monthrange(self.year, self.month)[1])


@frozen
class Placeholder:
    """A place the author has not filled in yet (xx月xx日, 20xx, ○○, 待填), kept as written."""

    text: str


Point = Day | Month | Placeholder


@frozen
class Moment:
    """A day with or without a time, or only a month, or a place not filled in yet.

    ``deadline`` tells "by" (前, the day or month itself included) from "on".
    """

    day: Point
    clock: Clock | None = None
    deadline: bool = False

    @property
    def date(self) -> datetime.date | None:
        """The one day meant, or None: no year, only a month, or not filled in."""
        return self.day.date if isinstance(self.day, Day) else None

    @property
    def first(self) -> datetime.date | None:
        """The first day it can be, or None where it cannot be known."""
        return None if isinstance(self.day, Placeholder) else self.day.first

    @property
    def last(self) -> datetime.date | None:
        """The last day it can be, itself counted, or None where it cannot be known."""
        return None if isinstance(self.day, Placeholder) else self.day.last


@frozen
class DateRange:
    """A stretch of days or months, both ends counted; it may be reversed, a check judges that.

    ``inferred`` says that a year was taken from the other end across a change of year
    (2026年12月20日至1月10日), which a note should mention.
    """

    start: Point
    end: Point
    inferred: bool = False

    @property
    def first(self) -> datetime.date | None:
        """The first day, or None where it cannot be known."""
        return None if isinstance(self.start, Placeholder) else self.start.first

    @property
    def last(self) -> datetime.date | None:
        """The last day, itself counted, or None where it cannot be known."""
        return None if isinstance(self.end, Placeholder) else self.end.last

    @property
    def is_reversed(self) -> bool:
        """Whether the end is known to come before the start."""
        first, last = self.first, self.last
        return first is not None and last is not None and last < first


@frozen
class SchoolYear:
    """A school year by its two calendar years as written, and the term in it (1, 2) if named.

    2019—2010 is kept as it stands: ``consistent`` is then False.
    """

    first_year: int
    last_year: int
    term: int | None = None

    @property
    def consistent(self) -> bool:
        """Whether the second year follows the first."""
        return self.last_year == self.first_year + 1

    def year_of(self, month: int) -> int | None:
        """The calendar year a month of this school year lies in.

        None for August, which ends one school year and prepares the next, and None when the two
        years contradict each other.
        """
        if not self.consistent or month == 8:
            return None
        return self.first_year if month > 8 else self.last_year


@frozen
class Duration:
    """A length of time. ``within`` is True for 10日内, where the last day counts."""

    count: int
    unit: DurationUnit
    within: bool = False
