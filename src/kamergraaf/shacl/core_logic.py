"""Logical constraints (SHACL 4.6): sh:not, sh:and, sh:or, sh:xone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kamergraaf.shacl.components import Compiler, Parts, ValueTest
from kamergraaf.shacl.parameters import all_of, component, many
from kamergraaf.shacl.shapes import Shape

Test = Callable[[str], bool]


def logic(shape: Shape, compiler: Compiler) -> Parts:
    """4.6.1 to 4.6.4: to which of the shapes each value node conforms."""
    for term in all_of(shape, "not"):
        yield _value_test(shape, "Not", (term,), compiler, _none)
    for name, (kind, combine) in _LISTS.items():
        for head in all_of(shape, name):
            yield _value_test(shape, kind, many(shape, name, head, compiler), compiler, combine)


def _value_test(
    shape: Shape,
    kind: str,
    nodes: Sequence[str],
    compiler: Compiler,
    combine: Callable[[list[Test]], Test],
) -> ValueTest:
    for node in nodes:
        compiler.shape(node, shape)
    return ValueTest(
        component(kind), lambda run: combine([run.check(node).holds for node in nodes])
    )


def _none(tests: list[Test]) -> Test:
    return lambda value: not tests[0](value)


def _all(tests: list[Test]) -> Test:
    def conforms(value: str) -> bool:
        for test in tests:  # noqa: SIM110 - a loop costs half of all()
            if not test(value):
                return False
        return True

    return conforms


def _some(tests: list[Test]) -> Test:
    def conforms(value: str) -> bool:
        for test in tests:  # noqa: SIM110
            if test(value):
                return True
        return False

    return conforms


def _exactly_one(tests: list[Test]) -> Test:
    return lambda value: sum(test(value) for test in tests) == 1


_LISTS = {"and": ("And", _all), "or": ("Or", _some), "xone": ("Xone", _exactly_one)}
