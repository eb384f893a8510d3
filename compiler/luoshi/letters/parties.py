"""Who signs a responsibility letter with whom, and which obligations stand in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from luoshi.model import Index, Obligation, unit_key
from luoshi.model.records import MonthItem, Owner, Phase, Role, Tier, Unit, WorkItem


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a letter. ``name`` is empty where nobody knows it yet: a blank to fill in."""

    name: str
    unit: Unit | None = None
    signer: str = ""
    is_form: bool = False  # one form for a whole class, the name left blank


@dataclass(frozen=True, slots=True)
class Bound:
    """One obligation with the role a party has in it, and those it shares it with."""

    obligation: Obligation
    role: Role
    leads: tuple[str, ...] = ()  # names of the lead or joint units beside the party
    helpers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One responsibility letter (责任书): two parties and exactly the second one's duties."""

    key: str  # stable: unit and member of its roster
    giver: Party
    taker: Party
    tier: Tier | None
    duties: tuple[Bound, ...]
    arranged: tuple[Bound, ...] = field(default=())  # month items and phases


def letters(index: Index) -> tuple[Letter, ...]:
    """The letters of a plan in the order of its units: one for each party that is bound.

    A class with a roster gives one letter for each name, without one a form with a blank name.
    """
    found: list[Letter] = []
    for unit in index.plan.units:
        key = unit_key(unit)
        tiers = tiers_to(index, unit)
        bound = tuple(bound_of(index, unit))
        if unit.consists_of and not tiers:
            continue  # its parts have letters of their own
        if not tiers and not any(_is_duty(b.obligation) for b in bound):
            continue
        for n, tier in enumerate(tiers or (None,)):
            suffix = f"@{tier.id or n + 1}" if tier is not None and len(tiers) > 1 else ""
            found.extend(_of_unit(index, unit, key + suffix, tier, bound))
    return tuple(found)


def tiers_to(index: Index, unit: Unit) -> tuple[Tier, ...]:
    """The tiers whose second side is a unit, or all member units; nobody signs with himself."""
    return tuple(
        tier
        for tier in index.plan.letters
        if unit in index.resolve(tier.taker) and index.unit(tier.giver) is not unit
    )


def _of_unit(
    index: Index, unit: Unit, key: str, tier: Tier | None, bound: tuple[Bound, ...]
) -> Iterator[Letter]:
    duties = tuple(b for b in bound if _is_duty(b.obligation))
    arranged = tuple(b for b in bound if not _is_duty(b.obligation))
    giver = giver_of(index, unit, tier)
    signer = (tier.taker_signs if tier else "") or signer_of(index, unit)
    takers = [Party(name, unit, signer) for name in unit.roster]
    if not takers:
        takers = [
            Party("", unit, signer, is_form=True)
            if unit.kind == "class"
            else Party(unit.name, unit, signer)
        ]
    for taker, own_key in zip(takers, _keys(key, unit.roster), strict=True):
        yield Letter(
            key=own_key,
            giver=giver,
            taker=taker,
            tier=tier,
            duties=duties,
            arranged=arranged,
        )


def _keys(key: str, roster: tuple[str, ...]) -> Iterator[str]:
    """A key for each name of a roster; people who share a name are told apart by a count."""
    seen: Counter[str] = Counter()
    for name in roster:
        seen[name] += 1
        yield f"{key}/{name}" + (f"#{seen[name]}" if seen[name] > 1 else "")
    if not roster:
        yield key


def giver_of(index: Index, unit: Unit, tier: Tier | None) -> Party:
    """The other side: the tier's, else the issuing organ, else the leading group, else a blank."""
    plan = index.plan
    if tier is not None and tier.giver:
        giver = index.unit(tier.giver)
        name = giver.name if giver else tier.giver
        signer = tier.giver_signs or (signer_of(index, giver) if giver else "")
        blank = giver is not None and giver.kind == "class"
        return Party("" if blank else name, giver, signer, is_form=blank)
    for organ in plan.issue.organs if plan.issue else ():
        issuing = index.unit(organ)
        if issuing is not None and issuing is not unit:
            return Party(issuing.name, issuing, signer_of(index, issuing))
    group = plan.organization.leading_group if plan.organization else None
    if group is not None and group.name:
        return Party(group.name)
    return Party("")


def signer_of(index: Index, unit: Unit) -> str:
    """Who signs for a unit: its head, else the first person listed with a post in it, by name."""
    if unit.head:
        return unit.head
    gap = " " if index.plan.language == "en" else ""
    for person in index.plan.people:
        if person.post and index.unit(person.unit) is unit:
            return person.post + gap + person.name
    return ""


def bound_of(index: Index, unit: Unit) -> Iterator[Bound]:
    """Everything a unit is bound to, each once, with its role and the units beside it."""
    for obligation, role in index.by_unit.get(unit_key(unit), ()):
        if _counts(obligation):
            beside = [(o.role, n) for o in obligation.owners for n in _beside(index, unit, o)]
            yield Bound(
                obligation,
                role,
                leads=tuple(dict.fromkeys(name for own, name in beside if own != "assist")),
                helpers=tuple(dict.fromkeys(name for own, name in beside if own == "assist")),
            )


def _beside(index: Index, unit: Unit, owner: Owner) -> Iterator[str]:
    """The names an owner gives beside a unit: itself, or the other parts of what they form."""
    meant = index.resolve(owner.unit)
    if unit in meant:
        return
    parts = [p for found in meant for name in found.consists_of for p in index.resolve(name)]
    if unit in parts:
        yield from (part.name for part in parts if part is not unit)
    else:
        yield index.name_of(owner.unit)


def _counts(obligation: Obligation) -> bool:
    """False for a task whose owners are only handed down to the duties that stand in it."""
    record = obligation.record
    if not isinstance(record, WorkItem):
        return True
    if obligation.inherited or not record.owners:
        return False
    return not _hands_down(record)


def _hands_down(item: WorkItem) -> bool:
    """True when a duty at any depth takes the owners of a work item."""
    if any(not duty.owners for duty in item.duties):
        return True
    return any(not part.owners and _hands_down(part) for part in (*item.items, *item.campaigns))


def _is_duty(obligation: Obligation) -> bool:
    return not isinstance(obligation.record, MonthItem | Phase)
