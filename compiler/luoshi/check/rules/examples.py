"""The small plan that the examples of the rules vary."""

from __future__ import annotations

HEAD = """标题: 秋季校园安全工作方案
单位: [区教育局, 区公安局]
"""
DIVISION = """责任分工:
  - 责任单位: 区教育局
    职责:
      - {编号: d1, 内容: 排查校园内部安全隐患}
  - 责任单位: 区公安局
    职责:
      - {编号: d2, 内容: 整治校园周边治安}
"""
PLAN = HEAD + DIVISION
PERIOD = "期限: {从: 2026-09-01, 到: 2026-12-20}\n"
GROUP = """组织领导:
  领导小组: {组长: 区教育局主要领导, 成员: [区教育局, 区公安局]}
"""


def with_duty(fields: str) -> str:
    """The plan with a further duty of the district's police bureau, given by its fields."""
    return PLAN + f"      - {{编号: d3, {fields}}}\n"
