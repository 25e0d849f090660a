"""Rows of every engine look the same, and values are bound as terms."""

from __future__ import annotations

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamergraaf.ask.rows import Rows, among, bind, cell, from_json, parts, shown
from kamergraaf.ask.store import Oxigraph
from kamergraaf.graph.quads import literal

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("lexical", "datatype", "expected"),
    [
        ("", "", None),
        ("x", "", "x"),
        ("3", XSD + "integer", 3),
        ("3.0", XSD + "decimal", 3),
        ("3", XSD + "decimal", 3),
        ("0.85", XSD + "decimal", 0.85),
        ("8.5E-1", XSD + "double", 0.85),
        ("true", XSD + "boolean", True),
        ("0", XSD + "boolean", False),
        ("2024-06-06", XSD + "date", "2024-06-06"),
        ("drie", XSD + "integer", "drie"),
    ],
)
def test_a_cell_is_what_its_datatype_says(lexical: str, datatype: str, expected: object) -> None:
    assert cell(lexical, datatype) == expected


def test_joined_cells_lose_order_repeats_and_gaps() -> None:
    rows = Rows(("a", "b"), (("y | x |  | y", "y | x"), (None, " | ")))
    assert rows.joined(["a"]).rows == (("x | y", "y | x"), (None, " | "))
    assert rows.joined(["a", "b"]).rows == (("x | y", "x | y"), (None, None))


def test_json_results_become_rows() -> None:
    answer = {
        "head": {"vars": ["a", "b"]},
        "results": {
            "bindings": [
                {"a": {"type": "uri", "value": "urn:x"}},
                {"b": {"type": "typed-literal", "value": "4", "datatype": XSD + "integer"}},
            ]
        },
    }
    assert from_json(answer) == Rows(("a", "b"), (("urn:x", None), (None, 4)))
    assert from_json({"head": {}, "boolean": True}).rows == ((True,),)


def test_parts_and_text_of_a_cell() -> None:
    assert parts("a | b") == ["a", "b"]
    assert parts(None) == []
    assert [shown(value) for value in (None, True, 3, "x")] == ["", "true", "3", "x"]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?x { ?x ?p ?o }",
        "SELECT (IF(EXISTS { ?x ?p ?y }, 1, 2) AS ?z) ?x\nWHERE { ?x ?p ?o }",
        "# a { comment\nPREFIX a: <urn:{> SELECT ?x WHERE { ?x ?p ?o }".replace("{>", "#>"),
        'SELECT (CONCAT(\'{\', "{", \'\'\'{\'\'\', """"{""") AS ?brace) ?x WHERE { ?x ?p ?o }',
    ],
)
def test_values_are_bound_inside_the_outermost_group(query: str) -> None:
    bound = bind(query, {"x": "<urn:a>"})
    assert bound.replace(" VALUES (?x) { (<urn:a>) }", "") == query
    store = pyoxigraph.Store()
    store.load(b"<urn:a> <urn:p> 1 . <urn:b> <urn:p> 2 .", format=pyoxigraph.RdfFormat.TURTLE)
    assert Oxigraph(store).select(bound).column("x") == ["urn:a"]


def test_nothing_to_bind_leaves_the_query_alone() -> None:
    assert bind("SELECT * {}", {}) == "SELECT * {}"
    with pytest.raises(ValueError, match="no group"):
        bind("DESCRIBE <urn:x>", {"x": "<urn:a>"})


def test_a_variable_may_have_several_values() -> None:
    query = among("SELECT ?x {}", ["x"], [["1"], ["2"]])
    assert Oxigraph(pyoxigraph.Store()).select(query).column("x") == [1, 2]


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_a_bound_string_cannot_change_the_query(said: str) -> None:
    query = bind("SELECT ?word WHERE { FILTER(BOUND(?word)) }", {"word": literal(said)})
    assert Oxigraph(pyoxigraph.Store()).select(query).rows == ((said,),)
