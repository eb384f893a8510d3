"""A file in any encoding is read; everything but UTF-8 is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.source.decode import decode

PLAN = "标题: 秋季校园安全\r\n单位: [区教育局, 区公安局]\n"
TAIWAN = "標題: 校園安全計畫\n單位: [學務處, 總務處]\n"


@pytest.mark.parametrize("data", [PLAN.encode(), PLAN.encode("utf-8-sig")])
def test_utf8_is_read_without_a_word_and_keeps_its_line_ends(data: bytes) -> None:
    assert decode(data).text == PLAN
    assert decode(data).problem is None


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (PLAN, "gbk", "GBK"),
        (PLAN, "gb18030", "GBK"),
        (TAIWAN, "big5", "Big5"),
        (PLAN, "utf-16", "UTF-16"),
        (PLAN, "utf-16-le", "UTF-16"),
        ("title: autumn plan\n" + PLAN, "utf-16-be", "UTF-16"),
        (PLAN, "utf-32", "UTF-32"),
    ],
)
def test_another_encoding_is_named_and_read(text: str, codec: str, name: str) -> None:
    decoded = decode(text.encode(codec))
    assert decoded.text == text
    assert decoded.problem is not None
    assert (decoded.problem.kind, decoded.problem.detail) == ("encoding", name)


def test_a_damaged_utf8_file_points_at_the_first_hole() -> None:
    decoded = decode(PLAN.encode() + b"a: \xff\xfe\n" + PLAN.encode())
    assert decoded.problem is not None
    assert decoded.problem.kind == "unreadable"
    assert decoded.text[decoded.problem.offset] == "\ufffd"
    assert decoded.text.startswith(PLAN)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_text(data: bytes) -> None:
    decoded = decode(data)
    if decoded.problem is not None:
        assert 0 <= decoded.problem.offset <= len(decoded.text)


@given(st.text(max_size=200))
def test_every_text_survives_utf8(text: str) -> None:
    clean = text.encode("utf-8", "ignore").decode()
    if "\0" not in clean and not clean.startswith("\ufeff"):
        assert decode(clean.encode()).text == clean
