"""Evidence that holds no word of what it should contain."""

from __future__ import annotations

from briefs import Brief, Told, findings

TEXT = "3 juni 2024\nDe haven krijgt een sluis. De duinen groeien in 2019. Zo ook vorig jaar.\n"


def brief() -> Brief:
    return Brief("brief", "2024-06-03", TEXT)


def test_thing_outside_evidence_passes() -> None:
    letter = brief()
    letter.measure("nieuwe sluis in de haven", "planned", "De haven krijgt een sluis.")
    assert not findings("thing-outside-evidence", letter)


def test_thing_outside_evidence_fails() -> None:
    letter = brief()
    letter.measure("nieuwe sluis in de haven", "planned", "De duinen groeien in 2019.")
    assert findings("thing-outside-evidence", letter) == [
        Told(
            "measure/nieuwe-sluis-in-de-haven",
            "violation",
            "No word of “nieuwe sluis in de haven” stands in the evidence.",
            "De duinen groeien in 2019.",
        )
    ]


def test_value_outside_evidence_passes() -> None:
    letter = brief()
    growth = letter.measure("duinen groeien", "ongoing", "De duinen groeien")
    harbour = letter.thing("actor/haven", "Organisation", "haven", "De haven")
    letter.fact(growth, "kamer:partner", harbour, "De haven krijgt een sluis.")
    letter.inferred(growth, "kamer:responsible", harbour, "De duinen groeien")
    assert not findings("value-outside-evidence", letter)


def test_value_outside_evidence_passes_for_another_wording_of_a_date() -> None:
    letter = brief()
    growth = letter.measure("duinen groeien", "ongoing", "De duinen groeien")
    letter.fact(growth, "kamer:start", letter.when("2019", "2019"), "vorig jaar")
    assert not findings("value-outside-evidence", letter)


def test_value_outside_evidence_fails() -> None:
    letter = brief()
    growth = letter.measure("duinen groeien", "ongoing", "De duinen groeien")
    harbour = letter.thing("actor/haven", "Organisation", "haven", "De haven")
    letter.fact(growth, "kamer:partner", harbour, "De duinen groeien in 2019.")
    found = findings("value-outside-evidence", letter)
    assert [told[1:] for told in found] == [
        (
            "warning",
            "No word of “haven” stands in the evidence of this statement.",
            "De duinen groeien in 2019.",
            "",
        )
    ]
    assert found[0].focus.startswith("statement/")
