"""Reading stretches of time: ranges, school years, whole periods, joined months."""

from __future__ import annotations

import re

from luoshi.dates.days import MONTH_NAMES, Forms, check_year, month_number, possible_day, read_point
from luoshi.dates.folding import NUMBER, LazyPattern, language_of, read_number, squeeze
from luoshi.dates.problems import ValueProblem
from luoshi.dates.values import DateRange, Day, Month, Placeholder, SchoolYear
from luoshi.dates.writing import ROC_OFFSET
from luoshi.frozen import replace

_SEPARATORS = (
    LazyPattern(r"起?至|起?到(?!期)"),
    LazyPattern(r"\s(?:to|until|till|through)\s|(?<=\d)/(?=\d{4}-\d)"),
    LazyPattern(r"[—–―─~〜]+|--+|\.\.+"),
    LazyPattern(r"\s-\s|(?<=[年月日号])-|(?<=\d)-(?=\d+月)"),
    LazyPattern(r"(?<=[\d.][\d.])-(?=\d{4}[./])|(?<=\d)-(?=\d{1,2}日)|(?<=\d)-(?=\d{1,2} [a-z])"),
    LazyPattern(r"(?<=\d)-(?=\d{1,4}[./])|(?<=\d-\d{2})-(?=\d{4}-)"),
)
_BETWEEN = LazyPattern(r"^between\s+(.+)\s+and\s+(.+)$")
_FROM = LazyPattern(r"^(?:从|自|由|from )|(?:止|期间|为止|间)$")
_PART = LazyPattern(r"(.*月)(上旬|中旬|下旬)$")
_PARTS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}
_YEAR_ALONE = LazyPattern(
    r"(?P<roc>民国)?(?P<year>(?:19|20|21)\d{2}|(?<=民国)\d{2,3})(?:年度?|全年)?|(?:the )?(?:calendar )?year (?P<en>\d{4})"
)
_SCHOOL_YEAR = LazyPattern(
    r"(?:(?:the )?(?:school|academic) year )?(?P<first>\d{4})(?:学年|年)?(?:[—–―~/-]+|至|到| to )"
    r"(?P<last>\d{4}|\d{2})(?:学年度?|年度)?(?: ?(?:school|academic) year)?,? ?"
    r"(?:第?(?P<term>[一二12上下])学期|term (?P<en>[12]))?"
)
_SCHOOL_YEAR_ROC = LazyPattern(
    r"(?:民国)?(?P<first>\d{2,3})学年度?(?:第?(?P<term>[一二12上下])学期)?"
)
_SCHOOL_YEAR_SINGLE = LazyPattern(r"(?P<first>\d{4})学年度?(?:第?(?P<term>[一二12上下])学期)?")
_TERMS = {"一": 1, "1": 1, "上": 1, "二": 2, "2": 2, "下": 2}
_MONTHS = LazyPattern(rf"(?:{NUMBER})(?:[、,，和及与](?:{NUMBER}))*月份?")
_NEXT_YEAR = LazyPattern("(?:次年|翌年|第二年)(?:的)?")
_PART_OF_YEAR = LazyPattern(
    r"(?:(?P<year>\d{4})年?)?(?:(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度?)"
)
_HELD_YEARS = LazyPattern(r"[x×*_?□○〇]{2}.*(?:学年|(?:school|academic) year)")

_RANGES: Forms = {
    "zh-Hans": ("2026年9月1日至12月20日", "9月1日至30日", "2026-09-01至2026-12-20", "6月至12月"),
    "zh-Hant": ("2026年9月1日至12月20日", "9月1日至30日", "2026-09-01至2026-12-20", "6月至12月"),
    "en": ("1 September to 20 December 2026", "2026-09-01 to 2026-12-20", "June to December"),
}
_YEARS: Forms = {
    "zh-Hans": ("2026—2027学年", "2026—2027学年第一学期", "2026-2027"),
    "zh-Hant": ("2026—2027學年度", "115學年度", "2026-2027"),
    "en": ("school year 2026–2027", "2026-2027"),
}
_MONTH_FORMS: Forms = {
    "zh-Hans": ("9月", "七、八月", "9月至12月"),
    "zh-Hant": ("9月", "七、八月", "9月至12月"),
    "en": ("September", "July and August", "7-8"),
}


def read_range(text: str, *, roc: bool = False) -> DateRange:
    """Two days or months with 至, —, to or the like between them, both ends counted.

    The year may stand at one end only; across a change of year the other is inferred and marked.
    9月中旬 and 2026年9月 are ranges too. A reversed range is returned as it is.

    Raises:
        ValueProblem: ``range-unread``, or the problem of the end that cannot be read.
    """
    squeezed = squeeze(text)
    if not squeezed:
        raise ValueProblem("empty", text=text)
    part = _PART.fullmatch(squeezed)
    if part:
        return _third_of_month(part, roc)
    months = _PART_OF_YEAR.fullmatch(squeezed)
    if months:
        return _part_of_year(months, text)
    ends = _split(_FROM.sub("", _FROM.sub("", squeezed)))
    if ends is None:
        return _single_month(text, roc)
    return _joined(*ends, roc)


def _split(text: str) -> tuple[str, str] | None:
    between = _BETWEEN.match(text)
    if between:
        return between[1], between[2]
    for separator in _SEPARATORS:
        pieces = separator.split(text)
        if len(pieces) == 2 and all(piece.strip() for piece in pieces):
            return pieces[0].strip(), pieces[1].strip()
    return None


def _third_of_month(match: re.Match[str], roc: bool) -> DateRange:
    month = read_point(match[1], roc=roc)
    if not isinstance(month, Month):
        raise ValueProblem("range-unread", text=match[0], forms=_RANGES[language_of(match[0])])
    first, last = _PARTS[match[2]]
    if last == 31:
        end = read_point(match[1] + "底", roc=roc)
    else:
        end = Day(month.year, month.month, last, None, month.year_text)
    return DateRange(Day(month.year, month.month, first, None, month.year_text), end)


def _part_of_year(match: re.Match[str], text: str) -> DateRange:
    year = int(match["year"]) if match["year"] else None
    check_year(year, text)
    if match["half"]:
        first = 1 if match["half"] == "上" else 7
        return DateRange(Month(year, first), Month(year, first + 5))
    last = 3 * read_number(match["quarter"])
    return DateRange(Month(year, last - 2), Month(year, last))


def _single_month(text: str, roc: bool) -> DateRange:
    try:
        point = read_point(text, roc=roc)
    except ValueProblem as problem:
        if problem.kind != "date-unread":
            raise
        point = None
    if isinstance(point, Month):
        return DateRange(point, point)
    raise ValueProblem("range-unread", text=text, forms=_RANGES[language_of(text)])


def _joined(start_text: str, end_text: str, roc: bool) -> DateRange:
    start_text, end_text = _completed(start_text, end_text)
    start, end = read_point(start_text, roc=roc), read_point(end_text, roc=roc)
    if isinstance(start, Placeholder) or isinstance(end, Placeholder):
        return DateRange(start, end)
    return _with_years(start, end)


def _completed(start: str, end: str) -> tuple[str, str]:
    """Both ends with the month that only one of them names (9月1日至30日, 1–5 September)."""
    next_year = _NEXT_YEAR.match(end)
    if next_year:
        year = re.match(r"\d{4}(?=年)", start)
        end = (f"{int(year[0]) + 1}年" if year else "") + end[next_year.end() :]
    if re.fullmatch(rf"(?:{NUMBER})[日号]", end):
        head = re.match(r".*月", start)
        return start, (head[0] if head else "") + end
    if re.fullmatch(rf"(?:{NUMBER})(?:年.*)?", start) and "月" in end and "日" not in end:
        return start + "月", end
    english = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", start)
    tail = re.search(rf"(?:{MONTH_NAMES})\b.*$", end)
    if english and tail:
        return f"{start} {tail[0]}", end
    head = re.fullmatch(rf"((?:{MONTH_NAMES})\.?) \d{{1,2}}(?:st|nd|rd|th)?", start)
    if head and re.match(r"\d{1,2}(?:st|nd|rd|th)?(?:,|$)", end):
        return start, f"{head[1]} {end}"
    if re.fullmatch(r"\d{4}年\d{1,2}", start):
        return start + "月", end
    return start, end


def _with_years(start: Day | Month, end: Day | Month) -> DateRange:
    if start.year_text or end.year_text or (start.year is None) == (end.year is None):
        return DateRange(start, end)
    crosses = _order(end) < _order(start)
    if end.year is None and start.year is not None:
        end = _in_year(end, start.year + crosses)
    elif end.year is not None:
        start = _in_year(start, end.year - crosses)
    return DateRange(start, end, inferred=crosses)


def _order(point: Day | Month) -> tuple[int, int]:
    return point.month, point.day if isinstance(point, Day) else 0


def _in_year(point: Day | Month, year: int) -> Day | Month:
    if isinstance(point, Day) and possible_day(year, point.month, point.day) is None:
        raise ValueProblem(
            "date-impossible", text=f"{year}-{point.month}-{point.day}", month=point.month,
            day=point.day, last_day=28,
        )  # fmt: skip
    return replace(point, year=year)


def read_school_year(text: str, *, roc: bool = False) -> SchoolYear:
    """2023—2024学年, 2025-2026, 2026—2027学年第一学期, 114學年度 (ROC), school year 2026–2027.

    Raises:
        ValueProblem: ``school-year-unread``, ``placeholder`` for 20xx—20xx.
    """
    found = _school_year(text, roc)
    check_year(found.first_year, text)
    check_year(found.last_year, text)
    return found


def _school_year(text: str, roc: bool) -> SchoolYear:
    squeezed = squeeze(text)
    if not squeezed:
        raise ValueProblem("empty", text=text)
    match = _SCHOOL_YEAR.fullmatch(squeezed)
    if match:
        first, last = int(match["first"]), match["last"]
        full = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
        if len(last) == 2 and full != first + 1:
            raise ValueProblem("school-year-unread", text=text, forms=_YEARS[language_of(text)])
        return SchoolYear(first, full, _term(match["term"] or match["en"]))
    single = _SCHOOL_YEAR_SINGLE.fullmatch(squeezed)
    if single:
        first = int(single["first"])
        return SchoolYear(first, first + 1, _term(single["term"]))
    counted = _SCHOOL_YEAR_ROC.fullmatch(squeezed)
    if counted and (roc or squeezed.startswith("民国") or len(counted["first"]) == 3):
        first = int(counted["first"]) + ROC_OFFSET
        return SchoolYear(first, first + 1, _term(counted["term"]))
    if _HELD_YEARS.search(squeezed) or squeezed in ("xxxx", "20xx"):
        raise ValueProblem("placeholder", text=text)
    raise ValueProblem("school-year-unread", text=text, forms=_YEARS[language_of(text)])


def _term(written: str | None) -> int | None:
    return _TERMS[written] if written else None


def read_period(text: str, *, roc: bool = False) -> DateRange | SchoolYear | Placeholder:
    """What a plan may call its period: a range, a school year, a calendar year, or a placeholder.

    A calendar year (2026年度) comes back as its months, January to December.

    Raises:
        ValueProblem: As ``read_range``.
    """
    squeezed = squeeze(text)
    year = _YEAR_ALONE.fullmatch(squeezed)
    if year:
        number = int(year["year"] or year["en"]) + (ROC_OFFSET if year["roc"] else 0)
        return DateRange(Month(number, 1), Month(number, 12))
    if re.fullmatch(r"\d{4}[-/.]\d{2}", squeezed) and int(squeezed[5:]) <= 12:
        return read_range(text, roc=roc)  # 2026-09 is a month before it is a school year
    try:
        return read_school_year(text, roc=roc)
    except ValueProblem as problem:
        if problem.kind == "empty":
            raise
        if problem.kind == "placeholder" and _HELD_YEARS.search(squeezed):
            return Placeholder(text.strip())
    try:
        return read_range(text, roc=roc)
    except ValueProblem as problem:
        held = problem.kind == "range-unread" and _held(text, roc)
        if not held:
            raise
        return Placeholder(text.strip())


def _held(text: str, roc: bool) -> bool:
    try:
        return isinstance(read_point(text, roc=roc), Placeholder)
    except ValueProblem:
        return False


def read_months(text: str) -> tuple[int, ...]:
    """The months of a month list's heading: 9月, 七、八月份, July and August, 7-8月.

    Raises:
        ValueProblem: ``months-unread`` with ``forms``.
    """
    squeezed = squeeze(text)
    if _MONTHS.fullmatch(squeezed):
        months = tuple(map(_month_of, re.findall(NUMBER, squeezed)))
    elif re.fullmatch(rf"(?:{MONTH_NAMES})(?:(?:, ?| and | & )(?:{MONTH_NAMES}))*", squeezed):
        months = tuple(month_number(name) for name in re.findall(MONTH_NAMES, squeezed))
    else:
        months = _month_span(squeezed)
    if not months or any(not 1 <= month <= 12 for month in months):
        raise ValueProblem("months-unread", text=text, forms=_MONTH_FORMS[language_of(text)])
    return months


def _month_of(written: str) -> int:
    try:
        return read_number(written)
    except ValueError:
        return 0


def _month_span(squeezed: str) -> tuple[int, ...]:
    span = re.fullmatch(rf"(?P<a>{NUMBER})月?(?:[-—–~]+|至|到)(?P<b>{NUMBER})月份?", squeezed)
    if span is None:
        return (int(squeezed),) if re.fullmatch(r"\d{1,2}", squeezed) else ()
    first, last = _month_of(span["a"]), _month_of(span["b"])
    if first <= last:
        return tuple(range(first, last + 1))
    return (*range(first, 13), *range(1, last + 1))
