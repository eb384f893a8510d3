"""What ``luoshi check --fix`` says of its work: how many, where, what was changed, what is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from luoshi.diagnostics import Diagnostic, Language
from luoshi.driver.sentences import FIXED, FIXED_REST, FIXES, counted

_SHOWN = 3
_JOINT: Mapping[Language, str] = {"zh-Hans": "；", "zh-Hant": "；", "en": "; "}
_BEFORE: Mapping[Language, str] = {"zh-Hans": "，", "zh-Hant": "，", "en": ", "}
_MORE_KINDS: Mapping[Language, str] = {
    "zh-Hans": "另有{n}种",
    "zh-Hant": "另有{n}種",
    "en": "{n} more kinds",
}
_LINES: Mapping[Language, str] = {"zh-Hans": "第{}行", "zh-Hant": "第{}行", "en": "lines {}"}
_MORE_LINES: Mapping[Language, str] = {
    "zh-Hans": "第{}行等{n}处",
    "zh-Hant": "第{}行等{n}處",
    "en": "lines {} and {n} more",
}


def fixed_sentence(done: Sequence[Diagnostic], rest: int, language: Language) -> str:
    """The sentence after a fix: places of one kind of change stand together."""
    groups: dict[tuple[str, str], list[int]] = {}
    files = dict.fromkeys(found.primary.source.name for found in done if found.primary)
    for found in done:
        if found.primary is not None:
            name = found.primary.source.name if len(files) > 1 else ""
            groups.setdefault((name, found.code), []).append(found.primary.line)
    told = [
        _gap(language).join(filter(None, (name, _lines(lines, language)))) + _what(code, language)
        for (name, code), lines in groups.items()
    ]
    if len(told) > _SHOWN:
        told[_SHOWN:] = [_MORE_KINDS[language].format(n=len(told) - _SHOWN)]
    text = counted(FIXED[language], len(done), changes=_JOINT[language].join(told))
    return text + (counted(FIXED_REST[language], rest) if rest else "")


def _gap(language: Language) -> str:
    return " " if language == "en" else ""


def _what(code: str, language: Language) -> str:
    return _BEFORE[language] + FIXES[language][code]


def _lines(numbers: Sequence[int], language: Language) -> str:
    shown = [str(number) for number in numbers[:_SHOWN]]
    if len(numbers) > _SHOWN:
        rest = len(numbers) - (_SHOWN if language == "en" else 0)
        listed = (", " if language == "en" else "、").join(shown)
        return _MORE_LINES[language].format(listed, n=rest)
    if language == "en":
        last = " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]
        return f"line {last}" if len(shown) == 1 else _LINES["en"].format(last)
    return _LINES[language].format("、".join(shown))
