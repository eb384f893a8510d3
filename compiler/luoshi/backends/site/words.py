"""The words of the index and of the findings page, each language written by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from luoshi.diagnostics import Language, Severity

LinkKind = Literal["notice", "letters", "letter", "calendar", "coverage", "findings", "changes"]
PlanState = Literal["draft", "issued", "failed"]
KINDS: tuple[LinkKind, ...] = (
    "notice",
    "letters",
    "letter",
    "calendar",
    "coverage",
    "findings",
    "changes",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteWords:
    """Labels and sentences; a pair is the form for one and the form for any other count."""

    product: str
    index: str
    skip_plans: str
    skip_documents: str
    kinds: Mapping[LinkKind, str]
    build: str
    other_organ: str
    totals: tuple[str, str, str]  # headings over the three totals
    plans: tuple[str, str]
    states: Mapping[PlanState, str]
    of_state: Mapping[PlanState, str]
    files: tuple[str, str]
    letters: tuple[str, str]
    no_letters: str
    draft: str
    revision: str
    clean: str
    failed: str
    kept: tuple[str, str]
    none_kept: str
    read_findings: str
    to_index: str
    index_foot: str
    findings: str
    skip_findings: str
    profile: str
    profiles: Mapping[str, str]
    all: str
    filter: str
    in_file: tuple[str, str]
    no_place: str
    line: str
    source: str
    to_do: str
    fixable: str
    waived: tuple[str, str]
    reason: str
    more: tuple[str, str]
    previous: str
    next: str
    nothing: str
    also_waived: tuple[str, str]
    units: tuple[str, str]
    duties: tuple[str, str]
    dates: tuple[str, str]
    findings_foot: str
    colon: str
    comma: str
    stop: str
    gap: str


_HANS = SiteWords(
    product="落实",
    index="文书目录",
    skip_plans="跳到方案列表",
    skip_documents="跳到文书列表",
    kinds={
        "notice": "通知",
        "letters": "责任书合订",
        "letter": "责任书",
        "calendar": "行事历",
        "coverage": "职责一览表",
        "findings": "检查结果",
        "changes": "本次变动",
    },
    build="生成说明",
    other_organ="未写发文机关",
    totals=("方案", "检查结果", "责任书"),
    plans=("{n}份", "{n}份"),
    states={"draft": "草稿", "issued": "已签发", "failed": "未通过"},
    of_state={"draft": "草稿{n}份", "issued": "已签发{n}份", "failed": "未通过{n}份"},
    files=("共{n}个文件", "共{n}个文件"),
    letters=("{n}份", "{n}份"),
    no_letters="没有责任单位，没有责任书可生成",
    draft="第{n}稿",
    revision="修订{revision}",
    clean="没有发现问题",
    failed="没有生成文书",
    kept=("上次生成的{n}个文件没有动，仍可使用。", "上次生成的{n}个文件没有动，仍可使用。"),
    none_kept="这份方案还没有生成过文书。",
    read_findings="查看检查结果",
    to_index="全部方案",
    index_foot="本页可离线打开，也可打印。",
    findings="检查结果",
    skip_findings="跳到第一处问题",
    profile="检查尺度",
    profiles={"draft": "起草", "standard": "一般", "strict": "从严"},
    all="全部",
    filter="只看",
    in_file=("{n}处，按行号排列", "{n}处，按行号排列"),
    no_place="不在某一行的问题",
    line="第{n}行",
    source="{file}，第{n}行前后",
    to_do="处理",
    fixable="可代改：",
    waived=("已有豁免说明的{n}处", "已有豁免说明的{n}处"),
    reason="理由：",
    more=("另有{n}处同类", "另有{n}处同类"),
    previous="上一处",
    next="下一处",
    nothing="没有发现问题",
    also_waived=("另有{n}处已有豁免说明。", "另有{n}处已有豁免说明。"),
    units=("{n}个单位都有职责", "{n}个单位都有职责"),
    duties=("{n}条职责都有责任单位", "{n}条职责都有责任单位"),
    dates=("{n}个日期都已核对", "{n}个日期都已核对"),
    findings_foot="看某一项的说明：",
    colon="：",
    comma="，",
    stop="。",
    gap="",
)
_HANT_TW = SiteWords(
    product="落實",
    index="文件目錄",
    skip_plans="跳到計畫清單",
    skip_documents="跳到文件清單",
    kinds={
        "notice": "函與計畫",
        "letters": "責任書合訂",
        "letter": "責任書",
        "calendar": "行事曆",
        "coverage": "分工一覽表",
        "findings": "檢查結果",
        "changes": "本次異動",
    },
    build="產生說明",
    other_organ="未寫發文機關",
    totals=("計畫", "檢查結果", "責任書"),
    plans=("{n}份", "{n}份"),
    states={"draft": "草稿", "issued": "已核發", "failed": "未通過"},
    of_state={"draft": "草稿{n}份", "issued": "已核發{n}份", "failed": "未通過{n}份"},
    files=("共{n}個檔案", "共{n}個檔案"),
    letters=("{n}份", "{n}份"),
    no_letters="沒有責任單位，無責任書可產生",
    draft="第{n}稿",
    revision="修訂{revision}",
    clean="沒有發現問題",
    failed="沒有產生文件",
    kept=("上次產生的{n}個檔案沒有變動，仍可使用。", "上次產生的{n}個檔案沒有變動，仍可使用。"),
    none_kept="這份計畫尚未產生過文件。",
    read_findings="查看檢查結果",
    to_index="所有計畫",
    index_foot="本頁可離線開啟，也可列印。",
    findings="檢查結果",
    skip_findings="跳到第一處問題",
    profile="檢查標準",
    profiles={"draft": "草擬", "standard": "一般", "strict": "從嚴"},
    all="全部",
    filter="只看",
    in_file=("{n}處，依行號排列", "{n}處，依行號排列"),
    no_place="不屬於某一行的問題",
    line="第{n}行",
    source="{file}，第{n}行前後",
    to_do="處理",
    fixable="可代改：",
    waived=("已有豁免說明的{n}處", "已有豁免說明的{n}處"),
    reason="理由：",
    more=("另有{n}處同類", "另有{n}處同類"),
    previous="上一處",
    next="下一處",
    nothing="沒有發現問題",
    also_waived=("另有{n}處已有豁免說明。", "另有{n}處已有豁免說明。"),
    units=("{n}個單位都有工作", "{n}個單位都有工作"),
    duties=("{n}項工作都有責任單位", "{n}項工作都有責任單位"),
    dates=("{n}個日期都已核對", "{n}個日期都已核對"),
    findings_foot="查看某一項的說明：",
    colon="：",
    comma="，",
    stop="。",
    gap="",
)
# Words of the office follow the region, words of the tool the language.
_HANT_CN = replace(
    _HANT_TW,
    kinds={**_HANT_TW.kinds, "notice": "通知"},
    states={**_HANT_TW.states, "issued": "已簽發"},
    of_state={**_HANT_TW.of_state, "issued": "已簽發{n}份"},
    units=("{n}個單位都有職責", "{n}個單位都有職責"),
    duties=("{n}條職責都有責任單位", "{n}條職責都有責任單位"),
)
_EN = SiteWords(
    product="Luoshi",
    index="Documents",
    skip_plans="Skip to the plans",
    skip_documents="Skip to the documents",
    kinds={
        "notice": "Notice",
        "letters": "All letters",
        "letter": "Letters",
        "calendar": "Calendars",
        "coverage": "Coverage",
        "findings": "Findings",
        "changes": "Changes",
    },
    build="About this build",
    other_organ="No issuing organ named",
    totals=("Plans", "Findings", "Letters"),
    plans=("{n} plan", "{n} plans"),
    states={"draft": "DRAFT", "issued": "Issued", "failed": "Not passed"},
    of_state={"draft": "draft: {n}", "issued": "issued: {n}", "failed": "not passed: {n}"},
    files=("{n} file", "{n} files"),
    letters=("{n} letter", "{n} letters"),
    no_letters="No unit owns a duty, so there is no letter",
    draft="Draft {n}",
    revision="revision {revision}",
    clean="No findings",
    failed="No documents made",
    kept=(
        "The {n} file of the last build is untouched and can be used.",
        "The {n} files of the last build are untouched and can be used.",
    ),
    none_kept="No documents have been made from this plan yet.",
    read_findings="Read the findings",
    to_index="All plans",
    index_foot="This page opens without a network and can be printed.",
    findings="Findings",
    skip_findings="Skip to the first finding",
    profile="Strictness",
    profiles={"draft": "draft", "standard": "standard", "strict": "strict"},
    all="All",
    filter="Show",
    in_file=("{n} finding", "{n} findings, in order of lines"),
    no_place="Not about one line",
    line="line {n}",
    source="{file}, around line {n}",
    to_do="What to do",
    fixable="Can be fixed for you: ",
    waived=("{n} finding with a waiver", "{n} findings with a waiver"),
    reason="Reason: ",
    more=("{n} more of this kind", "{n} more of this kind"),
    previous="Previous",
    next="Next",
    nothing="No findings",
    also_waived=("{n} more has a waiver.", "{n} more have a waiver."),
    units=("{n} unit has duties", "{n} units have duties"),
    duties=("{n} duty has an owner", "{n} duties have an owner"),
    dates=("{n} date checked", "{n} dates checked"),
    findings_foot="To read about one of them: ",
    colon=": ",
    comma=", ",
    stop=".",
    gap=" ",
)

LEVEL_CLASSES: Mapping[Severity, str] = {
    Severity.ERROR: "e",
    Severity.WARNING: "w",
    Severity.NOTE: "n",
}
LEVELS = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def site_words(language: Language, region: str = "CN") -> SiteWords:
    """The words of a language; in Traditional Chinese those of the office follow the region."""
    if language == "zh-Hant":
        return _HANT_TW if region == "TW" else _HANT_CN
    return _HANS if language == "zh-Hans" else _EN


def count(forms: tuple[str, str], n: int) -> str:
    """A phrase with its number."""
    return forms[n != 1].format(n=n)


def clean_sentence(words: SiteWords, units: int, duties: int, dates: int) -> str:
    """What was counted when nothing was found: the parts that count something, in one sentence."""
    pairs = ((words.units, units), (words.duties, duties), (words.dates, dates))
    parts = [count(forms, n) for forms, n in pairs if n]
    if not parts:
        return words.nothing + words.stop
    first = words.nothing + (words.colon if words.gap else words.stop)
    return first + words.comma.join(parts) + words.stop
