"""What a secretary sees of templates and Markdown beside Chinese marks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from luoshi.document.build import Builder
from luoshi.document.markdown import read_blocks
from luoshi.document.tree import Paragraph, Strong, Text
from luoshi.driver.check import check_file
from luoshi.driver.make import MakeJob, make_plan
from luoshi.source import DiskWorld

PLAN = """标题: 方案
单位: [市教育局]
责任分工:
  - 责任单位: 市教育局
    职责:
      - {编号: d1, 内容: 排查校舍}
"""


def test_a_templates_fault_shows_the_entry_of_the_plan_as_well(tmp_path: Path) -> None:
    plan = tmp_path / "a.yaml"
    plan.write_text(PLAN, encoding="utf-8")
    own = tmp_path / "templates" / "zh-Hans"
    own.mkdir(parents=True)
    shipped = Path(__file__).resolve().parents[2] / "templates" / "zh-Hans" / "macros.md.j2"
    text = shipped.read_text(encoding="utf-8")
    assert "{{ d.text }}" in text
    own.joinpath("macros.md.j2").write_text(text.replace("{{ d.text }}", "{{ d.txet }}"), "utf-8")
    world = DiskWorld(date(2026, 9, 1))
    checked = check_file(world, plan).plan
    assert checked is not None
    builder = Builder.of(checked, world)
    assert builder.notice() is None
    fault = builder.faults[0]
    assert fault.code == "DOC001"
    assert fault.primary is not None
    assert fault.primary.source.name.endswith("macros.md.j2")
    assert [label.span.text for label in fault.labels] == ["排查校舍"]


@pytest.mark.parametrize(
    ("written", "weighty"),
    [
        ("推进**“三防”**建设", "“三防”"),
        ("**《方案》**印发", "《方案》"),
        ("抓好**重点**工作", "重点"),
    ],
)
def test_weight_beside_chinese_marks_is_weight(written: str, weighty: str) -> None:
    (block,) = read_blocks(written, "zh-Hans")
    assert isinstance(block, Paragraph)
    assert Strong((Text(weighty),)) in block.children
    assert not any(
        "*" in c.text or "\u2e31" in c.text for c in block.children if isinstance(c, Text)
    )


def test_a_style_that_is_no_text_is_not_passed_over(tmp_path: Path) -> None:
    plan = tmp_path / "a.yaml"
    plan.write_text(PLAN, encoding="utf-8")
    styles = tmp_path / "templates" / "styles"
    styles.mkdir(parents=True)
    styles.joinpath("gbt9704.yaml").write_bytes("name: 仿宋".encode("gbk"))
    made = make_plan(MakeJob(DiskWorld(date(2026, 9, 1)), plan, "standard", ()))
    assert [found.code for found in made.findings] == ["DOC003"]
    assert made.record.refused


@pytest.mark.parametrize(("waiver", "refused"), [("", True), ("DOC002", False)])
def test_a_character_no_font_has_stops_the_build_unless_waived(
    tmp_path: Path, waiver: str, refused: bool
) -> None:
    plan = tmp_path / "a.yaml"
    more = f"豁免说明: [{{代码: {waiver}, 理由: 生僻字}}]\n" if waiver else ""
    plan.write_text(PLAN.replace("排查校舍", "排查\U0002fff0") + more, encoding="utf-8")
    made = make_plan(MakeJob(DiskWorld(date(2026, 9, 1)), plan, "standard", ()))
    assert [found.code for found in made.findings] == ["DOC002"]
    assert made.record.refused is refused


@pytest.mark.parametrize("code", ["MOD004", "value-unread"])
def test_no_waiver_quiets_what_could_not_be_read(tmp_path: Path, code: str) -> None:
    plan = tmp_path / "a.yaml"
    text = PLAN + f"地区: 火星\n豁免说明: [{{代码: {code}, 理由: 不管}}]\n"
    plan.write_text(text, encoding="utf-8")
    checked = check_file(DiskWorld(date(2026, 9, 1)), plan)
    assert checked.plan is None
    assert [(f.code, f.waived) for f in checked.findings if f.code == "MOD004"] == [
        ("MOD004", None)
    ]
