"""The rules in the order of their codes."""

from __future__ import annotations

from luoshi.check.context import CheckRule
from luoshi.check.rules import chk001_member_without_duty

CHECKS: tuple[CheckRule, ...] = (
    CheckRule(chk001_member_without_duty.RULE, chk001_member_without_duty.check),
)
