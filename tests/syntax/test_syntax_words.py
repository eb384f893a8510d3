"""The words of this room's findings keep to the rules for everything said to people."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest

from luoshi.diagnostics import LANGUAGES, Arg, Diagnostic, Diagnostics
from luoshi.diagnostics.text import render
from luoshi.diagnostics.wording import headline
from luoshi.source import SourceFile
from luoshi.syntax import compose
from luoshi.syntax.faults import RULES

CASES = [(rule, language) for rule in RULES for language in LANGUAGES]
BANNED = re.compile(
    r"您|你|用户|忘记|错误|非法|无效|解析|缩进|请检查|您的|\byou\b|\byour\b|invalid|illegal|failed|parse",
    re.IGNORECASE,
)


def words(rule: Any, language: Any) -> list[str]:
    texts = rule.texts[language]
    return [
        texts.message,
        texts.primary,
        texts.related,
        texts.help,
        texts.what,
        texts.why,
        texts.one,
    ]


@pytest.mark.parametrize(("rule", "language"), CASES, ids=lambda v: getattr(v, "code", v))
def test_words(rule: Any, language: Any) -> None:
    said = words(rule, language)
    for text in said:
        if language != "en":
            assert not BANNED.search(text)
            text.encode("gbk" if language == "zh-Hans" else "big5")
        assert not re.search(r"[!！]$|[A-Za-z]\(s\)", text)
    assert said[0].endswith(("。", ".", "}。", "}."))
    assert len(rule.texts[language].help) <= 120


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert all(a < b for a, b in pairwise(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)


def found_in(rule: Any) -> Diagnostic | None:
    bag = Diagnostics()
    compose(SourceFile("plan.yaml", rule.bad), bag)
    return next((item for item in bag.sorted() if item.rule is rule), None)


@pytest.mark.parametrize(("rule", "language"), CASES, ids=lambda v: getattr(v, "code", v))
def test_headlines_fit_and_screens_can_be_drawn(rule: Any, language: Any) -> None:
    item = found_in(rule) if rule.bad else None
    if item is None:
        args: dict[str, Arg] = {"file": "p.yaml", "encoding": "GBK", "size": "5.2", "limit": 4}
        item = Diagnostic(rule=rule, primary=None, args=args)
    assert len(headline(item, language)) <= (100 if language == "en" else 45)
    for width in (40, 60, 80):
        assert rule.code in render(item, language, width)
