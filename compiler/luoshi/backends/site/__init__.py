"""Pages that lead through ``output/``: the index, one for each plan, the findings."""

from luoshi.backends.site.findings_page import emit_findings
from luoshi.backends.site.index_page import emit_index, emit_plan_index
from luoshi.backends.site.pages import (
    Counts,
    DocumentLink,
    FindingsPage,
    PlanEntry,
    count_findings,
)

__all__ = [
    "Counts",
    "DocumentLink",
    "FindingsPage",
    "PlanEntry",
    "count_findings",
    "emit_findings",
    "emit_index",
    "emit_plan_index",
]
