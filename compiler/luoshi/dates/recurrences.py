"""The rules by which a duty comes round again: a closed union, printed in the office's own words.

Weekdays count from 1 (Monday) to 7. ``deadline`` tells "by" (前, the day itself included) from "on".
Reading ``rule.text(language)`` again gives an equal rule.
"""

from __future__ import annotations

from typing import Literal

from luoshi.dates.values import Clock, Day, Month
from luoshi.dates.words import (
    COUNT_WORDS,
    MONTHS,
    NTH_WORDS,
    CountUnit,
    Language,
    english_list,
    han_number,
    ordinal,
    unit_name,
    weekday_name,
)
from luoshi.dates.writing import day_text, month_text
from luoshi.frozen import frozen

TermPoint = Literal["start", "middle", "end"]
Parity = Literal["", "odd", "even"]
DayClass = Literal["", "workday", "school_day"]

_TERM_HAN = {"start": "初", "middle": "中", "end": "末"}


@frozen(kw_only=True)
class Timed:
    """What most rules share: a time of day, and whether it is a deadline."""

    clock: Clock | None = None
    deadline: bool = False

    def _han(self, days: str) -> str:
        clock = str(self.clock) if self.clock else ""
        return f"{days}{clock}{'前' if self.deadline else ''}"

    def _english(self, on: str, by: str) -> str:
        if self.clock is None:
            return by if self.deadline else on
        return f"{on} {'before' if self.deadline else 'at'} {self.clock}"


@frozen
class Daily(Timed):
    """Every day, every workday or every school day; a deadline only with a clock."""

    only: DayClass = ""

    def text(self, language: Language) -> str:
        """每日, 每个工作日8:30前, every workday before 08:30."""
        if language == "en":
            names = {"": "every day", "workday": "every workday", "school_day": "every school day"}
            return self._english(names[self.only], names[self.only])
        hans = {"": "每日", "workday": "每个工作日", "school_day": "每个教学日"}
        hant = {"": "每日", "workday": "每個上班日", "school_day": "每個上課日"}
        return self._han((hans if language == "zh-Hans" else hant)[self.only])


@frozen
class Weekly(Timed):
    """Certain weekdays of every week."""

    weekdays: tuple[int, ...]

    def text(self, language: Language) -> str:
        """每周一、周三; every Friday before 15:00; by Friday every week."""
        names = tuple(weekday_name(day, language) for day in self.weekdays)
        if language == "en":
            days = english_list(names)
            return self._english(f"every {days}", f"by {days} every week")
        return self._han("每" + "、".join(names))


@frozen
class TeachingWeeks(Timed):
    """Certain teaching weeks of each term, by number or by parity, and certain weekdays in them.

    Without weekdays the whole week is meant: its last day is the day due.
    """

    weeks: tuple[int, ...] = ()
    parity: Parity = ""
    weekdays: tuple[int, ...] = ()

    def text(self, language: Language) -> str:
        """双周周三, 第3、7、11周; Wednesday of even weeks; weeks 3, 7 and 11."""
        if language == "en":
            weeks = self._english_weeks()
            if not self.weekdays:
                return self._english(f"in {weeks}", f"by {weeks}")
            days = english_list(tuple(weekday_name(day, language) for day in self.weekdays))
            return self._english(f"on {days} of {weeks}", f"by {days} of {weeks}")
        days = "、".join(weekday_name(day, language) for day in self.weekdays)
        return self._han(self._han_weeks(language) + days)

    def _english_weeks(self) -> str:
        if self.parity:
            return f"{self.parity} weeks"
        numbers = english_list(tuple(str(week) for week in self.weeks))
        return f"week{'s' if len(self.weeks) > 1 else ''} {numbers}"

    def _han_weeks(self, language: Language) -> str:
        week = unit_name("week", language)
        if self.parity:
            hans = {"odd": "单", "even": "双"}
            hant = {"odd": "單", "even": "雙"}
            return (hans if language == "zh-Hans" else hant)[self.parity] + week
        return f"第{'、'.join(str(number) for number in self.weeks)}{week}"


@frozen
class MonthlyDays(Timed):
    """Certain days of every month, 1 to 31; a shorter month has its last day instead."""

    days: tuple[int, ...]

    def text(self, language: Language) -> str:
        """每月2日、17日前; by the 2nd and 17th of each month."""
        if language == "en":
            days = english_list(tuple(ordinal(day) for day in self.days))
            return self._english(f"on the {days} of each month", f"by the {days} of each month")
        return self._han("每月" + "、".join(f"{day}日" for day in self.days))


@frozen
class MonthlySpan:
    """A stretch of every month, both days counted; ``last`` 31 means to the end of the month."""

    first: int
    last: int

    def text(self, language: Language) -> str:
        """每月1日至5日; from the 1st to the 5th of each month."""
        if language == "en":
            return f"from the {ordinal(self.first)} to the {ordinal(self.last)} of each month"
        return f"每月{self.first}日至{self.last}日"


@frozen
class MonthEnd(Timed):
    """The last day of every month, workday or not."""

    def text(self, language: Language) -> str:
        """每月最后一天; by the last day of each month."""
        if language == "en":
            return self._english("on the last day of each month", "by the last day of each month")
        return self._han("每月最后一天" if language == "zh-Hans" else "每月最後一天")


def _nth_han(nth: int, language: Language) -> str:
    if nth == -1:
        return "最后一" if language == "zh-Hans" else "最後一"
    return "第" + han_number(nth)


@frozen
class MonthlyWeekday(Timed):
    """The n-th (1 to 5, or -1 for the last) of a weekday in every month that has one."""

    nth: int
    weekday: int

    def text(self, language: Language) -> str:
        """每月第一个周一; on the last Friday of each month."""
        name = weekday_name(self.weekday, language)
        if language == "en":
            day = f"the {NTH_WORDS[self.nth]} {name} of each month"
            return self._english(f"on {day}", f"by {day}")
        each = "个" if language == "zh-Hans" else "個"
        return self._han(f"每月{_nth_han(self.nth, language)}{each}{name}")


@frozen
class MonthlyWorkday(Timed):
    """The n-th (1 to 5, or -1 for the last) workday of every month; needs workdays to be dated."""

    nth: int

    def text(self, language: Language) -> str:
        """每月最后一个工作日; on the first workday of each month."""
        if language == "en":
            day = f"the {NTH_WORDS[self.nth]} workday of each month"
            return self._english(f"on {day}", f"by {day}")
        name = "个工作日" if language == "zh-Hans" else "個上班日"
        return self._han(f"每月{_nth_han(self.nth, language)}{name}")


@frozen
class QuarterEnd(Timed):
    """A day of the last month of every quarter, or its last day when ``day`` is None."""

    day: int | None = None

    def text(self, language: Language) -> str:
        """每季度末月25日; on the last day of each quarter."""
        if language == "en":
            day = "the last day of each quarter"
            if self.day:
                day = f"the {ordinal(self.day)} of the last month of each quarter"
            return self._english(f"on {day}", f"by {day}")
        last = "最后一天" if language == "zh-Hans" else "最後一天"
        return self._han(
            f"每{unit_name('quarter', language)}{f'末月{self.day}日' if self.day else last}"
        )


@frozen
class TermPoints(Timed):
    """The start, middle or end of every term, or several of them. The day itself is not stated."""

    points: tuple[TermPoint, ...]

    def text(self, language: Language) -> str:
        """学期初、学期中; at the start and middle of each term."""
        if language == "en":
            points = english_list(self.points)
            return self._english(f"at the {points} of each term", f"by the {points} of each term")
        term = unit_name("term", language)
        return self._han("、".join(term + _TERM_HAN[point] for point in self.points))


@frozen
class Yearly(Timed):
    """Certain days or whole months of every year, or a named day the plan gives no date for.

    The days and months have no year. ``name`` keeps the author's script.
    """

    on: tuple[Day | Month, ...] = ()
    name: str = ""

    def text(self, language: Language) -> str:
        """每年12月4日（国家宪法日）; every year on 4 December (Constitution Day); every year in March."""
        if language == "en":
            return self._english_text()
        days = "、".join(_year_point(point, language) for point in self.on)
        if not days:
            name = f"“{self.name}”" if language == "zh-Hans" else f"「{self.name}」"
            return self._han(f"每年{name}")
        return self._han(f"每年{days}{f'（{self.name}）' if self.name else ''}")

    def _english_text(self) -> str:
        if not self.on:
            return self._english(f"every year on “{self.name}”", f"every year by “{self.name}”")
        name = f" ({self.name})" if self.name else ""
        on = english_list(
            tuple(_preposition(point) + _year_point(point, "en") for point in self.on)
        )
        by = english_list(tuple(_year_point(point, "en") for point in self.on))
        return self._english(f"every year {on}{name}", f"every year by {by}{name}")


def _year_point(point: Day | Month, language: Language) -> str:
    if isinstance(point, Day):
        return day_text(point, language)
    return MONTHS[point.month - 1] if language == "en" else month_text(point, language)


def _preposition(point: Day | Month) -> str:
    return "on " if isinstance(point, Day) else "in "


@frozen
class AtLeast:
    """So many times in every period, the days left open.

    ``exactly`` is True for 每年两次, False for 每年至少两次. ``every`` counts periods (每2周1次).
    ``in_term`` limits the rule to terms (学期内每月至少1次).
    """

    count: int
    unit: CountUnit
    exactly: bool = False
    every: int = 1
    in_term: bool = False

    def text(self, language: Language) -> str:
        """每学期至少2次; at least once a month in term; twice every 2 years."""
        if language == "en":
            return self._english_text()
        unit = unit_name(self.unit, language)
        each = ("个" if language == "zh-Hans" else "個") if self.unit in _COUNTED_WITH_GE else ""
        period = f"{self.every}{each}{unit}" if self.every > 1 else unit
        term = ""
        if self.in_term:
            term = "学期内" if language == "zh-Hans" else "學期內"
        return f"{term}每{period}{'' if self.exactly else '至少'}{self.count}次"

    def _english_text(self) -> str:
        times = COUNT_WORDS.get(self.count, f"{self.count} times")
        unit = unit_name(self.unit, "en")
        period = f"every {self.every} {unit}s" if self.every > 1 else f"a {unit}"
        head = "" if self.exactly else "at least "
        return f"{head}{times} {period}{' in term' if self.in_term else ''}"


_COUNTED_WITH_GE = ("month", "quarter", "term", "half_year", "school_year")


@frozen
class AfterPhase:
    """Within so many days after a phase ends, the last of them counted, the phase's own day not.

    An empty ``phase`` means each phase of the plan.
    """

    days: int
    phase: str = ""
    unit: Literal["calendar", "workday"] = "calendar"

    def text(self, language: Language) -> str:
        """各阶段结束后10日内; within 10 days after the phase “Self-check”."""
        if language == "en":
            unit = "day" if self.unit == "calendar" else "workday"
            phase = f"the phase “{self.phase}”" if self.phase else "each phase"
            return f"within {self.days} {unit}{'' if self.days == 1 else 's'} after {phase}"
        hans = language == "zh-Hans"
        unit = "日" if self.unit == "calendar" else ("个工作日" if hans else "個上班日")
        name = (f"“{self.phase}”" if hans else f"「{self.phase}」") if self.phase else "各"
        return f"{name}{'阶段结束后' if hans else '階段結束後'}{self.days}{unit}{'内' if hans else '內'}"


@frozen
class RoundTheClock:
    """A standing duty of 24 hours a day; it never enters the calendar."""

    def text(self, language: Language) -> str:
        """24小时, 24小時, 24 hours a day."""
        return {"zh-Hans": "24小时", "zh-Hant": "24小時", "en": "24 hours a day"}[language]


@frozen
class Vague:
    """A word that says "again" without saying when (定期, 適時, regularly); kept, never dated."""

    word: str

    def text(self, language: Language) -> str:
        """The author's own word, whatever ``language`` is."""
        del language
        return self.word


Recurrence = (
    Daily
    | Weekly
    | TeachingWeeks
    | MonthlyDays
    | MonthlySpan
    | MonthEnd
    | MonthlyWeekday
    | MonthlyWorkday
    | QuarterEnd
    | TermPoints
    | Yearly
    | AtLeast
    | AfterPhase
    | RoundTheClock
    | Vague
)
