"""Faults of the shapes themselves: some are errors, the others findings of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamergraaf.check import checks, dataset
from kamergraaf.check.finding import About, Finding, Severity
from kamergraaf.errors import BrokenResourceError

PREFIXES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <urn:x:> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix kamer: <https://w3id.org/kamergraaf/def/> .
"""
GOOD = "x:S a sh:NodeShape ; sh:targetClass x:Person ; sh:property [ sh:path x:name ; %s ] .\n"
DATA = "<urn:a> a x:Person ; x:name 'A' ; x:knows <urn:b> . <urn:b> a x:Person ; x:name 'B' .\n"


@pytest.fixture
def run(tmp_path: Path) -> checks.Wanted:
    return checks.Wanted([tmp_path / "shapes.ttl"])


def validated(
    wanted: checks.Wanted, shapes: str, data: str = DATA, ontology: str = ""
) -> list[Finding]:
    folder = Path(wanted.shapes[0]).parent
    Path(wanted.shapes[0]).write_text(PREFIXES + shapes)
    (folder / "data.ttl").write_text(PREFIXES + data)
    extra = []
    if ontology:
        extra = [folder / "ontology.ttl"]
        extra[0].write_text(PREFIXES + ontology)
    index = dataset.read([folder / "data.ttl"])
    report = checks.run(index, checks.Wanted(wanted.shapes, extra))
    return [item.finding for item in report.items]


def of(rule: str, findings: list[Finding]) -> list[Finding]:
    return [found for found in findings if found.rule.id == rule]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("sh:minCuont 1", "sh:minCount"),
        ("sh:datatpye x:D", "sh:datatype"),
        ("sh:nodekind sh:IRI", "sh:nodeKind"),
        ("sh:nodeKind sh:Iri", "sh:IRI"),
        ("sh:shape x:T", "sh:node"),
        ("sh:valueShape x:T", "sh:node"),
        ("sh:severity sh:Warn", "sh:Warning"),
        ("sh:maxLenght 3", "sh:maxLength"),
    ],
)
def test_a_misspelt_term_of_shacl(run: checks.Wanted, written: str, meant: str) -> None:
    try:
        found = of("shapes-term", validated(run, GOOD % written))
    except BrokenResourceError as problem:  # a node kind that is none is ill-formed as well
        assert "sh:Iri" in written and "nodeKind" in str(problem)
        return
    assert [f.rule.about for f in found] == [About.SHAPES]
    assert found[0].severity is Severity.WARNING
    assert found[0].value == next(
        w for w in written.split() if w not in ("sh:nodeKind", "sh:severity")
    )
    assert f"perhaps {meant} is meant" in found[0].message.en
    assert f"misschien {meant}" in found[0].message.nl
    assert found[0].focus == "urn:x:S"


def test_terms_of_shacl_are_all_known(shared: Path) -> None:
    from rdflib import Graph

    from kamergraaf.check import shacl_terms
    from kamergraaf.shacl.terms import SH

    declared = Graph().parse(shared / "standards/shacl-shacl/shacl.ttl")
    terms = {str(s) for s in declared.subjects() if str(s).startswith(SH)}
    assert len(terms) > 200
    assert not {term for term in terms if not shacl_terms.known(term)}
    ours = {SH + name for name in shacl_terms.CLASSES | shacl_terms.PROPERTIES}
    assert ours - terms <= {SH + "this"}, "nothing that SHACL has not"


def test_published_shapes_with_a_term_that_is_none_stay_usable(shared: Path) -> None:
    folder = shared / "standards/dcat-ap-3"
    index = dataset.read([folder / "example-bee-population-2022-2023.ttl"])
    shapes = [folder / "shapes.ttl", folder / "range.ttl"]
    found = [item.finding for item in checks.run(index, checks.Wanted(shapes)).items]
    (term,) = of("shapes-term", found)
    assert term.value == "sh:shape" and "used 5 times" in term.message.en
    assert {f.severity for f in found if f.rule.about is not About.CONTENT} <= {
        Severity.WARNING,
        Severity.INFO,
    }


def test_a_misspelt_term_of_ours_in_a_constraint(run: checks.Wanted) -> None:
    (found,) = of("shapes-term", validated(run, GOOD % "sh:class kamer:Mesure"))
    assert "perhaps kamer:Measure is meant" in found.message.en


@pytest.mark.parametrize(
    "fault",
    [
        "sh:datatype x:D, x:E",
        "sh:minCount 1, 2",
        "sh:path x:other",
        "sh:node [ sh:minCount 1 ]",
        "sh:node [ sh:lessThan x:name ]",
    ],
)
def test_ill_formed_shapes_are_errors(run: checks.Wanted, fault: str) -> None:
    with pytest.raises(BrokenResourceError, match="urn:x:S") as told:
        validated(run, GOOD % fault)
    assert "not one" in str(told.value) or "can do nothing without a sh:path" in str(told.value)


def test_all_ill_formed_shapes_are_named_at_once(run: checks.Wanted) -> None:
    twice = (GOOD % "sh:minCount 1, 2") + (GOOD % "sh:maxCount 1, 2").replace("x:S ", "x:Z ")
    with pytest.raises(BrokenResourceError, match=r"x:S.*x:Z"):
        validated(run, twice)


@pytest.mark.parametrize(
    ("idle", "name"),
    [
        ("sh:flags 'i'", "sh:flags"),
        ("sh:ignoredProperties ( x:p )", "sh:ignoredProperties"),
        ("sh:qualifiedMinCount 1", "sh:qualifiedMinCount"),
        ("sh:qualifiedValueShape [ sh:class x:Person ]", "sh:qualifiedValueShape"),
        ("sh:deactivated 'true'", "sh:deactivated"),
        ("sh:closed 'true'", "sh:closed"),
        ("sh:uniqueLang '1'^^<http://www.w3.org/2001/XMLSchema#boolean>", "sh:uniqueLang"),
    ],
)
def test_a_parameter_that_does_nothing(run: checks.Wanted, idle: str, name: str) -> None:
    (found,) = of("idle-parameter", validated(run, GOOD % f"sh:minCount 1 ; {idle}"))
    assert found.rule.about is About.SHAPES and found.severity is Severity.WARNING
    assert name in found.message.en


def test_shapes_and_data_share_no_blank_node(run: checks.Wanted) -> None:
    shapes = GOOD % "sh:hasValue _:b1" + "x:S sh:property [ sh:path x:q ; sh:in ( _:b1 ) ] ."
    found = validated(run, shapes, "<urn:a> a x:Person ; x:name _:b1 ; x:q _:b1 .")
    told = [f.constraint for f in found if f.rule.about is About.CONTENT]
    assert sorted(told) == ["HasValue", "In"]


def test_what_is_not_carried_out_is_told(run: checks.Wanted) -> None:
    rule = "x:S sh:rule [ a sh:TripleRule ; sh:subject sh:this ; sh:predicate x:p ; sh:object 1 ] ."
    (found,) = of("not-carried-out", validated(run, GOOD % "sh:minCount 1" + rule))
    assert "rules" in found.message.en


def test_a_shape_that_is_not_there(run: checks.Wanted) -> None:
    (found,) = of("missing-shape", validated(run, GOOD % "sh:minCount 1" + "x:S sh:property x:Z ."))
    assert found.value == "urn:x:Z"


def test_a_shape_that_nothing_leads_to(run: checks.Wanted) -> None:
    found = of(
        "unused-shape",
        validated(run, GOOD % "sh:minCount 1" + "x:Z a sh:NodeShape ; sh:class x:P ."),
    )
    assert [f.focus for f in found] == ["urn:x:Z"]
    assert found[0].severity is Severity.INFO


@pytest.mark.parametrize(
    "target", ["x:Persn", "skos:Concpt", "kamer:Mesure", "sh:Shapes", "owl:Klass"]
)
def test_a_target_that_is_misspelt_is_an_error(run: checks.Wanted, target: str) -> None:
    bad = f"x:Z a sh:NodeShape ; sh:targetClass {target} ; sh:nodeKind sh:IRI ."
    with pytest.raises(BrokenResourceError, match="nobody defines, so that it can match nothing"):
        validated(run, GOOD % "sh:minCount 1" + bad, DATA + "<urn:c> a skos:Concept .")


def test_a_target_in_a_vocabulary_that_was_given_is_an_error(run: checks.Wanted) -> None:
    bad = "x:Z a sh:NodeShape ; sh:targetClass <https://e.org/v#Nothing> ; sh:nodeKind sh:IRI ."
    vocabulary = "<https://e.org/v> a owl:Ontology . <https://e.org/v#Thing> a owl:Class ."
    with pytest.raises(BrokenResourceError, match=r"Nothing.*nobody defines"):
        validated(run, GOOD % "sh:minCount 1" + bad, ontology=vocabulary)
    found = validated(
        run, GOOD % "sh:minCount 1" + bad.replace("Nothing", "Thing"), ontology=vocabulary
    )
    assert not of("undefined-target", found)


def test_a_target_of_a_vocabulary_that_is_not_at_hand_is_a_warning(run: checks.Wanted) -> None:
    other = "x:Z a sh:NodeShape ; sh:targetClass <https://e.org/Far> ; sh:nodeKind sh:IRI ."
    (found,) = of("undefined-target", validated(run, GOOD % "sh:minCount 1" + other))
    assert (found.severity, found.value) == (Severity.WARNING, "https://e.org/Far")


def test_a_target_of_a_well_known_vocabulary_is_no_fault(run: checks.Wanted) -> None:
    other = "x:Z a sh:NodeShape ; sh:targetClass dcat:Catalog ; sh:nodeKind sh:IRI ."
    found = validated(run, GOOD % "sh:minCount 1" + other)
    assert not of("undefined-target", found)
    assert [f.focus for f in of("unseen", found)] == ["urn:x:Z"]


def test_shapes_about_another_world_than_the_data_are_an_error(run: checks.Wanted) -> None:
    with pytest.raises(BrokenResourceError, match="no other shape here sees a node"):
        validated(run, GOOD % "sh:minCount 1", "<urn:q> <urn:r> 1 .")


def test_known_targets_without_a_node_check_nothing(run: checks.Wanted) -> None:
    shapes = "x:S a sh:NodeShape ; sh:targetClass skos:Concept ; sh:nodeKind sh:IRI ."
    (found,) = of("nothing-checked", validated(run, shapes))
    assert (found.severity, found.rule.about) == (Severity.WARNING, About.DATA)


def test_no_target_at_all_names_the_misspelt_one(run: checks.Wanted) -> None:
    with pytest.raises(
        BrokenResourceError, match=r"no shape here has a target.*sh:targetClass is meant"
    ):
        validated(run, "x:S a sh:NodeShape ; sh:targetClas x:Person ; sh:nodeKind sh:IRI .")


def test_imports_that_are_not_there(run: checks.Wanted) -> None:
    shapes = (
        GOOD % "sh:minCount 1"
        + "<urn:s> a owl:Ontology ; owl:imports <https://e.org/v#>, <urn:d> ."
    )
    data = DATA + "<urn:d> a owl:Ontology ; owl:imports <https://e.org/w> ."
    found = validated(run, shapes, data)
    assert [f.value for f in of("shapes-import", found)] == ["https://e.org/v#"]
    assert [f.value for f in of("data-import", found)] == ["https://e.org/w"]
    assert of("data-import", found)[0].rule.about is About.DATA
    given = "<https://e.org/v> a owl:Ontology . <https://e.org/w> a owl:Ontology ."
    found = validated(run, shapes, data, given)
    assert not of("shapes-import", found) + of("data-import", found)


def test_an_import_of_a_file_that_was_given_is_there(run: checks.Wanted) -> None:
    shapes = (
        GOOD % "sh:minCount 1" + "<urn:s> owl:imports <ontology.ttl>, <data.ttl>, <shapes.ttl> ."
    )
    found = validated(run, shapes, ontology="x:Person a owl:Class .")
    assert not of("shapes-import", found)


def test_a_shape_without_a_name_is_called_by_its_class_and_path(run: checks.Wanted) -> None:
    shapes = GOOD % "sh:minCount 2" + "x:S rdfs:label 'Person'@en ."
    (found, *_) = [f for f in validated(run, shapes) if f.rule.id.startswith("urn:x:S")]
    assert found.rule.id == "urn:x:S <urn:x:name>"
    assert found.rule.whole == "urn:x:S"
    assert found.message.en == "At least 2 needed."
    assert found.message.nl == "Minstens 2 nodig."


def test_a_severity_of_ones_own_counts_as_a_violation(run: checks.Wanted) -> None:
    found = validated(run, GOOD % "sh:minCount 2 ; sh:severity x:Grave")
    assert {f.severity for f in found if f.rule.id.startswith("urn:x:S")} == {Severity.VIOLATION}


def test_shapes_that_are_all_switched_off_are_an_error(run: checks.Wanted) -> None:
    with pytest.raises(BrokenResourceError, match="every shape here is switched off"):
        validated(run, GOOD % "sh:minCount 1" + "x:S sh:deactivated true .")


def test_a_constraint_without_a_message_is_told_in_words(run: checks.Wanted) -> None:
    found = validated(run, GOOD % "sh:nodeKind sh:IRI ; sh:in ( 1 2 )")
    told = {f.constraint: f.message.en for f in found if f.rule.id.startswith("urn:x:S")}
    assert told == {
        "NodeKind": "The value is no IRI.",
        "In": "The value is none of 1 / 2.",
    }
