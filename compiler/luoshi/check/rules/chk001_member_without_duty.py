"""CHK001: a unit of the leading group that the plan gives nothing to do. The first rule of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, blank, office_words
from luoshi.check.rules.coverage import duties_readable, half_named
from luoshi.diagnostics import Diagnostic, Label, Language, Paste, Rule, Severity, Texts
from luoshi.model import unit_key
from luoshi.model.records import Group, Unit
from luoshi.model.tables.what import DUTY
from luoshi.source import Span

_PLAN = """标题: 秋季校园安全工作方案
单位: [区教育局, 区公安局]
组织领导:
  领导小组: {{组长: 区教育局主要领导, 成员: [区教育局, 区公安局]}}
责任分工:
  - 责任单位: 区教育局
    职责: [{{编号: d1, 内容: 排查校园内部安全隐患}}]
{more}"""

RULE = Rule(
    code="CHK001",
    name="member-without-duty",
    severity=Severity.ERROR,
    draft=Severity.WARNING,
    texts={
        "zh-Hans": Texts(
            message="{unit:q}是{group}{part}，但方案没有给它任何职责。",
            primary="列为{part}",
            related="{n}条职责都在这里",
            help="补一条它的职责；不承担任务的，移出名单。",
            what="领导小组里的每个单位都要有至少一条职责。",
            why="没有职责，就没有责任书可签，检查时也无从追问。",
        ),
        "zh-Hant": Texts(
            message="{unit:q}是{group}{part}，但計畫沒有分配工作給它。",
            primary="列為{part}",
            related="{n}項工作都在這裡",
            help="請補一項它的工作；不承擔者請移出名單。",
            what="小組裡的每個單位都要有至少一項工作。",
            why="沒有工作，就沒有責任書可簽，檢查時也無從追問。",
        ),
        "en": Texts(
            message="{unit:q} {part} the {group} but has no duty.",
            primary="named here",
            related="the list of duties",
            help="Give it a duty, or take it off the list.",
            what="Every unit of the leading group must have at least one duty.",
            why="A unit without a duty has no letter to sign and nothing to answer for.",
        ),
    },
    bad=_PLAN.format(more=""),
    good=_PLAN.format(
        more="  - 责任单位: 区公安局\n    职责: [{编号: d2, 内容: 整治校园周边治安}]\n"
    ),
)

_PARTS: Mapping[str, Mapping[Language, str]] = {
    "member": {"zh-Hans": "成员", "zh-Hant": "成員", "en": "is a member of"},
    "lead": {"zh-Hans": "牵头单位", "zh-Hant": "主辦單位", "en": "leads"},
    "head": {"zh-Hans": "组长所在单位", "zh-Hant": "召集單位", "en": "heads"},
    "deputy": {"zh-Hans": "副组长所在单位", "zh-Hant": "副召集單位", "en": "co-heads"},
}
_PARTS_MAINLAND: Mapping[str, str] = {
    "member": "成員",
    "lead": "牽頭單位",
    "head": "組長所在單位",
    "deputy": "副組長所在單位",
}


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for units of the leading group without an obligation of their own."""
    organization = context.plan.organization
    group = organization.leading_group if organization else None
    idle = list(_idle(context, group)) if group is not None else []
    if not idle or not duties_readable(context):
        return
    silent = half_named(context)
    for part, name, place, unit in idle:
        if unit_key(unit) in silent:
            continue
        yield Diagnostic(
            rule=RULE,
            primary=place,
            labels=_where_duties_stand(context),
            args={
                **office_words(context),
                "unit": name,
                "part": _part(part, context),
                "n": len(context.index.duties),
            },
            paste=(Paste(_line(context, name), new=True),),
            about=about(name, unit),
        )


def _part(part: str, context: CheckContext) -> Mapping[Language, str]:
    """What a unit is in the group, in the words of the plan's region."""
    words = _PARTS[part]
    return words if context.plan.region == "TW" else {**words, "zh-Hant": _PARTS_MAINLAND[part]}


def _idle(context: CheckContext, group: Group) -> Iterator[tuple[str, str, Span, Unit]]:
    seen: set[str] = set()
    for part, name, place in _units(group):
        unit = context.index.unit(name)
        if unit is None or unit_key(unit) in seen:
            continue
        seen.add(unit_key(unit))
        if not context.index.by_unit.get(unit_key(unit)):
            yield part, name, place, unit


def _units(group: Group) -> Iterator[tuple[str, str, Span]]:
    for n, name in enumerate(group.members):
        yield "member", name, group.origin.at("members", n)
    if group.lead:
        yield "lead", group.lead, group.origin.at("lead")
    for part, holders in (("head", group.heads), ("deputy", group.deputies)):
        for holder in holders:
            if holder.unit:
                yield part, holder.unit, holder.origin.at("unit")


def _where_duties_stand(context: CheckContext) -> tuple[Label, ...]:
    plan = context.plan
    for field in ("division_of_labor", "measures", "tasks"):
        if plan.origin.has(field) and context.index.duties:
            return (Label(plan.origin.key(field)),)
    return ()


def _line(context: CheckContext, unit: str) -> str:
    text, owner = context.key(DUTY, "text"), context.key(DUTY, "owners")
    return f"- {{{text}: {blank(context)}, {owner}: {unit}}}"
