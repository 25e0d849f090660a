"""The sample letter as it is built: it conforms, and faults planted in it are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamergraaf import pipeline
from kamergraaf.check import checks, ontology, shapes
from kamergraaf.check.index import Index
from kamergraaf.check.place import Places
from kamergraaf.check.report import SHAPES, Report
from kamergraaf.graph import files
from kamergraaf.graph.build import dataset


@pytest.fixture(scope="module")
def built(sample: Path) -> str:
    """The dataset of the sample letter as N-Quads."""
    terms = pipeline.vocabulary()
    return files.serialise(dataset(pipeline.build([sample], terms).extractions, terms), "nquads")


def index_of(tmp_path: Path, nquads: str) -> Index:
    path = tmp_path / "data.nq"
    path.write_text(nquads, "utf-8")
    return Index(files.load(path))


def rules(report: Report) -> set[str]:
    return {item.finding.rule.id for item in report.items if item.finding.severity != "info"}


def test_it_conforms(
    built: str, tmp_path: Path, loaded: shapes.Shapes, terms: ontology.Ontology
) -> None:
    report = checks.check(index_of(tmp_path, built), loaded, terms)
    assert rules(report) == set()
    assert all(seen.nodes for seen in report.checks)
    assert report.nodes > 1000


def plant(nquads: str, old: str, new: str) -> str:
    assert old in nquads, old
    return nquads.replace(old, new)


def test_planted_faults_are_found(
    built: str, tmp_path: Path, loaded: shapes.Shapes, terms: ontology.Ontology
) -> None:
    level = "def/level> <https://w3id.org/kamergraaf/id/threat-level/"
    planted = plant(built, f"{level}4>", f"{level}6>")
    planted = plant(planted, "def/measureType>", "def/measuretype>")
    planted = plant(planted, '"kst-29754-670"', '"een brief"')
    measure = "/measure/"
    kept = [
        line
        for line in planted.splitlines(keepends=True)
        if not (measure in line.split(" ")[0] and "/def/evidence>" in line.split(" ")[1])
    ]
    report = checks.check(index_of(tmp_path, "".join(kept)), loaded, terms)
    wanted = {
        SHAPES + "ThreatAssessment-level",
        SHAPES + "Introduced-evidence",
        SHAPES + "ParliamentaryPaper-identifier",
        "unknown-term",
        "fact-covered",
    }
    assert wanted <= rules(report)
    for item in report.items:
        if item.finding.rule.id in wanted - {"unknown-term"}:
            assert item.place.letter and item.focus.nl


@pytest.mark.parametrize(
    ("marker", "expected"),
    [
        ("oa#exact>", {"quote-at-offsets"}),
        ("def/text>", {"text-digest", "quote-at-offsets", "quote-agrees"}),
        ("def/quote>", {"quote-agrees"}),
    ],
)
def test_another_number_is_found(
    built: str, tmp_path: Path, terms: ontology.Ontology, marker: str, expected: set[str]
) -> None:
    lines = [
        plant(line, "twee keer", "drie keer") if marker in line and "twee keer" in line else line
        for line in built.splitlines(keepends=True)
    ]
    planted = "".join(lines)
    assert planted != built
    index = index_of(tmp_path, planted)
    found = checks.named_checks(index, Places(index), terms).findings
    assert expected <= {finding.rule.id for finding in found}
