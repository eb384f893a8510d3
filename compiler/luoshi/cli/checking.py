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
from luoshi.driver.sentences import CLEAN, FIXED, FIXED_NONE, FIXED_REST, READ_MORE


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
    reads = [one.read for one in checked if one.read is not None]
    counted = {
        "units": sum(len(read.index.by_unit) for read in reads),
        "duties": sum(len(read.index.duties) for read in reads),
        "dates": sum(len(o.times) for read in reads for o in read.index.obligations),
    }
    say(CLEAN[language].format(**counted))


def _fix(findings: list[Diagnostic], language: Language) -> int:
    from luoshi.driver.fixing import fix_files  # noqa: PLC0415

    fixed = fix_files(findings)
    done = [found for one in fixed for found in one.findings]
    if not done:
        say(FIXED_NONE[language])
        return exit_code(findings)
    places = [_place(found) for found in done[:3]]
    joint = ", " if language == "en" else "、"
    more = f"{joint}……" if len(done) > len(places) else ""
    text = FIXED[language].format(n=len(done), places=joint.join(places) + more)
    rest = len(live(findings)) - len(done)
    say(text + (FIXED_REST[language].format(n=rest) if rest else ""))
    return int(rest > 0)


def _place(found: Diagnostic) -> str:
    if found.primary is None:
        return found.code
    return f"{found.primary.source.name}:{found.primary.line}"
