"""Sentences of findings: placeholders filled in for one language, at the last moment.

Placeholders are those of ``str.format``: ``{n}`` a number or plain words, ``{n:times}`` twice or
3 times (English), ``{unit:q}`` the author's own words in quotation marks, ``{units:names}`` a list
of names (three, then the count), ``{units:q}`` the same quoted, ``{day:date}`` a full date with its
weekday, ``{day:day}`` a date without its year, ``{day:iso}`` as it is written in a plan.
"""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from luoshi.diagnostics.diagnostic import Arg, Diagnostic, Severity, Texts
from luoshi.languages import Language

_WEEKDAYS = {
    "zh-Hans": tuple("周" + d for d in "一二三四五六日"),
    "zh-Hant": tuple("週" + d for d in "一二三四五六日"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_QUOTES = {"zh-Hans": "“”", "zh-Hant": "「」", "en": "“”"}
_INNER = {"zh-Hans": "「」", "zh-Hant": "『』", "en": "‘’"}
_KEPT_HEAD, _KEPT_TAIL, _LONGEST_QUOTE = 8, 6, 20
_NAMES_SHOWN = 3
_INCLUDED: Mapping[Language, str] = {
    "zh-Hans": "引用在这里",
    "zh-Hant": "引用在這裡",
    "en": "included here",
}
_TIMES = {1: "once", 2: "twice"}


def quote(text: str, language: Language) -> str:
    """The author's words in the language's quotation marks, cut in the middle when long."""
    clean = visible(" ".join(text.split()))
    marks = _QUOTES[language]
    if any(mark in clean for mark in marks):
        marks = _INNER[language]
    if len(clean) <= _LONGEST_QUOTE * (2 if clean.isascii() else 1):
        return marks[0] + clean + marks[1]
    head, tail = clean[:_KEPT_HEAD], clean[-_KEPT_TAIL:]
    if clean.isascii():  # at the ends of words where there are any
        head = clean[:19].rpartition(" ")[0] or clean[:18]
        tail = clean[-15:].partition(" ")[2] or clean[-14:]
        if language == "en":
            return f"{marks[0]}{head}{marks[1]} … {marks[0]}{tail}{marks[1]}"
    return f"{marks[0]}{head}{marks[1]}……{marks[0]}{tail}{marks[1]}"


def visible(text: str) -> str:
    """Control and direction marks made visible as 〔U+202E〕, so that no text can hide or turn."""
    if text.isprintable():  # what hides is not; most texts end here
        return text
    return "".join(f"〔U+{ord(c):04X}〕" if _is_hidden(c) else c for c in text)


def _is_hidden(char: str) -> bool:
    code = ord(char)
    return (
        (code < 0x20 and char not in "\t\n")
        or 0x7F <= code < 0xA0
        or code in range(0x200B, 0x2010)
        or code in range(0x2028, 0x202F)
        or code in range(0x2060, 0x2070)
        or code == 0xFEFF
    )


def join_names(names: Sequence[str], language: Language, *, quoted: bool = False) -> str:
    """Names as people list them: three at most, then how many there are."""
    shown = [quote(n, language) if quoted else n for n in names[:_NAMES_SHOWN]]
    more = len(names) - len(shown)
    if language == "en":
        if more:
            return f"{', '.join(shown)} and {more} more"
        return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]
    text = ("" if quoted else "、").join(shown)
    if not more:
        return text
    return text + (f"等{len(names)}个" if language == "zh-Hans" else f"等{len(names)}個")


def format_date(day: date, language: Language, form: str = "date") -> str:
    """A date in words: ``date`` with year and weekday, ``day`` without the year, ``iso``."""
    if form == "iso":
        return day.isoformat()
    if language == "en":
        short = f"{day.day} {_MONTHS[day.month - 1]}"
        if form == "day":
            return short
        return f"{_WEEKDAYS['en'][day.weekday()]} {short} {day.year}"
    short = f"{day.month}月{day.day}日"
    if form == "day":
        return short
    return f"{day.year}年{short}（{_WEEKDAYS[language][day.weekday()]}）"


class _Sentence(string.Formatter):
    def __init__(self, language: Language) -> None:
        self.language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, tuple):
            return join_names(value, self.language, quoted=format_spec == "q")
        if isinstance(value, date):
            return format_date(value, self.language, format_spec or "date")
        if format_spec == "q":
            return quote(str(value), self.language)
        if format_spec == "times":
            return _TIMES.get(value, f"{value} times")
        if isinstance(value, str):
            return visible(value)
        return str(super().format_field(value, format_spec))


def fill(template: str, args: Mapping[str, Arg], language: Language) -> str:
    """One sentence with its placeholders filled in; an argument may be words in each language."""
    own = {k: v[language] if isinstance(v, Mapping) else v for k, v in args.items()}
    return _Sentence(language).vformat(template, (), own)


def texts(diagnostic: Diagnostic, language: Language) -> Texts:
    """The sentences of a finding's rule in a language."""
    return diagnostic.rule.texts[language]


def headline(diagnostic: Diagnostic, language: Language) -> str:
    """The one sentence that must be understood alone."""
    own = texts(diagnostic, language)
    template = own.one if own.one and diagnostic.args.get("n") == 1 else own.message
    return fill(template, diagnostic.args, language)


def label_text(diagnostic: Diagnostic, key: str, args: Mapping[str, Arg], lang: Language) -> str:
    """The words under one place of a finding; ``primary``, ``related``, ``included`` are for all."""
    own = texts(diagnostic, lang)
    common = {"primary": own.primary, "related": own.related, "included": _INCLUDED[lang]}
    template = own.labels.get(key, common.get(key, ""))
    return fill(template, {**diagnostic.args, **args}, lang)


def help_text(diagnostic: Diagnostic, language: Language) -> str:
    """What to do, in one sentence."""
    return fill(texts(diagnostic, language).help, diagnostic.args, language)


def note_texts(diagnostic: Diagnostic, language: Language) -> tuple[str, ...]:
    """Further sentences of a finding, in order."""
    own = texts(diagnostic, language)
    return tuple(fill(own.notes[key], diagnostic.args, language) for key in diagnostic.notes)


LEVELS: Mapping[Language, Mapping[Severity, str]] = {
    "zh-Hans": {Severity.ERROR: "须改", Severity.WARNING: "提醒", Severity.NOTE: "参考"},
    "zh-Hant": {Severity.ERROR: "須改", Severity.WARNING: "提醒", Severity.NOTE: "參考"},
    "en": {Severity.ERROR: "Must fix", Severity.WARNING: "Check", Severity.NOTE: "Note"},
}
_COLON: Mapping[Language, str] = {"zh-Hans": "：", "zh-Hant": "：", "en": ": "}
_TO_DO: Mapping[Language, str] = {"zh-Hans": "处理", "zh-Hant": "處理", "en": "What to do"}
_PROPER = frozenset(("Luoshi", "Word", "Notepad", "Excel", "Chinese", "I", *_MONTHS))


def level_word(severity: Severity, language: Language) -> str:
    """What a severity is called; one that is off is called like a note."""
    return LEVELS[language].get(severity, LEVELS[language][Severity.NOTE])


def title(diagnostic: Diagnostic, language: Language) -> str:
    """Severity, code and headline in one line: what lists and screens begin with."""
    text = headline(diagnostic, language)
    head = f"{level_word(diagnostic.level, language)} {diagnostic.code}{_COLON[language]}"
    return head + (_after_colon(text) if language == "en" else text)


def to_do(diagnostic: Diagnostic, language: Language) -> str:
    """The help sentence with its heading; empty when the rule has none."""
    text = help_text(diagnostic, language)
    if not text:
        return ""
    text = _after_colon(text) if language == "en" else text
    return _TO_DO[language] + _COLON[language] + text


def _after_colon(sentence: str) -> str:
    """An English sentence as it goes on after a colon: a small letter unless it is a name."""
    word = sentence.split(" ", 1)[0].rstrip(".,:;")
    if word in _PROPER or word[1:] != word[1:].lower() or word.endswith("day"):
        return sentence
    return sentence[:1].lower() + sentence[1:]
