"""The written forms of rules, one row each: a pattern and what builds the rule from its parts.

The patterns meet squeezed text without its time of day and its 前 or by; see ``rules``.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from luoshi.dates.folding import NUMBER, LazyPattern, read_number
from luoshi.dates.recurrences import (
    Daily,
    DayClass,
    MonthEnd,
    MonthlyDays,
    MonthlySpan,
    MonthlyWeekday,
    MonthlyWorkday,
    Parity,
    QuarterEnd,
    Recurrence,
    RoundTheClock,
    TeachingWeeks,
    TermPoint,
    TermPoints,
    Weekly,
)
from luoshi.dates.words import NTH_WORDS, WEEKDAYS

_WEEKDAY_NAME = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in WEEKDAYS).lower()
_DAY = "[一二三四五六日天]"
COMMA = "[、,，和及与/]"
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
_AND = r"(?:, ?(?:and )?| and | & )"
_NTH = "第?(?P<nth>[一二三四五1-5])个?|(?P<last>最后(?:[一1]个)?|末个?|倒数第[一1]个)"
_NTH_EN = "(?P<nth>first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)"
_EACH_MONTH = "(?:of )?(?:each|every|the) month|monthly"

Build = Callable[[re.Match[str]], Recurrence]


class ImpossibleError(Exception):
    """A number that no month, week or quarter has."""


def _numbers(written: str, least: int, most: int) -> tuple[int, ...]:
    found: list[int] = []
    for piece in re.split(rf"{COMMA}|\band\b|&", written):
        ends = [_number(end) for end in re.split(r"[-—–~至到]+", piece) if end.strip()]
        found += range(ends[0], ends[-1] + 1) if ends else ()
    if not found or any(not least <= number <= most for number in found):
        raise ImpossibleError
    return tuple(dict.fromkeys(found))


def _number(written: str) -> int:
    try:
        return read_number(re.sub(r"[第周日号天]|st|nd|rd|th|weeks?", "", written).strip())
    except ValueError:
        raise ImpossibleError from None


def weekdays_in(written: str) -> tuple[int, ...]:
    """Weekdays in Han (周一至周五, 周一、三、五) or English words, in the order written."""
    names = re.findall(_WEEKDAY_NAME, written)
    if names:
        short = [name[:3].lower() for name in WEEKDAYS]
        found = [short.index(name[:3]) + 1 for name in names]
        spans = " to " in written or "-" in written or " through " in written
    else:
        found = [
            "一二三四五六日".index(day.replace("天", "日")) + 1 for day in re.findall(_DAY, written)
        ]
        spans = re.search("[至到—–-]", written) is not None
    if spans and len(found) == 2 and found[0] < found[1]:
        found = list(range(found[0], found[1] + 1))
    return tuple(dict.fromkeys(found))


def _nth(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if groups.get("last"):
        return -1
    written = groups["nth"]
    for number, word in NTH_WORDS.items():
        if word == written:
            return number
    return _number(written)


def _daily(match: re.Match[str]) -> Daily:
    word = match[0]
    only: DayClass = ""
    if re.search("工作日|上班日|workday|working|weekday|business", word):
        only = "workday"
    elif re.search("教学日|上课日|上学日|school", word):
        only = "school_day"
    return Daily(only)


def _teaching_weeks(match: re.Match[str]) -> TeachingWeeks:
    groups = match.groupdict()
    weekdays = weekdays_in(groups["days"]) if groups.get("days") else ()
    parity = groups.get("parity")
    if parity:
        sides: dict[str, Parity] = {"单": "odd", "双": "even", "odd": "odd", "even": "even"}
        return TeachingWeeks((), sides[parity], weekdays)
    return TeachingWeeks(_numbers(groups["weeks"], 1, 30), "", weekdays)


def _month_days(match: re.Match[str]) -> MonthlyDays:
    return MonthlyDays(_numbers(match["days"], 1, 31))


def _month_span(match: re.Match[str]) -> MonthlySpan:
    first, last = _numbers(match["first"], 1, 31)[0], _numbers(match["to"], 1, 31)[0]
    if last < first:
        raise ImpossibleError
    return MonthlySpan(first, last)


def _month_third(match: re.Match[str]) -> MonthlySpan:
    return {"上": MonthlySpan(1, 10), "中": MonthlySpan(11, 20), "下": MonthlySpan(21, 31)}[
        match[1]
    ]


def _month_weekday(match: re.Match[str]) -> MonthlyWeekday:
    return MonthlyWeekday(_nth(match), weekdays_in(match["weekday"])[0])


def _month_workday(match: re.Match[str]) -> MonthlyWorkday:
    return MonthlyWorkday(_nth(match))


def _quarter(match: re.Match[str]) -> QuarterEnd:
    day = match.groupdict().get("day")
    return QuarterEnd(_numbers(day, 1, 31)[0] if day else None)


def _term_points(match: re.Match[str]) -> TermPoints:
    words: dict[str, TermPoint] = {
        "初": "start", "开": "start", "中": "middle", "末": "end", "底": "end", "结": "end",
        "start": "start", "begin": "start", "middle": "middle", "mid": "middle", "end": "end",
    }  # fmt: skip
    found = re.findall(r"[初中末底开结]|start|begin|middle|mid|end", match["points"])
    return TermPoints(tuple(dict.fromkeys(words[word] for word in found)))


_HAN_DAY_LIST = rf"(?:{NUMBER})[日号]?(?:{COMMA}(?:{NUMBER})[日号]?)*"
_HAN_WEEKDAYS = rf"(?:星期|周|礼拜){_DAY}(?:(?:{COMMA}|[至到—–-])(?:星期|周|礼拜)?{_DAY})*"
_EN_WEEKDAYS = rf"(?:{_WEEKDAY_NAME})s?(?:(?:{_AND}| to | through |-)(?:{_WEEKDAY_NAME})s?)*"
_WEEK_LIST = rf"第?(?:{NUMBER})周?(?:(?:{COMMA}|[-—–~至到]+)第?(?:{NUMBER})周?)*"
_EN_WEEK_LIST = rf"\d{{1,2}}(?:(?:{_AND}|-|–)\d{{1,2}})*"
_POINT = "(?:每个?)?(?:学期(?:初|中|末|底|开始|结束)?|开学初|期[初中末]|[初中末底])"
_POINT_EN = "(?:start|beginning|middle|end)"

WEEKDAYS_ALONE = LazyPattern(rf"(?:on )?(?:{_EN_WEEKDAYS})|{_HAN_WEEKDAYS}")

# No text has two of these forms, so what plans use most stands first: a form is compiled when it
# is tried, and trying all of them takes ten milliseconds.
_TABLE: tuple[tuple[str, Build], ...] = (
    (
        rf"(?P<points>(?:每个?)?(?:学期(?:初|中|末|底|开始|结束)|开学初)(?:时)?(?:{COMMA}{_POINT})*|每?期[初中末](?:{COMMA}{_POINT})*)",
        _term_points,
    ),
    (
        r"24小时(?:值班|值守|专人值守)?|全天候|昼夜|(?:24 ?hours?(?: a day)?|round[- ]the[- ]clock|around the clock)",
        lambda _: RoundTheClock(),
    ),
    (r"每[日天]|天天|逐日|daily|(?:every|each) day", _daily),
    (
        r"每个?(?:工作日|上班日|教学日|上课日|上学日)|(?:(?:every|each) (?:workday|working day|weekday|business day|school day)|weekdays|workdays|school days)",
        _daily,
    ),
    (
        rf"每(?:个)?(?P<days>{_HAN_WEEKDAYS})|每周(?P<more>{_DAY}(?:{COMMA}{_DAY})*)",
        lambda m: Weekly(weekdays_in(m["days"] or m["more"])),
    ),
    (
        rf"(?:on )?(?:(?:every|each) (?:week,? on )?|weekly,? on )(?P<days>{_EN_WEEKDAYS})",
        lambda m: Weekly(weekdays_in(m["days"])),
    ),
    (
        rf"(?P<days>{_EN_WEEKDAYS})(?: of)? (?:every|each) week|(?:on )?(?P<more>(?:{_WEEKDAY_NAME})s)",
        lambda m: Weekly(weekdays_in(m["days"] or m["more"])),
    ),
    (rf"(?:每个?)?(?P<parity>[单双])周(?:的)?(?P<days>{_HAN_WEEKDAYS})?", _teaching_weeks),
    (
        rf"(?:每个?学期)?第(?P<weeks>{_WEEK_LIST})(?<=周)(?:的)?(?P<days>{_HAN_WEEKDAYS})?",
        _teaching_weeks,
    ),
    (
        rf"(?:on )?(?:the )?(?P<days>{_EN_WEEKDAYS}) (?:of|in) (?:teaching )?(?:weeks? (?P<weeks>{_EN_WEEK_LIST})|(?P<parity>odd|even) weeks)",
        _teaching_weeks,
    ),
    (
        rf"(?:in )?(?:teaching )?(?:weeks? (?P<weeks>{_EN_WEEK_LIST})|(?P<parity>odd|even)(?: teaching)? weeks)",
        _teaching_weeks,
    ),
    (rf"每个?月(?:的)?(?P<days>{_HAN_DAY_LIST})(?<=[日号])", _month_days),
    (
        rf"(?:on )?(?:the )?(?P<days>{_ORDINAL}(?:{_AND}(?:the )?{_ORDINAL})*) (?:day )?(?:{_EACH_MONTH})",
        _month_days,
    ),
    (rf"每个?月(?P<first>{NUMBER})[日号]?[至到—–~-]+(?P<to>{NUMBER})[日号]", _month_span),
    (rf"from the (?P<first>{_ORDINAL}) to the (?P<to>{_ORDINAL}) (?:{_EACH_MONTH})", _month_span),
    ("每个?月([上中下])旬", _month_third),
    (
        r"每个?月(?:月底|月末|底|末|的?最后[一1][天日])|(?:on |at )?(?:the )?(?:last day|end) (?:of (?:each|every|the) month)",
        lambda _: MonthEnd(),
    ),
    (rf"每个?月的?(?:{_NTH})个?(?P<weekday>(?:星期|周|礼拜){_DAY})", _month_weekday),
    (rf"(?:on )?(?:the )?{_NTH_EN} (?P<weekday>{_WEEKDAY_NAME}) (?:{_EACH_MONTH})", _month_weekday),
    (rf"每个?月的?(?:{_NTH})个?(?:工作日|上班日)", _month_workday),
    (
        rf"(?:on )?(?:the )?{_NTH_EN} (?:workday|working day|business day) (?:{_EACH_MONTH})",
        _month_workday,
    ),
    (rf"每个?季度?(?:末月|最后[一1]个月)的?(?P<day>{NUMBER})[日号]", _quarter),
    (
        rf"(?:on )?(?:the )?(?P<day>{_ORDINAL}) of the last month (?:of|in) (?:each|every) quarter",
        _quarter,
    ),
    (
        r"每个?季度?(?:末|底|的?最后[一1][天日])|(?:on |at )?(?:the )?(?:last day|end) of (?:each|every|the) quarter",
        _quarter,
    ),
    (
        rf"(?:at |in |on )?(?:the )?(?P<points>{_POINT_EN}(?:{_AND}(?:the )?{_POINT_EN})*) of (?:(?:each|every|the|a) )?(?:term|semester)",
        _term_points,
    ),
)
RULES: tuple[tuple[LazyPattern, Build], ...] = tuple(
    (LazyPattern(pattern), build) for pattern, build in _TABLE
)
