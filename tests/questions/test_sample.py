"""The policy questions on the sample letter: how far each is answered, its rows and its evidence."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kamergraaf import pipeline
from kamergraaf.ask.queries import Answer
from kamergraaf.ask.questions import questions
from kamergraaf.ask.rows import Cell
from kamergraaf.ask.store import Oxigraph
from kamergraaf.graph.build import dataset

EXPECTED = tomllib.loads((Path(__file__).parent / "sample.toml").read_text("utf-8"))["question"]
PROOF = """PREFIX kamer: <https://w3id.org/kamergraaf/def/>
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT ?holder ?quote ?start ?end
WHERE {
  ?holder kamer:quote ?quote ; kamer:evidence ?span .
  ?span oa:hasSelector ?position .
  ?position oa:start ?start ; oa:end ?end .
}
ORDER BY ?holder ?start"""


@pytest.fixture(scope="module")
def source(sample: Path) -> Oxigraph:
    terms = pipeline.vocabulary()
    return Oxigraph.from_quads(dataset(pipeline.build([sample], terms).extractions, terms))


@pytest.fixture(scope="module")
def answers(source: Oxigraph) -> dict[int, Answer]:
    return {question.number: question.ask(source) for question in questions()}


@pytest.fixture(scope="module")
def proofs(source: Oxigraph, sample: Path) -> dict[str, set[str]]:
    """For each quote in the graph, what stands in the file at the offsets of its evidence."""
    text = sample.read_text("utf-8")
    spans: dict[tuple[Cell, Cell], list[str]] = {}
    for holder, quote, start, end in source.select(PROOF).rows:
        assert isinstance(start, int)
        assert isinstance(end, int)
        spans.setdefault((holder, quote), []).append(text[start:end])
    found: dict[str, set[str]] = {}
    for (_, quote), parts in spans.items():
        found.setdefault(str(quote), set()).add(" ".join(parts))
    return found


def squash(text: str) -> str:
    """Without blanks and hyphens: a word broken over two lines is the same word."""
    return "".join(text.replace("-", "").split())


def holds(row: dict[str, Cell], wanted: dict[str, Cell]) -> bool:
    return all(
        str(said) in str(row[key]) if isinstance(said, str) else row[key] == said
        for key, said in wanted.items()
    )


def test_every_question_is_expected() -> None:
    assert [q["number"] for q in EXPECTED] == [q.number for q in questions()]


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda q: str(q["number"]))
def test_the_question_is_answered(expected: dict, answers: dict[int, Answer]) -> None:  # type: ignore[type-arg]
    found = answers[expected["number"]]
    rows = found.rows.objects()
    assert found.status == expected["status"], rows
    assert found.message["nl"] if found.status != "yes" else not found.message["nl"]
    for wanted in expected.get("rows", []):
        assert any(holds(row, wanted) for row in rows), (wanted, rows)
    if "count" in expected:
        assert len(rows) == expected["count"], rows
    if expected["status"] == "no":
        assert not rows


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda q: str(q["number"]))
def test_every_row_shows_the_words_that_prove_it(
    expected: dict,  # type: ignore[type-arg]
    answers: dict[int, Answer],
    proofs: dict[str, set[str]],
) -> None:
    quotes = [str(row["quote"]) for row in answers[expected["number"]].rows.objects()]
    for quote in quotes:
        assert any(squash(spans) == squash(quote) for spans in proofs[quote])
    for words in expected.get("evidence", []):
        assert any(words in quote for quote in quotes), quotes
