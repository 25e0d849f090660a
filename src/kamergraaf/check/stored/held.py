"""What a store holds: letters, each with a record of how it was read, and the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from kamergraaf import iris
from kamergraaf.graph.quads import Quad

if TYPE_CHECKING:
    import pyoxigraph

_ENDS = (iris.facts_graph(""), iris.evidence_graph(""))
"""How the names of a letter's two graphs end."""

_SHA = f"<{iris.expand('kamer:sha256')}>"


@dataclass(frozen=True, slots=True)
class Held:
    """A letter of a store: its IRI, and a digest of what the store says of how it was read.

    The record changes when another text, version or ontology made the letter's graphs; it is ''
    where the store says nothing of it, as when the graphs were not made by ``build``.
    """

    iri: str
    record: str


@dataclass(frozen=True, slots=True)
class Rest:
    """The quads of all graphs that are no letter's, and a digest of those that name no letter."""

    quads: tuple[Quad, ...]
    digest: str


def survey(store: pyoxigraph.Store) -> tuple[list[Held], Rest]:
    """The letters of a store, by IRI, and what else it holds; letters' graphs are not read."""
    letters: set[str] = set()
    others: list[str] = []
    for graph in store.named_graphs():
        end = next((end for end in _ENDS if str(graph).endswith(f"{end}>")), "")
        if end:
            letters.add(f"{str(graph)[: -len(end) - 1]}>")
        else:
            others.append(str(graph))
    quads = [quad for name in ["", *sorted(others)] for quad in _graph(store, name)]
    said: dict[str, list[str]] = {}
    general = sha256()
    for quad in sorted(quads):
        about = [term for term in (quad[0], quad[2]) if term in letters]
        for letter in about:
            said.setdefault(letter, []).append(" ".join(quad))
        if not about:
            general.update(" ".join(quad).encode())
    held = [Held(letter[1:-1], _record(store, letter, said)) for letter in sorted(letters)]
    return held, Rest(tuple(quads), general.hexdigest())


def own(store: pyoxigraph.Store, letter: str) -> Iterator[Quad]:
    """The quads of the letter's two graphs."""
    for end in _ENDS:
        yield from _graph(store, f"<{letter}{end}>")


def _record(store: pyoxigraph.Store, letter: str, said: dict[str, list[str]]) -> str:
    """The digest of the record; the letter's file is known by its own digest."""
    import pyoxigraph

    if letter not in said:
        return ""
    node = pyoxigraph.NamedNode(letter[1:-1])
    sha = pyoxigraph.NamedNode(_SHA[1:-1])
    files = sorted(str(quad.object) for quad in store.quads_for_pattern(node, sha, None))
    return sha256("\n".join([*said[letter], *files]).encode()).hexdigest()


def _graph(store: pyoxigraph.Store, name: str) -> Iterator[Quad]:
    import pyoxigraph

    graph = pyoxigraph.NamedNode(name[1:-1]) if name else pyoxigraph.DefaultGraph()
    for quad in store.quads_for_pattern(None, None, None, graph):
        yield str(quad.subject), str(quad.predicate), str(quad.object), name
