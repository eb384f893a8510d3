"""Rosters as offices keep them: many columns, gaps, repeats. Nothing is lost and nothing invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from luoshi.diagnostics import LANGUAGES, Diagnostic, Diagnostics, Severity
from luoshi.diagnostics.text import render
from luoshi.diagnostics.wording import headline
from luoshi.model import read_plan
from luoshi.source import MemoryWorld

PLAN = "标题: 方案\n单位: [{名称: 各学校, 类别: 一类单位, 名册文件: %s}]\n"


def read(data: str, name: str = "册.csv") -> tuple[list[str], tuple[Diagnostic, ...]]:
    bag = Diagnostics()
    found = read_plan(MemoryWorld({"方案.yaml": PLAN % name, name: data}), Path("方案.yaml"), bag)
    assert found is not None
    return list(found.plan.units[0].roster), bag.sorted()


def lines(found: Diagnostic) -> list[tuple[str, int, str]]:
    """File, line and text of every place of a finding, its own first."""
    spans = [found.primary, *(label.span for label in found.labels)]
    return [(s.source.name, s.line, s.text) for s in spans if s is not None]


@pytest.mark.parametrize(
    "header",
    [
        "序号,学校名称,校长",
        "序號,學校名稱,校長",
        "序号,单位名称（全称）,负责人姓名",
        "序号,学校,校长姓名",
        "编号,班级,学校地址",
        "序号,名称：,校长",
        "no.,School name,principal",
        "no.,name,school",
        "序号,小学,校长姓名",
        "序号,工作单位全称,电话",
    ],
)
def test_the_column_of_names_is_found_among_many(header: str) -> None:
    names, findings = read(f"{header}\n1,一小,张三\n2,二小,李四\n")
    assert (names, findings) == (["一小", "二小"], ())


@pytest.mark.parametrize("heading", ["学校名单", "名称", "姓名", "班级", "name"])
def test_a_heading_over_names_alone_is_no_name(heading: str) -> None:
    assert read(f"{heading}\n一小\n") == (["一小"], ())


def test_names_alone_need_no_heading_and_none_is_taken_for_one() -> None:
    assert read("红星学校\n二小\n") == (["红星学校", "二小"], ())


@pytest.mark.parametrize("first", ["序号,地址,电话", "市教育局学校名册,,", "1,红星学校,张三"])
def test_a_table_without_a_column_of_names_names_the_headings_that_are_understood(
    first: str,
) -> None:
    names, findings = read(f"{first}\n2,二小,李四\n")
    assert names == []
    assert [d.code for d in findings] == ["MOD015"]
    assert headline(findings[0], "zh-Hans").startswith("“册.csv”第1行：看不出哪一栏是名称")
    assert "名称、姓名、学校、班级" in headline(findings[0], "zh-Hans")
    assert [place[:2] for place in lines(findings[0])] == [("册.csv", 1), ("方案.yaml", 2)]


def test_a_row_without_its_name_is_named_and_the_others_are_read() -> None:
    names, findings = read("名称,负责人\n一小,张三\n,李四\n\n三小,王五\n")
    assert names == ["一小", "三小"]
    assert [headline(d, "zh-Hans") for d in findings] == [
        "“册.csv”第3行：这一行没有名称，别的格里有内容。"
    ]
    assert [place[:2] for place in lines(findings[0])] == [("册.csv", 3), ("方案.yaml", 2)]


def test_a_heading_with_no_name_below_is_no_empty_roster() -> None:
    names, findings = read("序号,名称\n")
    assert (names, [d.code for d in findings]) == ([], ["MOD015"])


@pytest.mark.parametrize(
    ("name", "data", "places"),
    [
        ("册.csv", "序号,名称\n1,一小\n2,二小\n3,一小\n", [4, 2]),
        ("册.yaml", "- 一小\n- 二小\n- 一小\n", [3, 1]),
    ],
)
def test_a_name_twice_shows_both_rows_and_stops_nothing(
    name: str, data: str, places: list[int]
) -> None:
    names, (only,) = read(data, name)
    assert names == ["一小", "二小", "一小"]
    assert (only.code, only.level) == ("MOD016", Severity.WARNING)
    assert headline(only, "zh-Hans") == "“一小”在“各学校”的名册里列了2次。"
    assert headline(only, "en") == "“一小” is twice in the roster of “各学校”."
    assert [(text, line) for _, line, text in lines(only)[:2]] == [("一小", n) for n in places]
    assert lines(only)[2][0] == "方案.yaml"


def test_a_name_in_the_plan_and_in_the_file_is_twice_too() -> None:
    plan = PLAN.replace("名册文件", "名册: [一小], 名册文件") % "册.csv"
    bag = Diagnostics()
    read_plan(MemoryWorld({"方案.yaml": plan, "册.csv": "一小\n"}), Path("方案.yaml"), bag)
    (only,) = bag.sorted()
    assert (only.code, [place[0] for place in lines(only)]) == (
        "MOD016",
        ["册.csv", "方案.yaml", "方案.yaml"],
    )


def test_quotes_round_nothing_are_no_name() -> None:
    names, (only,) = read("- 一小\n- ''\n-\n", "册.yaml")
    assert names == ["一小"]
    assert headline(only, "zh-Hans") == "“名册文件”里应当写文字，这里写成了空白。"


@pytest.mark.parametrize(
    ("data", "code"), [("- '一小\n- 二小\n", "YML"), ("- 一小\n- [二小]\n", "MOD003")]
)
def test_findings_in_a_roster_of_yaml_show_both_ends(data: str, code: str) -> None:
    _, findings = read(data, "册.yaml")
    assert findings
    for found in findings:
        if found.code.startswith(code):
            assert [place[0] for place in lines(found)][-1] == "方案.yaml"
            assert found.labels[-1].key == "included"
    assert any(found.code.startswith(code) for found in findings)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_roster_is_one_finding_without_a_row(language: str) -> None:
    bag = Diagnostics()
    read_plan(MemoryWorld({"方案.yaml": PLAN % "无.yaml"}), Path("方案.yaml"), bag)
    (only,) = bag.sorted()
    assert only.code == "MOD015"
    assert not any(word in render(only, language) for word in ("第0", "第1行", "row 1"))  # type: ignore[arg-type]
