"""Dates, ranges and school years to text in three languages, as offices print them."""

from __future__ import annotations

from luoshi.dates.values import (
    Clock,
    DateRange,
    Day,
    Duration,
    DurationUnit,
    Moment,
    Month,
    Placeholder,
    Point,
    SchoolYear,
)
from luoshi.dates.words import MONTHS, Language, han_number, weekday_name

ROC_OFFSET = 1911


def year_text(year: int, language: Language, *, roc: bool = False) -> str:
    """2026年, 115年 (ROC) or 2026; English keeps the common era whatever ``roc`` says."""
    if language == "en":
        return str(year)
    return f"{year - ROC_OFFSET if roc else year}年"


def day_text(
    day: Day, language: Language, *, roc: bool = False, year: bool = True, weekday: bool = False
) -> str:
    """2026年9月30日, 115年9月30日, 30 September 2026; Arabic digits without leading zeros (GB/T 9704).

    Args:
        day: The day; a missing year is left out, a placeholder year printed as written.
        language: The language of the document.
        roc: Count years from 1911 as Taiwan does.
        year: False leaves the year out where the sentence has just named it.
        weekday: True adds the true weekday of a day whose year is known.
    """
    head = _year_part(day, language, roc) if year else ""
    when = day.date
    name = weekday_name(when.isoweekday(), language) if weekday and when else ""
    if language == "en":
        text = f"{day.day} {MONTHS[day.month - 1]}"
        return f"{name[:3]} {text} {head}".strip()
    text = f"{head}{day.month}月{day.day}日"
    return f"{text}（{name}）" if name else text


def month_text(month: Month, language: Language, *, roc: bool = False, year: bool = True) -> str:
    """2026年9月, 9月, September 2026."""
    head = _year_part(month, language, roc) if year else ""
    if language == "en":
        return f"{MONTHS[month.month - 1]} {head}".strip()
    return f"{head}{month.month}月"


def _year_part(point: Day | Month, language: Language, roc: bool) -> str:
    if point.year is not None:
        return year_text(point.year, language, roc=roc)
    if not point.year_text or language == "en":
        return point.year_text
    return f"{point.year_text}年"


def point_text(point: Point, language: Language, *, roc: bool = False) -> str:
    """One end of a range as text; a placeholder as written."""
    if isinstance(point, Placeholder):
        return point.text
    if isinstance(point, Month):
        return month_text(point, language, roc=roc)
    return day_text(point, language, roc=roc)


def moment_text(
    moment: Moment, language: Language, *, roc: bool = False, weekday: bool = False
) -> str:
    """A day with its time; a deadline as 9月30日前 or by 30 September."""
    if isinstance(moment.day, Day):
        day = day_text(moment.day, language, roc=roc, weekday=weekday)
    else:
        day = point_text(moment.day, language, roc=roc)
    if language == "en":
        return _english_moment(moment, day)
    clock = str(moment.clock) if moment.clock else ""
    return f"{day}{clock}{'前' if moment.deadline else ''}"


def _english_moment(moment: Moment, day: str) -> str:
    if moment.clock is None:
        return f"by {day}" if moment.deadline else day
    return f"{'by ' if moment.deadline else ''}{day}, {moment.clock}"


def range_text(span: DateRange, language: Language, *, roc: bool = False) -> str:
    """2026年9月1日至2027年1月15日, 3月1日至11月30日; the year once when both ends share it."""
    start = point_text(span.start, language, roc=roc)
    end = point_text(span.end, language, roc=roc)
    if start == end:
        return start
    if not _share_year(span):
        return f"{start} to {end}" if language == "en" else f"{start}至{end}"
    if language == "en":
        return f"{_without_year(span.start, language)} to {end}"
    return f"{start}至{_without_year(span.end, language)}"


def _share_year(span: DateRange) -> bool:
    start, end = span.start, span.end
    if isinstance(start, Placeholder) or isinstance(end, Placeholder):
        return False
    # a reversed range within one year would read as one across the new year
    return start.year is not None and start.year == end.year and not span.is_reversed


def _without_year(point: Point, language: Language) -> str:
    if isinstance(point, Placeholder):
        return point.text
    if isinstance(point, Month):
        return month_text(point, language, year=False)
    return day_text(point, language, year=False)


def clock_text(clock: Clock) -> str:
    """15:00 in every language; 24-hour times throughout."""
    return str(clock)


def school_year_text(school_year: SchoolYear, language: Language, *, roc: bool = False) -> str:
    """2025—2026学年, 2025—2026學年度, school year 2025–2026; ROC: 114學年度 (the first year)."""
    first, last = school_year.first_year, school_year.last_year
    term = _term_text(school_year.term, language)
    if language == "en":
        return f"school year {first}–{last}{term}"
    if language == "zh-Hans":
        return f"{first}—{last}学年{term}"
    if roc and school_year.consistent:
        return f"{first - ROC_OFFSET}學年度{term}"
    return f"{first}—{last}學年度{term}"


def _term_text(term: int | None, language: Language) -> str:
    if term is None:
        return ""
    if language == "en":
        return f", term {term}"
    return f"第{han_number(term)}{'学期' if language == 'zh-Hans' else '學期'}"


def months_heading(months: tuple[int, ...], language: Language) -> str:
    """The heading of a month list: 七、八月份; 七、八月; July and August."""
    if language == "en":
        names = [MONTHS[month - 1] for month in months]
        return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
    joined = "、".join(han_number(month) for month in months)
    return joined + ("月份" if language == "zh-Hans" else "月")


def duration_text(duration: Duration, language: Language) -> str:
    """10日内, 3个工作日, 3個上班日內, within 10 days."""
    if language == "en":
        plural = "" if duration.count == 1 else "s"
        return f"{'within ' if duration.within else ''}{duration.count} {duration.unit}{plural}"
    hans = language == "zh-Hans"
    unit = (_HANS_LENGTHS if hans else _HANT_LENGTHS)[duration.unit]
    return f"{duration.count}{unit}{('内' if hans else '內') if duration.within else ''}"


_HANS_LENGTHS: dict[DurationUnit, str] = {
    "minute": "分钟", "hour": "小时", "day": "日", "workday": "个工作日", "week": "周",
    "month": "个月", "year": "年",
}  # fmt: skip
_HANT_LENGTHS: dict[DurationUnit, str] = {
    "minute": "分鐘", "hour": "小時", "day": "日", "workday": "個上班日", "week": "週",
    "month": "個月", "year": "年",
}  # fmt: skip
