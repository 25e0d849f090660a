"""What pyshacl is known to get wrong, set right, so that all else can be compared.

Each repair has its name and reason in docs/shacl.md and a test in test_differences.py that shows
the fault; nothing else of pyshacl is touched.
"""

from __future__ import annotations

import operator
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import rdflib
from pyshacl.constraints.core import property_pair_constraints as pairs
from pyshacl.constraints.core import value_range_constraints as ranges
from pyshacl.helper import expression_helper
from rdflib import RDF, XSD, Literal

_NUMBERS = frozenset(
    XSD[name]
    for name in (
        "integer decimal double float long int short byte nonNegativeInteger positiveInteger"
        " nonPositiveInteger negativeInteger unsignedLong unsignedInt unsignedShort unsignedByte"
    ).split()
)
_MOMENTS = (XSD.dateTime, XSD.date, XSD.time, XSD.gYear)


@contextmanager
def repaired() -> Iterator[None]:
    """pyshacl without its known faults."""
    with (
        patch.object(expression_helper, "value_nodes_from_path", _walk),
        patch("pyshacl.shape.value_nodes_from_path", _walk),
        patch.object(ranges, "compare_literal", _compare),
        patch.object(pairs.LessThanConstraintComponent, "_compare_lt", _pairs(operator.lt)),
        patch.object(
            pairs.LessThanOrEqualsConstraintComponent, "_compare_ltoe", _pairs(operator.le)
        ),
    ):
        yield


_walk_as_pyshacl = expression_helper.value_nodes_from_path


def _walk(
    shapes: Any, focus: Any, path: Any, data: Any, inverse: bool = False, recursion: int = 0
) -> set[Any]:
    """The inverse of a sequence is walked from its last step to its first."""
    if not inverse or shapes.graph.value(path, RDF.first) is None:
        return _walk_as_pyshacl(shapes, focus, path, data, inverse=inverse, recursion=recursion)
    nodes = {focus}
    for step in reversed(list(shapes.graph.items(path))):
        nodes = {v for n in nodes for v in _walk(shapes, n, step, data, True, recursion + 1)}
    return nodes


def _kind(node: Any) -> object:
    """What a literal can be compared with: others of its kind; None for what has no order."""
    if not isinstance(node, Literal) or node.language or node.ill_typed or node.value is None:
        return None
    if node.datatype in _NUMBERS:
        return "number"
    if node.datatype in (None, XSD.string):
        return "text"
    return node.datatype if node.datatype in (*_MOMENTS, XSD.boolean) else None


def _compare(left: Literal, right: Literal) -> int:
    """SPARQL's ``<`` has no answer for literals of two kinds."""
    if _kind(left) is None or _kind(left) != _kind(right):
        raise TypeError("no order")
    one, two = _promoted(left, right), _promoted(right, left)
    less, more = one < two, one > two
    if not less and not more and one != two:
        raise TypeError("not a number")
    return more - less


def _promoted(literal: Literal, other: Literal) -> Any:
    """A number as it is compared with the other: as a double or float beside one."""
    value, floats = literal.value, (XSD.double, XSD.float)
    if literal.datatype not in _NUMBERS:
        return value
    kinds = {literal.datatype, other.datatype}
    if literal.datatype == XSD.float or (XSD.float in kinds and XSD.double not in kinds):
        return struct.unpack("f", struct.pack("f", float(value)))[0]
    return float(value) if kinds.intersection(floats) else value


def _pairs(order: Callable[[Any, Any], bool]) -> Callable[..., tuple[bool, list[Any]]]:
    """What cannot be compared is a result for each pair, not an end of the run."""

    def compare(self: Any, values: Any, others: Any, data: rdflib.Graph, focus: Any) -> Any:
        found = [
            self.make_v_result(data, focus, value_node=value)
            for value in values
            for other in others
            if not _in_order(order, value, other)
        ]
        return bool(found), found

    return compare


def _in_order(order: Callable[[Any, Any], bool], left: Any, right: Any) -> bool:
    try:
        return order(_compare(left, right), 0)
    except TypeError:
        return False
