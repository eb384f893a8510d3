"""What a command line that can't be read is told, in the system's language."""

from __future__ import annotations

from collections.abc import Mapping

import click

from luoshi.cli.help import HELP
from luoshi.languages import Language

_NO_OPTION: Mapping[Language, str] = {
    "zh-Hans": "没有“{name}”这个选项。",
    "zh-Hant": "沒有「{name}」這個選項。",
    "en": "There is no option “{name}”.",
}
_NO_COMMAND: Mapping[Language, str] = {
    "zh-Hans": "没有“{name}”这个命令。",
    "zh-Hant": "沒有「{name}」這個指令。",
    "en": "There is no command “{name}”.",
}
_NEAR: Mapping[Language, str] = {
    "zh-Hans": "最接近的是：{near}",
    "zh-Hant": "最接近的是：{near}",
    "en": " The nearest: {near}",
}
_MISSING: Mapping[Language, str] = {
    "zh-Hans": "还要写上{name}。",
    "zh-Hant": "還須填寫{name}。",
    "en": "{name} has to be given.",
}
_CHOICE: Mapping[Language, str] = {
    "zh-Hans": "{option}后面要写{choices}中的一个。",
    "zh-Hant": "{option}後面請填{choices}其中之一。",
    "en": "{option} takes one of {choices}.",
}
_CONTENT: Mapping[Language, str] = {
    "zh-Hans": "{option}后面的内容读不懂；写法见 {path} --help。",
    "zh-Hant": "{option}後面的內容無法讀出；寫法請見 {path} --help。",
    "en": "What follows {option} can't be read; see {path} --help.",
}
_OTHER: Mapping[Language, str] = {
    "zh-Hans": "这条命令没能读懂；写法见 {path} --help。",
    "zh-Hant": "這行指令無法讀懂；寫法請見 {path} --help。",
    "en": "This command line can't be read; see {path} --help.",
}


def usage_sentence(wrong: click.ClickException, language: Language) -> str:
    """One sentence for a slip of the command line, with the nearest name where there is one."""
    if isinstance(wrong, click.NoSuchOption):
        return _no_such(_NO_OPTION, wrong.option_name, tuple(wrong.possibilities or ()), language)
    if getattr(wrong, "message", "") == HELP["language"][language]:
        return wrong.message  # a sentence of our own
    path = wrong.ctx.command_path if isinstance(wrong, click.UsageError) and wrong.ctx else "luoshi"
    if isinstance(wrong, click.BadParameter) and wrong.param is not None:
        return _of_parameter(wrong, wrong.param, path, language)
    if isinstance(wrong, click.UsageError) and wrong.ctx and wrong.ctx.command.name == "luoshi":
        return _of_group(wrong, language)
    return _OTHER[language].format(path=path)


def _no_such(
    words: Mapping[Language, str], name: str, near: tuple[str, ...], language: Language
) -> str:
    text = words[language].format(name=name)
    joint = ", " if language == "en" else "、"
    return text + (_NEAR[language].format(near=joint.join(near[:3])) if near else "")


def _of_parameter(
    wrong: click.BadParameter, parameter: click.Parameter, path: str, language: Language
) -> str:
    option = max(parameter.opts, key=len)
    if isinstance(wrong, click.MissingParameter):
        key = f"{parameter.name}_word"
        return _MISSING[language].format(name=HELP[key][language] if key in HELP else option)
    if isinstance(parameter.type, click.Choice):
        choices = (", " if language == "en" else "、").join(parameter.type.choices)
        return _CHOICE[language].format(option=option, choices=choices)
    return _CONTENT[language].format(option=option, path=path)


def _of_group(wrong: click.UsageError, language: Language) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - slow to load, seldom needed

    assert wrong.ctx is not None  # noqa: S101 - there is a group
    assert isinstance(wrong.ctx.command, click.Group)  # noqa: S101
    name = wrong.message.partition("'")[2].partition("'")[0]
    commands = wrong.ctx.command.list_commands(wrong.ctx)
    if not name:
        return _OTHER[language].format(path=wrong.ctx.command_path)
    near = tuple(get_close_matches(name, commands, n=1))
    return _no_such(_NO_COMMAND, name, near, language)
