"""CHK050: "at least once a month", and a month of the month list without it."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, blank
from luoshi.check.rules.examples import with_duty
from luoshi.check.rules.moments import month_words
from luoshi.check.rules.occurring import Calendar
from luoshi.dates import AtLeast, Period, months
from luoshi.diagnostics import Diagnostic, Label, Paste, Rule, Severity, Texts
from luoshi.model.records import Duty, MonthEntry
from luoshi.model.tables.when import MONTH_ITEM

_LIST = "进度安排:\n  月份安排:\n    - {{月份: 9, 责任单位: 区公安局, 事项: [{{内容: 检查校门, 对应: d3}}]}}\n    - {{月份: 10, 责任单位: 区公安局, 事项: [{{内容: 检查周边{more}}}]}}\n"

RULE = Rule(
    code="CHK050",
    name="at-least-not-met",
    severity=Severity.WARNING,
    draft=Severity.NOTE,
    texts={
        "zh-Hans": Texts(
            message="{duty:q}要求{rule:q}，月份安排里{months}不够次数。",
            primary="{rule}",
            related="{months}",
            help="在这些月份补一项，并注明对应哪一条。",
            what="职责写明每月至少几次，月份安排里有的月份没有排够。",
            why="规定和安排对不上，照安排做就完不成规定。",
        ),
        "zh-Hant": Texts(
            message="{duty:q}規定{rule:q}，逐月工作中{months}次數不足。",
            primary="{rule}",
            related="{months}",
            help="請在這些月份補一項，並註明對應哪一項。",
            what="工作規定每月至少幾次，逐月工作中有的月份沒有排足。",
            why="規定與安排不符，照安排做就達不到規定。",
        ),
        "en": Texts(
            message="{duty:q} asks for {rule:q}; the month list has less in {months}.",
            primary="{rule}",
            related="{months}",
            help="Add an item there and say what it fulfils.",
            what="A duty must be done so often a month; the month list has a month with less.",
            why="Who follows the list does not meet the rule.",
        ),
    },
    bad=with_duty("内容: 检查校园周边, 至少: 1次/月") + _LIST.format(more=""),
    good=with_duty("内容: 检查校园周边, 至少: 1次/月") + _LIST.format(more=", 对应: d3"),
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for monthly rules that the list carries out in some months and not in others."""
    schedule = context.plan.schedule
    if schedule is None or not schedule.months:
        return
    counts = _counts(schedule.months)
    terms = Calendar(context).terms
    in_term = {month for term in terms for _, month in months(Period(term.start, term.end))}
    for found in context.index.duties:
        duty, per_month = found.record, counts.get(found.id, {})
        if not isinstance(duty, Duty) or not per_month or duty.at_least is None:
            continue
        rule = duty.at_least
        if rule.unit != "month" or rule.every != 1 or (rule.in_term and not in_term):
            continue
        short = [
            entry
            for entry in schedule.months
            for month in entry.months
            if per_month.get(month, 0) < rule.count and (not rule.in_term or month in in_term)
        ]
        if short:
            yield _finding(context, duty, rule, short, per_month)


def _counts(entries: tuple[MonthEntry, ...]) -> dict[str, dict[int, int]]:
    """How often the list carries out each duty in each month; joined months count for each."""
    counts: dict[str, dict[int, int]] = {}
    for entry in entries:
        for item in entry.items:
            for duty in item.fulfils:
                per_month = counts.setdefault(duty, {})
                for month in entry.months:
                    per_month[month] = per_month.get(month, 0) + 1
    return counts


def _finding(
    context: CheckContext,
    duty: Duty,
    rule: AtLeast,
    short: list[MonthEntry],
    per_month: dict[int, int],
) -> Diagnostic:
    missing = tuple(
        m for e in dict.fromkeys(short) for m in e.months if per_month.get(m, 0) < rule.count
    )
    text, fulfils = context.key(MONTH_ITEM, "text"), context.key(MONTH_ITEM, "fulfils")
    place = duty.origin.at("at_least")
    return Diagnostic(
        rule=RULE,
        primary=place,
        labels=(Label(short[0].origin.at("months")),),
        args={"duty": duty.text, "rule": place.text, "months": month_words(missing)},
        paste=(Paste(f"- {{{text}: {blank(context)}, {fulfils}: {duty.id}}}", new=True),),
        about=about(duty, *(f"{month}月" for month in missing)),
    )
