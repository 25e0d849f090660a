"""RDF lists, read without recursion and without following a circle."""

from __future__ import annotations

from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.terms import RDF_FIRST, RDF_NIL, RDF_REST


class ListError(ValueError):
    """An RDF list that is not well-formed; the message says how."""


def members(graph: Graph, head: str, most: int | None = None) -> tuple[str, ...]:
    """The members of the list, in order.

    Raises ListError for one that runs in a circle, has two ends or a hole, or more than ``most``
    members.
    """
    firsts, rests = graph.objects(RDF_FIRST), graph.objects(RDF_REST)
    found: list[str] = []
    walked: set[str] = set()
    node = head
    while node != RDF_NIL:
        if node in walked:
            raise ListError(f"the list {head} runs in a circle")
        walked.add(node)
        first, rest = firsts[node], rests[node]
        if len(first) != 1 or len(rest) != 1:
            raise ListError(f"{head} is not a well-formed list")
        found.append(first[0])
        if most is not None and len(found) > most:
            raise ListError(f"the list {head} has more than {most} members")
        node = rest[0]
    return tuple(found)
