"""Constructions by which Dutch tells of a measure, each in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str], list[Any]]


@pytest.mark.parametrize(
    ("sentence", "label", "status"),
    [
        ("Voor een landelijk veerverbod zie ik geen aanleiding.", "veerverbod", "declined"),
        ("Van een kenteken voor sloepen ben ik geen voorstander.", "kenteken", "declined"),
        ("Het afsluiten van alle sluizen is geen optie.", "afsluiten van alle sluizen", "declined"),
        ("Een sluitingsplicht acht ik juridisch niet houdbaar.", "sluitingsplicht", "declined"),
        ("Een havenverbod past niet binnen dit beleid.", "havenverbod", "declined"),
        ("Het kabinet heeft besloten geen veerdienst te sluiten.", "veerdienst", "declined"),
        ("Het kabinet heeft besloten de veerdienst te sluiten.", "veerdienst", "planned"),
        ("Het voornemen is om de loodsdienst te hervormen.", "loodsdienst", "planned"),
        ("Het kabinet komt met een plan voor de veerhavens.", "plan voor de veerhavens", "planned"),
        ("De politie kondigt een controle van sloepen aan.", "controle van sloepen", "planned"),
        ("Een wijziging van de Havenwet ligt voor advies bij de Raad van State.", "wijziging", "inPreparation"),
        ("Het wetsvoorstel Veilige havens wordt dit najaar plenair behandeld.", "wetsvoorstel Veilige havens", "inPreparation"),
        ("Bij de kustwacht wordt een duikploeg gevormd en er wordt een eenheid opgezet.", "eenheid", "inPreparation"),
        ("Sinds 1 maart 2021 kunnen schippers hun ligplaats laten afschermen.", "ligplaats", "ongoing"),
        ("Met ingang van 1 juli 2021 mag de politie vaartuigen controleren.", "vaartuigen", "ongoing"),
        ("Waar nodig wordt een tolk benoemd.", "tolk", "conditional"),
        ("Voor ieder schip stelt de politie, zodra het is aangemeld, een veiligheidsplan op.", "veiligheidsplan", "ongoing"),
        ("Op dit moment loopt een proef met onderwatercamera's.", "proef met onderwatercamera's", "ongoing"),
        ("Bezien wordt of de sluis eerder open kan.", "sluis eerder open", "ongoing"),
        ("Aan die wens geef ik gehoor door de sluiswachters te trainen.", "sluiswachters", "ongoing"),
        ("Er is 4 miljoen euro beschikbaar voor de veerhavens.", "4 miljoen euro", "ongoing"),
        ("De proef is technisch gereed, maar wordt pas hervat als de gemeente akkoord gaat.", "proef", "conditional"),
        ("Per 1 juli 2022 moeten rederijen hun ankers registreren.", "ankers", "planned"),
        ("Het kabinet streeft ernaar het aantal aanvaringen te beperken.", "aantal aanvaringen", "ongoing"),
        ("De politie zorgt ervoor dat sloepen worden opgehaald.", "sloepen worden opgehaald", "ongoing"),
        ("Een vaarverbod is onwenselijk.", "vaarverbod", "declined"),
        ("Het is de bedoeling dat de Havenwet op 1 juli 2022 in werking treedt.", "Havenwet", "planned"),
        ("Aan het verzoek om een onderzoek voldoe ik niet.", "onderzoek", "declined"),
        ("De vergunningplicht wordt ingetrokken.", "vergunningplicht", "planned"),
        ("De politie heeft op 3 februari 2022 twintig schippers getraind.", "twintig schippers", "completed"),
        ("Verder bereid ik een besluit over ankerplaatsen voor.", "besluit over ankerplaatsen", "inPreparation"),
    ],
)  # fmt: skip
def test_constructions_that_tell_of_a_measure(
    tell: Tell, sentence: str, label: str, status: str
) -> None:
    found = [row for row in tell(sentence) if label in row.label]
    assert [row.status for row in found] == [status]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ik heb toegezegd te bezien of de sluis eerder open kan.",
        "De politie handhaaft het dreigingsniveau op 3.",
        "Dat schippers massaal vertrekken, wordt door de cijfers weersproken.",
        "De AIVD heeft dat standpunt niet ingenomen.",
    ],
)
def test_promises_levels_and_opinions_are_no_measures(tell: Tell, sentence: str) -> None:
    assert tell(sentence) == []


def test_a_promise_that_was_kept_is_a_measure(tell: Tell) -> None:
    (row,) = tell(
        "Ik heb toegezegd met de VNG te spreken over ankerplaatsen; dat gesprek heeft op "
        "2 februari 2022 plaatsgevonden."
    )
    assert (row.status, row.start) == ("completed", "2022-02-02")


@pytest.mark.parametrize(
    ("sentence", "responsible", "partners"),
    [
        ("TNO onderzoekt in opdracht van mijn ministerie de stroming bij sluizen.",
         "Ministerie van Justitie en Veiligheid", []),
        ("Tegen diefstal heeft de politie, geadviseerd door de AIVD, een draaiboek ingevoerd.",
         "Politie", ["Algemene Inlichtingen- en Veiligheidsdienst"]),
        ("De politie heeft een opleiding aangekondigd, te verzorgen door de AIVD.",
         "Politie", ["Algemene Inlichtingen- en Veiligheidsdienst"]),
        ("Op verzoek van de AIVD heeft de politie een meldpunt ingericht.",
         "Politie", ["Algemene Inlichtingen- en Veiligheidsdienst"]),
        ("Er is 3 miljoen euro uitgetrokken, waarvan de helft bestemd is voor de politie.",
         "kabinet", ["Politie"]),
        ("De politie heeft zes terreinen aangewezen die aan gemeenten worden overgedragen.",
         "Politie", ["gemeenten"]),
        ("De politie versterkt de AIVD.", "Politie", ["Algemene Inlichtingen- en Veiligheidsdienst"]),
        ("Bij de politie wordt een nieuwe afdeling ingericht.", "kabinet", ["Politie"]),
    ],
)  # fmt: skip
def test_who_does_it_and_with_whom(
    tell: Tell, sentence: str, responsible: str, partners: list[str]
) -> None:
    (row,) = tell(sentence)
    assert row.responsible == [responsible]
    assert [p for p in row.partners if p != "TNO"] == partners


def test_a_second_clause_shares_the_subject_of_the_first(tell: Tell) -> None:
    (row,) = tell("De politie staat klaar en heeft een onderzoek naar de brand gestart.")
    assert row.responsible == ["Politie"]


def test_who_carries_it_out_may_stand_in_a_relative_clause(tell: Tell) -> None:
    (row,) = tell("Daar komt een regeling bij die door de politie wordt bekostigd.")
    assert (row.label, row.responsible) == ("regeling", ["Politie"])


def test_a_bill_for_it_puts_an_intention_in_preparation(tell: Tell) -> None:
    (row,) = tell(
        "Ik ben voornemens de boete te verhogen; een daartoe strekkend wetsvoorstel is in "
        "januari 2022 voor advies aan de Raad van State gezonden."
    )
    assert (row.status, row.start) == ("inPreparation", "2022-01")


def test_an_apposed_participle_has_dates_of_its_own(tell: Tell) -> None:
    (row,) = tell(
        "De Havenwet, op 3 maart 2021 door de Eerste Kamer aanvaard, treedt op 1 juni 2022 in "
        "werking."
    )
    assert (row.status, row.start) == ("planned", "2022-06-01")


def test_those_it_is_directed_at_are_what_it_addresses(tell: Tell) -> None:
    (row,) = tell("De politie heeft een campagne gelanceerd gericht op jonge schippers.")
    assert row.addresses == ["jonge schippers"]
