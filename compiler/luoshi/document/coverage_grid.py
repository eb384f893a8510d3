"""The parts of units in tasks, gathered from the owners of tasks and duties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from luoshi.document.coverage_tree import Cell, Column, ColumnKind, ColumnState, Role
from luoshi.model import Index, Obligation
from luoshi.model.records import Duty, WorkItem

NOBODY = ""  # the key of what names nobody
_STRENGTH: Mapping[Role | None, int] = {"lead": 3, "joint": 2, "assist": 1, None: 0}


@dataclass(frozen=True, slots=True)
class Place:
    """A column to be: a task with those above it, or one of the other kinds."""

    kind: ColumnKind
    work: WorkItem | None = None
    parents: tuple[WorkItem, ...] = ()


@dataclass(slots=True)
class Grid:
    """Roles and counts by unit and column; the columns are known before the first entry."""

    index: Index
    places: tuple[Place, ...]
    held: dict[str, dict[int, Cell]] = field(default_factory=dict)  # unit key, column
    duties: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    own: dict[str, int] = field(default_factory=lambda: defaultdict(int))  # duties of a unit
    named: dict[int, tuple[str, ...]] = field(default_factory=dict)  # leads the task itself names
    where: dict[int, tuple[int, ...]] = field(default_factory=dict)  # duty record to its columns
    leading: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    led: set[int] = field(default_factory=set)  # columns that somebody leads, alone or jointly
    taken: set[int] = field(default_factory=set)  # columns in which somebody has a part
    _place_by_work: dict[int, int] = field(default_factory=dict)
    _first: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, index: Index) -> Grid:
        """The filled grid of a plan."""
        grid = cls(index, tuple(_places(index)))
        for number, place in enumerate(grid.places):
            grid._first.setdefault(place.kind, number)
            if place.work is not None:
                grid._place_by_work[id(place.work)] = number
        grid._fill()
        grid._sum()
        return grid

    def _fill(self) -> None:
        for work in self.index.works:
            self._take_work(work)
        for duty in self.index.duties:
            self._take_duty(duty)
        for other in self.index.obligations:
            if _is_beside(other):
                self._take_beside(other)

    def _take_work(self, work: Obligation) -> None:
        place = self._place_by_work.get(id(work.record))
        if place is None:
            return
        parts = parts_of(self.index, work)
        self.named[place] = tuple(key for key, role in parts.items() if role == "lead")
        for key, role in parts.items():
            self._enter(key, place, role, 0)

    def _take_duty(self, duty: Obligation) -> None:
        places = self.where[id(duty.record)] = self._places_of_duty(duty)
        parts: Mapping[str, Role | None] = parts_of(self.index, duty) or {NOBODY: None}
        for key in parts:
            self.own[key] += 1
        for place in places:
            self.duties[place] += 1
            named = self.named.get(place, ())
            for key, role in parts.items():
                self._enter(key, place, _beside_named(role, key, named), 1)

    def _take_beside(self, other: Obligation) -> None:
        place = self._first["beside"]
        parts = parts_of(self.index, other)
        for key, role in parts.items():
            self._enter(key, place, role, 1)
        self.duties[place] += 1

    def _enter(self, key: str, place: int, role: Role | None, count: int) -> None:
        row = self.held.setdefault(key, {})
        before = row.get(place, Cell(None, 0))
        stronger = role if _STRENGTH[role] > _STRENGTH[before.role] else before.role
        row[place] = Cell(stronger, before.duties + count)

    def _places_of_duty(self, duty: Obligation) -> tuple[int, ...]:
        """Where a duty is counted: the task it stands in, those it serves; else the last resort."""
        found = {self._place_by_work.get(id(work)) for work in _works_of(self.index, duty)}
        if found - {None}:
            return tuple(sorted(n for n in found if n is not None))
        return (self._first["other" if "other" in self._first else "all"],)

    def _sum(self) -> None:
        for key, row in self.held.items():
            for place, cell in row.items():
                self.leading[place] += cell.role == "lead"
                if cell.role in ("lead", "joint"):
                    self.led.add(place)
                if key != NOBODY:
                    self.taken.add(place)

    # --- reading it back --------------------------------------------------------------------

    def cells(self, key: str) -> tuple[Cell | None, ...]:
        """The parts of a unit, one for each column."""
        row = self.held.get(key, {})
        return tuple(row.get(place) for place in range(len(self.places)))

    def columns(self) -> tuple[Column, ...]:
        """The columns with their sums and holes."""
        covered = self._covered()
        return tuple(self._column(number, covered) for number in range(len(self.places)))

    def _column(self, number: int, covered: set[int]) -> Column:
        place = self.places[number]
        work = place.work
        return Column(
            kind=place.kind,
            title="" if work is None else name_of_work(work),
            id="" if work is None else work.id,
            above=tuple(name_of_work(parent) for parent in place.parents),
            state="whole" if work is None else self._state(number, id(work) in covered),
            leads=self.leading[number],
            duties=self.duties[number],
        )

    def _covered(self) -> set[int]:
        """Tasks that are led as the check sees it: themselves, from above, or in a part of them."""
        direct = {id(place.work) for n, place in enumerate(self.places) if n in self.led}
        found = set(direct)
        for place in self.places:
            if id(place.work) in direct:
                found.update(id(parent) for parent in place.parents)
            elif any(id(parent) in direct for parent in place.parents):
                found.add(id(place.work))
        return found

    def _state(self, number: int, covered: bool) -> ColumnState:
        if len(self.named.get(number, ())) > 1:
            return "two-leads"
        if covered:
            return "whole"
        return "no-lead" if number in self.taken else "nobody"


def _places(index: Index) -> Iterator[Place]:
    """The columns in plan order; those of duties outside any task only where there are such."""
    served = {name for duty in index.duties for name in _serves(duty)}
    chosen: set[int] = set()
    for work in index.works:
        record = work.record
        assert isinstance(record, WorkItem)  # noqa: S101 - works are work items
        if not (record.items or record.campaigns) or record.duties or record.id in served:
            chosen.add(id(record))
            yield Place("work", record, work.works)
    if not chosen:
        yield Place("all")
    elif any(all(id(w) not in chosen for w in _works_of(index, d)) for d in index.duties):
        yield Place("other")
    if any(_is_beside(found) for found in index.obligations):
        yield Place("beside")


def _is_beside(found: Obligation) -> bool:
    """Whether something that is no duty names who does it: a meeting, report, phase, month item."""
    return found.kind not in ("duty", "work") and bool(found.owners)


def _works_of(index: Index, duty: Obligation) -> list[WorkItem]:
    """The task a duty stands in and those it serves."""
    served = (index.work_by_id.get(name) for name in _serves(duty))
    return [*duty.works[-1:], *(work for work in served if work is not None)]


def _serves(duty: Obligation) -> tuple[str, ...]:
    return duty.record.serves if isinstance(duty.record, Duty) else ()


def name_of_work(work: WorkItem) -> str:
    """What a task is called: its title, else its words, else its id."""
    return work.title or work.text or work.id


def parts_of(index: Index, found: Obligation) -> dict[str, Role]:
    """Keys of units with the strongest role of each; a name that is no listed unit is its own key."""
    best: dict[str, Role] = {}
    known = {id(owner) for owner, _ in index.owner_keys(found)}
    pairs = [*index.owner_keys(found)]
    pairs += [(owner, owner.unit) for owner in found.owners if id(owner) not in known]
    for owner, key in pairs:
        if key and (key not in best or _STRENGTH[owner.role] > _STRENGTH[best[key]]):
            best[key] = owner.role
    return best


def _beside_named(role: Role | None, key: str, named: tuple[str, ...]) -> Role | None:
    """A unit that leads a duty of a task has a joint part in it where the task names its own lead."""
    return "joint" if role == "lead" and named and key not in named else role
