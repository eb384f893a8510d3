"""CHK002: a department has duties but stands outside the leading group. The first rule, backwards."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, office_words, owner_span
from luoshi.check.rules.examples import DIVISION
from luoshi.diagnostics import Diagnostic, Label, Paste, Rule, Severity, Texts
from luoshi.model import Obligation, unit_key
from luoshi.model.records import Owner, Unit

_GROUP = "组织领导:\n  领导小组: {{组长: 区教育局主要领导, 成员: {members}}}\n"
_HEAD = "标题: 秋季校园安全工作方案\n单位: [区教育局, 区公安局]\n"

RULE = Rule(
    code="CHK002",
    name="duty-holder-not-member",
    severity=Severity.WARNING,
    draft=Severity.NOTE,
    texts={
        "zh-Hans": Texts(
            message="{unit:q}有{n}条职责，但不在{group}名单里。",
            primary="其中一条",
            related="成员名单",
            help="补入名单；确属外单位的，写豁免说明。",
            what="承担职责的部门不在领导小组成员名单里。",
            why="不是成员，就不参加会议、没有联络员，职责容易落空。",
        ),
        "zh-Hant": Texts(
            message="{unit:q}分到{n}項工作，但不在{group}名單裡。",
            primary="其中一項",
            related="成員名單",
            help="請補入名單；若為外部單位，請寫豁免說明。",
            what="承擔工作的單位不在小組名單裡。",
            why="不是成員，就不參加會議、沒有聯絡人，工作容易落空。",
        ),
        "en": Texts(
            message="{unit:q} has {n} duties but is not in the {group}.",
            one="{unit:q} has 1 duty but is not in the {group}.",
            primary="one of its duties",
            related="list of members",
            help="Add it, or write a waiver that says why it stays outside.",
            what="A department has duties but is not on the list of members.",
            why="Outside the group it has no seat and no liaison, and its duties are easily lost.",
        ),
    },
    bad=_HEAD + _GROUP.format(members="[区教育局]") + DIVISION,
    good=_HEAD + _GROUP.format(members="[区教育局, 区公安局]") + DIVISION,
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for departments with duties that the leading group does not hold."""
    organization = context.plan.organization
    group = organization.leading_group if organization else None
    if group is None or not group.members or {"members", "heads", "lead"} & set(group.origin.lost):
        return
    for unit in context.index.plan.units:
        held = _duties_of(unit, context)
        if unit.kind != "department" or not held or _belongs(unit, context):
            continue
        yield Diagnostic(
            rule=RULE,
            primary=owner_span(held[0]),
            labels=(Label(group.origin.key("members")),),
            args={**office_words(context), "unit": unit.name, "n": len(held)},
            paste=(Paste(f"- {unit.id or unit.name}", new=True),),
            about=about(unit),
        )


def _duties_of(unit: Unit, context: CheckContext) -> list[Owner]:
    """The place of the unit in each duty it has; in each task where it has tasks alone."""
    own = [found for found, _ in context.index.by_unit.get(unit_key(unit), ())]
    duties = [found for found in own if found.kind == "duty"]
    named = duties or [found for found in own if found.kind == "work"]
    return [owner for found in named if (owner := _owner(unit, found, context)) is not None]


def _owner(unit: Unit, found: Obligation, context: CheckContext) -> Owner | None:
    for owner in found.owners:
        if context.index.unit(owner.unit) is unit:
            return owner
    return None


def _belongs(unit: Unit, context: CheckContext) -> bool:
    """A member itself, under a member, or made of members."""
    index, members = context.index, context.index.members
    if unit_key(unit) in members:
        return True
    above, seen = index.unit(unit.belongs_to), {unit_key(unit)}
    while above is not None and unit_key(above) not in seen:
        if unit_key(above) in members:
            return True
        seen.add(unit_key(above))
        above = index.unit(above.belongs_to)
    parts = [index.unit(name) for name in unit.consists_of]
    return bool(parts) and all(part is not None and unit_key(part) in members for part in parts)
