"""Field tables: duties, tasks, reports, division of labor, objectives, citations."""

from __future__ import annotations

from luoshi.model import records as r
from luoshi.model.fields import Field, RecordTable
from luoshi.model.kinds import (
    DAY,
    FREQUENCY,
    WHEN,
    Amount,
    Choice,
    Id,
    Many,
    Owners,
    Prose,
    Rec,
    Ref,
    Text,
    Whole,
    option,
)
from luoshi.model.tables.owner import OWNER
from luoshi.model.tables.row import id_row, row, words

_OWNERS = (
    "责任单位。一个为牵头；几个名称为联合；要分角色就逐个写。列表上写一次，下面各条都适用。",
    "責任單位。一個為主辦；數個名稱為合辦；要分角色則逐一寫。清單上寫一次，以下各項皆適用。",
    "Who owns it. One name leads, several act jointly, or give each its role; on a list it holds for all items.",
)


def owners_row(example: str) -> Field:
    """The field ``owners``, the same in every record that has owners."""
    return row(
        "owners",
        Owners(Rec(lambda: OWNER)),
        ("owners|owner", "责任单位", "責任單位"),
        _OWNERS,
        example,
        default=(),
    )


DUTY_KINDS = Choice(
    (
        option("duty", "duty", "职责", "工作"),
        option("standing", "standing", "常年", "常態"),
        option("prohibition", "prohibition", "禁止", "禁止"),
        option("trigger", "trigger", "遇事", "遇事"),
    )
)
CITATION_KINDS = Choice(
    (
        option("law", "law", "法律法规", "法規"),
        option("document", "document", "文件", "公文"),
        option("form", "form", "报表", "表單"),
        option("meeting", "meeting", "会议", "會議"),
    )
)

REPORT = RecordTable(
    name="report",
    title=words("报送", "報送", "report"),
    build=r.Report,
    shorthand="title",
    fields=(
        id_row("{编号: 月报}"),
        row(
            "title",
            Text(),
            ("title", "名称", "名稱"),
            ("报什么。", "報送什麼。", "What is reported."),
            "{名称: 上月工作情况}",
            default="",
        ),
        row(
            "senders",
            Many(Ref()),
            ("from", "报送单位", "報送單位"),
            (
                "由谁报；写在职责里时就是责任单位。",
                "由誰報；寫在工作項目裡時即責任單位。",
                "Who sends it; inside a duty, its owners.",
            ),
            "{报送单位: 各派出所, 报送对象: 市公安局}",
            default=(),
        ),
        row(
            "receivers",
            Many(Ref()),
            ("to", "报送对象", "報送對象"),
            ("报给谁，可有几个。", "報給誰，可有數個。", "Who receives it; may be several."),
            "{报送对象: [市公安局, 市教育局]}",
            default=(),
        ),
        row(
            "form",
            Text(),
            ("form", "报表", "表單"),
            ("用哪张表。", "使用哪張表。", "On which form."),
            "{报送对象: 市公安局, 报表: 统计报表}",
            default="",
        ),
        row(
            "when",
            WHEN,
            ("when", "时间", "時間"),
            ("报送时间或周期。", "報送時間或週期。", "When it is sent."),
            "{报送对象: 市教育局, 时间: 每周五15:00}",
        ),
        row(
            "by",
            WHEN,
            ("by|deadline", "完成时限", "完成時限"),
            ("最迟时间，含当天。", "最遲時間，含當日。", "Latest time, that day included."),
            "{报送对象: 市公安局, 完成时限: 每月2日、17日前}",
        ),
        row(
            "at_least",
            FREQUENCY,
            ("at_least", "至少", "至少"),
            ("至少几次。", "至少幾次。", "At least how often."),
            "{报送对象: 市教育局, 至少: 1次/月}",
        ),
        row(
            "text",
            Text(),
            ("text", "内容", "內容"),
            ("报送内容或要求。", "報送內容或要求。", "What it holds."),
            "{报送对象: 市教育局, 内容: 无论有无隐患都要书面报告}",
            default="",
        ),
    ),
)

DUTY = RecordTable(
    name="duty",
    title=words("职责", "工作項目", "duty"),
    build=r.Duty,
    shorthand="text",
    fields=(
        row(
            "id",
            Id(),
            ("id", "编号", "編號"),
            (
                "稳定的编号，比较和责任书靠它认。",
                "固定的編號，比對與責任書以此辨認。",
                "A lasting id; comparison and letters go by it.",
            ),
            "{编号: d1, 内容: 每月检查食堂}",
            default="",
        ),
        row(
            "text",
            Text(),
            ("text", "内容", "內容"),
            ("做什么。", "做什麼。", "What is to be done."),
            "{内容: 每月检查食堂}",
            default="",
            required=True,
        ),
        row(
            "short",
            Text(),
            ("short", "简称", "簡稱"),
            ("日历上用的短说法。", "行事曆上用的短稱。", "Short wording for calendars."),
            "{内容: 组织全体师生开展消防疏散演练, 简称: 消防演练}",
            default="",
        ),
        owners_row("{内容: 每月检查食堂, 责任单位: 市卫健委}"),
        row(
            "serves",
            Many(Ref("work")),
            ("serves", "落实任务", "落實工作"),
            (
                "它落实哪几项任务或措施。",
                "它落實哪幾項工作或措施。",
                "The tasks or measures it serves.",
            ),
            "{内容: 巡逻, 责任单位: 市公安局, 落实任务: [t3]}",
            default=(),
        ),
        row(
            "kind",
            DUTY_KINDS,
            ("kind", "性质", "性質"),
            (
                "一般职责、常年职责、禁止事项或遇事即办。",
                "一般工作、常態工作、禁止事項或遇事即辦。",
                "A duty, a standing duty, a prohibition, or one that waits for an event.",
            ),
            "{内容: 校园24小时有人值守, 性质: 常年}",
            default="duty",
        ),
        row(
            "trigger",
            Text(),
            ("trigger|if", "触发条件", "觸發條件"),
            (
                "发生什么时才做；不进日历。",
                "發生什麼時才做；不列入行事曆。",
                "What sets it off; never on the calendar.",
            ),
            "{内容: 立即报告, 触发条件: 发生安全事故}",
            default="",
        ),
        row(
            "when",
            WHEN,
            ("when", "时间", "時間"),
            ("哪天或多久一次。", "哪天或多久一次。", "On which day, or how often."),
            "{内容: 国旗下讲话, 时间: 每周一}",
        ),
        row(
            "by",
            WHEN,
            ("by|deadline", "完成时限", "完成時限"),
            ("最迟时间，含当天。", "最遲時間，含當日。", "Latest time, that day included."),
            "{内容: 报送总结, 完成时限: 2026-12-03}",
        ),
        row(
            "at_least",
            FREQUENCY,
            ("at_least", "至少", "至少"),
            ("一段时间内至少几次。", "一段時間內至少幾次。", "At least how often in a period."),
            "{内容: 检查校园安保, 至少: 1次/月}",
        ),
        row(
            "within",
            Text(),
            ("within", "期间", "期間"),
            (
                "只在哪段时间内，如学期。",
                "只在哪段時間內，如學期。",
                "Only during this time, such as term.",
            ),
            "{内容: 检查, 至少: 1次/月, 期间: 学期}",
            default="",
        ),
        row(
            "starting",
            DAY,
            ("starting", "起", "起"),
            ("从哪天起算。", "自何日起算。", "From which day on."),
            "{内容: 报表, 完成时限: 每月2日前, 起: 2026-09-17}",
        ),
        row(
            "until",
            DAY,
            ("until", "止", "止"),
            ("到哪天为止，含当天。", "至何日為止，含當日。", "Until which day, included."),
            "{内容: 报表, 完成时限: 每月2日前, 止: 2026-12-31}",
        ),
        row(
            "report",
            Rec(lambda: REPORT),
            ("report", "报送", "報送"),
            ("做完要报给谁。", "完成後報給誰。", "The report it ends in."),
            "{内容: 报送统计报表, 报送: {报送对象: [市公安局], 报表: 统计报表}}",
        ),
        row(
            "limit",
            Text(),
            ("limit", "限值", "限值"),
            ("距离、数量等限值。", "距離、數量等限值。", "A limit such as a distance."),
            "{内容: 学校周边禁止开办网吧, 限值: 200米}",
            default="",
        ),
        row(
            "place",
            Text(),
            ("place", "地点", "地點"),
            ("地点。", "地點。", "Place."),
            "{内容: 疏散演练, 地点: 操场}",
            default="",
        ),
        row(
            "cites",
            Many(Ref("citation")),
            ("cites", "依据", "依據"),
            ("依据哪份文件。", "依據哪份文件。", "The documents it follows."),
            "{内容: 排查校车, 依据: [校车条例]}",
            default=(),
        ),
        row(
            "calendar",
            Ref("calendar"),
            ("calendar", "日历", "行事曆"),
            ("按哪个日历算休息日。", "依哪個行事曆計算放假日。", "Whose days off count."),
            "{内容: 检查, 日历: 学校}",
            default="",
        ),
        row(
            "note",
            Text(),
            ("note", "备注", "備註"),
            ("备注，印在条目之后。", "備註，印在項目之後。", "A note printed after it."),
            "{内容: 检查, 备注: 开学期间}",
            default="",
        ),
    ),
)

SLOGAN = RecordTable(
    name="slogan",
    title=words("归纳提法", "歸納提法", "counted slogan"),
    build=r.Slogan,
    shorthand="name",
    fields=(
        row(
            "name",
            Text(),
            ("name", "提法", "提法"),
            ("提法，如三严防。", "提法，如三嚴防。", "The slogan."),
            "{提法: 三防, 数量: 3, 内容: [人防, 物防, 技防]}",
            default="",
            required=True,
        ),
        row(
            "count",
            Whole(1, 99),
            ("count", "数量", "數量"),
            (
                "提法里的数，与内容核对。",
                "提法裡的數字，與內容核對。",
                "The number in it, checked against the items.",
            ),
            "{提法: 五有, 数量: 5, 内容: [机构, 方案, 机制, 资料, 效果]}",
        ),
        row(
            "items",
            Many(Text()),
            ("items", "内容", "內容"),
            (
                "逐项内容；原文没有展开的可以不写。",
                "逐項內容；原文未展開者可不寫。",
                "The things counted; may be left out where nobody says them.",
            ),
            "{提法: 三防, 内容: [人防, 物防, 技防]}",
            default=(),
        ),
    ),
)

WORK_ITEM: RecordTable = RecordTable(
    name="work_item",
    title=words("任务或措施", "工作或措施", "task, measure or campaign"),
    build=r.WorkItem,
    shorthand="title",
    fields=(
        row(
            "id",
            Id(),
            ("id", "编号", "編號"),
            ("稳定的编号。", "固定的編號。", "A lasting id."),
            "{编号: t1, 标题: 周边治安}",
            default="",
        ),
        row(
            "title",
            Text(),
            ("title", "标题", "標題"),
            ("小标题。", "小標題。", "Its heading."),
            "{编号: t1, 标题: 校园周边治安}",
            default="",
        ),
        row(
            "text",
            Prose(),
            ("text", "内容", "內容"),
            ("正文，可分段。", "內文，可分段。", "Its text."),
            "{标题: 周边治安, 内容: 整治校园周边治安突出问题。}",
            default="",
        ),
        owners_row("{标题: 消防整治, 责任单位: 总务处}"),
        row(
            "when",
            WHEN,
            ("when", "时间", "時間"),
            ("时间或周期。", "時間或週期。", "Date or recurrence."),
            "{标题: 集中整治, 时间: 2026-07-01至2026-07-31}",
        ),
        row(
            "by",
            WHEN,
            ("by|deadline", "完成时限", "完成時限"),
            ("最迟时间，含当天。", "最遲時間，含當日。", "Latest time, that day included."),
            "{标题: 集中整治, 完成时限: 2026-07-31}",
        ),
        row(
            "duties",
            Many(Rec(lambda: DUTY)),
            ("duties", "职责", "職責|工作項目"),
            ("写在这里的职责。", "寫在這裡的工作項目。", "Duties written here."),
            "{标题: 三防, 职责: [{内容: 安装监控, 责任单位: 总务处}]}",
            default=(),
        ),
        row(
            "items",
            Many(Rec(lambda: WORK_ITEM)),
            ("items", "分项", "分項"),
            ("下一层任务。", "下一層工作。", "Tasks of the next level."),
            "{标题: 其他任务, 分项: [{标题: 校车摸底}]}",
            default=(),
        ),
        row(
            "campaigns",
            Many(Rec(lambda: WORK_ITEM)),
            ("campaigns", "专项整治", "專項整治"),
            ("其中的专项整治。", "其中的專項整治。", "Campaigns within it."),
            "{标题: 整治, 专项整治: [{标题: 校门口交通}]}",
            default=(),
        ),
        row(
            "slogans",
            Many(Rec(lambda: SLOGAN)),
            ("slogans", "归纳提法", "歸納提法"),
            ("其中的归纳提法。", "其中的歸納提法。", "Counted slogans within it."),
            "{标题: 三防, 归纳提法: {提法: 三防, 数量: 3}}",
            default=(),
        ),
        row(
            "cites",
            Many(Ref("citation")),
            ("cites", "依据", "依據"),
            ("依据哪份文件。", "依據哪份文件。", "The documents it follows."),
            "{标题: 校车, 依据: [校车条例]}",
            default=(),
        ),
        row(
            "closing",
            Prose(),
            ("closing", "结语", "結語"),
            ("排在分项之后的话。", "排在分項之後的文字。", "Words after its parts."),
            "{标题: 整治, 结语: 各单位密切配合。}",
            default="",
        ),
    ),
)

DIVISION = RecordTable(
    name="division",
    title=words("分工", "分工", "division of labor"),
    build=r.Division,
    fields=(
        owners_row("{责任单位: 市公安局, 职责: [{内容: 巡逻}]}"),
        row(
            "title",
            Text(),
            ("title", "标题", "標題"),
            (
                "印出的名称，与单位名称不同时写。",
                "印出的名稱，與單位名稱不同時填寫。",
                "The heading, where it is not the units' names.",
            ),
            "{责任单位: 司法局, 标题: 法制部门}",
            default="",
        ),
        row(
            "text",
            Prose(),
            ("text", "说明", "說明"),
            ("职责之前的话。", "工作項目之前的文字。", "Words before the duties."),
            "{责任单位: 乡镇, 说明: 按属地管理原则。}",
            default="",
        ),
        row(
            "duties",
            Many(Rec(lambda: DUTY)),
            ("duties", "职责", "職責|工作項目"),
            ("各条职责。", "各項工作。", "The duties."),
            "{责任单位: 市公安局, 职责: [{内容: 巡逻}]}",
            default=(),
        ),
    ),
)

TARGET = RecordTable(
    name="target",
    title=words("指标", "指標", "target"),
    build=r.Target,
    fields=(
        row(
            "measure",
            Text(),
            ("measure", "指标", "指標"),
            ("量什么。", "衡量什麼。", "What is measured."),
            "{指标: 达标率, 目标: 90%}",
            default="",
        ),
        row(
            "value",
            Amount(),
            ("value|target", "目标", "目標"),
            ("达到多少。", "達到多少。", "The number to reach."),
            "{指标: 达标率, 目标: 90%}",
        ),
        row(
            "by",
            Text(),
            ("by", "期限", "期限"),
            ("什么时候达到。", "何時達到。", "By when."),
            "{指标: 达标率, 目标: 90%, 期限: 3年}",
            default="",
        ),
        row(
            "base",
            Text(),
            ("base", "基数", "基數"),
            ("占什么的比例。", "佔什麼的比例。", "The base of the share."),
            "{指标: 达标率, 目标: 90%, 基数: 全市学校}",
            default="",
        ),
    ),
)

OBJECTIVE = RecordTable(
    name="objective",
    title=words("工作目标", "工作目標", "objective"),
    build=r.Objective,
    shorthand="text",
    fields=(
        id_row("{编号: o1, 内容: 杜绝重大事故}"),
        row(
            "text",
            Prose(),
            ("text", "内容", "內容"),
            ("目标的内容。", "目標內容。", "The objective."),
            "{内容: 杜绝重大安全事故}",
            default="",
        ),
        row(
            "target",
            Rec(lambda: TARGET),
            ("target", "指标", "指標"),
            ("可以衡量的指标。", "可衡量的指標。", "A measurable target."),
            "{内容: 达标, 指标: {指标: 达标率, 目标: 90%}}",
        ),
    ),
)

CITATION = RecordTable(
    name="citation",
    title=words("依据", "依據", "cited document"),
    build=r.Citation,
    shorthand="title",
    fields=(
        id_row("{编号: 校车条例, 名称: 校车安全管理条例}"),
        row(
            "title",
            Text(),
            ("title", "名称", "名稱"),
            ("名称，不加书名号。", "名稱，不加書名號。", "Its title, without title marks."),
            "{名称: 校车安全管理条例}",
            default="",
            required=True,
        ),
        row(
            "number",
            Text(),
            ("number", "文号", "文號"),
            ("文号。", "文號。", "Its number."),
            "{名称: 意见, 文号: 平委办〔2010〕28号}",
            default="",
        ),
        row(
            "issuer",
            Text(),
            ("issuer", "发文单位", "發文單位"),
            ("谁发的。", "由誰發文。", "Who issued it."),
            "{名称: 意见, 发文单位: 市委办}",
            default="",
        ),
        row(
            "date",
            DAY,
            ("date", "日期", "日期"),
            ("日期。", "日期。", "Its date."),
            "{名称: 意见, 日期: 2010-05-01}",
        ),
        row(
            "kind",
            CITATION_KINDS,
            ("kind", "类别", "類別"),
            (
                "法律法规、文件、报表或会议。",
                "法規、公文、表單或會議。",
                "Law, document, form or meeting.",
            ),
            "{名称: 统计报表, 类别: 报表}",
            default="document",
        ),
    ),
)
