"""Rules cost little beside reading, on a plan of a megabyte."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import process_time

import pytest

from luoshi.check.context import CheckContext
from luoshi.check.rules.table import CHECKS
from luoshi.diagnostics import Diagnostics
from luoshi.model import ReadPlan, read_plan
from luoshi.source.world import MemoryWorld

TIMES = ("每月2日、17日前", "2026-10-16", "每周五15:00前", "每学期初")


def large_plan(tasks: int = 1300, units: int = 200) -> str:
    """A plan of some 1.2 MB: tasks with four duties each, each serving the next task."""
    lines = ["标题: 全市校园安全工作方案", "期限: {从: 2026-09-01, 到: 2027-07-15}", "单位:"]
    lines += [f"  - {{编号: u{n}, 名称: 第{n}局, 又名: [第{n}部门]}}" for n in range(units)]
    members = ", ".join(f"u{n}" for n in range(units))
    lines += ["组织领导:", f"  领导小组: {{组长: 市长, 成员: [{members}]}}", "工作任务:"]
    for task in range(tasks):
        lines += [f"  - 编号: t{task}", f"    标题: 第{task}项校园及周边综合治理", "    职责:"]
        for part, time in enumerate(TIMES):
            lines.append(
                f"      - {{编号: d{task}-{part}, 内容: 对所属学校开展第{part}类安全隐患排查并限期整改到位, "
                f"责任单位: u{(task * 4 + part) % units}, 完成时限: {time}, 落实任务: t{(task + 1) % tasks}}}"
            )
    return "\n".join(lines) + "\n"


@pytest.mark.slow
def test_all_rules_together_take_no_longer_than_reading_twice() -> None:
    text, bag = large_plan(), Diagnostics()
    assert len(text.encode()) > 900_000
    start = process_time()
    read = read_plan(MemoryWorld({"大.yaml": text}), Path("大.yaml"), bag)
    reading = process_time() - start
    assert read is not None
    assert not len(bag)
    assert min(judging(read) for _ in range(2)) < 2 * reading


def judging(read: ReadPlan) -> float:
    context = CheckContext(read, date(2026, 9, 1))
    start = process_time()
    for known in CHECKS:
        list(known.check(context))
    return process_time() - start
