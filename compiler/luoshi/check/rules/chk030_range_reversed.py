"""CHK030: a period, phase, term or range that ends before it starts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, full_day, several, year_words
from luoshi.check.rules.examples import PLAN
from luoshi.dates import DateRange, Moment
from luoshi.diagnostics import (
    Arg,
    Diagnostic,
    Label,
    Language,
    Paste,
    Rule,
    Severity,
    Texts,
)
from luoshi.diagnostics.pasting import corrected
from luoshi.model.records import DayOff, Duty, Period, Phase, Plan, Record, Term

RULE = Rule(
    code="CHK030",
    name="range-reversed",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="{kind}起止颠倒：从{start}到{end}。",
            primary="到这天",
            related="从这天",
            help="对调，或把结束年份改为{year}。",
            what="结束日期早于开始日期。",
            why="起止颠倒的期限排不出行事历，也算不出期限内外。",
        ),
        "zh-Hant": Texts(
            message="{kind}起訖顛倒：自{start}至{end}。",
            primary="至此日",
            related="自此日",
            help="請對調，或將結束年份改為{year}年。",
            what="結束日期早於開始日期。",
            why="起訖顛倒的期程排不進行事曆，也無法判斷期內期外。",
        ),
        "en": Texts(
            message="{kind} ends ({end}) before it starts ({start}).",
            primary="ends here",
            related="starts here",
            help="Swap the dates, or change the year of the end to {year}.",
            what="The end of a period, phase or range comes before its start.",
            why="Nothing can be placed on a calendar between such dates.",
        ),
    },
    bad=PLAN + "期限: {从: 2026-12-20, 到: 2026-09-01}\n",
    good=PLAN + "期限: {从: 2026-09-01, 到: 2026-12-20}\n",
)

_ENDS = {Period: ("start", "end"), Phase: ("start", "end"), Term: ("start", "end"),
         DayOff: ("start", "end"), Duty: ("starting", "until")}  # fmt: skip

_RANGE = several(hans="日期", hant="日期", en="The range")
_KINDS: Mapping[type[Record], Mapping[Language, str]] = {
    Period: several(hans="期限", hant="期程", en="The period"),
    Phase: several(hans="阶段", hant="階段", en="The phase"),
    Term: several(hans="学期", hant="學期", en="The school term"),
    DayOff: several(hans="放假", hant="放假", en="The holiday"),
    Duty: several(hans="职责", hant="工作", en="The duty"),
}


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for pairs of fields and for ranges written in one text."""
    for found in context.index.dates:
        value, record = found.value, found.record
        first, last = _ENDS.get(type(record), ("", ""))
        if found.field == last:
            start, end = _day(getattr(record, first)), _day(getattr(record, last), last=True)
            if start is not None and end is not None and end < start:
                yield _of_fields(context, record, start, end)
        if isinstance(value, DateRange) and value.is_reversed:
            assert value.first is not None  # noqa: S101 - reversed ranges are dated
            assert value.last is not None  # noqa: S101
            swapped = f"{value.last.isoformat()}至{value.first.isoformat()}"
            if context.spelling == "en":
                swapped = f"{value.last.isoformat()} to {value.first.isoformat()}"
            yield Diagnostic(
                rule=RULE,
                primary=found.span,
                args=_args(_RANGE, value.first, value.last, context.plan.region),
                paste=(corrected(found.span, swapped),),
                about=about(found.record, found.field),
            )


def reversed_bounds(plan: Plan) -> bool:
    """Whether the plan's own period is reversed; rules about the period are silent then."""
    period = plan.period
    start, end = (_day(period.start), _day(period.end, last=True)) if period else (None, None)
    return start is not None and end is not None and end < start


def _day(moment: Moment | None, *, last: bool = False) -> date | None:
    if moment is None:
        return None
    return moment.last if last else moment.first


def _args(kind: Mapping[Language, str], start: date, end: date, region: str) -> dict[str, Arg]:
    later = (end.month, end.day) >= (start.month, start.day)
    year = start.year if later else start.year + 1
    return {
        "kind": kind,
        "start": full_day(start, region),
        "end": full_day(end, region),
        "year": year_words(year, region),
    }


def _of_fields(context: CheckContext, record: Record, start: date, end: date) -> Diagnostic:
    first, last = _ENDS[type(record)]
    origin = record.origin
    assert origin.table is not None  # noqa: S101 - dates were read from a table
    keys = [origin.table.field(name).spelling(context.spelling) for name in (first, last)]
    swapped = f"{{{keys[0]}: {origin.at(last).text}, {keys[1]}: {origin.at(first).text}}}"
    return Diagnostic(
        rule=RULE,
        primary=origin.at(last),
        labels=(Label(origin.at(first)),),
        args=_args(_KINDS[type(record)], start, end, context.plan.region),
        paste=(Paste(swapped),),
        about=about(record, "period" if isinstance(record, Period) else ""),
    )
