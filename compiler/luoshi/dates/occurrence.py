"""What an expansion stands in (``Frame``) and what comes of it (``Occurrence``, ``Expansion``)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal

from luoshi.dates.periods import Period, PhaseEnd, Term, WeekStart
from luoshi.dates.values import Clock
from luoshi.frozen import frozen

LIMIT = 4_000
# fixed: the plan names the day. proposed: it names a stretch and the day is ours.
# provisional: it depends on workdays of a year whose arrangement is not known.
Certainty = Literal["fixed", "proposed", "provisional"]
# A reason is a word the documents turn into a sentence.
Why = Literal[
    "short-month", "weekends-only", "merged", "term-start", "term-middle", "term-end", "before-issue",
    "before-start", "after-end", "outside-period", "trimmed",
]  # fmt: skip
Bounds = tuple[date, date]
IsWorkday = Callable[[date], bool]


@frozen
class Occurrence:
    """One time a rule falls due.

    ``key`` is stable (``2025-10#1``: period and number in the rule) whatever is clipped. ``nominal``
    is the day the rule names, or the first of a stretch; ``due`` the day that counts.
    """

    key: str
    nominal: date
    due: date
    clock: Clock | None = None
    why: tuple[Why, ...] = ()
    certainty: Certainty = "fixed"


@frozen
class Expansion:
    """What a rule comes to within a period.

    ``clipped`` holds what fell out, each with its reason last in ``why``. ``undated`` says that the
    rule cannot be dated, wholly or in part; ``truncated`` that only the first ``LIMIT`` are here.
    """

    occurrences: tuple[Occurrence, ...] = ()
    clipped: tuple[Occurrence, ...] = ()
    undated: bool = False
    truncated: bool = False


@frozen(kw_only=True)
class Frame:
    """All that an expansion stands in: days, terms, phases, what counts as a workday.

    Without ``is_workday`` Monday to Friday are taken, and what depends on them is provisional.
    ``not_before`` is the date of issue; ``starting`` and ``until`` are the rule's own bounds.
    """

    period: Period | None = None
    terms: tuple[Term, ...] = ()
    phases: tuple[PhaseEnd, ...] = ()
    not_before: date | None = None
    starting: date | None = None
    until: date | None = None
    week_start: WeekStart = "monday"
    is_workday: IsWorkday | None = None

    @property
    def bounds(self) -> Bounds | None:
        """The days to look at: the period, or the rule's own bounds where the period is open."""
        start = (self.period.start if self.period else None) or self.starting
        end = (self.period.end if self.period else None) or self.until
        if start is None or end is None or end < start:
            return None
        return start, end

    def works(self, when: date) -> bool:
        """Whether a day is a workday as far as is known."""
        return self.is_workday(when) if self.is_workday else when.isoweekday() < 6
