"""The command line among hostile names, files and surroundings: a sentence and a code, never a trace."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from luoshi.source import DiskWorld

ROOT = Path(__file__).parents[2]
SMALL = "id: a\ntitle: 校园安全工作方案\nunits: [{id: 校办, name: 校长办公室}]\ndivision_of_labor: [{owners: [校办], duties: [{id: a1, text: 统筹}]}]\n"


def luoshi(
    folder: Path, *arguments: str | bytes, shell: str = "", **settings: str
) -> subprocess.CompletedProcess[bytes]:
    command = [os.fsencode(sys.executable), b"-m", b"luoshi", *(os.fsencode(a) for a in arguments)]
    if shell:
        command = [b"sh", b"-c", b'exec "$@" ' + shell.encode(), b"sh", *command]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "compiler"), "LUOSHI_LANG": "zh-Hans"}
    return subprocess.run(
        command,
        cwd=folder,
        env=environment | settings,
        capture_output=True,
        check=False,
        timeout=60,
    )


def calm(done: subprocess.CompletedProcess[bytes], folder: Path) -> bool:
    """No trace on the screen and no fault report in the folder."""
    return b"Traceback" not in done.stdout + done.stderr and not list(folder.glob("落实故障单*"))


@pytest.mark.parametrize(
    "name",
    ["", " ", ".", "..", ".yaml", "CON", "con.yaml", "a\nb", "a:b", "a\x01", "\u202ea", "-x", "a" * 300,
     "nowhere/x", b"\xff\xfe", "x ", "COM1.txt"],
)  # fmt: skip
def test_a_name_that_some_system_can_not_hold_is_refused(tmp_path: Path, name: str | bytes) -> None:
    done = luoshi(tmp_path, "new", "--", name)
    assert done.returncode == 3
    assert "不能作文件名".encode() in done.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("to", [">&-", ">&- 2>&-", ">/dev/full", ">/dev/full 2>/dev/full"])
@pytest.mark.parametrize("command", ["check", "build", "--help", "schema", "fmt"])
def test_a_screen_that_takes_nothing_ends_in_a_code(tmp_path: Path, command: str, to: str) -> None:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    files = [] if command in ("--help", "schema") else ["a.yaml"]
    done = luoshi(tmp_path, command, *files, shell=to)
    assert done.returncode in ((0, 1) if "&-" in to else (3,))
    assert calm(done, tmp_path)


@pytest.mark.parametrize(
    "data",
    [b"a:    \xff\n", "id:    1\ntitle:  安全\n".encode("utf-16") + b"z", "id:   1\n安: \ud800\n".encode("utf-8", "surrogatepass")],
)  # fmt: skip
def test_bytes_that_are_no_text_are_never_tidied_away(tmp_path: Path, data: bytes) -> None:
    plan = tmp_path / "a.yaml"
    plan.write_bytes(data)
    done = luoshi(tmp_path, "fmt", "a.yaml")
    assert done.returncode == 1
    assert plan.read_bytes() == data
    assert calm(done, tmp_path)


@pytest.mark.parametrize("output", ["a.yaml", "a.yaml/x", "/dev/null", "/proc/x", "o" * 300])
def test_an_output_folder_that_can_not_be_is_said(tmp_path: Path, output: str) -> None:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    done = luoshi(tmp_path, "build", "a.yaml", "-o", output)
    assert done.returncode == 3
    assert calm(done, tmp_path)
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == SMALL


@pytest.mark.parametrize("name", ["pipe.yaml", "/dev/zero", "loop.yaml", "gone.yaml", "a" * 300 + ".yaml", b"\xff.yaml"])  # fmt: skip
def test_what_is_no_plan_file_is_said_at_once(tmp_path: Path, name: str | bytes) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "gone.yaml").symlink_to("nowhere")
    done = luoshi(tmp_path, "check", name)
    assert done.returncode == 3
    assert "没有找到".encode() in done.stderr
    assert b"\xe6\x9c\x80\xe6\x8e\xa5\xe8\xbf\x91" not in done.stderr  # nothing near: no file there
    assert calm(done, tmp_path)


@pytest.mark.parametrize("fonts", ["nowhere", "a.yaml", "f" * 300])
def test_a_font_folder_that_is_none_is_not_passed_over(tmp_path: Path, fonts: str) -> None:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    done = luoshi(tmp_path, "build", "a.yaml", "--fonts", fonts)
    assert done.returncode == 3
    assert "字体文件夹".encode() in done.stderr
    assert not (tmp_path / "output").exists()


def test_without_any_font_all_but_the_pdfs_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from luoshi.driver import make
    from luoshi.fonts import FontBook

    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    monkeypatch.setattr(make, "_books", {(): FontBook((), ())})
    made = make.make_plan(
        make.MakeJob(DiskWorld(date(2026, 9, 1)), tmp_path / "a.yaml", "draft", ())
    )
    endings = {name.rpartition(".")[2] for name, _ in made.files}
    assert {"docx", "html", "xlsx", "md"} <= endings
    assert "pdf" not in endings
    assert made.skipped_pdfs > 0
