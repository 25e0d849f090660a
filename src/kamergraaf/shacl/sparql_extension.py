"""What SHACL-SPARQL adds to the engine (SHACL, 5 and 6; targets of the Advanced Features)."""

from __future__ import annotations

import weakref
from collections.abc import Iterator

from kamergraaf.shacl import sparql, sparql_components, sparql_targets
from kamergraaf.shacl.components import Binder, Compiler, Extension
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.shapes import Shape
from kamergraaf.shacl.sparql_rewrite import Uncovered

_UNCOVERED: weakref.WeakKeyDictionary[Graph, dict[str, None]] = weakref.WeakKeyDictionary()


def _constraints(shape: Shape, compiler: Compiler) -> Iterator[Binder]:
    for find in (sparql.constraints, sparql_components.constraints):
        try:
            yield from find(shape, compiler)
        except Uncovered as why:
            _UNCOVERED.setdefault(compiler.graph, {})[f"shape {shape.node}: {why}"] = None


def _uncovered(graph: Graph) -> Iterator[str]:
    yield from _UNCOVERED.get(graph, {})
    yield from sparql_targets.uncovered(graph)


SPARQL = Extension(
    constraints=_constraints,
    targets=sparql_targets.targets,
    covers=frozenset({"sparql", "nodeValidator", "propertyValidator", "validator", "target"}),
    uncovered=_uncovered,
)
