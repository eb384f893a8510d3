"""When something fails that is not the plan's: surroundings, a stop by hand, a fault of ours."""

from __future__ import annotations

import hashlib
import platform
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from luoshi import __version__
from luoshi.cli.screen import encoding_of, say, width
from luoshi.diagnostics import Language, LuoshiError

OURS, SURROUNDINGS, STOPPED = 70, 3, 130
_STOPPED: dict[Language, str] = {
    "zh-Hans": "已停下。写好的文件都完整，其余仍是上次的；再运行一次会接着做。",
    "zh-Hant": "已停下。寫好的檔案都完整，其餘仍是上次的；再執行一次會接著做。",
    "en": "Stopped. The files already made are whole, the rest are those of the last build; "
    "run again to go on.",
}
_OURS: dict[Language, str] = {
    "zh-Hans": "这是落实自身的故障，不是方案写错；方案和已有文件都没有改动。故障单：{file}"
    "（不含方案内容和人名），请发给信息员或落实的维护者，并说明当时在做什么。",
    "zh-Hant": "這是落實本身的問題，不是計畫寫錯；計畫與既有檔案都沒有更動。故障單：{file}"
    "（不含計畫內容與人名），請交給資訊人員或落實的維護者，並說明當時在做什麼。",
    "en": "This is a fault in Luoshi, not in the plan; the plan and existing files are untouched. "
    "Report: {file} (no plan text, no names). Send it to your IT person or Luoshi's maintainers "
    "and say what you were doing.",
}
_FILE_TROUBLE: dict[Language, str] = {
    "zh-Hans": "读写“{path}”时系统报告：{reason}。请看一看权限和磁盘空间，再运行一次。",
    "zh-Hant": "讀寫「{path}」時系統回報：{reason}。請檢查權限與磁碟空間，再執行一次。",
    "en": "“{path}” could not be read or written: {reason}. Check permissions and disk space, "
    "then run again.",
}
# Words of a command line that say nothing of the plan; all others are file names to a report.
_OUR_WORDS = frozenset(
    [
        "check",
        "build",
        "new",
        "fmt",
        "explain",
        "schema",
        "diff",
        "draft",
        "standard",
        "strict",
        "text",
        "concise",
        "json",
        "zh-Hans",
        "zh-Hant",
        "en",
        "action",
        "year",
        "rating",
    ]
)
_REPORT_NAMES: dict[Language, str] = {
    "zh-Hans": "落实故障单-{key}.txt",
    "zh-Hant": "落實故障單-{key}.txt",
    "en": "luoshi-fault-{key}.txt",
}


def stopped(language: Language | None) -> int:
    """Say that the work was stopped by hand."""
    say(_STOPPED[language or "zh-Hans"], error=True)
    return STOPPED


def told(fault: Exception, arguments: Sequence[str], language: Language | None) -> int:
    """Say what failed: the surroundings in their own sentence, a bug of ours with a report."""
    spoken = language or "zh-Hans"
    if isinstance(fault, LuoshiError):
        say(fault.sentences[spoken], error=True)
        return SURROUNDINGS
    if isinstance(fault, OSError) and fault.filename is not None:
        path, reason = str(fault.filename), fault.strerror or type(fault).__name__
        say(_FILE_TROUBLE[spoken].format(path=path, reason=reason), error=True)
        return SURROUNDINGS
    text = _report(fault, arguments)
    key = hashlib.sha256(text.encode()).hexdigest()[:4]
    report = Path(_REPORT_NAMES[spoken].format(key=key))
    try:
        report.write_text(text, encoding="utf-8")
    except OSError:
        say(text, error=True)
    say(_OURS[spoken].format(file=report.name), error=True)
    return OURS


def _without_names(argument: str, number: int) -> str:
    """An argument as a report may show it: commands and options, but no name and no path."""
    if argument in _OUR_WORDS or argument.isdecimal():
        return argument
    if argument.startswith("--"):
        return argument.partition("=")[0]
    return argument[:2] if argument.startswith("-") else f"方案{number}.yaml"


def _report(fault: Exception, arguments: Sequence[str]) -> str:
    """Versions, the command without file names, and the trace without any value."""
    command = [_without_names(argument, n) for n, argument in enumerate(arguments, start=1)]
    frames = [
        f"  {Path(f.filename).name}:{f.lineno} {f.name}"
        for f in traceback.extract_tb(fault.__traceback__)
    ]
    return "\n".join(
        [
            f"luoshi {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}",
            f"encoding {encoding_of()}, width {width()}, {sys.getdefaultencoding()}",
            "luoshi " + " ".join(command),
            type(fault).__name__,
            *frames,
            "",
        ]
    )
