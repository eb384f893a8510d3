"""Tables and includes that are none, lie or never end: a finding each, in bounded time."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from luoshi.diagnostics.wording import headline
from luoshi.driver.check import check_file
from luoshi.source import DiskWorld

PLAN = """
id: a
title: 校园安全工作方案
include: "{file}"
units: [{{id: 校办, name: 校长办公室}}]
division_of_labor: [{{owners: [校办], duties: [{{id: a1, text: 统筹}}]}}]
"""


def workbook(*cells: object) -> bytes:
    book = openpyxl.Workbook()
    for cell in cells:
        book.active.append([cell])  # type: ignore[union-attr]
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def with_part(name: str, change: Callable[[bytes], bytes]) -> bytes:
    data = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook("名称", "一班"))) as old,
        zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            text = old.read(part)
            new.writestr(part, change(text) if part.endswith(name) else text)
    return data.getvalue()


def locked() -> bytes:
    data = bytearray(workbook("名称", "一班"))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def laughs(text: bytes) -> bytes:
    entities = b'<!ENTITY a "aaaaaaaaaa">'
    for old, new in zip(b"abcdefgh", b"bcdefghi", strict=True):
        entities += b'<!ENTITY %c "%s">' % (new, b"&%c;" % old * 10)
    row = b'<row r="9"><c r="A9" t="inlineStr"><is><t>&i;&i;</t></is></c></row></sheetData>'
    body = text.partition(b"?>")[2] or text
    return (
        b'<?xml version="1.0"?><!DOCTYPE x ['
        + entities
        + b"]>"
        + body.replace(b"</sheetData>", row)
    )


def unpacked(text: bytes) -> bytes:
    return text + b" " * (130 * 1024 * 1024)


def far_row() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["名称"])  # type: ignore[union-attr]
    book.active.cell(1_000_000, 1, "一班")  # type: ignore[union-attr]
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


SHEET = "sheet1.xml"
TABLES = [
    pytest.param("t.xlsx", lambda: b"", "不是能读的表格文件", id="empty"),
    pytest.param("t.xlsx", lambda: b"PK" * 99, "不是能读的表格文件", id="no archive"),
    pytest.param("t.xlsx", locked, "不是能读的表格文件", id="locked"),
    pytest.param("t.xlsx", lambda: with_part(SHEET, laughs), "不是能读的表格文件", id="entities"),
    pytest.param("t.xlsx", lambda: with_part(SHEET, lambda t: t[:200]), "不是能读的表格文件", id="half a sheet"),
    pytest.param("t.xlsx", lambda: with_part("workbook.xml", lambda t: t[:200]), "不是能读的表格文件", id="half a workbook"),
    pytest.param("t.xlsx", lambda: with_part("Types].xml", lambda _: b"<x/>"), "不是能读的表格文件", id="no types"),
    pytest.param("t.xlsx", lambda: with_part(SHEET, unpacked), "表太大", id="bomb"),
    pytest.param("t.xlsx", far_row, "表太大", id="row a million"),
    pytest.param("t.xlsx", lambda: workbook("名称", "一班", "=1+1"), "第3行：这一行有公式", id="formula never counted"),
    pytest.param("t.csv", lambda: b"\xc3\xfb\xb3\xc6\n\xd2\xbb\xb0\xe0\n", "CSV UTF-8", id="GBK"),
    pytest.param("t.csv", ("名称\n" + "a" * 8_000_000).encode, "不是能读的表格文件", id="giant cell"),
    pytest.param("t.csv", lambda: b"a" * 17_000_000, "表太大", id="giant file"),
    pytest.param("t.csv", ("名称\n" + "班\n" * 20_001).encode, "表太大", id="rows"),
]  # fmt: skip


def said(folder: Path, file: str) -> list[str]:
    plan = folder / "plan.yaml"
    plan.write_text(PLAN.format(file=file), encoding="utf-8")
    found = check_file(DiskWorld(date(2026, 9, 1)), plan)
    return [headline(one, "zh-Hans") for one in found.findings if one.level.name == "ERROR"]


@pytest.mark.parametrize(("name", "make", "words"), TABLES)
def test_a_table_that_can_not_be_read_is_said(
    tmp_path: Path, name: str, make: Callable[[], bytes], words: str
) -> None:
    (tmp_path / name).write_bytes(make())
    (one,) = said(tmp_path, name)
    assert words in one


@pytest.mark.parametrize("file", ["/dev/zero", "/dev/zero.csv", ".", "/", "a\\0b", "pipe.csv", "pipe.yaml", "pipe.xlsx"])  # fmt: skip
def test_what_is_no_file_is_never_waited_for(tmp_path: Path, file: str) -> None:
    if file.startswith("pipe"):
        os.mkfifo(tmp_path / file)
    (one,) = said(tmp_path, file)
    assert "没有这个文件，或者读不出来" in one


def test_a_file_beyond_all_limits_is_not_read_into_memory(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    with plan.open("wb") as file:
        file.truncate(2**40)
    (found,) = check_file(DiskWorld(date(2026, 9, 1)), plan).findings
    assert found.code == "YML003"
    assert "1048576.0MB" in headline(found, "zh-Hans")
