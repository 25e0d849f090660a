"""A dataset read once into dictionaries, which the checks then ask; linear in its quads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kamergraaf.errors import InputError
from kamergraaf.iris import expand

Term = NamedNode | BlankNode | Literal | Triple

RDF_TYPE = expand("rdf:type")
FACTS = "/graph/facts"


def name(term: object) -> str:
    """A term as one string: an IRI as it is, a blank node as ``_:id``, a literal's characters."""
    if isinstance(term, NamedNode | Literal):
        return term.value
    return str(term)


class _StarError(Exception):
    """A triple stands as a term."""


class Index:
    """The union of a dataset's graphs by predicate and subject, and the facts graphs apart.

    ``values[predicate][subject]`` holds the objects (keys of a dictionary, so that a triple in two
    graphs counts once), ``members[class]`` the subjects typed so, ``facts[letter]`` the triples of
    that letter's facts graph. Subjects are named as ``name`` does. ``sources`` are the files,
    stores and endpoints it was read from, as the caller named them; ``graphs`` the named graphs.
    """

    def __init__(self, quads: Iterable[Quad] = ()) -> None:
        self.values: dict[str, dict[str, dict[Term, None]]] = defaultdict(dict)
        self.members: dict[str, set[str]] = defaultdict(set)
        self.facts: dict[str, list[tuple[str, str, Term]]] = defaultdict(list)
        self.sources: list[str] = []
        self.graphs: set[str] = set()
        self.quads = 0
        for quad in quads:
            self._take(quad)

    def take(self, quads: Iterable[Quad], source: str) -> None:
        """Add what one source holds. Raises InputError where it holds nothing that can be used."""
        before = self.quads
        try:
            for quad in quads:
                self._take(quad)
        except _StarError:
            raise InputError(
                "a triple stands as a term, which SHACL does not know", where=source
            ) from None
        if self.quads == before:
            raise InputError("holds no statement", where=source)
        self.sources.append(source)

    def _take(self, quad: Quad) -> None:
        subject, predicate, object_ = name(quad.subject), quad.predicate.value, quad.object
        if isinstance(object_, Triple):
            raise _StarError
        self.quads += 1
        self.values[predicate].setdefault(subject, {})[object_] = None
        if predicate == RDF_TYPE:
            self.members[name(object_)].add(subject)
        graph = quad.graph_name
        if isinstance(graph, NamedNode):
            self.graphs.add(graph.value)
            if graph.value.endswith(FACTS):
                self.facts[graph.value[: -len(FACTS)]].append((subject, predicate, object_))

    def subjects(self, predicate: str) -> dict[str, dict[Term, None]]:
        """Every subject that has the predicate (a prefixed name), with its objects."""
        return self.values.get(expand(predicate), {})

    def objects(self, subject: str, predicate: str) -> list[Term]:
        """The objects of a subject, in a fixed order."""
        found = self.subjects(predicate).get(subject, {})
        return sorted(found, key=str) if len(found) > 1 else list(found)

    def names(self, subject: str, predicate: str) -> list[str]:
        """The objects of a subject as strings, in a fixed order."""
        return [name(term) for term in self.objects(subject, predicate)]

    def first(self, subject: str, predicate: str) -> str:
        """The first object as a string, '' where there is none."""
        return next(iter(self.names(subject, predicate)), "")

    def number(self, subject: str, predicate: str) -> int | None:
        """The first object as a whole number, None where there is none or it is not one."""
        try:
            return int(self.first(subject, predicate))
        except ValueError:
            return None

    def triples(self) -> Iterator[tuple[str, str, Term]]:
        """Every triple of the union, once."""
        for predicate, subjects in self.values.items():
            for subject, objects in subjects.items():
                for object_ in objects:
                    yield subject, predicate, object_
