"""Every term is declared, explained in two languages, and every borrowed one exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, XSD, Graph, Literal, URIRef

from kamergraaf import iris

KAMER = iris.DEF
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
VOCABULARIES = {
    "dcterms": "dcterms.nq",
    "eli": "eli-1.5.rdf",
    "foaf": "foaf.nq",
    "oa": "oa.ttl",
    "org": "org.ttl",
    "prov": "prov-o.ttl",
    "skos": "skos.nq",
}
SPACES = {iris.PREFIXES[prefix]: file for prefix, file in VOCABULARIES.items()} | {
    "http://www.w3.org/2006/time#": "time.nq"
}
BUILT_IN = {str(space): space for space in (OWL, RDF, RDFS, SH, XSD)}

CODES = {
    "Letter": "letter",
    "AnswerSheet": "answers",
    "Motion": "motion",
    "Ministry": "ministry",
    "Directorate": "ministry",
    "Agency": "agency",
    "Municipality": "municipality",
    "Province": "province",
    "Parliament": "parliament",
    "Committee": "parliament",
    "Cabinet": "cabinet",
    "Party": "party",
    "MemberOfParliament": "member",
    "Minister": "minister",
    "Court": "court",
    "InternationalBody": "international",
    "ForeignState": "international",
    "Partnership": "partnership",
    "Company": "company",
    "KnowledgeInstitute": "organisation",
    "Organisation": "organisation",
    "OtherActor": "other",
    "ThreatCategory": "threat",
    "ThreatAsWritten": "threat",
    "TargetGroup": "group",
    "GroupAsWritten": "group",
}


def declared(terms: Graph) -> set[str]:
    found = {s for kind in KINDS for s in terms.subjects(RDF.type, kind)}
    return {str(s) for s in found if str(s).startswith(KAMER)}


def test_each_term_has_label_and_definition_in_both_languages(terms: Graph) -> None:
    lacking = [
        f"{name.removeprefix(KAMER)} {predicate.fragment} @{language}"
        for name in sorted(declared(terms))
        for predicate in (RDFS.label, SKOS.definition)
        for language in ("nl", "en")
        if [
            o.language for o in terms.objects(URIRef(name), predicate) if isinstance(o, Literal)
        ].count(language)
        != 1
    ]
    assert lacking == []


def test_no_two_classes_and_no_two_properties_share_a_label(terms: Graph) -> None:
    for kinds in (KINDS[:1], KINDS[1:]):
        seen: dict[Literal, URIRef] = {}
        for kind in kinds:
            for term in terms.subjects(RDF.type, kind):
                if str(term).startswith(KAMER):
                    for label in terms.objects(term, RDFS.label):
                        assert seen.setdefault(label, term) == term, label


def test_classes_carry_the_codes_of_the_model(terms: Graph) -> None:
    found = {
        str(s).removeprefix(KAMER): str(o) for s, o in terms.subject_objects(URIRef(KAMER + "code"))
    }
    assert found == CODES


def test_the_model_page_names_only_declared_terms_and_all_classes_of_its_tables(
    root: Path, terms: Graph
) -> None:
    page = (root / "docs" / "model.md").read_text("utf-8")
    named = set(re.findall(r"kamer:([A-Za-z]\w*)", page)) - {"threatStance"}
    cells = [line.split("|")[1] for line in page.splitlines() if line.startswith("|")]
    named |= {name for cell in cells for name in re.findall(r"`([A-Z][A-Za-z]+)`", cell)}
    named |= set(re.findall(r"→ (?:`kamer:)?([A-Z]\w+)", page))
    assert {n for n in named if KAMER + n not in declared(terms)} == set()
    assert len(named) > 100


def test_the_model_page_names_every_property(root: Path, terms: Graph) -> None:
    """Save those that only a reasoner writes."""
    derived = {"bearsOn", "fulfilledBy", "hasPart", "involves", "namedAsThreatIn"}
    page = (root / "docs" / "model.md").read_text("utf-8")
    properties = {
        str(s).removeprefix(KAMER)
        for kind in KINDS[1:]
        for s in terms.subjects(RDF.type, kind)
        if str(s).startswith(KAMER)
    }
    assert {p for p in properties - derived if not re.search(rf"kamer:{p}\b", page)} == set()


def used(root: Path) -> Iterator[tuple[str, Path]]:
    """Every IRI or prefixed name that ontology, shapes, queries and code use, and where."""
    for folder in ("ontology", "shapes"):
        for path in (root / folder).glob("*.ttl"):
            for triple in Graph().parse(path):
                yield from ((str(t), path) for t in triple if isinstance(t, URIRef))
    prefixed = re.compile(rf"\b({'|'.join(iris.PREFIXES)}):([A-Za-z]\w*)(?![\w-]*[/:])")
    places = [*(root / "queries").rglob("*.rq"), *(root / "src").rglob("*.py")]
    for path in (*places, root / "ontology" / "context.jsonld"):
        for prefix, name in prefixed.findall(path.read_text("utf-8")):
            if prefix != "kid" and not name.isupper():  # upper case: a blank in a template
                yield iris.PREFIXES[prefix] + name, path


def test_every_own_term_used_is_declared(root: Path, terms: Graph) -> None:
    known = declared(terms)
    for iri, path in used(root):
        local = iri.removeprefix(KAMER)
        if iri.startswith(KAMER) and re.fullmatch(r"[A-Za-z]\w*", local):
            assert iri in known | {KAMER + "alignments"}, f"{path}: kamer:{local}"


def test_every_borrowed_term_exists_in_its_vocabulary(root: Path, shared: Path) -> None:
    known = {
        space: {str(s) for s in _read(shared / "standards" / "ontologies" / file).subjects()}
        for space, file in SPACES.items()
    }
    spaces = tuple(known)
    checked = 0
    for iri, path in used(root):
        for space in spaces:
            if iri.startswith(space) and iri != space:
                checked += 1
                assert iri in known[space], f"{path}: {iri}"
        for space, namespace in BUILT_IN.items():
            if iri.startswith(space) and iri != space and namespace is not RDF:
                assert URIRef(iri) in namespace, f"{path}: {iri}"
    assert checked > 100


def _read(path: Path) -> Graph:
    from rdflib import Dataset

    kinds = {".nq": "nquads", ".ttl": "turtle", ".rdf": "xml"}
    graph = Dataset(default_union=True)
    graph.parse(path, format=kinds[path.suffix])
    return graph


@pytest.mark.parametrize("name", ["Letter", "AnswerSheet", "Motion", "Citation"])
def test_a_letter_is_no_legislation(terms: Graph, name: str) -> None:
    above = set(terms.transitive_objects(URIRef(KAMER + name), RDFS.subClassOf))
    assert URIRef(iris.PREFIXES["eli"] + "LegalResource") not in above
