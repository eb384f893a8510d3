"""What a plan's date, range or rule is read as, row by row of the case table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dates_notation
import pytest
import yaml

from luoshi.dates import KINDS, ValueProblem, reading

ROWS: list[dict[str, str]] = yaml.load(
    (Path(__file__).parent.parent / "cases/dates/reading.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,
)
ROC_FREE = ("frequency", "duration", "months", "clock", "number", "recurrence")


def read(row: dict[str, str]) -> Any:
    function = getattr(reading, "read_" + row.get("read", "when"))
    if row.get("read") in ROC_FREE:
        return function(row["text"])
    return function(row["text"], roc="roc" in row)


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_a_text_is_read_as_the_table_says(row: dict[str, str]) -> None:
    try:
        shown = dates_notation.show(read(row))
    except ValueProblem as problem:
        shown = dates_notation.show_problem(problem)
    assert shown == row["expected"], row["why"]


def test_the_table_has_no_two_rows_of_one_name() -> None:
    assert len({row["id"] for row in ROWS}) == len(ROWS) >= 120


def test_every_kind_of_problem_has_a_case() -> None:
    seen = {row["expected"].split()[1] for row in ROWS if row["expected"].startswith("! ")}
    assert seen == set(KINDS)


UNREAD = [row for row in ROWS if row["expected"].endswith("-unread")]


@pytest.mark.parametrize("row", UNREAD, ids=[row["id"] for row in UNREAD])
def test_every_form_that_is_proposed_can_be_read(row: dict[str, str]) -> None:
    with pytest.raises(ValueProblem) as caught:
        read(row)
    forms = caught.value.details["forms"]
    assert isinstance(forms, tuple)
    for form in forms:
        dates_notation.show(read({**row, "text": form, "roc": "yes"}))


def test_a_rule_that_is_not_understood_names_near_ones_in_its_own_script() -> None:
    for text, form in (
        ("每月下半月", "每月2日、17日前"),
        ("每學期開學典禮後", "學期初、學期中"),
        ("every other Friday", "every Friday before 15:00"),
    ):
        with pytest.raises(ValueProblem) as caught:
            reading.read_recurrence(text)
        assert form in caught.value.details["forms"]  # type: ignore[operator]


@pytest.mark.timeout(20)
@pytest.mark.parametrize("scrap", ["“", "(", "x", "每月", "9", "1、", "阶段", "to ", "至", " x"])
@pytest.mark.parametrize("name", [name for name in reading.__all__ if name.startswith("read_")])
def test_a_whole_page_in_the_wrong_place_is_refused_at_once(name: str, scrap: str) -> None:
    with pytest.raises((ValueProblem, ValueError)):
        dates_notation.show(getattr(reading, name)("每年" + scrap * 20_000 + "。"))
