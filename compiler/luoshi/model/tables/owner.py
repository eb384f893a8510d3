"""The field table of an owner: a unit with its role."""

from __future__ import annotations

from luoshi.model import records as r
from luoshi.model.fields import RecordTable
from luoshi.model.kinds import Choice, Ref, Text, option
from luoshi.model.tables.row import row, words

ROLES = Choice(
    (
        option("lead", "lead", "牵头", "主辦", "牽頭", "主责", "負責"),
        option("joint", "joint", "联合", "合辦", "聯合", "共同"),
        option("assist", "assist", "配合", "協辦", "协助", "協助", "配合單位"),
    )
)

OWNER = RecordTable(
    name="owner",
    title=words("责任单位", "責任單位", "owner"),
    build=r.Owner,
    shorthand="unit",
    fields=(
        row(
            "unit",
            Ref(),
            ("unit", "单位", "單位"),
            ("单位的编号或名称。", "單位的編號或名稱。", "Id or name of the unit."),
            "{单位: 市公安局, 角色: 牵头}",
            default="",
            required=True,
        ),
        row(
            "role",
            ROLES,
            ("role", "角色", "角色"),
            ("牵头、联合或配合。", "主辦、合辦或協辦。", "Lead, joint or assist."),
            "{单位: 市公安局, 角色: 配合}",
            default="lead",
        ),
        row(
            "called",
            Text(),
            ("called", "称呼", "稱呼"),
            (
                "印在文书里的叫法，与单位表不同时写。",
                "印在文件裡的稱呼，與單位表不同時填寫。",
                "The name as printed here, where it differs from the list.",
            ),
            "{单位: 司法局, 称呼: 法制部门}",
            default="",
        ),
    ),
)
