"""Bad input: a message that names file and place, the documented exit code, nothing half-written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kamergraaf.cli import group

RUN = [sys.executable, "-m", "kamergraaf"]


def kamergraaf(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*RUN, *map(str, words)], capture_output=True, text=True, check=False)


def refused(tmp_path: Path, *words: str | Path, code: int, says: str) -> None:
    """The command ends with ``code``, says why in one line, and leaves nothing behind."""
    before = set(tmp_path.rglob("*"))
    done = kamergraaf(*words)
    assert done.returncode == code, done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert set(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blanks.txt", b" \n\n \n", "blank"),
        ("binary.txt", b"\x7fELF\x00\x01\x02\x00" * 20, "binary"),
        ("latin.txt", "De coördinator".encode("latin-1"), "UTF-8"),
    ],
)
def test_a_file_that_is_no_letter(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    out = tmp_path / "graph.trig"
    refused(tmp_path, "build", path, "-o", out, code=3, says=name)
    refused(tmp_path, "build", path, "-o", out, code=3, says=says)


def test_a_file_that_does_not_exist(tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    refused(tmp_path, "build", missing, "-o", tmp_path / "g.trig", code=3, says="missing.txt")


def test_a_folder_without_letters(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    refused(
        tmp_path, "build", tmp_path / "folder", "-o", tmp_path / "g.trig", code=3, says="no letter"
    )


def test_a_bad_file_costs_the_good_ones_nothing(tmp_path: Path, sample: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    out = tmp_path / "graph.trig"
    done = kamergraaf("build", bad, sample, "-o", out)
    assert done.returncode == 3
    assert "bad.txt" in done.stderr
    told = kamergraaf("query", "documents", "--graph", out, "--format", "json")
    assert told.stdout.count('"iri"') == 1


def test_broken_turtle_under_ontology(tmp_path: Path, sample: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("@prefix a: <http://a/> .\na:b a:c .\n")
    out = tmp_path / "g.trig"
    refused(tmp_path, "build", sample, "-o", out, "--ontology", broken, code=4, says="broken.ttl:2")


def test_an_output_that_is_no_graph_file(tmp_path: Path, sample: Path) -> None:
    refused(tmp_path, "build", sample, "-o", tmp_path / "g.docx", code=2, says=".trig")


def test_a_build_that_says_not_where_to(tmp_path: Path, sample: Path) -> None:
    refused(tmp_path, "build", sample, code=2, says="-o FILE")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Path:
    out = tmp_path_factory.mktemp("graph") / "letter.trig"
    assert kamergraaf("build", sample, "-o", out).returncode == 0
    return out


def test_a_query_that_does_not_exist(tmp_path: Path, graph: Path) -> None:
    refused(tmp_path, "query", "actor", "--graph", graph, code=2, says="did you mean 'actors'?")


def test_a_parameter_of_the_wrong_type(tmp_path: Path, graph: Path) -> None:
    words = ("query", "actors", "--graph", graph, "--param", "letter=not an iri")
    refused(tmp_path, *words, code=2, says="letter")


def test_a_parameter_that_does_not_exist(tmp_path: Path, graph: Path) -> None:
    words = ("query", "actors", "--graph", graph, "--param", "colour=red")
    refused(tmp_path, *words, code=2, says="colour")


def test_a_graph_that_does_not_parse(tmp_path: Path) -> None:
    broken = tmp_path / "broken.trig"
    broken.write_text("<urn:a> <urn:b> .\n")
    refused(tmp_path, "query", "actors", "--graph", broken, code=3, says="broken.trig:1")
    refused(tmp_path, "validate", broken, code=3, says="broken.trig:1")


def test_sparql_that_does_not_parse(tmp_path: Path, graph: Path) -> None:
    refused(tmp_path, "sparql", "SELEC ?s", "--graph", graph, code=2, says="parse")


def test_a_dead_endpoint(tmp_path: Path) -> None:
    url = "http://127.0.0.1:9/sparql"
    refused(tmp_path, "query", "actors", "--endpoint", url, code=5, says=url)


@pytest.mark.parametrize("verb", ["build", "reason"])
def test_a_base_that_is_none_is_told_before_anything_is_read(tmp_path: Path, verb: str) -> None:
    missing = tmp_path / "missing.txt"
    words = [verb, missing, "--base", "https://example.org/a b/"]
    words += ["-o", tmp_path / "g.trig"] if verb == "build" else []
    refused(tmp_path, *words, code=2, says="the base must be")


@pytest.mark.parametrize("said", ["yesterday", "-1", "1.5", "9" * 30])
def test_a_time_that_is_no_number_of_seconds(
    tmp_path: Path, sample: Path, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
    out = tmp_path / "g.trig"
    refused(tmp_path, "build", sample, "-o", out, code=2, says="SOURCE_DATE_EPOCH")
    refused(tmp_path, "demo", "-o", out, code=2, says="SOURCE_DATE_EPOCH")


def test_a_store_in_a_folder_that_holds_something_else(tmp_path: Path, sample: Path) -> None:
    (tmp_path / "notes.md").write_text("x")
    refused(tmp_path, "build", sample, "--store", tmp_path, code=3, says="it holds notes.md")


def test_an_output_in_a_folder_that_is_not_there(tmp_path: Path, sample: Path) -> None:
    out = tmp_path / "missing" / "g.trig"
    refused(tmp_path, "build", sample, "-o", out, code=3, says="cannot write")
    refused(tmp_path, "demo", "-o", out, code=3, says="cannot write")


FULL = Path("/dev/full")
ASKED = [("--help",), ("query", "--help"), ("query", "--list"), ("query", "actors")]


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("words", ASKED, ids=" ".join)
def test_an_output_that_takes_nothing_is_told_in_one_line(
    graph: Path, words: tuple[str, ...]
) -> None:
    given = (*words, "--graph", str(graph)) if words == ASKED[-1] else words
    with FULL.open("w") as out:
        done = subprocess.run(
            [*RUN, *given], stdout=out, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 3
    assert done.stderr == f"kamergraaf: standard output: {os.strerror(28)}\n"


@pytest.mark.parametrize("words", [("demo",), ("query", "--list"), ("export",)], ids=" ".join)
def test_a_reader_that_has_gone_is_no_problem(graph: Path, words: tuple[str, ...]) -> None:
    given = (*words, "--graph", str(graph), "--format", "csv") if words == ("export",) else words
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*RUN, *given], stdout=writing, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_interruption_ends_with_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "argv", ["kamergraaf", "query", "--list"])
    monkeypatch.setattr(group.group, "invoke", interrupted)
    assert group.run() == 130
    assert capsys.readouterr().err == "kamergraaf: interrupted\n"
