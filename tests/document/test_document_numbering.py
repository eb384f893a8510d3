"""Numbers of headings and items by the custom of a language."""

from __future__ import annotations

import pytest

from luoshi.document.numbering import Numbering, chinese_number


@pytest.mark.parametrize(
    ("count", "level", "text"),
    [
        (1, 1, "一、"), (10, 1, "十、"), (20, 1, "二十、"), (99, 1, "九十九、"), (100, 1, "100、"), (11, 2, "（十一）"), (3, 3, "3."), (3, 4, "（3）"),
        (1, 5, "①"), (20, 5, "⑳"), (21, 5, "21）"), (0, 5, "0）"),
    ],
)  # fmt: skip
def test_five_levels_are_numbered_by_the_standard(count: int, level: int, text: str) -> None:
    assert chinese_number(count, level) == text


def test_a_deeper_level_starts_again_under_each_heading() -> None:
    numbering = Numbering("zh-Hans")
    assert [numbering.next(level) for level in (1, 2, 3, 3, 2, 3, 1, 2)] == [
        "一、", "（一）", "1.", "2.", "（二）", "1.", "二、", "（一）",
    ]  # fmt: skip


def test_english_letters_and_roman_numerals_go_on() -> None:
    numbering = Numbering("en")
    assert [numbering.item(n, 0) for n in (1, 26, 27, 53)] == ["(a)", "(z)", "(aa)", "(ba)"]
    assert [numbering.item(n, 1) for n in (1, 4, 9, 14, 40, 99)] == [
        "(i)",
        "(iv)",
        "(ix)",
        "(xiv)",
        "(xl)",
        "(xcix)",
    ]
