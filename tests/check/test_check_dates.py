"""Dates against dates: periods, phases, months, issue, rules that come round."""

from __future__ import annotations

import pytest
from check_plans import EACH, PERIOD, UNITS, codes, found, one

from luoshi.diagnostics import LANGUAGES
from luoshi.diagnostics.wording import headline, note_texts

PLAN = UNITS + EACH
PHASES = "进度安排:\n  阶段:\n"


def phase(title: str, start: str = "", end: str = "", text: str = "照做") -> str:
    fields = [f"标题: {title}", f"内容: {text}" if text else "", f"从: {start}" if start else ""]
    return f"    - {{{', '.join(f for f in [*fields, f'到: {end}' if end else ''] if f)}}}\n"


def duty(fields: str) -> str:
    return PLAN + f"  - {{责任单位: 甲局, 职责: [{{编号: d9, 内容: 演练, {fields}}}]}}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PLAN + "期限: {从: 2026-12-20, 到: 2026-09-01}\n", ["CHK030"]),
        (PLAN + "期限: {从: 2026-09-01, 到: 2026-09-01}\n", []),
        (PLAN + "期限: {从: 2026年9月, 到: 2026年9月}\n", []),
        (PLAN + "期限: {从: 12月20日, 到: 1月10日}\n", ["CHK033", "CHK033"]),
        (PLAN + "学期: [{从: 2027-01-15, 到: 2026-09-01}]\n", ["CHK030"]),
        (PLAN + "日历: [{编号: 甲, 放假: [{从: 2026-10-07, 到: 2026-10-01}]}]\n", ["CHK030"]),
        (PLAN + PHASES + phase("自查", "2026-10-01", "2026-09-01"), ["CHK030"]),
        (duty("时间: 2026-12-20至2026-09-01"), ["CHK030"]),
        (duty("完成时限: 每月2日前, 起: 2026-12-01, 止: 2026-10-01"), ["CHK030"]),
        (PLAN + "期限: {学年: 2026—2025学年}\n", ["CHK031"]),
        (PLAN + "期限: {学年: 2026—2027学年}\n", []),
    ],
)
def test_ranges_run_forward(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_a_reversed_period_silences_what_depends_on_it() -> None:
    text = duty("时间: 2026-10-10") + "期限: {从: 2026-12-20, 到: 2026-09-01, 年数: 3}\n"
    assert codes(text) == ["CHK030"]


@pytest.mark.parametrize(
    ("when", "period", "expected"),
    [
        ("11月9日", "", ["CHK033"]),
        ("11月9日", PERIOD, []),
        ("12月25日", PERIOD, ["CHK033"]),
        ("9月10日", "期限: {从: 2026-09-01, 到: 2028-08-31}\n", ["CHK033"]),
        ("2026-11-09", "", []),
        ("xxxx年11月9日", "", ["CHK080"]),
        ("每年12月4日", "", []),
    ],
)
def test_a_year_is_never_made_up(when: str, period: str, expected: list[str]) -> None:
    assert codes(duty(f"时间: {when}") + period) == expected


@pytest.mark.parametrize(
    ("when", "near"),
    [
        ("2026-11-09（周二）", "11月10日"),
        ("2026-11-09（周日）", "11月8日"),
        ("2026年11月9日星期四", "11月12日"),
    ],
)
def test_a_weekday_that_is_not_the_day_s(when: str, near: str) -> None:
    finding = one(duty(f"时间: {when}"), "CHK032")
    assert finding.primary is not None
    assert finding.primary.text[0] in "周星"
    assert f"{finding.args['near'].month}月{finding.args['near'].day}日" == near  # type: ignore[union-attr]


ISSUE = "印发: {发文机关: 甲局, 成文日期: 2026-09-10}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (duty("完成时限: 2026-09-09"), ["CHK035"]),
        (duty("完成时限: 2026-09-10"), []),
        (duty("时间: 2026-09-01至2026-10-01"), []),
        (duty("完成时限: 每月2日前"), ["CHK035"]),
        (duty("完成时限: 每月2日前, 起: 2026-10-01"), []),
        (duty("时间: 每周五"), []),
        (PLAN + PHASES + phase("动员", "2026-09-01", "2026-09-30"), ["CHK035"]),
        (PLAN, []),
    ],
)
def test_nothing_is_due_before_it_is_issued(text: str, expected: list[str]) -> None:
    assert codes(text + PERIOD + ISSUE) == expected


def test_a_period_that_began_a_month_before_is_found_when_nothing_else_is() -> None:
    early = "期限: {从: 2026-07-01, 到: 2026-12-20}\n"
    assert codes(PLAN + early + ISSUE) == ["CHK035"]
    assert codes(PLAN + "期限: {学年: 2026—2027学年}\n" + ISSUE.replace("09-10", "10-10")) == []


def test_the_next_time_after_the_issue_is_offered() -> None:
    finding = one(duty("完成时限: 每月2日、17日前") + PERIOD + ISSUE, "CHK035")
    assert [paste.text for paste in finding.paste] == ["起: 2026-09-17"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (duty("时间: 2027-01-05"), ["CHK036"]),
        (duty("时间: 2026-08-31"), ["CHK036"]),
        (duty("时间: 2026-12-20"), []),
        (duty("完成时限: 2027-01-05, 报送: {名称: 总结, 报送对象: 乙局}"), []),
        (duty("完成时限: 2026-08-05, 报送: {名称: 总结, 报送对象: 乙局}"), ["CHK036"]),
        (PLAN + PHASES + phase("总结", "2026-12-01", "2027-01-31"), ["CHK036"]),
        (PLAN + "进度安排:\n  月份安排:\n" + "".join(f"    - {{月份: {m}, 责任单位: 甲局, 事项: [检查]}}\n" for m in (9, 10, 11, 12, 1)), ["CHK036"]),
    ],
)  # fmt: skip
def test_dates_lie_within_the_period(text: str, expected: list[str]) -> None:
    assert codes(text + PERIOD) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("2026-09-01", "2026-09-13"), ("2026-09-14", "2026-09-30"), []),
        (("2026-09-01", "2026-09-11"), ("2026-09-14", "2026-09-30"), []),  # a weekend between
        (("2026-09-01", "2026-09-11"), ("2026-09-15", "2026-09-30"), ["CHK038"]),
        (("2026-09-01", "2026-09-14"), ("2026-09-14", "2026-09-30"), ["CHK037"]),
        (("2026-10-01", "2026-10-31"), ("2026-09-01", "2026-09-30"), ["CHK041"]),
        (("2026年9月", "2026年9月"), ("2026年10月", "2026年11月"), []),
        (("", ""), ("2026-09-01", "2026-09-30"), ["CHK039"]),
    ],
)
def test_phases_follow_each_other(
    first: tuple[str, str], second: tuple[str, str], expected: list[str]
) -> None:
    assert codes(PLAN + PHASES + phase("自查", *first) + phase("复查", *second)) == expected


def test_workdays_are_said_to_be_weekdays_only() -> None:
    text = (
        PHASES
        + phase("自查", "2026-09-25", "2026-09-30")
        + phase("复查", "2026-10-09", "2026-10-30")
    )
    finding = one(PLAN + text, "CHK038")
    assert finding.args["n"] == 6  # 1 to 8 October without the weekend; holidays are not known yet
    assert all("holidays" in note for note in note_texts(finding, "en"))
    assert all(note_texts(finding, language) for language in LANGUAGES)


def test_undated_phases_are_one_note_and_empty_ones_are_named() -> None:
    text = PLAN + PHASES + phase("动员") + phase("检查") + phase("总结", text="")
    assert codes(text) == ["CHK039", "CHK040"]
    assert headline(one(text, "CHK039"), "zh-Hans").startswith("3个阶段没有写日期")


def test_a_phase_whose_dates_could_not_be_read_is_not_called_undated() -> None:
    assert codes(PLAN + PHASES + phase("动员", "9月31日")) == ["MOD022"]


def months(*numbers: object) -> str:
    return "进度安排:\n  月份安排:\n" + "".join(
        f"    - {{月份: {n}, 责任单位: 甲局, 事项: [检查]}}\n" for n in numbers
    )


@pytest.mark.parametrize(
    ("listed", "period", "expected"),
    [
        ((9, 10, 11, 12), PERIOD, []),
        ((9, 10, 12), PERIOD, ["CHK042"]),
        (("[9, 10]", 11, 12), PERIOD, []),
        ((2, 3, 4, 5, 6, "[7, 8]", 9, 10, 11, 12), "", ["CHK042"]),
        ((9, 10, 11), "", []),
        ((9, 10, 10, 11, 12), PERIOD, ["CHK043"]),
        ((9, 10, 11, 12, 9), "期限: {从: 2026-09-01, 到: 2028-12-31}\n", ["CHK042"]),
    ],
)
def test_the_month_list_is_whole(
    listed: tuple[object, ...], period: str, expected: list[str]
) -> None:
    assert codes(PLAN + months(*listed) + period) == expected


def test_all_missing_months_are_one_finding_with_a_line_for_each() -> None:
    finding = one(PLAN + months(9, 12) + PERIOD, "CHK042")
    assert headline(finding, "en") == (
        "The plan runs from September to December; the month list has no October and November."
    )
    assert [paste.text for paste in finding.paste] == [
        "- {月份: [10], 事项: []}",
        "- {月份: [11], 事项: []}",
    ]


@pytest.mark.parametrize(
    ("years", "dates", "agrees"),
    [
        (3, "从: 2010-06-01, 到: 2012-12-31", True),  # three calendar years
        (3, "从: 2010-09-01, 到: 2013-08-31", True),
        (1, "学年: 2026—2027学年", True),
        (3, "从: 2010-06-01, 到: 2011-12-31", False),
        (1, "从: 2010-06-01, 到: 2012-12-31", False),
        (3, "从: xxxx年6月, 到: xxxx年12月", True),
    ],
)
def test_a_stated_number_of_years_agrees_with_the_dates(
    years: int, dates: str, agrees: bool
) -> None:
    text = PLAN + f"期限: {{{dates}, 年数: {years}}}\n"
    assert ("CHK045" not in codes(text)) is agrees


@pytest.mark.parametrize(
    ("fields", "vague"),
    [
        ("时间: 定期", True),
        ("时间: 及时", False),
        ("时间: 定期, 至少: 1次/月", False),
        ("备注: 不定期抽查", False),
    ],
)
def test_vague_words_about_time(fields: str, vague: bool) -> None:
    assert ("CHK046" in codes(duty(fields))) is vague


def test_a_vague_word_in_a_duty_counts_only_when_nothing_else_says_when() -> None:
    assert codes(PLAN.replace("检查校舍", "定期检查校舍")) == ["CHK046"]
    assert codes(PLAN.replace("检查校舍", "定期检查校舍, 时间: 每周一")) == []
    assert codes(PLAN.replace("检查校舍", "定期检查校舍, 触发条件: 汛期")) == []


TERM = "学期: [{编号: 秋, 从: 2026-09-01, 到: 2027-01-15}]\n"


@pytest.mark.parametrize(
    ("fields", "around", "expected"),
    [
        ("时间: 每年3月1日", PERIOD, ["CHK051"]),
        ("时间: 每年11月9日", PERIOD, []),
        ("时间: 每年3月1日", "", []),
        ("时间: 第22周", TERM, ["CHK051"]),
        ("时间: 第3、20周", TERM, []),
        ("时间: 第22周", PERIOD, []),
        ("时间: 每月2日, 起: 2026-12-10", PERIOD, ["CHK051"]),
        ("至少: 1次/月", PERIOD, []),
        ("时间: 各阶段结束后10日内", PERIOD, []),
    ],
)
def test_rules_come_round_at_least_once(fields: str, around: str, expected: list[str]) -> None:
    assert codes(duty(fields) + around) == expected


def listed(fulfils: dict[int, int], *, joined: bool = False) -> str:
    lines = []
    for month, count in fulfils.items():
        items = ", ".join(["{内容: 检查, 对应: d9}"] * count + ["宣传"])
        written = "[7, 8]" if joined and month == 7 else month
        lines.append(f"    - {{月份: {written}, 责任单位: 甲局, 事项: [{items}]}}\n")
    return "进度安排:\n  月份安排:\n" + "".join(lines)


@pytest.mark.parametrize(
    ("rule", "fulfils", "met"),
    [
        ("1次/月", {9: 1, 10: 1}, True),
        ("1次/月", {9: 1, 10: 0}, False),
        ("2次/月", {9: 2, 10: 1}, False),
        ("1次/月", {9: 0, 10: 0}, True),  # the list is not said to carry the rule out
        ("2次/学期", {9: 1, 10: 0}, True),  # counted by terms, not by months
    ],
)
def test_the_month_list_meets_at_least_so_often(
    rule: str, fulfils: dict[int, int], met: bool
) -> None:
    assert ("CHK050" not in codes(duty(f"至少: {rule}") + listed(fulfils))) is met


def test_in_term_means_months_of_a_term() -> None:
    text = duty("至少: 学期内每月至少1次") + listed({7: 0, 9: 1}, joined=True)
    assert "CHK050" not in codes(text)
    assert "CHK050" not in codes(text + TERM)
    summer = "学期: [{从: 2026-03-01, 到: 2026-07-10}]\n"
    assert "CHK050" in codes(text + summer)


def test_the_date_of_issue_may_be_open_and_is_noted() -> None:
    assert codes(PLAN + "印发: {发文机关: 甲局}\n") == ["CHK044"]
    assert codes(PLAN + "印发: {发文机关: 甲局, 成文日期: 2026-02-30}\n") == ["MOD022"]
    assert found(PLAN + "印发: {发文机关: 甲局, 成文日期: 2026-09-01}\n") == ()
