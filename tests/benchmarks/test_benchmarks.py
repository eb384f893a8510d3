"""The benchmarks run, on sizes that take no time; what they measure is nobody's gate."""

from __future__ import annotations

import math
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from bench_large_plan import large_plan
from bench_measuring import Figure, in_turn, process, timed
from run import show

from luoshi.diagnostics import Diagnostics
from luoshi.driver.check import check_file
from luoshi.model import read_plan
from luoshi.source import MemoryWorld

PLAN = Path("全年计划.yaml")


def test_the_long_plan_reads_whole_and_is_the_same_every_time() -> None:
    text = large_plan(20)
    assert text == large_plan(20)
    bag = Diagnostics()
    read = read_plan(MemoryWorld({str(PLAN): text}), PLAN, bag)
    assert read is not None
    assert (len(bag), len(read.plan.tasks), len(read.index.duties)) == (0, 20, 40)
    assert check_file(MemoryWorld({str(PLAN): text}), PLAN).findings == ()


def test_reading_is_measured_beside_its_peers() -> None:
    pytest.importorskip("ruamel.yaml")
    import bench_reading as reading

    figures = reading.figures(2, rounds=1)
    assert [figure.peer.split()[0] for figure in figures] == ["ruamel.yaml", "yaml.compose,"]
    assert all(figure.seconds > 0 and math.isfinite(figure.ratio) for figure in figures)


def test_starting_is_measured_beside_python(tmp_path: Path) -> None:
    import bench_starting as starting

    plan = tmp_path / PLAN
    plan.write_text(large_plan(2), encoding="utf-8")
    figures = starting.figures(plan, rounds=1)
    assert [figure.name for figure in figures][-1] == "luoshi check (one plan)"
    assert all(figure.ratio > 1 for figure in figures)


def test_building_is_measured_by_stage(tmp_path: Path) -> None:
    import bench_building as building

    plan = tmp_path / PLAN
    plan.write_text(large_plan(1), encoding="utf-8")
    total, spent = building.stages([plan])
    assert total > 0
    assert {"document", "docx"} <= set(spent)
    wall, times = building.rebuild([plan], rounds=1)
    assert wall > 0
    assert times > 1


def test_a_process_that_fails_is_not_taken_for_a_fast_one() -> None:
    with pytest.raises(RuntimeError, match="ended"):
        process(["-c", "raise SystemExit(70)"])()


def test_works_are_run_in_turn_and_the_median_counts() -> None:
    order: list[str] = []
    numbers = iter([3.0, 1.0, 2.0])

    def measured() -> float:
        order.append("a")
        return next(numbers)

    found = in_turn({"a": measured, "b": timed(lambda: order.append("b"))}, 3)
    assert found["a"] == 2.0
    assert order == ["a", "b"] * 3


@pytest.mark.parametrize(
    ("figure", "verdict"),
    [
        (Figure("own", 2.0, "peer", 1.0, 3.0), "reached"),
        (Figure("own", 4.0, "peer", 1.0, 3.0), "missed"),
        (Figure("own", 1.0, "peer", 12.0, 10.0, faster=True), "reached"),
        (Figure("own", 1.0, "peer", 9.0, 10.0, faster=True), "missed"),
    ],
)
def test_a_ratio_is_told_beside_its_aim(
    figure: Figure, verdict: str, capsys: pytest.CaptureFixture[str]
) -> None:
    show("Own beside peer", [figure])
    assert capsys.readouterr().out.rstrip().endswith(f"| {verdict} |")
