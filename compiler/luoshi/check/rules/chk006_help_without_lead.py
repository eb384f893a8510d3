"""CHK006: a unit helps with something that nobody is given to do (asymmetric help)."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, blank, office_words, owner_entry, owner_span
from luoshi.check.rules.coverage import duties_readable
from luoshi.check.rules.examples import with_duty
from luoshi.diagnostics import Diagnostic, Paste, Rule, Severity, Texts
from luoshi.model import Obligation
from luoshi.model.records import Duty

RULE = Rule(
    code="CHK006",
    name="help-without-lead",
    severity=Severity.WARNING,
    strict=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="{duty:q}只写了{unit:q}配合，没有写配合谁。",
            primary="角色是配合",
            related="这条职责",
            help="补上牵头单位；或注明落实哪项任务，那项任务要有牵头。",
            what="一条职责只有一个配合单位，也没有落实哪项有牵头单位的任务。",
            why="甲配合乙，乙却没有这条职责，事情就没有人做。",
        ),
        "zh-Hant": Texts(
            message="{duty:q}只寫了{unit:q}{assists}，沒有寫{assists}誰。",
            primary="角色是{assists}",
            related="這項工作",
            help="請補上{lead}；或註明落實哪項工作，該工作要有{lead}。",
            what="一項職掌只有一個協辦單位，也沒有落實哪項已有主辦單位的工作。",
            why="甲協辦、乙主辦，乙卻沒有這項工作，事情就沒有人做。",
        ),
        "en": Texts(
            message="{unit:q} assists with {duty:q}, and nobody leads it.",
            primary="assists",
            related="this duty",
            help="Add the unit that leads, or say which task it serves; that task needs a lead.",
            what="A duty has one assisting unit, no lead, and serves no task that has one.",
            why="A helps B, but B was given nothing of the kind, so nobody does it.",
        ),
    },
    bad=with_duty("内容: 配合校车驾驶人资格审查, 责任单位: {单位: 区公安局, 角色: 配合}"),
    good=with_duty(
        "内容: 配合校车驾驶人资格审查, 责任单位: [{单位: 区教育局, 角色: 牵头}, {单位: 区公安局, 角色: 配合}]"
    ),
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for duties with one helper alone that stand in no task and serve none.

    The lead of a task is the one its helpers help; a task without lead is CHK003's or CHK004's.
    """
    alone = [duty for duty in context.index.duties if _helper_alone(duty)]
    if not alone or not duties_readable(context):
        return
    for duty in alone:
        record, helper = duty.record, duty.owners[0]
        yield Diagnostic(
            rule=RULE,
            primary=owner_span(helper),
            args={**office_words(context), "unit": helper.unit, "duty": duty.text},
            paste=(Paste(f"- {owner_entry(context, blank(context), 'lead')}", new=True),),
            about=about(record, context.index.name_of(helper.unit), helper.unit),
        )


def _helper_alone(duty: Obligation) -> bool:
    if len(duty.owners) != 1 or duty.owners[0].role != "assist" or duty.works:
        return False
    return isinstance(duty.record, Duty) and not duty.record.serves
