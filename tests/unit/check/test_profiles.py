"""Standard profiles by name, and graphs that other tools made."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kamergraaf.check import profiles
from kamergraaf.cli.validate import command
from kamergraaf.errors import BrokenResourceError, InputError, UsageError

SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <urn:x:> .
x:S sh:targetClass x:Person ; sh:property [ sh:path x:name ; sh:minCount 1 ] .
"""
DATA = "<urn:a> a <urn:x:Person> . <urn:b> a <urn:x:Child> ; <urn:x:name> 'B' ; <urn:x:by> [] ."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two profiles, one of them with shapes, a vocabulary, and an example that is broken."""
    person = tmp_path / "profiles" / "person"
    (person / "deep").mkdir(parents=True)
    (person / "anything.ttl").write_text(SHAPES)
    (person / "deep" / "terms.nt").write_text(
        "<urn:x:Child> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
        " <http://www.w3.org/2002/07/owl#Class> .\n"
        "<urn:x:Child> <http://www.w3.org/2000/01/rdf-schema#subClassOf> <urn:x:Person> .\n"
    )
    (person / "shapes.jsonld").write_text('{"@id": "urn:e", "@type": "urn:x:Person"}')
    (person / "README.md").write_text("read me")
    (tmp_path / "profiles" / "empty").mkdir()
    (tmp_path / "profiles" / "words").mkdir()
    (tmp_path / "profiles" / "words" / "a.ttl").write_text("<urn:a> <urn:b> 1 .")
    return tmp_path / "profiles"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "data.ttl"
    path.write_text(DATA)
    return path


def run(*arguments: str | Path, **environment: str) -> Result:
    return CliRunner().invoke(command, [str(a) for a in arguments], env=environment)


def report(*arguments: str | Path, **environment: str) -> dict[str, Any]:
    found = json.loads(run(*arguments, "--format", "json", **environment).stdout)
    assert isinstance(found, dict)
    return found


def test_what_a_file_is_its_content_tells(folder: Path) -> None:
    found = profiles.find("person", folder)
    assert [file.name for file in found.shapes] == ["anything.ttl"]
    assert [file.name for file in found.ontology] == ["terms.nt"]
    assert [file.name for file in found.aside] == ["shapes.jsonld"]


def test_a_profile_checks_with_its_own_hierarchy(folder: Path, data: Path) -> None:
    found = report(data, "--profile", "person", "--profiles", folder)
    assert [seen["nodes"] for seen in found["shapes"]] == [2], "a child is a person"
    assert [f["focus"] for f in found["findings"]] == ["urn:a"]


def test_the_variable_names_the_folder(folder: Path, data: Path) -> None:
    found = report(data, "--profile", "person", KAMERGRAAF_PROFILES=str(folder))
    assert len(found["findings"]) == 1


def test_what_was_left_aside_is_told(folder: Path, data: Path) -> None:
    result = run(data, "--profile", "person", "--profiles", folder)
    assert "shapes from 1 file" in result.stderr
    assert "left aside: shapes.jsonld" in result.stderr
    assert "left aside" not in result.stdout


def test_a_profile_that_is_not_there(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"no profile 'persons'; there are person, words"):
        profiles.find("persons", folder)
    with pytest.raises(UsageError, match="no profile"):
        profiles.find("../profiles/person", folder)
    with pytest.raises(UsageError, match="--profiles DIR, or the variable"):
        profiles.find("person")
    with pytest.raises(InputError, match="no such folder"):
        profiles.find("person", folder / "absent")
    with pytest.raises(BrokenResourceError, match="no file of this profile holds shapes"):
        profiles.find("words", folder)


def test_a_graph_of_others_is_not_held_to_our_promises(folder: Path, data: Path) -> None:
    found = report(data, "--shapes", folder / "person/anything.ttl", "--fail-on", "info")
    assert found["checks"] == []
    assert {f["shape"] for f in found["findings"]} == {"urn:x:S <urn:x:name>"}


def test_a_graph_of_ours_with_other_shapes_tells_what_was_seen(
    tmp_path: Path, trig: str, folder: Path
) -> None:
    ours = tmp_path / "ours.trig"
    ours.write_text(trig.replace("oa:start 10 ", "oa:start 11 "))
    shapes = tmp_path / "own.ttl"
    shapes.write_text(SHAPES.replace("x:Person", "<https://w3id.org/kamergraaf/def/Measure>"))
    found = report(ours, "--shapes", shapes)
    assert "quote-at-offsets" in {f["shape"] for f in found["findings"]}
    assert all(seen["nodes"] for seen in found["checks"])
    assert not {"unseen"} & {f["shape"] for f in found["findings"]}


def test_a_thesaurus_of_ours_may_have_blank_nodes(root: Path, tmp_path: Path) -> None:
    shapes = tmp_path / "own.ttl"
    target = "<http://www.w3.org/2004/02/skos/core#Concept>"
    shapes.write_text(
        SHAPES.replace("x:Person", target).replace(
            "x:name", "<http://www.w3.org/2004/02/skos/core#prefLabel>"
        )
    )
    found = report(
        root / "ontology/kamergraaf.ttl", root / "ontology/threats.ttl", "--shapes", shapes
    )
    assert not {"blank-node", "unknown-term"} & {f["shape"] for f in found["findings"]}


PUBLISHED = [
    ("dcat-ap-3", "dcat-ap-3/example-bee-population-2022-2023.ttl", 2),
    ("dcat-ap-nl", "dcat-ap-nl/voorbeeld-dcatDatasetSeries-1.ttl", 16),
    ("nl-sbb", "nl-sbb/nl-sbb-thesaurus.ttl", 0),
]


@pytest.mark.parametrize(("name", "example", "violations"), PUBLISHED)
def test_published_profiles_check_their_own_examples(
    shared: Path, name: str, example: str, violations: int
) -> None:
    standards = shared / "standards"
    found = report(standards / example, "--profile", name, "--profiles", standards)
    assert found["summary"]["violation"] == violations
    content = [f for f in found["findings"] if f["about"] == "content"]
    assert content and all(f["name"] and f["message"] for f in content)
    assert not any("anon" in f["shape"] or "_:" in f["name"] for f in content)


def test_our_thesaurus_meets_nl_sbb(shared: Path, root: Path) -> None:
    files = [root / "ontology" / f"{name}.ttl" for name in ("threats", "measures")]
    found = report(*files, "--profile", "nl-sbb", "--profiles", shared / "standards")
    assert found["conforms"]
    content = [f for f in found["findings"] if f["about"] == "content"]
    assert {f["severity"] for f in content} <= {"info"}
