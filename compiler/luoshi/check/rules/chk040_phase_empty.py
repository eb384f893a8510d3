"""CHK040: a phase that is a heading only."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, blank
from luoshi.check.rules.coverage import is_whole
from luoshi.check.rules.examples import PLAN
from luoshi.diagnostics import Diagnostic, Paste, Rule, Severity, Texts
from luoshi.model.tables.when import PHASE

_PHASE = "进度安排:\n  阶段:\n    - {{标题: 总结, {text}从: 2026-12-01, 到: 2026-12-20}}\n"

RULE = Rule(
    code="CHK040",
    name="phase-empty",
    severity=Severity.WARNING,
    draft=Severity.NOTE,
    texts={
        "zh-Hans": Texts(
            message="阶段{phase:q}只有标题，没有写做什么。",
            primary="只有标题",
            help="补一句内容或一条职责；没有内容的，并入别的阶段。",
            what="一个阶段只有标题，没有内容，也没有职责。",
            why="只有标题的阶段，没有人知道要做什么。",
        ),
        "zh-Hant": Texts(
            message="階段{phase:q}只有標題，沒有寫做什麼。",
            primary="只有標題",
            help="請補一句內容或一項工作；沒有內容者請併入其他階段。",
            what="一個階段只有標題，沒有內容，也沒有工作。",
            why="只有標題的階段，沒有人知道要做什麼。",
        ),
        "en": Texts(
            message="The phase {phase:q} is a heading only.",
            primary="heading only",
            help="Say in a sentence or a duty what is done, or join it to another phase.",
            what="A phase has a title, and neither text nor duties.",
            why="Nobody knows what is to be done in it.",
        ),
    },
    bad=PLAN + _PHASE.format(text=""),
    good=PLAN + _PHASE.format(text="内容: 形成书面总结, "),
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for phases without text and duties."""
    schedule = context.plan.schedule
    for phase in schedule.phases if schedule else ():
        if phase.text or phase.duties or not is_whole(phase):
            continue
        yield Diagnostic(
            rule=RULE,
            primary=phase.origin.at("title"),
            args={"phase": phase.title},
            paste=(Paste(f"{context.key(PHASE, 'text')}: {blank(context)}", new=True),),
            about=about(phase),
        )
