"""Commands whose help speaks the system's language, frame words too."""

from __future__ import annotations

import sys

import click

from luoshi.cli.help import HELP
from luoshi.cli.locale import readable, system_language
from luoshi.languages import Language

SYSTEM = system_language()
LANGUAGE: Language = readable(SYSTEM or "en", getattr(sys.stdout, "encoding", None))
_PIECES = {
    "[OPTIONS]": "options_word",
    "COMMAND [ARGS]...": "command_word",
    "[PATHS]...": "paths_word",
    "PATHS...": "paths_word",
    "[CODE]": "code_word",
    "NAME": "name_word",
    "OLD": "old_word",
    "NEW": "new_word",
}


def says(key: str) -> str:
    """A text of the help in the system's language."""
    return HELP[key][LANGUAGE]


class Command(click.Command):
    """A command with its usage line and option list in the system's language."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What may stand behind the command's name, in words."""
        words = {name: says(key) for name, key in _PIECES.items()}
        return [words.get(piece, piece) for piece in super().collect_usage_pieces(ctx)]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line that shows how the command is typed."""
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=says("usage"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of options."""
        options = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        records = [r for option in options if (r := option.get_help_record(ctx)) is not None]
        with formatter.section(says("options")):
            formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help`` with its own words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = says("help")
        return option


class Group(Command, click.Group):
    """The group of commands; its list of commands is headed in the system's language."""

    command_class = Command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of options, then the list of commands."""
        Command.format_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands."""
        names = self.list_commands(ctx)
        rows = [(n, c.help or "") for n in names if (c := self.get_command(ctx, n)) is not None]
        with formatter.section(says("commands")):
            formatter.write_dl(rows)
