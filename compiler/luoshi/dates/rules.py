"""Reading rules that come round again: 每月2日、17日前, 双周周三, every Friday before 15:00."""

from __future__ import annotations

import re
from collections.abc import Callable

from luoshi.dates.clocks import take_clock
from luoshi.dates.days import forms_for, read_point, take_deadline
from luoshi.dates.folding import NUMBER, fold, read_number, squeeze
from luoshi.dates.frequencies import COUNT, find_frequency
from luoshi.dates.problems import ValueProblem
from luoshi.dates.recurrences import (
    AfterPhase,
    AtLeast,
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
    Timed,
    Vague,
    Weekly,
    Yearly,
)
from luoshi.dates.values import Clock, Day, Month
from luoshi.dates.words import NTH_WORDS, WEEKDAYS

RULES_CHINESE = (
    "每月2日、17日前", "每周五15:00前", "每月最后一个工作日", "每月底前", "每季度末月25日", "学期初、学期中", "双周周三",
    "第3、7、11周", "每年12月4日", "每学期至少2次", "各阶段结束后10日内", "每日",
)  # fmt: skip
RULES_ENGLISH = (
    "by the 2nd and 17th of each month", "every Friday before 15:00",
    "on the last workday of each month", "at the start and middle of each term",
    "Wednesday of even weeks", "weeks 3, 7 and 11", "every year on 4 December",
    "at least twice a term", "within 10 days after each phase", "every day",
)  # fmt: skip
_VAGUE = frozenset(
    (
        "定期",
        "不定期",
        "定期或不定期",
        "定期不定期",
        "定期和不定期",
        "适时",
        "经常",
        "经常性",
        "随时",
        "常态化",
        "及时",
        "不时",
        "平时",
        "日常",
        "长期",
        "必要时",
        "按需",
        "视情",
        "择期",
        "近期",
        "适当时候",
        "节假日",
        "重要时段",
        "敏感时期",
        "regularly",
        "regular",
        "irregularly",
        "periodically",
        "occasionally",
        "frequently",
        "often",
        "constantly",
        "continuously",
        "regularly or irregularly",
        "regularly and irregularly",
        "from time to time",
        "as needed",
        "when needed",
        "as required",
        "in due course",
        "as appropriate",
        "at any time",
        "at an appropriate time",
        "on a regular basis",
    )
)
_WEEKDAY_NAME = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in WEEKDAYS).lower()
_DAY = "[一二三四五六日天]"
_COMMA = "[、,，和及与/]"
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
_AND = r"(?:, ?(?:and )?| and | & )"
_NTH = "第?(?P<nth>[一二三四五1-5])个?|(?P<last>最后(?:[一1]个)?|末个?|倒数第[一1]个)"
_NTH_EN = "(?P<nth>first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)"
_EACH_MONTH = "(?:of )?(?:each|every|the) month|monthly"

Build = Callable[[re.Match[str]], Recurrence]


def read_recurrence(text: str) -> Recurrence:
    """A rule in the office's own words, in either Chinese script or in English.

    Raises:
        ValueProblem: ``recurrence-unread`` with the nearest ``forms``; ``recurrence-impossible``
            for 每月32日; ``time-impossible``.
    """
    squeezed = squeeze(text)
    if not squeezed:
        raise ValueProblem("empty", text=text)
    found = _find(squeezed, text)
    if found is None:
        raise ValueProblem("recurrence-unread", text=text, forms=nearest_rules(text))
    return found


def _find(squeezed: str, text: str) -> Recurrence | None:
    if squeezed.rstrip("地的") in _VAGUE:
        return Vague(text.strip())
    frequency = find_frequency(squeezed)
    if frequency is not None and not (frequency.unit == "day" and frequency == _ONCE_A_DAY):
        return _counted(frequency, text)
    phase = _after_phase(text)
    if phase is not None:
        return phase
    rest, deadline = take_deadline(squeezed)
    rest, clock = take_clock(rest)
    if clock is not None:
        rest, before = take_deadline(rest)
        deadline = deadline or before
    return _timed(rest.strip(" ,"), text, clock, deadline)


_ONCE_A_DAY = AtLeast(1, "day", exactly=True)


def _counted(frequency: AtLeast, text: str) -> AtLeast:
    if frequency.count < 1 or frequency.every < 1:
        raise ValueProblem("recurrence-impossible", text=text)
    return frequency


def _timed(rest: str, text: str, clock: Clock | None, deadline: bool) -> Recurrence | None:
    for pattern, build in _RULES:
        match = pattern.fullmatch(rest)
        if match:
            try:
                rule = build(match)
            except _ImpossibleError:
                raise ValueProblem("recurrence-impossible", text=text) from None
            return _with_time(rule, clock, deadline)
    alone = _WEEKDAYS_ALONE.fullmatch(rest)
    if alone:
        rule = Weekly(_weekdays(rest), clock=clock, deadline=deadline)
        raise ValueProblem("weekday-alone", (rule,), text=text)
    return _yearly(rest, text, clock, deadline)


class _ImpossibleError(Exception):
    """A number that no month, week or quarter has."""


def _with_time(rule: Recurrence, clock: Clock | None, deadline: bool) -> Recurrence | None:
    if not isinstance(rule, Timed):
        return rule if clock is None else None
    if isinstance(rule, Daily) and clock is None:
        deadline = False
    values = {name: getattr(rule, name) for name in type(rule).__slots__}
    return type(rule)(**values, clock=clock, deadline=deadline)


def _numbers(written: str, least: int, most: int) -> tuple[int, ...]:
    found: list[int] = []
    for piece in re.split(rf"{_COMMA}|\band\b|&", written):
        ends = [_number(end) for end in re.split(r"[-—–~至到]+", piece) if end.strip()]
        found += range(ends[0], ends[-1] + 1) if ends else ()
    if not found or any(not least <= number <= most for number in found):
        raise _ImpossibleError
    return tuple(dict.fromkeys(found))


def _number(written: str) -> int:
    try:
        return read_number(re.sub(r"[第周日号天]|st|nd|rd|th|weeks?", "", written).strip())
    except ValueError:
        raise _ImpossibleError from None


def _weekdays(written: str) -> tuple[int, ...]:
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
    weekdays = _weekdays(groups["days"]) if groups.get("days") else ()
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
        raise _ImpossibleError
    return MonthlySpan(first, last)


def _month_third(match: re.Match[str]) -> MonthlySpan:
    return {"上": MonthlySpan(1, 10), "中": MonthlySpan(11, 20), "下": MonthlySpan(21, 31)}[
        match[1]
    ]


def _month_weekday(match: re.Match[str]) -> MonthlyWeekday:
    return MonthlyWeekday(_nth(match), _weekdays(match["weekday"])[0])


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


_HAN_DAY_LIST = rf"(?:{NUMBER})[日号]?(?:{_COMMA}(?:{NUMBER})[日号]?)*"
_HAN_WEEKDAYS = rf"(?:星期|周|礼拜){_DAY}(?:(?:{_COMMA}|[至到—–-])(?:星期|周|礼拜)?{_DAY})*"
_EN_WEEKDAYS = rf"(?:{_WEEKDAY_NAME})s?(?:(?:{_AND}| to | through |-)(?:{_WEEKDAY_NAME})s?)*"
_WEEK_LIST = rf"第?(?:{NUMBER})周?(?:(?:{_COMMA}|[-—–~至到]+)第?(?:{NUMBER})周?)*"
_EN_WEEK_LIST = rf"\d{{1,2}}(?:(?:{_AND}|-|–)\d{{1,2}})*"
_POINT = "(?:每个?)?(?:学期(?:初|中|末|底|开始|结束)?|期[初中末]|[初中末底])"
_POINT_EN = "(?:start|beginning|middle|end)"

_WEEKDAYS_ALONE = re.compile(rf"(?:on )?(?:{_EN_WEEKDAYS})|{_HAN_WEEKDAYS}")

_TABLE: tuple[tuple[str, Build], ...] = (
    (r"24小时(?:值班|值守|专人值守)?|全天候|昼夜|(?:24 ?hours?(?: a day)?|round[- ]the[- ]clock|around the clock)", lambda _: RoundTheClock()),
    (r"每[日天](?:一次|1次)?|天天|逐日|daily|(?:every|each) day|once a day", _daily),
    (r"每个?(?:工作日|上班日|教学日|上课日|上学日)|(?:(?:every|each) (?:workday|working day|weekday|business day|school day)|weekdays|workdays|school days)", _daily),
    (rf"每(?:个)?(?P<days>{_HAN_WEEKDAYS})|每周(?P<more>{_DAY}(?:{_COMMA}{_DAY})*)", lambda m: Weekly(_weekdays(m["days"] or m["more"]))),
    (rf"(?:on )?(?:every|each) (?:week on )?(?P<days>{_EN_WEEKDAYS})", lambda m: Weekly(_weekdays(m["days"]))),
    (rf"(?P<days>{_EN_WEEKDAYS})(?: of)? (?:every|each) week|(?:on )?(?P<more>(?:{_WEEKDAY_NAME})s)", lambda m: Weekly(_weekdays(m["days"] or m["more"]))),
    (rf"(?:每个?)?(?P<parity>[单双])周(?:的)?(?P<days>{_HAN_WEEKDAYS})?", _teaching_weeks),
    (rf"(?:每个?学期)?第(?P<weeks>{_WEEK_LIST})(?<=周)(?:的)?(?P<days>{_HAN_WEEKDAYS})?", _teaching_weeks),
    (rf"(?:on )?(?:the )?(?P<days>{_EN_WEEKDAYS}) (?:of|in) (?:teaching )?(?:weeks? (?P<weeks>{_EN_WEEK_LIST})|(?P<parity>odd|even) weeks)", _teaching_weeks),
    (rf"(?:in )?(?:teaching )?(?:weeks? (?P<weeks>{_EN_WEEK_LIST})|(?P<parity>odd|even)(?: teaching)? weeks)", _teaching_weeks),
    (rf"每个?月(?:的)?(?P<days>{_HAN_DAY_LIST})(?<=[日号])", _month_days),
    (rf"(?:on )?(?:the )?(?P<days>{_ORDINAL}(?:{_AND}(?:the )?{_ORDINAL})*) (?:day )?(?:{_EACH_MONTH})", _month_days),
    (rf"每个?月(?P<first>{NUMBER})[日号]?[至到—–~-]+(?P<to>{NUMBER})[日号]", _month_span),
    (rf"from the (?P<first>{_ORDINAL}) to the (?P<to>{_ORDINAL}) (?:{_EACH_MONTH})", _month_span),
    ("每个?月([上中下])旬", _month_third),
    (r"每个?月(?:月底|月末|底|末|的?最后[一1][天日])|(?:on |at )?(?:the )?(?:last day|end) (?:of (?:each|every|the) month)", lambda _: MonthEnd()),
    (rf"每个?月的?(?:{_NTH})个?(?P<weekday>(?:星期|周|礼拜){_DAY})", _month_weekday),
    (rf"(?:on )?(?:the )?{_NTH_EN} (?P<weekday>{_WEEKDAY_NAME}) (?:{_EACH_MONTH})", _month_weekday),
    (rf"每个?月的?(?:{_NTH})个?(?:工作日|上班日)", _month_workday),
    (rf"(?:on )?(?:the )?{_NTH_EN} (?:workday|working day|business day) (?:{_EACH_MONTH})", _month_workday),
    (rf"每个?季度?(?:末月|最后[一1]个月)的?(?P<day>{NUMBER})[日号]", _quarter),
    (rf"(?:on )?(?:the )?(?P<day>{_ORDINAL}) of the last month (?:of|in) (?:each|every) quarter", _quarter),
    (r"每个?季度?(?:末|底|的?最后[一1][天日])|(?:on |at )?(?:the )?(?:last day|end) of (?:each|every|the) quarter", _quarter),
    (rf"(?P<points>(?:每个?)?学期(?:初|中|末|底|开始|结束)(?:时)?(?:{_COMMA}{_POINT})*|每?期[初中末](?:{_COMMA}{_POINT})*)", _term_points),
    (rf"(?:at |in |on )?(?:the )?(?P<points>{_POINT_EN}(?:{_AND}(?:the )?{_POINT_EN})*) of (?:each|every|the|a) (?:term|semester)", _term_points),
)  # fmt: skip
_RULES: tuple[tuple[re.Pattern[str], Build], ...] = tuple(
    (re.compile(pattern), build) for pattern, build in _TABLE
)

_PHASE = re.compile(
    rf"\s*(?:在)?(?:每个?|各|各个)?(?P<open>[“「『\"])?(?P<name>(?(open)[^”」』\"]+|[^“”「」每各]*?))"
    rf"(?(open)[”」』\"])\s*阶段(?:工作)?\s*(?:结束|完成)?(?:之|以)?后\s*(?P<days>{COUNT})\s*个?"
    r"(?P<unit>工作日|上班日|日|天)(?:之|以)?内\s*"
)
_PHASE_EN = re.compile(
    r"\s*within (?P<days>\d{1,3}) (?P<unit>working days?|workdays?|business days?|days?) "
    r"(?:after|of) (?:the end of )?(?:each phase|every phase|the phase [“\"](?P<name>[^”\"]+)[”\"])(?: ends)?\s*"
)


def _after_phase(text: str) -> AfterPhase | None:
    # fold keeps every place, so the phase's name can be cut from the text as typed
    folded = fold(text)
    match = _PHASE.fullmatch(folded) or _PHASE_EN.fullmatch(folded)
    if match is None:
        return None
    start, end = match.span("name")
    name = text[start:end].strip() if start >= 0 else ""
    days = read_number(match["days"])
    if days < 1:
        raise ValueProblem("recurrence-impossible", text=text)
    calendar = match["unit"] in ("日", "天", "day", "days")
    return AfterPhase(days, name, "calendar" if calendar else "workday")


_YEARLY = re.compile(r"每年(?:的)?(?P<on>[^“「\"(]*)")
_YEARLY_EN = re.compile(
    r"(?:every|each) (?:year,? ?)?(?:on |in |at )?(?P<on>[^“\"(]*)|(?P<day>[^“\"(]*) (?:every|each) year"
)
_NAME = re.compile(r"[“「\"(（](?P<name>[^”」\")）]+)[”」\")）]")


def _yearly(rest: str, text: str, clock: Clock | None, deadline: bool) -> Yearly | None:
    name = _NAME.search(text)
    bare, by = take_deadline(squeeze(_QUOTED.sub("", rest)))
    match = _YEARLY.fullmatch(bare) or _YEARLY_EN.fullmatch(bare)
    if match is None:
        return None
    groups = match.groupdict()
    written = groups.get("on") or groups.get("day") or ""
    bare_written, before = take_deadline(squeeze(written))
    points = _year_points(bare_written)
    if points is None or not (points or name):
        return None
    return Yearly(
        points, name["name"] if name else "", clock=clock, deadline=deadline or before or by
    )


_QUOTED = re.compile(r"[“「\"(][^”」\")]*[”」\")]")


def _year_points(written: str) -> tuple[Day | Month, ...] | None:
    """Days and months without years; None when one of them is neither."""
    found: list[Day | Month] = []
    month = ""
    for piece in re.split(rf"{_COMMA}|\band\b|&", written):
        item = re.sub(r"^(?:on|in|by|at) (?:the )?", "", piece.strip())
        if not item:
            continue
        head = re.match(r".*月", item)
        month = head[0] if head else month
        point = _year_point(item if head or not month else month + item)
        if point is None:
            return None
        found.append(point)
    return tuple(found)


def _year_point(item: str) -> Day | Month | None:
    try:
        point = read_point(item)
    except ValueProblem as problem:
        if problem.kind == "date-unread":
            return None
        raise
    if isinstance(point, (Day, Month)) and point.year is None and not point.year_text:
        return point
    return None


def nearest_rules(text: str) -> tuple[str, ...]:
    """Three example rules of the same script that share most characters or words with a text."""
    forms = forms_for(text, RULES_CHINESE, RULES_ENGLISH)
    wanted = _pieces(text)
    ranked = sorted(range(len(forms)), key=lambda at: (-len(wanted & _pieces(forms[at])), at))
    return tuple(forms[at] for at in ranked[:3])


def _pieces(text: str) -> frozenset[str]:
    folded = fold(text)
    return frozenset(re.findall(r"[a-z]+|[^\x00-\x7f]", folded)) - {"每", "the", "of", "日"}
