"""Golden files per stage: what the reader, the extractors and the graph make of our own letters.

``pytest tests/golden --update-golden`` writes them anew; the difference is then read before it is
committed.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kamergraaf import iris
from kamergraaf.extract.statements import extract
from kamergraaf.graph.build import letter_quads
from kamergraaf.graph.quads import nquads
from kamergraaf.graph.vocabulary import load
from kamergraaf.model import Document, Evidence, Extraction, Ref
from kamergraaf.read import reader

ROOT = Path(__file__).resolve().parents[2]
LETTERS = [
    *sorted((ROOT / "letters").glob("*.txt")),
    *sorted((ROOT / "tests/scores/documents/corpus/authored").glob("*.txt")),
]


def blocks(document: Document) -> str:
    """One line per passage of the flow, and one per footnote mark."""
    flow = document.flow
    lines = [f"{p.kind.value:11}{p.label:4}{flow.text[p.start : p.end]}" for p in flow.passages]
    lines += [
        f"mark {m.number} {'tied' if m.passage is not None else 'untied'}" for m in flow.marks
    ]
    return "\n".join(lines) + "\n"


def spans(evidence: Evidence | None) -> str:
    return " ".join(f"{s.start}-{s.end}" for s in evidence.spans) if evidence else "-"


def facts(extraction: Extraction) -> str:
    """One line per thing, fact and warning."""
    lines = [
        f"{t.id} a {t.kind} {json.dumps(t.label, ensure_ascii=False)} @{spans(t.evidence)} [{t.rule}]"
        for t in extraction.things
    ]
    for fact in extraction.facts:
        said = fact.object.id if isinstance(fact.object, Ref) else json.dumps(fact.object)
        lines.append(
            f"{fact.subject.id} {fact.predicate} {said.removeprefix(iris.BASE)} "
            f"{fact.stance.value} {fact.origin.value} @{spans(fact.evidence)} [{fact.rule}]"
        )
    lines += [f"warning {w.code} {w.en} @{spans(w.evidence)}" for w in extraction.warnings]
    return "\n".join(lines) + "\n"


def graph(extraction: Extraction) -> str:
    """The facts graph in N-Quads, sorted."""
    quads = [q for q in letter_quads(extraction) if q[3].endswith("/graph/facts>")]
    return "".join(sorted(nquads(quads).splitlines(keepends=True)))


@pytest.mark.parametrize("path", LETTERS, ids=lambda p: p.stem)
@pytest.mark.parametrize("stage", ["blocks", "facts", "graph"])
def test_stage(path: Path, stage: str, update_golden: bool) -> None:
    document = reader.read(path)
    if stage == "blocks":
        told = blocks(document)
    else:
        extraction = extract(document, load(None).lexicon())
        told = facts(extraction) if stage == "facts" else graph(extraction)
    suffix = "nq" if stage == "graph" else "txt"
    golden = Path(__file__).parent / path.stem / f"{stage}.{suffix}"
    if update_golden:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")
