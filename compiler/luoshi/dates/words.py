"""The few words and numerals that dates need in three languages. The first module of the room."""

from __future__ import annotations

from typing import Literal

Language = Literal["zh-Hans", "zh-Hant", "en"]

CountUnit = Literal["day", "week", "month", "quarter", "half_year", "year", "term", "school_year"]

HAN_DIGITS = "〇一二三四五六七八九"
WEEKDAYS_HAN = "一二三四五六日"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
COUNT_WORDS = {1: "once", 2: "twice"}
NTH_WORDS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}


def han_number(number: int) -> str:
    """A whole number from 0 to 99 in Han numerals as offices count: 十, 十二, 二十, 三十一."""
    tens, ones = divmod(number, 10)
    if tens == 0:
        return HAN_DIGITS[ones]
    head = "十" if tens == 1 else HAN_DIGITS[tens] + "十"
    return head + (HAN_DIGITS[ones] if ones else "")


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th, 22nd."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def english_list(items: tuple[str, ...]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + " and " + items[-1]


def weekday_name(weekday: int, language: Language) -> str:
    """周三, 週三 or Wednesday; ``weekday`` counts from 1 (Monday) to 7."""
    if language == "en":
        return WEEKDAYS[weekday - 1]
    return ("周" if language == "zh-Hans" else "週") + WEEKDAYS_HAN[weekday - 1]


_UNITS: dict[Language, dict[CountUnit, str]] = {
    "zh-Hans": {
        "day": "日",
        "week": "周",
        "month": "月",
        "quarter": "季度",
        "half_year": "半年",
        "year": "年",
        "term": "学期",
        "school_year": "学年",
    },
    "zh-Hant": {
        "day": "日",
        "week": "週",
        "month": "月",
        "quarter": "季",
        "half_year": "半年",
        "year": "年",
        "term": "學期",
        "school_year": "學年",
    },
    "en": {
        "day": "day",
        "week": "week",
        "month": "month",
        "quarter": "quarter",
        "half_year": "half-year",
        "year": "year",
        "term": "term",
        "school_year": "school year",
    },
}


def unit_name(unit: CountUnit, language: Language) -> str:
    """月, 學期, quarter: the period in which something is counted."""
    return _UNITS[language][unit]
