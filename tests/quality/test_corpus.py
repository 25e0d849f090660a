"""Over real letters the checks find what is wrong with them and their data, and cry no wolf."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamergraaf import pipeline
from kamergraaf.check import dataset, quality
from kamergraaf.check.quality_files import load
from kamergraaf.pipeline import Order


def told(paths: list[Path], folder: Path) -> dict[str, int]:
    """Findings per check over letters built together."""
    pipeline.build_many(paths, Order(output=folder / "all.nq", jobs=1))
    checks = load()
    outcome = quality.run(quality.union(dataset.read([folder / "all.nq"]), checks), checks)
    counts: dict[str, int] = {}
    for found in outcome.findings:
        if found.rule.id != "unseen":
            counts[found.rule.id] = counts.get(found.rule.id, 0) + 1
    return counts


def test_the_sample_letter_has_nothing_to_find(sample: Path, tmp_path: Path) -> None:
    assert told([sample], tmp_path) == {}


@pytest.mark.slow
def test_real_letters_have_few_findings(sample: Path, shared: Path, tmp_path: Path) -> None:
    found = told([sample, shared / "corpus"], tmp_path)
    # Three forms of one letter lie in the corpus, so that it is there twice too often.
    assert found.pop("quality/repeated-letters") == 2
    assert sum(found.values()) <= 20
    for name in (
        "level-differs",
        "previous-level-differs",
        "motion-before-moved",
        "motion-reopened",
        "motion-movers-differ",
        "cites-later-paper",
        "two-session-years",
        "date-outside-session",
        "planned-after-completed",
        "end-before-start",
        "commitment-overdue",
        "fulfils-refused-motion",
        "actor-outside-its-time",
        "thing-outside-evidence",
        "repeated-measures",
    ):
        assert f"quality/{name}" not in found, found
