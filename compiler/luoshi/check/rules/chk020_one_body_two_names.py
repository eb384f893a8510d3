"""CHK020: two listed units whose names differ so little that they look like one body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import about, several
from luoshi.check.rules.examples import DIVISION
from luoshi.diagnostics import Diagnostic, Label, Language, Paste, Rule, Severity, Texts
from luoshi.model import unit_key
from luoshi.model.records import Unit
from luoshi.model.tables.who import UNIT

_HEAD = "标题: 秋季校园安全工作方案\n单位: [区教育局, 区公安局, {more}]\n"
_MORE = "  - 责任单位: {unit}\n    职责: [{{编号: d3, 内容: 开展法治宣传}}]\n"

RULE = Rule(
    code="CHK020",
    name="one-body-two-names",
    severity=Severity.WARNING,
    draft=Severity.NOTE,
    texts={
        "zh-Hans": Texts(
            message="{a:q}和{b:q}像是同一单位（{ground}）。",
            primary="像是同一单位",
            related="另一个名称",
            help="统一用一个名称，另一个登记为又名；确是两家的，写豁免说明。",
            what="单位表里两个名称只差级别字或“部门”一类的字。",
            why="一个单位写成两个，责任书就会拆成两份，哪份都不全。",
        ),
        "zh-Hant": Texts(
            message="{a:q}與{b:q}像是同一單位（{ground}）。",
            primary="像是同一單位",
            related="另一個名稱",
            help="請統一名稱，另一個登記為別名；確為兩個單位者，請寫豁免說明。",
            what="單位表裡兩個名稱只差層級字或「部門」一類的字。",
            why="一個單位寫成兩個，責任書就會拆成兩份，哪份都不完整。",
        ),
        "en": Texts(
            message="{a:q} and {b:q} look like one unit ({ground}).",
            primary="looks like one unit",
            related="the other name",
            help="Use one name and record the other; if they are two bodies, write a waiver.",
            what="Two listed names differ only by a level or by a word such as “department”.",
            why="One body under two names gets two letters, each of them incomplete.",
        ),
    },
    bad=_HEAD.format(more="司法局, 区司法局")
    + DIVISION
    + _MORE.format(unit="司法局")
    + _MORE.format(unit="区司法局").replace("d3", "d4"),
    good=_HEAD.format(more="{名称: 区司法局, 又名: [司法局]}")
    + DIVISION
    + _MORE.format(unit="司法局"),
)

_HAN = re.compile(
    r"(?P<head>[省市区县區縣州旗镇鎮乡鄉]?)(?P<stem>.{2,}?)"
    r"(?P<tail>部门|部門|办公室|辦公室|委员会|委員會|[局办辦委处處科])"
)
_ENGLISH = re.compile(
    r"(?:the )?(?P<head>(?:city|municipal|district|county|town|provincial) )?(?P<stem>.+?) "
    r"(?P<tail>office|department|dept\.?|bureau|authority|division|committee)"
)
_GENERIC = {"部门", "部門", "department", "dept", "dept."}
_SAME = ({"办", "办公室"}, {"辦", "辦公室"}, {"委", "委员会"}, {"委", "委員會"})


class _Name(NamedTuple):
    head: str
    stem: str
    tail: str


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Findings for pairs of listed units; classes, and units under different parents, are not one."""
    by_stem: dict[str, list[tuple[Unit, _Name]]] = {}
    for unit in context.plan.units:
        name = _split(unit.name)
        if name is not None and unit.kind != "class":
            by_stem.setdefault(name.stem, []).append((unit, name))
    for alike in by_stem.values():
        for (first, a), (second, b) in combinations(alike, 2):
            ground = _ground(a, b)
            if ground is not None and not _apart(first, second):
                yield _finding(context, first, second, ground)


def _split(name: str) -> _Name | None:
    lowered = " ".join(name.lower().split())
    match = (_ENGLISH if name.isascii() else _HAN).fullmatch(lowered)
    return _Name(match["head"] or "", match["stem"], match["tail"]) if match else None


def _ground(a: _Name, b: _Name) -> Mapping[Language, str] | None:
    """Why two names look like one, None where they don't."""
    tails = {a.tail, b.tail}
    if a.head != b.head and a.head and b.head:
        return None
    if len(tails) == 2 and not tails & _GENERIC and tails not in _SAME:
        return None
    if len(tails) == 2:
        x, y = a.tail, b.tail
        return several(
            hans=f"只有“{x}”和“{y}”不同",
            hant=f"只有「{x}」與「{y}」不同",
            en=f"only “{x}” and “{y}” differ",
        )
    word = (a.head or b.head).strip()
    if not word:
        return None
    return several(
        hans=f"只差一个“{word}”字", hant=f"只差一個「{word}」字", en=f"only “{word}” differs"
    )


def _apart(first: Unit, second: Unit) -> bool:
    if unit_key(first) == unit_key(second):
        return True
    if first.belongs_to and second.belongs_to and first.belongs_to != second.belongs_to:
        return True
    return _above(first, second) or _above(second, first)


def _above(one: Unit, other: Unit) -> bool:
    """Whether one is named as parent or part of the other."""
    return bool(({one.id, one.name} - {""}) & {other.belongs_to, *other.consists_of})


def _finding(
    context: CheckContext, first: Unit, second: Unit, ground: Mapping[Language, str]
) -> Diagnostic:
    full, other = sorted((first, second), key=lambda unit: -len(unit.name))
    return Diagnostic(
        rule=RULE,
        primary=second.origin.at("name"),
        labels=(Label(first.origin.at("name")),),
        args={"a": first.name, "b": second.name, "ground": ground},
        paste=(Paste(f"{context.key(UNIT, 'also_called')}: [{other.name}]"),),
        about=about(first, second, full.name),
    )
