"""Markdown to blocks: numbers by custom, containers, tables; whatever stands in it, no exception."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.document.markdown import CONTAINERS, blank, read_blocks
from luoshi.document.tree import (
    Blank,
    Head,
    Heading,
    Imprint,
    LineBreak,
    PageBreak,
    Paragraph,
    SignatureBlock,
    SignOff,
    Strong,
    Table,
    Text,
    Title,
    plain_text,
)
from luoshi.document.wording import escape


def _numbers(markdown: str, language: str = "zh-Hans") -> list[str]:
    blocks = read_blocks(markdown, language)
    return [block.number for block in blocks if isinstance(block, Heading | Paragraph)]


def test_headings_are_numbered_by_the_standard_for_official_documents() -> None:
    markdown = "# 题\n## 甲\n### 子\n#### 丑\n##### 寅\n##### 卯\n### 辰\n## 乙\n### 巳"
    assert _numbers(markdown) == [
        "一、",
        "（一）",
        "1.",
        "（1）",
        "（2）",
        "（二）",
        "二、",
        "（一）",
    ]


def test_english_headings_are_numbered_in_decimals() -> None:
    assert _numbers("# T\n## A\n### B\n#### C\n##### D\n##### E\n## F", "en") == [
        "1.", "1.1", "(a)", "(i)", "(ii)", "2.",
    ]  # fmt: skip


def test_numbers_begin_again_under_every_title() -> None:
    assert _numbers("# 题\n## 甲\n## 乙\n# 附件\n## 丙") == ["一、", "二、", "一、"]


def test_ten_and_more_are_counted_in_han_numerals() -> None:
    markdown = "\n".join(f"## 第{n}" for n in range(1, 24))
    assert _numbers(markdown)[9:12] == ["十、", "十一、", "十二、"]
    assert _numbers(markdown)[19:23] == ["二十、", "二十一、", "二十二、", "二十三、"]


def test_items_stand_one_level_below_their_heading() -> None:
    assert _numbers("1. 甲\n2. 乙") == ["1.", "2."]
    assert _numbers("## 一\n### 二\n#### 三\n\n1. 甲")[-1] == "（1）"
    assert _numbers("1. 甲\n   1. 子\n      1. 丑\n2. 乙") == ["1.", "（1）", "①", "2."]


def test_a_list_may_begin_at_any_number() -> None:
    assert _numbers("5. 甲\n6. 乙") == ["5.", "6."]
    assert _numbers("0. 甲\n1. 乙") == ["0.", "1."]
    assert _numbers("0. a\n1. b", "en") == ["(0)", "(a)"]
    assert _numbers("## 一\n### 二\n#### 三\n##### 四\n\n0. 甲\n1. 乙")[-2:] == ["0）", "①"]


def test_a_list_beyond_twenty_and_beyond_z_goes_on() -> None:
    many = "".join(f"{n}. 甲\n" for n in range(1, 30))
    assert _numbers("## 一\n### 二\n#### 三\n##### 四\n\n" + many)[-1] == "29）"
    assert _numbers(many, "en")[25:28] == ["(z)", "(aa)", "(ab)"]


def test_containers_become_the_parts_of_an_official_document() -> None:
    blocks = read_blocks(
        "::: head\nmark: 某局\nnumber: 某发〔2026〕1号\nsecrecy:\nurgency: 特急\n:::\n# 题\n"
        "::: recipients\n各单位：\n:::\n::: signoff\n甲局\n乙局\n2026年9月1日\n:::\n::: pagebreak\n:::\n"
        "::: imprint\ncopied: 丙：丁\nby: 办公室\non: 2026年9月2日\n:::\n",
        "zh-Hans",
    )
    assert blocks == (
        Head(mark="某局", number="某发〔2026〕1号", urgency="特急"),
        Title((Text("题"),)),
        Paragraph((Text("各单位："),), style="recipients"),
        SignOff(("甲局", "乙局"), "2026年9月1日"),
        PageBreak(),
        Imprint("丙：丁", "办公室", "2026年9月2日"),
    )


def test_a_signature_block_has_its_sides_in_order() -> None:
    (block,) = read_blocks(
        ":::: signature\n::: side\nlabel: 甲方\nname: 校办\n:::\n::: side\nlabel: 乙方\nname:\n:::\n::::",
        "zh-Hans",
    )
    assert isinstance(block, SignatureBlock)
    assert [(side.label, side.name) for side in block.sides] == [("甲方", "校办"), ("乙方", "")]


def test_a_table_keeps_its_cells_and_alignment() -> None:
    (table,) = read_blocks("| 单位 | 分 |\n|---|--:|\n| 教务\\|处 | 5 |\n", "zh-Hans")
    assert isinstance(table, Table)
    assert [[plain_text(c.children) for c in row] for row in (*table.head, *table.rows)] == [
        ["单位", "分"],
        ["教务|处", "5"],
    ]
    assert [cell.align for cell in table.rows[0]] == ["left", "right"]


def test_line_ends_join_chinese_and_part_english() -> None:
    (han,) = read_blocks("安全\n第一", "zh-Hans")
    (latin,) = read_blocks("safety\nfirst", "en")
    (mixed,) = read_blocks("一次**重\n点**\n好", "zh-Hans")
    assert isinstance(han, Paragraph)
    assert isinstance(latin, Paragraph)
    assert isinstance(mixed, Paragraph)
    assert plain_text(han.children) == "安全第一"
    assert plain_text(latin.children) == "safety first"
    assert plain_text(mixed.children) == "一次重点好"
    assert any(isinstance(child, Strong) for child in mixed.children)


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("**safety**", "first", "safety first"),
        ("safety", "**first**", "safety first"),
        ("*a*", "*b*", "a b"),
    ],
)
def test_english_in_bold_is_parted_at_a_line_end_too(before: str, after: str, joined: str) -> None:
    (block,) = read_blocks(f"{before}\n{after}", "en")
    assert isinstance(block, Paragraph)
    assert plain_text(block.children) == joined


def test_a_hard_break_stays_a_break() -> None:
    (block,) = read_blocks("甲\\\n乙", "zh-Hans")
    assert isinstance(block, Paragraph)
    assert LineBreak() in block.children


def test_a_blank_is_a_rule_to_write_on() -> None:
    (block,) = read_blocks(f"姓名：{blank(6)}，{blank(2.5)}", "zh-Hans")
    assert isinstance(block, Paragraph)
    assert [c for c in block.children if isinstance(c, Blank)] == [Blank(6.0), Blank(2.5)]


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "<b>粗</b>", "[链](http://x)", "![图](x.png)", "<http://x>"],
)
def test_html_links_and_pictures_are_text(text: str) -> None:
    (block,) = read_blocks(text, "zh-Hans")
    assert isinstance(block, Paragraph)
    assert plain_text(block.children) == text


_MARKED = st.text(st.sampled_from("*_`#>-+=|~<>&[]():!.01\\\n \t\u2063²甲a"), max_size=60)
_CONTAINED = st.builds(
    lambda name, inside, colons: f"{':' * colons} {name}\n{inside}\n{':' * colons}\n",
    st.sampled_from(CONTAINERS),
    _MARKED,
    st.integers(3, 5),
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.one_of(_MARKED, _CONTAINED), max_size=4).map("\n".join),
    st.sampled_from(["zh-Hans", "en"]),
)
def test_no_markdown_ends_in_an_exception(markdown: str, language: str) -> None:
    for block in read_blocks(markdown, language):
        assert block


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=30))
def test_an_escaped_text_reads_back_as_itself(text: str) -> None:
    (block,) = read_blocks(escape(text), "zh-Hans")
    assert isinstance(block, Paragraph)
    assert plain_text(block.children) == text
