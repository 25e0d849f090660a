"""Shape-based constraints (SHACL 4.7): sh:node, sh:property, sh:qualifiedValueShape."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from operator import ge, le

from kamergraaf.shacl.components import Check, Compiler, Parts, Run, ValueTest, by_focus, maker
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.parameters import all_of, component, integer, one
from kamergraaf.shacl.results import Result
from kamergraaf.shacl.shapes import Shape, broken
from kamergraaf.shacl.terms import TRUE, is_literal, sh


def node(shape: Shape, compiler: Compiler) -> Parts:
    """4.7.1: each value node conforms to the shape; one result, with the shape's as details."""
    for term in all_of(shape, "node"):
        if compiler.shape(term, shape).path is not None:
            raise broken(shape.node, f"sh:node needs a node shape; {term} is a property shape")

        def details(run: Run, term: str = term) -> Callable[[str], Iterable[Result]]:
            return lambda value: run.check(term).results((value,))

        yield ValueTest(component("Node"), partial(_conforms, term), details=details)


def _conforms(node: str, run: Run) -> Callable[[str], bool]:
    return run.check(node).holds


def property_(shape: Shape, compiler: Compiler) -> Parts:
    """4.7.2: each value node is validated by the property shape, whose results are reported."""
    for term in all_of(shape, "property"):
        if not is_literal(term) and not compiler.graph.about(term):
            compiler.missing(shape, term)
            continue
        if compiler.shape(term, shape).path is None:
            raise broken(shape.node, f"sh:property needs a property shape; {term} has no sh:path")

        def bind(run: Run, term: str = term) -> Check:
            check, values = run.check(term), run.values(shape)
            return check if shape.path is None else _through(check, values.__getitem__)

        yield bind


def _through(check: Check, values: Callable[[str], Sequence[str]]) -> Check:
    def results(foci: Sequence[str]) -> list[Result]:
        counts = Counter(value for focus in foci for value in values(focus))
        found = list(check.results(tuple(counts)))
        repeated = [value for value, count in counts.items() if count > 1]
        if repeated and found and any(True for _ in check.results(repeated)):
            # What is wrong with a value node of two focus nodes is reported for each of them.
            for value in repeated:
                found += list(check.results((value,))) * (counts[value] - 1)
        return found

    return Check(lambda focus: all(map(check.holds, values(focus))), results)


def qualified(shape: Shape, compiler: Compiler) -> Parts:
    """4.7.3: so many value nodes conform to the shape (and to none of its sibling shapes)."""
    if not (term := one(shape, "qualifiedValueShape")):
        return
    least, most = integer(shape, "qualifiedMinCount"), integer(shape, "qualifiedMaxCount")
    compiler.shape(term, shape)
    disjoint = one(shape, "qualifiedValueShapesDisjoint") == TRUE
    siblings = _siblings(shape.node, term, compiler.graph) if disjoint else ()
    for sibling in siblings:
        compiler.shape(sibling, shape)
    for kind, bound, meets in (("Min", least, ge), ("Max", most, le)):
        if bound is not None:
            make = maker(shape, component(f"Qualified{kind}Count"))
            yield _counted(shape, term, siblings, make, partial(_meets, meets, bound))


def _counted(
    shape: Shape,
    term: str,
    siblings: Sequence[str],
    make: Callable[[str], Result],
    enough: Callable[[int], bool],
) -> Callable[[Run], Check]:
    def bind(run: Run) -> Check:
        values, wanted = run.values(shape), run.check(term).holds
        others = [run.check(sibling).holds for sibling in siblings]

        def alone(value: str) -> bool:
            return wanted(value) and not any(other(value) for other in others)

        counts = alone if others else wanted

        def find(focus: str) -> list[Result]:
            return [] if enough(sum(map(counts, values[focus]))) else [make(focus)]

        return by_focus(find)

    return bind


def _meets(compare: Callable[[int, int], bool], bound: int, count: int) -> bool:
    return compare(count, bound)


def _siblings(node: str, own: str, shapes: Graph) -> tuple[str, ...]:
    properties, qualified = (
        shapes.objects(sh("property")),
        shapes.objects(sh("qualifiedValueShape")),
    )
    found = {
        value: None
        for parent in shapes.subjects(sh("property"))[node]
        for sibling in properties[parent]
        for value in qualified[sibling]
    }
    return tuple(value for value in found if value != own)
