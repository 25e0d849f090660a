"""Other constraints (SHACL 4.8): sh:closed, sh:hasValue, sh:in."""

from __future__ import annotations

from dataclasses import replace

from kamergraaf.shacl.components import Check, Compiler, Parts, Run, by_focus, maker, static
from kamergraaf.shacl.parameters import all_of, component, iri, many, one
from kamergraaf.shacl.paths import Predicate
from kamergraaf.shacl.results import Result
from kamergraaf.shacl.shapes import Shape
from kamergraaf.shacl.terms import TRUE, is_iri, sh


def closed(shape: Shape, compiler: Compiler) -> Parts:
    """4.8.1: the value nodes have no other properties than those that the shape names."""
    ignored = one(shape, "ignoredProperties")
    if one(shape, "closed") != TRUE:
        return
    allowed = {
        path
        for property_ in all_of(shape, "property")
        for path in compiler.graph.objects(sh("path"))[property_]
        if is_iri(path)
    }
    if ignored:
        for term in many(shape, "ignoredProperties", ignored, compiler):
            allowed.add(iri(shape, "ignoredProperties", term))
    make = maker(shape, component("Closed"))

    def bind(run: Run) -> Check:
        data, values, strange = run.data, run.values(shape), run.data.beyond(allowed)

        def find(focus: str) -> list[Result]:
            return [
                replace(make(focus, object_), path=Predicate(predicate))
                for value in values[focus]
                for predicate in strange[value]
                for object_ in data.objects(predicate)[value]
            ]

        return by_focus(find)

    yield bind


def has_value(shape: Shape, compiler: Compiler) -> Parts:
    """4.8.2: the term is among the value nodes."""
    make = maker(shape, component("HasValue"))
    for term in all_of(shape, "hasValue"):

        def bind(run: Run, term: str = term) -> Check:
            values = run.values(shape)
            return Check(
                lambda focus: term in values[focus],
                lambda foci: [make(focus) for focus in foci if term not in values[focus]],
            )

        yield bind


def in_list(shape: Shape, compiler: Compiler) -> Parts:
    """4.8.3: each value node is a member of the list."""
    if head := one(shape, "in"):
        terms = frozenset(many(shape, "in", head, compiler))
        yield static(component("In"), terms.__contains__)
