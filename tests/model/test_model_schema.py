"""The JSON Schema: valid by its own draft, accepts what reads well, refuses what does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from luoshi.diagnostics import Diagnostics
from luoshi.model.fields import Field, RecordTable
from luoshi.model.schema import example_value, plain_value, plan_schema, schema_text
from luoshi.model.tables.plan import all_tables
from luoshi.source import SourceFile
from luoshi.syntax import compose

ROOT = Path(__file__).resolve().parents[2]
COMMITTED = ROOT / "compiler" / "docs" / "plan.schema.json"
PLANS = sorted((ROOT / "plans").glob("*.yaml"))
SCHEMA = plan_schema()
EVERY_FIELD = [
    pytest.param(table, known, id=f"{table.name}.{known.name}")
    for table in all_tables()
    for known in table.fields
]


def as_editor_sees(text: str) -> Any:
    return plain_value(compose(SourceFile("plan.yaml", text), Diagnostics()))


def faults(text: str) -> list[str]:
    found = Draft202012Validator(SCHEMA).iter_errors(as_editor_sees(text))
    return [fault.message for fault in found]


def test_the_schema_is_valid_by_its_own_draft() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_every_plan_of_the_repository_is_accepted(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(("table", "known"), EVERY_FIELD)
def test_the_example_of_a_field_is_accepted_under_each_spelling(
    table: RecordTable, known: Field
) -> None:
    value = example_value(table, known)
    judge = Draft202012Validator(
        {"$ref": f"#/$defs/{table.name}.{known.name}", "$defs": SCHEMA["$defs"]}
    )
    assert list(judge.iter_errors(value)) == []
    properties = _entry(table.name)["properties"]
    assert set(known.spellings()) <= set(properties)


def _entry(name: str) -> dict[str, Any]:
    record: dict[str, Any] = SCHEMA["$defs"][name]
    return record["anyOf"][0] if "anyOf" in record else record


@pytest.mark.parametrize(("table", "known"), EVERY_FIELD)
def test_every_field_explains_itself_to_an_editor(table: RecordTable, known: Field) -> None:
    field = SCHEMA["$defs"][f"{table.name}.{known.name}"]
    assert field["title"].startswith(known.hans[0])
    assert known.doc["zh-Hans"] in field["description"]
    assert known.doc["en"] in field["description"]
    assert known.example in field["markdownDescription"]


@pytest.mark.parametrize(
    "text",
    [
        "标题: 方案\n",
        "title: Plan\n",
        "標題: 計畫\n單位:\n",
        "标题: 方案\n单位: 市教育局\n",
        "标题: 方案\n责任分工: {责任单位: [甲, {单位: 乙, 角色: 配合}], 职责: 检查}\n",
        "标题: 2026\n学期: []\n",
        "标题: 方案\n考核奖惩: {总分: 100, 名额: {不超过: 30%, 分项: {三星: 5%}}}\n",
        "标题: 方案\n进度安排: {月份安排: [{月份: [七, 8], 事项: 演练}]}\n",
    ],
)
def test_forms_that_may_be_written_are_accepted(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("单位: [市教育局]\n", "no title in any spelling"),
        ("标题: 方案\n指导思象: 预防\n", "a field with a wrong letter"),
        ("标题: [方案]\n", "a list for a text"),
        ("标题: 方案\n语言: 火星文\n", "a word that is no language"),
        ("标题: 方案\n依据: [{文号: 1号}]\n", "an entry without the field it must have"),
        ("标题: 方案\n期限: {年数: 90}\n", "a number out of bounds"),
        ("标题: 方案\n期限: {年数: 3.5}\n", "no whole number"),
        ("标题: 方案\n期限: {年数: 三点五}\n", "no number in words"),
        ("标题: 方案\n编号: 护校 安园\n", "an id with a space"),
        ("标题: 方案\n考核奖惩: {总分: 一百}\n", "no number"),
        ("标题: 方案\n责任分工: [巡逻]\n", "a text where an entry belongs"),
        ("标题: 方案\n责任书: [{甲方: 学校}]\n", "a tier without its second side"),
        ("- 方案\n", "a list for a plan"),
    ],
)
def test_what_cannot_be_read_is_refused(text: str, why: str) -> None:
    assert faults(text), why


def test_the_committed_schema_is_the_one_the_tables_give(update_golden: bool) -> None:
    if update_golden:
        COMMITTED.write_text(schema_text(), encoding="utf-8", newline="\n")
    assert COMMITTED.read_text(encoding="utf-8") == schema_text()
