"""The rules in the order of their codes."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.check.context import CheckContext, CheckRule
from luoshi.check.rules import (
    chk001_member_without_duty,
    chk002_duty_holder_not_member,
    chk003_task_without_lead,
    chk004_only_helpers,
    chk005_duty_without_owner,
    chk006_help_without_lead,
    chk007_overlap_without_lead,
    chk008_pseudo_owner,
    chk009_group_without_head,
    chk010_empty_group,
    chk011_item_without_owner,
    chk012_member_count_differs,
    chk013_unit_without_duty,
    chk014_two_leads,
    chk020_one_body_two_names,
    chk021_name_not_listed,
    chk030_range_reversed,
    chk031_school_year_inconsistent,
    chk032_weekday_mismatch,
    chk033_date_without_year,
    chk035_before_issue,
    chk036_outside_period,
    chk037_phase_overlap,
    chk038_phase_gap,
    chk039_phase_undated,
    chk040_phase_empty,
    chk041_phases_out_of_order,
    chk042_month_missing,
    chk043_month_twice,
    chk044_issue_date_missing,
    chk045_stated_duration_differs,
    chk046_vague_recurrence,
    chk050_at_least_not_met,
    chk051_recurrence_never_occurs,
    chk066_slogan_count_differs,
    chk080_placeholder_left,
    chk081_report_without_receiver,
    chk082_report_without_time,
)
from luoshi.diagnostics import Diagnostic
from luoshi.model import at_both_ends


def _at_both_ends(known: CheckRule) -> CheckRule:
    """The rule with the place of the include beside findings in an included file."""

    def check(context: CheckContext) -> Iterator[Diagnostic]:
        for found in known.check(context):
            yield at_both_ends(found, context.plan, context.read.source)

    return CheckRule(known.rule, check)


_OWN: tuple[CheckRule, ...] = (
    CheckRule(chk001_member_without_duty.RULE, chk001_member_without_duty.check),
    CheckRule(chk002_duty_holder_not_member.RULE, chk002_duty_holder_not_member.check),
    CheckRule(chk003_task_without_lead.RULE, chk003_task_without_lead.check),
    CheckRule(chk004_only_helpers.RULE, chk004_only_helpers.check),
    CheckRule(chk005_duty_without_owner.RULE, chk005_duty_without_owner.check),
    CheckRule(chk006_help_without_lead.RULE, chk006_help_without_lead.check),
    CheckRule(chk007_overlap_without_lead.RULE, chk007_overlap_without_lead.check),
    CheckRule(chk008_pseudo_owner.RULE, chk008_pseudo_owner.check),
    CheckRule(chk009_group_without_head.RULE, chk009_group_without_head.check),
    CheckRule(chk010_empty_group.RULE, chk010_empty_group.check),
    CheckRule(chk011_item_without_owner.RULE, chk011_item_without_owner.check),
    CheckRule(chk012_member_count_differs.RULE, chk012_member_count_differs.check),
    CheckRule(chk013_unit_without_duty.RULE, chk013_unit_without_duty.check),
    CheckRule(chk014_two_leads.RULE, chk014_two_leads.check),
    CheckRule(chk020_one_body_two_names.RULE, chk020_one_body_two_names.check),
    CheckRule(chk021_name_not_listed.RULE, chk021_name_not_listed.check),
    CheckRule(chk030_range_reversed.RULE, chk030_range_reversed.check),
    CheckRule(chk031_school_year_inconsistent.RULE, chk031_school_year_inconsistent.check),
    CheckRule(chk032_weekday_mismatch.RULE, chk032_weekday_mismatch.check),
    CheckRule(chk033_date_without_year.RULE, chk033_date_without_year.check),
    CheckRule(chk035_before_issue.RULE, chk035_before_issue.check),
    CheckRule(chk036_outside_period.RULE, chk036_outside_period.check),
    CheckRule(chk037_phase_overlap.RULE, chk037_phase_overlap.check),
    CheckRule(chk038_phase_gap.RULE, chk038_phase_gap.check),
    CheckRule(chk039_phase_undated.RULE, chk039_phase_undated.check),
    CheckRule(chk040_phase_empty.RULE, chk040_phase_empty.check),
    CheckRule(chk041_phases_out_of_order.RULE, chk041_phases_out_of_order.check),
    CheckRule(chk042_month_missing.RULE, chk042_month_missing.check),
    CheckRule(chk043_month_twice.RULE, chk043_month_twice.check),
    CheckRule(chk044_issue_date_missing.RULE, chk044_issue_date_missing.check),
    CheckRule(chk045_stated_duration_differs.RULE, chk045_stated_duration_differs.check),
    CheckRule(chk046_vague_recurrence.RULE, chk046_vague_recurrence.check),
    CheckRule(chk050_at_least_not_met.RULE, chk050_at_least_not_met.check),
    CheckRule(chk051_recurrence_never_occurs.RULE, chk051_recurrence_never_occurs.check),
    CheckRule(chk066_slogan_count_differs.RULE, chk066_slogan_count_differs.check),
    CheckRule(chk080_placeholder_left.RULE, chk080_placeholder_left.check),
    CheckRule(chk081_report_without_receiver.RULE, chk081_report_without_receiver.check),
    CheckRule(chk082_report_without_time.RULE, chk082_report_without_time.check),
)
CHECKS: tuple[CheckRule, ...] = tuple(map(_at_both_ends, _OWN))
