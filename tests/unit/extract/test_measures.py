"""Measures: label, status, who, with whom, against what, since when."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kamergraaf.model import Origin

Tell = Callable[[str], list[Any]]


@pytest.mark.parametrize(
    ("sentence", "label", "status"),
    [
        ("De politie opende vorige week een steunpunt voor getuigen.", "steunpunt", "completed"),
        ("De politie leidt dertig vrijwilligers op.", "dertig vrijwilligers", "ongoing"),
        ("Het kabinet heeft geïnvesteerd in een netwerk van mentoren.", "netwerk", "ongoing"),
        ("De AIVD bereidt een verkenning van satellieten voor.", "verkenning", "inPreparation"),
        ("Wij zullen het toezicht op havens uitbreiden.", "toezicht op havens", "planned"),
        ("Een verplichte cursus acht ik niet nodig.", "verplichte cursus", "declined"),
        ("Een registratieplicht komt er niet.", "registratieplicht", "declined"),
        ("Een avondklok voer ik niet in.", "avondklok", "declined"),
        ("Mocht de onrust toenemen, dan stuur ik extra eenheden; wij breiden de bewaking uit.", "bewaking", "ongoing"),
        ("Indien dat te weinig oplevert, scherp ik de regeling aan.", "regeling", "conditional"),
        ("In die gevallen kunnen woningen worden ontruimd.", "woningen", "conditional"),
        ("Ik ben voornemens om een fonds in te stellen.", "fonds", "planned"),
        ("Het kabinet heeft besloten om de vergunningplicht te verlengen.", "vergunningplicht", "planned"),
        ("Het kabinet zet zich in voor betere afspraken met rederijen.", "afspraken", "ongoing"),
        ("Een wetsvoorstel over drones is in voorbereiding.", "wetsvoorstel over drones", "inPreparation"),
        ("De verordening treedt op 1 juli a.s. in werking.", "verordening", "planned"),
    ],
)  # fmt: skip
def test_status_follows_verb_tense_and_modality(
    tell: Tell, sentence: str, label: str, status: str
) -> None:
    found = [row for row in tell(sentence) if label in row.label]
    assert [row.status for row in found] == [status]


@pytest.mark.parametrize(
    "sentence",
    [
        "De onrust onder schippers is toegenomen.",
        "Met deze brief informeer ik uw Kamer over de stand van zaken.",
        "Hierbij bied ik uw Kamer het jaarverslag aan.",
        "Ik verwacht dat de drukte afneemt.",
        "De rechtbank oordeelde dat de boete te hoog was.",
        "Deelt u de mening dat het kabinet een meldpunt moet openen?",
        "Veel jongeren voelen zich aangetrokken tot zulke filmpjes.",
        "Daarvan is 40% toegekend.",
    ],
)
def test_what_is_no_measure(tell: Tell, sentence: str) -> None:
    assert tell(sentence) == []


def test_i_am_the_ministry_that_signs(tell: Tell) -> None:
    (row,) = tell("Daarom richt ik een meldkamer in.")
    assert row.responsible == ["Ministerie van Justitie en Veiligheid"]
    assert not row.unstated


def test_an_agentless_passive_is_the_cabinet_inferred(tell: Tell) -> None:
    (row,) = tell("Vorig jaar is een meldkamer ingericht.")
    assert (row.responsible, row.origin, row.unstated) == (["kabinet"], Origin.INFERRED.value, True)


def test_the_agent_of_a_passive_is_responsible(tell: Tell) -> None:
    (row,) = tell("Vorig jaar is door de AIVD een meldkamer ingericht.")
    assert row.responsible == ["Algemene Inlichtingen- en Veiligheidsdienst"]
    assert row.origin == Origin.STATED.value


def test_bodies_named_as_equals_are_all_responsible(tell: Tell) -> None:
    (row,) = tell("De politie en de AIVD hebben een draaiboek opgesteld.")
    assert row.responsible == ["Politie", "Algemene Inlichtingen- en Veiligheidsdienst"]
    assert row.partners == []


def test_beside_the_cabinet_or_a_ministry_the_others_are_partners(tell: Tell) -> None:
    rows = tell(
        "Nederland en België werken aan een draaiboek. "
        "Meerdere departementen en ketenpartners hebben een handreiking opgesteld. "
        "Met gemeenten ontwikkelt de politie een schouw."
    )
    assert [r.partners for r in rows] == [["België"], ["ketenpartners"], ["gemeenten"]]


def test_the_object_may_stand_first(tell: Tell) -> None:
    (row,) = tell("Het terughalen van schepen wijst het kabinet af.")
    assert (row.responsible, row.status) == (["kabinet"], "declined")


def test_what_it_is_aimed_at_is_what_it_is_to_prevent(tell: Tell) -> None:
    (row,) = tell(
        "Om ronselen tegen te gaan, heeft de politie een campagne ontwikkeld tegen haatzaaien."
    )
    assert row.addresses


def test_a_date_in_a_noun_is_no_start(tell: Tell) -> None:
    rows = tell(
        "Sinds 3 januari 2022 screent de politie bezoekers. "
        "Het kabinet herziet de begroting van het jaar 2021."
    )
    assert [row.start for row in rows] == ["2022-01-03", ""]


def test_members_of_an_including_phrase_are_measures_of_their_own(tell: Tell) -> None:
    rows = tell(
        "Er is geïnvesteerd in het versterken van wijkteams, waaronder scholing door de politie "
        "en het bevorderen van contact."
    )
    assert [(r.label.split()[0], r.responsible) for r in rows] == [
        ("versterken", ["kabinet"]),
        ("scholing", ["Politie"]),
        ("bevorderen", ["kabinet"]),
    ]


def test_this_list_is_named_by_what_came_before(tell: Tell) -> None:
    rows = tell("Sommigen bepleiten een keurmerk voor scheepswerven. Dat keurmerk voer ik niet in.")
    assert [(r.label, r.status) for r in rows] == [("keurmerk voor scheepswerven", "declined")]
    assert "Dat keurmerk voer ik niet in." in rows[0].quote


def test_the_evidence_is_the_sentence(tell: Tell) -> None:
    (row,) = tell("De kade is leeg. De politie heeft een meldpunt geopend. Dat was nodig.")
    assert row.quote == "De politie heeft een meldpunt geopend."


def test_labels_have_at_most_ten_words(tell: Tell) -> None:
    rows = tell(
        "De politie ontwikkelt een handreiking voor het vroegtijdig herkennen van signalen van "
        "zeer ernstige overlast door groepen jongeren in kleine gemeenten in de grensstreek."
    )
    assert rows
    assert all(len(row.label.split()) <= 10 for row in rows)
