"""Inflection of the verbs."""

from __future__ import annotations

import pytest

from kamergraaf.extract.verbs import Form, inflect, lexicon, stem


@pytest.mark.parametrize(
    ("infinitive", "first"),
    [
        ("maken", "maak"),
        ("zetten", "zet"),
        ("streven", "streef"),
        ("handhaven", "handhaaf"),
        ("wijzigen", "wijzig"),
        ("investeren", "investeer"),
        ("veranderen", "verander"),
        ("initiëren", "initieer"),
        ("ondersteunen", "ondersteun"),
    ],
)
def test_stems_follow_dutch_spelling(infinitive: str, first: str) -> None:
    assert stem(infinitive) == first


@pytest.mark.parametrize(
    ("infinitive", "past", "participle"),
    [
        ("werken", "werkte", "gewerkt"),
        ("investeren", "investeerde", "geïnvesteerd"),
        ("onderzoeken", "onderzocht", "onderzocht"),
        ("herijken", "herijkte", "herijkt"),
        ("geven", "gaf", "gegeven"),
        ("ondersteunen", "ondersteunde", "ondersteund"),
    ],
)
def test_past_and_participle(infinitive: str, past: str, participle: str) -> None:
    forms = inflect(infinitive)
    assert forms[past] & Form.PAST
    assert forms[participle] & Form.PARTICIPLE


def test_a_separable_verb_is_known_in_one_word_and_in_two() -> None:
    known = lexicon()
    assert any(r.particle == "uit" for r in known.readings["uitgevaardigd"])
    assert ("uit", "vaardigen") in known.verbs
    assert "vaardigt" in known.readings


def test_a_diaeresis_left_out_is_understood() -> None:
    assert lexicon().forms["geinvesteerd"] & Form.PARTICIPLE
