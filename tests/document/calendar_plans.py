"""Small plans for calendar tests, written inline, and their calendars."""

from __future__ import annotations

from pathlib import Path

from luoshi.check import CheckedPlan
from luoshi.document.calendar import build_calendar
from luoshi.document.calendar_tree import Calendar, Entry, Furniture
from luoshi.driver.check import check_file
from luoshi.source import MemoryWorld

FURNITURE = Furniture(revision="第1稿", content_hash="3f9c2e1a77", state="草稿")
UNITS = [
    "安全办公室",
    "德育处",
    "教务处",
    "总务处",
    "学校办公室",
    "体卫艺处",
    "少先队大队部",
    "团总支",
    "教科研室",
    "工会",
    "膳食管理组",
    "年级部",
]


def calendar_of(text: str, furniture: Furniture = FURNITURE) -> Calendar:
    """The calendar of a plan text, whatever a check would say about it."""
    read = check_file(MemoryWorld({"plan.yaml": text}), Path("plan.yaml")).read
    assert read is not None
    return build_calendar(CheckedPlan(read, ()), furniture)


def plan(
    *duties: str, more: str = "", head: str = "", period: str = "{从: 2026-09-01, 到: 2026-12-20}"
) -> str:
    """A plan of two units; ``duties`` are flow mappings, each of the first unit unless it says so."""
    listed = "\n".join(f"      - {duty}" for duty in duties)
    division = f"责任分工:\n  - 责任单位: 教育局\n    职责:\n{listed}\n" if duties else ""
    return (
        "编号: 秋季校园安全\n标题: 青禾县秋季校园安全专项行动方案\n简称: 秋季校园安全\n"
        f"期限: {period}\n单位:\n  - {{名称: 教育局}}\n  - {{名称: 公安局}}\n{head}{division}{more}"
    )


def entry(calendar: Calendar, key: str) -> Entry:
    """The entry with a key."""
    return next(one for one in calendar.entries if one.key == key)


def days(calendar: Calendar, key: str) -> list[str]:
    """The days of an entry, as text."""
    return [str(one.start) for one in entry(calendar, key).occasions]


def crowded(items: int = 15, phases: int = 7) -> str:
    """A school plan for May 2027: six rows, many items on the 12th, phases side by side."""
    units = "\n".join(f"  - {{编号: u{n}, 名称: {name}}}" for n, name in enumerate(UNITS))
    duties = [_on_the_twelfth(number) for number in range(items)]
    duties += ["{编号: w, 内容: 周隐患清单, 完成时限: 每周五15:00前, 责任单位: u0}"]
    stretches = [
        (12, 4, 30, 6),
        (19, 4, 14, 5),
        (6, 5, 28, 5),
        (10, 5, 20, 6),
        (12, 5, 18, 6),
        (17, 5, 21, 5),
        (24, 5, 28, 5),
        (11, 5, 27, 5),
    ]
    listed = "\n".join(
        f"    - {{编号: p{n}, 标题: 第{n}个专项行动, 从: 2027-{m1:02}-{d1:02}, 到: 2027-{m2:02}-{d2:02}, 责任单位: u{n}}}"
        for n, (d1, m1, d2, m2) in enumerate(stretches[:phases])
    )  # fmt: skip
    return (
        "编号: 松塘-2026\n标题: 松塘学校2026—2027学年第二学期工作方案\n简称: 松塘学校\n类型: 学校计划\n"
        "期限: {学年: 2026—2027学年}\n学期: [{名称: 第二学期, 从: 2027-02-22, 到: 2027-07-09}]\n"
        "日历:\n  - 编号: 学校\n    放假: [{名称: 劳动节, 从: 2027-05-01, 到: 2027-05-05}]\n"
        "    上班: [{名称: 运动会, 日期: 2027-05-22}]\n"
        f"单位:\n{units}\n节点列表: []\n责任分工:\n  - 责任单位: u0\n    职责:\n"
        + "".join(f"      - {duty}\n" for duty in duties)
        + f"进度安排:\n  阶段:\n{listed}\n"
        "  月份安排: [{月份: [5], 责任单位: u1, 事项: [心理健康月活动]}]\n"
    ).replace("节点列表: []\n", "")


def _on_the_twelfth(number: int) -> str:
    unit = f"u{number % 12}"
    if number % 3 == 0:
        return f"{{编号: a{number}, 内容: 第{number}份材料, 完成时限: 2027-05-12 {8 + number % 10:02}:00前, 责任单位: {unit}}}"
    owners = f"[{{单位: {unit}, 角色: 牵头}}, {{单位: u{(number + 1) % 12}, 角色: 联合}}]"
    return f"{{编号: a{number}, 内容: 第{number}项活动, 时间: 2027-05-12, 责任单位: {owners}}}"
