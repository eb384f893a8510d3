"""Small plans in folders: those in ``ok`` are silent, those in ``err`` say exactly what is beside them.

The first line of a plan may name the reader's language (``# en``, ``# zh-Hant``); else zh-Hans.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from luoshi.diagnostics import Diagnostic, Language
from luoshi.diagnostics.text import render_all, summary
from luoshi.driver.check import check_file
from luoshi.source.world import MemoryWorld

CASES = Path(__file__).parent / "cases"
GOOD = sorted((CASES / "ok").rglob("*.yaml"))
BAD = sorted((CASES / "err").rglob("*.yaml"))
TODAY = date(2026, 9, 1)


def findings(path: Path) -> tuple[Diagnostic, ...]:
    """Everything found in a case; its folder is all the disk there is."""
    files = {p.name: p.read_bytes() for p in path.parent.iterdir() if p.is_file()}
    return check_file(MemoryWorld(files, TODAY), Path(path.name)).findings


def language(path: Path) -> Language:
    """The language of the reader, from the first line."""
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    words = first.removeprefix("#").split()
    named: Language
    for named in ("zh-Hans", "zh-Hant", "en"):
        if first.startswith("#") and words and words[0].rstrip(":：") == named:
            return named
    return "zh-Hans"


def name(path: Path) -> str:
    return str(path.relative_to(CASES).with_suffix(""))


@pytest.mark.parametrize("path", GOOD, ids=name)
def test_a_sound_plan_is_silent(path: Path) -> None:
    found = findings(path)
    assert not found, render_all(found, language(path))


@pytest.mark.parametrize("path", BAD, ids=name)
def test_a_plan_with_a_hole_says_so(path: Path, update_golden: bool) -> None:
    found, reader = findings(path), language(path)
    assert found, "the case has no finding"
    text = f"{render_all(found, reader)}\n\n{summary(found, reader, (path.name,))}\n"
    expected = path.with_suffix(".out")
    if update_golden:
        expected.write_text(text, encoding="utf-8", newline="\n")
    assert text == expected.read_text(encoding="utf-8")


def test_every_expected_output_has_its_plan() -> None:
    for expected in (CASES / "err").rglob("*.out"):
        assert expected.with_suffix(".yaml").exists(), expected
