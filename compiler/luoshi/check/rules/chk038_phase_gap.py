"""CHK038: weekdays between two phases that belong to neither."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about
from luoshi.check.rules.examples import PLAN
from luoshi.check.rules.moments import span_words
from luoshi.check.rules.phases import neighbours, weekdays_between
from luoshi.diagnostics import Diagnostic, Label, Rule, Severity, Texts
from luoshi.diagnostics.pasting import corrected

_PHASES = "进度安排:\n  阶段:\n    - {{标题: 自查, 内容: 逐校自查, 从: 2026-09-01, 到: 2026-09-13}}\n    - {{标题: 复查, 内容: 抽查复核, 从: {start}, 到: 2026-09-30}}\n"

RULE = Rule(
    code="CHK038",
    name="phase-gap",
    severity=Severity.WARNING,
    draft=Severity.NOTE,
    texts={
        "zh-Hans": Texts(
            message="{a:q}和{b:q}之间空出{n}个工作日（{days}）。",
            primary="{from:day}开始",
            related="{to:day}结束",
            help="接上，或写豁免说明。",
            what="两个阶段之间有不属于任何阶段的工作日。",
            why="空出来的日子没有安排，容易停下来。",
            notes={"weekdays": "工作日按周一至周五数，没有扣除节假日。"},
        ),
        "zh-Hant": Texts(
            message="{a:q}與{b:q}之間空出{n}個上班日（{days}）。",
            primary="{from:day}開始",
            related="{to:day}結束",
            help="請銜接，或寫豁免說明。",
            what="兩個階段之間有不屬於任何階段的上班日。",
            why="空出來的日子沒有安排，容易停頓。",
            notes={"weekdays": "上班日以週一至週五計，未扣除放假日。"},
        ),
        "en": Texts(
            message="{n} workdays ({days}) lie between {a:q} and {b:q}.",
            one="1 workday ({days}) lies between {a:q} and {b:q}.",
            primary="begins {from:day}",
            related="ends {to:day}",
            help="Close the gap, or write a waiver.",
            what="Workdays between two phases belong to neither.",
            why="Nothing is planned for them, and the work tends to stop.",
            notes={
                "weekdays": "Workdays are counted Monday to Friday; holidays are not taken out."
            },
        ),
    },
    bad=PLAN + _PHASES.format(start="2026-09-18"),
    good=PLAN + _PHASES.format(start="2026-09-14"),
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for neighbours with a day from Monday to Friday between them."""
    for before, after in neighbours(context):
        free = weekdays_between(before.last, after.first)
        if not free:
            continue
        meeting = before.last + timedelta(1)
        yield Diagnostic(
            rule=RULE,
            primary=after.start_span,
            labels=(Label(before.end_span),),
            args={
                "a": before.phase.title,
                "b": after.phase.title,
                "n": len(free),
                "days": span_words(free[0], free[-1]),
                "from": after.first,
                "to": before.last,
            },
            notes=("weekdays",),
            paste=(corrected(after.start_span, meeting.isoformat()),),
            about=about(after.phase, before.phase),
        )
