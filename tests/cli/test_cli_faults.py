"""When Luoshi itself fails: one sentence, and a report that holds nothing of the plan."""

from __future__ import annotations

import errno
import re
from pathlib import Path

import pytest

from luoshi.cli import checking
from luoshi.cli.locale import asked_language, language_of, readable, system_language
from luoshi.cli.main import run
from luoshi.cli.screen import ProgressLine
from luoshi.diagnostics.console import safe

_SECRETS = ("王小明", "机密方案", "secretplan", "教务处", "zhangsan")


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose plan makes the checker fail, with names in every message on the way."""

    def fail(*_: object) -> None:
        for name in _SECRETS:
            raise ValueError(f"{name} in {tmp_path}")

    monkeypatch.setattr(checking, "check_file", fail)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "机密方案.yaml").write_text("标题: 王小明\n", encoding="utf-8")
    (tmp_path / "secretplan.yaml").write_text("标题: 王小明\n", encoding="utf-8")
    (tmp_path / "zhangsan").mkdir()
    (tmp_path / "zhangsan/a.yaml").write_text("标题: 王小明\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "机密方案.yaml"],
        ["check", "secretplan.yaml", "--profile", "strict"],
        ["check", "zhangsan"],
        ["check", "secretplan.yaml", "--profile=strict", "-lzh-Hans"],
    ],
)
def test_a_fault_of_ours_gives_a_report_without_a_word_of_the_plan(
    broken: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*arguments, "--language", "zh-Hans"]) == 70
    (report,) = broken.glob("落实故障单-*.txt")
    text = report.read_text(encoding="utf-8")
    for secret in (*_SECRETS, str(broken), str(Path.home()), "strict=", "ValueError:"):
        assert secret not in text
    assert "luoshi check" in text
    assert "ValueError" in text
    assert re.search(r"checking\.py:\d+ check_command", text)
    said = capsys.readouterr()
    assert said.out == ""
    assert report.name in said.err
    assert "Traceback" not in said.err
    assert (broken / "机密方案.yaml").read_text(encoding="utf-8") == "标题: 王小明\n"


def test_the_same_fault_gives_one_report(broken: Path) -> None:
    assert [run(["check", "机密方案.yaml"]) for _ in range(2)] == [70, 70]
    assert len([p for p in broken.iterdir() if p.suffix == ".txt"]) == 1


def test_a_file_that_the_system_refuses_is_no_fault_of_ours(
    broken: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "方案.yaml")

    monkeypatch.setattr(checking, "check_file", refuse)
    assert run(["check", "机密方案.yaml", "-l", "zh-Hans"]) == 3
    said = capsys.readouterr().err
    assert "方案.yaml" in said
    assert not [p for p in broken.iterdir() if p.suffix == ".txt"]


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("zh_CN.UTF-8", "zh-Hans"), ("zh", "zh-Hans"), ("zh_SG", "zh-Hans"), ("zh_TW.Big5", "zh-Hant"), ("zh_HK", "zh-Hant"), ("zh-Hant", "zh-Hant"),
        ("ZH-HANS", "zh-Hans"), ("zh_MO@x", "zh-Hant"), ("en_US", "en"), ("de_DE", "en"), ("C", None), ("C.UTF-8", None), ("POSIX", None), ("", None),
    ],
)  # fmt: skip
def test_a_locale_stands_for_a_language(name: str, language: str | None) -> None:
    assert language_of(name) == language


def test_the_first_variable_that_says_something_decides() -> None:
    assert system_language({"LC_ALL": "", "LANG": "zh_TW.UTF-8"}, "linux") == "zh-Hant"
    assert system_language({"LC_ALL": "C", "LANG": "zh_TW.UTF-8"}, "linux") is None
    assert system_language({}, "linux") is None


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["check", "-l", "en"], "en"), (["--language", "zh-Hant"], "zh-Hant"), (["--language=zh_TW"], "zh-Hant"),
        (["check", "-l"], None), ([], None), (["check", "en"], None), (["check", "--language"], None),
    ],
)  # fmt: skip
def test_the_language_asked_for_is_found_anywhere_in_the_line(
    arguments: list[str], language: str | None
) -> None:
    assert asked_language(arguments) == language


@pytest.mark.parametrize(
    ("language", "encoding", "shown"),
    [("zh-Hans", "gbk", "zh-Hans"), ("zh-Hant", "big5", "zh-Hant"), ("zh-Hans", "ascii", "en"), ("zh-Hans", "no-such", "en"), ("zh-Hans", None, "zh-Hans")],
)  # fmt: skip
def test_help_is_chinese_where_the_console_has_chinese(
    language: str, encoding: str | None, shown: str
) -> None:
    assert readable(language, encoding) == shown  # type: ignore[arg-type]


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "big5", "no-such-encoding", "utf-8"])
def test_what_a_console_lacks_is_written_out(encoding: str) -> None:
    text = "“通知” 𬭎 😀 \ud800 · …"
    shown = safe(text, encoding)
    shown.encode("ascii" if encoding == "no-such-encoding" else encoding)
    assert "通知" in shown or encoding not in ("gbk", "big5", "utf-8")


def test_progress_says_nothing_into_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    line = ProgressLine("生成")
    line.step(1, 3, "甲")
    line.clear()
    assert capsys.readouterr() == ("", "")
