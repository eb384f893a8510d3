"""The output folder: files whole or not at all, a person's edits kept, nothing written outside."""

from __future__ import annotations

import errno
import multiprocessing
import os
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from luoshi.diagnostics import LuoshiError
from luoshi.driver.output import OutputFolder


def _build(root: Path, files: dict[str, bytes], *, force: bool = False) -> dict[str, str]:
    """One build that makes some files; what happened to each."""
    output = OutputFolder(root, force=force)
    with output.lock():
        for name, data in files.items():
            output.write(name, data)
        output.close()
    return dict(output.outcomes)


def _files(root: Path) -> dict[str, bytes]:
    found = (p for p in root.rglob("*") if p.is_file() and ".luoshi" not in p.parts)
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in found}


def test_a_second_build_touches_nothing(tmp_path: Path) -> None:
    assert _build(tmp_path, {"甲/一.txt": b"1"}) == {"甲/一.txt": "written"}
    os.utime(tmp_path / "甲/一.txt", (1, 1))
    assert _build(tmp_path, {"甲/一.txt": b"1"}) == {"甲/一.txt": "same"}
    assert (tmp_path / "甲/一.txt").stat().st_mtime == 1


def test_a_file_somebody_edited_is_kept_until_force(tmp_path: Path) -> None:
    _build(tmp_path, {"a": b"1"})
    (tmp_path / "a").write_bytes(b"edited")
    assert _build(tmp_path, {"a": b"2"}) == {"a": "kept"}
    assert _build(tmp_path, {"a": b"3"}) == {"a": "kept"}
    assert (tmp_path / "a").read_bytes() == b"edited"
    assert _build(tmp_path, {"a": b"4"}, force=True) == {"a": "written"}
    assert (tmp_path / "a").read_bytes() == b"4"


def test_a_file_that_was_there_before_any_build_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"mine")
    assert _build(tmp_path, {"a": b"2"}) == {"a": "kept"}


def test_an_edit_that_equals_the_new_file_is_no_edit(tmp_path: Path) -> None:
    _build(tmp_path, {"a": b"1"})
    (tmp_path / "a").write_bytes(b"2")
    assert _build(tmp_path, {"a": b"2"}) == {"a": "same"}
    assert _build(tmp_path, {"a": b"3"}) == {"a": "written"}


def test_a_deleted_file_is_made_again(tmp_path: Path) -> None:
    _build(tmp_path, {"a": b"1"})
    (tmp_path / "a").unlink()
    assert _build(tmp_path, {"a": b"1"}) == {"a": "written"}


def test_a_file_another_program_holds_is_busy_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _build(tmp_path, {"a.docx": b"1", "b.docx": b"1"})
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        if target.name == "a.docx":
            raise PermissionError(errno.EACCES, "in use", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held)
    assert _build(tmp_path, {"a.docx": b"2", "b.docx": b"2"}) == {
        "a.docx": "busy",
        "b.docx": "written",
    }
    assert _files(tmp_path) == {"a.docx": b"1", "b.docx": b"2"}
    monkeypatch.undo()
    assert _build(tmp_path, {"a.docx": b"2", "b.docx": b"2"}) == {
        "a.docx": "written",
        "b.docx": "same",
    }


# --- a full disk, a closed folder ----------------------------------------------------------------


class _FullDisk:
    """A file on a disk with no room left."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def __enter__(self) -> _FullDisk:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> int:
        self._file.write(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    def flush(self) -> None: ...

    def fileno(self) -> int:
        return self._file.fileno()


def test_a_full_disk_is_said_and_leaves_old_files_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _build(tmp_path, {"a": b"1", "b": b"1"})
    before = _files(tmp_path)
    open_file = Path.open

    def full(self: Path, mode: str = "r", *args: Any, **options: Any) -> Any:
        file = open_file(self, mode, *args, **options)
        return _FullDisk(file) if self.suffix == ".part" else file  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(LuoshiError) as caught:
        _build(tmp_path, {"a": b"2" * 3_000_000, "b": b"2"})
    monkeypatch.undo()
    assert "3MB" in caught.value.sentences["zh-Hans"]
    assert _files(tmp_path) == before, "old files are whole and no half file is left"
    assert _build(tmp_path, {"a": b"2", "b": b"2"}) == {"a": "written", "b": "written"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(LuoshiError) as caught:
        _build(tmp_path / "output", {"a": b"1"})
    assert "output" in caught.value.sentences["en"]


def test_an_output_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("x")
    with pytest.raises(LuoshiError):
        _build(tmp_path / "output", {"a": b"1"})


def test_a_folder_where_a_file_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(LuoshiError):
        _build(tmp_path, {"a": b"1"})


# --- nothing outside -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["../x", "甲/../../x", "/etc/luoshi-x", "甲/../../../x"])
def test_no_name_leads_outside(tmp_path: Path, name: str) -> None:
    root = tmp_path / "output"
    with pytest.raises(LuoshiError) as caught:
        _build(root, {name: b"1"})
    assert "文件夹之外" in caught.value.sentences["zh-Hans"]
    assert not (tmp_path / "x").exists()


def test_a_linked_folder_that_leads_outside_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    root = tmp_path / "output"
    root.mkdir()
    (root / "甲").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    with pytest.raises(LuoshiError):
        _build(root, {"甲/a": b"1"})
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_linked_file_is_kept_and_its_target_untouched(tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(b"mine")
    root = tmp_path / "output"
    root.mkdir()
    (root / "a").symlink_to(tmp_path / "mine")
    assert _build(root, {"a": b"1"}) == {"a": "kept"}
    assert _build(root, {"a": b"1"}, force=True) == {"a": "written"}
    assert (tmp_path / "mine").read_bytes() == b"mine"


# --- what is no longer made ----------------------------------------------------------------------


def test_a_file_no_longer_made_is_removed_unless_somebody_edited_it(tmp_path: Path) -> None:
    _build(tmp_path, {"甲/a": b"1", "甲/b": b"1", "乙/c": b"1"})
    (tmp_path / "甲/b").write_bytes(b"edited")
    output = OutputFolder(tmp_path)
    with output.lock():
        assert [output.remove(name) for name in ("甲/a", "甲/b", "乙/c")] == [True, False, True]
        output.close()
    assert _files(tmp_path) == {"甲/b": b"edited"}
    assert not (tmp_path / "乙").exists(), "an empty folder goes with its last file"


# --- builds that were killed ----------------------------------------------------------------------


def _kill_after(root: Path, files: dict[str, bytes]) -> None:
    """A build that ends before it is closed, as after a kill."""
    output = OutputFolder(root)
    with output.lock():
        for name, data in files.items():
            output.write(name, data)


def test_after_a_kill_nothing_counts_as_edited(tmp_path: Path) -> None:
    _build(tmp_path, {"a": b"1", "b": b"1"})
    _kill_after(tmp_path, {"a": b"2"})
    assert _build(tmp_path, {"a": b"3", "b": b"3"}) == {"a": "written", "b": "written"}


def test_after_a_kill_an_edit_is_still_an_edit(tmp_path: Path) -> None:
    _build(tmp_path, {"a": b"1"})
    _kill_after(tmp_path, {"a": b"2"})
    (tmp_path / "a").write_bytes(b"edited")
    assert _build(tmp_path, {"a": b"3"}) == {"a": "kept"}


def test_after_a_kill_a_file_that_only_it_made_goes(tmp_path: Path) -> None:
    _build(tmp_path, {"a": b"1"})
    _kill_after(tmp_path, {"a": b"2", "new": b"2"})
    _build(tmp_path, {"a": b"3"})
    assert _files(tmp_path) == {"a": b"3"}


def test_after_a_kill_a_build_of_something_else_forgets_nothing(tmp_path: Path) -> None:
    _build(tmp_path, {"a": b"1", "b": b"1"})
    _kill_after(tmp_path, {"a": b"2"})
    _build(tmp_path, {"b": b"3"})
    assert _build(tmp_path, {"a": b"4"}) == {"a": "written"}


def test_after_a_kill_a_file_of_the_killed_build_does_not_pass_for_the_last_one(
    tmp_path: Path,
) -> None:
    _build(tmp_path, {"a": b"1"})
    _kill_after(tmp_path, {"a": b"2"})
    output = OutputFolder(tmp_path)
    assert output.is_ours("a")
    assert not output.stands("a")


def test_half_files_of_a_killed_build_are_swept_and_those_of_others_are_not(tmp_path: Path) -> None:
    _build(tmp_path, {"甲/a": b"1"})
    (tmp_path / "甲/.luoshi-99999.part").write_bytes(b"half")
    (tmp_path / "甲/mine.part").write_bytes(b"mine")
    _build(tmp_path, {"甲/a": b"2"})
    assert _files(tmp_path) == {"甲/a": b"2", "甲/mine.part": b"mine"}


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"version": 99}', '{"version": 1, "plans": 5, "files": {}}',
    '{"version": 1, "plans": {"x": 5}, "files": {"a": 1}}', "\x00"])  # fmt: skip
def test_a_spoilt_manifest_keeps_every_file_and_ends_in_no_fault(tmp_path: Path, text: str) -> None:
    _build(tmp_path, {"a": b"1"})
    (tmp_path / ".luoshi/manifest.json").write_text(text)
    assert _build(tmp_path, {"a": b"2"}) == {"a": "kept"}


# --- two at once ----------------------------------------------------------------------------------


def _hold(root: Path, ready: Any, go_on: Any) -> None:
    with OutputFolder(root).lock():
        ready.set()
        go_on.wait(30)


def test_a_second_build_at_once_is_told_so(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready, go_on = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(tmp_path, ready, go_on))
    other.start()
    try:
        assert ready.wait(60)
        with pytest.raises(LuoshiError) as caught:
            _build(tmp_path, {"a": b"1"})
        assert "另一次生成" in caught.value.sentences["zh-Hans"]
    finally:
        go_on.set()
        other.join(30)
    assert _build(tmp_path, {"a": b"1"}) == {"a": "written"}
