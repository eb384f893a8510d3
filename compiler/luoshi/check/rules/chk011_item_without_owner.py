"""CHK011: entries of the month list, or milestones, that belong to nobody."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, blank, labels_at
from luoshi.check.rules.coverage import is_whole
from luoshi.check.rules.examples import PLAN
from luoshi.diagnostics import Diagnostic, Paste, Rule, Severity, Texts
from luoshi.model import Obligation
from luoshi.model.records import MonthItem
from luoshi.model.tables.when import MONTH_ITEM

RULE = Rule(
    code="CHK011",
    name="item-without-owner",
    severity=Severity.WARNING,
    draft=Severity.NOTE,
    texts={
        "zh-Hans": Texts(
            message="进度安排里有{n}项没有责任单位，如{item:q}。",
            one="进度安排里的{item:q}没有责任单位。",
            primary="没有责任单位",
            related="这项也没有",
            help="写明由谁做；整月同一单位的，写在月份一级。",
            what="月份安排或节点里的事项没有责任单位，也没有对应到哪条职责。",
            why="没有单位的事项不会出现在任何单位的月历里。",
        ),
        "zh-Hant": Texts(
            message="進度安排裡有{n}項沒有責任單位，如{item:q}。",
            one="進度安排裡的{item:q}沒有責任單位。",
            primary="沒有責任單位",
            related="這項也沒有",
            help="請寫明由誰辦理；整月同一單位者，寫在月份一層。",
            what="逐月工作或節點裡的事項沒有責任單位，也沒有對應到哪項職掌。",
            why="沒有單位的事項不會出現在任何單位的月曆裡。",
        ),
        "en": Texts(
            message="{n} entries of the schedule have no owner, such as {item:q}.",
            one="{item:q} in the schedule has no owner.",
            primary="no owner",
            related="nor this one",
            help="Say who does it; one owner for a whole month stands beside the month.",
            what="An entry of the month list or a milestone has no owner and fulfils no duty.",
            why="An entry without owner is in no unit's calendar.",
        ),
    },
    bad=PLAN + "进度安排:\n  月份安排:\n    - {月份: 9, 事项: [开学检查]}\n",
    good=PLAN + "进度安排:\n  月份安排:\n    - {月份: 9, 责任单位: 区教育局, 事项: [开学检查]}\n",
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """One finding for all such entries."""
    index = context.index
    owned = {duty.id for duty in index.duties if duty.id and duty.owners}
    found = [item for item in index.obligations if _is_bare(item, owned)]
    if not found:
        return
    places = [item.record.origin.at("text") for item in found]
    line = f"{context.key(MONTH_ITEM, 'owners')}: {blank(context)}"
    yield Diagnostic(
        rule=RULE,
        primary=places[0],
        labels=labels_at(places[1:], places[0]),
        args={"n": len(found), "item": found[0].text},
        paste=(Paste(line, new=True),),
        about=about("schedule", *(item.record for item in found)),
    )


def _is_bare(item: Obligation, owned: set[str]) -> bool:
    if item.owners or item.place not in ("month", "date"):
        return False
    record = item.record
    if isinstance(record, MonthItem) and owned.intersection(record.fulfils):
        return False
    return is_whole(record) and (item.container is None or is_whole(item.container))
