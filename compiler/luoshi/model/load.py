"""Reading a plan: its file, the files it includes, its references. The door of the room."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from luoshi.diagnostics import Diagnostic, Diagnostics, Label, Language, Severity
from luoshi.frozen import frozen, replace
from luoshi.model import faults
from luoshi.model.index import Index
from luoshi.model.origin import Origin
from luoshi.model.reader import Reader, spelling_of
from luoshi.model.records import Include, Plan
from luoshi.model.resolve import resolve
from luoshi.model.rosters import read_rosters
from luoshi.model.tables.plan import PLAN, all_tables
from luoshi.model.tabular import read_table
from luoshi.source import SourceFile, Span, World
from luoshi.syntax import BadNode, ListNode, MapNode, Node, ScalarNode
from luoshi.syntax.compose import compose
from luoshi.syntax.read import read_source

_JOINED = ("units", "people", "calendars", "terms", "cites")
_TABLES = (".csv", ".xlsx")


@frozen
class ReadPlan:
    """A plan as read: ``spelling`` is the language of its keys, ``files`` every file it came from."""

    path: Path
    plan: Plan
    index: Index
    source: SourceFile
    node: Node
    spelling: Language
    files: tuple[Path, ...]


def read_plan(world: World, path: Path, bag: Diagnostics) -> ReadPlan | None:
    """The plan of a file with its includes joined; None when there is no plan to speak of.

    Never raises on what people wrote; every fault is in ``bag``.
    """
    source = read_source(world, path, bag)
    if source is None:
        return None
    node = compose(source, bag, _spellings())
    if not isinstance(node, MapNode):
        if not isinstance(node, BadNode):
            _not_a_plan(source, node, bag)
        return None
    files = [path]
    plan = Reader(bag, roc=_counts_roc(node)).record(node, PLAN)
    if not plan.id:
        plan = replace(plan, id=_id_from(path))
    plan = _join_includes(world, path, plan, bag, files)
    plan = read_rosters(world, path, plan, bag, files)
    index = Index(plan)
    bag.extend(at_both_ends(found, plan, source) for found in resolve(index))
    return ReadPlan(path, plan, index, source, node, spelling_of(node, PLAN), tuple(files))


def at_both_ends(found: Diagnostic, plan: Plan, entry: SourceFile) -> Diagnostic:
    """A finding that stands in another file than the plan's own, with the place that names it."""
    place = found.primary
    if place is None or place.source is entry or any(x.key == "included" for x in found.labels):
        return found
    folder, target = Path(entry.name).parent, Path(place.source.name)
    for record, field in (
        *((include, "file") for include in plan.include),
        *((unit, "roster_file") for unit in plan.units),
    ):
        named = getattr(record, field)
        if named and folder / named == target:
            label = Label(record.origin.at(field), "included")
            return replace(found, labels=(*found.labels, label))
    return found


@lru_cache(maxsize=1)
def _spellings() -> frozenset[str]:
    """Every field name in every language: evidence for fields that a slip turned into text."""
    return frozenset(key for table in all_tables() for key in table.field_by_key)


def _not_a_plan(source: SourceFile, node: Node, bag: Diagnostics) -> None:
    first = node.span
    place = Span(source, first.start, min(first.end, first.start + 1))
    bag.add(Diagnostic(rule=faults.NOT_A_PLAN, primary=place, args={"file": source.name}))


def _id_from(path: Path) -> str:
    return "".join(c for c in path.stem if c.isalnum() or c in "-_—·〔〕（）") or "plan"


def _counts_roc(node: MapNode) -> bool:
    region = PLAN.field("region")
    for key, value in node.pairs:
        if PLAN.field_by_key.get(key.value) is region and isinstance(value, ScalarNode):
            return value.value.strip() in ("TW", "台湾", "臺灣", "台灣")
    return False


def _join_includes(
    world: World, path: Path, plan: Plan, bag: Diagnostics, files: list[Path]
) -> Plan:
    """The plan with what its includes hold; what one that can't be read held counts as lost."""
    if not plan.include and "include" not in plan.origin.lost:
        return plan
    joined = {name: getattr(plan, name) for name in _JOINED}
    lost = {*plan.origin.lost}
    if "include" in lost:
        lost.update(_JOINED)
    for include in plan.include:
        part = _read_include(world, path, include, bag, files) if include.file else None
        if part is None:
            lost.update(_JOINED)
            continue
        lost.update(name for name in _JOINED if name in part.origin.lost)
        for name in _JOINED:
            joined[name] = (*joined[name], *getattr(part, name))
    origin = Origin(plan.origin.node, plan.origin.table, tuple(sorted(lost)))
    return replace(plan, **joined, origin=origin)


def _read_include(
    world: World, path: Path, include: Include, bag: Diagnostics, files: list[Path]
) -> Plan | None:
    place = include.origin.at("file")
    target = path.parent / include.file
    if target in files:
        _refuse(include, bag, _TWICE)
        return Plan()  # nothing is lost: what it holds was joined the first time
    files.append(target)
    if target.suffix.lower() in _TABLES:
        return read_table(world, target, include.sheet, place, bag)
    inner = Diagnostics()
    source = read_source(world, target, inner)
    if source is None:
        _refuse(include, bag, _MISSING)
        return None
    node = compose(source, inner, _spellings())
    bag.extend(replace(d, labels=(*d.labels, Label(place, "included"))) for d in inner.sorted())
    if not isinstance(node, MapNode):
        if not isinstance(node, BadNode):
            _refuse(include, bag, _NO_FIELDS)
        return None
    part: Plan = Reader(bag, place, partial=True).record(node, PLAN)
    _refuse_other_fields(part, include, bag)
    if any(d.level is Severity.ERROR for d in inner.sorted()) or not _items_read(part):
        part = replace(part, origin=Origin(node, PLAN, (*part.origin.lost, *_JOINED)))
    return part


def _items_read(part: Plan) -> bool:
    """False when some entry of a file is no entry, or a field of it is not known."""
    for key, value in part.origin.node.pairs if isinstance(part.origin.node, MapNode) else ():
        known = PLAN.field_by_key.get(key.value)
        if known is None:
            return False
        items = value.items if isinstance(value, ListNode) else []
        if known.name in _JOINED and len(items) > len(getattr(part, known.name)):
            return False
    return True


def _refuse_other_fields(part: Plan, include: Include, bag: Diagnostics) -> None:
    for known in PLAN.fields:
        if known.name not in _JOINED and part.origin.has(known.name):
            _refuse(include, bag, _OTHER_FIELDS)
            return


def _refuse(include: Include, bag: Diagnostics, reason: dict[Language, str]) -> None:
    bag.add(
        Diagnostic(
            rule=faults.INCLUDE_FAILED,
            primary=include.origin.at("file"),
            args={"file": include.file, "reason": reason},
            about=(include.file,),
        )
    )


_MISSING: dict[Language, str] = {
    "zh-Hans": "没有这个文件，或者读不出来",
    "zh-Hant": "沒有這個檔案，或者讀不出來",
    "en": "there is no such file, or it can't be read",
}
_TWICE: dict[Language, str] = {
    "zh-Hans": "已经引用过了",
    "zh-Hant": "已經引用過了",
    "en": "it is included already",
}
_NO_FIELDS: dict[Language, str] = {
    "zh-Hans": "里面没有栏目",
    "zh-Hant": "裡面沒有欄位",
    "en": "it has no fields",
}
_OTHER_FIELDS: dict[Language, str] = {
    "zh-Hans": "只能放单位、人员、日历、学期和依据",
    "zh-Hant": "只能放單位、人員、行事曆、學期和依據",
    "en": "only units, people, calendars, terms and cited documents may stand in it",
}
