"""CHK033: a day without a year that the period can't supply."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, several
from luoshi.check.rules.examples import with_duty
from luoshi.check.rules.moments import point_words, single_days
from luoshi.dates import Day
from luoshi.diagnostics import Diagnostic, Language, Rule, Severity, Texts
from luoshi.diagnostics.pasting import corrected
from luoshi.model import Index
from luoshi.model.written import WrittenDate

RULE = Rule(
    code="CHK033",
    name="date-without-year",
    severity=Severity.WARNING,
    draft=Severity.NOTE,
    texts={
        "zh-Hans": Texts(
            message="{day}没有年份，{reason}，只能列入“时间未定”。",
            primary="缺年份",
            help="补上年份，如：",
            what="日期没有写年份，方案的期限也推不出是哪一年。",
            why="年份不会代为拟定，这一天就排不进行事历。",
        ),
        "zh-Hant": Texts(
            message="{day}沒有年份，{reason}，只能列入「日期未定」。",
            primary="缺年份",
            help="請補上年份，如：",
            what="日期沒有寫年份，計畫的期程也推不出是哪一年。",
            why="年份不會代為擬定，這一天就排不進行事曆。",
        ),
        "en": Texts(
            message="{day} has no year and {reason}, so it stands in the undated list.",
            primary="no year",
            help="Add the year, for example:",
            what="A day without a year, in a plan whose period does not settle it.",
            why="No year is made up, so the day can't stand on the calendar.",
        ),
    },
    bad=with_duty("内容: 组织消防演练, 时间: 11月9日"),
    good=with_duty("内容: 组织消防演练, 时间: 2026年11月9日"),
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for days whose year is neither written, nor a placeholder, nor known otherwise."""
    index = context.index
    for found in index.dates:
        for day in single_days(found.value):
            if day.year is None and not day.year_text and index.day_in_period(day) is None:
                yield _finding(found, day, index)
                break


def _finding(found: WrittenDate, day: Day, index: Index) -> Diagnostic:
    place = found.span
    first = index.bounds[0] or index.issued_on
    year = first.year if first else 2026
    example = f"{year}-{day.month:02}-{day.day:02}"
    return Diagnostic(
        rule=RULE,
        primary=place,
        args={"day": _as_written(place.text, day), "reason": _reason(index)},
        paste=(corrected(place, example),),
        about=about(found.record, found.field, place.text),
    )


def _as_written(text: str, day: Day) -> Mapping[Language, str]:
    if len(text) <= 8:
        return several(hans=f"“{text}”", hant=f"「{text}」", en=f"“{text}”")
    return point_words(day)


def _reason(index: Index) -> Mapping[Language, str]:
    if None in index.bounds:
        return several(
            hans="方案也没有写起止年份", hant="計畫也未寫起訖年份", en="the plan names none"
        )
    return several(
        hans="期限里定不出是哪一年",
        hant="期程裡無法確定是哪一年",
        en="the period does not settle it",
    )
