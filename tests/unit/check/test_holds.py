"""What evidence must hold: words, numbers, official numbers, levels, years."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kamergraaf.check.holds import evidence_contains
from kamergraaf.check.index import Index
from kamergraaf.iris import BASE, expand


def quads(predicate: str, value: NamedNode | Literal, quote: str, origin: str) -> Iterable[Quad]:
    statement, span = NamedNode(BASE + "statement/1"), NamedNode("https://example.org/x#char=0,1")
    level = NamedNode(BASE + "threat-level/4")
    told = (
        (statement, "kamer:subject", NamedNode("https://example.org/x")),
        (statement, "kamer:predicate", NamedNode(expand(predicate))),
        (statement, "kamer:object", value),
        (statement, "kamer:origin", NamedNode(BASE + f"origin/{origin}")),
        (statement, "kamer:evidence", span),
        (statement, "kamer:quote", Literal(quote)),
        (level, "skos:prefLabel", Literal("substantieel", language="nl")),
    )
    return (Quad(subject, NamedNode(expand(p)), object_) for subject, p, object_ in told)


def holds(
    predicate: str, value: NamedNode | Literal, quote: str, origin: str = "stated"
) -> bool | None:
    """Whether the quote holds the value; None where that is not looked at."""
    found = list(evidence_contains(Index(quads(predicate, value, quote, origin))))
    return found[0][1] is None if found else None


@pytest.mark.parametrize(
    ("predicate", "value", "quote", "expected"),
    [
        ("dcterms:title", "Voortgang aanpak", "Betreft: Voort-\ngang  aanpak", True),
        ("dcterms:title", "Voortgang aanpak", "Betreft: Stand van zaken", False),
        ("kamer:dossier", "29754", "29 754, nr. 1", True),
        ("kamer:dossier", "29754", "29 755, nr. 1", False),
        ("dcterms:identifier", "kst-36200-XII-60", "36 200 XII, nr. 60", True),
        ("dcterms:identifier", "kst-36200-XII-60", "36 200 XII, nr. 61", False),
        ("dcterms:identifier", "2023Z17123", "(2023Z17123)", True),
        ("dcterms:identifier", "32016R0679", "de AVG", True),
        ("kamer:sessionYear", "2020-2021", "vergaderjaar 2020/21", True),
        ("kamer:sessionYear", "2020-2021", "vergaderjaar 2021/22", False),
        ("kamer:edtf", "2020-04", "1 april 2020", True),
        ("kamer:edtf", "2020-04", "april", True),
        ("kamer:edtf", "2020-04", "april 2021", False),
        ("kamer:times", "2", "twee keer", True),
        ("kamer:times", "2", "beide keren", True),
        ("kamer:times", "2", "drie keer", False),
        ("kamer:value", "1200", "1.200 meldingen", True),
        ("kamer:value", "1200", "1200 meldingen", True),
        ("kamer:value", "58", "achtenvijftig bevelen", True),
        ("kamer:value", "32", "tweeëndertig personen", True),
        ("kamer:value", "32", "drieëntwintig personen", False),
        ("kamer:value", "2000000", "2 miljoen euro", True),
    ],
)
def test_values(predicate: str, value: str, quote: str, expected: bool) -> None:
    assert holds(predicate, Literal(value), quote) is expected


@pytest.mark.parametrize(
    ("quote", "expected"),
    [("niveau 4", True), ("niveau vier", True), ("de dreiging is substantieel", True),
     ("niveau 5", False)],
)  # fmt: skip
def test_levels(quote: str, expected: bool) -> None:
    assert holds("kamer:level", NamedNode(BASE + "threat-level/4"), quote) is expected


def test_what_is_inferred_rests_on_other_words() -> None:
    assert holds("kamer:times", Literal("2"), "opnieuw", origin="inferred") is None
