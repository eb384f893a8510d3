"""In which language to speak: asked for, else the system's."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from luoshi.languages import LANGUAGES, Language

_NAMES = ("LUOSHI_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
_WINDOWS = {
    0x0804: "zh-Hans",
    0x1004: "zh-Hans",
    0x0404: "zh-Hant",
    0x0C04: "zh-Hant",
    0x1404: "zh-Hant",
}


def system_language(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> Language | None:
    """The language of the system, None where it says nothing (``C``, ``POSIX``)."""
    for name in _NAMES:
        value = environment.get(name, "")
        if value:
            return language_of(value)
    if platform == "win32":
        return _windows_language()
    return None


def language_of(name: str) -> Language | None:
    """The language a locale name or one of ours stands for, None for ``C`` and ``POSIX``."""
    plain = name.partition(".")[0].partition("@")[0].replace("_", "-").lower()
    for language in LANGUAGES:
        if plain == language.lower():
            return language
    if plain in ("c", "posix", ""):
        return None
    if plain.startswith("zh"):
        traditional = any(part in plain for part in ("tw", "hk", "mo", "hant"))
        return "zh-Hant" if traditional else "zh-Hans"
    return "en"


def asked_language(arguments: Sequence[str]) -> Language | None:
    """The language a command line asks for, read without the commands; None where it asks none."""
    for before, word in zip(("", *arguments), arguments, strict=False):
        if before in ("-l", "--language"):
            return language_of(word)
        if word.startswith("--language="):
            return language_of(word.partition("=")[2])
    return None


def readable(language: Language, encoding: str | None) -> Language:
    """The language itself where a console has its characters, else English."""
    sample = {"zh-Hans": "检查", "zh-Hant": "檢查"}.get(language, "")
    try:
        sample.encode(encoding or "utf-8")
    except (LookupError, UnicodeEncodeError):
        return "en"
    return language


def _windows_language() -> Language | None:
    import ctypes  # noqa: PLC0415 - only Windows asks

    code = ctypes.windll.kernel32.GetUserDefaultUILanguage()  # type: ignore[attr-defined,unused-ignore]
    found = _WINDOWS.get(code, "en")
    return next((lang for lang in LANGUAGES if lang == found), None)
