"""One letter of a store: its own graphs as an index, and those graphs laid over all the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from contextlib import suppress
from typing import TYPE_CHECKING

from kamergraaf.check.index import Index
from kamergraaf.check.stored.state import number
from kamergraaf.iris import expand
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.layered import ALL, Key, Layered, Outside

if TYPE_CHECKING:
    import pyoxigraph

_LETTER = f"<{expand('kamer:letter')}>"
_MARKS = ("/", "#")
"""What follows the letter's IRI in the IRIs of the things that it introduces and of its spans."""


class LetterIndex(Index):
    """What a letter's own graphs say; of what they do not describe, what the store says.

    The named checks hold a letter to its own graphs: what it says of a paper is proved by itself,
    whatever other letters say of that paper.
    """

    def __init__(self, letter: str, quads: Iterable[pyoxigraph.Quad], outside: Outside) -> None:
        """Index ``quads``, the letter's own. '' as ``letter`` stands for what is no letter's."""
        super().__init__(quads)
        self.letter, self.outside = letter, outside
        self.asked: set[Key] = set()
        """What the store was asked of nodes that the letter's graphs do not describe."""
        self.is_own = _own(letter, self.graph)

    def held(self, subject: str, predicate: str) -> Sequence[str]:
        """The objects of a subject by a predicate (an IRI), as they come."""
        node = subject if subject.startswith("_:") else f"<{subject}>"
        by = f"<{predicate}>"
        if self.is_own(node) or self.graph.about(node):
            return self.graph.objects(by)[node]
        self.asked.add((node, by))
        with suppress(ValueError):  # a check's name is asked for a label, too, and is no node
            return self.outside.about(node).get(by, ())
        return ()

    def layered(self) -> Layered:
        """The letter's graph over the store, as a SHACL engine asks it."""
        return Layered(self.graph, self.outside, self.is_own, self.asked)

    def share(self, inverse: Set[str], *, everything: bool) -> set[tuple[int, int]]:
        """What the letter's graphs say of nodes that others may describe or ask about.

        Pairs of a key (``state.number`` of a node and a predicate) and an answer to it; of what
        points at a node only by the predicates in ``inverse``. ``everything`` adds each node's key
        for all that is said of it.
        """
        found: set[tuple[int, int]] = set()
        for subject, predicate, object_ in self.graph.triples():
            if not self.is_own(subject):
                found.add((number(subject, predicate), number(object_)))
                if everything:
                    found.add((number(subject, ALL), number(predicate, object_)))
            if predicate in inverse and not self.is_own(object_):
                found.add((number(object_, f"^{predicate}"), number(subject)))
        return found


def _own(letter: str, graph: Graph) -> Callable[[str], bool]:
    """A test for the nodes that nobody else describes: those under the letter's IRI, and its
    statements, whose IRIs are digests of what they say and of the letter's own IRI.

    The letter's IRI itself may be described elsewhere, by a letter that cites it.
    """
    if not letter:
        return lambda term: False
    starts = tuple(f"<{letter}{mark}" for mark in _MARKS)
    named = graph.objects(_LETTER)
    statements = {node for node, letters in named.items() if tuple(letters) == (f"<{letter}>",)}
    return lambda term: term.startswith(starts) or term in statements
