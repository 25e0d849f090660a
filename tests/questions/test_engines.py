"""The canned questions over real letters: the same rows from a file, a store and a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kamergraaf import pipeline
from kamergraaf.ask.queries import Query, find, queries
from kamergraaf.ask.remote import Remote
from kamergraaf.ask.store import Endpoint, Oxigraph, Source
from kamergraaf.errors import UsageError
from kamergraaf.graph import disk, files
from kamergraaf.graph.build import dataset
from virtuoso import CLIENT, SERVER, serving

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the graph of four letters as TriG, N-Quads and a store."""
    made = tmp_path_factory.mktemp("letters")
    terms = pipeline.vocabulary()
    built = pipeline.build([ROOT / "letters", ROOT / "tests" / "scores" / "documents"], terms)
    quads = dataset(built.extractions, terms)
    files.write(quads, made / "graph.trig")
    files.write(quads, made / "graph.nq")
    disk.replace(made / "store", quads)
    return made


@pytest.fixture(scope="module")
def from_file(folder: Path) -> Source:
    return Oxigraph.from_file(folder / "graph.trig")


@pytest.fixture(scope="module", params=["store", "virtuoso"])
def other(
    request: pytest.FixtureRequest, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Source]:
    if request.param == "store":
        yield Oxigraph.from_folder(folder / "store")
        return
    if not (SERVER and CLIENT):
        pytest.skip("Virtuoso is not installed (Debian's virtuoso-opensource)")
    with serving(tmp_path_factory.mktemp("virtuoso")) as server:
        server.load(folder / "graph.nq")
        yield Endpoint(Remote(server.url))


@pytest.mark.virtuoso
@pytest.mark.parametrize("query", queries(), ids=lambda q: q.name)
def test_a_question_has_the_same_rows(from_file: Source, other: Source, query: Query) -> None:
    assert query.rows(other) == query.rows(from_file)


@pytest.mark.virtuoso
def test_a_parameter_is_known_and_named_the_same(from_file: Source, other: Source) -> None:
    query, given = find("measures-in-an-area"), {"area": "kid:area/online-domain"}
    assert query.rows(other, given) == query.rows(from_file, given)
    assert query.about(other, given, "en") == query.about(from_file, given, "en")
    with pytest.raises(UsageError, match="does not know"):
        query.rows(other, {"area": "kid:area/nowhere"})
