"""Where fonts lie: the office's folders, the user's, the system's, installed packages."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

# Packages from the Python package index that bring fonts: pyproject.toml names them.
PACKAGES = ("pylopdf_fonts_zh_cn", "pylopdf_fonts_zh_tw", "reportlab")


def data_folder(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> Path:
    """The folder where set-up keeps fonts for this user. It need not exist."""
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or "~").expanduser()
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData/Local") / "luoshi/fonts"
    if platform == "darwin":
        return home / "Library/Application Support/luoshi/fonts"
    return Path(environment.get("XDG_DATA_HOME") or home / ".local/share") / "luoshi/fonts"


def cache_folder(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> Path:
    """The folder for what can be made again: the font index and converted outlines."""
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or "~").expanduser()
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData/Local") / "luoshi/cache"
    if platform == "darwin":
        return home / "Library/Caches/luoshi"
    return Path(environment.get("XDG_CACHE_HOME") or home / ".cache") / "luoshi"


def system_folders(
    platform: str = sys.platform, environment: Mapping[str, str] = os.environ
) -> tuple[Path, ...]:
    """The folders in which a system keeps fonts, the user's own before the machine's."""
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or "~").expanduser()
    if platform == "win32":
        local = Path(environment.get("LOCALAPPDATA") or home / "AppData/Local")
        windows = Path(environment.get("WINDIR") or "C:/Windows")
        return (local / "Microsoft/Windows/Fonts", windows / "Fonts")
    if platform == "darwin":
        return (
            home / "Library/Fonts",
            Path("/Library/Fonts"),
            Path("/System/Library/Fonts"),
            Path("/Applications/Microsoft Word.app/Contents/Resources/DFonts"),
        )
    share = Path(environment.get("XDG_DATA_HOME") or home / ".local/share")
    return (
        home / ".fonts",
        share / "fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),  # UOS and WPS for Linux put theirs here as well
        Path("/opt/apps/cn.wps.wps-office-pro/files/kingsoft/wps-office/office6/fonts"),
        Path("/opt/kingsoft/wps-office/office6/fonts"),
        Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"),
    )


def package_folders(names: Iterable[str] = PACKAGES) -> tuple[Path, ...]:
    """The folders of installed font packages, found without importing them."""
    specs = (importlib.util.find_spec(name) for name in names)
    return tuple(Path(spec.origin).parent for spec in specs if spec and spec.origin)
