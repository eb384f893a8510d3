"""Small plans for the tests of the rules, and what is found in them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from luoshi.check import Profile
from luoshi.diagnostics import Diagnostic
from luoshi.driver.check import Checked, check_file
from luoshi.source.world import MemoryWorld

TODAY = date(2026, 9, 1)
UNITS = "标题: 校园安全工作方案\n单位: [甲局, 乙局, 丙局]\n"
EACH = """责任分工:
  - {责任单位: 甲局, 职责: [{编号: d1, 内容: 检查校舍}]}
  - {责任单位: 乙局, 职责: [{编号: d2, 内容: 检查周边}]}
  - {责任单位: 丙局, 职责: [{编号: d3, 内容: 检查车辆}]}
"""
PERIOD = "期限: {从: 2026-09-01, 到: 2026-12-20}\n"


def checked(text: str, profile: Profile = "standard", **files: str) -> Checked:
    """A plan as checked on the first of September 2026, with other files beside it."""
    beside = {name.replace("__", "."): content for name, content in files.items()}
    return check_file(MemoryWorld({"方案.yaml": text, **beside}, TODAY), Path("方案.yaml"), profile)


def found(text: str, profile: Profile = "standard") -> tuple[Diagnostic, ...]:
    """The findings of a plan in order."""
    return checked(text, profile).findings


def codes(text: str, profile: Profile = "standard") -> list[str]:
    """The codes of the findings of a plan, in order of code."""
    return sorted(d.code for d in found(text, profile))


def one(text: str, code: str) -> Diagnostic:
    """The one finding of a code."""
    (only,) = [d for d in found(text) if d.code == code]
    return only
