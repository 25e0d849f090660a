"""Datasets in an Oxigraph store on disk."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from kamergraaf.errors import InputError
from kamergraaf.graph.quads import Quad


def replace(folder: Path, quads: Iterable[Quad]) -> None:
    """Put the graphs of ``quads`` into the store at ``folder``, in place of those of the same name.

    Other graphs stay. It is one transaction: the store holds all of it or none. The store is made
    where there is none. Raises InputError where it cannot be opened or is in use.
    """
    import pyoxigraph

    try:
        folder.mkdir(parents=True, exist_ok=True)
        store = pyoxigraph.Store(str(folder))
        store.update(_update(quads))
        store.flush()
    except OSError as problem:
        raise InputError(f"cannot write the store: {problem}", where=str(folder)) from problem


def _update(quads: Iterable[Quad]) -> str:
    """One SPARQL update that drops the graphs and inserts the quads; terms are N-Triples terms."""
    blocks = []
    drops = []
    for graph, inside in groupby(sorted(quads, key=lambda quad: quad[3]), lambda quad: quad[3]):
        triples = "".join(f"{s} {p} {o} .\n" for s, p, o, _ in inside)
        drops.append(f"DROP SILENT GRAPH {graph} ;\n")
        blocks.append(f"GRAPH {graph} {{\n{triples}}}\n")
    return "".join(drops) + "INSERT DATA {\n" + "".join(blocks) + "}"
