"""CHK005: a duty that belongs to nobody."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, blank
from luoshi.check.rules.coverage import is_whole
from luoshi.check.rules.examples import PLAN
from luoshi.diagnostics import Diagnostic, Paste, Rule, Severity, Texts
from luoshi.model.records import Duty, Record
from luoshi.model.tables.what import DUTY

RULE = Rule(
    code="CHK005",
    name="duty-without-owner",
    severity=Severity.ERROR,
    draft=Severity.WARNING,
    texts={
        "zh-Hans": Texts(
            message="职责{duty:q}没有责任单位。",
            primary="这条职责",
            help="写明由哪个单位承担。",
            what="一条职责自己没有写责任单位，所在的条目也没有。",
            why="没有责任单位的职责不会出现在任何一份责任书里。",
        ),
        "zh-Hant": Texts(
            message="工作項目{duty:q}沒有責任單位。",
            primary="這項工作",
            help="請寫明由哪個單位承擔。",
            what="一項工作沒有寫責任單位，所在的項目也沒有。",
            why="沒有責任單位的工作不會出現在任何一份責任書裡。",
        ),
        "en": Texts(
            message="The duty {duty:q} has no owner.",
            primary="this duty",
            help="Say which unit it belongs to.",
            what="A duty names no owner, nor does the entry it stands in.",
            why="A duty without an owner appears in no letter.",
        ),
    },
    bad=PLAN
    + "工作措施:\n  - 标题: 排查隐患\n    责任单位: 区教育局\n  - 标题: 护学岗\n    职责:\n"
    "      - {编号: d3, 内容: 上学放学时段设护学岗}\n      - {编号: d4, 内容: 疏导交通, 责任单位: 区公安局}\n",
    good=PLAN + "工作措施:\n  - 标题: 护学岗\n    责任单位: 区公安局\n    职责:\n"
    "      - {编号: d3, 内容: 上学放学时段设护学岗}\n",
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for duties without owner; prohibitions bind everybody, milestones are CHK011's."""
    for found in context.index.duties:
        record, container = found.record, found.container
        if found.owners or found.place == "date" or not isinstance(record, Duty):
            continue
        if record.kind == "prohibition" or not _readable(record, container):
            continue
        line = f"{context.key(DUTY, 'owners')}: {blank(context)}"
        yield Diagnostic(
            rule=RULE,
            primary=record.origin.at("text"),
            args={"duty": record.text},
            paste=(Paste(line, new=True),),
            about=about(record),
        )


def _readable(record: Duty, container: Record | None) -> bool:
    return is_whole(record) and (container is None or is_whole(container))
