"""Private persons never become nodes, labels, titles or IRIs."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamergraaf.check import checks
from kamergraaf.check.index import Index
from kamergraaf.extract.statements import extract
from kamergraaf.graph import files
from kamergraaf.graph.build import dataset, letter_quads
from kamergraaf.graph.vocabulary import load
from kamergraaf.iris import expand
from kamergraaf.model import Extraction
from kamergraaf.read import reader

PRIVATE = [
    "Samira H.",
    "Jan de Vries",
    "P.K. Zandstra",
    "Abu Talha",
    "Ridwan el Amrani",
    "Dekkers",
    "Yasin al-Haddad",
    "Tamerlan Zakajev",
    "Xi Li-wen",
]
LETTER = """Tweede Kamer der Staten-Generaal

Vergaderjaar 2022–2023

29 754

Terrorismebestrijding

Nr. 999

BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 9 februari 2023
De dreiging van Samira H. en van terrorist Abu Talha neemt toe. Het kabinet heeft een onderzoek
naar Jan de Vries gestart. De IND heeft het Nederlanderschap van Ridwan el Amrani ingetrokken. In de
zaak van P.K. Zandstra is een adviesteam voor Samira H. opgericht. Het lid Boswinkel (CDA) vroeg
naar haar straf. Het kabinet heeft mevrouw ir. Dekkers een subsidie
toegekend. De inzet is gericht op
Yasin al-Haddad. Het kabinet ondersteunt Tamerlan Zakajev bij re-integratie. Er zijn maatregelen
genomen tegen Xi Li-wen. Ik heb toegezegd uw Kamer te informeren over de uitzetting van Jan de Vries.

De Minister van Justitie en Veiligheid,
A.P. Roosendaal
"""
MOTION = """Tweede Kamer der Staten-Generaal

Vergaderjaar 2022–2023

29 754

Terrorismebestrijding

Nr. 998

MOTIE VAN HET LID BOSWINKEL
Voorgesteld 9 februari 2023
De Kamer,
gehoord de beraadslaging,
overwegende dat de veroordeelde Samira H. een gevaar vormt voor de nationale veiligheid;
verzoekt de regering Samira H. en Jan de Vries zo snel mogelijk het land uit te zetten,
en gaat over tot de orde van de dag.
Boswinkel
"""
SPOKEN = frozenset(expand(p) for p in ("kamer:text", "kamer:quote", "oa:exact"))


def made(text: str, folder: Path) -> Extraction:
    path = folder / "stuk.txt"
    path.write_text(text, "utf-8")
    return extract(reader.read(path), load(None).lexicon())


@pytest.mark.parametrize("text", [LETTER, MOTION], ids=["letter", "motion"])
def test_a_private_person_appears_in_text_and_quotes_only(text: str, tmp_path: Path) -> None:
    told = []
    for subject, predicate, said, graph in letter_quads(made(text, tmp_path)):
        told += [subject, graph] + ([] if predicate[1:-1] in SPOKEN else [said])
    everything = " ".join(told).lower()
    for name in PRIVATE:
        last = name.split()[-1].strip(".").lower()
        assert name.lower() not in everything
        assert len(last) == 1 or last not in everything, last
    assert "samira" not in everything


def test_people_in_office_keep_their_names(tmp_path: Path) -> None:
    labels = {thing.label for thing in made(LETTER, tmp_path).things}
    assert {"Boswinkel", "A.P. Roosendaal"} <= labels


def test_a_graph_with_gaps_for_names_still_conforms(tmp_path: Path) -> None:
    extractions = [made(LETTER, tmp_path), made(MOTION, tmp_path)]
    report = checks.run(Index(files.store_of(dataset(extractions, load(None)))))
    assert report.conforms
