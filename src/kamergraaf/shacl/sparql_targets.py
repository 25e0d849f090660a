"""Targets in SPARQL (SHACL Advanced Features, 3.1)."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator

from kamergraaf.errors import BrokenResourceError
from kamergraaf.graph.quads import value
from kamergraaf.shacl.components import Compiler, Run, Selector
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.shapes import Shape
from kamergraaf.shacl.sparql import broken
from kamergraaf.shacl.sparql_data import Dataset, Needs, dataset, empty
from kamergraaf.shacl.sparql_limit import SECONDS, within
from kamergraaf.shacl.sparql_prefixes import prefixes
from kamergraaf.shacl.sparql_question import Prefixes, prologue
from kamergraaf.shacl.sparql_tokens import text, tokenize
from kamergraaf.shacl.terms import is_literal, sh

_SELECT = sh("select")
_NETWORK = {"SERVICE", "FROM"}


def targets(shape: Shape, compiler: Compiler) -> Iterator[Selector]:
    """The shape's values of ``sh:target`` that have a query: it selects focus nodes as ?this."""
    graph = compiler.graph
    for kind, node in shape.targets:
        if kind == "target" and graph.objects(_SELECT)[node]:
            yield _selector(shape, _query(shape, graph, node))


def uncovered(graph: Graph) -> Iterator[str]:
    """The targets of other kinds, with their shapes."""
    for shape, nodes in graph.objects(sh("target")).items():
        for node in nodes:
            if not graph.objects(_SELECT)[node]:
                yield f"shape {shape}: sh:target without a query of its own"


def _selector(shape: Shape, query: str) -> Selector:
    def select(run: Run) -> Iterable[str]:
        try:
            data = dataset(run, Needs(classes="subClassOf" in query))
            return within(SECONDS, lambda over: _nodes(data, query, over))
        except BrokenResourceError as problem:
            raise broken(shape, problem.message) from None
        except (OSError, RuntimeError) as problem:
            raise broken(shape, f"the query of its sh:target fails: {problem}") from None

    return select


def _nodes(data: Dataset, query: str, over: threading.Event) -> list[str]:
    found: dict[str, None] = {}
    for solution in data.query(query):
        if solution["this"] is not None:
            found[str(solution["this"])] = None
        if over.is_set():
            break
    return list(found)


def _query(shape: Shape, graph: Graph, node: str) -> str:
    found = graph.objects(_SELECT)[node]
    if len(found) != 1 or not is_literal(found[0]):
        raise broken(shape, "a target in SPARQL needs one sh:select, a text", node)
    try:
        query = _readable(value(found[0]).text, prefixes(graph, node))
        variables = {variable.value for variable in empty().query(query).variables}
    except BrokenResourceError as problem:
        raise broken(shape, problem.message, node) from None
    except (SyntaxError, TypeError) as problem:
        raise broken(shape, f"the query is no SPARQL: {problem}", node) from None
    if "this" not in variables:
        raise broken(shape, "a target in SPARQL selects ?this", node)
    return query


def _readable(query: str, namespaces: Prefixes) -> str:
    tokens = tokenize(query)
    if refused := _NETWORK & {token.word for token in tokens}:
        raise BrokenResourceError(f"a query in the shapes may not hold {min(refused)}")
    return text([*prologue(tokens, namespaces), *tokens])
