"""What HermiT finds: a consistent ontology, members of the defined classes, planted errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamergraaf import iris
from kamergraaf.graph.files import load, quads_of
from kamergraaf.graph.quads import RDF_TYPE, Quad
from kamergraaf.graph.reason import Reasoning, reason

pytestmark = pytest.mark.slow

FIXTURE = Path(__file__).with_name("reasoning.ttl")
EX = iris.BASE + "letter/test/"
ACTOR = iris.BASE + "actor/"
TOOI = "https://identifier.overheid.nl/tooi/id/"
CONCERN = iris.BASE + "concern/"

MEMBERS = {
    "ExtremismMeasure": {"deeper", "against-as-written", "itself", "untyped"},
    "TerrorismMeasure": {"bombs"},
    "JointMeasure": {"against-as-written", "itself", "bombs", "ring", "services", "abroad"},
    "MunicipalMeasure": {"bombs", "bicycles", "ring"},
    "InterdepartmentalMeasure": {"itself"},
    "InternationalMeasure": {"abroad", "neighbour"},
    "MotionMeasure": {"abroad"},
    "AnsweredMotion": {"motion"},
    "NamedThreat": {CONCERN + "eenvorm"},
    "MunicipalBody": {ACTOR + "zuidstad", ACTOR + "stedenkring", ACTOR + "gemeentes"},
}
"""Every other thing of the fixture is no member."""


def fixture_quads() -> list[Quad]:
    return quads_of(load(FIXTURE))


A_FACT: list[Quad] = [(f"<{EX}m>", RDF_TYPE, f"<{iris.DEF}Measure>", "")]
"""Beside data, however little, the reasoner leaves out the register entries it does not need."""


def fact(subject: str, predicate: str, object_: str) -> Quad:
    terms = (subject, iris.expand(predicate), object_)
    s, p, o = (f"<{term}>" for term in terms)
    return s, p, o, ""


@pytest.fixture(scope="module")
def found() -> Reasoning:
    return reason(fixture_quads())


def test_ontology_and_registers_are_consistent_and_satisfiable() -> None:
    found = reason()
    assert (found.consistent, found.unsatisfiable, found.conflict) == (True, (), ())
    assert found.facts > 100
    bodies = {m.individual for m in found.memberships if m.cls == iris.DEF + "MunicipalBody"}
    assert {iris.BASE + "actor/g4", TOOI + "gemeente/gm0363", TOOI + "gemeente/gm0014"} <= bodies
    assert TOOI + "ministerie/mnre1058" not in bodies


def test_the_fixture_is_consistent(found: Reasoning) -> None:
    assert found.sound


@pytest.mark.parametrize("name", MEMBERS)
def test_exactly_the_members_follow(found: Reasoning, name: str) -> None:
    ours = {s[1:-1] for s, *_ in fixture_quads()}
    members = {m.individual for m in found.memberships if m.cls == iris.DEF + name}
    expected = {m if m.startswith("http") else EX + m for m in MEMBERS[name]}
    assert members & ours == expected


def test_every_defined_class_is_tried(found: Reasoning) -> None:
    tried = {iris.DEF + name for name in MEMBERS}
    assert {m.cls for m in found.memberships} == tried


def test_the_findings_carry_dutch_labels(found: Reasoning) -> None:
    assert found.labels[iris.DEF + "NamedThreat"] == "genoemde dreiging"
    assert found.labels[ACTOR + "stedenkring"] == "Stedenkring"


def test_the_same_follows_under_another_base(found: Reasoning) -> None:
    base = "https://example.org/graaf/"
    quads = [
        (s.replace(iris.BASE, base), p, o.replace(iris.BASE, base), g)
        for s, p, o, g in fixture_quads()
    ]
    elsewhere = reason(quads, base=base)
    assert [(m.cls, m.individual.replace(base, iris.BASE)) for m in elsewhere.memberships] == [
        (m.cls, m.individual) for m in found.memberships
    ]


PLANTED: dict[str, tuple[tuple[str, str, str], set[tuple[str, str]]]] = {
    "an actor is no concern": (
        (EX + "bicycles", "kamer:addresses", ACTOR + "zuidstad"),
        {("addresses", "zuidstad"), ("type", "Municipality")},
    ),
    "a municipality is no ministry": (
        (ACTOR + "zuidstad", "rdf:type", iris.DEF + "Ministry"),
        {("type", "Municipality"), ("type", "Ministry")},
    ),
    "an assessment has one level": (
        (EX + "assessment", "kamer:level", iris.BASE + "threat-level/5"),
        {("level", "4"), ("level", "5")},
    ),
    "a measure has one status": (
        (EX + "bicycles", "kamer:status", iris.BASE + "status/declined"),
        {("status", "ongoing"), ("status", "declined")},
    ),
    "a letter is no motion": (
        (EX[:-1], "rdf:type", iris.DEF + "Motion"),
        {("type", "Letter"), ("type", "Motion")},
    ),
}


@pytest.mark.parametrize("why", PLANTED)
def test_a_planted_contradiction_is_caught_and_explained(why: str) -> None:
    planted, expected = PLANTED[why]
    found = reason([*small(planted), fact(*planted)])
    assert not found.consistent
    assert found.memberships == ()
    told = {(_local(p), _local(o)) for _, p, o in found.conflict}
    assert told == expected


def small(planted: tuple[str, str, str]) -> list[Quad]:
    """The fixture's facts about the things of a planted fact, so that few runs explain it."""
    about = {f"<{planted[0]}>", f"<{planted[2]}>"}
    return [q for q in fixture_quads() if q[0] in about]


def _local(address: str) -> str:
    return address.replace("#", "/").rpartition("/")[2]


def test_register_entries_are_different() -> None:
    """Two ministries for one office contradict only because entries are no aliases."""
    office = EX + "office"
    two = [fact(office, "kamer:officeOf", ACTOR + name) for name in ("zaken", "dingen")]
    entries = [quad for quad in fixture_quads() if quad[0].startswith(f"<{ACTOR}")]
    assert not reason([*entries, *two]).consistent
    unnamed = [fact(office, "kamer:officeOf", EX + name) for name in ("zaken", "dingen")]
    assert reason(unnamed).consistent


def test_a_class_without_possible_members_is_named(tmp_path: Path) -> None:
    path = tmp_path / "more.ttl"
    path.write_text(
        "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "@prefix kamer: <https://w3id.org/kamergraaf/def/> .\n"
        "kamer:Impossible a owl:Class ; rdfs:label 'onmogelijk'@nl ;\n"
        "    rdfs:subClassOf kamer:Actor, kamer:Concern .\n",
        encoding="utf-8",
    )
    found = reason(A_FACT, ontology=[path])
    assert found.consistent
    assert found.unsatisfiable == (iris.DEF + "Impossible",)
    assert not found.sound


def test_an_ontology_that_contradicts_itself_has_no_facts_to_blame(tmp_path: Path) -> None:
    path = tmp_path / "more.ttl"
    path.write_text(
        "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "owl:Thing rdfs:subClassOf owl:Nothing .\n",
        encoding="utf-8",
    )
    found = reason(A_FACT, ontology=[path])
    assert (found.consistent, found.conflict) == (False, ())


def test_the_sample_letter_is_consistent(sample: Path) -> None:
    from kamergraaf import pipeline
    from kamergraaf.graph.build import dataset
    from kamergraaf.graph.vocabulary import load as load_vocabulary

    built = pipeline.build([sample])
    found = reason(dataset(built.extractions, load_vocabulary(None)))
    assert found.sound, found.conflict
    classes = {m.cls.removeprefix(iris.DEF) for m in found.memberships}
    assert {"ExtremismMeasure", "MunicipalMeasure", "MotionMeasure", "AnsweredMotion"} <= classes
