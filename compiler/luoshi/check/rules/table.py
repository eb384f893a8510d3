"""The rules in the order of their codes."""

from __future__ import annotations

from luoshi.check.context import CheckRule
from luoshi.check.rules import (
    chk001_member_without_duty,
    chk002_duty_holder_not_member,
    chk003_task_without_lead,
    chk004_only_helpers,
    chk005_duty_without_owner,
    chk008_pseudo_owner,
    chk009_group_without_head,
    chk010_empty_group,
    chk030_range_reversed,
    chk031_school_year_inconsistent,
    chk032_weekday_mismatch,
    chk033_date_without_year,
    chk037_phase_overlap,
    chk038_phase_gap,
    chk042_month_missing,
    chk080_placeholder_left,
)

CHECKS: tuple[CheckRule, ...] = (
    CheckRule(chk001_member_without_duty.RULE, chk001_member_without_duty.check),
    CheckRule(chk002_duty_holder_not_member.RULE, chk002_duty_holder_not_member.check),
    CheckRule(chk003_task_without_lead.RULE, chk003_task_without_lead.check),
    CheckRule(chk004_only_helpers.RULE, chk004_only_helpers.check),
    CheckRule(chk005_duty_without_owner.RULE, chk005_duty_without_owner.check),
    CheckRule(chk008_pseudo_owner.RULE, chk008_pseudo_owner.check),
    CheckRule(chk009_group_without_head.RULE, chk009_group_without_head.check),
    CheckRule(chk010_empty_group.RULE, chk010_empty_group.check),
    CheckRule(chk030_range_reversed.RULE, chk030_range_reversed.check),
    CheckRule(chk031_school_year_inconsistent.RULE, chk031_school_year_inconsistent.check),
    CheckRule(chk032_weekday_mismatch.RULE, chk032_weekday_mismatch.check),
    CheckRule(chk033_date_without_year.RULE, chk033_date_without_year.check),
    CheckRule(chk037_phase_overlap.RULE, chk037_phase_overlap.check),
    CheckRule(chk038_phase_gap.RULE, chk038_phase_gap.check),
    CheckRule(chk042_month_missing.RULE, chk042_month_missing.check),
    CheckRule(chk080_placeholder_left.RULE, chk080_placeholder_left.check),
)
