"""A coverage table as a workbook: the matrix on one sheet, every duty in words on the next.

The same table gives the same bytes: no moment of making, no name of a program. What people wrote
is always text; nothing of it can become a formula.
"""

from __future__ import annotations

import io
import re
import zipfile
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from luoshi.backends.coverage_words import (
    SIGNS,
    CoverageWords,
    balance_of,
    column_title,
    counts_of,
    title_of,
    verdict_lines,
    words_of,
)
from luoshi.backends.flow import ems, printable
from luoshi.document.coverage_tree import Cell, Column, Coverage, DutyLine, Role, Row

if TYPE_CHECKING:
    from openpyxl.cell import Cell as SheetCell
    from openpyxl.cell import MergedCell
    from openpyxl.styles import Alignment, Border, Font, PatternFill
    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.worksheet.worksheet import Worksheet

_ROLES: tuple[Role, ...] = ("lead", "joint", "assist")
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment a ZIP entry can name
_LONGEST = 32_767  # characters of a cell (ECMA-376 part 1, 18.3.1.4, as Excel holds it)
_MOST_ON_A_PAGE = 40  # rows that are still legible on one sheet
_HEAD_ROW, _ABOVE_ROW = 5, 4
_FIRST_ROW, _FIRST_COLUMN = 6, 3
_FACES = {"zh-Hans": "宋体", "zh-Hant": "新細明體", "en": "Calibri"}
_MOMENTS = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_MAKER = re.compile(rb"<(Application|AppVersion)>[^<]*</\1>")
_INCH = 25.4
_MARGIN = 10 / _INCH


def emit_coverage_xlsx(coverage: Coverage) -> bytes:
    """The workbook; its first sheet prints on A4 landscape, one page wide."""
    from openpyxl import Workbook  # noqa: PLC0415 - heavy, and only this backend needs it

    words = words_of(coverage.language, coverage.region)
    book = Workbook()
    matrix = book.active
    assert matrix is not None  # noqa: S101 - a new workbook has one sheet
    matrix.title = words.table
    _matrix(_Pen(matrix, coverage.language), coverage, words)
    duties = book.create_sheet(words.duty_sheet)
    _duties(_Pen(duties, coverage.language), coverage, words)
    for sheet in book.worksheets:
        _page(sheet, words)
    if len(coverage.rows) <= _MOST_ON_A_PAGE:
        matrix.page_setup.fitToHeight = 1
    book.properties.title = printable(title_of(coverage))[:255]
    book.properties.creator = printable(coverage.organ)[:255]
    book.properties.identifier = f"{printable(coverage.plan_id)[:200]} {coverage.revision}"
    held = io.BytesIO()
    book.save(held)
    return _settled(held.getvalue())


def _settled(data: bytes) -> bytes:
    """The package without moments: entries of one time, in the order they were written."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _MOMENTS.sub(b"", content)
            elif entry.filename == "docProps/app.xml":
                content = _MAKER.sub(b"", content)
            info = zipfile.ZipInfo(entry.filename, _EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            new.writestr(info, content)
    return made.getvalue()


# --- the matrix -----------------------------------------------------------------------------------


def _matrix(pen: _Pen, coverage: Coverage, words: CoverageWords) -> None:
    _top(pen, coverage, words)
    _heads(pen, coverage, words)
    for number, row in enumerate(coverage.rows, _FIRST_ROW):
        _row(pen, number, row, coverage, words)
    after = _FIRST_ROW + len(coverage.rows)
    _totals(pen, after, coverage, words)
    pen.put(after + 3, 1, _legend(coverage, words))
    pen.put(after + 4, 1, balance_of(coverage))
    for line, remark in enumerate(coverage.remarks, after + 6):
        place = words.line.format(file=remark.file.rsplit("/", 1)[-1], line=remark.line)
        waiver = words.waiver + remark.waiver if remark.waiver else ""
        pen.put(
            line,
            1,
            f"{remark.code}  {remark.text}  {place if remark.line else ''}  {waiver}".rstrip(),
        )
    pen.sheet.freeze_panes = f"{_letter(_FIRST_COLUMN)}{_FIRST_ROW}"
    pen.sheet.print_title_rows = f"{_ABOVE_ROW}:{_HEAD_ROW}"
    pen.sheet.print_title_cols = "A:B"


def _top(pen: _Pen, coverage: Coverage, words: CoverageWords) -> None:
    pen.put(1, 1, title_of(coverage), _Look(size=16, bold=True))
    revision = words.revision.format(revision=coverage.revision)
    parts = (coverage.state, coverage.organ, coverage.period, counts_of(coverage), revision)
    pen.put(2, 1, "  ".join(part for part in parts if part), _Look(size=10))
    verdict = words.whole if coverage.verdict.is_whole else words.holes
    pen.put(
        3, 1, words.comma.join((verdict, *verdict_lines(coverage.verdict, words))), _Look(bold=True)
    )


def _heads(pen: _Pen, coverage: Coverage, words: CoverageWords) -> None:
    turn = 90 if coverage.language == "en" else 255
    pen.put(_HEAD_ROW, 2, words.corner, _Look(bold=True, frame="head"))
    pen.put(_HEAD_ROW, 1, "", _Look(frame="head"))
    before: tuple[str, ...] = ()
    longest = 4.0
    for at, column in enumerate(coverage.columns, _FIRST_COLUMN):
        if column.above != before and column.above:
            pen.put(_ABOVE_ROW, at, " / ".join(column.above), _Look(size=9))
        before = column.above
        title = head_text(column, words)
        longest = max(longest, ems(title))
        pen.put(_HEAD_ROW, at, title, _Look(turn=turn, frame="head", hole=column.state != "whole"))
        pen.width(at, 5.5 if turn == 255 else 6.5)
    last = _FIRST_COLUMN + len(coverage.columns)
    for at, label in enumerate([words.roles[role] for role in _ROLES] + [words.duties], last):
        pen.put(_HEAD_ROW, at, label, _Look(frame="head", middle=True))
        pen.width(at, max(6.0, 2.2 * ems(label) + 1.5))
    pen.width(1, 4.5)
    pen.width(2, min(max([12.0, *(2.1 * ems(r.name) + 2 for r in coverage.rows)]), 46.0))
    per_character = 14.0 if turn == 255 else 12.0
    pen.sheet.row_dimensions[_HEAD_ROW].height = min(max(60.0, longest * per_character + 12), 260.0)


def head_text(column: Column, words: CoverageWords) -> str:
    """The heading of a column with its hole in words: 家校协同护学（缺牵头）."""
    title = column_title(column.kind, column.title, words)
    state = words.states[column.state]
    if not state:
        return title
    return f"{title} ({state})" if words.gap else f"{title}（{state}）"


def cell_text(cell: Cell | None) -> str:
    """A part of a unit in plain signs, with the number of duties where there are several."""
    if cell is None:
        return ""
    sign = SIGNS[cell.role]
    return sign if cell.duties < 2 else f"{sign} {cell.duties}"


def _row(pen: _Pen, number: int, row: Row, coverage: Coverage, words: CoverageWords) -> None:
    mark = row.mark
    pen.put(
        number, 1, mark.text if mark else "", _Look(fill=mark.color if mark else "", middle=True)
    )
    notes = {"no-owner": words.nobody, "only-assist": f"{row.name}（{words.only_assist}）"}
    if words.gap:
        notes["only-assist"] = f"{row.name} ({words.only_assist})"
    pen.put(number, 2, notes.get(row.state, row.name), _Look(frame="body"))
    for at, (cell, column) in enumerate(
        zip(row.cells, coverage.columns, strict=True), _FIRST_COLUMN
    ):
        hatched = row.state == "no-duty" or column.state == "nobody"
        pen.put(number, at, cell_text(cell), _Look(frame="body", middle=True, hole=column.state != "whole", hatched=hatched))  # fmt: skip
    if row.state == "no-duty":
        pen.put(number, _FIRST_COLUMN, words.no_duty, _Look(bold=True, frame="body"))
    last = _FIRST_COLUMN + len(coverage.columns)
    for at, role in enumerate(_ROLES, last):
        pen.put(number, at, row.count(role, coverage.columns), _Look(frame="body", middle=True))
    pen.put(number, last + len(_ROLES), row.duties, _Look(frame="body", middle=True))


def _totals(pen: _Pen, number: int, coverage: Coverage, words: CoverageWords) -> None:
    pen.put(number, 2, words.leading_units, _Look(frame="body", bold=True))
    pen.put(number + 1, 2, words.duty_count, _Look(frame="body", bold=True))
    for at, column in enumerate(coverage.columns, _FIRST_COLUMN):
        if column.kind == "work":
            pen.put(
                number,
                at,
                column.leads,
                _Look(frame="body", middle=True, bold=column.state != "whole"),
            )
        if column.kind != "beside":
            pen.put(number + 1, at, column.duties, _Look(frame="body", middle=True))
    last = _FIRST_COLUMN + len(coverage.columns) + len(_ROLES)
    pen.put(number + 1, last, len(coverage.duties), _Look(frame="body", middle=True, bold=True))


def _legend(coverage: Coverage, words: CoverageWords) -> str:
    """Signs the sheet shows, and no others."""
    shown = {cell.role for row in coverage.rows for cell in row.cells if cell}
    roles = "  ".join(f"{SIGNS[role]} {words.roles[role]}" for role in _ROLES if role in shown)
    return f"{roles}  {words.blank}"


# --- the duties -----------------------------------------------------------------------------------


def _duties(pen: _Pen, coverage: Coverage, words: CoverageWords) -> None:
    widths = (8, 60, 22, 22, 22, 30, 26, 24, 6)
    for at, (head, width) in enumerate(zip(words.duty_heads, widths, strict=True), 1):
        pen.put(1, at, head, _Look(bold=True, frame="head"))
        pen.width(at, width)
    for number, duty in enumerate(coverage.duties, 2):
        for at, value in enumerate(duty_values(duty, words), 1):
            pen.put(number, at, value, _Look(frame="body", wrap=True))
    pen.sheet.freeze_panes = "C2"
    pen.sheet.print_title_rows = "1:1"
    pen.sheet.auto_filter.ref = f"A1:{_letter(len(widths))}{len(coverage.duties) + 1}"


def duty_values(duty: DutyLine, words: CoverageWords) -> tuple[str | int, ...]:
    """The cells of a duty, in the order of ``duty_heads``."""
    mark = words.comma if words.gap else "、"
    return (
        duty.id,
        duty.text,
        mark.join(duty.leads),
        mark.join(duty.joint),
        mark.join(duty.assist),
        (words.comma if words.gap else "；").join(duty.serves),
        (words.comma if words.gap else "；").join(duty.times),
        duty.file.rsplit("/", 1)[-1],
        duty.line or "",
    )


# --- cells ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """How a cell is drawn. ``frame`` is empty, ``head`` or ``body``; ``fill`` an RRGGBB colour."""

    size: float = 10.5
    bold: bool = False
    fill: str = ""
    frame: str = ""
    turn: int = 0
    middle: bool = False
    wrap: bool = False
    hole: bool = False
    hatched: bool = False


class _Pen:
    """Writes cells of one sheet; every look is made once."""

    def __init__(self, sheet: Worksheet, language: str) -> None:
        self.sheet = sheet
        self._face = _FACES[language]
        self._drawn: dict[_Look, StyleArray] = {}

    def put(self, row: int, column: int, value: str | int, look: _Look = _Look()) -> None:
        """Write one cell; text stays text even where it looks like a formula."""
        cell: Any = self.sheet.cell(row, column)  # the stubs leave ``_style`` out
        _set(cell, value)
        is_quoted = cell.quotePrefix
        if look in self._drawn:
            # Setting the four parts again costs ten times as much as the numbers they come to.
            cell._style = copy(self._drawn[look])
        else:
            cell.font, cell.alignment, cell.border, cell.fill = _draw(look, self._face)
            self._drawn[look] = copy(cell._style)
            self._drawn[look].quotePrefix = 0
        if is_quoted:
            cell.quotePrefix = True

    def width(self, column: int, characters: float) -> None:
        """Set the width of a column in characters of the standard face."""
        self.sheet.column_dimensions[_letter(column)].width = characters


def _draw(look: _Look, face: str) -> tuple[Font, Alignment, Border, PatternFill]:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: PLC0415 - heavy

    color = "FFFFFFFF" if look.fill else "FF1B1B1B"
    font = Font(name=face, size=look.size, bold=look.bold or bool(look.fill), color=color)
    across = "center" if look.middle or look.turn else "left"
    upright = {"head": "bottom"}.get(look.frame, "top" if look.wrap else "center")
    alignment = Alignment(
        horizontal=across,
        vertical=upright,
        text_rotation=look.turn,
        wrap_text=look.wrap or look.turn == 90,
    )
    fill = PatternFill()
    if look.fill:
        fill = PatternFill("solid", fgColor=f"FF{look.fill}")
    elif look.hatched:
        fill = PatternFill("lightUp", fgColor="FF1B1B1B")
    if not look.frame:
        return font, alignment, Border(), fill
    thin = Side("thin", "FF9A9A9A")
    side = Side("mediumDashed", "FF1B1B1B") if look.hole else thin
    below = Side("medium", "FF1B1B1B") if look.frame == "head" else thin
    return font, alignment, Border(left=side, right=side, top=thin, bottom=below), fill


def _set(cell: SheetCell | MergedCell, value: str | int) -> None:
    if isinstance(value, int):
        cell.value = value
        return
    text = printable(value)[:_LONGEST]
    if not text:
        return
    cell.value = text
    cell.data_type = "s"  # never a formula or an error, whatever it begins with
    if text[0] in "=+-@":
        cell.quotePrefix = True  # stays text when somebody edits the cell


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - heavy

    return get_column_letter(column)


def _page(sheet: Worksheet, words: CoverageWords) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415 - heavy

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4 (ECMA-376 part 1, 18.3.1.63)
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = _MARGIN
    margins.bottom = 15 / _INCH
    margins.footer = 7 / _INCH
    if sheet.oddFooter is not None:
        sheet.oddFooter.center.text = words.page
