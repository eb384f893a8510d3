"""Wording: Jinja2 templates that yield Markdown, sandboxed and strict about undefined names.

Texts of the plan are escaped, so that no character of theirs is taken for Markdown; only fields
that are Markdown by their kind (``Prose``) pass unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    Undefined,
    nodes,
    pass_eval_context,
)
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from jinja2.filters import do_join, do_replace
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from luoshi.source import Span, World

MOST_CHARACTERS = 4_000_000
MOST_STEPS = 1_000_000  # rounds of loops in one document, calls counted five times
MOST_LENGTH = 100_000  # of one text or list that is made by multiplying
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|#~&])")
_LINE_START = re.compile(r"^(\s*)([-+=:]|\d{1,9}[.)])", re.MULTILINE)

AT = "at"  # the key of a view under which it says where in the plan it stands


class Place:
    """A place in the plan that a template carries but can't look into."""

    __slots__ = ("_span",)

    def __init__(self, span: Span | None) -> None:
        self._span = span


class Markdown(Markup):
    """Text that is Markdown already and is not escaped."""

    __slots__ = ()


class Plain(str):
    """A text of the plan: Jinja's escaping asks ``__html__`` and gets it as Markdown.

    What a template cuts or changes of it stays a text of the plan.
    """

    __slots__ = ()

    def __html__(self) -> str:
        return escape(self)

    def __getitem__(self, place: Any) -> Plain:
        return Plain(str.__getitem__(self, place))


def _stays_plain(name: str) -> Callable[..., Plain]:
    method = getattr(str, name)

    def changed(self: Plain, *args: Any, **options: Any) -> Plain:
        return Plain(method(self, *args, **options))

    changed.__name__ = name
    return changed


for _name in ("capitalize", "lower", "lstrip", "replace", "rstrip", "strip", "title", "upper"):
    setattr(Plain, _name, _stays_plain(_name))


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
    kind: str  # syntax, undefined, missing, forbidden, too-long, failed, encoding, unreadable
    detail: str


def escape(text: str) -> str:
    """Plain text as Markdown that reads back as the same text."""
    escaped = _MARKDOWN.sub(r"\\\1", text.replace("\u2063", ""))  # our own mark of a blank
    return _LINE_START.sub(_escape_start, escaped)


def _escape_start(match: re.Match[str]) -> str:
    space, mark = match[1], match[2]
    return space + (mark[:-1] + "\\" + mark[-1] if mark[0].isdigit() else "\\" + mark)


def _finalize(value: Any) -> Any:
    """Only texts and numbers are printed; anything else would print Python's own words."""
    if value is None:
        return ""
    if isinstance(value, str | int | float | Undefined) or hasattr(value, "__html__"):
        return value
    raise TypeError(f"a {type(value).__name__} is not a text")


class _Sandbox(ImmutableSandboxedEnvironment):
    """No way to the program, no randomness, and bounds on what a slip can make of a document."""

    intercepted_binops = frozenset(["*", "**", "%", "+"])

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        del self.globals["lipsum"]
        for name in ("random", "pprint"):
            del self.filters[name]
        self.filters |= dict.fromkeys(("center", "format", "indent"), _no_filter)
        self.filters |= {"join": _join, "replace": _replace}
        self._steps = 0

    def restart(self) -> None:
        """Count steps anew, for another document."""
        self._steps = 0

    def count_step(self, weight: int = 1) -> None:
        """One more round of a loop, or one more call, which takes about as long as five."""
        self._steps += weight
        if self._steps > MOST_STEPS:
            raise _TooLong

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The tree of a template, with a step counted in every round of every loop."""
        tree = super()._parse(source, name, filename)
        for loop in list(tree.find_all(nodes.For)):
            count = nodes.Call(nodes.EnvironmentAttribute("count_step"), [], [], None, None)
            step = nodes.ExprStmt(count).set_environment(self).set_lineno(loop.lineno)
            loop.body.insert(0, step)
        for chain in list(tree.find_all(nodes.Concat)):
            chain.nodes = [_measured(node, self) for node in chain.nodes]
        return tree

    def call(self, context: Any, obj: Any, /, *args: Any, **options: Any) -> Any:
        """Call what a template calls; macros that call themselves are counted too."""
        self.count_step(5)
        owner, name = getattr(obj, "__self__", None), getattr(obj, "__name__", "")
        if isinstance(owner, str) and name == "replace" and len(args) > 1:
            _measure_replacing(owner, str(args[0]), str(args[1]))
        elif isinstance(owner, str) and name == "join" and args:
            args = (_measured_items(owner, args[0]), *args[1:])
        return super().call(context, obj, *args, **options)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Nothing of Python's own insides, and no method that pads."""
        if isinstance(obj, str) and attr in _PADDING:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """No formatting with widths and attributes."""
        if super().wrap_str_format(value) is not None:
            raise SecurityError("format is not allowed here")
        return None

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Products of bounded size; no powers, and no formatting with widths."""
        if operator == "**" or (operator == "%" and isinstance(left, str)):
            raise SecurityError(f"{operator} is not allowed here")
        if operator == "+":
            bounded(left)
            bounded(right)
        for many, count in ((left, right), (right, left)):
            if (
                isinstance(count, int)
                and hasattr(many, "__len__")
                and len(many) * count > MOST_LENGTH
            ):
                raise _TooLong
        return super().call_binop(context, operator, left, right)


_PADDING = frozenset({"center", "ljust", "rjust", "zfill", "expandtabs", "translate"})


class _TooLong(Exception):  # noqa: N818 - becomes a TemplateProblem
    """A template makes more than a document can hold."""


def bounded(value: Any) -> Any:
    """A value that goes into a larger one; raises when it is as large as a document may be."""
    if hasattr(value, "__len__") and len(value) > MOST_CHARACTERS:
        raise _TooLong
    return value


def _measured(node: nodes.Expr, environment: Environment) -> nodes.Expr:
    """A part of ``a ~ b`` that is measured first."""
    call = nodes.Call(nodes.ImportedName(f"{__name__}.bounded"), [node], [], None, None)
    call.set_environment(environment).set_lineno(node.lineno)
    return call


@pass_eval_context
def _join(context: nodes.EvalContext, value: Iterable[Any], *args: Any, **options: Any) -> Any:
    """Jinja's ``join`` of as much as a document can hold."""
    items = list(islice(value, MOST_LENGTH + 1))
    between = str(args[0] if args else options.get("d", ""))
    total = sum(len(item) for item in items if isinstance(item, str)) + len(between) * len(items)
    if len(items) > MOST_LENGTH or total > MOST_CHARACTERS:
        raise _TooLong
    return do_join(context, items, *args, **options)


@pass_eval_context
def _replace(
    context: nodes.EvalContext, text: str, old: str, new: str, count: int | None = None
) -> str:
    """Jinja's ``replace`` with a result that a document can hold."""
    _measure_replacing(str(text), str(old), str(new))
    return do_replace(context, text, old, new, count)


def _measured_items(between: str, value: Iterable[Any]) -> list[Any]:
    items = list(islice(value, MOST_LENGTH + 1))
    if sum(len(str(item)) + len(between) for item in items) > MOST_CHARACTERS:
        raise _TooLong
    return items


def _measure_replacing(text: str, old: str, new: str) -> None:
    if len(text) + text.count(old) * len(new) > MOST_CHARACTERS:
        raise _TooLong


def _no_filter(*_: Any, **__: Any) -> NoReturn:
    raise SecurityError("this filter is not allowed here")


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
                data = self._world.read(path)
            except (FileNotFoundError, NotADirectoryError):
                continue
            except (OSError, ValueError):
                raise TemplateProblem(template, 0, "unreadable", path.name) from None
            self.used[template] = path
            return _as_text(template, data), path.as_posix(), None
        raise TemplateNotFound(template)


def _as_text(template: str, data: bytes) -> str:
    """A template's text; one saved as GBK is refused, not passed over for the shipped one."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise TemplateProblem(template, line, "encoding", "UTF-8") from None


class Wording:
    """The templates of one language, the plan's own ones before the shipped ones."""

    def __init__(self, world: World, folders: tuple[Path, ...], language: str) -> None:
        self._loader = _WorldLoader(world, folders, language)
        self._environment = _Sandbox(
            loader=self._loader,
            undefined=StrictUndefined,
            finalize=_finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=True,  # through ``Plain``, so to Markdown and not to HTML
            keep_trailing_newline=True,
        )

        self.at: Span | None = None  # the place in the plan that the last problem was about

    @property
    def used(self) -> Mapping[str, Path]:
        """Template names that were loaded, to the files they came from."""
        return self._loader.used

    def render(self, name: str, view: Mapping[str, Any]) -> str:
        """The Markdown of a template.

        Raises:
            TemplateProblem: The template is missing, faulty, or asks for what it may not.
        """
        self.at = None
        try:
            self._environment.restart()
            parts: list[str] = []
            length = 0
            for part in self._environment.get_template(name).generate(**protect(view)):
                length += len(part)
                if length > MOST_CHARACTERS:
                    raise _TooLong
                parts.append(part)
            return "".join(parts)
        except TemplateSyntaxError as fault:
            detail = fault.message or ""
            raise TemplateProblem(fault.name or name, fault.lineno, "syntax", detail) from None
        except TemplateNotFound as fault:
            raise TemplateProblem(*self._place(fault, name), "missing", str(fault)) from None
        except _TooLong as fault:
            raise TemplateProblem(*self._place(fault, name), "too-long", "") from None
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
        place: Span | None = None
        while step is not None:
            known = by_path.get(step.tb_frame.f_code.co_filename)
            if known is not None:
                found = (known, step.tb_lineno)
                place = _plan_place(step.tb_frame.f_locals) or place
            step = step.tb_next
        self.at = place
        return found


def _plan_place(names: Mapping[str, Any]) -> Span | None:
    """Where in the plan stands what a template was about to print: the view it had in hand."""
    found = [v.get(AT) for v in names.values() if isinstance(v, dict)]
    places = [place for place in found if isinstance(place, Place)]
    return places[-1]._span if places else None  # closed to templates only
