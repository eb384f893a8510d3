"""Names of files and folders: readable anywhere, on any system, and never a way out of the folder."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from luoshi.document.naming import DOCUMENT_WORDS, MOST_BYTES, clean, document_name, shorten
from luoshi.model.records import Plan

_HOSTILE = [
    "..", "../../etc/passwd", "..\\..\\x", "/etc/passwd", "C:\\x", "a/b", "a\\b", "a:b", "a*?\"<>|b", "con", "CON", "aux.txt",
    "nul", "COM1", "lpt9.docx", "COM¹", "index.html", ".luoshi", ".", "", " ", "a.", "a ", "\u202egnp.exe", "a\u0000b", "a\nb", "a\u200bb",
    "\ufeffa", "\ud800", "x" * 300, "长" * 300, "é" * 200, "-rf", "~", "$HOME", "%TEMP%", "😀" * 60,
]  # fmt: skip


def _plan(title: str, language: str = "zh-Hans") -> Plan:
    return Plan(id="p", title=title, language=language)  # type: ignore[arg-type]


def _assert_safe(name: str) -> None:
    for flavour in (PurePosixPath, PureWindowsPath):
        path = flavour(name)
        assert path.name == name, "it is one name, not a path"
        assert not path.is_absolute()
    assert not name.startswith((".", " "))
    assert not name.endswith((".", " "))
    assert not any(unicodedata.category(char)[0] == "C" for char in name)
    assert not PureWindowsPath(name).is_reserved()
    assert len(name.encode()) <= 255


@pytest.mark.parametrize("text", _HOSTILE)
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_no_title_and_no_party_gives_a_name_that_hurts(text: str, language: str) -> None:
    for kind in DOCUMENT_WORDS:
        name = document_name(_plan(text, language), kind, text)
        _assert_safe(name)
        assert len(f"{name}.docx".encode()) <= MOST_BYTES


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
@example("", "／" * 100)
@example("con", "con")
def test_any_text_gives_a_sound_name(title: str, party: str) -> None:
    name = document_name(_plan(title), "letter", party)
    _assert_safe(f"{name}.docx")
    assert len(f"{name}.docx".encode()) <= MOST_BYTES


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80))
def test_a_cleaned_name_is_a_folder_anywhere(text: str) -> None:
    name = shorten(clean(text), 90)
    if name:
        _assert_safe(name)


def test_a_name_says_plan_document_and_party() -> None:
    assert document_name(_plan("校园安全方案"), "letter", "教务处") == "校园安全方案-责任书-教务处"
    assert (
        document_name(_plan("Safe Term", "en"), "letter", "Office") == "Safe Term - Letter - Office"
    )


def test_the_plans_name_is_cut_before_the_partys() -> None:
    name = document_name(_plan("长" * 80), "letter", "教务处")
    assert name.endswith("-责任书-教务处")


def test_front_page_and_devices_keep_their_names() -> None:
    assert clean("index.html") != "index.html"
    assert clean("Aux.foo") == "_Aux.foo"
    assert clean("控制台") == "控制台"
