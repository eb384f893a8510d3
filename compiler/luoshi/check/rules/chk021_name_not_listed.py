"""CHK021: a unit is printed under a name that the list of units does not know."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, labels_at
from luoshi.check.rules.examples import DIVISION
from luoshi.diagnostics import Diagnostic, Paste, Rule, Severity, Texts
from luoshi.model import unit_key
from luoshi.model.records import Owner, Unit
from luoshi.model.tables.who import UNIT

_MORE = (
    "  - 责任单位: {单位: 区公安局, 称呼: 公安部门}\n    职责: [{编号: d3, 内容: 开展法治宣传}]\n"
)

RULE = Rule(
    code="CHK021",
    name="name-not-listed",
    severity=Severity.NOTE,
    texts={
        "zh-Hans": Texts(
            message="{unit:q}在这里印作{called:q}，单位表没有登记这个叫法。",
            primary="印作这个名称",
            related="这里也是",
            help="统一名称；要保留这个叫法的，登记为又名。",
            what="文书里印的单位名称不在单位表里。",
            why="看文书的人会以为是另一个单位。",
        ),
        "zh-Hant": Texts(
            message="{unit:q}在這裡印作{called:q}，單位表沒有登記這個名稱。",
            primary="印作這個名稱",
            related="這裡也是",
            help="請統一名稱；要保留者請登記為別名。",
            what="文件裡印的單位名稱不在單位表裡。",
            why="看文件的人會以為是另一個單位。",
        ),
        "en": Texts(
            message="{unit:q} is printed here as {called:q}, a name the list does not have.",
            primary="printed so",
            related="and here",
            help="Use one name, or record this one as another name.",
            what="A unit is printed under a name that the list of units does not know.",
            why="Readers take it for another unit.",
        ),
    },
    bad="标题: 秋季校园安全工作方案\n单位: [区教育局, 区公安局]\n" + DIVISION + _MORE,
    good="标题: 秋季校园安全工作方案\n单位: [区教育局, {名称: 区公安局, 又名: [公安部门]}]\n"
    + DIVISION
    + _MORE,
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """One finding for each unit and name; its other places are labels."""
    index = context.index
    found: dict[tuple[str, str], tuple[Unit, list[Owner]]] = {}
    seen: set[int] = set()
    for obligation in index.obligations:
        for owner in obligation.owners:
            if not owner.called or id(owner) in seen:
                continue
            seen.add(id(owner))
            unit = index.unit(owner.unit)
            if unit is not None and owner.called not in _names(unit):
                found.setdefault((unit_key(unit), owner.called), (unit, []))[1].append(owner)
    for unit, owners in found.values():
        place = owners[0].origin.at("called")
        yield Diagnostic(
            rule=RULE,
            primary=place,
            labels=labels_at((owner.origin.at("called") for owner in owners), place),
            args={"unit": unit.name, "called": owners[0].called},
            paste=(Paste(f"{context.key(UNIT, 'also_called')}: [{owners[0].called}]"),),
            about=about(unit, owners[0].called),
        )


def _names(unit: Unit) -> set[str]:
    return {unit.id, unit.name, unit.short, *unit.also_called}
