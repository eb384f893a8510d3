"""``include`` and rosters: shared units, people and calendars, with places at both ends."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from luoshi.diagnostics import Diagnostic, Diagnostics
from luoshi.diagnostics.wording import headline
from luoshi.model import ReadPlan, read_plan
from luoshi.source import MemoryWorld

PATH = Path("年度/方案.yaml")
HEAD = "标题: 方案\n"


def read(plan: str, **files: str | bytes) -> tuple[ReadPlan, tuple[Diagnostic, ...]]:
    named = {f"年度/{name.replace('__', '.')}": data for name, data in files.items()}
    bag = Diagnostics()
    found = read_plan(MemoryWorld({PATH.as_posix(): plan, **named}), PATH, bag)
    assert found is not None
    return found, bag.sorted()


def workbook(**sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        page = book.create_sheet(title)
        for row in rows:
            page.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def said(found: Diagnostic) -> str:
    return headline(found, "zh-Hans")


def test_a_yaml_file_brings_its_units_people_calendars_terms_and_citations() -> None:
    shared = (
        "单位: [{编号: 教, 名称: 教育局}]\n人员: [{姓名: 王立, 单位: 教}]\n日历: [{编号: 校历}]\n"
        "学期: [{编号: 上}]\n依据: [{编号: 条例, 名称: 校车条例}]\n"
    )
    found, findings = read(HEAD + "引用: 共用.yaml\n单位: [公安局]\n", 共用__yaml=shared)
    plan = found.plan
    assert findings == ()
    assert [unit.name for unit in plan.units] == ["公安局", "教育局"]
    assert [(p.name, p.unit) for p in plan.people] == [("王立", "教")]
    assert (plan.calendars[0].id, plan.terms[0].id, plan.cites[0].id) == ("校历", "上", "条例")
    assert found.files == (PATH, PATH.parent / "共用.yaml")


def test_keys_of_an_included_file_may_be_spelled_in_another_language() -> None:
    found, findings = read(
        HEAD + "引用: [u.yaml]\n", u__yaml="units: [{name: 教育局, short: 教}]\n"
    )
    assert findings == ()
    assert found.plan.units[0].short == "教"


@pytest.mark.parametrize(
    ("shared", "code", "text"),
    [
        ("单位: [{名称: 甲, 名乘: 乙}]\n", "MOD001", "名乘"),
        ("单位: [{简称: 乙}]\n", "MOD002", "简称"),
        ("单位: [{名称: 甲, 类别: 局}]\n", "MOD004", "局"),
        ("学期: [{编号: 上, 从: 2026-02-30}]\n", "MOD022", "2026-02-30"),
        ("单位: [{名称: 甲, name: 乙}]\n", "YML007", "name"),
        ("单位：[甲]\n单位: [乙]\n", "YML", "：["),
    ],
)
def test_a_finding_in_an_included_file_shows_both_ends(shared: str, code: str, text: str) -> None:
    _, findings = read(HEAD + "引用: [共用.yaml]\n", 共用__yaml=shared)
    found = next(d for d in findings if d.code.startswith(code))
    assert found.primary is not None
    assert found.primary.source.name.endswith("共用.yaml")
    assert found.primary.text in text or text in found.primary.text
    ends = [label for label in found.labels if label.key == "included"]
    assert [label.span.text for label in ends] == ["共用.yaml"]
    assert ends[0].span.source.name.endswith("方案.yaml")


def test_one_id_in_two_files_is_shown_in_both() -> None:
    _, findings = read(HEAD + "单位: [教育局]\n引用: [共用.yaml]\n", 共用__yaml="单位: [教育局]\n")
    found = next(d for d in findings if d.code == "MOD008")
    places = {found.primary.source.name, *(label.span.source.name for label in found.labels)}  # type: ignore[union-attr]
    assert len(places) == 2


@pytest.mark.parametrize(
    ("plan", "shared", "reason"),
    [
        ("引用: [没有.yaml]\n", "单位: [甲]\n", "没有这个文件"),
        ("引用: [方案.yaml]\n", "单位: [甲]\n", "已经引用过"),
        ("引用: [共用.yaml, 共用.yaml]\n", "单位: [甲]\n", "已经引用过"),
        ("引用: [共用.yaml]\n", "- 甲\n- 乙\n", "没有栏目"),
        ("引用: [共用.yaml]\n", "标题: 乙\n单位: [甲]\n", "只能放"),
        ("引用: [共用.yaml]\n", "单位: [甲]\n引用: [方案.yaml]\n", "只能放"),
    ],
    ids=["missing", "itself", "twice", "list", "other fields", "back again"],
)
def test_an_include_that_cannot_be_joined_says_why_at_its_place(
    plan: str, shared: str, reason: str
) -> None:
    _, findings = read(HEAD + plan, 共用__yaml=shared)
    refused = [d for d in findings if d.code == "MOD010"]
    assert len(refused) == 1
    assert reason in said(refused[0])
    assert refused[0].primary is not None
    assert refused[0].primary.source.name.endswith("方案.yaml")


# --- tables -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a byte order mark"])
def test_a_csv_file_brings_units(mark: bytes) -> None:
    rows = '编号,名称,简称\r\n010,教育局,教\r\n,"卫健委, 市",\r\n\r\n'
    found, findings = read(HEAD + "引用: [单位.csv]\n", 单位__csv=mark + rows.encode())
    assert findings == ()
    assert [(u.id, u.name, u.short) for u in found.plan.units] == [
        ("010", "教育局", "教"),
        ("", "卫健委, 市", ""),
    ]


def test_a_sheet_of_a_workbook_brings_people() -> None:
    book = workbook(
        封面=[["说明"]],
        人员=[["姓名", "单位", "职务"], ["王立", "教育局", "科长"], [3, None, None]],
    )
    plan = HEAD + "单位: [教育局]\n引用: [{文件: 人.xlsx, 工作表: 人员}]\n"
    found, findings = read(plan, 人__xlsx=book)
    assert findings == ()
    assert [(p.name, p.unit, p.post) for p in found.plan.people] == [
        ("王立", "教育局", "科长"),
        ("3", "", ""),
    ]


def test_a_mistake_in_a_row_names_the_row_and_the_include() -> None:
    rows = "名称,类别\n教育局,部门\n公安局,火星\n"
    _, findings = read(HEAD + "引用: [单位.csv]\n", 单位__csv=rows)
    assert [d.code for d in findings] == ["MOD004"]
    found = findings[0]
    assert found.primary is not None
    assert (found.primary.source.name.rsplit("/", 1)[-1], found.primary.line) == ("单位.csv", 3)
    assert found.primary.text == "火星"
    assert [label.span.text for label in found.labels if label.key == "included"] == ["单位.csv"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("表.csv", "名称,简称\n教育局,教\n".encode("gbk"), "文字编码不是UTF-8"),
        ("表.csv", "", "表是空的"),
        ("表.csv", "单位名单\n教育局\n", "第1行：应当是栏目名"),
        ("表.csv", '名称\n甲\n"教育局\n乙\n', "第3行：这一行的英文引号没有配对"),
        ("没有.csv", "名称\n", "没有这个文件"),
        ("表.xlsx", b"no workbook", "不是能读的表格"),
        ("表.xlsx", workbook(别的=[["名称"]]), "没有这个工作表"),
    ],
    ids=["GBK", "empty", "no header", "open quote", "missing", "no workbook", "no sheet"],
)  # fmt: skip
def test_a_table_that_cannot_be_read_says_why(name: str, data: str | bytes, reason: str) -> None:
    kept = {name.replace(".", "__"): data} if not name.startswith("没有") else {}
    sheet = ", 工作表: 单位" if name.endswith("xlsx") else ""
    _, findings = read(HEAD + f"引用: [{{文件: {name}{sheet}}}]\n", **kept)
    assert [d.code for d in findings] == ["MOD015"]
    assert reason in said(findings[0])
    named = [findings[0].primary, *(label.span for label in findings[0].labels)][-1]
    assert named is not None
    assert named.text == name


# --- rosters ----------------------------------------------------------------------------------------

CLASS = HEAD + "单位: [{名称: 各学校, 类别: 一类单位, 名册: [零中], 名册文件: %s}]\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("册.yaml", "- 一中\n- '02中'\n"),
        ("册.csv", "序号,学校\n1,一中\n2,02中\n"),
        ("册.csv", "一中\n02中\n"),
        ("册.xlsx", workbook(名册=[["序号", "名称"], [1, "一中"], [2, "02中"]])),
    ],
    ids=["YAML", "CSV with a header", "CSV of names alone", "XLSX"],
)  # fmt: skip
def test_a_roster_file_adds_names_to_those_of_the_plan(name: str, data: str | bytes) -> None:
    found, findings = read(CLASS % name, **{name.replace(".", "__"): data})
    assert findings == ()
    assert found.plan.units[0].roster == ("零中", "一中", "02中")
    assert PATH.parent / name in found.files


@pytest.mark.parametrize(
    ("name", "data"),
    [("册.yaml", "名册: 甲\n"), ("册.csv", "一中\n".encode("gbk")), ("册.xlsx", b"x")],
)
def test_a_roster_that_cannot_be_read_leaves_the_unit_and_says_why(
    name: str, data: str | bytes
) -> None:
    found, findings = read(CLASS % name, **{name.replace(".", "__"): data})
    assert [d.code for d in findings] == ["MOD015"]
    assert found.plan.units[0].roster == ("零中",)
