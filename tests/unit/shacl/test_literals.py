"""Which literals are well-formed, and how they compare."""

from __future__ import annotations

import itertools

import pyoxigraph
import pytest

from kamergraaf.shacl.literals import well_formed
from kamergraaf.shacl.order import comparable, less, less_or_equal
from kamergraaf.shacl.terms import XSD

WELL = {
    "integer": "0 -0 +12 0001",
    "byte": "127 -128",
    "unsignedByte": "255 +0",
    "nonNegativeInteger": "0 -0",
    "positiveInteger": "1",
    "negativeInteger": "-1",
    "nonPositiveInteger": "0",
    "long": "-9223372036854775808",
    "decimal": "1 1. .5 -1.50",
    "double": "1 1e5 -1.E-5 INF -INF +INF NaN .5",
    "boolean": "true false 1 0",
    "date": "2024-02-29 2024-01-01Z 2024-01-01+14:00 -0001-01-01 12024-01-01",
    "dateTime": "2024-01-01T00:00:00 2024-01-01T24:00:00 2024-01-01T23:59:59.999Z",
    "dateTimeStamp": "2024-01-01T00:00:00Z",
    "time": "00:00:00 24:00:00 12:00:00.5-05:00",
    "gYear": "2024 -0044 2024Z",
    "gYearMonth": "2024-12",
    "gMonthDay": "--02-29",
    "gMonth": "--12",
    "gDay": "---31",
    "duration": "P1Y2M3DT4H5M6.7S -P1D PT0S",
    "dayTimeDuration": "P1DT2H",
    "yearMonthDuration": "P1Y",
    "hexBinary": "0aFF",
    "base64Binary": "YQ== YWI=",
    "language": "nl nl-BE x-klingon",
    "NCName": "a _b c.d-e",
    "anyURI": "http://x",
    "string": "x",
}
ILL = {
    "integer": "1.0 abc 1e5 １ --1",
    "byte": "128 -129 300",
    "unsignedByte": "-1 256",
    "positiveInteger": "0 -1",
    "negativeInteger": "0",
    "decimal": "1e5 . +",
    "double": "inf nan e5 1e",
    "boolean": "True yes 2",
    "date": "2024-02-30 2023-02-29 2024-13-01 24-01-01 2024-1-1 2024-01-01+15:00 2024-01-01T00:00:00",
    "dateTime": "2024-01-01 2024-01-01T24:00:01 2024-01-01T00:60:00 2024-01-01t00:00:00",
    "dateTimeStamp": "2024-01-01T00:00:00",
    "time": "25:00:00 12:00",
    "gYear": "24 02024",
    "gMonthDay": "--02-30",
    "gDay": "---32",
    "duration": "P P1S PT 1Y P1Y2",
    "dayTimeDuration": "P1Y",
    "yearMonthDuration": "P1D",
    "hexBinary": "0 0g",
    "base64Binary": "a YQ= AB== YWJ= A===",
    "language": "nederlands-1234567890 -nl",
    "NCName": "a:b 1a",
}


@pytest.mark.parametrize(("name", "text"), [(n, t) for n, ts in WELL.items() for t in ts.split()])
def test_what_is_in_the_lexical_space(name: str, text: str) -> None:
    assert well_formed(text, XSD + name)


@pytest.mark.parametrize(("name", "text"), [(n, t) for n, ts in ILL.items() for t in ts.split()])
def test_what_is_not_in_the_lexical_space(name: str, text: str) -> None:
    assert not well_formed(text, XSD + name)


def test_white_space_is_part_of_a_lexical_form() -> None:
    assert not well_formed(" 1", XSD + "integer")
    assert not well_formed("1\n", XSD + "integer")


def test_of_an_unknown_datatype_everything_is_well_formed() -> None:
    assert well_formed("anything", "http://ex/datatype")


def _term(text: str, name: str) -> str:
    return f'"{text}"^^<{XSD}{name}>' if name != "string" else f'"{text}"'


LESS = [
    (("1", "integer"), ("1.5", "decimal")),
    (("1.5", "decimal"), ("2e0", "double")),
    (("0.1", "double"), ("0.1", "float")),
    (("0.1", "decimal"), ("0.10001", "float")),
    (("-INF", "double"), ("-999999999999", "integer")),
    (("A", "string"), ("a", "string")),
    (("false", "boolean"), ("1", "boolean")),
    (("2024-01-01", "date"), ("2024-01-02", "date")),
    (("2024-01-01+14:00", "date"), ("2024-01-01Z", "date")),
    (("-0001-12-31", "date"), ("0001-01-01", "date")),
    (("2024-01-01T05:00:00+06:00", "dateTime"), ("2024-01-01T00:00:00Z", "dateTime")),
    (("2024-01-01T00:00:00", "dateTime"), ("2024-01-01T14:00:01Z", "dateTime")),
    (("24:00:00", "time"), ("00:00:01", "time")),
    (("P1M", "duration"), ("P32D", "duration")),
    (("P11M", "yearMonthDuration"), ("P1Y", "yearMonthDuration")),
]
EQUAL = [
    (("1", "integer"), ("01.0", "decimal")),
    (("0.1", "decimal"), ("0.1", "double")),
    (("0.1", "decimal"), ("0.1", "float")),
    (("9007199254740993", "integer"), ("9007199254740992", "double")),
    (("1" + "0" * 400, "integer"), ("INF", "double")),
    (("2023-12-31T24:00:00", "dateTime"), ("2024-01-01T00:00:00", "dateTime")),
    (("P1Y", "duration"), ("P12M", "duration")),
    (("PT24H", "duration"), ("P1D", "dayTimeDuration")),
]
NEITHER = [
    (("1", "integer"), ("1", "string")),
    (("1", "integer"), ("true", "boolean")),
    (("x", "integer"), ("y", "integer")),
    (("2024-01-01", "date"), ("2024-01-01T00:00:00", "dateTime")),
    (("2024-01-01T00:00:00", "dateTime"), ("2024-01-01T13:00:00Z", "dateTime")),
    (("P1M", "duration"), ("P30D", "duration")),
    (("http://a", "anyURI"), ("http://b", "anyURI")),
]


@pytest.mark.parametrize(("left", "right"), LESS)
def test_what_is_less(left: tuple[str, str], right: tuple[str, str]) -> None:
    one, two = comparable(_term(*left)), comparable(_term(*right))
    assert less(one, two) is True
    assert less_or_equal(one, two) is True
    assert less(two, one) is False
    assert less_or_equal(two, one) is False


@pytest.mark.parametrize(("left", "right"), EQUAL)
def test_what_is_equal(left: tuple[str, str], right: tuple[str, str]) -> None:
    one, two = comparable(_term(*left)), comparable(_term(*right))
    assert less(one, two) is less(two, one) is False
    assert less_or_equal(one, two) is less_or_equal(two, one) is True


@pytest.mark.parametrize(("left", "right"), NEITHER)
def test_what_cannot_be_compared(left: tuple[str, str], right: tuple[str, str]) -> None:
    one, two = comparable(_term(*left)), comparable(_term(*right))
    assert less(one, two) is less(two, one) is None
    assert less_or_equal(one, two) is less_or_equal(two, one) is None


def test_nothing_is_less_than_what_is_no_number() -> None:
    number, nan = comparable(_term("1", "integer")), comparable(_term("NaN", "double"))
    assert less(number, nan) is less(nan, number) is less_or_equal(nan, nan) is False


def test_texts_with_a_language_and_iris_do_not_compare() -> None:
    assert comparable('"a"@nl') is comparable("<http://a>") is comparable("_:a") is None


def test_the_order_is_that_of_oxigraph() -> None:
    """Where Oxigraph can compare; it takes booleans and a 29 February without a year for no order."""
    store = pyoxigraph.Store()
    ours = {"boolean", "gMonthDay"}
    terms = [
        _term(text, name)
        for name, texts in WELL.items()
        if name not in ours
        for text in texts.split()
    ]
    for left, right in itertools.combinations(terms, 2):
        [row] = store.query(f"SELECT ({left} < {right} AS ?less) {{}}")  # type: ignore[union-attr]
        theirs = row["less"] is not None and row["less"].value == "true"
        assert (less(comparable(left), comparable(right)) is True) == theirs, (left, right)
