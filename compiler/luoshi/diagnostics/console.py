"""Text for consoles that cannot show every character."""

from __future__ import annotations

_PLAIN = {
    "“": '"', "”": '"', "‘": "'", "’": "'", "「": '"', "」": '"', "『": "'", "』": "'",
    "…": "...", "—": "-", "–": "-", "·": ".", "\u00a0": " ", "●": "*", "◎": "@", "○": "o",
}  # fmt: skip


def safe(text: str, encoding: str) -> str:
    """The text with what ``encoding`` lacks written as 〔U+36C3〕, quotation marks made straight.

    An encoding nobody knows counts as ASCII. Never raises.
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_shown(char, encoding) for char in text)
    except LookupError:
        return safe(text, "ascii")
    return text


def _shown(char: str, encoding: str) -> str:
    if _fits(char, encoding):
        return char
    if char in _PLAIN:
        return _PLAIN[char]
    code = f"U+{ord(char):04X}"
    return f"〔{code}〕" if _fits("〔〕", encoding) else f"[{code}]"


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def is_wide_console(encoding: str) -> bool:
    """True for the old Chinese consoles, where ambiguous characters take two cells."""
    name = encoding.lower().replace("_", "").replace("-", "")
    return name in ("gbk", "gb2312", "gb18030", "cp936", "936", "big5", "cp950", "950", "big5hkscs")
