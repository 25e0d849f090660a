"""SHACL Core's constraint components, by the parameters that call for them."""

from __future__ import annotations

from collections.abc import Callable

from kamergraaf.shacl import (
    core_counts,
    core_logic,
    core_other,
    core_pairs,
    core_ranges,
    core_shapes,
    core_strings,
    core_types,
)
from kamergraaf.shacl.components import Compiler, Parts
from kamergraaf.shacl.shapes import Shape
from kamergraaf.shacl.terms import sh

Component = Callable[[Shape, Compiler], Parts]

COMPONENTS: tuple[tuple[Component, tuple[str, ...]], ...] = (
    (core_types.node_kind, ("nodeKind",)),
    (core_types.datatype, ("datatype",)),
    (core_types.of_class, ("class",)),
    (core_counts.min_count, ("minCount",)),
    (core_counts.max_count, ("maxCount",)),
    (core_ranges.ranges, ("minExclusive", "minInclusive", "maxExclusive", "maxInclusive")),
    (core_strings.lengths, ("minLength", "maxLength")),
    (core_strings.pattern, ("pattern", "flags")),
    (core_strings.language_in, ("languageIn",)),
    (core_strings.unique_lang, ("uniqueLang",)),
    (core_pairs.pairs, ("equals", "disjoint", "lessThan", "lessThanOrEquals")),
    (core_logic.logic, ("not", "and", "or", "xone")),
    (core_shapes.node, ("node",)),
    (core_shapes.property_, ("property",)),
    (
        core_shapes.qualified,
        (
            "qualifiedValueShape",
            "qualifiedMinCount",
            "qualifiedMaxCount",
            "qualifiedValueShapesDisjoint",
        ),
    ),
    (core_other.closed, ("closed", "ignoredProperties")),
    (core_other.has_value, ("hasValue",)),
    (core_other.in_list, ("in",)),
)
"""Each component with the parameters that it reads (local names)."""

PARAMETERS = frozenset(sh(name) for _, names in COMPONENTS for name in names)
"""The predicates that make their subject a shape."""

_BY_PARAMETERS = tuple((component, frozenset(map(sh, names))) for component, names in COMPONENTS)


def constraints(shape: Shape, compiler: Compiler) -> Parts:
    """The constraints of SHACL Core that the shape states."""
    stated = shape.parameters.keys()
    for component, names in _BY_PARAMETERS:
        if not names.isdisjoint(stated):
            yield from component(shape, compiler)
