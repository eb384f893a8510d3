"""Units and people from a table: CSV or XLSX with a header row of field names.

Each row becomes an entry with places: line numbers of the source are row numbers of the table.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from luoshi.diagnostics import Diagnostic, Diagnostics, Label, Language
from luoshi.model import faults
from luoshi.model.fields import INVALID, RecordTable
from luoshi.model.reader import Reader
from luoshi.model.records import Plan
from luoshi.model.tables.who import PERSON, UNIT
from luoshi.source import SourceFile, Span, World
from luoshi.source.decode import decode
from luoshi.syntax import MapNode, Node, ScalarNode

MOST_ROWS = 20_000
_MOST_BYTES = 16 * 1024 * 1024
_MOST_UNPACKED = 16 * _MOST_BYTES  # of a workbook, which is a zip file
Row = tuple[str, ...]


class TableProblem(Exception):  # noqa: N818 - a problem of the author's table
    """A table that can't be read: the row it shows at, and why."""

    def __init__(self, row: int, reason: dict[Language, str]) -> None:
        super().__init__(reason["en"])
        self.row = row
        self.reason = reason


def read_table(world: World, path: Path, sheet: str, place: Span, bag: Diagnostics) -> Plan | None:
    """Units or people of a table as a plan that holds nothing else; faults name the row."""
    try:
        rows = table_rows(world, path, sheet)
        if not rows:
            raise TableProblem(1, _EMPTY)
        table = _table_of(rows[0])
    except TableProblem as problem:
        bag.add(table_fault(path, problem, place))
        return None
    source = _as_source(path, rows)
    reader = Reader(bag, place)
    nodes = (_row_node(source, rows[0], row, n) for n, row in enumerate(rows[1:], start=2))
    found = tuple(
        value
        for node in nodes
        if node.pairs and (value := reader.record(node, table)) is not INVALID
    )
    return Plan(units=found) if table is UNIT else Plan(people=found)


def table_fault(path: Path, problem: TableProblem, place: Span) -> Diagnostic:
    """The finding of a table that can't be read, at the place that includes it."""
    return Diagnostic(
        rule=faults.ROSTER_FAULT,
        primary=place,
        labels=(Label(place, "related"),),
        args={"file": path.name, "row": problem.row, "reason": problem.reason},
        about=(path.name,),
    )


def table_rows(world: World, path: Path, sheet: str = "") -> tuple[Row, ...]:
    """The cells of a table as text, row by row, empty rows at the end left out.

    Raises:
        TableProblem: The file is missing, too large or no table.
    """
    try:
        data = world.read(path)
    except (OSError, ValueError):  # ValueError: a name no system takes, such as one with NUL
        raise TableProblem(1, _MISSING) from None
    if len(data) > _MOST_BYTES:
        raise TableProblem(1, _TOO_LARGE)
    rows = _xlsx_rows(data, sheet) if path.suffix.lower() == ".xlsx" else _csv_rows(data)
    while rows and not any(rows[-1]):
        rows.pop()
    if len(rows) > MOST_ROWS:
        raise TableProblem(MOST_ROWS, _TOO_LARGE)
    return tuple(rows)


def _csv_rows(data: bytes) -> list[Row]:
    import csv  # noqa: PLC0415 - only plans with tables pay for it

    decoded = decode(data)
    if decoded.problem is not None:
        raise TableProblem(1, _ENCODING)
    try:
        return [
            tuple(cell.strip() for cell in row)
            for row in csv.reader(io.StringIO(decoded.text, newline=""), strict=True)
        ]
    except csv.Error:
        raise TableProblem(1, _NO_TABLE) from None


def _xlsx_rows(data: bytes, sheet: str) -> list[Row]:
    import warnings  # noqa: PLC0415 - only plans with workbooks pay for these
    import zipfile  # noqa: PLC0415

    from openpyxl import load_workbook  # noqa: PLC0415

    try:
        with warnings.catch_warnings(), zipfile.ZipFile(io.BytesIO(data)) as parts:
            warnings.simplefilter("ignore")  # about styles that a roster has no need of
            if sum(part.file_size for part in parts.infolist()) > _MOST_UNPACKED:
                raise TableProblem(1, _TOO_LARGE)
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            if sheet and sheet not in book.sheetnames:
                raise TableProblem(1, _NO_SHEET)
            page: Any = book[sheet] if sheet else book.worksheets[0]
            rows = page.iter_rows(max_row=MOST_ROWS + 1, values_only=True)
            return [tuple(_cell_text(value) for value in row) for row in rows]
    except TableProblem:
        raise
    except Exception:  # a reader of others on anybody's bytes: it may raise anything
        raise TableProblem(1, _NO_TABLE) from None


def _cell_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _table_of(header: Row) -> RecordTable:
    named = [cell for cell in header if cell]
    if len(set(named)) < len(named):
        raise TableProblem(1, _TWICE)
    for table in (UNIT, PERSON):
        if named and all(cell in table.field_by_key for cell in named):
            return table
    raise TableProblem(1, _HEADER)


def _as_source(path: Path, rows: tuple[Row, ...]) -> SourceFile:
    lines = ("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
    return SourceFile(path.as_posix(), "\n".join(lines))


def _row_node(source: SourceFile, header: Row, row: Row, number: int) -> MapNode:
    at = source.line_starts[number - 1]
    heads = _cells(source, 1)
    pairs: list[tuple[ScalarNode, Node]] = []
    end = at
    for column, cell in enumerate(row):
        clean = " ".join(cell.split())
        end = at + len(clean)
        if clean and column < len(header) and header[column]:
            start, stop = heads[column]
            key = ScalarNode(source, start, stop, header[column], True)
            pairs.append((key, ScalarNode(source, at, end, cell, False)))
        at = end + 1
    return MapNode(source, source.line_starts[number - 1], end, pairs, False)


def _cells(source: SourceFile, number: int) -> list[tuple[int, int]]:
    at = source.line_starts[number - 1]
    places = []
    for cell in source.line(number).split("\t"):
        places.append((at, at + len(cell)))
        at += len(cell) + 1
    return places


_EMPTY: dict[Language, str] = {"zh-Hans": "表是空的", "zh-Hant": "表是空的", "en": "it is empty"}
_MISSING: dict[Language, str] = {
    "zh-Hans": "没有这个文件，或者读不出来",
    "zh-Hant": "沒有這個檔案，或者讀不出來",
    "en": "there is no such file, or it can't be read",
}
_TOO_LARGE: dict[Language, str] = {
    "zh-Hans": f"表太大，最多{MOST_ROWS}行",
    "zh-Hant": f"表太大，最多{MOST_ROWS}列",
    "en": f"it is too large; {MOST_ROWS} rows at most",
}
_ENCODING: dict[Language, str] = {
    "zh-Hans": "文字编码不是UTF-8，请另存为“CSV UTF-8”",
    "zh-Hant": "文字編碼不是UTF-8，請另存為「CSV UTF-8」",
    "en": "it is not UTF-8; save it as “CSV UTF-8”",
}
_NO_TABLE: dict[Language, str] = {
    "zh-Hans": "不是能读的表格文件",
    "zh-Hant": "不是能讀的表格檔",
    "en": "it is not a table that can be read",
}
_NO_SHEET: dict[Language, str] = {
    "zh-Hans": "没有这个工作表",
    "zh-Hant": "沒有這個工作表",
    "en": "it has no such sheet",
}
_TWICE: dict[Language, str] = {
    "zh-Hans": "第1行有两栏同名",
    "zh-Hant": "第1列有兩欄同名",
    "en": "row 1 names a field twice",
}
_HEADER: dict[Language, str] = {
    "zh-Hans": "第1行应当是栏目名，如“名称、简称”或“姓名、单位、职务”",
    "zh-Hant": "第1列應為欄位名，如「名稱、簡稱」或「姓名、單位、職務」",
    "en": "row 1 must hold field names, such as name, short or name, unit, post",
}
