"""Sides of a comparison out of git: read from objects, the work tree left alone."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from luoshi.diagnostics import LANGUAGES, Diagnostics, LuoshiError
from luoshi.diff import GitWorld, SideName, compare, read_side, side_names
from luoshi.source import DiskWorld

PLAN = """title: P
include: [{file: units.yaml}]
division_of_labor: [{owner: 甲处, duties: [{id: d, text: Watch, by: 2026-10-20}]}]
"""
WORLD = DiskWorld(date(2026, 9, 1))


def git(folder: Path, *arguments: str) -> None:
    own = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *own, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    git(tmp_path, "init", "-q")
    plans = tmp_path / "plans"
    plans.mkdir()
    (plans / "计划.yaml").write_text(PLAN, "utf-8")
    (plans / "units.yaml").write_text("units: [甲处]\n", "utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "one")
    (plans / "计划.yaml").write_text(PLAN.replace("10-20", "10-08"), "utf-8")
    (plans / "units.yaml").write_text("units: [甲处, 乙处]\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("old", ["HEAD", "HEAD:plans/计划.yaml"])
def test_a_revision_is_compared_with_the_file_of_today(folder: Path, old: str) -> None:
    names = side_names(WORLD, old, "plans/计划.yaml")
    assert names == (
        SideName(Path("plans/计划.yaml"), "HEAD"),
        SideName(Path("plans/计划.yaml")),
    )
    bag = Diagnostics()
    before, after = (read_side(WORLD, name, bag) for name in names)
    assert before is not None
    assert after is not None
    assert not len(bag)
    diff = compare(before, after, ("HEAD", ""))
    assert [(c.kind, c.subject, c.days) for c in diff.changes] == [
        ("added", "unit", 0),
        ("earlier", "duty", 12),
    ]
    assert diff.old.revision == "HEAD"


def test_reading_a_revision_touches_nothing(folder: Path) -> None:
    index = folder / ".git" / "index"
    before = index.stat().st_mtime_ns, index.read_bytes()
    found = read_side(WORLD, SideName(folder / "plans" / "计划.yaml", "HEAD"), Diagnostics())
    assert found is not None
    assert [unit.name for unit in found.plan.units] == ["甲处"]
    assert (index.stat().st_mtime_ns, index.read_bytes()) == before
    assert "10-08" in (folder / "plans" / "计划.yaml").read_text("utf-8")


def test_a_file_that_the_revision_lacks_is_a_finding(folder: Path) -> None:
    bag = Diagnostics()
    assert read_side(WORLD, SideName(Path("plans/new.yaml"), "HEAD"), bag) is None
    assert len(bag) == 1
    assert read_side(WORLD, SideName(Path("gone/new.yaml"), "HEAD"), bag) is None


def test_a_folder_of_the_revision_is_not_a_file(folder: Path) -> None:
    with pytest.raises(FileNotFoundError):
        GitWorld(WORLD, folder, "HEAD").read(Path("plans"))


def test_paths_outside_of_the_repository_are_not_read(folder: Path) -> None:
    with pytest.raises(FileNotFoundError):
        GitWorld(WORLD, folder, "HEAD").read(Path("/etc/hostname"))


@pytest.mark.parametrize(
    "revision", ["nowhere", "--output=x", "-h", "", "HEAD\nHEAD", "HEAD^{tree}"]
)
def test_what_is_no_revision_is_said_in_three_languages(folder: Path, revision: str) -> None:
    with pytest.raises(LuoshiError) as refused:
        GitWorld(WORLD, folder, revision)
    assert set(refused.value.sentences) == set(LANGUAGES)
    assert not (folder / "x").exists()


def test_a_folder_without_versions_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(LuoshiError) as refused:
        GitWorld(WORLD, tmp_path, "HEAD")
    assert "luoshi diff" in refused.value.sentences["zh-Hans"]


def test_a_machine_without_git_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))
    with pytest.raises(LuoshiError) as refused:
        GitWorld(WORLD, folder, "HEAD")
    assert "git" in refused.value.sentences["en"]


def test_a_file_whose_name_looks_like_a_revision_is_that_file(folder: Path) -> None:
    (folder / "HEAD").write_text("title: Q\n", "utf-8")
    assert side_names(WORLD, "HEAD", "plans/计划.yaml")[0] == SideName(Path("HEAD"))


def test_a_drive_letter_is_no_revision() -> None:
    old, new = side_names(WORLD, r"C:\plans\old.yaml", r"D:\new.yaml")
    assert (old.revision, new.revision) == ("", "")


def test_templates_and_the_day_come_from_the_world_around(folder: Path) -> None:
    world = GitWorld(WORLD, folder, "HEAD")
    assert world.today() == date(2026, 9, 1)
    assert world.template_folders(Path("p.yaml")) == WORLD.template_folders(Path("p.yaml"))
