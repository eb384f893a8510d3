"""CHK010: a leading group or team without members."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, blank, several
from luoshi.check.rules.examples import DIVISION, GROUP, HEAD
from luoshi.diagnostics import Arg, Diagnostic, Paste, Rule, Severity, Texts
from luoshi.model.records import Group
from luoshi.model.tables.who import GROUP as GROUP_TABLE
from luoshi.source import Span

RULE = Rule(
    code="CHK010",
    name="empty-group",
    severity=Severity.WARNING,
    draft=Severity.NOTE,
    texts={
        "zh-Hans": Texts(
            message="{name}没有列出成员。",
            primary="没有成员",
            help="列出成员单位，或写明成员由哪些人担任。",
            what="成立了领导小组或工作组，没有写成员。",
            why="没有成员的小组开不了会，也担不了责任。",
        ),
        "zh-Hant": Texts(
            message="{name}沒有列出成員。",
            primary="沒有成員",
            help="請列出成員單位，或寫明成員由何人擔任。",
            what="成立了小組，沒有寫成員。",
            why="沒有成員的小組無法開會，也無從負責。",
        ),
        "en": Texts(
            message="{name} has no members.",
            primary="no members",
            help="List the member units, or say who serves for them.",
            what="A leading group or team is set up and has no members.",
            why="A group without members can't meet and can't answer for anything.",
        ),
    },
    bad=HEAD + "组织领导:\n  领导小组: {组长: 区教育局主要领导}\n" + DIVISION,
    good=HEAD + GROUP + DIVISION,
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for the leading group and for teams; a team led by a unit needs no list."""
    for group, place, name in _groups(context):
        if group.members or group.member_posts or "members" in group.origin.lost:
            continue
        if group.text and not group.origin.has("members"):
            continue  # described in prose
        paste = f"{context.key(GROUP_TABLE, 'members')}: [{blank(context)}]"
        yield Diagnostic(
            rule=RULE,
            primary=place,
            args={"name": name},
            paste=(Paste(paste, new=True),),
            about=about(group, "leading_group"),
        )


def _groups(context: CheckContext) -> Iterator[tuple[Group, Span, Arg]]:
    organization = context.plan.organization
    if organization is None:
        return
    if organization.leading_group is not None:
        traditional = "推動小組" if context.plan.region == "TW" else "領導小組"
        name = several(hans="领导小组", hant=traditional, en="The leading group")
        yield organization.leading_group, organization.origin.key("leading_group"), name
    for team in organization.teams:
        if not team.lead and not team.heads:
            yield (
                team,
                team.origin.short_span,
                several(hans=f"“{team.name}”", hant=f"「{team.name}」", en=f"“{team.name}”"),
            )
