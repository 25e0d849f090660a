"""Clauses by word order: finite verb, cluster, particle, voice, negation, fields."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamergraaf.extract import clauses
from kamergraaf.extract.analysis import Token
from kamergraaf.extract.clauses import Clause
from kamergraaf.extract.phrases import Phrase

WORD = re.compile(r"[^\W_]+(?:[-'’.,:][^\W_]+)*-?|[^\w\s]")


def tokens(text: str) -> tuple[Token, ...]:
    return tuple(
        Token(m.start(), m.end(), m.group(), m.group().lower()) for m in WORD.finditer(text)
    )


def read(text: str) -> list[Clause]:
    return clauses.read(tokens(text))


def lemma(clause: Clause) -> str:
    return clause.verb.lemma if clause.verb else ""


def words(text: str, phrase: Phrase) -> str:
    found = tokens(text)
    return text[found[phrase.start].start : found[phrase.end - 1].end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De douane richt per 1 mei een meldkamer in.", "inrichten"),
        ("Het kabinet zet zich in voor slachtoffers.", "inzetten"),
        ("Een boeteplicht wijst het kabinet af.", "afwijzen"),
        ("Vorig jaar stelde de dienst twee coaches aan.", "aanstellen"),
        ("De regeling is door de provincie ingetrokken.", "intrekken"),
        ("Volgende maand zal de dienst het loket openen.", "openen"),
        ("Ik ben voornemens het besluit te herzien.", "herzien"),
        ("De kans dat vissers dit doorgeven is klein.", "zijn"),
    ],
)
def test_the_verb_is_found_wherever_dutch_puts_it(text: str, expected: str) -> None:
    assert lemma(read(text)[0]) == expected


def test_a_passive_is_told_from_an_active_perfect() -> None:
    passive = read("De brug is door de provincie afgesloten.")[0]
    active = read("De werkzaamheden zijn begonnen.")[0]
    assert passive.tense == active.tense == "perfect"
    assert not active.passive
    assert read("Er worden tien agenten opgeleid.")[0].passive


def test_a_fronted_clause_leaves_the_main_verb_in_place() -> None:
    (main,) = read("Wanneer de sluis uitvalt, schakelt de beheerder noodpompen in.")
    assert lemma(main) == "inschakelen"
    assert [c.opener for c in main.conditions()] == ["wanneer"]


def test_a_conditional_may_start_with_its_verb() -> None:
    (main,) = read("Blijkt de drempel te hoog, dan passen wij de norm aan.")
    assert lemma(main) == "aanpassen"
    assert main.conditions()


def test_a_relative_clause_does_not_take_the_particle_of_the_main_verb() -> None:
    (main,) = read("De dienst stelt een gids, die scholen gratis krijgen, in juni op.")
    assert lemma(main) == "opstellen"
    assert [c.opener for c in main.children] == ["die"]


def test_two_main_clauses_joined_by_and_are_two() -> None:
    first, second = read("De gemeente plaatst camera's en stelt een wijkteam in.")
    assert (lemma(first), lemma(second)) == ("plaatsen", "instellen")


def test_a_semicolon_parts_clauses() -> None:
    assert len(read("De proef is gestopt; zij kende gebreken.")) == 2


def test_negation_is_not_read_into_whether_or_not() -> None:
    assert read("Dit plan voeren wij niet uit.")[0].negated
    assert not read("De raad beoordeelt of iemand wel of niet meedoet.")[0].negated
    assert not read("De aanpak raakt niet alleen steden.")[0].negated


def test_a_noun_that_looks_like_a_verb_is_left_alone() -> None:
    (main,) = read("De gemaakte afspraken gelden voor alle plannen.")
    assert lemma(main) == "gelden"


def test_phrases_know_their_preposition_and_stop_at_the_next() -> None:
    text = "De dienst werkt aan een register van schepen."
    (main,) = read(text)
    assert [(p.prep, words(text, p)) for p in main.middle] == [
        ("aan", "aan een register"),
        ("van", "van schepen."),
    ]


def test_a_name_is_one_phrase_and_bounds_the_next() -> None:
    text = "Intussen levert Bureau Noord scholen gratis lesboeken."
    start = text.index("Bureau")
    (main,) = clauses.read(tokens(text), {start: start + len("Bureau Noord")})
    assert [words(text, p) for p in main.middle] == ["Bureau Noord", "scholen gratis lesboeken."]


VOCABULARY = st.sampled_from(
    [
        "de",
        "het",
        "kabinet",
        ",",
        ";",
        "dat",
        "die",
        "om",
        "te",
        "zal",
        "worden",
        "is",
        "heeft",
        "op",
        "aan",
        "in",
        "maken",
        "gemaakt",
        "stelt",
        "niet",
        "als",
        "en",
        "of",
        "scholen",
        ".",
        "(",
        ")",
        "?",
        "zijn",
        "uit",
        "Wanneer",
        "waarvan",
        "plan",
        "ik",
    ]
)


@given(st.lists(VOCABULARY, min_size=1, max_size=40))
def test_any_string_of_words_is_cut_without_loss(parts: list[str]) -> None:
    found = tokens(" ".join(parts))
    seen: list[int] = []

    def walk(clause: Clause) -> None:
        seen.extend(clause.own)
        assert all(0 <= p.start < p.end <= len(found) for p in clause.phrases)
        for child in clause.children:
            walk(child)

    for clause in clauses.read(found):
        walk(clause)
    assert len(seen) == len(set(seen))
    assert set(seen) | {i for i, t in enumerate(found) if t.text == ";"} >= {
        i
        for i, t in enumerate(found)
        if t.text not in ("en", "maar", "want", "doch", "dus", "al", ";")
    }
