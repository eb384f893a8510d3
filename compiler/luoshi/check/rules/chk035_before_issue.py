"""CHK035: something is due, or begins, before the plan is issued."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import cast

from luoshi.check.context import CheckContext
from luoshi.check.rules.chk030_range_reversed import reversed_bounds
from luoshi.check.rules.common import about, full_day, several
from luoshi.check.rules.examples import PERIOD, with_duty
from luoshi.check.rules.moments import days_of
from luoshi.check.rules.occurring import Calendar, is_rule
from luoshi.check.rules.phases import dated_phases
from luoshi.dates import DateRange, Moment, Recurrence
from luoshi.diagnostics import LANGUAGES, Diagnostic, Label, Language, Paste, Rule, Severity, Texts
from luoshi.diagnostics.wording import format_date
from luoshi.frozen import replace
from luoshi.model.records import Duty, Meeting, MonthItem, Record, Report, WorkItem
from luoshi.model.tables.what import DUTY
from luoshi.model.written import WrittenDate
from luoshi.source import Span

_ISSUE = "印发: {{发文机关: 区教育局, 成文日期: {day}}}\n"
_DUTY = "内容: 报送统计报表, 完成时限: 每月2日、17日前"

RULE = Rule(
    code="CHK035",
    name="before-issue",
    severity=Severity.WARNING,
    draft=Severity.NOTE,
    texts={
        "zh-Hans": Texts(
            message="{what}最早是{day}，早于成文日期{issued}，收到时已经过了。",
            primary="最早{day}",
            related="成文日期",
            help="改到成文日期之后，或写明从哪天起。",
            what="期限、时限或阶段的开始早于成文日期。",
            why="文到的时候日子已经过了，办不到也没法考核。",
        ),
        "zh-Hant": Texts(
            message="{what}最早是{day}，早於發文日期{issued}，收文時已過。",
            primary="最早{day}",
            related="發文日期",
            help="請改到發文日期之後，或寫明自何日起。",
            what="期程、時限或階段的開始早於發文日期。",
            why="收文時日期已過，無法辦理也無從考核。",
        ),
        "en": Texts(
            message="{what} comes first on {day}, before the date of issue, {issued}.",
            primary="first on {day}",
            related="date of issue",
            help="Move it behind the date of issue, or say from when it holds.",
            what="A deadline, the period or a phase begins before the date of issue.",
            why="When the document arrives the day has passed.",
        ),
    },
    bad=PERIOD + with_duty(_DUTY) + _ISSUE.format(day="2026-09-10"),
    good=PERIOD + with_duty(_DUTY + ", 起: 2026-09-17") + _ISSUE.format(day="2026-09-10"),
)

_DUE = {Duty: ("when", "by"), WorkItem: ("when", "by"), Report: ("when", "by"),
        MonthItem: ("when",), Meeting: ("when",)}  # fmt: skip
_PERIOD = several(hans="方案期限", hant="計畫期程", en="The period of the plan")


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for what is due too early; the period itself only when nothing else speaks."""
    issued = context.index.issued_on
    if issued is None or reversed_bounds(context.plan):
        return
    found = [*_due(context, issued), *_phases(context, issued)]
    yield from found or _period(context, issued)


def _due(context: CheckContext, issued: date) -> Iterator[Diagnostic]:
    calendar = Calendar(context)
    for written in context.index.dates:
        if written.field not in _DUE.get(type(written.record), ()):
            continue
        day, following = _first_due(written, context, calendar, issued)
        if day is not None and day < issued:
            record = written.record
            name = getattr(record, "text", "") or getattr(record, "title", "")
            paste: tuple[Paste, ...] = ()
            if following is not None and isinstance(record, Duty):
                paste = (
                    Paste(f"{context.key(DUTY, 'starting')}: {following.isoformat()}", new=True),
                )
            finding = _finding(context, written.span, _quoted(name), day, record)
            yield replace(finding, paste=paste)


def _first_due(
    written: WrittenDate, context: CheckContext, calendar: Calendar, issued: date
) -> tuple[date | None, date | None]:
    """The first day something must be done by, and the first of a rule after the issue."""
    value = written.value
    if isinstance(value, Moment | DateRange):
        return days_of(context.index, value)[1], None
    record = written.record
    due = written.field == "by" or isinstance(record, Report) or getattr(value, "deadline", False)
    if not due or not is_rule(value):
        return None, None
    start = days_of(context.index, getattr(record, "starting", None))[0]
    until = days_of(context.index, getattr(record, "until", None))[1]
    days = [one.due for one in calendar.expand(cast("Recurrence", value), start, until).occurrences]
    after = next((day for day in days if day >= issued), None)
    return (days[0], after) if days else (None, None)


def _phases(context: CheckContext, issued: date) -> Iterator[Diagnostic]:
    for dated in dated_phases(context):
        if dated.first < issued:
            phase = dated.phase
            yield _finding(context, dated.start_span, _quoted(phase.title), dated.first, phase)


def _period(context: CheckContext, issued: date) -> Iterator[Diagnostic]:
    """A period whose first month was over on issue; a notice late by days is nothing unusual."""
    period = context.plan.period
    start = days_of(context.index, period.start)[0] if period else None
    if period is not None and start is not None and start < issued.replace(day=1):
        yield _finding(context, period.origin.at("start"), _PERIOD, start, "period")


def _finding(
    context: CheckContext,
    place: Span,
    what: Mapping[Language, str],
    day: date,
    subject: Record | str,
) -> Diagnostic:
    issue, issued = context.plan.issue, context.index.issued_on
    region = context.plan.region
    assert issue is not None  # noqa: S101 - there is a date of issue
    assert issued is not None  # noqa: S101
    return Diagnostic(
        rule=RULE,
        primary=place,
        labels=(Label(issue.origin.at("date")),),
        args={"what": what, "day": _day(day, issued, region), "issued": _day(issued, day, region)},
        about=about(subject),
    )


def _quoted(name: str) -> Mapping[Language, str]:
    short = name if len(name) <= 12 else f"{name[:10]}……"
    return several(hans=f"“{short}”", hant=f"「{short}」", en=f"“{short}”")


def _day(day: date, other: date, region: str) -> Mapping[Language, str]:
    """A day in words, with its year where the other day has another."""
    if day.year == other.year:
        return {language: format_date(day, language, "day") for language in LANGUAGES}
    return full_day(day, region)
