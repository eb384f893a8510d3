"""CHK001: a unit of the leading group that the plan gives nothing to do. The first rule of all."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.diagnostics import Diagnostic, Label, Paste, Rule, Severity, Texts
from luoshi.model.tables.what import DUTY

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
            message="{unit:q}是领导小组成员，但方案没有给它任何职责。",
            primary="列为成员",
            related="{n}条职责都在这里",
            help="补一条它的职责；不承担任务的，移出名单。",
            what="领导小组里的每个成员单位都要有至少一条职责。",
            why="成员没有职责，就没有责任书可签，检查时也无从追问。",
        ),
        "zh-Hant": Texts(
            message="{unit:q}是推動小組成員，但計畫沒有分配工作給它。",
            primary="列為成員",
            related="{n}項工作都在這裡",
            help="請補一項它的工作；不承擔者請移出名單。",
            what="推動小組裡的每個成員都要有至少一項工作。",
            why="成員沒有工作，就沒有責任書可簽，檢查時也無從追問。",
        ),
        "en": Texts(
            message="{unit:q} is a member of the leading group but has no duty.",
            primary="listed as a member",
            related="all {n} duties are here",
            help="Give it a duty, or take it off the list.",
            what="Every member of the leading group must have at least one duty.",
            why="A member without a duty has no letter to sign and nothing to answer for.",
        ),
    },
    bad=_PLAN.format(more=""),
    good=_PLAN.format(
        more="  - 责任单位: 区公安局\n    职责: [{编号: d2, 内容: 整治校园周边治安}]\n"
    ),
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for members without an obligation of their own."""
    index = context.index
    group = context.plan.organization.leading_group if context.plan.organization else None
    if group is None:
        return
    for n, name in enumerate(group.members):
        unit = index.unit(name)
        if unit is None or index.by_unit.get(unit.id or unit.name):
            continue
        yield Diagnostic(
            rule=RULE,
            primary=group.origin.at("members", n),
            labels=_where_duties_stand(context),
            args={"unit": name, "n": len(index.duties)},
            paste=(Paste(_line(context, name), new=True),),
            about=(name, unit.id, unit.name),
        )


def _where_duties_stand(context: CheckContext) -> tuple[Label, ...]:
    plan = context.plan
    for field in ("division_of_labor", "measures", "tasks"):
        if plan.origin.has(field):
            return (Label(plan.origin.key(field)),)
    return ()


def _line(context: CheckContext, unit: str) -> str:
    text, owner = context.key(DUTY, "text"), context.key(DUTY, "owners")
    blank = {"zh-Hans": "（待填）", "zh-Hant": "（待填）", "en": "(to fill in)"}[context.spelling]
    return f"- {{{text}: {blank}, {owner}: {unit}}}"
