"""The gazetteer finds terms as whole words, whatever their case, accents and hyphens."""

from __future__ import annotations

import string
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from kamergraaf.extract import gazetteer
from kamergraaf.extract.folding import fold, prepare
from kamergraaf.model import Flow, Lexicon, Mention, Name, Passage, Term


def lexicon(*terms: Term) -> Lexicon:
    return Lexicon(MappingProxyType({term.id: term for term in terms}))


def flow(text: str) -> Flow:
    return Flow(text, range(len(text)), (Passage("paragraph", 0, len(text)),))  # type: ignore[arg-type]


def found(text: str, *terms: Term) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.term.id) for m in gazetteer.find(flow(text), lexicon(*terms))]


POLICE = Term("politie", "Agency", "Politie", surfaces=("nationale politie",))
TAX = Term("fiod", "Agency", "Fiscale inlichtingendienst", acronyms=("FIOD", "IT"))
THREAT = Term("extremisme", "ThreatCategory", "extremisme", heads=("extremisme",))
TERROR = Term("terrorisme", "ThreatCategory", "terrorismebestrijding")
CYBER = Term("cyber", "Agency", "Nationaal Centrum Terrorismebestrijding")


def test_a_name_counts_only_as_whole_words() -> None:
    assert found("De politie en politiek.", POLICE) == [("politie", "politie")]


def test_the_longest_name_wins() -> None:
    assert found("De Nationale Politie rijdt.", POLICE) == [("Nationale Politie", "politie")]


def test_a_longer_word_does_not_hide_the_name_inside_the_next_words() -> None:
    national = Term("nv", "ThreatCategory", "nationale veiligheid")
    partners = Term("vp", "Collective", "veiligheidspartners")
    assert found("met internationale veiligheidspartners", national, partners) == [
        ("veiligheidspartners", "vp")
    ]


def test_an_acronym_must_stand_as_written() -> None:
    assert found("De FIOD zag it; het IT-systeem viel uit.", TAX) == [
        ("FIOD", "fiod"),
        ("IT", "fiod"),
    ]


def test_hyphens_and_blanks_are_one() -> None:
    term = Term("x", "ThreatCategory", "anti-institutioneel extremisme")
    for text in ("anti-institutioneel extremisme", "anti institutioneel extremisme"):
        assert found(text, term) == [(text, "x")]
    assert found("antiinstitutioneel extremisme", term) == [("antiinstitutioneel extremisme", "x")]


def test_a_compound_names_its_head_and_keeps_the_whole_word() -> None:
    assert found("Het anti-overheidsextremisme groeit.", THREAT) == [
        ("anti-overheidsextremisme", "extremisme")
    ]


def test_a_name_beats_a_head() -> None:
    narrow = Term("eco", "ThreatCategory", "eco-extremisme")
    assert found("eco-extremisme", THREAT, narrow) == [("eco-extremisme", "eco")]


def test_accents_and_tripled_letters_do_not_matter() -> None:
    term = Term("c", "OtherActor", "coördinatieteam", names=(Name("ooglijdersgasthuis"),))
    text = "Het coordinatietteam niet, het coordinatieteam en het oooglijdersgasthuis wel."
    assert [part for part, _ in found(text, term)] == ["coordinatieteam", "oooglijdersgasthuis"]


def test_glued_words_are_parted() -> None:
    court = Term("icj", "Court", "Internationaal Gerechtshof")
    assert found("bij het InternationaalGerechtshof.", court) == [
        ("InternationaalGerechtshof", "icj")
    ]
    party = Term("gl", "Party", "GroenLinks-PvdA")
    assert found("(GroenLinks-PvdA) en (Groenlinks-PvdA)", party) == [
        ("GroenLinks-PvdA", "gl"),
        ("Groenlinks-PvdA", "gl"),
    ]


def test_letters_outside_the_code_page_keep_their_place() -> None:
    term = Term("m", "MemberOfParliament", "Kostić")
    assert found("≥ 3: lid Kostić en Kostic, İstanbul", term) == [("Kostić", "m"), ("Kostic", "m")]


def test_families_may_overlap_but_not_themselves() -> None:
    text = "Het Nationaal Centrum Terrorismebestrijding"
    assert [of for _, of in found(text, CYBER, TERROR)] == ["cyber", "terrorisme"]


def test_a_name_never_crosses_passages() -> None:
    assert found("de nationale\npolitie", POLICE) == [("politie", "politie")]


def test_the_gazetteer_is_compiled_once_for_a_lexicon() -> None:
    terms = lexicon(POLICE)
    assert gazetteer.of(terms) is gazetteer.of(terms)


@given(st.text(alphabet=string.printable + "éëïİßğć²–’«", max_size=200))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
    ready = prepare(text)
    places = [ready.source(at) for at in range(len(ready.text))]
    assert places == sorted(places)
    assert all(
        folded == " " or fold(text)[place] == folded
        for place, folded in zip(places, ready.text, strict=True)
    )


@given(st.text(alphabet="abA oO-é\n.", max_size=30), st.text(alphabet="aA b.", max_size=20))
def test_a_planted_name_is_found_where_it_stands(before: str, after: str) -> None:
    text = f"{before} Raad van Toezicht {after}"
    term = Term("r", "OtherActor", "Raad van Toezicht")
    mentions: tuple[Mention, ...] = gazetteer.find(flow(text), lexicon(term))
    assert [(m.start, text[m.start : m.end]) for m in mentions] == [
        (len(before) + 1, "Raad van Toezicht")
    ]
