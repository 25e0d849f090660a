"""The promises about evidence, checked on the TriG of the sample letter by rdflib alone.

Nothing of the project reads the graph here: the file that ``build`` wrote, the letter's file, and
the rules of docs/model.md.
"""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, RDFS, BNode, Graph, Literal, URIRef

KAMER = rdflib.Namespace("https://w3id.org/kamergraaf/def/")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")


@pytest.fixture(scope="module")
def trig(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("built") / "graph.trig"
    subprocess.run(
        [sys.executable, "-m", "kamergraaf", "build", str(sample), "-o", str(path)], check=True
    )
    return path


@pytest.fixture(scope="module")
def dataset(trig: Path) -> rdflib.Dataset:
    # rdflib would write numbers anew; the file's own characters are what is checked.
    before, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    try:
        found = rdflib.Dataset(default_union=True)
        found.parse(trig, format="trig")
    finally:
        rdflib.NORMALIZE_LITERALS = before
    return found


@pytest.fixture(scope="module")
def letter(dataset: rdflib.Dataset) -> URIRef:
    (found,) = set(dataset.subjects(KAMER.text))
    assert isinstance(found, URIRef)
    return found


@pytest.fixture(scope="module")
def text(dataset: rdflib.Dataset, letter: URIRef) -> str:
    return str(dataset.value(letter, KAMER.text))


def one(graph: Graph, subject: object, predicate: URIRef) -> Literal | URIRef:
    (found,) = set(graph.objects(subject, predicate))  # type: ignore[arg-type]
    assert isinstance(found, Literal | URIRef)
    return found


def test_the_stored_text_is_the_files(
    dataset: rdflib.Dataset, letter: URIRef, text: str, sample: Path
) -> None:
    assert text == sample.read_bytes().decode("utf-8")
    assert str(one(dataset, letter, KAMER.sha256)) == sha256(sample.read_bytes()).hexdigest()
    assert str(one(dataset, letter, KAMER.textDigest)) == sha256(text.encode()).hexdigest()


def test_every_quote_is_the_text_at_its_own_offsets(dataset: rdflib.Dataset, text: str) -> None:
    spans = set(dataset.subjects(RDF.type, OA.SpecificResource))
    assert len(spans) > 50
    for span in spans:
        selectors = {
            kind: node
            for node in dataset.objects(span, OA.hasSelector)
            for kind in dataset.objects(node, RDF.type)
        }
        assert set(selectors) == {OA.TextPositionSelector, OA.TextQuoteSelector}
        start = int(one(dataset, selectors[OA.TextPositionSelector], OA.start))
        end = int(one(dataset, selectors[OA.TextPositionSelector], OA.end))
        exact = str(one(dataset, selectors[OA.TextQuoteSelector], OA.exact))
        assert exact
        assert text[start:end] == exact
        assert str(span).endswith(f"#char={start},{end}")


def evidence_text(graph: Graph, node: object) -> str:
    """The characters of a node's evidence in the order of the text, without blanks and hyphens."""
    pieces = []
    for span in graph.objects(node, KAMER.evidence):  # type: ignore[arg-type]
        for selector in graph.objects(span, OA.hasSelector):
            for start in graph.objects(selector, OA.start):
                pieces.append((int(str(start)), int(str(graph.value(selector, OA.end))), span))
    exact = {
        span: str(found)
        for _, _, span in pieces
        for selector in graph.objects(span, OA.hasSelector)
        for found in graph.objects(selector, OA.exact)
    }
    return squash("".join(exact[span] for _, _, span in sorted(pieces)))


def squash(said: str) -> str:
    return "".join(said.replace("-", "").split())


def test_every_folded_quote_is_what_the_evidence_says(dataset: rdflib.Dataset) -> None:
    quoted = [(node, str(q)) for node, q in dataset.subject_objects(KAMER.quote)]
    assert len(quoted) > 100
    for node, quote in quoted:
        assert sorted(squash(quote.replace("[…]", ""))) == sorted(evidence_text(dataset, node)), (
            node,
            quote,
        )
        assert quote == " ".join(quote.split())


def test_every_fact_is_covered(dataset: rdflib.Dataset, letter: URIRef) -> None:
    facts = set(dataset.graph(URIRef(f"{letter}/graph/facts")))
    beside = dataset.graph(URIRef(f"{letter}/graph/evidence"))
    stated = {
        (
            one(beside, statement, KAMER.subject),
            one(beside, statement, KAMER.predicate),
            one(beside, statement, KAMER.object),
        )
        for statement in beside.subjects(RDF.type, KAMER.Statement)
    }
    introduced = {s for s, _ in beside.subject_objects(KAMER.evidence)}
    assert len(facts) > 100
    assert stated <= facts
    for fact in facts - stated:
        assert fact[1] in (RDF.type, RDFS.label), fact
        assert fact[0] in introduced, fact


def test_every_statement_rests_on_something(dataset: rdflib.Dataset, letter: URIRef) -> None:
    statements = set(dataset.subjects(RDF.type, KAMER.Statement))
    stated = URIRef("https://w3id.org/kamergraaf/id/origin/stated")
    for statement in statements:
        assert one(dataset, statement, KAMER.letter) == letter
        spans = set(dataset.objects(statement, KAMER.evidence))
        premises = set(dataset.objects(statement, KAMER.premise))
        assert premises <= statements
        assert spans or premises
        if one(dataset, statement, KAMER.origin) == stated:
            assert spans
        for span in spans:
            assert one(dataset, span, OA.hasSource) == letter


def test_there_is_no_blank_node(dataset: rdflib.Dataset) -> None:
    assert not [q for q in dataset.quads() if any(isinstance(term, BNode) for term in q)]


@pytest.mark.parametrize("suffix", ["trig", "nq", "jsonld", "ttl", "rdf"])
def test_two_builds_give_the_same_bytes_and_something_to_read(
    sample: Path, tmp_path: Path, suffix: str
) -> None:
    formats = {"nq": "nquads", "jsonld": "json-ld", "ttl": "turtle", "rdf": "xml"}
    digests, path = set(), tmp_path / f"graph.{suffix}"
    for seed in ("1", "4711"):
        subprocess.run(
            [sys.executable, "-m", "kamergraaf", "build", str(sample), "-o", str(path)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
        )
        digests.add(sha256(path.read_bytes()).hexdigest())
    assert len(digests) == 1
    found = rdflib.Dataset(default_union=True)
    found.parse(path, format=formats.get(suffix, suffix))
    assert len(list(found.subjects(RDF.type, KAMER.Statement))) > 100
