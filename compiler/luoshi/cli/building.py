"""``luoshi build``."""

from __future__ import annotations

import datetime
import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from luoshi.check import Profile
from luoshi.cli.build_words import WORDS, BuildWords, build_words
from luoshi.cli.paths import plan_paths
from luoshi.cli.screen import ProgressLine, encoding_of, say, width
from luoshi.cli.world import disk_world, live
from luoshi.diagnostics import Language, LuoshiError, Severity
from luoshi.driver.build import BuildReport, PlanOutcome, Settings, build
from luoshi.driver.sentences import NO_FONT_FOLDER


def build_command(
    *,
    paths: Sequence[str],
    output: str,
    profile: Profile,
    language: Language | None,
    as_of: datetime.datetime | None,
    force: bool,
    jobs: int | None,
    fonts: Sequence[str],
    timings: bool,
) -> int:
    """Build plans and say in three lines what was made and where to look."""
    files = plan_paths(paths, "build")
    for folder in fonts:
        if not os.path.isdir(folder):  # noqa: PTH112 - False, not an error, beyond bounds
            raise LuoshiError({lang: t.format(path=folder) for lang, t in NO_FONT_FOLDER.items()})
    settings = Settings(
        output=Path(output),
        profile=profile,
        force=force,
        jobs=jobs or os.cpu_count() or 1,
        font_folders=tuple(Path(folder) for folder in fonts),
    )
    words = WORDS[language or "zh-Hans"]
    progress = ProgressLine(words.making)
    report = build(disk_world(as_of), files, settings, progress.step)
    progress.clear()
    tongue = language or _language_of(report)
    _show_findings(report, tongue)
    regions = [outcome.record.region for outcome in report.outcomes]
    _close(report, build_words(tongue, regions), output)
    if timings:
        _show_timings(report)
    return int(report.has_errors)


def _language_of(report: BuildReport) -> Language:
    languages = {outcome.record.language for outcome in report.outcomes}
    return languages.pop() if len(languages) == 1 else "zh-Hans"


def _show_findings(report: BuildReport, language: Language) -> None:
    """What must be fixed is shown in full; what should be looked at is counted in the closing lines."""
    from luoshi.diagnostics.text import render_all  # noqa: PLC0415

    errors = [
        found
        for outcome in report.outcomes
        for found in live(outcome.findings)
        if found.level is Severity.ERROR
    ]
    if errors:
        color = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        say(render_all(errors, language, width(), color, encoding=encoding_of()))
        say("")


def _close(report: BuildReport, words: BuildWords, output: str) -> None:
    made = [o for o in report.outcomes if o.state != "refused"]
    refused = [o for o in report.outcomes if o.state == "refused"]
    for outcome in refused:
        say(words.refused(outcome.record, len(report.outcomes) == 1))
    if made:
        say(words.made(_counts(made), _all_unchanged(made)))
    for outcome in report.outcomes:
        if outcome.twin:
            say(words.twin(outcome.record))
        for name in outcome.busy:
            say(words.busy(Path(name).name))
        for name in outcome.kept:
            say(words.kept(Path(name).name))
    skipped = sum(o.skipped_pdfs for o in report.outcomes)
    if skipped:
        say(words.no_fonts(skipped))
    say(words.open_this(_door(report, output)))
    lacking = dict.fromkeys(wanted for o in made for wanted, _ in o.record.fonts)
    note = words.look_at(sum(o.record.warnings for o in made), tuple(lacking))
    if note:
        say(note)


def _door(report: BuildReport, output: str) -> str:
    if len(report.outcomes) == 1:
        return f"{Path(output).as_posix()}/{report.outcomes[0].record.folder}/index.html"
    return f"{Path(output).as_posix()}/index.html"


def _all_unchanged(made: Sequence[PlanOutcome]) -> bool:
    return all(o.state == "unchanged" for o in made)


def _counts(made: Sequence[PlanOutcome]) -> Counter[str]:
    counts: Counter[str] = Counter(plans=len(made))
    for outcome in made:
        for file in outcome.record.files:
            counts["files"] += 1
            if file.format in ("DOCX",):
                counts[file.group] += 1
        kinds = {file.group for file in outcome.record.files}
        counts["calendars"] += len(kinds & {"calendar", "year"})
        counts["tables"] += "coverage" in kinds
    return counts


def _show_timings(report: BuildReport) -> None:
    spent: Counter[str] = Counter()
    for outcome in report.outcomes:
        spent.update(outcome.seconds)
    total = sum(spent.values()) or 1.0
    for stage, seconds in spent.most_common():
        say(f"{stage:<10} {seconds:8.3f} s {seconds / total:6.1%}")
