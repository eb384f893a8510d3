"""CHK045: the stated number of years is not what the dates come to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from luoshi.check.context import CheckContext
from luoshi.check.rules.chk030_range_reversed import reversed_bounds
from luoshi.check.rules.common import about
from luoshi.check.rules.examples import PLAN
from luoshi.diagnostics import Diagnostic, Label, Rule, Severity, Texts

RULE = Rule(
    code="CHK045",
    name="stated-duration-differs",
    severity=Severity.ERROR,
    draft=Severity.WARNING,
    texts={
        "zh-Hans": Texts(
            message="写明为期{years}年，起止日期是{months}个月。",
            primary="写明{years}年",
            related="起止日期",
            help="对照原件：改年数，或改起止日期。",
            what="写明的年数和起止日期算出来的不一样。",
            why="年数和日期各说各的，考核和名额按哪一个都会有人不服。",
        ),
        "zh-Hant": Texts(
            message="寫明為期{years}年，起訖日期是{months}個月。",
            primary="寫明{years}年",
            related="起訖日期",
            help="請對照原件：修改年數，或修改起訖日期。",
            what="寫明的年數與起訖日期算出來的不同。",
            why="年數與日期不一致，考核與名額依哪一個都會有爭議。",
        ),
        "en": Texts(
            message="The plan states {years} years; its dates come to {months} months.",
            primary="{years} stated",
            related="the dates",
            help="Compare the original: change the number, or the dates.",
            what="The stated number of years is not what the dates come to.",
            why="Assessment and quotas go by the one or the other.",
        ),
    },
    bad=PLAN + "期限: {从: 2026-09-01, 到: 2027-08-31, 年数: 3}\n",
    good=PLAN + "期限: {从: 2026-09-01, 到: 2029-08-31, 年数: 3}\n",
)

_YEAR = 12


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """A finding where neither whole years nor calendar years touched agree with the number."""
    period, (first, last) = context.plan.period, context.index.bounds
    if period is None or period.years is None or first is None or last is None:
        return
    if reversed_bounds(context.plan):
        return
    months = _months(first, last)
    if period.years in (round(months / _YEAR), last.year - first.year + 1):
        return
    yield Diagnostic(
        rule=RULE,
        primary=period.origin.at("years"),
        labels=(Label(period.origin.at("start" if period.start else "school_year")),),
        args={"years": period.years, "months": months},
        about=about("period", "years"),
    )


def _months(first: date, last: date) -> int:
    """Months from one day to another, begun ones counted from the middle on."""
    days = (last - first).days + 1
    return round(days / 30.4375)
