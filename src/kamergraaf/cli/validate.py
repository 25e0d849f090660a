"""``kamergraaf validate``: a graph against the shapes and its own promises."""

from __future__ import annotations

from pathlib import Path

import click

from kamergraaf.cli import reporting
from kamergraaf.errors import ExitCode


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="FILE…")
@click.option(
    "--store",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of an Oxigraph store to check, alone or with the files.",
)
@click.option(
    "--shapes",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Turtle file or folder with shapes to use instead of the built-in ones (repeatable).",
)
@click.option(
    "--ontology",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Turtle file to use beside the built-in ontology, or a folder in its place (repeatable).",
)
@click.option(
    "--quality/--no-quality",
    default=True,
    show_default=True,
    help="Run the quality checks across letters (docs/quality.md).",
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
    files: tuple[Path, ...],
    store: Path | None,
    shapes: tuple[Path, ...],
    ontology: tuple[Path, ...],
    quality: bool,
    quality_profile: Path | None,
    fail_on: str,
    telling: reporting.Telling,
) -> None:
    """Check a graph (TriG, N-Quads, Turtle, JSON-LD, RDF/XML) and say what is wrong, and where.

    All files are checked together, as one dataset. The checks of quotes, digests and coverage
    come with the shapes; a Turtle file has no graphs apart, so that coverage is not checked there.
    """
    if not files and store is None:
        raise click.UsageError("say what to check: FILE…, --store DIR, or both")
    from kamergraaf.check import checks, dataset, quality_files
    from kamergraaf.check.finding import Severity

    chosen = quality_files.load(quality_profile) if quality else ()
    report = checks.run(dataset.read(files, store), shapes, ontology, chosen)
    telling.tell(report, [*files, *([store] if store else [])], fail_on)
    if fail_on != "never" and report.reaches(Severity(fail_on)):
        raise SystemExit(int(ExitCode.FINDINGS))
