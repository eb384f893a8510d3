"""CHK082: a report without date, deadline or rhythm."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, blank, office_words
from luoshi.check.rules.coverage import is_whole
from luoshi.check.rules.examples import with_duty
from luoshi.check.rules.reports import reports, title_of
from luoshi.diagnostics import Diagnostic, Paste, Rule, Severity, Texts
from luoshi.model.records import Duty, Report
from luoshi.model.tables.what import REPORT

_DUTY = "内容: 汇总排查情况, 报送: {{名称: 排查情况表, 报送对象: 区教育局{more}}}"

RULE = Rule(
    code="CHK082",
    name="report-without-time",
    severity=Severity.NOTE,
    strict=Severity.WARNING,
    texts={
        "zh-Hans": Texts(
            message="{send}{report:q}没有写什么时候报，排不进行事历。",
            primary="没有时间",
            help="写明时限或周期；暂不定的可以不改。",
            what="要报送材料，没有写时限，也没有写多久一次。",
            why="没有时间的报送不会出现在行事历里，容易忘报漏报。",
        ),
        "zh-Hant": Texts(
            message="{send}{report:q}沒有寫何時{send}，無法排入行事曆。",
            primary="沒有時間",
            help="請寫明時限或週期；暫不確定可不改。",
            what="要報送資料，沒有寫時限，也沒有寫多久一次。",
            why="沒有時間的報送不會出現在行事曆裡，容易遺漏。",
        ),
        "en": Texts(
            message="The {send} {report:q} has no date, so it can't go on the calendar.",
            primary="when?",
            help="Say by when or how often, or leave it for now.",
            what="A report has neither a deadline nor a rhythm.",
            why="It stands on no calendar and is easily left out.",
        ),
    },
    bad=with_duty(_DUTY.format(more="")),
    good=with_duty(_DUTY.format(more=", 完成时限: 2026-10-20")),
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for undated reports; what a trigger sets off has its time from the trigger."""
    for report, duty in reports(context):
        if _has_time(report) or (duty is not None and (duty.trigger or _has_time(duty))):
            continue
        if not is_whole(report) or (duty is not None and not is_whole(duty)):
            continue
        yield Diagnostic(
            rule=RULE,
            primary=report.origin.short_span,
            args={"send": office_words(context)["report"], "report": title_of(report, duty)},
            paste=(Paste(f"{context.key(REPORT, 'by')}: {blank(context)}", new=True),),
            about=about(report, duty),
        )


def _has_time(record: Report | Duty) -> bool:
    return any(getattr(record, field) is not None for field in ("when", "by", "at_least"))
