"""Plans with files beside them: includes, tables and rosters, and everything that can be wrong there."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from openpyxl import Workbook

from luoshi.diagnostics import Diagnostics
from luoshi.model import ReadPlan, read_plan
from luoshi.model.origin import Origin
from small_plans import PATH, as_yaml, base, findings_of, letters_of, world_of

_UNITS = {"units": base()["units"]}


def _without_units(**fields: Any) -> dict[str, Any]:
    plan = base(**fields)
    del plan["units"]
    return plan


def _read(plan: dict[str, Any], files: dict[str, str | bytes]) -> tuple[ReadPlan, Diagnostics]:
    bag = Diagnostics()
    read = read_plan(world_of(plan, files), PATH, bag)
    assert read is not None
    return read, bag


def _codes(plan: dict[str, Any], files: dict[str, str | bytes]) -> set[str]:
    return {found.code for found in findings_of(plan, files)}


def _workbook(*rows: tuple[object, ...], title: str = "名册") -> bytes:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = title
    for row in rows:
        page.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


_CSV = "编号,名称\n校办,校长办公室\n教务,教务处\n总务,总务处\n"
_XLSX = _workbook(("编号", "名称"), ("校办", "校长办公室"), ("教务", "教务处"), ("总务", "总务处"))


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("单位.yaml", as_yaml(_UNITS)),
        ("单位.csv", _CSV),
        ("单位.csv", "\ufeff" + _CSV.replace("\n", "\r\n")),
        ("单位.csv", _CSV + ",,\n\n"),
        ("单位.csv", _CSV.replace("教务,教务处", '教务,"教务处"')),
        ("单位.xlsx", _XLSX),
    ],
)
def test_units_come_from_a_file_beside_the_plan(file: str, content: str | bytes) -> None:
    plan = _without_units(include=[file])
    assert findings_of(plan, {file: content}) == ()
    assert [x.taker.name for x in letters_of(plan, {file: content})] == [
        "校长办公室",
        "教务处",
        "总务处",
    ]
    read, _ = _read(plan, {file: content})
    assert [path.name for path in read.files] == [PATH.name, file]


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("没有.yaml", None), ("没有.csv", None), ("没有.xlsx", None),
        ("\x00.yaml", None), ("\x00.csv", None), ("x" * 400 + ".yaml", None), ("", None), (".", None), ("..", None),
        ("空.yaml", ""), ("列.yaml", "- 甲\n"), ("文.yaml", "甲"), ("坏.yaml", "单位: ["), ("空.csv", ""), ("空.xlsx", b""),
        ("表.csv", "无此栏,名称\n1,甲\n"), ("表.csv", "名称,名称\n甲,乙\n"), ("表.csv", '名称\n"甲\n'),
        ("表.csv", "编号,名称\n校办,校长办公室\n".encode("gbk")), ("坏.xlsx", b"PK\x03\x04 no"), ("坏.xlsx", "编号,名称".encode()),
        ("别.yaml", as_yaml({"title": "别的", **_UNITS})), ("自.yaml", as_yaml({"include": ["自.yaml"], **_UNITS})),
        (PATH.name, None),
    ],
)  # fmt: skip
def test_a_file_that_cant_be_joined_is_a_finding_that_names_the_include(
    file: str, content: str | bytes | None
) -> None:
    plan = base(include=[file])
    files = {} if content is None else {file: content}
    found = findings_of(plan, files)
    assert found, "nothing was said"
    places = [f.primary.source.name for f in found if f.primary] + [
        label.span.source.name for f in found for label in f.labels
    ]
    assert PATH.name in places


def _spoilt(part: str, data: bytes) -> bytes:
    """A workbook in which one part is replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_XLSX)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            new.writestr(info.filename, data if info.filename == part else old.read(info.filename))
    return out.getvalue()


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml"]
)
@pytest.mark.parametrize("data", [b"", b"<", b"<x/>", b"\xff\xfe"])
def test_a_spoilt_workbook_is_no_fault_of_ours(part: str, data: bytes) -> None:
    findings_of(_without_units(include=["单位.xlsx"]), {"单位.xlsx": _spoilt(part, data)})


def test_a_workbook_that_unpacks_to_a_mountain_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", b" " * 300_000_000)
    assert "MOD041" in _codes(
        base(include=["大.xlsx"]), {"大.xlsx": out.getvalue()}
    ) or findings_of(base(include=["大.xlsx"]), {"大.xlsx": out.getvalue()})


def test_a_sheet_is_chosen_by_name() -> None:
    book = _workbook(
        ("编号", "名称"),
        ("校办", "校长办公室"),
        ("教务", "教务处"),
        ("总务", "总务处"),
        title="单位",
    )
    plan = _without_units(include=[{"file": "表.xlsx", "sheet": "单位"}])
    assert findings_of(plan, {"表.xlsx": book}) == ()
    plan = _without_units(include=[{"file": "表.xlsx", "sheet": "没有"}])
    assert findings_of(plan, {"表.xlsx": book})


def test_a_fault_in_a_row_names_the_row() -> None:
    plan = base(include=["人.csv"])
    found = findings_of(plan, {"人.csv": "姓名,单位,职务\n张三,教务,主任\n李四,没有这个处,主任\n"})
    places = [(f.primary.source.name, f.primary.line) for f in found if f.primary]
    assert ("人.csv", 3) in places


def test_a_finding_in_an_included_file_shows_both_ends() -> None:
    plan = _without_units(include=["单位.yaml"])
    units = [{**base()["units"][0], "unknown": "x"}, *base()["units"][1:]]
    (found,) = findings_of(plan, {"单位.yaml": as_yaml({"units": units})})
    assert found.primary is not None
    assert found.primary.source.name == "单位.yaml"
    assert PATH.name in {label.span.source.name for label in found.labels}


@pytest.mark.parametrize(
    ("file", "content", "names"),
    [
        ("名册.csv", "序号,班级\n1,一班\n2\n3,三班\n", ["一班", "三班"]),
        ("名册.csv", "一班,\n\n二班\n", ["一班", "二班"]),
        (
            "名册.xlsx",
            _workbook(("班级", "人数"), ("一班", 40), ("二班", None), (None, 3)),
            ["一班", "二班"],
        ),
        ("名册.xlsx", _workbook((101,), (102.0,)), ["101", "102"]),
        ("名册.yaml", "一班", None),
        ("名册.yaml", "- 一班\n- {甲: 乙}\n", ["一班"]),
        ("没有.csv", None, None),
        ("\x00", None, None),
    ],
)
def test_a_roster_gives_its_names_or_a_finding(
    file: str, content: str | bytes | None, names: list[str] | None
) -> None:
    units = [*base()["units"], {"id": "班", "name": "各班", "kind": "class", "roster_file": file}]
    plan = base(units=units)
    files = {} if content is None else {file: content}
    read, bag = _read(plan, files)
    assert list(read.plan.units[-1].roster) == (names or [])
    assert bool(names) or len(bag)


# --- places ---------------------------------------------------------------------------------------


def test_every_record_knows_where_it_stands() -> None:
    read, _ = _read(base(), {})
    unit = read.plan.units[1]
    assert unit.origin.at("name").text == '"教务处"'
    assert unit.origin.key("name").text == '"name"'
    assert unit.origin.has("name")
    assert not unit.origin.has("short")
    assert unit.origin.at("short").text == '"教务处"', (
        "what is left out points at the record's name"
    )


def test_a_record_nobody_wrote_has_an_empty_place() -> None:
    nowhere = Origin(None, None)
    assert nowhere.span.text == ""
    assert nowhere.at("name").text == ""
    assert not nowhere.is_written


def test_a_moved_line_is_no_change() -> None:
    world = world_of(base())
    one = read_plan(world, PATH, Diagnostics())
    moved = as_yaml(base()).replace('{\n "id"', '{\n\n\n "id"', 1)
    other = read_plan(type(world)({PATH.name: moved}), PATH, Diagnostics())
    assert one is not None
    assert other is not None
    assert one.plan == other.plan
