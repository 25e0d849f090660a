"""What follows from where a measure stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamergraaf.extract.statements import extract
from kamergraaf.graph.vocabulary import load
from kamergraaf.model import Extraction, Origin, Ref
from kamergraaf.read import reader

LETTER = """Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 3 juni 2021

Hierbij bied ik u de voortgangsrapportage over de periode januari 2020 tot en met maart 2021 aan.

Rechtsextremisme
{text}

De Minister van Justitie en Veiligheid,
"""


def read(tmp_path: Path, text: str) -> Extraction:
    path = tmp_path / "brief.txt"
    path.write_text(LETTER.format(text=text), "utf-8")
    return extract(reader.read(path), load(None).lexicon())


def objects(extraction: Extraction, predicate: str) -> set[str]:
    return {
        f.object.id.rpartition("/")[2]
        for f in extraction.facts
        if f.predicate == predicate and isinstance(f.object, Ref)
    }


def test_the_heading_above_a_measure_is_inferred_not_stated(tmp_path: Path) -> None:
    found = read(tmp_path, "De politie heeft tien wijkagenten aangesteld.")
    facts = [f for f in found.facts if f.predicate in ("kamer:underHeading", "kamer:addresses")]
    assert {f.origin for f in facts} == {Origin.INFERRED}
    assert objects(found, "kamer:underHeading") == {"rechtsextremisme"}


def test_a_noun_that_repeats_the_end_of_a_compound_keeps_its_area(tmp_path: Path) -> None:
    text = (
        "De IND heeft een onderzoek naar de asielprocedure afgerond. "
        "Om de procedure te versnellen is een taskforce opgericht."
    )
    found = read(tmp_path, text)
    areas = [f for f in found.facts if f.rule == "surroundings.pointed-back"]
    assert [f.origin for f in areas] == [Origin.INFERRED]
    assert "asylum-chain" in objects(found, "kamer:area")


@pytest.mark.parametrize(("day", "warned"), [("1 mei 2021", True), ("1 mei 2020", False)])
def test_a_start_after_the_period_of_the_report_is_a_warning(
    tmp_path: Path, day: str, warned: bool
) -> None:
    found = read(tmp_path, f"De politie is op {day} een proef met meldknoppen gestart.")
    assert ("outside-period" in {w.code for w in found.warnings}) is warned
