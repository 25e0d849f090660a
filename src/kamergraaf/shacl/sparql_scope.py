"""Which variables the parts of a query mention and bind (SPARQL 1.1, 18.2.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kamergraaf.shacl.sparql_parse import (
    Bind,
    Element,
    Exists,
    Expression,
    Filter,
    Group,
    InGraph,
    Optional,
    Query,
    Select,
    Triples,
    Union,
)
from kamergraaf.shacl.sparql_tokens import Token

_AGGREGATES = {"COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT"}


def variables(expression: Expression) -> set[str]:
    """The variables of an expression, also those in its groups."""
    found = {p.text for p in expression if isinstance(p, Token) and p.kind == "variable"}
    return found.union(*(mentioned(p.group) for p in expression if isinstance(p, Exists)))


def mentioned(group: Group) -> set[str]:
    """The variables that stand anywhere in the group."""
    return set[str]().union(*map(in_element, group.elements))


def in_element(element: Element) -> set[str]:
    """The variables that stand anywhere in the element."""
    match element:
        case Triples(tokens):
            return variables(list(tokens))
        case Filter(expression):
            return variables(expression)
        case Bind(expression, variable):
            return variables(expression) | {variable}
        case Select():
            return in_select(element)
    return _names(element).union(*map(mentioned, groups(element)))


def in_select(select: Select) -> set[str]:
    """The variables that stand anywhere in the query."""
    found = mentioned(select.where) | {item.variable for item in select.items}
    for expression in [*(i.expression or [] for i in select.items), *select.modifiers.values()]:
        found |= variables(expression)
    return found


def groups(element: Element) -> list[Group]:
    """The groups that the element is made of; EXISTS is not among them."""
    match element:
        case Union(found):
            return found
        case Optional(group) | InGraph(_, group):
            return [group]
        case Select():
            return [element.where]
    return []


def certain(group: Group) -> set[str]:
    """Variables that every solution of the group binds."""
    return set[str]().union(*map(_certain, group.elements))


def safe(group: Group, variable: str, *, optional: bool = False) -> bool:
    """Whether the group can be evaluated without the variable's values and joined with them.

    It can where the variable is bound by triples before anything tests it or goes without it. The
    tests that stand directly in an OPTIONAL (``optional``) see what stands before the OPTIONAL.
    """
    bound, whole = False, certain(group)
    for element in group.elements:
        if variable not in in_element(element):
            continue
        match element:
            case Triples():
                bound = True
            case Filter() if not optional and variable not in whole:
                return False
            case Bind() | Optional() if not bound:
                return False
    return True


def selects(group: Group) -> Iterator[Select]:
    """The subqueries in the group, at any depth."""
    for element in group.elements:
        if isinstance(element, Select):
            yield from all_selects(element)
        elif isinstance(element, Filter | Bind):
            yield from _in_expression(element.expression)
        else:
            for inner in groups(element):
                yield from selects(inner)


def all_selects(select: Select) -> Iterator[Select]:
    """The query, and all its subqueries."""
    yield select
    yield from selects(select.where)
    for expression in [*(i.expression or [] for i in select.items), *select.modifiers.values()]:
        yield from _in_expression(expression)


def elements(query: Query) -> Iterator[Element]:
    """Every element of the query, at any depth, those in EXISTS too."""
    for select in all_selects(query.select):
        yield from _elements(select.where)


def aggregates(select: Select) -> bool:
    """Whether the query makes one group of all solutions: it aggregates without GROUP BY."""
    if "GROUP" in select.modifiers:
        return False
    if "HAVING" in select.modifiers:
        return True
    return any(
        isinstance(part, Token) and part.word in _AGGREGATES
        for item in select.items
        for part in item.expression or []
    )


def _names(element: Element) -> set[str]:
    named = isinstance(element, InGraph) and element.name.kind == "variable"
    return {element.name.text} if named and isinstance(element, InGraph) else set()


def _certain(element: Element) -> set[str]:
    match element:
        case Triples(tokens):
            return variables(list(tokens))
        case Union(found):
            return set.intersection(*map(certain, found))
        case InGraph(_, group):
            return certain(group) | _names(element)
        case Select() if not aggregates(element):
            below = certain(element.where)
            plain = {item.variable for item in element.items if item.expression is None}
            return below & plain if element.items else below
    return set()


def _in_expression(expression: Expression) -> Iterator[Select]:
    for part in expression:
        if isinstance(part, Exists):
            yield from selects(part.group)


def _elements(group: Group) -> Iterator[Element]:
    for element in group.elements:
        if isinstance(element, Select):
            continue
        yield element
        expressions: Iterable[Expression] = (
            [element.expression] if isinstance(element, Filter | Bind) else []
        )
        exists = [p.group for e in expressions for p in e if isinstance(p, Exists)]
        for inner in [*groups(element), *exists]:
            yield from _elements(inner)
