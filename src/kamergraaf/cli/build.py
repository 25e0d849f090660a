"""``kamergraaf build``: letters to graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kamergraaf import iris
from kamergraaf.errors import ExitCode, InputError

if TYPE_CHECKING:
    from kamergraaf.pipeline import Built


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write; its suffix says the format (.trig .nq .jsonld .ttl .rdf).",
)
@click.option(
    "--store",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of an Oxigraph store to add the letters to.",
)
@click.option("--base", default=iris.BASE, show_default=True, help="IRI under which things live.")
@click.option(
    "--ontology",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Turtle file or folder to use beside the built-in registers (repeatable).",
)
def command(
    paths: tuple[Path, ...],
    output: Path | None,
    store: Path | None,
    base: str,
    ontology: tuple[Path, ...],
) -> None:
    """Turn letters (files, or folders of them) into a graph.

    A file that cannot be read is told and skipped; the others are still written, and the exit
    code is 3.
    """
    if output is None and store is None:
        raise click.UsageError("say where to write: -o FILE, --store DIR, or both")
    from kamergraaf import pipeline
    from kamergraaf.graph import files

    if output is not None:
        files.format_of(output)  # a wrong suffix is told before the work, not after it

    vocabulary = pipeline.vocabulary(ontology)
    built = pipeline.build(paths, vocabulary)
    for problem in built.failures:
        click.echo(f"kamergraaf: {problem}", err=True)
    if not built.extractions:
        raise InputError("no letter could be read; nothing was written")
    pipeline.write(built, vocabulary, output=output, store=store, base=base)
    click.echo(_summary(built, output, store), err=True)
    if built.failures:
        raise SystemExit(int(ExitCode.INPUT))


def _summary(built: Built, output: Path | None, store: Path | None) -> str:
    """One line: how many letters were read and where they went."""
    targets = " and ".join(str(t) for t in (output, store) if t)
    warnings = sum(len(e.warnings) for e in built.extractions)
    read = len(built.extractions)
    return (
        f"{read} letter{'s' if read != 1 else ''} read, {len(built.failures)} skipped, "
        f"{warnings} warning{'s' if warnings != 1 else ''}: {targets}"
    )
