"""The calendar page on screen: real tables, lists for phones, everything said in words too."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from luoshi.backends.calendar_html import emit_calendar_html

sys.path.append(str(Path(__file__).parents[1] / "document"))  # plans shared with that room's tests

from calendar_plans import calendar_of, crowded, plan

VOID = {"meta", "br", "rect", "polygon", "polyline", "circle"}


class Reader(HTMLParser):
    """Elements in order, with whether every one of them closes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


UNDATED = plan("{内容: 巡查, 时间: 定期}", "{内容: 值守, 性质: 常年}", period="{说明: xxxx年}")
PAGES = [pytest.param(text, id=name) for name, text in (
    ("crowded", crowded(15, 8)), ("undated", UNDATED), ("empty", plan()),
    ("english", plan("{编号: a, 内容: Drill, 时间: 2026-09-10}", head="语言: en\n")),
    ("taiwan", plan("{编号: a, 内容: 演練, 时间: 2026-09-10}", head="语言: zh-Hant\n地区: TW\n")),
)]  # fmt: skip


@pytest.mark.parametrize("text", PAGES)
def test_every_element_closes_and_nothing_comes_from_outside(text):
    page = emit_calendar_html(calendar_of(text))
    reader = Reader(page)
    assert reader.open == []
    assert "<script" not in page
    assert not re.search(
        r"https?://|//[a-z]|@import|url\((?!#)", page.replace("http://www.w3.org", "")
    )
    assert [tag for tag, _ in reader.tags].count("h1") == 1


@pytest.mark.parametrize("text", PAGES)
def test_links_lead_to_something_and_ids_are_unique(text):
    tags = Reader(emit_calendar_html(calendar_of(text))).tags
    ids = [attrs["id"] for _, attrs in tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {attrs["href"][1:] for tag, attrs in tags if tag == "a"} <= set(ids)


def test_each_row_of_the_grid_has_seven_days():
    page = emit_calendar_html(calendar_of(crowded(15, 8)))
    grids = re.findall(r'<table class="grid">.*?</table>', page, re.DOTALL)
    assert len(grids) >= 1
    for grid in grids:
        for row in re.findall(r"<tr class=\"(?:days|bars|items)\">(.*?)</tr>", grid, re.DOTALL):
            cells = re.findall(r"<td([^>]*)>", row)
            spans = [
                int(m[1]) if (m := re.search(r'colspan="(\d+)"', cell)) else 1 for cell in cells
            ]
            assert sum(spans) == 7


def test_the_whole_day_is_unfolded_on_screen():
    page = emit_calendar_html(calendar_of(crowded(15, 8)))
    may = page[page.index('id="m2027-05"') : page.index('id="m2027-06"')]
    grid, phone = may.split('<div class="phone">')
    for number in range(15):
        words = f"第{number}份材料" if number % 3 == 0 else f"第{number}项活动"
        assert words in grid
        assert words in phone
    assert all(f"第{number}个专项行动" in phone for number in range(8))


def test_colour_is_never_alone():
    page = emit_calendar_html(calendar_of(crowded()))
    assert page.count('class="mk"') == page.count('aria-label="') - page.count("<nav ")
    assert '<span class="vh">放假</span>' in page
    assert '<span class="vh">上班</span>' in page
    assert '<span class="vh">期限</span>' in page


def test_the_undated_stand_with_the_plans_own_words_and_the_sum():
    words = "".join(Reader(emit_calendar_html(calendar_of(UNDATED))).words)
    assert "有日期0项＋时间未定1项＝共1项" in words
    assert "时间未定的事项（1项）" in words
    assert "教育局 · 定期" in words
    assert "常年职责（1条）" in words
    assert "方案没有写明日期" in words


def test_text_of_the_plan_is_no_markup():
    text = plan("{编号: a, 内容: '<b>&\"安全', 时间: 2026-09-10}")
    page = emit_calendar_html(calendar_of(text))
    assert "<b>&" not in page
    assert "&lt;b&gt;&amp;&quot;安全" in page


def test_same_plan_same_page():
    assert emit_calendar_html(calendar_of(crowded())) == emit_calendar_html(calendar_of(crowded()))
