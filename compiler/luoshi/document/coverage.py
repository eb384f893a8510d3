"""From a checked plan to its coverage table: rows are units, columns are tasks.

A column is a task, measure or campaign at the lowest level, or a higher one that holds duties of
its own. A duty stands in the columns it serves and in the one it was written in; one that stands
in none is counted under "other duties", so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from luoshi.check import CheckedPlan
from luoshi.diagnostics import Diagnostic, Language
from luoshi.diagnostics.wording import headline
from luoshi.document.coverage_grid import NOBODY, Grid, name_of_work
from luoshi.document.coverage_tree import (
    Cell,
    Column,
    Coverage,
    DutyLine,
    Remark,
    Role,
    Row,
    RowState,
    Verdict,
)
from luoshi.document.marks import MarkWish, UnitMark, unit_marks
from luoshi.document.times import period_text, when_text
from luoshi.letters import content_hash, revision_of
from luoshi.model import Index, Obligation, unit_key
from luoshi.model.records import Duty, Plan

_STATE: Mapping[Language, str] = {"zh-Hans": "草稿", "zh-Hant": "草稿", "en": "DRAFT"}
_ABOUT_COVERAGE = tuple(f"CHK{n:03d}" for n in range(1, 11))


def build_coverage(checked: CheckedPlan) -> Coverage:
    """The coverage table of a plan; holes that were waived or are no errors are shown as such."""
    plan, index = checked.plan, checked.index
    grid = Grid.of(index)
    digest = content_hash(plan)
    columns = grid.columns()
    rows = tuple(_rows(index, grid))
    return Coverage(
        name=plan.short_title or plan.title,
        title=plan.title,
        language=plan.language,
        region=plan.region,
        plan_id=plan.id,
        revision=revision_of(digest),
        content_hash=digest,
        state=_STATE[plan.language],
        organ=issuing_organ(index),
        period=period_text(plan.period, plan),
        columns=columns,
        rows=rows,
        duties=tuple(_duty_line(index, grid, duty) for duty in index.duties),
        verdict=_verdict(columns, rows),
        remarks=tuple(_remarks(checked.findings, plan.language)),
    )


def issuing_organ(index: Index) -> str:
    """The host organ of the plan by its full name, empty where the plan names none."""
    issue = index.plan.issue
    return index.name_of(issue.organs[0]) if issue is not None and issue.organs else ""


# --- rows -----------------------------------------------------------------------------------------


def _rows(index: Index, grid: Grid) -> Iterator[Row]:
    marks = marks_of(index.plan)
    held = grid.held
    units = {unit_key(unit): unit for unit in index.plan.units}
    keys = [key for key in units if key in held or key in index.members]
    keys += [key for key in held if key and key not in units]
    for key in [*keys, *([NOBODY] if NOBODY in held else [])]:
        cells = grid.cells(key)
        yield Row(
            key=key,
            name=units[key].name if key in units else key,
            cells=cells,
            mark=marks.get(key),
            is_member=key in index.members,
            state=_row_state(key, cells),
            duties=grid.own.get(key, 0),
        )


def _row_state(key: str, cells: tuple[Cell | None, ...]) -> RowState:
    if key == NOBODY:
        return "no-owner"
    roles = {cell.role for cell in cells if cell is not None}
    if not roles:
        return "no-duty"
    return "only-assist" if roles == {"assist"} else "whole"


def marks_of(plan: Plan) -> dict[str, UnitMark]:
    """The mark of every unit by its key; numbers follow the order of units in the plan."""
    wishes = [MarkWish(unit.short or unit.name, unit.mark) for unit in plan.units]
    keys = [unit_key(unit) for unit in plan.units]
    return dict(zip(keys, unit_marks(wishes, plan.language), strict=True))


# --- words ----------------------------------------------------------------------------------------


def _duty_line(index: Index, grid: Grid, duty: Obligation) -> DutyLine:
    record = duty.record
    assert isinstance(record, Duty)  # noqa: S101 - duties are duties
    span = record.origin.span
    places = grid.where[id(record)]
    return DutyLine(
        id=record.id,
        text=record.text,
        leads=_names(index, duty, "lead"),
        joint=_names(index, duty, "joint"),
        assist=_names(index, duty, "assist"),
        serves=tuple(name_of_work(w) for n in places if (w := grid.places[n].work) is not None),
        times=tuple(dict.fromkeys(_times(duty, index.plan))),
        file=span.source.name if record.origin.is_written else "",
        line=span.line if record.origin.is_written else 0,
        columns=places,
    )


def _names(index: Index, duty: Obligation, role: Role) -> tuple[str, ...]:
    names = (o.called or index.name_of(o.unit) for o in duty.owners if o.role == role)
    return tuple(dict.fromkeys(names))


def _times(duty: Obligation, plan: Plan) -> Iterator[str]:
    for time in duty.times:
        yield when_text(time, plan)
    if isinstance(duty.record, Duty) and duty.record.within:
        yield duty.record.within


def _verdict(columns: tuple[Column, ...], rows: tuple[Row, ...]) -> Verdict:
    states = [column.state for column in columns]
    units = [row.state for row in rows]
    return Verdict(
        units_without_duty=units.count("no-duty"),
        units_only_assisting=units.count("only-assist"),
        tasks_without_lead=states.count("no-lead") + states.count("nobody"),
        tasks_of_nobody=states.count("nobody"),
        tasks_with_two_leads=states.count("two-leads"),
        duties_without_owner=sum(row.duties for row in rows if row.state == "no-owner"),
    )


def _remarks(findings: tuple[Diagnostic, ...], language: Language) -> Iterator[Remark]:
    for found in findings:
        if found.code in _ABOUT_COVERAGE:
            place = found.primary
            yield Remark(
                code=found.code,
                text=headline(found, language),
                file=place.source.name if place else "",
                line=place.line if place else 0,
                waiver=found.waived or "",
            )
