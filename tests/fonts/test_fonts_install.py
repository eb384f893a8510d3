"""Fonts by package: what is fetched, what is left alone, what is said."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from font_drawing import draw_font, save

from luoshi.diagnostics import LANGUAGES
from luoshi.fonts.install import SOURCES, Report, install
from luoshi.fonts.places import cache_folder, data_folder, system_folders

PACKAGES = {source.package for source in SOURCES}


def make_package(folder: Path, name: str, files: dict[str, bytes]) -> Path:
    """A Debian package with these files."""
    root = folder / f"{name}-root"
    for path, data in {"DEBIAN/control": _control(name), **files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    (root / "DEBIAN").chmod(0o755)
    target = folder / f"{name}_1_all.deb"
    command = ["dpkg-deb", "--root-owner-group", "-b", str(root), str(target)]
    subprocess.run(command, check=True, capture_output=True)
    return target


def _control(name: str) -> bytes:
    text = f"Package: {name}\nVersion: 1\nArchitecture: all\nMaintainer: a <a@b>\nDescription: x\n"
    return text.encode()


def test_the_wanted_faces_and_the_licence_are_taken_out(tmp_path: Path) -> None:
    if not shutil.which("dpkg-deb"):
        pytest.skip("dpkg-deb is not on this machine")
    tree = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"
    files = {
        f"{tree}/FandolFang-Regular.otf": b"font",
        f"{tree}/FandolBraille-Regular.otf": b"not wanted",
        "usr/share/doc/texlive-lang-chinese/copyright": b"licence",
        "usr/bin/tool": b"not wanted",
    }
    package = make_package(tmp_path, "texlive-lang-chinese", files)
    target = tmp_path / "data/fonts"
    report = install(target, (), lambda name, _: package if name in package.name else None)
    assert report.added == ("FandolFang-Regular.otf",)
    assert set(report.missing) == PACKAGES - {"texlive-lang-chinese"}
    assert {path.name for path in target.iterdir()} == {
        "FandolFang-Regular.otf",
        "texlive-lang-chinese-copyright.txt",
    }


def test_what_the_machine_has_is_not_fetched(tmp_path: Path) -> None:
    for family in ("FangSong", "方正小标宋简体", "SimHei", "KaiTi"):
        save(draw_font(family, "甲"), tmp_path / f"system/{family}.ttf")
    asked: list[str] = []
    install(tmp_path / "target", (tmp_path / "system",), lambda name, _: asked.append(name))
    # FangSong and KaiTi with Taiwan shapes are not here, nor a Latin face.
    assert asked == ["fonts-arphic-ukai", "fonts-cwtex-fs", "fonts-liberation"]


def test_a_package_that_is_no_package_is_reported(tmp_path: Path) -> None:
    rubbish = tmp_path / "x.deb"
    rubbish.write_bytes(b"no package")
    report = install(tmp_path / "target", (), lambda _, __: rubbish)
    assert report.added == ()
    assert set(report.missing) == PACKAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_says_what_to_type(tmp_path: Path, language: str) -> None:
    report = Report(tmp_path, (), ("fonts-liberation",))
    assert "sudo apt-get install" in report.sentence(language)
    assert "fonts-liberation" in report.sentence(language)
    assert Report(tmp_path, (), ()).sentence(language) == ""
    assert "3" in Report(tmp_path, ("a", "b", "c"), ()).sentence(language)


@pytest.mark.parametrize(
    ("platform", "environment", "data", "cache"),
    [
        ("linux", {"HOME": "/h"}, "/h/.local/share/luoshi/fonts", "/h/.cache/luoshi"),
        (
            "linux",
            {"HOME": "/h", "XDG_DATA_HOME": "/d", "XDG_CACHE_HOME": "/c"},
            "/d/luoshi/fonts",
            "/c/luoshi",
        ),
        (
            "darwin",
            {"HOME": "/Users/h"},
            "/Users/h/Library/Application Support/luoshi/fonts",
            "/Users/h/Library/Caches/luoshi",
        ),
        ("win32", {"LOCALAPPDATA": "C:/L"}, "C:/L/luoshi/fonts", "C:/L/luoshi/cache"),
    ],
)
def test_folders_follow_the_system(
    platform: str, environment: dict[str, str], data: str, cache: str
) -> None:
    assert data_folder(platform, environment).as_posix() == data
    assert cache_folder(platform, environment).as_posix() == cache


def test_windows_fonts_of_the_user_come_before_the_machines() -> None:
    folders = system_folders("win32", {"LOCALAPPDATA": "C:/L", "WINDIR": "C:/W"})
    assert [path.as_posix() for path in folders] == ["C:/L/Microsoft/Windows/Fonts", "C:/W/Fonts"]
    assert Path("/System/Library/Fonts") in system_folders("darwin", {"HOME": "/Users/h"})
    assert Path("/usr/share/fonts") in system_folders("linux", {"HOME": "/h"})
