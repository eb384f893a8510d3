"""CHK012: the stated number of members is not the number listed."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about
from luoshi.check.rules.examples import DIVISION, HEAD
from luoshi.diagnostics import Diagnostic, Label, Rule, Severity, Texts
from luoshi.diagnostics.pasting import corrected

_GROUP = (
    "组织领导:\n  领导小组: {{组长: 区教育局主要领导, 成员: [区教育局, 区公安局], 成员数: {n}}}\n"
)

RULE = Rule(
    code="CHK012",
    name="member-count-differs",
    severity=Severity.ERROR,
    draft=Severity.WARNING,
    texts={
        "zh-Hans": Texts(
            message="写明成员{stated}个，名单里列了{listed}个。",
            primary="写明{stated}个",
            related="列了{listed}个",
            help="对照原件：补名单，或改成员数。",
            what="写明的成员数和名单对不上。",
            why="多半是名单里漏了一个，漏掉的单位就没有职责。",
        ),
        "zh-Hant": Texts(
            message="寫明成員{stated}個，名單裡列了{listed}個。",
            primary="寫明{stated}個",
            related="列了{listed}個",
            help="請對照原件：補名單，或修改成員數。",
            what="寫明的成員數與名單不符。",
            why="多半是名單裡漏了一個，漏掉的單位就沒有工作。",
        ),
        "en": Texts(
            message="The plan states {stated} members and lists {listed}.",
            primary="{stated} stated",
            related="{listed} listed",
            help="Compare the original: complete the list, or change the number.",
            what="The stated number of members is not the number listed.",
            why="Mostly somebody is missing from the list, and then has no duties.",
        ),
    },
    bad=HEAD + _GROUP.format(n=3) + DIVISION,
    good=HEAD + _GROUP.format(n=2) + DIVISION,
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for the leading group and teams; the leading unit may be counted in or not."""
    organization = context.plan.organization
    groups = (organization.leading_group, *organization.teams) if organization else ()
    for group in groups:
        if group is None or group.member_count is None or not group.members:
            continue
        listed = len(dict.fromkeys(group.members))
        with_lead = len(dict.fromkeys((*group.members, group.lead))) if group.lead else listed
        if group.member_count in (listed, with_lead) or "members" in group.origin.lost:
            continue
        place = group.origin.at("member_count")
        yield Diagnostic(
            rule=RULE,
            primary=place,
            labels=(Label(group.origin.key("members")),),
            args={"stated": group.member_count, "listed": listed},
            paste=(corrected(place, str(listed)),),
            about=about(group, "leading_group"),
        )
