"""All findings of this room, by code."""

from __future__ import annotations

from luoshi.diagnostics import Rule
from luoshi.syntax.faults_file import FILE_RULES
from luoshi.syntax.faults_typing import DUPLICATE_KEY, TYPING_RULES

__all__ = ["DUPLICATE_KEY", "RULES"]

RULES: tuple[Rule, ...] = tuple(sorted(TYPING_RULES + FILE_RULES, key=lambda rule: rule.code))
