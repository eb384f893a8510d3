"""A difference as an office reads it, in three languages, against texts that were read by eye.

With the environment variable UPDATE_GOLDEN set the texts are written anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from diff_cases import NAMES, diff_of, diff_texts

from luoshi.diagnostics import LANGUAGES, Language
from luoshi.diff import diff_text

GOLDEN = Path(__file__).parents[1] / "golden" / "diff"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_text_is_as_it_was_reviewed(name: str, language: Language) -> None:
    diff = diff_of(name)
    text = diff_text(diff, language) + "---\n" + diff_text(diff, language, detail=True)
    path = GOLDEN / f"{name}.{language}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, "utf-8", newline="\n")
    assert path.read_text("utf-8") == text


def test_no_golden_is_left_without_a_case() -> None:
    wanted = {f"{name}.{language}.txt" for name in NAMES for language in LANGUAGES}
    assert {path.name for path in GOLDEN.iterdir()} == wanted


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("zh-Hans", "两稿内容相同，只是排版或顺序不同。\n"),
        ("zh-Hant", "兩稿內容相同，僅版面或順序不同。\n"),
        ("en", "Same content, only layout or order differs.\n"),
    ],
)
def test_nothing_changed_is_said_in_one_sentence(language: Language, sentence: str) -> None:
    assert diff_text(diff_of("layout-only"), language) == sentence


def test_english_has_a_form_for_one() -> None:
    old = "title: P\nunits: [{id: a, name: A}]\ndivision_of_labor: [{owner: a, duties: [{id: d, text: Watch, by: 2026-10-02}]}]"
    text = diff_text(diff_texts(old, old.replace("10-02", "10-01")), "en")
    assert text.splitlines() == [
        "1 change, to responsibilities.",
        "  A  “Watch” 1 day earlier, 1 October",
        "1 letter: sign again A.",
        "Calendar: 1 moved earlier.",
    ]


def test_words_of_the_office_follow_the_region_of_the_plan() -> None:
    old = """
title: P
region: {}
units: [{{id: a, name: 甲}}, {{id: b, name: 乙}}]
division_of_labor: [{{duties: [{{id: d, text: 巡查, owners: [{{unit: a, role: {}}}, {{unit: b, role: {}}}]}}]}}]
"""
    for region, word in (("CN", "由牽頭改為配合"), ("TW", "由主辦改為協辦")):
        both = (old.format(region, "lead", "assist"), old.format(region, "assist", "lead"))
        assert f"「巡查」{word}" in diff_text(diff_texts(*both), "zh-Hant")


def test_hidden_characters_in_names_are_shown() -> None:
    old = "title: P\nunits: [{id: a, name: A}]\ndivision_of_labor: [{owner: a, duties: [{id: d, text: x}]}]"
    new = old.replace("duties: [", 'duties: [{id: e, text: "a\\u202eb"}, ')
    assert "〔U+202E〕" in diff_text(diff_texts(old, new), "en")
    assert "\u202e" not in diff_text(diff_texts(old, new), "en", detail=True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_blames_or_leaves_a_hole(name: str, language: Language) -> None:
    text = diff_text(diff_of(name), language, detail=True)
    for word in ("您", "你", "None", "{", "}", "“”", "「」", "、、", "；；", "Moment("):
        assert word not in text


def test_many_changes_of_one_kind_are_one_phrase() -> None:
    rows = "".join(f"{{id: d{n}, text: Round {n}, owner: {{}}}}, " for n in range(5))
    old = (
        "title: P\nunits: [{id: a, name: A}, {id: b, name: B}]\ndivision_of_labor: [{duties: ["
        + rows
        + "]}]"
    )
    diff = diff_texts(old.replace("{}", "a"), old.replace("{}", "b"))
    lines = diff_text(diff, "zh-Hans").splitlines()
    assert lines[1] == "  A  “Round 0”“Round 1”“Round 2”等5条移交B"
    assert lines[2] == "  B  接手“Round 0”“Round 1”“Round 2”等5条（原由A承担）"
    english = diff_text(diff, "en").splitlines()
    assert english[1] == "  A  “Round 0”, “Round 1”, “Round 2” and 2 more: now with B"
