"""How ``validate`` ends: one meaning to a code, as docs/validate.md says."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from check_running import validate

PREFIXES = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <urn:x:> .\n"
SHAPE = (
    "x:S a sh:NodeShape ; sh:targetClass x:T ; sh:property [ sh:path x:p ; sh:minCount 1 %s ] .\n"
)
GOOD = "<urn:a> a <urn:x:T> ; <urn:x:p> 1 .\n"
BAD = "<urn:a> a <urn:x:T> .\n"
FORMATS = {
    "turtle": ("ttl", BAD),
    "trig": ("trig", f"<urn:g> {{ {BAD.strip()} }}"),
    "ntriples": ("nt", BAD.replace(" a ", " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ")),
    "nquads": (
        "nq",
        "<urn:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:x:T> <urn:g> .\n",
    ),
    "jsonld": ("jsonld", '{"@id": "urn:a", "@type": "urn:x:T"}'),
    "rdfxml": (
        "rdf",
        '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="urn:x:">'
        '<x:T r:about="urn:a"/></r:RDF>',
    ),
}
ENGINES = pytest.mark.parametrize("engine", ["fast", "pyshacl"])


def write(path: Path, text: str) -> Path:
    path.write_text(text)
    return path


@pytest.fixture
def shapes(tmp_path: Path) -> Path:
    return write(tmp_path / "shapes.ttl", PREFIXES + SHAPE % "")


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return write(tmp_path / "good.ttl", GOOD)


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    return write(tmp_path / "bad.ttl", BAD)


@ENGINES
def test_0_nothing_found(good: Path, shapes: Path, engine: str) -> None:
    assert validate(good, "--shapes", shapes, "--engine", engine).returncode == 0


@ENGINES
def test_1_findings_at_the_threshold(bad: Path, shapes: Path, engine: str) -> None:
    assert validate(bad, "--shapes", shapes, "--engine", engine).returncode == 1
    assert validate(bad, "--shapes", shapes, "--fail-on", "info").returncode == 1


def test_0_findings_below_the_threshold(tmp_path: Path, bad: Path) -> None:
    mild = write(tmp_path / "mild.ttl", PREFIXES + SHAPE % "; sh:severity sh:Warning")
    assert validate(bad, "--shapes", mild).returncode == 0
    assert validate(bad, "--shapes", mild, "--fail-on", "warning").returncode == 1
    assert validate(bad, "--shapes", mild, "--fail-on", "never").returncode == 0


def test_0_a_shape_that_saw_no_node_unless_info_fails(tmp_path: Path, good: Path) -> None:
    more = "x:Z a sh:NodeShape ; sh:targetSubjectsOf x:p ; sh:nodeKind sh:IRI ."
    known = PREFIXES + SHAPE % "" + more.replace("x:p", "<http://xmlns.com/foaf/0.1/name>")
    shapes = write(tmp_path / "more.ttl", known)
    assert validate(good, "--shapes", shapes).returncode == 0
    assert validate(good, "--shapes", shapes, "--fail-on", "warning").returncode == 0
    assert validate(good, "--shapes", shapes, "--fail-on", "info").returncode == 1


def test_4_nothing_targeted(tmp_path: Path, good: Path) -> None:
    lost = write(tmp_path / "lost.ttl", PREFIXES + SHAPE.replace("x:T", "x:Nothing") % "")
    done = validate(good, "--shapes", lost)
    assert done.returncode == 4
    assert "nobody defines" in done.stderr
    none = write(tmp_path / "none.ttl", PREFIXES + SHAPE.replace("sh:targetClass x:T ;", "") % "")
    done = validate(good, "--shapes", none)
    assert done.returncode == 4
    assert "no shape here has a target" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--engine", "slow"),
        ("--profile", "x"),
        ("--named-graph", "urn:g"),
        ("-",),
        ("a.doc",),
        ("--endpoint", "ftp://a.b/"),
    ],
)
def test_2_wrong_usage(shapes: Path, arguments: tuple[str, ...]) -> None:
    assert validate(*arguments, "--shapes", shapes).returncode == 2


@pytest.mark.parametrize("name", FORMATS)
def test_3_data_that_are_cut_off(tmp_path: Path, shapes: Path, name: str) -> None:
    suffix, text = FORMATS[name]
    cut = write(
        tmp_path / f"a.{suffix}", text[: text.rindex("urn:x:T" if name != "rdfxml" else "/>")]
    )
    done = validate(cut, "--shapes", shapes)
    assert done.returncode == 3
    assert "does not parse" in done.stderr and str(cut) in done.stderr
    assert not done.stdout


def test_3_data_that_are_missing_or_empty(tmp_path: Path, shapes: Path) -> None:
    for path in (tmp_path / "absent.ttl", write(tmp_path / "empty.ttl", ""), tmp_path):
        arguments = (path, "--input-format", "turtle", "--shapes", shapes)
        assert validate(*arguments).returncode == 3
    assert validate("--store", tmp_path / "absent", "--shapes", shapes).returncode == 3


def test_3_shapes_ontology_or_profiles_that_are_missing(tmp_path: Path, good: Path) -> None:
    absent = tmp_path / "absent"
    assert validate(good, "--shapes", absent).returncode == 3
    assert validate(good, "--ontology", absent).returncode == 3
    assert validate(good, "--profile", "x", "--profiles", absent).returncode == 3


@ENGINES
@pytest.mark.parametrize(
    "broken",
    ["<a> <b>", SHAPE % "; sh:minCount 2", SHAPE % "; sh:pattern '('", SHAPE % "; sh:path x:q"],
)
def test_4_broken_shapes(tmp_path: Path, good: Path, engine: str, broken: str) -> None:
    shapes = write(tmp_path / "s.ttl", PREFIXES + broken)
    done = validate(good, "--shapes", shapes, "--engine", engine)
    assert done.returncode == 4
    assert not done.stdout
    assert done.stderr.count("\n") == 1, "told once"


def test_5_an_endpoint_that_is_down(shapes: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/sparql"
        done = validate("--endpoint", url, "--shapes", shapes, network=True)
    assert done.returncode == 5
    assert url in done.stderr


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_taken_by_suffix_by_option_and_from_standard_input(
    tmp_path: Path, shapes: Path, name: str
) -> None:
    suffix, text = FORMATS[name]
    path = write(tmp_path / f"a.{suffix}", text)
    reports = [
        validate(path, "--shapes", shapes),
        validate(write(tmp_path / "a.data", text), "--input-format", name, "--shapes", shapes),
        validate("-", "--input-format", name, "--shapes", shapes, stdin=text.encode()),
    ]
    assert [done.returncode for done in reports] == [1, 1, 1]
    assert reports[0].stdout == reports[1].stdout == reports[2].stdout != ""


@ENGINES
def test_a_literal_that_is_not_of_its_datatype_makes_no_noise(
    tmp_path: Path, shapes: Path, engine: str
) -> None:
    xsd = "http://www.w3.org/2001/XMLSchema#"
    odd = write(tmp_path / "odd.ttl", f'<urn:a> a <urn:x:T> ; <urn:x:p> "aldi"^^<{xsd}integer> .')
    done = validate(odd, "--shapes", shapes, "--engine", engine)
    assert (done.returncode, done.stderr) == (0, "")


def test_2_a_folder_instead_of_a_file(shapes: Path, tmp_path: Path) -> None:
    done = validate(tmp_path, "--shapes", shapes)
    assert (done.returncode, "is a folder" in done.stderr) == (2, True)


def test_2_a_profile_without_a_file(good: Path, tmp_path: Path) -> None:
    (tmp_path / "profiles" / "empty").mkdir(parents=True)
    done = validate(good, "--profile", "empty", "--profiles", tmp_path / "profiles")
    assert (done.returncode, "no RDF file" in done.stderr) == (2, True)
