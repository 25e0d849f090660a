"""What the engine tells beyond what the W3C's suite asks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kamergraaf.errors import BrokenResourceError
from kamergraaf.shacl import engine
from kamergraaf.shacl.components import Binder, Compiler, Extension, Selector, by_focus, maker
from kamergraaf.shacl.results import Result
from kamergraaf.shacl.shapes import Shape
from shapes_made import brief, graph, program, validate

PEOPLE = """
ex:Person rdfs:subClassOf ex:Agent .
ex:jan a ex:Person ; ex:name "Jan" ; ex:age 12 .
ex:piet a ex:Person ; ex:name "Piet" , "P." ; ex:knows ex:jan , ex:piet .
ex:bureau a ex:Agent .
"""


def test_results_carry_all_that_a_report_shows() -> None:
    [result] = validate(
        """ex:s sh:targetClass ex:Person ; sh:property ex:q .
        ex:q sh:path ex:name ; sh:maxCount 1 ; sh:severity sh:Warning ; sh:message "één"@nl , "one" .""",
        PEOPLE,
    )
    assert result == Result(
        "<http://ex/piet>",
        "http://www.w3.org/ns/shacl#MaxCountConstraintComponent",
        "<http://ex/q>",
        "http://www.w3.org/ns/shacl#Warning",
        result.path,
        messages=('"one"', '"één"@nl'),
    )


def test_seen_tells_the_focus_nodes_of_each_shape() -> None:
    shapes = """ex:s sh:targetClass ex:Agent . ex:t sh:targetSubjectsOf ex:knows ; sh:targetNode ex:x .
    ex:u sh:targetObjectsOf ex:nothing ."""
    seen = program(shapes).seen(graph(PEOPLE))
    assert {shape: sorted(nodes) for shape, nodes in seen.items()} == {
        "<http://ex/s>": ["<http://ex/bureau>", "<http://ex/jan>", "<http://ex/piet>"],
        "<http://ex/t>": ["<http://ex/piet>", "<http://ex/x>"],
        "<http://ex/u>": [],
    }


def test_focus_narrows_validation_and_seen() -> None:
    made = program(
        "ex:s sh:targetClass ex:Person ; sh:property [ sh:path ex:knows ; sh:minCount 3 ] ."
    )
    only = ["<http://ex/jan>", "<http://ex/nobody>"]
    assert brief(made.validate(graph(PEOPLE), focus=only)) == [("jan", "MinCount", "")]
    assert made.seen(graph(PEOPLE), focus=only) == {"<http://ex/s>": ("<http://ex/jan>",)}


def test_a_class_that_is_a_shape_targets_its_instances() -> None:
    shapes = "ex:Agent a rdfs:Class ; sh:property [ sh:path ex:name ; sh:minCount 1 ] ."
    assert brief(validate(shapes, PEOPLE)) == [("bureau", "MinCount", "")]


def test_a_class_with_a_constraint_in_sparql_is_a_shape() -> None:
    query = "SELECT $this WHERE { $this <http://ex/p> 1 }"
    shapes = f'ex:C a rdfs:Class ; sh:sparql [ sh:select "{query}" ] .'
    assert brief(validate(shapes, "ex:a a ex:C ; ex:p 1 .")) == [("a", "SPARQL", "a")]


def test_a_class_with_a_parameter_of_a_declared_component_is_a_shape() -> None:
    component = """ex:Component a sh:ConstraintComponent ;
        sh:parameter [ sh:path ex:most ] ;
        sh:validator [ a sh:SPARQLAskValidator ; sh:ask "ASK { FILTER ($value < $most) }" ] .
    """
    shapes = component + "ex:C a rdfs:Class ; ex:most 3 ."
    assert len(validate(shapes, "ex:a a ex:C .")) == 1


def test_classes_count_by_the_hierarchy_of_the_data_graph() -> None:
    shapes = "ex:s sh:targetNode ex:jan , ex:ex ; sh:class ex:Agent ."
    assert brief(validate(shapes, PEOPLE)) == [("ex", "Class", "ex")]


def test_a_failing_node_is_told_with_what_is_wrong_with_it() -> None:
    [result] = validate(
        """ex:s sh:targetNode ex:piet ; sh:path ex:knows ; sh:node ex:t .
        ex:t sh:property [ sh:path ex:age ; sh:minCount 1 ] , [ sh:path ex:name ; sh:maxCount 1 ] .""",
        PEOPLE,
    )
    assert brief([result]) == [("piet", "Node", "piet")]
    assert brief(list(result.details)) == [("piet", "MaxCount", ""), ("piet", "MinCount", "")]


def test_answers_kept_from_one_graph_do_not_leak_into_the_next() -> None:
    made = program("ex:s sh:targetClass ex:C ; sh:class ex:D ; sh:nodeKind sh:IRI .")
    assert brief(made.validate(graph("ex:a a ex:C ."))) == [("a", "Class", "a")]
    second = made.validate(graph("ex:a a ex:C , ex:D . [] a ex:C , ex:D ."))
    assert [component for _, component, _ in brief(second)] == ["NodeKind"]


def test_a_triple_in_two_graphs_counts_once() -> None:
    twice = [
        ("<http://ex/a>", "<http://ex/p>", '"x"', "<http://ex/g1>"),
        ("<http://ex/a>", "<http://ex/p>", '"x"', "<http://ex/g2>"),
    ]
    made = program("ex:s sh:targetNode ex:a ; sh:path ex:p ; sh:maxCount 1 .")
    assert made.validate(engine.Graph(twice)) == []


def test_a_property_shape_of_which_nothing_is_stated_is_named_and_passed_over() -> None:
    made = program("ex:s sh:targetNode ex:a ; sh:property ex:gone .")
    assert made.dangling == (("<http://ex/s>", "<http://ex/gone>"),)
    assert made.validate(graph("")) == []


@pytest.mark.parametrize(
    ("shapes", "message"),
    [
        ("sh:minCount 1", "property shape only"),
        ("sh:path ex:p ; sh:minCount 1 , 2", "one sh:minCount"),
        ('sh:path ex:p ; sh:maxCount "many"', "xsd:integer"),
        ("sh:path ex:p , ex:q", "one sh:path"),
        ("a sh:PropertyShape ; sh:nodeKind sh:IRI", "needs a sh:path"),
        ("sh:nodeKind sh:Iri", "no sh:nodeKind"),
        ('sh:datatype "x"', "needs an IRI"),
        ("sh:in ex:list", "not a well-formed list"),
        ("sh:node ex:q . ex:q sh:path ex:p", "needs a node shape"),
        ("sh:property ex:q . ex:q sh:nodeKind sh:IRI", "has no sh:path"),
        ("sh:severity 1", "sh:severity"),
        ("sh:message ex:m", "sh:message"),
        ("sh:targetClass 1", "sh:targetClass"),
        ('sh:pattern "a" ; sh:flags "z"', "flags"),
        ("sh:closed true ; sh:ignoredProperties ( 1 )", "needs an IRI"),
        ("sh:languageIn ( ex:nl )", "language tags"),
        ("sh:minInclusive ex:a", "needs a literal"),
        ('sh:not "x"', "refers to .* as a shape, which is a text"),
    ],
)
def test_an_ill_formed_shape_is_named(shapes: str, message: str) -> None:
    with pytest.raises(BrokenResourceError, match=message) as problem:
        program(f"ex:s sh:targetNode ex:a ; {shapes} .")
    assert "shape " in str(problem.value)


@pytest.mark.parametrize(
    "name", ["node", "property", "not", "qualifiedMinCount 1 ; sh:qualifiedValueShape"]
)
def test_a_text_in_place_of_a_shape_is_told_of_the_shape_that_has_it(name: str) -> None:
    with pytest.raises(BrokenResourceError, match='refers to "ex:T" as a shape') as told:
        validate(f'ex:S sh:targetNode ex:a ; sh:path ex:p ; sh:{name} "ex:T" .', "")
    assert told.value.where == "shape <http://ex/S>"


def test_what_the_engine_does_not_cover_is_named() -> None:
    made = engine.compile(
        graph('ex:s sh:targetNode ex:a ; sh:sparql [ sh:select "" ] ; sh:js [] .'), ()
    )
    assert made.uncovered == ("sh:sparql", "sh:js")


def test_an_extension_adds_constraints_and_targets() -> None:
    def constraints(shape: Shape, compiler: Compiler) -> Iterator[Binder]:
        [limit] = shape.parameters["<http://ex/limit>"]
        make = maker(shape, "http://ex/Limit")
        yield lambda run: by_focus(lambda focus: [make(focus, limit)] if focus != limit else [])

    def targets(shape: Shape, compiler: Compiler) -> Iterator[Selector]:
        [(kind, term)] = shape.targets
        assert kind == "target"
        yield lambda run: run.data.subjects_of(term)

    made = engine.compile(
        graph("ex:s sh:target ex:name ; ex:limit ex:jan ."),
        (Extension(constraints, targets, frozenset({"target"})),),
    )
    assert made.uncovered == ()
    assert brief(made.validate(graph(PEOPLE)))[0][0] == "piet"


def test_terms_are_compared_as_terms_and_not_as_values() -> None:
    shapes = 'ex:s sh:targetObjectsOf ex:p ; sh:in ( 1 "a"@nl ) .'
    found = validate(shapes, 'ex:a ex:p 1 , "01"^^xsd:integer , "a"@nl , "a"@en , "a" .')
    assert len(found) == 3


def test_a_shape_used_by_two_focus_nodes_reports_for_each() -> None:
    shapes = """ex:s sh:targetSubjectsOf ex:knows ; sh:property [ sh:path ex:knows ; sh:property ex:q ] .
    ex:q sh:path ex:age ; sh:minCount 1 ."""
    found = validate(shapes, "ex:a ex:knows ex:x . ex:b ex:knows ex:x , ex:y . ex:y ex:age 1 .")
    assert brief(found) == [("x", "MinCount", ""), ("x", "MinCount", "")]
