"""What literals of the XML Schema datatypes say: whether they are well-formed (RDF 1.1 5)."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from kamergraaf.graph.quads import value
from kamergraaf.shacl import moments
from kamergraaf.shacl.terms import RDF_LANG_STRING, XSD

_INTEGER = re.compile(r"[+-]?[0-9]+")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_DOUBLE = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[+-]?INF|NaN")
_BASE64 = re.compile(
    r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?"
)
_HEX = re.compile(r"[0-9A-Fa-f]*")
_LINE_ENDS = re.compile(r"[\t\n\r]")
_NAME = r"[:A-Z_a-z\u00c0-\ufffd\U00010000-\U000effff]"
_NAME_CHAR = r"[-.0-9:A-Z_a-z\u00b7\u00c0-\ufffd\U00010000-\U000effff]"

INTEGERS: dict[str, tuple[int | None, int | None]] = {
    "integer": (None, None),
    "nonNegativeInteger": (0, None),
    "positiveInteger": (1, None),
    "nonPositiveInteger": (None, 0),
    "negativeInteger": (None, -1),
    "long": (-(2**63), 2**63 - 1),
    "int": (-(2**31), 2**31 - 1),
    "short": (-(2**15), 2**15 - 1),
    "byte": (-(2**7), 2**7 - 1),
    "unsignedLong": (0, 2**64 - 1),
    "unsignedInt": (0, 2**32 - 1),
    "unsignedShort": (0, 2**16 - 1),
    "unsignedByte": (0, 2**8 - 1),
}
"""The integer types of XML Schema with their bounds."""


def _matches(pattern: str | re.Pattern[str]) -> Callable[[str], bool]:
    compiled = re.compile(pattern)
    return lambda text: compiled.fullmatch(text) is not None


def _within(low: int | None, high: int | None) -> Callable[[str], bool]:
    def well_formed(text: str) -> bool:
        if not _INTEGER.fullmatch(text):
            return False
        if low is None and high is None:
            return True
        # A Decimal, because int() refuses long rows of digits.
        number = Decimal(text)
        return (low is None or number >= low) and (high is None or number <= high)

    return well_formed


def _base64(text: str) -> bool:
    return _BASE64.fullmatch(text.replace(" ", "")) is not None


def _hex(text: str) -> bool:
    return len(text) % 2 == 0 and _HEX.fullmatch(text) is not None


def _token(text: str) -> bool:
    return not _LINE_ENDS.search(text) and text == text.strip(" ") and "  " not in text


_CHECKS: dict[str, Callable[[str], bool]] = {
    **{name: _within(*bounds) for name, bounds in INTEGERS.items()},
    "boolean": lambda text: text in {"true", "false", "1", "0"},
    "decimal": _matches(_DECIMAL),
    "double": _matches(_DOUBLE),
    "float": _matches(_DOUBLE),
    "hexBinary": _hex,
    "base64Binary": _base64,
    "normalizedString": lambda text: not _LINE_ENDS.search(text),
    "token": _token,
    "language": _matches(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*"),
    "Name": _matches(f"{_NAME}{_NAME_CHAR}*"),
    **dict.fromkeys(
        ("NCName", "ID", "IDREF", "ENTITY"),
        _matches(f"{_NAME}{_NAME_CHAR}*".replace(":", "")),
    ),
    "NMTOKEN": _matches(f"{_NAME_CHAR}+"),
    **{name: moments.well_formed(name) for name in moments.FAMILIES},
}
_BY_IRI = {XSD + name: check for name, check in _CHECKS.items()}


def well_formed(text: str, datatype: str) -> bool:
    """Whether ``text`` is in the lexical space of the datatype (a bare IRI).

    True for a datatype whose lexical space is not known here. White space around a value is not
    taken away: RDF's lexical forms are those of XML Schema after that step.
    """
    check = _BY_IRI.get(datatype)
    return check is None or check(text)


def has_datatype(datatype: str) -> Callable[[str], bool]:
    """A test whether a term is a well-formed literal of the datatype (a bare IRI)."""
    if datatype == RDF_LANG_STRING:
        return lambda term: term[0] == '"' and term[term.rfind('"') + 1 :].startswith("@")
    if datatype == XSD + "string":
        return lambda term: term[0] == '"' and term[-1] == '"'
    tail = f'"^^<{datatype}>'
    check = _BY_IRI.get(datatype)
    if check is None:
        return lambda term: term[0] == '"' and term.endswith(tail)
    lexical = check

    def test(term: str) -> bool:
        return term[0] == '"' and term.endswith(tail) and lexical(value(term).text)

    return test


def text_of(term: str) -> str | None:
    """What SPARQL's ``str()`` gives: an IRI's or a literal's characters, None for a blank node."""
    if term[0] == "<":
        return term[1:-1]
    return value(term).text if term[0] == '"' else None


def language_of(term: str) -> str:
    """The language tag of a literal in small letters; '' for none, and for other terms."""
    if term[0] != '"' or term[-1] in '">':
        return ""
    return term[term.rfind('"') + 2 :].lower()
