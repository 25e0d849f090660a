"""Where the fast engine and pyshacl differ, each with its reason in the standard.

docs/shacl.md lists them. A difference that goes away in a later pyshacl fails here, so that the
list stays true.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from equal import sides

PREFIXES = """
@prefix ex: <http://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
PROPERTY = "ex:S sh:targetNode ex:a ; sh:property ex:P . ex:P sh:path ex:p ; "
ENDS = None
"""pyshacl ends with an exception."""


@dataclass(frozen=True)
class Difference:
    """Shapes and data, and what each engine reports: values, or '' for a result without one."""

    name: str
    shapes: str
    data: str
    ours: frozenset[str]
    pyshacl: frozenset[str] | None


def case(name: str, shapes: str, data: str, ours: str, pyshacl: str | None) -> Difference:
    """Results as terms with blanks between them; '-' is a result without a value."""
    told = None if pyshacl is None else frozenset(pyshacl.split())
    return Difference(name, shapes, data, frozenset(ours.split()), told)


DIFFERENCES = (
    case(
        "inverse of a sequence",
        "ex:S sh:targetNode ex:c ; sh:property ex:P ."
        " ex:P sh:path [ sh:inversePath ( ex:p ex:q ) ] ; sh:minCount 1 .",
        "ex:a ex:p ex:b . ex:b ex:q ex:c .",
        "",
        "-",
    ),
    case(
        "values of two kinds have no order",
        PROPERTY + "sh:maxInclusive 3 .",
        'ex:a ex:p true , "2023"^^xsd:gYear , "abc"^^ex:code .',
        "true 2023 abc",
        "",
    ),
    case(
        "a text with a language has no order",
        PROPERTY + 'sh:minInclusive "a" .',
        'ex:a ex:p "b"@en .',
        "b",
        "",
    ),
    case(
        "NaN is not less",
        PROPERTY + "sh:maxInclusive 3 .",
        'ex:a ex:p "NaN"^^xsd:double .',
        "NaN",
        "",
    ),
    case(
        "a decimal number is a double beside a double",
        PROPERTY + "sh:maxInclusive 0.1 .",
        'ex:a ex:p 0.1e0 , "0.1"^^xsd:double .',
        "",
        "0.1e0 0.1",
    ),
    case(
        "a moment with a time zone against one without",
        PROPERTY + 'sh:minInclusive "2023-01-01T00:00:00"^^xsd:dateTime .',
        'ex:a ex:p "2024-01-01T00:00:00Z"^^xsd:dateTime .',
        "",
        "2024-01-01T00:00:00Z",
    ),
    case(
        "sh:lessThan with a blank node",
        PROPERTY + "sh:lessThan ex:q .",
        "ex:a ex:p _:b ; ex:q 3 .",
        "_",
        ENDS,
    ),
    case(
        "sh:lessThan with an IRI",
        PROPERTY + "sh:lessThan ex:q .",
        "ex:a ex:p ex:a ; ex:q ex:b .",
        "http://example.org/a",
        "",
    ),
    case(
        "sh:lessThan with values of two kinds",
        PROPERTY + "sh:lessThan ex:q .",
        "ex:a ex:p true ; ex:q 3 .",
        "true",
        "",
    ),
    case(
        "lexical forms that Python reads and XML Schema does not",
        PROPERTY + "sh:or ( [ sh:datatype xsd:decimal ] [ sh:datatype xsd:integer ]"
        " [ sh:datatype xsd:dateTime ] [ sh:datatype xsd:double ] ) .",
        'ex:a ex:p "1e3"^^xsd:decimal , "1_000"^^xsd:integer , "2023-11-05"^^xsd:dateTime ,'
        ' "inf"^^xsd:double .',
        "1e3 1_000 2023-11-05 inf",
        "",
    ),
    case(
        "dates and times that Python cannot hold",
        PROPERTY + "sh:or ( [ sh:datatype xsd:date ] [ sh:datatype xsd:dateTime ] ) .",
        'ex:a ex:p "-0044-03-15"^^xsd:date , "12023-01-01"^^xsd:date ,'
        ' "2023-01-01T24:00:00"^^xsd:dateTime .',
        "",
        "-0044-03-15 12023-01-01 2023-01-01T24:00:00",
    ),
    case(
        "a blank node has no length",
        PROPERTY + "sh:minLength 0 .",
        "ex:a ex:p _:b .",
        "_",
        "",
    ),
    case(
        "rdfs:Resource in a closed shape",
        "ex:S sh:targetNode ex:a ; sh:closed true .",
        "ex:a a rdfs:Resource .",
        "http://www.w3.org/2000/01/rdf-schema#Resource",
        "",
    ),
    case(
        "the flags s, x and q of a pattern",
        PROPERTY
        + 'sh:or ( [ sh:pattern "a.b" ; sh:flags "s" ] [ sh:pattern "^a b$" ; sh:flags "x" ]'
        ' [ sh:pattern "^a.c$" ; sh:flags "q" ] ) .',
        'ex:a ex:p "a\\nb" , "ab" , "abc" .',
        "abc",
        "a\\nb ab",
    ),
    case(
        "the end of a text is not before its last line end",
        PROPERTY + 'sh:pattern "a$" .',
        'ex:a ex:p "a\\n" .',
        "a\\n",
        "",
    ),
    case(
        "a language range of two parts",
        PROPERTY + 'sh:languageIn ( "nl-be" ) .',
        'ex:a ex:p "x"@nl-be-antwerp .',
        "",
        "x",
    ),
    case(
        "rdfs:Literal is no datatype",
        PROPERTY + "sh:datatype rdfs:Literal .",
        'ex:a ex:p "x" .',
        "x",
        "",
    ),
    case(
        "an empty list of alternatives",
        PROPERTY + "sh:or () .",
        'ex:a ex:p "x" .',
        "x",
        ENDS,
    ),
    case(
        "a property shape that nobody describes",
        PROPERTY + "sh:minCount 2 . ex:S sh:property ex:Nowhere .",
        'ex:a ex:p "x" .',
        "-",
        ENDS,
    ),
)


def told(rows: sides.Counter[sides.Row]) -> frozenset[str]:
    return frozenset(_shown(row[2]) for row in rows)


def _shown(term: str) -> str:
    if not term:
        return "-"
    if term[0] == "_":
        return "_"
    return term[1 : term.rfind('"')] if term[0] == '"' else term[1:-1]


@pytest.mark.parametrize("one", DIFFERENCES, ids=lambda one: one.name)
def test_known_differences_are_as_they_are_told(one: Difference) -> None:
    shapes, data = sides.parse(PREFIXES + one.shapes), sides.parse(PREFIXES + one.data)
    assert told(sides.ours(data, sides.program(shapes))) == one.ours
    if one.pyshacl is ENDS:
        with pytest.raises(Exception):  # noqa: B017 (of whatever kind)
            sides.reference(data, sides.rdf(shapes))
    else:
        assert told(sides.reference(data, sides.rdf(shapes))) == one.pyshacl


def test_the_documentation_names_each_difference(root: Path) -> None:
    page = (root / "docs" / "shacl.md").read_text("utf-8").lower()
    missing = [one.name for one in DIFFERENCES if f"**{one.name.lower()}**" not in page]
    assert not missing
