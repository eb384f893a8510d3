"""Whatever stands in a plan: rules never fail, sentences are whole, order of sections is nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from check_plans import checked, found
from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.diagnostics import LANGUAGES
from luoshi.diagnostics.text import render_all
from luoshi.driver.rules import RULES

CASES = Path(__file__).resolve().parents[1] / "cases"
TEXTS = [
    p.read_text(encoding="utf-8")
    for kind in ("ok", "err")
    for p in sorted((CASES / kind).rglob("*.yaml"))
]
TEXTS += [rule.bad for rule in RULES if rule.code[:3] in ("CHK", "MOD") and rule.bad]
LINES = sorted({line for text in TEXTS for line in text.split("\n")})
CONTENTS = ["", "[]", "{}", "~", "各地", "甲局", "[甲局, 甲局]", "2026-02-30", "xx", "每月31日", "3", "-1", "定期",
            "2026-09-01至2026-08-01", "{单位: 甲局, 角色: 配合}", "[{标题: 一}]", "9999-12-31", "0001-01-01",
            "每月最后一个工作日", "第30周", "{从: 2026-12-01, 到: 2026-01-01}", "99", "成员单位", "学期初、学期中"]  # fmt: skip


@st.composite
def broken_plans(draw: st.DrawFn) -> str:
    """A case with lines left out, doubled or taken from another, and contents exchanged."""
    lines = draw(st.sampled_from(TEXTS)).split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        kind = draw(st.sampled_from(["drop", "double", "insert", "content"]))
        if kind == "drop" and len(lines) > 1:
            del lines[at]
        elif kind == "double":
            lines.insert(at, lines[at])
        elif kind == "insert":
            lines.insert(at, draw(st.sampled_from(LINES)))
        else:
            found_keys = list(re.finditer(r": [^{\[\]},]*", lines[at]))
            if found_keys:
                key = draw(st.sampled_from(found_keys))
                content = draw(st.sampled_from(CONTENTS))
                lines[at] = lines[at][: key.start()] + ": " + content + lines[at][key.end() :]
    return "\n".join(lines)


@settings(max_examples=200, deadline=None)
@given(broken_plans())
def test_no_plan_makes_a_rule_fail(text: str) -> None:
    for finding in (findings := found(text)):
        assert finding.primary is None or finding.primary.end <= len(finding.primary.source.text)
    for language in LANGUAGES:
        render_all(findings, language)


def sections(text: str) -> list[str]:
    """The top-level sections of a plan, each with the lines below it."""
    return re.findall(r"^(?![ #\n]).*\n(?:^(?:[ #].*)?\n)*", text, re.MULTILINE)


ORDERED = [text for text in TEXTS if not any(d.code.startswith("YML") for d in found(text))]


@pytest.mark.parametrize("text", ORDERED[::3], ids=lambda text: text.split("\n")[0][:24])
def test_the_order_of_sections_never_matters(text: str) -> None:
    turned = "".join(reversed(sections(text)))
    before = sorted((d.code, tuple(map(str, d.about))) for d in found(text))
    after = sorted((d.code, tuple(map(str, d.about))) for d in found(turned))
    assert before == after


def test_checking_twice_says_the_same() -> None:
    for text in ORDERED[::7]:
        first, again = checked(text), checked(text)
        assert render_all(first.findings, "zh-Hans") == render_all(again.findings, "zh-Hans")
