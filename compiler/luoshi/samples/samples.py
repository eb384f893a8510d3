"""Sample plans with the name a person gives them.

The samples are files of this folder, ``KIND.LANGUAGE.yaml``. They hold ``$id``, ``$title`` and
``$short`` where the name goes. Traditional Chinese samples are of region TW, the others of CN.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from importlib import resources
from typing import Literal

from luoshi.diagnostics import Language

SampleKind = Literal["school_plan", "special_action", "rating"]
SAMPLE_KINDS: tuple[SampleKind, ...] = ("school_plan", "special_action", "rating")

_TITLES: Mapping[SampleKind, Mapping[Language, str]] = {
    "school_plan": {
        "zh-Hans": "{name}工作计划",
        "zh-Hant": "{name}實施計畫",
        "en": "{name}: School-Year Plan",
    },
    "special_action": {
        "zh-Hans": "{name}专项行动方案",
        "zh-Hant": "{name}專案行動計畫",
        "en": "{name}: Special Action Plan",
    },
    "rating": {
        "zh-Hans": "{name}星级评定方案",
        "zh-Hant": "{name}星級評定計畫",
        "en": "{name}: Star Rating Plan",
    },
}
_IS_TITLE = re.compile(r"(方案|计划|計畫|计画|办法|辦法|\bplan)$", re.IGNORECASE)
# Certain to be read as the very same text: a letter first, no mark that YAML or a check looks at.
_PLAIN = re.compile(r"[^\W\d_](?:[\w（）〔〕“”《》、，。·—-]| (?=\w))*")
_NOT_TEXT = ("y", "n", "yes", "no", "on", "off", "true", "false", "null")
_IN_ID = "-_—·〔〕（）"
_MOST_IN_ID = 64


def sample(kind: SampleKind, language: Language, name: str) -> str:
    """A sample plan as YAML text, titled after ``name``; any name gives a plan that reads.

    ``name`` is what a person typed for the plan, without a file's ending (秋季校园安全, safe-term).
    """
    text = resources.files(__package__).joinpath(f"{kind}.{language}.yaml").read_text("utf-8")
    called = _name(name, language) or _name("plan", language)
    title = called if _IS_TITLE.search(called) else _TITLES[kind][language].format(name=called)
    for mark, content in (("$id", sample_id(name)), ("$title", title), ("$short", called)):
        text = text.replace(f" {mark}\n", f" {_scalar(content)}\n")
    return text


def sample_id(name: str) -> str:
    """The id of a plan with a name: its letters and digits, hyphens for spaces."""
    joined = "-".join(unicodedata.normalize("NFC", name).split())
    kept = "".join(char for char in joined if char.isalnum() or char in _IN_ID)
    kept = re.sub("-{2,}", "-", kept)
    return kept[:_MOST_IN_ID] or "plan"


def _name(name: str, language: Language) -> str:
    """The name as it is printed: no control marks, English words with spaces and capitals."""
    printable = "".join(c if c.isprintable() else " " for c in unicodedata.normalize("NFC", name))
    words = printable.replace("_", " ").replace("-", " ") if language == "en" else printable
    joined = " ".join(words.split())
    if language != "en":
        return joined
    return " ".join(word[:1].upper() + word[1:] for word in joined.split())


def _scalar(content: str) -> str:
    """A text as YAML writes it: plain where that is certain to read as the same text."""
    if _PLAIN.fullmatch(content) and content.lower() not in _NOT_TEXT:
        return content
    return json.dumps(content, ensure_ascii=False)
