"""Building a folder of plans: only what changed is made anew, and the same input gives the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from luoshi.driver.build import BuildReport, Settings, build
from luoshi.source import DiskWorld
from small_plans import as_yaml, base

_TOP = Path(__file__).parents[2]
_SHIPPED = _TOP / "templates"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with two plans, one with a unit file of its own."""
    folder = tmp_path / "plans"
    folder.mkdir()
    _write(folder / "甲.yaml", base(id="甲", title="甲方案"))
    _write(
        folder / "乙.yaml", {**base(id="乙", title="乙方案", include=["单位.yaml"]), "units": []}
    )
    (folder / "sub").mkdir()
    units = {"units": base()["units"]}
    (folder / "单位.yaml").write_text(as_yaml(units), encoding="utf-8")
    return folder


def _write(path: Path, plan: dict[str, Any]) -> None:
    path.write_text(as_yaml(plan), encoding="utf-8")


def _build(folder: Path, *names: str, day: date = date(2026, 9, 1), **settings: Any) -> BuildReport:
    paths = [folder / f"{name}.yaml" for name in (names or ("甲", "乙"))]
    world = DiskWorld(day)
    return build(world, paths, Settings(output=folder.parent / "output", **settings))


def _states(report: BuildReport) -> dict[str, str]:
    return {outcome.path.stem: outcome.state for outcome in report.outcomes}


def _output(folder: Path) -> dict[str, bytes]:
    root = folder.parent / "output"
    found = (p for p in root.rglob("*") if p.is_file() and ".luoshi" not in p.parts)
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in found}


def _times(folder: Path) -> dict[str, int]:
    root = folder.parent / "output"
    return {
        str(p): p.stat().st_mtime_ns
        for p in root.rglob("*")
        if p.is_file() and ".luoshi" not in p.parts
    }


def test_a_build_makes_every_document_of_every_plan(office: Path) -> None:
    report = _build(office)
    assert _states(report) == {"甲": "made", "乙": "made"}
    made = _output(office)
    for plan in ("甲", "乙"):
        own = [name for name in made if name.startswith(f"{plan}/")]
        for ending in (".docx", ".pdf", ".html", ".md", ".xlsx"):
            assert any(name.endswith(ending) for name in own), ending
        assert sum("责任书-" in name and name.endswith(".docx") for name in own) == 3
        assert f"{plan}/index.html" in own
    assert "index.html" in made
    assert report.files == len(made)


def test_a_second_build_makes_nothing_and_touches_nothing(office: Path) -> None:
    _build(office)
    before = _times(office)
    assert _states(_build(office)) == {"甲": "unchanged", "乙": "unchanged"}
    assert _times(office) == before


def test_a_change_in_one_plan_makes_that_plan_alone(office: Path) -> None:
    _build(office)
    before = _output(office)
    _write(office / "甲.yaml", base(id="甲", title="甲方案", preamble="新的前言。"))
    assert _states(_build(office)) == {"甲": "made", "乙": "unchanged"}
    after = _output(office)
    assert after["甲/甲方案-通知.md"] != before["甲/甲方案-通知.md"]
    assert {n: d for n, d in after.items() if n.startswith("乙/")} == {
        n: d for n, d in before.items() if n.startswith("乙/")
    }


def test_a_change_in_an_included_file_makes_the_plans_that_include_it(office: Path) -> None:
    _build(office)
    units = base()["units"]
    units[1]["name"] = "教导处"
    (office / "单位.yaml").write_text(as_yaml({"units": units}), encoding="utf-8")
    assert _states(_build(office)) == {"甲": "unchanged", "乙": "made"}
    assert any("教导处" in name for name in _output(office))
    assert not any("乙方案-责任书-教务处" in name for name in _output(office))


def test_a_fault_in_the_template_of_all_letters_is_one_finding(office: Path) -> None:
    own = office / "templates/zh-Hans"
    own.mkdir(parents=True)
    letter = (_SHIPPED / "zh-Hans/letter.md.j2").read_text(encoding="utf-8")
    (own / "letter.md.j2").write_text(letter + "{{ nosuch.word }}\n", encoding="utf-8")
    (outcome,) = _build(office, "甲").outcomes
    assert outcome.state == "refused"
    assert [f.code for f in outcome.findings if f.code.startswith("DOC")] == ["DOC001"]


def test_a_template_or_style_of_the_office_makes_its_plans_anew(office: Path) -> None:
    _build(office)
    own = office / "templates/zh-Hans/sections"
    own.mkdir(parents=True)
    (own / "division_of_labor.md.j2").write_text("\n本单位自己的写法\n", encoding="utf-8")
    assert _states(_build(office)) == {"甲": "made", "乙": "made"}
    assert "本单位自己的写法" in _output(office)["甲/甲方案-通知.md"].decode()
    styles = office / "templates/styles"
    shutil.copytree(_SHIPPED / "styles", styles)
    assert _states(_build(office)) == {"甲": "made", "乙": "made"}
    shutil.rmtree(office / "templates")
    assert _states(_build(office)) == {"甲": "made", "乙": "made"}
    assert "本单位自己的写法" not in _output(office)["甲/甲方案-通知.md"].decode()


def test_a_waiver_that_ends_makes_the_plan_anew(office: Path) -> None:
    waiver = {"code": "CHK044", "reason": "会后再定", "until": "2026-09-10"}
    plan = base(
        id="甲", title="甲方案", issue={"organs": ["校办"], "to": ["各处室"]}, waivers=[waiver]
    )
    _write(office / "甲.yaml", plan)
    _build(office, "甲")
    assert _states(_build(office, "甲", day=date(2026, 9, 10))) == {"甲": "unchanged"}
    assert _states(_build(office, "甲", day=date(2026, 9, 11))) != {"甲": "unchanged"}


def test_another_profile_makes_plans_anew(office: Path) -> None:
    _build(office)
    assert _states(_build(office, profile="draft")) == {"甲": "made", "乙": "made"}


def test_a_unit_that_goes_takes_its_letter_with_it(office: Path) -> None:
    _build(office)
    plan = base(id="甲", title="甲方案")
    plan["units"].pop()
    plan["division_of_labor"].pop()
    _write(office / "甲.yaml", plan)
    _build(office)
    names = [name for name in _output(office) if name.startswith("甲/")]
    assert not any("总务处" in name for name in names)
    assert any("教务处" in name for name in names)


def test_a_letter_that_somebody_edited_stays_when_its_unit_goes(office: Path) -> None:
    _build(office)
    letter = next((office.parent / "output").rglob("甲方案-责任书-总务处.docx"))
    letter.write_bytes(b"edited")
    plan = base(id="甲", title="甲方案")
    plan["units"].pop()
    plan["division_of_labor"].pop()
    _write(office / "甲.yaml", plan)
    report = _build(office)
    assert [Path(name).name for name in report.outcomes[0].kept] == [letter.name]
    assert letter.read_bytes() == b"edited"


def test_an_edited_document_is_kept_and_said_until_force(office: Path) -> None:
    _build(office)
    notice = office.parent / "output/甲/甲方案-通知.docx"
    notice.write_bytes(b"edited")
    for _ in range(2):
        report = _build(office)
        assert [Path(n).name for o in report.outcomes for n in o.kept] == ["甲方案-通知.docx"]
        assert report.has_errors
    assert notice.read_bytes() == b"edited"
    assert not _build(office, force=True).has_errors
    assert notice.read_bytes() != b"edited"


def test_a_plan_with_a_hole_leaves_its_last_files_and_says_so(office: Path) -> None:
    _build(office)
    before = _output(office)
    (office / "甲.yaml").write_text("编号: 甲\n标题: 甲方案\n单位: [", encoding="utf-8")
    report = _build(office)
    assert _states(report) == {"甲": "refused", "乙": "unchanged"}
    assert report.has_errors
    after = _output(office)
    changed = {name for name in before if before[name] != after.get(name)}
    assert changed <= {"index.html", "甲/index.html", "甲/甲方案-检查结果.html"}
    assert report.outcomes[0].record.standing_files > 0
    _write(office / "甲.yaml", base(id="甲", title="甲方案"))
    assert _states(_build(office)) == {"甲": "made", "乙": "unchanged"}
    assert _output(office) == before


def test_a_plan_that_was_never_made_is_refused_with_its_findings_alone(office: Path) -> None:
    (office / "甲.yaml").write_text("标题: [\n", encoding="utf-8")
    report = _build(office)
    assert _states(report) == {"甲": "refused", "乙": "made"}
    assert not any(n.startswith("甲/") and n.endswith((".docx", ".pdf")) for n in _output(office))


def test_two_plans_of_one_id_get_a_folder_each(office: Path) -> None:
    _write(office / "丙.yaml", base(id="甲", title="丙方案"))
    _build(office, "甲")
    _build(office, "丙")
    names = _output(office)
    assert any("甲方案-通知.docx" in name for name in names)
    assert any("丙方案-通知.docx" in name for name in names)
    assert _states(_build(office, "甲", "丙")) == {"甲": "unchanged", "丙": "unchanged"}


def test_two_parties_whose_names_are_one_to_a_file_system_get_a_letter_each(office: Path) -> None:
    units = [
        {"id": "u1", "name": "Office A"},
        {"id": "u2", "name": "OFFICE A"},
        {"id": "u3", "name": "长" * 90},
        {"id": "u4", "name": "长" * 91},
    ]
    duties = [
        {"owners": [u["id"]], "duties": [{"id": f"d{n}", "text": f"第{n}条"}]}
        for n, u in enumerate(units)
    ]
    plan = base(
        id="甲", title="甲方案", units=units, division_of_labor=duties, issue={"date": "2026-08-28"}
    )
    _write(office / "甲.yaml", plan)
    _build(office, "甲", profile="draft")
    letters = [
        Path(n).name.casefold() for n in _output(office) if "责任书-" in n and n.endswith(".docx")
    ]
    assert len(letters) == len(set(letters)) == 4


@pytest.mark.parametrize("identity", ["index.html", "con", "..", "x" * 64, "长" * 64])
def test_any_id_gives_a_sound_folder(office: Path, identity: str) -> None:
    _write(office / "甲.yaml", base(id=identity, title="甲方案"))
    _build(office, "甲")
    assert (office.parent / "output/index.html").is_file()


# --- same input, same bytes -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A plan in three languages, built once in a process of its own."""
    folder = tmp_path_factory.mktemp("same") / "plans"
    folder.mkdir()
    for language, region in (("zh-Hans", "CN"), ("zh-Hant", "TW"), ("en", "CN")):
        _write(folder / f"{language}.yaml", base(id=language, language=language, region=region))
    return folder, _built_apart(folder, "first")


def _built_apart(folder: Path, name: str, *options: str, **environment: str) -> dict[str, bytes]:
    root = folder.parent / name
    command = [
        sys.executable,
        "-m",
        "luoshi",
        "build",
        ".",
        "-o",
        str(root),
        "--as-of",
        "2026-09-01",
        *options,
    ]
    given = {
        **os.environ,
        "PYTHONPATH": str(_TOP / "compiler"),
        "PYTHONIOENCODING": "utf-8",
        **environment,
    }
    ran = subprocess.run(
        command, cwd=folder, env=given, capture_output=True, timeout=110, check=False
    )
    assert ran.returncode == 0, ran.stdout.decode() + ran.stderr.decode()
    found = (p for p in root.rglob("*") if p.is_file() and ".luoshi" not in p.parts)
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in found}


@pytest.mark.parametrize(
    ("options", "environment"),
    [
        pytest.param(
            (), {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"}, id="time zone and hash seed"
        ),
        pytest.param(
            (), {"LC_ALL": "zh_CN.GBK", "LANG": "zh_TW.UTF-8", "PYTHONHASHSEED": "2"}, id="locale"
        ),
        pytest.param(("--jobs", "1"), {"SOURCE_DATE_EPOCH": "1"}, id="one process"),
        pytest.param(("--jobs", "2"), {"LUOSHI_LANG": "en"}, id="two processes"),
    ],
)
def test_the_same_plans_give_the_same_bytes_anywhere(
    reference: tuple[Path, dict[str, bytes]], options: tuple[str, ...], environment: dict[str, str]
) -> None:
    folder, expected = reference
    name = "-".join((*options, *environment))
    made = _built_apart(folder, name, *options, **environment)
    assert sorted(made) == sorted(expected)
    assert [n for n in made if made[n] != expected[n]] == []
