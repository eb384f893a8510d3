"""The one command: its sentences, what it decides, and what it does when something is missing."""

from __future__ import annotations

import ast
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "compiler/start.py"
LANGUAGES = ("zh-Hans", "zh-Hant", "en")


@pytest.fixture(scope="module")
def start() -> ModuleType:
    spec = importlib.util.spec_from_file_location("start", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def project(start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project in a folder with Chinese and a space in its name."""
    root = tmp_path / "落实 稿"
    root.mkdir()
    (root / "pyproject.toml").write_text("[project]\n")
    monkeypatch.setattr(start, "ROOT", root)
    monkeypatch.setattr(start, "VENV", root / ".venv")
    return root


def say(start: ModuleType, argument: str, environment: dict[str, str], capsys) -> tuple[int, str]:
    with pytest.MonkeyPatch.context() as patch:
        for key in ("LC_ALL", "LC_MESSAGES", "LANG"):
            patch.delenv(key, raising=False)
        for key, value in environment.items():
            patch.setenv(key, value)
        code = start.main([argument])
    return code, capsys.readouterr().err


@pytest.mark.parametrize(
    ("environment", "fallback", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "", "zh-Hans"),
        ({"LANG": "zh_CN.GB18030"}, "", "zh-Hans"),
        ({"LANG": "zh_TW.UTF-8"}, "", "zh-Hant"),
        ({"LANG": "zh_HK.UTF-8"}, "", "zh-Hant"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "", "zh-Hans"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "", "en"),
        ({}, "zh_CN", "zh-Hans"),
        ({}, "zh_TW", "zh-Hant"),
        ({}, "", "en"),
        ({"LANG": ""}, "de_DE", "en"),
    ],
)
def test_it_speaks_the_language_of_the_locale(start, environment, fallback, language) -> None:
    assert start.language_of(environment, fallback) == language


def test_every_sentence_stands_in_three_languages_with_the_same_values(start) -> None:
    for key, sentences in start.SENTENCES.items():
        assert len(sentences) == 3, key
        fields = [{part.split("}")[0] for part in text.split("{")[1:]} for text in sentences]
        assert fields[0] == fields[1] == fields[2], key
        assert all("您" not in text and "你" not in text for text in sentences), key


def test_an_old_python_can_read_the_script(start) -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize(
    ("log", "cause"),
    [
        ("NewConnectionError: ... [Errno 111] Connection refused", "network"),
        ("Temporary failure in name resolution", "network"),
        ("OSError: [Errno 28] No space left on device", "disk"),
        ("[Errno 13] Permission denied: x", "write"),
        ("ERROR: No matching distribution found for x", "failed"),
        ("", "failed"),
    ],
)
def test_the_log_tells_the_cause(start, log, cause) -> None:
    assert start.cause_of(log) == cause


def test_the_last_words_are_the_error_not_what_follows_it(start) -> None:
    log = "Collecting x\nERROR: metadata is broken.\nsee above\n\n"
    assert start.last_words(log) == "ERROR: metadata is broken"
    assert start.last_words("") == "?"


def test_an_environment_is_reused_until_something_changes(start) -> None:
    user = start.stamp_of(b"a", "3.11", "/x", False)
    developer = start.stamp_of(b"a", "3.11", "/x", True)
    assert start.is_current(user, user)
    assert start.is_current(developer, user)
    assert not start.is_current(user, developer)
    for other in (
        start.stamp_of(b"b", "3.11", "/x", False),
        start.stamp_of(b"a", "3.12", "/x", False),
        start.stamp_of(b"a", "3.11", "/moved", False),
    ):
        assert not start.is_current(other, user)


def test_pytest_comes_last_and_uses_both_cores_in_ci(start) -> None:
    assert start.checks(False, ["-k", "x"])[-1][0] == "pytest"
    assert start.checks(False, ["-k", "x"])[-1][-2:] == ["-k", "x"]
    assert "-n" not in start.checks(False, [])[-1]
    assert start.checks(True, [])[-1][-2:] == ["-n", "2"]
    assert [command[0] for command in start.checks(True, [])] == ["ruff", "ruff", "mypy", "pytest"]


def test_the_interpreter_lies_where_each_system_puts_it(start) -> None:
    assert start.python_of(Path("v"), "win32").as_posix() == "v/Scripts/python.exe"
    assert start.python_of(Path("v"), "linux").as_posix() == "v/bin/python"


@pytest.mark.parametrize(
    ("platform", "apt", "words"),
    [
        ("linux", True, "apt install"),
        ("linux", False, "3.11"),
        ("win32", False, "winget"),
        ("darwin", False, "brew"),
    ],
)
def test_an_old_python_is_told_what_to_type(start, platform, apt, words) -> None:
    key = start.python_hint(platform, apt)
    assert all(words in start.say(language, key) for language in LANGUAGES)


def test_an_old_python_stops_with_one_sentence(start, monkeypatch, capsys) -> None:
    monkeypatch.setattr(start.sys, "version_info", (3, 9, 2, "final", 0))
    monkeypatch.setattr(start.shutil, "which", lambda name: None)
    code, said = say(start, "setup", {"LANG": "zh_CN.UTF-8"}, capsys)
    assert code == 3
    assert "3.9.2" in said
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("language", "words"), [("zh_CN", "请运行"), ("zh_TW", "請執行"), ("en_GB", "Run:")]
)
def test_a_missing_venv_is_told_in_one_sentence(
    start, project, monkeypatch, capsys, language, words
) -> None:
    monkeypatch.setattr(start.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(start.shutil, "which", lambda name: "/usr/bin/apt")
    code, said = say(start, "setup", {"LC_ALL": f"{language}.UTF-8"}, capsys)
    assert code == 3
    assert "apt install python3-venv" in said
    assert words in said.splitlines()[-1]
    assert "Traceback" not in said


def test_a_folder_that_cannot_be_written_is_named(start, project, monkeypatch, capsys) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(start.Path, "mkdir", refuse)
    code, said = say(start, "setup", {"LANG": "en_GB.UTF-8"}, capsys)
    assert code == 3
    assert str(project) in said


@pytest.mark.parametrize(
    ("number", "words"), [(28, "disk is full"), (30, "written to"), (5, "did not finish")]
)
def test_what_the_system_refuses_becomes_a_sentence(start, number, words) -> None:
    problem = start.SetUp("en", []).surroundings(OSError(number, "refused"))
    assert words in start.say("en", problem.key, **problem.values)


def test_a_killed_set_up_is_begun_anew(start, project, monkeypatch) -> None:
    venv = project / ".venv"
    (venv / "lib").mkdir(parents=True)
    (venv / "lib/half.py").write_text("")
    (venv / start.BUSY).touch()
    set_up = start.SetUp("en", [])
    commands: list[list[str]] = []
    monkeypatch.setattr(set_up, "call", lambda command: commands.append(command) or True)
    set_up.make_environment()
    assert not (venv / "lib").exists()
    assert commands == [[sys.executable, "-m", "venv", str(venv)]]


def test_a_failed_download_keeps_the_environment(start, project, monkeypatch) -> None:
    (project / ".venv").mkdir()
    set_up = start.SetUp("en", ["setup"])
    monkeypatch.setattr(set_up, "call", lambda command: False)
    monkeypatch.setattr(set_up, "log_text", lambda: "NameResolutionError")
    with pytest.raises(start.SetUpError) as caught:
        set_up.install_packages("stamp", developer=False)
    assert "start.py setup" in start.say("en", caught.value.key, **caught.value.values)
    assert not (project / ".venv" / start.BUSY).exists()
    assert not (project / ".venv" / start.STAMP).exists()


@pytest.mark.parametrize("packages", ["lib/python3.11/site-packages", "Lib/site-packages"])
def test_a_folder_with_a_chinese_name_is_found_in_any_locale(start, project, packages) -> None:
    folder = project / ".venv" / packages
    folder.mkdir(parents=True)
    (project / "compiler").mkdir()
    path_file = folder / "_luoshi.pth"
    path_file.write_text(str(project / "compiler"), encoding="utf-8")
    (folder / "other.pth").write_text("import other", encoding="utf-8")
    start.make_relative(project / ".venv", project / "compiler")
    line = path_file.read_bytes().decode("ascii").strip()
    assert (folder / line).resolve() == project / "compiler"
    assert (folder / "other.pth").read_text() == "import other"


def test_nothing_is_done_when_all_is_there(start, project, monkeypatch) -> None:
    venv = project / ".venv"
    start.python_of(venv).parent.mkdir(parents=True)
    start.python_of(venv).touch()
    wanted = start.stamp_of(b"[project]\n", sys.version, str(project), False)
    (venv / start.STAMP).write_text(wanted)
    (venv / start.FONT_STAMP).touch()
    set_up = start.SetUp("en", [])
    assert set_up.run(developer=False, fonts_again=False) is False


@pytest.mark.skipif(sys.platform == "win32", reason="a lock of the other systems")
def test_a_second_start_waits_for_the_first(start, tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with path.open("a+b") as first, path.open("a+b") as second:
        assert start.try_lock(first)
        assert not start.try_lock(second)
        first.close()
        assert start.try_lock(second)


def test_the_child_gets_no_stray_python_settings(start, monkeypatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PYTHONHOME", "/elsewhere")
    environment = start.child_environment()
    assert "PYTHONPATH" not in environment
    assert "PYTHONHOME" not in environment
    assert environment["PATH"] == os.environ["PATH"]


def test_the_ci_script_is_sound_bash() -> None:
    script = SCRIPT.parents[1] / ".ci/run"
    subprocess.run(["bash", "-n", str(script)], check=True)
    assert script.stat().st_mode & 0o111
