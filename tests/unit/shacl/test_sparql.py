"""Constraints, components and targets in SPARQL (SHACL 5 and 6)."""

from __future__ import annotations

import pyoxigraph
import pytest

from kamergraaf.errors import BrokenResourceError
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.layered import Layered, Outside
from kamergraaf.shacl.paths import Predicate
from kamergraaf.shacl.results import Result
from shapes_made import brief, graph, program, validate

EX = 'ex: sh:declare [ sh:prefix "ex" ; sh:namespace "http://ex/"^^xsd:anyURI ] .\n'


def constraint(query: str, more: str = "") -> str:
    return (
        EX
        + "ex:s a sh:NodeShape ; sh:targetSubjectsOf ex:p ; sh:sparql ex:c . "
        + f"ex:c sh:prefixes ex: ; sh:select '''{query}''' . {more}"
    )


def component(query: str, *, kind: str = "ask", of: str = "validator") -> str:
    return (
        EX
        + "ex:C a sh:ConstraintComponent ; sh:parameter [ sh:path ex:most ] ;"
        + f" sh:{of} [ sh:prefixes ex: ; sh:message 'more than {{$most}}' ; sh:{kind} '''{query}''' ] ."
        + " ex:s a sh:NodeShape ; sh:targetSubjectsOf ex:p . "
    )


def only(results: list[Result]) -> Result:
    assert len(results) == 1, results
    return results[0]


def test_a_result_tells_focus_path_value_constraint_and_messages() -> None:
    told = only(
        validate(
            constraint(
                "SELECT $this (ex:q AS ?path) ?value ?n WHERE { $this ex:q ?value ; ex:p ?n }",
                "ex:c sh:message '{$this} has {?value} and {?n}, not {?other}'@en ."
                " ex:s sh:message 'wrong'@en ; sh:severity sh:Info .",
            ),
            "ex:a ex:p 1 ; ex:q 'x' .",
        )
    )
    assert told == Result(
        "<http://ex/a>",
        "http://www.w3.org/ns/shacl#SPARQLConstraintComponent",
        "<http://ex/s>",
        "http://www.w3.org/ns/shacl#Info",
        Predicate("<http://ex/q>"),
        '"x"',
        ('"http://ex/a has x and 1, not {?other}"@en', '"wrong"@en'),
        "<http://ex/c>",
    )


def test_a_solution_may_bring_its_own_message() -> None:
    told = only(
        validate(
            constraint("SELECT $this ('own' AS ?message) WHERE { }", "ex:c sh:message 'other' ."),
            "ex:a ex:p 1 .",
        )
    )
    assert told.messages == ('"own"',)


def test_equal_solutions_are_one_result() -> None:
    found = validate(constraint("SELECT $this WHERE { $this ex:p ?x }"), "ex:a ex:p 1 , 2 , 3 .")
    assert len(found) == 1


def test_a_solution_that_reports_a_failure_ends_the_validation() -> None:
    with pytest.raises(BrokenResourceError, match=r"http://ex/s>.*failure for <http://ex/a>"):
        validate(constraint("SELECT $this (true AS ?failure) WHERE { }"), "ex:a ex:p 1 .")


def test_limits_and_counts_are_each_focus_nodes_own() -> None:
    data = "ex:a ex:p 1 , 2 . ex:b ex:p 3 , 4 , 5 . ex:c ex:p 1 ."
    first = validate(constraint("SELECT $this WHERE { $this ex:p ?x } LIMIT 1"), data)
    assert [r.focus for r in first] == ["<http://ex/a>", "<http://ex/b>", "<http://ex/c>"]
    many = "SELECT $this (COUNT(?x) AS ?value) WHERE { $this ex:p ?x } HAVING (COUNT(?x) > 1)"
    found = validate(constraint(many), data)
    assert sorted((r.focus[-2], r.value[1]) for r in found) == [("a", "2"), ("b", "3")]
    none = "SELECT $this (COUNT(?x) AS ?value) WHERE { $this ex:q ?x } HAVING (COUNT(?x) = 0)"
    assert len(validate(constraint(none), data)) == 3


def test_what_only_the_reference_engine_runs_is_uncovered() -> None:
    made = program(
        constraint("SELECT $this (SUM(?x) + STRLEN($this) AS ?n) WHERE { $this ex:p ?x }")
    )
    assert len(made.uncovered) == 1
    assert made.uncovered[0].startswith("shape <http://ex/s>: it aggregates without GROUP BY")


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("SELECT $this WHERE { $this ex:p ?x MINUS { $this ex:q ?x } }", "MINUS"),
        ("SELECT $this WHERE { $this ex:p ?x } VALUES ?x { 1 }", "VALUES"),
        ("SELECT $this WHERE { BIND (1 AS $this) }", r"binds \$this again"),
        ("SELECT ?x (1 AS $currentShape) WHERE { $this ex:p ?x }", r"binds \$currentShape again"),
        ("SELECT $this WHERE { $this ex:p ?x } GROUP BY (?x AS $this)", r"binds \$this again"),
        ("SELECT $this WHERE { { SELECT ?x WHERE { $this ex:p ?x } } }", r"project \$this"),
        ("SELECT $this WHERE { FILTER EXISTS { SELECT ?x WHERE { $this ex:p ?x } } }", "project"),
        ("SELECT $this WHERE { { SELECT * WHERE { $this ex:p ?x } } }", r"project \$this"),
        ("SELECT $this WHERE { $this $PATH ?x }", "property shape"),
        ("SELECT $this WHERE { $this $PATH ?x FILTER ($PATH = ex:p) }", "property shape"),
    ],
)
def test_what_the_standard_forbids_is_refused(query: str, why: str) -> None:
    with pytest.raises(BrokenResourceError, match=rf"http://ex/s>, query of <http://ex/c>.*{why}"):
        program(constraint(query))


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ("ex:c sh:select 'SELECT $this WHERE { }' .", "one sh:select"),
        ("ex:c sh:message 5 . ex:s sh:sparql ex:d .", "one sh:select"),
        ("ex:c sh:message ex:m .", "sh:message is a text"),
        ("ex: sh:declare [ sh:prefix 'ex' ; sh:namespace 'http://other/' ] .", "two namespaces"),
        ("ex: sh:declare [ sh:prefix 'y' ] .", "one sh:namespace"),
    ],
)
def test_what_is_ill_formed_is_refused(more: str, why: str) -> None:
    with pytest.raises(BrokenResourceError, match=why):
        program(constraint("SELECT $this WHERE { $this ex:p 1 }", more))


def test_prefixes_are_imported() -> None:
    shapes = constraint(
        "SELECT $this WHERE { $this y:p ?x }",
        "ex: <http://www.w3.org/2002/07/owl#imports> ex:more ."
        " ex:more <http://www.w3.org/2002/07/owl#imports> ex: ;"
        " sh:declare [ sh:prefix 'y' ; sh:namespace 'http://ex/' ] .",
    )
    assert len(validate(shapes, "ex:a ex:p 1 .")) == 1


def test_the_shapes_graph_and_the_shape_can_be_asked() -> None:
    query = (
        "SELECT $this ?value WHERE { GRAPH $shapesGraph { $currentShape ex:allowed ?value }"
        " FILTER NOT EXISTS { $this ex:p ?value } }"
    )
    shapes = constraint(query, "ex:s ex:allowed 1 , 2 .")
    assert brief(validate(shapes, "ex:a ex:p 1 .")) == [
        ("a", "SPARQL", '"2"^^<http://www.w3.org/2001/XMLSchema#integer>')
    ]
    unseen = constraint("SELECT $this WHERE { ?shape ex:allowed ?value }", "ex:s ex:allowed 1 .")
    assert validate(unseen, "ex:a ex:p 1 .") == []


def test_a_component_asks_of_each_value_node_of_a_property() -> None:
    shapes = component("ASK { FILTER ($value <= $most) }") + "ex:s sh:property ex:t ."
    found = validate(shapes + " ex:t sh:path ex:p ; ex:most 2 .", "ex:a ex:p 1 , 2 , 3 , '4' .")
    assert {r.value for r in found} == {'"3"^^<http://www.w3.org/2001/XMLSchema#integer>', '"4"'}
    assert {r.path for r in found} == {Predicate("<http://ex/p>")}
    assert {r.component for r in found} == {"http://ex/C"}
    assert {r.messages for r in found} == {('"more than 2"',)}
    assert {r.constraint for r in found} == {""}


def test_each_value_of_a_single_parameter_is_a_constraint() -> None:
    shapes = component("ASK { FILTER NOT EXISTS { $value ex:p ?x FILTER (?x > $most) } }")
    found = validate(shapes + "ex:s ex:most 1 , 2 , 3 .", "ex:a ex:p 3 .")
    assert sorted(r.messages[0] for r in found) == ['"more than 1"', '"more than 2"']


def test_a_shape_without_the_parameter_has_no_constraint() -> None:
    assert validate(component("ASK { FILTER (false) }"), "ex:a ex:p 3 .") == []


@pytest.mark.parametrize(
    ("shapes", "why"),
    [
        (
            component("ASK { }", of="nodeValidator") + "ex:s ex:most 1 .",
            "needs a query in sh:select",
        ),
        (component("ASK { BIND (1 AS ?value) }") + "ex:s ex:most 1 .", r"binds \$value again"),
        (component("ASK { BIND (1 AS ?most) }") + "ex:s ex:most 1 .", r"binds \$most again"),
        (
            component("ASK { }")
            + "ex:C sh:parameter [ sh:path ex:q ] . ex:s ex:most 1 , 2 ; ex:q 1 .",
            "several values",
        ),
        (component("ASK { }") + "ex:C sh:parameter [ sh:path ex:this ] .", "named 'this'"),
        (component("ASK { }") + "ex:C sh:parameter [ ] .", "one sh:path"),
    ],
)
def test_components_that_cannot_be_used_are_refused(shapes: str, why: str) -> None:
    with pytest.raises(BrokenResourceError, match=why):
        program(shapes)


def test_a_target_in_sparql_selects_its_focus_nodes() -> None:
    shapes = (
        EX
        + "ex:s sh:target [ sh:prefixes ex: ; sh:select '''SELECT DISTINCT ?this WHERE {"
        + " ?this ex:p ?x MINUS { ?this ex:q ?y } }''' ] ; sh:nodeKind sh:Literal ."
    )
    data = "ex:a ex:p 1 . ex:b ex:p 1 ; ex:q 1 . [] ex:p 2 ."
    assert len(validate(shapes, data)) == 2
    assert not program(shapes).uncovered


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("SELECT ?x WHERE { ?x ex:p 1 }", r"selects \?this"),
        ("SELECT ?this WHERE { SERVICE ex:x { ?this ex:p 1 } }", "SERVICE"),
        ("SELECT ?this WHERE { ?this ex:p }", "no SPARQL"),
        ("ASK { ?this ex:p 1 }", "no SPARQL"),
    ],
)
def test_a_target_that_cannot_be_used_is_refused(query: str, why: str) -> None:
    shapes = f"{EX} ex:s sh:target [ sh:prefixes ex: ; sh:select '''{query}''' ] ; sh:minCount 1 ."
    with pytest.raises(BrokenResourceError, match=rf"http://ex/s>.*{why}"):
        program(shapes.replace("sh:minCount 1", "sh:nodeKind sh:IRI"))


def test_a_target_of_another_kind_is_uncovered() -> None:
    made = program("ex:s sh:target [ a ex:People ; ex:country ex:nl ] ; sh:nodeKind sh:IRI .")
    assert made.uncovered == ("shape <http://ex/s>: sh:target without a query of its own",)


def test_a_store_is_asked_as_it_is_and_stays_as_it_is() -> None:
    store = pyoxigraph.Store()
    store.load(
        b"_:a <http://ex/p> <http://ex/b> <http://ex/g1> .\n<http://ex/b> <http://ex/q> _:a <http://ex/g2> .",
        format=pyoxigraph.RdfFormat.N_QUADS,
    )
    before = set(store)
    data = Graph.from_oxigraph(store)
    made = program(
        constraint("SELECT $this ?value WHERE { $this ex:p ?value . ?value ex:q $this }")
    )
    (told,) = made.validate(data, store=store)
    assert (told.focus, told.value) == (next(iter(data.objects("<http://ex/p>"))), "<http://ex/b>")
    assert set(store) == before


def test_subclasses_that_only_the_data_graph_knows_count() -> None:
    store = pyoxigraph.Store()
    store.load(
        b"<http://ex/a> a <http://ex/B> ; <http://ex/p> 1 .", format=pyoxigraph.RdfFormat.TURTLE
    )
    data = graph("ex:a a ex:B ; ex:p 1 . ex:B rdfs:subClassOf ex:A .")
    made = program(constraint("SELECT $this WHERE { $this a/rdfs:subClassOf* ex:A }"))
    assert len(made.validate(data, store=store)) == 1


def test_one_focus_node_can_be_asked_about_alone() -> None:
    made = program(constraint("SELECT $this ?value WHERE { $this ex:p ?value }"))
    data = graph("ex:a ex:p 1 . ex:b ex:p 2 .")
    assert [r.focus for r in made.validate(data, focus=["<http://ex/b>"])] == ["<http://ex/b>"]


def test_more_focus_nodes_than_one_query_takes() -> None:
    data = " ".join(f"ex:n{n} ex:p {n} ." for n in range(5_000))
    found = validate(constraint("SELECT $this WHERE { $this ex:p ?x . FILTER (?x < 4990) }"), data)
    assert len({r.focus for r in found}) == 4_990


def test_what_two_graphs_of_a_store_state_counts_once() -> None:
    store = pyoxigraph.Store()
    line = b"<http://ex/a> <http://ex/p> <http://ex/b> "
    store.load(
        line + b"<http://ex/g> .\n" + line + b"<http://ex/h> .", pyoxigraph.RdfFormat.N_QUADS
    )
    count = "SELECT $this WHERE { $this ex:p ?x } GROUP BY $this HAVING (COUNT(%s ?x) > 1)"
    assert program(constraint(count % "")).validate(Graph.from_oxigraph(store), store=store) == []
    own = Graph.from_oxigraph(store)
    letter = Layered(own, Outside(Graph(), store), lambda node: True)
    assert program(constraint(count % "DISTINCT")).validate(letter, store=store) == []
    with pytest.raises(BrokenResourceError, match=r"http://ex/s>.*COUNT\(DISTINCT\)"):
        program(constraint(count % "")).validate(letter, store=store)
