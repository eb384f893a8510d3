"""Processor time, medians and ratios. Peers are measured in turn, so that noise hits all alike."""

from __future__ import annotations

import os
import statistics
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Figure:
    """A median of processor seconds beside that of a peer; ``aim`` bounds the ratio.

    ``faster`` tells that the ratio is peer to own (the more the better), else own to peer.
    """

    name: str
    seconds: float
    peer: str
    peer_seconds: float
    aim: float
    faster: bool = False

    @property
    def ratio(self) -> float:
        own, peer = max(self.seconds, 1e-9), max(self.peer_seconds, 1e-9)
        return peer / own if self.faster else own / peer

    @property
    def reached(self) -> bool:
        return self.ratio >= self.aim if self.faster else self.ratio <= self.aim


def in_turn(works: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """The median of what each work gives, all of them run once a round."""
    found: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            found[name].append(work())
    return {name: statistics.median(values) for name, values in found.items()}


def timed(work: Callable[[], object]) -> Callable[[], float]:
    """The work as one that gives the processor seconds it took in this process."""

    def run() -> float:
        start = process_time()
        work()
        return process_time() - start

    return run


def process(arguments: Sequence[str]) -> Callable[[], float]:
    """A run of Python as a process of its own; its output is thrown away."""

    def run() -> float:
        pid = os.posix_spawn(
            sys.executable,
            [sys.executable, *arguments],
            {**os.environ, "PYTHONPATH": str(ROOT / "compiler")},
            file_actions=[(os.POSIX_SPAWN_OPEN, n, os.devnull, os.O_WRONLY, 0) for n in (1, 2)],
        )
        _, status, used = os.wait4(pid, 0)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            raise RuntimeError(f"{' '.join(arguments)}: ended with {status}")
        return used.ru_utime + used.ru_stime

    return run
