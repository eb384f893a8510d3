"""Rosters of classes of parties: the names in the file that a unit points to."""

from __future__ import annotations

from pathlib import Path

from luoshi.diagnostics import Diagnostics, Language
from luoshi.frozen import replace
from luoshi.model.fields import INVALID
from luoshi.model.kinds import Many, Text
from luoshi.model.reader import Reader
from luoshi.model.records import Plan, Unit
from luoshi.model.tabular import TableProblem, table_fault, table_rows
from luoshi.source import World
from luoshi.syntax import ListNode
from luoshi.syntax.compose import compose
from luoshi.syntax.read import read_source

_NAME_HEADS = ("名称", "名稱", "姓名", "name", "学校", "學校", "班级", "班級")
_NO_LIST: dict[Language, str] = {
    "zh-Hans": "名册应当是一个名称列表",
    "zh-Hant": "名冊應為名稱清單",
    "en": "a roster is a list of names",
}


def read_rosters(world: World, path: Path, plan: Plan, bag: Diagnostics, files: list[Path]) -> Plan:
    """The plan with the names of every roster file in its unit."""
    if not any(unit.roster_file for unit in plan.units):
        return plan
    units = tuple(
        _with_roster(world, path, unit, bag, files) if unit.roster_file else unit
        for unit in plan.units
    )
    return replace(plan, units=units)


def _with_roster(world: World, path: Path, unit: Unit, bag: Diagnostics, files: list[Path]) -> Unit:
    target = path.parent / unit.roster_file
    if target not in files:
        files.append(target)
    try:
        names = _names(world, target, unit, bag)
    except TableProblem as problem:
        bag.add(table_fault(target, problem, unit.origin.at("roster_file")))
        return unit
    return replace(unit, roster=(*unit.roster, *names))


def _names(world: World, target: Path, unit: Unit, bag: Diagnostics) -> tuple[str, ...]:
    if target.suffix.lower() in (".csv", ".xlsx"):
        rows = table_rows(world, target)
        column = _name_column(rows[0]) if rows else None
        body = rows if column is None else rows[1:]
        place = column or 0
        return tuple(row[place] for row in body if len(row) > place and row[place])
    source = read_source(world, target, bag)
    node = None if source is None else compose(source, bag)
    if not isinstance(node, ListNode):
        raise TableProblem(1, _NO_LIST)
    names = Many(Text()).read(node, Reader(bag, unit.origin.at("roster_file")))
    return () if names is INVALID else tuple(names)


def _name_column(header: tuple[str, ...]) -> int | None:
    for column, cell in enumerate(header):
        if cell in _NAME_HEADS:
            return column
    return None
