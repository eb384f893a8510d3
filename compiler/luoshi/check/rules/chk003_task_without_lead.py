"""CHK003: a task, measure or campaign that nobody leads, alone or jointly."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, blank, office_words, owner_entry
from luoshi.check.rules.coverage import duties_readable, uncovered
from luoshi.check.rules.examples import PLAN
from luoshi.diagnostics import Diagnostic, Paste, Rule, Severity, Texts
from luoshi.model.tables.what import WORK_ITEM

RULE = Rule(
    code="CHK003",
    name="task-without-lead",
    severity=Severity.ERROR,
    draft=Severity.WARNING,
    texts={
        "zh-Hans": Texts(
            message="任务{work:q}没有责任单位。",
            primary="这项任务",
            help="写明由谁牵头，或在一条职责里注明落实这项任务。",
            what="任务、措施或专项整治没有责任单位，也没有职责落实它。",
            why="没有人牵头的任务不会进入任何一份责任书。",
        ),
        "zh-Hant": Texts(
            message="工作{work:q}沒有{lead}。",
            primary="這項工作",
            help="請寫明{lead}，或在一項職掌中註明落實此工作。",
            what="工作、措施或專案沒有責任單位，也沒有職掌落實它。",
            why="沒有人負責的工作不會進入任何一份責任書。",
        ),
        "en": Texts(
            message="No unit leads the task {work:q}.",
            primary="this task",
            help="Name its lead, or say in a duty that it serves this task.",
            what="A task, measure or campaign without an owner and without a duty that serves it.",
            why="A task that nobody leads reaches no letter.",
        ),
    },
    bad=PLAN + "工作任务:\n  - {编号: t1, 标题: 校舍安全排查}\n",
    good=PLAN + "工作任务:\n  - {编号: t1, 标题: 校舍安全排查, 责任单位: 区教育局}\n",
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for the outermost tasks without anybody; helpers alone are another finding."""
    bare = [work for work, cover in uncovered(context) if not cover.own and not cover.below]
    if not bare or not duties_readable(context):
        return
    owners = context.key(WORK_ITEM, "owners")
    for work in bare:
        entry = owner_entry(context, blank(context), "lead")
        yield Diagnostic(
            rule=RULE,
            primary=work.origin.short_span,
            args={**office_words(context), "work": work.title or work.text},
            paste=(Paste(f"{owners}: [{entry}]", new=True),),
            about=about(work),
        )
