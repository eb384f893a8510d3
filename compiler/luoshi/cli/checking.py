"""``luoshi check``."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Sequence

from luoshi.check import Profile
from luoshi.cli.paths import plan_paths
from luoshi.cli.screen import encoding_of, say, width
from luoshi.cli.world import disk_world, live, spoken
from luoshi.diagnostics import Diagnostic, Language, Severity
from luoshi.diagnostics.text import render_all, summary
from luoshi.driver.check import Checked, check_file
from luoshi.driver.sentences import (
    CLEAN,
    CLEAN_OF,
    CLEAN_PARTS,
    CLEAN_PARTS_MAINLAND,
    FIXED_NONE,
    READ_MORE,
    counted,
)


def check_command(
    *,
    paths: Sequence[str],
    profile: Profile,
    language: Language | None,
    as_of: datetime.datetime | None,
    form: str,
    fix: bool,
) -> int:
    """Check plans, show what was found, 1 when anything should be changed or looked at."""
    world = disk_world(as_of)
    files = plan_paths(paths, "check")
    checked = [check_file(world, path, profile) for path in files]
    findings = [found for one in checked for found in one.findings]
    tongue = spoken(language, [one.read for one in checked])
    if fix:
        return _fix(findings, tongue)
    if form == "json":
        from luoshi.diagnostics.json_form import to_json  # noqa: PLC0415

        say(to_json(findings, tongue))
    elif form == "concise":
        from luoshi.diagnostics.concise import line  # noqa: PLC0415

        for found in live(findings):
            say(line(found, tongue))
    else:
        _show(checked, findings, tongue)
    return exit_code(findings)


def exit_code(findings: Sequence[Diagnostic]) -> int:
    """1 when something must be fixed or checked; notes alone are clean."""
    return int(any(found.level > Severity.NOTE for found in live(findings)))


def _show(checked: list[Checked], findings: list[Diagnostic], language: Language) -> None:
    shown = live(findings)
    if shown:
        color = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        say(render_all(shown, language, width(), color, encoding=encoding_of()))
        say("")
        say(summary(findings, language, [one.path.as_posix() for one in checked]))
        say(READ_MORE[language].format(code=shown[0].code))
        return
    waived = len(findings) > len(shown)
    say(summary(findings, language, ()) if waived else _clean(checked, language))


def _clean(checked: list[Checked], language: Language) -> str:
    """What was counted when nothing was found."""
    reads = [one.read for one in checked if one.read is not None]
    counts = {
        "units": sum(len(read.index.by_unit) for read in reads),
        "duties": sum(len(read.index.duties) for read in reads),
        "dates": sum(len(o.times) for read in reads for o in read.index.obligations),
    }
    mainland = language == "zh-Hant" and all(read.plan.region != "TW" for read in reads)
    forms = CLEAN_PARTS_MAINLAND if mainland else CLEAN_PARTS[language]
    parts = [counted(forms[key], n) for key, n in counts.items() if n]
    if not parts:
        return CLEAN[language]
    return CLEAN_OF[language].format(parts=(", " if language == "en" else "，").join(parts))


def _fix(findings: list[Diagnostic], language: Language) -> int:
    from luoshi.cli.fix_words import fixed_sentence  # noqa: PLC0415
    from luoshi.driver.fixing import fix_files  # noqa: PLC0415

    fixed = fix_files(findings)
    done = [found for one in fixed for found in one.findings]
    if not done:
        say(FIXED_NONE[language])
        return exit_code(findings)
    rest = len(live(findings)) - len(done)
    say(fixed_sentence(done, rest, language))
    return int(rest > 0)
