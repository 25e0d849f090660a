"""``kamergraaf export``: a graph in another format."""

from __future__ import annotations

from pathlib import Path

import click

from kamergraaf.cli import sources


@click.command()
@sources.local
@click.option(
    "--format",
    "format_",
    type=click.Choice(["turtle", "trig", "nquads", "jsonld", "rdfxml", "csv"]),
    help="Format to write; without it, the one that the output's suffix says.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write; without it, standard output.",
)
def command(
    graph: Path | None, store: Path | None, format_: str | None, output: Path | None
) -> None:
    """Write a graph in another format.

    TriG, N-Quads and JSON-LD carry the dataset, Turtle and RDF/XML the union of its graphs; CSV
    has one line per statement with its quote and offsets, and what it is inferred from.
    """
    from kamergraaf.ask.statements import table
    from kamergraaf.cli import tables
    from kamergraaf.graph import files, reading

    if format_ is None:
        if output is None:
            raise click.UsageError("say which format: --format FORMAT, or -o FILE with its suffix")
        format_ = "csv" if output.suffix.lower() == ".csv" else reading.format_of(output)
    source = sources.open_local(graph, store)
    if format_ == "csv":
        text = tables.as_csv(table(source))
    else:
        text = files.serialise(files.quads_of(source.store), format_)
    if output is None:
        click.echo(text, nl=False)
    else:
        files.write_text(output, text)
