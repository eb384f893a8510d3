"""The World of the command line."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from luoshi.diagnostics import Diagnostic, Language
from luoshi.model import ReadPlan
from luoshi.source import DiskWorld


def disk_world(as_of: datetime.datetime | None) -> DiskWorld:
    """Files on disk, and the day asked for or today: the only clock there is."""
    day = datetime.date.today() if as_of is None else as_of.date()  # noqa: DTZ011, TID251
    return DiskWorld(day)


def spoken(language: Language | None, reads: Sequence[ReadPlan | None]) -> Language:
    """The language to speak where the system says none: that of the plans, Chinese when mixed."""
    if language is not None:
        return language
    languages = {read.plan.language for read in reads if read is not None}
    return languages.pop() if len(languages) == 1 else "zh-Hans"


def live(findings: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings that no waiver quiets."""
    return tuple(found for found in findings if found.waived is None)
