"""``kamergraaf build``: letters to graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kamergraaf import iris
from kamergraaf.errors import ExitCode

if TYPE_CHECKING:
    from kamergraaf.pipeline import Order, Tally

_SHOWN = 10
"""Files that are told one by one; the others are counted."""


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
    help="Folder of an Oxigraph store to add the letters to; those it has are not read again.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    help="Processes that read letters. [default: one per processor, one for a few letters]",
)
@click.option("--rebuild", is_flag=True, help="Read letters that the store has already, too.")
@click.option(
    "--prune",
    is_flag=True,
    help="Take letters out of the store that were read from these folders and whose file is gone.",
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
    jobs: int,
    rebuild: bool,
    prune: bool,
    base: str,
    ontology: tuple[Path, ...],
) -> None:
    """Turn letters (files, folders of them, glob patterns) into a graph.

    A file that cannot be read is told and skipped; the others are still written, and the exit
    code is 3. A build into a store can be interrupted at any time: the same call goes on where it
    stopped. A changed file replaces the letter that it gave before.
    """
    if output is None and store is None:
        raise click.UsageError("say where to write: -o FILE, --store DIR, or both")
    if prune and store is None:
        raise click.UsageError("--prune is about a store: give --store DIR")
    iris.checked_base(base)
    from kamergraaf import pipeline
    from kamergraaf.graph.build import time_of_making

    time_of_making()  # A wrong one is told before a letter is read.
    order = pipeline.Order(pipeline.Settings(base, ontology), output, store, jobs, rebuild, prune)
    tally = _built(paths, order)
    _tell_gone(tally, prune)
    targets = " and ".join(str(t) for t in (output, store) if t)
    click.echo(f"{_summary(tally)}: {targets}", err=True)
    if tally.counts[pipeline.What.SKIPPED]:
        raise SystemExit(int(ExitCode.INPUT))


def _built(paths: tuple[Path, ...], order: Order) -> Tally:
    """Build, and tell how far it is."""
    from kamergraaf import pipeline
    from kamergraaf.cli.progress import Progress

    progress = Progress()
    try:
        return pipeline.build_many(paths, order, progress)
    finally:
        progress.close()


def _tell_gone(tally: Tally, prune: bool) -> None:
    """Tell which letters of the store have no file any more, and what became of them."""
    said = "taken out of the store" if prune else "still in the store (--prune takes it out)"
    for path in tally.gone[:_SHOWN]:
        click.echo(f"kamergraaf: {path}: the file is gone; its letter is {said}", err=True)
    if len(tally.gone) > _SHOWN:
        click.echo(f"kamergraaf: the same for {len(tally.gone) - _SHOWN} more", err=True)


def _summary(tally: Tally) -> str:
    """How many letters were read, left as they are, or could not be read."""
    from kamergraaf.pipeline import What

    counts = tally.counts
    read = counts[What.READ]
    told = [f"{read} letter{'s' if read != 1 else ''} read"]
    for what in (What.UNCHANGED, What.REPEATED):
        if counts[what]:
            told.append(f"{counts[what]} {what}")
    told.append(f"{counts[What.SKIPPED]} skipped")
    told.append(f"{tally.warnings} warning{'s' if tally.warnings != 1 else ''}")
    return ", ".join(told)
