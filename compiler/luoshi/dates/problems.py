"""What can be wrong with a written date, as values; the model gives them a place and words."""

from __future__ import annotations

from types import MappingProxyType

# kind -> the sentence it stands for. `readings` lists every possible reading in order.
KINDS = MappingProxyType(
    {
        "empty": "Nothing is written where a date or time is expected.",
        "placeholder": "The place is held by xx, ○○ or 待填 and not filled in yet.",
        "date-impossible": "The calendar has no such day (2月30日, 13月1日).",
        "date-garbled": "年 or 月 was lost between the digits; `readings` has what it can have been.",
        "date-ambiguous": "Day and month can be read in either order; `readings` has both.",
        "year-two-digits": "The year has two digits; `readings` has the full dates it can mean.",
        "year-unclear": "A year of three digits outside a ROC plan; `readings` takes it as ROC.",
        "year-unlikely": "No plan means a year before 1900 or after 2199 (0206年, 20266-9-1).",
        "day-missing": "Only a month is given where a day is needed; `readings` has the month.",
        "year-missing": "The last day of February needs a year.",
        "weekday-alone": "A weekday without a date and without 每 or every; `readings` has the rule.",
        "time-without-day": "A time of day stands alone; `readings` has the time.",
        "time-impossible": "No clock shows such a time (25:00, 15:72).",
        "recurrence-impossible": "A number in the rule cannot occur (每月32日, 第0周).",
        "date-unread": "Not understood as a date; `forms` has some that are.",
        "range-unread": "Not understood as a range of dates; `forms` has some that are.",
        "school-year-unread": "Not understood as a school year; `forms` has some that are.",
        "recurrence-unread": "Not understood as a rule; `forms` has the nearest that are.",
        "frequency-unread": "Not understood as a number of times in a period; see `forms`.",
        "duration-unread": "Not understood as a length of time; see `forms`.",
        "months-unread": "Not understood as one or several months; see `forms`.",
        "when-unread": "Neither date, range nor rule; `forms` has the nearest forms that are.",
    }
)


class ValueProblem(Exception):  # noqa: N818 - a problem of the author's, not an error of ours
    """A written value that cannot be taken as it stands. It knows no place; the reader adds it.

    Attributes:
        kind: One of ``KINDS``, or a kind of the model's own.
        readings: Possible values, likeliest form first; none of them is chosen.
        details: What the sentence may name: ``text`` as typed, and per kind ``forms`` (examples
            that would be understood), ``clock``, ``month``, ``last_day`` and the like.
    """

    def __init__(self, kind: str, readings: tuple[object, ...] = (), **details: object) -> None:
        super().__init__(kind)
        self.kind = kind
        self.readings = readings
        self.details = MappingProxyType(details)
