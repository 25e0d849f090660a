"""What a store holds: letters, each with a record of how it was read, and other graphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from kamergraaf import iris

if TYPE_CHECKING:
    import pyoxigraph

_ENDS = (iris.facts_graph(""), iris.evidence_graph(""))
"""How the names of a letter's two graphs end."""

_SHA = iris.expand("kamer:sha256")


@dataclass(frozen=True, slots=True)
class Held:
    """A letter of a store, or a graph that is no letter's.

    ``record`` is a digest of what the store says of how the letter was read: it changes when
    another text, version or ontology made the letter's graphs. It is '' where the store says
    nothing of it, as when the graphs were not made by ``build``. Of another graph it is that of
    its quads.
    """

    iri: str
    record: str
    is_letter: bool = True
    quads: tuple[pyoxigraph.Quad, ...] = field(default=(), repr=False)
    """Another graph's quads, without those about a letter: these go with the letter."""


def survey(store: pyoxigraph.Store) -> tuple[list[Held], list[Held]]:
    """The letters of a store, and its other graphs, by IRI; letters' own graphs are not read."""
    letters: set[str] = set()
    others = [""]
    for graph in store.named_graphs():
        letter = letter_of(str(graph)[1:-1])
        if letter:
            letters.add(letter)
        else:
            others.append(str(graph)[1:-1])
    said: dict[str, list[str]] = {}
    graphs = [_other(store, name, letters, said) for name in sorted(others)]
    files = _files(store)
    held = [Held(one, _record(said.get(one, []), files.get(one, []))) for one in sorted(letters)]
    return held, [graph for graph in graphs if graph.quads]


def letter_of(graph: str) -> str:
    """The letter that a graph is of, by the graph's name; '' for another graph."""
    return next((graph.removesuffix(end) for end in _ENDS if graph.endswith(end)), "")


def quads_of(store: pyoxigraph.Store, letter: str) -> Iterator[pyoxigraph.Quad]:
    """The quads of the letter's two graphs, and what graphs that are no letter's say of it."""
    import pyoxigraph

    for end in _ENDS:
        yield from _graph(store, letter + end)
    for quad in store.quads_for_pattern(pyoxigraph.NamedNode(letter), None, None):
        if not letter_of(str(quad.graph_name)[1:-1]):
            yield quad


def _other(
    store: pyoxigraph.Store, name: str, letters: set[str], said: dict[str, list[str]]
) -> Held:
    """A graph that is no letter's; ``said`` takes its lines about letters."""
    lines, kept = [], []
    for quad in _graph(store, name):
        line = str(quad)
        subject, object_ = str(quad.subject)[1:-1], str(quad.object)[1:-1]
        for letter in {subject, object_} & letters:
            said.setdefault(letter, []).append(line)
        if subject not in letters:
            lines.append(line)
            kept.append(quad)
    return Held(name, sha256("\n".join(sorted(lines)).encode()).hexdigest(), False, tuple(kept))


def _files(store: pyoxigraph.Store) -> dict[str, list[str]]:
    """The digests of the files that each document was read from."""
    import pyoxigraph

    found: dict[str, list[str]] = {}
    for quad in store.quads_for_pattern(None, pyoxigraph.NamedNode(_SHA), None):
        found.setdefault(str(quad.subject)[1:-1], []).append(str(quad.object))
    return found


def _record(said: list[str], files: list[str]) -> str:
    """The digest of the record; the letter's file is known by its own digest."""
    return sha256("\n".join(sorted(said) + sorted(files)).encode()).hexdigest() if said else ""


def _graph(store: pyoxigraph.Store, name: str) -> Iterator[pyoxigraph.Quad]:
    import pyoxigraph

    graph = pyoxigraph.NamedNode(name) if name else pyoxigraph.DefaultGraph()
    return store.quads_for_pattern(None, None, None, graph)
