"""Every document of the corpus builds, conforms to the shapes, and each quote stands where it is
said to stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamergraaf import pipeline
from kamergraaf.check import checks
from kamergraaf.check.index import Index
from kamergraaf.graph import files
from kamergraaf.graph.quads import Quad, value
from kamergraaf.pipeline import Order, Step, What

OA = "http://www.w3.org/ns/oa#"
TEXT = "<https://w3id.org/kamergraaf/def/text>"


def rounds(paths: list[Path], folder: Path) -> list[Path]:
    """Graph files that together hold all documents; other forms of a document come in later ones,
    since a graph holds a document once."""
    made: list[Path] = []
    while paths:
        repeated: list[Path] = []

        def watch(step: Step, repeated: list[Path] = repeated) -> None:
            assert step.what in (What.READ, What.REPEATED), step
            if step.what is What.REPEATED:
                repeated.append(step.path)

        made.append(folder / f"round-{len(made)}.nq")
        pipeline.build_many(paths, Order(output=made[-1], jobs=1), watch)
        paths = repeated
    return made


@pytest.fixture(scope="module")
def documents(shared: Path) -> list[Path]:
    found = pipeline.letters([shared / "corpus"])
    assert len(found) > 40
    return found


@pytest.fixture(scope="module")
def graphs(documents: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return rounds(documents, tmp_path_factory.mktemp("corpus"))


def told(quads: list[Quad], predicate: str) -> dict[str, str]:
    """The literal that each subject has under a predicate of the annotation vocabulary."""
    return {s: value(o).text for s, p, o, _ in quads if p == f"<{OA}{predicate}>"}


@pytest.mark.slow
def test_every_quote_stands_at_its_offsets(documents: list[Path], graphs: list[Path]) -> None:
    read = 0
    for graph in graphs:
        quads = files.quads_of(files.load(graph))
        texts = {s[1:-1]: value(o).text for s, p, o, _ in quads if p == TEXT}
        read += len(texts)
        start, end = told(quads, "start"), told(quads, "end")
        exact = told(quads, "exact")
        assert len(exact) == len(start) > 0
        for node, quote in exact.items():
            letter, _, _ = node[1:-1].partition("#char=")
            place = node.replace(";quote>", ";position>")
            assert texts[letter][int(start[place]) : int(end[place])] == quote
    assert read == len(documents)


@pytest.mark.slow
def test_every_document_conforms_to_the_shapes(graphs: list[Path]) -> None:
    for graph in graphs:
        report = checks.run(Index(files.load(graph)))
        found = [
            f"{item.finding.rule.id}: {item.finding.message}"
            for item in report.items
            if item.finding.severity == "violation"
        ]
        assert report.conforms, found[:10]
