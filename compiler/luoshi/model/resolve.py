"""References resolved once: unknown, ambiguous and repeated names become findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from luoshi.diagnostics import Diagnostic, Label, Language
from luoshi.diagnostics.pasting import corrected
from luoshi.model import faults
from luoshi.model.index import MEMBER_WORDS, PSEUDO_OWNERS, Index, unit_key
from luoshi.model.records import Owner, Plan, Record, Unit
from luoshi.model.walk import Reference, references
from luoshi.syntax import ListNode

_TARGET_NAMES: Mapping[str, Mapping[Language, str]] = {
    "work": {"zh-Hans": "任务或措施", "zh-Hant": "工作或措施", "en": "task or measure"},
    "duty": {"zh-Hans": "职责", "zh-Hant": "工作項目", "en": "duty"},
    "citation": {"zh-Hans": "依据", "zh-Hant": "依據", "en": "cited document"},
    "calendar": {"zh-Hans": "日历", "zh-Hant": "行事曆", "en": "calendar"},
    "section": {"zh-Hans": "章节", "zh-Hant": "章節", "en": "section"},
}


def resolve(index: Index) -> Iterator[Diagnostic]:
    """Findings about names that lead nowhere, to several units, or that are given twice."""
    yield from _repeated_ids(index)
    known = _known_ids(index)
    lost = lost_places(index.plan)
    for reference in references(index.plan):
        if reference.target == "unit":
            yield from _unit_reference(reference, index, lost)
        elif _LISTED_IN.get(reference.target, "") in index.plan.origin.lost:
            continue
        elif reference.name not in known[reference.target]:
            yield _unknown_id(reference, known[reference.target])


# --- what was lost ------------------------------------------------------------------------------

_LISTED_IN = {"citation": "cites", "calendar": "calendars"}
"""References to what an include can bring, with the field that lists it."""


def lost_places(plan: Plan) -> tuple[str, ...]:
    """The text of units whose id or name could not be read; that was reported where it stands."""
    return tuple(
        unit.origin.span.text
        for unit in plan.units
        if not unit.name or {"id", "name", "short", "also_called"} & {*unit.origin.lost}
    ) + tuple(_unread_items(plan))


def _unread_items(plan: Plan) -> Iterator[str]:
    pair = plan.origin.pair("units")
    if pair is None or not isinstance(pair[1], ListNode):
        return
    read = {id(unit.origin.node) for unit in plan.units}
    yield from (item.span.text for item in pair[1].items if id(item) not in read)


def may_be_lost(name: str, plan: Plan, lost: tuple[str, ...]) -> bool:
    """Whether an unknown name may stand in what could not be read: an include, a unit's entry."""
    return "units" in plan.origin.lost or any(name in text for text in lost)


# --- ids ----------------------------------------------------------------------------------------


def _known_ids(index: Index) -> dict[str, dict[str, Record]]:
    plan = index.plan
    table = plan.origin.table
    sections: dict[str, Record] = {**index.work_by_id, **{s.id: s for s in plan.sections}}
    for known in table.fields if table else ():
        sections.update(dict.fromkeys(known.spellings(), plan))
    return {
        "work": dict(index.work_by_id),
        "duty": {o.id: o.record for o in index.duties if o.id},
        "citation": {c.id or c.title: c for c in plan.cites},
        "calendar": {c.id: c for c in plan.calendars},
        "section": sections,
    }


def _unknown_id(reference: Reference, known: Mapping[str, Record]) -> Diagnostic:
    from difflib import get_close_matches  # noqa: PLC0415 - slow to load, seldom needed

    near = get_close_matches(reference.name, known, n=1, cutoff=0.5)
    labels = (
        (Label(known[near[0]].origin.short_span, "related", {"listed": near[0]}),) if near else ()
    )
    return Diagnostic(
        rule=faults.UNKNOWN_REFERENCE,
        primary=reference.span,
        labels=labels,
        args={
            "id": reference.name,
            "target": _TARGET_NAMES[reference.target],
            "listed": near[0] if near else "",
        },
        paste=(corrected(reference.span, near[0]),) if near else (),
        about=(reference.name,),
    )


def _repeated_ids(index: Index) -> Iterator[Diagnostic]:
    plan = index.plan
    spaces: tuple[Iterable[Record], ...] = (
        plan.units,
        plan.people,
        plan.cites,
        (o.record for o in index.obligations if o.kind in ("duty", "month_item", "report")),
        (o.record for o in index.works),
        (o.record for o in index.obligations if o.kind == "phase"),
        plan.objectives,
        plan.sections,
        plan.calendars,
        plan.terms,
        plan.letters,
    )
    for space in spaces:
        yield from _repeated_in(space)


def _repeated_in(space: Iterable[Record]) -> Iterator[Diagnostic]:
    first: dict[str, Record] = {}
    for record in space:
        key = _identity(record)
        if not key:
            continue
        if key in first:
            yield Diagnostic(
                rule=faults.DUPLICATE_ID,
                primary=record.origin.at("id"),
                labels=(Label(first[key].origin.at("id")),),
                args={"id": key},
                about=(key,),
            )
        else:
            first[key] = record


def _identity(record: Record) -> str:
    if isinstance(record, Unit):
        return unit_key(record)
    return getattr(record, "id", "")


# --- units --------------------------------------------------------------------------------------


def _unit_reference(
    reference: Reference, index: Index, lost: tuple[str, ...]
) -> Iterator[Diagnostic]:
    name = reference.name
    if name.lower() in MEMBER_WORDS:
        return
    found = index.candidates(name)
    if len(found) == 1:
        return
    if found:
        yield _ambiguous(reference, found)
    elif may_be_lost(name, index.plan, lost):
        return
    elif not (isinstance(reference.record, Owner) and name in PSEUDO_OWNERS):
        yield _unknown_unit(reference, index)


def _ambiguous(reference: Reference, found: tuple[Unit, ...]) -> Diagnostic:
    full = [unit.belongs_to + unit.name if unit.belongs_to else unit.id for unit in found]
    return Diagnostic(
        rule=faults.AMBIGUOUS_UNIT,
        primary=reference.span,
        labels=tuple(Label(unit.origin.short_span) for unit in found[:2]),
        args={
            "unit": reference.name,
            "n": len(found),
            "owners": tuple(unit.belongs_to or unit.id for unit in found),
        },
        paste=(corrected(reference.span, full[0]),),
        about=(reference.name,),
    )


def _unknown_unit(reference: Reference, index: Index) -> Diagnostic:
    near = nearest_unit(reference.name, index)
    labels = () if near is None else (Label(near.origin.at("name"), "related", {}),)
    plan = index.plan
    if near is None and plan.origin.has("units"):
        labels = (Label(plan.origin.key("units"), "table", {}),)
    return Diagnostic(
        rule=faults.UNKNOWN_UNIT,
        primary=reference.span,
        labels=labels,
        args={"unit": reference.name, "listed": near.name if near else ""},
        paste=(corrected(reference.span, near.name),) if near else (),
        about=(reference.name,),
    )


def nearest_unit(name: str, index: Index) -> Unit | None:
    """The unit whose name is likeliest meant: contained, containing, or alike in spelling."""
    from difflib import get_close_matches  # noqa: PLC0415 - slow to load, seldom needed

    names = {
        n: u
        for u in index.plan.units
        for n in (u.name, u.id, u.short, *u.also_called)
        if n and _share_more_than_a_tail(name, n)
    }
    near = get_close_matches(name, names, n=1, cutoff=0.8)
    if near:
        return names[near[0]]
    held = [n for n in names if n in name or name in n] if len(name) > 1 else []
    if held:
        return names[min(held, key=lambda n: (abs(len(n) - len(name)), n))]
    near = get_close_matches(name, names, n=1, cutoff=0.5)
    return names[near[0]] if near else None


_TAIL = re.compile(
    r"(?:办公室|辦公室|委员会|委員會|[局处處科室办辦委部院校组組队隊站厅廳会會社所])$"
    r"| (?:office|bureau|department|division|committee|school|unit)$",
    re.IGNORECASE,
)


def _share_more_than_a_tail(one: str, other: str) -> bool:
    """Whether two names are alike beyond the word that half of all offices end in."""
    first, second = _TAIL.sub("", one), _TAIL.sub("", other)
    return bool({*first.lower().replace(" ", "")} & {*second.lower().replace(" ", "")})
