"""All rules of all rooms, for ``explain``, the catalogue page and its tests."""

from __future__ import annotations

from luoshi.check.rules.table import CHECKS
from luoshi.check.waiver_faults import RULES as WAIVER_RULES
from luoshi.diagnostics import Rule
from luoshi.document.faults import RULES as DOCUMENT_RULES
from luoshi.model.faults import RULES as MODEL_RULES
from luoshi.syntax.faults import RULES as SYNTAX_RULES

RULES: tuple[Rule, ...] = (
    *SYNTAX_RULES,
    *MODEL_RULES,
    *(known.rule for known in CHECKS),
    *WAIVER_RULES,
    *DOCUMENT_RULES,
)
