"""A graph as an index of term strings, which the closures ask (``table[focus]``)."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kamergraaf.shacl.terms import RDF_TYPE, SUB_CLASS_OF

if TYPE_CHECKING:
    import pyoxigraph


class Table(dict[str, Sequence[str]]):
    """Terms by term. One that is not there has none; asking for it adds nothing."""

    def __missing__(self, key: str) -> Sequence[str]:
        return ()


class Found(Table):
    """A table that finds what it has not got when it is first asked for, and keeps it."""

    def __init__(self, find: Callable[[str], Sequence[str]], known: Table | None = None) -> None:
        super().__init__(known or ())
        self._find = find

    def __missing__(self, key: str) -> Sequence[str]:
        found = self[key] = self._find(key)
        return found


@contextmanager
def _no_collection() -> Iterator[None]:
    """Python's cyclic collector held back: an index is many small objects and no circle."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _put(table: Table, subject: str, object_: str, many: list[tuple[Table, str]]) -> None:
    found = table.get(subject)
    if found is None:
        table[subject] = (object_,)
    elif isinstance(found, list):
        found.append(object_)
    else:
        table[subject] = [*found, object_]
        many.append((table, subject))


def _each_once(many: list[tuple[Table, str]]) -> None:
    for table, subject in many:
        table[subject] = tuple(dict.fromkeys(table[subject]))


class Graph:
    """Triples of term strings, each once, by predicate and subject."""

    def __init__(self, triples: Iterable[Sequence[str]] = ()) -> None:
        """Index ``triples``: of each item the first three terms count, so that quads will do."""
        self._values: dict[str, Table] = {}
        self._forget()
        with _no_collection():
            many: list[tuple[Table, str]] = []
            for item in triples:
                subject, predicate, object_ = item[0], item[1], item[2]
                table = self._values.get(predicate)
                if table is None:
                    table = self._values[predicate] = Table()
                _put(table, subject, object_, many)
            _each_once(many)

    @classmethod
    def from_oxigraph(cls, quads: Iterable[pyoxigraph.Quad | pyoxigraph.Triple]) -> Graph:
        """The union of the graphs of pyoxigraph's quads or triples (a store gives its quads)."""
        graph = cls()
        graph.take(quads)
        return graph

    def take(self, quads: Iterable[pyoxigraph.Quad | pyoxigraph.Triple]) -> None:
        """Add pyoxigraph's quads or triples."""
        self._forget()
        tables: dict[object, Table] = {}
        many: list[tuple[Table, str]] = []
        # One string for each term: half the memory, and tables are asked with their own keys.
        keep = dict[str, str]().setdefault
        last, subject = None, ""
        with _no_collection():
            for quad in quads:
                # What comes after another is mostly about the same subject: compare, not convert.
                if quad.subject != last:
                    last = quad.subject
                    term = str(last)
                    subject = keep(term, term)
                predicate = quad.predicate
                table = tables.get(predicate)
                if table is None:
                    table = self._values.setdefault(str(predicate), Table())
                    tables[predicate] = table
                term = str(quad.object)
                _put(table, subject, keep(term, term), many)
            _each_once(many)

    def joined(self, triples: Iterable[Sequence[str]]) -> Graph:
        """This graph and the triples as one; what they do not touch is shared, not copied."""
        whole, more = Graph(), Graph(triples)
        whole._values = {**self._values}
        for predicate, table in more._values.items():
            own = Table(self.objects(predicate))
            for subject, objects in table.items():
                own[subject] = tuple(dict.fromkeys((*own[subject], *objects)))
            whole._values[predicate] = own
        return whole

    def _forget(self) -> None:
        """Drop what was derived."""
        self._inverse: dict[str, Table] = {}
        self._instances: dict[str, dict[str, None]] = {}

    def triples(self) -> Iterator[tuple[str, str, str]]:
        """Every triple, once."""
        for predicate, table in self._values.items():
            for subject, objects in table.items():
                for object_ in objects:
                    yield subject, predicate, object_

    def objects(self, predicate: str) -> Table:
        """The objects of the predicate by subject."""
        return self._values.get(predicate) or Table()

    def subjects(self, predicate: str) -> Table:
        """The subjects of the predicate by object."""
        table = self._inverse.get(predicate)
        if table is None:
            found: dict[str, list[str]] = {}
            for subject, objects in self.objects(predicate).items():
                for object_ in objects:
                    found.setdefault(object_, []).append(subject)
            table = self._inverse[predicate] = Table(found)
        return table

    def predicates(self) -> Iterable[str]:
        """Every predicate of the graph."""
        return self._values.keys()

    def about(self, node: str) -> Mapping[str, Sequence[str]]:
        """What the graph states about the node: objects by predicate."""
        # Asked of few nodes: an index by node would cost as much as the one by predicate.
        return {p: table[node] for p, table in self._values.items() if node in table}

    def beyond(self, allowed: Set[str]) -> Table:
        """The predicates outside ``allowed`` by the subjects that have them (``sh:closed``)."""
        others = [(p, table) for p, table in self._values.items() if p not in allowed]
        return Found(lambda node: [predicate for predicate, table in others if node in table])

    def instances(self, class_: str) -> Mapping[str, None]:
        """The SHACL instances of the class, in the graph's order: also those of its subclasses."""
        found = self._instances.get(class_)
        if found is None:
            typed = self.subjects(RDF_TYPE)
            found = {node: None for below in self.below(class_) for node in typed[below]}
            self._instances[class_] = found
        return found

    def is_instance(self, class_: str) -> Callable[[str], bool]:
        """A test whether a node is a SHACL instance of the class."""
        return self.instances(class_).__contains__

    def below(self, class_: str) -> Mapping[str, None]:
        """The class and all its subclasses in this graph."""
        below, found, left = self.subjects(SUB_CLASS_OF), {class_: None}, [class_]
        while left:
            new = [node for node in below[left.pop()] if node not in found]
            found.update(dict.fromkeys(new))
            left += new
        return found

    def subjects_of(self, predicate: str) -> Collection[str]:
        """Every node that has the predicate (``sh:targetSubjectsOf``)."""
        return self.objects(predicate).keys()

    def objects_of(self, predicate: str) -> Collection[str]:
        """Every node that is a value of the predicate (``sh:targetObjectsOf``)."""
        return self.subjects(predicate).keys()
