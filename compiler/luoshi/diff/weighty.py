"""Whether two texts of a duty differ in words alone, or in what they ask for."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from luoshi.diff.likeness import grams, likeness

# A number, a unit of time or a refusal changes what is asked for, however small the change.
_HAN = "零〇一二三四五六七八九十百千万萬亿億两兩半倍每周週月日天年季不无無未非禁勿免严嚴须須应應可"
_ENGLISH = frozenset((
    "no", "not", "never", "none", "without", "only", "all", "each", "every", "must", "shall",
    "may", "should", "once", "twice", "daily", "weekly", "monthly", "quarterly", "yearly",
    "termly", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "term",
    "terms", "year", "years", "one", "two", "three", "four", "five", "six", "seven", "eight",
    "nine", "ten", "half",
))  # fmt: skip
_PIECE = re.compile(rf"\d+(?:\.\d+)?%?|[{_HAN}]|[a-z]+")
_LEAST = 0.5


def says_the_same(old: str, new: str) -> bool:
    """True when only the wording differs: alike, with the same numbers, times and refusals."""
    if _weighty(old) != _weighty(new):
        return False
    one, other = grams(_bare(old)), grams(_bare(new))
    return one == other or likeness(one, other) >= _LEAST


def _weighty(text: str) -> Counter[str]:
    found = _PIECE.findall(unicodedata.normalize("NFKC", text).casefold())
    return Counter(p for p in found if not p.isascii() or p[0].isdigit() or p in _ENGLISH)


def _bare(text: str) -> str:
    """The text without punctuation."""
    return "".join(c for c in text if unicodedata.category(c)[0] not in "PZ")
