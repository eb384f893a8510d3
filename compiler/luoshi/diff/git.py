"""A World that reads the files of a git revision from its objects; the work tree is not touched."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from luoshi.diagnostics import Language, LuoshiError
from luoshi.source import World

_LIMIT = 60  # seconds for one answer of git


class GitWorld:
    """Files as they were in one revision, all else from the World it wraps.

    Raises LuoshiError when git, the repository or the revision is missing. Templates come from the
    work tree: a difference is told in the words of today.
    """

    def __init__(self, world: World, folder: Path, revision: str) -> None:
        self._world = world
        self.revision = revision
        self._top = _top_of(folder)
        self._commit = _commit_of(folder, revision)

    def read(self, path: Path) -> bytes:
        """The bytes of a file in the revision; FileNotFoundError when it was not there."""
        inside = self._inside(path)
        if inside is None:
            raise FileNotFoundError(str(path))
        answer = _git(self._top, ("cat-file", "blob", f"{self._commit}:{inside}"))
        if answer.returncode:
            raise FileNotFoundError(str(path))
        return answer.stdout

    def _inside(self, path: Path) -> str | None:
        """The path from the top of the repository, as git writes it; None outside of it."""
        whole = Path(os.path.normpath(Path.cwd() / path))  # links are not followed in a revision
        for top in (self._top, Path(os.path.realpath(self._top))):
            for own in (whole, whole.parent.resolve() / whole.name):
                if own.is_relative_to(top):
                    return own.relative_to(top).as_posix()
        return None

    def template_folders(self, plan: Path) -> tuple[Path, ...]:
        """Those of the wrapped World."""
        return self._world.template_folders(plan)

    def today(self) -> date:
        """The day of the wrapped World."""
        return self._world.today()


def _top_of(folder: Path) -> Path:
    answer = _git(folder, ("rev-parse", "--show-toplevel"))
    if answer.returncode:
        raise LuoshiError(_filled(_NO_REPOSITORY, folder=folder.name or str(folder)))
    return Path(answer.stdout.decode("utf-8", "surrogateescape").rstrip("\r\n"))


def _commit_of(folder: Path, revision: str) -> str:
    if is_revision_name(revision):
        wanted = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        answer = _git(folder, wanted)
        if not answer.returncode:
            return answer.stdout.decode("ascii", "replace").strip()
    raise LuoshiError(_filled(_NO_REVISION, revision=revision))


def is_revision_name(text: str) -> bool:
    """False for what git could take for an option, and for what no revision is called."""
    return bool(text) and not text.startswith("-") and not any(c < " " or c == "\x7f" for c in text)


def _git(folder: Path, arguments: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    # no optional locks: reading leaves a repository as it is; no pager, no colours, no prompts
    command = ("git", "--no-pager", "--no-optional-locks", *arguments)
    own = {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
    try:
        return subprocess.run(  # noqa: S603 (a list of arguments; the names are judged above)
            command,
            cwd=folder,
            env=own,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_LIMIT,
            check=False,
        )
    except FileNotFoundError:
        raise LuoshiError(
            _NO_GIT if folder.is_dir() else _filled(_NO_REPOSITORY, folder=folder.name)
        ) from None
    except (OSError, subprocess.TimeoutExpired):
        raise LuoshiError(_NO_ANSWER) from None


def _filled(sentences: Mapping[Language, str], **args: str) -> dict[Language, str]:
    return {language: text.format(**args) for language, text in sentences.items()}


_NO_GIT: Mapping[Language, str] = {
    "zh-Hans": "本机没有git，不能对照以前的版本。两份文件可以直接对照：luoshi diff 旧稿.yaml 新稿.yaml",
    "zh-Hant": "這台電腦沒有git，無法對照先前的版本。兩份檔案可以直接對照：luoshi diff 舊稿.yaml 新稿.yaml",
    "en": "git is not on this machine, so earlier versions can't be compared. Two files can: luoshi diff OLD.yaml NEW.yaml",
}
_NO_REPOSITORY: Mapping[Language, str] = {
    "zh-Hans": "文件夹“{folder}”没有用git保存版本。两份文件可以直接对照：luoshi diff 旧稿.yaml 新稿.yaml",
    "zh-Hant": "資料夾「{folder}」沒有用git保存版本。兩份檔案可以直接對照：luoshi diff 舊稿.yaml 新稿.yaml",
    "en": "The folder “{folder}” keeps no versions in git. Two files can be compared: luoshi diff OLD.yaml NEW.yaml",
}
_NO_REVISION: Mapping[Language, str] = {
    "zh-Hans": "没有“{revision}”这个版本。已有的版本可以这样查看：git log --oneline",
    "zh-Hant": "沒有「{revision}」這個版本。已有的版本可以這樣查看：git log --oneline",
    "en": "There is no version “{revision}”. To see those there are: git log --oneline",
}
_NO_ANSWER: Mapping[Language, str] = {
    "zh-Hans": "git没有应答，没有对照。文件都没有动；请再运行一次。",
    "zh-Hant": "git沒有回應，未進行對照。檔案都沒有更動；請再執行一次。",
    "en": "git did not answer, so nothing was compared. No file was touched; run it again.",
}
