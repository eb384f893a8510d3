"""Writing to a console or pipe that may not know every character; it never crashes."""

from __future__ import annotations

import errno
import os
import re
import sys
from typing import TextIO

_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # turn what follows
_COMMAND = re.compile(r"\bluoshi(?= (?:check|build|new|fmt|explain|schema|diff)\b)")


def encoding_of(*, error: bool = False) -> str:
    """The encoding of standard output, or of standard error."""
    stream = sys.stderr if error else sys.stdout
    return stream.encoding or "utf-8"


def width() -> int:
    """Columns of the console, 80 for a pipe."""
    if not sys.stdout.isatty():
        return 80
    import shutil  # noqa: PLC0415 - loads four compressors

    return shutil.get_terminal_size((80, 24)).columns


def safe(text: str, encoding: str) -> str:
    """The text as a console of this encoding can show it; see ``diagnostics.console``."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        from luoshi.diagnostics import console  # noqa: PLC0415 - ``--help`` loads no findings

        return console.safe(text, encoding)
    return text


def say(text: str, *, error: bool = False) -> None:
    """Print a line; what the console lacks is written out as 〔U+36C3〕.

    Commands in it read as they must be typed here: ``LUOSHI_COMMAND`` holds what the starter of
    this program was called by.
    """
    stream = sys.stderr if error else sys.stdout
    called = os.environ.get("LUOSHI_COMMAND", "")
    if called and called.isprintable():
        text = _COMMAND.sub(lambda _: called, text)
    text = _TURNING.sub(lambda found: f"〔U+{ord(found[0]):04X}〕", text)
    shown = safe(text, encoding_of(error=error))
    try:
        stream.write(shown.removesuffix("\n") + "\n")
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError:
        _abandon(stream)
        if not error:
            raise _full() from None


def _abandon(stream: TextIO) -> None:
    """Let what a stream still holds go nowhere, so that the end of the program does not try it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def or_full(fault: Exception) -> Exception:
    """The fault, or where printing past ``say`` met a full disk the sentence for that."""
    if not isinstance(fault, OSError) or fault.errno != errno.ENOSPC or fault.filename:
        return fault
    _abandon(sys.stdout)
    return _full()


def _full() -> Exception:
    """The sentence for output that a full disk cuts off."""
    from luoshi.diagnostics import LuoshiError  # noqa: PLC0415 - ``--help`` has to answer at once
    from luoshi.driver.sentences import SCREEN_FULL  # noqa: PLC0415

    return LuoshiError(SCREEN_FULL)


def open_streams() -> None:
    """Give a program that was started without a console one that leads nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115


class ProgressLine:
    """One line that rewrites itself; into a pipe it prints nothing."""

    _BAR = 20

    def __init__(self, word: str) -> None:
        self._word = word
        self._shown = sys.stderr.isatty()
        self._last = 0

    def step(self, done: int, total: int, name: str) -> None:
        """Show how far the work is."""
        if not self._shown:
            return
        filled = self._BAR * done // max(total, 1)
        bar = "#" * filled + "-" * (self._BAR - filled)
        text = safe(f"{self._word} [{bar}] {done}/{total} {name}", encoding_of(error=True))
        sys.stderr.write("\r" + text + " " * max(0, self._last - len(text)))
        sys.stderr.flush()
        self._last = len(text)

    def clear(self) -> None:
        """Wipe the line."""
        if self._shown and self._last:
            sys.stderr.write("\r" + " " * (self._last * 2) + "\r")
            sys.stderr.flush()
