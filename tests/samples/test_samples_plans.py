"""``luoshi new``: nine sample plans that check clean, build at once and bear any name."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.check import PROFILES, Profile
from luoshi.diagnostics import LANGUAGES, Language, Severity
from luoshi.document.build import Builder
from luoshi.driver.check import Checked, check_file
from luoshi.letters import letters
from luoshi.model.canonical_keys import renames
from luoshi.samples import SAMPLE_KINDS, SampleKind, sample, sample_id
from luoshi.source import MemoryWorld
from luoshi.syntax import format_text

NAMES: dict[Language, str] = {
    "zh-Hans": "秋季校园安全",
    "zh-Hant": "秋季校園安全",
    "en": "safe-term",
}
PATH = Path("plan.yaml")
EACH = [
    pytest.param(kind, language, id=f"{kind}-{language}")
    for kind in SAMPLE_KINDS
    for language in LANGUAGES
]


def checked(text: str, profile: Profile = "strict") -> Checked:
    return check_file(MemoryWorld({"plan.yaml": text}), PATH, profile)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize(("kind", "language"), EACH)
def test_a_sample_checks_clean(kind: SampleKind, language: Language, profile: Profile) -> None:
    result = checked(sample(kind, language, NAMES[language]), profile)
    assert [(d.code, d.primary) for d in result.findings if d.level is not Severity.NOTE] == []
    assert result.plan is not None


@pytest.mark.parametrize(("kind", "language"), EACH)
def test_a_sample_makes_its_notice_and_a_letter_for_every_party(
    kind: SampleKind, language: Language
) -> None:
    text = sample(kind, language, NAMES[language])
    result = checked(text)
    assert result.plan is not None
    builder = Builder.of(result.plan, MemoryWorld({"plan.yaml": text}))
    notice = builder.notice()
    made = list(builder.letters())
    assert builder.faults == []
    assert notice is not None
    assert notice.blocks
    assert len(made) == len(letters(result.plan.index)) >= 6


@pytest.mark.parametrize(("kind", "language"), EACH)
def test_a_sample_shows_what_a_plan_can_say(kind: SampleKind, language: Language) -> None:
    result = checked(sample(kind, language, NAMES[language]))
    assert result.plan is not None
    plan, index = result.plan.plan, result.plan.index
    assert (plan.kind, plan.language) == (kind, language)
    assert plan.region == ("TW" if language == "zh-Hant" else "CN")
    assert set(index.members) <= set(index.by_unit)
    roles = {owner.role for duty in index.duties for owner in duty.owners}
    assert roles == {"lead", "joint", "assist"} if kind == "special_action" else "lead" in roles
    assert any(duty.record.report for duty in index.duties) or plan.reports  # type: ignore[union-attr]
    assert plan.letters
    assert all(tier.term and tier.copies for tier in plan.letters)
    assert plan.schedule is not None
    assert plan.schedule.months or plan.schedule.phases


@pytest.mark.parametrize(("kind", "language"), EACH)
def test_a_sample_is_laid_out_as_fmt_lays_out(kind: SampleKind, language: Language) -> None:
    text = sample(kind, language, NAMES[language])
    read = checked(text).read
    assert read is not None
    assert read.spelling == language
    assert renames(read) == {}
    assert format_text(read.source, read.node) == text


@pytest.mark.parametrize(("kind", "language"), EACH)
def test_a_sample_is_short_enough_to_read_and_explains_itself(
    kind: SampleKind, language: Language
) -> None:
    lines = sample(kind, language, NAMES[language]).splitlines()
    assert 80 <= len(lines) <= 110
    assert sum("#" in line for line in lines) >= 6
    assert "$" not in "".join(lines)


@pytest.mark.parametrize(
    ("language", "name", "wanted"),
    [
        ("zh-Hans", "秋季校园安全", ("秋季校园安全", "秋季校园安全专项行动方案", "秋季校园安全")),
        ("zh-Hans", "2026年秋季方案", ("2026年秋季方案", "2026年秋季方案", "2026年秋季方案")),
        ("zh-Hant", "校園安全計畫", ("校園安全計畫", "校園安全計畫", "校園安全計畫")),
        ("en", "safe-term", ("safe-term", "Safe Term: Special Action Plan", "Safe Term")),
        ("en", "Autumn plan", ("Autumn-plan", "Autumn Plan", "Autumn Plan")),
        ("zh-Hans", "  ", ("plan", "plan", "plan")),
        ("zh-Hans", "no", ("no", "no专项行动方案", "no")),
        ("zh-Hans", 'a: b # "c"', ("a-b-c", 'a: b # "c"专项行动方案', 'a: b # "c"')),
        ("zh-Hans", "甲/乙", ("甲乙", "甲/乙专项行动方案", "甲/乙")),
    ],
)
def test_the_name_gives_id_title_and_short_title(
    language: Language, name: str, wanted: tuple[str, str, str]
) -> None:
    read = checked(sample("special_action", language, name)).read
    assert read is not None
    assert (read.plan.id, read.plan.title, read.plan.short_title) == wanted


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_any_name_gives_a_plan_that_reads(name: str, language: Language) -> None:
    result = checked(sample("rating", language, name))
    assert result.read is not None
    assert result.read.plan.id == sample_id(name)
    assert not [d for d in result.findings if d.code.startswith(("YML", "MOD"))]
