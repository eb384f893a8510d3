"""CHK037: a phase that begins before the one before it has ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about
from luoshi.check.rules.examples import PLAN
from luoshi.check.rules.moments import span_words
from luoshi.check.rules.phases import neighbours
from luoshi.diagnostics import Diagnostic, Label, Rule, Severity, Texts
from luoshi.diagnostics.pasting import corrected

_PHASES = "进度安排:\n  阶段:\n    - {{标题: 自查, 内容: 逐校自查, 从: 2026-09-01, 到: 2026-09-13}}\n    - {{标题: 复查, 内容: 抽查复核, 从: {start}, 到: 2026-09-30}}\n"

RULE = Rule(
    code="CHK037",
    name="phase-overlap",
    severity=Severity.WARNING,
    draft=Severity.NOTE,
    texts={
        "zh-Hans": Texts(
            message="{a:q}和{b:q}两个阶段重叠：{days}。",
            primary="{from:day}开始",
            related="{to:day}才结束",
            help="前后接上；确要同时进行的，写豁免说明。",
            what="后一阶段开始时前一阶段还没有结束。",
            why="重叠的日子里不清楚按哪一阶段的要求做。",
        ),
        "zh-Hant": Texts(
            message="{a:q}與{b:q}兩個階段重疊：{days}。",
            primary="{from:day}開始",
            related="{to:day}才結束",
            help="請前後銜接；確要同時進行者，請寫豁免說明。",
            what="後一階段開始時，前一階段尚未結束。",
            why="重疊的日子裡不清楚應依哪一階段的要求辦理。",
        ),
        "en": Texts(
            message="The phases {a:q} and {b:q} overlap: {days}.",
            primary="begins {from:day}",
            related="ends only {to:day}",
            help="Make them meet, or write a waiver if both run at once:",
            what="A phase begins before the one before it has ended.",
            why="On the days they share it is unclear whose requirements hold.",
        ),
    },
    bad=PLAN + _PHASES.format(start="2026-09-10"),
    good=PLAN + _PHASES.format(start="2026-09-14"),
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for neighbours that share days; a phase out of order is CHK041's."""
    for before, after in neighbours(context):
        if not before.first <= after.first <= before.last:
            continue
        meeting = before.last + timedelta(1)
        paste = (corrected(after.start_span, meeting.isoformat()),)
        yield Diagnostic(
            rule=RULE,
            primary=after.start_span,
            labels=(Label(before.end_span),),
            args={
                "a": before.phase.title,
                "b": after.phase.title,
                "days": span_words(after.first, min(before.last, after.last)),
                "from": after.first,
                "to": before.last,
            },
            paste=paste if meeting <= after.last else (),
            about=about(after.phase, before.phase),
        )
