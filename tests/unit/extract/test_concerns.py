"""What a letter is concerned about: thesaurus terms, and concerns in the letter's own words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamergraaf.extract import concerns, reading, sentences, wording
from kamergraaf.extract.analysis import Analysis
from kamergraaf.model import BlockKind, Document, Flow, Lexicon, Origin, Passage, Ref

WORDS = ["de", "dreiging", "is", "en", "maar", ",", ";", "die", "neemt", "toe", "waardoor", "–"]
Analyse = Callable[..., Analysis]


def named(analysis: Analysis) -> dict[str, str]:
    """The words of each concern with its code, body only."""
    text = analysis.flow.text
    return {text[m.start : m.end]: m.code for m in analysis.concerns}


@pytest.mark.parametrize(
    ("body", "words", "code"),
    [
        ("Het pandemie-extremisme is nieuw.", "pandemie-extremisme", "threat"),
        ("Zij verspreiden het omvolkingsnarratief.", "omvolkingsnarratief", "threat"),
        ("De drone-dreiging bij evenementen is groot.", "drone-dreiging", "threat"),
        ("De opkomst van de oathbeweging baart zorgen.", "oathbeweging", "group"),
        (
            "De sluipende ondermijning van onze rechtsstaat door extremisten gaat door.",
            "ondermijning van onze rechtsstaat",
            "threat",
        ),
        (
            "Uitreizigers zonder geldig paspoort melden zich zelden.",
            "Uitreizigers zonder geldig paspoort",
            "group",
        ),
        ("Wij vrezen een toestroom van terugkeerders.", "toestroom van terugkeerders", "group"),
        (
            "Groepen die tot haat aanzetten zijn gevaarlijk.",
            "Groepen die tot haat aanzetten",
            "threat",
        ),
        (
            "Van ontspoorde jongeren kan een dreiging uitgaan.",
            "ontspoorde jongeren",
            "group",
        ),
    ],
)
def test_concerns_in_the_letters_own_words(
    analyse: Analyse, body: str, words: str, code: str
) -> None:
    assert named(analyse(body)).get(words) == code


def test_a_thesaurus_term_is_itself(analyse: Analyse) -> None:
    analysis = analyse("Jihadistische netwerken zijn actief.")
    found = [m for m in analysis.concerns if m.label == "jihadisme"]
    assert [m.ref for m in found] == [Ref("https://w3id.org/kamergraaf/id/concern/jihadisme")]


def test_a_service_named_after_a_threat_names_no_threat(analyse: Analyse) -> None:
    body = "De Nationaal Coördinator Terrorismebestrijding en Veiligheid adviseerde over parken."
    analysis = analyse(body, subject="Onderhoud van parken")
    assert not analysis.concerns


def test_bedreiging_is_no_compound_of_dreiging(analyse: Analyse) -> None:
    assert "bedreiging" not in named(analyse("Er was sprake van een bedreiging van een docent."))


def test_movements_of_other_kinds_are_no_group(analyse: Analyse) -> None:
    assert "vakbeweging" not in named(analyse("De vakbeweging steunt de aanpak van extremisme."))


def test_a_letter_on_another_matter_gets_no_concerns_as_written(analyse: Analyse) -> None:
    body = "De uitval van vitale treinstellen hinderde reizigers. Het reizigersnarratief werkt."
    analysis = analyse(body, subject="Dienstregeling van het spoor")
    assert not [t for t in analysis.sheet.things.values() if t.kind.endswith("AsWritten")]


def resolve(analysis: Analysis, words: str, code: str = "") -> Ref:
    start = analysis.flow.text.index(words)
    return concerns.resolve(analysis, start, start + len(words), code)


def test_resolve_gives_the_thesaurus_term_behind_an_article(analyse: Analyse) -> None:
    analysis = analyse("Daarom verzwaren wij de aanpak van de uitreizigers.")
    assert resolve(analysis, "de uitreizigers").id.endswith("/concern/uitreizigers")


def test_resolve_mints_what_the_thesaurus_has_not(analyse: Analyse) -> None:
    analysis = analyse("Wij richten ons op\nde gezinnen van uitreizigers.")
    ref = resolve(analysis, "de gezinnen van uitreizigers", "group")
    thing = analysis.sheet.things[ref.id]
    assert (thing.id, thing.kind) == ("concern/gezinnen-van-uitreizigers", "GroupAsWritten")
    assert thing.label == "gezinnen van uitreizigers"
    above = [f for f in analysis.sheet.facts if f.subject == ref]
    assert [f.predicate for f in above] == ["kamer:broaderConcern"]
    assert above[0].origin is Origin.INFERRED


def test_resolve_without_code_mints_a_plain_concern(analyse: Analyse) -> None:
    analysis = analyse("Dit helpt tegen lekkende daken.")
    ref = resolve(analysis, "lekkende daken")
    assert analysis.sheet.things[ref.id].kind == "ConcernAsWritten"


def test_resolve_leaves_a_persons_name_out(analyse: Analyse) -> None:
    analysis = analyse("De maatregel geldt voor de teruggekeerde strijdster Amina B. uit Delft.")
    ref = resolve(analysis, "de teruggekeerde strijdster Amina B.", "group")
    assert "Amina" not in analysis.sheet.things[ref.id].label


def test_resolve_of_a_group_word_before_a_name_is_the_group(analyse: Analyse) -> None:
    analysis = analyse("De veroordeelde terrorist Jan Klaassen verliest zijn paspoort.")
    ref = resolve(analysis, "De veroordeelde terrorist Jan Klaassen")
    assert ref.id.endswith("/concern/terrorismeveroordeelden")


def test_resolve_of_no_words_is_refused(analyse: Analyse) -> None:
    analysis = analyse("De aanpak, die loopt.")
    at = analysis.flow.text.index(",")
    with pytest.raises(ValueError, match="no words"):
        concerns.resolve(analysis, at, at + 2)


@given(st.text(max_size=80))
def test_lower_case_keeps_offsets(text: str) -> None:
    assert len(wording.lower(text)) == len(text)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
def test_clauses_lie_in_order_inside_their_sentence(words: list[str]) -> None:
    text = " ".join(words) + "."
    flow = Flow(text, range(len(text)), (Passage(BlockKind.PARAGRAPH, 0, len(text)),))
    document = Document("x.txt", text, "", "text/plain", (), flow)
    analysis = Analysis(document, Lexicon({}), sentences.split(flow))
    for sentence in analysis.sentences:
        found = reading.of(analysis).clauses(sentence)
        assert found
        ends = [sentence.start, *(at for c in found for at in (c.start, c.end)), sentence.end]
        assert ends == sorted(ends)
