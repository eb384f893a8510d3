"""CHK043: a month stands in two entries of the month list."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about
from luoshi.check.rules.examples import PLAN
from luoshi.check.rules.moments import month_words
from luoshi.diagnostics import Diagnostic, Label, Rule, Severity, Texts
from luoshi.model.records import MonthEntry

_LIST = "进度安排:\n  月份安排:\n    - {{月份: 9, 责任单位: 区教育局, 事项: [开学检查]}}\n    - {{月份: {month}, 责任单位: 区教育局, 事项: [消防演练]}}\n"

RULE = Rule(
    code="CHK043",
    name="month-twice",
    severity=Severity.WARNING,
    draft=Severity.NOTE,
    texts={
        "zh-Hans": Texts(
            message="月份安排里{month}出现了2次。",
            primary="又一次",
            related="第一次",
            help="并成一条，或改正月份。",
            what="月份安排里同一个月有两条。",
            why="多半是其中一条的月份写错了。",
        ),
        "zh-Hant": Texts(
            message="逐月工作裡{month}出現了2次。",
            primary="又一次",
            related="第一次",
            help="請併成一筆，或改正月份。",
            what="逐月工作裡同一個月有兩筆。",
            why="多半是其中一筆的月份寫錯。",
        ),
        "en": Texts(
            message="{month} stands twice in the month list.",
            primary="and again here",
            related="first here",
            help="Join the two entries, or correct the month.",
            what="One month has two entries in the month list.",
            why="Mostly one of the two months is a slip.",
        ),
    },
    bad=PLAN + _LIST.format(month=9),
    good=PLAN + _LIST.format(month=10),
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for a month that a later entry repeats; a list over several years may repeat it."""
    schedule, (first, last) = context.plan.schedule, context.index.bounds
    if first is not None and last is not None and (last - first).days > 366:
        return
    seen: dict[int, MonthEntry] = {}
    for entry in schedule.months if schedule else ():
        for month in dict.fromkeys(entry.months):
            if month not in seen:
                seen[month] = entry
                continue
            yield Diagnostic(
                rule=RULE,
                primary=entry.origin.at("months"),
                labels=(Label(seen[month].origin.at("months")),),
                args={"month": month_words((month,))},
                about=about(entry, f"{month}月", str(month)),
            )
