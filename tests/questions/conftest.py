"""What the tests of questions share: reading a letter, comparing rows, following quotes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kamergraaf import pipeline
from kamergraaf.ask.rows import Cell
from kamergraaf.ask.store import Oxigraph
from kamergraaf.graph.build import dataset
from kamergraaf.read import reader

PROOF = """PREFIX kamer: <https://w3id.org/kamergraaf/def/>
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT ?holder ?quote ?start ?end
WHERE {
  ?holder kamer:quote ?quote ; kamer:evidence ?span .
  ?span oa:hasSelector ?position .
  ?position oa:start ?start ; oa:end ?end .
}
ORDER BY ?holder ?start"""


@pytest.fixture(scope="session")
def ask_letter() -> Callable[[Path], Oxigraph]:
    """The graph of a letter, ready to be asked."""
    terms = pipeline.vocabulary()

    def read(path: Path) -> Oxigraph:
        return Oxigraph.from_quads(dataset(pipeline.build([path], terms).extractions, terms))

    return read


@pytest.fixture(scope="session")
def proofs_of() -> Callable[[Oxigraph, Path], dict[str, set[str]]]:
    """For each quote in a graph, what stands in the letter at the offsets of its evidence."""

    def read(source: Oxigraph, path: Path) -> dict[str, set[str]]:
        text = reader.read(path).text
        spans: dict[tuple[Cell, Cell], list[str]] = {}
        for holder, quote, start, end in source.select(PROOF).rows:
            assert isinstance(start, int)
            assert isinstance(end, int)
            spans.setdefault((holder, quote), []).append(text[start:end])
        found: dict[str, set[str]] = {}
        for (_, quote), parts in spans.items():
            found.setdefault(str(quote), set()).add(squash(" ".join(parts)))
        return found

    return read


def squash(text: str) -> str:
    """Without blanks and hyphens: a word broken over two lines is the same word."""
    return "".join(text.replace("[…]", "").replace("-", "").split())


@pytest.fixture(scope="session")
def proved() -> Callable[[str, Mapping[str, set[str]]], bool]:
    """Whether a quote is what stands at the offsets of its evidence."""
    return lambda quote, proofs: squash(quote) in proofs.get(quote, set())


@pytest.fixture(scope="session")
def holds() -> Callable[[Mapping[str, Cell], Mapping[str, Cell]], bool]:
    """Whether a row has the cells wanted; a text cell must hold the words given."""

    def compare(row: Mapping[str, Cell], wanted: Mapping[str, Cell]) -> bool:
        return all(
            str(said) in str(row[key]) if isinstance(said, str) else row[key] == said
            for key, said in wanted.items()
        )

    return compare
