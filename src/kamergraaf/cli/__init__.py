"""Thin click verbs, one file per verb; a verb's module is imported when it is called."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from kamergraaf import __version__
from kamergraaf.errors import KamergraafError

VERBS: dict[str, str] = {
    "build": "Turn letters into a graph.",
    "demo": "Build the sample letter, validate it and answer the policy questions.",
    "explain": "Show every statement about a thing with its sentences.",
    "export": "Write a graph in another format.",
    "query": "Answer a canned question, with the sentences that prove it.",
    "reason": "Check OWL consistency and derive the defined classes.",
    "sparql": "Run any SPARQL query.",
    "validate": "Check a graph against the shapes and its own promises.",
}
"""Every verb with its line in ``--help``, so that help needs none of their modules."""


class Verbs(click.Group):
    """A group that loads a verb's module only when that verb is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All verbs, by name."""
        return sorted(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb's command, or None for a verb that does not exist."""
        if cmd_name not in VERBS:
            return None
        found = import_module(f"kamergraaf.cli.{cmd_name}").command
        assert isinstance(found, click.Command)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of verbs, from ``VERBS`` alone."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(VERBS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb called; a misspelt one is answered with the nearest."""
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            import difflib

            near = difflib.get_close_matches(args[0], VERBS, 1)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            ctx.fail(f"no such command '{args[0]}'.{hint}")
        return super().resolve_command(ctx, args)


@click.command(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kamergraaf")
def group() -> None:
    """Dutch ministers' letters to parliament as linked data that can be trusted.

    Every triple resolves to the characters of the letter that prove it.

    Exit codes: 0 ok, 1 findings, 2 usage, 3 an input could not be read, 4 ontology, shapes or
    query broken, 5 a remote failed.
    """


def main() -> None:
    """Run the command line; a known problem ends with its message and its exit code."""
    try:
        group(prog_name="kamergraaf")
    except KamergraafError as problem:
        click.echo(f"kamergraaf: {problem}", err=True)
        sys.exit(int(problem.exit_code))
    except BrokenPipeError:
        # The reader of our output has gone (``| head``); nothing is left to tell it.
        sys.stderr.close()
        sys.exit(0)
