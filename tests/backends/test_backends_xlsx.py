"""The workbook: read back it says what the table says, and no word of anybody is a formula."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
import sample_pages as samples
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from luoshi.backends.coverage_words import words_of
from luoshi.backends.flow import printable
from luoshi.backends.xlsx import emit_coverage_xlsx
from luoshi.document.coverage_tree import Coverage

SIGNS = {"lead": "●", "joint": "◎", "assist": "○"}


def sheets(coverage: Coverage) -> tuple[Worksheet, Worksheet]:
    """Both sheets of the workbook, read by the library and not by us."""
    book = openpyxl.load_workbook(io.BytesIO(emit_coverage_xlsx(coverage)))
    first, second = book.worksheets
    return first, second


def values(sheet: Worksheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_the_matrix_reads_back_as_the_table() -> None:
    table = samples.coverage()
    rows = values(sheets(table)[0])
    assert rows[0][0] == "秋季校园安全职责一览表"
    assert str(rows[2][0]).startswith("有空缺，1个单位没有职责")
    assert rows[3][3] == "校舍排查"
    assert rows[4][2:6] == ["校车核查", "消防（多个牵头）", "用电（无人承担）", "其他职责"]
    for row, read in zip(table.rows, rows[5:], strict=False):
        assert str(read[1]).startswith(row.name)
        if row.state == "no-duty":
            assert read[2] == "无职责"
            continue
        for cell, shown in zip(row.cells, read[2:6], strict=True):
            if cell is None:
                assert shown is None
            else:
                sign, *number = str(shown).split(" ")
                assert sign == SIGNS[str(cell.role)]
                assert int(number[0] if number else min(cell.duties, 1)) == cell.duties
        assert read[-1] == row.duties


def test_every_duty_reads_back_with_owners_and_place() -> None:
    table = samples.coverage()
    rows = values(sheets(table)[1])
    assert tuple(rows[0]) == words_of("zh-Hans", "CN").duty_heads
    assert len(rows) == 1 + len(table.duties)
    for duty, read in zip(table.duties, rows[1:], strict=True):
        assert read[:3] == [duty.id, duty.text, duty.leads[0]]
        assert read[5] == (duty.serves[0] if duty.serves else None)
        assert read[6:] == ["每月至少1次", "方案.yaml", duty.line]


@pytest.mark.parametrize(
    "hostile", ["=1+1", '=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "#N/A", "{=1}", "\t=1"]
)
def test_nothing_anybody_wrote_becomes_a_formula(hostile: str) -> None:
    import dataclasses

    table = samples.coverage()
    row = dataclasses.replace(table.rows[0], name=hostile)
    duty = dataclasses.replace(table.duties[0], text=hostile, id=hostile, leads=(hostile,))
    table = dataclasses.replace(
        table, name=hostile, rows=(row, *table.rows[1:]), duties=(duty, *table.duties[1:])
    )
    for sheet in sheets(table):
        for cells in sheet.iter_rows():
            assert {cell.data_type for cell in cells} <= {"s", "n"}
    with zipfile.ZipFile(io.BytesIO(emit_coverage_xlsx(table))) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/"):
                assert b"<f>" not in package.read(name)
    assert sheets(table)[1].cell(2, 2).value == hostile
    if hostile[0] in "=+-@":
        assert sheets(table)[1].cell(2, 2).quotePrefix


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_any_text_can_be_written_and_reads_back(text: str) -> None:
    matrix, duties = sheets(samples.coverage(text=text))
    assert duties.cell(2, 2).value == printable(f"{text}第0条职责")
    assert str(matrix.cell(6, 2).value) == printable(f"教育局{text}")


def test_it_opens_ready_to_read_and_to_print() -> None:
    matrix, duties = sheets(samples.coverage())
    assert matrix.freeze_panes == "C6"
    assert duties.freeze_panes == "C2"
    for sheet in (matrix, duties):
        assert sheet.page_setup.orientation == "landscape"
        assert str(sheet.page_setup.paperSize) == "9"
        assert sheet.page_setup.fitToWidth == 1
        properties = sheet.sheet_properties.pageSetUpPr
        assert properties is not None
        assert properties.fitToPage
    assert duties.column_dimensions["B"].width >= 40
    assert str(matrix.cell(6, 1).fill.fgColor.rgb).endswith("536DCC")


def test_the_same_table_gives_the_same_bytes_in_any_hash_seed() -> None:
    code = (
        "import sample_pages as s; from luoshi.backends.xlsx import emit_coverage_xlsx as e;"
        "import sys; sys.stdout.buffer.write(e(s.coverage()))"
    )
    here = Path(__file__).parent
    made = set()
    for seed in ("1", "2"):
        path = os.pathsep.join([str(here), str(here.parents[1] / "compiler")])
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": path,
            "TZ": f"UTC-{seed}",
        }
        made.add(
            subprocess.run(
                [sys.executable, "-c", code], env=environment, capture_output=True, check=True
            ).stdout
        )
    assert made == {emit_coverage_xlsx(samples.coverage())}


def test_no_moment_and_no_program_stand_in_it() -> None:
    with zipfile.ZipFile(io.BytesIO(emit_coverage_xlsx(samples.coverage()))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        facts = package.read("docProps/core.xml") + package.read("docProps/app.xml")
    assert b"dcterms" not in facts.replace(b"xmlns:dcterms", b"")
    assert b"penpyxl" not in facts
    assert "教育局".encode() in facts


@pytest.mark.outside
def test_libreoffice_opens_it_without_loss(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here")
    source = tmp_path / "t.xlsx"
    table = samples.coverage(text="=1+1")
    source.write_bytes(emit_coverage_xlsx(table))
    command = [office, "--headless", f"-env:UserInstallation=file://{tmp_path / 'office'}"]
    command += [
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
    ]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(source)],
        capture_output=True,
        check=True,
        timeout=110,
    )
    text = "".join(path.read_text("utf-8") for path in sorted(tmp_path.glob("*.csv")))
    for row in table.rows:
        assert row.name in text
    for duty in table.duties:
        assert duty.text in text
