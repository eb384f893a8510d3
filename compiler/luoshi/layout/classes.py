"""Classes of characters and the places where a line may break.

K-rows are those of the standards sheet, section 2; GB/T 15834-2011 is the standard on punctuation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import Literal

Breaking = Literal["gb", "basic", "strict", "latin"]

# K-01, GB/T 15834-2011 cl. 5.1.1 to 5.1.3, 5.1.6, 5.1.7, 5.1.9: never at the start of a line.
NEVER_STARTS_MANDATED = "。，、；：？！”’）〕】》〉」』］｝·‧・–～—/／"
# K-02: practical additions.
NEVER_STARTS_ADDED = ",.;:?!)]}%％‰°℃′″々…⋯"
# K-03, cl. 5.1.3 and 5.1.9: never at the end of a line.
NEVER_ENDS_MANDATED = "“‘（〔【《〈「『［｛/／"
# K-04: practical additions.
NEVER_ENDS_ADDED = "([{￥¥$№#"

NEVER_STARTS = frozenset(NEVER_STARTS_MANDATED + NEVER_STARTS_ADDED)
NEVER_ENDS = frozenset(NEVER_ENDS_MANDATED + NEVER_ENDS_ADDED)
# K-05, cl. 5.1.4 and 5.1.5: two code points, one mark.
PAIRS = ("——", "……", "⋯⋯")
# Marks that a Latin face draws narrow though Chinese text gives them a whole em (K-10, K-12, K-13).
FULL_IN_CHINESE = frozenset("“”‘’—…⋯")
# Dropped before setting: they have no width and steer nothing here.
INVISIBLE = dict.fromkeys([*range(0x200B, 0x2010), *range(0x2060, 0x2065), *range(0xFE00, 0xFE10), 0xFEFF, 0xAD])  # fmt: skip

FREE, AVOIDED, FORBIDDEN = 0, 1, 2  # what a break before an atom costs


class Kind(IntEnum):
    """What an atom is to the line: how it shrinks, stretches and breaks."""

    HAN = 0
    OPEN = 1
    CLOSE = 2
    PAUSE = 3  # ，、；：
    STOP = 4  # 。？！
    MIDDLE = 5  # interpuncts
    DASH = 6  # connectors, solidus: no stretch beside them (K-19)
    PAIR = 7
    LATIN = 8
    SPACE = 9
    BLANK = 10


_KIND_BY_CHAR = {
    **dict.fromkeys("“‘（〔【《〈「『［｛", Kind.OPEN),
    **dict.fromkeys("”’）〕】》〉」』］｝", Kind.CLOSE),
    **dict.fromkeys("，、；：", Kind.PAUSE),
    **dict.fromkeys("。？！", Kind.STOP),
    **dict.fromkeys("·‧・", Kind.MIDDLE),
    **dict.fromkeys("—–～／", Kind.DASH),
    **dict.fromkeys(" \u00a0\u2002\u2003\u2009", Kind.SPACE),
    **dict.fromkeys(PAIRS, Kind.PAIR),
}

_UNITS = (
    "小时|分钟|学年度|學年度|学年|學年|学期|學期|公里|平方米|毫米|厘米|公斤|千克|周岁|课时|学时|"
    "个月|個月|万元|萬元|工作日|年度|周年|年级|年級|人次|"
    "[年月日时時分秒点點号號个個次人名份条條项項周週岁歲元万萬亿億米度级級类類批期章节節款届屆轮輪只台套件"
    "辆輛间間所校班组組位倍页頁本册冊户戶处處天字場场家起%％‰℃°]"
)
_HAN_DIGITS = "一二三四五六七八九十百千〇零两兩"
# K-06: what must stay in one line. A number with its unit, 〔2026〕12号, 第3条.
_UNBREAKABLE = re.compile(
    rf"〔\d{{4}}〕第?\d*[号號]?|第[\d{_HAN_DIGITS}]{{1,6}}(?:{_UNITS})|"
    rf"[￥¥$№#]?\d[\d.,:%‰]*(?:{_UNITS})|[.…]{{3,}}"
)
# Dates hold together where the line can bear it: 2026年9月1日, 9月1日—30日, 2026—2027学年.
_DATES = re.compile(
    r"\d{2,4}年(?:\d{1,2}月)(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日|\d{4}[—–～-]\d{4}(?:学年|學年)"
)
# Latin letters, digits and what stands between them; anything else is an atom by itself.
_CHINESE_ATOM = re.compile(
    r"[!-.0-~\u00a1-\u00b6\u00b8-\u024f\u0370-\u04ff]+(?:/[!-.0-~\u00a1-\u024f]+)*|——|……|⋯⋯|.",
    re.DOTALL,
)
_ADDRESS = re.compile(r"[@/]+|(?<=[a-z])\.(?=[a-z])")
_LONG = 12  # characters of an address that is not cut
_ENGLISH_ATOM = re.compile(r"[^\S\u00a0]+|[\u2e80-\uffef]|(?:[^\s\u2e80-\uffef]|\u00a0)+")
# A word breaks after its hyphen or solidus between letters, and after a dash.
_WORD_BREAK = re.compile(r"(?<=[^\W\d_][-/])(?=[^\W\d_])|(?<=—)(?=\w)")


def is_full(char: str) -> bool:
    """Whether a character takes a whole em in Chinese text (K-10, K-12, K-13)."""
    return (char >= "\u2e80" and not "\uff61" <= char <= "\uffdc") or char in FULL_IN_CHINESE


@dataclass(frozen=True, slots=True)
class Atom:
    """Characters that stay together: ``start`` to ``end``; ``cost`` is that of a break before them."""

    start: int
    end: int
    kind: Kind
    cost: int


@lru_cache(maxsize=4096)
def cut(text: str, breaking: Breaking) -> tuple[Atom, ...]:
    """The atoms of a text, with what a break before each costs (K-01 to K-06)."""
    if breaking == "latin":
        spans = _english_spans(text)
        kinds = [_english_kind(text[a:b]) for a, b in spans]
        costs = [_english_cost(text, spans, kinds, i) for i in range(len(spans))]
    else:
        spans = _chinese_spans(text)
        kinds = [_kind(text[a:b]) for a, b in spans]
        held = _held(text)
        costs = [
            AVOIDED
            if kinds[i] is Kind.LATIN and i and kinds[i - 1] is Kind.LATIN
            else max(_cost(text, spans, kinds, i, breaking), held.get(spans[i][0], FREE))
            for i in range(len(spans))
        ]
    return tuple(
        Atom(start, end, kind, cost)
        for (start, end), kind, cost in zip(spans, kinds, costs, strict=True)
    )


def _kind(token: str) -> Kind:
    found = _KIND_BY_CHAR.get(token)
    if found is not None:
        return found
    first = token[0]
    if first.isspace() and first != "\u3000":
        return Kind.SPACE
    return Kind.LATIN if len(token) > 1 or ord(first) < 0x2000 else Kind.HAN


def _chinese_spans(text: str) -> list[tuple[int, int]]:
    """Atoms of Chinese text; addresses of mail and web are cut where a line may part them."""
    spans: list[tuple[int, int]] = []
    for found in _CHINESE_ATOM.finditer(text):
        start, end = found.span()
        if end - start > _LONG and _ADDRESS.search(found[0]):
            edges = [start, *(m.end() for m in _ADDRESS.finditer(text, start, end - 1)), end]
            spans += pairwise(edges)
        else:
            spans.append((start, end))
    return spans


def _english_spans(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for found in _ENGLISH_ATOM.finditer(text):
        edges = [found.start(), *(m.start() for m in _WORD_BREAK.finditer(text, *found.span()))]
        edges.append(found.end())
        spans += pairwise(edges)
    return spans


def _english_kind(word: str) -> Kind:
    if word.isspace() and word != "\u00a0":
        return Kind.SPACE
    return _kind(word) if "\u2e80" <= word[0] <= "\uffef" else Kind.LATIN


def _held(text: str) -> dict[int, int]:
    held: dict[int, int] = {}
    for pattern, cost in ((_DATES, AVOIDED), (_UNBREAKABLE, FORBIDDEN)):
        for found in pattern.finditer(text):
            held.update(dict.fromkeys(range(found.start() + 1, found.end()), cost))
    return held


def _cost(
    text: str, spans: list[tuple[int, int]], kinds: list[Kind], i: int, breaking: Breaking
) -> int:
    if i == 0:
        return FORBIDDEN
    first, last = text[spans[i][0]], text[spans[i - 1][1] - 1]
    # A space belongs to the line it ends: breaks come after it, never before.
    if kinds[i] is Kind.SPACE or first == "\u3000" or last in NEVER_ENDS or last == "\u00a0":
        return FORBIDDEN
    if kinds[i] is Kind.PAIR:
        return FORBIDDEN if breaking == "strict" else FREE
    return FORBIDDEN if first in NEVER_STARTS else FREE


def _english_cost(text: str, spans: list[tuple[int, int]], kinds: list[Kind], i: int) -> int:
    if i == 0 or kinds[i] is Kind.SPACE:
        return FORBIDDEN
    if kinds[i - 1] is Kind.SPACE or (kinds[i - 1] is Kind.LATIN and kinds[i] is Kind.LATIN):
        return FREE
    first, last = text[spans[i][0]], text[spans[i - 1][1] - 1]
    return FORBIDDEN if first in NEVER_STARTS or last in NEVER_ENDS else FREE
