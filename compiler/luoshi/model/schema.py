"""The JSON Schema of a plan, made from the field tables: for editors and outside validators.

Draft 2020-12. It judges what a file is made of after YAML's core rules have read its scalars.
What it cannot say (two spellings of one field, references, readable dates) the Reader says.
"""

from __future__ import annotations

import json
from typing import Any

from luoshi.diagnostics import Diagnostics
from luoshi.model.fields import Field, RecordTable
from luoshi.model.kinds import Many, Rec
from luoshi.model.tables.plan import PLAN, all_tables
from luoshi.source import SourceFile
from luoshi.syntax import ListNode, MapNode, Node, ScalarNode, compose

Schema = dict[str, Any]


def plan_schema() -> Schema:
    """The schema of a plan file; every record is a definition, every field one below it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "落实 方案 / Luoshi plan",
        "$ref": f"#/$defs/{PLAN.name}",
        "$defs": {
            name: schema
            for table in all_tables()
            for name, schema in (_record(table), *_fields_of(table))
        },
    }


def schema_text() -> str:
    """The schema as the JSON text that ``luoshi schema`` prints, with a line end."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n"


def _record(table: RecordTable) -> tuple[str, Schema]:
    entry = _entry(table)
    title = _title(table.title["zh-Hans"], table.title["zh-Hant"], table.title["en"])
    if not table.shorthand:
        return table.name, {"title": title, **entry}
    bare = table.field(table.shorthand)
    short = {"title": _title_of(bare), **bare.kind.schema()}
    return table.name, {"title": title, "anyOf": [entry, short]}


def _entry(table: RecordTable) -> Schema:
    """An object with each field under each of its spellings; required ones in any of them."""
    properties = {
        key: {"$ref": f"#/$defs/{_field_name(table, known)}"}
        for known in table.fields
        for key in known.spellings()
    }
    entry: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    needed = [
        {"anyOf": [{"required": [key]} for key in known.spellings()]}
        for known in table.fields
        if known.required
    ]
    return {**entry, "allOf": needed} if needed else entry


def _fields_of(table: RecordTable) -> list[tuple[str, Schema]]:
    return [(_field_name(table, known), _field(table, known)) for known in table.fields]


def _field_name(table: RecordTable, known: Field) -> str:
    return f"{table.name}.{known.name}"


def _field(table: RecordTable, known: Field) -> Schema:
    hans, english = known.doc["zh-Hans"], known.doc["en"]
    example = example_value(table, known)
    words: Schema = {
        "title": _title_of(known),
        "description": f"{hans}\n{english}",
        "markdownDescription": f"{hans}  \n{english}\n\n```yaml\n{known.example}\n```",
    }
    if _holds_records(known):
        offered: Schema = {
            "defaultSnippets": [{"label": known.hans[0], "description": hans, "body": example}]
        }
    else:
        offered = {"examples": [example]}
    return {**words, **_or_empty(known.kind.schema()), **offered}


def _or_empty(schema: Schema) -> Schema:
    """A field that is not filled in yet is no mistake."""
    if "type" in schema:
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return {**schema, "type": [*types, "null"]}
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    return {"anyOf": [*schema.get("anyOf", [schema]), {"type": "null"}]}


def _holds_records(known: Field) -> bool:
    kind = known.kind
    return isinstance(kind, Rec) or (isinstance(kind, Many) and isinstance(kind.item, Rec))


def _title_of(known: Field) -> str:
    return _title(known.hans[0], known.hant[0], known.en[0])


def _title(*spellings: str) -> str:
    return " / ".join(dict.fromkeys(spellings))


def example_value(table: RecordTable, known: Field) -> Any:
    """What the example of a field writes there, as lists, objects, texts and numbers."""
    root = compose(SourceFile(known.name, known.example), Diagnostics())
    if isinstance(root, MapNode):
        for key, content in root.pairs:
            if table.field_by_key.get(key.value) is known:
                return plain_value(content)
    raise ValueError(f"{table.name}.{known.name}: the example does not write the field")


def plain_value(node: Node) -> Any:
    """A node as a validator sees it: numbers, yes/no and nothing by YAML's core rules."""
    if isinstance(node, MapNode):
        return {key.value: plain_value(content) for key, content in node.pairs}
    if isinstance(node, ListNode):
        return [plain_value(item) for item in node.items]
    return _core(node) if isinstance(node, ScalarNode) else None


def _core(node: ScalarNode) -> Any:
    if not node.plain:
        return node.value
    if node.is_empty:
        return None
    if node.value in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return node.value.lower() == "true"
    return _number(node.value)


def _number(text: str) -> int | float | str:
    if not text.isascii() or not text.strip("+-").replace(".", "", 1).isdecimal():
        return text
    return float(text) if "." in text else int(text)
