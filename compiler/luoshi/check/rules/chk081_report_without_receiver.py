"""CHK081: a report that goes to nobody."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, blank, office_words
from luoshi.check.rules.coverage import is_whole
from luoshi.check.rules.examples import with_duty
from luoshi.check.rules.reports import reports, title_of
from luoshi.diagnostics import Diagnostic, Paste, Rule, Severity, Texts
from luoshi.model.tables.what import REPORT

_DUTY = "内容: 汇总排查情况, 完成时限: 2026-10-20, 报送: {{名称: 排查情况表{more}}}"

RULE = Rule(
    code="CHK081",
    name="report-without-receiver",
    severity=Severity.WARNING,
    draft=Severity.NOTE,
    texts={
        "zh-Hans": Texts(
            message="{send}{report:q}没有写报给谁。",
            primary="没有报送对象",
            help="写明报送对象。",
            what="要报送材料，没有写报给哪个单位。",
            why="没有对象，材料就没有人收、没有人催。",
        ),
        "zh-Hant": Texts(
            message="{send}{report:q}沒有寫{send}對象。",
            primary="沒有{send}對象",
            help="請寫明{send}對象。",
            what="要報送資料，沒有寫報送給哪個單位。",
            why="沒有對象，資料就沒有人收、沒有人催。",
        ),
        "en": Texts(
            message="The {send} {report:q} has no receiver.",
            primary="no receiver",
            help="Say whom it goes to.",
            what="A report is to be made, and the plan does not say to whom.",
            why="Nobody receives it, so nobody asks for it.",
        ),
    },
    bad=with_duty(_DUTY.format(more="")),
    good=with_duty(_DUTY.format(more=", 报送对象: 区教育局")),
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for reports without receiver."""
    for report, duty in reports(context):
        if report.receivers or not is_whole(report):
            continue
        yield Diagnostic(
            rule=RULE,
            primary=report.origin.short_span,
            args={"send": office_words(context)["report"], "report": title_of(report, duty)},
            paste=(Paste(f"{context.key(REPORT, 'receivers')}: {blank(context)}", new=True),),
            about=about(report, duty),
        )
