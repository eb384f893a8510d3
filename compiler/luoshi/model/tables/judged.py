"""Field tables: assessment, letters, waivers."""

from __future__ import annotations

from luoshi.model import records as r
from luoshi.model.fields import RecordTable
from luoshi.model.kinds import DAY, WHEN, Amount, Many, Prose, Rec, Ref, Shares, Text, Whole
from luoshi.model.tables import when
from luoshi.model.tables.row import id_row, row, words

SCORE_ITEM = RecordTable(
    name="score_item",
    title=words("分值项", "配分項目", "score item"),
    build=r.ScoreItem,
    fields=(
        row(
            "title",
            Text(),
            ("title", "名称", "名稱"),
            ("考什么。", "考核什麼。", "What is scored."),
            "{名称: 组织领导, 分值: 30}",
            default="",
        ),
        row(
            "points",
            Amount(),
            ("points", "分值", "配分"),
            ("几分。", "幾分。", "Points."),
            "{名称: 组织领导, 分值: 30}",
        ),
    ),
)

BAND = RecordTable(
    name="band",
    title=words("分数段", "評分級距", "score band"),
    build=r.Band,
    fields=(
        row(
            "at_least",
            Amount(),
            ("from|at_least", "从|不低于", "從|自|不低於"),
            ("从几分起，含该分数。", "從幾分起，含該分數。", "From this score, included."),
            "{从: 85, 不到: 90, 结果: 二星}",
        ),
        row(
            "above",
            Amount(),
            ("above", "超过", "超過"),
            ("超过几分，不含该分数。", "超過幾分，不含該分數。", "Above this score, excluded."),
            "{超过: 84, 不到: 90, 结果: 二星}",
        ),
        row(
            "below",
            Amount(),
            ("below", "不到", "未滿"),
            ("不到几分，不含该分数。", "未滿幾分，不含該分數。", "Below this score, excluded."),
            "{不到: 70, 结果: 取消资格}",
        ),
        row(
            "up_to",
            Amount(),
            ("to|up_to", "到|至", "到|至"),
            ("到几分为止，含该分数。", "到幾分為止，含該分數。", "Up to this score, included."),
            "{从: 80, 到: 84, 结果: 一星}",
        ),
        row(
            "result",
            Text(),
            ("result", "结果", "結果"),
            ("得什么结果。", "得什麼結果。", "What it earns."),
            "{从: 90, 结果: 三星}",
            default="",
        ),
        row(
            "text",
            Text(),
            ("text", "说明", "說明"),
            ("补充说明。", "補充說明。", "Further words."),
            "{不到: 70, 结果: 取消资格, 说明: 并予通报}",
            default="",
        ),
    ),
)

QUOTA = RecordTable(
    name="quota",
    title=words("名额", "名額", "quota"),
    build=r.Quota,
    fields=(
        row(
            "year",
            Whole(1, 9999),
            ("year", "年度", "年度"),
            (
                "第几年，或公历年份。",
                "第幾年，或西元年。",
                "Which year: 1, 2, 3 … or a calendar year.",
            ),
            "{年度: 1, 基数: 参评总数, 不超过: 30%}",
        ),
        row(
            "base",
            Text(),
            ("base", "基数", "基數"),
            ("占什么的比例。", "佔什麼的比例。", "The base of the share."),
            "{年度: 1, 基数: 参评总数, 不超过: 30%}",
            default="",
        ),
        row(
            "at_most",
            Amount(),
            ("at_most", "不超过", "不超過"),
            ("上限。", "上限。", "The cap."),
            "{年度: 1, 不超过: 30%}",
        ),
        row(
            "split",
            Shares(),
            ("split", "分项", "分項"),
            ("各档的上限。", "各檔的上限。", "The cap of each part."),
            "{年度: 1, 不超过: 30%, 分项: {三星: 5%, 二星: 10%, 一星: 15%}}",
            default=(),
        ),
    ),
)

SANCTION = RecordTable(
    name="sanction",
    title=words("责任追究", "責任追究", "sanction"),
    build=r.Sanction,
    shorthand="text",
    fields=(
        id_row("{编号: s1, 情形: 发生事故, 内容: 取消评选资格}"),
        row(
            "cause",
            Text(),
            ("on|cause", "情形", "情形"),
            ("出现什么情形。", "出現什麼情形。", "What brings it about."),
            "{情形: 发生较大事故, 内容: 取消当年评选资格}",
            default="",
        ),
        row(
            "units",
            Many(Ref()),
            ("units|unit", "对象", "對象"),
            ("对谁。", "對誰。", "Whom it meets."),
            "{对象: [各学校], 内容: 一票否决}",
            default=(),
        ),
        row(
            "text",
            Text(),
            ("text", "内容", "內容"),
            ("怎样处理。", "如何處理。", "What follows."),
            "{情形: 迟报、瞒报, 内容: 依规追究责任}",
            default="",
        ),
    ),
)

REWARD = RecordTable(
    name="reward",
    title=words("表彰奖励", "表揚獎勵", "reward"),
    build=r.Reward,
    shorthand="text",
    fields=(
        id_row("{编号: w1, 内容: 命名表彰}"),
        row(
            "units",
            Many(Ref()),
            ("units|unit", "对象", "對象"),
            ("给谁。", "給誰。", "For whom."),
            "{对象: [各学校], 内容: 命名}",
            default=(),
        ),
        row(
            "by",
            Many(Ref()),
            ("by", "授予单位", "授予單位"),
            ("由谁给。", "由誰給。", "By whom."),
            "{授予单位: 市综治委, 内容: 命名}",
            default=(),
        ),
        row(
            "when",
            WHEN,
            ("when", "时间", "時間"),
            ("多久一次。", "多久一次。", "When or how often."),
            "{内容: 命名, 时间: 每年一次}",
        ),
        row(
            "text",
            Text(),
            ("text", "内容", "內容"),
            ("奖励什么。", "獎勵什麼。", "What is given."),
            "{内容: 命名表彰}",
            default="",
        ),
    ),
)

ASSESSMENT = RecordTable(
    name="assessment",
    title=words("考核奖惩", "考核獎懲", "assessment"),
    build=r.Assessment,
    fields=(
        row(
            "text",
            Prose(),
            ("text", "说明", "說明"),
            ("考核办法。", "考核方式。", "How it is assessed."),
            "{说明: 实行百分制。}",
            default="",
        ),
        row(
            "by",
            Many(Ref()),
            ("by", "考核单位", "考核單位"),
            ("由谁考核。", "由誰考核。", "Who assesses."),
            "{考核单位: 市教育局}",
            default=(),
        ),
        row(
            "when",
            WHEN,
            ("when", "时间", "時間"),
            ("多久一次。", "多久一次。", "When or how often."),
            "{时间: 每年一次}",
        ),
        row(
            "total",
            Amount(),
            ("total", "总分", "總分"),
            (
                "总分，与分值项核对。",
                "總分，與配分項目核對。",
                "Full score, checked against the items.",
            ),
            "{总分: 100}",
        ),
        row(
            "items",
            Many(Rec(lambda: SCORE_ITEM)),
            ("items", "分值项", "配分項目"),
            ("分值构成。", "配分構成。", "The parts of the score."),
            "{总分: 100, 分值项: [{名称: 组织, 分值: 100}]}",
            default=(),
        ),
        row(
            "bands",
            Many(Rec(lambda: BAND)),
            ("bands", "分数段", "評分級距"),
            ("分数段和结果。", "級距與結果。", "Score bands and what they earn."),
            "{分数段: [{从: 90, 结果: 三星}]}",
            default=(),
        ),
        row(
            "quotas",
            Many(Rec(lambda: QUOTA)),
            ("quotas", "名额", "名額"),
            ("各年名额。", "各年名額。", "Quotas by year."),
            "{名额: [{年度: 1, 不超过: 30%}]}",
            default=(),
        ),
        row(
            "veto",
            Many(Rec(lambda: SANCTION)),
            ("veto", "一票否决", "一票否決"),
            ("一票否决。", "一票否決。", "One-vote veto."),
            "{一票否决: {情形: 发生责任事故, 内容: 取消评优资格}}",
            default=(),
        ),
        row(
            "sanctions",
            Many(Rec(lambda: SANCTION)),
            ("sanctions", "责任追究", "責任追究"),
            ("其他责任追究。", "其他責任追究。", "Other sanctions."),
            "{责任追究: {情形: 失职, 内容: 依规追究}}",
            default=(),
        ),
        row(
            "rewards",
            Many(Rec(lambda: REWARD)),
            ("rewards", "表彰奖励", "表揚獎勵"),
            ("表彰奖励。", "表揚獎勵。", "Rewards."),
            "{表彰奖励: {内容: 命名表彰}}",
            default=(),
        ),
        row(
            "feeds",
            Text(),
            ("feeds", "结果运用", "結果運用"),
            ("考核结果用在哪里。", "考核結果用於何處。", "What the result is used for."),
            "{结果运用: 列入绩效考核}",
            default="",
        ),
    ),
)

TIER = RecordTable(
    name="tier",
    title=words("责任书层级", "責任書層級", "tier of letters"),
    build=r.Tier,
    fields=(
        id_row("{编号: 校班, 甲方: 学校, 乙方: 班级}"),
        row(
            "title",
            Text(),
            ("title", "名称", "名稱"),
            ("责任书名称。", "責任書名稱。", "Title of the letter."),
            "{名称: 安全工作责任书, 甲方: 学校, 乙方: 班级}",
            default="",
        ),
        row(
            "giver",
            Ref(),
            ("from", "甲方", "甲方"),
            (
                "与之签订的一方；不写就是发文机关。",
                "與之簽訂的一方；不寫即發文機關。",
                "The side that issues it; the issuing organ where left out.",
            ),
            "{甲方: 学校, 乙方: 班级}",
            default="",
        ),
        row(
            "taker",
            Ref(),
            ("to", "乙方", "乙方"),
            ("承担责任的一方。", "承擔責任的一方。", "The side that takes on the duties."),
            "{甲方: 学校, 乙方: 班级}",
            default="",
            required=True,
        ),
        row(
            "for_each",
            Ref(),
            ("for_each", "逐一", "逐一"),
            ("对哪一类单位逐个签。", "對哪一類單位逐一簽訂。", "Once for each unit of this class."),
            "{甲方: 学校, 乙方: 班级, 逐一: 学校}",
            default="",
        ),
        row(
            "giver_signs",
            Text(),
            ("from_signs", "甲方签字人", "甲方簽章人"),
            ("甲方由谁签。", "甲方由誰簽章。", "Who signs for the issuing side."),
            "{甲方: 学校, 甲方签字人: 校长, 乙方: 班级}",
            default="",
        ),
        row(
            "taker_signs",
            Text(),
            ("to_signs", "乙方签字人", "乙方簽章人"),
            ("乙方由谁签。", "乙方由誰簽章。", "Who signs for the other side."),
            "{甲方: 学校, 乙方: 班级, 乙方签字人: 班主任}",
            default="",
        ),
        row(
            "term",
            Rec(lambda: when.PERIOD),
            ("term", "责任期限", "責任期限"),
            ("责任期限。", "責任期限。", "Term of the letter."),
            "{甲方: 学校, 乙方: 班级, 责任期限: {学年: 2026—2027学年}}",
        ),
        row(
            "signed_on",
            DAY,
            ("signed_on", "签订日期", "簽訂日期"),
            (
                "签订日期；不写就留空待填。",
                "簽訂日期；不寫則留白待填。",
                "Date of signing; left blank on paper where not given.",
            ),
            "{甲方: 学校, 乙方: 班级, 签订日期: 2026-09-10}",
        ),
        row(
            "copies",
            Whole(1, 20),
            ("copies", "份数", "份數"),
            ("一式几份。", "一式幾份。", "How many copies."),
            "{甲方: 学校, 乙方: 班级, 份数: 2}",
        ),
        row(
            "text",
            Prose(),
            ("text", "说明", "說明"),
            ("另加的条款。", "另加的條款。", "Further clauses."),
            "{甲方: 学校, 乙方: 班级, 说明: 人员变动时由接任者继续履行。}",
            default="",
        ),
    ),
)

WAIVER = RecordTable(
    name="waiver",
    title=words("豁免说明", "豁免說明", "waiver"),
    build=r.Waiver,
    fields=(
        row(
            "code",
            Text(),
            ("code", "代码|检查项", "代碼|檢查項"),
            (
                "检查项的代码或名称，如 CHK001。",
                "檢查項的代碼或名稱，如 CHK001。",
                "Code or name of the finding, such as CHK001.",
            ),
            "{代码: CHK001, 对象: 市教育局, 理由: 只负责牵头}",
            default="",
            required=True,
        ),
        row(
            "at",
            Text(),
            ("at", "对象", "對象"),
            (
                "针对哪个单位、职责或条目；不写就是全部。",
                "針對哪個單位、工作或項目；不寫即全部。",
                "The unit, duty or entry meant; all of them where left out.",
            ),
            "{代码: CHK001, 对象: 市教育局, 理由: 只负责牵头}",
            default="",
        ),
        row(
            "reason",
            Text(),
            ("reason", "理由", "理由"),
            ("理由，必须写。", "理由，必填。", "The reason; always given."),
            "{代码: CHK001, 对象: 市教育局, 理由: 只负责牵头}",
            default="",
            required=True,
        ),
        row(
            "until",
            DAY,
            ("until", "有效至", "有效至"),
            ("到哪天失效，含当天有效。", "至何日失效，當日仍有效。", "Last day it holds."),
            "{代码: CHK001, 理由: 待增补, 有效至: 2026-12-31}",
        ),
    ),
)
