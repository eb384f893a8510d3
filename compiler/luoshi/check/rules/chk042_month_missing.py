"""CHK042: a month of the period that the month list leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from luoshi.check.context import CheckContext
from luoshi.check.rules.chk030_range_reversed import reversed_bounds
from luoshi.check.rules.common import about, several
from luoshi.check.rules.examples import PERIOD, PLAN
from luoshi.check.rules.moments import month_words
from luoshi.dates import Period, months
from luoshi.diagnostics import Diagnostic, Label, Language, Paste, Rule, Severity, Texts
from luoshi.model.records import Schedule
from luoshi.model.tables.when import MONTH

_LIST = "进度安排:\n  月份安排:\n    - {{月份: 9, 责任单位: 区教育局, 事项: [开学检查]}}\n    - {{月份: 10, 责任单位: 区教育局, 事项: [消防演练]}}\n{more}    - {{月份: 12, 责任单位: 区教育局, 事项: [年度小结]}}\n"
_YEAR = 12

RULE = Rule(
    code="CHK042",
    name="month-missing",
    severity=Severity.WARNING,
    draft=Severity.NOTE,
    texts={
        "zh-Hans": Texts(
            message="{ground}，月份安排里没有{months}。",
            primary="月份安排",
            related="方案期限",
            help="补上；确无安排的，照样列出。",
            what="月份安排缺了期限之内的月份。",
            why="漏掉的月份往往就是没有人安排的月份。",
        ),
        "zh-Hant": Texts(
            message="{ground}，逐月工作中沒有{months}。",
            primary="逐月工作",
            related="計畫期程",
            help="請補上；如無工作也請列出。",
            what="逐月工作缺少期程內的月份。",
            why="漏掉的月份往往就是沒有人安排的月份。",
        ),
        "en": Texts(
            message="{ground}; the month list has no {months}.",
            primary="month list",
            related="period of the plan",
            help="Add it, even if nothing is planned.",
            what="The month list leaves out months of the period.",
            why="A month left out is mostly a month nobody planned.",
        ),
    },
    bad=PLAN + PERIOD + _LIST.format(more=""),
    good=PLAN
    + PERIOD
    + _LIST.format(more="    - {月份: 11, 责任单位: 区教育局, 事项: [交通安全宣传]}\n"),
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """One finding for all the months left out."""
    plan, schedule = context.plan, context.plan.schedule
    if schedule is None or not schedule.months or reversed_bounds(plan):
        return
    wanted, ground = _wanted(context, schedule)
    listed = {month for entry in schedule.months for month in entry.months}
    missing = tuple(month for month in wanted if month not in listed)
    if not missing or any(entry.origin.lost for entry in schedule.months):
        return
    period = plan.period
    labels = (
        (Label(plan.origin.key("period")),) if period and None not in context.index.bounds else ()
    )
    keys = context.key(MONTH, "months"), context.key(MONTH, "items")
    yield Diagnostic(
        rule=RULE,
        primary=schedule.origin.key("months"),
        labels=labels,
        args={"months": month_words(missing), "ground": ground},
        paste=tuple(Paste(f"- {{{keys[0]}: [{m}], {keys[1]}: []}}", new=True) for m in missing),
        about=about(*(word for m in missing for word in (str(m), f"{m}月"))),
    )


def _wanted(
    context: CheckContext, schedule: Schedule
) -> tuple[tuple[int, ...], Mapping[Language, str]]:
    """The months there should be, and why: the period, else a list that is nearly a year."""
    first, last = context.index.bounds
    if first is not None and last is not None:
        named = tuple(dict.fromkeys(month for _, month in months(Period(first, last))))
        a, b = month_words((first.month,)), month_words((last.month,))
        return named, several(
            hans=f"方案期限是{a['zh-Hans']}至{b['zh-Hans']}",
            hant=f"計畫期程為{a['zh-Hant']}至{b['zh-Hant']}",
            en=f"The plan runs from {a['en']} to {b['en']}",
        )
    listed = len({month for entry in schedule.months for month in entry.months})
    if listed < _YEAR - 2:
        return (), several(hans="", hant="", en="")
    return tuple(range(1, _YEAR + 1)), several(
        hans=f"其余{listed}个月都有安排",
        hant=f"其餘{listed}個月都有工作",
        en=f"{listed} months are listed",
    )
