"""Everything somebody is bound to do, read into one list from wherever it was written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from luoshi.dates import Frequency, When
from luoshi.frozen import frozen
from luoshi.model.records import (
    Duty,
    Group,
    Meeting,
    MonthItem,
    Owner,
    Phase,
    Plan,
    Record,
    Report,
    WorkItem,
)

Kind = Literal["duty", "work", "report", "month_item", "phase", "meeting"]
Place = Literal[
    "division", "task", "measure", "campaign", "phase", "office", "group", "date", "month", "plan"
]


@frozen(kw_only=True)
class Obligation:
    """One thing to do, with the owners that hold for it.

    ``owners`` are its own, else those of the list it stands in (``inherited``). ``works`` are the
    tasks, measures and campaigns it stands in, outermost first. ``months`` is the month heading
    it stands under.
    """

    kind: Kind
    place: Place
    record: Duty | WorkItem | Report | MonthItem | Phase | Meeting
    owners: tuple[Owner, ...]
    inherited: bool = False
    works: tuple[WorkItem, ...] = ()
    months: tuple[int, ...] = ()
    container: Record | None = None

    @property
    def text(self) -> str:
        """What is to be done, in the author's words."""
        record = self.record
        if isinstance(record, Duty | MonthItem):
            return record.text
        if isinstance(record, Report):
            return record.title or record.form or record.text
        if isinstance(record, Meeting):
            return record.name or record.text
        return record.title or record.text

    @property
    def id(self) -> str:
        """The author's id, empty where none was given."""
        return self.record.id

    @property
    def times(self) -> tuple[When | Frequency, ...]:
        """Everything that says when: date, rule, deadline, count."""
        record = self.record
        if isinstance(record, Phase):
            return tuple(t for t in (record.start, record.end) if t is not None)
        if isinstance(record, Duty):
            own = (record.when, record.by, record.at_least)
            return tuple(t for t in (*own, *_report_times(record.report)) if t is not None)
        if isinstance(record, Report):
            return tuple(t for t in _report_times(record) if t is not None)
        if isinstance(record, Meeting):
            return tuple(t for t in (record.when, record.at_least) if t is not None)
        if isinstance(record, WorkItem):
            return tuple(t for t in (record.when, record.by) if t is not None)
        return () if record.when is None else (record.when,)


def _report_times(report: Report | None) -> tuple[When | Frequency | None, ...]:
    return () if report is None else (report.when, report.by, report.at_least)


def obligations(plan: Plan) -> Iterator[Obligation]:
    """All obligations of a plan in the order of the field tables."""
    yield from _of_organization(plan)
    for place, items in (
        ("task", plan.tasks),
        ("measure", plan.measures),
        ("campaign", plan.campaigns),
    ):
        for item in items:
            yield from _of_work(item, place, (), ())  # type: ignore[arg-type]
    for division in plan.division_of_labor:
        for duty in division.duties:
            yield _duty(duty, "division", division.owners, container=division)
    yield from _of_schedule(plan)
    for report in plan.reports:
        owners = tuple(Owner(unit=name, role="joint") for name in report.senders)
        if len(owners) == 1:
            owners = (Owner(unit=report.senders[0], role="lead"),)
        yield Obligation(kind="report", place="plan", record=report, owners=owners)


def _duty(
    duty: Duty,
    place: Place,
    inherited: tuple[Owner, ...],
    *,
    works: tuple[WorkItem, ...] = (),
    container: Record | None = None,
) -> Obligation:
    return Obligation(
        kind="duty",
        place=place,
        record=duty,
        owners=duty.owners or inherited,
        inherited=not duty.owners and bool(inherited),
        works=works,
        container=container,
    )


def _of_organization(plan: Plan) -> Iterator[Obligation]:
    organization = plan.organization
    if organization is None:
        return
    groups = (organization.leading_group,) if organization.leading_group else ()
    for group in (*groups, *organization.teams):
        yield from _of_group(group)
    for meeting in organization.joint_meetings:
        owners = (Owner(unit=meeting.convener),) if meeting.convener else ()
        yield Obligation(kind="meeting", place="plan", record=meeting, owners=owners)


def _of_group(group: Group) -> Iterator[Obligation]:
    lead = (Owner(unit=group.lead),) if group.lead else ()
    for duty in group.duties:
        yield _duty(duty, "group", lead, container=group)
    if group.office is not None:
        seat = (Owner(unit=group.office.seat),) if group.office.seat else lead
        for duty in group.office.duties:
            yield _duty(duty, "office", seat, container=group.office)


def _of_work(
    item: WorkItem, place: Place, inherited: tuple[Owner, ...], parents: tuple[WorkItem, ...]
) -> Iterator[Obligation]:
    owners = item.owners or inherited
    works = (*parents, item)
    yield Obligation(
        kind="work",
        place=place,
        record=item,
        owners=owners,
        inherited=not item.owners and bool(inherited),
        works=parents,
    )
    for duty in item.duties:
        yield _duty(duty, place, owners, works=works, container=item)
    for part in item.items:
        yield from _of_work(part, place, owners, works)
    for campaign in item.campaigns:
        yield from _of_work(campaign, "campaign", owners, works)


def _of_schedule(plan: Plan) -> Iterator[Obligation]:
    schedule = plan.schedule
    if schedule is None:
        return
    for phase in schedule.phases:
        yield Obligation(kind="phase", place="phase", record=phase, owners=phase.owners)
        for duty in phase.duties:
            yield _duty(duty, "phase", phase.owners, container=phase)
    for entry in schedule.months:
        for item in entry.items:
            yield Obligation(
                kind="month_item",
                place="month",
                record=item,
                owners=item.owners or entry.owners,
                inherited=not item.owners and bool(entry.owners),
                months=entry.months,
                container=entry,
            )
    for duty in schedule.dates:
        yield _duty(duty, "date", ())
