"""CHK014: two units of one duty or task are both named as lead."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, labels_at, office_words, owner_span, role_line
from luoshi.check.rules.examples import with_duty
from luoshi.diagnostics import Diagnostic, Paste, Rule, Severity, Texts

_OWNERS = "责任单位: [{{单位: 区公安局, 角色: 牵头}}, {{单位: 区教育局, 角色: {role}}}]"

RULE = Rule(
    code="CHK014",
    name="two-leads",
    severity=Severity.WARNING,
    texts={
        "zh-Hans": Texts(
            message="{work:q}有{n}个{lead}：{units}。",
            primary="又一个牵头",
            related="也是牵头",
            help="定一个牵头，其余改为配合；共同承担的，都改为联合。",
            what="一条职责或一项任务有两个以上牵头单位。",
            why="两家牵头等于没有牵头，汇总和报送也会各做一份。",
        ),
        "zh-Hant": Texts(
            message="{work:q}有{n}個{lead}：{units}。",
            primary="又一個{lead}",
            related="也是{lead}",
            help="請確定一個{lead}，其餘改為{assists}；共同承擔者都改為{joint}。",
            what="一項工作有兩個以上主辦單位。",
            why="兩個單位同時主辦等於無人主辦，彙整與陳報也會各做一份。",
        ),
        "en": Texts(
            message="{work:q} has {n} leads: {units}.",
            primary="a further lead",
            related="leads as well",
            help="Keep one lead and let the rest assist; if they share it, make all joint.",
            what="One duty or task names two or more leads.",
            why="Where two lead nobody does, and reports are made twice.",
        ),
    },
    bad=with_duty("内容: 核查校车, " + _OWNERS.format(role="牵头")),
    good=with_duty("内容: 核查校车, " + _OWNERS.format(role="配合")),
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings at the second lead of an owner list; inherited lists are judged where they stand."""
    seen: set[int] = set()
    for found in context.index.obligations:
        if len(found.owners) < 2 or id(found.owners) in seen:
            continue
        seen.add(id(found.owners))
        leading = [owner for owner in found.owners if owner.role == "lead"]
        if len(leading) < 2:
            continue
        units = tuple(context.index.name_of(owner.unit) for owner in leading)
        place = owner_span(leading[1])
        yield Diagnostic(
            rule=RULE,
            primary=place,
            labels=labels_at((owner_span(owner) for owner in leading), place),
            args={**office_words(context), "work": found.text, "n": len(units), "units": units},
            paste=(Paste(role_line(context, "joint")),),
            about=about(found.record, *units),
        )
