"""All benchmarks, printed as tables: ``python tests/benchmarks/run.py [start] [read] [build]``.

Every ratio is between two medians of processor time taken in turn in one run, so it means the same
on a fast machine and on a busy one. Build times are those of this machine.
"""

# ruff: noqa: T201 - tables are what it is for

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "compiler"))

import bench_building as building
import bench_reading as reading
import bench_starting as starting
from bench_large_plan import TASKS_IN_A_MEGABYTE, large_plan
from bench_measuring import Figure


def main(wanted: Iterable[str]) -> None:
    """Run what was asked for, or everything."""
    chosen = set(wanted) or {"start", "read", "build"}
    if "start" in chosen:
        show("Starting", starting.figures(starting.seed_plan()))
    if "read" in chosen:
        text = large_plan()
        size = f"{len(text.encode()) / 1e6:.2f} MB, {text.count(chr(10)):,} lines"
        show(f"A plan of {size}", reading.figures(TASKS_IN_A_MEGABYTE))
    if "build" in chosen:
        plans = building.seed_plans()
        wall, times = building.rebuild(plans)
        print(f"\nBuilding {len(plans)} plans\n")
        print(
            f"nothing changed: {wall:.2f} s by the clock (aim 0.5), CPU {times:.1f} x python -c pass"
        )
        show_build(plans)


def show(title: str, figures: Iterable[Figure]) -> None:
    """One table of medians and ratios."""
    print(f"\n{title}\n")
    print(f"| {'measured':34} | {'CPU ms':>8} | {'peer':28} | {'CPU ms':>8} | ratio | aim | |")
    print("|---|---:|---|---:|---:|---:|---|")
    for one in figures:
        sign = "≥" if one.faster else "≤"
        print(
            f"| {one.name:34} | {one.seconds * 1e3:8.1f} | {one.peer:28} | "
            f"{one.peer_seconds * 1e3:8.1f} | {one.ratio:5.1f} | {sign} {one.aim:g} | "
            f"{'reached' if one.reached else 'missed'} |"
        )


def show_build(plans: list[Path]) -> None:
    """The cold build: in all, by the number of processes, by stage."""
    total, spent = building.stages(plans)
    print(f"cold build in one process: {total:.2f} s CPU")
    for count, seconds in building.jobs(plans).items():
        print(f"cold build, --jobs {count}: {seconds:.2f} s by the clock")
    every = sum(spent.values()) or 1.0
    print("\n| stage | share |\n|---|---:|")
    for stage, seconds in spent.most_common():
        print(f"| {stage:10} | {seconds / every:6.1%} |")


if __name__ == "__main__":
    main(sys.argv[1:])
