"""From a rule and a period to its days, each with the day named, the day due and the reason.

Nothing is dated that the plan leaves open: a count (至少2次), a vague word, a phase without an end, a
term point without terms, a rule without a dated period. The result then says ``undated``.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, date, timedelta
from itertools import islice

from luoshi.dates.occurrence import (
    LIMIT,
    Bounds,
    Certainty,
    Expansion,
    Frame,
    IsWorkday,
    Occurrence,
    Why,
)
from luoshi.dates.periods import Period, PhaseEnd, Term, WeekStart, months, teaching_weeks
from luoshi.dates.recurrences import (
    AfterPhase,
    Daily,
    MonthEnd,
    MonthlyDays,
    MonthlySpan,
    MonthlyWeekday,
    MonthlyWorkday,
    QuarterEnd,
    Recurrence,
    TeachingWeeks,
    TermPoints,
    Timed,
    Weekly,
    Yearly,
)
from luoshi.dates.values import Day


def occurrences(rule: Recurrence, frame: Frame) -> Expansion:
    """Every day of a rule within the frame, in order of the day due, doubles on one day merged."""
    candidates = _candidates(rule, frame)
    if candidates is None:
        return Expansion(undated=True)
    found = list(islice(candidates, LIMIT + 1))
    truncated = len(found) > LIMIT
    found = _merged(sorted(found[:LIMIT], key=lambda one: (one.due, one.nominal)))
    # a report after the last phase may well fall after the period of the plan
    within = Frame(not_before=frame.not_before) if isinstance(rule, AfterPhase) else frame
    judged = [(one, _fault(one, within)) for one in found]
    return Expansion(
        tuple(_trimmed(one, frame) for one, fault in judged if fault is None),
        tuple(_because(one, fault) for one, fault in judged if fault is not None),
        undated=_partly_undated(rule, frame),
        truncated=truncated,
    )


def _candidates(rule: Recurrence, frame: Frame) -> Iterator[Occurrence] | None:
    """The occurrences of every month, week or term the bounds touch; None when undatable."""
    if isinstance(rule, AfterPhase):
        return _after_phases(rule, frame) if _phases(rule, frame) else None
    bounds = frame.bounds
    if bounds is None:
        return None
    if isinstance(rule, (TermPoints, TeachingWeeks)):
        return _in_terms(rule, frame) if frame.terms else None
    if isinstance(rule, Daily):
        return _daily(rule, bounds, frame) if rule.only != "school_day" or frame.terms else None
    if isinstance(rule, Weekly):
        return _weekly(rule, bounds)
    if isinstance(rule, Yearly):
        return _yearly(rule, bounds) if rule.on else None
    if isinstance(
        rule, (MonthlyDays, MonthlySpan, MonthEnd, MonthlyWeekday, MonthlyWorkday, QuarterEnd)
    ):
        return _monthly(rule, bounds, frame)
    return None


def _fault(one: Occurrence, frame: Frame) -> Why | None:
    if frame.starting and one.due < frame.starting:
        return "before-start"
    if frame.until and one.nominal > frame.until:
        return "after-end"
    period = frame.period
    if period and (
        (period.start and one.due < period.start) or (period.end and one.nominal > period.end)
    ):
        return "outside-period"
    if frame.not_before and one.due < frame.not_before:
        return "before-issue"
    return None


def _because(one: Occurrence, fault: Why) -> Occurrence:
    return Occurrence(one.key, one.nominal, one.due, one.clock, (*one.why, fault), one.certainty)


def _trimmed(one: Occurrence, frame: Frame) -> Occurrence:
    """A stretch without the days that lie outside the bounds; a single day as it is."""
    bounds = frame.bounds if one.nominal != one.due else None
    if bounds is None:
        return one
    start = max(filter(None, (one.nominal, bounds[0], frame.starting)))
    end = min(filter(None, (one.due, bounds[1], frame.until)))
    if (start, end) == (one.nominal, one.due):
        return one
    return Occurrence(one.key, start, end, one.clock, (*one.why, "trimmed"), one.certainty)


def _merged(found: list[Occurrence]) -> list[Occurrence]:
    """Two of a rule that fall on one day become one, under the first key."""
    kept: dict[date, Occurrence] = {}
    for one in found:
        before = kept.get(one.due)
        if before is None:
            kept[one.due] = one
        elif "merged" not in before.why:
            kept[one.due] = _because(before, "merged")
    return list(kept.values())


def _partly_undated(rule: Recurrence, frame: Frame) -> bool:
    if not isinstance(rule, AfterPhase):
        return False
    return any(phase.end is None for phase in _phases(rule, frame))


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def _day_or_last(year: int, month: int, day: int) -> tuple[date, tuple[Why, ...]]:
    """A day of a month, or the last one with the reason where the month is shorter."""
    last = last_day(year, month)
    return (last, ("short-month",)) if day > last.day else (date(year, month, day), ())


MonthRule = MonthlyDays | MonthlySpan | MonthEnd | MonthlyWeekday | MonthlyWorkday | QuarterEnd


def _monthly(rule: MonthRule, bounds: Bounds, frame: Frame) -> Iterator[Occurrence]:
    for year, month in months(Period(*bounds)):
        yield from _in_month(rule, year, month, frame)


def _in_month(rule: MonthRule, year: int, month: int, frame: Frame) -> Iterator[Occurrence]:
    key = f"{year}-{month:02}"
    clock = rule.clock if isinstance(rule, Timed) else None
    if isinstance(rule, MonthlyDays):
        for number, day in enumerate(rule.days, 1):
            due, why = _day_or_last(year, month, day)
            yield Occurrence(f"{key}#{number}", due, due, clock, why)
    elif isinstance(rule, MonthlySpan):
        first, last = (
            _day_or_last(year, month, rule.first)[0],
            _day_or_last(year, month, rule.last)[0],
        )
        yield Occurrence(f"{key}#1", first, last)
    elif isinstance(rule, QuarterEnd):
        if month % 3 == 0:
            due, why = (
                _day_or_last(year, month, rule.day) if rule.day else (last_day(year, month), ())
            )
            yield Occurrence(f"{year}-Q{month // 3}#1", due, due, clock, why)
    elif isinstance(rule, MonthlyWorkday):
        yield from _nth_workday(rule, year, month, frame)
    else:
        due_day = (
            last_day(year, month) if isinstance(rule, MonthEnd) else _nth_weekday(rule, year, month)
        )
        if due_day is not None:
            yield Occurrence(f"{key}#1", due_day, due_day, clock)


def _nth_weekday(rule: MonthlyWeekday, year: int, month: int) -> date | None:
    last = last_day(year, month)
    if rule.nth == -1:
        return last - timedelta((last.isoweekday() - rule.weekday) % 7)
    first = date(year, month, 1)
    day = 1 + (rule.weekday - first.isoweekday()) % 7 + 7 * (rule.nth - 1)
    return date(year, month, day) if day <= last.day else None


def _nth_workday(rule: MonthlyWorkday, year: int, month: int, frame: Frame) -> Iterator[Occurrence]:
    days = [day for day in _days_of(year, month) if frame.works(day)]
    at = rule.nth if rule.nth == -1 else rule.nth - 1
    if at < len(days) and days:
        key = f"{year}-{month:02}#1"
        yield Occurrence(key, days[at], days[at], rule.clock, *_workday_doubt(frame))


def _workday_doubt(frame: Frame) -> tuple[tuple[Why, ...], Certainty]:
    return ((), "fixed") if frame.is_workday else (("weekends-only",), "provisional")


def _days_of(year: int, month: int) -> Iterator[date]:
    return (date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1))


def _days(bounds: Bounds) -> Iterator[date]:
    day = bounds[0]
    while day < bounds[1]:
        yield day
        day += timedelta(1)
    yield day


def _daily(rule: Daily, bounds: Bounds, frame: Frame) -> Iterator[Occurrence]:
    why, certainty = _workday_doubt(frame) if rule.only else ((), "fixed")
    for day in _days(bounds):
        if rule.only and not frame.works(day):
            continue
        if rule.only == "school_day" and not any(t.start <= day <= t.end for t in frame.terms):
            continue
        yield Occurrence(f"{day.isoformat()}#1", day, day, rule.clock, why, certainty)


def _weekly(rule: Weekly, bounds: Bounds) -> Iterator[Occurrence]:
    monday = bounds[0] - timedelta(bounds[0].weekday())
    while monday <= bounds[1]:
        year, week, _ = monday.isocalendar()
        for number, weekday in enumerate(rule.weekdays, 1):
            day = monday + timedelta(weekday - 1)
            if bounds[0] <= day <= bounds[1]:
                yield Occurrence(f"{year}-W{week:02}#{number}", day, day, rule.clock)
        monday += timedelta(7)


def _yearly(rule: Yearly, bounds: Bounds) -> Iterator[Occurrence]:
    for year in range(bounds[0].year, bounds[1].year + 1):
        for number, point in enumerate(rule.on, 1):
            key = f"{year}#{number}"
            if isinstance(point, Day):
                due, why = _day_or_last(year, point.month, point.day)
                yield Occurrence(key, due, due, rule.clock, why)
            else:
                first = date(year, point.month, 1)
                yield Occurrence(key, first, last_day(year, point.month), rule.clock)


def _in_terms(rule: TermPoints | TeachingWeeks, frame: Frame) -> Iterator[Occurrence]:
    for term in frame.terms:
        if isinstance(rule, TermPoints):
            yield from _term_points(rule, term)
        else:
            yield from _teaching_weeks(rule, term, frame.week_start)


def _term_points(rule: TermPoints, term: Term) -> Iterator[Occurrence]:
    middle = term.start + (term.end - term.start) // 2
    days: dict[str, tuple[date, Why]] = {
        "start": (term.start, "term-start"),
        "middle": (middle, "term-middle"),
        "end": (term.end, "term-end"),
    }
    for point in rule.points:
        day, why = days[point]
        yield Occurrence(f"{term.id}-{point}#1", day, day, rule.clock, (why,), "proposed")


def _teaching_weeks(rule: TeachingWeeks, term: Term, week_start: WeekStart) -> Iterator[Occurrence]:
    odd = {"odd": 1, "even": 0}.get(rule.parity)
    for week in teaching_weeks(term, week_start):
        if week.number not in rule.weeks and (odd is None or week.number % 2 != odd):
            continue
        key = f"{term.id}-w{week.number}"
        if not rule.weekdays:
            yield Occurrence(f"{key}#1", week.start, week.end, rule.clock)
        for number, weekday in enumerate(rule.weekdays, 1):
            for day in _days((week.start, week.end)):
                if day.isoweekday() == weekday:
                    yield Occurrence(f"{key}#{number}", day, day, rule.clock)


def _phases(rule: AfterPhase, frame: Frame) -> tuple[PhaseEnd, ...]:
    return tuple(phase for phase in frame.phases if rule.phase in ("", phase.name))


def _after_phases(rule: AfterPhase, frame: Frame) -> Iterator[Occurrence]:
    for phase in _phases(rule, frame):
        if phase.end is None:
            continue
        key = f"{phase.name}#1"
        if rule.unit == "calendar":
            due = phase.end + timedelta(rule.days)
            yield Occurrence(key, due, due)
        else:
            due = add_workdays(phase.end, rule.days, frame.works)
            yield Occurrence(key, due, due, None, *_workday_doubt(frame))


def add_workdays(start: date, count: int, works: IsWorkday) -> date:
    """The ``count``-th workday after a day, the day itself not counted.

    Stops at the end of the calendar when there are not that many.
    """
    day = start
    while count > 0 and day < date(MAXYEAR, 12, 31):
        day += timedelta(1)
        count -= works(day)
    return day
