"""``kamergraaf sparql``: any query to a graph."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kamergraaf.cli import sources
from kamergraaf.errors import InputError


@click.command()
@click.argument("query")
@sources.anywhere
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "csv", "json", "markdown"]),
    default="table",
    show_default=True,
    help="How to write rows; a CONSTRUCT or DESCRIBE is written as Turtle.",
)
def command(
    query: str,
    graph: Path | None,
    store: Path | None,
    endpoint: str | None,
    timeout: float,
    format_: str,
) -> None:
    """Run QUERY: the text itself, @FILE, or - for standard input.

    The default graph is the union of all graphs. The prefixes of the house (kamer:, kid:,
    dcterms:, skos:, …) need not be declared.
    """
    from kamergraaf.ask.prologue import declared
    from kamergraaf.ask.store import Oxigraph
    from kamergraaf.cli import tables

    text = declared(_text(query))
    source = sources.open_source(graph, store, endpoint, timeout)
    triples = source.construct(text) if isinstance(source, Oxigraph) else None
    if triples is None:
        click.echo(tables.FORMATS[format_](source.select(text)), nl=False)
    else:
        from kamergraaf.graph.turtle import turtle

        click.echo(turtle(triples), nl=False)


def _text(query: str) -> str:
    """The query's text. Raises InputError for a file that cannot be read."""
    if query == "-":
        return sys.stdin.read()
    if not query.startswith("@"):
        return query
    path = Path(query[1:])
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise InputError(f"cannot read the query: {problem}", where=str(path)) from problem
