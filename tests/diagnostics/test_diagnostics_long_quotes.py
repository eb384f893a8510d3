"""Long words of the author are cut outside the quotation marks, English ones at the ends of words."""

from __future__ import annotations

import pytest

from luoshi.diagnostics import Language
from luoshi.diagnostics.wording import quote


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ("加强校园及周边治安综合治理安全排查整治工作再部署", "zh-Hans", "“加强校园及周边治”……“治工作再部署”"),
        ("Clear stalls from the pavement at the gates", "en", "“Clear stalls from” … “at the gates”"),
        ("Clear stalls from the gates", "en", "“Clear stalls from the gates”"),
        ("x" * 60, "en", "“" + "x" * 18 + "” … “" + "x" * 14 + "”"),
    ],
)  # fmt: skip
def test_a_long_quote_shows_its_two_ends(text: str, language: Language, shown: str) -> None:
    assert quote(text, language) == shown
