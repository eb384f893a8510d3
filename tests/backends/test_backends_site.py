"""The pages that lead through the output: every link leads to its file, nothing leads outside."""

from __future__ import annotations

import dataclasses
import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest
import sample_pages as samples
from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.backends.flow import printable
from luoshi.backends.site import (
    Counts,
    DocumentLink,
    FindingsPage,
    count_findings,
    emit_findings,
    emit_index,
    emit_plan_index,
)
from luoshi.backends.site.pages import PlanEntry
from luoshi.diagnostics import Diagnostic, Fix, Language, Severity
from luoshi.source import SourceFile


def findings_page(*findings: Diagnostic, language: Language = "zh-Hans", **more: object) -> str:
    values: dict[str, object] = {
        "title": "秋季校园安全",
        "language": language,
        "findings": findings,
    }
    return emit_findings(FindingsPage(**{**values, **more}))  # type: ignore[arg-type]


def all_pages(text: str = "") -> list[str]:
    entry = samples.entry(text=text)
    failed = dataclasses.replace(
        entry,
        state="failed",
        kept=entry.links,
        links=(),
        problem="有1处须改。" + text,
        counts=Counts(1, 2, 3),
    )
    source = SourceFile(f"a/{text}方案.yaml", samples.SOURCE.replace("核查", "核查" + text))
    found = samples.finding(what=text or "x", source=source)
    waived = samples.finding("CHK002", Severity.WARNING, source=source, waived="理由" + text)
    return [
        emit_index((entry, failed)),
        emit_plan_index(entry),
        emit_plan_index(failed),
        findings_page(found, waived, title="方案" + text, plan_id=text, revision=text),
        findings_page(title="方案" + text),
    ]


# --- all pages ------------------------------------------------------------------------------------


def test_nothing_comes_from_outside_and_every_anchor_is_there() -> None:
    for text in all_pages():
        page = samples.Page(text)
        assert page.reaches_outside() == []
        assert not re.search(r"url\(|@import|https?:", text)
        assert "default-src 'none'" in text
        assert len(page.all("h1")) == 1
        for attrs in page.all("a"):
            if attrs["href"].startswith("#"):
                assert attrs["href"][1:] in page.ids()
        labelled = {
            attrs["aria-labelledby"] for _, attrs in page.tags if "aria-labelledby" in attrs
        }
        assert labelled <= page.ids()


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=25))
def test_no_text_of_anybody_becomes_markup_or_an_address(text: str) -> None:
    for calm, made in zip(all_pages("文"), all_pages(text), strict=True):
        page = samples.Page(made)
        assert {tag for tag, _ in page.tags} <= {tag for tag, _ in samples.Page(calm).tags}
        assert page.reaches_outside() == []


@pytest.mark.parametrize(
    "hostile", ["</pre><script>alert(1)</script>", '"><img src=x onerror=y>', "&amp;lt;"]
)
def test_hostile_words_are_shown_as_they_were_typed(hostile: str) -> None:
    index, *_, clean = all_pages(hostile)
    assert "秋季校园安全工作方案" + hostile in samples.Page(index).text
    assert "方案" + hostile in samples.Page(clean).text


def test_the_same_values_give_the_same_bytes_in_any_hash_seed() -> None:
    code = (
        "import test_backends_site as t; import sys;"
        "sys.stdout.buffer.write(''.join(t.all_pages('x')).encode())"
    )
    here = Path(__file__).parent
    made = set()
    for seed in ("1", "2"):
        path = os.pathsep.join([str(here), str(here.parents[1] / "compiler")])
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        made.add(
            subprocess.run(
                [sys.executable, "-c", code], env=environment, capture_output=True, check=True
            ).stdout
        )
    assert made == {"".join(all_pages("x")).encode()}


# --- the index ------------------------------------------------------------------------------------


def test_every_file_is_reached_by_the_path_it_has_on_disk() -> None:
    entry = samples.entry()
    index, alone = samples.Page(emit_index((entry,))), samples.Page(emit_plan_index(entry))
    on_index = {unquote(attrs["href"]) for attrs in index.all("a")}
    on_plan = {unquote(attrs["href"]) for attrs in alone.all("a")}
    for link in entry.links:
        assert f"{entry.folder}/{link.href}" in on_index
        assert link.href in on_plan
    assert f"{entry.folder}/检查结果.html" in on_index
    assert f"{entry.folder}/index.html" in on_index
    assert "../index.html" in on_plan
    for page in (index, alone):
        for attrs in page.all("a"):
            assert attrs["href"].isascii()
            assert "?" not in attrs["href"]


@pytest.mark.parametrize(
    "path", ["javascript:alert(1)", "/etc/passwd", "../../x", "//host/x", "C:\\x", "a/./../b"]
)
def test_no_path_leaves_the_folder(path: str) -> None:
    entry = dataclasses.replace(samples.entry(), links=(DocumentLink("notice", "", "PDF", path),))
    for text in (emit_index((entry,)), emit_plan_index(entry)):
        page = samples.Page(text)
        assert page.reaches_outside() == []
        assert all(not attrs["href"].startswith("../..") for attrs in page.all("a"))


def test_plans_stand_by_office_those_with_errors_first() -> None:
    plans = (
        samples.entry(folder="a", title="甲方案", organ="教育局"),
        samples.entry(folder="b", title="乙方案", organ="公安局"),
        samples.entry(folder="c", title="丙方案", organ="教育局", state="failed", counts=Counts(2)),
    )
    text = samples.Page(emit_index(plans)).text
    places = [text.index(word) for word in ("教育局", "丙方案", "甲方案", "公安局", "乙方案")]
    assert places == sorted(places)
    assert "3份：草稿2份，未通过1份" in text


def test_a_plan_with_errors_says_what_still_stands() -> None:
    entry = samples.entry(state="failed", counts=Counts(2, 0, 1), problem="有2处须改。")
    entry = dataclasses.replace(entry, kept=entry.links, links=())
    page = samples.Page(emit_index((entry,)))
    assert "没有生成文书" in page.text
    assert "上次生成的8个文件没有动" in page.text
    assert "有2处须改。" in page.text
    assert "未通过" in page.text
    never = samples.Page(emit_index((dataclasses.replace(entry, kept=()),)))
    assert "还没有生成过文书" in never.text


@pytest.mark.parametrize(
    ("language", "region", "words"),
    [
        ("zh-Hans", "CN", ("通知", "责任书", "行事历", "职责一览表", "生成说明", "第3稿")),
        ("zh-Hant", "TW", ("函與計畫", "責任書", "行事曆", "分工一覽表", "產生說明", "第3稿")),
        ("zh-Hant", "CN", ("通知", "責任書", "行事曆", "分工一覽表", "產生說明", "第3稿")),
        ("en", "CN", ("Notice", "Letters", "Calendars", "Coverage", "About this build", "Draft 3")),
    ],
)
def test_a_plan_speaks_its_own_language_on_a_page_of_another(
    language: Language, region: str, words: tuple[str, ...]
) -> None:
    entry = samples.entry(language=language, region=region)
    other: Language = "en" if language != "en" else "zh-Hans"
    made = emit_index((entry,), other)
    page = samples.Page(made)
    assert page.all("html")[0]["lang"] == other
    assert next(a["lang"] for a in page.all("li") if a.get("class") == "plan") == language
    for word in words:
        assert word in page.text
    alone = samples.Page(emit_plan_index(entry))
    assert alone.all("html")[0]["lang"] == language


def test_the_page_takes_the_language_of_most_plans() -> None:
    plans = [samples.entry(language=language) for language in ("en", "zh-Hant", "zh-Hant")]
    assert samples.Page(emit_index(tuple(plans))).all("html")[0]["lang"] == "zh-Hant"
    assert "文件目錄" in samples.Page(emit_index(tuple(plans))).text


def test_letters_count_parties_not_files() -> None:
    entry = samples.entry()
    bound = DocumentLink("letters", "", "PDF", "责任书合订.pdf")
    entry = dataclasses.replace(entry, links=(*entry.links, bound))
    assert entry.letters == 2
    assert "责任书合订 PDF" in samples.Page(emit_index((entry,))).text
    assert "没有责任书可生成" in samples.Page(emit_index((_without_letters(entry),))).text


def _without_letters(entry: PlanEntry) -> PlanEntry:
    return dataclasses.replace(
        entry, links=tuple(x for x in entry.links if not x.kind.startswith("letter"))
    )


# --- the findings ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "region", "counted", "sentence"),
    [
        (
            "zh-Hans",
            "CN",
            (5, 12, 9),
            "没有发现问题。5个单位都有职责，12条职责都有责任单位，9个日期都已核对。",
        ),
        (
            "zh-Hant",
            "TW",
            (5, 12, 9),
            "沒有發現問題。5個單位都有工作，12項工作都有責任單位，9個日期都已核對。",
        ),
        ("zh-Hant", "CN", (5, 0, 0), "沒有發現問題。5個單位都有職責。"),
        (
            "en",
            "CN",
            (5, 12, 9),
            "No findings: 5 units have duties, 12 duties have an owner, 9 dates checked.",
        ),
        (
            "en",
            "CN",
            (1, 1, 1),
            "No findings: 1 unit has duties, 1 duty has an owner, 1 date checked.",
        ),
        ("en", "CN", (0, 0, 0), "No findings."),
    ],
)
def test_a_clean_plan_says_what_was_counted(
    language: Language, region: str, counted: tuple[int, int, int], sentence: str
) -> None:
    units, duties, dates = counted
    made = findings_page(language=language, region=region, units=units, duties=duties, dates=dates)
    assert sentence in samples.Page(made).text


def test_a_finding_shows_place_sentence_and_way_out() -> None:
    made = findings_page(samples.finding())
    page = samples.Page(made)
    assert "须改" in page.text
    assert "“区卫健局”没有职责。" in page.text
    assert "<mark>区卫健局</mark>" in made
    assert '<mark class="rel">职责</mark>' in made
    assert "第3行：列为成员" in page.text
    assert "处理： 补一条职责。" in page.text
    assert "<del>  - 区卫健局&lt;b&gt;</del><ins>  - 区卫健局</ins>" in made
    assert "<ins>  - {内容: （待填）}</ins>" in made
    shown = re.findall(r'<i aria-hidden="true">(\d+)</i>', made)
    assert shown == ["2", "3", "4", "6"]  # one line round the place; the blank fifth is left out


def test_what_has_a_waiver_is_folded_with_its_reason() -> None:
    made = findings_page(
        samples.finding(waived="原文如此"), samples.finding("CHK002", Severity.NOTE)
    )
    page = samples.Page(made)
    assert len(page.all("article")) == 1
    folded = made[made.index('<details class="waived">') :]
    assert "已有豁免说明的1处" in folded
    assert "原文如此" in folded


def test_a_plan_with_nothing_open_counts_its_waivers() -> None:
    made = findings_page(samples.finding(waived="原文如此"), duties=3)
    assert "没有发现问题。3条职责都有责任单位。另有1处已有豁免说明。" in samples.Page(made).text


def test_the_next_finding_is_one_step_away() -> None:
    page = samples.Page(findings_page(*(samples.finding(f"CHK00{n}") for n in range(1, 4))))
    steps = [attrs["href"] for attrs in page.all("a") if attrs["href"].startswith("#f")]
    assert steps == ["#f2", "#f1", "#f3", "#f2"]
    assert {"f1", "f2", "f3"} <= page.ids()


def test_each_severity_can_be_shown_alone() -> None:
    found = (
        samples.finding("CHK001", Severity.ERROR),
        samples.finding("CHK002", Severity.WARNING),
        samples.finding("CHK003", Severity.NOTE),
    )
    page = samples.Page(findings_page(*found))
    assert [a["id"] for a in page.all("input")] == ["show-all", "show-e", "show-w", "show-n"]
    assert [a["class"] for a in page.all("article")] == ["f e", "f w", "f n"]
    style = findings_page(*found)
    for name in ("e", "w", "n"):
        assert f"body:has(#show-{name}:checked) .f:not(.{name})" in style


def test_over_ten_of_one_kind_the_rest_are_folded_and_none_is_lost() -> None:
    found = tuple(samples.finding(what=f"单位{n}号") for n in range(50))
    page = samples.Page(findings_page(*found))
    assert len(page.all("article")) == 10
    assert "另有40处同类" in page.text
    for n in range(50):
        assert f"“单位{n}号”" in page.text


def test_hidden_marks_of_a_file_are_made_visible() -> None:
    source = SourceFile("a.yaml", "单位: 区卫健局\u202e\u200b\n职责: []\n")
    text = samples.Page(findings_page(samples.finding(source=source))).text
    assert "〔U+202E〕〔U+200B〕" in text
    assert "\u202e" not in text


@given(st.text(max_size=60), st.integers(0, 70), st.integers(0, 20))
@settings(max_examples=80, deadline=None)
def test_any_place_in_any_file_can_be_shown(text: str, start: int, size: int) -> None:
    source = SourceFile("x.yaml", text)
    start = min(start, len(text))
    found = dataclasses.replace(
        samples.finding(),
        primary=source.span(start, min(len(text), start + size)),
        labels=(),
        paste=(),
    )
    page = samples.Page(findings_page(found))
    assert len(page.all("mark")) >= 1


def test_a_finding_without_a_place_still_speaks() -> None:
    found = dataclasses.replace(samples.finding(), primary=None, labels=(), paste=())
    page = samples.Page(findings_page(found))
    assert "“区卫健局”没有职责。" in page.text
    assert not page.all("mark")


def test_what_can_be_fixed_names_the_command_and_the_file() -> None:
    found = dataclasses.replace(samples.finding(), fix=Fix(()))
    assert "可代改：luoshi check --fix 方案.yaml" in samples.Page(findings_page(found)).text


def test_counts_leave_out_what_has_a_waiver() -> None:
    found = (
        samples.finding(),
        samples.finding(waived="x"),
        samples.finding("CHK009", Severity.OFF),
    )
    assert count_findings(found) == Counts(errors=1, waived=1)


def test_only_these_pages_turn_dark() -> None:
    from luoshi.backends.coverage_html import emit_coverage_html

    for text in all_pages():
        assert "prefers-color-scheme: dark" in text
    assert "prefers-color-scheme" not in emit_coverage_html(samples.coverage())


def test_colours_of_words_can_be_read_in_light_and_dark() -> None:
    text = all_pages()[0]
    blocks = [
        re.search(r":root \{([^}]*)\}", text),
        re.search(r"dark\) \{\s*:root \{([^}]*)\}", text),
    ]
    for block in blocks:
        assert block is not None
        colours = dict(re.findall(r"--([a-z0-9]+): (#[0-9a-f]{3,6})\b", block[1]))
        for paper in ("paper", "tint", "tint2"):
            for ink in ("ink", "ink2", "blue", "amber"):
                assert _contrast(colours[ink], colours[paper]) >= 4.5
        assert _contrast(colours["ink3"], colours["tint"]) >= 4.5


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_characters_no_page_can_carry_are_left_out() -> None:
    page = samples.Page(findings_page(title="方\x00案"))
    assert printable("方\x00案") in page.text
