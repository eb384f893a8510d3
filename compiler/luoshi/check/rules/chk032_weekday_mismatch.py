"""CHK032: the weekday beside a date is not the weekday of that date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, full_day, inside
from luoshi.check.rules.examples import with_duty
from luoshi.check.rules.moments import single_days
from luoshi.dates import weekday_name
from luoshi.diagnostics import LANGUAGES, Diagnostic, Language, Rule, Severity, Texts
from luoshi.diagnostics.pasting import corrected
from luoshi.model.written import WrittenDate

RULE = Rule(
    code="CHK032",
    name="weekday-mismatch",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="{day}是{true}，这里写的是{stated:q}。",
            primary="这天是{true}",
            help="以日期为准就删去{stated:q}，或以星期为准写{near:day}。",
            what="日期后面写的星期不是那一天的星期。",
            why="看日期的和看星期的会在两天到场。",
        ),
        "zh-Hant": Texts(
            message="{day}是{true}，這裡寫的是{stated:q}。",
            primary="該日是{true}",
            help="以日期為準請刪去{stated:q}，或以星期為準寫{near:day}。",
            what="日期後面寫的星期不是那一天的星期。",
            why="看日期的與看星期的會在不同日到場。",
        ),
        "en": Texts(
            message="{day} is a {true}; the plan says {stated:q}.",
            primary="that day is a {true}",
            help="If the date is right, drop {stated:q}; if the weekday is right, write {near:day}:",
            what="The weekday written beside a date is not the weekday of that date.",
            why="Those who read the date and those who read the weekday come on different days.",
        ),
    },
    bad=with_duty("内容: 组织消防演练, 时间: 2026-11-09（周二）"),
    good=with_duty("内容: 组织消防演练, 时间: 2026-11-09（周一）"),
)

_WEEKDAY = re.compile(
    r"(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]|\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b",
    re.IGNORECASE,
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for days whose stated weekday is not theirs; the nearest such day is named."""
    for found in context.index.dates:
        for day in single_days(found.value):
            true = context.index.day_in_period(day)
            stated = day.stated_weekday
            if true is None or stated is None or stated == true.isoweekday():
                continue
            yield _finding(found, true, stated, context.plan.region)


def _finding(found: WrittenDate, true: date, stated: int, region: str) -> Diagnostic:
    whole = found.span
    written = _stated(whole.text, stated)
    near = min((true + timedelta(n) for n in range(-3, 4)), key=lambda d: d.isoweekday() != stated)
    return Diagnostic(
        rule=RULE,
        primary=inside(whole, written),
        args={
            "day": full_day(true, region),
            "stated": written,
            "near": near,
            "true": _names(true),
        },
        paste=(corrected(whole, near.isoformat()),),
        about=about(found.record, found.field, whole.text),
    )


def _stated(text: str, stated: int) -> str:
    """The weekday as typed; the last one where a range has two."""
    names = [match[0] for match in _WEEKDAY.finditer(text)]
    return names[-1] if names else weekday_name(stated, "en")


def _names(day: date) -> Mapping[Language, str]:
    return {language: weekday_name(day.isoweekday(), language) for language in LANGUAGES}
