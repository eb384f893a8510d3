"""The command line: arguments to a World, results to text, exit codes.

Nothing heavy is imported before a command runs, so that ``--help`` answers at once.
Exit codes: 0 clean, 1 findings, 2 usage, 3 could not run, 70 a fault of ours, 130 stopped by hand.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any

import click

from luoshi import __version__
from luoshi.cli.commands import LANGUAGE, SYSTEM, Group, says
from luoshi.cli.locale import asked_language, language_of

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_PATHS = click.Path(path_type=str)


def _options(*options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def decorate(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


_LANGUAGE = click.option("--language", "-l", metavar="LANG", help=says("language"))
_AS_OF = click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help=says("as_of")
)
_PROFILE = click.option(
    "--profile",
    "-p",
    type=click.Choice(["draft", "standard", "strict"]),
    default="standard",
    help=says("profile"),
)


@click.group(cls=Group, context_settings=_CONTEXT, help=says("group"), invoke_without_command=False)
@click.version_option(
    __version__, prog_name="luoshi", message="luoshi %(version)s", help=says("version")
)
def luoshi() -> None:
    """The command group."""


@luoshi.command(help=says("check"))
@click.argument("paths", nargs=-1, type=_PATHS)
@_options(_PROFILE, _LANGUAGE, _AS_OF)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "concise", "json"]),
    default="text",
    help=says("format"),
)
@click.option("--fix", is_flag=True, help=says("fix"))
def check(**given: Any) -> int:
    """Check plans."""
    from luoshi.cli.checking import check_command  # noqa: PLC0415

    return check_command(**_common(given))


@luoshi.command(help=says("build"))
@click.argument("paths", nargs=-1, type=_PATHS)
@click.option("--output", "-o", default="output", help=says("output"))
@_options(_PROFILE, _LANGUAGE, _AS_OF)
@click.option("--force", is_flag=True, help=says("force"))
@click.option("--jobs", "-j", type=click.IntRange(1, 64), help=says("jobs"))
@click.option("--fonts", multiple=True, type=_PATHS, help=says("fonts"))
@click.option("--timings", is_flag=True, help=says("timings"))
def build(**given: Any) -> int:
    """Build documents."""
    from luoshi.cli.building import build_command  # noqa: PLC0415

    return build_command(**_common(given))


@luoshi.command(help=says("new"))
@click.argument("name")
@click.option(
    "--kind",
    "-k",
    type=click.Choice(["action", "year", "rating"]),
    default="action",
    help=says("kind"),
)
@_LANGUAGE
def new(**given: Any) -> int:
    """Write a sample plan."""
    from luoshi.cli.writing import new_command  # noqa: PLC0415

    return new_command(**_common(given))


@luoshi.command(help=says("fmt"))
@click.argument("paths", nargs=-1, required=True, type=_PATHS)
@click.option("--check", "only_check", is_flag=True, help=says("fmt_check"))
@_LANGUAGE
def fmt(**given: Any) -> int:
    """Tidy plan files."""
    from luoshi.cli.writing import fmt_command  # noqa: PLC0415

    return fmt_command(**_common(given))


@luoshi.command(help=says("explain"))
@click.argument("code", required=False)
@click.option("--all", "everything", is_flag=True, help=says("all_rules"))
@_LANGUAGE
def explain(**given: Any) -> int:
    """Explain a finding."""
    from luoshi.cli.telling import explain_command  # noqa: PLC0415

    return explain_command(**_common(given))


@luoshi.command(help=says("schema"))
@click.option("--reference", is_flag=True, help=says("reference"))
@_LANGUAGE
def schema(**given: Any) -> int:
    """Print the schema or the reference page."""
    from luoshi.cli.telling import schema_command  # noqa: PLC0415

    return schema_command(**_common(given))


@luoshi.command(help=says("diff"))
@click.argument("old")
@click.argument("new")
@click.option("--json", "as_json", is_flag=True, help=says("json"))
@_LANGUAGE
def diff(**given: Any) -> int:
    """Compare two plans."""
    from luoshi.cli.telling import diff_command  # noqa: PLC0415

    return diff_command(**_common(given))


def _common(given: dict[str, Any]) -> dict[str, Any]:
    """The arguments with the language read: asked for, else the system's, else None."""
    asked = given.get("language")
    if asked is None:
        return {**given, "language": SYSTEM}
    language = language_of(asked)
    if language is None:
        raise click.UsageError(says("language"))
    return {**given, "language": language}


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code; never a traceback."""
    from luoshi.cli.screen import open_streams  # noqa: PLC0415

    open_streams()
    try:
        code = luoshi.main(args=list(arguments), prog_name="luoshi", standalone_mode=False)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as wrong:
        _complain(wrong)
        return 2
    except (KeyboardInterrupt, click.Abort):
        from luoshi.cli.faults import stopped  # noqa: PLC0415

        return stopped(asked_language(arguments) or SYSTEM)
    except BrokenPipeError:
        return _pipe_closed()
    except Exception as fault:
        from luoshi.cli.faults import told  # noqa: PLC0415
        from luoshi.cli.screen import or_full  # noqa: PLC0415

        return told(or_full(fault), arguments, asked_language(arguments) or SYSTEM)
    return code if isinstance(code, int) else 0


def _complain(wrong: click.ClickException) -> None:
    from luoshi.cli.screen import say  # noqa: PLC0415
    from luoshi.cli.usage_words import usage_sentence  # noqa: PLC0415

    if isinstance(wrong, click.exceptions.NoArgsIsHelpError) and wrong.ctx is not None:
        say(wrong.ctx.get_help(), error=True)
        return
    if isinstance(wrong, click.UsageError) and wrong.ctx is not None:
        say(wrong.ctx.get_usage(), error=True)
    say(usage_sentence(wrong, LANGUAGE), error=True)


def _pipe_closed() -> int:
    """The reader of a pipe went away; nothing more can be said to it."""
    import os  # noqa: PLC0415

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
