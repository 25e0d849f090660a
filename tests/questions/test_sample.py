"""The policy questions on the sample letter: how far each is answered, its rows and its evidence."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from kamergraaf.ask.queries import Answer
from kamergraaf.ask.questions import questions
from kamergraaf.ask.store import Oxigraph

Expected = Mapping[str, Any]
EXPECTED = tomllib.loads((Path(__file__).parent / "sample.toml").read_text("utf-8"))["question"]


@pytest.fixture(scope="module")
def source(sample: Path, ask_letter: Callable[[Path], Oxigraph]) -> Oxigraph:
    return ask_letter(sample)


@pytest.fixture(scope="module")
def answers(source: Oxigraph) -> dict[int, Answer]:
    return {question.number: question.ask(source) for question in questions()}


@pytest.fixture(scope="module")
def proofs(
    source: Oxigraph, sample: Path, proofs_of: Callable[[Oxigraph, Path], dict[str, set[str]]]
) -> dict[str, set[str]]:
    return proofs_of(source, sample)


def test_every_question_is_expected() -> None:
    assert [q["number"] for q in EXPECTED] == [q.number for q in questions()]


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda q: str(q["number"]))
def test_the_question_is_answered(
    expected: Expected, answers: dict[int, Answer], holds: Callable[..., bool]
) -> None:
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
    expected: Expected,
    answers: dict[int, Answer],
    proofs: dict[str, set[str]],
    proved: Callable[..., bool],
) -> None:
    quotes = [str(row["quote"]) for row in answers[expected["number"]].rows.objects()]
    for quote in quotes:
        assert proved(quote, proofs)
    for words in expected.get("evidence", []):
        assert any(words in quote for quote in quotes), quotes
