"""The options by which a verb is told where its graph is, shared by the verbs that ask."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kamergraaf.ask.store import Oxigraph, Source

Verb = Callable[..., Any]

_GRAPH = click.option(
    "--graph",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A graph file (.trig .nq .jsonld .ttl .rdf .nt).",
)
_STORE = click.option(
    "--store", type=click.Path(path_type=Path), metavar="DIR", help="Folder of an Oxigraph store."
)
_ENDPOINT = click.option(
    "--endpoint", metavar="URL", help="A SPARQL server; the only way that uses the network."
)
_TIMEOUT = click.option(
    "--timeout",
    type=click.FloatRange(min=1),
    default=30.0,
    show_default=True,
    help="Seconds to wait for the endpoint, per try.",
)


def local(verb: Verb) -> Verb:
    """Add ``--graph`` and ``--store``."""
    return _GRAPH(_STORE(verb))


def anywhere(verb: Verb) -> Verb:
    """Add ``--graph``, ``--store``, ``--endpoint`` and ``--timeout``."""
    return local(_ENDPOINT(_TIMEOUT(verb)))


def open_local(graph: Path | None, store: Path | None) -> Oxigraph:
    """The graph file or the store that was named; exactly one must be."""
    from kamergraaf.ask.store import Oxigraph

    if graph is not None and store is None:
        return Oxigraph.from_file(graph)
    if store is not None and graph is None:
        return Oxigraph.from_folder(store)
    raise click.UsageError("say which graph: --graph FILE or --store DIR (one of them)")


def open_source(
    graph: Path | None, store: Path | None, endpoint: str | None, timeout: float
) -> Source:
    """The graph file, store or endpoint that was named; exactly one must be."""
    if sum(place is not None for place in (graph, store, endpoint)) != 1:
        raise click.UsageError(
            "say which graph to ask: --graph FILE, --store DIR or --endpoint URL (one of them)"
        )
    if endpoint is None:
        return open_local(graph, store)
    from kamergraaf.ask.remote import Remote
    from kamergraaf.ask.store import Endpoint

    return Endpoint(Remote(endpoint, timeout=timeout))
