"""Shapes (SHACL 2): what a shapes graph states, read once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kamergraaf.errors import BrokenResourceError
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.paths import Path
from kamergraaf.shacl.paths_read import PathError, read
from kamergraaf.shacl.terms import (
    OWL_CLASS,
    RDF_TYPE,
    RDFS_CLASS,
    TRUE,
    VIOLATION,
    is_blank,
    is_iri,
    is_literal,
    sh,
)

Parameters = Mapping[str, Sequence[str]]

TARGETS = {
    sh(name): name
    for name in ("targetNode", "targetClass", "targetSubjectsOf", "targetObjectsOf", "target")
}
_PATH, _SEVERITY, _MESSAGE, _DEACTIVATED = map(sh, ("path", "severity", "message", "deactivated"))
_STRUCTURE = {*TARGETS, _PATH, _SEVERITY, _MESSAGE, _DEACTIVATED, RDF_TYPE}
_SHAPE_CLASSES = (sh("NodeShape"), sh("PropertyShape"))
_CLASSES = (RDFS_CLASS, OWL_CLASS)
"""What makes a shape target its own instances: an owl:Class is an rdfs:Class, stated or not."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape as the shapes graph states it. Terms are N-Triples strings.

    ``targets`` pairs the kind of target (the SHACL term's local name: targetNode, targetClass,
    targetSubjectsOf, targetObjectsOf, target) with its term; an implicit class target is a
    targetClass. ``parameters`` holds every other triple of the shape: predicate to objects.
    """

    node: str
    path: Path | None = None
    targets: tuple[tuple[str, str], ...] = ()
    severity: str = VIOLATION
    messages: tuple[str, ...] = ()
    deactivated: bool = False
    parameters: Parameters = field(default_factory=dict, hash=False)


def broken(node: str, problem: str) -> BrokenResourceError:
    """The error for a shape that cannot be used."""
    return BrokenResourceError(problem, where=f"shape {node}")


def read_shape(graph: Graph, node: str) -> Shape:
    """The shape with this node. Raises BrokenResourceError where it is ill-formed."""
    if is_literal(node):
        raise broken(node, "a literal cannot be a shape")
    stated = graph.about(node)
    return Shape(
        node,
        _path(graph, node, stated),
        tuple(_targets(graph, node, stated)),
        _severity(node, stated),
        _messages(node, stated),
        TRUE in stated.get(_DEACTIVATED, ()),
        {predicate: of for predicate, of in stated.items() if predicate not in _STRUCTURE},
    )


def targeted(graph: Graph, parameters: frozenset[str]) -> list[str]:
    """The nodes of the shapes that look for their own focus nodes, sorted.

    ``parameters`` are the predicates of SHACL Core that make their subject a shape (SHACL 2.1);
    sh:sparql and the parameters of components that the graph declares do so as well.
    """
    paths = graph.objects(_PATH)
    declared = {path for node in graph.objects_of(sh("parameter")) for path in paths[node]}
    parameters = parameters | {sh("sparql")} | declared
    found = {node for predicate in TARGETS for node in graph.subjects_of(predicate)}
    for class_ in _CLASSES:
        for node in graph.instances(class_):
            if is_iri(node) and _is_shape(graph, node, parameters):
                found.add(node)
    return sorted(found)


def _is_shape(graph: Graph, node: str, parameters: frozenset[str]) -> bool:
    return any(node in graph.instances(kind) for kind in _SHAPE_CLASSES) or any(
        predicate in parameters for predicate in graph.about(node)
    )


def _targets(graph: Graph, node: str, stated: Parameters) -> Iterator[tuple[str, str]]:
    for predicate, kind in TARGETS.items():
        for term in stated.get(predicate, ()):
            if is_blank(term) if kind == "targetNode" else is_literal(term):
                raise broken(node, f"sh:{kind} cannot be {term}")
            yield kind, term
    if is_iri(node) and any(node in graph.instances(class_) for class_ in _CLASSES):
        yield "targetClass", node


def _path(graph: Graph, node: str, stated: Parameters) -> Path | None:
    paths = stated.get(_PATH, ())
    if len(paths) > 1:
        raise broken(node, "a shape has one sh:path at most")
    if not paths:
        if node in graph.instances(_SHAPE_CLASSES[1]):
            raise broken(node, "a property shape needs a sh:path")
        return None
    try:
        return read(graph, paths[0])
    except PathError as problem:
        raise broken(node, str(problem)) from None


def _severity(node: str, stated: Parameters) -> str:
    severities = stated.get(_SEVERITY, ())
    if len(severities) > 1 or not all(map(is_iri, severities)):
        raise broken(node, "a shape has one sh:severity at most, and it is an IRI")
    return severities[0][1:-1] if severities else VIOLATION


def _messages(node: str, stated: Parameters) -> tuple[str, ...]:
    messages = stated.get(_MESSAGE, ())
    if not all(map(is_literal, messages)):
        raise broken(node, "a sh:message is a text")
    return tuple(sorted(messages))
