"""Calendar files that phones take: valid for libical and icalendar, the same bytes, nothing made up."""

from __future__ import annotations

import ctypes
import ctypes.util
import datetime
import subprocess
import sys
from pathlib import Path

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

import luoshi
from luoshi.backends.ics import cleaned, emit_ics, escaped, event_uid, fold_line

sys.path.append(str(Path(__file__).parents[1] / "document"))  # plans shared with that room's tests

from calendar_plans import calendar_of, crowded, plan

DUTIES = (
    "{编号: d1, 内容: 报送统计报表, 完成时限: 每月2日、17日前}",
    "{编号: d2, 内容: 隐患清单, 完成时限: 每周五15:00前}",
    "{编号: d3, 内容: 巡查, 至少: 1次/月}",
    "{编号: d4, 内容: 联席会议, 时间: 2026-09-10 14:30, 责任单位: [{单位: 公安局}, {单位: 教育局, 角色: 联合}]}",
    "{编号: d5, 内容: '抄送：甲, 乙; 丙\\N丁', 时间: 2026-12-20}",
    "{编号: d6, 内容: 月末盘点, 时间: 每月最后一个工作日, 责任单位: 公安局}",
    "{编号: d7, 内容: 午夜前上报, 完成时限: 2026-10-08 24:00前}",
)
PHASES = "进度安排: {阶段: [{编号: p, 标题: 自查, 从: 2026-09-05, 到: 2026-09-30}]}\n"


def whole() -> bytes:
    data = emit_ics(calendar_of(plan(*DUTIES, more=PHASES)))
    assert data is not None
    return data


def events(data: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def named(data: bytes, words: str) -> icalendar.Event:
    return next(event for event in events(data) if words in str(event["SUMMARY"]))


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")


FILES = [
    pytest.param(whole, id="whole"),
    pytest.param(lambda: emit_ics(calendar_of(plan(*DUTIES, more=PHASES)), "公安局"), id="unit"),
    pytest.param(lambda: emit_ics(calendar_of(crowded())), id="crowded"),
    pytest.param(lambda: emit_ics(calendar_of(plan(*DUTIES, head="语言: en\n"))), id="english"),
]


@pytest.mark.outside
@pytest.mark.parametrize("make", FILES)
def test_libical_finds_nothing_against_it(make):
    name = ctypes.util.find_library("ical")
    if name is None:
        pytest.skip("libical is not installed")
    library = ctypes.CDLL(name)
    library.icalparser_parse_string.restype = ctypes.c_void_p
    for check in (library.icalrestriction_check, library.icalcomponent_count_errors):
        check.argtypes = [ctypes.c_void_p]
    parsed = library.icalparser_parse_string(ctypes.c_char_p(make()))
    assert library.icalrestriction_check(parsed) == 1
    assert library.icalcomponent_count_errors(parsed) == 0


@pytest.mark.parametrize("make", FILES)
def test_a_second_parser_reads_every_event(make):
    data = make()
    found = events(data)
    assert len(found) == data.count(b"BEGIN:VEVENT") > 0
    for event in found:
        start, end = event["DTSTART"].dt, event["DTEND"].dt if "DTEND" in event else None
        assert end is None or end > start
        assert event["SEQUENCE"] == 0
        assert "RRULE" not in event
        assert not event.walk("VALARM")
    assert len({str(event["UID"]) for event in found}) == len(found)


def test_one_event_for_each_dated_occasion_and_none_for_the_undated():
    calendar = calendar_of(plan(*DUTIES, more=PHASES))
    assert len(events(whole())) == sum(len(entry.occasions) for entry in calendar.entries)
    assert "巡查" not in "".join(str(event["SUMMARY"]) for event in events(whole()))
    assert "另有1项没有日期" in "".join(unfolded(whole()))


def test_days_are_dates_and_end_on_the_day_after():
    event = named(whole(), "报送统计报表")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (
        datetime.date(2026, 9, 2),
        datetime.date(2026, 9, 3),
    )
    assert str(event["SUMMARY"]) == "截止：报送统计报表"
    assert event["TRANSP"] == "OPAQUE"


def test_a_deadline_with_a_clock_ends_at_it_in_beijing_time():
    lines = unfolded(whole())
    at = lines.index("SUMMARY:截止：隐患清单")
    assert "DTSTART;TZID=Asia/Shanghai:20260904T143000" in lines[at - 3 : at]
    assert "DTEND;TZID=Asia/Shanghai:20260904T150000" in lines[at - 3 : at]
    assert "DTEND;TZID=Asia/Shanghai:20261009T000000" in lines  # 24:00 is the end of the day


def test_a_meeting_has_a_start_and_no_end_that_nobody_stated():
    event = named(whole(), "联席会议")
    assert (event["DTSTART"].dt.hour, event["DTSTART"].dt.minute) == (14, 30)
    assert "DTEND" not in event


def test_the_time_zone_stands_only_where_clocks_do():
    assert whole().count(b"BEGIN:VTIMEZONE") == 1
    assert b"VTIMEZONE" not in emit_ics(calendar_of(plan(DUTIES[0])))


def test_phases_leave_people_free_and_unsure_days_are_tentative():
    assert named(whole(), "自查")["TRANSP"] == "TRANSPARENT"
    assert named(whole(), "自查")["DTEND"].dt == datetime.date(2026, 10, 1)
    assert named(whole(), "月末盘点")["STATUS"] == "TENTATIVE"
    assert named(whole(), "报送")["STATUS"] == "CONFIRMED"


def test_a_unit_gets_what_it_takes_part_in_with_its_roles():
    calendar = calendar_of(plan(*DUTIES, more=PHASES))
    police, bureau = emit_ics(calendar, "公安局"), emit_ics(calendar, "教育局")
    assert {str(event["SUMMARY"]) for event in events(police)} == {"联席会议", "月末盘点"}
    assert "教育局（联合）" in str(named(bureau, "联席会议")["DESCRIPTION"])
    assert named(police, "联席会议")["UID"] == named(bureau, "联席会议")["UID"]
    assert "X-WR-CALNAME:秋季校园安全-月历-公安局" in unfolded(police)


def test_nothing_dated_gives_no_file():
    calendar = calendar_of(plan("{内容: 巡查, 时间: 定期}"))
    assert emit_ics(calendar) is None
    assert emit_ics(calendar_of(plan(DUTIES[0])), "公安局") is None


def test_the_stamp_is_the_date_of_issue_else_the_first_dated_day():
    assert "DTSTAMP:20260902T000000Z" in unfolded(whole())
    issued = emit_ics(calendar_of(plan(*DUTIES, head="印发: {成文日期: 2026-09-01}\n")))
    assert "DTSTAMP:20260901T000000Z" in unfolded(issued)


def test_the_same_plan_gives_the_same_bytes():
    assert whole() == whole()


def test_identity_is_of_what_and_which_time_not_of_words_and_days():
    before = emit_ics(calendar_of(plan("{编号: d1, 内容: 报表, 完成时限: 每月2日前}")))
    after = emit_ics(calendar_of(plan("{编号: d1, 内容: 统计报表（新）, 完成时限: 每月3日前}")))
    assert [e["UID"] for e in events(before)] == [e["UID"] for e in events(after)]
    assert (
        len({event_uid("p", "a", "bc"), event_uid("p", "ab", "c"), event_uid("pa", "", "bc")}) == 3
    )


TEXT = st.text(st.characters(codec="utf-8"), max_size=200)


@given(TEXT)
def test_text_is_read_back_as_it_was_but_for_control_characters(text):
    line = "DESCRIPTION:" + escaped(text)
    assert "\n" not in line
    raw = line.removeprefix("DESCRIPTION:")
    out, at = [], 0
    while at < len(raw):
        pair = raw[at : at + 2]
        out.append({"\\n": "\n"}.get(pair, pair[1:]) if pair[:1] == "\\" else raw[at])
        at += 2 if pair[:1] == "\\" else 1
    assert "".join(out) == cleaned(text)
    assert all(
        char == "\n" or char == "\t" or not (char < " " or "\x7f" <= char < "\xa0")
        for char in cleaned(text)
    )


@given(TEXT)
def test_lines_hold_75_octets_and_whole_characters(text):
    pieces = fold_line("SUMMARY:" + escaped(text))
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == "SUMMARY:" + escaped(text)
    assert all(piece[0] == " " for piece in list(pieces)[1:])


@pytest.mark.parametrize("odd", ["a\\Nb", "逗号, 分号; 反斜杠\\", "行\u2028行", "emoji 😀 丂𠮷"])
def test_the_second_parser_reads_odd_text_back(odd):
    calendar = calendar_of(plan("{编号: d1, 内容: 占位, 时间: 2026-09-10}"))
    data = emit_ics(calendar).decode().replace("SUMMARY:占位", "SUMMARY:" + escaped(odd)).encode()
    text = str(events(data)[0]["SUMMARY"])
    assert text.replace("\n", "\u2028") == odd


_PRINT = """
import hashlib, sys
sys.path[:0] = [sys.argv[1]]
from calendar_plans import calendar_of, crowded
from luoshi.backends.calendar_html import emit_calendar_html
import luoshi
from luoshi.backends.ics import emit_ics
calendar = calendar_of(crowded(15, 8))
for data in (emit_ics(calendar), emit_ics(calendar, "u1"), emit_calendar_html(calendar).encode()):
    print(hashlib.sha256(data).hexdigest())
"""


def test_hash_seed_time_zone_and_locale_change_no_byte():
    plans = str(Path(__file__).parents[1] / "document")
    package = str(Path(luoshi.__file__).parents[1])
    found = set()
    for seed, zone, locale in (("0", "UTC", "C"), ("77", "America/New_York", "C.UTF-8")):
        run = subprocess.run(
            [sys.executable, "-c", _PRINT, plans],
            env={"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONPATH": package, "PYTHONUTF8": "1"},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        found.add(run.stdout)
    assert len(found) == 1
