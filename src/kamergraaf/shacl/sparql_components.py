"""SPARQL-based constraint components (SHACL, 6)."""

from __future__ import annotations

import re
import weakref
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kamergraaf.errors import BrokenResourceError
from kamergraaf.shacl.components import Binder, Check, Compiler, Run, maker
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.results import Result
from kamergraaf.shacl.shapes import Shape
from kamergraaf.shacl.sparql import (
    Constraint,
    broken,
    fixed_terms,
    messages,
    prepared,
    solutions,
)
from kamergraaf.shacl.sparql_messages import filled
from kamergraaf.shacl.sparql_question import Question, Row
from kamergraaf.shacl.terms import TRUE, is_iri, sh

_FORBIDDEN = {"this", "shapesGraph", "currentShape", "path", "PATH", "value"}
_LOCAL_NAME = re.compile(r"[A-Za-z_]\w*\Z")
_VALIDATORS = ("nodeValidator", "propertyValidator", "validator")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a component: the predicate that states it, the variable that carries it."""

    predicate: str
    name: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Component:
    """A constraint component that a shapes graph declares."""

    node: str
    parameters: tuple[Parameter, ...]

    def uses(self, shape: Shape) -> Iterator[tuple[tuple[str, str], ...]]:
        """The component's parameters in each of its uses by the shape, as names and terms.

        With one parameter each of its values is a use; with several none may have two values.
        """
        stated = {p: shape.parameters.get(p.predicate, ()) for p in self.parameters}
        if not all(terms or p.optional for p, terms in stated.items()):
            return
        if len(self.parameters) == 1:
            only = self.parameters[0].name
            yield from (((only, term),) for term in stated[self.parameters[0]])
            return
        for parameter, terms in stated.items():
            if len(terms) > 1:
                raise broken(shape, f"{parameter.predicate} has several values", self.node)
        yield tuple((p.name, terms[0]) for p, terms in stated.items() if terms)


@dataclass(frozen=True, slots=True)
class Asked:
    """An ASK query that each value node must meet."""

    shape: Shape
    component: str
    question: Question
    messages: tuple[str, ...]
    parameters: tuple[tuple[str, str], ...]

    def bind(self, run: Run) -> Check:
        """The constraint on one data graph."""

        def results(foci: Sequence[str]) -> list[Result]:
            return list(self._results(run, foci))

        return Check(lambda focus: not results([focus]), results)

    def _results(self, run: Run, foci: Sequence[str]) -> Iterator[Result]:
        fixed = fixed_terms(self.shape, self.parameters)
        values = run.values(self.shape)
        rows: list[Row] = [
            {"this": focus, "value": value, **fixed} for focus in foci for value in values[focus]
        ]
        met = {number for number, _ in solutions(self.shape, self.question, run, rows)}
        make = maker(self.shape, self.component)
        for number, row in enumerate(rows):
            if number not in met:
                plain = make(row["this"], row["value"])
                told = tuple(filled(m, row) for m in (*self.messages, *plain.messages))
                yield Result(
                    plain.focus,
                    plain.component,
                    plain.shape,
                    plain.severity,
                    plain.path,
                    plain.value,
                    told,
                )


_DECLARED: weakref.WeakKeyDictionary[Graph, tuple[Component, ...]] = weakref.WeakKeyDictionary()


def declared(graph: Graph) -> tuple[Component, ...]:
    """The components that the shapes graph declares.

    Raises BrokenResourceError for one with a parameter that cannot be used.
    """
    found = _DECLARED.get(graph)
    if found is None:
        nodes = sorted(graph.instances(sh("ConstraintComponent")))
        read = [Component(node, tuple(_parameters(graph, node))) for node in nodes]
        found = _DECLARED[graph] = tuple(c for c in read if c.parameters)
    return found


def constraints(shape: Shape, compiler: Compiler) -> Iterator[Binder]:
    """The shape's uses of the components that its shapes graph declares."""
    for component in declared(compiler.graph):
        for parameters in component.uses(shape):
            yield from _use(shape, compiler.graph, component, parameters)


def _use(
    shape: Shape, graph: Graph, component: Component, parameters: tuple[tuple[str, str], ...]
) -> Iterator[Binder]:
    validator, kind = _validator(graph, component.node, shape)
    if not validator:
        return
    names = [name for name, _ in parameters]
    told = messages(shape, graph, validator)
    bare = component.node[1:-1]
    if kind == "ask":
        asked = prepared(shape, graph, validator, kind, [*names, "value"])
        yield Asked(shape, bare, asked, told, parameters).bind
    else:
        asked = prepared(shape, graph, validator, kind, names)
        yield Constraint(shape, bare, asked, told, "", parameters).bind


def _validator(graph: Graph, component: str, shape: Shape) -> tuple[str, str]:
    """The validator that suits the shape, and whether it asks or selects; '' for none."""
    own = "propertyValidator" if shape.path else "nodeValidator"
    for name, kind in ((own, "select"), ("validator", "ask")):
        for validator in sorted(graph.objects(sh(name))[component]):
            if graph.objects(sh(kind))[validator]:
                return validator, kind
            # SHACL-SPARQL knows no other validators; one in SPARQL of the wrong kind is a mistake.
            other = "ask" if kind == "select" else "select"
            if graph.objects(sh(other))[validator]:
                raise broken(shape, f"sh:{name} needs a query in sh:{kind}", validator)
    return "", ""


def _parameters(graph: Graph, component: str) -> Iterator[Parameter]:
    for node in graph.objects(sh("parameter"))[component]:
        path = graph.objects(sh("path"))[node]
        if len(path) != 1 or not is_iri(path[0]):
            raise BrokenResourceError("a parameter needs one sh:path, an IRI", where=component)
        name = re.split(r"[#/:]", path[0][1:-1])[-1]
        if name in _FORBIDDEN or not _LOCAL_NAME.match(name):
            raise BrokenResourceError(f"no parameter may be named {name!r}", where=component)
        optional = TRUE in graph.objects(sh("optional"))[node]
        yield Parameter(path[0], name, optional)
