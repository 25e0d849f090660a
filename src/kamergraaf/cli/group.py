"""The click group behind ``kamergraaf``."""

from __future__ import annotations

import difflib
import sys
from importlib import import_module

import click

from kamergraaf import __version__
from kamergraaf.cli import HELP, VERBS
from kamergraaf.errors import ExitCode, KamergraafError


class Verbs(click.Group):
    """A group that loads a verb's module only when that verb is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All verbs, by name."""
        return sorted(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb's command, or None for a verb that does not exist."""
        if cmd_name not in VERBS:
            return None
        found = import_module(f"kamergraaf.cli.{cmd_name.replace('-', '_')}").command
        assert isinstance(found, click.Command)
        return found

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The same text that ``main`` prints without click."""
        formatter.write(HELP)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb called; a misspelt one is answered with the nearest."""
        if args[0] not in VERBS:
            near = difflib.get_close_matches(args[0], VERBS, 1)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            ctx.fail(f"There is no command '{args[0]}'.{hint}")
        return super().resolve_command(ctx, args)


@click.command(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kamergraaf")
def group() -> None:
    """Dutch ministers' letters to parliament as linked data that can be trusted."""


def run() -> int:
    """Run the group and return the exit code; known problems are told on standard error."""
    try:
        group(prog_name="kamergraaf")
    except KamergraafError as problem:
        click.echo(f"kamergraaf: {problem}", err=True)
        return int(problem.exit_code)
    except BrokenPipeError:
        # The reader of our output has gone (``| head``); nobody is left to tell.
        sys.stderr.close()
    return int(ExitCode.OK)
