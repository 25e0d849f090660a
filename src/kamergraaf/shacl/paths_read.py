"""Property paths in RDF, read from a shapes graph."""

from __future__ import annotations

from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.lists import ListError, members
from kamergraaf.shacl.paths import (
    Alternative,
    Inverse,
    OneOrMore,
    Path,
    Predicate,
    Sequence,
    ZeroOrMore,
    ZeroOrOne,
)
from kamergraaf.shacl.terms import RDF_FIRST, RDF_NIL, is_blank, is_iri, sh

MOST_STEPS = 10_000
DEEPEST = 64
"""How many steps a path may have, and how deep they may be nested."""

_KINDS: dict[str, type[Inverse | ZeroOrMore | OneOrMore | ZeroOrOne]] = {
    sh("inversePath"): Inverse,
    sh("zeroOrMorePath"): ZeroOrMore,
    sh("oneOrMorePath"): OneOrMore,
    sh("zeroOrOnePath"): ZeroOrOne,
}
_ALTERNATIVE = sh("alternativePath")


class PathError(ValueError):
    """A path that is not well-formed, or too long; the message says how."""


def read(graph: Graph, node: str) -> Path:
    """The path that ``node`` stands for.

    Raises PathError for what is no path, runs in a circle, or has more than MOST_STEPS steps.
    """
    return _Reading(graph).path(node, 0)


class _Reading:
    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._steps = 0

    def path(self, node: str, depth: int) -> Path:
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise PathError(f"its path has more than {MOST_STEPS} steps")
        if depth > DEEPEST:
            raise PathError(f"its path is nested deeper than {DEEPEST} steps, or runs in a circle")
        if is_iri(node) and node != RDF_NIL:
            return Predicate(node)
        if not is_blank(node):
            raise PathError(f"{node} is no path")
        if self._graph.objects(RDF_FIRST)[node]:
            return Sequence(self._many(node, depth))
        return self._operator(node, depth)

    def _operator(self, node: str, depth: int) -> Path:
        ways = self._graph.objects(_ALTERNATIVE)[node]
        found = [
            (kind, of) for iri, kind in _KINDS.items() for of in self._graph.objects(iri)[node]
        ]
        if len(ways) + len(found) != 1:
            raise PathError(f"{node} is no path, or several at once")
        if ways:
            return Alternative(self._many(ways[0], depth))
        kind, inner = found[0]
        return kind(self.path(inner, depth + 1))

    def _many(self, head: str, depth: int) -> tuple[Path, ...]:
        try:
            nodes = members(self._graph, head, MOST_STEPS)
        except ListError as problem:
            raise PathError(f"its path is broken: {problem}") from None
        if len(nodes) < 2:
            raise PathError("its path is a list of fewer than two paths")
        return tuple(self.path(node, depth + 1) for node in nodes)
