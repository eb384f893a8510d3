"""What a rule sees: the plan as read, its index, and the words of the file it was written in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from luoshi.diagnostics import Diagnostic, Language, Rule
from luoshi.frozen import frozen
from luoshi.model import Index, Plan, ReadPlan
from luoshi.model.fields import RecordTable


@frozen
class CheckContext:
    """One plan under check. Rules read it and yield findings; they change nothing."""

    read: ReadPlan
    today: date

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.read.plan

    @property
    def index(self) -> Index:
        """Names to units, duties to owners."""
        return self.read.index

    @property
    def spelling(self) -> Language:
        """The language of the file's keys, for lines to paste."""
        return self.read.spelling

    def key(self, table: RecordTable, field: str) -> str:
        """How this file spells a field."""
        return table.field(field).spelling(self.spelling)


Check = Callable[[CheckContext], Iterable[Diagnostic]]


@frozen
class CheckRule:
    """A rule with the function that finds it."""

    rule: Rule
    check: Check
