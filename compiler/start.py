"""The one command: set up beside the README, then build all plans. Standard library only.

    python3 compiler/start.py              set up, then build every plan into output/
    python3 compiler/start.py setup        only set up (and look for missing fonts again)
    python3 compiler/start.py test ...     set up with the developers' tools, then all checks
    python3 compiler/start.py check FILE   set up, then any command of luoshi

The syntax stays readable to Python 3.6, so that an old one gets a sentence and no traceback;
for the same reason annotations that it could not evaluate are quoted.
"""

# ruff: noqa: S603 - every command is made of fixed words and run without a shell

import errno
import hashlib
import importlib.util
import locale
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import BinaryIO

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
NEEDED = (3, 11)
COULD_NOT_RUN = 3  # the exit code of luoshi itself for surroundings that fail
# In .venv: made from what; fonts are here; one at a time; a step is under way; what pip said.
STAMP, FONT_STAMP, LOCK, BUSY = "luoshi-stamp", "luoshi-fonts", "luoshi-lock", "luoshi-busy"
LOG = "setup.log"

SENTENCES = {
    "waiting": (
        "另一个窗口正在安装，等它结束后接着做。",
        "另一個視窗正在安裝，等它結束後接著做。",
        "Set-up is running in another window; this one goes on when that has ended.",
    ),
    "environment": (
        "[1/3] 准备运行环境（.venv）",
        "[1/3] 準備執行環境（.venv）",
        "[1/3] Making the environment (.venv)",
    ),
    "packages": (
        "[2/3] 安装落实和它用到的组件，约需1分钟",
        "[2/3] 安裝落實和它用到的元件，約需1分鐘",
        "[2/3] Installing Luoshi and what it uses, about a minute",
    ),
    "fonts": (
        "[3/3] 准备字体",
        "[3/3] 準備字型",
        "[3/3] Getting fonts",
    ),
    "ready": ("安装完成。", "安裝完成。", "Set-up is done."),
    "python": (
        "需要Python 3.11或更新的版本，本机是{found}。{command}",
        "需要Python 3.11或更新的版本，這台電腦是{found}。{command}",
        "Python 3.11 or newer is needed; this is {found}. {command}",
    ),
    "python-debian": (
        "请运行：sudo apt install python3.11 python3.11-venv",
        "請執行：sudo apt install python3.11 python3.11-venv",
        "Run: sudo apt install python3.11 python3.11-venv",
    ),
    "python-windows": (
        "请运行：winget install Python.Python.3.12，再打开一个新窗口重试。",
        "請執行：winget install Python.Python.3.12，再開一個新視窗重試。",
        "Run: winget install Python.Python.3.12, then try again in a new window.",
    ),
    "python-mac": (
        "请运行：brew install python@3.12",
        "請執行：brew install python@3.12",
        "Run: brew install python@3.12",
    ),
    "python-other": (
        "请用本机的软件管理工具安装Python 3.11，再运行一次。",
        "請用這台電腦的軟體管理工具安裝Python 3.11，再執行一次。",
        "Install Python 3.11 with this system's package manager, then run this again.",
    ),
    "venv": (
        "本机的Python缺少venv组件。请运行：{sudo}apt install python3-venv，再运行一次安装命令。",
        "這台電腦的Python缺少venv元件。請執行：{sudo}apt install python3-venv，再執行一次安裝指令。",
        "This Python lacks its venv module. Run: {sudo}apt install python3-venv, then this command again.",
    ),
    "venv-other": (
        "本机的Python缺少venv组件。请从系统的软件管理工具装上Python的venv，再运行一次安装命令。",
        "這台電腦的Python缺少venv元件。請用系統的軟體管理工具裝上Python的venv，再執行一次安裝指令。",
        "This Python lacks its venv module. Install it with the system's package manager, then run this command again.",
    ),
    "write": (
        "“{folder}”不能写入。请把整个文件夹复制到能写入的地方（如“文档”），在那里再运行一次。",
        "「{folder}」無法寫入。請將整個資料夾複製到可寫入的位置（如「文件」），在那裡再執行一次。",
        "“{folder}” can't be written to. Copy the whole folder to one of your own (Documents, say) and run this there.",
    ),
    "disk": (
        "磁盘空间不够，安装约需400MB。请腾出空间，再运行一次安装命令。",
        "磁碟空間不足，安裝約需400MB。請騰出空間，再執行一次安裝指令。",
        "The disk is full; set-up needs about 400 MB. Free some space and run this command again.",
    ),
    "network": (
        "连不上网络，组件没有下载下来，已经装好的都保留着。请接通网络后再运行：{again}",
        "連不上網路，元件沒有下載下來，已經裝好的都保留著。請接通網路後再執行：{again}",
        "The network could not be reached, so the packages were not downloaded; what is installed was kept. Connect, then run: {again}",
    ),
    "failed": (
        "安装没有完成：{line}。全部记录在“{log}”，可以交给信息员；再运行一次会接着装：{again}",
        "安裝沒有完成：{line}。全部紀錄在「{log}」，可交給資訊人員；再執行一次會接著裝：{again}",
        "Set-up did not finish: {line}. All of it is in “{log}”, for your IT person; to go on, run: {again}",
    ),
    "stopped": (
        "已停下。再运行一次会接着装。",
        "已停下。再執行一次會接著裝。",
        "Stopped. Run it again to go on.",
    ),
}

# What pip writes when it cannot reach its index.
NETWORK_SIGNS = (
    "NewConnectionError", "NameResolutionError", "Temporary failure in name resolution",
    "ConnectTimeoutError", "ReadTimeoutError", "ProxyError", "SSLError", "Connection refused",
    "Network is unreachable", "Connection reset", "getaddrinfo failed", "Connection broken",
)  # fmt: skip
DISK_SIGNS = ("No space left on device", "Errno 28", "WinError 112", "Disk quota exceeded")
WRITE_SIGNS = ("Permission denied", "Errno 13", "Errno 30", "Read-only file system", "WinError 5]")


class SetUpError(Exception):
    """Set-up cannot go on; holds the key and the values of the sentence to say."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def language_of(environment: "dict[str, str]", fallback: str = "") -> str:
    """The language to speak, from the locale variables or else the system's locale name."""
    names = [environment.get(key, "") for key in ("LC_ALL", "LC_MESSAGES", "LANG")]
    name = next((item for item in [*names, fallback] if item), "").lower().replace("-", "_")
    if not name.startswith(("zh", "chinese")):
        return "en"
    traditional = ("tw", "hk", "mo", "hant", "traditional")
    return "zh-Hant" if any(part in name for part in traditional) else "zh-Hans"


def system_language() -> str:
    """The locale name of Windows; elsewhere the environment tells."""
    if sys.platform != "win32":
        return ""
    import ctypes  # noqa: PLC0415 - of Windows only

    return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")


def say(language: str, key: str, **values: str) -> str:
    """A sentence of set-up in a language."""
    return SENTENCES[key][("zh-Hans", "zh-Hant", "en").index(language)].format(**values)


def cause_of(log: str) -> str:
    """What pip's log says went wrong: ``disk``, ``write``, ``network`` or ``failed``."""
    for cause, signs in (("disk", DISK_SIGNS), ("write", WRITE_SIGNS), ("network", NETWORK_SIGNS)):
        if any(sign in log for sign in signs):
            return cause
    return "failed"


def last_words(log: str) -> str:
    """The last line of a log that says something, without its ending mark."""
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    errors = [line for line in lines if line.lower().startswith(("error", "fatal"))]
    return ((errors or lines or ["?"])[-1]).rstrip(".。")[:200]


def python_hint(platform: str, has_apt: bool) -> str:
    """The key of the sentence that says how to get a newer Python here."""
    if platform == "win32":
        return "python-windows"
    if platform == "darwin":
        return "python-mac"
    return "python-debian" if has_apt else "python-other"


def stamp_of(project: bytes, version: str, root: str, developer: bool) -> str:
    """What an environment was made from; another text means it has to be brought up to date."""
    digest = hashlib.sha256(project).hexdigest()
    return "\n".join((digest, version, root, "developer" if developer else "user")) + "\n"


def is_current(stamp: str, wanted: str) -> bool:
    """Whether an environment with this stamp serves; a developer's serves a user as well."""
    return stamp in (wanted, wanted.replace("\nuser\n", "\ndeveloper\n"))


def python_of(venv: Path, platform: str = sys.platform) -> Path:
    """The interpreter of an environment."""
    return venv / ("Scripts/python.exe" if platform == "win32" else "bin/python")


def checks(in_ci: bool, more: "list[str]") -> "list[list[str]]":
    """The commands of ``test``, as module and arguments; pytest last, for its closing line."""
    folders = ["compiler", "tests"]
    pytest = ["pytest", "--cov=luoshi", "--cov-branch", "--cov-report=term:skip-covered"]
    return [
        ["ruff", "format", "--check", *folders],
        ["ruff", "check", *folders],
        ["mypy"],
        [*pytest, *(["-n", "2"] if in_ci else []), *more],
    ]


def again(arguments: "list[str]") -> str:
    """This very command, to be typed once more; the script's path quoted where it must be."""
    script = os.path.relpath(__file__) if sys.platform != "win32" else str(Path(__file__))
    script = f'"{script}"' if " " in script else script
    name = "py" if sys.platform == "win32" else "python3"
    return " ".join([name, script, *arguments])


def child_environment() -> "dict[str, str]":
    """The environment for what we start: no stray Python settings."""
    dropped = ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")
    environment = {key: value for key, value in os.environ.items() if key not in dropped}
    environment["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    return environment


class SetUp:
    """Makes or mends the environment. Safe when killed and when started twice."""

    def __init__(self, language: str, arguments: "list[str]") -> None:
        self.language = language
        self.arguments = arguments
        self.log = VENV / LOG

    def tell(self, key: str, **values: str) -> None:
        """Say a sentence of progress."""
        sys.stderr.write(say(self.language, key, **values) + "\n")
        sys.stderr.flush()

    def run(self, developer: bool, fonts_again: bool) -> bool:
        """Bring the environment up to date; whether anything had to be done."""
        wanted = stamp_of((ROOT / "pyproject.toml").read_bytes(), sys.version, str(ROOT), developer)
        if self.is_ready(wanted) and not fonts_again:
            return False
        try:
            VENV.mkdir(exist_ok=True)
            with (VENV / LOCK).open("a+b") as lock:
                self.wait_for(lock)
                self.bring_up_to_date(wanted, developer, fonts_again)
        except OSError as problem:
            raise self.surroundings(problem) from problem
        return True

    def bring_up_to_date(self, wanted: str, developer: bool, fonts_again: bool) -> None:
        """Environment, packages, fonts: each only where it is not there yet."""
        if not self.has_packages(wanted):
            self.make_environment()
            self.install_packages(wanted, developer)
        if not (VENV / FONT_STAMP).exists() or fonts_again:
            self.get_fonts()

    def is_ready(self, wanted: str) -> bool:
        """Whether there is nothing to do at all."""
        return self.has_packages(wanted) and (VENV / FONT_STAMP).exists()

    def has_packages(self, wanted: str) -> bool:
        """Whether the packages are those of today's ``pyproject.toml``, in this very folder."""
        try:
            stamp = (VENV / STAMP).read_text(encoding="utf-8")
        except (OSError, ValueError):
            return False
        return is_current(stamp, wanted) and python_of(VENV).exists()

    def wait_for(self, lock: BinaryIO) -> None:
        """Hold the lock, which the system drops when this process ends, however it ends."""
        if not try_lock(lock):
            self.tell("waiting")
            while not try_lock(lock):
                time.sleep(0.2)

    def make_environment(self) -> None:
        """An environment with pip in it: the one there if it works, else a new one."""
        if self.works():
            return
        self.tell("environment")
        if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
            raise venv_missing()
        clear(VENV, keep=(LOCK, LOG))
        (VENV / BUSY).touch()
        if not self.call([sys.executable, "-m", "venv", str(VENV)]):
            if "ensurepip is not available" in self.log_text():
                raise venv_missing()
            raise self.failure()

    def works(self) -> bool:
        """Whether the environment is whole and of this Python, in this very folder."""
        if (VENV / BUSY).exists():  # killed half-way: what lies there can't be trusted
            return False
        code = "import sys, pip; print(ascii((sys.prefix, sys.version_info[:2])))"
        expected = ascii((str(VENV), sys.version_info[:2]))
        try:
            said = subprocess.run(
                [str(python_of(VENV)), "-c", code],
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=child_environment(),
                check=False,
            ).stdout.decode("utf-8", "replace")
        except OSError:
            return False
        return said.strip() == expected

    def install_packages(self, wanted: str, developer: bool) -> None:
        """The project, editable, so that ``templates/`` are those of the folder; stamp last."""
        self.tell("packages")
        (VENV / BUSY).touch()
        if (VENV / STAMP).exists():
            (VENV / STAMP).unlink()
        what = f"{ROOT}[dev]" if developer else str(ROOT)
        options = ["--no-input", "--progress-bar=off", "--retries=2", "--timeout=20"]
        command = [str(python_of(VENV)), "-m", "pip", "install", *options, "-e", what]
        went_well = self.call(command)
        make_relative(VENV, ROOT / "compiler")
        (VENV / BUSY).unlink()  # pip has ended by itself and so has left nothing half done
        if not went_well:
            raise self.failure()
        (VENV / STAMP).write_text(wanted, encoding="utf-8")

    def get_fonts(self) -> None:
        """What the machine lacks. Missing fonts stop nothing; the next set-up tries again."""
        self.tell("fonts")
        command = [str(python_of(VENV)), "-m", "luoshi.fonts.install", self.language]
        code = subprocess.call(command, env=child_environment(), stdout=sys.stderr, cwd=str(ROOT))
        if code == 0:
            (VENV / FONT_STAMP).write_text("", encoding="utf-8")

    def call(self, command: "list[str]") -> bool:
        """Run a step with its output in the log; whether it went well."""
        with self.log.open("ab") as log:
            log.write((" ".join(command) + "\n").encode("utf-8", "replace"))
            log.flush()
            log_start = log.tell()
            code = subprocess.call(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=child_environment(),
                cwd=str(ROOT),
            )
        self.log_start = log_start
        return code == 0

    def log_text(self) -> str:
        """What the last step wrote."""
        return self.log.read_bytes()[self.log_start :].decode("utf-8", "replace")

    def surroundings(self, problem: OSError) -> SetUpError:
        """The sentence for what the system refused us."""
        if problem.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
            return SetUpError("disk")
        if problem.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            return SetUpError("write", folder=str(ROOT))
        line = problem.strerror or str(problem)
        return SetUpError("failed", again=again(self.arguments), line=line, log=str(self.log))

    def failure(self) -> SetUpError:
        """The sentence for the step that has just failed."""
        text = self.log_text()
        cause = cause_of(text)
        if cause == "write":
            return SetUpError(cause, folder=str(VENV))
        log = os.path.relpath(str(self.log)) if sys.platform != "win32" else str(self.log)
        return SetUpError(cause, again=again(self.arguments), line=last_words(text), log=log)


def venv_missing() -> SetUpError:
    """Debian and its relatives keep venv in a package of its own."""
    if not shutil.which("apt"):
        return SetUpError("venv-other")
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return SetUpError("venv", sudo="" if is_root else "sudo ")


def try_lock(lock: BinaryIO) -> bool:
    """Take the lock on an open file if it is free."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - of Windows only

            lock.seek(0)
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - of the others only

            fcntl.flock(lock.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def clear(folder: Path, keep: "tuple[str, ...]") -> None:
    """Empty a folder but for some files: the half of an environment that a kill left."""
    for item in folder.iterdir():
        if item.name in keep:
            continue
        if item.is_dir() and not item.is_symlink():
            shutil.rmtree(str(item))
        else:
            item.unlink()


def make_relative(venv: Path, folder: Path) -> None:
    """Let the environment point at our code by a relative path.

    Python before 3.13 reads path files in the locale's encoding: a folder with a Chinese name is
    not found on Windows, and under LC_ALL=C no program of the environment starts.
    """
    for path_file in sorted(venv.glob("[Ll]ib/**/site-packages/*.pth")):
        if path_file.read_bytes().strip() == str(folder).encode("utf-8"):
            relative = os.path.relpath(str(folder), str(path_file.parent))
            path_file.write_bytes(relative.replace(os.sep, "/").encode("ascii") + b"\n")


def newer_python() -> "str | None":
    """Another Python on this machine that is new enough."""
    for minor in range(14, NEEDED[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            return found
    return None


def luoshi_environment() -> "dict[str, str]":
    """The same for luoshi itself: commands it tells people to type must be those that work here."""
    environment = child_environment()
    environment["LUOSHI_COMMAND"] = "{} {}".format(
        "py" if os.name == "nt" else "python3", sys.argv[0]
    )
    return environment


def run_luoshi(arguments: "list[str]") -> int:
    """Run luoshi in the environment, where the user stands; its exit code."""
    command = [str(python_of(VENV)), "-m", "luoshi", *arguments]
    return subprocess.call(command, env=luoshi_environment())


def build_all() -> int:
    """Build every plan of the folder into ``output``, wherever the user stands."""
    command = [str(python_of(VENV)), "-m", "luoshi", "build", "plans", "--output", "output"]
    return subprocess.call(command, env=luoshi_environment(), cwd=str(ROOT))


def run_checks(more: "list[str]") -> int:
    """All checks, each to its end; the code of the first that failed."""
    first = 0
    for module, *arguments in checks(bool(os.environ.get("CI")), more):
        sys.stdout.flush()
        command = [str(python_of(VENV)), "-m", module, *arguments]
        code = subprocess.call(command, env=child_environment(), cwd=str(ROOT))
        first = first or code
    return first


def perform(language: str, arguments: "list[str]") -> int:
    """Set up, then do what the arguments ask; the exit code."""
    task = arguments[0] if arguments else ""
    set_up = SetUp(language, arguments)
    done = set_up.run(developer=task == "test", fonts_again=task == "setup")
    if task == "setup":
        set_up.tell("ready")
        return 0
    if task == "test":
        return run_checks(arguments[1:])
    if done:
        set_up.tell("ready")
    return run_luoshi(arguments) if arguments else build_all()


def main(arguments: "list[str]") -> int:
    """Everything, with one sentence for whatever stands in the way."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console without Chinese still gets the rest
    language = language_of(dict(os.environ), system_language())
    if sys.version_info < NEEDED:
        found = newer_python()
        if found:
            return subprocess.call([found, str(Path(__file__).resolve()), *arguments])
        hint = say(language, python_hint(sys.platform, bool(shutil.which("apt"))))
        version = ".".join(str(part) for part in sys.version_info[:3])
        sys.stderr.write(say(language, "python", found=version, command=hint) + "\n")
        return COULD_NOT_RUN
    try:
        return perform(language, arguments)
    except SetUpError as problem:
        sys.stderr.write(say(language, problem.key, **problem.values) + "\n")
        return COULD_NOT_RUN
    except KeyboardInterrupt:
        sys.stderr.write("\n" + say(language, "stopped") + "\n")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
