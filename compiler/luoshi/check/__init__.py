"""Rules over a plan, and the checked plan that documents are made from."""

from luoshi.check.context import CheckContext, CheckRule
from luoshi.check.run import PROFILES, CheckedPlan, Profile, check_plan

__all__ = ["PROFILES", "CheckContext", "CheckRule", "CheckedPlan", "Profile", "check_plan"]
