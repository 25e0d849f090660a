"""Value range constraints (SHACL 4.3): sh:minExclusive and its like, with SPARQL's ``<``."""

from __future__ import annotations

from collections.abc import Callable

from kamergraaf.shacl.components import Compiler, Parts, static
from kamergraaf.shacl.order import Comparable, Order, comparable, less, less_or_equal
from kamergraaf.shacl.parameters import component, one
from kamergraaf.shacl.shapes import Shape, broken
from kamergraaf.shacl.terms import is_literal

_RANGES: dict[str, tuple[str, Order, bool]] = {
    "minExclusive": ("MinExclusive", less, True),
    "minInclusive": ("MinInclusive", less_or_equal, True),
    "maxExclusive": ("MaxExclusive", less, False),
    "maxInclusive": ("MaxInclusive", less_or_equal, False),
}


def ranges(shape: Shape, compiler: Compiler) -> Parts:
    """4.3.1 to 4.3.4: each value node compares so with the bound; what cannot compare fails."""
    for name, (kind, order, lower) in _RANGES.items():
        if bound := one(shape, name):
            if not is_literal(bound):
                raise broken(shape.node, f"sh:{name} needs a literal, not {bound}")
            test = _test(comparable(bound), order, lower=lower)
            yield static(component(kind), test)


def _test(bound: Comparable | None, order: Order, *, lower: bool) -> Callable[[str], bool]:
    if lower:
        return lambda value: order(bound, comparable(value)) is True
    return lambda value: order(comparable(value), bound) is True
