"""Property paths walked: a path over a graph as a table of value nodes by focus node.

A step takes a set of nodes to a set of nodes, so that nothing is walked twice for one focus node
and a circle in the data ends by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Sequence as Terms

from kamergraaf.shacl.graph import Found, Graph, Table
from kamergraaf.shacl.paths import (
    Alternative,
    Inverse,
    Path,
    Predicate,
    Sequence,
    ZeroOrMore,
    ZeroOrOne,
)

MOST_KEPT = 5_000_000
Nodes = dict[str, None]
"""An ordered set."""
Step = Callable[[Iterable[str]], Nodes]


def table(path: Path, graph: Graph) -> Table:
    """The value nodes along ``path``, each once, by focus node."""
    match path:
        case Predicate(iri):
            return graph.objects(iri)
        case Inverse(Predicate(iri)):
            return graph.subjects(iri)
    step = _step(path, graph, backwards=False)
    return Walked(lambda focus: tuple(step((focus,))))


class Walked(Found):
    """The value nodes of a path, kept up to ``MOST_KEPT`` of them and found anew beyond that.

    Along a chain of nodes each has all that come after it: kept, they would fill the memory.
    """

    _room = MOST_KEPT

    def __missing__(self, key: str) -> Terms[str]:
        found = self._find(key)
        self._room -= len(found)
        if self._room >= 0:
            self[key] = found
        return found


def _step(path: Path, graph: Graph, *, backwards: bool) -> Step:
    match path:
        case Predicate(iri):
            return _along(graph.subjects(iri) if backwards else graph.objects(iri))
        case Inverse(inner):
            return _step(inner, graph, backwards=not backwards)
        case Sequence(paths):
            order = reversed(paths) if backwards else paths
            return _after([_step(step, graph, backwards=backwards) for step in order])
        case Alternative(paths):
            return _any([_step(way, graph, backwards=backwards) for way in paths])
    once = _step(path.path, graph, backwards=backwards)
    if isinstance(path, ZeroOrOne):
        return lambda nodes: dict.fromkeys(kept := list(nodes)) | once(kept)
    closure = _closure(once)
    return closure if isinstance(path, ZeroOrMore) else _after([once, closure])


def _along(values: Table) -> Step:
    return lambda nodes: {value: None for node in nodes for value in values[node]}


def _after(steps: list[Step]) -> Step:
    def walk(nodes: Iterable[str]) -> Nodes:
        for step in steps:
            nodes = step(nodes)
        return dict.fromkeys(nodes)

    return walk


def _any(ways: list[Step]) -> Step:
    def walk(nodes: Iterable[str]) -> Nodes:
        kept = list(nodes)
        return {value: None for way in ways for value in way(kept)}

    return walk


def _closure(step: Step) -> Step:
    def walk(nodes: Iterable[str]) -> Nodes:
        new = dict.fromkeys(nodes)
        found = dict(new)
        while new:
            new = {node: None for node in step(new) if node not in found}
            found.update(new)
        return found

    return walk
