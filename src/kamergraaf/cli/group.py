"""The click group behind ``kamergraaf``."""

from __future__ import annotations

import contextlib
import difflib
import os
import sys
from importlib import import_module

import click

from kamergraaf import __version__
from kamergraaf.cli import HELP, VERBS
from kamergraaf.errors import ExitCode, KamergraafError

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it."""


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
        code = _called()
        sys.stdout.flush()
    except KamergraafError as problem:
        return _told(str(problem), problem.exit_code)
    except (KeyboardInterrupt, click.Abort):
        return _told("interrupted", INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output has gone (``| head``); nobody is left to tell.
        _close_output()
        return int(ExitCode.OK)
    except OSError as problem:
        _close_output()
        where = problem.filename or "standard output"
        return _told(f"{where}: {problem.strerror or problem}", ExitCode.INPUT)
    return code


def _called() -> int:
    """Run the verb; its exit code."""
    if "_KAMERGRAAF_COMPLETE" in os.environ:  # a shell asks how a word may go on
        group(prog_name="kamergraaf")
    try:
        # Not by click's ``main``, which ends with 1 where the reader of the output has gone.
        with group.make_context("kamergraaf", sys.argv[1:]) as context:
            group.invoke(context)
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    except click.exceptions.Exit as end:
        return end.exit_code
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(ExitCode.OK)
    return int(ExitCode.OK)


def _told(message: str, code: int) -> int:
    """Tell a problem in one line; the exit code, which says it where nothing can be told."""
    with contextlib.suppress(OSError):
        click.echo(f"kamergraaf: {message}", err=True)
    return int(code)


def _close_output() -> None:
    """Send what is left of the output nowhere, or Python would try to write it at its end."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
