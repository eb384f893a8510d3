"""The field table: the one truth about what a plan may say, in which words, of which kind.

Each record of the language has one ``RecordTable``. It drives reading, key spellings, "did you
mean", the JSON Schema, the reference page and ``fmt``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from luoshi.diagnostics import Language
from luoshi.frozen import frozen
from luoshi.syntax import Node

Words = Mapping[Language, str]


class ReadContext(Protocol):
    """What a kind may ask of the reader; ``roc`` tells that years may be those of the Republic."""

    roc: bool

    def fault_shape(self, node: Node, wanted: str) -> None:
        """Report that a node is a list, an entry or a text where something else belongs."""

    def fault_blank(self, node: Node) -> None:
        """Report quotes round nothing where a list holds contents."""

    def fault_value(self, node: Node, problem: Exception) -> None:
        """Report a text that its kind could not read."""

    def record(self, node: Node, table: RecordTable) -> Any:
        """Read a record; INVALID when nothing of it could be read."""


class Invalid:
    """What could not be read and has been reported; rules that meet it stay silent."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "INVALID"


INVALID = Invalid()


class Kind(Protocol):
    """The type of a field: reads a node, describes itself to people and to editors."""

    def read(self, node: Node, reader: ReadContext) -> Any:
        """The value, or INVALID after reporting why."""

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of what may be written."""

    def words(self) -> Words:
        """What is expected, as people say it: 文字, 日期, 单位的列表."""

    def tables(self) -> tuple[RecordTable, ...]:
        """Record tables reached through this kind."""


@frozen
class Field:
    """One field of a record.

    ``name`` is the attribute of the record; ``en``, ``hans`` and ``hant`` list spellings in YAML,
    the first of each being the canonical one. ``default`` is used where the field is left out.
    """

    name: str
    kind: Kind
    en: tuple[str, ...]
    hans: tuple[str, ...]
    hant: tuple[str, ...]
    doc: Words
    example: str
    default: Any = None
    required: bool = False

    def spelling(self, language: Language) -> str:
        """The canonical key in a language."""
        return {"en": self.en, "zh-Hans": self.hans, "zh-Hant": self.hant}[language][0]

    def spellings(self) -> tuple[str, ...]:
        """Every accepted key, without doubles, English first."""
        return tuple(dict.fromkeys((*self.en, *self.hans, *self.hant)))


class RecordTable:
    """The fields of one record, in the order of the reference page.

    ``shorthand`` is the field that a bare text stands for (``owner: 教务处``). Tables are compared
    by identity: there is one of each.
    """

    __slots__ = ("build", "defaults", "field_by_key", "fields", "name", "shorthand", "title")

    def __init__(
        self,
        *,
        name: str,
        title: Words,
        build: Callable[..., Any],
        fields: tuple[Field, ...],
        shorthand: str = "",
    ) -> None:
        self.name = name
        self.title = title
        self.build = build
        self.fields = fields
        self.shorthand = shorthand
        self.field_by_key: dict[str, Field] = {}
        self.defaults: dict[str, Any] = {}
        for known in fields:
            self.defaults[known.name] = known.default
            for key in known.spellings():
                if key in self.field_by_key:
                    raise ValueError(f"{name}: the key {key!r} stands for two fields")
                self.field_by_key[key] = known

    def field(self, name: str) -> Field:
        """The field of an attribute; KeyError when there is none."""
        for known in self.fields:
            if known.name == name:
                return known
        raise KeyError(f"{self.name}.{name}")
