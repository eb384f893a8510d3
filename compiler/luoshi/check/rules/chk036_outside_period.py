"""CHK036: a date of the plan lies outside the plan's own period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from luoshi.check.context import CheckContext
from luoshi.check.rules.chk030_range_reversed import reversed_bounds
from luoshi.check.rules.common import about, full_day
from luoshi.check.rules.examples import PERIOD, with_duty
from luoshi.check.rules.moments import days_of, month_words
from luoshi.dates import Period, months
from luoshi.diagnostics import Diagnostic, Label, Language, Rule, Severity, Texts
from luoshi.model.records import Duty, Meeting, MonthItem, Phase, Record, Report, WorkItem
from luoshi.model.written import WrittenDate
from luoshi.source import Span

RULE = Rule(
    code="CHK036",
    name="outside-period",
    severity=Severity.WARNING,
    draft=Severity.NOTE,
    texts={
        "zh-Hans": Texts(
            message="{text:q}不在方案期限之内（{first}至{last}）。",
            primary="在期限之外",
            related="方案期限",
            help="改日期，或改方案期限。",
            what="方案里的日期落在方案期限之外。",
            why="期限之外的日子不排进行事历，责任书也管不到。",
        ),
        "zh-Hant": Texts(
            message="{text:q}不在計畫期程之內（{first}至{last}）。",
            primary="在期程之外",
            related="計畫期程",
            help="請修改日期，或修改計畫期程。",
            what="計畫裡的日期落在期程之外。",
            why="期程之外的日期不排進行事曆，責任書也管不到。",
        ),
        "en": Texts(
            message="{text:q} is outside the period of the plan ({first} to {last}).",
            primary="outside the period",
            related="period of the plan",
            help="Change the date, or the period.",
            what="A date of the plan lies outside the plan's own period.",
            why="It would stand on no calendar, and no letter covers it.",
        ),
    },
    bad=PERIOD + with_duty("内容: 组织消防演练, 时间: 2027-11-09"),
    good=PERIOD + with_duty("内容: 组织消防演练, 时间: 2026-11-09"),
)

_INSIDE = {Duty: ("when", "by", "starting", "until"), WorkItem: ("when", "by"),
           Phase: ("start", "end"), MonthItem: ("when",), Meeting: ("when",),
           Report: ("when", "by")}  # fmt: skip


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for dated work; a report may follow the end, for it reports on the period."""
    if None in context.index.bounds and not any(context.index.bounds):
        return
    if reversed_bounds(context.plan):
        return
    seen: set[int] = set()
    for written in context.index.dates:
        known = _INSIDE.get(type(written.record), ())
        if (
            written.field in known
            and id(written.record) not in seen
            and _is_outside(written, context)
        ):
            seen.add(id(written.record))
            yield _finding(context, written.span, written.span.text, written.record)
    yield from _months(context)


def _is_outside(written: WrittenDate, context: CheckContext) -> bool:
    first, last = context.index.bounds
    start, end = days_of(context.index, written.value)
    record = written.record
    reports = isinstance(record, Report) or (isinstance(record, Duty) and record.report is not None)
    if first is not None and end is not None and end < first:
        return True
    if reports or last is None or start is None:
        return False
    return start > last or (end is not None and end > last and isinstance(record, Phase))


def _months(context: CheckContext) -> Iterator[Diagnostic]:
    """Months of the month list that the period does not touch."""
    schedule, (first, last) = context.plan.schedule, context.index.bounds
    if schedule is None or first is None or last is None:
        return
    inside = {month for _, month in months(Period(first, last))}
    for entry in schedule.months:
        outside = tuple(month for month in entry.months if month not in inside)
        if outside:
            text = month_words(outside)[context.spelling]
            yield _finding(context, entry.origin.at("months"), text, entry)


def _finding(context: CheckContext, place: Span, text: str, record: Record) -> Diagnostic:
    plan = context.plan
    first, last = context.index.bounds
    return Diagnostic(
        rule=RULE,
        primary=place,
        labels=(Label(plan.origin.key("period")),),
        args={"text": text, "first": _day(first, plan.region), "last": _day(last, plan.region)},
        about=about(record, text),
    )


def _day(day: date | None, region: str) -> Mapping[Language, str]:
    if day is None:
        return {"zh-Hans": "未定", "zh-Hant": "未定", "en": "open"}
    return full_day(day, region)
