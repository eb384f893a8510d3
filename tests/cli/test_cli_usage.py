"""A slip of the command line is told in the reader's language, with the nearest name."""

from __future__ import annotations

import click
import pytest

from luoshi.cli.main import luoshi
from luoshi.cli.usage_words import usage_sentence
from luoshi.diagnostics import LANGUAGES, Language


def _told(arguments: list[str], language: Language) -> str:
    with pytest.raises(click.ClickException) as wrong:
        luoshi.main(args=arguments, prog_name="luoshi", standalone_mode=False)
    return usage_sentence(wrong.value, language)


@pytest.mark.parametrize(
    ("arguments", "language", "sentence"),
    [
        (["chek", "x"], "zh-Hans", "没有“chek”这个命令。最接近的是：check"),
        (["chek", "x"], "zh-Hant", "沒有「chek」這個指令。最接近的是：check"),
        (["chek", "x"], "en", "There is no command “chek”. The nearest: check"),
        (["build", "--jobz", "2"], "zh-Hans", "没有“--jobz”这个选项。最接近的是：--jobs"),
        (["check", "--profile", "x"], "en", "--profile takes one of draft, standard, strict."),
        (["new"], "zh-Hans", "还要写上名称。"),
        (["new"], "en", "NAME has to be given."),
        (["build", "--jobs", "0"], "zh-Hant", "--jobs後面的內容無法讀出；寫法請見 luoshi build --help。"),
        (["explain", "a", "b"], "zh-Hans", "这条命令没能读懂；写法见 luoshi explain --help。"),
    ],
)  # fmt: skip
def test_a_slip_is_told_with_the_way_out(
    arguments: list[str], language: Language, sentence: str
) -> None:
    assert _told(arguments, language) == sentence


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "arguments",
    [["nothing-like-it"], ["check", "--zzzz"], ["diff", "a"], ["check", "--as-of", "x"]],
)
def test_no_slip_is_told_in_words_of_the_library(arguments: list[str], language: Language) -> None:
    told = _told(arguments, language)
    assert told.isascii() <= (language == "en")
    assert not any(word in told for word in ("No such", "Invalid", "Missing", "Got unexpected"))
