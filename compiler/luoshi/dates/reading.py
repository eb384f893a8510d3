"""Reading whatever a plan may write where a date, a range or a rule is expected.

This is the door of the room: every parser can be had from here. All raise ``ValueProblem`` and
never anything else, whatever the text.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from luoshi.dates.clocks import read_clock
from luoshi.dates.days import day_forms, read_day, read_moment, read_plain_day, read_point
from luoshi.dates.folding import LazyPattern, read_number, squeeze
from luoshi.dates.frequencies import read_duration, read_frequency
from luoshi.dates.problems import ValueProblem
from luoshi.dates.ranges import read_months, read_period, read_range, read_school_year
from luoshi.dates.recurrences import AtLeast, Recurrence
from luoshi.dates.rules import VAGUE, nearest_rules, read_recurrence
from luoshi.dates.values import DateRange, Moment, Placeholder, SchoolYear

When = Moment | DateRange | SchoolYear | Placeholder | Recurrence
Frequency = AtLeast

_AGAIN = LazyPattern(r"每|各|第\d|[单双]周|学期[初中末]|\b(?:every|each|per|odd|even)\b|ly\b")
_UNREAD = ("date-unread", "range-unread", "school-year-unread", "recurrence-unread")


@lru_cache(maxsize=1024)  # 每月 and the like stand in a plan again and again; values are frozen
def read_when(text: str, *, roc: bool = False) -> When:
    """A moment, a range, a school year, a rule, a vague word or a placeholder.

    A month alone is a range (2026年9月); a placeholder for a whole date is ``Placeholder``.

    Raises:
        ValueProblem: The most telling problem; ``when-unread`` when nothing comes near.
    """
    plain = read_plain_day(text)
    if plain is not None:
        return Moment(plain)
    if not squeeze(text):
        raise ValueProblem("empty", text=text)
    first: ValueProblem | None = None
    for read in _order(text, roc):
        try:
            return read(text)
        except ValueProblem as problem:
            if problem.kind not in _UNREAD and first is None:
                first = problem
    if first is not None:
        raise first
    forms = (*nearest_rules(text), *day_forms(text)[:2])
    raise ValueProblem("when-unread", text=text, forms=forms)


def _order(text: str, roc: bool) -> tuple[Callable[[str], When], ...]:
    """The readers in the order in which they are likely to succeed."""
    moment, span = partial(_moment, roc=roc), partial(read_period, roc=roc)
    squeezed = squeeze(text)
    if squeezed in VAGUE or _AGAIN.search(squeezed):
        return read_recurrence, span, moment
    if squeezed.endswith("前"):
        return moment, span, read_recurrence
    return span, moment, read_recurrence


def _moment(text: str, roc: bool) -> Moment | Placeholder:
    moment = read_moment(text, roc=roc)
    return moment.day if isinstance(moment.day, Placeholder) else moment


__all__ = [
    "Frequency",
    "When",
    "read_clock",
    "read_day",
    "read_duration",
    "read_frequency",
    "read_moment",
    "read_months",
    "read_number",
    "read_period",
    "read_point",
    "read_range",
    "read_recurrence",
    "read_school_year",
    "read_when",
]
