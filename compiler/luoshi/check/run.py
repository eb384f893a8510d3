"""Running the rules over a plan: severities of the profile, waivers, the checked plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from luoshi.check.context import CheckContext, CheckRule
from luoshi.check.waivers import apply_waivers
from luoshi.diagnostics import Diagnostic, Diagnostics, Severity
from luoshi.frozen import frozen, replace
from luoshi.model import Index, Plan, ReadPlan
from luoshi.model.date_faults import with_period

Profile = Literal["draft", "standard", "strict"]
PROFILES: tuple[Profile, ...] = ("draft", "standard", "strict")


@frozen
class CheckedPlan:
    """A plan that was checked and has nothing that must be fixed; documents accept nothing else."""

    read: ReadPlan
    findings: tuple[Diagnostic, ...]

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.read.plan

    @property
    def index(self) -> Index:
        """Names to units, duties to owners."""
        return self.read.index


def check_plan(
    read: ReadPlan | None,
    bag: Diagnostics,
    rules: Sequence[CheckRule],
    today: date,
    profile: Profile = "standard",
) -> tuple[CheckedPlan | None, tuple[Diagnostic, ...]]:
    """The checked plan, None while something must be fixed, and every finding in order.

    ``bag`` holds what reading found. Waived findings stay in the list, marked with their reason.
    """
    if read is None:
        return None, weighed(bag.sorted(), profile)
    context = CheckContext(read, today)
    for known in rules:
        bag.extend(known.check(context))
    ranked = tuple(with_period(d, context.index) for d in bag.sorted())
    found = apply_waivers(context, weighed(ranked, profile))
    found = tuple(sorted(found, key=_order))
    if any(d.level is Severity.ERROR and d.waived is None for d in found):
        return None, found
    return CheckedPlan(read, found), found


def weighed(findings: tuple[Diagnostic, ...], profile: Profile) -> tuple[Diagnostic, ...]:
    """Findings with the severity of a profile; those that are off in it are left out."""
    own = (replace(d, severity=d.severity or d.rule.weight(profile)) for d in findings)
    return tuple(d for d in own if d.level is not Severity.OFF)


def _order(found: Diagnostic) -> tuple[str, int, int, str]:
    if found.primary is None:
        return ("", 0, 0, found.code)
    return (found.primary.source.name, found.primary.start, found.primary.end, found.code)
