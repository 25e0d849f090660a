"""The two engines on the same terms: each one's results in one form, so that they compare.

Graphs are lists of triples of N-Triples terms, read once by pyoxigraph. pyshacl gets the same terms,
blank nodes by the same labels and literals as they are written, so that nothing is told apart that
is one, and nothing made one that is not.
"""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pyoxigraph
import rdflib
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.evaluate import evalQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.processor import SPARQLProcessor

from kamergraaf.graph.quads import value
from kamergraaf.shacl import engine, paths, paths_read
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.results import Result
from kamergraaf.shacl.terms import sh

Triple = tuple[str, str, str]
Row = tuple[Any, ...]
"""Focus, path, value, component, severity, source shape, and the rows of the details."""


def read(*files: Path) -> list[Triple]:
    """The triples of Turtle or N-Quads files, blank nodes of two files kept apart."""
    found: dict[Triple, None] = {}
    for number, file in enumerate(files):
        text = file.read_bytes()
        form = pyoxigraph.RdfFormat.from_extension(file.suffix[1:])
        assert form is not None, file
        for quad in pyoxigraph.parse(text, format=form, base_iri=file.resolve().as_uri()):
            found[_apart((str(quad.subject), str(quad.predicate), str(quad.object)), number)] = None
    return list(found)


def parse(turtle: str) -> list[Triple]:
    """The triples of a text in Turtle."""
    quads = pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE)
    return [(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in quads]


def _apart(triple: Triple, number: int) -> Triple:
    subject, predicate, object_ = (f"{t}x{number}" if t[0] == "_" else t for t in triple)
    return subject, predicate, object_


def ours(data: Iterable[Triple], program: engine.Program) -> Counter[Row]:
    """What the fast engine finds."""
    assert not program.uncovered
    return Counter(map(_row, program.validate(Graph(data))))


def program(shapes: Iterable[Triple]) -> engine.Program:
    """The shapes compiled by the fast engine."""
    return engine.compile(Graph(shapes))


def _row(result: Result) -> Row:
    return (
        result.focus,
        "" if result.path is None else paths.text(result.path),
        result.value,
        result.component,
        result.severity,
        result.shape,
        tuple(sorted(map(_row, result.details))),
    )


def reference(data: Iterable[Triple] | rdflib.Graph, shapes: rdflib.Graph) -> Counter[Row]:
    """What pyshacl finds."""
    import pyshacl

    graph = data if isinstance(data, rdflib.Graph) else rdf(data)
    with _as_written(), patch.object(SPARQLProcessor, "query", _query):
        _, results, text = pyshacl.validate(graph, shacl_graph=shapes, inplace=True)
    assert isinstance(results, rdflib.Graph), text
    report = Graph((_term(s), _term(p), _term(o)) for s, p, o in results)
    return Counter(
        _told(report, node) for of in report.objects(sh("result")).values() for node in of
    )


def _told(report: Graph, node: str) -> Row:
    about = report.about(node)

    def of(name: str) -> str:
        return next(iter(about.get(sh(name), ("",))))

    path = of("resultPath")
    return (
        of("focusNode"),
        path and paths.text(paths_read.read(report, path)),
        of("value"),
        of("sourceConstraintComponent")[1:-1],
        of("resultSeverity")[1:-1],
        of("sourceShape"),
        tuple(sorted(_told(report, detail) for detail in about.get(sh("detail"), ()))),
    )


def rdf(triples: Iterable[Triple]) -> rdflib.Graph:
    """The same triples in rdflib."""
    graph = rdflib.Graph()
    with _as_written():
        for subject, predicate, object_ in triples:
            graph.add((_node(subject), _node(predicate), _node(object_)))
    return graph


@cache
def _plan(query: str, base: str | None, names: tuple[tuple[str, Any], ...]) -> Any:
    return translateQuery(parseQuery(query), base, dict(names))


def _query(
    self: Any,
    asked: Any,
    bound: Any = None,
    names: Any = None,
    base: Any = None,
    **_: Any,
) -> Any:
    """Evaluate a query as rdflib does, but parse it once, not once a focus node."""
    if isinstance(asked, str):
        asked = _plan(asked, base, tuple(sorted((names or {}).items())))
    return evalQuery(self.graph, asked, bound, base)


@contextmanager
def _as_written() -> Iterator[None]:
    """rdflib without its own idea of how a literal is written, and without its warnings."""
    before = rdflib.NORMALIZE_LITERALS
    rdflib.NORMALIZE_LITERALS = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        rdflib.NORMALIZE_LITERALS = before


@cache
def _node(term: str) -> Any:
    if term[0] == "<":
        return rdflib.URIRef(term[1:-1])
    if term[0] == "_":
        return rdflib.BNode(term[2:])
    text, language, datatype = value(term)
    kind = rdflib.URIRef(datatype) if datatype else None
    return rdflib.Literal(text, lang=language or None, datatype=kind, normalize=False)


def _term(node: Any) -> str:
    from kamergraaf.graph.quads import literal

    if isinstance(node, rdflib.Literal):
        return literal(str(node), language=node.language or "", datatype=node.datatype or "")
    return f"_:{node}" if isinstance(node, rdflib.BNode) else f"<{node}>"
