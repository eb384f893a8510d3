"""CHK046: 定期, 适时, regularly: again, without saying how often."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, inside
from luoshi.check.rules.examples import with_duty
from luoshi.dates import Vague
from luoshi.diagnostics import Diagnostic, Paste, Rule, Severity, Texts
from luoshi.model.records import Duty, Record
from luoshi.model.tables.what import DUTY
from luoshi.source import Span

RULE = Rule(
    code="CHK046",
    name="vague-recurrence",
    severity=Severity.NOTE,
    strict=Severity.WARNING,
    texts={
        "zh-Hans": Texts(
            message="{text:q}没有写多久一次，排不进行事历。",
            primary="没有写多久一次",
            help="写明次数；暂不定的可以不改。",
            what="写了定期、适时一类的字，没有写次数或日期。",
            why="没有次数就排不进行事历，也查不出做没做到。",
        ),
        "zh-Hant": Texts(
            message="{text:q}沒有寫多久一次，無法排入行事曆。",
            primary="沒有寫多久一次",
            help="請寫明次數；暫不確定可不改。",
            what="寫了定期、適時一類的字，沒有寫次數或日期。",
            why="沒有次數就排不進行事曆，也無法查核是否做到。",
        ),
        "en": Texts(
            message="{text:q} does not say how often, so it can't go on the calendar.",
            primary="how often?",
            help="Say how often, or leave it for now.",
            what="A word such as “regularly”, and neither a number nor a date.",
            why="It can't go on a calendar, and nobody can tell whether it was done.",
        ),
    },
    bad=with_duty("内容: 定期检查学校食堂"),
    good=with_duty("内容: 定期检查学校食堂, 至少: 1次/月"),
)

_WORDS = re.compile(
    r"(?:不定期|定期|经常|經常|常态化|常態化)"
    r"|\b(?:(?:ir)?regularly|periodically|occasionally|frequently|often|from time to time|on a regular basis)\b",
    re.IGNORECASE,
)
_HINTS = ("定期", "egularly", "eriodically", "from time to time")  # in a duty's own text
_COUNT = {"zh-Hans": "1次/月", "zh-Hant": "1次/月", "en": "1/month"}


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for vague words in time fields, and in duties that say nothing else about time."""
    index = context.index
    timed = {id(found.record) for found in index.dates if not isinstance(found.value, Vague)}
    spoken: set[int] = set()
    for found in index.dates:
        if isinstance(found.value, Vague) and id(found.record) not in timed:
            spoken.add(id(found.record))
            if _WORDS.search(found.value.word):  # 及时 or "as needed" is no recurrence
                yield _finding(context, found.span, found.record)
    for duty in index.duties:
        record = duty.record
        if not isinstance(record, Duty) or id(record) in spoken or duty.times or record.trigger:
            continue
        if any(hint in record.text for hint in _HINTS):
            match = _WORDS.search(record.text)
            if match and not set(record.origin.lost) & {"when", "by", "at_least"}:
                place = inside(record.origin.at("text"), match[0])
                yield _finding(context, place, record)


def _finding(context: CheckContext, place: Span, record: Record) -> Diagnostic:
    text = getattr(record, "text", "") or getattr(record, "title", "") or place.text
    line = f"{context.key(DUTY, 'at_least')}: {_COUNT[context.spelling]}"
    return Diagnostic(
        rule=RULE,
        primary=place,
        args={"text": text},
        paste=(Paste(line, new=True),),
        about=about(record, place.text),
    )
