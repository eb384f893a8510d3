"""Who has duties, who leads, who is left out."""

from __future__ import annotations

import pytest
from check_plans import EACH, UNITS, codes, found, one

from luoshi.diagnostics import Severity
from luoshi.diagnostics.wording import headline

GROUP = "组织领导:\n  领导小组: {{组长: 局长, 成员: [{members}]}}\n"
ALL = GROUP.format(members="甲局, 乙局, 丙局")
TWO = """责任分工:
  - {责任单位: 甲局, 职责: [{编号: d1, 内容: 检查校舍}]}
  - {责任单位: 乙局, 职责: [{编号: d2, 内容: 检查周边}]}
"""


def test_a_plan_with_nothing_amiss_is_silent() -> None:
    assert not found(UNITS + ALL + EACH)


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("member without duty", UNITS + ALL + TWO, ["CHK001"]),
        ("a duty in a measure counts", UNITS + ALL + TWO + "工作措施:\n  - {标题: 护校, 责任单位: 甲局, 职责: [{内容: 巡逻, 责任单位: 丙局}]}\n", []),
        ("an owner of a task counts", UNITS + ALL + TWO + "工作任务: [{编号: t, 标题: 护校, 责任单位: 丙局}]\n", []),
        ("a helper has a duty too", UNITS + ALL + TWO + "工作任务:\n  - {标题: 护校, 责任单位: [{单位: 甲局}, {单位: 丙局, 角色: 配合}]}\n".replace("{单位: 甲局}", "{单位: 甲局, 角色: 牵头}"), []),
        ("the office's duties fall to its seat", UNITS + "组织领导:\n  领导小组:\n    组长: 局长\n    成员: [甲局, 乙局, 丙局]\n    办公室: {设在: 丙局, 职责: [{内容: 组织协调}]}\n" + TWO, []),
        ("a joint unit binds its parts", "标题: 方案\n单位: [甲局, 乙局, 丙局, {名称: 联办, 组成: [丙局]}]\n" + ALL + TWO + "  - {责任单位: 联办, 职责: [{编号: d9, 内容: 接待}]}\n", []),
        ("the seat of a head counts as in the group", UNITS + "组织领导:\n  领导小组: {组长: {单位: 丙局, 职务: 局长}, 成员: [甲局, 乙局]}\n" + TWO, ["CHK001"]),
        ("a duty holder outside", UNITS + GROUP.format(members="甲局, 乙局") + EACH, ["CHK002"]),
        ("a body under a member is in", UNITS.replace("丙局", "{名称: 丙局, 隶属: 甲局}") + GROUP.format(members="甲局, 乙局") + EACH, []),
        ("classes and outsiders need no seat", UNITS.replace("丙局", "{名称: 丙局, 类别: 外单位}") + GROUP.format(members="甲局, 乙局") + EACH, []),
        ("without a list of members nobody is outside", UNITS + "组织领导:\n  领导小组: {组长: 局长, 成员人选: 各局负责人}\n" + EACH, []),
        ("a unit listed and never used", UNITS + TWO, ["CHK013"]),
        ("a unit that only receives is used", UNITS + TWO.replace("检查周边", "检查周边, 完成时限: 2026-10-01, 报送: {名称: 表, 报送对象: 丙局}"), []),
    ],
    ids=lambda value: value if isinstance(value, str) and "\n" not in value else "",
)  # fmt: skip
def test_departments_and_duties_both_ways_round(title: str, text: str, expected: list[str]) -> None:
    assert codes(text) == expected, title


TASK = "工作任务:\n"


@pytest.mark.parametrize(
    ("title", "tasks", "expected"),
    [
        ("nobody", "  - {标题: 护校}\n", ["CHK003"]),
        ("owner", "  - {标题: 护校, 责任单位: 甲局}\n", []),
        ("owners jointly", "  - {标题: 护校, 责任单位: [甲局, 乙局]}\n", []),
        ("a duty in it", "  - {标题: 护校, 职责: [{内容: 巡逻, 责任单位: 甲局}]}\n", []),
        ("the part is led, so the whole is", "  - {标题: 护校, 分项: [{标题: 门口, 责任单位: 甲局}]}\n", []),
        ("the whole is led, so the part is", "  - {标题: 护校, 责任单位: 甲局, 分项: [{标题: 门口}]}\n", []),
        ("one part is led and the other not", "  - {标题: 护校, 分项: [{标题: 门口, 责任单位: 甲局}, {标题: 路上}]}\n", ["CHK003"]),
        ("the outermost is named once", "  - {标题: 护校, 分项: [{标题: 门口}, {标题: 路上}]}\n", ["CHK003"]),
        ("only helpers", "  - {标题: 护校, 责任单位: [{单位: 甲局, 角色: 配合}]}\n", ["CHK004"]),
        ("helpers in a duty of it", "  - {标题: 护校, 职责: [{内容: 巡逻, 责任单位: {单位: 甲局, 角色: 配合}}]}\n", ["CHK004"]),
        ("a prohibition binds everybody", "  - {标题: 护校, 责任单位: 甲局, 职责: [{内容: 不得携带刀具, 性质: 禁止}]}\n", []),
        ("somebody unknown is another finding", "  - {标题: 护校, 责任单位: 丁局}\n", ["MOD011"]),
        ("somebody vague is another finding", "  - {标题: 护校, 责任单位: 各地}\n", ["CHK008"]),
        ("owners under a name that is no field", "  - {标题: 护校, 责任单位们: 甲局}\n", ["MOD001"]),
        ("two leads", "  - {标题: 护校, 责任单位: [{单位: 甲局, 角色: 牵头}, {单位: 乙局, 角色: 牵头}]}\n", ["CHK014"]),
    ],
    ids=lambda value: value if isinstance(value, str) and "\n" not in value else "",
)  # fmt: skip
def test_every_task_has_a_lead(title: str, tasks: str, expected: list[str]) -> None:
    assert codes(UNITS + EACH + TASK + tasks) == expected, title


def test_a_duty_that_serves_a_task_covers_it() -> None:
    serving = EACH.replace("检查校舍", "检查校舍, 落实任务: t1")
    assert codes(UNITS + serving + TASK + "  - {编号: t1, 标题: 校舍}\n") == []


def test_three_helpers_from_three_duties_are_one_finding() -> None:
    helping = EACH.replace("责任单位: 甲局", "责任单位: {单位: 甲局, 角色: 配合}").replace(
        "责任单位: 乙局", "责任单位: {单位: 乙局, 角色: 配合}"
    )
    helping = helping.replace("检查校舍", "检查校舍, 落实任务: t1").replace(
        "检查周边", "检查周边, 落实任务: t1"
    )
    finding = one(UNITS + helping + TASK + "  - {编号: t1, 标题: 校舍}\n", "CHK004")
    assert headline(finding, "zh-Hans") == "“校舍”有2个配合单位，没有牵头单位。"
    assert len(finding.labels) == 1


def test_one_mistake_is_one_finding_where_a_unit_is_misspelled() -> None:
    text = UNITS + ALL + EACH.replace("责任单位: 丙局", "责任单位: 丙局局")
    assert codes(text) == ["MOD011"]


def test_one_mistake_is_one_finding_where_a_list_is_no_list() -> None:
    assert codes(UNITS + ALL + "责任分工: 见附件\n") == ["MOD003"]


def test_owners_written_twice_raise_no_echo() -> None:
    text = (
        UNITS
        + ALL
        + TWO
        + "  - 责任单位: 甲局\n    责任单位: 丙局\n    职责: [{编号: d9, 内容: 接待}]\n"
    )
    assert codes(text) == ["YML007"]


def test_a_joint_duty_settles_an_overlap() -> None:
    tasks = TASK + "  - {编号: t1, 标题: 食堂}\n"
    serving = EACH.replace("检查校舍", "检查校舍, 落实任务: t1").replace(
        "检查周边", "检查周边, 落实任务: t1"
    )
    assert codes(UNITS + serving + tasks) == ["CHK007"]
    joint = serving.replace("责任单位: 甲局", "责任单位: [甲局, 丙局]")
    assert codes(UNITS + joint + tasks) == []


def test_help_alone_is_found_where_no_task_has_it() -> None:
    text = (
        UNITS
        + EACH
        + "  - {责任单位: {单位: 甲局, 角色: 配合}, 职责: [{编号: d9, 内容: 审查许可}]}\n"
    )
    assert codes(text) == ["CHK006"]


def test_items_of_a_month_that_fulfil_an_owned_duty_need_no_owner() -> None:
    months = "进度安排:\n  月份安排:\n    - {月份: 9, 事项: [{内容: 检查校舍, 对应: d1}]}\n"
    assert codes(UNITS + EACH + months) == []
    assert codes(UNITS + EACH + months.replace(", 对应: d1", "")) == ["CHK011"]


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("{组长: 局长, 成员: [甲局, 乙局, 丙局]}", []),
        ("{成员: [甲局, 乙局, 丙局]}", ["CHK009"]),
        ("{牵头单位: 甲局, 组长: 局长, 成员: [乙局, 丙局], 成员数: 3}", []),
        ("{牵头单位: 甲局, 组长: 局长, 成员: [乙局, 丙局], 成员数: 2}", []),
        ("{组长: 局长, 成员: [甲局, 乙局, 丙局], 成员数: 4}", ["CHK012"]),
        ("{组长: 局长}", ["CHK010"]),
        ("{组长: 局长, 说明: 成员另行发文}", []),
    ],
)
def test_the_leading_group(group: str, expected: list[str]) -> None:
    assert codes(UNITS + f"组织领导: {{领导小组: {group}}}\n" + EACH) == expected


def test_a_pseudo_owner_in_several_places_is_one_finding() -> None:
    more = "  - {责任单位: 各地, 职责: [{编号: d8, 内容: 甲事}]}\n  - {责任单位: 各地, 职责: [{编号: d9, 内容: 乙事}]}\n"
    assert len(one(UNITS + EACH + more, "CHK008").labels) == 1
    listed = UNITS.replace("丙局]", "丙局, {名称: 各地, 类别: 一类单位}]")
    assert codes(listed + EACH + more) == []


@pytest.mark.parametrize(
    ("names", "alike"),
    [
        ("司法局, 区司法局", True),
        ("综治办, 综治部门", True),
        ("市教育局, 区教育局", False),
        ("市综治办, 市综治委", False),
        ("Education Office, Education Department", True),
        ("Education Bureau, Municipal Education Bureau", True),
        ("Education Bureau, Education Office", False),
        ("{名称: 安全办, 隶属: 甲局}, {名称: 安全办公室, 隶属: 乙局}", False),
        ("{名称: 学校办, 类别: 一类单位}, 学校办公室", False),
    ],
)
def test_one_body_under_two_names(names: str, alike: bool) -> None:
    text = UNITS.replace("丙局", "丙局, " + names)
    assert ("CHK020" in codes(text + EACH)) is alike


@pytest.mark.parametrize(
    ("profile", "severity"),
    [("draft", Severity.WARNING), ("standard", Severity.ERROR), ("strict", Severity.ERROR)],
)
def test_the_first_rule_stops_documents_unless_drafting(profile: str, severity: Severity) -> None:
    (finding,) = found(UNITS + ALL + TWO, profile)  # type: ignore[arg-type]
    assert (finding.code, finding.level) == ("CHK001", severity)
