"""What a month page promises: every item is on it or on its extra page, bars never jump, ink stays in."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from layout_samples import style

from luoshi.document.calendar_tree import Calendar, Entry, Furniture, Occasion, Slot
from luoshi.document.calendar_words import words_of
from luoshi.fonts import FontBook
from luoshi.layout.cell_text import MM, Face, Pen
from luoshi.layout.desk import Desk
from luoshi.layout.metrics import Measure
from luoshi.layout.month_fit import fit_month, water_filled
from luoshi.layout.month_foot import balance_words
from luoshi.layout.month_model import MOST_LANES, month_model, months_of, weeks_of
from luoshi.layout.month_page import month_pages
from luoshi.layout.pages import Area, Disc, Line, Page, Polygon, Run
from luoshi.layout.year_table import year_table_pages
from luoshi.layout.year_table_model import table_groups

sys.path.append(str(Path(__file__).parents[1] / "document"))  # plans shared with that room's tests

from calendar_plans import calendar_of, crowded, plan

MAY = Slot(2027, 5)


@cache
def book() -> FontBook:
    return FontBook.find()


def desk(calendar: Calendar) -> Desk:
    pen = Pen(Measure(book(), calendar.language), "gb")
    return Desk(pen, calendar, words_of(calendar))


def bare(*occasions: tuple[date, date], **facts: object) -> Calendar:
    """A calendar of nothing but entries on given days."""
    entries = tuple(
        Entry(key=f"e{n}", kind="phase" if end > start else "duty", title=f"第{n}项工作", text=f"第{n}项工作",
              shares=(), reach=(), occasions=(Occasion(key="when", start=start, end=end),))
        for n, (start, end) in enumerate(occasions)
    )  # fmt: skip
    known: dict[str, object] = {
        "name": "样张", "language": "zh-Hans", "region": "CN", "plan_id": "p", "furniture": Furniture(state="草稿"),
        "organ": "", "period": "", "first": None, "last": None, "issued_on": None, "parties": (),
        "entries": entries, "standing": (), "day_marks": (), "weeks": (),
    }  # fmt: skip
    return Calendar(**{**known, **facts})  # type: ignore[arg-type]


def words_on(page: Page) -> str:
    return "".join(mark.text for mark in page.marks if isinstance(mark, Run))


def edges(mark: object) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a mark, without the thickness of its strokes."""
    match mark:
        case Run(x, y, _, _, size, advances):
            return x, y - size, x + sum(advances), y
        case Line(x1, y1, x2, y2):
            return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
        case Area(x, y, width, height):
            return x, y, x + width, y + height
        case Disc(x, y, radius):
            return x - radius, y - radius, x + radius, y + radius
        case Polygon(points):
            xs, ys = zip(*points, strict=True)
            return min(xs), min(ys), max(xs), max(ys)
    raise TypeError(mark)


MAY_DAYS = st.integers(-40, 70).map(lambda n: date(2027, 5, 1) + timedelta(n))
SPANS = st.lists(
    st.tuples(MAY_DAYS, st.integers(0, 60)).map(lambda s: (s[0], s[0] + timedelta(s[1]))),
    max_size=25,
)


@given(SPANS)
@settings(deadline=None, max_examples=60)
def test_bars_do_not_overlap_only_move_up_and_never_vanish_for_a_week(spans):
    model = month_model(bare(*spans), MAY)
    shown = {bar.item.key for row in model.rows for bar in row.bars}
    assert not shown & {item.key for item in model.hidden}
    above = {}
    for row in model.rows:
        taken = set()
        for bar in row.bars:
            cells = {(bar.lane, column) for column in range(bar.first, bar.last + 1)}
            assert not cells & taken
            taken |= cells
            assert bar.lane < MOST_LANES
            if not bar.begins and bar.item.key in above:
                assert bar.lane <= above[bar.item.key]
        here = {bar.item.key: bar.lane for bar in row.bars}
        goes_on = {bar.item.key for bar in row.bars}
        for key in shown - goes_on:
            span = next(i for i in model.spans if i.key == key).occasion
            inside = [d for d in row.days if model.is_own(d) and span.start <= d <= span.end]
            assert not inside
        above = here


@given(SPANS)
@settings(deadline=None, max_examples=25)
def test_shown_and_hidden_are_all(spans):
    calendar = bare(*spans, *[(date(2027, 5, 12), date(2027, 5, 12))] * 18)
    grid = fit_month(desk(calendar), month_model(calendar, MAY), 10.0, 277.0, 150.0)
    assert grid.shown + grid.hidden == grid.model.count
    first, last = date(2027, 5, 1), date(2027, 5, 31)
    assert grid.model.count == 18 + sum(1 for start, end in spans if start <= last and end >= first)


@given(st.lists(st.floats(12, 120), min_size=4, max_size=6), st.floats(120, 170))
def test_rows_fill_the_page_and_quiet_ones_are_not_squeezed(demands, height):
    given_heights = water_filled(demands, height)
    assert sum(given_heights) == pytest.approx(height)
    for want, got in zip(demands, given_heights, strict=True):
        assert got >= min(want, height / len(demands)) - 1e-6


@pytest.mark.parametrize(("month", "rows"), [((2027, 5), 6), ((2027, 2), 4), ((2026, 10), 5)])
def test_a_page_has_as_many_rows_as_the_month_needs(month, rows):
    first = date(*month, 1)
    last = (first + timedelta(32)).replace(day=1) - timedelta(1)
    weeks = weeks_of(first, last, sunday_first=False)
    assert len(weeks) == rows
    assert all(week[0].isoweekday() == 1 for week in weeks)
    assert weeks_of(first, last, sunday_first=True)[0][0].isoweekday() == 7


def test_months_run_from_the_first_to_the_last_and_leave_out_a_gap_of_years():
    calendar = bare((date(2026, 11, 3),) * 2, (date(2027, 2, 1),) * 2, (date(2062, 5, 5),) * 2)
    assert months_of(calendar) == (
        Slot(2026, 11), Slot(2026, 12), Slot(2027, 1), Slot(2027, 2), Slot(2062, 5),
    )  # fmt: skip


def test_a_month_with_fifteen_items_on_a_day_counts_them_and_carries_them_over():
    calendar = calendar_of(crowded(15, 7))
    pages = month_pages(calendar, book(), style("gbt9704")).pages
    page = next(n for n, p in enumerate(pages) if "2027年5月（第10—15周）" in words_on(p))
    grid_words, extra_words = words_on(pages[page]), words_on(pages[page + 1])
    assert "共15项，另有" in grid_words
    assert "5月12日（周三）全部15项" in extra_words
    assert all(f"第{n}" in extra_words for n in range(15))


def test_the_balance_of_each_page_adds_up_and_says_what_has_no_date():
    calendar = calendar_of(crowded(15, 8))
    grid = fit_month(desk(calendar), month_model(calendar, MAY), 19.0, 268.0, 153.2)
    text = balance_words(calendar, words_of(calendar), grid)
    assert (
        text
        == f"本月事项 {grid.model.count} ＝ 图中 {grid.shown} ＋ 附页 {grid.hidden}；只到月份 1"
    )
    assert grid.hidden > 0


def test_items_keep_their_order_of_weight():
    calendar = calendar_of(plan(
        "{编号: a, 内容: 巡查, 时间: 2026-09-10}",
        "{编号: b, 内容: 晚报, 完成时限: 2026-09-10 17:00}",
        "{编号: c, 内容: 早会, 时间: 2026-09-10 8:00}",
        "{编号: d, 内容: 早报, 完成时限: 2026-09-10 9:00}",
    ))  # fmt: skip
    items = month_model(calendar, Slot(2026, 9)).items[date(2026, 9, 10)]
    assert [item.entry.key for item in items] == ["d", "b", "c", "a"]


@pytest.mark.parametrize(
    "text", [crowded(15, 8), crowded(40, 3), plan("{内容: 检查, 时间: 2026-09-10}")]
)
def test_nothing_leaves_the_sheet(text):
    for page in month_pages(calendar_of(text), book(), style("gbt9704")).pages:
        for mark in page.marks:
            left, top, right, bottom = edges(mark)
            assert left >= 9.5 * MM
            assert right <= page.width - 9.5 * MM
            assert top >= 8.5 * MM
            assert bottom <= page.height - 9.5 * MM


def test_no_text_is_smaller_than_six_and_a_half_points():
    for page in month_pages(calendar_of(crowded()), book(), style("gbt9704")).pages:
        assert min(mark.size for mark in page.marks if isinstance(mark, Run)) >= 5.2
        named = [m for m in page.marks if isinstance(m, Run) and len(m.text) > 2]
        assert min(mark.size for mark in named) >= 6.5


def test_every_sheet_says_its_state_plan_and_number():
    pages = month_pages(calendar_of(crowded()), book(), style("gbt9704")).pages
    for number, page in enumerate(pages, 1):
        words = words_on(page)
        assert "草稿" in words
        assert "松塘-2026" in words
        assert "3f9c·2e1a" in words
        assert f"第{number}页 共{len(pages)}页" in words.replace("\u00a0", " ")


def test_a_plan_without_years_has_no_month_page_but_a_table():
    months = "进度安排: {月份安排: [{月份: [2], 责任单位: 教育局, 事项: [{内容: 开学检查, 时间: 2月5日}]}]}\n"
    calendar = calendar_of(plan("{内容: 巡逻, 时间: 定期}", more=months, period="{说明: 20xx年度}"))
    assert month_pages(calendar, book(), style("gbt9704")) is None
    page = words_on(year_table_pages(calendar, book(), style("gbt9704")).pages[0])
    assert "二月份" in page
    assert "2月5日" in page
    assert "有日期0项＋只到月份1项＋时间未定1项＝共2项" in page
    assert "202" not in page.replace("3f9c·2e1a", "")


def test_the_table_holds_every_entry_and_every_day_of_it():
    calendar = calendar_of(crowded(15, 8))
    groups = table_groups(calendar, words_of(calendar))
    keys = {row.entry.key for group in groups for row in group.rows if row.entry}
    assert keys == {entry.key for entry in calendar.entries}
    times = "".join(row.time for group in groups for row in group.rows)
    assert all(
        f"{o.start.month}.{o.start.day}" in times for e in calendar.entries for o in e.occasions
    )


def test_the_table_repeats_its_head_and_marks_what_goes_on():
    duties = [f"{{内容: 第{n}件没有日期的事情}}" for n in range(60)]
    pages = year_table_pages(calendar_of(plan(*duties)), book(), style("gbt9704")).pages
    assert len(pages) > 2
    assert all("重点工作" in words_on(page) for page in pages[:-1])
    assert "时间未定（续）" in words_on(pages[1]).replace("\n", "")


@pytest.mark.parametrize("count", range(18, 40))
def test_a_label_of_the_table_stays_within_its_rows(count):
    """Whatever number of rows comes over to the next page, 时间未定（续） stands beside them."""
    duties = [f"{{内容: 第{n}件没有日期的事情}}" for n in range(count)]
    for page in year_table_pages(calendar_of(plan(*duties)), book(), style("gbt9704")).pages:
        lines = [mark for mark in page.marks if isinstance(mark, Line)]
        if not lines:
            continue  # a last page with nothing but the notes under the table
        left = min(line.x1 for line in lines)
        column = min(line.x1 for line in lines if line.x1 > left + 1)
        foot = max(line.y1 for line in lines)
        label = [
            mark.y
            for mark in page.marks
            if isinstance(mark, Run) and mark.x < column and "时间未定（续）".count(mark.text)
        ]
        assert all(y < foot for y in label), count


@pytest.mark.parametrize(
    ("language", "house", "expected"),
    [("en", "plain", "Undated items (1)"), ("zh-Hant", "tw", "日期未定的事項（1項）")],
)
def test_pages_speak_the_plans_language(language, house, expected):
    calendar = calendar_of(
        plan("{内容: A, 时间: 2026-09-10}", "{内容: B}", head=f"语言: {language}\n")
    )
    pages = month_pages(calendar, book(), style(house)).pages
    assert any(expected in words_on(page) for page in pages)


def test_the_same_calendar_gives_the_same_marks():
    one = month_pages(calendar_of(crowded()), book(), style("gbt9704"))
    other = month_pages(calendar_of(crowded()), book(), style("gbt9704"))
    assert [page.marks for page in one.pages] == [page.marks for page in other.pages]


@pytest.mark.parametrize("room", [6.0, 11.0, 30.0, 90.0])
def test_words_that_do_not_fit_end_in_an_ellipsis(room):
    pen = Pen(Measure(book(), "zh-Hans"), "gb")
    text = "教职工急救比武暨校园安全应急疏散演练总结表彰大会"
    face = Face(7)
    fitted = pen.fitted(text, face, room)
    assert fitted == text or pen.width(fitted, face) <= room
    assert fitted == text or fitted.endswith("…") or fitted == ""
    block = pen.block(text, face, room, room, most=2)
    assert block.count <= 2
    assert block.is_cut == (block.strip.text != text)
