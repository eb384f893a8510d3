"""How long the command line takes, beside Python doing nothing."""

from __future__ import annotations

from pathlib import Path

from bench_measuring import ROOT, Figure, in_turn, process

_NOTHING = "python -c pass"
# What the installed command runs; ``python -m luoshi`` takes three milliseconds more to find it.
_LUOSHI = ("-c", "from luoshi.__main__ import main; main()")


def figures(plan: Path, rounds: int = 15) -> list[Figure]:
    """``--version``, ``--help`` and the check of one plan."""
    runs = {
        _NOTHING: ["-c", "pass"],
        "luoshi --version": [*_LUOSHI, "--version"],
        "luoshi --help": [*_LUOSHI, "--help"],
        "luoshi check (one plan)": [*_LUOSHI, "check", str(plan)],
    }
    aims = {"luoshi --version": 5.0, "luoshi --help": 5.0, "luoshi check (one plan)": 12.0}
    found = in_turn({name: process(arguments) for name, arguments in runs.items()}, rounds)
    return [Figure(name, found[name], _NOTHING, found[_NOTHING], aim) for name, aim in aims.items()]


def seed_plan() -> Path:
    """The plan that is checked: one of those the project is delivered with."""
    return ROOT / "plans" / "护校安园.yaml"
