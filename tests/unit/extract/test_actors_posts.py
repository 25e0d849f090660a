"""Towns that act, embassies, envoys, ministries abroad, and ministers named with their office."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kamergraaf.extract.analysis import Analysis

Analyse = Callable[..., Analysis]


def _named(analysis: Analysis) -> dict[str, str]:
    return {actor.name: actor.code for actor in analysis.actors}


@pytest.mark.parametrize(
    "text",
    [
        "Zutphen laat jongeren meedenken over de aanpak.",
        "Het plan is samen met Zutphen opgesteld.",
        "De opvang wordt door Deventer en Zutphen bekostigd.",
    ],
)
def test_a_town_that_acts_is_its_municipality(analyse: Analyse, text: str) -> None:
    assert _named(analyse(text))["gemeente Zutphen"] == "municipality"


@pytest.mark.parametrize(
    "text",
    ["In Zutphen is een man aangehouden.", "Zutphen ligt aan de IJssel.", "Hij woont te Zutphen."],
)
def test_a_town_as_a_place_is_no_actor(analyse: Analyse, text: str) -> None:
    assert "gemeente Zutphen" not in _named(analyse(text))


def test_an_embassy_is_named_with_its_place(analyse: Analyse) -> None:
    named = _named(analyse("De Nederlandse ambassade in Oslo heeft hulp geboden."))
    assert named["Nederlandse ambassade in Oslo"] == "agency"
    assert "Ministerie van Buitenlandse Zaken" not in named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Het Deense ministerie van Defensie heeft dit bevestigd.",
            "Deense ministerie van Defensie",
        ),
        (
            "Dat meldt het ministerie van Financiën van Ghana.",
            "Ministerie van Financiën van Ghana",
        ),
        (
            "De speciale gezant van de Verenigde Naties voor Soedan riep daartoe op.",
            "speciale gezant van de Verenigde Naties voor Soedan",
        ),
    ],
)
def test_bodies_abroad_are_not_taken_for_ours(analyse: Analyse, text: str, name: str) -> None:
    named = _named(analyse(text))
    assert named[name] == "international"
    assert not {"Ministerie van Defensie", "Ministerie van Financiën"} & set(named)


def test_a_minister_named_with_the_office_behind(analyse: Analyse) -> None:
    named = _named(analyse("Minister Bakker van Financiën heeft hierover overlegd."))
    assert named["Bakker"] == "minister"
    assert named["Ministerie van Financiën"] == "ministry"


@pytest.mark.parametrize(
    "name", ["pensioenfondsen", "humanitaire organisaties", "vergunninghouders"]
)
def test_kinds_of_bodies_keep_the_name_of_the_text(analyse: Analyse, name: str) -> None:
    assert name in _named(analyse(f"De minister overlegt met {name}."))
