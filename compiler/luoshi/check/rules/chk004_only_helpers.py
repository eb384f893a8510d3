"""CHK004: several units help with a task and none of them leads."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, labels_at, office_words, owner_span, role_line
from luoshi.check.rules.coverage import duties_readable, uncovered
from luoshi.check.rules.examples import PLAN
from luoshi.diagnostics import Diagnostic, Paste, Rule, Severity, Texts
from luoshi.model.records import Duty, Owner, Record

_OWNERS = "责任单位: [{{单位: 区教育局, 角色: {role}}}, {{单位: 区公安局, 角色: 配合}}]"

RULE = Rule(
    code="CHK004",
    name="only-helpers",
    severity=Severity.ERROR,
    draft=Severity.WARNING,
    texts={
        "zh-Hans": Texts(
            message="{work:q}有{n}个{assist}，没有{lead}。",
            primary="只是配合",
            related="也是配合",
            help="从中定一个牵头，改它的角色；或另写明牵头单位。",
            what="参与一件事的单位都写成配合，没有牵头的。",
            why="都是配合，就没有人组织，出了问题也无人负责。",
        ),
        "zh-Hant": Texts(
            message="{work:q}有{n}個{assist}，沒有{lead}。",
            primary="只是{assist}",
            related="也是{assist}",
            help="請從中確定一個{lead}，或另寫明{lead}。",
            what="參與同一件事的單位都只是協辦，沒有主辦的。",
            why="都只是協辦，就沒有人統籌，出了問題也無人負責。",
        ),
        "en": Texts(
            message="{work:q} has {n} {assist} units and no {lead}.",
            one="{work:q} has 1 {assist} unit and no {lead}.",
            primary="assists only",
            related="assists too",
            help="Decide which of them leads, or name another lead.",
            what="Every unit that takes part in a piece of work only assists.",
            why="Where all assist nobody organises, and nobody answers for it.",
        ),
    },
    bad=PLAN + f"工作任务:\n  - {{标题: 清理校门口摊点, {_OWNERS.format(role='配合')}}}\n",
    good=PLAN + f"工作任务:\n  - {{标题: 清理校门口摊点, {_OWNERS.format(role='牵头')}}}\n",
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for tasks, and for duties of several units, where every unit assists."""
    reported: set[int] = set()
    helped = [(work, [*cover.own, *cover.below]) for work, cover in uncovered(context)]
    if any(helpers for _, helpers in helped) and duties_readable(context):
        for work, helpers in helped:
            if helpers:
                reported.update(id(owner) for owner in helpers)
                yield _finding(context, work, work.title or work.text, helpers)
    for found in context.index.duties:
        record, helpers = found.record, list(found.owners)
        if len(helpers) < 2 or any(owner.role != "assist" for owner in helpers):
            continue
        if isinstance(record, Duty) and not any(id(owner) in reported for owner in helpers):
            reported.update(id(owner) for owner in helpers)
            yield _finding(context, record, record.text, helpers)


def _finding(context: CheckContext, record: Record, title: str, helpers: list[Owner]) -> Diagnostic:
    first, *others = helpers
    units = {context.index.name_of(owner.unit) for owner in helpers}
    place = owner_span(first)
    return Diagnostic(
        rule=RULE,
        primary=place,
        labels=labels_at((owner_span(owner) for owner in others), place),
        args={**office_words(context), "work": title, "n": len(units)},
        paste=(Paste(role_line(context, "lead")),),
        about=about(record, *sorted(units)),
    )
