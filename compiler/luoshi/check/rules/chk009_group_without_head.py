"""CHK009: a leading group with members and nobody at its head."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, blank, office_words
from luoshi.check.rules.examples import DIVISION, HEAD
from luoshi.diagnostics import Diagnostic, Paste, Rule, Severity, Texts
from luoshi.model.tables.who import GROUP

_GROUP = "组织领导:\n  领导小组: {{{head}成员: [区教育局, 区公安局]}}\n"

RULE = Rule(
    code="CHK009",
    name="group-without-head",
    severity=Severity.WARNING,
    draft=Severity.NOTE,
    texts={
        "zh-Hans": Texts(
            message="{group}有{n}个成员，没有{head}。",
            primary="领导小组",
            help="补上组长，写姓名或职务都可以。",
            what="领导小组列了成员，没有写组长。",
            why="没有组长，协调不了的事没有人定。",
        ),
        "zh-Hant": Texts(
            message="{group}有{n}名成員，沒有{head}。",
            primary="{group}",
            help="請補上{head}，姓名或職稱皆可。",
            what="小組列了成員，沒有寫召集人或組長。",
            why="沒有召集人，無法協調的事沒有人決定。",
        ),
        "en": Texts(
            message="The {group} has {n} members and no head.",
            one="The {group} has 1 member and no head.",
            primary="leading group",
            help="Add the head, by name or by post.",
            what="The leading group lists members and names no head.",
            why="Without a head nobody settles what the members can't.",
        ),
    },
    bad=HEAD + _GROUP.format(head="") + DIVISION,
    good=HEAD + _GROUP.format(head="组长: 区教育局主要领导, ") + DIVISION,
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """A finding for a leading group without head; one without members is CHK010's."""
    organization = context.plan.organization
    group = organization.leading_group if organization else None
    if organization is None or group is None or group.heads or "heads" in group.origin.lost:
        return
    count = len(group.members) or len(group.member_posts)
    if not count:
        return
    yield Diagnostic(
        rule=RULE,
        primary=organization.origin.key("leading_group"),
        args={**office_words(context), "n": count},
        paste=(Paste(f"{_key(context)}: {blank(context)}", new=True),),
        about=about(group, "leading_group"),
    )


def _key(context: CheckContext) -> str:
    """The field as this file would spell it; Taiwan's groups have a 召集人."""
    key = context.key(GROUP, "heads")
    return "召集人" if key == "組長" and context.plan.region == "TW" else key
