"""The coverage page: what the table says is what the page says, on paper, on a phone, by ear."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sample_pages as samples
from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.backends.coverage_html import emit_coverage_html
from luoshi.backends.coverage_sheet import panels
from luoshi.backends.coverage_words import words_of
from luoshi.backends.flow import printable
from luoshi.document.coverage_tree import Cell, Column, Coverage, Row

WORDS = [
    pytest.param("zh-Hans", "CN", ("牵头", "联合", "配合", "有空缺", "职责一览表"), id="zh-Hans"),
    pytest.param(
        "zh-Hant", "CN", ("牽頭", "聯合", "配合", "有空缺", "分工一覽表"), id="zh-Hant CN"
    ),
    pytest.param(
        "zh-Hant", "TW", ("主辦", "合辦", "協辦", "有空缺", "分工一覽表"), id="zh-Hant TW"
    ),
    pytest.param("en", "CN", ("lead", "joint", "assists", "Gaps", "Coverage"), id="en"),
]


def wide(columns: int, rows: int) -> Coverage:
    """A table of a given size, each unit leading one task."""
    import dataclasses

    tasks = tuple(
        Column(kind="work", title=f"任务{n}", id=f"t{n}", leads=1) for n in range(columns)
    )
    units = tuple(
        Row(key=str(n), name=f"单位{n}", cells=tuple(None for _ in tasks), state="no-duty")
        for n in range(rows)
    )
    return dataclasses.replace(samples.coverage(), columns=tasks, rows=units, duties=())


@pytest.mark.parametrize(("language", "region", "expected"), WORDS)
def test_the_page_speaks_the_words_of_its_office(
    language: str, region: str, expected: tuple[str, ...]
) -> None:
    page = samples.Page(emit_coverage_html(samples.coverage(language=language, region=region)))
    for word in expected:
        assert word in page.text
    assert page.all("html")[0]["lang"] == language


def test_every_unit_and_task_is_named_and_every_hole_told() -> None:
    table = samples.coverage()
    page = samples.Page(emit_coverage_html(table))
    for row in table.rows:
        assert page.text.count(row.name) >= 2  # in the table and in the list for a phone
    for phrase in (
        "1个单位没有职责",
        "1项任务没有牵头",
        "其中1项无人承担",
        "1项任务有多个牵头单位",
    ):
        assert phrase in page.text
    assert "CHK001" in page.text
    assert "方案.yaml第8行" in page.text
    assert "职责4条＝任务列中3条＋其他1条" in page.text
    assert [a.get("class", "") for a in page.all("td")].count("band") == 1


def test_the_legend_explains_what_is_there_and_nothing_else() -> None:
    holes = samples.Page(emit_coverage_html(samples.coverage())).text
    whole = samples.Page(emit_coverage_html(samples.coverage(holes=False))).text
    assert "斜纹" in holes
    assert "粗虚线框" in holes
    assert "斜纹" not in whole
    assert "粗虚线框" not in whole
    assert "没有空缺" in whole


def test_a_cell_is_spoken_in_words() -> None:
    page = emit_coverage_html(samples.coverage())
    assert '<span class="unseen">牵头，2条职责</span>' in page
    assert page.count('scope="row"') == len(samples.UNITS) + 2
    assert 'scope="col"' in page
    assert "<caption" in page


def test_duties_of_nobody_stand_in_a_row_with_their_number() -> None:
    import dataclasses

    table = samples.coverage()
    cells = (None, None, None, Cell(None, 7))
    row = Row(key="", name="", cells=cells, state="no-owner", duties=7)
    page = emit_coverage_html(dataclasses.replace(table, rows=(*table.rows, row)))
    assert samples.Page(page).text.count("未写责任单位") >= 2
    assert '<span class="r r0" aria-hidden="true">7</span>' in page


def test_nothing_comes_from_outside() -> None:
    text = emit_coverage_html(samples.coverage())
    page = samples.Page(text)
    assert page.reaches_outside() == []
    assert not re.search(r"url\((?!#)|@import|https?:", text)
    assert "default-src 'none'" in text
    for attrs in page.all("a"):
        assert attrs["href"][1:] in page.ids()


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=30))
def test_no_text_of_the_plan_becomes_markup(text: str) -> None:
    calm = samples.Page(emit_coverage_html(samples.coverage(text="文" * len(printable(text)))))
    page = samples.Page(emit_coverage_html(samples.coverage(text=text)))
    assert {tag for tag, _ in page.tags} == {tag for tag, _ in calm.tags}
    assert page.reaches_outside() == []
    assert printable("教育局" + text) in page.text


@pytest.mark.parametrize(
    "hostile", ["</td></table><script>alert(1)</script>", '" onload="x', "&lt;b&gt;"]
)
def test_hostile_words_are_shown_as_they_were_typed(hostile: str) -> None:
    page = samples.Page(emit_coverage_html(samples.coverage(text=hostile)))
    assert "公安局" + hostile in page.text
    assert page.reaches_outside() == []


@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (24, 5), (25, 5), (70, 90), (3, 200)])
def test_a_large_table_is_parted_and_loses_no_row_and_no_column(columns: int, rows: int) -> None:
    table = wide(columns, rows)
    sheets = panels(table, words_of("zh-Hans", "CN"))
    seen = [(row.key, n) for sheet in sheets for row in sheet.rows for n in sheet.columns]
    assert sorted(seen) == sorted((row.key, n) for row in table.rows for n in range(columns))
    for sheet in sheets:
        assert len(sheet.columns) <= 24
        total = sheet.name_width + sheet.width * len(sheet.columns)
        assert total + sheet.sum_width * 4 * sheet.has_sums == pytest.approx(277)
        assert len(sheet.rows) * sheet.row < 190


def test_a_long_heading_is_cut_with_a_sign_and_given_in_full() -> None:
    import dataclasses

    table = wide(24, 3)
    long = dataclasses.replace(
        table.columns[0], title="深入开展校园及周边治安环境综合整治和安全隐患排查化解" * 2
    )
    table = dataclasses.replace(table, columns=(long, *table.columns[1:]))
    text = samples.Page(emit_coverage_html(table)).text
    assert "…" in text
    assert f"＝ {long.title}" in text


def test_the_same_table_gives_the_same_bytes_in_any_hash_seed() -> None:
    code = (
        "import sample_pages as s; from luoshi.backends.coverage_html import emit_coverage_html as e;"
        "import sys; sys.stdout.buffer.write(e(s.coverage()).encode())"
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
    assert made == {emit_coverage_html(samples.coverage()).encode()}


@pytest.mark.outside
def test_chromium_prints_it_on_one_sheet_of_a4_landscape(tmp_path: Path) -> None:
    if not shutil.which("chromium") or not shutil.which("pdfinfo"):
        pytest.skip("chromium or pdfinfo is not here")
    source, target = tmp_path / "t.html", tmp_path / "t.pdf"
    source.write_text(emit_coverage_html(samples.coverage()), encoding="utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command += [f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={target}", str(source)]
    subprocess.run(command, capture_output=True, check=True, timeout=90)
    told = subprocess.run(
        ["pdfinfo", str(target)], capture_output=True, check=True, text=True
    ).stdout
    assert re.search(r"Pages:\s+1\n", told)
    width, height = map(float, re.findall(r"Page size:\s+([\d.]+) x ([\d.]+)", told)[0])
    assert (width, height) == pytest.approx((841.9, 595.3), abs=1.5)
