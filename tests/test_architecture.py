"""The rooms stand in order: a room imports only rooms before it, and what is light stays light."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

_TOP = Path(__file__).parent.parent
_PACKAGE = _TOP / "compiler" / "luoshi"
_ROOMS = (
    *("source", "diagnostics", "syntax", "dates", "model", "check", "letters", "diff"),
    *("document", "fonts", "layout", "backends", "driver", "samples", "cli"),
)
_BELOW_ALL = (
    "",
    "frozen",
    "languages",
    "version",
)  # modules of the package itself, below every room
_HEAVY = (
    "lxml",
    "docx",
    "reportlab",
    "fontTools",
    "openpyxl",
    "icalendar",
    "jinja2",
    "markdown_it",
)
_FILES = sorted(_PACKAGE.rglob("*.py"))


def _room(name: str) -> str:
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else ""


def _module(path: Path) -> str:
    parts = path.relative_to(_PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(path: Path, *, at_load: bool = False) -> Iterator[tuple[str, ast.stmt]]:
    """Absolute names that a file imports; ``at_load`` leaves out functions and typing blocks."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    waiting: list[ast.stmt] = list(tree.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            # "from luoshi.layout import compose" may import a module, a name, or both in turn.
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            modules = [name for name in inner if _file_of(name)]
            yield from ((name, node) for name in modules)
            if len(modules) < len(inner):
                yield node.module or "", node
        elif at_load and (isinstance(node, ast.FunctionDef) or _is_typing_block(node)):
            continue
        waiting += _below(node)


def _below(node: ast.stmt) -> list[ast.stmt]:
    return [
        child for field in ("body", "orelse", "finalbody") for child in getattr(node, field, [])
    ] + [child for part in getattr(node, "handlers", []) for child in part.body]


def _is_typing_block(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def _file_of(name: str) -> Path | None:
    path = _PACKAGE.parent.joinpath(*name.split("."))
    if path.with_suffix(".py").is_file():
        return path.with_suffix(".py")
    return path / "__init__.py" if (path / "__init__.py").is_file() else None


def _name(path: Path) -> str:
    return path.relative_to(_PACKAGE).as_posix()


def test_every_room_is_known() -> None:
    folders = {p.name for p in _PACKAGE.iterdir() if p.is_dir() and (p / "__init__.py").exists()}
    assert folders <= set(_ROOMS) | {"templates"}


@pytest.mark.parametrize("room", _ROOMS)
def test_a_room_imports_only_rooms_before_it(room: str) -> None:
    allowed = {*_ROOMS[: _ROOMS.index(room) + 1], *_BELOW_ALL}
    wrong = [
        f"{_name(path)}:{node.lineno} imports {name}"
        for path in _FILES
        if _room(_module(path)) == room
        for name, node in _imports(path)
        if name.startswith("luoshi.") and _room(name) not in allowed
    ]
    assert not wrong


def test_imports_are_absolute() -> None:
    relative = [
        f"{_name(path)}:{node.lineno}"
        for path in _FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert not relative


def test_no_modules_import_each_other_while_loading() -> None:
    graph = {
        path: {f for name, _ in _imports(path, at_load=True) if (f := _file_of(name)) and f != path}
        for path in _FILES
    }
    # A package's own door imports its modules; the modules may not come back through the door.
    done: set[Path] = set()

    def visit(path: Path, trail: tuple[Path, ...]) -> None:
        if path in trail:
            circle = [*trail[trail.index(path) :], path]
            pytest.fail(" → ".join(_name(p) for p in circle))
        if path in done:
            return
        for target in sorted(graph.get(path, ())):
            visit(target, (*trail, path))
        done.add(path)

    for path in _FILES:
        visit(path, ())


@pytest.mark.parametrize("file", ["document/tree.py", "document/style.py"])
def test_the_document_tree_knows_no_plan(file: str) -> None:
    rooms = {_room(name) for name, _ in _imports(_PACKAGE / file) if name.startswith("luoshi.")}
    assert not rooms & {"model", "check", "letters", "driver", "cli", "backends"}


def test_a_backend_knows_no_plan() -> None:
    private = {"model", "check", "letters", "driver", "cli", "diff"}
    wrong = [
        f"{_name(path)} imports {name}"
        for path in _FILES
        if _room(_module(path)) == "backends"
        for name, _ in _imports(path)
        if name.startswith("luoshi.") and _room(name) in private
    ]
    assert not wrong


def test_only_the_command_line_knows_click() -> None:
    users = {
        _room(_module(path))
        for path in _FILES
        for name, _ in _imports(path)
        if name.split(".")[0] == "click"
    }
    assert users == {"cli"}


def _loaded(code: str) -> set[str]:
    """Top-level modules that a fresh Python has loaded after some code."""
    tail = "\nimport sys\nprint('\\n', *sorted({m.split('.')[0] for m in sys.modules}))"
    environment = {**os.environ, "PYTHONPATH": str(_PACKAGE.parent), "PYTHONIOENCODING": "utf-8"}
    ran = subprocess.run(
        [sys.executable, "-c", code + tail],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        cwd=_TOP,
        timeout=60,
        check=True,
    )
    return set(ran.stdout.split("\n")[-2].split())


def test_checking_a_plan_loads_no_format() -> None:
    loaded = _loaded(
        "from luoshi.cli.main import run\n"
        "assert run(['check', 'plans/护校安园.yaml', 'plans/national-day-safety.yaml']) in (0, 1)"
    )
    assert "luoshi" in loaded
    assert not loaded & set(_HEAVY)


def test_help_loads_neither_the_language_nor_yaml() -> None:
    loaded = _loaded("from luoshi.cli.main import run\nassert run(['--help']) == 0")
    assert "click" in loaded
    assert not loaded & {*_HEAVY, "yaml", "decimal", "datetime", "dataclasses", "inspect"} - {
        *_loaded("import click")
    }
