"""Shapes that would hang or overflow a careless engine: bounded time, and the shape named."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

import pytest

from kamergraaf.errors import BrokenResourceError
from kamergraaf.shacl import engine, patterns
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.terms import RDF_FIRST, RDF_NIL, RDF_REST, sh
from shapes_made import brief, program, validate

SHAPE = "<http://ex/s>"
MANY = 1_000_000
Triple = tuple[str, str, str]


def test_a_pattern_that_runs_away_names_shape_and_pattern(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "SECONDS", 0.2)
    began = time.monotonic()
    with pytest.raises(BrokenResourceError, match=r"http://ex/s>.*\(a\|aa\)\+\$.*time"):
        validate(
            'ex:s sh:targetObjectsOf ex:p ; sh:pattern "^(a|aa)+$" .',
            f'ex:a ex:p "{"a" * 100}b" .',
        )
    assert time.monotonic() - began < 5


def test_many_slow_matches_end_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "SECONDS", 0.3)
    monkeypatch.setattr(patterns, "BUDGET", 0.5)
    monkeypatch.setattr(patterns, "_SLOW", 0.001)
    texts = " , ".join(f'"{"a" * 25}b{number}"' for number in range(1000))
    with pytest.raises(BrokenResourceError, match="time"):
        validate('ex:s sh:targetObjectsOf ex:p ; sh:pattern "^(a|aa)+$" .', f"ex:a ex:p {texts} .")


@pytest.mark.parametrize(
    "pattern", ["(", "[a", "(" * 5000 + ")" * 5000, "a" * 30_000, "a{99999999999}"]
)
def test_a_pattern_that_is_none_is_refused_when_the_shapes_are_read(pattern: str) -> None:
    with pytest.raises(BrokenResourceError, match=r"http://ex/s>.*pattern"):
        program(f'ex:s sh:targetNode ex:a ; sh:pattern "{pattern}" .')


@pytest.mark.parametrize(
    "shapes",
    [
        "ex:s sh:targetNode ex:a ; sh:node ex:s .",
        "ex:s sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:node ex:s ] .",
        "ex:s sh:targetNode ex:a ; sh:not ex:t . ex:t sh:or ( ex:u ) . ex:u sh:and ( ex:s ) .",
        "ex:s sh:targetNode ex:a ; sh:xone ( ex:t ex:s ) . ex:t sh:nodeKind sh:IRI .",
        "ex:s sh:targetNode ex:a ; sh:property ex:q . "
        "ex:q sh:path ex:p ; sh:qualifiedMinCount 1 ; sh:qualifiedValueShape ex:s .",
    ],
)
def test_a_shape_that_refers_to_itself_is_named(shapes: str) -> None:
    with pytest.raises(BrokenResourceError, match=r"http://ex/s>.*refers to itself"):
        program(shapes)


def test_a_deactivated_shape_may_refer_to_itself() -> None:
    shapes = "ex:s sh:targetNode ex:a ; sh:node ex:t . ex:t sh:deactivated true ; sh:node ex:s ."
    assert validate(shapes, "ex:a ex:p 1 .") == []


def test_shapes_nested_without_end_are_refused() -> None:
    nested = "".join(f"ex:s{n} sh:not ex:s{n + 1} ." for n in range(5000))
    with pytest.raises(BrokenResourceError, match=r"http://ex/s>.*nested deeper"):
        program(f"ex:s sh:targetNode ex:a ; sh:not ex:s0 . {nested}")


def test_shapes_that_fan_out_without_end_are_refused() -> None:
    fan = "".join(
        f"ex:s{n} sh:property ex:a{n} , ex:b{n} . ex:a{n} sh:path ex:p ; sh:node ex:s{n + 1} . "
        f"ex:b{n} sh:path ex:p ; sh:node ex:s{n + 1} ."
        for n in range(18)
    )
    with pytest.raises(BrokenResourceError, match="ways"):
        program(f"ex:s sh:targetNode ex:a ; sh:node ex:s0 . {fan}")


def test_conjunctions_that_double_at_each_level_are_quick() -> None:
    levels = "".join(f"ex:s{n} sh:and ( ex:s{n + 1} ex:s{n + 1} ) ." for n in range(35))
    shapes = f"ex:s sh:targetNode ex:a ; sh:node ex:s0 . {levels} ex:s35 sh:nodeKind sh:IRI ."
    began = time.monotonic()
    assert validate(shapes, "ex:a ex:p 1 .") == []
    assert time.monotonic() - began < 2


def _list(length: int, member: str, tail: str = RDF_NIL) -> Iterator[Triple]:
    for number in range(length):
        yield f"_:l{number}", RDF_FIRST, member
        yield f"_:l{number}", RDF_REST, f"_:l{number + 1}" if number < length - 1 else tail


def _nested(depth: int) -> Iterator[Triple]:
    for number in range(depth):
        yield f"_:l{number}", sh("inversePath"), f"_:l{number + 1}"


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(lambda: _nested(MANY), id="nested a million deep", marks=pytest.mark.slow),
        pytest.param(
            lambda: _list(MANY, "<http://ex/p>"),
            id="a sequence of a million",
            marks=pytest.mark.slow,
        ),
        pytest.param(lambda: _list(3, "<http://ex/p>", "_:l0"), id="a list in a circle"),
        pytest.param(lambda: [("_:l0", sh("inversePath"), "_:l0")], id="a path in a circle"),
        pytest.param(lambda: _list(2, "_:l0"), id="a sequence of itself"),
        pytest.param(lambda: [("_:l0", RDF_FIRST, "<http://ex/p>")], id="a list without rest"),
        pytest.param(lambda: [("_:l0", sh("alternativePath"), '"x"')], id="a literal for a list"),
    ],
)
def test_a_path_without_end_is_refused(path: Callable[[], Iterable[Triple]]) -> None:
    shapes = [(SHAPE, sh("targetNode"), "<http://ex/a>"), (SHAPE, sh("path"), "_:l0"), *path()]
    with pytest.raises(BrokenResourceError, match=r"http://ex/s>.*path"):
        engine.compile(Graph(shapes))


def test_paths_that_share_steps_do_not_multiply() -> None:
    steps = "".join(f"_:p{n} rdf:first _:p{n + 1} ; rdf:rest ( _:p{n + 1} ) ." for n in range(40))
    with pytest.raises(BrokenResourceError, match=r"http://ex/s>.*10000 steps"):
        program(f"ex:s sh:targetNode ex:a ; sh:path _:p0 . {steps} _:p40 sh:inversePath ex:p .")


@pytest.mark.slow
def test_a_disjunction_of_a_million_shapes_is_worked_through() -> None:
    shapes = [
        (SHAPE, sh("targetNode"), '"x"'),
        (SHAPE, sh("or"), "_:l0"),
        *_list(MANY, "<http://ex/t>"),
        ("<http://ex/t>", sh("nodeKind"), sh("IRI")),
    ]
    assert brief(engine.compile(Graph(shapes)).validate(Graph())) == [('"x"', "Or", '"x"')]


def test_a_list_that_runs_in_a_circle_is_refused() -> None:
    with pytest.raises(BrokenResourceError, match=r"http://ex/s>.*circle"):
        program("ex:s sh:targetNode ex:a ; sh:in _:l . _:l rdf:first 1 ; rdf:rest _:l .")


def test_a_path_over_data_in_a_circle_ends() -> None:
    data = "".join(f"ex:n{n} ex:p ex:n{(n + 1) % 1000} ." for n in range(1000))
    shapes = "ex:s sh:targetNode ex:n0 ; sh:path [ sh:oneOrMorePath ex:p ] ; sh:maxCount 999 ."
    assert brief(validate(shapes, data)) == [("n0", "MaxCount", "")]


@pytest.mark.slow
def test_a_chain_of_a_million_nodes_is_walked() -> None:
    data = Graph(
        (f"<http://ex/n{n}>", "<http://ex/p>", f"<http://ex/n{n + 1}>") for n in range(MANY)
    )
    shapes = (
        "ex:s sh:targetNode ex:n0 ; sh:path [ sh:zeroOrMorePath ex:p ] ; sh:hasValue ex:n1000000 ."
    )
    assert program(shapes).validate(data) == []


def test_classes_in_a_circle_end() -> None:
    shapes = "ex:s sh:targetClass ex:C ; sh:nodeKind sh:Literal ."
    data = "ex:a a ex:B . ex:B rdfs:subClassOf ex:C . ex:C rdfs:subClassOf ex:B ."
    assert brief(validate(shapes, data)) == [("a", "NodeKind", "a")]


@pytest.mark.slow
def test_a_node_of_a_million_values_is_read_in_linear_time() -> None:
    began = time.process_time()
    data = Graph(("<http://ex/a>", "<http://ex/p>", f'"{n}"') for n in range(MANY))
    shapes = "ex:s sh:targetNode ex:a ; sh:path ex:p ; sh:maxCount 2 ; sh:minLength 1 ."
    assert len(program(shapes).validate(data)) == 1
    assert time.process_time() - began < 20


@pytest.mark.slow
def test_a_long_text_is_checked_by_every_kind_of_constraint() -> None:
    text = "a" * 20_000_000
    data = Graph(
        [
            ("<http://ex/a>", "<http://ex/p>", f'"{text}"'),
            (
                "<http://ex/a>",
                "<http://ex/n>",
                f'"{"9" * 2_000_000}"^^<http://www.w3.org/2001/XMLSchema#byte>',
            ),
        ]
    )
    shapes = (
        'ex:s sh:targetSubjectsOf ex:p ; sh:property [ sh:path ex:p ; sh:pattern "^[a-z]+$" ; '
        'sh:minLength 2 ; sh:datatype xsd:string ; sh:minExclusive "A" ] , '
        "[ sh:path ex:n ; sh:datatype xsd:byte ] , [ sh:path ex:n ; sh:minInclusive 5 ] ."
    )
    assert [r.component.rpartition("#")[2] for r in program(shapes).validate(data)] == [
        "DatatypeConstraintComponent",
        "MinInclusiveConstraintComponent",
    ]
