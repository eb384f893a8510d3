"""CHK013: a department or post is listed, but the plan gives it nothing to do at all."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, blank
from luoshi.check.rules.coverage import duties_readable, half_named
from luoshi.check.rules.examples import DIVISION, HEAD, PLAN
from luoshi.diagnostics import Diagnostic, Paste, Rule, Severity, Texts
from luoshi.model import unit_key
from luoshi.model.records import Group, Liaison, Person, Unit
from luoshi.model.tables.what import DUTY
from luoshi.model.walk import references

RULE = Rule(
    code="CHK013",
    name="unit-without-duty",
    severity=Severity.WARNING,
    draft=Severity.NOTE,
    texts={
        "zh-Hans": Texts(
            message="单位表里的{unit:q}没有任何职责，方案也没有用到它。",
            primary="没有职责",
            help="补一条它的职责；不承担任务的，从单位表里删去。",
            what="单位表列了一个部门或岗位，方案没有给它任何事。",
            why="列了而没有事，多半是漏写了它的职责。",
        ),
        "zh-Hant": Texts(
            message="單位表裡的{unit:q}沒有任何工作，計畫也沒有用到它。",
            primary="沒有工作",
            help="請補一項它的工作；不承擔者請從單位表刪去。",
            what="單位表列了一個處室或職務，計畫沒有分配任何事給它。",
            why="列了而沒有事，多半是漏寫了它的工作。",
        ),
        "en": Texts(
            message="{unit:q} is listed as a unit but has no duty and no other part.",
            primary="no duty",
            help="Give it a duty, or take it off the list of units.",
            what="A department or post is listed, and the plan gives it nothing to do.",
            why="Mostly its duties were left out.",
        ),
    },
    bad=HEAD.replace("区公安局", "区公安局, 区司法局") + DIVISION,
    good=PLAN,
)

_IDLE = {(Group, "members"), (Liaison, "units"), (Person, "unit")}  # places that oblige nobody


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for units outside the leading group without obligation or other part."""
    index = context.index
    idle = [u for u in index.plan.units if _is_idle(u, context)]
    if not idle or not duties_readable(context):
        return
    used = _used(context) | half_named(context)
    for unit in idle:
        if unit_key(unit) in used or index.unit_by_key[unit_key(unit)] is not unit:
            continue  # of two with one id the second has its own finding
        text, owner = context.key(DUTY, "text"), context.key(DUTY, "owners")
        line = f"- {{{text}: {blank(context)}, {owner}: {unit.id or unit.name}}}"
        yield Diagnostic(
            rule=RULE,
            primary=unit.origin.at("name"),
            args={"unit": unit.name},
            paste=(Paste(line, new=True),),
            about=about(unit),
        )


def _is_idle(unit: Unit, context: CheckContext) -> bool:
    if unit.kind not in ("department", "post") or not unit.name:
        return False
    key = unit_key(unit)
    return key not in context.index.members and not context.index.by_unit.get(key)


def _used(context: CheckContext) -> frozenset[str]:
    """Keys of the units that have some other part: issue, receive, assess, sign, convene."""
    names = {
        reference.name
        for reference in references(context.plan)
        if reference.target == "unit" and (type(reference.record), reference.field) not in _IDLE
    }
    return frozenset(unit_key(unit) for name in names for unit in context.index.candidates(name))
