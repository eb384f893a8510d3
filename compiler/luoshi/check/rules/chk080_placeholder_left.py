"""CHK080: a place that is not filled in yet: xx, xxxx年, ○○, （待填）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, inside, labels_at
from luoshi.check.rules.examples import with_duty
from luoshi.check.rules.moments import is_unfilled
from luoshi.diagnostics import Diagnostic, Rule, Severity, Texts
from luoshi.model.records import Record
from luoshi.source import Span

RULE = Rule(
    code="CHK080",
    name="placeholder-left",
    severity=Severity.WARNING,
    draft=Severity.NOTE,
    texts={
        "zh-Hans": Texts(
            message="{text:q}还没有填，另有{others}处相同。",
            one="{text:q}还没有填。",
            primary="待填",
            related="另一处",
            help="定下后填上；发文时仍不能定的，写豁免说明。",
            what="方案里留着没有填的地方（xx、xxxx年、○○、待填）。",
            why="发出去的文书里会原样印着空位。",
        ),
        "zh-Hant": Texts(
            message="{text:q}尚未填寫，另有{others}處相同。",
            one="{text:q}尚未填寫。",
            primary="待填",
            related="另一處",
            help="確定後請填寫；發文時仍無法確定者，請寫豁免說明。",
            what="計畫裡留有尚未填寫的地方（xx、20xx、○○、待填）。",
            why="發出的文件裡會原樣印著空位。",
        ),
        "en": Texts(
            message="{text:q} has not been filled in; it stands in {n} places.",
            one="{text:q} has not been filled in.",
            primary="to fill in",
            related="and here",
            help="Fill it in when it is settled; if that comes after issue, write a waiver.",
            what="A place in the plan is not filled in (xx, 20xx, “to fill in”).",
            why="The documents would be issued with the gap in print.",
        ),
    },
    bad=with_duty("内容: 报送xx市统计报表"),
    good=with_duty("内容: 报送全市统计报表"),
)

_HINTS = ("xx", "XX", "Xx", "××", "○○", "〇〇", "◯◯", "待填", "to fill in", "TBD", "___")
_RUN = r"(?:(?<![A-Za-z])\d{0,2}(?:x{2,}|X{2,}|×{2,})(?![A-Za-z])|(?<![一二三四五六七八九十百千])[○〇◯]{2,}(?![一二三四五六七八九十百千]))"
_TOKEN = re.compile(
    rf"(?:(?:[〔\[(（]{_RUN}[〕\])）]|{_RUN})[年月日号號时時届屆]?(?:\d{{1,2}}[月日号號])?)+"
    r"|[（(](?:待填|to fill in)[^）)]*[）)]|待填|to fill in|\bTBD\b|_{3,}"
)
_WHOLE = 12  # a text no longer than this is quoted whole


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """One finding for each distinct text; its other places are labels."""
    places: dict[str, list[tuple[Record, Span]]] = {}
    for text, record, span in _left(context):
        places.setdefault(text, []).append((record, span))
    for text, found in places.items():
        record, span = found[0]
        yield Diagnostic(
            rule=RULE,
            primary=span,
            labels=labels_at((other for _, other in found[1:]), span),
            args={"text": text, "n": len(found), "others": len(found) - 1},
            about=about(text, record),
        )


def _left(context: CheckContext) -> Iterator[tuple[str, Record, Span]]:
    index = context.index
    if context.plan.include or any(hint in context.read.source.text for hint in _HINTS):
        for found in index.texts:
            if any(hint in found.text for hint in _HINTS):
                yield from _in_text(found.text, found.record, found.span)
    for written in index.dates:
        if is_unfilled(written.value):
            place = written.span
            yield " ".join(place.text.split()), written.record, place


def _in_text(text: str, record: Record, span: Span) -> Iterator[tuple[str, Record, Span]]:
    seen: set[str] = set()
    for match in _TOKEN.finditer(text):
        token = text if len(text) <= _WHOLE else match[0]
        if token not in seen:
            seen.add(token)
            yield token, record, inside(span, token)
