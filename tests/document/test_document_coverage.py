"""The coverage table: no unit, no task and no duty of the plan is lost, and every hole is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from luoshi.check import CheckedPlan
from luoshi.diagnostics import Diagnostics
from luoshi.document.coverage import build_coverage
from luoshi.document.coverage_tree import Cell, Column, Coverage, Row
from luoshi.model import read_plan, unit_key
from luoshi.source import DiskWorld, MemoryWorld

PLANS = sorted((Path(__file__).parents[2] / "plans").glob("*.yaml"))

PLAN = """
标题: 秋季校园安全工作方案
单位:
  - {编号: 教育, 名称: 区教育局}
  - {编号: 公安, 名称: 区公安局}
  - {编号: 交通, 名称: 区交通局}
  - {编号: 卫健, 名称: 区卫健局}
  - {编号: 企业, 名称: 供餐企业}
组织领导:
  领导小组: {牵头单位: 教育, 成员: [教育, 公安, 交通, 卫健]}
工作任务:
  - {编号: t1, 标题: 校车核查, 责任单位: [{单位: 交通, 角色: 牵头}, {单位: 公安, 角色: 配合}]}
  - 编号: t2
    标题: 校舍排查
    分项:
      - {编号: t2a, 标题: 消防, 责任单位: [{单位: 教育, 角色: 牵头}, {单位: 公安, 角色: 牵头}]}
      - {编号: t2b, 标题: 用电}
  - {编号: t3, 标题: 周边整治, 责任单位: [{单位: 公安, 角色: 配合}]}
责任分工:
  - 责任单位: 公安
    职责:
      - {编号: d1, 内容: 核查驾驶人资质, 落实任务: [t1]}
      - {编号: d2, 内容: 设立护学岗}
  - 责任单位: 教育
    职责:
      - {编号: d3, 内容: 每学期组织演练, 落实任务: [t1, t2a], 完成时限: 2026-10-16}
"""


def coverage_of(text: str) -> Coverage:
    """The table of a plan written here; what the check would say plays no part."""
    bag = Diagnostics()
    read = read_plan(MemoryWorld({"方案.yaml": text}), Path("方案.yaml"), bag)
    assert read is not None
    assert [found.code for found in bag.sorted()] == []
    return build_coverage(CheckedPlan(read, ()))


def column(coverage: Coverage, title: str) -> Column:
    return next(c for c in coverage.columns if c.title == title or c.kind == title)


def row(coverage: Coverage, name: str) -> Row:
    return next(r for r in coverage.rows if r.name == name)


def cell(coverage: Coverage, name: str, title: str) -> Cell | None:
    return row(coverage, name).cells[coverage.columns.index(column(coverage, title))]


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    return coverage_of(PLAN)


def test_columns_are_the_lowest_tasks_and_what_stands_in_none(coverage: Coverage) -> None:
    kinds = [(c.kind, c.title) for c in coverage.columns]
    assert kinds == [
        ("work", "校车核查"),
        ("work", "消防"),
        ("work", "用电"),
        ("work", "周边整治"),
        ("other", ""),
    ]
    assert column(coverage, "消防").above == ("校舍排查",)


def test_rows_are_members_and_duty_holders_in_plan_order(coverage: Coverage) -> None:
    assert [r.name for r in coverage.rows] == ["区教育局", "区公安局", "区交通局", "区卫健局"]
    assert [r.mark.number for r in coverage.rows if r.mark] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("unit", "task", "expected"),
    [
        pytest.param("区交通局", "校车核查", Cell("lead", 0), id="named by the task alone"),
        pytest.param(
            "区公安局", "校车核查", Cell("joint", 1), id="leads a duty, task names another"
        ),
        pytest.param("区教育局", "校车核查", Cell("joint", 1), id="serves two tasks: the first"),
        pytest.param("区教育局", "消防", Cell("lead", 1), id="serves two tasks: the second"),
        pytest.param("区公安局", "周边整治", Cell("assist", 0), id="assists"),
        pytest.param("区公安局", "other", Cell("lead", 1), id="duty of no task"),
        pytest.param("区卫健局", "校车核查", None, id="no part"),
    ],
)
def test_a_unit_has_the_part_the_plan_gives_it(
    coverage: Coverage, unit: str, task: str, expected: Cell | None
) -> None:
    assert cell(coverage, unit, task) == expected


def test_every_kind_of_hole_is_named(coverage: Coverage) -> None:
    states = {c.title: c.state for c in coverage.columns if c.kind == "work"}
    assert states == {
        "校车核查": "whole",
        "消防": "two-leads",
        "用电": "nobody",
        "周边整治": "no-lead",
    }
    assert row(coverage, "区卫健局").state == "no-duty"
    verdict = coverage.verdict
    assert not verdict.is_whole
    assert (verdict.tasks_without_lead, verdict.tasks_of_nobody) == (2, 1)
    assert (verdict.units_without_duty, verdict.tasks_with_two_leads) == (1, 1)


def test_a_duty_that_serves_two_tasks_counts_once_in_the_sum(coverage: Coverage) -> None:
    assert [len(duty.columns) for duty in coverage.duties] == [1, 1, 2]
    assert coverage.in_tasks == 2
    assert sum(r.duties for r in coverage.rows) == 3


def test_the_list_of_duties_says_who_when_and_where(coverage: Coverage) -> None:
    last = coverage.duties[-1]
    assert (last.id, last.text, last.leads) == ("d3", "每学期组织演练", ("区教育局",))
    assert last.serves == ("校车核查", "消防")
    assert last.times == ("2026年10月16日",)
    assert last.file == "方案.yaml"
    assert "d3" in PLAN.splitlines()[last.line - 1]


def test_a_plan_without_tasks_has_one_column_with_all_duties() -> None:
    coverage = coverage_of(
        PLAN[: PLAN.index("工作任务:")]
        + PLAN[PLAN.index("责任分工:") :]
        .replace(", 落实任务: [t1]", "")
        .replace(", 落实任务: [t1, t2a]", "")
    )
    assert [(c.kind, c.duties) for c in coverage.columns] == [("all", 3)]
    assert row(coverage, "区公安局").cells == (Cell("lead", 2),)


def test_a_duty_that_names_nobody_stands_in_a_row_of_its_own() -> None:
    text = PLAN + "进度安排:\n  节点: [{内容: 全区宣传日, 时间: 2026-11-09}]\n"
    coverage = coverage_of(text)
    last = coverage.rows[-1]
    assert (last.state, last.duties, last.mark) == ("no-owner", 1, None)
    assert last.cells[-1] == Cell(None, 1)
    assert coverage.verdict.duties_without_owner == 1


def test_month_items_count_beside_and_are_no_duties() -> None:
    text = PLAN + "进度安排:\n  月份安排: [{月份: [9], 事项: [{内容: 开学检查, 责任单位: 企业}]}]\n"
    coverage = coverage_of(text)
    assert cell(coverage, "供餐企业", "beside") == Cell("lead", 1)
    assert row(coverage, "供餐企业").duties == 0
    assert row(coverage, "供餐企业").state == "whole"
    assert len(coverage.duties) == 3


def test_a_table_that_loses_a_duty_cannot_be_made(coverage: Coverage) -> None:
    import dataclasses

    lost = dataclasses.replace(coverage.duties[0], columns=())
    with pytest.raises(ValueError, match="every duty"):
        dataclasses.replace(coverage, duties=(lost,))


@pytest.mark.parametrize("path", [pytest.param(p, id=p.stem) for p in PLANS])
def test_the_shipped_plans_lose_nothing(path: Path) -> None:
    bag = Diagnostics()
    read = read_plan(DiskWorld(date(2026, 9, 1)), path, bag)
    assert read is not None
    index = read.index
    coverage = build_coverage(CheckedPlan(read, ()))
    assert len(coverage.duties) == len(index.duties)
    assert {r.key for r in coverage.rows} >= set(index.members) | set(index.by_unit)
    for number, found in enumerate(coverage.columns):
        if found.kind != "beside":
            assert found.duties == sum(number in duty.columns for duty in coverage.duties)
    for unit in index.plan.units:
        mine = {id(o.record) for o, _ in index.by_unit.get(unit_key(unit), ()) if o.kind == "duty"}
        shown = [r.duties for r in coverage.rows if r.key == unit_key(unit)]
        assert shown in ([len(mine)], [] if not mine else None)
