"""``luoshi explain``, ``schema`` and ``diff``: the commands that only tell."""

from __future__ import annotations

import json

from luoshi.cli.screen import encoding_of, say, width
from luoshi.cli.world import disk_world
from luoshi.diagnostics import Language


def explain_command(code: str | None, everything: bool, language: Language | None) -> int:
    """Explain one finding, or list them all."""
    from luoshi.diagnostics.catalogue import catalogue_page, explain, look_up, not_found  # noqa: PLC0415
    from luoshi.driver.rules import RULES  # noqa: PLC0415

    tongue: Language = language or "zh-Hans"
    if everything or code is None:
        say(catalogue_page(RULES, tongue))
        return 0
    found = look_up(RULES, code)
    if found.rule is None:
        say(not_found(code, found.near, tongue), error=True)
        return 2
    say(explain(found.rule, tongue))
    return 0


def schema_command(reference: bool, language: Language | None) -> int:
    """Print the JSON Schema, or the reference page."""
    if reference:
        from luoshi.model.reference import reference_page  # noqa: PLC0415

        say(reference_page(language or "zh-Hans"))
        return 0
    from luoshi.model.schema import plan_schema  # noqa: PLC0415

    say(json.dumps(plan_schema(), ensure_ascii=False, indent=2))
    return 0


def diff_command(old: str, new: str, as_json: bool, language: Language | None) -> int:
    """Compare two plans; 0 when they say the same, 1 when they differ or one must be fixed first."""
    from luoshi.cli.sides import two_plans  # noqa: PLC0415
    from luoshi.diagnostics.text import render_all  # noqa: PLC0415
    from luoshi.diff import compare, diff_json, diff_text  # noqa: PLC0415

    sides = two_plans(disk_world(None), old, new)
    tongue = language or sides.new.plan.language
    if sides.errors:
        say(render_all(sides.errors, tongue, width(), encoding=encoding_of()))
        return 1
    found = compare(sides.old, sides.new, sides.revisions)
    if as_json:
        say(json.dumps(diff_json(found), ensure_ascii=False, indent=2))
    else:
        say(diff_text(found, tongue))
    return int(not found.is_empty)
