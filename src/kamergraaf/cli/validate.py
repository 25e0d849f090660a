"""``kamergraaf validate``: a graph against the shapes and its own promises."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from kamergraaf.cli import checking, reporting
from kamergraaf.errors import ExitCode


@click.command()
@checking.options
@click.option(
    "--quality/--no-quality",
    default=None,
    help="Run the quality checks across letters (docs/quality.md).  [default: run them, but with"
    " --state, because they look at all letters each time]",
)
@click.option(
    "--quality-profile",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="TOML file: the severity of quality checks, where another than the toolkit's.",
)
@reporting.options
@click.option(
    "--fail-on",
    type=click.Choice(["violation", "warning", "info", "never"]),
    default="violation",
    show_default=True,
    help="The mildest finding that makes the exit code 1.",
)
def command(
    subject: checking.Subject,
    against: checking.Against,
    quality: bool | None,
    quality_profile: Path | None,
    fail_on: str,
    telling: reporting.Telling,
) -> None:
    """Check a graph, of letters or any other, and say what is wrong, and where.

    FILE is Turtle, TriG, N-Triples, N-Quads, JSON-LD or RDF/XML, by its suffix; all are checked
    together, as one dataset. The checks of quotes, digests and coverage come with the built-in
    shapes; a Turtle file has no graphs apart, so that coverage is not checked there.
    """
    from kamergraaf.check import quality_files
    from kamergraaf.check.finding import Severity

    if quality is None:
        quality = subject.state is None or quality_profile is not None
    chosen = quality_files.load(quality_profile) if quality else ()
    report, sources = subject.check(replace(against.wanted(), quality=chosen))
    telling.tell(report, sources, fail_on)
    if fail_on != "never" and report.reaches(Severity(fail_on)):
        raise SystemExit(int(ExitCode.FINDINGS))
