"""What a reader sees at the ends of lines: GB/T 15834-2011, rows K-01 to K-24 of the sheet."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_samples import set_text, strip_of

from luoshi.layout.breaker import break_lines
from luoshi.layout.classes import NEVER_ENDS_MANDATED, NEVER_STARTS_MANDATED
from luoshi.layout.spread import set_line
from luoshi.layout.strip import parted

HAN = st.sampled_from("安全校园学责任书县教育局防溺水的一二三")
MARKS = st.sampled_from("，。、；：？！“”（）《》〔〕·")
WORDS = st.sampled_from(
    [
        "——",
        "……",
        "2026年",
        "98.5%",
        "17:30",
        "〔2026〕12号",
        "100分",
        "GPS",
        "第3条",
        "30分钟",
        "—",
        "～",
        "9月1日",
    ]
)
TEXTS = st.lists(st.one_of(HAN, HAN, HAN, MARKS, WORDS), min_size=1, max_size=160).map("".join)


@given(TEXTS)
def test_lines_hold_the_whole_text_in_order(text):
    assert "".join(set_text(text)) == text


@given(TEXTS)
def test_no_number_unit_year_or_double_mark_is_parted(text):
    lines = set_text(text)
    for above, below in pairwise(lines):
        seam = above[-12:] + "\n" + below[:12]
        assert not re.search(r"\d\n[\d.,:%年]|\d\n(?:分|条)|〔\d*\n|\d\n〕", seam), seam
        assert not re.search(r"(?<!—)—\n—(?!—)|(?<!…)…\n…(?!…)", seam), seam


def ordinary(text):
    """Texts with a legal break at least every few characters, as people write them."""
    out, run = [], 0
    for token in text:
        is_mark = token in NEVER_STARTS_MANDATED or token in NEVER_ENDS_MANDATED
        run = run + 1 if is_mark else 0
        if run < 3:
            out.append(token)
    return "安全" + "".join(out)


@given(st.lists(st.one_of(HAN, HAN, HAN, MARKS), min_size=1, max_size=200).map(ordinary))
def test_no_line_begins_or_ends_with_a_forbidden_mark(text):
    lines = set_text(text)
    assert not [line for line in lines[1:] if line[0] in NEVER_STARTS_MANDATED]
    assert not [line for line in lines[:-1] if line[-1] in NEVER_ENDS_MANDATED]


@given(TEXTS)
def test_no_line_leaves_the_block(text):
    strip = strip_of(text)
    limit = 28 * strip.setting.cell
    for start, end in break_lines(strip, limit, limit):
        line = set_line(strip, start, end, limit, True)
        assert line.width <= limit + 0.01 or end == start + 1
        # Between two squeezed marks, ”〔, ink stands left and right of one place.
        assert all(a < b + 0.01 for a, b in pairwise(line.xs))


def test_a_mark_is_pushed_in_before_a_character_is_pushed_out():
    first = "安全，" + "校" * 12 + "，" + "园" * 10  # 26 cells, the mark would be the 27th
    lines = set_text(first + "，校园安全工作")
    assert lines[0] == first + "，"


def test_without_marks_to_squeeze_a_character_goes_down_with_the_mark():
    lines = set_text("校" * 26 + "，校园安全工作")
    assert lines == ["校" * 25, "校，校园安全工作"]


@pytest.mark.parametrize("count", range(24, 32))
@pytest.mark.parametrize("tail", ["", "。"])
def test_a_last_line_never_holds_one_character(count, tail):
    last = set_text("校" * count + tail)[-1]
    assert len(last.rstrip("。")) >= 2


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("校" * 24 + "2026年9月1日起", "2026年9月1日"),
        ("校" * 24 + "第十二条规定", "第十二条"),
        ("校" * 23 + "〔2026〕12号文件", "〔2026〕12号"),
        ("校" * 24 + "30分钟内", "30分钟"),
        ("校" * 25 + "GPS在线", "GPS"),
        ("校" * 24 + "17:30前", "17:30"),
    ],
)
def test_what_belongs_together_stays_in_one_line(text, whole):
    assert [line for line in set_text(text) if whole in line]


def test_a_date_is_parted_between_its_units_rather_than_leaving_a_hole():
    lines = set_text("校" * 20 + "2026年12月30日前完成")
    assert lines[0].endswith(("年", "月"))


def test_english_breaks_at_spaces_and_after_hyphens():
    lines = set_text("safety " * 9 + "health-and-safety committee", "plain", "en")
    assert "".join(lines) == "safety " * 9 + "health-and-safety committee"
    assert all(line.endswith((" ", "-")) for line in lines[:-1])


def test_an_address_longer_than_a_line_still_fits():
    long = strip_of("https://example.org/" + "a" * 90)
    limit = 28 * long.setting.cell
    strip = parted(long, limit)
    for start, end in break_lines(strip, limit, limit):
        assert set_line(strip, start, end, limit, False).width <= limit + 0.01
