"""Units and people from a table: CSV or XLSX with a header row of field names.

Each row becomes an entry with places: line numbers of the source are row numbers of the table.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
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
from luoshi.source.world import TooLargeError
from luoshi.syntax import MapNode, Node, ScalarNode

MOST_ROWS = 20_000
_MOST_BYTES = 16 * 1024 * 1024
_MOST_UNPACKED = 8 * _MOST_BYTES  # of a workbook, which is a zip file
_LAST_ROW = 1_048_576  # of any sheet
Row = tuple[str, ...]


class TableProblem(Exception):  # noqa: N818 - a problem of the author's table
    """A table that can't be read: the row it shows at (0: the file as a whole), its place, and why."""

    def __init__(self, row: int, reason: dict[Language, str], place: Span | None = None) -> None:
        super().__init__(reason["en"])
        self.row = row
        self.reason = reason
        self.place = place


def read_table(world: World, path: Path, sheet: str, place: Span, bag: Diagnostics) -> Plan | None:
    """Units or people of a table as a plan that holds nothing else; faults name the row."""
    try:
        rows = table_rows(world, path, sheet)
        source = as_source(path, rows)
        table = _table_of(source, rows[0])
    except TableProblem as problem:
        bag.add(table_fault(path, problem, place))
        return None
    _report_headless(path, source, rows, place, bag)
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
    inside = problem.place is not None
    return Diagnostic(
        rule=faults.ROSTER_FAULT,
        primary=problem.place if inside else place,
        labels=(Label(place, "included"),) if inside else (),
        args={
            "file": path.name,
            "row": problem.row,
            "where": _where(problem.row),
            "spot": _THIS_ROW if inside else _THIS_FILE,
            "reason": problem.reason,
        },
        about=(path.name,),
    )


def _where(row: int) -> dict[Language, str]:
    if not row:
        return {"zh-Hans": "没能读入", "zh-Hant": "無法讀入", "en": " could not be read"}
    return {"zh-Hans": f"第{row}行", "zh-Hant": f"第{row}列", "en": f", row {row}"}


def _report_headless(
    path: Path, source: SourceFile, rows: tuple[Row, ...], place: Span, bag: Diagnostics
) -> None:
    """Cells under no heading would reach no document."""
    headed = [column for column, cell in enumerate(rows[0]) if cell]
    for number, row in enumerate(rows[1:], start=2):
        if any(cell and column not in headed for column, cell in enumerate(row)):
            problem = TableProblem(number, _NO_HEAD, row_span(source, number))
            bag.add(table_fault(path, problem, place))


def table_rows(world: World, path: Path, sheet: str = "") -> tuple[Row, ...]:
    """The cells of a table as text, row by row, empty rows at the end left out; at least one row.

    Raises:
        TableProblem: The file is missing, too large, empty or no table.
    """
    try:
        data = world.read(path)
    except TooLargeError:
        raise TableProblem(0, _TOO_LARGE) from None
    except (OSError, ValueError):  # ValueError: a name no system takes, such as one with NUL
        raise TableProblem(0, MISSING) from None
    if len(data) > _MOST_BYTES:
        raise TableProblem(0, _TOO_LARGE)
    if path.suffix.lower() == ".xlsx":
        rows = _xlsx_rows(path, data, sheet)
    else:
        rows = _csv_rows(path, data)
    while rows and not any(rows[-1]):
        rows.pop()
    if not rows:
        raise TableProblem(0, EMPTY)
    if len(rows) > MOST_ROWS:
        raise TableProblem(MOST_ROWS, _TOO_LARGE)
    return tuple(rows)


def _csv_rows(path: Path, data: bytes) -> list[Row]:
    import csv  # noqa: PLC0415 - only plans with tables pay for it

    decoded = decode(data)
    if decoded.problem is not None:
        raise TableProblem(0, _ENCODING)
    found: list[Row] = []
    first = 1  # line on which the row being read begins: a quoted cell may run over lines
    reader = csv.reader(io.StringIO(decoded.text, newline=""), strict=True)
    try:
        for row in reader:
            found.append(tuple(cell.strip() for cell in row))
            first = reader.line_num + 1
    except csv.Error:
        source = SourceFile(path.as_posix(), decoded.text)
        reason = _OPEN_QUOTE if '"' in source.line(first) else _NO_TABLE
        raise TableProblem(first, reason, row_span(source, first)) from None
    return found


def _xlsx_rows(path: Path, data: bytes, sheet: str) -> list[Row]:
    import warnings  # noqa: PLC0415
    import zipfile  # noqa: PLC0415 - only plans with workbooks pay for it

    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
        if sum(part.file_size for part in parts) > _MOST_UNPACKED:
            raise TableProblem(0, _TOO_LARGE)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # remarks about styles and forms, none about cells
            return _sheet_rows(path, data, sheet)
    except TableProblem:
        raise
    except Exception:  # whatever a reader of ZIP and XML says to a damaged or locked file
        raise TableProblem(0, _NO_TABLE) from None


def _sheet_rows(path: Path, data: bytes, sheet: str) -> list[Row]:
    """The rows of one sheet; formulas count as what they came to when the file was saved."""
    rows = _values(data, sheet, formulas=False)
    for number, row in enumerate(_values(data, sheet, formulas=True), start=1):
        for known, written in zip(rows[number - 1], row, strict=False):
            if not known and written.startswith("="):
                shown = row_span(as_source(path, _values(data, sheet, formulas=True)), number)
                raise TableProblem(number, _NOT_COUNTED, shown)
    return rows


def _values(data: bytes, sheet: str, *, formulas: bool) -> list[Row]:
    from openpyxl import load_workbook  # noqa: PLC0415

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=not formulas)
    if sheet and sheet not in book.sheetnames:
        raise TableProblem(0, _NO_SHEET)
    page: Any = book[sheet] if sheet else book.worksheets[0]
    rows: list[Row] = []
    for number, row in enumerate(page.iter_rows(max_row=_LAST_ROW, values_only=True)):
        cells = tuple(_cell_text(value) for value in row)
        if number <= MOST_ROWS:
            rows.append(cells)
        elif any(cells):
            raise TableProblem(MOST_ROWS, _TOO_LARGE)
    return rows


def _cell_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _table_of(source: SourceFile, header: Row) -> RecordTable:
    named = [cell for cell in header if cell]
    if len(set(named)) < len(named):
        raise TableProblem(1, _TWICE, row_span(source, 1))
    for table in (UNIT, PERSON):
        if named and all(cell in table.field_by_key for cell in named):
            return table
    raise TableProblem(1, _HEADER, row_span(source, 1))


def as_source(path: Path, rows: Sequence[Row]) -> SourceFile:
    """A table as text, one line a row and a tab between cells: where its findings are shown."""
    lines = ("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
    return SourceFile(path.as_posix(), "\n".join(lines))


def row_span(source: SourceFile, number: int) -> Span:
    """One row (counted from 1) of a table as text."""
    at = source.line_starts[number - 1]
    return Span(source, at, at + len(source.line(number)))


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


_THIS_ROW: dict[Language, str] = {"zh-Hans": "这一行", "zh-Hant": "這一列", "en": "this row"}
_THIS_FILE: dict[Language, str] = {
    "zh-Hans": "引用在这里",
    "zh-Hant": "引用在這裡",
    "en": "named here",
}
EMPTY: dict[Language, str] = {"zh-Hans": "表是空的", "zh-Hant": "表是空的", "en": "it is empty"}
MISSING: dict[Language, str] = {
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
_OPEN_QUOTE: dict[Language, str] = {
    "zh-Hans": "这一行的英文引号没有配对",
    "zh-Hant": "這一列的英文引號沒有成對",
    "en": "a quotation mark that opens in this row is not closed as it should be",
}
_NO_HEAD: dict[Language, str] = {
    "zh-Hans": "这一行有一格，上面没有栏目名",
    "zh-Hant": "這一列有一格，上面沒有欄位名",
    "en": "a cell of this row has no field name above it",
}
_NOT_COUNTED: dict[Language, str] = {
    "zh-Hans": "这一行有公式，文件里没有存它的结果；请在表格软件里打开再保存一次",
    "zh-Hant": "這一列有公式，檔案裡沒有存它的結果；請用試算表軟體開啟後再存檔一次",
    "en": "this row has a formula whose result is not stored; open it in a spreadsheet and save",
}
_NO_SHEET: dict[Language, str] = {
    "zh-Hans": "没有这个工作表",
    "zh-Hant": "沒有這個工作表",
    "en": "it has no such sheet",
}
_TWICE: dict[Language, str] = {
    "zh-Hans": "有两栏同名",
    "zh-Hant": "有兩欄同名",
    "en": "it names a field twice",
}
_HEADER: dict[Language, str] = {
    "zh-Hans": "应当是栏目名，如“名称、简称”或“姓名、单位、职务”",
    "zh-Hant": "應為欄位名，如「名稱、簡稱」或「姓名、單位、職務」",
    "en": "it must hold field names, such as name, short or name, unit, post",
}
