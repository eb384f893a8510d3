"""CHK066: a counted slogan (三严防) that lists more or fewer than it counts."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about
from luoshi.check.rules.examples import PLAN
from luoshi.diagnostics import Diagnostic, Label, Rule, Severity, Texts
from luoshi.model.records import Slogan, WorkItem

RULE = Rule(
    code="CHK066",
    name="slogan-count-differs",
    severity=Severity.ERROR,
    draft=Severity.WARNING,
    texts={
        "zh-Hans": Texts(
            message="{slogan:q}是{count}项，列出了{n}项。",
            primary="{count}项",
            related="列出{n}项",
            help="对照原件：补上缺的，或改正数目。",
            what="带数目的提法（三严防、二提升）和列出的内容数目不同。",
            why="印出来一数就对不上。",
        ),
        "zh-Hant": Texts(
            message="{slogan:q}是{count}項，列出了{n}項。",
            primary="{count}項",
            related="列出{n}項",
            help="請對照原件：補上缺的，或改正數目。",
            what="帶數目的提法（三嚴防、二提升）與列出的內容數目不同。",
            why="印出來一數就不符。",
        ),
        "en": Texts(
            message="{slogan:q} counts {count} and lists {n}.",
            primary="counts {count}",
            related="{n} listed",
            help="Compare the original: add what is missing, or correct the number.",
            what="A counted slogan lists more or fewer than it counts.",
            why="Every reader can count them in print.",
        ),
    },
    bad=PLAN + "归纳提法: [{提法: 三严防, 数量: 3, 内容: [严防入侵, 严防事故]}]\n",
    good=PLAN + "归纳提法: [{提法: 三严防, 数量: 3, 内容: [严防入侵, 严防事故, 严防疫病]}]\n",
)

_NUMERALS = {word: n for n, word in enumerate("二三四五六七八九", 2)} | {"两": 2, "兩": 2}


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for slogans whose contents are listed; those without contents say nothing."""
    for slogan in _slogans(context):
        count, field = slogan.count, "count"
        if count is None:
            count, field = _numeral(slogan.name), "name"
        if count is None or not slogan.items or count == len(slogan.items):
            continue
        if "items" in slogan.origin.lost:
            continue
        yield Diagnostic(
            rule=RULE,
            primary=slogan.origin.at(field),
            labels=(Label(slogan.origin.key("items")),),
            args={"slogan": slogan.name, "count": count, "n": len(slogan.items)},
            about=about(slogan),
        )


def _numeral(name: str) -> int | None:
    """The number a name begins with: 三严防, 四个能力; 十六字方针 counts characters, not items."""
    if len(name) < 2 or name[1] in "十字百":
        return None
    return _NUMERALS.get(name[0])


def _slogans(context: CheckContext) -> Iterator[Slogan]:
    yield from context.plan.slogans
    for work in context.index.works:
        if isinstance(work.record, WorkItem):
            yield from work.record.slogans
