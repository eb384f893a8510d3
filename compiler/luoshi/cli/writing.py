"""``luoshi new`` and ``luoshi fmt``: the commands that write plan files."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

from luoshi.cli.paths import plan_paths
from luoshi.cli.screen import say
from luoshi.cli.world import disk_world
from luoshi.diagnostics import Diagnostics, Language, LuoshiError
from luoshi.document.naming import clean
from luoshi.samples import SampleKind
from luoshi.source.files import replace_file
from luoshi.syntax.faults_file import UNREADABLE_CHARACTER

_WRITTEN: dict[Language, str] = {
    "zh-Hans": "已写好样例：{file}（{kind}，{n}行），内容逐项换成本单位的。接下来：",
    "zh-Hant": "已寫好範例：{file}（{kind}，{n}行），請逐項換成本單位的內容。接下來：",
    "en": "Sample plan: {file} ({kind}, {n} lines), yours to change. Next:",
}
_KINDS: dict[str, dict[Language, str]] = {
    "action": {"zh-Hans": "专项行动", "zh-Hant": "專案行動", "en": "special action"},
    "year": {"zh-Hans": "学年计划", "zh-Hant": "學年計畫", "en": "school-year plan"},
    "rating": {"zh-Hans": "星级评定", "zh-Hant": "星級評定", "en": "star rating"},
}
_SAMPLES: dict[str, SampleKind] = {
    "action": "special_action",
    "year": "school_plan",
    "rating": "rating",
}
_EXISTS: dict[Language, str] = {
    "zh-Hans": "“{file}”已经有了，没有覆盖。请换一个名字。",
    "zh-Hant": "「{file}」已經存在，沒有覆蓋。請換一個名稱。",
    "en": "“{file}” is there already and was not replaced. Choose another name.",
}
_BAD_NAME: dict[Language, str] = {
    "zh-Hans": "“{name}”不能作文件名。请换一个名字，例如：luoshi new 秋季校园安全",
    "zh-Hant": "「{name}」不能當作檔名。請換一個名稱，例如：luoshi new 校園安全計畫",
    "en": "“{name}” can't be a file name. Choose another, for example: luoshi new safe-term",
}
_TIDY: dict[Language, tuple[str, str, str]] = {
    "zh-Hans": (
        "已整理：{file}",
        "已经整齐，没有改动：{file}",
        "有没能读入的地方，没有整理：{file}",
    ),
    "zh-Hant": ("已整理：{file}", "已經整齊，沒有更動：{file}", "有無法讀入之處，沒有整理：{file}"),
    "en": (
        "Tidied: {file}",
        "Tidy already: {file}",
        "Not all of it could be read, left alone: {file}",
    ),
}
_WOULD: dict[Language, str] = {
    "zh-Hans": "还不整齐：{file}",
    "zh-Hant": "尚未整齊：{file}",
    "en": "Not tidy: {file}",
}


def new_command(name: str, kind: str, language: Language | None) -> int:
    """Write a sample plan and say what to type next."""
    from luoshi.samples import sample  # noqa: PLC0415

    wanted: Language = language or ("en" if name.isascii() else "zh-Hans")
    path = _sample_path(name, wanted)
    text = sample(_SAMPLES[kind], wanted, path.stem)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise LuoshiError({lang: t.format(file=path) for lang, t in _EXISTS.items()}) from None
    except OSError:
        raise LuoshiError({lang: t.format(name=name) for lang, t in _BAD_NAME.items()}) from None
    said = {"file": path.as_posix(), "kind": _KINDS[kind][wanted], "n": text.count("\n")}
    say(_WRITTEN[wanted].format(**said))
    for command in ("check", "build"):
        say(f"  luoshi {command} {path.as_posix()}")
    return 0


def _sample_path(name: str, language: Language) -> Path:
    path = Path(name)
    if path.suffix.lower() not in (".yaml", ".yml"):
        path = path.with_name(path.name + ".yaml") if path.name else path
    stem = unicodedata.normalize("NFC", path.stem)
    fits = clean(stem) == stem and not stem.startswith(("-", "."))
    if not stem or not fits or not path.parent.is_dir():
        raise LuoshiError({lang: text.format(name=name) for lang, text in _BAD_NAME.items()})
    return path


def fmt_command(paths: Sequence[str], only_check: bool, language: Language | None) -> int:
    """Tidy plan files, or tell which are not tidy; 1 when one is not or could not be read."""
    from luoshi.model import read_plan  # noqa: PLC0415
    from luoshi.model.canonical_keys import renames  # noqa: PLC0415
    from luoshi.syntax import format_text  # noqa: PLC0415

    world = disk_world(None)
    worst = 0
    for path in plan_paths(paths, "fmt"):
        bag = Diagnostics()
        read = read_plan(world, path, bag)
        said = _TIDY[language or (read.plan.language if read else "zh-Hans")]
        if any(found.rule is UNREADABLE_CHARACTER for found in bag.sorted()):
            read = None  # written back, the bytes that could not be read would be lost
        tidy = None if read is None else format_text(read.source, read.node, renames(read))
        if read is None or tidy is None:
            say(said[2].format(file=path))
            worst = 1
        elif tidy == read.source.text:
            say(said[1].format(file=path))
        elif only_check:
            say(_WOULD[language or read.plan.language].format(file=path))
            worst = 1
        else:
            replace_file(path, tidy.encode())
            say(said[0].format(file=path))
    return worst
