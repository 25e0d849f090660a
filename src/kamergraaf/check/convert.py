"""From the quads of the house to rdflib graphs and back: what pyshacl is given, and its paths."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING

from kamergraaf.check.index import Index
from kamergraaf.check.ontology import Ontology
from kamergraaf.errors import InputError
from kamergraaf.iris import PREFIXES, expand

if TYPE_CHECKING:
    from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple
    from rdflib import Graph
    from rdflib.term import Node

SH = PREFIXES["sh"]
TARGETS = ("targetClass", "targetSubjectsOf", "targetObjectsOf", "targetNode")


@contextmanager
def quiet() -> Iterator[None]:
    """Keep rdflib from logging literals that are not of their datatype: the report tells them."""
    logger = logging.getLogger("rdflib.term")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


def pour(graph: Graph, quads: Iterable[Quad], scope: str) -> None:
    """Add the quads to the graph; ``scope`` keeps equal blank node ids of two files apart."""
    from rdflib import URIRef

    for quad in quads:
        graph.add(
            (
                _term(quad.subject, scope),
                URIRef(quad.predicate.value),
                _term(quad.object, scope),
            )
        )


def data(index: Index, ontology: Ontology) -> Graph:
    """The union of the dataset's graphs, with the ontology's class hierarchy."""
    from rdflib import Graph, URIRef

    graph = Graph(bind_namespaces="none")
    for subject, predicate, object_ in index.triples():
        graph.add((_subject(subject), URIRef(predicate), _term(object_)))
    below = URIRef(expand("rdfs:subClassOf"))
    for child, parents in ontology.parents.items():
        for parent in parents:
            graph.add((URIRef(child), below, URIRef(parent)))
    return graph


def prepared(shapes: Graph) -> Graph:
    """A copy of the shapes graph that gives pyshacl the same results with less work.

    Names and messages are looked up here, from the shapes as they are. A property shape is given
    the targets of its node shape, so that pyshacl takes all its nodes at once instead of one by
    one; a node shape that others refer to keeps its property shapes too.
    """
    from rdflib import RDF, RDFS, Graph, URIRef

    told = {URIRef(SH + "name"), URIRef(SH + "message"), URIRef(SH + "description")}
    copy = Graph(bind_namespaces="none")
    for triple in shapes:
        # A query's own message is filled in by pyshacl.
        if triple[1] not in told or (triple[0], URIRef(SH + "select"), None) in shapes:
            copy.add(triple)
    part, off = URIRef(SH + "property"), URIRef(SH + "deactivated")
    for whole in {s for s in copy.subjects(part, None) if (None, None, s) not in copy}:
        if (whole, off, None) in copy or (whole, RDF.type, RDFS.Class) in copy:
            continue
        targets = [(p, o) for p in _target_terms() for o in copy.objects(whole, p)]
        for shape in list(copy.objects(whole, part)) if targets else []:
            copy.remove((whole, part, shape))
            for kind, term in targets:
                copy.add((shape, kind, term))
    return copy


def _target_terms() -> list[Node]:
    from rdflib import URIRef

    return [URIRef(SH + kind) for kind in TARGETS]


def sparql_path(path: Node, graph: Graph) -> str:
    """A SHACL path as a SPARQL property path with full IRIs."""
    from rdflib import RDF, BNode, URIRef
    from rdflib.collection import Collection

    if not isinstance(path, BNode):
        return f"<{path}>"
    if (path, RDF.first, None) in graph:
        return "/".join(sparql_path(step, graph) for step in Collection(graph, path))
    ways = graph.value(path, URIRef(SH + "alternativePath"))
    if ways is not None:
        return "(" + "|".join(sparql_path(way, graph) for way in Collection(graph, ways)) + ")"
    for kind, before, after in (
        ("inversePath", "^", ""),
        ("zeroOrMorePath", "", "*"),
        ("oneOrMorePath", "", "+"),
        ("zeroOrOnePath", "", "?"),
    ):
        inner = graph.value(path, URIRef(SH + kind))
        if inner is not None:
            return before + sparql_path(inner, graph) + after
    return "?"


def _subject(subject: str) -> Node:
    from rdflib import BNode, URIRef

    return BNode(subject[2:]) if subject.startswith("_:") else URIRef(subject)


def _term(term: NamedNode | BlankNode | Literal | Triple, scope: str = "") -> Node:
    import pyoxigraph
    from rdflib import BNode, Literal, URIRef

    if isinstance(term, pyoxigraph.NamedNode):
        return URIRef(term.value)
    if isinstance(term, pyoxigraph.BlankNode):
        return BNode(scope + term.value)
    if not isinstance(term, pyoxigraph.Literal):
        raise InputError("a triple stands as a term, which SHACL does not know")
    if term.language:
        return Literal(term.value, lang=term.language)
    # A plain literal and an xsd:string are one; nothing is normalised, so that what is reported
    # is what stands in the data.
    kind = term.datatype.value
    plain = kind == expand("xsd:string")
    datatype = None if plain else URIRef(kind)
    return _literal()(term.value, datatype=datatype, normalize=False)


@cache
def _literal() -> Callable[..., Node]:
    """rdflib's literal, but one that answers "no" where two values cannot be compared.

    SHACL calls such a pair a violation; pyshacl would end on rdflib's TypeError.
    """
    from rdflib import Literal

    class Comparable(Literal):
        def __lt__(self, other: object) -> bool:
            with suppress(TypeError):
                return super().__lt__(other) is True
            return False

        def __le__(self, other: object) -> bool:
            with suppress(TypeError):
                return super().__le__(other) is True
            return False

    return Comparable
