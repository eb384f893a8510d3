"""Dates of a plan as its language and region say them."""

from __future__ import annotations

import pytest

from small_plans import base, builder_of, words, world_of


def _notice(**fields: object) -> str:
    document = builder_of(world_of(base(**fields))).notice()
    assert document is not None
    return words(document)


@pytest.mark.parametrize(
    ("language", "region", "issued", "period"),
    [
        ("zh-Hans", "CN", "2026年8月28日", "2026年9月1日至12月31日"),
        ("zh-Hant", "TW", "115年8月28日", "115年9月1日至12月31日"),
        ("en", "CN", "28 August 2026", "1 September"),
    ],
)
def test_a_date_is_said_in_the_language_and_years_of_the_region(
    language: str, region: str, issued: str, period: str
) -> None:
    notice = _notice(language=language, region=region)
    assert issued in notice
    assert period in notice


def test_no_date_is_invented_where_the_plan_has_none() -> None:
    notice = _notice(issue={"organs": ["校办"], "to": ["各处室"]}, period={"event": "国庆节期间"})
    assert "2026" not in notice
    assert "年　月　日" in notice
    assert "国庆节期间" in notice


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ({"school_year": "2026-2027"}, "2026—2027学年"),
        ({"from": "2026-09-01"}, "2026年9月1日"),
        ("本学期", "本学期"),
    ],
)
def test_a_period_is_said_as_far_as_it_is_known(period: object, said: str) -> None:
    assert said in _notice(period=period)
