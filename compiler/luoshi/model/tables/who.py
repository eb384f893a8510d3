"""Field tables: units, people, groups, meetings."""

from __future__ import annotations

from luoshi.model import records as r
from luoshi.model.fields import RecordTable
from luoshi.model.kinds import (
    FREQUENCY,
    WHEN,
    Choice,
    Id,
    Many,
    Prose,
    Rec,
    Ref,
    Text,
    Whole,
    option,
)
from luoshi.model.tables import what
from luoshi.model.tables.row import id_row, row, words

UNIT_KINDS = Choice(
    (
        option("department", "department", "部门", "處室", "單位", "单位", "機關", "机关"),
        option("post", "post", "岗位", "職務"),
        option("class", "class", "一类单位", "一類單位"),
        option("external", "external", "外单位", "外部單位"),
    )
)
UNIT = RecordTable(
    name="unit",
    title=words("单位", "單位", "unit"),
    build=r.Unit,
    shorthand="name",
    fields=(
        row(
            "id",
            Id(),
            ("id", "编号", "編號"),
            (
                "稳定的编号，可用中文；不写时用名称。",
                "固定的編號，可用中文；不寫時用名稱。",
                "A lasting id; the name serves where none is given.",
            ),
            "{编号: 公安, 名称: 市公安局}",
            default="",
        ),
        row(
            "name",
            Text(),
            ("name", "名称", "名稱"),
            (
                "单位、岗位或一类单位的全称。",
                "單位、職務或一類單位的全名。",
                "Full name of the department, post or class of parties.",
            ),
            "{名称: 市公安局}",
            default="",
            required=True,
        ),
        row(
            "short",
            Text(),
            ("short", "简称", "簡稱"),
            (
                "日历和一览表里用的简称。",
                "行事曆與一覽表使用的簡稱。",
                "Short name for calendars and matrices.",
            ),
            "{名称: 市公安局, 简称: 公安}",
            default="",
        ),
        row(
            "also_called",
            Many(Text()),
            ("also_called", "又名", "別名|又名"),
            (
                "方案里出现的其他叫法，都指这个单位。",
                "計畫裡出現的其他稱呼，皆指此單位。",
                "Other names in use for the same unit.",
            ),
            "{名称: 市公安局, 又名: [公安局]}",
            default=(),
        ),
        row(
            "kind",
            UNIT_KINDS,
            ("kind", "类别", "類別"),
            (
                "部门、岗位、一类单位（如各学校）或外单位。",
                "處室、職務、一類單位（如各校）或外部單位。",
                "Department, post, class of parties (every school) or external body.",
            ),
            "{名称: 各学校, 类别: 一类单位}",
            default="department",
        ),
        row(
            "belongs_to",
            Ref(),
            ("belongs_to", "隶属", "隸屬"),
            (
                "上级单位；同名的内设机构靠它区分。",
                "上級單位；同名的內設單位以此區分。",
                "The unit it is part of; tells bodies of one name apart.",
            ),
            "{名称: 治安大队, 隶属: 市公安局}",
            default="",
        ),
        row(
            "consists_of",
            Many(Ref()),
            ("consists_of", "组成", "組成"),
            (
                "由几个单位联合组成时，列出各单位。",
                "由幾個單位聯合組成時，列出各單位。",
                "The units that act jointly under this name.",
            ),
            "{名称: 三家通信公司, 组成: [移动, 联通, 电信]}",
            default=(),
        ),
        row(
            "head",
            Text(),
            ("head", "负责人", "負責人"),
            (
                "代表单位签字的人或职务。",
                "代表單位簽章的人或職稱。",
                "The person or post that signs for the unit.",
            ),
            "{名称: 市公安局, 负责人: 局长}",
            default="",
        ),
        row(
            "roster",
            Many(Text()),
            ("roster", "名册", "名冊"),
            (
                "一类单位包括哪些，逐个列名。",
                "一類單位包含哪些，逐一列名。",
                "The members of a class of parties, by name.",
            ),
            "{名称: 各学校, 类别: 一类单位, 名册: [一中, 二中]}",
            default=(),
        ),
        row(
            "roster_file",
            Text(),
            ("roster_file", "名册文件", "名冊檔"),
            (
                "名册所在的 YAML、CSV 或 XLSX 文件。",
                "名冊所在的 YAML、CSV 或 XLSX 檔。",
                "YAML, CSV or XLSX file with the roster.",
            ),
            "{名称: 各学校, 类别: 一类单位, 名册文件: 学校.csv}",
            default="",
        ),
        row(
            "mark",
            Text(),
            ("mark", "标记", "標記"),
            (
                "月历上代表这个单位的一个字。",
                "月曆上代表此單位的一個字。",
                "The one character that stands for it on calendars.",
            ),
            "{名称: 市财政局, 标记: 财}",
            default="",
        ),
    ),
)

PERSON = RecordTable(
    name="person",
    title=words("人员", "人員", "person"),
    build=r.Person,
    shorthand="name",
    fields=(
        id_row("{编号: 王, 姓名: 王立}"),
        row(
            "name",
            Text(),
            ("name", "姓名", "姓名"),
            ("姓名。", "姓名。", "Name."),
            "{姓名: 王立}",
            default="",
            required=True,
        ),
        row(
            "unit",
            Ref(),
            ("unit", "单位", "單位"),
            ("所在单位。", "所屬單位。", "The unit the person belongs to."),
            "{姓名: 王立, 单位: 教务处}",
            default="",
        ),
        row(
            "post",
            Text(),
            ("post", "职务", "職務|職稱"),
            (
                "职务；单位未写负责人时，用作签字人。",
                "職稱；單位未寫負責人時，作為簽章人。",
                "Post; signs for the unit where it names no head.",
            ),
            "{姓名: 王立, 单位: 教务处, 职务: 主任}",
            default="",
        ),
    ),
)

HOLDER = RecordTable(
    name="holder",
    title=words("任职人", "任職人", "office holder"),
    build=r.Holder,
    shorthand="post",
    fields=(
        row(
            "name",
            Text(),
            ("name", "姓名", "姓名"),
            ("姓名。", "姓名。", "Name."),
            "{姓名: 朱明, 单位: 市公安局, 职务: 副局长}",
            default="",
        ),
        row(
            "unit",
            Ref(),
            ("unit", "单位", "單位"),
            ("所在单位。", "所屬單位。", "The unit."),
            "{单位: 市教育局, 职务: 主要领导}",
            default="",
        ),
        row(
            "post",
            Text(),
            ("post", "职务", "職務|職稱"),
            (
                "职务；不分栏只写一句话，也读作职务。",
                "職稱；不分欄只寫一句話，也讀作職稱。",
                "Post; a bare text is read as the post.",
            ),
            "{单位: 市教育局, 职务: 主要领导}",
            default="",
        ),
    ),
)

LIAISON = RecordTable(
    name="liaison",
    title=words("联络员", "聯絡員", "liaison"),
    build=r.Liaison,
    shorthand="text",
    fields=(
        row(
            "units",
            Many(Ref()),
            ("units|unit", "单位", "單位"),
            (
                "哪些单位各定联络员；写“成员单位”指全体成员。",
                "哪些單位各派聯絡員；寫「成員單位」指全體成員。",
                "Which units name one; “members” means every member.",
            ),
            "{单位: [各派出所, 交警大队], 人数: 1}",
            default=(),
        ),
        row(
            "count",
            Whole(1, 99),
            ("count", "人数", "人數"),
            ("每个单位几人。", "每個單位幾人。", "How many each."),
            "{单位: 成员单位, 人数: 1}",
            default=1,
        ),
        row(
            "text",
            Text(),
            ("text", "内容", "內容"),
            ("联络员做什么。", "聯絡員的工作。", "What they do."),
            "{单位: 成员单位, 内容: 负责日常沟通协调}",
            default="",
        ),
    ),
)

OFFICE = RecordTable(
    name="office",
    title=words("办公室", "辦公室", "office"),
    build=r.Office,
    shorthand="seat",
    fields=(
        row(
            "name",
            Text(),
            ("name", "名称", "名稱"),
            ("办公室名称。", "辦公室名稱。", "Name of the office."),
            "{名称: 创建办, 设在: 市教育局}",
            default="",
        ),
        row(
            "seat",
            Ref(),
            ("seat", "设在", "設在"),
            ("设在哪个单位。", "設在哪個單位。", "The unit it sits in."),
            "{设在: 市教育局}",
            default="",
        ),
        row(
            "heads",
            Many(Rec(lambda: HOLDER)),
            ("heads|head", "主任", "主任"),
            ("办公室主任。", "辦公室主任。", "Director of the office."),
            "{设在: 安全科, 主任: 安全科科长}",
            default=(),
        ),
        row(
            "duties",
            Many(Rec(lambda: what.DUTY)),
            ("duties", "职责", "職責|職掌"),
            (
                "办公室的职责；未写责任单位的归设在单位。",
                "辦公室的職掌；未寫責任單位者歸設在單位。",
                "Duties of the office; without owner they fall to its seat.",
            ),
            "{设在: 市教育局, 职责: [{内容: 组织、指导和协调}]}",
            default=(),
        ),
        row(
            "text",
            Text(),
            ("text", "说明", "說明"),
            ("补充说明。", "補充說明。", "Further words."),
            "{设在: 市教育局, 说明: 负责日常工作}",
            default="",
        ),
    ),
)

GROUP = RecordTable(
    name="group",
    title=words("领导小组", "領導小組", "leading group"),
    build=r.Group,
    fields=(
        id_row("{编号: 小组}"),
        row(
            "name",
            Text(),
            ("name", "名称", "名稱"),
            ("小组名称。", "小組名稱。", "Name of the group."),
            "{名称: 创建活动领导小组}",
            default="",
        ),
        row(
            "lead",
            Ref(),
            ("lead", "牵头单位", "牽頭單位|主辦單位"),
            (
                "牵头单位，也算成员。",
                "主辦單位，也算成員。",
                "The leading unit; counts as a member.",
            ),
            "{牵头单位: 市教育局}",
            default="",
        ),
        row(
            "heads",
            Many(Rec(lambda: HOLDER)),
            ("heads|head", "组长", "組長|召集人"),
            ("组长，可有几位。", "組長或召集人，可有數位。", "Head or heads."),
            "{组长: 市教育局主要领导}",
            default=(),
        ),
        row(
            "deputies",
            Many(Rec(lambda: HOLDER)),
            ("deputies|deputy", "副组长", "副組長|副召集人"),
            ("副组长。", "副組長。", "Deputy heads."),
            "{副组长: [{单位: 市公安局, 职务: 分管领导}]}",
            default=(),
        ),
        row(
            "members",
            Many(Ref()),
            ("members", "成员|成员单位", "成員|成員單位"),
            (
                "成员单位。每个成员都要有职责。",
                "成員單位。每個成員都要有工作。",
                "Member units; every member must have a duty.",
            ),
            "{成员: [市公安局, 市司法局]}",
            default=(),
        ),
        row(
            "member_posts",
            Many(Text()),
            ("member_posts", "成员人选", "成員人選"),
            ("成员由什么人担任。", "成員由何人擔任。", "Who serves for the members."),
            "{成员人选: 各单位分管领导}",
            default=(),
        ),
        row(
            "member_count",
            Whole(0, 999),
            ("member_count", "成员数", "成員數"),
            (
                "写明的成员单位数，与名单核对。",
                "寫明的成員單位數，與名單核對。",
                "The stated number of member units, checked against the list.",
            ),
            "{成员: [甲, 乙], 成员数: 2}",
        ),
        row(
            "office",
            Rec(lambda: OFFICE),
            ("office", "办公室", "辦公室"),
            ("办公室及设在单位。", "辦公室及設在單位。", "The office and its seat."),
            "{办公室: {设在: 市教育局}}",
        ),
        row(
            "liaisons",
            Many(Rec(lambda: LIAISON)),
            ("liaisons|liaison", "联络员", "聯絡員"),
            ("联络员。", "聯絡員。", "Liaison officers."),
            "{联络员: {单位: 成员单位, 人数: 1}}",
            default=(),
        ),
        row(
            "duties",
            Many(Rec(lambda: what.DUTY)),
            ("duties", "职责", "職責|職掌"),
            (
                "小组本身的职责；未写责任单位的归牵头单位。",
                "小組本身的職掌；未寫責任單位者歸主辦單位。",
                "Duties of the group itself; without owner they fall to its lead.",
            ),
            "{职责: [{内容: 每年联合检查一次}]}",
            default=(),
        ),
        row(
            "text",
            Prose(),
            ("text", "说明", "說明"),
            ("补充说明。", "補充說明。", "Further words."),
            "{说明: 小组统一领导创建工作。}",
            default="",
        ),
    ),
)

MEETING = RecordTable(
    name="meeting",
    title=words("联席会议", "聯席會議", "joint meeting"),
    build=r.Meeting,
    shorthand="text",
    fields=(
        id_row("{编号: 会议}"),
        row(
            "name",
            Text(),
            ("name", "名称", "名稱"),
            ("会议名称。", "會議名稱。", "Name of the meeting."),
            "{名称: 校园安全联席会议}",
            default="",
        ),
        row(
            "convener",
            Ref(),
            ("convener", "召集单位", "召集單位"),
            ("由谁召集。", "由誰召集。", "Who convenes it."),
            "{召集单位: 市教育局}",
            default="",
        ),
        row(
            "members",
            Many(Ref()),
            ("members", "参加单位", "參加單位"),
            ("参加的单位。", "參加的單位。", "Who takes part."),
            "{参加单位: [各派出所, 各学校]}",
            default=(),
        ),
        row(
            "at_least",
            FREQUENCY,
            ("at_least", "至少", "至少"),
            ("一段时间内至少几次。", "一段時間內至少幾次。", "At least how often."),
            "{至少: 2次/年}",
        ),
        row(
            "when",
            WHEN,
            ("when", "时间", "時間"),
            ("时间或周期。", "時間或週期。", "Date or recurrence."),
            "{时间: 每季度末月25日}",
        ),
        row(
            "text",
            Text(),
            ("text", "内容", "內容"),
            ("会议内容。", "會議內容。", "What it is for."),
            "{内容: 分析校园及周边治安形势}",
            default="",
        ),
    ),
)

OWN_GROUPS = RecordTable(
    name="own_groups",
    title=words("自建机构", "自建機構", "own groups"),
    build=r.OwnGroups,
    shorthand="text",
    fields=(
        row(
            "units",
            Many(Ref()),
            ("units|unit", "单位", "單位"),
            ("哪些单位自行成立机构。", "哪些單位自行成立機構。", "Which units set up their own."),
            "{单位: [各学校]}",
            default=(),
        ),
        row(
            "text",
            Text(),
            ("text", "内容", "內容"),
            ("成立什么、做什么。", "成立什麼、做什麼。", "What they set up."),
            "{单位: [各学校], 内容: 成立相应工作小组并制订方案}",
            default="",
        ),
    ),
)

ORGANIZATION = RecordTable(
    name="organization",
    title=words("组织领导", "組織領導", "organization"),
    build=r.Organization,
    fields=(
        row(
            "leading_group",
            Rec(lambda: GROUP),
            ("leading_group", "领导小组", "領導小組|推動小組"),
            ("领导小组。", "領導小組。", "The leading group."),
            "{领导小组: {成员: [市公安局]}}",
        ),
        row(
            "teams",
            Many(Rec(lambda: GROUP)),
            ("teams", "工作组", "工作組"),
            ("另设的工作组、检查组。", "另設的工作組、檢查組。", "Further working teams."),
            "{工作组: [{名称: 联合检查组, 成员: [市公安局]}]}",
            default=(),
        ),
        row(
            "joint_meetings",
            Many(Rec(lambda: MEETING)),
            ("joint_meetings", "联席会议", "聯席會議"),
            ("联席会议。", "聯席會議。", "Joint meetings."),
            "{联席会议: {至少: 2次/年}}",
            default=(),
        ),
        row(
            "own_groups",
            Many(Rec(lambda: OWN_GROUPS)),
            ("own_groups", "自建机构", "自建機構"),
            (
                "要求下面自行成立的机构。",
                "要求各單位自行成立的機構。",
                "Groups that members set up themselves.",
            ),
            "{自建机构: {单位: [各学校], 内容: 成立工作小组}}",
            default=(),
        ),
        row(
            "text",
            Prose(),
            ("text", "说明", "說明"),
            ("补充说明。", "補充說明。", "Further words."),
            "{说明: 在市政府领导下开展。}",
            default="",
        ),
    ),
)
