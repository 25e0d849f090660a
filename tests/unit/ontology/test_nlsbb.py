"""The thesauri follow NL-SBB, the Dutch standard for describing concepts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from rdflib import RDF, SH, SKOS, Graph, Literal, URIRef

from kamergraaf import iris

FILES = ("threats.ttl", "measures.ttl", "countries.ttl")


@pytest.fixture(scope="module")
def thesauri(root: Path) -> Graph:
    graph = Graph()
    for name in FILES:
        graph.parse(root / "ontology" / name)
    return graph


def findings(data: Graph, shared: Path) -> Counter[str]:
    """How many results of each severity the application profile gives, its imports left out."""
    from pyshacl import validate

    shapes = Graph().parse(shared / "standards" / "nl-sbb" / "skos-ap-nl.ttl")
    _, report, _ = validate(data, shacl_graph=shapes, inference="none", do_owl_imports=False)
    assert isinstance(report, Graph)
    results = report.subjects(RDF.type, SH.ValidationResult)
    return Counter(str(report.value(r, SH.resultSeverity)).rpartition("#")[2] for r in results)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["threats.ttl", "measures.ttl"])
def test_the_profile_finds_nothing(name: str, root: Path, shared: Path) -> None:
    found = findings(Graph().parse(root / "ontology" / name), shared)
    assert found["Violation"] == found["Warning"] == 0


@pytest.mark.slow
def test_the_profile_would_find_something(root: Path, shared: Path) -> None:
    broken = Graph().parse(root / "ontology" / "threats.ttl")
    concern = URIRef(iris.BASE + "concern/extremisme")
    broken.remove((concern, SKOS.definition, None))
    broken.add((concern, SKOS.altLabel, Literal("extremisme", lang="nl")))
    found = findings(broken, shared)
    assert found["Violation"] >= 1
    assert found["Warning"] >= 1


def test_every_broader_concept_names_its_narrower_one(thesauri: Graph) -> None:
    broader = {(s, o) for s, o in thesauri.subject_objects(SKOS.broader)}
    narrower = {(o, s) for s, o in thesauri.subject_objects(SKOS.narrower)}
    assert broader == narrower
    related = set(thesauri.subject_objects(SKOS.related))
    assert related == {(o, s) for s, o in related}


def test_no_concept_is_broader_than_itself(thesauri: Graph) -> None:
    for concept in thesauri.subjects(RDF.type, SKOS.Concept):
        above = set(thesauri.transitive_objects(concept, SKOS.broader)) - {concept}
        assert all(concept not in thesauri.objects(other, SKOS.broader) for other in above)


def test_every_concept_is_explained(thesauri: Graph) -> None:
    for concept in thesauri.subjects(RDF.type, SKOS.Concept):
        labels = Counter(str(o.language) for o in thesauri.objects(concept, SKOS.prefLabel))
        assert labels == {"nl": 1, "en": 1}, concept
        definition = thesauri.value(concept, SKOS.definition)
        assert str(definition).endswith("."), concept
        assert thesauri.value(concept, SKOS.inScheme), concept
        has_top = (concept, SKOS.topConceptOf, None) in thesauri
        assert has_top != ((concept, SKOS.broader, None) in thesauri), concept


def test_concerns_are_named_after_their_label(thesauri: Graph) -> None:
    prefix = iris.BASE + "concern/"
    for concept in thesauri.subjects(RDF.type, SKOS.Concept):
        if str(concept).startswith(prefix):
            dutch = [o for o in thesauri.objects(concept, SKOS.prefLabel) if o.language == "nl"]
            assert str(concept) == prefix + iris.slug(str(dutch[0]), 80)


def test_the_five_levels_are_ranked(thesauri: Graph) -> None:
    levels = thesauri.subjects(RDF.type, URIRef(iris.DEF + "ThreatLevel"))
    ranked = {
        int(str(thesauri.value(level, URIRef(iris.DEF + "rank")))): str(
            thesauri.value(level, SKOS.notation)
        )
        for level in levels
    }
    assert ranked == {n: str(n) for n in range(1, 6)}


@pytest.mark.parametrize(
    ("folder", "codes"),
    [
        (
            "measure-type",
            "strategy legislation coordination knowledge-transfer support exchange training "
            "research monitoring screening detention prosecution repatriation reintegration "
            "departure cooperation dialogue subsidy decision policy-principle enforcement "
            "revocation assistance reporting pilot improvement protection removal",
        ),
        (
            "area",
            "asylum-chain online-domain local-approach detention-and-reintegration prosecution "
            "departure international vital-infrastructure",
        ),
        ("status", "planned inPreparation ongoing completed declined conditional"),
        ("motion-status", "carriedOut inProgress notCarriedOut mentioned"),
        ("commitment-status", "fulfilled inProgress made mentioned"),
        ("stance", "asserted hedged negated"),
        ("origin", "stated inferred enriched"),
        ("direction", "up stable down"),
        ("delivery", "attached separate"),
    ],
)
def test_code_lists_hold_the_codes_of_the_model(thesauri: Graph, folder: str, codes: str) -> None:
    for code in codes.split():
        concept = URIRef(f"{iris.BASE}{folder}/{code}")
        assert (concept, SKOS.notation, Literal(code)) in thesauri
