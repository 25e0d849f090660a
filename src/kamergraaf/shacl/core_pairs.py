"""Property pair constraints (SHACL 4.5): sh:equals, sh:disjoint, sh:lessThan(OrEquals)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kamergraaf.shacl.components import Check, Compiler, Maker, Parts, Run, by_focus, maker
from kamergraaf.shacl.order import Order, comparable, less, less_or_equal
from kamergraaf.shacl.parameters import all_of, component, iri, only_for_properties
from kamergraaf.shacl.results import Result
from kamergraaf.shacl.shapes import Shape

Compare = Callable[[Sequence[str], Sequence[str]], list[str]]
"""The values to report, of the value nodes and the objects of the other property."""


def pairs(shape: Shape, compiler: Compiler) -> Parts:
    """4.5.1 to 4.5.4: how the value nodes relate to the focus node's values of a property."""
    for name, (kind, compare) in _PAIRS.items():
        for term in all_of(shape, name):
            if name.startswith("less"):
                only_for_properties(shape, name)
            other = iri(shape, name, term)
            yield _binder(shape, maker(shape, component(kind)), other, compare)


def _binder(shape: Shape, make: Maker, other: str, compare: Compare) -> Callable[[Run], Check]:
    def bind(run: Run) -> Check:
        values, others = run.values(shape), run.data.objects(other)

        def find(focus: str) -> list[Result]:
            return [make(focus, value) for value in compare(values[focus], others[focus])]

        return by_focus(find)

    return bind


def _unequal(own: Sequence[str], other: Sequence[str]) -> list[str]:
    left, right = dict.fromkeys(own), dict.fromkeys(other)
    return [v for v in left if v not in right] + [v for v in right if v not in left]


def _shared(own: Sequence[str], other: Sequence[str]) -> list[str]:
    right = frozenset(other)
    return [value for value in own if value in right]


def _not_less(own: Sequence[str], other: Sequence[str]) -> list[str]:
    return _out_of_order(own, other, less)


def _not_less_or_equal(own: Sequence[str], other: Sequence[str]) -> list[str]:
    return _out_of_order(own, other, less_or_equal)


def _out_of_order(own: Sequence[str], other: Sequence[str], order: Order) -> list[str]:
    bounds = list(map(comparable, other)) if own else []
    return [
        term
        for term, value in zip(own, map(comparable, own), strict=True)
        for bound in bounds
        if order(value, bound) is not True
    ]


_PAIRS: dict[str, tuple[str, Compare]] = {
    "equals": ("Equals", _unequal),
    "disjoint": ("Disjoint", _shared),
    "lessThan": ("LessThan", _not_less),
    "lessThanOrEquals": ("LessThanOrEquals", _not_less_or_equal),
}
