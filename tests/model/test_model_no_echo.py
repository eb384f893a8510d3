"""One mistake, one finding: what follows from it is not said again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from luoshi.diagnostics import Diagnostic, Diagnostics
from luoshi.diagnostics.wording import headline, help_text
from luoshi.driver.check import check_file
from luoshi.model import read_plan
from luoshi.source.world import MemoryWorld

PATH = Path("方案.yaml")
DUTIES = (
    "组织领导: {领导小组: {组长: [{姓名: 王立, 单位: 甲局}], 成员: [甲局, 乙局]}}\n"
    "责任分工:\n"
    "  - {责任单位: 甲局, 职责: [{编号: d1, 内容: 检查}]}\n"
    "  - {责任单位: 乙局, 职责: [{编号: d2, 内容: 报告}]}\n"
)


def whole(text: str, **files: str | bytes) -> tuple[Diagnostic, ...]:
    """Every finding of a check."""
    beside = {name.replace("__", "."): data for name, data in files.items()}
    world = MemoryWorld({PATH.name: text, **beside}, date(2026, 9, 1))
    return check_file(world, PATH).findings


def read(text: str, **files: str) -> tuple[Diagnostic, ...]:
    """What reading alone finds."""
    bag = Diagnostics()
    beside = {name.replace("__", "."): data for name, data in files.items()}
    read_plan(MemoryWorld({PATH.name: text, **beside}), PATH, bag)
    return bag.sorted()


def serious(findings: tuple[Diagnostic, ...]) -> list[str]:
    """The codes, without what a plan this short lacks anyhow."""
    return [d.code for d in findings if d.code not in {"CHK044", "CHK033"}]


@pytest.mark.parametrize(
    ("name", "files", "codes"),
    [
        ("无.yaml", {}, ["MOD010"]),
        ("无.csv", {}, ["MOD015"]),
        ("坏.csv", {"坏__csv": '名称\n"甲局\n乙局\n'}, ["MOD015"]),
        ("坏.csv", {"坏__csv": "名称\n甲局\n乙局\n".encode("gbk")}, ["MOD015"]),
        ("坏.yaml", {"坏__yaml": "- 甲局\n- 乙局\n"}, ["MOD010"]),
        ("坏.yaml", {"坏__yaml": "单味: [甲局, 乙局]\n"}, ["MOD001"]),
        ("坏.yaml", {"坏__yaml": "单位: [甲局, [乙局]]\n"}, ["MOD003"]),
    ],
    ids=["no file", "no table", "open quote", "GBK", "list", "slip in the key", "list in the list"],
)
def test_an_include_that_is_lost_is_one_finding(
    name: str, files: dict[str, str | bytes], codes: list[str]
) -> None:
    assert serious(whole(f"标题: 方案\n引用: [{name}]\n" + DUTIES, **files)) == codes


@pytest.mark.parametrize("wrong", ["{units: x}", "[{units: x}]", "{flie: u.csv}"])
def test_an_include_without_its_file_is_one_finding(wrong: str) -> None:
    assert serious(whole(f"标题: 方案\n引用: {wrong}\n" + DUTIES)) == ["MOD001"]


def test_an_include_that_is_joined_hides_no_unknown_name() -> None:
    findings = read("标题: 方案\n引用: [u.csv]\n" + DUTIES, u__csv="名称\n甲局\n")
    assert {d.code for d in findings} == {"MOD011"}
    assert {d.args["unit"] for d in findings} == {"乙局"}


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        ("{nmae: 乙局}", "MOD001"),
        ("{编号: ../乙, 名城: 乙局}", "MOD004"),
        ("{编号: 乙/局, 名称: 二局, 又名: [乙局]}", "MOD004"),
        ("[乙局]", "MOD003"),
        ("{编号: y, 名称: [乙局]}", "MOD003"),
    ],
)
def test_a_unit_that_is_half_read_is_not_unknown_as_well(unit: str, code: str) -> None:
    codes = serious(whole(f"标题: 方案\n单位: [甲局, {unit}]\n" + DUTIES))
    assert code in codes
    assert not {"MOD002", "MOD011", "CHK013"} & {*codes}


def test_a_refused_id_is_not_unknown_where_it_is_used() -> None:
    plan = "标题: 方案\n单位: [甲局, {编号: 乙/局, 名称: 二局}]\n" + DUTIES.replace("乙局", "乙/局")
    assert [d.code for d in read(plan)] == ["MOD004"]


def test_another_name_is_unknown_all_the_same() -> None:
    plan = "标题: 方案\n单位: [甲局, {编号: 乙/局, 名称: 二局}]\n" + DUTIES.replace(
        "乙局", "安监所"
    )
    assert {d.code for d in read(plan)} == {"MOD004", "MOD011"}


def test_a_required_field_left_out_is_still_missed_beside_an_odd_key() -> None:
    findings = read("标题: 方案\n单位: [{简称: 乙, 电话号: 1}]\n")
    assert [d.code for d in findings] == ["MOD002", "MOD001"]


# --- the right words --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("owners", "hans"),
    [
        ("[甲局, '']", "“责任单位”里应当写单位的编号或名称，这里写成了空白。"),
        ("['']", "“责任单位”里应当写单位的编号或名称，这里写成了空白。"),
        ("[甲局, ' ']", "“责任单位”里应当写单位的编号或名称，这里写成了空白。"),
    ],
)
def test_quotes_round_nothing_in_a_list_are_called_empty(owners: str, hans: str) -> None:
    plan = f"标题: 方案\n单位: [甲局]\n责任分工: [{{责任单位: {owners}, 职责: [{{编号: d, 内容: 查}}]}}]\n"
    assert [headline(d, "zh-Hans") for d in read(plan)] == [hans]


def test_an_empty_dash_is_no_owner() -> None:
    plan = "标题: 方案\n单位: [甲局]\n责任分工: [{责任单位: [~], 职责: [{编号: d, 内容: 查}]}]\n"
    assert "CHK005" in {d.code for d in whole(plan)}


def test_a_refused_id_says_what_an_id_may_hold() -> None:
    (only,) = read("标题: 方案\n编号: ../../evil\n")
    assert headline(only, "zh-Hans") == "“../../evil”不是编号。"
    for mark in ("空格", "/", "\\", ":", "*", "?", '"', "<", ">", "|", "64"):
        assert mark in help_text(only, "zh-Hans")
    assert "without spaces and / \\ :" in help_text(only, "en")


@pytest.mark.parametrize(
    ("plan", "meant"),
    [
        ("标题: 方案\n印发: {日期: 2026-09-01}\n", "成文日期"),
        ("標題: 計畫\n發文: {日期: 2026-09-01}\n", "發文日期"),
        ("标题: 方案\n单位: [{名城: 甲局}]\n", "名称"),
        ("標題: 計畫\n單位: [{名城: 甲局}]\n", "名稱"),
        ("title: Plan\nunits: [{nmae: Office}]\n", "name"),
    ],
)
def test_a_field_that_was_meant_is_named_as_the_file_spells_it(plan: str, meant: str) -> None:
    (only,) = read(plan)
    assert only.code == "MOD001"
    assert only.fix is not None
    assert only.fix.edits[0].text == meant
    assert meant in help_text(only, "zh-Hans")


def test_a_line_to_paste_is_spelled_as_the_file_is() -> None:
    plan = "title: 方案\nunits: [甲局]\ninclude: [{}]\n"
    (only,) = [d for d in read(plan) if d.code == "MOD002"]
    assert [p.text for p in only.paste] == ["file: (to fill in)"]


@pytest.mark.parametrize(
    ("name", "listed"),
    [("丁局", ""), ("教局", "教育局"), ("教育处", "教育局"), ("办", ""), ("Fire Office", "")],
)
def test_a_name_that_shares_only_office_is_not_offered(name: str, listed: str) -> None:
    plan = f"标题: 方案\n单位: [甲局, 教育局, Youth Bureau]\n责任分工: [{{责任单位: {name}, 职责: [{{编号: d, 内容: 查}}]}}]\n"
    (only,) = read(plan)
    assert (only.code, only.args["listed"]) == ("MOD011", listed)
    assert bool(only.paste) == bool(listed)


# --- both ends --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shared", "code"),
    [
        ("单位: [乙局, 甲局, 甲局]\n", "MOD008"),
        ("单位: [乙局, 甲局, 丙局]\n", "CHK013"),
        ("单位: [乙局, {名称: 甲局, 隶属: 庚厅}]\n", "MOD011"),
    ],
)
def test_a_finding_that_stands_in_an_included_file_shows_the_include(
    shared: str, code: str
) -> None:
    findings = whole("标题: 方案\n引用: [共用.yaml]\n" + DUTIES, 共用__yaml=shared)
    (found,) = [d for d in findings if d.code == code]
    assert found.primary is not None
    assert found.primary.source.name == "共用.yaml"
    ends = [label.span for label in found.labels if label.key == "included"]
    assert [(end.source.name, end.text) for end in ends] == [("方案.yaml", "共用.yaml")]


def test_a_cell_under_no_heading_is_not_lost() -> None:
    (only,) = read("标题: 方案\n引用: [u.csv]\n", u__csv="名称,简称\n甲局,甲,外\n")
    assert headline(only, "zh-Hans") == "“u.csv”第2行：这一行有一格，上面没有栏目名。"
