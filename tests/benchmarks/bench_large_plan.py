"""A plan as long as wished, with everything a year's plan of an office has; same size, same text."""

from __future__ import annotations

from collections.abc import Iterator

_CHARS = (
    "校园安全隐患排查整治工作责任落实学生教师家长消防食品交通管理制度检查整改督导通报方案学期年度"
)
_UNITS = (
    "校长办公室", "教务处", "德育处", "总务处", "保卫处", "团委", "工会", "校医室",
    "图书馆", "信息中心", "年级组", "食堂", "财务室", "科研处", "体育组", "心理中心",
)  # fmt: skip
TASKS_IN_A_MEGABYTE = 1_298


class _Dice:
    """A small generator of its own: the text must not change with Python's."""

    def __init__(self) -> None:
        self.state = 20_260_901

    def below(self, end: int) -> int:
        self.state = (self.state * 1_103_515_245 + 12_345) % 2**31
        return (self.state >> 8) % end

    def text(self, least: int, most: int) -> str:
        length = least + self.below(most - least + 1)
        return "".join(_CHARS[self.below(len(_CHARS))] for _ in range(length))


def large_plan(tasks: int = TASKS_IN_A_MEGABYTE) -> str:
    """The YAML of a plan with so many tasks, each with duties, owners and dates; no findings."""
    return "\n".join((*_head(), *_tasks(tasks))) + "\n"


def _head() -> Iterator[str]:
    yield "编号: 全年计划"
    yield "标题: 全年工作计划"
    yield "期限: {从: 2026-01-01, 到: 2026-12-31}"
    yield "印发:"
    yield "  发文机关: [校长办公室]"
    yield "  主送机关: [教务处]"
    yield "  成文日期: 2025-12-30"
    yield "单位:"
    for unit in _UNITS:
        yield f"  - {{编号: {unit}, 名称: {unit}}}"
    yield "工作任务:"


def _tasks(tasks: int) -> Iterator[str]:
    dice = _Dice()
    for number in range(1, tasks + 1):
        unit = _UNITS[number % len(_UNITS)]
        yield f"  - 编号: T{number:04d}"
        yield f"    标题: {dice.text(6, 14)}"
        yield f"    责任单位: {unit}"
        yield "    内容: |"
        yield f"      {dice.text(20, 40)}，"
        yield f"      {dice.text(20, 40)}。"
        yield "    职责:"
        yield from _duties(dice, number)


def _duties(dice: _Dice, task: int) -> Iterator[str]:
    other = _UNITS[dice.below(len(_UNITS))]
    yield f"      - 编号: T{task:04d}-1"
    yield f"        内容: {dice.text(12, 30)}"
    yield f"        责任单位: [{_UNITS[task % len(_UNITS)]}]"
    yield f"        完成时限: 2026-{1 + dice.below(12):02d}-{1 + dice.below(28):02d}"
    yield f"      - 编号: T{task:04d}-2"
    yield f"        内容: {dice.text(12, 30)}"
    yield f"        责任单位: {{单位: {other}, 角色: 牵头}}"
    yield "        时间: 每月"
    yield f"        地点: {dice.text(4, 8)}"
    yield f"        备注: {dice.text(14, 30)}"
