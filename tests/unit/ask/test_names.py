"""What a graph calls things, and where they live."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamergraaf import iris
from kamergraaf.ask import names
from kamergraaf.ask.queries import find
from kamergraaf.ask.store import Oxigraph
from kamergraaf.errors import UsageError
from kamergraaf.graph.build import dataset, letter_iri
from making import ID, gulls, vocabulary

ELSEWHERE = "https://example.org/elders/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("terms")


@pytest.fixture(scope="module")
def source(folder: Path) -> Oxigraph:
    return Oxigraph.from_quads(dataset([gulls().done()], vocabulary(folder)))


@pytest.fixture(scope="module")
def moved(folder: Path) -> Oxigraph:
    """The same letter in a graph with another base."""
    return Oxigraph.from_quads(dataset([gulls().done()], vocabulary(folder), ELSEWHERE))


def test_a_graph_tells_its_base(source: Oxigraph, moved: Oxigraph) -> None:
    assert names.base(source) == iris.BASE
    assert names.base(moved) == ELSEWHERE
    assert names.base(Oxigraph.from_quads([])) == iris.BASE


def test_the_house_s_own_base_counts_among_several(folder: Path) -> None:
    letters, terms = [gulls().done()], vocabulary(folder)
    both = [*dataset(letters, terms, "https://a.example/"), *dataset(letters, terms)]
    assert names.base(Oxigraph.from_quads(both)) == iris.BASE


def test_labels_are_in_the_language_or_in_another(source: Oxigraph) -> None:
    gulls_, guard = f"{ID}concern/meeuwenoverlast", f"{ID}actor/strandwacht"
    assert names.labels(source, [gulls_, guard], "en") == {gulls_: "gulls", guard: "Strandwacht"}
    assert names.labels(source, [], "en") == {}


def test_values_move_along_with_the_base(source: Oxigraph, moved: Oxigraph) -> None:
    query = find("measures-of-a-type")
    for type_ in ("kid:measure-type/verjagen", f"{ID}measure-type/verjagen"):
        here, there = ({"type": type_}, {"type": type_})
        assert query.rows(moved, there).column("measure") == ["meeuwen verjaagd"]
        assert query.rows(source, here).column("measure") == ["meeuwen verjaagd"]
        assert query.about(moved, there, "en") == ["scaring"]


def test_a_default_moves_along_with_the_base(moved: Oxigraph) -> None:
    assert find("measures-of-a-type").about(moved, {}, "nl") == ["coördinatie"]
    assert find("measures-of-a-type").rows(moved).rows == ()


def test_an_iri_that_the_graph_does_not_know_is_wrong_usage(source: Oxigraph) -> None:
    query = find("measures-of-a-type")
    near = rf"does not know <{ID}measure-type/verjagn>; did you mean {ID}measure-type/verjagen\?"
    with pytest.raises(UsageError, match=near):
        query.rows(source, {"type": "kid:measure-type/verjagn"})


def test_an_iri_that_is_an_object_only_is_known(source: Oxigraph) -> None:
    page = "https://example.org/kst-12345-6"
    assert names.knows(source, f"<{page}>")
    assert not names.knows(source, f"<{page}7>")


def test_a_letter_is_known_by_its_iri(source: Oxigraph) -> None:
    letter = letter_iri(gulls().done())
    assert find("dates").rows(source, {"letter": letter}).rows
