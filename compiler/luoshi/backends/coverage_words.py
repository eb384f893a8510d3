"""The words of coverage tables in the three languages; Traditional Chinese follows the region."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from luoshi.diagnostics import Language
from luoshi.document.coverage_tree import ColumnState, Coverage, Role, Verdict

SIGNS: Mapping[Role | None, str] = {"lead": "●", "joint": "◎", "assist": "○", None: "□"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageWords:
    """Labels are whole words; sentences hold ``{n}`` and have a form for one where it differs."""

    table: str
    corner: str
    roles: Mapping[Role, str]
    squares: Mapping[Role, str]
    blank: str
    small: str
    times: str
    heavy: str
    heavy_columns: str
    signs: str
    whole: str
    holes: str
    other: str
    all: str
    beside: str
    duties: str
    leading_units: str
    duty_count: str
    nobody: str
    states: Mapping[ColumnState, str]
    no_duty: str
    no_duty_why: str
    only_assist: str
    sentences: Mapping[str, tuple[str, str]]  # a count of one, any other count
    counts: str
    balance: str
    revision: str
    plan: str
    by: str
    line: str
    waiver: str
    full_titles: str
    duty_sheet: str
    duty_heads: tuple[str, ...]
    part: str
    page: str
    gap: str
    comma: str
    colon: str
    stop: str
    skip: str
    caption: str
    cell: str


_HANS = CoverageWords(
    table="职责一览表",
    corner="单位＼任务",
    roles={"lead": "牵头", "joint": "联合", "assist": "配合"},
    squares={"lead": "牵", "joint": "联", "assist": "配"},
    blank="空格：不涉及",
    small="方块旁小数字：职责条数",
    times="{n}条",
    heavy="斜纹：没有职责或无人承担",
    heavy_columns="粗虚线框：牵头单位不是1个",
    signs="表格文件和纯文本中写作",
    whole="没有空缺",
    holes="有空缺",
    other="其他职责",
    all="职责",
    beside="会议、报送、阶段、月份事项",
    duties="职责",
    leading_units="牵头单位数",
    duty_count="职责条数",
    nobody="未写责任单位",
    states={"whole": "", "nobody": "无人承担", "no-lead": "缺牵头", "two-leads": "多个牵头"},
    no_duty="无职责",
    no_duty_why="列为成员，方案没有给它职责",
    only_assist="只有配合",
    sentences={
        "units_without_duty": ("{n}个单位没有职责", "{n}个单位没有职责"),
        "tasks_without_lead": ("{n}项任务没有牵头", "{n}项任务没有牵头"),
        "tasks_of_nobody": ("其中{n}项无人承担", "其中{n}项无人承担"),
        "tasks_with_two_leads": ("{n}项任务有多个牵头单位", "{n}项任务有多个牵头单位"),
        "duties_without_owner": ("{n}条职责没有责任单位", "{n}条职责没有责任单位"),
        "units_only_assisting": ("{n}个单位只有配合", "{n}个单位只有配合"),
    },
    counts="{units}个单位，{tasks}项任务，{duties}条职责",
    balance="职责{all}条＝任务列中{tasks}条＋其他{other}条；一条职责对应几项任务的，各列都计，合计只计一次。",
    revision="修订{revision}",
    plan="方案“{id}”",
    by="编制：{organ}",
    line="{file}第{line}行",
    waiver="豁免说明：",
    full_titles="表头缩写的任务全称：",
    duty_sheet="职责明细",
    duty_heads=("编号", "内容", "牵头", "联合", "配合", "对应任务", "时间", "所在文件", "行"),
    part="第{n}部分",
    page="第&P页 共&N页",
    gap="",
    comma="，",
    colon="：",
    stop="。",
    skip="跳到表格",
    caption="单位与任务对照，格内为角色和职责条数",
    cell="{role}，{n}条职责",
)
_HANT_TW = replace(
    _HANS,
    table="分工一覽表",
    corner="單位＼工作",
    roles={"lead": "主辦", "joint": "合辦", "assist": "協辦"},
    squares={"lead": "主", "joint": "合", "assist": "協"},
    blank="空白：不涉及",
    small="方塊旁小數字：工作項數",
    times="{n}項",
    heavy="斜紋：沒有工作或無人承擔",
    heavy_columns="粗虛線框：主辦單位不是1個",
    signs="試算表和純文字中寫作",
    whole="沒有空缺",
    holes="有空缺",
    other="其他工作",
    all="工作",
    beside="會議、報送、階段、逐月事項",
    duties="工作",
    leading_units="主辦單位數",
    duty_count="工作項數",
    nobody="未寫責任單位",
    states={"whole": "", "nobody": "無人承擔", "no-lead": "缺主辦", "two-leads": "多個主辦"},
    no_duty="無工作",
    no_duty_why="列為成員，計畫沒有分配工作給它",
    only_assist="只有協辦",
    sentences={
        "units_without_duty": ("{n}個單位沒有工作", "{n}個單位沒有工作"),
        "tasks_without_lead": ("{n}個項目沒有主辦", "{n}個項目沒有主辦"),
        "tasks_of_nobody": ("其中{n}個無人承擔", "其中{n}個無人承擔"),
        "tasks_with_two_leads": ("{n}個項目有多個主辦單位", "{n}個項目有多個主辦單位"),
        "duties_without_owner": ("{n}項工作沒有責任單位", "{n}項工作沒有責任單位"),
        "units_only_assisting": ("{n}個單位只有協辦", "{n}個單位只有協辦"),
    },
    counts="{units}個單位，{tasks}個項目，{duties}項工作",
    balance="工作{all}項＝表中各欄{tasks}項＋其他{other}項；一項工作對應多個項目者各欄都計，合計只計一次。",
    revision="修訂{revision}",
    plan="計畫「{id}」",
    by="編製：{organ}",
    line="{file}第{line}行",
    waiver="豁免說明：",
    full_titles="表頭縮寫的項目全名：",
    duty_sheet="工作明細",
    duty_heads=("編號", "內容", "主辦", "合辦", "協辦", "對應項目", "時間", "所在檔案", "行"),
    part="第{n}部分",
    page="第&P頁，共&N頁",
    skip="跳到表格",
    caption="單位與項目對照，格內為角色和工作項數",
    cell="{role}，{n}項工作",
)
# A Traditional plan of the mainland keeps the mainland's words of the office.
_HANT_CN = replace(
    _HANT_TW,
    corner="單位＼任務",
    roles={"lead": "牽頭", "joint": "聯合", "assist": "配合"},
    squares={"lead": "牽", "joint": "聯", "assist": "配"},
    small="方塊旁小數字：職責條數",
    times="{n}條",
    heavy="斜紋：沒有職責或無人承擔",
    heavy_columns="粗虛線框：牽頭單位不是1個",
    other="其他職責",
    all="職責",
    duties="職責",
    leading_units="牽頭單位數",
    duty_count="職責條數",
    states={"whole": "", "nobody": "無人承擔", "no-lead": "缺牽頭", "two-leads": "多個牽頭"},
    no_duty="無職責",
    no_duty_why="列為成員，計畫沒有給它職責",
    only_assist="只有配合",
    sentences={
        "units_without_duty": ("{n}個單位沒有職責", "{n}個單位沒有職責"),
        "tasks_without_lead": ("{n}項任務沒有牽頭", "{n}項任務沒有牽頭"),
        "tasks_of_nobody": ("其中{n}項無人承擔", "其中{n}項無人承擔"),
        "tasks_with_two_leads": ("{n}項任務有多個牽頭單位", "{n}項任務有多個牽頭單位"),
        "duties_without_owner": ("{n}條職責沒有責任單位", "{n}條職責沒有責任單位"),
        "units_only_assisting": ("{n}個單位只有配合", "{n}個單位只有配合"),
    },
    counts="{units}個單位，{tasks}項任務，{duties}條職責",
    balance="職責{all}條＝任務各欄{tasks}條＋其他{other}條；一條職責對應多項任務者各欄都計，合計只計一次。",
    full_titles="表頭縮寫的任務全名：",
    duty_sheet="職責明細",
    duty_heads=("編號", "內容", "牽頭", "聯合", "配合", "對應任務", "時間", "所在檔案", "行"),
    caption="單位與任務對照，格內為角色和職責條數",
    cell="{role}，{n}條職責",
)
_EN = CoverageWords(
    table="Coverage",
    corner="Unit ＼ task",
    roles={"lead": "lead", "joint": "joint", "assist": "assists"},
    squares={"lead": "L", "joint": "J", "assist": "A"},
    blank="blank: not involved",
    small="small figures: number of duties",
    times="× {n}",
    heavy="hatched: without duty, or nobody has it",
    heavy_columns="heavy dashed frame: not exactly one lead",
    signs="in spreadsheets and plain text",
    whole="No gaps",
    holes="Gaps",
    other="Other duties",
    all="Duties",
    beside="Meetings, reports, phases, month items",
    duties="Duties",
    leading_units="Units that lead",
    duty_count="Duties",
    nobody="No owner named",
    states={"whole": "", "nobody": "nobody", "no-lead": "no lead", "two-leads": "two leads"},
    no_duty="No duty",
    no_duty_why="listed as a member; the plan gives it no duty",
    only_assist="only assists",
    sentences={
        "units_without_duty": ("{n} unit has no duty", "{n} units have no duty"),
        "tasks_without_lead": ("{n} task has no lead", "{n} tasks have no lead"),
        "tasks_of_nobody": ("nobody has {n} of them", "nobody has {n} of them"),
        "tasks_with_two_leads": ("{n} task has several leads", "{n} tasks have several leads"),
        "duties_without_owner": ("{n} duty has no owner", "{n} duties have no owner"),
        "units_only_assisting": ("{n} unit only assists", "{n} units only assist"),
    },
    counts="Units: {units}, tasks: {tasks}, duties: {duties}",
    balance="Duties: {all} = {tasks} in tasks + {other} other. A duty that serves several tasks counts in each column, once in the sum.",
    revision="revision {revision}",
    plan="Plan “{id}”",
    by="Issued by {organ}",
    line="{file}, line {line}",
    waiver="Waiver: ",
    full_titles="Tasks shortened in the heading, in full:",
    duty_sheet="Duties",
    duty_heads=("Id", "Duty", "Lead", "Joint", "Assist", "Serves", "When", "File", "Line"),
    part="Part {n}",
    page="Page &P of &N",
    gap=" ",
    comma=", ",
    colon=": ",
    stop=".",
    skip="Skip to the table",
    caption="Units and tasks; each cell gives the role and the number of duties",
    cell="{role}, duties: {n}",
)


def words_of(language: Language, region: str) -> CoverageWords:
    """The words of a plan's language and region."""
    if language == "zh-Hant":
        return _HANT_TW if region == "TW" else _HANT_CN
    return _HANS if language == "zh-Hans" else _EN


def title_of(coverage: Coverage) -> str:
    """The heading of the table: the plan's name and what this is."""
    words = words_of(coverage.language, coverage.region)
    if coverage.language == "en":
        return f"{coverage.name}: {words.table}"
    return coverage.name + words.table


def counts_of(coverage: Coverage) -> str:
    """How many units, tasks and duties the table holds."""
    words = words_of(coverage.language, coverage.region)
    return words.counts.format(
        units=coverage.units, tasks=coverage.tasks, duties=len(coverage.duties)
    )


def balance_of(coverage: Coverage) -> str:
    """The sum that proves that nothing is lost; empty for a plan without tasks."""
    if not coverage.tasks:
        return ""
    words = words_of(coverage.language, coverage.region)
    total, inside = len(coverage.duties), coverage.in_tasks
    return words.balance.format(all=total, tasks=inside, other=total - inside)


def verdict_lines(verdict: Verdict, words: CoverageWords) -> tuple[str, ...]:
    """What is missing, one phrase each; a unit that only assists is told too, though no hole."""
    found = []
    for name, (one, more) in words.sentences.items():
        n = getattr(verdict, name)
        if n:
            found.append((one if n == 1 else more).format(n=n))
    return tuple(found)


def column_title(kind: str, title: str, words: CoverageWords) -> str:
    """The heading of a column: a task's own title, or the word for what stands in none."""
    return {"other": words.other, "all": words.all, "beside": words.beside}.get(kind, title)
