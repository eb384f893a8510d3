"""The pages in ``compiler/docs`` that are made from the code say what the code says."""

from __future__ import annotations

from pathlib import Path

import pytest

from luoshi.diagnostics import LANGUAGES, Language
from luoshi.diagnostics.catalogue import catalogue_page
from luoshi.driver.rules import RULES

DOCS = Path(__file__).resolve().parents[1] / "compiler" / "docs"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_findings_lists_every_rule(language: Language, update_golden: bool) -> None:
    page = DOCS / f"findings.{language}.md"
    made = catalogue_page(RULES, language)
    if update_golden:
        page.write_text(made, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == made
    assert all(f"## {rule.code}" in made or rule.code in made for rule in RULES)


def test_the_readme_names_only_pages_that_are_there() -> None:
    readme = (DOCS.parents[1] / "README.md").read_text(encoding="utf-8")
    named = [part.split(")")[0] for part in readme.split("](")[1:]]
    assert named
    for name in named:
        assert (DOCS.parents[1] / name).is_file(), name
