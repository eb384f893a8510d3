"""Plans full of odd content, made through the field tables: whatever passes ``check`` must build."""

from __future__ import annotations

import json
import random  # noqa: TID251 - seeded, and nothing of it is produced
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from luoshi.model.fields import Field, RecordTable
from luoshi.model.kinds import (
    Amount,
    Choice,
    Dated,
    Id,
    Many,
    Prose,
    Rec,
    Ref,
    Shares,
    Whole,
)
from luoshi.model.tables.plan import PLAN

EVERY_FIELD = Path(__file__).parent.parent / "model" / "every_field.yaml"
MARKUP = (
    "{{ 7*7 }}{% for x in range(9) %}{% endfor %}{# c #}",
    "# 标题\n\n- 一\n  - 二\n    - 三\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```py\nx\n```\n",
    "::: 容器\n内容\n:::\n",
    ":::: signature\n::: side\n",
    "<script>alert(1)</script><b onclick='x'>&amp;&#0;&nosuch;]]>",
    "[点](javascript:alert(1)) ![图](file:///etc/passwd) <javascript:x>",
    '"><img src=x onerror=alert(1)>\'"',
    '=HYPERLINK("http://x","y")',
    "+1+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "%PDF-1.4 ) endobj ( \\",
    "END:VEVENT\r\nBEGIN:VEVENT\nX:\\n;,",
    "key: value\n- [a, b]\n&a *a !!python/object:os.system",
    "一" * 300,
    "a" * 3_000,
    "，" * 200,
    "“" * 50,
    "）。" * 60,
    "a\u0301" * 100,
    "नमस्ते ป้ำ مرحبا שלום",
    "👩\u200d👩\u200d👧\u200d👦🇨🇳☃️",
    "\u202e翻转\u202c",
    "\u200b\u200c\u2060\ufeff",
    "\x00\x01\x1b[31m\x7f\x85\u2028\u2029",
    "\ud800",
    "a\udfffb",
    "\U0010ffff\ufffe\uffff",
    "𠀀𪛖㛃",
    "ﷺ" * 20,
    "　",
    " ",
    "",
    "\n\n\n",
    "\r",
    "---",
    "...",
    "1.",
    "(1)",
    "一、",
    "\\",
    "`" * 7,
    "*" * 9 + "a" + "_" * 9,
    "~~~\n",
    "> > > >引",
    "[^1]: 注",
    "$x$",
    "&lt;",
    "http://例子.中国/?a=b&c=d#e",
    "..\\..\\x",
    "../../x",
    "CON",
    "a/b",
    "a" * 255,
    "-rf",
    "\u2063" * 3,
    "《》「」『』",
    "0",
    "-0",
    "1e999",
    "NaN",
    ".inf",
    "true",
    "null",
    "~",
    "２０２６",
)
PROSE = (
    *("- " * n + "深" for n in (3, 20, 60)),
    "\n".join("  " * n + f"- 层{n}" for n in range(30)),
    "| "
    + " | ".join("列" for _ in range(50))
    + " |\n|"
    + "---|" * 50
    + "\n"
    + ("| " + " | ".join("格" for _ in range(50)) + " |\n") * 5,
    "|a|\n|-|\n" + "|行|\n" * 200,
    "> " * 40 + "引",
    "```\n" + "代码" * 500 + "\n```",
    "<div><table><tr><td>x</td></tr></table></div>\n\n<!-- c -->",
    "# 一\n## 二\n### 三\n#### 四\n##### 五\n###### 六\n",
    "1. a\n   1. b\n      1. c\n\n99999999999. d\n\n999999999. e",
    "段\n\n" * 120,
    "\n".join(":" * n + " side" for n in range(3, 20)),
    "::: signature\n::: side\n::: seal\n:::\n:::\n:::\n",
    "**" * 60 + "粗" + "**" * 60,
    "[" * 80 + "x" + "](y)" * 80,
    "![a](" + "b" * 900 + ")",
    "|\n|-",
    "||\n|-|\n||",
    "::: imprint\n- a\n:::",
    "---\n\n***\n\n___",
)
DATES = (
    "0001-01-01", "9999-12-31", "0001-01-01至9999-12-31", "2026-02-29", "2026-13-45", "每天", "每周五15:00", "每周一至周日", "每月31日",
    "每月最后一个工作日", "每年2月29日", "每学期末", "9999年12月", "1年1月1日", "11月9日", "112日", "25:61", "2026-09-01 08:00至2026-09-01 07:00",
    "每两周", "每季度末月25日前", "每100年", "每工作日", "daily", "every weekday", "每年“安全教育日”", "2026-W53", "民国115年", "115年9月", "99999-01-01", "每月2日、17日前", "每小时", "每月0日", "-1", "上旬", "{from: 0001-01-01, to: 9999-12-31}",
)  # fmt: skip
NUMBERS = (
    "0",
    "1",
    "-1",
    "999999999999",
    "1e12",
    "0.1",
    "100%",
    "９９",
    "三十",
    "NaN",
    "1_000",
    "1e-30",
    "120%",
    "99.999999999999",
)


class OddPlans:
    """One odd plan for each seed; the same seed gives the same plan."""

    def __init__(self, seed: int) -> None:
        self.pick = random.Random(seed)
        self.size = 0

    def plan(self) -> dict[str, Any]:
        """Mostly the plan with every field, with odd contents put in; sometimes made from nothing."""
        if self.pick.random() < 0.15:
            made = self.record(PLAN, 0)
            _set(made, PLAN, "id", "a")
            return made
        tree = yaml.load(EVERY_FIELD.read_text(encoding="utf-8"), yaml.BaseLoader)
        for _ in range(self.pick.choice((1, 1, 2, 3, 5, 12))):
            self.change(tree, PLAN, 0)
        if self.pick.random() < 0.3:
            _set(tree, PLAN, "language", self.pick.choice(("en", "zh-Hant", "zh-Hans")))
        if self.pick.random() < 0.2:
            _set(tree, PLAN, "region", self.pick.choice(("TW", "CN")))
        return tree

    def change(self, node: Any, table: RecordTable, depth: int) -> None:
        """Change one place somewhere below an entry."""
        if not isinstance(node, dict):
            return
        roll = self.pick.random()
        if roll < 0.1 or not node:
            known = self.pick.choice(table.fields)
            node[known.spelling("zh-Hans")] = self.content(known, depth)
            return
        key = self.pick.choice(list(node))
        known = table.field_by_key.get(key)
        if known is None:
            return
        child = node[key]
        if roll < 0.15:
            del node[key]
        elif isinstance(child, list) and child and roll < 0.25:
            node[key] = child * self.pick.choice((2, 3, 40)) if roll < 0.2 else child[:1]
        elif isinstance(child, list) and child and known.kind.tables():
            self.change(self.pick.choice(child), known.kind.tables()[0], depth + 1)
        elif isinstance(child, dict) and known.kind.tables():
            self.change(child, known.kind.tables()[0], depth + 1)
        else:
            node[key] = self.content(known, depth)

    def record(self, table: RecordTable, depth: int) -> Any:
        """An entry with some fields of its table."""
        self.size += 1
        made: dict[str, Any] = {}
        chance = 0.6 if depth == 0 else 0.35 if depth < 4 else 0.1
        for known in table.fields:
            if known.required or (self.size < 400 and self.pick.random() < chance):
                made[known.spelling("zh-Hans")] = self.content(known, depth)
        return made

    def content(self, known: Field, depth: int) -> Any:
        """Some content of a field, odd more often than not."""
        return self.of_kind(known.kind, depth)

    def of_kind(self, kind: Any, depth: int) -> Any:
        """Some content of a kind."""
        if self.pick.random() < 0.02:
            return self.pick.choice(([], {}, None, [[]], {"": ""}, 0, True, [None], "x"))
        for known, make in self._makers().items():
            if isinstance(kind, known):
                return make(kind, depth)
        return self.text()

    def _makers(self) -> dict[type, Callable[[Any, int], Any]]:
        pick = self.pick
        return {
            Many: lambda kind, depth: [
                self.of_kind(kind.item, depth) for _ in range(pick.choice((0, 1, 1, 2, 3)))
            ],
            Rec: lambda kind, depth: self.record(kind.table(), depth + 1) if depth < 7 else "x",
            Choice: lambda kind, _: (
                pick.choice(pick.choice(kind.options)[1]) if pick.random() < 0.9 else self.text()
            ),
            Dated: lambda *_: pick.choice(DATES),
            Whole: lambda *_: pick.choice(NUMBERS),
            Amount: lambda *_: pick.choice(NUMBERS),
            Shares: lambda *_: {self.text(): pick.choice(NUMBERS) for _ in range(3)},
            Id: lambda *_: pick.choice(
                ("a", "b", "教", "x" * 64, "CON", "..", "-x", "\u202ea", "😀", self.text())
            ),
            Ref: lambda *_: pick.choice(
                ("a", "b", "教", "教育局", "公安局", "各学校", "各单位", self.text())
            ),
            Prose: lambda *_: pick.choice((*PROSE, self.text())),
        }

    def text(self) -> str:
        """A text, odd or several odd ones in a row."""
        pick = self.pick
        return "".join(
            pick.choice((*MARKUP, "校园安全")) for _ in range(pick.choice((1, 1, 1, 2, 4)))
        )


def _set(tree: dict[str, Any], table: RecordTable, name: str, value: str) -> None:
    known = table.field(name)
    for key in known.spellings():
        tree.pop(key, None)
    tree[known.spelling("zh-Hans")] = value


def as_yaml(tree: Any) -> str:
    """As JSON, which is YAML; what YAML takes in no other way stands as an escape."""
    return _UNPRINTABLE.sub(_escape, json.dumps(tree, ensure_ascii=False))


_UNPRINTABLE = re.compile("[\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u2028\u2029]")


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def lay(folder: Path, seed: int) -> Path:
    """The plan of a seed in a folder, with the tables it includes."""
    import openpyxl

    book = openpyxl.Workbook()
    for title in ("封面", "人", "别人"):
        page = book.create_sheet(title)
        page.append(["姓名", "单位", "职务"])
        page.append(["赵平", "大队", "队长"])
    book.remove(book.worksheets[0])
    book.save(folder / "表.xlsx")
    (folder / "班.csv").write_text("名称\n一班\n二班\n", encoding="utf-8")
    path = folder / f"seed{seed}.yaml"
    path.write_text(as_yaml(OddPlans(seed).plan()), encoding="utf-8")
    return path
