"""Threat levels: stated, changed, kept; never those that are merely possible."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kamergraaf.extract import levels
from kamergraaf.extract.analysis import Analysis
from kamergraaf.model import Ref

Analyse = Callable[..., Analysis]


def read(analyse: Analyse, body: str) -> list[tuple[str, str, str]]:
    """(previous, level, date) of each assessment."""
    analysis = analyse(body, "Dreigingsbeeld")
    levels.write(analysis)
    found: dict[str, dict[str, str]] = {}
    for fact in analysis.sheet.facts:
        if fact.subject.id.startswith("assessment/") and isinstance(fact.object, Ref):
            last = fact.object.id.rpartition("/")[2]
            found.setdefault(fact.subject.id, {})[fact.predicate] = last
    keys = ("kamer:previousLevel", "kamer:level", "kamer:onDate")
    return [tuple(node.get(key, "") for key in keys) for node in found.values()]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("body", "previous", "level"),
    [
        ("Het dreigingsniveau is al sinds mei 2020 aanzienlijk.", "", "3"),
        ("De NCTV verhoogt het dreigingsniveau naar niveau 4.", "", "4"),
        ("Het dreigingsniveau gaat van 'aanzienlijk' (3) naar 'substantieel' (4).", "3", "4"),
        ("Het dreigingsniveau is verlaagd van vier naar drie.", "4", "3"),
        ("Het dreigingsniveau is verlaagd naar 3 (was 4).", "4", "3"),
        ("Het dreigingsniveau blijft daarmee substantieel.", "4", "4"),
        ("Er is geen aanleiding om het dreigingsniveau, nu 4, te verlagen.", "4", "4"),
        ("Het dreigingsniveau staat op 2 (van de vijf).", "", "2"),
        ("Het dreigingsniveau is wederom 4, op een schaal die loopt van 1 tot en met 5.", "4", "4"),
        ("De terroristische dreiging tegen Nederland blijft aanzienlijk.", "3", "3"),
        ("Het dreigingsniveau is 4; een aanslag kan plaatsvinden.", "", "4"),
        ("Het dreigingsniveau van 3 is niet gewijzigd.", "3", "3"),
    ],
)
def test_levels(analyse: Analyse, body: str, previous: str, level: str) -> None:
    assert [row[:2] for row in read(analyse, body)] == [(previous, level)]


@pytest.mark.parametrize(
    "body",
    [
        "Het dreigingsniveau zou kunnen worden verlaagd naar 3.",
        "Mocht de dreiging toenemen, dan wordt het dreigingsniveau verhoogd naar 5.",
        "Dreigingsniveau 5 is niet aan de orde.",
        "Het dreigingsniveau in België is verhoogd naar niveau 3.",
        "Opleidingen op mbo-niveau 4 besteden aandacht aan het dreigingsniveau.",
        "De terroristische dreiging is aanzienlijk toegenomen.",
        "De dreiging vanuit links-extremisme is beperkt.",
        "Het dreigingsniveau is op 4 maart 2022 besproken.",
    ],
)
def test_what_is_no_level(analyse: Analyse, body: str) -> None:
    assert read(analyse, body) == []


def test_the_date_is_the_one_tied_to_the_level(analyse: Analyse) -> None:
    body = "Op 2 maart 2022 meldde de NCTV dat het dreigingsniveau per 1 april 2022 naar 4 gaat."
    assert read(analyse, body) == [("", "4", "2022-04-01")]


def test_a_repeat_of_the_level_is_told_once(analyse: Analyse) -> None:
    body = (
        "Het dreigingsniveau is in mei 2021 verhoogd van 3 naar 4.\n\n"
        "Bij niveau 4 hoort waakzaamheid. De terroristische dreiging is substantieel."
    )
    assert read(analyse, body) == [("3", "4", "2021-05")]


def test_evidence_holds_level_and_date(analyse: Analyse) -> None:
    analysis = analyse("Sinds mei 2021 geldt het dreigingsniveau 2.", "Dreigingsbeeld")
    levels.write(analysis)
    (thing,) = (t for t in analysis.sheet.things.values() if t.kind == "ThreatAssessment")
    (span,) = thing.evidence.spans
    assert analysis.document.text[span.start : span.end] == "mei 2021 geldt het dreigingsniveau 2"
