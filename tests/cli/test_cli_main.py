"""What a person meets at the command line: exit codes, the language of help, consoles and pipes."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from luoshi.languages import LANGUAGES
from small_plans import as_yaml, base

_TOP = Path(__file__).parents[2]
_PLANS = sorted((_TOP / "plans").glob("*.yaml"))


def _environment(**given: str) -> dict[str, str]:
    kept = {
        k: v
        for k, v in os.environ.items()
        if not k.startswith(("LC_", "LANG", "LUOSHI_", "PYTHON"))
    }
    return {**kept, "PYTHONPATH": str(_TOP / "compiler"), "PYTHONIOENCODING": "utf-8", **given}


def _luoshi(
    *arguments: str, cwd: Path = _TOP, encoding: str = "utf-8", **environment: str
) -> tuple[int, str, str]:
    """Exit code, output and errors of one run."""
    given = _environment(**{"PYTHONIOENCODING": encoding, **environment})
    command = [sys.executable, "-m", "luoshi", *arguments]
    ran = subprocess.run(command, cwd=cwd, env=given, capture_output=True, timeout=110, check=False)
    out, errors = ran.stdout.decode(encoding), ran.stderr.decode(encoding)
    assert "Traceback" not in out + errors
    if cwd != _TOP:
        assert not [*cwd.glob("*fault*"), *cwd.glob("*故障单*")]
    return ran.returncode, out, errors


@pytest.fixture
def office(tmp_path: Path) -> Path:
    (tmp_path / "安全.yaml").write_text(as_yaml(base()), encoding="utf-8")
    return tmp_path


def _with_hole(folder: Path) -> None:
    """A duty of a unit nobody listed."""
    division = [
        *base()["division_of_labor"],
        {"owners": ["教务处室"], "duties": [{"id": "z", "text": "值班"}]},
    ]
    (folder / "安全.yaml").write_text(as_yaml(base(division_of_labor=division)), encoding="utf-8")


# --- exit codes -----------------------------------------------------------------------------------


def test_a_sound_plan_ends_with_0(office: Path) -> None:
    code, out, errors = _luoshi("check", "安全.yaml", cwd=office)
    assert (code, errors) == (0, "")
    assert "没有发现问题" in out


def test_a_plan_with_a_hole_ends_with_1(office: Path) -> None:
    _with_hole(office)
    code, out, _ = _luoshi("check", "安全.yaml", cwd=office)
    assert code == 1
    assert "教务处室" in out
    assert "luoshi explain MOD011" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"], ["check", "--nonsense"], ["check", "--profile", "hard"], ["build", "--jobs", "0"], ["build", "--jobs", "x"],
        ["check", "--as-of", "yesterday"], ["explain", "XYZ999"], ["new"], ["fmt"], ["diff", "a.yaml"], [],
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_slip_in_the_command_ends_with_2_and_says_why(arguments: list[str]) -> None:
    code, out, errors = _luoshi(*arguments)
    assert code == 2
    assert errors or "luoshi" in out


def test_a_plan_that_is_not_there_ends_with_3_and_the_nearest_name(office: Path) -> None:
    code, out, errors = _luoshi("check", "安全.yml", cwd=office)
    assert (code, out) == (3, "")
    assert "安全.yml" in errors
    assert "安全.yaml" in errors


def test_a_folder_without_plans_names_the_ones_a_level_down(office: Path) -> None:
    (office / "empty").mkdir()
    assert _luoshi("check", "empty", cwd=office)[0] == 3
    (office / "year" / "2026").mkdir(parents=True)
    (office / "安全.yaml").rename(office / "year" / "2026" / "安全.yaml")
    code, _, errors = _luoshi("check", "year", cwd=office)
    assert code == 3
    assert "luoshi check year/2026/安全.yaml" in errors


def test_a_hole_stops_the_build_with_1_and_says_what_stands(office: Path) -> None:
    assert _luoshi("build", "安全.yaml", cwd=office)[0] == 0
    _with_hole(office)
    code, out, _ = _luoshi("build", "安全.yaml", cwd=office)
    assert code == 1
    assert "没有生成文书：有1处须改" in out
    assert re.search(r"上次的\d+个文件没有动", out)


def test_an_output_that_cant_be_written_ends_with_3(office: Path) -> None:
    (office / "output").write_text("a file", encoding="utf-8")
    code, _, errors = _luoshi("build", "安全.yaml", cwd=office)
    assert code == 3
    assert "output" in errors


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_stops_fmt_with_3(office: Path) -> None:
    office.chmod(0o500)
    code, _, errors = _luoshi("fmt", "安全.yaml", cwd=office)
    office.chmod(0o700)
    assert code == 3
    assert "安全.yaml" in errors


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_build_stopped_by_hand_ends_with_130_and_one_sentence(tmp_path: Path, jobs: str) -> None:
    command = [
        sys.executable,
        "-m",
        "luoshi",
        "build",
        str(_TOP / "plans"),
        "-o",
        str(tmp_path),
        "--jobs",
        jobs,
    ]
    running = subprocess.Popen(
        command,
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    time.sleep(2.0)
    os.killpg(running.pid, signal.SIGINT)  # as Ctrl-C does: to every process of the console
    out, errors = running.communicate(timeout=60)
    assert running.returncode == 130
    assert out == b""
    assert (
        errors.decode().strip() == "已停下。写好的文件都完整，其余仍是上次的；再运行一次会接着做。"
    )


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_build_that_is_killed_leaves_no_process_and_no_lock(
    tmp_path: Path, how: signal.Signals
) -> None:
    command = [sys.executable, "-m", "luoshi", "build", str(_TOP / "plans"), "-o", str(tmp_path)]
    running = subprocess.Popen(
        [*command, "--jobs", "2"],
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    time.sleep(2.0)
    running.send_signal(how)  # to this one alone, as `timeout` or a lack of memory does
    assert running.communicate(timeout=30)[0] == b""  # ends when no process holds the pipe
    assert running.returncode == -how
    again = subprocess.run(command, check=False, env=_environment(), capture_output=True)
    assert again.returncode == 0


# --- language -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "检查方案"),
        ({"LANG": "zh_TW.UTF-8"}, "檢查計畫"),
        ({"LC_ALL": "zh_HK.UTF-8", "LANG": "en_US.UTF-8"}, "檢查計畫"),
        ({"LANG": "en_GB.UTF-8"}, "Check plans"),
        ({"LUOSHI_LANG": "zh-Hant", "LANG": "zh_CN"}, "檢查計畫"),
        ({"LANG": "C"}, "Check plans"),
        ({}, "Check plans"),
    ],
)
def test_help_speaks_the_language_of_the_system(environment: dict[str, str], words: str) -> None:
    code, out, _ = _luoshi("--help", **environment)
    assert code == 0
    assert words in out


@pytest.mark.parametrize("command", ["check", "build", "new", "fmt", "explain", "schema", "diff"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_explains_itself(command: str, language: str) -> None:
    code, out, _ = _luoshi(command, "--help", LUOSHI_LANG=language)
    assert code == 0
    assert "--help" in out
    if language != "en":
        prose = "\n".join(
            line for line in out.splitlines() if not line.lstrip().startswith("Usage")
        )
        assert not re.search(r"Show this message", prose)


@pytest.mark.parametrize(
    ("language", "words"), [("zh-Hans", "没有找到"), ("zh-Hant", "找不到"), ("en", "was not found")]
)
def test_the_asked_language_is_spoken_where_something_fails(language: str, words: str) -> None:
    for option in (["-l", language], [f"--language={language}"]):
        assert words in _luoshi("check", "nowhere.yaml", *option, LANG="de_DE.UTF-8")[2]


def test_where_the_system_says_nothing_the_plans_language_is_spoken(office: Path) -> None:
    (office / "term.yaml").write_text(as_yaml(base(language="en")), encoding="utf-8")
    assert "No findings" in _luoshi("check", "term.yaml", cwd=office, LANG="C")[1]
    assert "没有发现问题" in _luoshi("check", "安全.yaml", cwd=office, LANG="C")[1]


# --- consoles and pipes ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "language"),
    [
        ("gbk", "zh-Hans"),
        ("big5", "zh-Hant"),
        ("ascii", "zh-Hans"),
        ("cp1252", "zh-Hant"),
        ("ascii", "en"),
    ],
)
@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["check", "--help"], ["check", "plans"], ["explain", "CHK001"], ["explain", "--all"], ["check", "没有.yaml"], ["无此命令"], ["schema"]],
    ids=" ".join,
)  # fmt: skip
def test_no_console_makes_it_crash(encoding: str, arguments: list[str], language: str) -> None:
    code, out, errors = _luoshi(*arguments, encoding=encoding, LUOSHI_LANG=language)
    assert code in (0, 1, 2, 3)
    assert out or errors


def test_a_plan_with_rare_characters_is_shown_on_a_gbk_console(office: Path) -> None:
    plan = base(units=[{"id": "校办", "name": "𬭎办😀"}, *base()["units"][1:]])
    plan["division_of_labor"].append(
        {"owners": ["教务处室"], "duties": [{"id": "z", "text": "请𬭎值班😀"}]}
    )
    (office / "安全.yaml").write_text(as_yaml(plan), encoding="utf-8")
    code, out, _ = _luoshi("check", "安全.yaml", cwd=office, encoding="gbk")
    assert code == 1
    assert "须改" in out


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
@pytest.mark.parametrize(
    "arguments", ["explain --all", "check plans --format json", "schema", "check plans"]
)
def test_a_pipe_that_closes_early_is_no_fault(arguments: str) -> None:
    ran = subprocess.run(
        ["bash", "-c", f"'{sys.executable}' -m luoshi {arguments} | head -c 5 > /dev/null; exit ${{PIPESTATUS[0]}}"],
        cwd=_TOP, env=_environment(), capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert ran.stderr == b""
    assert ran.returncode in (0, 1)


def test_a_pipe_gets_no_progress_and_no_color(office: Path) -> None:
    _, out, errors = _luoshi("build", "安全.yaml", cwd=office)
    assert errors == ""
    assert "\x1b" not in out
    assert "\r" not in out
    assert len(out.splitlines()) <= 3


# --- forms of output ------------------------------------------------------------------------------


def test_json_parses_and_holds_every_finding(office: Path) -> None:
    _with_hole(office)
    code, out, _ = _luoshi("check", "安全.yaml", "--format", "json", cwd=office)
    assert code == 1
    assert "MOD011" in json.dumps(json.loads(out))


def test_concise_is_one_line_a_finding(office: Path) -> None:
    _with_hole(office)
    code, out, _ = _luoshi("check", "安全.yaml", "--format", "concise", cwd=office)
    assert code == 1
    assert [line.split(":")[0] for line in out.splitlines()] == ["安全.yaml"] * len(
        out.splitlines()
    )
    assert any("MOD011" in line for line in out.splitlines())


def test_several_plans_are_checked_at_once(office: Path) -> None:
    (office / "第二.yaml").write_text(as_yaml(base(id="b", title="乙")), encoding="utf-8")
    code, out, _ = _luoshi("check", cwd=office)
    assert code == 0
    assert "6个单位" in out


def test_explain_tells_one_finding_and_the_nearest_of_a_slip() -> None:
    assert "CHK001" in _luoshi("explain", "chk001")[1]
    code, out, errors = _luoshi("explain", "CHK01", LUOSHI_LANG="zh-Hans")
    assert (code, out) == (2, "")
    assert "CHK0" in errors


def test_version_is_said() -> None:
    code, out, _ = _luoshi("--version")
    assert code == 0
    assert re.fullmatch(r"luoshi \d+\.\d+\.\d+\n", out)


# --- fixing ---------------------------------------------------------------------------------------


def test_fix_changes_what_is_certain_and_leaves_the_rest(office: Path) -> None:
    before = "# 说明：不变\n编号: 安全\r\n标题：校园安全方案\n单位:\n  - {编号: 甲, 名称: 甲处}\n责任分工:\n  - {责任单位: 乙处, 职责: [{编号: a, 内容: 值班}]}\n"
    path = office / "安全.yaml"
    path.write_bytes(before.encode())
    code, out, _ = _luoshi("check", "--fix", "安全.yaml", cwd=office)
    assert code == 1, "what a person must settle is still open"
    assert "已代改1处" in out
    assert path.read_bytes().decode() == before.replace("标题：", "标题: ")
    assert "没有可代改的问题" in _luoshi("check", "--fix", "安全.yaml", cwd=office)[1]


def test_fix_keeps_a_byte_order_mark_and_the_file_mode(office: Path) -> None:
    path = office / "安全.yaml"
    path.write_bytes("\ufeff编号: 安全\n标题：校园安全方案\n".encode())
    path.chmod(0o640)
    _luoshi("check", "--fix", "安全.yaml", cwd=office)
    assert path.read_bytes().decode() == "\ufeff编号: 安全\n标题: 校园安全方案\n"
    assert path.stat().st_mode & 0o777 == 0o640


def test_fix_leaves_a_gbk_file_alone(office: Path) -> None:
    path = office / "安全.yaml"
    data = "编号: 安全\n标题：校园安全工作方案\n".encode("gbk")
    path.write_bytes(data)
    _luoshi("check", "--fix", "安全.yaml", cwd=office)
    assert path.read_bytes() == data


# --- new ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["action", "year", "rating"])
@pytest.mark.parametrize(
    ("name", "language"),
    [("秋季校园安全", "zh-Hans"), ("校園安全計畫", "zh-Hant"), ("safe-term", "en")],
)
def test_a_sample_is_complete_and_compiles_at_once(
    tmp_path: Path, kind: str, name: str, language: str
) -> None:
    code, out, _ = _luoshi("new", name, "--kind", kind, "--language", language, cwd=tmp_path)
    assert code == 0
    assert out.splitlines()[1:] == [f"  luoshi check {name}.yaml", f"  luoshi build {name}.yaml"]
    code, out, errors = _luoshi("check", f"{name}.yaml", cwd=tmp_path, LUOSHI_LANG=language)
    assert (code, errors) == (0, ""), out


def test_a_sample_never_replaces_a_file(office: Path) -> None:
    before = (office / "安全.yaml").read_bytes()
    code, _, errors = _luoshi("new", "安全", cwd=office)
    assert code == 3
    assert "安全.yaml" in errors
    assert (office / "安全.yaml").read_bytes() == before


@pytest.mark.parametrize("name", ["", ".", "..", "/", "没有/这里", "a\tb", "x" * 300])
def test_a_name_that_is_no_file_name_is_said_so(tmp_path: Path, name: str) -> None:
    code, _, errors = _luoshi("new", name, cwd=tmp_path)
    assert code in (0, 3)
    assert errors if code else list(tmp_path.glob("*.yaml"))
