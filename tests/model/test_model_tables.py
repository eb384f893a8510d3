"""The field tables agree with the records they build and with each other."""

from __future__ import annotations

import dataclasses
import re
import typing
from typing import Any

import pytest

from luoshi.diagnostics import LANGUAGES, Diagnostics
from luoshi.model import records
from luoshi.model.fields import Field, RecordTable
from luoshi.model.kinds import Choice
from luoshi.model.tables.plan import all_tables
from luoshi.source import SourceFile
from luoshi.syntax import MapNode, compose

TABLES = [pytest.param(table, id=table.name) for table in all_tables()]
EVERY_FIELD = [
    pytest.param(table, known, id=f"{table.name}.{known.name}")
    for table in all_tables()
    for known in table.fields
]


def shape(table: RecordTable) -> dict[str, dataclasses.Field[Any]]:
    build: Any = table.build
    return {f.name: f for f in dataclasses.fields(build) if f.name != "origin"}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_exactly_the_fields_of_its_record(table: RecordTable) -> None:
    assert sorted(known.name for known in table.fields) == sorted(shape(table))


@pytest.mark.parametrize(("table", "known"), EVERY_FIELD)
def test_a_field_left_out_is_what_the_record_has_by_itself(
    table: RecordTable, known: Field
) -> None:
    assert getattr(table.build(), known.name) == known.default


@pytest.mark.parametrize("table", TABLES)
def test_every_record_of_the_language_has_a_title_and_its_shorthand_is_a_field(
    table: RecordTable,
) -> None:
    assert all(table.title[language] for language in LANGUAGES)
    if table.shorthand:
        assert table.field(table.shorthand).kind.tables() == ()


def test_every_record_class_is_reached_from_the_plan() -> None:
    built = {table.build for table in all_tables()}
    classes = {
        value
        for value in vars(records).values()
        if isinstance(value, type) and issubclass(value, records.Record)
    }
    assert classes - {records.Record} == built


@pytest.mark.parametrize(("table", "known"), EVERY_FIELD)
def test_the_words_about_a_field_are_sentences(table: RecordTable, known: Field) -> None:
    assert known.doc["zh-Hans"].endswith("。")
    assert known.doc["zh-Hant"].endswith("。")
    assert re.fullmatch(r"[A-Z0-9“].*\.", known.doc["en"])
    assert not re.search("[您你]", known.doc["zh-Hans"] + known.doc["zh-Hant"])


@pytest.mark.parametrize(("table", "known"), EVERY_FIELD)
def test_a_spelling_can_be_written_plainly_and_in_no_other_language(
    table: RecordTable, known: Field
) -> None:
    assert all(re.fullmatch(r"[a-z_]+", key) for key in known.en)
    assert all(re.fullmatch(r"[\u4e00-\u9fff]+", key) for key in (*known.hans, *known.hant))
    for key in known.spellings():
        root = compose(SourceFile("plan.yaml", f"{key}: x\n"), Diagnostics())
        assert isinstance(root, MapNode)
        assert root.pairs[0][0].value == key


@pytest.mark.parametrize(("table", "known"), EVERY_FIELD)
def test_a_choice_reads_every_word_and_gives_what_the_record_allows(
    table: RecordTable, known: Field
) -> None:
    if not isinstance(known.kind, Choice):
        return
    hints = typing.get_type_hints(table.build)
    allowed = typing.get_args(hints[known.name])
    for value, spellings in known.kind.options:
        assert {known.kind.parse(word) for word in spellings} == {value}
        assert not allowed or value in allowed
    assert not allowed or {value for value, _ in known.kind.options} == set(allowed)
