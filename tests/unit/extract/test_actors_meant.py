"""Actors that a text means by a word or a row: mayors, units of the police, their abbreviations."""

from __future__ import annotations

from collections.abc import Callable

from kamergraaf.extract.analysis import Analysis

Analyse = Callable[..., Analysis]


def test_the_mayor_is_the_municipality_named_before(analyse: Analyse) -> None:
    analysis = analyse(
        "In overleg met de gemeente Hoorn is een noodopvang geopend. "
        "De burgemeester heeft een noodverordening ingesteld."
    )
    towns = [a.name for a in analysis.actors if a.code == "municipality"]
    assert set(towns) == {"gemeente Hoorn"}


def test_a_mayor_in_a_town_is_its_municipality(analyse: Analyse) -> None:
    analysis = analyse("In Rijswijk burgemeester Bakker heeft dat gevraagd.")
    assert "gemeente Rijswijk" in [a.name for a in analysis.actors]


def test_units_of_the_police_are_told_apart(analyse: Analyse) -> None:
    analysis = analyse("De politie-eenheden Amsterdam en Den Haag hebben een team opgericht.")
    assert [a.name for a in analysis.actors if a.code == "agency"] == [
        "politie-eenheid Amsterdam",
        "politie-eenheid Den Haag",
    ]
