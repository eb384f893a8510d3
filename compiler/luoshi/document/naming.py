"""Names of documents and files: plan, document, for whom. They speak outside their folder."""

from __future__ import annotations

import re
import unicodedata

from luoshi.diagnostics import Language
from luoshi.model.records import Plan

DOCUMENT_WORDS: dict[str, dict[Language, str]] = {
    "notice": {"zh-Hans": "通知", "zh-Hant": "通知", "en": "Notice"},
    "letter": {"zh-Hans": "责任书", "zh-Hant": "責任書", "en": "Letter"},
    "letters": {"zh-Hans": "责任书合订", "zh-Hant": "責任書合訂", "en": "All letters"},
    "calendar": {"zh-Hans": "月历", "zh-Hant": "月曆", "en": "Calendar"},
    "year": {"zh-Hans": "行事历", "zh-Hant": "行事曆", "en": "Year table"},
    "coverage": {"zh-Hans": "职责一览表", "zh-Hant": "分工一覽表", "en": "Coverage"},
    "findings": {"zh-Hans": "检查结果", "zh-Hant": "檢查結果", "en": "Findings"},
}
_TAIWAN_WORDS = {"notice": "函"}  # the office's own word, where it is not the Mainland's
MOST_BYTES = 120  # with the ending; some encrypted folders stop at 143
MOST_HAN = 40
_WIDE = str.maketrans('\\/:*?"<>|', "＼／：＊？＂＜＞｜")
# What Windows keeps for devices, with any ending; and the name of our own front page.
_RESERVED = re.compile(
    r"^(?:(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])\s*(?:\..*)?|index\.html)$",
    re.IGNORECASE,
)


def clean(text: str) -> str:
    """A text as part of a file name on any system: no separators, controls or direction marks."""
    text = unicodedata.normalize("NFC", text).translate(_WIDE)
    kept = "".join(c for c in text if unicodedata.category(c)[0] != "C")
    kept = " ".join(kept.split()).strip(" .")
    return f"_{kept}" if _RESERVED.match(kept) else kept


def shorten(text: str, most: int) -> str:
    """A name of at most ``most`` bytes in UTF-8, cut at the end and never inside a character."""
    data = text.encode()
    if len(data) <= most and len(text) <= MOST_HAN * (3 if text.isascii() else 1):
        return text
    limit = min(most, len(text[: MOST_HAN * (3 if text.isascii() else 1)].encode()))
    return data[:limit].decode(errors="ignore").rstrip(" .-（(《“「")


def document_word(kind: str, language: Language, region: str) -> str:
    """What a document is called; words of the office follow the plan's region."""
    if language == "zh-Hant" and region == "TW":
        return _TAIWAN_WORDS.get(kind, DOCUMENT_WORDS[kind][language])
    return DOCUMENT_WORDS[kind][language]


def document_name(plan: Plan, kind: str, party: str = "") -> str:
    """The file name of a document without its ending; the plan's name is shortened first."""
    word = document_word(kind, plan.language, plan.region)
    gap = " - " if plan.language == "en" else "-"
    whom = shorten(clean(party), 54)
    tail = gap + word + (gap + whom if whom else "")
    room = MOST_BYTES - len(".docx") - len(tail.encode())
    return shorten(plan_name(plan), max(room, 12)) + tail


def plan_name(plan: Plan) -> str:
    """The plan's name in file and folder names."""
    return clean(plan.short_title or plan.title) or clean(plan.id) or "plan"
