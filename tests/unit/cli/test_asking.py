"""The verbs that ask: query, sparql, explain, export."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kamergraaf.cli.group import group
from kamergraaf.errors import InputError, UsageError
from kamergraaf.graph import disk, files, reading
from kamergraaf.graph.build import dataset
from making import gulls, vocabulary


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graph")
    files.write(dataset([gulls().done()], vocabulary(folder)), folder / "graph.trig")
    return folder / "graph.trig"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(group, [str(word) for word in words])


def told(*words: str | Path) -> str:
    done = run(*words)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_an_answer_is_readable_in_a_hundred_columns(graph: Path) -> None:
    for name in ("measures", "actors", "threats", "documents", "dates"):
        shown = told("query", name, "--graph", graph)
        assert max(map(len, shown.splitlines())) <= 100
    assert "“Hiermee wordt de motie Duin (Zeepartij) uitgevoerd”" in told(
        "query", "motions", "--graph", graph
    )


def test_an_answer_that_is_not_there_is_said_so(graph: Path) -> None:
    guard = "letter=kid:actor/strandwacht"
    words = ("query", "threats", "--graph", graph, "--param", guard, "--lang", "nl")
    assert told(*words).endswith("De brief noemt geen dreiging. [Strandwacht]\n")
    done = run(*words, "--format", "json")
    assert done.stdout == "[]\n"
    assert done.stderr == "De brief noemt geen dreiging. [Strandwacht]\n"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ((), "Which measures of a type are there, since when and for whom? [coordination"),
        (("--param", "type=kid:measure-type/verjagen"), "for whom? [scaring]"),
        (("--param", "type=kid:measure-type/verjagen", "--lang", "nl"), "voor wie? [verjagen]"),
    ],
)
def test_the_parameters_of_a_question_are_told(
    graph: Path, words: tuple[str, ...], shown: str
) -> None:
    assert shown in told("query", "measures-of-a-type", "--graph", graph, *words)


@pytest.mark.parametrize("format_", ["json", "csv", "markdown"])
def test_a_part_of_an_answer_is_told_beside_the_data(graph: Path, format_: str) -> None:
    done = run("query", "measure-status", "--graph", graph, "--format", format_)
    assert done.stderr == "partly: the letter does not give the end of every measure\n"
    assert "partly" not in done.stdout


def test_an_iri_that_the_graph_does_not_know_is_told(graph: Path) -> None:
    done = run("query", "dates", "--graph", graph, "--param", "letter=https://example.org/nowhere")
    assert isinstance(done.exception, UsageError)
    assert "does not know <https://example.org/nowhere>" in str(done.exception)


def test_warnings_can_be_asked(graph: Path) -> None:
    (row,) = json.loads(told("query", "warnings", "--graph", graph, "--format", "json"))
    assert (row["code"], row["warning"], row["quote"]) == ("odd", "vreemd", "niveau")


def test_a_name_that_a_class_has_too_is_told_below(graph: Path, tmp_path: Path) -> None:
    label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    quads = files.quads_of(files.load(graph))
    quads.append(("<https://w3id.org/kamergraaf/def/Guard>", label, '"Strandwacht"@nl', ""))
    files.write(quads, tmp_path / "graph.trig")
    shown = told("explain", "Strandwacht", "--graph", tmp_path / "graph.trig")
    assert shown.startswith("Strandwacht\n  kid:actor/strandwacht\n")
    assert shown.endswith("Also by this name: 1\n  Strandwacht (kamer:Guard)\n")


def test_every_format_carries_the_same_cells(graph: Path) -> None:
    rows = json.loads(told("query", "actors", "--graph", graph, "--format", "json"))
    table = list(
        csv.DictReader(io.StringIO(told("query", "actors", "--graph", graph, "--format", "csv")))
    )
    assert table == rows
    markdown = told("query", "actors", "--graph", graph, "--format", "markdown")
    assert markdown.splitlines()[0] == "| iri | name | kind | quote |"
    assert len(markdown.splitlines()) == len(rows) + 2


def test_the_list_tells_questions_and_parameters() -> None:
    listed = told("query", "--list", "--lang", "nl")
    assert "Welke dreigingsniveaus noemt de brief" in listed
    assert "--param letter=… (iri)" in listed


def test_a_store_answers_as_a_file_does(graph: Path, tmp_path: Path) -> None:
    disk.replace(tmp_path / "store", files.quads_of(files.load(graph)))
    words = ("query", "measures", "--format", "json")
    assert told(*words, "--store", tmp_path / "store") == told(*words, "--graph", graph)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("query", "threats"), "--graph FILE, --store DIR or --endpoint URL"),
        (("query",), "say which question"),
        (("query", "threats", "--param", "letter"), "a parameter is NAME=VALUE"),
        (("sparql", "ASK {}"), "--graph FILE, --store DIR or --endpoint URL"),
        (("export", "--format", "trig"), "--graph FILE or --store DIR"),
        (("export",), "say which format"),
    ],
)
def test_what_is_missing_is_told(words: tuple[str, ...], says: str) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert says in done.output


def test_two_sources_are_one_too_many(graph: Path) -> None:
    assert run("query", "dates", "--graph", graph, "--store", graph.parent).exit_code == 2


def test_wrong_words_are_wrong_usage(graph: Path) -> None:
    assert isinstance(run("query", "thraets", "--graph", graph).exception, UsageError)
    wrong = run("query", "threats", "--graph", "missing.trig", "--param", "letter=no iri")
    assert isinstance(wrong.exception, UsageError)
    assert isinstance(run("sparql", "SELECT", "--graph", graph).exception, UsageError)
    assert isinstance(run("explain", "nothing", "--graph", graph).exception, UsageError)
    assert isinstance(run("sparql", "@missing.rq", "--graph", graph).exception, InputError)


def test_sparql_knows_the_prefixes_and_takes_a_file_or_standard_input(
    graph: Path, tmp_path: Path
) -> None:
    query = "SELECT ?label WHERE { ?m a kamer:Measure ; rdfs:label ?label }"
    shown = told("sparql", query, "--graph", graph, "--format", "csv")
    assert shown.splitlines() == ["label", "meeuwen verjaagd"]
    (tmp_path / "q.rq").write_text(query)
    assert told("sparql", f"@{tmp_path / 'q.rq'}", "--graph", graph, "--format", "csv") == shown
    piped = CliRunner().invoke(
        group, ["sparql", "-", "--graph", str(graph), "--format", "csv"], input=query
    )
    assert piped.stdout == shown


def test_a_construct_gives_turtle(graph: Path) -> None:
    shown = told("sparql", "CONSTRUCT WHERE { ?m a kamer:Measure }", "--graph", graph)
    assert "@prefix kamer:" in shown
    assert "a kamer:Measure ." in shown


def test_explain_shows_words_stance_and_origin(graph: Path) -> None:
    shown = told("explain", "measure/verjagen", "--graph", graph)
    assert "partner: Strandwacht" in shown
    assert "asserted, inferred; rule made" in shown
    assert "inferred from: meeuwen verjaagd — " in shown
    assert max(map(len, shown.splitlines())) <= 100
    found = json.loads(told("explain", "measure/verjagen", "--graph", graph, "--format", "json"))
    assert {one["stance"] for one in found["about"]} == {"asserted"}


@pytest.mark.parametrize("format_", ["trig", "nquads", "jsonld", "turtle", "rdfxml"])
def test_export_writes_what_build_would(graph: Path, tmp_path: Path, format_: str) -> None:
    suffix = next(s for s, name in reading.SUFFIXES.items() if name == format_)
    files.write(files.quads_of(files.load(graph)), tmp_path / f"direct{suffix}")
    out = tmp_path / f"export{suffix}"
    told("export", "--graph", graph, "-o", out)
    direct = (tmp_path / f"direct{suffix}").read_text("utf-8")
    assert out.read_text("utf-8") == direct
    assert told("export", "--graph", graph, "--format", format_) == direct
    if format_ == "trig":
        assert direct == graph.read_text("utf-8")


def test_csv_has_one_line_per_statement(graph: Path) -> None:
    lines = list(csv.DictReader(io.StringIO(told("export", "--graph", graph, "--format", "csv"))))
    assert len(lines) == len(gulls().facts)
    text = gulls().document.text
    for line in lines:
        if line["start"]:
            said = text[int(line["start"]) : int(line["end"])]
            assert line["quote"] == " ".join(said.replace("-\n", "").split())
