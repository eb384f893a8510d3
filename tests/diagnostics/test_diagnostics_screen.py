"""What a person sees: markers right under Chinese text, at any width, on any console."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.diagnostics import (
    LANGUAGES,
    Diagnostic,
    Edit,
    Fix,
    Label,
    Paste,
    Rule,
    Severity,
    Texts,
)
from luoshi.diagnostics.catalogue import catalogue_page, explain, look_up, not_found
from luoshi.diagnostics.concise import line
from luoshi.diagnostics.console import safe
from luoshi.diagnostics.json_form import to_json
from luoshi.diagnostics.text import render, render_all, summary
from luoshi.diagnostics.width import cells, wrap
from luoshi.source import SourceFile, Span


def rule(message: str, primary: str, related: str, todo: str, **more: Any) -> Rule:
    texts = Texts(message=message, primary=primary, related=related, help=todo, what="W.", why="Y.")
    fields: dict[str, Any] = {
        "code": "CHK001", "name": "member-without-duty", "severity": Severity.ERROR,
        "texts": dict.fromkeys(LANGUAGES, texts), "bad": "a: b\n", "good": "",
    }  # fmt: skip
    return Rule(**fields | more)


def place(source: SourceFile, words: str, nth: int = 0) -> Span:
    at = source.text.index(words)
    for _ in range(nth):
        at = source.text.index(words, at + 1)
    return Span(source, at, at + len(words))


PLAN = SourceFile(
    "秋季校园安全.yaml",
    "\n" * 10
    + "  成员: [区教育局, 区公安局, 区卫健局, 区交通局, 团区委]\n"
    + "\n" * 8
    + "责任分工:\n"
    + "\n" * 12
    + "  - {内容: 报送自查表, 责任单位: 区交通局, 完成时限: 2026-10-02}\n",
)
COVERAGE = Diagnostic(
    rule=rule(
        "{unit:q}是领导小组成员，但方案没有给它任何职责。",
        "列为成员",
        "{n}条职责都在这里",
        "补一条它的职责；不承担任务的，移出名单。",
    ),
    primary=place(PLAN, "区卫健局"),
    args={"unit": "区卫健局", "n": 11},
    labels=(Label(place(PLAN, "责任分工")),),
    paste=(Paste("  - {编号: d12, 内容: （待填）, 责任单位: 区卫健局}", new=True),),
)
DAY_OFF = Diagnostic(
    rule=rule(
        "2026年10月2日是国庆假期（10月1日至7日），报送落在休息日。",
        "周五，放假",
        "",
        "前一工作日9月30日（周三），后一工作日10月8日（周四）；提前的写：",
        code="CHK034",
        severity=Severity.WARNING,
    ),
    primary=place(PLAN, "2026-10-02"),
    paste=(Paste("  - {内容: 报送自查表, 责任单位: 区交通局, 完成时限: 2026-09-30}", 33),),
)


def test_two_places_far_apart_with_a_line_to_add() -> None:
    assert render(COVERAGE, "zh-Hans").split("\n") == [
        "须改 CHK001：“区卫健局”是领导小组成员，但方案没有给它任何职责。",
        "  --> 秋季校园安全.yaml:11:20",
        "11 |   成员: [区教育局, 区公安局, 区卫健局, 区交通局, 团区委]",
        "   |                              ^^^^^^^^ 列为成员",
        "...",
        "20 | 责任分工:",
        "   | -------- 11条职责都在这里",
        "   = 处理：补一条它的职责；不承担任务的，移出名单。",
        " + |   - {编号: d12, 内容: （待填）, 责任单位: 区卫健局}",
    ]


def test_a_whole_corrected_line_where_there_is_room() -> None:
    assert render(DAY_OFF, "zh-Hans").split("\n") == [
        "提醒 CHK034：2026年10月2日是国庆假期（10月1日至7日），报送落在休息日。",
        "  --> 秋季校园安全.yaml:33:35",
        "33 |   - {内容: 报送自查表, 责任单位: 区交通局, 完成时限: 2026-10-02}",
        "   |                                                      ^^^^^^^^^^ 周五，放假",
        "   = 处理：前一工作日9月30日（周三），后一工作日10月8日（周四）；提前的写：",
        "33 |   - {内容: 报送自查表, 责任单位: 区交通局, 完成时限: 2026-09-30}",
    ]


def test_sixty_columns_give_a_window_a_label_below_and_the_piece() -> None:
    lines = render(DAY_OFF, "zh-Hans", 60).split("\n")
    assert lines[:2] == [
        "提醒 CHK034：2026年10月2日是国庆假期（10月1日至7日），报送落",
        "  在休息日。",
    ]
    excerpt, signs, words = lines[3:6]
    assert excerpt.startswith("33 | ...")
    assert "完成时限: 2026-10-02}" in excerpt
    assert cells(excerpt.split("2026-10-02")[0]) == signs.index("^")
    assert signs.strip(" |") == "^^^^^^^^^^"
    assert words.endswith("周五，放假")
    assert lines[-1] == "     完成时限: 2026-09-30"


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("finding", [COVERAGE, DAY_OFF])
def test_only_lines_to_paste_pass_the_edge(finding: Diagnostic, width: int) -> None:
    pasted = {"  - {编号: d12", "--> 秋季校园安全.yaml"}
    for text in render(finding, "zh-Hans", width).split("\n"):
        assert cells(text) <= width or any(piece in text for piece in pasted)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: 区公安局 x", "x"),
        ("“引号”…… x", "x"),
        ("a\tb x", "x"),
        ("e\u0301 x", "x"),
        ("a \u202e x", "x"),
        ("㛃 x", "x"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "big5", "ascii"])
def test_the_marker_stands_under_its_words(text: str, words: str, encoding: str) -> None:
    source = SourceFile("p.yaml", text)
    finding = Diagnostic(rule=rule("M.", "", "", ""), primary=place(source, words))
    shown, signs = render(finding, "en", encoding=encoding).split("\n")[2:4]
    wide = encoding in ("gbk", "big5")
    assert cells(shown[: shown.rindex("x")], wide) == signs.index("^")
    shown.encode(encoding)


def test_two_places_on_one_line() -> None:
    source = SourceFile("p.yaml", "text: time: 14:30\n")
    colons = [Span(source, at, at + 1) for at in (4, 10)]
    finding = Diagnostic(
        rule=rule("M.", "the second", "the first", ""),
        primary=colons[1],
        labels=(Label(colons[0]),),
    )
    assert render(finding, "en").split("\n")[2:] == [
        " 1 | text: time: 14:30",
        "   |     -     ^ the second",
        "   |     the first",
    ]


def test_places_in_two_files_are_two_excerpts() -> None:
    other = SourceFile("units.yaml", "units: [x]\n")
    finding = Diagnostic(
        rule=rule("M.", "here", "there", ""),
        primary=place(PLAN, "区交通局"),
        labels=(Label(place(other, "units")),),
    )
    lines = render(finding, "en").split("\n")
    assert [text for text in lines if "-->" in text] == [
        "  --> 秋季校园安全.yaml:11:26",
        "  --> units.yaml:1:1",
    ]


def test_colour_only_repeats_the_words() -> None:
    plain, coloured = render(DAY_OFF, "en"), render(DAY_OFF, "en", color=True)
    assert coloured.replace("\x1b[1;33m", "").replace("\x1b[0m", "") == plain


def test_over_ten_of_a_kind_are_counted() -> None:
    found = [DAY_OFF] * 50 + [COVERAGE]
    text = render_all(found, "zh-Hans")
    assert text.count("CHK034：") == 10
    assert "另有40处同类" in text
    assert "CHK001" in text


def test_the_last_line_counts() -> None:
    colon = Diagnostic(
        rule=rule("M.", "", "", "", code="YML004"),
        primary=place(PLAN, "责任分工"),
        fix=Fix((Edit(place(PLAN, "责任分工"), "x"),)),
    )
    found = [COVERAGE, colon, DAY_OFF]
    assert (
        summary(found, "zh-Hans", ["秋季校园安全.yaml"])
        == "共3处：须改2处，提醒1处。其中1处可代改：luoshi check --fix 秋季校园安全.yaml"
    )
    assert summary(found, "zh-Hant", ["p.yaml"]).startswith("共3處：須改2處，提醒1處。")
    assert summary([COVERAGE] * 3, "en", ["p.yaml"]) == "3 findings: 3 must fix."
    assert summary([COVERAGE], "en", []) == "1 finding: 1 must fix."
    assert summary([], "zh-Hans", []) == "没有发现问题。"
    waived = Diagnostic(rule=COVERAGE.rule, primary=None, args=COVERAGE.args, waived="说明")
    assert summary([waived], "en", []) == "No findings. 1 more has a waiver."


def test_one_line_form() -> None:
    assert line(DAY_OFF, "zh-Hans").startswith("秋季校园安全.yaml:33:35: 提醒 CHK034：2026年")
    assert line(Diagnostic(rule=rule("Gone.", "", "", ""), primary=None), "en") == (
        "Must fix CHK001: gone."
    )


def test_json_is_exact() -> None:
    body = json.loads(to_json([COVERAGE], "zh-Hans"))
    found = body["findings"][0]
    assert body["version"] == 1
    assert (found["code"], found["severity"]) == ("CHK001", "error")
    assert found["start"] == {"line": 11, "column": 20, "offset": 29}
    assert found["end"] == {"line": 11, "column": 24, "offset": 33}
    assert found["labels"][0]["text"] == "11条职责都在这里"
    assert found["paste"] == [
        {"text": "  - {编号: d12, 内容: （待填）, 责任单位: 区卫健局}", "line": None, "new": True}
    ]
    assert found["fix"] is None
    assert found["waived"] is None


@pytest.mark.parametrize(
    ("text", "encoding", "wanted"),
    [
        ("“区公安局”", "utf-8", "“区公安局”"),
        ("“区公安局”", "gbk", "“区公安局”"),
        ("㛃", "gbk", "〔U+36C3〕"),
        ("“a”……", "ascii", '"a"......'),
        ("区", "latin-1", "[U+533A]"),
        ("区", "no-such-thing", "[U+533A]"),
    ],
)
def test_what_a_console_lacks_is_written_out(text: str, encoding: str, wanted: str) -> None:
    assert safe(text, encoding) == wanted


@given(st.text(), st.sampled_from(["ascii", "gbk", "big5", "utf-8", "cp437", "latin-1"]))
def test_any_text_can_be_shown_on_any_console(text: str, encoding: str) -> None:
    safe(text, encoding).encode(encoding)


@given(st.text("甲乙，。（）“”12 ab", max_size=60), st.integers(10, 60))
def test_wrapping_loses_only_spaces_and_keeps_marks_off_the_line_start(
    text: str, width: int
) -> None:
    lines = wrap(text, width, 2)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for below in lines[1:]:
        assert below[:1] not in tuple("，。）”")


def test_a_number_stays_with_its_unit() -> None:
    for width in range(10, 40):
        for below in wrap("共有123处问题，其中45处要在2026年9月30日以前改好。", width)[1:]:
            assert below[0] not in "处年月日"


RULES = (
    COVERAGE.rule,
    rule("M.", "", "", "H.", code="YML004", name="fullwidth-colon", draft=Severity.NOTE),
)


@pytest.mark.parametrize("asked", ["YML004", "yml004", "fullwidth-colon"])
def test_a_rule_is_found_by_code_or_name(asked: str) -> None:
    assert look_up(RULES, asked).rule is RULES[1]


def test_a_rule_nobody_knows_has_neighbours() -> None:
    found = look_up(RULES, "fulwidth-colon")
    assert found.rule is None
    assert found.near == ("fullwidth-colon",)
    assert "fullwidth-colon" in not_found("fulwidth-colon", found.near, "zh-Hans")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_rule_says_what_why_and_how(language: Any) -> None:
    page = explain(RULES[1], language)
    for part in ("YML004", "fullwidth-colon", "W.", "Y.", "H.", "a: b", "0.1"):
        assert part in page


def test_the_page_names_the_weight_in_each_profile() -> None:
    assert "起草参考，一般须改，从严须改" in explain(RULES[1], "zh-Hans")


def test_the_catalogue_lists_every_rule_once() -> None:
    page = catalogue_page(RULES, "en")
    assert page.count("\n## ") == len(RULES)
    assert page.index("CHK001") < page.index("YML004")
