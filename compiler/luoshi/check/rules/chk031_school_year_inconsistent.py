"""CHK031: a school year whose second year does not follow the first."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about
from luoshi.check.rules.examples import PLAN
from luoshi.dates import SchoolYear
from luoshi.diagnostics import Diagnostic, Rule, Severity, Texts
from luoshi.diagnostics.pasting import corrected

RULE = Rule(
    code="CHK031",
    name="school-year-inconsistent",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="学年{text:q}前后两个年份不相连。",
            primary="前后年份不相连",
            help="可能是{a}学年或{b}学年；对照原件，如：",
            what="学年的后一年应当是前一年加一年。",
            why="年份对不上，九月和一月各在哪一年就定不下来。",
        ),
        "zh-Hant": Texts(
            message="學年{text:q}前後兩個年份不相連。",
            primary="前後年份不相連",
            help="可能是{a}學年或{b}學年；請對照原件，如：",
            what="學年的後一年應為前一年加一年。",
            why="年份不相符，九月與一月各在哪一年就無法確定。",
        ),
        "en": Texts(
            message="The two years of the school year {text:q} do not follow each other.",
            primary="years do not follow",
            help="It may be {a} or {b}; compare the original and write, for example:",
            what="The second year of a school year must be the year after the first.",
            why="Otherwise nobody knows which year its September and January lie in.",
        ),
    },
    bad=PLAN + "期限: {学年: 2026—2025学年}\n",
    good=PLAN + "期限: {学年: 2026—2027学年}\n",
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for school years that contradict themselves; both readings, none chosen."""
    for found in context.index.dates:
        year = found.value
        if not isinstance(year, SchoolYear) or year.consistent:
            continue
        place = found.span
        readings = [f"{first}—{first + 1}" for first in (year.first_year, year.last_year - 1)]
        tail = (
            ""
            if context.spelling == "en"
            else ("学年" if context.spelling == "zh-Hans" else "學年")
        )
        yield Diagnostic(
            rule=RULE,
            primary=place,
            args={"text": place.text, "a": readings[0], "b": readings[1]},
            paste=(corrected(place, readings[0] + tail),),
            about=about(found.record, found.field, place.text),
        )
