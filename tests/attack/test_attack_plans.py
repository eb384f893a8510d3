"""What passes ``check`` builds in all formats, and all of it parses: some seeds, and plans too large."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from judging import build_apart
from odd_plans import lay

from luoshi.diagnostics.wording import headline
from luoshi.driver.make import MakeJob, make_plan
from luoshi.source import DiskWorld

UNITS = [{"id": "校办", "name": "校长办公室"}, {"id": "教务", "name": "教务处"}]
DUTIES = [
    {"owners": ["校办"], "duties": [{"id": "a1", "text": "统筹"}]},
    {"owners": ["教务"], "duties": [{"id": "a2", "text": "安排"}]},
]


def plan(**fields: Any) -> str:
    made: dict[str, Any] = {
        "id": "s",
        "title": "校园安全工作方案",
        "language": "zh-Hans",
        "period": {"from": "2026-09-01", "to": "2026-12-31"},
        "issue": {"organs": ["校办"], "to": ["各处室"], "date": "2026-08-28"},
        "units": UNITS,
        "division_of_labor": DUTIES,
    }
    return json.dumps(made | fields, ensure_ascii=False)


def deep(levels: int) -> dict[str, Any]:
    task: dict[str, Any] = {"id": "t", "text": "深", "owners": ["校办"]}
    for level in range(levels):
        task = {"id": f"t{level}", "title": f"层{level}", "owners": ["校办"], "items": [task]}
    return task


@pytest.mark.parametrize("seed", [5, 15, 34, 106])
def test_an_odd_plan_builds_or_is_refused(tmp_path: Path, seed: int) -> None:
    assert build_apart(lay(tmp_path, seed))[0] == ""


LARGE = {
    "belongs to itself": plan(units=[{**UNITS[0], "belongs_to": "校办", "consists_of": ["校办"]}, UNITS[1]]),
    "two belong to each other": plan(units=[{**UNITS[0], "belongs_to": "教务"}, {**UNITS[1], "belongs_to": "校办"}]),
    "gives a letter to itself": plan(letters=[{"giver": "校办", "taker": "校办"}]),
    "25 levels": plan(tasks=[deep(25)]),
    "60 levels": plan(tasks=[deep(60)]),
    "9,000 years": plan(period={"from": "0001-01-01", "to": "9999-12-31"}),
    "500 phases": plan(schedule=[{"title": f"阶段{n}", "when": "2026-09-01至2026-09-30", "text": "x"} for n in range(500)]),
    "title of 5,000": plan(title="校园安全" * 1250),
    "word of 60,000": plan(division_of_labor=[*DUTIES, {"owners": ["校办"], "duties": [{"id": "d", "text": "a" * 60_000}]}]),
}  # fmt: skip


@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE)
def test_a_plan_out_of_proportion_builds_or_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    assert build_apart(path)[0] == ""


def test_thirty_years_of_every_month_take_no_square_of_time(tmp_path: Path) -> None:
    duty = {"id": "a1", "text": "统筹", "when": "每月31日"}
    path = tmp_path / "plan.yaml"
    path.write_text(
        plan(
            period={"from": "2026-01-01", "to": "2055-12-31"},
            division_of_labor=[{"owners": ["校办", "教务"], "duties": [duty]}],
        ),
        encoding="utf-8",
    )
    assert build_apart(path)[0] == ""


TOO_LONG = [
    "{% set n = namespace(x='a' * 99999) %}{% for i in range(40) %}{% set n.x = n.x ~ n.x %}{% endfor %}{{ n.x|length }}",
    "{% set n = namespace(x='a' * 99999) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}{{ n.x|length }}",
    "{% set n = namespace(x=['a' * 90000] * 90000) %}{{ n.x|join|length }}",
    "{% set a = 'a' * 90000 %}{{ a|replace('a', a)|length }}",
    "{% set a = 'a' * 90000 %}{{ a.replace('a', a)|length }}",
    "{% set a = 'a' * 90000 %}{{ a.join([a] * 90000)|length }}",
    "{% set a = 'a' * 90000 %}{{ a.translate({97: a})|length }}",
]


@pytest.mark.parametrize("template", TOO_LONG)
def test_a_template_can_not_fill_the_memory(tmp_path: Path, template: str) -> None:
    folder = tmp_path / "templates" / "zh-Hans"
    folder.mkdir(parents=True)
    (folder / "notice.md.j2").write_text(template, encoding="utf-8")
    path = tmp_path / "plan.yaml"
    path.write_text(plan(), encoding="utf-8")
    made = make_plan(MakeJob(DiskWorld(date(2026, 9, 1)), path, "draft", ()))
    said = [headline(f, "zh-Hans") for f in made.findings if f.level.name == "ERROR"]
    assert len(said) == 1
    assert "内容太长" in said[0] or "不允许" in said[0]
