"""Rosters of classes of parties: the names in the file that a unit points to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from luoshi.diagnostics import Diagnostic, Diagnostics, Label, Language
from luoshi.frozen import replace
from luoshi.model import faults
from luoshi.model.kinds import Text
from luoshi.model.reader import Reader
from luoshi.model.records import Plan, Unit
from luoshi.model.tabular import (
    EMPTY,
    MISSING,
    Row,
    TableProblem,
    as_source,
    row_span,
    table_fault,
    table_rows,
)
from luoshi.source import SourceFile, Span, World
from luoshi.syntax import BadNode, ListNode, ScalarNode
from luoshi.syntax.compose import compose
from luoshi.syntax.read import read_source

Listed = tuple[str, Span]
"""A name of a roster and its place."""

# Nouns count only alone: 红星学校 at the head of a list is a school, no heading.
_NOUNS = (
    "学校|學校|小学|小學|中学|中學|幼儿园|幼兒園|园所|園所|单位|單位|部门|部門|处室|處室|科室|"
    "机构|機構|班级|班級|班别|班別|教师|教師|职工|職工|school|class|unit|office|department"
)
_NOUN = re.compile(f"(?:各|所在|所属|所屬|下属|下屬)?(?:{_NOUNS})|姓名|校名|班名", re.IGNORECASE)
_NAME = re.compile(
    f"(?:{_NOUNS})?(?:名称|名稱|全称|全稱)|(?:(?:{_NOUNS}|full)[ _])?name", re.IGNORECASE
)
_ANY_NAME = re.compile(r".*(?:名称|名稱|全称|全稱|姓名)|.*[ _]name", re.IGNORECASE)
_TITLE = re.compile(r".*(?:名单|名單|名册|名冊)")
_BRACKETS = re.compile(r"[（(\[【〔].*?[）)\]】〕]|[\s:：*＊]+$")
_MOST_SHOWN = 20


def read_rosters(world: World, path: Path, plan: Plan, bag: Diagnostics, files: list[Path]) -> Plan:
    """The plan with the names of every roster file in its unit; names given twice are reported."""
    if not any(unit.roster_file or unit.roster for unit in plan.units):
        return plan
    units = tuple(_with_roster(world, path, unit, bag, files) for unit in plan.units)
    return replace(plan, units=units)


def _with_roster(world: World, path: Path, unit: Unit, bag: Diagnostics, files: list[Path]) -> Unit:
    inside = tuple(_inline(unit))
    if not unit.roster_file:
        bag.extend(_twice(unit, inside))
        return unit
    target = path.parent / unit.roster_file
    if target not in files:
        files.append(target)
    place = unit.origin.at("roster_file")
    try:
        names = tuple(_names(world, target, unit, bag))
    except TableProblem as problem:
        bag.add(table_fault(target, problem, place))
        return unit
    bag.extend(_twice(unit, (*inside, *names), place))
    return replace(unit, roster=(*unit.roster, *(name for name, _ in names)))


def _inline(unit: Unit) -> Iterator[Listed]:
    pair = unit.origin.pair("roster")
    if pair is not None and isinstance(pair[1], ListNode):
        for item in pair[1].items:
            if isinstance(item, ScalarNode) and item.value.strip():
                yield item.value.strip(), item.span


def _twice(unit: Unit, names: Sequence[Listed], place: Span | None = None) -> Iterator[Diagnostic]:
    first: dict[str, Span] = {}
    for name, span in names:
        if name not in first:
            first[name] = span
            continue
        outside = place is not None and span.source is not place.source
        yield Diagnostic(
            rule=faults.NAME_TWICE,
            primary=span,
            labels=(
                Label(first[name]),
                *((Label(place, "included"),) if outside and place else ()),
            ),
            args={"name": name, "unit": unit.name},
            about=(name, unit.name),
        )


def _names(world: World, target: Path, unit: Unit, bag: Diagnostics) -> Iterator[Listed]:
    if target.suffix.lower() in (".csv", ".xlsx"):
        rows = table_rows(world, target)
        return _from_table(target, rows, unit.origin.at("roster_file"), bag)
    return _from_yaml(world, target, unit, bag)


# --- YAML -------------------------------------------------------------------------------------------


def _from_yaml(world: World, target: Path, unit: Unit, bag: Diagnostics) -> Iterator[Listed]:
    place = unit.origin.at("roster_file")
    inner = Diagnostics()
    source = read_source(world, target, inner)
    if source is None:
        raise TableProblem(0, MISSING)
    node = compose(source, inner)
    bag.extend(replace(d, labels=(*d.labels, Label(place, "included"))) for d in inner.sorted())
    if isinstance(node, BadNode):
        return
    if not isinstance(node, ListNode):
        raise TableProblem(0, _NO_LIST)
    pair = unit.origin.pair("roster_file")
    reader = Reader(bag, place, key=pair[0] if pair else None)
    for item in node.items:
        if isinstance(item, ScalarNode) and not item.value.strip():
            if not item.plain:
                reader.fault_blank(item)
            continue
        name = Text().read(item, reader)
        if isinstance(name, str):
            yield name, item.span


# --- tables -----------------------------------------------------------------------------------------


def _from_table(
    target: Path, rows: tuple[Row, ...], place: Span, bag: Diagnostics
) -> Iterator[Listed]:
    source = as_source(target, rows)
    used = {column for row in rows for column, cell in enumerate(row) if cell}
    column = _name_column(rows[0], alone=len(used) == 1)
    body = list(enumerate(rows, start=1))[0 if column is None else 1 :]
    if column is None:
        if len(used) > 1:
            raise TableProblem(1, _NO_COLUMN, row_span(source, 1))
        (column,) = used
    if not any(any(row) for _, row in body):
        raise TableProblem(0, EMPTY)
    for number, row in body:
        if len(row) > column and row[column]:
            yield row[column], _cell_span(source, number, row, column)
        elif any(row):
            problem = TableProblem(number, _NO_NAME, row_span(source, number))
            bag.add(table_fault(target, problem, place))


def _cell_span(source: SourceFile, number: int, row: Row, column: int) -> Span:
    cells = source.line(number).split("\t")
    at = source.line_starts[number - 1] + sum(len(cell) + 1 for cell in cells[:column])
    return Span(source, at, at + len(" ".join(row[column].split())))


def _name_column(header: Row, *, alone: bool) -> int | None:
    """The column that holds the names; None where no cell is a heading for names.

    A noun such as 学校 counts before 校长姓名: the roster is one of schools. 名称 goes first.
    """
    heads = [_BRACKETS.sub("", cell).strip() for cell in header]
    for heading in (_NAME, _NOUN, _ANY_NAME, *((_TITLE,) if alone else ())):
        for column, head in enumerate(heads):
            if len(head) <= _MOST_SHOWN and heading.fullmatch(head):
                return column
    return None


_NO_LIST: dict[Language, str] = {
    "zh-Hans": "名册应当是一个名称列表",
    "zh-Hant": "名冊應為名稱清單",
    "en": "a roster is a list of names",
}
_NO_COLUMN: dict[Language, str] = {
    "zh-Hans": "看不出哪一栏是名称；栏目名可写名称、姓名、学校、班级或单位",
    "zh-Hant": "看不出哪一欄是名稱；欄位名可寫名稱、姓名、學校、班級或單位",
    "en": "no column of names; its heading can be name, school, class, unit",
}
_NO_NAME: dict[Language, str] = {
    "zh-Hans": "这一行没有名称，别的格里有内容",
    "zh-Hant": "這一列沒有名稱，其他格有內容",
    "en": "the name is left out, other cells are filled in",
}
