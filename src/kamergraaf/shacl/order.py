"""SPARQL's ``<`` and ``<=`` over literals (SPARQL 1.1 17.3), as ranges and pairs ask for them.

Beyond the operators that SPARQL lists, dates, times and durations are compared as XML Schema
orders them, which is what SPARQL engines do.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from math import isnan

from kamergraaf.graph.quads import value
from kamergraaf.shacl import moments
from kamergraaf.shacl.literals import INTEGERS, well_formed
from kamergraaf.shacl.moments import Moment, Span
from kamergraaf.shacl.terms import XSD

_LONG = 100


class Single(float):
    """The value of an xsd:float."""


Comparable = Decimal | float | str | bool | Moment | Span
"""What a literal says, in a form that has an order among its like."""

Order = Callable[[Comparable | None, Comparable | None], bool | None]
"""Whether two values are in order; None where that cannot be said."""


def comparable(term: str) -> Comparable | None:
    """The value of a literal that SPARQL can compare; None for any other term."""
    if term[0] != '"':
        return None
    return _read(term) if len(term) > _LONG else _kept(term)


@lru_cache(maxsize=50_000)
def _kept(term: str) -> Comparable | None:
    """What short literals say: dates and numbers come again and again."""
    return _read(term)


def _read(term: str) -> Comparable | None:
    text, language, datatype = value(term)
    if not datatype:
        return None if language else text
    name = datatype.removeprefix(XSD)
    if name.lower().endswith("duration"):
        return moments.span(text, name) if name in moments.FAMILIES else None
    if name in moments.FAMILIES:
        return moments.moment(text, name)
    return _number(text, name) if name != datatype and well_formed(text, datatype) else None


def less(left: Comparable | None, right: Comparable | None) -> bool | None:
    """Whether ``left < right``; None where SPARQL gives an error."""
    if isinstance(left, Moment) and isinstance(right, Moment):
        return moments.before(left, right)
    if isinstance(left, Span) and isinstance(right, Span):
        return moments.shorter(left, right)
    if isinstance(left, str) and isinstance(right, str):
        return left < right
    if isinstance(left, bool) or isinstance(right, bool):
        return left < right if isinstance(left, bool) and isinstance(right, bool) else None
    if isinstance(left, Decimal | float) and isinstance(right, Decimal | float):
        left, right = _promoted(left, right), _promoted(right, left)
        # Nothing is less than what is no number; a Decimal would raise an error.
        return not isnan(left) and not isnan(right) and left < right
    return None


def less_or_equal(left: Comparable | None, right: Comparable | None) -> bool | None:
    """Whether ``left <= right``; None where SPARQL gives an error."""
    if left is not None and left == right and type(left) is type(right):
        return True
    smaller, larger = less(left, right), less(right, left)
    if smaller is None or larger is None:
        return None
    # Neither is true of a NaN, nor of two equal numbers of different kinds.
    return smaller or (not larger and _equal(left, right))


def _equal(left: Comparable | None, right: Comparable | None) -> bool:
    if isinstance(left, Decimal | float) and isinstance(right, Decimal | float):
        return _promoted(left, right) == _promoted(right, left)
    return left == right


def _promoted(number: Decimal | float, other: Decimal | float) -> Decimal | float:
    """The number as it is compared with the other: as a float beside one (XPath 2.0 B.1)."""
    if isinstance(number, float) or isinstance(other, Decimal):
        return number
    return _single(float(number)) if isinstance(other, Single) else float(number)


def _number(text: str, name: str) -> Comparable | None:
    if name in INTEGERS or name == "decimal":
        return Decimal(text)
    if name in {"double", "float"}:
        number = float(text.replace("INF", "inf"))
        return _single(number) if name == "float" else number
    return text in {"true", "1"} if name == "boolean" else None


def _single(number: float) -> Single:
    try:
        return Single(struct.unpack("f", struct.pack("f", number))[0])
    except OverflowError:
        return Single("inf" if number > 0 else "-inf")
