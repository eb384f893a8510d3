"""The command line: arguments to a World, findings to text, exit codes."""

from __future__ import annotations

from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code."""
    import datetime
    from pathlib import Path

    from luoshi.diagnostics.text import render
    from luoshi.driver.check import check_file
    from luoshi.source import DiskWorld

    world = DiskWorld(datetime.date.today())
    for name in arguments[1:]:
        checked = check_file(world, Path(name))
        for found in checked.findings:
            if found.waived is None:
                print(render(found, "zh-Hans"))
        print(len(checked.findings), checked.plan is not None)
    return 0
