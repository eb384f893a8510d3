"""How long the plans of this project take to build, where the time goes, and a rebuild."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from time import perf_counter, process_time

from bench_measuring import ROOT, in_turn, process

from luoshi.driver.build import Settings, build
from luoshi.source import DiskWorld


def stages(plans: Sequence[Path]) -> tuple[float, Counter[str]]:
    """Processor seconds of a cold build in one process, and wall seconds by stage."""
    spent: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        start = process_time()
        report = build(DiskWorld(date(2026, 9, 1)), plans, Settings(Path(folder), force=True))
        total = process_time() - start
    for outcome in report.outcomes:
        spent.update(outcome.seconds)
    return total, spent


def jobs(plans: Sequence[Path], counts: Sequence[int] = (1, 2)) -> dict[int, float]:
    """Wall seconds of a cold build from the command line, by the number of processes."""
    found = {}
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            start = perf_counter()
            _luoshi(plans, folder, "--force", "--jobs", str(count))
            found[count] = perf_counter() - start
    return found


def rebuild(plans: Sequence[Path], rounds: int = 7) -> tuple[float, float]:
    """A build where nothing changed: wall seconds, and processor time by that of idle Python."""
    with tempfile.TemporaryDirectory() as folder:
        _luoshi(plans, folder)
        again = process(["-m", "luoshi", "build", *map(str, plans), "-o", folder])
        found = in_turn({"again": again, "pass": process(["-c", "pass"])}, rounds)
        start = perf_counter()
        again()
        return perf_counter() - start, found["again"] / found["pass"]


def _luoshi(plans: Sequence[Path], folder: str, *options: str) -> None:
    process(["-m", "luoshi", "build", *map(str, plans), "-o", folder, *options])()


def seed_plans() -> list[Path]:
    """The plans the project is delivered with."""
    return sorted((ROOT / "plans").glob("*.yaml"))
