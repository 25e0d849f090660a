"""A small letter of our own as a dataset, and ways to plant a fault in it."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from kamergraaf.check import checks, ontology, shapes
from kamergraaf.check.index import Index
from kamergraaf.check.report import Report
from kamergraaf.graph import files
from kamergraaf.graph.build import letter_quads
from kamergraaf.graph.quads import Quad
from kamergraaf.iris import BASE, expand
from kamergraaf.model import (
    Block,
    BlockKind,
    Document,
    Evidence,
    Extraction,
    Fact,
    Flow,
    Passage,
    Ref,
    Span,
    Thing,
)
from kamergraaf.resources import folder

TEXT = (
    "Den Haag, 3 maart 2020\n\n"
    "Geachte Voorzitter,\n\n"
    "Het kabinet heeft in 2019 twee keer besloten tot terughaal-\nacties. In februari 2020 ging "
    "het dreigings­niveau van 3 naar 4.\nHet ministerie start in april 2020 een proef tegen "
    "uitbuiting, tot eind 2021.\nZie Kamerstuk 12 345, nr. 67.\n"
)
CABINET, MINISTRY = Ref(BASE + "actor/kabinet"), Ref(BASE + "actor/ministerie-van-proeven")
TIMES = "twee keer besloten tot terughaal-\nacties"
PILOT = "Het ministerie start in april 2020 een proef tegen uitbuiting, tot eind 2021."


def at(words: str) -> Evidence:
    """Where the words stand in the text."""
    start = TEXT.index(words)
    return Evidence((Span(start, start + len(words)),))


def document() -> Document:
    flow = Flow(TEXT, range(len(TEXT)), (Passage(BlockKind.PARAGRAPH, 0, len(TEXT)),))
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(TEXT))),)
    digest = sha256(TEXT.encode()).hexdigest()
    return Document("proefbrief.txt", TEXT, digest, "text/plain", blocks, flow)


def dates() -> tuple[list[Thing], list[Fact]]:
    things, facts = [], []
    for words, edtf, first, last in (
        ("3 maart 2020", "2020-03-03", "2020-03-03", "2020-03-03"),
        ("februari 2020", "2020-02", "2020-02-01", "2020-02-29"),
        ("april 2020", "2020-04", "2020-04-01", "2020-04-30"),
        ("eind 2021", "2021-12", "2021-12-01", "2021-12-31"),
    ):
        node = Ref(f"date/{edtf}")
        things.append(Thing(node.id, "Date", words, at(words), "dates"))
        facts += [
            Fact(node, "kamer:edtf", edtf, at(words), "dates"),
            Fact(node, "kamer:earliest", first, at(words), "dates"),
            Fact(node, "kamer:latest", last, at(words), "dates"),
            Fact(node, "kamer:resolution", "explicit", at(words), "dates"),
        ]
    return things, facts


def measure() -> tuple[list[Thing], list[Fact]]:
    node = Ref("measure/proef-tegen-uitbuiting")
    concern = Ref("concern/uitbuiting")
    told = (
        ("kamer:status", Ref(BASE + "status/planned")),
        ("kamer:responsible", MINISTRY),
        ("kamer:addresses", concern),
        ("kamer:start", Ref("date/2020-04")),
        ("kamer:end", Ref("date/2021-12")),
        ("kamer:documentedIn", Ref("paper:kst-12345-67")),
    )
    things = [
        Thing(node.id, "Measure", "proef tegen uitbuiting", at(PILOT), "measures.noun"),
        Thing(concern.id, "ThreatAsWritten", "uitbuiting", at("uitbuiting"), "concerns"),
    ]
    return things, [
        Fact(node, predicate, value, at(PILOT), "measures") for predicate, value in told
    ]


def citation() -> tuple[list[Thing], list[Fact]]:
    words, cited = "Kamerstuk 12 345, nr. 67", Ref("paper:kst-12345-67")
    node = Ref("citation/kst-12345-67")
    things = [
        Thing(cited.id, "ParliamentaryPaper", "kst-12345-67", at(words), "references"),
        Thing(node.id, "Citation", words, at(words), "references"),
    ]
    facts = [
        Fact(cited, "dcterms:identifier", "kst-12345-67", at(words), "references"),
        Fact(node, "kamer:cites", cited, at(words), "references"),
        Fact(Ref("document"), "dcterms:references", cited, at(words), "references"),
    ]
    return things, facts


def rest() -> tuple[list[Thing], list[Fact]]:
    decision, assessment = Ref("decision/1"), Ref("assessment/1")
    words = "In februari 2020 ging het dreigings­niveau van 3 naar 4"
    things = [
        Thing("document", "Letter", "proefbrief", at("Geachte Voorzitter"), "header"),
        Thing(decision.id, "Decision", "besloten tot terughaalacties", at(TIMES), "observations"),
        Thing(assessment.id, "ThreatAssessment", "niveau van 3 naar 4", at(words), "levels"),
    ]
    facts = [
        Fact(Ref("document"), "kamer:date", Ref("date/2020-03-03"), at("3 maart 2020"), "header"),
        Fact(decision, "kamer:times", 2, at(TIMES), "observations"),
        Fact(decision, "kamer:responsible", CABINET, at("Het kabinet"), "observations"),
        Fact(assessment, "kamer:level", Ref(BASE + "threat-level/4"), at(words), "levels"),
        Fact(assessment, "kamer:onDate", Ref("date/2020-02"), at("februari 2020"), "levels"),
    ]
    return things, facts


REGISTERS = f"""
<{CABINET.id}> a <{expand("kamer:Cabinet")}> ;
    <{expand("skos:prefLabel")}> "kabinet"@nl .
<{MINISTRY.id}> a <{expand("kamer:Ministry")}> ;
    <{expand("skos:prefLabel")}> "Ministerie van Proeven"@nl, "Ministry of Trials"@en .
<{BASE}threat-level/4> a <{expand("kamer:ThreatLevel")}> ;
    <{expand("skos:prefLabel")}> "substantieel"@nl, "substantial"@en ;
    <{expand("skos:inScheme")}> <{BASE}threat-level> ;
    <{expand("skos:notation")}> "4" ;
    <{expand("kamer:rank")}> 4 .
<{BASE}threat-level> a <{expand("skos:ConceptScheme")}> ;
    <{expand("skos:prefLabel")}> "dreigingsniveaus"@nl .
"""


@pytest.fixture(scope="session")
def quads() -> list[Quad]:
    """The letter, proved to the last triple."""
    parts = [part() for part in (dates, measure, citation, rest)]
    things = tuple(thing for some, _ in parts for thing in some)
    facts = tuple(fact for _, some in parts for fact in some)
    return letter_quads(Extraction(document(), things, facts))


@pytest.fixture(scope="session")
def trig(quads: list[Quad]) -> str:
    """The letter and its little register as TriG."""
    return files.serialise(quads, "trig") + REGISTERS


@pytest.fixture(scope="session")
def terms() -> ontology.Ontology:
    return ontology.load()


@pytest.fixture(scope="session")
def loaded(terms: ontology.Ontology) -> shapes.Shapes:
    return shapes.load([folder("shapes")], terms)


@pytest.fixture
def check(
    tmp_path: Path, loaded: shapes.Shapes, terms: ontology.Ontology
) -> Callable[[str], Report]:
    """Checks a dataset given as TriG."""

    def run(text: str) -> Report:
        path = tmp_path / "data.trig"
        path.write_text(text, "utf-8")
        return checks.check(Index(files.load(path)), loaded, terms)

    return run
