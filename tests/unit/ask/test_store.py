"""Engines behind one face."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamergraaf.ask.store import Oxigraph, Rdflib, Source
from kamergraaf.errors import InputError, UsageError
from kamergraaf.graph import disk, files

QUADS = [
    ("<urn:s>", "<urn:p>", '"één"@nl', "<urn:g1>"),
    ("<urn:s>", "<urn:p>", '"3"^^<http://www.w3.org/2001/XMLSchema#integer>', "<urn:g2>"),
]


@pytest.fixture(params=["file", "folder", "memory", "rdflib"])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Source:
    if request.param == "file":
        files.write(QUADS, tmp_path / "a.trig")
        return Oxigraph.from_file(tmp_path / "a.trig")
    if request.param == "folder":
        disk.replace(tmp_path / "store", QUADS)
        return Oxigraph.from_folder(tmp_path / "store")
    return Rdflib.from_quads(QUADS) if request.param == "rdflib" else Oxigraph.from_quads(QUADS)


def test_the_default_graph_is_the_union(source: Source) -> None:
    rows = source.select("SELECT ?o ?none WHERE { <urn:s> <urn:p> ?o } ORDER BY STR(?o)")
    assert rows.columns == ("o", "none")
    assert rows.rows == ((3, None), ("één", None))


def test_an_ask_gives_one_cell(source: Source) -> None:
    assert source.select("ASK { <urn:s> ?p 3 }").rows == ((True,),)


def test_nothing_to_group_gives_no_row(source: Source) -> None:
    query = "SELECT ?s (COUNT(?o) AS ?n) WHERE { ?s <urn:none> ?o } GROUP BY ?s"
    rows = [row for row in source.select(query).rows if row[0] is not None]
    assert rows == []


def test_a_query_that_does_not_parse_is_wrong_usage(source: Source) -> None:
    with pytest.raises(UsageError, match="does not parse"):
        source.select("SELECT WHERE")


def test_triples_are_no_rows() -> None:
    source = Oxigraph.from_quads(QUADS)
    with pytest.raises(UsageError, match="gives a graph"):
        source.select("CONSTRUCT WHERE { ?s ?p ?o }")
    triples = source.construct("CONSTRUCT { ?s ?p 1 } WHERE { ?s ?p 3 }")
    assert triples == [
        ("<urn:s>", "<urn:p>", '"1"^^<http://www.w3.org/2001/XMLSchema#integer>', "")
    ]
    assert source.construct("ASK {}") is None


def test_a_folder_without_a_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no store"):
        Oxigraph.from_folder(tmp_path)


@pytest.mark.parametrize(
    ("query", "closed"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:9/s> { ?s ?p ?o } }", True),
        ("SELECT * { service silent ?where { ?s ?p ?o } }", True),
        ('SELECT * { ?s ?p "SERVICE" } # SERVICE', False),
        ("PREFIX ex: <urn:service:> SELECT ?service { ?service ex:service <urn:SERVICE> }", False),
    ],
)
def test_a_query_reaches_no_other_server(query: str, closed: bool) -> None:
    source = Oxigraph.from_quads([])
    if closed:
        with pytest.raises(UsageError, match="SERVICE"):
            source.select(query)
    else:
        assert not source.select(query).rows
