"""Graph files: the same bytes twice, whole or not at all, and read back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from kamergraaf.errors import InputError, UsageError
from kamergraaf.graph import files
from kamergraaf.graph.build import dataset
from kamergraaf.graph.jsonld import Context, jsonld
from kamergraaf.graph.quads import Quad
from making import gulls, vocabulary

DATASETS = ("trig", "nq", "jsonld")
UNIONS = ("ttl", "rdf")


@pytest.fixture(scope="module")
def quads(tmp_path_factory: pytest.TempPathFactory) -> list[Quad]:
    terms = vocabulary(tmp_path_factory.mktemp("terms"))
    return dataset([gulls().done(), gulls("b.txt").done()], terms)


@pytest.mark.parametrize("suffix", DATASETS)
def test_a_dataset_file_gives_back_every_quad(
    quads: list[Quad], suffix: str, tmp_path: Path
) -> None:
    path = tmp_path / f"graph.{suffix}"
    files.write(quads, path)
    assert set(files.quads_of(files.load(path))) == set(quads)


@pytest.mark.parametrize("suffix", UNIONS)
def test_a_union_file_gives_back_every_triple_and_says_that_it_is_one(
    quads: list[Quad], suffix: str, tmp_path: Path
) -> None:
    path = tmp_path / f"graph.{suffix}"
    files.write(quads, path)
    assert {q[:3] for q in files.quads_of(files.load(path))} == {q[:3] for q in quads}
    assert files.UNION in path.read_text("utf-8")[:300]


@pytest.mark.parametrize("suffix", [*DATASETS, *UNIONS])
def test_rdflib_reads_the_same(quads: list[Quad], suffix: str, tmp_path: Path) -> None:
    import rdflib

    path = tmp_path / f"graph.{suffix}"
    files.write(quads, path)
    names = {"nq": "nquads", "jsonld": "json-ld", "ttl": "turtle", "rdf": "xml"}
    graph = rdflib.Dataset(default_union=True)
    graph.parse(path, format=names.get(suffix, suffix))
    assert len({(s, p, o) for s, p, o, _ in graph.quads()}) == len({q[:3] for q in quads})
    text = rdflib.URIRef("https://w3id.org/kamergraaf/def/text")
    assert {str(o) for o in graph.objects(None, text)} == {gulls().document.text}


def test_the_order_of_the_quads_does_not_matter(quads: list[Quad]) -> None:
    for format_ in files.WRITERS:
        assert files.serialise(quads, format_) == files.serialise(reversed(quads), format_)


def test_the_same_bytes_under_another_hash_seed(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from making import gulls, vocabulary\n"
        "from kamergraaf.graph import build, files\n"
        "quads = build.dataset([gulls().done()], vocabulary(Path(sys.argv[1])))\n"
        "sys.stdout.write(''.join(files.serialise(quads, f) for f in sorted(files.WRITERS)))\n"
    )
    here = Path(__file__).resolve()
    paths = os.pathsep.join([str(here.parents[2]), str(here.parents[3] / "src")])
    digests = set()
    for seed in ("1", "2", "77"):
        done = subprocess.run(
            [sys.executable, "-c", program, str(tmp_path)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths},
            capture_output=True,
            check=True,
        )
        assert len(done.stdout) > 100_000
        digests.add(sha256(done.stdout).hexdigest())
    assert len(digests) == 1


def test_what_a_store_gives_back_is_written_as_it_was(quads: list[Quad]) -> None:
    again = files.quads_of(files.store_of(quads))
    assert files.serialise(again, "nquads") == files.serialise(quads, "nquads")


def test_json_ld_carries_its_context_and_uses_its_terms() -> None:
    using = Context(
        {
            "@version": 1.1,
            "ex": "http://example.org/",
            "id": "@id",
            "knows": {"@id": "ex:knows", "@type": "@id"},
            "name": {"@id": "ex:name", "@language": "nl"},
            "all": {"@id": "ex:all", "@container": "@list"},
        }
    )
    some = [
        ("<http://example.org/a>", "<http://example.org/knows>", "<http://example.org/b>", ""),
        ("<http://example.org/a>", "<http://example.org/knows>", '"niet"', ""),
        ("<http://example.org/a>", "<http://example.org/name>", '"Aa"@nl', ""),
        ("<http://example.org/a>", "<http://example.org/name>", '"Ay"@en', ""),
        ("<http://example.org/a>", "<http://example.org/all>", '"x"', ""),
    ]
    (node,) = json.loads(jsonld(some, using))["@graph"]
    assert node == {
        "@id": "ex:a",
        "ex:all": "x",
        "knows": [{"@value": "niet"}, "ex:b"],
        "name": ["Aa", {"@value": "Ay", "@language": "en"}],
    }


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "graph.rdf"
    path.write_text("old")
    with pytest.raises(InputError, match="control character"):
        files.write([("<urn:s>", "<urn:x/p>", '"\\u0001"', "")], path)
    assert [p.name for p in tmp_path.iterdir()] == ["graph.rdf"]
    assert path.read_text() == "old"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot write"):
        files.write([("<urn:s>", "<urn:p>", "<urn:o>", "")], tmp_path / "no" / "graph.nq")


def test_an_unknown_suffix_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.trig"):
        files.write([], tmp_path / "graph.doc")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.ttl", "<urn:s> <urn:p> <urn:o> .\n<urn:s> <urn:p>\n", r"a\.ttl:[23]: does not parse"),
        ("a.trig", "<urn:g> {\n <urn:s> <urn:p> oeps }", r"a\.trig:2: does not parse"),
        ("a.nq", "<urn:s> <urn:p> 5 .\n", r"a\.nq:1: does not parse"),
        ("a.jsonld", '{"@id": ', "does not parse"),
        ("a.rdf", "<rdf:RDF", "does not parse"),
        ("a.jsonld", '{"@context": "https://example.org/c", "@id": "urn:a"}', "does not parse"),
        ("a.ttl", "", "holds no statement"),
        ("a.ttl", "# niets\n", "holds no statement"),
    ],
)
def test_a_broken_file_is_told_with_its_line(
    name: str, content: str, message: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(content)
    with pytest.raises(InputError, match=message):
        files.load(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        files.load(tmp_path / "graph.ttl")


def test_a_property_that_xml_cannot_name_is_told() -> None:
    with pytest.raises(InputError, match="cannot write the property"):
        files.serialise([("<urn:s>", "<http://example.org/12>", '"x"', "")], "rdfxml")
