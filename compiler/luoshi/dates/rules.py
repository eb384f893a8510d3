"""Reading rules that come round again: 每月2日、17日前, 双周周三, every Friday before 15:00."""

from __future__ import annotations

import re

from luoshi.dates.clocks import take_clock
from luoshi.dates.days import read_point, take_deadline
from luoshi.dates.folding import (
    LONGEST,
    NUMBER,
    LazyPattern,
    fold,
    language_of,
    read_number,
    squeeze,
)
from luoshi.dates.frequencies import find_frequency
from luoshi.dates.problems import ValueProblem
from luoshi.dates.recurrences import (
    AfterPhase,
    AtLeast,
    Daily,
    MonthEnd,
    MonthlyDays,
    MonthlyWeekday,
    MonthlyWorkday,
    QuarterEnd,
    Recurrence,
    TeachingWeeks,
    TermPoints,
    Timed,
    Vague,
    Weekly,
    Yearly,
)
from luoshi.dates.rule_forms import COMMA, RULES, WEEKDAYS_ALONE, ImpossibleError, weekdays_in
from luoshi.dates.values import Clock, Day, Month
from luoshi.frozen import replace

# Shown when a rule is not understood, in the language of the text.
_EXAMPLES: tuple[Recurrence, ...] = (
    MonthlyDays((2, 17), deadline=True),
    Weekly((5,), clock=Clock(15), deadline=True),
    MonthlyWorkday(-1),
    MonthEnd(deadline=True),
    MonthlyWeekday(1, 1),
    QuarterEnd(25),
    TermPoints(("start", "middle")),
    TeachingWeeks((), "even", (3,)),
    TeachingWeeks((3, 7, 11)),
    Yearly((Day(None, 12, 4),)),
    AtLeast(2, "term"),
    AtLeast(1, "month"),
    AfterPhase(10),
    Daily(),
)
# One word or phrase a line would be forty lines; the comma parts them.
_VAGUE_HAN = (
    "定期、不定期、定期或不定期、定期不定期、定期和不定期、适时、经常、经常性、随时、常态化、及时、不时、平时、日常、"
    "长期、必要时、按需、视情、择期、近期、适当时候、节假日、重要时段、敏感时期"
)
_VAGUE_ENGLISH = (
    "regularly, regular, irregularly, periodically, occasionally, frequently, often, constantly, "
    "continuously, regularly or irregularly, regularly and irregularly, from time to time, "
    "as needed, when needed, as required, in due course, as appropriate, at any time, "
    "at an appropriate time, on a regular basis, on holidays"
)
VAGUE = frozenset((*_VAGUE_HAN.split("、"), *_VAGUE_ENGLISH.split(", ")))


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
    if squeezed.rstrip("地的") in VAGUE:
        return Vague(text.strip())
    frequency = find_frequency(squeezed)
    if frequency is not None and not (frequency == _ONCE_A_DAY and _NO_COUNT.fullmatch(squeezed)):
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
# 每日 is a rule with a day in the calendar, 每日1次 a number of times
_NO_COUNT = LazyPattern("每个?[日天]|(?:every|each) day")


def _counted(frequency: AtLeast, text: str) -> AtLeast:
    if frequency.count < 1 or frequency.every < 1:
        raise ValueProblem("recurrence-impossible", text=text)
    return frequency


def _timed(rest: str, text: str, clock: Clock | None, deadline: bool) -> Recurrence | None:
    for pattern, build in RULES:
        match = pattern.fullmatch(rest)
        if match:
            try:
                rule = build(match)
            except ImpossibleError:
                raise ValueProblem("recurrence-impossible", text=text) from None
            return _with_time(rule, clock, deadline)
    alone = WEEKDAYS_ALONE.fullmatch(rest)
    if alone:
        rule = Weekly(weekdays_in(rest), clock=clock, deadline=deadline)
        raise ValueProblem("weekday-alone", (rule,), text=text)
    return _yearly(rest, text, clock, deadline)


def _with_time(rule: Recurrence, clock: Clock | None, deadline: bool) -> Recurrence | None:
    if not isinstance(rule, Timed):
        return rule if clock is None else None
    if isinstance(rule, Daily) and clock is None:
        deadline = False
    return replace(rule, clock=clock, deadline=deadline)


_PHASE = LazyPattern(
    rf"\s*(?:在)?(?:每个?|各|各个)?(?P<open>[“「『\"])?(?P<name>(?(open)[^”」』\"]+|[^“”「」每各]*?))"
    rf"(?(open)[”」』\"])\s*阶段(?:工作)?\s*(?:结束|完成)?(?:之|以)?后\s*(?P<days>{NUMBER})\s*个?"
    r"(?P<unit>工作日|上班日|日|天)(?:之|以)?内\s*"
)
_PHASE_EN = LazyPattern(
    r"\s*within (?P<days>\d{1,3}) (?P<unit>working days?|workdays?|business days?|days?) "
    r"(?:after|of) (?:the end of )?(?:each phase|every phase|the phase [“\"](?P<name>[^”\"]+)[”\"])(?: ends)?\s*"
)


def _after_phase(text: str) -> AfterPhase | None:
    # fold keeps every place, so the phase's name can be cut from the text as typed
    folded = fold(text[:LONGEST])
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


_YEARLY = LazyPattern(r"每年(?:的)?(?P<on>[^“「\"(]*)")
_YEARLY_EN = LazyPattern(
    r"(?:every|each) (?:year,? ?)?(?:on |in |at )?(?P<on>[^“\"(]*)|(?P<day>[^“\"(]*) (?:every|each) year"
)
_NAME = LazyPattern(r"[“「\"(（](?P<name>[^”」\")）]+)[”」\")）]")


def _yearly(rest: str, text: str, clock: Clock | None, deadline: bool) -> Yearly | None:
    bare, by = take_deadline(squeeze(_QUOTED.sub("", rest)))
    match = _YEARLY.fullmatch(bare) or _YEARLY_EN.fullmatch(bare)
    if match is None:
        return None
    name = _NAME.search(text[:LONGEST])
    groups = match.groupdict()
    written = groups.get("on") or groups.get("day") or ""
    bare_written, before = take_deadline(squeeze(written))
    points = _year_points(bare_written)
    if points is None or not (points or name):
        return None
    return Yearly(
        points, name["name"] if name else "", clock=clock, deadline=deadline or before or by
    )


_QUOTED = LazyPattern(r"[“「\"(][^”」\")]*[”」\")]")


def _year_points(written: str) -> tuple[Day | Month, ...] | None:
    """Days and months without years; None when one of them is neither."""
    found: list[Day | Month] = []
    month = ""
    for piece in re.split(rf"{COMMA}|\band\b|&", written):
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
    language = language_of(text)
    forms = tuple(rule.text(language) for rule in _EXAMPLES)
    wanted = _pieces(text)
    ranked = sorted(range(len(forms)), key=lambda at: (-len(wanted & _pieces(forms[at])), at))
    return tuple(forms[at] for at in ranked[:3])


def _pieces(text: str) -> frozenset[str]:
    folded = fold(text)
    return frozenset(re.findall(r"[a-z]+|[^\x00-\x7f]", folded)) - {"每", "the", "of", "日"}
