"""Findings of reading: fields, values, references. One rule for each way a plan can fail to be read."""

from __future__ import annotations

from luoshi.diagnostics import Rule, Severity, Texts

_HEAD = "标题: 校园安全工作方案\n单位: [市教育局]\n"
_DUTY = _HEAD + "责任分工:\n  - 责任单位: 市教育局\n    职责:\n      - {{{}}}\n"
_GOOD_DUTY = _DUTY.format("编号: d1, 内容: 检查校舍, 完成时限: 2026-11-02")


def _texts(  # noqa: PLR0917 - the fields of Texts in their order
    message: str, primary: str, related: str, help_: str, what: str, why: str, one: str = ""
) -> Texts:
    return Texts(
        message=message, primary=primary, related=related, help=help_, what=what, why=why, one=one
    )


UNKNOWN_FIELD = Rule(
    code="MOD001",
    name="unknown-field",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": _texts(
            "{record}里没有{key:q}这个栏目。",
            "没有这个栏目",
            "",
            "{suggestion}",
            "写了一个栏目表里没有的栏目，它的内容不会进入任何文书。",
            "栏目名写错一个字，整项内容就会漏掉；所以不猜，也不略过。",
        ),
        "zh-Hant": _texts(
            "{record}裡沒有{key:q}這個欄位。",
            "沒有這個欄位",
            "",
            "{suggestion}",
            "寫了一個欄位表裡沒有的欄位，其內容不會進入任何文件。",
            "欄位名寫錯一個字，整項內容就會漏掉；所以不猜，也不略過。",
        ),
        "en": _texts(
            "{key:q} is not a field of this {record}.",
            "no such field",
            "",
            "{suggestion}",
            "A field that the list of fields does not have; its content would reach no document.",
            "One slip of a letter would lose the whole entry, so nothing is guessed or passed over.",
        ),
    },
    bad="标题: 校园安全工作方案\n指导思象: 预防为主\n",
    good="标题: 校园安全工作方案\n指导思想: 预防为主\n",
)

MISSING_FIELD = Rule(
    code="MOD002",
    name="missing-field",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": _texts(
            "这条{record}没有写{key:q}。",
            "缺{key:q}",
            "",
            "补上这一栏。",
            "必填的栏目没有写。",
            "没有它，文书里这一条就是空的。",
        ),
        "zh-Hant": _texts(
            "這筆{record}沒有填寫{key:q}。",
            "缺{key:q}",
            "",
            "請補上這個欄位。",
            "必填的欄位沒有填寫。",
            "少了它，文件裡這一項就是空的。",
        ),
        "en": _texts(
            "This {record} has no {key:q}.",
            "no {key:q}",
            "",
            "Add the field.",
            "A field that must be there is left out.",
            "Without it the entry prints as nothing.",
        ),
    },
    bad="标题: 校园安全工作方案\n依据:\n  - {文号: 平教〔2026〕1号}\n",
    good="标题: 校园安全工作方案\n依据:\n  - {名称: 条例, 文号: 平教〔2026〕1号}\n",
)

WRONG_SHAPE = Rule(
    code="MOD003",
    name="wrong-shape",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": _texts(
            "{key:q}里应当写{wanted}，这里写成了{found}。",
            "写成了{found}",
            "",
            "改成{wanted}。",
            "内容的形式和栏目对不上。",
            "形式不对就读不出意思，这一栏没有读入，其他栏目照常。",
        ),
        "zh-Hant": _texts(
            "{key:q}裡應填{wanted}，這裡寫成了{found}。",
            "寫成了{found}",
            "",
            "請改成{wanted}。",
            "內容的形式與欄位不符。",
            "形式不符就讀不出意思，此欄未讀入，其他欄位照常。",
        ),
        "en": _texts(
            "{key:q} takes {wanted}; here it is {found}.",
            "{found}",
            "",
            "Write it as {wanted}.",
            "The content has another form than the field takes.",
            "It can't be read in this form; the other fields were read.",
        ),
    },
    bad="标题: [校园安全工作方案]\n",
    good="标题: 校园安全工作方案\n",
)

BAD_VALUE = Rule(
    code="MOD004",
    name="value-unread",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": _texts(
            "{text:q}不是{wanted}。",
            "写成这样",
            "",
            "改写成{form}。",
            "内容不合这一栏的要求。",
            "读不懂的内容不会被猜成别的。",
        ),
        "zh-Hant": _texts(
            "{text:q}不是{wanted}。",
            "寫成這樣",
            "",
            "請改寫成{form}。",
            "內容不合此欄位的要求。",
            "讀不懂的內容不會被猜成別的。",
        ),
        "en": _texts(
            "{text:q} could not be read; the field takes: {wanted}.",
            "written so",
            "",
            "Write: {form}.",
            "The content is not what the field takes.",
            "What can't be read is never guessed.",
        ),
    },
    bad="标题: 校园安全工作方案\n语言: 火星文\n",
    good="标题: 校园安全工作方案\n语言: 简体中文\n",
)

DUPLICATE_ID = Rule(
    code="MOD008",
    name="duplicate-id",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": _texts(
            "编号{id:q}用了2次，分不清指哪一个。",
            "第二次",
            "第一次",
            "给其中一个换个编号。",
            "两处用了同一个编号。",
            "比较、责任书和日历都靠编号认人认事，重复了就会认错。",
        ),
        "zh-Hant": _texts(
            "編號{id:q}用了2次，無法判斷指哪一個。",
            "第二次",
            "第一次",
            "請為其中一個換個編號。",
            "兩處用了同一個編號。",
            "比對、責任書與行事曆都以編號辨認，重複就會認錯。",
        ),
        "en": _texts(
            "The id {id:q} is used twice.",
            "and again here",
            "first here",
            "Give one of the two another id.",
            "Two entries have one id.",
            "Comparison, letters and calendars go by ids.",
        ),
    },
    bad=_HEAD
    + "责任分工:\n  - 责任单位: 市教育局\n    职责:\n      - {编号: d1, 内容: 甲}\n      - {编号: d1, 内容: 乙}\n",
    good=_HEAD
    + "责任分工:\n  - 责任单位: 市教育局\n    职责:\n      - {编号: d1, 内容: 甲}\n      - {编号: d2, 内容: 乙}\n",
)

INCLUDE_FAILED = Rule(
    code="MOD010",
    name="include-unread",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": _texts(
            "引用的{file:q}没能读入：{reason}。",
            "引用在这里",
            "",
            "改正文件名，或改正那个文件。",
            "引用的文件没有读入。",
            "共用的单位、人员没有读入，后面的核对就不可靠。",
        ),
        "zh-Hant": _texts(
            "引用的{file:q}無法讀入：{reason}。",
            "引用在這裡",
            "",
            "請改正檔名，或改正該檔案。",
            "引用的檔案未讀入。",
            "共用的單位、人員未讀入，之後的核對就不可靠。",
        ),
        "en": _texts(
            "The included file {file:q} could not be read: {reason}.",
            "included here",
            "",
            "Correct the file name, or the file.",
            "An included file was not read.",
            "Without the shared units the checks can't be relied on.",
        ),
    },
    bad="标题: 校园安全工作方案\n引用: [没有的文件.yaml]\n",
    good="标题: 校园安全工作方案\n",
)

UNKNOWN_UNIT = Rule(
    code="MOD011",
    name="unknown-unit",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="方案里没有{unit:q}这个单位。",
            primary="写在这里",
            related="单位表有{listed:q}",
            help="同一单位就用表里的名称；新单位先加入单位表。",
            what="责任单位、成员等处写了单位表里没有的名称。",
            why="名称对不上，这个单位的责任书里就会缺这一条。",
            labels={"table": "单位表在这里"},
        ),
        "zh-Hant": Texts(
            message="計畫裡沒有{unit:q}這個單位。",
            primary="寫在這裡",
            related="單位表有{listed:q}",
            help="若為同一單位，請用表內名稱；新單位請先加入單位表。",
            what="責任單位、成員等處寫了單位表裡沒有的名稱。",
            why="名稱對不上，該單位的責任書裡就會缺這一項。",
            labels={"table": "單位表在這裡"},
        ),
        "en": Texts(
            message="The plan has no unit {unit:q}.",
            primary="not listed",
            related="listed: {listed:q}",
            help="Same unit: use the listed name. New unit: add it to the list first.",
            what="An owner or member whose name is not in the list of units.",
            why="A name that matches nothing would be missing from its own letter.",
            labels={"table": "the list of units"},
        ),
    },
    bad=_HEAD
    + "责任分工:\n  - 责任单位: 教育局\n    职责: [{编号: d1, 内容: 检查}]\n  - 责任单位: 市教育局\n    职责: [{编号: d2, 内容: 检查}]\n",
    good=_HEAD + "责任分工:\n  - 责任单位: 市教育局\n    职责: [{编号: d1, 内容: 检查}]\n",
)

UNKNOWN_REFERENCE = Rule(
    code="MOD012",
    name="unknown-reference",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": _texts(
            "方案里没有编号是{id:q}的{target}。",
            "写在这里",
            "有{listed:q}",
            "改成已有的编号，或先写出那一条。",
            "提到的编号没有对应的条目。",
            "对不上的编号会让核对落空。",
        ),
        "zh-Hant": _texts(
            "計畫裡沒有編號為{id:q}的{target}。",
            "寫在這裡",
            "有{listed:q}",
            "請改成已有的編號，或先寫出該項。",
            "提到的編號沒有對應的項目。",
            "對不上的編號會使核對落空。",
        ),
        "en": _texts(
            "The plan has no {target} with the id {id:q}.",
            "named here",
            "listed: {listed:q}",
            "Use an id that is there, or write that entry first.",
            "A reference leads nowhere.",
            "Checks that follow the reference would pass unseen.",
        ),
    },
    bad=_DUTY.format("编号: d1, 内容: 检查, 落实任务: t9"),
    good=_HEAD
    + "工作任务: [{编号: t9, 标题: 校舍}]\n责任分工:\n  - 责任单位: 市教育局\n    职责: [{编号: d1, 内容: 检查, 落实任务: t9}]\n",
)

AMBIGUOUS_UNIT = Rule(
    code="MOD013",
    name="one-name-two-bodies",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": _texts(
            "{unit:q}有{n}个：{owners}的，分不清指哪一个。",
            "写在这里",
            "其中一个",
            "写全称。",
            "一个名称对得上几个单位。",
            "签责任书的是哪一个，必须能认定。",
        ),
        "zh-Hant": _texts(
            "{unit:q}有{n}個：{owners}的，無法判斷是哪一個。",
            "寫在這裡",
            "其中一個",
            "請寫全名。",
            "一個名稱對得上數個單位。",
            "由哪一個簽責任書，必須能認定。",
        ),
        "en": _texts(
            "{unit:q} can be any of {n} units: {owners}.",
            "named here",
            "one of them",
            "Give the full name.",
            "One name fits several units.",
            "It must be certain who signs the letter.",
        ),
    },
    bad="标题: 方案\n单位:\n  - 市教育局\n  - 市公安局\n  - {编号: a, 名称: 安全办, 隶属: 市教育局}\n  - {编号: b, 名称: 安全办, 隶属: 市公安局}\n责任分工:\n  - 责任单位: 安全办\n    职责: [{编号: d1, 内容: 检查}]\n  - 责任单位: [市教育局, 市公安局, a, b]\n    职责: [{编号: d2, 内容: 检查}]\n",
    good="标题: 方案\n单位:\n  - 市教育局\n  - 市公安局\n  - {编号: a, 名称: 安全办, 隶属: 市教育局}\n  - {编号: b, 名称: 安全办, 隶属: 市公安局}\n责任分工:\n  - 责任单位: 市教育局安全办\n    职责: [{编号: d1, 内容: 检查}]\n  - 责任单位: [市教育局, 市公安局, a, b]\n    职责: [{编号: d2, 内容: 检查}]\n",
)

DATE_UNREAD = Rule(
    code="MOD020",
    name="date-unread",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": _texts(
            "{text:q}没能读成{wanted}。",
            "读不懂",
            "",
            "可以写成：{forms}。",
            "日期或周期的写法不在已知的写法里。",
            "读不懂的时间不会被猜成某一天。",
        ),
        "zh-Hant": _texts(
            "{text:q}無法讀成{wanted}。",
            "讀不懂",
            "",
            "可以寫成：{forms}。",
            "日期或週期的寫法不在已知的寫法裡。",
            "讀不懂的時間不會被猜成某一天。",
        ),
        "en": _texts(
            "{text:q} could not be read as a {wanted}.",
            "not understood",
            "",
            "It can be written: {forms}.",
            "A date or recurrence in a form that is not known.",
            "A day is never guessed.",
        ),
    },
    bad=_DUTY.format("编号: d1, 内容: 检查校舍, 完成时限: 某年某月"),
    good=_GOOD_DUTY,
)

DATE_AMBIGUOUS = Rule(
    code="MOD021",
    name="date-ambiguous",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="{text:q}有{n}种读法：{readings}。",
            primary="{n}种读法",
            related="方案期限",
            one="{text:q}写得不全，只能读成{readings}。",
            help="{advice}",
            what="日期缺了年、月、日中的字，或者次序不明，有不止一种读法。",
            why="选错一种，期限就差出几个月；所以只列出读法，不代为选择。",
        ),
        "zh-Hant": Texts(
            message="{text:q}有{n}種讀法：{readings}。",
            primary="{n}種讀法",
            related="計畫期程",
            one="{text:q}寫得不全，只能讀成{readings}。",
            help="{advice}",
            what="日期缺了年、月、日中的字，或次序不明，有不只一種讀法。",
            why="選錯一種，期限就差出數月；所以只列出讀法，不代為選擇。",
        ),
        "en": Texts(
            message="{text:q} can be {readings}.",
            primary="which day?",
            related="period of the plan",
            one="{text:q} is not a whole date; it can only be {readings}.",
            help="{advice}",
            what="A date that has lost a part, or whose order is not certain.",
            why="The other reading moves a deadline by months, so none is chosen.",
        ),
    },
    bad=_DUTY.format("编号: d1, 内容: 检查校舍, 完成时限: 112日"),
    good=_GOOD_DUTY,
)

DATE_IMPOSSIBLE = Rule(
    code="MOD022",
    name="date-impossible",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": _texts(
            "{thing}{text:q}不存在。",
            "不存在",
            "",
            "对照原件改正，如：{forms}。",
            "日历上没有这一天，钟上没有这一刻，或周期永远不会出现。",
            "不存在的日期排不进行事历。",
        ),
        "zh-Hant": _texts(
            "{thing}{text:q}不存在。",
            "不存在",
            "",
            "請對照原件改正，如：{forms}。",
            "曆上沒有這一天，鐘上沒有這一刻，或週期永遠不會出現。",
            "不存在的日期排不進行事曆。",
        ),
        "en": _texts(
            "There is no such {thing} as {text:q}.",
            "does not exist",
            "",
            "Correct it, for example: {forms}.",
            "A day no calendar has, a time no clock shows, or a rule that never comes round.",
            "It can't stand on a calendar.",
        ),
    },
    bad=_DUTY.format("编号: d1, 内容: 检查校舍, 完成时限: 2026-02-30"),
    good=_GOOD_DUTY,
)

TIME_WITHOUT_DAY = Rule(
    code="MOD024",
    name="time-without-day",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": _texts(
            "{text:q}只有钟点，没有日期；按{clock}读入。",
            "缺日期",
            "",
            "补上日期，如：",
            "写了钟点没有写日期。",
            "没有日期的钟点排不进行事历。",
        ),
        "zh-Hant": _texts(
            "{text:q}只有時刻，沒有日期；按{clock}讀入。",
            "缺日期",
            "",
            "請補上日期，如：",
            "寫了時刻沒有寫日期。",
            "沒有日期的時刻排不進行事曆。",
        ),
        "en": _texts(
            "{text:q} is a time without a day; it was read as {clock}.",
            "no day",
            "",
            "Add the day, for example:",
            "A time of day with no day.",
            "It can't stand on a calendar.",
        ),
    },
    bad=_DUTY.format("编号: d1, 内容: 检查校舍, 完成时限: '14：30'"),
    good=_GOOD_DUTY,
)

ROSTER_FAULT = Rule(
    code="MOD015",
    name="table-unread",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": _texts(
            "{file:q}{where}：{reason}。",
            "{spot}",
            "",
            "在表里改正后再生成。",
            "名册或表格里有读不懂的内容。",
            "名册少一行，就少一份责任书。",
        ),
        "zh-Hant": _texts(
            "{file:q}{where}：{reason}。",
            "{spot}",
            "",
            "請在表裡改正後再產生。",
            "名冊或表格裡有讀不懂的內容。",
            "名冊少一列，就少一份責任書。",
        ),
        "en": _texts(
            "{file:q}{where}: {reason}.",
            "{spot}",
            "",
            "Correct the table, then build again.",
            "A roster or table holds something that can't be read.",
            "A row lost is a letter lost.",
        ),
    },
    bad="",
    good="",
)

NAME_TWICE = Rule(
    code="MOD016",
    name="roster-name-twice",
    severity=Severity.WARNING,
    texts={
        "zh-Hans": _texts(
            "{name:q}在{unit:q}的名册里列了2次。",
            "第二次",
            "第一次",
            "同一个的删去一行；确是两个，把名称写得能分清。",
            "一份名册里同一个名称列了不止一次。",
            "列几次就出几份责任书，收的人分不清哪份是自己的。",
        ),
        "zh-Hant": _texts(
            "{name:q}在{unit:q}的名冊裡列了2次。",
            "第二次",
            "第一次",
            "同一個請刪去一列；確為兩個，請把名稱寫到可以分辨。",
            "一份名冊裡同一個名稱列了不只一次。",
            "列幾次就有幾份責任書，收到的人無法分辨哪份是自己的。",
        ),
        "en": _texts(
            "{name:q} is twice in the roster of {unit:q}.",
            "and again here",
            "first here",
            "Take one out if both are the same; else write the names so that they differ.",
            "A roster holds one name more than once.",
            "Each gets a letter, and nobody can tell which letter is whose.",
        ),
    },
    bad="标题: 校园安全工作方案\n单位: [{名称: 各学校, 类别: 一类单位, 名册: [一小, 二小, 一小]}]\n",
    good="标题: 校园安全工作方案\n单位: [{名称: 各学校, 类别: 一类单位, 名册: [一小, 二小]}]\n",
)

NOT_A_PLAN = Rule(
    code="MOD030",
    name="not-a-plan",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": _texts(
            "{file:q}不是方案：开头应当是“标题: ……”这样的栏目。",
            "从这里起",
            "",
            "用 luoshi new 写一份样例，照着改。",
            "整个文件是一段文字或一个列表，没有栏目。",
            "没有栏目就没有方案可读。",
        ),
        "zh-Hant": _texts(
            "{file:q}不是計畫：開頭應是「標題: ……」這樣的欄位。",
            "從這裡起",
            "",
            "請用 luoshi new 寫一份範例，照著修改。",
            "整個檔案是一段文字或一個清單，沒有欄位。",
            "沒有欄位就沒有計畫可讀。",
        ),
        "en": _texts(
            "{file:q} is not a plan: it should begin with fields such as “title: …”.",
            "from here on",
            "",
            "Write a sample with luoshi new and change that.",
            "The whole file is one text or a list, without fields.",
            "Without fields there is nothing to read.",
        ),
    },
    bad="- 一\n- 二\n",
    good="标题: 校园安全工作方案\n",
)

RULES: tuple[Rule, ...] = (
    UNKNOWN_FIELD,
    MISSING_FIELD,
    WRONG_SHAPE,
    BAD_VALUE,
    DUPLICATE_ID,
    INCLUDE_FAILED,
    UNKNOWN_UNIT,
    UNKNOWN_REFERENCE,
    AMBIGUOUS_UNIT,
    ROSTER_FAULT,
    NAME_TWICE,
    DATE_UNREAD,
    DATE_AMBIGUOUS,
    DATE_IMPOSSIBLE,
    TIME_WITHOUT_DAY,
    NOT_A_PLAN,
)
