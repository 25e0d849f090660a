"""A dataset read once into the index that the shapes and the checks ask; linear in its quads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from pyoxigraph import NamedNode, Quad, Triple

from kamergraaf.errors import InputError
from kamergraaf.graph.quads import value
from kamergraaf.iris import expand
from kamergraaf.shacl.graph import Graph

RDF_TYPE = expand("rdf:type")
FACTS = "/graph/facts"
_LONG = 2_000


def name(term: str) -> str:
    """A term as a person sees it: an IRI without brackets, ``_:id``, a literal's characters."""
    if term[0] == "<":
        return term[1:-1]
    if term[0] == "_":
        return term
    return value(term).text if len(term) < _LONG else _long(term)


@lru_cache(maxsize=16)
def _long(term: str) -> str:
    """The characters of a long literal: a letter's text is asked for each of its quotes."""
    return value(term).text


_expanded = lru_cache(maxsize=1_000)(expand)


class _StarError(Exception):
    """A triple stands as a term."""


class Index:
    """The union of a dataset's graphs, and the facts graphs apart.

    ``graph`` is what the SHACL engine asks, with N-Triples terms. Here subjects and predicates are
    named as ``name`` does; objects are terms, so that a literal is told from an IRI. ``facts`` are
    the triples of each letter's facts graph, ``sources`` the files, stores and endpoints that were
    read, as the caller named them; ``graphs`` the named graphs.
    """

    def __init__(self, quads: Iterable[Quad] = ()) -> None:
        self.graph = Graph()
        self.facts: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        self.sources: list[str] = []
        self.graphs: set[str] = set()
        self.quads = 0
        self._subjects: dict[str, dict[str, Sequence[str]]] = {}
        self._add(quads)

    def take(self, quads: Iterable[Quad], source: str) -> None:
        """Add what one source holds. Raises InputError where it holds nothing that can be used."""
        before = self.quads
        try:
            self._add(quads)
        except _StarError:
            raise InputError(
                "a triple stands as a term, which SHACL does not know", where=source
            ) from None
        if self.quads == before:
            raise InputError("holds no statement", where=source)
        self.sources.append(source)

    def _add(self, quads: Iterable[Quad]) -> None:
        self.graph.take(self._watched(quads))
        self._subjects.clear()
        self.__dict__.pop("members", None)

    def _watched(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        """The quads, with a note of their graphs."""
        last, facts = None, None
        for quad in quads:
            self.quads += 1
            if isinstance(quad.object, Triple):
                raise _StarError
            if quad.graph_name != last:
                last, facts = quad.graph_name, None
                if isinstance(last, NamedNode):
                    self.graphs.add(last.value)
                    if last.value.endswith(FACTS):
                        facts = self.facts[last.value[: -len(FACTS)]]
            if facts is not None:
                facts.append((name(str(quad.subject)), quad.predicate.value, str(quad.object)))
            yield quad

    @cached_property
    def members(self) -> dict[str, set[str]]:
        """The subjects that are typed so, by class."""
        typed = self.graph.subjects(f"<{RDF_TYPE}>")
        return {name(class_): set(map(name, nodes)) for class_, nodes in typed.items()}

    def subjects(self, predicate: str) -> dict[str, Sequence[str]]:
        """Every subject that has the predicate (a prefixed name), with its objects."""
        found = self._subjects.get(predicate)
        if found is None:
            table = self.graph.objects(f"<{expand(predicate)}>")
            found = {name(subject): objects for subject, objects in table.items()}
            self._subjects[predicate] = found
        return found

    def held(self, subject: str, predicate: str) -> Sequence[str]:
        """The objects of a subject by a predicate (an IRI), as they come."""
        node = subject if subject.startswith("_:") else f"<{subject}>"
        return self.graph.objects(f"<{predicate}>")[node]

    def objects(self, subject: str, predicate: str) -> list[str]:
        """The objects of a subject by a predicate (a prefixed name), in a fixed order."""
        return sorted(self.held(subject, _expanded(predicate)))

    def names(self, subject: str, predicate: str) -> list[str]:
        """The objects of a subject as names, in a fixed order."""
        return [name(term) for term in self.objects(subject, predicate)]

    def first(self, subject: str, predicate: str) -> str:
        """The first object as a name, '' where there is none."""
        found = self.held(subject, _expanded(predicate))
        return name(min(found)) if found else ""

    def number(self, subject: str, predicate: str) -> int | None:
        """The first object as a whole number, None where there is none or it is not one."""
        try:
            return int(self.first(subject, predicate))
        except ValueError:
            return None

    def predicates(self) -> list[str]:
        """Every predicate of the dataset."""
        return [name(predicate) for predicate in self.graph.predicates()]

    def nodes(self) -> set[str]:
        """Every subject of the dataset."""
        tables = (self.graph.objects(predicate) for predicate in self.graph.predicates())
        return {name(subject) for table in tables for subject in table}

    def triples(self) -> Iterator[tuple[str, str, str]]:
        """Every triple of the union, once, as terms."""
        return self.graph.triples()
