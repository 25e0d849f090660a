"""Who does it, with whom and what it is aimed at, each construction in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str], list[Any]]


@pytest.mark.parametrize(
    ("sentence", "partners"),
    [
        ("Nederland doet mee aan een proef van Europol, waaraan verder Spanje en Malta deelnemen.", ["Spanje", "Malta"]),
        ("Er is een werkgroep ingesteld, bestaande uit de Douane en de Kustwacht.", ["Douane", "Kustwacht"]),
        ("Met de VNG, het IPO en het CJIB treed ik in overleg over de sluizen.", ["Vereniging van Nederlandse Gemeenten", "Interprovinciaal Overleg", "Centraal Justitieel Incassobureau"]),
        ("Het RIVM onderzoekt op mijn verzoek de kwaliteit van het water.", ["Rijksinstituut voor Volksgezondheid en Milieu"]),
        ("Aan gemeenten is 4 miljoen euro beschikbaar gesteld voor veerponten.", ["gemeenten"]),
    ],
)  # fmt: skip
def test_with_whom_it_is_done(tell: Tell, sentence: str, partners: list[str]) -> None:
    found = [name for row in tell(sentence) for name in row.partners]
    assert [name for name in found if name in partners] == partners


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("Tussen de politie en de Douane zijn afspraken gemaakt over sloepen.", ["Politie", "Douane"]),
        ("De Kustwacht en mijn ministerie hebben een draaiboek opgesteld.", ["Kustwacht", "Ministerie van Justitie en Veiligheid"]),
        ("Het ministerie stelt een handreiking op over ankerplaatsen.", ["Ministerie van Justitie en Veiligheid"]),
        ("In de werkgroep werken de politie en de Douane samen aan veilige sluizen.", ["Politie", "Douane"]),
        ("Het RIVM onderzoekt op mijn verzoek de kwaliteit van het water.", ["Ministerie van Justitie en Veiligheid"]),
    ],
)  # fmt: skip
def test_who_does_it(tell: Tell, sentence: str, doers: list[str]) -> None:
    (row,) = tell(sentence)
    assert row.responsible == doers


def test_what_goes_on_about_a_body_is_done_by_that_body(tell: Tell) -> None:
    rows = tell(
        "De Kustwacht werkt aan een nieuw opleidingsplan. "
        "Ook wordt gewerkt aan het vernieuwen van de uitrusting."
    )
    assert [row.responsible for row in rows] == [["Kustwacht"], ["Kustwacht"]]


def test_what_does_not_go_on_about_a_body_is_done_by_the_cabinet(tell: Tell) -> None:
    rows = tell(
        "De Kustwacht werkt aan een nieuw opleidingsplan. "
        "In het voorjaar wordt de regeling voor veerponten aangepast."
    )
    assert rows[1].responsible == ["kabinet"]


@pytest.mark.parametrize(
    ("sentence", "aim"),
    [
        ("Er is een wet in voorbereiding die het bezit van harpoenen verbiedt.", "bezit van harpoenen"),
        ("Om de doorvaart te versnellen, opent de Kustwacht een loket.", "doorvaart"),
        ("Ten behoeve van kleine schippers wordt een fonds opgericht.", "kleine schippers"),
        ("De Kustwacht onderzoekt de aanvaring.", "aanvaring"),
        ("De Kustwacht ontwikkelt een model voor de preventie van aanvaringen.", "aanvaringen"),
    ],
)  # fmt: skip
def test_what_it_is_aimed_at(tell: Tell, sentence: str, aim: str) -> None:
    (row,) = tell(sentence)
    assert row.addresses == [aim]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ankerplaatsen worden doorgaans aangewezen door de havenmeester van de gemeente.",
        "De Kustwacht beoordeelt de aanvragen.",
        "Rederijen zijn op grond van artikel 3 verplicht om hun schepen te verzekeren.",
        "In 2021 zijn 40 beslissingen genomen op aanvragen.",
        "Scholen vragen om houvast.",
        "Dat betekent niet dat de veerdienst wordt gesloten.",
        "De Kustwacht signaleert dat sloepen steeds sneller varen.",
        "In 2021 registreerde de Kustwacht 163 aanvaringen.",
    ],
)
def test_how_things_go_is_no_measure(tell: Tell, sentence: str) -> None:
    assert tell(sentence) == []


def test_what_a_motion_asks_below_a_clause_is_no_measure(tell: Tell) -> None:
    assert not tell(
        "Ook ga ik in op het pleidooi waarin het kabinet wordt verzocht sluizen beter te bewaken."
    )


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("De Kustwacht ontwikkelt een leergang voor schippers.", "inPreparation"),
        ("De minister van Defensie heeft besloten 50 mariniers in te zetten voor bewaking.", "planned"),
        ("Nederland droeg in 2021 5 miljoen euro bij aan het fonds.", "completed"),
        ("De vergunning wordt eind dit jaar vastgesteld.", "planned"),
        ("Een vaarverbod ligt niet voor de hand.", "declined"),
        ("Het kabinet kiest er niet voor om een vaarverbod in te voeren.", "declined"),
        ("Als dat zo is, zal het kabinet een noodfonds instellen.", "conditional"),
    ],
)  # fmt: skip
def test_how_far_it_is(tell: Tell, sentence: str, status: str) -> None:
    assert [row.status for row in tell(sentence)] == [status]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Ik ben in gesprek gegaan met de VNG over dit onderwerp.", "gesprek met de VNG"),
        ("De Kustwacht traint schippers in het bergen van wrakken.", "bergen van wrakken"),
        ("De wet wordt in 2024 geëvalueerd.", "wet geëvalueerd"),
        ("Met de rederijen treed ik in overleg over een pool van loodsen.", "pool van loodsen"),
    ],
)
def test_a_label_says_something(tell: Tell, sentence: str, label: str) -> None:
    (row,) = tell(sentence)
    assert label in row.label
