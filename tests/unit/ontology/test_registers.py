"""The register of actors: identifiers that registers certify, names with dates, no ambiguity."""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from kamergraaf import iris
from kamergraaf.extract import gazetteer
from kamergraaf.graph import vocabulary
from kamergraaf.model import Lexicon, Term

TOOI = "https://identifier.overheid.nl/tooi/id/"
CONCERNS = {"ThreatCategory", "TargetGroup"}
CODED = {
    "Country",
    "MeasureType",
    "PolicyArea",
    "ThreatLevel",
    "MeasureStatus",
    "MotionStatus",
    "CommitmentStatus",
    "Stance",
    "Origin",
    "Direction",
    "Delivery",
}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return vocabulary.load().lexicon()


@pytest.fixture(scope="module")
def actors(lexicon: Lexicon) -> list[Term]:
    return [t for t in lexicon.terms.values() if t.kind not in CONCERNS | CODED]


def objects(predicate: str) -> dict[str, list[str]]:
    """What the registers graph says with one predicate, by subject."""
    found: dict[str, list[str]] = defaultdict(list)
    for triple in vocabulary.load().registers():
        if triple.predicate.value == iris.expand(predicate):
            found[str(triple.subject).strip("<>")].append(triple.object.value)
    return found


def by_label(actors: list[Term], label: str) -> Term:
    return next(t for t in actors if t.label == label)


def test_every_entry_has_a_label_and_every_actor_a_code(
    lexicon: Lexicon, actors: list[Term]
) -> None:
    assert [t.id for t in lexicon.terms.values() if not t.label] == []
    assert [t.id for t in actors if not t.kind_code] == []


def test_every_entry_has_one_class_of_ours() -> None:
    types = objects("rdf:type")
    ours = {s: [t for t in ts if t.startswith(iris.DEF)] for s, ts in types.items()}
    assert {s: ts for s, ts in ours.items() if len(ts) > 1} == {}


def test_labels_are_unique_among_actors_and_among_concerns(
    lexicon: Lexicon, actors: list[Term]
) -> None:
    concerns = [t for t in lexicon.terms.values() if t.kind in CONCERNS]
    for family in (actors, concerns):
        counted = Counter(t.label.lower() for t in family)
        assert [label for label, times in counted.items() if times > 1] == []


def test_no_form_names_two_actors_and_none_names_two_concerns(
    lexicon: Lexicon, actors: list[Term]
) -> None:
    concerns = [t for t in lexicon.terms.values() if t.kind in CONCERNS]
    for family in (actors, concerns):
        owners: dict[str, set[str]] = defaultdict(set)
        for term in family:
            for form in (*(s.lower() for s in term.surfaces), *term.acronyms, *term.heads):
                owners[form].add(term.label)
        assert {form: who for form, who in owners.items() if len(who) > 1} == {}


def test_no_surface_begins_with_an_article_unless_it_is_the_name(actors: list[Term]) -> None:
    loose = [
        (t.label, form)
        for t in actors
        for form in t.surfaces
        if form.lower().startswith(("de ", "het ", "een ")) and form != t.label
    ]
    assert [pair for pair in loose if not pair[1].startswith("De ")] == []


def test_identifiers_that_are_sure_are_the_ones_used(shared: Path, actors: list[Term]) -> None:
    known = {t.id for t in actors}
    matched = {m for ms in objects("skos:exactMatch").values() for m in ms}
    with (shared / "reference" / "entities.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    certain = [r for r in rows if r["certainty"].startswith(("certain", "high"))]
    tooi = {r["uri"] for r in certain if r["uri"].startswith(TOOI)}
    assert tooi - known == set()
    bodies = {
        r["uri"]
        for r in certain
        if r["scheme"] in ("ROO", "Wikidata") and not r["entity"].endswith("(Wikidata)")
    }
    assert bodies - matched == set()
    people = ("Dilan", "Hanneke", "Marieke")
    wikidata = {
        r["uri"]
        for r in certain
        if r["scheme"] == "Wikidata" and not r["entity"].startswith(people)
    }
    assert wikidata - matched == set()


def test_tooi_identifiers_are_in_a_dump_under_the_same_name(
    shared: Path, actors: list[Term]
) -> None:
    folder = shared / "registers"
    names: dict[str, str] = {}
    for entry in json.loads((folder / "gpp-organisations-2026.json").read_text("utf-8")):
        names[entry["fields"]["identifier"]] = entry["fields"]["naam"]
    for file in ("rwc_ministeries_compleet_1.json", "rwc_gemeenten_compleet_4.json"):
        for entry in json.loads((folder / file).read_text("utf-8")):
            for value in entry.get("http://www.w3.org/2000/01/rdf-schema#label", []):
                names[entry["@id"]] = value["@value"]
    used = [t for t in actors if t.id.startswith(TOOI)]
    later = {TOOI + "ministerie/mnre1162", TOOI + "zbo/zb000327"}
    assert [t.id for t in used if t.id not in names and t.id not in later] == []
    assert all(t.id.startswith((TOOI, iris.BASE)) for t in actors)
    for term in used:
        if "/gemeente/" in term.id or "/provincie/" in term.id:
            assert term.label == names[term.id]


def test_former_names_are_dated_sourced_and_never_overlap(actors: list[Term]) -> None:
    sources = objects("dcterms:source")
    held = objects("kamer:hasName")
    assert held
    assert [n for ns in held.values() for n in ns if not sources.get(n)] == []
    for term in actors:
        for earlier, later in pairwise(term.names):
            assert "" < earlier.until < later.since, term.label


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2008-05-01", "Ministerie van Justitie"),
        ("2013-03-14", "Ministerie van Veiligheid en Justitie"),
        ("2024-06-10", "Ministerie van Justitie en Veiligheid"),
    ],
)
def test_a_ministry_bears_the_name_of_the_day(actors: list[Term], day: str, name: str) -> None:
    term = by_label(actors, "Ministerie van Justitie en Veiligheid")
    held = [n.text for n in term.names if n.since <= day <= (n.until or "9999")]
    assert held == [name]


def test_sources_are_documents_with_a_title() -> None:
    titles = objects("dcterms:title")
    used = {s for ss in objects("dcterms:source").values() for s in ss}
    assert [s for s in used if s not in titles] == []


def test_the_g4_has_four_members_that_are_municipalities(
    lexicon: Lexicon, actors: list[Term]
) -> None:
    members = objects("org:hasMember")[by_label(actors, "G4").id]
    assert [lexicon.terms[m].label for m in members] == [
        "gemeente Amsterdam",
        "gemeente Rotterdam",
        "gemeente Den Haag",
        "gemeente Utrecht",
    ]


def test_a_bare_place_name_is_no_municipality(actors: list[Term]) -> None:
    towns = [t for t in actors if t.kind == "Municipality"]
    assert len(towns) == 342
    assert all("gemeente" in form or "stad" in form for t in towns for form in t.surfaces)


def test_every_country_has_its_state_as_an_actor(lexicon: Lexicon) -> None:
    countries = {t.label for t in lexicon.terms.values() if t.kind == "Country"}
    states = {t.label for t in lexicon.terms.values() if t.kind == "ForeignState"}
    assert states <= countries
    assert len(countries) > 190
    assert "Nederland" not in countries


def test_everyday_words_are_names_only_in_capitals(actors: list[Term]) -> None:
    for label in ("Volt", "DENK", "SP", "Meta", "Signal", "Trouw", "Halt"):
        term = by_label(actors, label)
        assert label in term.acronyms
        assert label.lower() not in {s.lower() for s in term.surfaces}


def test_the_reader_finds_every_form_that_the_registers_give(
    lexicon: Lexicon, actors: list[Term]
) -> None:
    reader = gazetteer.of(lexicon)
    concerns = [t for t in lexicon.terms.values() if t.kind in CONCERNS]
    lost = [
        (term.label, form)
        for term in (*actors, *concerns)
        for form in (*term.surfaces, *term.acronyms)
        if term.id
        not in {m.term.id for m in reader.find(form) if m.end - m.start == len(form.rstrip(".)"))}
    ]
    assert lost == []


def test_what_is_matched_is_in_the_registers_and_the_match_is_sure(
    shared: Path, lexicon: Lexicon
) -> None:
    matches = objects("skos:closeMatch") | objects("skos:broadMatch")
    aligned = {s: ms for s, ms in matches.items() if "/concern/" in s or "/area/" in s}
    assert aligned
    assert set(aligned) <= set(lexicon.terms)
    with (shared / "reference" / "entities.tsv").open(encoding="utf-8") as file:
        sure = {row["uri"] for row in csv.DictReader(file, delimiter="\t")}
    assert {m for ms in aligned.values() for m in ms} <= sure
