"""Builds killed at random moments: every file stays whole, and nobody is said to have edited one.

The whole campaign: ``python tests/campaigns/kill_builds.py [ROUNDS] [SEED]``. A bounded sample runs
with the other tests.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random  # noqa: TID251 - seeded, and nothing is produced from it

_TOP = Path(__file__).parents[2]
_LONGEST = 60.0


@dataclass
class Report:
    """What a campaign saw; ``faults`` is empty when all is well."""

    kills: int = 0
    finished: int = 0
    torn_states: int = 0  # kills that left files of both builds
    faults: list[str] = field(default_factory=list)


def _copy_program(target: Path) -> None:
    """The program as it is now, so that nobody's work on it is taken for a torn file."""
    ignored = shutil.ignore_patterns("__pycache__", ".mypy_cache")
    for part in ("compiler/luoshi", "templates"):
        shutil.copytree(_TOP / part, target / part, ignore=ignored)


def _plan(duties: int, text: str) -> str:
    units = [{"id": f"u{n}", "name": f"第{n}处"} for n in range(duties)]
    division = [
        {"owners": [f"u{n}"], "duties": [{"id": f"d{n}", "text": f"{text}{n}"}]}
        for n in range(duties)
    ]
    plan = {
        "id": "kill",
        "title": "安全方案",
        "language": "zh-Hans",
        "issue": {"organs": ["u0"], "to": ["各处"], "date": "2026-08-28"},
        "units": units,
        "division_of_labor": division,
    }
    return json.dumps(plan, ensure_ascii=False)


def _command(folder: Path) -> list[str]:
    return [
        sys.executable,
        "-m",
        "luoshi",
        "build",
        "plan.yaml",
        "-o",
        "output",
        "--as-of",
        "2026-09-01",
    ]


def _environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "PYTHONPATH": str(folder / "program/compiler"),
        "PYTHONIOENCODING": "utf-8",
        "LUOSHI_LANG": "en",
    }


def _whole_build(folder: Path) -> str:
    """What a build says; of one that fails, its exit code first."""
    ran = subprocess.run(_command(folder), cwd=folder, env=_environment(folder), capture_output=True, timeout=_LONGEST, check=False)  # fmt: skip
    said = (ran.stdout + ran.stderr).decode()
    return said if ran.returncode == 0 else f"exit {ran.returncode}: {said}"


def _killed_build(folder: Path, written: int, more: float) -> bool:
    """Start a build and kill it once so many files are on their way, and a moment more.

    True when it was killed before it ended.
    """
    journal = folder / "output/.luoshi/journal"
    written += _lines(journal)  # what earlier kills left
    running = subprocess.Popen(
        _command(folder), cwd=folder, env=_environment(folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )  # fmt: skip
    while running.poll() is None and _lines(journal) < written:
        time.sleep(0.0005)
    time.sleep(more)
    if running.poll() is not None:
        return False
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    return True


def _lines(journal: Path) -> int:
    try:
        return journal.read_bytes().count(b"\n")
    except OSError:
        return 0


def _hashes(folder: Path) -> dict[str, str]:
    root = folder / "output"
    files = (
        p for p in root.rglob("*") if p.is_file() and ".luoshi" not in p.relative_to(root).parts
    )
    return {
        p.relative_to(root).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files
    }


def _without_parts(files: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in files.items() if not name.endswith(".part")}


def campaign(folder: Path, rounds: int, seed: int) -> Report:
    """Kill builds that go back and forth between two drafts of one plan.

    After each kill every file is the old one or the new one; now and then a build is let through,
    which must give exactly the files of its draft and call nothing edited.
    """
    random, report = Random(seed), Report()
    _copy_program(folder / "program")
    drafts = [_plan(6, "检查消防器材"), _plan(8, "检查校门值班")]
    expected: list[dict[str, str]] = []
    for draft in drafts:
        (folder / "plan.yaml").write_text(draft, encoding="utf-8")
        said = _whole_build(folder)
        if "Made" not in said:
            report.faults.append(f"first build: {said}")
            return report
        expected.append(_hashes(folder))
    known = {n: {e[n] for e in expected if n in e} for n in {*expected[0], *expected[1]}}
    changing = sum(len(values) > 1 or n not in expected[0] for n, values in known.items())
    standing: int | None = 1  # the draft of the last whole build
    for number in range(rounds):
        which = random.randrange(2) if standing is None else 1 - standing
        (folder / "plan.yaml").write_text(drafts[which], encoding="utf-8")
        written = random.randrange(changing + 1)
        if _killed_build(folder, written, random.choice((0.0, 0.001, 0.01, 0.1))):
            report.kills += 1
            standing = None
        else:
            standing = which
        after = _without_parts(_hashes(folder))
        strange = [n for n, value in after.items() if value not in known.get(n, set())]
        report.faults += [f"round {number}: {name} is neither old nor new" for name in strange]
        sides = {
            i
            for i, e in enumerate(expected)
            for n, v in after.items()
            if e.get(n) == v and known[n] != {v}
        }
        report.torn_states += len(sides) > 1
        if random.random() < 0.4:
            report.faults += _repair(folder, expected[which], number)
            report.finished += 1
            standing = which
    return report


def _repair(folder: Path, expected: dict[str, str], number: int) -> Iterator[str]:
    """What is wrong after a whole build that follows kills."""
    said = _whole_build(folder)
    if "edited" in said or said.startswith("exit"):
        yield f"round {number}: {said}"
    if _hashes(folder) != expected:
        made = _hashes(folder)
        differ = sorted(n for n in {*made, *expected} if made.get(n) != expected.get(n))
        yield f"round {number}: not the files of the draft: {differ}"


def main() -> int:
    """Run the campaign and tell what it saw."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    folder = Path(tempfile.mkdtemp(prefix="luoshi-kills-"))
    try:
        report = campaign(folder, rounds, seed)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    sys.stdout.write(
        f"rounds {rounds}, seed {seed}: {report.kills} killed, {report.torn_states} left files of both drafts, "
        f"{report.finished} built through after it; faults: {len(report.faults)}\n"
    )
    sys.stdout.writelines(f"  {fault}\n" for fault in report.faults[:20])
    return int(bool(report.faults))


if __name__ == "__main__":
    sys.exit(main())
