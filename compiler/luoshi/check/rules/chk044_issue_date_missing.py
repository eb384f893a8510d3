"""CHK044: the notice has no date yet."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, blank
from luoshi.check.rules.examples import PLAN
from luoshi.diagnostics import Diagnostic, Paste, Rule, Severity, Texts
from luoshi.model.tables.plan import ISSUE

RULE = Rule(
    code="CHK044",
    name="issue-date-missing",
    severity=Severity.NOTE,
    strict=Severity.WARNING,
    texts={
        "zh-Hans": Texts(
            message="还没有写成文日期，通知上留空。",
            primary="没有成文日期",
            help="签发时补上。",
            what="写了发文的内容，没有写成文日期。",
            why="没有成文日期，通知不能发出，也查不出哪些时限已经过了。",
        ),
        "zh-Hant": Texts(
            message="尚未填寫發文日期，函上留白。",
            primary="沒有發文日期",
            help="核發時請補上。",
            what="寫了發文的內容，沒有寫發文日期。",
            why="沒有發文日期，函件不能發出，也無法查出哪些時限已過。",
        ),
        "en": Texts(
            message="The date of issue is not given; the notice leaves it blank.",
            primary="no date of issue",
            help="Add it on issue.",
            what="The plan says how it is issued, but not when.",
            why="A notice needs its date, and without it nobody sees which deadlines have passed.",
        ),
    },
    bad=PLAN + "印发: {发文机关: 区教育局}\n",
    good=PLAN + "印发: {发文机关: 区教育局, 成文日期: 2026-08-28}\n",
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """A finding for an issue without date."""
    issue = context.plan.issue
    if issue is None or issue.date is not None or "date" in issue.origin.lost:
        return
    yield Diagnostic(
        rule=RULE,
        primary=context.plan.origin.key("issue"),
        paste=(Paste(f"{context.key(ISSUE, 'date')}: {blank(context)}", new=True),),
        about=about("issue", "date"),
    )
