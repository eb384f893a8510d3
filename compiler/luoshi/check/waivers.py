"""Waivers: a finding quieted with a reason, until a day; one that quiets nothing is itself found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from luoshi.check.context import CheckContext
from luoshi.check.rules.common import full_day
from luoshi.check.waiver_faults import WAIVER_ENDED, WAIVER_UNUSED
from luoshi.diagnostics import Diagnostic
from luoshi.frozen import replace
from luoshi.model.records import Waiver

# What could not be read has no content to excuse: documents would be made from something else.
_NOT_WAIVED = ("YML", "MOD")


def apply_waivers(
    context: CheckContext, findings: tuple[Diagnostic, ...]
) -> tuple[Diagnostic, ...]:
    """The findings, waived ones marked with the reason, and findings about the waivers."""
    if not context.plan.waivers:
        return findings
    in_force = _in_force(context)
    used: set[int] = set()
    marked = tuple(_marked(found, in_force, context, used) for found in findings)
    return (*marked, *_about_waivers(context, findings, in_force, used))


def waive_later(context: CheckContext, findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Findings made after the check (documents, glyphs), waived ones marked with the reason."""
    in_force = _in_force(context)
    return tuple(_marked(found, in_force, context, set()) for found in findings)


def _in_force(context: CheckContext) -> list[Waiver]:
    return [w for w in context.plan.waivers if w.reason and not _has_ended(w, context.today)]


def _marked(
    found: Diagnostic, in_force: list[Waiver], context: CheckContext, used: set[int]
) -> Diagnostic:
    waiver = next((w for w in in_force if _covers(w, found, context)), None)
    if waiver is None:
        return found
    used.add(id(waiver))
    return replace(found, waived=waiver.reason)


def _has_ended(waiver: Waiver, today: date) -> bool:
    last = waiver.until.date if waiver.until is not None else None
    return last is not None and last < today


def _covers(waiver: Waiver, found: Diagnostic, context: CheckContext) -> bool:
    if waiver.code not in (found.code, found.rule.name) or found.code.startswith(_NOT_WAIVED):
        return False
    if not waiver.at:
        return True
    names = set(found.about)
    unit = context.index.unit(waiver.at)
    if unit is not None and names & {unit.id, unit.name, *unit.also_called}:
        return True
    return waiver.at in names


def _about_waivers(
    context: CheckContext,
    findings: tuple[Diagnostic, ...],
    in_force: list[Waiver],
    used: set[int],
) -> Iterator[Diagnostic]:
    for waiver in context.plan.waivers:
        if not waiver.reason:
            continue  # reported as a missing field
        about = (waiver.code, waiver.at)
        args = {"code": waiver.code, "at": waiver.at or waiver.code}
        place = waiver.origin.at("code")
        if waiver not in in_force:
            ended = waiver.until.date if waiver.until is not None else None
            if ended and any(_covers(waiver, found, context) for found in findings):
                yield Diagnostic(
                    rule=WAIVER_ENDED,
                    primary=waiver.origin.at("until"),
                    args={**args, "day": full_day(ended, context.plan.region)},
                    about=about,
                )
        elif id(waiver) not in used and not _may_be_elsewhere(waiver, context):
            yield Diagnostic(rule=WAIVER_UNUSED, primary=place, args=args, about=about)


def _may_be_elsewhere(waiver: Waiver, context: CheckContext) -> bool:
    """What the waiver is for may be found later (documents), or lie in a part that was not read."""
    return waiver.code.startswith("DOC") or bool(context.plan.origin.lost)
