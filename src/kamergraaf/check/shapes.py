"""SHACL shapes over the union of a dataset's graphs; the only door to pyshacl."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kamergraaf.check import convert, turtle
from kamergraaf.check.finding import Finding, Message, Outcome, Rule, Severity
from kamergraaf.check.index import Index, name
from kamergraaf.check.ontology import Ontology
from kamergraaf.errors import BrokenResourceError
from kamergraaf.iris import DEF

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

TARGETS = convert.TARGETS
SH = convert.SH
_TERM_TARGETS = TARGETS[:3]
_SERVICE = re.compile(r"\bservice\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape that looks for its own nodes; ``targets`` pairs the kind of target with its term."""

    rule: Rule
    targets: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Shapes:
    """A shapes graph that was found sound: what it holds, and its shapes with targets."""

    graph: Graph
    shapes: list[Shape] = field(default_factory=list)


def load(paths: Sequence[Path], ontology: Ontology) -> Shapes:
    """The shapes in Turtle files or folders of them.

    Raises InputError where there is no such file, BrokenResourceError where one does not parse,
    there is no shape, a shape uses a term of ours that the ontology does not declare, or would
    call another server.
    """
    from rdflib import Graph

    graph = Graph(bind_namespaces="none")
    for path in paths:
        for file in turtle.files(path.resolve()):
            # One file at a time, so that equal blank node ids of two files stay apart.
            convert.pour(graph, turtle.read(file), str(len(graph)))
    _refuse_unknown(graph, ontology)
    _refuse_service(graph)
    found = Shapes(graph, _targeted(graph))
    if not found.shapes:
        raise BrokenResourceError("no shape here has a target", where=", ".join(map(str, paths)))
    return found


def validate(index: Index, shapes: Shapes, ontology: Ontology) -> Outcome:
    """Run the shapes over the index's union, with the ontology's class hierarchy.

    The shapes graph is copied, so that it stays as it is. A shape that saw no node is reported at
    severity info. Raises BrokenResourceError where a target can match nothing because nobody
    defines its term, or where pyshacl cannot use a shape.
    """
    outcome = Outcome()
    for shape in shapes.shapes:
        _refuse_undefined(shape, index, ontology)
        outcome.saw(shape.rule, focus_nodes(shape, index, ontology))
    with convert.quiet():
        results = _run(convert.data(index, ontology), convert.prepared(shapes.graph))
    outcome.findings += _findings(results, shapes.graph)
    return outcome


def focus_nodes(shape: Shape, index: Index, ontology: Ontology) -> set[str]:
    """The nodes of the dataset that the shape's targets choose."""
    own = {s: set(map(name, o)) for s, o in index.subjects("rdfs:subClassOf").items()}
    found: set[str] = set()
    for kind, term in shape.targets:
        pairs = index.values.get(term, {})
        if kind == "targetClass":
            for class_ in ontology.below(term, own):
                found |= index.members.get(class_, set())
        elif kind == "targetSubjectsOf":
            found |= pairs.keys()
        elif kind == "targetObjectsOf":
            found |= {name(value) for values in pairs.values() for value in values}
        else:
            found.add(term)
    return found


def _refuse_undefined(shape: Shape, index: Index, ontology: Ontology) -> None:
    for kind, term in shape.targets:
        known = term in ontology.declared or term in index.members or term in index.values
        if kind in _TERM_TARGETS and not known:
            raise BrokenResourceError(
                f"the target {term} is a term that nobody defines, so that it can match nothing",
                where=shape.rule.id,
            )


def _refuse_unknown(graph: Graph, ontology: Ontology) -> None:
    used = {str(node) for triple in graph for node in triple if str(node).startswith(DEF)}
    for term in sorted(used - ontology.declared):
        near = ontology.nearest(term)
        hint = f"; did you mean kamer:{near.removeprefix(DEF)}?" if near else ""
        raise BrokenResourceError(
            f"the shapes use kamer:{term.removeprefix(DEF)}, which the ontology does not declare"
            + hint
        )


def _refuse_service(graph: Graph) -> None:
    from rdflib import Literal, URIRef

    for predicate in ("select", "ask", "construct", "update"):
        for query in graph.objects(None, URIRef(SH + predicate)):
            if isinstance(query, Literal) and _SERVICE.search(query):
                raise BrokenResourceError("a query in the shapes would call another server")


def _targeted(graph: Graph) -> list[Shape]:
    from rdflib import RDF, RDFS, URIRef

    found: dict[str, set[tuple[str, str]]] = {}
    for kind in TARGETS:
        for shape, term in graph.subject_objects(URIRef(SH + kind)):
            found.setdefault(str(shape), set()).add((kind, str(term)))
    for shape in graph.subjects(RDF.type, URIRef(SH + "NodeShape")):
        if (shape, RDF.type, RDFS.Class) in graph:
            found.setdefault(str(shape), set()).add(("targetClass", str(shape)))
    off = {
        str(s)
        for s, o in graph.subject_objects(URIRef(SH + "deactivated"))
        if str(o) in {"true", "1"}
    }
    return [
        Shape(_rule(graph, URIRef(shape)), tuple(sorted(targets)))
        for shape, targets in sorted(found.items())
        if shape not in off
    ]


def _rule(graph: Graph, shape: Node) -> Rule:
    from rdflib import URIRef

    severity = graph.value(shape, URIRef(SH + "severity"))
    name = _message(graph, shape, "name", str(shape))
    whole = graph.value(predicate=URIRef(SH + "property"), object=shape)
    if whole is not None:
        of = _message(graph, whole, "name", str(whole))
        name = Message(f"{of.nl}: {name.nl}", f"{of.en}: {name.en}")
    return Rule(
        str(shape),
        name,
        Severity(str(severity).removeprefix(SH).lower()) if severity else Severity.VIOLATION,
        whole="" if whole is None else str(whole),
        help=_message(graph, shape, "message", ""),
    )


def _message(graph: Graph, subject: Node, property_: str, default: str) -> Message:
    from rdflib import Literal, URIRef

    texts: dict[str, str] = {}
    for value in sorted(graph.objects(subject, URIRef(SH + property_)), key=str):
        if isinstance(value, Literal):
            texts.setdefault(value.language or "", str(value))
    fallback = texts.get("") or texts.get("en") or texts.get("nl") or default
    return Message(texts.get("nl", fallback), texts.get("en", fallback))


def _run(data: Graph, shapes: Graph) -> Graph:
    """The results graph; pyshacl's own verdict is not asked for."""
    import pyshacl
    from pyshacl.errors import (
        ConstraintLoadError,
        ReportableRuntimeError,
        ShapeLoadError,
        ValidationFailure,
    )
    from rdflib import Graph

    try:
        _, results, text = pyshacl.validate(data, shacl_graph=shapes, inplace=True, inference=None)
    except (ConstraintLoadError, ReportableRuntimeError, ShapeLoadError) as problem:
        raise BrokenResourceError(f"pyshacl cannot use these shapes: {problem}") from problem
    if isinstance(results, ValidationFailure) or not isinstance(results, Graph):
        raise BrokenResourceError(f"pyshacl cannot use these shapes: {text}")
    return results


def _findings(results: Graph, shapes: Graph) -> list[Finding]:
    from rdflib import RDF, URIRef

    found = {
        _finding(results, result, shapes)
        for result in results.subjects(RDF.type, URIRef(SH + "ValidationResult"))
    }
    return sorted(found, key=lambda f: (f.rule.id, f.focus, f.path, f.value, f.constraint))


def _finding(results: Graph, result: Node, shapes: Graph) -> Finding:
    from rdflib import BNode, URIRef

    def of(property_: str) -> Node | None:
        return results.value(result, URIRef(SH + property_))

    source, focus, value, path = (
        of(p) for p in ("sourceShape", "focusNode", "value", "resultPath")
    )
    component = str(of("sourceConstraintComponent") or "").removeprefix(SH)
    severity = Severity(str(of("resultSeverity")).removeprefix(SH).lower())
    rule = _rule(shapes, source) if source is not None else Rule("", Message("", ""))
    told = _message(results, result, "resultMessage", component)
    shown = f"_:{focus}" if isinstance(focus, BNode) else str(focus)
    return Finding(
        rule,
        severity,
        told if source is None else _message(shapes, source, "message", told.en),
        shown,
        "" if path is None else convert.sparql_path(path, results),
        "" if value is None or value == focus else str(value),
        component.removesuffix("ConstraintComponent"),
    )
