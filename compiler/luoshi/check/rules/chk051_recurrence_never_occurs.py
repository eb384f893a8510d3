"""CHK051: a rule that has no day at all within the period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import cast

from luoshi.check.context import CheckContext
from luoshi.check.rules.chk030_range_reversed import reversed_bounds
from luoshi.check.rules.common import about, several
from luoshi.check.rules.examples import with_duty
from luoshi.check.rules.moments import days_of
from luoshi.check.rules.occurring import Calendar, is_rule
from luoshi.dates import Recurrence, TeachingWeeks, teaching_weeks
from luoshi.diagnostics import Diagnostic, Label, Language, Rule, Severity, Texts
from luoshi.model.records import Duty
from luoshi.model.written import WrittenDate

_PERIOD = "期限: {从: 2026-09-01, 到: 2026-11-30}\n"

RULE = Rule(
    code="CHK051",
    name="recurrence-never-occurs",
    severity=Severity.ERROR,
    draft=Severity.WARNING,
    texts={
        "zh-Hans": Texts(
            message="{text:q}不会出现：{reason}。",
            primary="一次也没有",
            related="{place}",
            help="改周期，或改期限。",
            what="写的周期在期限或学期里一次也没有。",
            why="一次也没有的周期排不进行事历，这条职责等于没有。",
        ),
        "zh-Hant": Texts(
            message="{text:q}不會出現：{reason}。",
            primary="一次也沒有",
            related="{place}",
            help="請修改週期，或修改期程。",
            what="寫的週期在期程或學期裡一次也沒有。",
            why="一次也沒有的週期排不進行事曆，這項工作等於沒有。",
        ),
        "en": Texts(
            message="{text:q} never comes: {reason}.",
            primary="not even once",
            related="{place}",
            help="Change how often it comes, or the period.",
            what="What should come round does not do so once in the period or term.",
            why="It stands on no calendar, so the duty is as good as not there.",
        ),
    },
    bad=_PERIOD + with_duty("内容: 开展法治宣传, 时间: 每年12月4日"),
    good=_PERIOD + with_duty("内容: 开展法治宣传, 时间: 每年11月9日"),
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for rules that can be dated and have no day; a week beyond the term counts."""
    if reversed_bounds(context.plan):
        return
    calendar = Calendar(context)
    judged: dict[object, bool] = {}
    for written in context.index.dates:
        if not is_rule(written.value):
            continue
        record = written.record
        start = until = None
        if isinstance(record, Duty):
            start = days_of(context.index, record.starting)[0]
            until = days_of(context.index, record.until)[1]
        key = (written.value, start, until)
        if key not in judged:
            judged[key] = _never(calendar, cast("Recurrence", written.value), start, until)
        if judged[key]:
            yield _finding(context, calendar, written)


def _never(calendar: Calendar, rule: Recurrence, start: date | None, until: date | None) -> bool:
    if start is not None and until is not None and until < start:
        return False  # reversed: CHK030
    if isinstance(rule, TeachingWeeks) and calendar.terms and rule.weeks:
        return max(rule.weeks) > _weeks(calendar)
    found = calendar.expand(rule, start, until)
    return not found.undated and not found.occurrences and calendar.period.dated


def _weeks(calendar: Calendar) -> int:
    """How many weeks the longest term has."""
    return max(len(teaching_weeks(term)) for term in calendar.terms)


def _finding(context: CheckContext, calendar: Calendar, written: WrittenDate) -> Diagnostic:
    plan = context.plan
    by_term = isinstance(written.value, TeachingWeeks) and bool(calendar.terms)
    field = "terms" if by_term else "period"
    labels = (Label(plan.origin.key(field)),) if plan.origin.has(field) else ()
    return Diagnostic(
        rule=RULE,
        primary=written.span,
        labels=labels,
        args={
            "text": written.span.text,
            "reason": _reason(calendar, by_term),
            "place": several(hans="学期", hant="學期", en="terms")
            if by_term
            else several(hans="方案期限", hant="計畫期程", en="period of the plan"),
        },
        about=about(written.record, written.span.text),
    )


def _reason(calendar: Calendar, by_term: bool) -> Mapping[Language, str]:
    if by_term:
        weeks = _weeks(calendar)
        return several(
            hans=f"学期只有{weeks}周", hant=f"學期只有{weeks}週", en=f"the term has {weeks} weeks"
        )
    return several(
        hans="方案期限内没有这样的日子",
        hant="計畫期程內沒有這樣的日子",
        en="the period has no such day",
    )
