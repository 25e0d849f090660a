"""The shapes graph itself: valid SHACL Core, named, bilingual, and never changed by its use."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, Graph, URIRef

from kamergraaf.check import convert, dataset, ontology, shapes
from kamergraaf.check.finding import Finding, Outcome
from kamergraaf.check.index import Index
from kamergraaf.check.report import SHAPES
from kamergraaf.errors import BrokenResourceError
from kamergraaf.graph import files
from kamergraaf.resources import folder

SH = "http://www.w3.org/ns/shacl#"
HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def terms() -> ontology.Ontology:
    return ontology.load()


@pytest.fixture(scope="module")
def loaded(terms: ontology.Ontology) -> shapes.Shapes:
    return shapes.load([folder("shapes")], terms)


def every_shape(graph: Graph) -> set[URIRef]:
    kinds = ("NodeShape", "PropertyShape")
    return {s for kind in kinds for s in graph.subjects(RDF.type, URIRef(SH + kind))}


def test_valid_under_shacl_shacl(loaded: shapes.Shapes, shared: Path) -> None:
    import pyshacl

    rules = Graph().parse(shared / "standards/shacl-shacl/shacl-shacl.ttl")
    _, results, text = pyshacl.validate(convert.graph_of(loaded.triples), shacl_graph=rules)
    assert not list(results.subjects(RDF.type, URIRef(SH + "ValidationResult"))), text


def test_every_shape_is_named_and_speaks_both_languages(loaded: shapes.Shapes) -> None:
    graph = convert.graph_of(loaded.triples)
    for shape in every_shape(graph):
        assert isinstance(shape, URIRef) and shape.startswith(SHAPES)
        for property_ in ("message", "name"):
            languages = sorted(o.language for o in graph.objects(shape, URIRef(SH + property_)))
            assert languages == ["en", "nl"], f"{shape} {property_}"
        assert graph.value(shape, URIRef(SH + "severity")) is not None, shape


def test_parts_are_shapes_themselves(loaded: shapes.Shapes) -> None:
    graph = convert.graph_of(loaded.triples)
    named = every_shape(graph)
    for property_ in ("property", "node", "qualifiedValueShape"):
        assert set(graph.objects(None, URIRef(SH + property_))) <= named


def test_only_shacl_core(loaded: shapes.Shapes) -> None:
    used = set(loaded.graph.predicates())
    assert not {f"<{SH}{name}>" for name in ("sparql", "js", "rule", "target")} & used


def test_validating_twice_finds_the_same(loaded: shapes.Shapes, terms: ontology.Ontology) -> None:
    index = Index(files.load(HERE / "measure" / "Measure_XFAIL.ttl"))
    for engine in shapes.ENGINES:
        first = shapes.validate(index, loaded, terms, engine)
        assert shapes.validate(index, loaded, terms, engine).findings == first.findings


def test_the_shapes_as_pyshacl_gets_them_say_the_same(
    loaded: shapes.Shapes, terms: ontology.Ontology
) -> None:
    import pyshacl

    data = convert.data(dataset.read(sorted(HERE.rglob("*.ttl"))), terms)
    as_they_are = convert.graph_of(loaded.triples)
    _, wanted, _ = pyshacl.validate(data, shacl_graph=as_they_are, inplace=True)
    expected = set(convert.results(wanted, loaded.graph))
    assert len(expected) > 200
    assert set(shapes.reference(data, loaded)) == expected


def test_both_engines_say_the_same(loaded: shapes.Shapes, terms: ontology.Ontology) -> None:
    index = dataset.read(sorted(HERE.rglob("*.ttl")))
    fast, reference = (shapes.validate(index, loaded, terms, e) for e in shapes.ENGINES)
    assert len(fast.findings) > 200
    assert fast.findings == reference.findings
    assert fast.seen == reference.seen


def of_rule(outcome: Outcome, ending: str) -> list[Finding]:
    return [found for found in outcome.findings if found.rule.id.endswith(ending)]


def load(tmp_path: Path, turtle: str, terms: ontology.Ontology) -> shapes.Shapes:
    path = tmp_path / "own.ttl"
    path.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <https://example.org/> .\n"
        "@prefix kamer: <https://w3id.org/kamergraaf/def/> .\n" + turtle
    )
    return shapes.load([path], terms)


def test_a_target_that_nobody_defines_is_a_broken_shape(
    tmp_path: Path, terms: ontology.Ontology
) -> None:
    own = load(tmp_path, "x:S a sh:NodeShape ; sh:targetClass x:Nothing ; sh:class x:T .", terms)
    index = Index(files.load(HERE / "measure" / "Measure_PASS.ttl"))
    with pytest.raises(BrokenResourceError, match="nobody defines"):
        shapes.validate(index, own, terms)


def test_a_misspelt_term_of_ours_is_a_broken_shape(
    tmp_path: Path, terms: ontology.Ontology
) -> None:
    with pytest.raises(BrokenResourceError, match="did you mean kamer:Measure"):
        load(tmp_path, "x:S a sh:NodeShape ; sh:targetClass kamer:Mesure .", terms)


def test_shapes_that_would_call_a_server_are_refused(
    tmp_path: Path, terms: ontology.Ontology
) -> None:
    query = "SELECT $this WHERE { SERVICE <http://localhost/> { $this ?p ?o } }"
    turtle = (
        f'x:S a sh:NodeShape ; sh:targetClass kamer:Measure ; sh:sparql [ sh:select "{query}" ] .'
    )
    with pytest.raises(BrokenResourceError, match="another server"):
        load(tmp_path, turtle, terms)


def test_own_shapes_may_hold_queries_with_their_own_message(
    tmp_path: Path, terms: ontology.Ontology
) -> None:
    turtle = (
        "x:S a sh:NodeShape ; sh:targetClass kamer:Measure ; sh:sparql [ a sh:SPARQLConstraint ;"
        ' sh:message "Status {?value}" ; sh:select """SELECT $this ?value WHERE'
        ' { $this <https://w3id.org/kamergraaf/def/status> ?value }""" ] .'
    )
    index = Index(files.load(HERE / "measure" / "MeasureAgent_PASS.ttl"))
    assert not of_rule(shapes.validate(index, load(tmp_path, turtle, terms), terms), "org/S")
    index = Index(files.load(HERE / "measure" / "Measure_PASS.ttl"))
    found = of_rule(shapes.validate(index, load(tmp_path, turtle, terms), terms), "org/S")
    assert {f.message.en.partition(" ")[0] for f in found} == {"Status"}


def test_shapes_without_a_target_are_refused(tmp_path: Path, terms: ontology.Ontology) -> None:
    with pytest.raises(BrokenResourceError, match="no shape here has a target"):
        load(tmp_path, "x:S a sh:NodeShape ; sh:class kamer:Measure .", terms)


def test_a_broken_constraint_is_a_broken_shape(tmp_path: Path, terms: ontology.Ontology) -> None:
    turtle = (
        "x:S a sh:NodeShape ; sh:targetClass kamer:Measure ;"
        " sh:property [ sh:path kamer:status ; sh:minCount 1 ; sh:minCount 2 ] ."
    )
    with pytest.raises(BrokenResourceError, match="has 2 values for sh:minCount, not one"):
        load(tmp_path, turtle, terms)


def test_unseen_shapes_are_told_as_information(
    loaded: shapes.Shapes, terms: ontology.Ontology
) -> None:
    outcome = shapes.validate(
        Index(files.load(HERE / "letter" / "CourtDecision_PASS.ttl")), loaded, terms
    )
    seen = {seen.rule.id: seen.nodes for seen in outcome.seen}
    assert seen[SHAPES + "CourtDecision"] == 1
    assert seen[SHAPES + "CitedWork"] == 1, "subclasses count"
    unseen = {f.focus for f in outcome.findings if f.rule.id == "unseen"}
    assert SHAPES + "Measure" in unseen
    assert SHAPES + "CourtDecision" not in unseen


@pytest.mark.parametrize("first", ['"2020-02-30"^^xsd:date', '"vroeg"', "2020"])
def test_values_that_cannot_be_compared_are_violations(
    tmp_path: Path, loaded: shapes.Shapes, terms: ontology.Ontology, first: str
) -> None:
    path = tmp_path / "dates.ttl"
    path.write_text(
        "@prefix kamer: <https://w3id.org/kamergraaf/def/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> ."
        f'<urn:a> a kamer:Date ; kamer:earliest {first} ; kamer:latest "2020-01-01"^^xsd:date .'
        f'<urn:b> a kamer:Date ; kamer:earliest "2020-01-01"^^xsd:date ; kamer:latest {first} .'
    )
    found = shapes.validate(Index(files.load(path)), loaded, terms).findings
    told = {(f.focus, f.rule.id.removeprefix(SHAPES)) for f in found}
    assert {("urn:a", "Date-earliest"), ("urn:b", "Date-latest")} <= told
