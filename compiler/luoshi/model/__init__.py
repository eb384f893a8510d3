"""The typed plan: field tables, reading, references."""

from luoshi.model.index import MEMBER_WORDS, PSEUDO_OWNERS, Index, unit_key
from luoshi.model.load import ReadPlan, at_both_ends, read_plan
from luoshi.model.obligations import Obligation
from luoshi.model.records import Plan

__all__ = [
    "MEMBER_WORDS",
    "PSEUDO_OWNERS",
    "Index",
    "Obligation",
    "Plan",
    "ReadPlan",
    "at_both_ends",
    "read_plan",
    "unit_key",
]
