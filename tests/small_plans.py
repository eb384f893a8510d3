"""Small plans as plain Python values, for tests of what is made from them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from luoshi.check import CheckedPlan
from luoshi.diagnostics import Diagnostic
from luoshi.document.build import Builder
from luoshi.document.tree import (
    Document,
    Heading,
    Paragraph,
    SignatureBlock,
    SignOff,
    Table,
    Title,
    plain_text,
)
from luoshi.driver.check import check_file
from luoshi.letters import Letter, letters
from luoshi.source import MemoryWorld
from luoshi.source.world import World

TODAY = date(2026, 9, 1)
PATH = Path("plan.yaml")


def base(**fields: Any) -> dict[str, Any]:
    """A plan with three departments, each with one duty, that has nothing to be found."""
    plan: dict[str, Any] = {
        "id": "safety",
        "title": "校园安全工作方案",
        "language": "zh-Hans",
        "period": {"from": "2026-09-01", "to": "2026-12-31"},
        "issue": {"organs": ["校办"], "to": ["各处室"], "date": "2026-08-28"},
        "units": [
            {"id": "校办", "name": "校长办公室", "head": "张三"},
            {"id": "教务", "name": "教务处"},
            {"id": "总务", "name": "总务处"},
        ],
        "division_of_labor": [
            {"owners": ["校办"], "duties": [{"id": "a1", "text": "统筹全校安全工作"}]},
            {"owners": ["教务"], "duties": [{"id": "a2", "text": "安排安全教育课"}]},
            {"owners": ["总务"], "duties": [{"id": "a3", "text": "检查消防器材"}]},
        ],
    }
    plan.update(fields)
    return plan


def as_yaml(plan: Mapping[str, Any]) -> str:
    """A plan as YAML; JSON is YAML, and no text of it can be misread."""
    return json.dumps(plan, ensure_ascii=False, indent=1)


def world_of(
    plan: Mapping[str, Any], files: Mapping[str, str | bytes] | None = None
) -> MemoryWorld:
    """A world that holds a plan as ``plan.yaml`` and other files beside it."""
    return MemoryWorld({PATH.name: as_yaml(plan), **(files or {})}, TODAY)


def findings_of(
    plan: Mapping[str, Any], files: Mapping[str, str | bytes] | None = None
) -> tuple[Diagnostic, ...]:
    """Everything found in a plan."""
    return check_file(world_of(plan, files), PATH).findings


def checked(world: World, profile: str = "draft") -> CheckedPlan:
    """A plan that must have nothing to fix."""
    found = check_file(world, PATH, profile)  # type: ignore[arg-type]
    assert found.plan is not None, [(d.code, d.args) for d in found.findings]
    return found.plan


def letters_of(
    plan: Mapping[str, Any], files: Mapping[str, str | bytes] | None = None
) -> tuple[Letter, ...]:
    """The letters of a plan."""
    return letters(checked(world_of(plan, files)).index)


def duties_by_taker(found: tuple[Letter, ...]) -> dict[str, list[str]]:
    """The name of every second side, to the texts of its duties."""
    return {x.taker.name: [b.obligation.text for b in x.duties] for x in found}


def builder_of(world: World) -> Builder:
    """The builder of ``plan.yaml``."""
    return Builder.of(checked(world), world)


def words(document: Document) -> str:
    """All words of a document, block by block, as a reader sees them."""
    parts: list[str] = []
    for block in document.blocks:
        match block:
            case Title(children) | Heading(_, _, children) | Paragraph(children):
                parts.append(plain_text(children))
            case Table():
                rows = (*block.head, *block.rows)
                parts += [plain_text(cell.children) for row in rows for cell in row]
            case SignOff(organs, day):
                parts += [*organs, day]
            case SignatureBlock(sides):
                parts += [f"{s.label} {s.name} {s.signer}" for s in sides]
    return "\n".join(parts)
