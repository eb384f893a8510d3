"""Obtains freely licensed fonts for this user through the machine's package manager, without root.

On Debian and its relatives single files are taken out of packages that are not installed. Other
systems bring fonts of their own; what they lack, the fonts among the Python packages fill in.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from luoshi.diagnostics import LANGUAGES, Language
from luoshi.document.style import FontClass
from luoshi.fonts.families import own_families
from luoshi.fonts.index import scan
from luoshi.fonts.places import data_folder, system_folders

_Serves = tuple[FontClass, Language, str]


@dataclass(frozen=True, slots=True)
class Source:
    """A Debian package with faces in it. ``serves``: class, language, and its family for them."""

    package: str
    patterns: tuple[str, ...]
    serves: tuple[_Serves, ...]


# Fandol: GPL 3 with font exception; UKai: Arphic Public License; MicroHei: Apache 2.0;
# cwTeX: GPL 2 with font exception; Liberation: GPL 2 with font exception. Documents that embed
# them are free; each package's own licence text is kept beside its fonts.
SOURCES = (
    Source(
        "texlive-lang-chinese",
        ("*/fandol/Fandol[FHKS]*.otf",),
        (
            ("fangsong", "zh-Hans", "FandolFang"),
            ("xiaobiaosong", "zh-Hans", "FandolSong"),
        ),
    ),
    Source(
        "fonts-arphic-ukai",
        ("*/ukai.ttc",),
        (("kaiti", "zh-Hans", "AR PL UKai CN"), ("kaiti", "zh-Hant", "AR PL UKai TW")),
    ),
    Source(
        "fonts-wqy-microhei",
        ("*/wqy-microhei.ttc",),
        (("heiti", "zh-Hans", "WenQuanYi Micro Hei"),),
    ),
    Source("fonts-cwtex-fs", ("*/cwfs.ttf",), (("fangsong", "zh-Hant", "cwTeX FangSong"),)),
    Source(
        "fonts-liberation",
        ("*/LiberationSerif-*.ttf", "*/LiberationSans-*.ttf"),
        (("serif", "en", "Liberation Serif"), ("sans", "en", "Liberation Sans")),
    ),
)


@dataclass(frozen=True, slots=True)
class Report:
    """What set-up did: files now in the folder, packages that could not be had."""

    target: Path
    added: tuple[str, ...]
    missing: tuple[str, ...]

    def sentence(self, language: Language) -> str:
        """What to tell the person, in one or two sentences; empty when there is nothing to say."""
        if self.missing:
            return _MISSING[language].format(packages=" ".join(self.missing))
        return _ADDED[language].format(count=len(self.added)) if self.added else ""


_ADDED = {
    "zh-Hans": "已装上{count}个字体文件。",
    "zh-Hant": "已裝上{count}個字型檔。",
    "en": "Fonts added: {count} files.",
}
_MISSING = {
    "zh-Hans": "有几种字体没有取到，PDF会用代用字体。要补上，请运行：sudo apt-get update && sudo apt-get install --no-install-recommends {packages}",
    "zh-Hant": "有幾種字型沒有取得，PDF會用替代字型。要補上，請執行：sudo apt-get update && sudo apt-get install --no-install-recommends {packages}",
    "en": "Some fonts could not be had, so PDFs will use stand-ins. To add them, run: sudo apt-get update && sudo apt-get install --no-install-recommends {packages}",
}

Fetch = Callable[[str, Path], Path | None]


def install(
    target: Path | None = None, folders: Sequence[Path] | None = None, fetch: Fetch | None = None
) -> Report:
    """Fill ``target`` (by default the user's data folder) with what the machine lacks.

    ``folders`` are those looked into for fonts already here, ``fetch`` gets a package into a
    folder or gives None. Nothing is raised: what fails is in the report.
    """
    target = target or data_folder()
    here = (target, *(system_folders() if folders is None else folders))
    wanted = [source for source in SOURCES if not _is_served(source, _names(here))]
    get = fetch or debian_package
    if fetch is None and not shutil.which("dpkg-deb"):
        return Report(target, (), ())  # no Debian: the system's fonts and the packages serve
    added: list[str] = []
    missing: list[str] = []
    with tempfile.TemporaryDirectory(prefix="luoshi-") as scratch:
        for source in wanted:
            package = get(source.package, Path(scratch))
            names = _unpack(package, source, target) if package else ()
            added.extend(names)
            missing.extend(() if names else (source.package,))
    return Report(target, tuple(added), tuple(missing))


def _names(folders: Sequence[Path]) -> frozenset[str]:
    found = scan(folders, None)
    return frozenset(name.casefold() for _, facts in found for name in facts.families)


def _is_served(source: Source, names: frozenset[str]) -> bool:
    return all(_has_as_good(names, *item) for item in source.serves)


def _has_as_good(
    names: frozenset[str], font_class: FontClass, language: Language, family: str
) -> bool:
    """Whether the family, or one that the class prefers to it, is on the machine."""
    for better in own_families(font_class, language):
        if any(name.casefold() in names for name in better.names):
            return True
        if family in better.names:
            return False
    return False


def debian_package(name: str, folder: Path) -> Path | None:
    """The package file, downloaded as an ordinary user; None when it is not to be had."""
    if not _download(name, folder) and _is_root():
        _run(["apt-get", "-qq", "update"], folder)  # an image without package lists
        _download(name, folder)
    return next(iter(sorted(folder.glob(f"{name}_*.deb"))), None)


def _download(name: str, folder: Path) -> bool:
    options = ["-o", "Acquire::Retries=2", "-o", "Acquire::http::Timeout=30"]
    if _is_root():
        options += ["-o", "APT::Sandbox::User=root"]  # else apt warns of the private folder
    return _run(["apt-get", "-qq", *options, "download", name], folder)


def _run(command: list[str], folder: Path) -> bool:
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, no shell
            command, cwd=folder, capture_output=True, timeout=900, check=False,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _unpack(package: Path, source: Source, target: Path) -> tuple[str, ...]:
    """Names of the font files taken out of a package; each appears whole or not at all."""
    command = ["dpkg-deb", "--fsys-tarfile", str(package)]
    names = []
    try:
        target.mkdir(parents=True, exist_ok=True)
        with (
            subprocess.Popen(  # noqa: S603 - fixed words, no shell
                command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            ) as process,
            tarfile.open(fileobj=process.stdout, mode="r|") as archive,
        ):
            for name, data in _wanted(archive, source):
                _write(target / name, data)
                names.append(name)
    except (OSError, tarfile.TarError):
        return ()
    return tuple(sorted(name for name in names if not name.endswith(".txt")))


def _wanted(archive: tarfile.TarFile, source: Source) -> Iterator[tuple[str, bytes]]:
    licence = f"*/doc/{source.package}/copyright"
    for member in archive:
        file = archive.extractfile(member) if member.isfile() else None
        if file is None:
            continue
        if any(fnmatch(member.name, pattern) for pattern in source.patterns):
            yield Path(member.name).name, file.read()
        elif fnmatch(member.name, licence):
            yield f"{source.package}-copyright.txt", file.read()


def _write(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(name).chmod(0o644)
    Path(name).replace(path)


def main(arguments: Sequence[str]) -> int:
    """Run from set-up: the language of its sentence as the only argument. 1 if fonts are missing."""
    language: Language = next((item for item in LANGUAGES if item in arguments), "en")
    report = install()
    if sentence := report.sentence(language):
        sys.stdout.write(sentence + "\n")
    return 1 if report.missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
