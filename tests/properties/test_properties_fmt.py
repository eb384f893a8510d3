"""``luoshi fmt`` on plans of every shape: the meaning and the comments stay, twice is once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from luoshi.diagnostics import Diagnostics
from luoshi.model import ReadPlan, read_plan
from luoshi.model.canonical_keys import renames
from luoshi.model.fields import Field, RecordTable
from luoshi.model.kinds import Amount, Choice, Dated, Many, Rec, Shares, Whole
from luoshi.model.tables.plan import PLAN
from luoshi.source import MemoryWorld
from luoshi.syntax import format_text

PATH = Path("plan.yaml")
PLANS = sorted((Path(__file__).resolve().parents[2] / "plans").glob("*.yaml"))
CLOCKLESS = ["2026-09-30", "9月30日", "2026-11-02", "每周五15:00", "每月2日、17日前"]
TEXTS = ["校园安全", "甲、乙", "a b", "“三防”", "'单引号'", '"0912"', "3.10", "no", "14:30",
         ">-\n  折行的\n  文字", "|\n  一行\n    二行", "x # 不是内容", "~", ""]  # fmt: skip


def read(text: str) -> ReadPlan:
    found = read_plan(MemoryWorld({"plan.yaml": text}), PATH, Diagnostics())
    assert found is not None
    return found


def formatted(text: str) -> str | None:
    found = read(text)
    return format_text(found.source, found.node, renames(found))


def comments(text: str) -> list[str]:
    return re.findall(r"# 注\d+", text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("标题: 方案\n单位: [{name: 甲, short: 乙}]\n", "标题: 方案\n单位: [{名称: 甲, 简称: 乙}]\n"),
        (
            "标题: 方案\n组织领导:\n    领导小组: {成员单位: [甲]}\n",
            "标题: 方案\n组织领导:\n  领导小组: {成员: [甲]}\n",
        ),
        (
            "title: Plan\ncampaigns:\n- {title: Gate, owner: [A, B]}\n- {title: Road, owners: A}\n",
            "title: Plan\ncampaigns:\n  - {title: Gate, owners: [A, B]}\n  - {title: Road, owner: A}\n",
        ),
        (
            "標題: 計畫\n組織領導: {推動小組: {召集人: 校長, 成员: 甲}}\n",
            "標題: 計畫\n組織領導: {推動小組: {召集人: 校長, 成員: 甲}}\n",
        ),
        ("标题: 方案\nunits: [name, 名称]\n简称: title\n", "标题: 方案\n单位: [name, 名称]\n简称: title\n"),
    ],
)  # fmt: skip
def test_keys_are_spelled_in_the_language_of_the_file(text: str, wanted: str) -> None:
    assert formatted(text) == wanted


def test_a_field_written_twice_is_left_as_it_is() -> None:
    found = read("标题: 方案\n责任分工: [{owner: 甲, owners: 乙}]\n")
    assert renames(found) == {}


def test_contents_that_look_like_keys_are_never_touched() -> None:
    found = read(
        "标题: 方案\n考核奖惩: {名额: [{分项: {text: 5%, 标题: 1%}}]}\n提纲: [tasks, period]\n"
    )
    assert renames(found) == {}


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_the_plans_of_the_repository_keep_their_meaning(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    once = formatted(text)
    assert once is not None
    assert read(once).plan == read(text).plan
    assert formatted(once) == once
    assert sorted(re.findall(r"#.*", once)) == sorted(re.findall(r"#.*", text))


# --- generated plans ------------------------------------------------------------------------------


@st.composite
def plans(draw: st.DrawFn) -> str:
    """A plan in block form with odd spacing, comments and keys of all three languages mixed."""
    lines = _Lines(draw)
    lines.record(PLAN, 0, depth=0)
    return "\n".join(lines.out) + "\n"


class _Lines:
    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.out: list[str] = []
        self.notes = 0

    def record(self, table: RecordTable, indent: int, depth: int) -> None:
        most = 6 if depth == 0 else 3
        fields = self.draw(
            st.lists(
                st.sampled_from(table.fields),
                min_size=1,
                max_size=most,
                unique_by=lambda known: known.name,
            )
        )
        for known in fields:
            self.gap(indent)
            self.field(known, indent, depth)

    def gap(self, indent: int) -> None:
        match self.draw(st.integers(0, 5)):
            case 0:
                self.notes += 1
                self.out.append(" " * indent + f"# 注{self.notes}")
            case 1:
                self.out.append("")

    def field(self, known: Field, indent: int, depth: int) -> None:
        key = self.draw(st.sampled_from(known.spellings()))
        table = _table(known)
        pad = " " * indent
        if table is None:
            self.out.append(
                f"{pad}{key}:{' ' * self.draw(st.integers(1, 3))}{self.content(known, indent)}"
            )
        elif depth >= 3:
            self.out.append(
                f"{pad}{key}: {{{self.draw(st.sampled_from(table.fields[0].spellings()))}: 甲}}"
            )
        else:
            self.out.append(f"{pad}{key}:")
            step = self.draw(st.integers(1, 4))
            if isinstance(known.kind, Many):
                for _ in range(self.draw(st.integers(1, 2))):
                    self.item(table, indent + step, depth + 1)
            else:
                self.record(table, indent + step, depth + 1)

    def item(self, table: RecordTable, indent: int, depth: int) -> None:
        inner = _Lines(self.draw)
        inner.notes = self.notes
        inner.record(table, indent + 2, depth)
        self.notes = inner.notes
        first = next(
            n for n, line in enumerate(inner.out) if line.strip() and "#" not in line.split(":")[0]
        )
        inner.out[first] = " " * indent + "- " + inner.out[first].lstrip()
        self.out += inner.out

    def content(self, known: Field, indent: int) -> str:
        kind: Any = known.kind
        listed = isinstance(kind, Many)
        item = kind.item if listed else kind
        texts = [
            self.scalar(item, indent) for _ in range(self.draw(st.integers(1, 3)) if listed else 1)
        ]
        if not listed or any("\n" in text or "#" in text for text in texts):
            return texts[0]
        return f"[{',  '.join(text or '甲' for text in texts)} ]"

    def scalar(self, kind: Any, indent: int) -> str:
        if isinstance(kind, Choice):
            return self.draw(st.sampled_from(kind.options[0][1]))
        if isinstance(kind, Dated):
            return self.draw(st.sampled_from(CLOCKLESS))
        if isinstance(kind, Whole | Amount):
            return self.draw(st.sampled_from(["1", "2"]))
        if isinstance(kind, Shares):
            return "{三星: 5%,  title: 3%}"
        text = self.draw(st.sampled_from(TEXTS))
        return text.replace("\n", "\n" + " " * indent)


def _table(known: Field) -> RecordTable | None:
    kind: Any = known.kind
    item = kind.item if isinstance(kind, Many) else kind
    return item.table() if isinstance(item, Rec) else None


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(plans())
def test_fmt_keeps_the_plan_and_the_comments_and_settles_at_once(text: str) -> None:
    before = read(text)
    once = format_text(before.source, before.node, renames(before))
    if once is None:
        return  # a file with mistakes is left alone
    after = read(once)
    assert after.plan == before.plan
    assert comments(once) == comments(text)
    assert renames(after) == {}
    assert formatted(once) == once


def test_the_generated_plans_are_mostly_laid_out_and_renamed() -> None:
    """The property above would say nothing if every plan were left alone."""
    outcomes: list[tuple[bool, bool]] = []

    @settings(max_examples=60, deadline=None, database=None, derandomize=True)
    @given(plans())
    def gather(text: str) -> None:
        found = read(text)
        outcomes.append((formatted(text) is not None, bool(renames(found))))

    gather()
    assert sum(laid_out for laid_out, _ in outcomes) > len(outcomes) * 0.7
    assert sum(renamed for _, renamed in outcomes) > len(outcomes) * 0.3
