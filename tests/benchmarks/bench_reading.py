"""How long a long plan takes to read with places, and to check, beside libraries that load YAML."""

from __future__ import annotations

from pathlib import Path

import ruamel.yaml
import yaml
from bench_large_plan import large_plan
from bench_measuring import Figure, in_turn, timed

from luoshi.diagnostics import Diagnostics
from luoshi.driver.check import check_file
from luoshi.model import read_plan
from luoshi.source import MemoryWorld

_PATH = Path("全年计划.yaml")
_READ, _CHECK = "read_plan, places included", "check_file"
_ROUND_TRIP, _COMPOSE = "ruamel.yaml round-trip load", "yaml.compose, C loader"


def figures(tasks: int, rounds: int = 5) -> list[Figure]:
    """Reading into the model and the whole check of a plan with so many tasks."""
    text = large_plan(tasks)
    world = MemoryWorld({str(_PATH): text})
    works = {
        _READ: timed(lambda: read_plan(world, _PATH, Diagnostics())),
        _CHECK: timed(lambda: check_file(world, _PATH)),
        _COMPOSE: timed(lambda: yaml.compose(text, Loader=yaml.CLoader)),
        _ROUND_TRIP: timed(lambda: ruamel.yaml.YAML().load(text)),
    }
    found = in_turn(works, rounds)
    return [
        Figure(_READ, found[_READ], _ROUND_TRIP, found[_ROUND_TRIP], 10, faster=True),
        Figure(_CHECK, found[_CHECK], _COMPOSE, found[_COMPOSE], 3),
    ]
