"""Times of day: 15:00, 下午3点半, 3:00 pm; taken off the end of a longer text."""

from __future__ import annotations

import re

from luoshi.dates.folding import NUMBER, LazyPattern, read_number, squeeze
from luoshi.dates.problems import ValueProblem
from luoshi.dates.values import Clock

_HALF_DAYS = "凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚|早"
_CHINESE = LazyPattern(
    rf"(?P<half>{_HALF_DAYS})?"
    rf"(?:(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?::00)?|"
    rf"(?P<han_hour>{NUMBER})[点时](?!间)(?:(?P<half_past>半)|(?P<quarter>[一三])刻|整"
    rf"|(?P<han_minute>{NUMBER})分?)?)"
)
_ENGLISH = LazyPattern(
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))? ?(?P<half>[ap])\.?m\b\.?"
    r"|(?P<plain_hour>\d{1,2}):(?P<plain_minute>\d{2})(?::00)?(?: ?(?:hrs|hours|h))?"
    r"|(?P<word>\bnoon\b|\bmidnight\b)"
)


def take_clock(text: str) -> tuple[str, Clock | None]:
    """A squeezed text without its time of day, and the time; the text itself when it has none.

    Raises:
        ValueProblem: ``time-impossible`` for 25:00 and its kind.
    """
    for pattern, read in ((_ENGLISH, _read_english), (_CHINESE, _read_chinese)):
        match = pattern.search(text)
        if match and (pattern is _CHINESE or not _has_half_day(text[: match.start()])):
            rest = (text[: match.start()] + " " + text[match.end() :]).strip()
            return squeeze(rest), read(match)
    return text, None


def _has_half_day(head: str) -> bool:
    return re.search(f"(?:{_HALF_DAYS})$", head) is not None


def _read_english(match: re.Match[str]) -> Clock:
    if match["word"]:
        return Clock(12 if match["word"] == "noon" else 24)
    if match["half"] is None:
        return _clock(int(match["plain_hour"]), int(match["plain_minute"]), match[0])
    hour = int(match["hour"])
    if not 1 <= hour <= 12:
        raise ValueProblem("time-impossible", text=match[0])
    return _clock(
        hour % 12 + (12 if match["half"] == "p" else 0), int(match["minute"] or 0), match[0]
    )


def _read_chinese(match: re.Match[str]) -> Clock:
    if match["hour"]:
        hour, minute = int(match["hour"]), int(match["minute"])
    else:
        hour, minute = read_number(match["han_hour"]), _chinese_minute(match)
    return _clock(_in_half_day(hour, match["half"] or ""), minute, match[0])


def _chinese_minute(match: re.Match[str]) -> int:
    if match["half_past"]:
        return 30
    if match["quarter"]:
        return 15 * read_number(match["quarter"])
    return read_number(match["han_minute"]) if match["han_minute"] else 0


def _in_half_day(hour: int, half: str) -> int:
    if half in ("下午", "傍晚", "晚上", "晚") and hour <= 12:
        # 晚上12点 is the end of the day, 下午12点 its middle
        return 24 if hour == 12 and half.startswith("晚") else hour % 12 + 12
    if half == "中午" and hour < 10:
        return hour + 12
    if half == "凌晨" and hour == 12:
        return 0
    return hour


def _clock(hour: int, minute: int, text: str) -> Clock:
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        raise ValueProblem("time-impossible", text=text)
    return Clock(hour, minute)


def read_clock(text: str) -> Clock:
    """A time of day on its own.

    Raises:
        ValueProblem: ``time-impossible``, or ``when-unread`` when it is no time.
    """
    rest, clock = take_clock(squeeze(text))
    if clock is None or rest:
        raise ValueProblem("when-unread", text=text, forms=("15:00", "下午3点"))
    return clock
