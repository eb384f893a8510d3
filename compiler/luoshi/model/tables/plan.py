"""Field tables: the plan itself, how it is issued, its order of print."""

from __future__ import annotations

from luoshi.model import records as r
from luoshi.model.fields import RecordTable
from luoshi.model.kinds import DAY, Choice, Id, Many, Prose, Rec, Ref, Text, option
from luoshi.model.tables import judged, what, when, who
from luoshi.model.tables.row import row, words

KINDS = Choice(
    (
        option("work_plan", "work_plan", "工作计划", "工作計畫", "工作方案"),
        option("special_action", "special_action", "专项行动", "專案行動", "專項行動"),
        option("rating", "rating", "星级评定", "星級評定"),
        option("school_plan", "school_plan", "学年计划", "學年計畫"),
    )
)
LANGUAGES = Choice(
    (
        option("zh-Hans", "zh-Hans", "简体中文", "簡體中文", "简体", "zh-CN"),
        option("zh-Hant", "zh-Hant", "繁体中文", "繁體中文", "繁體", "zh-TW"),
        option("en", "en", "英文", "英文", "English"),
    )
)
REGIONS = Choice(
    (
        option("CN", "CN", "内地", "內地", "中国大陆"),
        option("TW", "TW", "台湾", "臺灣", "台灣"),
        option("HK", "HK", "香港", "香港"),
        option("MO", "MO", "澳门", "澳門"),
    )
)
LEVELS = Choice(
    (
        option("province", "province", "省级", "省級"),
        option("city", "city", "市级", "市級"),
        option("district", "district", "区县级", "區縣級", "区级", "县级", "縣級"),
        option("town", "town", "乡镇级", "鄉鎮級"),
        option("school", "school", "学校", "學校"),
    )
)

ATTACHMENT = RecordTable(
    name="attachment",
    title=words("附件", "附件", "attachment"),
    build=r.Attachment,
    shorthand="title",
    fields=(
        row(
            "title",
            Text(),
            ("title", "标题", "標題"),
            ("附件标题。", "附件標題。", "Its title."),
            "{标题: 自查表}",
            default="",
            required=True,
        ),
        row(
            "text",
            Prose(),
            ("text", "内容", "內容"),
            (
                "附件内容（Markdown，可含表格）。",
                "附件內容（Markdown，可含表格）。",
                "Its text (Markdown, tables too).",
            ),
            "{标题: 自查表, 内容: 见下表。}",
            default="",
        ),
    ),
)

ISSUE = RecordTable(
    name="issue",
    title=words("印发", "發文", "issue"),
    build=r.Issue,
    fields=(
        row(
            "organs",
            Many(Ref()),
            ("organs|organ", "发文机关", "發文機關"),
            (
                "发文机关；联合发文时主办的在前。",
                "發文機關；聯合發文時主辦者在前。",
                "Issuing organs, the host first.",
            ),
            "{发文机关: [市公安局, 市教育局]}",
            default=(),
        ),
        row(
            "number",
            Text(),
            ("number", "发文字号", "發文字號"),
            ("发文字号。", "發文字號。", "Document number."),
            "{发文机关: 市教育局, 发文字号: 平教〔2026〕12号}",
            default="",
        ),
        row(
            "date",
            DAY,
            ("date", "成文日期", "發文日期|成文日期"),
            ("成文日期。", "發文日期。", "Date of issue."),
            "{发文机关: 市教育局, 成文日期: 2026-09-01}",
        ),
        row(
            "to",
            Many(Text()),
            ("to", "主送机关", "主送機關|受文者"),
            ("主送机关。", "受文者。", "Main recipients."),
            "{主送机关: [各学校]}",
            default=(),
        ),
        row(
            "copied_to",
            Many(Text()),
            ("copied_to", "抄送机关", "副本|抄送機關"),
            ("抄送机关。", "副本收受者。", "Copied to."),
            "{抄送机关: [市政府办公室]}",
            default=(),
        ),
        row(
            "title",
            Text(),
            ("title", "通知标题", "函件標題|通知標題"),
            (
                "通知的标题；不写就按惯例拟。",
                "函的標題；不寫則依慣例擬。",
                "Title of the notice; made up by custom where left out.",
            ),
            "{通知标题: 关于印发《方案》的通知}",
            default="",
        ),
        row(
            "text",
            Prose(),
            ("text", "通知正文", "函件內容|通知內文"),
            (
                "通知的正文；不写就按惯例拟。",
                "函的內文；不寫則依慣例擬。",
                "Text of the notice; made up by custom where left out.",
            ),
            "{通知正文: 现将方案印发给你们。}",
            default="",
        ),
        row(
            "attachments",
            Many(Rec(lambda: ATTACHMENT)),
            ("attachments", "附件", "附件"),
            ("方案之外的附件。", "計畫以外的附件。", "Attachments besides the plan."),
            "{附件: [{标题: 自查表}]}",
            default=(),
        ),
        row(
            "secrecy",
            Text(),
            ("secrecy", "密级", "密等"),
            ("密级和保密期限。", "密等。", "Secrecy."),
            "{密级: 秘密★1年}",
            default="",
        ),
        row(
            "urgency",
            Text(),
            ("urgency", "紧急程度", "速別"),
            ("紧急程度。", "速別。", "Urgency."),
            "{紧急程度: 加急}",
            default="",
        ),
        row(
            "signer",
            Text(),
            ("signer", "签发人", "簽發人"),
            ("签发人。", "簽發人。", "Who signs the issue."),
            "{签发人: 王立}",
            default="",
        ),
        row(
            "remark",
            Text(),
            ("remark", "附注", "附註"),
            ("附注。", "附註。", "A remark under the date."),
            "{附注: 此件公开发布}",
            default="",
        ),
        row(
            "printed_by",
            Ref(),
            ("printed_by", "印发机关", "印發機關"),
            ("印发机关。", "印發機關。", "The printing office."),
            "{印发机关: 市教育局办公室}",
            default="",
        ),
        row(
            "printed_on",
            DAY,
            ("printed_on", "印发日期", "印發日期"),
            ("印发日期。", "印發日期。", "Date of printing."),
            "{印发日期: 2026-09-02}",
        ),
    ),
)

SECTION = RecordTable(
    name="section",
    title=words("章节", "章節", "section"),
    build=r.Section,
    fields=(
        row(
            "id",
            Id(),
            ("id", "编号", "編號"),
            ("编号，提纲靠它排序。", "編號，提綱以此排序。", "Its id; the outline orders by it."),
            "{编号: 要求, 标题: 工作要求, 内容: 提高认识。}",
            default="",
            required=True,
        ),
        row(
            "title",
            Text(),
            ("title", "标题", "標題"),
            ("标题。", "標題。", "Its heading."),
            "{编号: 要求, 标题: 工作要求, 内容: 提高认识。}",
            default="",
        ),
        row(
            "text",
            Prose(),
            ("text", "内容", "內容"),
            ("正文（Markdown）。", "內文（Markdown）。", "Its text (Markdown)."),
            "{编号: 要求, 标题: 工作要求, 内容: 提高认识。}",
            default="",
        ),
    ),
)

OUTLINE: RecordTable = RecordTable(
    name="outline_entry",
    title=words("提纲条目", "提綱項目", "outline entry"),
    build=r.OutlineEntry,
    shorthand="section",
    fields=(
        row(
            "section",
            Ref("section"),
            ("section", "章节", "章節"),
            (
                "栏目名、自定章节或某项任务的编号；只作上级标题时不写。",
                "欄位名、自訂章節或某項工作的編號；只作上級標題時不寫。",
                "A field of the plan, the id of a section or of one task; none for a bare heading.",
            ),
            "{章节: 工作任务}",
            default="",
        ),
        row(
            "title",
            Text(),
            ("title", "标题", "標題"),
            (
                "印出的标题，不带序号。",
                "印出的標題，不帶序號。",
                "The heading as printed, without its number.",
            ),
            "{章节: 工作任务, 标题: 工作重点和措施}",
            default="",
        ),
        row(
            "intro",
            Prose(),
            ("intro", "导语", "導語"),
            ("标题下面的一段话。", "標題下的一段話。", "Words under the heading."),
            "{章节: 工作任务, 导语: 突出以下重点。}",
            default="",
        ),
        row(
            "parts",
            Many(Rec(lambda: OUTLINE)),
            ("parts", "下级", "下級"),
            ("排在它下面的条目。", "排在其下的項目。", "Entries under it."),
            "{标题: 任务和目标, 下级: [工作任务, 工作目标]}",
            default=(),
        ),
        row(
            "closing",
            Prose(),
            ("closing", "结语", "結語"),
            ("本章末尾的话。", "本章末尾的文字。", "Words at its end."),
            "{章节: 工作任务, 结语: 各单位抓好落实。}",
            default="",
        ),
    ),
)

PLAN = RecordTable(
    name="plan",
    title=words("方案", "計畫", "plan"),
    build=r.Plan,
    fields=(
        row(
            "id",
            Id(),
            ("id", "编号", "編號"),
            (
                "方案编号；不写就用文件名。",
                "計畫編號；不寫則用檔名。",
                "Id of the plan; the file's name where left out.",
            ),
            "编号: 护校安园-2026",
            default="",
        ),
        row(
            "title",
            Text(),
            ("title", "标题", "標題"),
            ("方案标题。", "計畫標題。", "Title of the plan."),
            "标题: “护校安园”专项行动工作方案",
            default="",
            required=True,
        ),
        row(
            "short_title",
            Text(),
            ("short_title", "简称", "簡稱"),
            (
                "文件名和日历上用的短标题。",
                "檔名與行事曆上用的短標題。",
                "Short title for file names and calendars.",
            ),
            "简称: 护校安园",
            default="",
        ),
        row(
            "kind",
            KINDS,
            ("kind", "类型", "類型"),
            (
                "方案的类型，决定默认的章节次序。",
                "計畫的類型，決定預設的章節次序。",
                "Kind of plan; gives the default order of sections.",
            ),
            "类型: 专项行动",
            default="work_plan",
        ),
        row(
            "language",
            LANGUAGES,
            ("language", "语言", "語言"),
            ("文书用的语言。", "文件使用的語言。", "Language of the documents."),
            "语言: 简体中文",
            default="zh-Hans",
        ),
        row(
            "region",
            REGIONS,
            ("region", "地区", "地區"),
            (
                "地区，决定版式和日历习惯。",
                "地區，決定版面與行事曆慣例。",
                "Region; decides the house style and the calendar's customs.",
            ),
            "地区: 内地",
            default="CN",
        ),
        row(
            "level",
            LEVELS,
            ("level", "级别", "層級"),
            (
                "省、市、区县、乡镇或学校。",
                "省、市、區縣、鄉鎮或學校。",
                "Province, city, district, town or school.",
            ),
            "级别: 市级",
            default="",
        ),
        row(
            "include",
            Many(Rec(lambda: when.INCLUDE)),
            ("include", "引用", "引用"),
            (
                "并入共用的单位、人员、日历、名册。",
                "併入共用的單位、人員、行事曆、名冊。",
                "Joins shared units, people, calendars, rosters.",
            ),
            "引用: [共用/单位.yaml]",
            default=(),
        ),
        row(
            "issue",
            Rec(lambda: ISSUE),
            ("issue", "印发", "發文"),
            ("怎样印发。", "如何發文。", "How it is issued."),
            "印发: {发文机关: 市教育局}",
        ),
        row(
            "period",
            Rec(lambda: when.PERIOD),
            ("period", "期限", "期程"),
            ("方案期限。", "計畫期程。", "Period of the plan."),
            "期限: {从: 2026-09-01, 到: 2027-07-15}",
        ),
        row(
            "terms",
            Many(Rec(lambda: when.TERM)),
            ("terms", "学期", "學期"),
            ("学期起止，“每学期”靠它换算。", "學期起訖，「每學期」以此換算。", "School terms."),
            "学期: [{编号: 上, 从: 2026-09-01, 到: 2027-01-22}]",
            default=(),
        ),
        row(
            "calendars",
            Many(Rec(lambda: when.CALENDAR)),
            ("calendars", "日历", "行事曆"),
            (
                "本单位自己的休息日和上班日。",
                "本單位自己的放假日與補班日。",
                "Named calendars with own days off.",
            ),
            "日历: [{编号: 学校, 放假: [{日期: 2026-11-06}]}]",
            default=(),
        ),
        row(
            "units",
            Many(Rec(lambda: who.UNIT)),
            ("units", "单位", "單位"),
            (
                "单位表：部门、岗位、一类单位。",
                "單位表：處室、職務、一類單位。",
                "The list of units.",
            ),
            "单位: [市教育局, 市公安局]",
            default=(),
        ),
        row(
            "people",
            Many(Rec(lambda: who.PERSON)),
            ("people", "人员", "人員"),
            ("人员表。", "人員表。", "People."),
            "人员: [{姓名: 王立, 单位: 市教育局, 职务: 科长}]",
            default=(),
        ),
        row(
            "preamble",
            Prose(),
            ("preamble", "前言", "前言"),
            ("开头的话。", "開頭的文字。", "Opening words."),
            "前言: 为加强校园安全，制定本方案。",
            default="",
        ),
        row(
            "cites",
            Many(Rec(lambda: what.CITATION)),
            ("cites", "依据", "依據"),
            ("依据的法律和文件。", "依據的法規與公文。", "Laws and documents it rests on."),
            "依据: [{编号: 条例, 名称: 校车安全管理条例}]",
            default=(),
        ),
        row(
            "guiding_ideology",
            Prose(),
            ("guiding_ideology", "指导思想", "指導思想"),
            ("指导思想。", "指導思想。", "Guiding ideology."),
            "指导思想: 坚持预防为主。",
            default="",
        ),
        row(
            "objectives",
            Many(Rec(lambda: what.OBJECTIVE)),
            ("objectives", "工作目标", "工作目標"),
            ("工作目标。", "工作目標。", "Objectives."),
            "工作目标: [杜绝重大安全事故]",
            default=(),
        ),
        row(
            "principles",
            Many(Prose()),
            ("principles", "工作原则", "工作原則"),
            ("工作原则。", "工作原則。", "Working principles."),
            "工作原则: [属地管理]",
            default=(),
        ),
        row(
            "slogans",
            Many(Rec(lambda: what.SLOGAN)),
            ("slogans", "归纳提法", "歸納提法"),
            ("归纳提法，数量会核对。", "歸納提法，數量會核對。", "Counted slogans, checked."),
            "归纳提法: [{提法: 三防, 数量: 3, 内容: [人防, 物防, 技防]}]",
            default=(),
        ),
        row(
            "organization",
            Rec(lambda: who.ORGANIZATION),
            ("organization", "组织领导", "組織領導"),
            ("组织领导。", "組織領導。", "Organization."),
            "组织领导: {领导小组: {组长: 局长, 成员: [市公安局]}}",
        ),
        row(
            "tasks",
            Many(Rec(lambda: what.WORK_ITEM)),
            ("tasks", "工作任务", "工作任務"),
            ("工作任务。", "工作任務。", "Tasks."),
            "工作任务: [{编号: t1, 标题: 周边治安}]",
            default=(),
        ),
        row(
            "measures",
            Many(Rec(lambda: what.WORK_ITEM)),
            ("measures", "工作措施", "工作措施"),
            ("工作措施。", "工作措施。", "Measures."),
            "工作措施: [{编号: m1, 标题: 三防建设}]",
            default=(),
        ),
        row(
            "campaigns",
            Many(Rec(lambda: what.WORK_ITEM)),
            ("campaigns", "专项整治", "專項整治"),
            ("专项整治。", "專項整治。", "Campaigns."),
            "专项整治: [{标题: 校门口交通, 责任单位: [公安, 教育]}]",
            default=(),
        ),
        row(
            "division_of_labor",
            Many(Rec(lambda: what.DIVISION)),
            ("division_of_labor", "责任分工", "責任分工|分工"),
            ("责任分工。", "分工。", "Division of labor."),
            "责任分工: [{责任单位: 市公安局, 职责: [{内容: 巡逻}]}]",
            default=(),
        ),
        row(
            "schedule",
            Rec(lambda: when.SCHEDULE),
            ("schedule", "进度安排", "進度安排"),
            ("进度安排。", "進度安排。", "Schedule."),
            "进度安排: {阶段: [{标题: 动员部署}]}",
        ),
        row(
            "assessment",
            Rec(lambda: judged.ASSESSMENT),
            ("assessment", "考核奖惩", "考核獎懲"),
            ("考核奖惩。", "考核獎懲。", "Assessment."),
            "考核奖惩: {总分: 100}",
        ),
        row(
            "reports",
            Many(Rec(lambda: what.REPORT)),
            ("reports", "信息报送", "資訊報送|信息報送"),
            (
                "不属于某条职责的报送。",
                "不屬於某項工作的報送。",
                "Reports that belong to no single duty.",
            ),
            "信息报送: [{报送单位: 各学校, 报送对象: 市教育局, 时间: 每周五}]",
            default=(),
        ),
        row(
            "letters",
            Many(Rec(lambda: judged.TIER)),
            ("letters", "责任书", "責任書"),
            ("责任书的层级。", "責任書的層級。", "Tiers of responsibility letters."),
            "责任书: [{甲方: 学校, 乙方: 班级, 份数: 2}]",
            default=(),
        ),
        row(
            "sections",
            Many(Rec(lambda: SECTION)),
            ("sections", "其他章节", "其他章節"),
            ("自定章节。", "自訂章節。", "Free sections."),
            "其他章节: [{编号: 要求, 标题: 工作要求, 内容: 提高认识。}]",
            default=(),
        ),
        row(
            "closing",
            Prose(),
            ("closing", "结语", "結語"),
            ("结尾的话。", "結尾的文字。", "Closing words."),
            "结语: 各单位抓好落实。",
            default="",
        ),
        row(
            "outline",
            Many(Rec(lambda: OUTLINE)),
            ("outline", "提纲", "提綱"),
            (
                "印出的次序；不写就按这类方案的惯例。",
                "印出的次序；不寫則依此類計畫的慣例。",
                "Order of print; the custom of its kind where left out.",
            ),
            "提纲: [前言, 指导思想, 工作任务]",
            default=(),
        ),
        row(
            "waivers",
            Many(Rec(lambda: judged.WAIVER)),
            ("waivers", "豁免说明", "豁免說明"),
            ("豁免说明。", "豁免說明。", "Waivers."),
            "豁免说明: [{代码: CHK001, 对象: 市教育局, 理由: 只负责牵头}]",
            default=(),
        ),
    ),
)


def all_tables() -> tuple[RecordTable, ...]:
    """Every record table reached from the plan, each once, the plan first."""
    found: dict[str, RecordTable] = {}
    waiting = [PLAN]
    while waiting:
        table = waiting.pop(0)
        if table.name in found:
            continue
        found[table.name] = table
        waiting += [inner for known in table.fields for inner in known.kind.tables()]
    return tuple(found.values())
