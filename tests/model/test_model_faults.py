"""What reading says: in the author's words, in three languages, once for each mistake."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from luoshi.diagnostics import LANGUAGES, Diagnostic, Diagnostics
from luoshi.diagnostics.text import render
from luoshi.diagnostics.wording import headline, help_text
from luoshi.model import read_plan
from luoshi.model.date_faults import with_period
from luoshi.model.index import Index
from luoshi.source.world import MemoryWorld

HEAD = "标题: 校园安全工作方案\n单位: [甲局, 乙局]\n"
DUTY = HEAD + "责任分工:\n  - {{责任单位: 甲局, 职责: [{{编号: d1, 内容: 检查, {0}}}]}}\n"


def read(text: str, **files: str) -> tuple[Index | None, tuple[Diagnostic, ...]]:
    bag = Diagnostics()
    beside = {name.replace("__", "."): content for name, content in files.items()}
    plan = read_plan(
        MemoryWorld({"方案.yaml": text, **beside}, date(2026, 9, 1)), Path("方案.yaml"), bag
    )
    return (plan.index if plan else None), bag.sorted()


def one(text: str) -> Diagnostic:
    (only,) = read(text)[1]
    return only


@pytest.mark.parametrize(
    ("text", "code", "hans", "english"),
    [
        (DUTY.format("完成时限: 2026-02-30"), "MOD022", "日期“2026-02-30”不存在。", "There is no such day as “2026-02-30”."),
        (DUTY.format("时间: 每月32日"), "MOD022", "周期“每月32日”不存在。", "There is no such recurrence as “每月32日”."),
        (DUTY.format("时间: 2026-10-01 25:00"), "MOD022", "时刻“2026-10-01 25:00”不存在。", "There is no such time as “2026-10-01 25:00”."),
        (DUTY.format("完成时限: 1130日"), "MOD021", "“1130日”写得不全，只能读成11月30日。", "“1130日” is not a whole date; it can only be 30 November."),
        (DUTY.format("完成时限: 112日"), "MOD021", "“112日”有2种读法：11月2日、1月12日。", "“112日” can be 2 November or 12 January."),
        (DUTY.format("落实任务: t9"), "MOD012", "方案里没有编号是“t9”的任务或措施。", "The plan has no task or measure with the id “t9”."),
        (DUTY.format("内溶: 检查"), "MOD001", "职责里没有“内溶”这个栏目。", "“内溶” is not a field of this duty."),
        (HEAD + "语言: 火星文\n", "MOD004", "“火星文”不是简体中文、繁体中文、英文之一。", "“火星文” could not be read; the field takes: one of zh-Hans, zh-Hant, en."),
        (HEAD + "工作原则: {一: 二}\n", "MOD003", "“工作原则”里应当写文字，这里写成了条目。", "“工作原则” takes a text; here it is an entry."),
    ],
)  # fmt: skip
def test_headlines_state_the_fact(text: str, code: str, hans: str, english: str) -> None:
    finding = one(text)
    assert finding.code == code
    assert headline(finding, "zh-Hans") == hans
    assert headline(finding, "en") == english


def test_an_item_of_a_list_is_called_by_what_one_item_should_be() -> None:
    finding = one(
        HEAD + "进度安排: {月份安排: [{月份: 九月份左右, 责任单位: 甲局, 事项: [检查]}]}\n"
    )
    for language in LANGUAGES:
        assert "list of" not in headline(finding, language)
        assert "列表" not in headline(finding, language)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("单位: [甲局]\n", "标题: （待填）"),
        ("單位: [甲局]\n語言: zh-Hant\n", "標題: （待填）"),
        ("units: [Office]\n", "title: (to fill in)"),
    ],
)
def test_a_field_that_must_be_there_is_offered_as_a_line(text: str, line: str) -> None:
    finding = one(text)
    assert finding.code == "MOD002"
    assert [(paste.text, paste.new) for paste in finding.paste] == [(line, True)]


@pytest.mark.parametrize("blank", ["", '""', "''", "'  '", "'　'"])
def test_quotes_round_nothing_do_not_fill_a_field_that_must_be_there(blank: str) -> None:
    finding = one(f"标题: 方案\n单位: [{{编号: a, 名称: {blank}}}]\n")
    assert finding.code == "MOD002"


def test_one_key_in_two_spellings_is_the_same_key_twice() -> None:
    findings = read("标题: 方案\ntitle: Plan\n")[1]
    assert [d.code for d in findings] == ["YML007"]
    for language in LANGUAGES:
        render(findings[0], language)


def test_an_included_file_shows_both_ends() -> None:
    text = "标题: 方案\n引用: [单位.yaml]\n"
    _, (finding,) = read(text, 单位__yaml="单位: [{名称: 甲局, 类别: 怪物}]\n")
    assert finding.primary is not None
    assert finding.primary.source.name == "单位.yaml"
    assert [label.span.source.name for label in finding.labels] == ["方案.yaml"]


PERIOD = "期限: {从: 2012-03-01, 到: 2012-11-30}\n"


def with_its_period(text: str) -> Diagnostic:
    index, findings = read(text)
    assert index is not None
    (finding,) = findings
    return with_period(finding, index)


def test_the_reading_inside_the_period_is_called_likelier_and_none_is_chosen() -> None:
    finding = with_its_period(DUTY.format("完成时限: 112日") + PERIOD)
    assert headline(finding, "zh-Hans") == "“112日”有2种读法：11月2日、1月12日。"
    assert help_text(finding, "zh-Hans") == "1月12日在期限之外，更像11月2日；对照原件后写："
    assert (
        help_text(finding, "en")
        == "12 January is outside the period; if 2 November is meant, write:"
    )
    (paste,) = finding.paste
    assert "完成时限: 2012-11-02" in paste.text
    assert paste.line is not None, "the whole line as it should stand"
    assert [label.span.text for label in finding.labels] == ["期限"]


@pytest.mark.parametrize(
    "text",
    [
        DUTY.format("完成时限: 112日"),  # no period
        DUTY.format("完成时限: 112日") + "期限: {从: 2012-01-01, 到: 2012-12-31}\n",  # both inside
        DUTY.format("完成时限: 123日") + PERIOD,  # neither inside
        DUTY.format("完成时限: 1130日") + PERIOD,  # one reading only
    ],
)
def test_without_a_telling_period_the_finding_stays_as_it_was(text: str) -> None:
    index, (finding,) = read(text)
    assert index is not None
    assert with_period(finding, index) == finding


def test_other_findings_are_left_alone() -> None:
    index, (finding,) = read(DUTY.format("完成时限: 2026-02-30") + PERIOD)
    assert index is not None
    assert with_period(finding, index) is finding
