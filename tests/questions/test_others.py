"""The same queries on other letters; what one letter leaves open, another answers."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kamergraaf.ask.queries import Status, answer, find
from kamergraaf.ask.store import Oxigraph

Expected = Mapping[str, Any]
HERE = Path(__file__).parent
EXPECTED = tomllib.loads((HERE / "others.toml").read_text("utf-8"))["question"]
AUTHORED = HERE.parent / "scores" / "documents" / "corpus" / "authored"
LETTER = """Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 14 maart 2022

{text}

De Minister van Justitie en Veiligheid,
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The file of a letter: one of ours, or one made around a sentence."""
    folder = tmp_path_factory.mktemp("made")

    @cache
    def find_or_make(letter: str) -> Path:
        known = AUTHORED / f"{letter}.txt"
        if " " not in letter:
            return known
        path = folder / f"{len(list(folder.iterdir()))}.txt"
        path.write_text(LETTER.format(text=letter), "utf-8")
        return path

    return find_or_make


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda q: f"{q['query']}-{q['letter'][:20]}")
def test_a_question_to_another_letter(
    expected: Expected,
    place: Callable[[str], Path],
    ask_letter: Callable[[Path], Oxigraph],
    proofs_of: Callable[[Oxigraph, Path], dict[str, set[str]]],
    proved: Callable[..., bool],
    holds: Callable[..., bool],
) -> None:
    path = place(expected["letter"])
    source = ask_letter(path)
    query = find(expected["query"])
    found = answer(query, query.rows(source))
    rows = found.rows.objects()
    assert (found.status == Status.NO) is (expected.get("status") == "no"), rows
    for wanted in expected.get("rows", []):
        assert any(holds(row, wanted) for row in rows), (wanted, rows)
    quotes = [str(row["quote"]) for row in rows]
    proofs = proofs_of(source, path)
    assert all(proved(quote, proofs) for quote in quotes)
    for words in expected.get("evidence", []):
        assert any(words in quote for quote in quotes), quotes


@pytest.mark.parametrize("query", sorted({q["query"] for q in EXPECTED if q.get("status") == "no"}))
def test_each_no_is_a_yes_elsewhere(query: str) -> None:
    assert any(q["query"] == query and q.get("rows") for q in EXPECTED)
