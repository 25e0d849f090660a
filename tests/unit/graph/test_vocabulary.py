"""Turtle becomes terms for the reader and triples for the graph."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode

from kamergraaf import iris
from kamergraaf.errors import BrokenResourceError, InputError
from kamergraaf.graph import vocabulary
from kamergraaf.model import Name, Term

HEAD = """
@prefix kamer: <https://w3id.org/kamergraaf/def/> .
@prefix id: <https://w3id.org/kamergraaf/id/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

SMALL = """
kamer:Agency a owl:Class ; rdfs:label "dienst"@nl ; kamer:code "agency" ; rdfs:subClassOf kamer:Actor .
kamer:Company a owl:Class ; kamer:code "company" ; rdfs:subClassOf [ a owl:Restriction ] .
kamer:ThreatCategory a owl:Class ; kamer:code "threat" .
kamer:status a owl:ObjectProperty ; rdfs:label "status"@nl ; rdfs:range kamer:MeasureStatus .

id:dijkwacht a kamer:Agency ;
  skos:prefLabel "Dijkwacht"@nl, "Dyke Watch"@en ;
  skos:altLabel "Wacht der Dijken"@nl, "Watch of Dykes"@en ;
  skos:hiddenLabel "dijkwachters"@nl ; kamer:abbreviation "DW" ; kamer:acronym "DWt" ;
  kamer:hasName id:later, id:earlier .
id:earlier a kamer:ActorName ; rdfs:label "Dijkleger"@nl ; kamer:latest "1999-12-31"^^xsd:date .
id:later a kamer:ActorName ; rdfs:label "Dijkwacht"@nl ; kamer:earliest "2000-01-01"^^xsd:date .
id:denk a kamer:Agency ; skos:prefLabel "DENK"@nl ; kamer:acronym "DENK" .
id:molens a kamer:Collective ; skos:prefLabel "molens"@nl ; kamer:collectiveOf kamer:Company .
id:vloed a skos:Concept, kamer:ThreatCategory ; skos:prefLabel "vloed"@nl ; kamer:compoundHead "vloed" .
id:stormvloed a skos:Concept, kamer:ThreatCategory ; skos:prefLabel "stormvloed"@nl ; skos:broader id:vloed .
id:done a skos:Concept, kamer:MeasureStatus ;
  skos:prefLabel "gedaan"@nl ; skos:hiddenLabel "klaargemaakt"@nl ; skos:notation "completed" .
"""


def written(folder: Path, text: str, name: str = "small.ttl") -> Path:
    path = folder / name
    path.write_text(HEAD + text, encoding="utf-8")
    return path


@pytest.fixture
def small(tmp_path: Path) -> vocabulary.Vocabulary:
    return vocabulary.Vocabulary((written(tmp_path, SMALL),))


def term(loaded: vocabulary.Vocabulary, name: str) -> Term:
    return loaded.lexicon().terms[iris.BASE + name]


def test_dutch_labels_and_hidden_labels_name_a_term(small: vocabulary.Vocabulary) -> None:
    found = term(small, "dijkwacht")
    assert found.label == "Dijkwacht"
    assert found.surfaces == ("Dijkwacht", "Wacht der Dijken", "dijkwachters")
    assert found.acronyms == ("DW", "DWt")


def test_a_label_that_is_an_acronym_must_match_in_its_own_case(
    small: vocabulary.Vocabulary,
) -> None:
    found = term(small, "denk")
    assert found.label == "DENK"
    assert found.surfaces == ()
    assert found.acronyms == ("DENK",)


def test_labels_of_a_code_list_name_nothing(small: vocabulary.Vocabulary) -> None:
    found = term(small, "done")
    assert found.surfaces == ("klaargemaakt",)
    assert found.notation == "completed"


def test_names_come_with_their_years_the_earliest_first(small: vocabulary.Vocabulary) -> None:
    assert term(small, "dijkwacht").names == (
        Name("Dijkleger", until="1999-12-31"),
        Name("Dijkwacht", since="2000-01-01"),
    )


def test_a_collective_takes_the_code_of_its_members(small: vocabulary.Vocabulary) -> None:
    assert term(small, "molens").kind_code == "company"
    assert term(small, "dijkwacht").kind_code == "agency"


def test_a_thesaurus_keeps_its_hierarchy_and_compound_heads(small: vocabulary.Vocabulary) -> None:
    assert term(small, "stormvloed").broader == (iris.BASE + "vloed",)
    assert term(small, "vloed").heads == ("vloed",)


def test_names_and_classes_are_no_terms_and_terms_are_sorted(
    small: vocabulary.Vocabulary,
) -> None:
    ids = list(small.lexicon().terms)
    assert ids == sorted(ids)
    assert iris.BASE + "earlier" not in ids
    assert not any(id_.startswith(iris.DEF) for id_ in ids)


def test_registers_leave_out_what_only_the_reader_needs(small: vocabulary.Vocabulary) -> None:
    triples = small.registers()
    predicates = {triple.predicate.value for triple in triples}
    assert not predicates & {
        iris.expand("skos:hiddenLabel"),
        iris.expand("kamer:acronym"),
        iris.expand("kamer:compoundHead"),
    }
    assert iris.expand("kamer:abbreviation") in predicates
    assert not any(
        isinstance(part, BlankNode)
        for triple in triples
        for part in (triple.subject, triple.object)
    )


def test_registers_tell_labels_and_codes_of_classes_and_nothing_more(
    small: vocabulary.Vocabulary,
) -> None:
    told = {
        (str(triple.subject), triple.predicate.value.rsplit("/", 1)[1])
        for triple in small.registers()
        if str(triple.subject).startswith(f"<{iris.DEF}")
    }
    assert told == {
        (f"<{iris.DEF}Agency>", "code"),
        (f"<{iris.DEF}Agency>", "rdf-schema#label"),
        (f"<{iris.DEF}Company>", "code"),
        (f"<{iris.DEF}ThreatCategory>", "code"),
        (f"<{iris.DEF}status>", "rdf-schema#label"),
    }


def test_broken_turtle_is_reported_with_file_and_line(tmp_path: Path) -> None:
    path = written(tmp_path, 'id:a a kamer:Agency ;\n  skos:prefLabel "open .\n', "broken.ttl")
    with pytest.raises(BrokenResourceError) as caught:
        vocabulary.load((path,))
    assert caught.value.where is not None
    assert caught.value.where.startswith(f"{path}:")
    assert caught.value.where.rsplit(":", 1)[1].isdigit()


def test_a_path_that_is_not_there_and_a_folder_without_turtle(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        vocabulary.load((tmp_path / "nowhere.ttl",))
    with pytest.raises(InputError, match="no Turtle files"):
        vocabulary.load((tmp_path,))


def test_a_folder_replaces_the_project_s_ontology_and_a_file_adds_to_it(tmp_path: Path) -> None:
    path = written(tmp_path, 'id:nieuw a kamer:Agency ; skos:prefLabel "Nieuwe Dienst"@nl .')
    alone = vocabulary.load((tmp_path,)).lexicon().terms
    added = vocabulary.load((path,)).lexicon().terms
    assert list(alone) == [iris.BASE + "nieuw"]
    assert set(added) == {iris.BASE + "nieuw", *vocabulary.load().lexicon().terms}
    assert added[iris.BASE + "nieuw"].kind_code == "agency"


def test_a_vocabulary_is_loaded_once() -> None:
    assert vocabulary.load() is vocabulary.load(None)
    assert vocabulary.load().lexicon() is vocabulary.load().lexicon()


def test_the_digest_depends_on_content_not_on_place(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one = vocabulary.Vocabulary((written(tmp_path / "a", SMALL),))
    same = vocabulary.Vocabulary((written(tmp_path / "b", SMALL),))
    other = vocabulary.Vocabulary((written(tmp_path / "b", SMALL + "\nid:x a kamer:Agency ."),))
    assert one.digest == same.digest
    assert one.digest != other.digest
    assert len(one.digest) == 64


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters='"\\\n\r'), min_size=1)))
def test_hidden_labels_come_through_unchanged(forms: list[str]) -> None:
    turtle = HEAD + 'id:a a kamer:Agency ; skos:prefLabel "A"@nl .\n'
    turtle += "".join(f'id:a skos:hiddenLabel "{form}"@nl .\n' for form in forms)
    triples = vocabulary.parsed(Path("given.ttl"), turtle.encode())
    values = {t.object.value for t in triples if t.predicate.value.endswith("hiddenLabel")}
    assert values == set(forms)
