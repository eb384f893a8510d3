"""From the names on the command line to plan files; what is not there is said with a way out."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from luoshi.diagnostics import Language, LuoshiError
from luoshi.driver.sentences import (
    NEAR_NAME,
    NO_NEAR_NAME,
    NO_PLAN_HERE,
    PLAN_NOT_FOUND,
    PLANS_BELOW,
)

_ENDINGS = (".yaml", ".yml")


def plan_paths(names: Sequence[str], command: str) -> tuple[Path, ...]:
    """The plan files that names stand for; no name means the plans right here, or in ``plans``.

    Raises:
        LuoshiError: A name leads to no file, or a folder holds no plan.
    """
    if not names:
        here = Path()
        names = ("plans",) if not _plans_in(here) and Path("plans").is_dir() else (".",)
    found: dict[Path, None] = {}
    for name in names:
        path = Path(name)
        if os.path.isdir(path):  # noqa: PTH112 - False, not an error, for a name beyond bounds
            found.update(dict.fromkeys(_folder(path, command)))
        elif os.path.isfile(path):  # noqa: PTH113
            found[path] = None
        else:
            raise not_found(path)
    return tuple(found)


def _folder(path: Path, command: str) -> tuple[Path, ...]:
    inside = _plans_in(path)
    if inside:
        return inside
    below = sorted(p for p in path.glob("*/*") if p.suffix.lower() in _ENDINGS)
    shown = path.resolve().name or str(path)
    if below:
        paste = f"luoshi {command} {below[0].as_posix()}"
        raise LuoshiError(
            {
                lang: t.format(path=shown, n=len(below), paste=paste)
                for lang, t in PLANS_BELOW.items()
            }
        )
    raise LuoshiError({lang: text.format(path=shown) for lang, text in NO_PLAN_HERE.items()})


def _plans_in(folder: Path) -> tuple[Path, ...]:
    files = (p for p in folder.iterdir() if p.suffix.lower() in _ENDINGS and p.is_file())
    return tuple(sorted(files))


def not_found(path: Path) -> LuoshiError:
    """The sentence for a file that is not there, with the name nearest to it in its folder."""
    from difflib import get_close_matches  # noqa: PLC0415 - slow to load, seldom needed

    names = [p.name for p in _plans_in(path.parent)] if os.path.isdir(path.parent) else []  # noqa: PTH112
    near = get_close_matches(path.name, names, n=1, cutoff=0.3)

    def sentence(language: Language, text: str) -> str:
        tail = (
            NEAR_NAME[language].format(near=path.parent / near[0])
            if near
            else NO_NEAR_NAME[language]
        )
        return text.format(path=path, near=tail)

    return LuoshiError({lang: sentence(lang, text) for lang, text in PLAN_NOT_FOUND.items()})
