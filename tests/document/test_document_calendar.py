"""What a calendar tells of a plan: the days it writes, the months it writes, and nothing it does not."""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from calendar_plans import calendar_of, crowded, days, entry, plan
from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.document.calendar_tree import Slot
from luoshi.document.calendar_words import WORDS, CalendarWords, words_of


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("时间: 2026-09-10", ["2026-09-10"]),
        ("时间: 9月10日", ["2026-09-10"]),  # only one year of the period fits
        ("完成时限: 每月2日、17日前", ["2026-09-02", "2026-09-17", "2026-10-02", "2026-10-17",
                              "2026-11-02", "2026-11-17", "2026-12-02", "2026-12-17"]),
        ("时间: 2026年9月7日至9月20日", ["2026-09-07"]),
        ("完成时限: 各阶段结束后10日内", ["2026-10-10"]),
    ],
)  # fmt: skip
def test_dated(when, expected):
    phase = "进度安排: {阶段: [{标题: 自查, 从: 2026-09-05, 到: 2026-09-30}]}\n"
    calendar = calendar_of(plan(f"{{编号: d1, 内容: 报送报表, {when}}}", more=phase))
    assert days(calendar, "d1") == expected
    assert entry(calendar, "d1").state == "dated"


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("至少: 1次/月", "每月至少1次"),
        ("时间: 定期", "定期"),
        ("时间: 学期初、学期中", "学期初、学期中"),  # no term says when
        ("时间: xx月xx日", "xx月xx日"),
        ("地点: 三楼", ""),
    ],
)
def test_what_has_no_date_stays_undated_in_the_plans_own_words(when, words):
    calendar = calendar_of(plan(f"{{编号: d1, 内容: 检查, {when}}}"))
    found = entry(calendar, "d1")
    assert (found.state, found.when, found.occasions, found.slots) == ("undated", words, (), ())


@pytest.mark.parametrize(
    "period", ["{说明: xxxx年6月至xxxx年12月}", "{从: 2026-09-01, 到: 2027-12-31}"]
)
def test_a_day_without_a_year_keeps_its_month_and_gets_no_year(period):
    calendar = calendar_of(plan("{编号: d1, 内容: 演练, 时间: 11月9日}", period=period))
    found = entry(calendar, "d1")
    assert (found.occasions, found.slots, found.day, found.when) == (
        (),
        (Slot(0, 11),),
        9,
        "11月9日",
    )


def test_a_month_without_a_day_is_known_by_its_month():
    calendar = calendar_of(
        plan("{编号: d1, 内容: 演练, 时间: 2026年10月}", "{编号: d2, 内容: 总结, 时间: 11月}")
    )
    assert entry(calendar, "d1").slots == (Slot(2026, 10),)
    assert entry(calendar, "d2").slots == (Slot(2026, 11),)
    assert calendar.balance.by_month == 2


def test_month_list_without_years_keeps_its_order_and_its_joined_months():
    months = (
        "进度安排:\n  月份安排:\n    - {月份: [9], 责任单位: 教育局, 事项: [开学检查, {内容: 开学第一课, 时间: 9月1日}]}\n"
        "    - {月份: [7, 8], 事项: [防溺水]}\n"
    )
    calendar = calendar_of(plan(more=months, period="{说明: 20xx年度}"))
    assert [(e.text, e.state, e.heading, e.day) for e in calendar.entries] == [
        ("开学检查", "month", (Slot(0, 9),), 0),
        ("开学第一课", "month", (Slot(0, 9),), 1),
        ("防溺水", "month", (Slot(0, 7), Slot(0, 8)), 0),
    ]


def test_standing_trigger_and_prohibited_matters_are_no_calendar_items():
    calendar = calendar_of(plan(
        "{编号: d1, 内容: 门卫值守, 性质: 常年}",
        "{编号: d2, 内容: 书面报告, 性质: 遇事, 触发条件: 发生事故}",
        "{编号: d3, 内容: 不得收费, 性质: 禁止}",
        "{编号: d4, 内容: 值班, 时间: 24小时}",
        "{编号: d5, 内容: 晨检, 时间: 每日}",
        "{编号: d6, 内容: 检查}",
    ))  # fmt: skip
    assert [e.key for e in calendar.entries] == ["d6"]
    assert [(s.key, s.kind, s.when) for s in calendar.standing] == [
        ("d1", "standing", ""), ("d2", "trigger", "发生事故"), ("d3", "prohibition", ""),
        ("d4", "standing", "24小时"), ("d5", "standing", "每日"),
    ]  # fmt: skip


def test_a_daily_rule_over_a_short_stretch_is_dated():
    calendar = calendar_of(
        plan(
            "{编号: d1, 内容: 零报告, 完成时限: 每日17:00前}",
            period="{从: 2026-09-28, 到: 2026-10-08}",
        )
    )
    assert len(entry(calendar, "d1").occasions) == 11
    assert str(entry(calendar, "d1").occasions[0].clock) == "17:00"


def test_the_report_of_a_duty_is_an_entry_when_it_has_a_time_of_its_own():
    calendar = calendar_of(plan(
        "{编号: d1, 内容: 每月检查, 至少: 1次/月, 报送: {名称: 检查报告, 报送对象: 公安局, 完成时限: 每月25日前}}",
        "{编号: d2, 内容: 排查, 报送: {名称: 结果, 报送对象: 公安局}}",
    ))  # fmt: skip
    assert [(e.key, e.kind, e.state) for e in calendar.entries] == [
        ("d1", "duty", "undated"), ("d1/report", "report", "dated"), ("d2", "duty", "undated"),
    ]  # fmt: skip


def test_phases_are_spans_and_undated_phases_stay_undated():
    phases = "进度安排: {阶段: [{标题: 自查, 从: 9月5日, 到: 9月30日}, {标题: 整改}, {标题: 总结, 到: 2026-12-10}]}\n"
    calendar = calendar_of(plan(more=phases))
    first, second, third = calendar.entries
    assert (first.occasions[0].start, first.occasions[0].end) == (
        date(2026, 9, 5),
        date(2026, 9, 30),
    )
    assert second.state == "undated"
    assert (third.occasions[0].start, third.occasions[0].deadline) == (date(2026, 12, 10), True)


def test_days_before_issue_are_left_out_and_named():
    head = "印发: {成文日期: 2026-10-01}\n"
    calendar = calendar_of(plan("{编号: d1, 内容: 报送报表, 完成时限: 每月17日前}", head=head))
    assert days(calendar, "d1")[0] == "2026-10-17"
    assert entry(calendar, "d1").clipped == 1
    assert calendar.notes == ("“报送报表”有1次不列：9.17，早于成文日期",)


def test_terms_give_teaching_weeks_and_proposed_days():
    head = "学期: [{名称: 第一学期, 从: 2026-09-01, 到: 2027-01-22}]\n"
    calendar = calendar_of(plan("{编号: d1, 内容: 检查, 时间: 学期初}", head=head))
    one = entry(calendar, "d1").occasions[0]
    assert (str(one.start), one.certainty) == ("2026-09-01", "proposed")
    assert one.reasons == ("方案只写学期初，按学期第一天建议",)
    assert (calendar.weeks[0].number, str(calendar.weeks[1].start)) == (1, "2026-09-07")


def test_the_plans_own_calendar_marks_days():
    marks = {mark.day: (mark.kind, mark.name) for mark in calendar_of(crowded()).day_marks}
    assert marks[date(2027, 5, 3)] == ("off", "劳动节")
    assert marks[date(2027, 5, 22)] == ("work", "运动会")
    assert len(marks) == 6


def test_keys_are_ids_else_a_hash_of_what_it_is_and_never_of_place():
    plain = calendar_of(plan("{内容: 检查}", "{内容: 巡逻}", "{内容: 检查}"))
    moved = calendar_of(plan("{内容: 巡逻}", "{内容: 检查}"))
    first, patrol, double = (e.key for e in plain.entries)
    assert first.startswith("~")
    assert double == f"{first}#2"
    assert [e.key for e in moved.entries] == [patrol, first]


def test_members_and_the_convener_of_a_meeting_take_part():
    more = "组织领导: {联席会议: [{编号: m, 名称: 联席会议, 召集单位: 教育局, 参加单位: [公安局], 时间: 2026-10-10}]}\n"
    found = entry(calendar_of(plan(more=more)), "m")
    assert [(s.name, s.role) for s in found.shares] == [("教育局", "lead"), ("公安局", "joint")]
    assert found.reach == ("教育局", "公安局")


def test_everything_is_dated_or_by_month_or_undated():
    calendar = calendar_of(crowded())
    balance = calendar.balance
    assert (
        balance.total == len(calendar.entries) == balance.dated + balance.by_month + balance.undated
    )
    assert (
        words_of(calendar).balance(balance)
        == f"有日期{balance.dated}项＋只到月份1项＋时间未定0项＝共{balance.total}项"
    )


def _shuffled(value, rng):
    if isinstance(value, dict):
        items = list(value.items())
        rng.shuffle(items)
        return {key: _shuffled(item, rng) for key, item in items}
    if isinstance(value, list):
        return [_shuffled(item, rng) for item in value]
    return value


@given(st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None)
def test_the_order_of_keys_changes_nothing(rng):
    text = crowded(6, 3)
    tree = yaml.load(text, Loader=yaml.BaseLoader)
    mixed = yaml.safe_dump(_shuffled(tree, rng), allow_unicode=True, sort_keys=False)
    assert calendar_of(mixed) == calendar_of(text)


def test_the_words_of_every_row_take_the_same_values():
    import string

    for key, row in WORDS.items():
        fields = [
            {name for _, name, _, _ in string.Formatter().parse(text) if name} for text in row
        ]
        optional = {"rest", "n"} if key == "and-more" else set()
        assert fields[0] - optional == fields[1] - optional == fields[2] - optional, key


@pytest.mark.parametrize(
    ("language", "region", "day", "off"),
    [
        ("zh-Hans", "CN", "2026年9月7日", "休"),
        ("zh-Hant", "TW", "115年9月7日", "假"),
        ("en", "CN", "7 September 2026", "H"),
    ],
)
def test_days_and_signs_follow_language_and_region(language, region, day, off):
    words = CalendarWords(language, region)
    assert words.full_day(date(2026, 9, 7)) == day
    assert words.off() == off
