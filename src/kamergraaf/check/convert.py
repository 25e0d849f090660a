"""From terms of the house to rdflib graphs and back: what pyshacl is given, and what it says."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING

from kamergraaf.check.index import Index
from kamergraaf.check.ontology import Ontology
from kamergraaf.graph import quads
from kamergraaf.iris import PREFIXES, expand
from kamergraaf.shacl import paths_read
from kamergraaf.shacl.graph import Graph as Shapes
from kamergraaf.shacl.results import Result
from kamergraaf.shacl.terms import sh

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

SH = PREFIXES["sh"]
TARGETS = ("targetClass", "targetSubjectsOf", "targetObjectsOf", "targetNode")


@contextmanager
def quiet() -> Iterator[None]:
    """Keep rdflib and pyshacl from logging what the report or the error tells."""
    loggers = [logging.getLogger(name) for name in ("rdflib.term", "pyshacl-validate")]
    before = [logger.disabled for logger in loggers]
    for logger in loggers:
        logger.disabled = True
    try:
        yield
    finally:
        for logger, was in zip(loggers, before, strict=True):
            logger.disabled = was


def graph_of(triples: Iterable[tuple[str, str, str]]) -> Graph:
    """Triples of N-Triples terms as an rdflib graph."""
    from rdflib import Graph

    graph = Graph(bind_namespaces="none")
    for subject, predicate, object_ in triples:
        graph.add((_parsed(subject), _parsed(predicate), _parsed(object_)))
    return graph


def data(index: Index, ontology: Ontology) -> Graph:
    """The union of the dataset's graphs, with the ontology's class hierarchy."""
    from rdflib import Graph, URIRef

    graph = Graph(bind_namespaces="none")
    for subject, predicate, object_ in index.triples():
        graph.add((_parsed(subject), _parsed(predicate), _parsed(object_)))
    below = URIRef(expand("rdfs:subClassOf"))
    for child, parents in ontology.parents.items():
        for parent in parents:
            graph.add((URIRef(child), below, URIRef(parent)))
    return graph


def prepared(triples: Iterable[tuple[str, str, str]]) -> Graph:
    """The shapes as a graph that gives pyshacl the same results with less work.

    Names and messages are looked up elsewhere, and rules (SHACL-AF) are not carried out. A property
    shape is given the targets of its node shape, so that pyshacl takes all its nodes at once
    instead of one by one; a node shape that others refer to keeps its property shapes too.
    """
    from rdflib import RDF, RDFS, Graph, URIRef

    shapes = graph_of(triples)
    told = {URIRef(SH + name) for name in ("name", "message", "description", "rule")}
    copy = Graph(bind_namespaces="none")
    for triple in shapes:
        # A query's own message is filled in by pyshacl.
        query = (triple[0], URIRef(SH + "select"), None) in shapes
        if triple[1] not in told or (query and triple[1] == URIRef(SH + "message")):
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


def results(report: Graph, shapes: Shapes) -> list[Result]:
    """The results in pyshacl's report as the fast engine gives them."""
    from rdflib import RDF, URIRef

    told = Shapes((_written(s), _written(p), _written(o)) for s, p, o in report)
    inner = set(told.subjects(sh("detail")))
    kind = URIRef(SH + "ValidationResult")
    nodes = map(_written, report.subjects(RDF.type, kind))
    return [_result(told, node, shapes) for node in nodes if node not in inner]


def _result(told: Shapes, node: str, shapes: Shapes) -> Result:
    def of(property_: str) -> str:
        return next(iter(told.objects(sh(property_))[node]), "")

    shape, constraint, path = of("sourceShape"), of("sourceConstraint"), of("resultPath")
    # pyshacl words a message itself where none is stated.
    stated = shapes.objects(sh("message"))
    messages = tuple(sorted(stated[shape]))
    if constraint and stated[constraint]:
        messages = tuple(sorted(told.objects(sh("resultMessage"))[node]))
    return Result(
        of("focusNode"),
        of("sourceConstraintComponent")[1:-1],
        shape,
        of("resultSeverity")[1:-1],
        paths_read.read(told, path) if path else None,
        of("value"),
        messages,
        constraint,
        tuple(_result(told, detail, shapes) for detail in told.objects(sh("detail"))[node]),
    )


def _written(term: Node) -> str:
    """An rdflib term as N-Triples."""
    from rdflib import BNode, Literal

    if isinstance(term, Literal):
        return quads.literal(
            str(term), language=term.language or "", datatype=str(term.datatype or "")
        )
    return f"_:{term}" if isinstance(term, BNode) else f"<{term}>"


def _parsed(term: str) -> Node:
    """A term of N-Triples as rdflib's."""
    from rdflib import BNode, URIRef

    if not term.startswith('"'):
        return BNode(term[2:]) if term.startswith("_:") else URIRef(term[1:-1])
    text, language, datatype = quads.value(term)
    if language:
        return _literal()(text, lang=language)
    return _literal()(text, datatype=URIRef(datatype) if datatype else None, normalize=False)


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
