"""CHK039: phases without dates; they stand in the undated list."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, labels_at
from luoshi.check.rules.examples import PLAN
from luoshi.diagnostics import Diagnostic, Rule, Severity, Texts

_PHASE = "进度安排:\n  阶段:\n    - {{标题: 动员部署, 内容: 制定方案{dates}}}\n"

RULE = Rule(
    code="CHK039",
    name="phase-undated",
    severity=Severity.NOTE,
    strict=Severity.WARNING,
    texts={
        "zh-Hans": Texts(
            message="{n}个阶段没有写日期，列入“时间未定”：{titles:q}。",
            one="{titles:q}阶段没有写日期，列入“时间未定”。",
            primary="没有日期",
            related="这个也没有",
            help="定下后补上起止日期；暂不定的可以不改。",
            what="阶段只有名称和内容，没有起止日期。",
            why="日期不会代为拟定，这些阶段排不进行事历。",
        ),
        "zh-Hant": Texts(
            message="{n}個階段沒有寫日期，列入「日期未定」：{titles:q}。",
            one="{titles:q}階段沒有寫日期，列入「日期未定」。",
            primary="沒有日期",
            related="這個也沒有",
            help="確定後請補上起訖日期；暫不確定可不改。",
            what="階段只有名稱與內容，沒有起訖日期。",
            why="日期不會代為擬定，這些階段排不進行事曆。",
        ),
        "en": Texts(
            message="{n} phases have no dates and stand in the undated list: {titles:q}.",
            one="The phase {titles:q} has no dates and stands in the undated list.",
            primary="no dates",
            related="nor this one",
            help="Add the dates when they are settled, or leave it for now.",
            what="A phase has a title and a text, and no dates.",
            why="No dates are made up, so the phase can't stand on a calendar.",
        ),
    },
    bad=PLAN + _PHASE.format(dates=""),
    good=PLAN + _PHASE.format(dates=", 从: 2026-09-01, 到: 2026-09-13"),
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """One finding for all undated phases; dates that could not be read have their own."""
    schedule = context.plan.schedule
    found = [
        phase
        for phase in (schedule.phases if schedule else ())
        if phase.start is None
        and phase.end is None
        and not {"start", "end"} & set(phase.origin.lost)
    ]
    if not found:
        return
    places = [phase.origin.at("title") for phase in found]
    yield Diagnostic(
        rule=RULE,
        primary=places[0],
        labels=labels_at(places[1:], places[0]),
        args={"n": len(found), "titles": tuple(phase.title for phase in found)},
        about=about("phases", *found),
    )
