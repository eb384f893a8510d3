"""CHK007: two units serve one task with a duty each, and nothing says who leads it."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import (
    about,
    blank,
    labels_at,
    office_words,
    owner_entry,
    quoted_names,
)
from luoshi.check.rules.examples import DIVISION, HEAD
from luoshi.diagnostics import Diagnostic, Paste, Rule, Severity, Texts
from luoshi.model import Obligation, unit_key
from luoshi.model.records import Duty, WorkItem
from luoshi.model.tables.what import WORK_ITEM

_TASK = "工作任务:\n  - {{编号: t1, 标题: 食堂安全{owner}}}\n"
_SERVING = DIVISION.replace("内部安全隐患", "内部安全隐患, 落实任务: t1").replace(
    "周边治安", "周边治安, 落实任务: t1"
)

RULE = Rule(
    code="CHK007",
    name="overlap-without-lead",
    severity=Severity.NOTE,
    strict=Severity.WARNING,
    texts={
        "zh-Hans": Texts(
            message="{units}都承担{work:q}，没有写谁牵头。",
            primary="这项任务",
            related="其中一条",
            help="给任务定一个牵头单位，或在各条里写明分界。",
            what="几个单位各有一条职责落实同一项任务，任务本身没有责任单位。",
            why="各管一段而没有分界，交界处最容易没人管。",
        ),
        "zh-Hant": Texts(
            message="{units}都負責{work:q}，沒有寫誰{leads}。",
            primary="這項工作",
            related="其中一項",
            help="請確定{lead}，或在各項中寫明分工。",
            what="數個單位各有一項職掌落實同一項工作，該工作沒有責任單位。",
            why="各管一段而沒有分界，交界處最容易沒人管。",
        ),
        "en": Texts(
            message="{units} cover {work:q}; none is named as {lead}.",
            primary="this task",
            related="one of the duties",
            help="Name a lead, or write in each duty where the line runs.",
            what="Several units serve one task with a duty each; the task itself has no owner.",
            why="Where nobody draws the line, what lies between is left undone.",
        ),
    },
    bad=HEAD + _TASK.format(owner="") + _SERVING,
    good=HEAD + _TASK.format(owner=", 责任单位: 区教育局") + _SERVING,
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for tasks served from several sides; joint duties say who does it together."""
    index = context.index
    serving: dict[str, list[Obligation]] = {}
    for duty in index.duties:
        if isinstance(duty.record, Duty):
            for name in duty.record.serves:
                serving.setdefault(name, []).append(duty)
    if not serving:
        return
    for work in index.works:
        record = work.record
        duties = serving.get(record.id, ())
        if len(duties) > 1 and isinstance(record, WorkItem) and not work.owners:
            yield from _finding(context, record, tuple(duties))


def _finding(
    context: CheckContext, work: WorkItem, duties: tuple[Obligation, ...]
) -> Iterator[Diagnostic]:
    names = _leaders(context, duties)
    if len(names) < 2:
        return
    place = work.origin.short_span
    entry = owner_entry(context, blank(context), "lead")
    yield Diagnostic(
        rule=RULE,
        primary=place,
        labels=labels_at((duty.record.origin.short_span for duty in names.values()), place),
        args={
            **office_words(context),
            "units": quoted_names(tuple(names)),
            "work": work.title or work.text,
        },
        paste=(Paste(f"{context.key(WORK_ITEM, 'owners')}: [{entry}]", new=True),),
        about=about(work, *names),
    )


def _leaders(context: CheckContext, duties: tuple[Obligation, ...]) -> dict[str, Obligation]:
    """The units that lead a duty each; none where some duty is joint, which settles the matter."""
    found: dict[str, Obligation] = {}
    for duty in duties:
        if any(owner.role == "joint" for owner in duty.owners):
            return {}
        for owner in duty.owners:
            unit = context.index.unit(owner.unit)
            if unit is not None and owner.role == "lead" and unit_key(unit):
                found.setdefault(unit.name, duty)
    return found
