"""No field is read for nothing: changing its content changes a document, a calendar or a finding."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from luoshi.diagnostics.wording import headline, help_text
from luoshi.document.build import Builder
from luoshi.document.calendar import build_calendar
from luoshi.document.coverage import build_coverage
from luoshi.document.tree import Document
from luoshi.driver.check import check_file
from luoshi.letters import letters
from luoshi.model.fields import Field, RecordTable
from luoshi.model.kinds import Amount, Choice, Dated, Id, Many, Rec, Ref, Shares, Whole
from luoshi.model.records import Record
from luoshi.model.tables.plan import all_tables
from luoshi.model.walk import records
from luoshi.source import MemoryWorld
from luoshi.syntax import ListNode, MapNode, Node, ScalarNode

TEXT = (Path(__file__).parent / "every_field.yaml").read_text(encoding="utf-8")
PATH = Path("全栏目.yaml")
TODAY = date(2026, 9, 15)
# Ids tell entries apart for diff and for links; those nobody links to change nothing by themselves.
IDENTITY = "id"
# Read, and waiting for the document that says them; whoever adds it takes the name off this list.
AWAITED: frozenset[str] = frozenset()
OUTLINE = "\n提纲:"
EVERY_FIELD = [
    pytest.param(table, known, id=f"{table.name}.{known.name}")
    for table in all_tables()
    for known in table.fields
    if known.name != IDENTITY
]


@cache
def workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "封面"  # type: ignore[union-attr]
    for title, name in (("人", "赵平"), ("别人", "钱和")):
        page = book.create_sheet(title)
        page.append(["姓名", "单位", "职务"])
        page.append([name, "大队", f"{name}队长"])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def world(text: str) -> MemoryWorld:
    table = workbook()
    tables: dict[str, str | bytes] = {"班.csv": "名称\n一班\n二班\n", "表.xlsx": table}
    return MemoryWorld({PATH.name: text, **tables}, TODAY)


def told(text: str) -> Iterator[str]:
    """Everything people see, hashes left out: findings first, documents only when asked for."""
    here = world(text)
    result = check_file(here, PATH)
    for d in result.findings:
        yield f"{d.code} {headline(d, 'zh-Hans')} {help_text(d, 'zh-Hans')} {d.waived} {d.level}"
    if result.plan is None:
        return
    builder = Builder.of(result.plan, here)
    yield shown(builder.notice())
    yield without_hash(repr(build_calendar(result.plan)))
    yield without_hash(repr(build_coverage(result.plan)))
    yield " ".join(letter.key for letter in letters(result.plan.index))
    for _, document in builder.letters():
        yield shown(document)


def shown(document: Document | None) -> str:
    assert document is not None
    said = (document.name, document.title, document.language, document.style, document.author)
    return " ".join((*said, document.plan_id, *document.keywords, repr(document.blocks)))


def without_hash(text: str) -> str:
    return re.sub(r"\b[0-9a-f]{64}\b|[0-9a-f]{4}·[0-9a-f]{4}", "", text)


def differs(text: str, before: tuple[str, ...]) -> bool:
    return any(new != old for new, old in zip_longest(told(text), before))


@cache
def base() -> tuple[tuple[str, ...], Any]:
    result = check_file(world(TEXT), PATH)
    assert result.plan is not None, [(d.code, headline(d, "zh-Hans")) for d in result.findings]
    return tuple(told(TEXT)), result.plan.plan


@cache
def unordered() -> tuple[str, ...]:
    return tuple(told(TEXT.split(OUTLINE)[0]))


def written(table: RecordTable, known: Field) -> Iterator[Node]:
    """Every place of the text where a field stands."""
    plan: Record = base()[1]
    for record in records(plan):
        if record.origin.table is table:
            pair = record.origin.pair(known.name)
            if pair is not None:
                yield pair[1]
            elif table.shorthand == known.name and type(record.origin.node) is ScalarNode:
                yield record.origin.node


def changed(node: Node, kind: Any) -> str:
    """The text with the content of one place changed to another that reads as well."""
    inner = kind.item if isinstance(kind, Many) else kind
    while isinstance(node, ListNode):
        node = node.items[0]
    if isinstance(node, MapNode):
        node = node.pairs[0][1]
    assert isinstance(node, ScalarNode)
    return TEXT[: node.start] + other(node.value, inner) + TEXT[node.end :]


def other(value: str, kind: Any) -> str:
    if isinstance(kind, Choice):
        spelled = [words[1] for _, words in kind.options if value not in words]
        return spelled[0]
    if isinstance(kind, Dated):
        return other_date(value)
    if isinstance(kind, Whole | Amount | Shares):
        return re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10 or 1), value, count=1)
    if isinstance(kind, Ref) and kind.target == "unit":
        return "财政局" if value != "财政局" else "教育局"
    if isinstance(kind, Id):
        return value + "改"
    return value.replace("。", "") + "改"


def other_date(value: str) -> str:
    if value.startswith("每年"):
        return "每月3日"
    if value.startswith(("每月", "每周")):
        return "每月5日前" if "前" in value else "每月5日"
    if "次/" in value:
        return value.replace("1次", "2次")
    if "学年" in value:
        return "2027—2028学年"
    return value[:-2] + f"{int(value[-2:]) % 27 + 1:02}"


@pytest.mark.parametrize(("table", "known"), EVERY_FIELD)
def test_a_field_reaches_a_document_a_calendar_or_a_finding(
    table: RecordTable, known: Field
) -> None:
    before, _ = base()
    places = list(written(table, known))
    assert places, "the plan of this test does not write the field"
    if holds_records(known):
        return  # the fields of its records are judged one by one
    texts = [changed(node, known.kind) for node in places]
    reached = any(differs(text, before) for text in texts)
    if not reached:  # the order of the kind of plan counts where no outline is written
        reached = any(differs(text.split(OUTLINE)[0], unordered()) for text in texts)
    assert reached == (f"{table.name}.{known.name}" not in AWAITED)


def holds_records(known: Field) -> bool:
    kind: Any = known.kind
    return isinstance(kind.item if isinstance(kind, Many) else kind, Rec)
