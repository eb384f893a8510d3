"""The index of a plan: names to units, duties to owners, built once. Objects never point back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cached_property

from luoshi.dates import Day, Moment
from luoshi.model.obligations import Obligation, obligations
from luoshi.model.records import Citation, Group, Holder, Owner, Plan, Role, Unit, WorkItem
from luoshi.model.written import WrittenDate, WrittenText, written

MEMBER_WORDS = frozenset(
    {
        "成员单位",
        "各成员单位",
        "成員單位",
        "各成員單位",
        "members",
        "member units",
        "all members",
    }
)
PSEUDO_OWNERS = frozenset(
    [
        "我市",
        "全市",
        "我县",
        "全县",
        "我区",
        "全区",
        "我校",
        "本校",
        "全校",
        "我局",
        "本局",
        "各地",
        "各级",
        "各方",
        "各方面",
        "各部门",
        "各单位",
        "有关部门",
        "相关部门",
        "有关单位",
        "相关单位",
        "有关方面",
        "全体",
        "全体人员",
        "大家",
        "社会各界",
        "我市各部门",
        "我縣",
        "全縣",
        "我區",
        "全區",
        "各級",
        "各部門",
        "各單位",
        "有關部門",
        "相關部門",
        "有關單位",
        "相關單位",
        "有關方面",
        "全體",
        "全體人員",
        "社會各界",
        "相關處室",
        "各處室",
        "everyone",
        "everybody",
        "all-sides",
    ]
) | {"all sides", "all departments", "all units", "relevant departments", "the city", "society"}

_SCHOOL_YEAR_START, _SCHOOL_YEAR_END = (9, 1), (8, 31)


class Index:
    """Looks things up in one plan; holds nothing that the plan does not say."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.unit_by_key: dict[str, Unit] = {}
        self._units_by_name: dict[str, list[Unit]] = defaultdict(list)
        self._index_units()
        self.obligations: tuple[Obligation, ...] = tuple(obligations(plan))
        self.work_by_id: dict[str, WorkItem] = {}
        for found in self.obligations:
            if isinstance(found.record, WorkItem) and found.record.id:
                self.work_by_id.setdefault(found.record.id, found.record)
        self.citation_by_id: dict[str, Citation] = {c.id: c for c in plan.cites if c.id}

    def _index_units(self) -> None:
        for unit in self.plan.units:
            self.unit_by_key.setdefault(unit_key(unit), unit)
        for unit in self.plan.units:
            names = {unit.id, unit.name, unit.short, *unit.also_called} - {""}
            for parent in self._named(unit.belongs_to):
                names.add(parent.name + unit.name)
            for name in names:
                if unit not in self._units_by_name[name]:
                    self._units_by_name[name].append(unit)

    def _named(self, name: str) -> Iterator[Unit]:
        return (u for u in self.plan.units if name and name in (u.id, u.name, *u.also_called))

    # --- units ----------------------------------------------------------------------------------

    def candidates(self, name: str) -> tuple[Unit, ...]:
        """Every unit a name can mean; an id always means exactly its own unit."""
        own = self.unit_by_key.get(name)
        if own is not None and own.id == name:
            return (own,)
        return tuple(self._units_by_name.get(name, ()))

    def unit(self, name: str) -> Unit | None:
        """The one unit a name means, None when it is unknown or ambiguous."""
        found = self.candidates(name)
        return found[0] if len(found) == 1 else None

    def resolve(self, name: str) -> tuple[Unit, ...]:
        """The units a name stands for: one, or all members for 成员单位; empty when unknown."""
        if name.lower() in MEMBER_WORDS:
            return tuple(self.unit_by_key[key] for key in self.members)
        unit = self.unit(name)
        return () if unit is None else (unit,)

    def name_of(self, name: str) -> str:
        """The full name of the unit a name means, or the name itself."""
        unit = self.unit(name)
        return name if unit is None else unit.name

    @cached_property
    def members(self) -> dict[str, str]:
        """Keys of the leading group's units, to how each takes part: head, lead, deputy, member."""
        organization = self.plan.organization
        group = organization.leading_group if organization else None
        found: dict[str, str] = {}
        for part, name in _group_names(group):
            unit = self.unit(name)
            if unit is not None:
                found.setdefault(unit_key(unit), part)
        return found

    # --- obligations ----------------------------------------------------------------------------

    @cached_property
    def duties(self) -> tuple[Obligation, ...]:
        """The duties alone, in the order of the field tables."""
        return tuple(found for found in self.obligations if found.kind == "duty")

    @cached_property
    def works(self) -> tuple[Obligation, ...]:
        """Tasks, measures and campaigns at every level."""
        return tuple(found for found in self.obligations if found.kind == "work")

    @cached_property
    def by_unit(self) -> dict[str, tuple[tuple[Obligation, Role], ...]]:
        """Unit key to its obligations with the role it has in each; joint units reach their parts."""
        found: dict[str, list[tuple[Obligation, Role]]] = defaultdict(list)
        for obligation in self.obligations:
            seen: set[str] = set()
            for owner, key in self.owner_keys(obligation):
                if key not in seen:
                    seen.add(key)
                    found[key].append((obligation, owner.role))
        return {key: tuple(items) for key, items in found.items()}

    def owner_keys(self, obligation: Obligation) -> Iterator[tuple[Owner, str]]:
        """Each owner of an obligation with the key of every unit it stands for."""
        for owner in obligation.owners:
            for unit in self.resolve(owner.unit):
                yield owner, unit_key(unit)
                for part in unit.consists_of:
                    for member in self.resolve(part):
                        yield owner, unit_key(member)

    # --- what was written -----------------------------------------------------------------------

    @cached_property
    def _written(self) -> tuple[tuple[WrittenDate, ...], tuple[WrittenText, ...]]:
        return written(self.plan)

    @property
    def dates(self) -> tuple[WrittenDate, ...]:
        """Every date, range and rule that was written, with its place."""
        return self._written[0]

    @property
    def texts(self) -> tuple[WrittenText, ...]:
        """Every text that was written, references, ids and waivers left out."""
        return self._written[1]

    # --- time -----------------------------------------------------------------------------------

    @cached_property
    def bounds(self) -> tuple[date | None, date | None]:
        """First and last day of the plan as far as it says them, both counted."""
        period = self.plan.period
        if period is None:
            return None, None
        first = period.start.first if period.start else None
        last = period.end.last if period.end else None
        year = period.school_year
        if year is not None and year.consistent:
            first = first or date(year.first_year, *_SCHOOL_YEAR_START)
            last = last or date(year.last_year, *_SCHOOL_YEAR_END)
        return first, last

    @cached_property
    def issued_on(self) -> date | None:
        """The date of issue, None while the plan does not say it."""
        issue = self.plan.issue
        return issue.date.date if issue is not None and issue.date is not None else None

    def day_in_period(self, day: Day) -> date | None:
        """The date of a day; a missing year is taken from the period when only one fits."""
        if day.year is not None:
            return day.date
        first, last = self.bounds
        if day.year_text or first is None or last is None:
            return None
        fits = [
            whole
            for year in range(first.year, last.year + 1)
            if (whole := _safe_date(year, day)) is not None and first <= whole <= last
        ]
        return fits[0] if len(fits) == 1 else None

    def date_of(self, moment: Moment | None) -> date | None:
        """The one day a moment means in this plan, None where it can't be known."""
        if moment is None or not isinstance(moment.day, Day):
            return None
        return self.day_in_period(moment.day)


def unit_key(unit: Unit) -> str:
    """What a unit is known by: its id, else its name."""
    return unit.id or unit.name


def _group_names(group: Group | None) -> Iterator[tuple[str, str]]:
    if group is None:
        return
    for part, holders in (("head", group.heads), ("deputy", group.deputies)):
        yield from _holder_units(part, holders)
    if group.lead:
        yield "lead", group.lead
    for name in group.members:
        yield "member", name


def _holder_units(part: str, holders: tuple[Holder, ...]) -> Iterator[tuple[str, str]]:
    for holder in holders:
        if holder.unit:
            yield part, holder.unit


def _safe_date(year: int, day: Day) -> date | None:
    try:
        return date(year, day.month, day.day)
    except ValueError:
        return None
