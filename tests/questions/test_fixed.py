"""The nine questions with a fixed face: columns, rows, and the same from every engine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from kamergraaf.ask.queries import find
from kamergraaf.ask.remote import Remote
from kamergraaf.ask.rows import Rows
from kamergraaf.ask.store import Endpoint, Oxigraph, Rdflib, Source
from kamergraaf.cli.query import command
from kamergraaf.graph import disk, files
from kamergraaf.graph.build import dataset, letter_iri
from kamergraaf.graph.quads import Quad
from kamergraaf.model import Ref
from making import DOCUMENT, ID, gulls, vocabulary
from virtuoso import CLIENT, SERVER, serving

COLUMNS = {
    "documents": "iri id kind date senders addressee dossier session_year subject",
    "actors": "iri name kind quote",
    "references": "id url quote",
    "dates": "value quote",
    "motions": "movers reference status quote",
    "commitments": "status quote",
    "threats": "iri concept kind stance trend quote",
    "threat-levels": "previous level date quote",
    "measures": "iri label type status responsible responsible_origin partners addresses "
    "addresses_origin start start_origin end documented_in quote",
}
FIRST = letter_iri(gulls().done())


@pytest.fixture(scope="module")
def quads(tmp_path_factory: pytest.TempPathFactory) -> list[Quad]:
    """A letter of 2021 and one of 2023."""
    letters = [gulls().done(), gulls("Later.txt", "2023-05-07").done()]
    return dataset(letters, vocabulary(tmp_path_factory.mktemp("terms")))


@pytest.fixture(scope="module")
def source(quads: list[Quad]) -> Oxigraph:
    return Oxigraph.from_quads(quads)


def rows(source: Source, name: str, letter: str | None = FIRST) -> Rows:
    return find(name).rows(source, {"letter": letter} if letter else {})


@pytest.mark.parametrize("name", COLUMNS)
def test_the_face_is_fixed(source: Oxigraph, name: str) -> None:
    found = rows(source, name)
    assert found.columns == tuple(COLUMNS[name].split())
    assert found.rows


@pytest.mark.parametrize("name", COLUMNS)
def test_without_a_letter_all_letters_answer(source: Oxigraph, name: str) -> None:
    assert len(rows(source, name, None).rows) == 2 * len(rows(source, name).rows)


@pytest.mark.parametrize("name", COLUMNS)
def test_every_quote_stands_in_the_letter(source: Oxigraph, name: str) -> None:
    text = " ".join(gulls().document.text.replace("ver-\njaagd", "verjaagd").split())
    for row in rows(source, name).objects():
        if "quote" in row:
            assert str(row["quote"]) in text


def test_documents(source: Oxigraph) -> None:
    assert rows(source, "documents").objects() == [
        {
            "iri": FIRST,
            "id": None,
            "kind": "letter",
            "date": "2021-05-07",
            "senders": "Minister van Water",
            "addressee": None,
            "dossier": None,
            "session_year": None,
            "subject": 'over "meeuwen"',
        }
    ]


def test_a_wrong_citation_elsewhere_does_not_change_a_document() -> None:
    cited = gulls()
    cited.fact(DOCUMENT, "dcterms:identifier", "kst-1-2", "De minister")
    cited.fact(DOCUMENT, "kamer:sessionYear", "2020-2021", "2020/2021")
    citing = gulls("Later.txt")
    citing.fact(Ref("paper:kst-1-2"), "kamer:sessionYear", "1919-1920", "2020/2021")
    source = Oxigraph.from_quads(dataset([cited.done(), citing.done()], NoRegisters()))
    found = {row["id"]: row["session_year"] for row in rows(source, "documents", None).objects()}
    assert found == {"kst-1-2": "2020-2021", None: None}


def test_actors_bear_the_name_of_the_documents_date(source: Oxigraph) -> None:
    named = [row[1] for row in rows(source, "actors", None).rows if row[2] == "ministry"]
    assert named == ["Ministerie van Water", "Ministerie van Zeezaken"]


def test_actors_come_in_the_order_of_the_letter(source: Oxigraph) -> None:
    assert [(row[1], row[2]) for row in rows(source, "actors").rows] == [
        ("Ministerie van Water", "ministry"),
        ("Strandwacht", "agency"),
        ("kustplaatsen", "municipality"),
        ("Duin", "member"),
        ("Zeepartij", "party"),
    ]


def test_references(source: Oxigraph) -> None:
    page, quote = "https://example.org/kst-12345-6", "Kamerstukken II 2020/2021, 12 345, nr. 6"
    assert rows(source, "references").rows == (("kst-12345-6", page, quote),)


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2026-21", "2026-spring"),
        ("2026-22", "2026-summer"),
        ("2026-23", "2026-autumn"),
        ("2026-24", "2026-winter"),
        ("2018-33", "2018-Q1"),
        ("2018-36", "2018-Q4"),
        ("2018-12", "2018-12"),
        ("2018", "2018"),
        ("2018-01-02", "2018-01-02"),
        ("2022-06/2024-05-01", "2022-06/2024-05-01"),
    ],
)
def test_dates_are_written_as_people_write_them(edtf: str, expected: str) -> None:
    letter = gulls()
    letter.date(edtf, "2018-01-01", "2018-01-02", "jaagd")
    source = Oxigraph.from_quads(dataset([letter.done()], NoRegisters()))
    assert expected in rows(source, "dates").column("value")


class NoRegisters:
    digest = ""

    def registers(self) -> tuple[()]:
        return ()


def test_motions_and_commitments(source: Oxigraph) -> None:
    done = "Hiermee wordt de motie Duin (Zeepartij) uitgevoerd"
    assert rows(source, "motions").rows == (("Duin", None, "carriedOut", done),)
    kept = "doe ik de toezegging gestand"
    assert rows(source, "commitments").rows == (("fulfilled", kept),)


def test_threats_and_levels(source: Oxigraph) -> None:
    assert rows(source, "threats").rows == (
        (
            f"{ID}concern/meeuwenoverlast",
            "meeuwenoverlast",
            "threat",
            "hedged",
            "up",
            "meeuwenoverlast toeneemt",
        ),
    )
    assert rows(source, "threat-levels").rows == ((2, 3, None, "Het niveau ging van 2 naar 3"),)


def test_measures(source: Oxigraph) -> None:
    (row,) = rows(source, "measures").objects()
    assert row == {
        "iri": f"{FIRST}/measure/verjagen",
        "label": "meeuwen verjaagd",
        "type": "verjagen",
        "status": "ongoing",
        "responsible": "Ministerie van Water",
        "responsible_origin": "inferred",
        "partners": "Strandwacht | kustplaatsen",
        "addresses": "meeuwenoverlast",
        "addresses_origin": "stated",
        "start": "2020-autumn",
        "start_origin": "stated",
        "end": None,
        "documented_in": "kst-12345-6",
        "quote": "meeuwen verjaagd",
    }


def test_json_on_the_command_line_has_the_same_face(quads: list[Quad], tmp_path: Path) -> None:
    path = tmp_path / "graph.trig"
    files.write(quads, path)
    for name, columns in COLUMNS.items():
        done = CliRunner().invoke(command, [name, "--graph", str(path), "--format", "json"])
        assert done.exit_code == 0, done.output
        for row in json.loads(done.stdout):
            assert list(row) == columns.split()


@pytest.fixture(scope="module", params=["trig", "jsonld", "turtle", "folder", "rdflib"])
def engine(
    request: pytest.FixtureRequest, quads: list[Quad], tmp_path_factory: pytest.TempPathFactory
) -> Source:
    folder = tmp_path_factory.mktemp("engine")
    if request.param == "folder":
        disk.replace(folder / "store", quads)
        return Oxigraph.from_folder(folder / "store")
    if request.param == "rdflib":
        return Rdflib.from_quads(quads)
    suffix = {"trig": ".trig", "jsonld": ".jsonld", "turtle": ".ttl"}[request.param]
    files.write(quads, folder / f"graph{suffix}")
    return Oxigraph.from_file(folder / f"graph{suffix}")


@pytest.mark.parametrize("letter", [None, FIRST], ids=["all", "one"])
@pytest.mark.parametrize("name", COLUMNS)
def test_every_engine_gives_the_same_rows(
    source: Oxigraph, engine: Source, name: str, letter: str | None
) -> None:
    assert rows(engine, name, letter) == rows(source, name, letter)


@pytest.fixture(scope="module")
def virtuoso(quads: list[Quad], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    if not (SERVER and CLIENT):
        pytest.skip("Virtuoso is not installed (Debian: virtuoso-opensource)")
    folder = tmp_path_factory.mktemp("virtuoso")
    files.write(quads, folder / "graph.nq")
    (folder / "server").mkdir()
    with serving(folder / "server") as server:
        server.load(folder / "graph.nq")
        yield Endpoint(Remote(server.url))


@pytest.mark.virtuoso
@pytest.mark.parametrize("letter", [None, FIRST], ids=["all", "one"])
@pytest.mark.parametrize("name", COLUMNS)
def test_a_server_elsewhere_gives_the_same_rows(
    source: Oxigraph, virtuoso: Endpoint, name: str, letter: str | None
) -> None:
    assert rows(virtuoso, name, letter) == rows(source, name, letter)
