"""What SHACL forbids in a query with pre-bound variables (SHACL, appendix A), and its weight."""

from __future__ import annotations

from itertools import pairwise

from kamergraaf.errors import BrokenResourceError
from kamergraaf.shacl.sparql_parse import Bind, Expression, Query, Triples
from kamergraaf.shacl.sparql_scope import all_selects, elements
from kamergraaf.shacl.sparql_tokens import Token

OPTIONAL_IN_SUBQUERIES = frozenset({"shapesGraph", "currentShape"})
MAX_STEPS = 200
"""Triple patterns (and steps of paths) in one query: Oxigraph's planner needs their cube."""

MAX_ELEMENTS = 500
_STEPS = {".", ";", ",", "/", "[", "("}


def obey(query: Query, prebound: frozenset[str]) -> None:
    """Raise BrokenResourceError where the query breaks a rule for these pre-bound variables.

    MINUS, VALUES and SERVICE are refused while parsing. No variable may be bound again with AS,
    and each subquery must project them all, except $shapesGraph and $currentShape.
    """
    found = list(elements(query))
    steps = sum(token.text in _STEPS for e in found if isinstance(e, Triples) for token in e.tokens)
    if len(found) > MAX_ELEMENTS or steps > MAX_STEPS:
        raise BrokenResourceError(f"the query is too large: {max(steps, len(found))} patterns")
    for element in found:
        if isinstance(element, Bind):
            _not_again(element.variable, prebound)
    for select in all_selects(query.select):
        for item in select.items:
            if item.expression is not None:
                _not_again(item.variable, prebound)
        _not_grouped_again(select.modifiers.get("GROUP", []), prebound)
        if select is not query.select:
            missing = prebound - OPTIONAL_IN_SUBQUERIES - {i.variable for i in select.items}
            if missing:
                names = ", ".join(f"${name}" for name in sorted(missing))
                raise BrokenResourceError(f"a subquery does not project {names}")


def _not_grouped_again(condition: Expression, prebound: frozenset[str]) -> None:
    for before, after in pairwise(condition):
        if isinstance(before, Token) and before.word == "AS" and isinstance(after, Token):
            _not_again(after.text, prebound)


def _not_again(variable: str, prebound: frozenset[str]) -> None:
    if variable in prebound:
        raise BrokenResourceError(f"the query binds ${variable} again, which is bound already")
