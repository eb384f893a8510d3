"""Findings about waivers themselves."""

from __future__ import annotations

from luoshi.diagnostics import Rule, Severity, Texts

_PLAN = "标题: 校园安全工作方案\n单位: [市教育局]\n责任分工:\n  - 责任单位: 市教育局\n    职责: [{编号: d1, 内容: 检查校舍}]\n"

WAIVER_ENDED = Rule(
    code="CHK090",
    name="waiver-ended",
    severity=Severity.WARNING,
    texts={
        "zh-Hans": Texts(
            message="这条豁免说明已于{day}到期，原来的提醒重新计入。",
            primary="已到期",
            help="改正原来的问题，或写明新的期限。",
            what="豁免说明写了有效期，现在过了。",
            why="豁免是一时的，到期要再看一次。",
        ),
        "zh-Hant": Texts(
            message="此豁免說明已於{day}到期，原提醒重新計入。",
            primary="已到期",
            help="請改正原來的問題，或寫明新的期限。",
            what="豁免說明寫了有效期，現已過期。",
            why="豁免是一時的，到期須再看一次。",
        ),
        "en": Texts(
            message="This waiver ended on {day}; the finding counts again.",
            primary="ended",
            help="Settle the finding, or give a new last day.",
            what="A waiver is past its last day.",
            why="A waiver is for a time; then it is looked at again.",
        ),
    },
    bad="标题: 方案\n单位: [市教育局, 市公安局]\n组织领导: {领导小组: {组长: 局长, 成员: [市教育局, 市公安局]}}\n责任分工:\n  - 责任单位: 市教育局\n    职责: [{编号: d1, 内容: 检查}]\n豁免说明: [{代码: CHK001, 对象: 市公安局, 理由: 待补, 有效至: 2020-01-01}]\n",
    good=_PLAN,
)

WAIVER_UNUSED = Rule(
    code="CHK091",
    name="waiver-unused",
    severity=Severity.NOTE,
    strict=Severity.WARNING,
    texts={
        "zh-Hans": Texts(
            message="针对{at:q}的豁免说明没有对应的问题。",
            primary="没有用到",
            help="问题已经解决的，删去这条；写错的，改正代码或对象。",
            what="有一条豁免说明，但没有它要豁免的问题。",
            why="留着不用的豁免，以后会掩盖新的问题。",
        ),
        "zh-Hant": Texts(
            message="針對{at:q}的豁免說明沒有對應的問題。",
            primary="沒有用到",
            help="問題已解決者請刪去；寫錯者請改正代碼或對象。",
            what="有一項豁免說明，但沒有它要豁免的問題。",
            why="留著不用的豁免，以後會掩蓋新的問題。",
        ),
        "en": Texts(
            message="The waiver for {at:q} meets no finding.",
            primary="not used",
            help="Take it out if the matter is settled; else correct its code or subject.",
            what="A waiver that quiets nothing.",
            why="Left in place it would hide a new finding.",
        ),
    },
    bad=_PLAN + "豁免说明: [{代码: CHK001, 对象: 市教育局, 理由: 只负责牵头}]\n",
    good=_PLAN,
)

RULES: tuple[Rule, ...] = (WAIVER_ENDED, WAIVER_UNUSED)
