"""Input made to hurt: bounded time and memory, no network, a clear error, never a traceback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from check_running import validate

MILLION = 1_000_000
PREFIXES = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <urn:x:> .\n"
SHAPE = PREFIXES + "x:S a sh:NodeShape ; sh:targetClass x:T ; sh:property [ sh:path x:p ; %s ] .\n"
RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="urn:x:">'
    '<x:T rdf:about="urn:a"><x:p>%s</x:p></x:T></rdf:RDF>'
)
ENGINES = pytest.mark.parametrize("engine", ["fast", "pyshacl"])


@pytest.fixture
def shapes(tmp_path: Path) -> Path:
    path = tmp_path / "shapes.ttl"
    path.write_text(SHAPE % "sh:minCount 1 ; sh:maxLength 100")
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "data.ttl"
    path.write_text(f'<urn:a> a <urn:x:T> ; <urn:x:p> "{"a" * 60}!" ; <urn:x:q> <urn:a> .')
    return path


def write(path: Path, *parts: str) -> Path:
    with path.open("w") as file:
        file.writelines(parts)
    return path


HUGE = "x" * (200 << 20)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "before", "after", "code"),
    [
        ("huge.ttl", '<urn:a> a <urn:x:T> ; <urn:x:p> "', '" .', 3),
        ("huge.nt", '<urn:a> <urn:x:p> "', '" .\n', 3),
        ("huge.jsonld", '{"@id": "urn:a", "@type": "urn:x:T", "urn:x:p": "', '"}', 3),
        ("huge.rdf", *RDF.split("%s"), 1),
    ],
)
def test_a_literal_of_200_megabytes(
    tmp_path: Path, shapes: Path, name: str, before: str, after: str, code: int
) -> None:
    path = write(tmp_path / name, before, HUGE, after)
    done = validate(path, "--shapes", shapes, megabytes=4096)
    path.unlink()
    assert done.returncode == code
    assert len(done.stdout) < 10_000
    if code == 3:
        assert "more than 16 MB" in done.stderr


def test_entities_that_multiply(tmp_path: Path, shapes: Path) -> None:
    inner = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    bomb = f'<!DOCTYPE r [<!ENTITY a0 "lol">{inner}]>' + RDF % "&a11;"
    done = validate(write(tmp_path / "bomb.rdf", bomb), "--shapes", shapes)
    assert done.returncode == 3
    assert "amplification" in done.stderr


def test_entities_that_name_files_are_not_read(tmp_path: Path, shapes: Path) -> None:
    secret = write(tmp_path / "secret", "SECRET")
    text = f'<!DOCTYPE r [<!ENTITY a SYSTEM "{secret.as_uri()}">]>' + RDF % "&a;"
    done = validate(write(tmp_path / "a.rdf", text), "--shapes", shapes, "--format", "json")
    assert done.returncode == 3
    assert "SECRET" not in done.stdout + done.stderr


def test_a_remote_context_is_not_fetched(tmp_path: Path, shapes: Path) -> None:
    text = '{"@context": "http://127.0.0.1:9/c.jsonld", "@id": "urn:a", "name": "x"}'
    done = validate(write(tmp_path / "a.jsonld", text), "--shapes", shapes)
    assert done.returncode == 3
    assert "another server, and nothing is fetched" in done.stderr


DEEP = {
    "a.ttl": ("<urn:a> a <urn:x:T> ; <urn:x:p> ", "[ <urn:x:p> ", "1", " ]", " ."),
    "b.ttl": ("<urn:a> a <urn:x:T> ; <urn:x:p> ", "(", "", ")", " ."),
    "a.jsonld": ('{"@id": "urn:a", "urn:x:p": ', '{"urn:x:p": ', "1", "}", "}"),
    "b.jsonld": ("", "[", "", "]", ""),
    "a.rdf": (RDF[: RDF.index("%s")], "<x:T><x:p>", "", "</x:p></x:T>", RDF.split("%s")[1]),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", DEEP)
def test_data_nested_a_hundred_thousand_deep(tmp_path: Path, shapes: Path, name: str) -> None:
    start, opening, middle, closing, end = DEEP[name]
    times = MILLION // 10
    path = write(tmp_path / name, start, opening * times, middle, closing * times, end)
    done = validate(path, "--shapes", shapes, megabytes=4096, seconds=120)
    if name.endswith(".ttl"):
        assert done.returncode in (0, 1), "a reader without recursion takes it"
    else:
        assert done.returncode == 3
        assert (name in done.stderr and "deep" in done.stderr) or "stack size" in done.stderr


@ENGINES
def test_a_catastrophic_regular_expression(tmp_path: Path, data: Path, engine: str) -> None:
    shapes = write(tmp_path / "s.ttl", SHAPE % 'sh:pattern "^(a+)+$"')
    done = validate(data, "--shapes", shapes, "--engine", engine, "--timeout", "2", seconds=20)
    if engine == "fast":
        assert done.returncode in (1, 4)
    else:
        assert done.returncode == 4
        assert "took more than 2 seconds" in done.stderr


@ENGINES
def test_a_recursive_shape(tmp_path: Path, data: Path, engine: str) -> None:
    text = SHAPE.replace("x:p", "x:q") % "sh:node x:S"
    shapes = write(tmp_path / "s.ttl", text)
    done = validate(data, "--shapes", shapes, "--engine", engine, seconds=20)
    if engine == "fast":
        assert done.returncode == 4
        assert "refers to itself" in done.stderr
    else:
        assert done.returncode == 0


_FIRST = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first"
_REST = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest"
_PATH = SHAPE.split("x:p ; %s")
_NODE = [PREFIXES + "x:S a sh:NodeShape ; sh:targetClass x:T ; sh:not ", " ."]
DEEP_SHAPES: dict[str, Callable[[int], tuple[str, ...]]] = {
    "a sequence": lambda times: (_PATH[0], "( ", "x:q " * times, ")", _PATH[1]),
    "inverses": lambda times: (
        *(_PATH[0], "[ sh:inversePath " * times, "x:q", " ]" * times, _PATH[1]),
    ),
    "shapes in shapes": lambda times: (
        *(
            _NODE[0],
            "[ sh:not " * times,
            "[ sh:class x:T ; sh:nodeKind sh:IRI ]",
            " ]" * times,
            _NODE[1],
        ),
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", DEEP_SHAPES)
def test_paths_and_shapes_a_million_deep(tmp_path: Path, data: Path, name: str) -> None:
    shapes = write(tmp_path / "s.ttl", *DEEP_SHAPES[name](MILLION))
    done = validate(data, "--shapes", shapes, megabytes=4096)
    assert done.returncode == 4
    assert "shapes of more than 1,000,000 triples" in done.stderr


@ENGINES
@pytest.mark.parametrize("name", DEEP_SHAPES)
def test_paths_and_shapes_as_deep_as_an_engine_gets(
    tmp_path: Path, data: Path, engine: str, name: str
) -> None:
    shapes = write(tmp_path / "s.ttl", *DEEP_SHAPES[name](30_000))
    done = validate(data, "--shapes", shapes, "--engine", engine, "--timeout", "2")
    assert done.returncode == 4
    assert done.stderr.count("\n") == 1 and len(done.stderr) < 500


@ENGINES
def test_a_path_in_a_circle(tmp_path: Path, data: Path, engine: str) -> None:
    circle = (_PATH[0], "_:l", _PATH[1], "_:l <", _FIRST, "> x:q ; <", _REST, "> _:l .")
    shapes = write(tmp_path / "s.ttl", *circle)
    done = validate(data, "--shapes", shapes, "--engine", engine, "--timeout", "5")
    assert done.returncode == 4
    assert done.stderr.count("\n") == 1


@ENGINES
@pytest.mark.parametrize(
    "query",
    [
        "SELECT $this WHERE { SERVICE <http://127.0.0.1:9/> { $this ?p ?o } }",
        "SELECT $this FROM <http://127.0.0.1:9/> WHERE { $this ?p ?o }",
        "SELECT $this FROM NAMED <file:///etc/passwd> WHERE { GRAPH ?g { $this ?p ?o } }",
    ],
)
def test_a_query_reads_nothing_from_elsewhere(
    tmp_path: Path, data: Path, engine: str, query: str
) -> None:
    text = f'x:S a sh:NodeShape ; sh:targetClass x:T ; sh:sparql [ sh:select "{query}" ] .'
    shapes = write(tmp_path / "s.ttl", PREFIXES, text)
    done = validate(data, "--shapes", shapes, "--engine", engine)
    assert done.returncode == 4
    assert "another server" in done.stderr


@ENGINES
def test_imports_and_prefixes_are_not_fetched(tmp_path: Path, data: Path, engine: str) -> None:
    far = "<http://127.0.0.1:9/x>"
    owl = "<http://www.w3.org/2002/07/owl#imports>"
    text = (
        f"<urn:o> {owl} {far} ; sh:shapesGraph {far} . x:S a sh:NodeShape ; sh:targetClass x:T ;"
        f' sh:sparql [ sh:prefixes {far} ; sh:select "SELECT $this WHERE {{ $this <urn:n> ?o }}" ] .'
    )
    shapes = write(tmp_path / "s.ttl", PREFIXES, text)
    with data.open("a") as file:
        file.write(f"<urn:d> {owl} {far} .")
    done = validate(data, "--shapes", shapes, "--engine", engine)
    assert done.returncode == 0, done.stderr
    assert "[shapes-import] (1, about the shapes)" in done.stdout
    assert "[data-import] (1, about the data as such)" in done.stdout
