"""Which threats a letter names, how firmly, and which way they move."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kamergraaf.extract import cues, stance, threats
from kamergraaf.extract.analysis import Analysis
from kamergraaf.model import Ref, Stance

Analyse = Callable[..., Analysis]


def read(analyse: Analyse, body: str, subject: str = "Nieuw beeld") -> dict[str, tuple[str, str]]:
    """Each concept named as a threat with its stance and the words that prove it."""
    analysis = analyse(body, subject)
    threats.write(analysis)
    found = {}
    for fact in analysis.sheet.facts:
        if fact.predicate == "kamer:namesThreat" and isinstance(fact.object, Ref):
            term = analysis.lexicon.terms.get(fact.object.id)
            label = term.label if term else analysis.sheet.things[fact.object.id].label
            assert fact.evidence is not None
            spans = [analysis.document.text[s.start : s.end] for s in fact.evidence.spans]
            found[label] = (fact.stance.value, " ".join(" ".join(spans).split()))
    return found


TOPIC = "Dreigingsbeeld Terrorisme"


@pytest.mark.parametrize(
    ("body", "concept", "expected"),
    [
        ("Linksextremisme ontwricht het debat.", "linksextremisme", "asserted"),
        ("Er zijn geen aanwijzingen voor spionage bij gemeenten.", "spionage", "negated"),
        ("Spionage heeft zich niet voorgedaan.", "spionage", "negated"),
        ("Een aanslag op een stembureau is voorstelbaar.", "aanslag", "hedged"),
        ("Rechtsextremisme zou scholen kunnen bereiken.", "rechtsextremisme", "hedged"),
        ("Sabotage is niet ondenkbaar.", "sabotage", "hedged"),
        ("Terrorisme kan nooit volledig worden voorkomen.", "terrorisme", "asserted"),
        ("Vreemde mogendheden dringen onze netwerken binnen.", "statelijke actoren", "asserted"),
    ],
)
def test_stance(analyse: Analyse, body: str, concept: str, expected: str) -> None:
    assert read(analyse, body, TOPIC)[concept][0] == expected


def test_the_clause_proves_a_denial(analyse: Analyse) -> None:
    body = "Jihadisme groeit. Voor sabotage zijn geen tekenen, maar waakzaamheid blijft geboden."
    assert read(analyse, body, TOPIC)["sabotage"] == ("negated", "Voor sabotage zijn geen tekenen")


def test_one_fact_for_one_concept(analyse: Analyse) -> None:
    analysis = analyse("Jihadisme groeit. De jihadistische dreiging houdt aan.", TOPIC)
    threats.write(analysis)
    named = [f for f in analysis.sheet.facts if f.predicate == "kamer:namesThreat"]
    ids = [f.object.id for f in named if isinstance(f.object, Ref)]
    assert len(ids) == len(set(ids))
    assert sum(id_.endswith("/jihadisme") for id_ in ids) == 1


def test_a_group_is_a_threat_only_where_the_text_says_so(analyse: Analyse) -> None:
    assert "terugkeerders" not in read(analyse, "Twee terugkeerders krijgen een jurist.", TOPIC)
    assert "kinderen van uitreizigers" not in read(
        analyse, "De kinderen van uitreizigers krijgen een voogd.", TOPIC
    )
    assert "uithalers" in read(analyse, "De inzet richt zich op uithalers.", TOPIC)
    assert "terugkeerders" in read(analyse, "Van terugkeerders gaat dreiging uit.", TOPIC)


def test_a_named_person_is_no_group(analyse: Analyse) -> None:
    body = "De veroordeelde terrorist Karel K. vormt een gevaar voor de nationale veiligheid."
    found = read(analyse, body, "Rechterlijke uitspraak")
    assert set(found) == {"terrorisme"}


@pytest.mark.parametrize(
    "body",
    [
        "De wachttijd groeit. Cliënten melden soms geweld of mensenhandel in de opvang.",
        "De uitval van docenten vormt een bedreiging voor de kwaliteit van het onderwijs.",
        "Een cyberaanval legde één school plat. De lessen zijn hervat en de kosten vergoed.",
    ],
)
def test_letters_on_other_matters_name_no_threat(analyse: Analyse, body: str) -> None:
    assert read(analyse, body, "Personeelstekort in zorg en onderwijs") == {}


def test_a_question_names_no_threat(analyse: Analyse) -> None:
    assert "sabotage" not in read(analyse, "Wat doet u tegen sabotage?", TOPIC)


def trends(analyse: Analyse, body: str) -> dict[str, str]:
    analysis = analyse(body, TOPIC)
    threats.write(analysis)
    found = {}
    for thing in analysis.sheet.things.values():
        if thing.kind == "Trend":
            facts = {
                f.predicate: f.object for f in analysis.sheet.facts if f.subject.id == thing.id
            }
            direction, about = facts["kamer:direction"], facts["kamer:about"]
            assert isinstance(direction, Ref)
            assert isinstance(about, Ref)
            found[about.id.rpartition("/")[2]] = direction.id.rpartition("/")[2]
    return found


@pytest.mark.parametrize(
    ("body", "concept", "direction"),
    [
        ("De toenemende spionage schaadt bedrijven.", "spionage", "up"),
        ("Het aantal cyberaanvallen is gedaald.", "cyberaanvallen", "down"),
        ("De dreiging van salafisme is onverminderd groot.", "salafisme", "stable"),
        ("Linksextremisme komt steeds vaker voor.", "linksextremisme", "up"),
        ("Sabotage blijft toenemen.", "sabotage", "up"),
    ],
)
def test_trends(analyse: Analyse, body: str, concept: str, direction: str) -> None:
    assert trends(analyse, body)[concept] == direction


def test_no_growth_is_no_trend(analyse: Analyse) -> None:
    assert trends(analyse, "Er is geen sprake van een toename van sabotage.") == {}


def test_a_statement_of_harm_is_clearer_than_a_later_doubt(analyse: Analyse) -> None:
    body = "Scholen zijn doelwit van phishing. Phishing kan ook zorginstellingen treffen."
    assert read(analyse, body, TOPIC)["phishing"][0] == "asserted"


def test_what_grows_is_the_nearest_concern(analyse: Analyse) -> None:
    found = trends(analyse, "Spionage, en in mindere mate groeiende polarisatie, vragen inzet.")
    assert found == {"polarisatie": "up"}


def test_more_attention_is_no_trend_of_the_threat(analyse: Analyse) -> None:
    assert trends(analyse, "Er is toenemende aandacht voor spionage.") == {}


def test_appeal_to_people_moves_the_threat_behind_it(analyse: Analyse) -> None:
    analysis = analyse("Jihadisme houdt een grotere aantrekkingskracht op meisjes.", TOPIC)
    threats.write(analysis)
    about = [f for f in analysis.sheet.facts if f.rule == "trends.about-broader"]
    assert [f.object for f in about] == [Ref("https://w3id.org/kamergraaf/id/concern/jihadisme")]
    assert all(f.premises for f in about)


def test_handling_hedges_nothing() -> None:
    clause = "de dreiging kan worden aangepakt"
    assert stance.stance(clause, cues.among(clause)) is Stance.ASSERTED
    assert stance.direction(clause, (), len(clause)) is None


@pytest.mark.parametrize(
    ("body", "group"),
    [
        ("Het gevaar gaat vooral uit van aanhangers van een sekte en van dronken jongeren.",
         "aanhangers van een sekte"),
        ("De dreiging vanuit gewapende milities groeit.", "gewapende milities"),
        ("Gisteren was er vernieling door boze betogers in Ede.", "boze betogers"),
        ("Veroordeelde vrijwilligers keren terug.", "Veroordeelde vrijwilligers"),
        ("Drugsbendes uit Spanje en verveelde jongeren bedreigen winkeliers.", "Drugsbendes"),
        ("Medewerkers vormen een risico voor de keten.", "Medewerkers"),
        ("Mannen die naar Syrië zijn vertrokken, verliezen hun paspoort.",
         "Mannen die naar Syrië zijn vertrokken"),
        ("Wij volgen families die naar Irak willen afreizen.",
         "families die naar Irak willen afreizen"),
    ],
)  # fmt: skip
def test_a_sentence_tells_from_whom_a_threat_comes(analyse: Analyse, body: str, group: str) -> None:
    found = read(analyse, body, TOPIC)
    assert group in found or any(words.startswith(group) for _, words in found.values())


@pytest.mark.parametrize(
    "body",
    [
        "Jongeren worden door de politie beschermd tegen geweld.",
        "Wij helpen vrouwen die hun paspoort kwijt zijn.",
        "De aanpak van jongeren die overlast geven, plegen wij te verbeteren.",
        "Voor vrijwilligers die geld inzamelen bestaat een regeling.",
    ],
)
def test_people_who_do_no_harm_are_no_threat(analyse: Analyse, body: str) -> None:
    assert set(read(analyse, body, TOPIC)) <= {"terrorisme"}


@pytest.mark.parametrize(
    ("body", "concept", "words"),
    [
        ("Rusland probeert verkiezingen te manipuleren.", "statelijke actoren", "Rusland"),
        ("De dreiging vanuit Iran neemt af.", "statelijke actoren", "vanuit Iran"),
        ("Van Noord-Korea gaat een dreiging uit.", "statelijke actoren", "Noord-Korea"),
        ("De dienst waarschuwt voor nachtelijke knokploegen.", "nachtelijke knokploegen", ""),
    ],
)
def test_a_danger_is_told_without_a_name_for_it(
    analyse: Analyse, body: str, concept: str, words: str
) -> None:
    assert words in read(analyse, body, TOPIC)[concept][1]


@pytest.mark.parametrize(
    "body",
    [
        "Zweden waarschuwt voor hoge golven bij Noorwegen.",
        "Met Noorwegen is gesproken over visserij.",
        "Nederland levert schepen aan Chili.",
    ],
)
def test_a_state_that_harms_nobody_is_no_threat(analyse: Analyse, body: str) -> None:
    assert "statelijke actoren" not in read(analyse, body, TOPIC)


@pytest.mark.parametrize(
    ("body", "concept", "expected"),
    [
        ("Dit jaar zijn er geen bomaanslagen gepleegd.", "aanslag", "negated"),
        ("Het vermoeden van spionage is ontkracht.", "spionage", "negated"),
        ("Van radicalisering is nergens sprake gebleken.", "radicalisering", "negated"),
        ("De dienst sluit sabotage niet uit.", "sabotage", "hedged"),
        ("Een toename van phishing is aannemelijk.", "phishing", "hedged"),
    ],
)
def test_doubt_and_denial(analyse: Analyse, body: str, concept: str, expected: str) -> None:
    assert read(analyse, body, TOPIC)[concept][0] == expected


def test_a_group_that_others_are_in_is_no_source_of_a_threat(analyse: Analyse) -> None:
    inside = read(analyse, "Sommige tieners lopen vast in extremistische groepen.", TOPIC)
    acting = read(analyse, "Extremistische groepen beramen aanslagen in het land.", TOPIC)
    assert "extremisten" not in inside
    assert "extremisten" in acting
