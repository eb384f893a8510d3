"""A file of the World as source text, with findings for what is wrong with the file as such."""

from __future__ import annotations

from pathlib import Path

from luoshi.diagnostics import Arg, Diagnostic, Diagnostics, Rule
from luoshi.source import SourceFile, Span, World
from luoshi.source.decode import Problem, decode
from luoshi.source.world import TooLargeError
from luoshi.syntax import faults_file as faults

MAX_BYTES = 4 * 1024 * 1024


def read_source(
    world: World, path: Path, bag: Diagnostics, cited: Span | None = None
) -> SourceFile | None:
    """The text of a file, or None after a finding when it is missing, closed or too large.

    ``cited`` is the place that names the file (an include), shown where the file itself cannot
    be. A file in another encoding is read all the same, with a finding.
    """
    args: dict[str, Arg] = {"file": str(path)}
    try:
        data = world.read(path)
    except FileNotFoundError:
        _refuse(bag, faults.FILE_MISSING, args, cited)
        return None
    except TooLargeError as large:
        _refuse(bag, faults.TOO_LARGE, args | _sizes(large.size), cited)
        return None
    except (OSError, ValueError):  # ValueError: a name no system takes, such as one with NUL
        _refuse(bag, faults.FILE_UNREADABLE, args, cited)
        return None
    if len(data) > MAX_BYTES:
        _refuse(bag, faults.TOO_LARGE, args | _sizes(len(data)), cited)
        return None
    decoded = decode(data)
    source = SourceFile(str(path), decoded.text)
    if decoded.problem is not None:
        bag.add(_encoding(source, decoded.problem))
    return source


def _sizes(size: int) -> dict[str, Arg]:
    return {"size": f"{size / 1048576:.1f}", "limit": MAX_BYTES // 1048576}


def _refuse(bag: Diagnostics, rule: Rule, args: dict[str, Arg], cited: Span | None) -> None:
    bag.add(Diagnostic(rule=rule, primary=cited, args=args))


def _encoding(source: SourceFile, problem: Problem) -> Diagnostic:
    place = Span(source, problem.offset, min(problem.offset + 1, len(source.text)))
    if problem.kind == "encoding":
        args: dict[str, Arg] = {"file": source.name, "encoding": problem.detail}
        return Diagnostic(rule=faults.ENCODING, primary=place, args=args)
    args = {"line": place.line, "char": "U+FFFD"}
    return Diagnostic(rule=faults.UNREADABLE_CHARACTER, primary=place, args=args)
