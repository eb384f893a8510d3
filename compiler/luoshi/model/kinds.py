"""The kinds of fields: how a written text becomes a value, and how each kind is described.

A kind never raises: what it cannot read it reports through the reader and returns INVALID.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any

from luoshi.dates import ValueProblem, reading
from luoshi.diagnostics import Language
from luoshi.frozen import frozen, replace
from luoshi.model.fields import INVALID, ReadContext, RecordTable, Words
from luoshi.syntax import BadNode, ListNode, MapNode, Node, ScalarNode

_HAN = (("\u3000", "\u303f"), ("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\uff00", "\uffef"))
_SHARED = frozenset("\u2014\u2018\u2019\u201a\u201b\u201c\u201d\u2026")
_WIDE = str.maketrans("０１２３４５６７８９．％／－＋", "0123456789.%/-+")


@frozen
class Scalar:
    """Base of the kinds that are written as one text."""

    def read(self, node: Node, reader: ReadContext) -> Any:
        """The value of the text, or INVALID after a report."""
        if type(node) is not ScalarNode:
            if type(node) is not BadNode:
                reader.fault_shape(node, "text")
            return INVALID
        text = node.value
        if " " in text and "\n" in node.source.text[node.start : node.end]:
            text = _without_folds(text)
        try:
            return self.parse(text)
        except ValueProblem as problem:
            reader.fault_value(node, problem)
            return INVALID

    def parse(self, text: str) -> Any:
        """The value; raises ValueProblem. Overridden by every kind."""
        return text

    def schema(self) -> dict[str, Any]:
        """Any text, number or yes/no: editors read scalars by YAML's own rules."""
        return {"type": ["string", "number", "boolean"]}

    def words(self) -> Words:
        """文字."""
        return {"zh-Hans": "文字", "zh-Hant": "文字", "en": "text"}

    def tables(self) -> tuple[RecordTable, ...]:
        """No records below a text."""
        return ()


def _without_folds(text: str) -> str:
    """The text without the spaces that YAML makes of line ends where Chinese has none.

    They do not belong beside a Chinese character, nor between two of the marks that Chinese and
    English share. Beside an English word such a mark keeps it.
    """
    pieces = text.split(" ")
    joined = pieces[0]
    for before, piece in pairwise(pieces):
        left, right = before[-1:], piece[:1]
        glued = _is_han(left) or _is_han(right) or (left in _SHARED and right in _SHARED)
        joined += piece if glued else " " + piece
    return joined


def _is_han(char: str) -> bool:
    return any(first <= char <= last for first, last in _HAN)


@frozen
class Text(Scalar):
    """One line of text; line breaks of a folded scalar become spaces."""

    def parse(self, text: str) -> str:
        """The text without spaces at either end."""
        text = text.strip()
        return " ".join(text.split()) if "\n" in text else text


@frozen
class Prose(Scalar):
    """Free Markdown, kept unchanged."""

    def parse(self, text: str) -> str:
        """The Markdown without empty lines at either end."""
        return text.strip("\n").rstrip()

    def words(self) -> Words:
        """文字，可分段."""
        return {
            "zh-Hans": "文字，可分段（Markdown）",
            "zh-Hant": "文字，可分段（Markdown）",
            "en": "text of one or more paragraphs (Markdown)",
        }


_ID_PATTERN = r'^\s*[^\s/\\:*?"<>|,，、；;{}\[\]#]{1,64}\s*$'
_BAD_ID = re.compile(r"[\s\x00-\x1f\x7f/\\:*?\"<>|,，、；;{}\[\]#]")


@frozen
class Id(Scalar):
    r"""A stable id, Chinese allowed; no spaces and none of ``/ \ : * ? " < > | , ; # [ ] { }``."""

    def parse(self, text: str) -> str:
        """The id in Unicode normal form C."""
        text = unicodedata.normalize("NFC", text.strip())
        if not text or len(text) > 64 or _BAD_ID.search(text) or text in (".", ".."):
            raise ValueProblem("bad-id")
        return text

    def schema(self) -> dict[str, Any]:
        """A number, or a text without spaces and marks."""
        return {"type": ["string", "integer"], "pattern": _ID_PATTERN}

    def words(self) -> Words:
        """编号."""
        return {"zh-Hans": "编号", "zh-Hant": "編號", "en": "id"}


@frozen
class Ref(Scalar):
    """The id or name of something defined elsewhere; resolved after everything is read."""

    target: str = "unit"  # unit, work (task, measure, campaign), duty, citation, calendar, section

    def parse(self, text: str) -> str:
        """The name in Unicode normal form C."""
        text = unicodedata.normalize("NFC", " ".join(text.split()))
        if not text:
            raise ValueProblem("empty")
        return text

    def schema(self) -> dict[str, Any]:
        """A text that is not empty; names such as 2026 are numbers to an editor."""
        return {"type": ["string", "number", "boolean"], "pattern": r"\S"}

    def words(self) -> Words:
        """单位、任务……的编号或名称."""
        hans, hant, en = _TARGETS[self.target]
        return {"zh-Hans": hans, "zh-Hant": hant, "en": en}


_TARGETS = {
    "unit": ("单位的编号或名称", "單位的編號或名稱", "id or name of a unit"),
    "work": ("任务或措施的编号", "工作或措施的編號", "id of a task or measure"),
    "duty": ("职责的编号", "工作項目的編號", "id of a duty"),
    "citation": ("依据的编号", "依據的編號", "id of a cited document"),
    "calendar": ("日历的编号", "日曆的編號", "id of a calendar"),
    "section": ("章节的编号或栏目名", "章節的編號或欄位名", "id of a section, or a field"),
}


_WHOLE_PATTERN = r"^\s*[+＋]?([0-9０-９]+|[〇零一二两兩三四五六七八九十廿卅]+)\s*$"
_AMOUNT_PATTERN = r"^[\s≥≤]*[-+－＋]?[0-9０-９]*[.．]?[0-9０-９]+(分|分以上)?\s*[%％]?\s*$"


@frozen
class Whole(Scalar):
    """A whole number from ``least`` to ``most``, both included."""

    least: int = 0
    most: int = 100_000

    def parse(self, text: str) -> int:
        """The number; Chinese numerals up to 99 are read too."""
        written = text.strip().translate(_WIDE).replace("_", "?")
        try:
            value = int(written) if written.isascii() else reading.read_number(written)
        except ValueError:
            raise ValueProblem("not-a-number") from None
        if not self.least <= value <= self.most:
            raise ValueProblem("number-out-of-range", least=self.least, most=self.most)
        return value

    def schema(self) -> dict[str, Any]:
        """A whole number within the bounds, or such a number in Han numerals or wide digits."""
        bounds = {"minimum": self.least, "maximum": self.most}
        return {"type": ["integer", "string"], **bounds, "pattern": _WHOLE_PATTERN}

    def words(self) -> Words:
        """整数."""
        return {"zh-Hans": "整数", "zh-Hant": "整數", "en": "whole number"}


@frozen
class Amount(Scalar):
    """A number or a percentage; ``90%`` and ``0.5`` keep what was written."""

    def parse(self, text: str) -> Amounted:
        """The number with its sign for percent."""
        written = (
            text.strip()
            .translate(_WIDE)
            .replace("_", "?")
            .replace("≥", "")
            .replace("≤", "")
            .strip()
        )
        for tail in ("分", "分以上"):
            written = written.removesuffix(tail)
        percent = written.endswith("%")
        try:
            value = Decimal(written.removesuffix("%").strip())
        except InvalidOperation:
            raise ValueProblem("not-a-number") from None
        if not value.is_finite() or abs(value) > 10**12:
            raise ValueProblem("not-a-number")
        return Amounted(value, percent)

    def schema(self) -> dict[str, Any]:
        """A number, or a text such as ``30%`` or ``90分``."""
        return {"type": ["number", "string"], "pattern": _AMOUNT_PATTERN}

    def words(self) -> Words:
        """数字或百分比."""
        return {"zh-Hans": "数字或百分比", "zh-Hant": "數字或百分比", "en": "number or percentage"}


@frozen(order=True)
class Amounted:
    """A number, with ``percent`` True when it was written with a percent sign."""

    value: Decimal
    percent: bool = False

    def __str__(self) -> str:
        return f"{self.value.normalize():f}" + ("%" if self.percent else "")


@frozen
class Choice(Scalar):
    """One of a few words. ``options`` maps the value in code to its spellings: en, 简, 繁."""

    options: tuple[tuple[str, tuple[str, ...]], ...]

    def parse(self, text: str) -> str:
        """The value in code."""
        written = text.strip()
        for value, spellings in self.options:
            if written in spellings or written.lower() == value:
                return value
        raise ValueProblem("not-a-choice", choices=tuple(s for _, s in self.options))

    def schema(self) -> dict[str, Any]:
        """The list of spellings."""
        spelled = (word for value, spellings in self.options for word in (*spellings, value))
        return {"enum": list(dict.fromkeys(spelled))}

    def words(self) -> Words:
        """其中之一."""
        return {
            "zh-Hans": "、".join(dict.fromkeys(s[1] for _, s in self.options)) + "之一",
            "zh-Hant": "、".join(dict.fromkeys(s[2] for _, s in self.options)) + "之一",
            "en": "one of " + ", ".join(s[0] for _, s in self.options),
        }

    def spelling(self, value: str, language: Language) -> str:
        """How a value is spelled in a language."""
        index = {"en": 0, "zh-Hans": 1, "zh-Hant": 2}[language]
        return dict(self.options)[value][index]


@frozen
class Dated(Scalar):
    """A kind of date or time, read by one of the functions of ``dates.reading``."""

    reader: Callable[..., Any]
    name: Words
    counts_roc: bool = False  # may be written with years of the Republic in region TW

    def read(self, node: Node, reader: ReadContext) -> Any:
        """The date value, years of the Republic understood where the plan's region has them."""
        if not (reader.roc and self.counts_roc) or type(node) is not ScalarNode:
            return Scalar.read(self, node, reader)
        try:
            return self.reader(node.value.strip(), roc=True)
        except ValueProblem as problem:
            reader.fault_value(node, problem)
            return INVALID

    def parse(self, text: str) -> Any:
        """The date value; ValueProblem says what is missing or doubtful."""
        return self.reader(text.strip())

    def schema(self) -> dict[str, Any]:
        """A text that is not empty, or a bare number."""
        return {"type": ["string", "number"], "pattern": r"\S"}

    def words(self) -> Words:
        """What kind of date."""
        return self.name


@frozen
class Many:
    """A list; one content alone counts as a list of one."""

    item: Any

    def read(self, node: Node, reader: ReadContext) -> Any:
        """A tuple of the items that could be read, or INVALID when none of several could."""
        if type(node) is not ListNode:
            value = self.item.read(node, reader)
            return INVALID if value is INVALID else (value,)
        read = self.item.read
        items = [item for item in node.items if not _is_blank(item, reader)]
        found = [read(item, reader) for item in items]
        kept = tuple(value for value in found if value is not INVALID)
        return INVALID if found and not kept else kept

    def schema(self) -> dict[str, Any]:
        """The item, or an array of it."""
        own = self.item.schema()
        return {"anyOf": [own, {"type": "array", "items": own}]}

    def words(self) -> Words:
        """……的列表."""
        own = self.item.words()
        return {
            "zh-Hans": f"{own['zh-Hans']}的列表",
            "zh-Hant": f"{own['zh-Hant']}的清單",
            "en": f"list of: {own['en']}",
        }

    def tables(self) -> tuple[RecordTable, ...]:
        """Those of the item."""
        return tuple(self.item.tables())


def _is_blank(item: Node, reader: ReadContext) -> bool:
    """Whether an item holds nothing; an empty dash is no item, empty quotes are reported."""
    if type(item) is not ScalarNode or (item.value.strip() and not item.is_empty):
        return False
    if not item.plain:
        reader.fault_blank(item)
    return True


@frozen
class Months(Many):
    """Month numbers 1 to 12; 9月, 七、八月 and September are read too."""

    def read(self, node: Node, reader: ReadContext) -> Any:
        """A tuple of months in the order of writing."""
        if type(node) is not ScalarNode or node.value.strip().isdigit():
            return Many.read(self, node, reader)
        try:
            return reading.read_months(node.value)
        except ValueProblem as problem:
            reader.fault_value(node, problem)
            return INVALID


@frozen
class Owners(Many):
    """Owners with roles: one name leads, several bare names act jointly."""

    def read(self, node: Node, reader: ReadContext) -> Any:
        """A tuple of owners with the role each has."""
        found = Many.read(self, node, reader)
        if found is INVALID or type(node) is not ListNode or len(node.items) < 2:
            return found
        unsaid = [owner for owner in found if not owner.origin.has("role")]
        if len(unsaid) == 1 and all(o.role == "assist" for o in found if o is not unsaid[0]):
            return found  # the one without a role leads those that assist
        return tuple(replace(owner, role="joint") if owner in unsaid else owner for owner in found)


@frozen
class Rec:
    """A record; ``table`` is asked for late, because records nest in themselves."""

    table: Callable[[], RecordTable]

    def read(self, node: Node, reader: ReadContext) -> Any:
        """The record, or INVALID after a report."""
        return reader.record(node, self.table())

    def schema(self) -> dict[str, Any]:
        """A reference into ``$defs``."""
        return {"$ref": f"#/$defs/{self.table().name}"}

    def words(self) -> Words:
        """The record's title."""
        return self.table().title

    def tables(self) -> tuple[RecordTable, ...]:
        """The record's own table."""
        return (self.table(),)


@frozen
class Shares:
    """Names with a number or percentage each, such as ``{三星: 5%, 二星: 10%}``."""

    def read(self, node: Node, reader: ReadContext) -> Any:
        """A tuple of (name, Amounted) in the order of writing."""
        if type(node) is not MapNode:
            if type(node) is not BadNode:
                reader.fault_shape(node, "entry")
            return INVALID
        amount = Amount()
        pairs = [(k.value.strip(), amount.read(v, reader)) for k, v in node.pairs]
        return tuple((k, v) for k, v in pairs if v is not INVALID)

    def schema(self) -> dict[str, Any]:
        """An object of numbers or texts."""
        return {"type": "object", "additionalProperties": Amount().schema()}

    def words(self) -> Words:
        """名称和数字."""
        return {
            "zh-Hans": "名称和百分比",
            "zh-Hant": "名稱和百分比",
            "en": "names with percentages",
        }

    def tables(self) -> tuple[RecordTable, ...]:
        """No records below."""
        return ()


def option(value: str, en: str, hans: str, hant: str, *more: str) -> tuple[str, tuple[str, ...]]:
    """One option of a ``Choice``: the value in code and its spellings."""
    return value, (en, hans, hant, *more)


def dated(reader: Callable[..., Any], hans: str, hant: str, en: str, *, roc: bool = False) -> Dated:
    """A ``Dated`` kind with its name in three languages."""
    return Dated(reader, {"zh-Hans": hans, "zh-Hant": hant, "en": en}, roc)


DAY = dated(reading.read_moment, "日期", "日期", "date", roc=True)
WHEN = dated(reading.read_when, "日期或周期", "日期或週期", "date or recurrence", roc=True)
FREQUENCY = dated(
    reading.read_frequency, "次数，如 1次/月", "次數，如 1次/月", "count, such as 1/month"
)
SCHOOL_YEAR = dated(reading.read_school_year, "学年", "學年度", "school year")
