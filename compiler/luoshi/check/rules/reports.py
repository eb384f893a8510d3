"""The reports of a plan, with the duty each belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext
from luoshi.model.records import Duty, Report


def reports(context: CheckContext) -> Iterator[tuple[Report, Duty | None]]:
    """Reports of duties and those of the plan itself."""
    for found in context.index.obligations:
        record = found.record
        if isinstance(record, Duty) and record.report is not None:
            yield record.report, record
        elif isinstance(record, Report):
            yield record, None


def title_of(report: Report, duty: Duty | None) -> str:
    """What a report is called: its title, its form, its text, else the duty it belongs to."""
    return report.title or report.form or report.text or (duty.text if duty else "")
