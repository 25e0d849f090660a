"""Reading the whole graph of an endpoint: all of it comes, or an error does."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

from kamergraaf.ask import crawl
from kamergraaf.ask.remote import Remote
from kamergraaf.errors import RemoteError, UsageError
from kamergraaf.graph import reading
from sparql_server import Bindings, endpoint
from virtuoso import CLIENT, SERVER, serving


def read(url: str, *graphs: str, page: int = 100) -> list[pyoxigraph.Quad]:
    return list(crawl.quads(Remote(url, tries=1), graphs, page))


@pytest.mark.parametrize("page", [2, 3, 5, 100])
def test_all_of_it_comes_in_pages_of_any_size(page: int) -> None:
    with endpoint() as url:
        found = read(url, page=page)
    assert len(found) == 8
    assert {str(q.object) for q in found if q.subject == pyoxigraph.NamedNode("urn:a")} >= {
        '"plain"',
        '"taal"@nl',
        '"5"^^<http://www.w3.org/2001/XMLSchema#integer>',
    }
    assert {str(q.graph_name) for q in found} == {"DEFAULT", "<urn:g>", "<urn:h>"}
    linked = {str(q.object) for q in found} & {str(q.subject) for q in found}
    assert len(linked) == 2, "blank nodes hold over pages"


def test_named_graphs_alone() -> None:
    with endpoint() as url:
        assert [str(q.subject) for q in read(url, "urn:g", page=1)] == ["<urn:b>"]
        with pytest.raises(UsageError, match="IRI"):
            read(url, "no iri> }")


def test_a_server_that_gives_less_than_a_page_is_asked_on() -> None:
    with endpoint(change=lambda _, rows: rows[:2]) as url:
        assert len(read(url)) == 8


def test_a_server_that_cuts_off_is_an_error() -> None:
    def cut(query: str, rows: Bindings) -> Bindings:
        return [] if "OFFSET 4" in query else rows

    with endpoint(change=cut) as url, pytest.raises(RemoteError, match=r"counts 8 .* gave 4"):
        read(url, page=4)


def test_a_server_that_names_blank_nodes_anew_is_an_error() -> None:
    def rename(_: str, rows: Bindings) -> Bindings:
        names: dict[str, str] = {}
        for row in rows:
            for term in row.values():
                if term["type"] == "bnode":
                    term["value"] = names.setdefault(term["value"], f"b{len(names)}")
        return rows

    with endpoint(change=rename) as url:
        assert len(read(url)) == 8, "one page needs no second answer"
        with pytest.raises(RemoteError, match="names blank nodes anew"):
            read(url, page=5)


def test_more_than_is_read_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crawl, "MOST", 7)
    with endpoint() as url, pytest.raises(RemoteError, match="holds 8 statements; more than 7"):
        read(url)


@pytest.mark.parametrize(
    "spoil",
    [
        {"type": "uri", "value": "no iri"},
        {"type": "triple", "value": {}},
        {"type": "literal"},
        {"type": "literal", "value": "x", "datatype": "no iri"},
    ],
)
def test_what_is_no_rdf_is_an_error(spoil: dict[str, str]) -> None:
    def change(query: str, rows: Bindings) -> Bindings:
        return rows if "COUNT" in query else [{**row, "o": spoil} for row in rows]

    one = "<urn:a> <urn:p> 1 ."
    with endpoint(one, change) as url, pytest.raises(RemoteError, match="no RDF"):
        read(url)


def test_a_server_that_does_not_count_is_an_error() -> None:
    with endpoint(change=lambda _, rows: []) as url, pytest.raises(RemoteError, match="how many"):
        read(url)


@pytest.mark.virtuoso
@pytest.mark.skipif(not (SERVER and CLIENT), reason="Virtuoso is not installed")
def test_a_real_server_in_pages_beyond_what_it_sorts(tmp_path: Path) -> None:
    data = tmp_path / "data.nq"
    lines = [f'<urn:s{n}> <urn:p> "text {n}"@nl <urn:g> .' for n in range(12_000)]
    blank = ["_:x <urn:p> _:y <urn:b> .", "_:y <urn:q> _:z <urn:b> .", '_:z <urn:p> "1" <urn:b> .']
    data.write_text("\n".join([*lines, *blank]) + "\n")
    (tmp_path / "virtuoso").mkdir()
    with serving(tmp_path / "virtuoso") as server:
        server.load(data)
        found = read(server.url, "urn:g", page=5_000)
        assert {str(q) for q in found} == {str(q) for q in reading.quads(data) if "urn:g" in str(q)}
        linked = read(server.url, "urn:b", page=2)
    assert len(linked) == 3
    assert len({str(q.object) for q in linked} & {str(q.subject) for q in linked}) == 2
