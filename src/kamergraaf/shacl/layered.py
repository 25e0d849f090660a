"""One letter's graph in memory, over all that a store holds: what a big store is validated with.

The tables answer as those of the whole graph would. What a letter describes under its own IRI no
other graph describes; any other node is looked up outside once, and kept for the next letter.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from typing import TYPE_CHECKING

from kamergraaf.graph.quads import to_oxigraph
from kamergraaf.shacl.graph import Found, Graph, Table
from kamergraaf.shacl.terms import RDF_TYPE, SUB_CLASS_OF, is_literal

if TYPE_CHECKING:
    import pyoxigraph

Key = tuple[str, str]
"""A node and what was asked of it: a predicate, a predicate after ``^`` for what points at the
node by it, or ``*`` for all its predicates."""

ALL = "*"
_KEPT = 100_000
_NOTHING: Mapping[str, Sequence[str]] = {}


class Outside:
    """What lies outside a letter: graphs in memory (registers, ontology) and a store.

    One serves many letters: what was looked up is kept, so the store must not change meanwhile.
    """

    def __init__(self, shared: Graph | None = None, store: pyoxigraph.Store | None = None) -> None:
        self._shared, self._store = shared or Graph(), store
        self._about: dict[str, Mapping[str, Sequence[str]]] = {}
        self._pointing: dict[Key, Sequence[str]] = {}
        self._below: dict[str, Mapping[str, None]] = {}

    def about(self, node: str) -> Mapping[str, Sequence[str]]:
        """What is stated about the node: objects by predicate."""
        found = self._about.get(node)
        if found is None:
            stated = self._shared.about(node)
            found = _both(stated, self._stored(node)) if self._store is not None else stated
            if len(self._about) >= _KEPT:
                self._about.clear()
            self._about[node] = found
        return found

    def pointing(self, node: str, predicate: str) -> Sequence[str]:
        """The nodes that have ``node`` as a value of the predicate."""
        key = node, predicate
        found = self._pointing.get(key)
        if found is None:
            found = self._shared.subjects(predicate)[node]
            if self._store is not None:
                found = _union(found, self._stored_pointing(node, predicate))
            if len(self._pointing) >= _KEPT:
                self._pointing.clear()
            self._pointing[key] = found
        return found

    def below(self, class_: str) -> Mapping[str, None]:
        """The class and its subclasses."""
        found = self._below.get(class_)
        if found is None:
            found, left = {class_: None}, [class_]
            while left:
                near = self.pointing(left.pop(), SUB_CLASS_OF)
                new = [node for node in near if node not in found]
                found.update(dict.fromkeys(new))
                left += new
            self._below[class_] = found
        return found

    def _stored(self, node: str) -> Mapping[str, Sequence[str]]:
        import pyoxigraph

        assert self._store is not None
        subject = to_oxigraph(node)
        if isinstance(subject, pyoxigraph.Literal):
            return _NOTHING
        found: dict[str, dict[str, None]] = {}
        for quad in self._store.quads_for_pattern(subject, None, None):
            found.setdefault(str(quad.predicate), {})[str(quad.object)] = None
        return {predicate: tuple(objects) for predicate, objects in found.items()}

    def _stored_pointing(self, node: str, predicate: str) -> Sequence[str]:
        import pyoxigraph

        assert self._store is not None
        by = pyoxigraph.NamedNode(predicate[1:-1])
        found = self._store.quads_for_pattern(None, by, to_oxigraph(node))
        return tuple({str(quad.subject): None for quad in found})


class Layered(Graph):
    """A letter's graph over what lies outside it."""

    def __init__(
        self,
        own: Graph,
        outside: Outside,
        is_own: Callable[[str], bool],
        asked: set[Key] | None = None,
    ) -> None:
        """Lay ``own`` over ``outside``; ``is_own`` tells the nodes that nobody else describes.

        ``asked`` is filled with what was asked of outside: as long as none of that changes, the
        results of a validation stay.
        """
        super().__init__()
        self._own, self._outside, self._is_own, self._asked = own, outside, is_own, asked
        self._tables: dict[str, Table] = {}
        self._pointing: dict[str, Table] = {}
        self._by_class: Table | None = None
        subjects = dict.fromkeys(s for p in own.predicates() for s in own.objects(p))
        self._foreign = {node: None for node in subjects if not is_own(node)}

    def objects(self, predicate: str) -> Table:
        """The objects of the predicate by subject."""
        table = self._tables.get(predicate)
        if table is None:
            own, foreign = self._own.objects(predicate), self._foreign
            table = self._tables[predicate] = Found(self._finder(predicate), own)
            for node in foreign.keys() & own.keys():
                del table[node]
        return table

    def _finder(self, predicate: str) -> Callable[[str], Sequence[str]]:
        own, outside, is_own = self._own.objects(predicate), self._outside, self._is_own

        def find(node: str) -> Sequence[str]:
            if is_own(node) or is_literal(node):
                return ()
            self._ask(node, predicate)
            return _union(own[node], outside.about(node).get(predicate, ()))

        return find

    def subjects(self, predicate: str) -> Table:
        """The subjects of the predicate by object."""
        table = self._pointing.get(predicate)
        if table is None:
            own, outside = self._own.subjects(predicate), self._outside

            def find(node: str) -> Sequence[str]:
                self._ask(node, f"^{predicate}")
                return _union(own[node], outside.pointing(node, predicate))

            table = self._pointing[predicate] = Found(find)
        return table

    def about(self, node: str) -> Mapping[str, Sequence[str]]:
        """What is stated about the node: objects by predicate."""
        stated = self._own.about(node)
        if self._is_own(node):
            return stated
        self._ask(node, ALL)
        return _both(stated, self._outside.about(node))

    def beyond(self, allowed: Set[str]) -> Table:
        """The predicates outside ``allowed`` by the subjects that have them."""
        return Found(lambda node: [p for p in self.about(node) if p not in allowed])

    def below(self, class_: str) -> Mapping[str, None]:
        """The class and all its subclasses."""
        if self._own.objects(SUB_CLASS_OF):
            return super().below(class_)
        found = self._outside.below(class_)
        for node in found:
            self._ask(node, f"^{SUB_CLASS_OF}")
        return found

    def instances(self, class_: str) -> Mapping[str, None]:
        """The instances of the class among the nodes that the letter describes."""
        found = self._instances.get(class_)
        if found is None:
            typed = self._typed()
            found = {node: None for below in self.below(class_) for node in typed[below]}
            self._instances[class_] = found
        return found

    def _typed(self) -> Table:
        """The nodes that the letter describes by their classes, also those told outside."""
        if self._by_class is None:
            own, types = self._own.subjects(RDF_TYPE), self.objects(RDF_TYPE)
            found = {class_: list(nodes) for class_, nodes in own.items()}
            for node in self._foreign:
                for class_ in types[node]:
                    found.setdefault(class_, []).append(node)
            self._by_class = Table(found)
        return self._by_class

    def is_instance(self, class_: str) -> Callable[[str], bool]:
        """A test whether a node, the letter's or another, is an instance of the class."""
        below, types = self.below(class_).keys(), self.objects(RDF_TYPE)
        return lambda node: not below.isdisjoint(types[node])

    def subjects_of(self, predicate: str) -> Collection[str]:
        """Every node that the letter describes and that has the predicate."""
        table = self.objects(predicate)
        foreign = [node for node in self._foreign if table[node]]
        return dict.fromkeys([*self._own.objects(predicate), *foreign])

    def objects_of(self, predicate: str) -> Collection[str]:
        """Every node that is a value of the predicate in the letter."""
        return self._own.objects_of(predicate)

    def predicates(self) -> Iterable[str]:
        """Every predicate of the letter's own graph."""
        return self._own.predicates()

    def _ask(self, node: str, what: str) -> None:
        if self._asked is not None:
            self._asked.add((node, what))


def _union(left: Sequence[str], right: Sequence[str]) -> Sequence[str]:
    if not left or not right:
        return left or right
    return tuple(dict.fromkeys((*left, *right)))


def _both(
    left: Mapping[str, Sequence[str]], right: Mapping[str, Sequence[str]]
) -> Mapping[str, Sequence[str]]:
    if not left or not right:
        return left or right
    return {p: _union(left.get(p, ()), right.get(p, ())) for p in {**left, **right}}
