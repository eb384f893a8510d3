"""A bounded sample of the campaigns that run whole by one command."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from kill_builds import campaign


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="kills of POSIX")
def test_a_killed_build_leaves_every_file_whole_and_the_next_one_repairs(tmp_path: Path) -> None:
    report = campaign(tmp_path, 6, seed=3)
    assert report.faults == []
    assert report.kills
