"""When EXISTS may become a join: what it must know of the group around it."""

from __future__ import annotations

from dataclasses import dataclass

from kamergraaf.shacl.sparql_parse import (
    Bind,
    Exists,
    Expression,
    Filter,
    Group,
    Optional,
    Triples,
)
from kamergraaf.shacl.sparql_scope import (
    certain,
    groups,
    in_element,
    mentioned,
    safe,
    selects,
)
from kamergraaf.shacl.sparql_tokens import Token


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The group around a filter, as far as a join may repeat it.

    ``given`` and the variables of ``patterns`` are bound in each of its solutions (``bound``);
    ``scope`` holds every variable that may be; ``sure`` those that certainly are.
    """

    given: frozenset[str]
    patterns: tuple[Triples, ...]
    bound: frozenset[str]
    scope: frozenset[str]
    sure: frozenset[str]

    @classmethod
    def of(cls, group: Group, given: frozenset[str]) -> Surroundings:
        """The surroundings that a group gives to its filters."""
        return cls(given, (), given, given, given).with_(group)

    def with_(self, group: Group) -> Surroundings:
        """These surroundings, with a group that is joined into them."""
        new = tuple(e for e in group.elements if isinstance(e, Triples) and not _labelled(e))
        scope = [in_element(e) for e in group.elements if not isinstance(e, Filter)]
        return Surroundings(
            self.given,
            (*self.patterns, *new),
            self.bound.union(*map(in_element, new)),
            self.scope.union(*scope),
            self.sure | certain(group),
        )

    def shared(self, group: Group) -> frozenset[str]:
        """The variables by which a join with the group meets these surroundings."""
        return self.bound | (self.scope & mentioned(group))

    def takes(self, exists: Exists, prebound: frozenset[str]) -> bool:
        """Whether the EXISTS means the same as a join here."""
        group = exists.group
        if not self.bound or any(True for _ in selects(group)) or _rebinds(group, self.scope):
            return False
        for name in self.scope & mentioned(group):
            if name not in self.bound:
                if not _deeply_safe(group, name):
                    return False
                if not exists.negated and name not in self.sure & certain(group):
                    return False
            elif name not in prebound and not _seen(group, name):
                return False
        return True


def conditions(expression: Expression) -> list[Expression]:
    """What a filter asks for, all of which must hold."""
    if len(expression) < 3 or not _is(expression[0], "("):
        return [expression]
    found: list[Expression] = [[]]
    depth = 0
    for part in expression[1:-1]:
        depth += _is(part, "(") - _is(part, ")")
        if depth == 0 and _is(part, "||"):
            return [expression]
        if depth == 0 and _is(part, "&&"):
            found.append([])
        else:
            found[-1].append(part)
    if len(found) == 1 and not _bracketed(found[0]):
        return found
    return [one for part in found for one in (conditions(part) if _bracketed(part) else [part])]


def as_exists(condition: Expression) -> Exists | None:
    """The EXISTS that a condition is, also with ``!`` before it."""
    match condition:
        case [Exists() as exists]:
            return exists
        case [Token(kind="mark", text="!"), Exists() as exists]:
            return Exists(not exists.negated, exists.group)
    return None


def _seen(group: Group, name: str) -> bool:
    """Whether every use of a variable in the group sees the value that a join brings along."""
    for element in group.elements:
        optional = isinstance(element, Optional)
        for inner in groups(element):
            if name in mentioned(inner) and not _deeply_safe(inner, name, optional=optional):
                return False
    return True


def _deeply_safe(group: Group, name: str, *, optional: bool = False) -> bool:
    return safe(group, name, optional=optional) and all(
        _deeply_safe(inner, name, optional=isinstance(element, Optional))
        for element in group.elements
        for inner in groups(element)
        if name in mentioned(inner)
    )


def _rebinds(group: Group, scope: frozenset[str]) -> bool:
    return any(
        (isinstance(element, Bind) and element.variable in scope)
        or any(_rebinds(inner, scope) for inner in groups(element))
        for element in group.elements
    )


def _labelled(element: Triples) -> bool:
    """Whether blank node labels stand in the patterns, which may not be said twice."""
    return any(token.kind == "blank" for token in element.tokens)


def _bracketed(expression: Expression) -> bool:
    """Whether brackets stand around the whole of the expression."""
    if len(expression) < 3 or not _is(expression[0], "("):
        return False
    depth = 0
    for position, part in enumerate(expression):
        depth += _is(part, "(") - _is(part, ")")
        if depth == 0:
            return position == len(expression) - 1
    return False


def _is(part: Token | Exists, mark: str) -> bool:
    return isinstance(part, Token) and part.kind == "mark" and part.text == mark
