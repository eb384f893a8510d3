"""Reading one day, one month or one moment, in all the forms in which people write them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping

from luoshi.dates.clocks import take_clock
from luoshi.dates.folding import (
    LONGEST,
    NUMBER,
    LazyPattern,
    language_of,
    read_number,
    read_year_digits,
    squeeze,
)
from luoshi.dates.garbled import garbled_readings
from luoshi.dates.problems import ValueProblem
from luoshi.dates.values import Day, Moment, Month, Placeholder, Point
from luoshi.dates.words import MONTHS, WEEKDAYS, Language
from luoshi.dates.writing import ROC_OFFSET

MONTH_NAMES = "|".join(
    f"{name[:3]}(?:{name[3:]})?" if len(name) > 3 else name for name in MONTHS
).lower()
MONTH_NAMES = MONTH_NAMES.replace("sep(?:tember)?", "sept?(?:ember)?")
_WEEKDAY_NAMES = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in WEEKDAYS).lower()
_WEEKDAY_NAMES = _WEEKDAY_NAMES.replace("tue(?:sday)?", "tues?(?:day)?").replace(
    "thu(?:rsday)?", "thu(?:rs?)?(?:day)?"
)
HOLD = "[x×*＊_?□○〇]"
_YEAR = rf"(?P<roc>民国)?(?P<year>\d{{1,4}}|[〇○零一二三四五六七八九]{{4}}|(?:20|19)?{HOLD}{{1,4}})年度?"
_CHINESE_DAY = LazyPattern(rf"(?:{_YEAR})?(?P<month>{NUMBER})月份?(?P<day>{NUMBER})[日号]?")
_CHINESE_MONTH = LazyPattern(rf"(?:{_YEAR})?(?P<month>{NUMBER})月份?(?P<end>底|末)?")
_YEAR_END = LazyPattern(rf"(?:{_YEAR.removesuffix('年度?')})?年(?:底|末|终)")
_NUMERIC = LazyPattern(r"(?P<a>\d{1,4})(?P<sep>[-/.–—])(?P<b>\d{1,2})(?P=sep)(?P<c>\d{1,4})")
_NUMERIC_SHORT = LazyPattern(r"(\d{1,2})[-/.](\d{1,2})")
_NUMERIC_MONTH = LazyPattern(r"(\d{4})[-/.](\d{1,2})")
_ISO = LazyPattern(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_COMPACT = LazyPattern(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_YEAR_EN = rf"(?:,? (?P<year>\d{{4}}|(?:20)?{HOLD}{{2,4}}|'?\d{{2}}))?"
_DAY_FIRST = LazyPattern(
    rf"(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH_NAMES})\.?{_YEAR_EN}"
)
_MONTH_FIRST = LazyPattern(
    rf"(?P<month>{MONTH_NAMES})\.? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_YEAR_EN}"
)
_MONTH_EN = LazyPattern(rf"(?P<end>(?:the )?end of )?(?P<month>{MONTH_NAMES})\.?{_YEAR_EN}")
_WEEKDAY = LazyPattern(
    rf"\(?(?:(?:星期|周|礼拜)(?P<han>[一二三四五六日天])|\b(?P<en>{_WEEKDAY_NAMES})\b\.?,?)\)?"
)
_HELD = LazyPattern(
    rf"{HOLD}{{2,}}|(?:^|[年月]){HOLD}(?=[年月日])|(?:19|20){HOLD}{{1,2}}|待填|待定|to fill in|\btb[da]\b|^年月日$"
)
_DEADLINE = LazyPattern(
    r"(?:之前|以前|前)$|^(?:by|before|no later than|not later than|until) (?:the )?"
)
_INCLUSIVE = LazyPattern(r"\(含(?:当日|当天|本日)?\)")
_NOT_LATER = LazyPattern(r"^(?:不迟于|最迟于?|截至|至迟)|^(?:于|在)(?=.*前$)")

FIRST_YEAR, LAST_YEAR = 1900, 2199

Forms = Mapping[Language, tuple[str, ...]]
_FORMS: Forms = {
    "zh-Hans": ("2026年9月30日", "9月30日", "2026-09-30"),
    "zh-Hant": ("2026年9月30日", "9月30日", "2026-09-30"),
    "en": ("30 September 2026", "30 September", "2026-09-30"),
}


def day_forms(text: str) -> tuple[str, ...]:
    """Examples of dates in the language of a text."""
    return _FORMS[language_of(text)]


def read_day(text: str, *, roc: bool = False) -> Day:
    """One day; the year stays None when it is not written or only held by xx.

    Args:
        text: As typed: 2026-09-30, 二〇二六年九月三十日, 9月30日（周三）, September 30, 2026.
        roc: Count short years from 1911 (115年9月30日); 民國 before the year always does.

    Raises:
        ValueProblem: The ``date-`` kinds, ``year-``, ``placeholder``, ``day-missing`` and
            ``time-without-day``; see ``KINDS``.
    """
    point = _read_point(_squeezed(text), text, roc)
    if isinstance(point, Month):
        raise ValueProblem("day-missing", (point,), text=text)
    if isinstance(point, Placeholder):
        raise ValueProblem("placeholder", text=text)
    return point


def read_point(text: str, *, roc: bool = False) -> Point:
    """A day, a month (2026年9月, xxxx年6月) or a placeholder (xx月xx日); raises as ``read_day``."""
    return _read_point(_squeezed(text), text, roc)


def read_moment(text: str, *, roc: bool = False) -> Moment:
    """A day with or without a time; 前, 之前, by and before make it a deadline.

    A month alone and a placeholder come back as the moment's ``day``; 7月底 is the month's last
    day. Raises as ``read_day``, and ``time-impossible``.
    """
    plain = read_plain_day(text)
    if plain is not None:
        return Moment(plain)
    rest, deadline = take_deadline(_squeezed(text))
    rest, clock = take_clock(re.sub(r"(?<=\d)t(?=\d)", " ", rest))
    if clock is not None:
        rest, before = take_deadline(rest.removesuffix(" at").removesuffix(","))
        deadline = deadline or before
    if clock is not None and not rest:
        raise ValueProblem("time-without-day", (clock,), text=text, clock=str(clock))
    return Moment(_read_point(rest, text, roc), clock, deadline)


def read_plain_day(text: str) -> Day | None:
    """The day of ``2026-09-30`` as it stands, the form most plans use; None for anything else.

    Measured on a plan of 2600 dates: a date takes a tenth of the time of the general way.
    """
    match = _ISO.fullmatch(text)
    if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        return None
    return possible_day(int(match[1]), int(match[2]), int(match[3]))


def _squeezed(text: str) -> str:
    squeezed = squeeze(text)
    if not squeezed:
        raise ValueProblem("empty", text=text)
    return squeezed


def take_deadline(text: str) -> tuple[str, bool]:
    """A squeezed text without the words that make it a deadline, and whether there were any."""
    text = _INCLUSIVE.sub("", text)
    text, leading = _NOT_LATER.subn("", text)
    text, count = _DEADLINE.subn("", text)
    text = re.sub(r" ?,? ?\b(?:by|before|no later than)$", " <", text)
    if text.endswith(" <"):
        return text[:-2], True
    return re.sub(r"^on | (?:at|on|in)$", "", text), bool(count or leading)


def _read_point(squeezed: str, text: str, roc: bool) -> Point:
    rest, weekday = _take_weekday(squeezed)
    for read in (_chinese, _numeric, _english, _month, _year_end):
        point = read(rest, text, roc)
        if point is not None:
            check_year(point.year, text)
            return _with_weekday(point, weekday)
    if len(text) <= LONGEST and _HELD.search(squeezed):
        return Placeholder(text.strip())
    readings = garbled_readings(rest)
    if readings:
        raise ValueProblem("date-garbled", readings, text=text)
    _refuse_bare_time(squeezed, text)
    raise ValueProblem("date-unread", text=text, forms=day_forms(text))


def check_year(year: int | None, text: str) -> None:
    """Refuses years no plan can mean, so that counting days never leaves the calendar.

    Raises:
        ValueProblem: ``year-unlikely``.
    """
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueProblem("year-unlikely", text=text, year=year)


def _refuse_bare_time(squeezed: str, text: str) -> None:
    rest, clock = take_clock(squeezed)
    if clock is not None and not rest:
        raise ValueProblem("time-without-day", (clock,), text=text, clock=str(clock))


def _take_weekday(text: str) -> tuple[str, int | None]:
    match = _WEEKDAY.search(text)
    if match is None:
        return text, None
    rest = squeeze(text[: match.start()] + " " + text[match.end() :]).strip(" ,")
    if match["han"]:
        return rest, "一二三四五六日".find(match["han"].replace("天", "日")) + 1
    return rest, [name[:3].lower() for name in WEEKDAYS].index(match["en"][:3]) + 1


def _with_weekday(point: Day | Month, weekday: int | None) -> Day | Month:
    if weekday is None or isinstance(point, Month):
        return point
    return Day(point.year, point.month, point.day, weekday, point.year_text)


def _chinese(rest: str, text: str, roc: bool) -> Day | None:
    match = _CHINESE_DAY.fullmatch(rest)
    if match is None or not _numbers(match["month"], match["day"]):
        return None
    month, day = read_number(match["month"]), read_number(match["day"])
    if match["year"] is None:
        return _day(None, month, day, text)
    year = _year(match, roc, month, day, text)
    return _day(year, month, day, text, "" if year else match["year"])


def _numbers(*texts: str) -> bool:
    try:
        return all(read_number(text) >= 0 for text in texts)
    except ValueError:
        return False


def _year(match: re.Match[str], roc: bool, month: int, day: int, text: str) -> int | None:
    """The year of a Chinese date; None for a placeholder."""
    written, marked = match["year"], bool(match["roc"])
    year = read_year_digits(written)
    if year is None or (year == 0 and not written.isdecimal()):
        return None
    if len(written) == 4 and not marked:
        return year
    if marked or (roc and len(written) <= 3):
        return year + ROC_OFFSET
    if len(written) == 3:
        reading = _day(year + ROC_OFFSET, month, day, text)
        raise ValueProblem("year-unclear", (reading,), text=text)
    raise ValueProblem("year-two-digits", _full_years(year, month, day), text=text)


def _full_years(year: int, month: int, day: int) -> tuple[Day, ...]:
    return tuple(day for day in (possible_day(2000 + year, month, day),) if day)


def possible_day(year: int | None, month: int, day: int) -> Day | None:
    """The day, or None when the calendar has none such; without a year 29 February counts."""
    if not 1 <= month <= 12 or year == 0:
        return None
    last = monthrange(2000 if year is None else year, month)[1]
    return Day(year, month, day) if 1 <= day <= last else None


def _day(year: int | None, month: int, day: int, text: str, year_text: str = "") -> Day:
    found = possible_day(year, month, day)
    if found is None:
        last = monthrange(year or 2000, month)[1] if 1 <= month <= 12 else 0
        raise ValueProblem("date-impossible", text=text, month=month, day=day, last_day=last)
    return Day(year, month, day, None, year_text)


def _numeric(rest: str, text: str, roc: bool) -> Day | Month | None:
    compact = _COMPACT.fullmatch(rest)
    if compact:
        return _day(int(compact[1]), int(compact[2]), int(compact[3]), text)
    match = _NUMERIC.fullmatch(rest)
    if match:
        return _three_numbers(match["a"], int(match["b"]), match["c"], text, roc)
    month = _NUMERIC_MONTH.fullmatch(rest)
    if month and 1 <= int(month[2]) <= 12:
        return Month(int(month[1]), int(month[2]))
    short = _NUMERIC_SHORT.fullmatch(rest)
    if short:
        first, second = int(short[1]), int(short[2])
        return _choose(((None, first, second), (None, second, first)), "date-ambiguous", text)
    return None


def _three_numbers(first: str, middle: int, third: str, text: str, roc: bool) -> Day:
    a, c = int(first), int(third)
    if len(first) == 4:
        return _day(a, middle, c, text)
    if len(third) == 4:
        return _choose(((c, middle, a), (c, a, middle)), "date-ambiguous", text)
    if roc and len(third) <= 2:
        return _day(a + ROC_OFFSET, middle, c, text)
    if len(first) == 3:
        raise ValueProblem("year-unclear", (_day(a + ROC_OFFSET, middle, c, text),), text=text)
    triples = ((2000 + a, middle, c), (2000 + c, middle, a), (2000 + c, a, middle))
    found = _possible(triples)
    if not found:
        raise ValueProblem("date-impossible", text=text, month=middle, day=c, last_day=0)
    raise ValueProblem("year-two-digits", found, text=text)


def _possible(triples: tuple[tuple[int | None, int, int], ...]) -> tuple[Day, ...]:
    found = (possible_day(*triple) for triple in triples)
    return tuple(dict.fromkeys(day for day in found if day))


def _choose(triples: tuple[tuple[int | None, int, int], ...], kind: str, text: str) -> Day:
    """The only possible day of several readings; a problem when there are more or none."""
    found = _possible(triples)
    if len(found) > 1:
        raise ValueProblem(kind, found, text=text)
    return found[0] if found else _day(*triples[0], text)


def _english(rest: str, text: str, roc: bool) -> Day | None:
    del roc
    match = _DAY_FIRST.fullmatch(rest) or _MONTH_FIRST.fullmatch(rest)
    if match is None:
        return None
    month, day = month_number(match["month"]), int(match["day"])
    year, held = _english_year(match["year"])
    if year is not None and year < 100:
        raise ValueProblem("year-two-digits", _full_years(year, month, day), text=text)
    return _day(year, month, day, text, held)


def _english_year(written: str | None) -> tuple[int | None, str]:
    if written is None:
        return None, ""
    digits = written.lstrip("'")
    return (int(digits), "") if digits.isdecimal() else (None, written)


def month_number(name: str) -> int:
    """1 to 12 for the English name of a month or its first three letters."""
    return [month[:3].lower() for month in MONTHS].index(name[:3].lower()) + 1


def _month(rest: str, text: str, roc: bool) -> Day | Month | None:
    match = _CHINESE_MONTH.fullmatch(rest)
    if match and _numbers(match["month"]):
        month, held = read_number(match["month"]), ""
        year = None
        if match["year"]:
            year = _year(match, roc, month, 1, text)
            held = "" if year else match["year"]
    else:
        match = _MONTH_EN.fullmatch(rest)
        if match is None:
            return None
        month = month_number(match["month"])
        year, held = _english_year(match["year"])
    if not 1 <= month <= 12:
        raise ValueProblem("date-impossible", text=text, month=month, day=0, last_day=0)
    return _end_of(Month(year, month, held), text) if match["end"] else Month(year, month, held)


def _end_of(month: Month, text: str) -> Day:
    if month.month == 2 and month.year is None:
        raise ValueProblem("year-missing", (month,), text=text)
    last = monthrange(month.year or 2000, month.month)[1]
    return Day(month.year, month.month, last, None, month.year_text)


def _year_end(rest: str, text: str, roc: bool) -> Day | None:
    match = _YEAR_END.fullmatch(rest)
    if match is None:
        return None
    year = _year(match, roc, 12, 31, text) if match["year"] else None
    return _day(year, 12, 31, text, "" if year else match["year"] or "")
