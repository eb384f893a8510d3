"""Reading how often (每学期不少于2次, 1/month, twice a year) and how long (10日内, 24h)."""

from __future__ import annotations

import re

from luoshi.dates.days import Forms
from luoshi.dates.folding import NUMBER, LazyPattern, language_of, read_number, squeeze
from luoshi.dates.problems import ValueProblem
from luoshi.dates.recurrences import AtLeast
from luoshi.dates.values import Duration, DurationUnit
from luoshi.dates.words import CountUnit

COUNT = NUMBER
_HAN_UNITS: dict[str, CountUnit] = {
    "日": "day",
    "天": "day",
    "周": "week",
    "星期": "week",
    "月": "month",
    "季度": "quarter",
    "季": "quarter",
    "半年": "half_year",
    "学期": "term",
    "学年": "school_year",
    "学年度": "school_year",
    "年": "year",
    "年度": "year",
}
_ENGLISH_UNITS: dict[str, CountUnit] = {
    "day": "day",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "half-year": "half_year",
    "half year": "half_year",
    "six months": "half_year",
    "semester": "term",
    "term": "term",
    "school year": "school_year",
    "academic year": "school_year",
    "year": "year",
}
_ADVERBS: dict[str, CountUnit] = {
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "half-yearly": "half_year",
    "yearly": "year",
    "annually": "year",
    "termly": "term",
}
_HAN_UNIT = "学年度|学年|学期|季度|半年|年度|星期|[日天周月季年]"
_EN_UNIT = (
    "school year|academic year|half[- ]year|six months|day|week|month|quarter|semester|term|year"
)
_LEAST_HAN = "至少|不少于|不低于|不得少于|最少|应不少于|须不少于"
_VERB = "(?:召开|开展|进行|组织|检查|报送|上报|演练|培训|排查|举行|各)?"
_EACH = LazyPattern(
    rf"(?P<term>(?:在)?(?:(?:每)?学期(?:内|中|期间)|开学期间),?)?(?:[每各](?P<every>{COUNT})?个?|一个?(?=.*次))(?P<unit>{_HAN_UNIT})"
    rf",?(?:(?P<least>{_LEAST_HAN})?{_VERB}(?P<least2>{_LEAST_HAN})?"
    rf"(?P<count>{COUNT})[次回场](?P<least3>以上|及以上)?)?"
)
_PER_HAN = LazyPattern(
    rf"(?P<least>{_LEAST_HAN})?(?P<count>{COUNT})[次回]?[/每](?:每)?(?P<every>{COUNT})?个?(?P<unit>{_HAN_UNIT})"
)
_TIMES = (
    r"(?P<word>once|twice|thrice)|(?P<count>\d{1,3}|one|two|three|four|five|six)(?: ?times?| ?x)?"
)
_PER_EN = LazyPattern(
    rf"(?P<least>(?:at least|not less than|no fewer than|no less than|minimum) )?(?:{_TIMES})"
    rf"(?P<per> ?/ ?| (?:a|an|per|each|every|in each|in every) )(?:(?P<every>\d{{1,2}}) )?"
    rf"(?P<unit>{_EN_UNIT})s?(?P<term> in term| during term)?"
)
_EVERY_EN = LazyPattern(
    rf"(?:every|each) (?:(?P<every>\d{{1,2}}|two|three|four) )?(?P<unit>{_EN_UNIT})s?"
)
_WORDS = {
    "once": 1, "one": 1, "twice": 2, "two": 2, "thrice": 3, "three": 3, "four": 4, "five": 5,
    "six": 6,
}  # fmt: skip
_FREQUENCIES: Forms = {
    "zh-Hans": ("每月至少1次", "每学期不少于2次", "每年2次", "1次/月"),
    "zh-Hant": ("每月至少1次", "每學期不少於2次", "每年2次", "1次/月"),
    "en": ("at least once a month", "twice a year", "1/month", "2/term"),
}

_DURATION_HAN = LazyPattern(
    rf"(?P<count>{COUNT})(?P<half>个半)?个?(?P<unit>分钟|小时|工作日|上班日|日历日|自然日|[日天周年月]|星期)(?P<within>(?:之|以)?内)?"
)
_DURATION_EN = LazyPattern(
    r"(?P<within>within )?(?:the )?(?P<count>\d{1,3}|one|two|three|four|five|six|an?) ?"
    r"(?P<unit>minutes?|min|hours?|h|hrs?|working days?|workdays?|business days?|calendar days?|days?|d|weeks?|w|months?|years?)"
)
_HAN_LENGTHS: dict[str, DurationUnit] = {
    "分钟": "minute", "小时": "hour", "工作日": "workday", "上班日": "workday", "日历日": "day",
    "自然日": "day", "日": "day", "天": "day", "周": "week", "星期": "week", "月": "month",
    "年": "year",
}  # fmt: skip
_DURATIONS: Forms = {
    "zh-Hans": ("10日内", "3个工作日", "24小时"),
    "zh-Hant": ("10日內", "3個上班日", "24小時"),
    "en": ("within 10 days", "3 workdays", "24h"),
}


def read_frequency(text: str) -> AtLeast:
    """So many times in a period; 1/month and 1次/月 mean at least, 每年两次 means just that.

    Raises:
        ValueProblem: ``frequency-unread``; ``recurrence-impossible`` for 0 times.
    """
    squeezed = squeeze(text)
    if not squeezed:
        raise ValueProblem("empty", text=text)
    found = find_frequency(squeezed)
    if found is None:
        raise ValueProblem("frequency-unread", text=text, forms=_FREQUENCIES[language_of(text)])
    if found.count < 1 or found.every < 1:
        raise ValueProblem("recurrence-impossible", text=text)
    return found


def find_frequency(squeezed: str) -> AtLeast | None:
    """The frequency of a squeezed text, or None when it is none."""
    if squeezed in _ADVERBS:
        return AtLeast(1, _ADVERBS[squeezed], exactly=True)
    for pattern, build in (
        (_EACH, _each), (_PER_HAN, _per_han), (_PER_EN, _per_english), (_EVERY_EN, _every)
    ):  # fmt: skip
        match = pattern.fullmatch(squeezed)
        if match:
            return build(match)
    return None


def _each(match: re.Match[str]) -> AtLeast:
    least = match["least"] or match["least2"] or match["least3"]
    return AtLeast(
        _number(match["count"]), _HAN_UNITS[match["unit"]], exactly=not least,
        every=_number(match["every"]), in_term=bool(match["term"]),
    )  # fmt: skip


def _per_han(match: re.Match[str]) -> AtLeast:
    every = _number(match["every"])
    return AtLeast(_number(match["count"]), _HAN_UNITS[match["unit"]], every=every)


def _per_english(match: re.Match[str]) -> AtLeast:
    exactly = not match["least"] and "/" not in match["per"]
    count = _number(match["word"] or match["count"])
    unit = _ENGLISH_UNITS[match["unit"]]
    return AtLeast(count, unit, exactly, _number(match["every"]), bool(match["term"]))


def _every(match: re.Match[str]) -> AtLeast:
    unit = _ENGLISH_UNITS[match["unit"]]
    return AtLeast(1, unit, exactly=True, every=_number(match["every"]))


def _number(written: str | None) -> int:
    """The number; 1 when none is written."""
    if written is None:
        return 1
    return _WORDS[written] if written in _WORDS else read_number(written)


def read_duration(text: str) -> Duration:
    """A length of time: 10日内, 3个工作日, 24h, within 10 days.

    Raises:
        ValueProblem: ``duration-unread`` with ``forms``.
    """
    squeezed = squeeze(text)
    if not squeezed:
        raise ValueProblem("empty", text=text)
    match = _DURATION_HAN.fullmatch(squeezed)
    if match and not match["half"]:
        unit = _HAN_LENGTHS[match["unit"]]
        return Duration(_number(match["count"]), unit, bool(match["within"]))
    english = _DURATION_EN.fullmatch(squeezed)
    if english is None:
        raise ValueProblem("duration-unread", text=text, forms=_DURATIONS[language_of(text)])
    count = 1 if english["count"] in ("a", "an") else _number(english["count"])
    return Duration(count, _english_length(english["unit"]), bool(english["within"]))


def _english_length(written: str) -> DurationUnit:
    if written.startswith(("work", "business")):
        return "workday"
    units: tuple[DurationUnit, ...] = ("minute", "hour", "week", "month", "year", "day")
    if written.startswith("mon"):
        return "month"
    return next((unit for unit in units if unit[0] == written[0]), "day")
