"""CHK008: an owner such as 各地 or 全市, which is no unit and can't sign."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, blank, labels_at, owner_span
from luoshi.check.rules.examples import PLAN
from luoshi.diagnostics import Diagnostic, Rule, Severity, Texts
from luoshi.diagnostics.pasting import corrected
from luoshi.model import PSEUDO_OWNERS
from luoshi.model.records import Owner

_MORE = "  - 责任单位: {owner}\n    职责: [{{编号: d3, 内容: 联合开展一次整治}}]\n"

RULE = Rule(
    code="CHK008",
    name="pseudo-owner",
    severity=Severity.ERROR,
    draft=Severity.WARNING,
    texts={
        "zh-Hans": Texts(
            message="{unit:q}不是具体单位，没有人能据此签责任书。",
            primary="写作责任单位",
            related="这里也是",
            help="写明单位，或用方案里已有的类别。",
            what="责任单位写的是泛指（各地、全市、有关部门），不是单位。",
            why="泛指的对象签不了责任书，也无从考核。",
        ),
        "zh-Hant": Texts(
            message="{unit:q}不是單位，無法確定由誰簽署。",
            primary="寫作責任單位",
            related="這裡也是",
            help="請寫明單位，或用計畫裡已有的類別。",
            what="責任單位寫的是泛指（全體、各單位、有關部門），不是單位。",
            why="泛指的對象無法簽責任書，也無從考核。",
        ),
        "en": Texts(
            message="{unit:q} is not a unit, so nobody can sign for it.",
            primary="given as owner",
            related="and here",
            help="Name a unit, or a class of units this plan has:",
            what="An owner such as “all sides” or “relevant departments”, which is no unit.",
            why="Nobody can sign a letter for it or be assessed by it.",
        ),
    },
    bad=PLAN + _MORE.format(owner="各地"),
    good=PLAN + _MORE.format(owner="[区教育局, 区公安局]"),
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """One finding for each such name; its other places are labels."""
    by_name: dict[str, list[Owner]] = {}
    seen: set[int] = set()
    for found in context.index.obligations:
        for owner in found.owners:
            if owner.unit in PSEUDO_OWNERS and id(owner) not in seen:
                seen.add(id(owner))
                by_name.setdefault(owner.unit, []).append(owner)
    for name, owners in by_name.items():
        if context.index.candidates(name) or "units" in context.plan.origin.lost:
            continue  # listed, or perhaps listed in an include that could not be read
        place = owner_span(owners[0])
        yield Diagnostic(
            rule=RULE,
            primary=place,
            labels=labels_at((owner_span(owner) for owner in owners[1:]), place),
            args={"unit": name},
            paste=(corrected(place, _class_name(context)),),
            about=about(name),
        )


def _class_name(context: CheckContext) -> str:
    """A class of parties that the plan lists, else a blank."""
    names = [unit.name for unit in context.plan.units if unit.kind == "class"]
    return names[0] if names else blank(context)
