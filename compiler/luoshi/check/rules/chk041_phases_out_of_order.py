"""CHK041: a phase that begins before the one written before it."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about
from luoshi.check.rules.examples import PLAN
from luoshi.check.rules.phases import neighbours
from luoshi.diagnostics import Diagnostic, Label, Rule, Severity, Texts

_PHASES = "进度安排:\n  阶段:\n    - {{标题: 自查, 内容: 逐校自查, 从: 2026-10-01, 到: 2026-10-31}}\n    - {{标题: 复查, 内容: 抽查复核, 从: 2026-{a}, 到: 2026-{b}}}\n"

RULE = Rule(
    code="CHK041",
    name="phases-out-of-order",
    severity=Severity.WARNING,
    draft=Severity.NOTE,
    texts={
        "zh-Hans": Texts(
            message="阶段{b:q}写在{a:q}之后，却更早开始。",
            primary="{from:day}开始",
            related="{to:day}开始",
            help="核对两个阶段的日期，或按先后调整次序。",
            what="阶段的先后次序和日期不一致。",
            why="多半是日期的月份写错，或改了日期没有改次序。",
        ),
        "zh-Hant": Texts(
            message="階段{b:q}寫在{a:q}之後，卻更早開始。",
            primary="{from:day}開始",
            related="{to:day}開始",
            help="請核對兩個階段的日期，或依先後調整次序。",
            what="階段的先後次序與日期不一致。",
            why="多半是月份寫錯，或改了日期沒有改次序。",
        ),
        "en": Texts(
            message="The phase {b:q} stands after {a:q} but begins earlier.",
            primary="begins {from:day}",
            related="begins {to:day}",
            help="Compare the dates of the two, or put them in order.",
            what="The order of the phases disagrees with their dates.",
            why="Mostly a month is a slip, or a date was changed and the order was not.",
        ),
    },
    bad=PLAN + _PHASES.format(a="09-01", b="09-30"),
    good=PLAN + _PHASES.format(a="11-01", b="11-30"),
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for dated neighbours in the wrong order."""
    for before, after in neighbours(context):
        if after.first < before.first:
            yield Diagnostic(
                rule=RULE,
                primary=after.start_span,
                labels=(Label(before.start_span),),
                args={
                    "a": before.phase.title,
                    "b": after.phase.title,
                    "from": after.first,
                    "to": before.first,
                },
                about=about(after.phase, before.phase),
            )
