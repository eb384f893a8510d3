"""The format-free tree of a coverage table: units × tasks, who leads, joins, assists. Knows no plan.

Everything here is settled: a backend counts nothing and judges nothing. Every duty of the plan
stands in at least one column; ``Coverage`` refuses to exist otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from luoshi.diagnostics import Language
from luoshi.document.marks import UnitMark

Role = Literal["lead", "joint", "assist"]
ColumnKind = Literal["work", "other", "all", "beside"]
ColumnState = Literal["whole", "nobody", "no-lead", "two-leads"]
RowState = Literal["whole", "no-duty", "only-assist", "no-owner"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a unit has to do with a column.

    ``role`` is None for duties that name nobody. ``duties`` counts the things to do behind the
    cell: 0 where only the task itself names the unit.
    """

    role: Role | None
    duties: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A task, measure or campaign, or a column for what stands in none of them.

    ``other`` holds duties of no task, ``all`` every duty of a plan without tasks, ``beside`` what is
    no duty: meetings, reports, phases and month items. ``above`` are the titles it stands under,
    outermost first. ``leads`` counts units that lead.
    """

    kind: ColumnKind
    title: str = ""
    id: str = ""
    above: tuple[str, ...] = ()
    state: ColumnState = "whole"
    leads: int = 0
    duties: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A unit with one cell for each column; ``duties`` counts each of its duties once.

    The row of duties that name nobody has no mark and the state ``no-owner``.
    """

    key: str
    name: str
    cells: tuple[Cell | None, ...]
    mark: UnitMark | None = None
    is_member: bool = False
    state: RowState = "whole"
    duties: int = 0

    def count(self, role: Role, columns: tuple[Column, ...]) -> int:
        """In how many tasks the unit has a role."""
        pairs = zip(self.cells, columns, strict=True)
        return sum(1 for cell, c in pairs if cell and c.kind == "work" and cell.role == role)


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLine:
    """One duty in words; ``columns`` are the places in ``Coverage.columns`` it is counted in."""

    id: str
    text: str
    leads: tuple[str, ...]
    joint: tuple[str, ...]
    assist: tuple[str, ...]
    serves: tuple[str, ...]
    times: tuple[str, ...]
    file: str
    line: int  # 0 where the duty was written in no file
    columns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding about coverage that is still open or has a waiver: where, and what it says."""

    code: str
    text: str
    file: str
    line: int
    waiver: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The holes, counted. Tasks without a lead include those nobody has at all."""

    units_without_duty: int = 0
    units_only_assisting: int = 0
    tasks_without_lead: int = 0
    tasks_of_nobody: int = 0
    tasks_with_two_leads: int = 0
    duties_without_owner: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing; a unit that only assists is no hole."""
        return not (
            self.units_without_duty
            or self.tasks_without_lead
            or self.tasks_with_two_leads
            or self.duties_without_owner
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Who has a part in what, for one plan. ``state`` is empty once the plan is issued."""

    name: str  # the plan's short name, for the heading
    title: str
    language: Language
    region: str
    plan_id: str
    revision: str
    content_hash: str
    state: str
    organ: str
    period: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    duties: tuple[DutyLine, ...]
    verdict: Verdict
    remarks: tuple[Remark, ...] = ()

    def __post_init__(self) -> None:
        if any(not duty.columns for duty in self.duties):
            raise ValueError("every duty must stand in a column")
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError("every row must have a cell for every column")

    @property
    def tasks(self) -> int:
        """How many columns are tasks, measures or campaigns."""
        return sum(1 for column in self.columns if column.kind == "work")

    @property
    def units(self) -> int:
        """How many rows are units."""
        return sum(1 for row in self.rows if row.state != "no-owner")

    @property
    def in_tasks(self) -> int:
        """How many duties stand in at least one task, each counted once."""
        kinds = [column.kind for column in self.columns]
        return sum(1 for duty in self.duties if any(kinds[n] == "work" for n in duty.columns))
