"""Gaps in texts, counted slogans, reports, waivers."""

from __future__ import annotations

import pytest
from check_plans import EACH, UNITS, codes, found, one

from luoshi.diagnostics.wording import headline

PLAN = UNITS + EACH


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("报送xx市报表", "报送xx市报表"),
        ("落实xxxx年度全市中小学校园安全工作要点要求", "xxxx年"),
        ("贯彻〔20xx〕号文件关于校园安全工作的要求精神", "〔20xx〕号"),
        ("（待填）", "（待填）"),
        ("由○○局负责本地区校园周边环境的综合整治工作", "○○"),
        ("按××要求办理本地区校园周边环境综合整治事项", "××"),
        ("xx月xx日前完成本地区校园周边环境综合整治工作", "xx月xx日"),
        ("联系 TBD before the term begins", "TBD"),
    ],
)
def test_gaps_are_quoted_as_typed(text: str, quoted: str) -> None:
    finding = one(PLAN + f'结语: "{text}"\n', "CHK080")
    assert finding.args["text"] == quoted
    assert finding.primary is not None
    assert finding.primary.text == quoted


@pytest.mark.parametrize(
    "text", ["二○○九年印发的通知", "二〇〇九年", "XXL号校服", "exxon", "第X组", "一二三○○号"]
)
def test_what_only_looks_like_a_gap_is_left_alone(text: str) -> None:
    assert "CHK080" not in codes(PLAN + f"结语: {text}\n")


def test_the_same_gap_in_several_places_is_one_finding() -> None:
    gaps = "结语: xx局\n前言: xx局\n指导思想: 由xx局\n"
    finding = next(d for d in found(PLAN + gaps) if d.args["text"] == "xx局")
    assert headline(finding, "zh-Hans") == "“xx局”还没有填，另有1处相同。"
    assert len(finding.labels) == 1


def test_a_gap_in_a_name_is_found_where_it_is_defined_only() -> None:
    units = UNITS.replace("丙局", "xx分公司")
    assert codes(units + EACH.replace("丙局", "xx分公司")) == ["CHK080"]


def test_gaps_in_waivers_are_no_gaps_of_the_plan() -> None:
    text = PLAN + "结语: xx局\n豁免说明: [{代码: CHK080, 对象: xx局, 理由: 原件如此}]\n"
    (finding,) = found(text)
    assert finding.waived == "原件如此"


@pytest.mark.parametrize(
    ("slogan", "expected"),
    [
        ("提法: 三严防, 内容: [一, 二, 三]", []),
        ("提法: 三严防, 内容: [一, 二]", ["CHK066"]),
        ("提法: 三严防", []),
        ("提法: 五有, 数量: 4, 内容: [一, 二, 三, 四]", []),
        ("提法: 十六字方针, 内容: [一, 二, 三, 四]", []),
        ("提法: 一岗双责, 内容: [一, 二]", []),
        ("提法: 四字诀, 内容: [一]", []),
    ],
)
def test_counted_slogans_agree_with_their_lists(slogan: str, expected: list[str]) -> None:
    assert codes(PLAN + f"归纳提法: [{{{slogan}}}]\n") == expected


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        ("{名称: 表, 报送对象: 乙局, 完成时限: 每月2日前}", []),
        ("{名称: 表, 完成时限: 每月2日前}", ["CHK081"]),
        ("{名称: 表, 报送对象: 乙局}", ["CHK082"]),
        ("{名称: 表}", ["CHK081", "CHK082"]),
        ("{名称: 表, 报送对象: 乙局, 完成时限: 2026-02-30}", ["MOD022"]),
    ],
)
def test_reports_say_to_whom_and_when(report: str, expected: list[str]) -> None:
    text = PLAN + f"  - {{责任单位: 甲局, 职责: [{{编号: d9, 内容: 汇总, 报送: {report}}}]}}\n"
    assert codes(text) == expected
    plan_s_own = report.replace("{名称", "{报送单位: 甲局, 名称")
    assert codes(PLAN + f"信息报送: [{plan_s_own}]\n") == expected


def test_a_report_after_an_event_has_its_time_from_the_event() -> None:
    duty = (
        "{编号: d9, 内容: 报告, 性质: 触发, 触发条件: 发生事故, 报送: {名称: 专报, 报送对象: 乙局}}"
    )
    assert "CHK082" not in codes(PLAN + f"  - {{责任单位: 甲局, 职责: [{duty}]}}\n")


def test_a_name_in_print_that_the_list_does_not_have_is_noted() -> None:
    called = EACH.replace("责任单位: 甲局", "责任单位: {单位: 甲局, 称呼: 甲部门}")
    assert codes(UNITS + called) == ["CHK021"]
    assert codes(UNITS.replace("[甲局", "[{名称: 甲局, 又名: [甲部门]}") + called) == []


GROUP = "组织领导: {领导小组: {组长: 局长, 成员: [甲局, 乙局, 丙局]}}\n"
TWO = "\n".join(EACH.split("\n")[:3]) + "\n"


@pytest.mark.parametrize(
    ("waiver", "left"),
    [
        ("代码: CHK001, 对象: 丙局, 理由: 已说明", []),
        ("代码: member-without-duty, 对象: 丙局, 理由: 已说明", []),
        ("代码: CHK001, 理由: 已说明", []),
        ("代码: CHK001, 对象: 丙局, 理由: 已说明, 有效至: 2026-09-01", []),
        ("代码: CHK001, 对象: 丙局, 理由: 已说明, 有效至: 2026-08-31", ["CHK001", "CHK090"]),
        ("代码: CHK001, 对象: 乙局, 理由: 已说明", ["CHK001", "CHK091"]),
        ("代码: CHK001, 对象: 丙局", ["CHK001", "MOD002"]),
    ],
)
def test_a_waiver_needs_a_subject_a_reason_and_its_time(waiver: str, left: list[str]) -> None:
    findings = found(UNITS + GROUP + TWO + f"豁免说明: [{{{waiver}}}]\n")
    assert sorted(d.code for d in findings if d.waived is None) == left


def test_a_waiver_is_not_called_idle_while_a_part_of_the_plan_could_not_be_read() -> None:
    idle = "豁免说明: [{代码: CHK001, 对象: 乙局, 理由: 已说明}]\n"
    assert "CHK091" in codes(UNITS + TWO + idle)
    lost = codes(UNITS + TWO + "结语: [[]]\n" + idle)
    assert any(code.startswith("MOD") for code in lost)
    assert "CHK091" not in lost


def test_a_waiver_finds_a_unit_by_any_of_its_names() -> None:
    units = UNITS.replace("丙局", "{编号: 丙, 名称: 丙局, 又名: [丙署]}")
    for name in ("丙", "丙局", "丙署"):
        text = units + GROUP + TWO + f"豁免说明: [{{代码: CHK001, 对象: {name}, 理由: 已说明}}]\n"
        assert [d.waived for d in found(text)] == ["已说明"]
