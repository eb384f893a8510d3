"""The reference page: every field, in three languages, with an example that reads as it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from luoshi.diagnostics import LANGUAGES, Diagnostics, Language
from luoshi.model.fields import Field, RecordTable
from luoshi.model.reader import Reader
from luoshi.model.reference import example_in, reference_page
from luoshi.model.reference_words import EXAMPLE_WORDS
from luoshi.model.tables.plan import all_tables
from luoshi.source import SourceFile
from luoshi.syntax import compose

DOCS = Path(__file__).resolve().parents[2] / "compiler" / "docs"
EVERY_FIELD = [
    pytest.param(table, known, id=f"{table.name}.{known.name}")
    for table in all_tables()
    for known in table.fields
]
NOT_ASKED = {"MOD002"}  # an example may leave out required fields of its record


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("table", "known"), EVERY_FIELD)
def test_an_example_reads_without_findings_and_sets_its_field(
    table: RecordTable, known: Field, language: Language
) -> None:
    text = example_in(table, known, language)
    bag = Diagnostics()
    root = compose(SourceFile("example.yaml", text), bag)
    record = Reader(bag).record(root, table)
    assert [d.code for d in bag.sorted() if d.code not in NOT_ASKED] == []
    assert known.name in {name for name in table.defaults if record.origin.has(name)}
    if known.name not in ("kind", "role", "language", "region", "count"):
        assert getattr(record, known.name) != known.default


@pytest.mark.parametrize(("table", "known"), EVERY_FIELD)
def test_an_example_speaks_the_language_of_its_page(table: RecordTable, known: Field) -> None:
    english = example_in(table, known, "en")
    assert not any("\u4e00" <= char <= "\u9fff" for char in english)
    assert example_in(table, known, "zh-Hans") == known.example


def test_no_translated_content_is_left_that_no_example_uses() -> None:
    written = "\n".join(f.example for table in all_tables() for f in table.fields)
    assert [text for text in EXAMPLE_WORDS if text not in written] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_spelling_and_every_word_of_a_choice_is_on_the_page(language: Language) -> None:
    page = reference_page(language)
    for table in all_tables():
        assert f'<a id="{table.name}"></a>' in page
        for known in table.fields:
            assert all(f"`{key}`" in page for key in known.spellings())
            assert known.doc[language] in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_has_the_cells_of_its_head(language: Language) -> None:
    rows = [line for line in reference_page(language).splitlines() if line.startswith("|")]
    assert {line.count("|") for line in rows} == {7}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_committed_page_is_the_one_the_tables_give(
    language: Language, update_golden: bool
) -> None:
    path = DOCS / f"reference.{language}.md"
    if update_golden:
        path.write_text(reference_page(language), encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == reference_page(language)
