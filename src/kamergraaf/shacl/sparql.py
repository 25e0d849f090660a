"""SPARQL-based constraints (SHACL, 5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kamergraaf.errors import BrokenResourceError
from kamergraaf.graph.quads import value
from kamergraaf.shacl import paths
from kamergraaf.shacl.components import Binder, Check, Compiler, Run, maker
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.results import Result
from kamergraaf.shacl.shapes import Shape
from kamergraaf.shacl.sparql_data import SHAPES_GRAPH, dataset
from kamergraaf.shacl.sparql_messages import filled
from kamergraaf.shacl.sparql_prefixes import prefixes
from kamergraaf.shacl.sparql_question import Question, Row, question
from kamergraaf.shacl.terms import SH, TRUE, is_iri, is_literal, sh

COMPONENT = SH + "SPARQLConstraintComponent"
STANDING = frozenset({"this", "shapesGraph", "currentShape"})
"""The variables that are pre-bound in every query."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """A SELECT query whose solutions are violations of a shape."""

    shape: Shape
    component: str
    question: Question
    messages: tuple[str, ...]
    node: str = ""
    """The value of ``sh:sourceConstraint``, '' for none."""
    parameters: tuple[tuple[str, str], ...] = ()
    """Further variables that are pre-bound, with their terms."""

    def bind(self, run: Run) -> Check:
        """The constraint on one data graph."""

        def results(foci: Sequence[str]) -> list[Result]:
            return list(self._results(run, foci))

        return Check(lambda focus: not results([focus]), results)

    def _results(self, run: Run, foci: Sequence[str]) -> Iterator[Result]:
        fixed = fixed_terms(self.shape, self.parameters)
        rows: list[Row] = [{"this": focus, **fixed} for focus in foci]
        make = maker(self.shape, self.component)
        seen: set[tuple[object, ...]] = set()
        for number, terms in solutions(self.shape, self.question, run, rows):
            focus = foci[number]
            key = (focus, *sorted(terms.items()))
            if key not in seen:
                seen.add(key)
                yield self._result(make(focus), terms, dict(rows[number]))

    def _result(self, plain: Result, terms: dict[str, str], bound: dict[str, str]) -> Result:
        if terms.get("failure") == TRUE:
            raise broken(self.shape, f"its query reports a failure for {plain.focus}")
        value_ = terms.get("value") or ("" if self.shape.path else plain.focus)
        path = terms.get("path", "")
        shown = {**bound, **terms}
        if value_:
            shown.setdefault("value", value_)
        told = (terms["message"],) if "message" in terms else self.messages
        return replace(
            plain,
            value=value_,
            path=paths.Predicate(path) if path and is_iri(path) else plain.path,
            constraint=self.node,
            messages=tuple(filled(message, shown) for message in (*told, *plain.messages)),
        )


def fixed_terms(shape: Shape, parameters: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What is bound alike for every focus node of the shape."""
    return {"currentShape": shape.node, "shapesGraph": SHAPES_GRAPH, **dict(parameters)}


def solutions(
    shape: Shape, asked: Question, run: Run, rows: Sequence[Row]
) -> Iterator[tuple[int, dict[str, str]]]:
    """The solutions of a query for these rows; errors name the shape."""
    try:
        yield from asked.ask(dataset(run, asked.needs), rows)
    except BrokenResourceError as problem:
        raise broken(shape, problem.message) from None
    except (OSError, RuntimeError) as problem:
        raise broken(shape, f"its query fails: {problem}") from None


def broken(shape: Shape, problem: str, node: str = "") -> BrokenResourceError:
    """The error for a shape whose query cannot be used."""
    within = f", query of {node}" if node and is_iri(node) else ""
    return BrokenResourceError(problem, where=f"shape {shape.node}{within}")


def prepared(
    shape: Shape, graph: Graph, node: str, name: str, variables: Iterable[str]
) -> Question:
    """The query that is the node's value of ``sh:select`` or ``sh:ask`` (``name``), made ready.

    Raises BrokenResourceError, with the shape named, for one that cannot be used; Uncovered for
    one that only the reference engine runs.
    """
    found = graph.objects(sh(name))[node]
    if len(found) != 1 or not is_literal(found[0]):
        raise broken(shape, f"a constraint in SPARQL needs one sh:{name}, a text", node)
    path = paths.text(shape.path) if shape.path else ""
    try:
        return question(
            value(found[0]).text,
            STANDING.union(variables),
            prefixes(graph, node),
            path,
        )
    except BrokenResourceError as problem:
        raise broken(shape, problem.message, node) from None


def messages(shape: Shape, graph: Graph, node: str) -> tuple[str, ...]:
    """The node's values of ``sh:message``."""
    found = graph.objects(sh("message"))[node]
    if not all(map(is_literal, found)):
        raise broken(shape, "a sh:message is a text", node)
    return tuple(sorted(found))


def constraints(shape: Shape, compiler: Compiler) -> Iterator[Binder]:
    """The shape's values of ``sh:sparql``."""
    graph = compiler.graph
    for node in shape.parameters.get(sh("sparql"), ()):
        if TRUE in graph.objects(sh("deactivated"))[node]:
            continue
        asked = prepared(shape, graph, node, "select", ())
        told = messages(shape, graph, node)
        yield Constraint(shape, COMPONENT, asked, told, node).bind
