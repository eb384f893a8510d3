"""What holds for every rule and every text: the print reads back, nothing but problems is raised."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from luoshi.dates import (
    KINDS,
    AfterPhase,
    AtLeast,
    Clock,
    Daily,
    DateRange,
    Day,
    Frame,
    Language,
    Moment,
    Month,
    MonthEnd,
    MonthlyDays,
    MonthlySpan,
    MonthlyWeekday,
    MonthlyWorkday,
    Period,
    QuarterEnd,
    Recurrence,
    RoundTheClock,
    SchoolYear,
    TeachingWeeks,
    Term,
    TermPoints,
    Vague,
    ValueProblem,
    Weekly,
    Yearly,
    day_text,
    moment_text,
    months_heading,
    occurrences,
    range_text,
    read_day,
    read_moment,
    read_months,
    read_range,
    read_recurrence,
    read_school_year,
    reading,
    school_year_text,
)

LANGUAGES: tuple[Language, ...] = ("zh-Hans", "zh-Hant", "en")
READERS = [getattr(reading, name) for name in reading.__all__ if name.startswith("read_")]

clocks = st.none() | st.builds(Clock, st.integers(0, 23), st.integers(0, 59))
timed = st.fixed_dictionaries({"clock": clocks, "deadline": st.booleans()})
weekdays = st.lists(st.integers(1, 7), min_size=1, max_size=4, unique=True).map(tuple)
month_days = st.lists(st.integers(1, 31), min_size=1, max_size=4, unique=True).map(tuple)
names = st.text("自查整改总结演练安全教育日總結複檢ABCdef ", min_size=1, max_size=8).map(str.strip)
real_days = st.dates(date(2000, 1, 1), date(2099, 12, 31)).map(
    lambda d: Day(d.year, d.month, d.day)
)
yearless = st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda d: Day(None, d.month, d.day))
some_months = st.integers(1, 12).map(lambda month: Month(None, month))


def with_time(kind: Any, *parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.tuples(st.tuples(*parts), timed).map(lambda both: kind(*both[0], **both[1]))


nth = st.sampled_from((1, 2, 3, 4, 5, -1))
points = st.lists(st.sampled_from(("start", "middle", "end")), min_size=1, unique=True).map(tuple)
weeks = st.lists(st.integers(1, 30), min_size=1, max_size=5, unique=True).map(tuple)
dailies = st.builds(
    lambda only, clock, deadline: Daily(only, clock=clock, deadline=deadline and clock is not None),
    st.sampled_from(("", "workday", "school_day")), clocks, st.booleans(),
)  # fmt: skip
teaching = st.one_of(
    with_time(TeachingWeeks, weeks, st.just(""), weekdays),
    with_time(TeachingWeeks, st.just(()), st.sampled_from(("odd", "even")), weekdays),
    st.builds(TeachingWeeks, weeks, deadline=st.booleans()),
    st.builds(TeachingWeeks, st.just(()), st.sampled_from(("odd", "even"))),
)
yearlies = st.one_of(
    with_time(
        Yearly, st.lists(yearless | some_months, min_size=1, max_size=3, unique=True).map(tuple)
    ),
    with_time(Yearly, st.lists(yearless, min_size=1, max_size=2, unique=True).map(tuple), names),
    with_time(Yearly, st.just(()), names.filter(bool)),
)
counts = st.builds(
    AtLeast,
    st.integers(1, 99),
    st.sampled_from(
        ("day", "week", "month", "quarter", "half_year", "year", "term", "school_year")
    ),
    st.booleans(),
    st.integers(1, 6),
    st.booleans(),
).filter(lambda rule: not (rule.unit == "half_year" and rule.every > 1))
rules: st.SearchStrategy[Recurrence] = st.one_of(
    dailies,
    with_time(Weekly, weekdays),
    teaching,
    with_time(MonthlyDays, month_days),
    st.tuples(st.integers(1, 31), st.integers(1, 31)).map(
        lambda pair: MonthlySpan(min(pair), max(pair))
    ),
    with_time(MonthEnd),
    with_time(MonthlyWeekday, nth, st.integers(1, 7)),
    with_time(MonthlyWorkday, nth),
    with_time(QuarterEnd, st.none() | st.integers(1, 31)),
    with_time(TermPoints, points),
    yearlies,
    counts,
    st.builds(AfterPhase, st.integers(1, 99), names, st.sampled_from(("calendar", "workday"))),
    st.just(RoundTheClock()),
    st.sampled_from(("定期", "適時", "regularly")).map(Vague),
)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=400, deadline=None)
@given(rule=rules)
def test_a_printed_rule_reads_back_as_the_same_rule(language: Language, rule: Recurrence) -> None:
    assert read_recurrence(rule.text(language)) == rule


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=real_days | yearless, clock=clocks, deadline=st.booleans())
def test_a_printed_moment_reads_back(
    language: Language, day: Day, clock: Clock | None, deadline: bool
) -> None:
    moment = Moment(day, clock, deadline)
    assert read_moment(moment_text(moment, language)) == moment


@given(day=real_days)
def test_a_printed_roc_date_reads_back_in_taiwan(day: Day) -> None:
    assert read_day(day_text(day, "zh-Hant", roc=True), roc=True) == day


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=real_days)
def test_a_printed_weekday_is_the_true_one(language: Language, day: Day) -> None:
    again = read_day(day_text(day, language, weekday=True))
    assert again.date == day.date
    assert again.stated_weekday is not None
    assert again.weekday_agrees


@pytest.mark.parametrize("language", LANGUAGES)
@given(pair=st.tuples(real_days, real_days) | st.tuples(yearless, yearless))
def test_a_printed_range_reads_back(language: Language, pair: tuple[Day, Day]) -> None:
    again = read_range(range_text(DateRange(*pair), language)) if pair[0] != pair[1] else None
    assert again is None or (again.start, again.end) == pair


@pytest.mark.parametrize("language", LANGUAGES)
@given(first=st.integers(1990, 2090), term=st.sampled_from((None, 1, 2)))
def test_a_printed_school_year_reads_back(language: Language, first: int, term: int | None) -> None:
    year = SchoolYear(first, first + 1, term)
    assert read_school_year(school_year_text(year, language)) == year
    assert read_school_year(school_year_text(year, language, roc=True), roc=True) == year


@pytest.mark.parametrize("language", LANGUAGES)
@given(months=st.lists(st.integers(1, 12), min_size=1, max_size=4, unique=True).map(tuple))
def test_a_printed_heading_of_months_reads_back(
    language: Language, months: tuple[int, ...]
) -> None:
    assert read_months(months_heading(months, language)) == months


scraps = st.lists(
    st.sampled_from(
        ["每", "月", "日", "年", "周", "週", "星期", "第", "第一", "最后", "工作日", "前", "之前", "下午", "3点", "15:00", "至", "—", "-", "/", ".", "2026", "9", "30", "31", "二", "十", "两", "xx", "学期", "初", "中", "阶段", "结束后", "10日内", "by", "the", "of", "each", "every", "Friday", "and", "2nd", "month", "at", "least", "twice", "a", "term", "(", "）", "“", "”", "次", "0", ".", ",", "、"]
    ),
    max_size=9,
).flatmap(lambda parts: st.sampled_from(("".join(parts), " ".join(parts))))  # fmt: skip


@settings(max_examples=600, deadline=None)
@given(text=st.text(max_size=24) | scraps)
@example("２月３０日")
@example("²³日")
@example("٣日")
@example("每月第①个周一")
def test_any_text_gives_a_value_or_a_known_problem(text: str) -> None:
    unknown: set[str] = set()
    for read in READERS:
        try:
            read(text)
        except ValueProblem as problem:
            unknown |= {problem.kind} - set(KINDS)
        except ValueError:
            # the one reader that promises ValueError, as int() does
            unknown |= set() if read is reading.read_number else {read.__name__}
    assert unknown == set()


terms = (
    Term("2025-1", "上", date(2025, 9, 1), date(2026, 1, 23)),
    Term("2025-2", "下", date(2026, 3, 2), date(2026, 7, 10)),
)


@settings(max_examples=300, deadline=None)
@given(
    rule=rules,
    start=st.dates(date(2025, 1, 1), date(2026, 12, 31)),
    length=st.integers(0, 500),
    issued=st.none() | st.dates(date(2025, 1, 1), date(2026, 12, 31)),
)
def test_days_lie_in_the_period_in_order_and_not_before_the_issue(
    rule: Recurrence, start: date, length: int, issued: date | None
) -> None:
    period = Period(start, start + timedelta(length))
    found = occurrences(rule, Frame(period=period, terms=terms, not_before=issued))
    assert all(one.due < two.due for one, two in pairwise(found.occurrences))
    assert all(period.start <= one.due for one in found.occurrences)  # type: ignore[operator]
    assert all(one.nominal in period for one in found.occurrences if one.nominal == one.due)
    assert all(issued is None or one.due >= issued for one in found.occurrences)
    keys = [one.key for one in (*found.occurrences, *found.clipped)]
    assert len(set(keys)) == len(keys)


@given(rule=rules, issued=st.dates(date(2025, 9, 1), date(2026, 7, 10)))
def test_clipping_loses_nothing_and_renames_nothing(rule: Recurrence, issued: date) -> None:
    period = Period(date(2025, 9, 1), date(2026, 7, 10))
    whole = occurrences(rule, Frame(period=period, terms=terms))
    cut = occurrences(rule, Frame(period=period, terms=terms, not_before=issued))

    def keys(found: Any) -> set[tuple[str, date]]:
        return {(one.key, one.due) for one in (*found.occurrences, *found.clipped)}

    assert keys(whole) == keys(cut)
