"""Cardinality constraints (SHACL 4.2): sh:minCount, sh:maxCount."""

from __future__ import annotations

from kamergraaf.shacl.components import Check, Compiler, Parts, Run, maker
from kamergraaf.shacl.parameters import component, integer, only_for_properties
from kamergraaf.shacl.shapes import Shape


def min_count(shape: Shape, compiler: Compiler) -> Parts:
    """4.2.1: there are at least so many value nodes."""
    least = integer(shape, "minCount")
    if least is None:
        return
    only_for_properties(shape, "minCount")
    make = maker(shape, component("MinCount"))

    def bind(run: Run) -> Check:
        values = run.values(shape)
        if least == 1:
            return Check(
                lambda focus: bool(values[focus]),
                lambda foci: [make(focus) for focus in foci if not values[focus]],
            )
        return Check(
            lambda focus: len(values[focus]) >= least,
            lambda foci: [make(focus) for focus in foci if len(values[focus]) < least],
        )

    if least > 0:
        yield bind


def max_count(shape: Shape, compiler: Compiler) -> Parts:
    """4.2.2: there are at most so many value nodes."""
    most = integer(shape, "maxCount")
    if most is None:
        return
    only_for_properties(shape, "maxCount")
    make = maker(shape, component("MaxCount"))

    def bind(run: Run) -> Check:
        values = run.values(shape)
        return Check(
            lambda focus: len(values[focus]) <= most,
            lambda foci: [make(focus) for focus in foci if len(values[focus]) > most],
        )

    yield bind
