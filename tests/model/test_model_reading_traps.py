"""What YAML readers turn into something else, read as the author wrote it, field by field."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from luoshi.dates import Clock, Day, Moment
from luoshi.diagnostics import Diagnostic, Diagnostics, Severity
from luoshi.diagnostics.wording import headline, help_text
from luoshi.model import Plan, ReadPlan, read_plan
from luoshi.model.kinds import Amounted
from luoshi.source import MemoryWorld

PATH = Path("plan.yaml")


def read(text: str) -> tuple[ReadPlan | None, tuple[Diagnostic, ...]]:
    bag = Diagnostics()
    found = read_plan(MemoryWorld({"plan.yaml": text}), PATH, bag)
    return found, bag.sorted()


def plan_of(text: str) -> Plan:
    found, findings = read(text)
    assert [d for d in findings if d.level is Severity.ERROR] == []
    assert found is not None
    return found.plan


def duty(content: str) -> Any:
    text = (
        f"标题: 方案\n单位: [甲]\n责任分工: [{{责任单位: 甲, 职责: [{{内容: 检查, {content}}}]}}]\n"
    )
    return plan_of(text).division_of_labor[0].duties[0]


# --- values -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    ["14:30", "8:30", "9:05", "08:30", "15:00", "no", "on", "yes", "off", "y", "010", "0o10", "0x1F",
     "3.10", "9.10", "1_000", "1e3", "+1", ".5", "2026-09-01", "2026-9-1", "2025-09-31", "12:30:45",
     "true", "1.0", ".inf", ".nan", "=", "<<"],
)  # fmt: skip
def test_a_text_stays_the_text_that_was_written(written: str) -> None:
    plan = plan_of(f"标题: {written}\n单位: [{{名称: {written}x, 简称: {written}}}]\n")
    assert plan.title == written
    assert plan.units[0].short == written


@pytest.mark.parametrize("written", ["~", "null", "Null", "NULL", ""])
def test_nothing_is_not_filled_in_and_a_quoted_word_is_a_word(written: str) -> None:
    assert plan_of(f"标题: 方案\n简称: {written}\n").short_title == ""
    assert plan_of(f"标题: 方案\n简称: '{written}'\n").short_title == written


@pytest.mark.parametrize("written", ["010", "0912", "no", "3.10", "2026"])
def test_an_id_keeps_its_zeros_and_words(written: str) -> None:
    plan = plan_of(f"标题: 方案\n单位: [{{编号: {written}, 名称: 甲}}]\n")
    assert plan.units[0].id == written


@pytest.mark.parametrize(
    "written", ["2026-09-01", "2026-9-1", "2026.9.1", "2026/09/01", "2026年9月1日", "'2026-09-01'"]
)
def test_a_date_is_one_date_however_it_is_written(written: str) -> None:
    assert duty(f"完成时限: {written}").by == Moment(Day(2026, 9, 1))


def test_a_day_and_a_time_beside_it_are_both_kept() -> None:
    found = duty("时间: 2026-09-01 14:30").when
    assert (found.day, found.clock) == (Day(2026, 9, 1), Clock(14, 30))


@pytest.mark.parametrize(
    ("written", "clock"), [("14:30", "14:30"), ("8:30", "08:30"), ("9:05", "09:05")]
)
def test_a_time_alone_is_a_time_without_a_day_and_no_number(written: str, clock: str) -> None:
    _, findings = read(f"标题: 方案\n责任分工: [{{职责: [{{内容: 检查, 时间: {written}}}]}}]\n")
    assert [d.code for d in findings] == ["MOD024"]
    assert clock in headline(findings[0], "zh-Hans")


@pytest.mark.parametrize("written", ["2025-09-31", "2026-02-30", "2026-13-01", "2026年2月29日"])
def test_a_day_no_calendar_has_is_a_finding_at_its_place(written: str) -> None:
    found, findings = read(f"标题: 方案\n印发: {{成文日期: {written}}}\n")
    assert [d.code for d in findings] == ["MOD022"]
    assert findings[0].primary is not None
    assert findings[0].primary.text == written
    assert found is not None
    assert found.plan.title == "方案"


@pytest.mark.parametrize(
    ("written", "value"),
    [("3", 3), ("'3'", 3), ("三", 3), ("３", 3), ("010", 10), ("十二", 12)],
)  # fmt: skip
def test_a_count_is_a_decimal_number(written: str, value: int) -> None:
    assert plan_of(f"标题: 方案\n期限: {{年数: {written}}}\n").period.years == value  # type: ignore[union-attr]


@pytest.mark.parametrize("written", ["3.5", "0x3", "1e1", "yes", "true", "-1", "很多"])
def test_what_is_no_count_is_never_taken_for_one(written: str) -> None:
    _, findings = read(f"标题: 方案\n期限: {{年数: {written}}}\n")
    assert [d.code for d in findings] == ["MOD004"]


@pytest.mark.parametrize(
    ("written", "value"),
    [("9.10", Amounted(Decimal("9.10"))), ("30%", Amounted(Decimal(30), percent=True)),
     ("90分", Amounted(Decimal(90))), ("１００", Amounted(Decimal(100)))],
)  # fmt: skip
def test_an_amount_keeps_its_digits_and_its_percent_sign(written: str, value: Amounted) -> None:
    found = plan_of(f"标题: 方案\n考核奖惩: {{总分: {written}}}\n").assessment
    assert found is not None
    assert found.total == value


def test_the_key_on_is_a_field_and_no_yes() -> None:
    plan = plan_of(
        "title: Plan\nassessment: {veto: [{on: an accident, text: no award}]}\n"
        "calendars: [{id: c, off: [{on: 2026-11-06}]}]\n"
    )
    assert plan.assessment is not None
    assert plan.assessment.veto[0].cause == "an accident"
    assert plan.calendars[0].off[0].on == Moment(Day(2026, 11, 6))


# --- slips of the hand ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("标题: 方案\n简称：安全\n指导思想: 预防\n", 2),
        ("标题: 方案\n单位:\n  - {编号: 甲, 名称：甲局}\n", 3),
        ("标题：方案\n指导思想：预防\n", 1),
        ("标题: 方案\n组织领导:\n　　说明: 甲\n", 3),
        ("标题: 方案\n指导思想: 预防\n指导思想: 整治\n", 3),
        ("标题: 方案\n指导思想: 预防: 为主\n", 2),
        ("标题: 方案\n指导思想: @预防\n", 2),
        ("标题: 方案\n指导思想: %预防\n", 2),
        ("标题: 方案\n指导思想: `预防\n", 2),
        ("标题: 方案\n组织领导:\n\t说明: 甲\n", 3),
    ],
    ids=["colon", "colon in an entry", "only full-width colons", "full-width indent", "key twice",
         "colon in a content", "at", "percent", "backtick", "tab"],
)  # fmt: skip
def test_a_slip_is_named_at_its_line_with_a_way_out(text: str, line: int) -> None:
    _, findings = read(text)
    errors = [d for d in findings if d.level is Severity.ERROR]
    assert errors
    assert errors[0].code.startswith("YML")
    assert errors[0].primary is not None
    assert errors[0].primary.line == line
    for language in ("zh-Hans", "zh-Hant", "en"):
        assert headline(errors[0], language)
        assert help_text(errors[0], language) or errors[0].paste


def test_what_stands_beside_a_slip_is_read() -> None:
    found, findings = read("标题: 方案\n简称：安全\n指导思想: 预防\n单位: [甲]\n")
    assert findings
    assert found is not None
    assert found.plan.guiding_ideology == "预防"
    assert [unit.name for unit in found.plan.units] == ["甲"]


def test_two_spellings_of_one_field_in_one_entry_are_the_same_key_twice() -> None:
    found, findings = read("标题: 方案\ntitle: Plan\n")
    assert [d.code for d in findings] == ["YML007"]
    assert findings[0].labels[0].span.text == "标题"
    assert found is not None
    assert found.plan.title == "方案"


# --- dates that need a word more --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "code", "form"),
    [
        ("周五下午3点前", "MOD020", "每周五15:00前"),
        ("before 3:00 pm on Friday", "MOD020", "every Friday before 15:00"),
        ("0206年9月1日", "MOD020", "9月1日"),
        ("112日", "MOD021", "11月2日"),
    ],
)
def test_a_date_that_lacks_something_is_told_with_a_form_that_reads(
    written: str, code: str, form: str
) -> None:
    _, findings = read(
        f"标题: 方案\n责任分工: [{{职责: [{{内容: 检查, 完成时限: '{written}'}}]}}]\n"
    )
    assert [d.code for d in findings] == [code]
    language: Any = "en" if written.isascii() else "zh-Hans"
    assert form in headline(findings[0], language) + help_text(findings[0], language)
    assert duty(f"完成时限: '{form}'").by is not None
