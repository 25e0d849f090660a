"""The JSON-LD context says of each property what the ontology says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, XSD, Dataset, Graph, URIRef
from rdflib.compare import isomorphic

from kamergraaf import iris


@pytest.fixture(scope="module")
def context(root: Path) -> dict[str, object]:
    found = json.loads((root / "ontology" / "context.jsonld").read_text("utf-8"))["@context"]
    assert isinstance(found, dict)
    return found


def test_the_prefixes_are_those_of_the_house(context: dict[str, object]) -> None:
    assert {k: v for k, v in context.items() if isinstance(v, str)} == iris.PREFIXES


def test_every_own_property_has_a_term_of_its_kind(
    context: dict[str, object], terms: Graph
) -> None:
    coerced = {XSD.decimal: "xsd:decimal", XSD.boolean: "xsd:boolean"}
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty):
        for property_ in terms.subjects(RDF.type, kind):
            if not str(property_).startswith(iris.DEF):
                continue
            name = str(property_).removeprefix(iris.DEF)
            term = context[name]
            assert isinstance(term, dict)
            assert term["@id"] == f"kamer:{name}"
            if kind == OWL.ObjectProperty:
                assert term["@type"] == "@id"
            range_ = terms.value(property_, RDFS.range)
            if isinstance(range_, URIRef) and range_ in coerced:
                assert term["@type"] == coerced[range_]


def test_a_letter_written_with_the_context_says_the_same(root: Path) -> None:
    turtle = """
        @prefix kamer: <https://w3id.org/kamergraaf/def/> .
        @prefix kid: <https://w3id.org/kamergraaf/id/> .
        @prefix dcterms: <http://purl.org/dc/terms/> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        <https://w3id.org/kamergraaf/id/letter/a> a kamer:Letter ; dcterms:title "Onderwerp"@nl .
        kid:m a kamer:Measure ; rdfs:label "overleg"@nl ; kamer:agentUnstated true ;
            kamer:status <https://w3id.org/kamergraaf/id/status/ongoing> ; kamer:start kid:d .
        kid:d a kamer:Date ; kamer:earliest "2024-06-06"^^xsd:date ; kamer:edtf "2024-06-06" .
    """
    context = json.loads((root / "ontology" / "context.jsonld").read_text("utf-8"))["@context"]
    document = {
        "@context": context,
        "@graph": [
            {"@id": "kid:letter/a", "@type": "kamer:Letter", "title": "Onderwerp"},
            {
                "@id": "kid:m",
                "@type": "kamer:Measure",
                "label": "overleg",
                "agentUnstated": True,
                "status": "kid:status/ongoing",
                "start": "kid:d",
            },
            {"@id": "kid:d", "@type": "kamer:Date", "earliest": "2024-06-06", "edtf": "2024-06-06"},
        ],
    }
    parsed = Dataset(default_union=True)
    parsed.parse(data=json.dumps(document), format="json-ld")
    union = Graph()
    for s, p, o, _ in parsed.quads((None, None, None, None)):
        union.add((s, p, o))
    assert isomorphic(union, Graph().parse(data=turtle))
