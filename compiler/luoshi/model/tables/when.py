"""Field tables: periods, terms, calendars, phases, months."""

from __future__ import annotations

from luoshi.model import records as r
from luoshi.model.fields import RecordTable
from luoshi.model.kinds import (
    DAY,
    SCHOOL_YEAR,
    WHEN,
    Id,
    Many,
    Months,
    Prose,
    Rec,
    Ref,
    Text,
    Whole,
)
from luoshi.model.tables import what
from luoshi.model.tables.row import id_row, row, words

_START = ("from|start", "从|自", "自|從")
_END = ("to|end", "到|至", "至|到")

PERIOD = RecordTable(
    name="period",
    title=words("期限", "期程", "period"),
    build=r.Period,
    shorthand="text",
    fields=(
        row(
            "start",
            DAY,
            _START,
            ("开始日期。", "開始日期。", "First day."),
            "{从: 2026-09-01, 到: 2027-07-15}",
        ),
        row(
            "end",
            DAY,
            _END,
            ("结束日期，含当天。", "結束日期，含當日。", "Last day, included."),
            "{从: 2026-09-01, 到: 2027-07-15}",
        ),
        row(
            "school_year",
            SCHOOL_YEAR,
            ("school_year", "学年", "學年度|學年"),
            ("学年。", "學年度。", "School year."),
            "{学年: 2026—2027学年}",
        ),
        row(
            "event",
            Text(),
            ("event", "事件", "事件"),
            ("以某件事为期，如国庆节前。", "以某件事為期。", "An event that bounds it."),
            "{事件: 开学至国庆节}",
            default="",
        ),
        row(
            "years",
            Whole(1, 50),
            ("years", "年数", "年數"),
            ("历时几年。", "歷時幾年。", "How many years."),
            "{年数: 3}",
        ),
        row(
            "text",
            Text(),
            ("text", "说明", "說明"),
            (
                "原文的说法；年份没有定的照写。",
                "原文的說法；年份未定者照寫。",
                "The words of the plan; open years stay open.",
            ),
            "{说明: xxxx年6月至xxxx年12月}",
            default="",
        ),
    ),
)

TERM = RecordTable(
    name="term",
    title=words("学期", "學期", "term"),
    build=r.Term,
    fields=(
        id_row("{编号: 上, 名称: 第一学期}"),
        row(
            "name",
            Text(),
            ("name", "名称", "名稱"),
            ("名称。", "名稱。", "Name."),
            "{名称: 第一学期, 从: 2026-09-01, 到: 2027-01-22}",
            default="",
        ),
        row(
            "start",
            DAY,
            _START,
            ("开学日期。", "開學日期。", "First day."),
            "{名称: 第一学期, 从: 2026-09-01, 到: 2027-01-22}",
        ),
        row(
            "end",
            DAY,
            _END,
            ("学期最后一天。", "學期最後一天。", "Last day."),
            "{名称: 第一学期, 从: 2026-09-01, 到: 2027-01-22}",
        ),
    ),
)

DAY_OFF = RecordTable(
    name="day_off",
    title=words("休息日", "放假日", "days off"),
    build=r.DayOff,
    shorthand="on",
    fields=(
        row(
            "name",
            Text(),
            ("name", "名称", "名稱"),
            ("名称，如寒假。", "名稱，如寒假。", "Name."),
            "{名称: 寒假, 从: 2027-01-23, 到: 2027-02-28}",
            default="",
        ),
        row(
            "on",
            DAY,
            ("on", "日期", "日期"),
            ("只有一天时。", "只有一天時。", "A single day."),
            "{名称: 运动会, 日期: 2026-11-14}",
        ),
        row(
            "start",
            DAY,
            _START,
            ("第一天。", "第一天。", "First day."),
            "{名称: 寒假, 从: 2027-01-23, 到: 2027-02-28}",
        ),
        row(
            "end",
            DAY,
            _END,
            ("最后一天。", "最後一天。", "Last day."),
            "{名称: 寒假, 从: 2027-01-23, 到: 2027-02-28}",
        ),
    ),
)

CALENDAR = RecordTable(
    name="calendar",
    title=words("日历", "行事曆", "calendar"),
    build=r.WorkCalendar,
    fields=(
        row(
            "id",
            Id(),
            ("id", "编号", "編號"),
            ("编号。", "編號。", "Id."),
            "{编号: 学校, 放假: [{名称: 寒假, 从: 2027-01-23, 到: 2027-02-28}]}",
            default="",
            required=True,
        ),
        row(
            "off",
            Many(Rec(lambda: DAY_OFF)),
            ("off", "放假", "放假"),
            ("本单位自己的休息日。", "本單位自己的放假日。", "Own days off."),
            "{编号: 学校, 放假: [{名称: 寒假, 从: 2027-01-23, 到: 2027-02-28}]}",
            default=(),
        ),
        row(
            "work",
            Many(Rec(lambda: DAY_OFF)),
            ("work", "上班", "補班|上班"),
            ("休息日里要上班、上课的日子。", "放假日中要上班、上課的日子。", "Own worked days."),
            "{编号: 学校, 上班: [{名称: 运动会, 日期: 2026-11-14}]}",
            default=(),
        ),
    ),
)

PHASE = RecordTable(
    name="phase",
    title=words("阶段", "階段", "phase"),
    build=r.Phase,
    shorthand="title",
    fields=(
        id_row("{编号: 自查, 标题: 自查整改}"),
        row(
            "title",
            Text(),
            ("title", "标题", "標題"),
            ("阶段名称。", "階段名稱。", "Name of the phase."),
            "{标题: 自查整改}",
            default="",
            required=True,
        ),
        row(
            "text",
            Prose(),
            ("text", "内容", "內容"),
            ("这一阶段做什么。", "此階段做什麼。", "What happens in it."),
            "{标题: 自查整改, 内容: 逐校自查。}",
            default="",
        ),
        row(
            "start",
            DAY,
            _START,
            (
                "开始日期；没有就不写。",
                "開始日期；沒有就不寫。",
                "First day; left out when there is none.",
            ),
            "{标题: 自查, 从: 2026-09-01, 到: 2026-09-13}",
        ),
        row(
            "end",
            DAY,
            _END,
            ("结束日期，含当天。", "結束日期，含當日。", "Last day, included."),
            "{标题: 自查, 从: 2026-09-01, 到: 2026-09-13}",
        ),
        what.owners_row("{标题: 自查, 责任单位: 各学校}"),
        row(
            "duties",
            Many(Rec(lambda: what.DUTY)),
            ("duties", "职责", "職責|工作項目"),
            ("这一阶段的职责。", "此階段的工作項目。", "Duties of the phase."),
            "{标题: 自查, 职责: [{内容: 逐校自查, 责任单位: 各学校}]}",
            default=(),
        ),
    ),
)

MONTH_ITEM = RecordTable(
    name="month_item",
    title=words("月份事项", "逐月事項", "month item"),
    build=r.MonthItem,
    shorthand="text",
    fields=(
        id_row("{编号: m1, 内容: 安全演练}"),
        row(
            "text",
            Text(),
            ("text", "内容", "內容"),
            ("做什么。", "做什麼。", "What is to be done."),
            "{内容: 安全演练}",
            default="",
            required=True,
        ),
        row(
            "short",
            Text(),
            ("short", "简称", "簡稱"),
            ("日历上用的短说法。", "行事曆上用的短稱。", "Short wording for calendars."),
            "{内容: 学生外出春游的安全知识教育, 简称: 春游安全}",
            default="",
        ),
        what.owners_row("{内容: 安全演练, 责任单位: 各校}"),
        row(
            "when",
            WHEN,
            ("when|on", "时间", "時間|日期"),
            ("哪一天。", "哪一天。", "On which day."),
            "{内容: 开学第一课, 时间: 2月8日}",
        ),
        row(
            "fulfils",
            Many(Ref("duty")),
            ("fulfils", "对应", "對應"),
            ("它落实哪条职责。", "它落實哪項工作。", "The duty it carries out."),
            "{内容: 安全演练, 对应: d3}",
            default=(),
        ),
    ),
)

MONTH = RecordTable(
    name="month",
    title=words("月份", "月份", "month"),
    build=r.MonthEntry,
    fields=(
        row(
            "months",
            Months(Whole(1, 12)),
            ("months|month", "月份", "月份"),
            (
                "哪个月；几个月合写就列几个。",
                "哪個月；數月合寫則列數個。",
                "The month, or the joined months.",
            ),
            "{月份: [7, 8], 事项: [暑期安全教育]}",
            default=(),
            required=True,
        ),
        row(
            "theme",
            Text(),
            ("theme", "主题", "主題"),
            ("这个月的主题。", "本月主題。", "Theme of the month."),
            "{月份: [3], 主题: 安全教育月}",
            default="",
        ),
        what.owners_row("{月份: [3], 责任单位: 各校, 事项: [安全演练]}"),
        row(
            "items",
            Many(Rec(lambda: MONTH_ITEM)),
            ("items", "事项", "事項"),
            ("各项工作。", "各項工作。", "The items."),
            "{月份: [3], 事项: [安全演练]}",
            default=(),
        ),
    ),
)

SCHEDULE = RecordTable(
    name="schedule",
    title=words("进度安排", "進度安排", "schedule"),
    build=r.Schedule,
    fields=(
        row(
            "text",
            Prose(),
            ("text", "说明", "說明"),
            ("开头的话。", "開頭的文字。", "Opening words."),
            "{说明: 分三个阶段进行。}",
            default="",
        ),
        row(
            "phases",
            Many(Rec(lambda: PHASE)),
            ("phases", "阶段", "階段"),
            ("各阶段。", "各階段。", "The phases."),
            "{阶段: [{标题: 动员部署}]}",
            default=(),
        ),
        row(
            "months",
            Many(Rec(lambda: MONTH)),
            ("months", "月份安排", "逐月工作|月份安排"),
            ("按月列出的工作。", "按月列出的工作。", "The month list."),
            "{月份安排: [{月份: [3], 事项: [安全演练]}]}",
            default=(),
        ),
        row(
            "dates",
            Many(Rec(lambda: what.DUTY)),
            ("dates|milestones", "节点", "節點"),
            ("单独的日期节点。", "單獨的日期節點。", "Single dates."),
            "{节点: [{内容: 法制宣传日活动, 时间: 12月4日, 责任单位: 德育处}]}",
            default=(),
        ),
        row(
            "note",
            Prose(),
            ("note", "备注", "備註"),
            (
                "结尾的话，如不在安排内的事项。",
                "結尾的文字，如不在安排內的事項。",
                "Closing words, such as what the list leaves out.",
            ),
            "{备注: 各校自行安排的活动不在内。}",
            default="",
        ),
    ),
)

INCLUDE = RecordTable(
    name="include",
    title=words("引用", "引用", "include"),
    build=r.Include,
    shorthand="file",
    fields=(
        row(
            "file",
            Text(),
            ("file", "文件", "檔案"),
            (
                "单位、人员、日历或名册所在的文件：YAML、CSV 或 XLSX。",
                "單位、人員、行事曆或名冊所在的檔案：YAML、CSV 或 XLSX。",
                "File with units, people, calendars or a roster: YAML, CSV or XLSX.",
            ),
            "{文件: 共用/单位.yaml}",
            default="",
            required=True,
        ),
        row(
            "sheet",
            Text(),
            ("sheet", "工作表", "工作表"),
            ("XLSX 的工作表名。", "XLSX 的工作表名稱。", "Sheet of an XLSX file."),
            "{文件: 人员.xlsx, 工作表: 2026}",
            default="",
        ),
    ),
)
