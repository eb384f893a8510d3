"""Wording: Jinja2 templates that yield Markdown, sandboxed and strict about undefined names.

Texts of the plan are escaped, so that no character of theirs is taken for Markdown; only fields
that are Markdown by their kind (``Prose``) pass unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateError, TemplateNotFound
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from luoshi.source import World

MOST_CHARACTERS = 4_000_000
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|#~&])")
_LINE_START = re.compile(r"^(\s*)([-+=:]|\d{1,9}[.)])", re.MULTILINE)


class Markdown(Markup):
    """Text that is Markdown already and is not escaped."""

    __slots__ = ()


class Plain(str):
    """A text of the plan: Jinja's escaping asks ``__html__`` and gets it as Markdown."""

    __slots__ = ()

    def __html__(self) -> str:
        return escape(self)


def protect(value: Any) -> Any:
    """A view with every plain text marked, so that it is escaped wherever a template puts it."""
    if isinstance(value, dict):
        return {key: protect(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [protect(item) for item in value]
    if isinstance(value, str) and not isinstance(value, Markup):
        return Plain(value)
    return value


@dataclass(frozen=True, slots=True)
class TemplateProblem(Exception):  # noqa: N818 - a problem of the template's author
    """A fault in a template: which file, which line, what is wrong in the template's own words."""

    template: str
    line: int
    kind: str  # syntax, undefined, missing, forbidden, too-long, failed
    detail: str


def escape(text: str) -> str:
    """Plain text as Markdown that reads back as the same text."""
    escaped = _MARKDOWN.sub(r"\\\1", text)
    return _LINE_START.sub(_escape_start, escaped)


def _escape_start(match: re.Match[str]) -> str:
    space, mark = match[1], match[2]
    return space + (mark[:-1] + "\\" + mark[-1] if mark[0].isdigit() else "\\" + mark)


def _finalize(value: Any) -> Any:
    return "" if value is None else value


class _WorldLoader(BaseLoader):
    """Finds templates through the World: the plan's own folder first, then the shipped one."""

    def __init__(self, world: World, folders: tuple[Path, ...], language: str) -> None:
        self._world = world
        self._folders = folders
        self._language = language
        self.used: dict[str, Path] = {}

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        """The text of a template and the path it came from."""
        if ".." in Path(template).parts or Path(template).is_absolute():
            raise TemplateNotFound(template)
        for folder in self._folders:
            path = folder / self._language / template
            try:
                text = self._world.read(path).decode("utf-8-sig")
            except (OSError, UnicodeDecodeError):
                continue
            self.used[template] = path
            return text, path.as_posix(), None
        raise TemplateNotFound(template)


class Wording:
    """The templates of one language, the plan's own ones before the shipped ones."""

    def __init__(self, world: World, folders: tuple[Path, ...], language: str) -> None:
        self._loader = _WorldLoader(world, folders, language)
        self._environment = ImmutableSandboxedEnvironment(
            loader=self._loader,
            undefined=StrictUndefined,
            finalize=_finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=True,  # through ``Plain``, so to Markdown and not to HTML
            keep_trailing_newline=True,
        )

    @property
    def used(self) -> Mapping[str, Path]:
        """Template names that were loaded, to the files they came from."""
        return self._loader.used

    def render(self, name: str, view: Mapping[str, Any]) -> str:
        """The Markdown of a template.

        Raises:
            TemplateProblem: The template is missing, faulty, or asks for what it may not.
        """
        try:
            parts: list[str] = []
            length = 0
            for part in self._environment.get_template(name).generate(**protect(view)):
                length += len(part)
                if length > MOST_CHARACTERS:
                    raise TemplateProblem(name, 0, "too-long", "")
                parts.append(part)
            return "".join(parts)
        except TemplateSyntaxError as fault:
            raise TemplateProblem(fault.name or name, fault.lineno, "syntax", str(fault)) from None
        except TemplateNotFound as fault:
            raise TemplateProblem(str(fault), 0, "missing", str(fault)) from None
        except (UndefinedError, SecurityError) as fault:
            place = self._place(fault, name)
            kind = "forbidden" if isinstance(fault, SecurityError) else "undefined"
            raise TemplateProblem(*place, kind, fault.message or "") from None
        except (TemplateError, TypeError, ValueError, ArithmeticError, OverflowError) as fault:
            raise TemplateProblem(*self._place(fault, name), "failed", str(fault)) from None
        except (AttributeError, LookupError, RecursionError, MemoryError) as fault:
            raise TemplateProblem(*self._place(fault, name), "failed", str(fault)) from None

    def _place(self, fault: BaseException, name: str) -> tuple[str, int]:
        """Template and line of a fault while rendering: the innermost frame that is a template."""
        found = (name, 0)
        by_path = {path.as_posix(): known for known, path in self.used.items()}
        step = fault.__traceback__
        while step is not None:
            known = by_path.get(step.tb_frame.f_code.co_filename)
            if known is not None:
                found = (known, step.tb_lineno)
            step = step.tb_next
        return found
