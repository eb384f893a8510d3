"""Evening out how a text is written: width, script, spaces, numerals.

Every step maps one character to one, so a place in the folded text is a place in the text.
"""

from __future__ import annotations

import re
from unicodedata import decimal

from luoshi.dates.words import Language

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_TRADITIONAL = "週點時學個後內結階雙單間兩於開號禮數導遲晝夜應隨適經現從無佈總體際機關檢說國鐘節課"
_SCRIPT = str.maketrans(
    _TRADITIONAL,
    "周点时学个后内结阶双单间两于开号礼数导迟昼夜应随适经现从无布总体际机关检说国钟节课",
)
_HAN = {char: number for number, char in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "两": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
}
# A number of at most three places in digits or Han numerals, as a group of a pattern.
_ONE_TO_NINE = "[一二三四五六七八九]"
NUMBER = rf"\d{{1,3}}|(?:[二三四五六七八九]?十|[廿卅]){_ONE_TO_NINE}?|[〇零两一二三四五六七八九]"


LONGEST = 200  # characters; the longest form in the case tables has 50


_TAKES_HAN = re.compile(r"\[\^|\\[A-Zsw]|(?<!\\)\.")  # takes more than ASCII


class LazyPattern:
    """A written form as a pattern, compiled when it is first met.

    All the forms of this room together take longer to compile than most plans take to read.
    """

    __slots__ = ("_compiled", "_english", "_source")

    def __init__(self, source: str) -> None:
        self._source = source
        self._english = source.isascii() and not _TAKES_HAN.search(source)
        self._compiled: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern."""
        if self._compiled is None:
            self._compiled = re.compile(self._source)
        return self._compiled

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match when the whole text has this form.

        An English form is not even compiled for a Chinese text: half of them never are.
        """
        if self._english and not text.isascii():
            return None
        return self.pattern.fullmatch(text)

    def match(self, text: str) -> re.Match[str] | None:
        """The match at the beginning of the text."""
        return self.pattern.match(text)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match anywhere in the text."""
        return self.pattern.search(text)

    def sub(self, replacement: str, text: str) -> str:
        """The text with every match replaced."""
        return self.pattern.sub(replacement, text)

    def subn(self, replacement: str, text: str) -> tuple[str, int]:
        """The text with every match replaced, and how many there were."""
        return self.pattern.subn(replacement, text)

    def split(self, text: str) -> list[str]:
        """The pieces between the matches; the patterns used here have no groups."""
        return [piece or "" for piece in self.pattern.split(text)]


def fold(text: str) -> str:
    """Half width, Simplified for the words of time, lower case; the same length as ``text``."""
    text = text.translate(_WIDE).translate(_SCRIPT).translate(_LOWER)
    if text.isascii():
        return text
    # \d also matches the digits of other scripts, so they are read as what they are
    return "".join(str(decimal(char)) if char.isdecimal() else char for char in text)


def squeeze(text: str) -> str:
    """The folded text without spaces beside Chinese characters; others become single spaces.

    A mark at the end of the text that only closes a sentence or an item is left off. A text longer
    than any form is cut and ends with a mark that no form holds: whole paragraphs in the wrong
    place must not keep the patterns busy.
    """
    if len(text) > LONGEST:
        text = text[:LONGEST] + "…"
    text = re.sub(r"\s+", " ", fold(text)).strip(" ").rstrip("。;,、:")
    return re.sub(r" ?([^\x00-\x7f“”]) ?", r"\1", text)


def read_number(text: str) -> int:
    """A whole number in digits (either width) or Han numerals up to 99 (两, 廿 and 卅 too).

    Raises:
        ValueError: When it is no such number.
    """
    text = fold(text.strip())
    if text.isascii() and text.isdecimal():
        return int(text)
    text = re.sub("^廿", "二十", re.sub("^卅", "三十", text))
    tens, ten, ones = text.partition("十")
    if not ten:
        return _single(tens)
    return 10 * (_single(tens) if tens else 1) + (_single(ones) if ones else 0)


def _single(char: str) -> int:
    if char not in _HAN:
        raise ValueError(char)
    return _HAN[char]


def read_year_digits(text: str) -> int | None:
    """二〇一二 or 2012 as a number; None when a place is not a numeral or all are circles."""
    if text.isascii():
        return int(text) if text.isdecimal() else None
    if any(char not in _HAN for char in text) or not text.strip("○〇"):
        return None
    return int("".join(str(_HAN[char]) for char in text))


def language_of(text: str) -> Language:
    """The language in which to give examples beside a text: that of its script."""
    if any(char in _TRADITIONAL for char in text):
        return "zh-Hant"
    return (
        "zh-Hans" if any("\u4e00" <= char <= "\u9fff" or char in "〇○" for char in text) else "en"
    )
