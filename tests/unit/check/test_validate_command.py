"""The verb: what it takes, how it ends, and that what it says does not change."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kamergraaf.cli.validate import command
from kamergraaf.graph import files
from sparql_server import endpoint

MISSPELT = "@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> a sh:NodeShape ; sh:targetClass <urn:Nothing> ; sh:closed true ."


@pytest.fixture
def data(tmp_path: Path, trig: str) -> Path:
    path = tmp_path / "data.trig"
    path.write_text(trig, "utf-8")
    return path


def kamergraaf(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The verb as a process, for its exit code."""
    return subprocess.run(
        [sys.executable, "-m", "kamergraaf", "validate", *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        check=False,
    )


def test_nothing_to_check_is_a_usage_error() -> None:
    done = kamergraaf()
    assert done.returncode == 2
    assert "say what to check" in done.stderr


@pytest.mark.parametrize(
    ("threshold", "code"), [("violation", 0), ("warning", 0), ("info", 1), ("never", 0)]
)
def test_the_threshold_decides(data: Path, threshold: str, code: int) -> None:
    result = CliRunner().invoke(command, [str(data), "--fail-on", threshold])
    assert result.exit_code == code


def test_violations_do_not_matter_to_never(data: Path, trig: str) -> None:
    data.write_text(trig.replace("status:planned", "status:someday"), "utf-8")
    assert CliRunner().invoke(command, [str(data)]).exit_code == 1
    assert CliRunner().invoke(command, [str(data), "--fail-on", "never"]).exit_code == 0


def test_an_unreadable_file(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("<a> <b>")
    done = kamergraaf(str(broken))
    assert done.returncode == 3
    assert "broken.ttl" in done.stderr
    assert not done.stdout
    assert kamergraaf(str(tmp_path / "absent.ttl")).returncode == 3
    assert kamergraaf("--store", str(tmp_path)).returncode == 3


def test_broken_shapes_and_ontology(tmp_path: Path, data: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("<a> <b>")
    for option in ("--shapes", "--ontology"):
        done = kamergraaf(str(data), option, str(broken))
        assert done.returncode == 4
        assert "broken.ttl" in done.stderr
        assert kamergraaf(str(data), option, str(tmp_path / "absent.ttl")).returncode == 3
    broken.write_text(MISSPELT)
    done = kamergraaf(str(data), "--shapes", str(broken))
    assert done.returncode == 4
    assert "nobody defines" in done.stderr


def test_own_shapes_replace_the_built_in_ones(tmp_path: Path, data: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> ."
        "@prefix kamer: <https://w3id.org/kamergraaf/def/> ."
        "<urn:s> a sh:NodeShape ; sh:targetClass kamer:Measure ; sh:property [ sh:path kamer:partner ;"
        ' sh:minCount 1 ; sh:severity sh:Warning ; sh:message "Alone"@en ] .'
    )
    arguments = [str(data), "--shapes", str(own), "--format", "json", "--fail-on", "warning"]
    result = CliRunner().invoke(command, arguments)
    report = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [f["message"] for f in report["findings"] if f["severity"] == "warning"] == ["Alone"]
    target = "targetClass https://w3id.org/kamergraaf/def/Measure"
    assert report["shapes"] == [
        {"id": "urn:s", "name": "urn:s", "targets": [target], "nodes": 1, "findings": 1}
    ]


def test_a_store_gives_what_its_file_gives(tmp_path: Path, data: Path) -> None:
    from pyoxigraph import Store

    store = Store(str(tmp_path / "store"))
    store.extend(files.load(data))
    store.flush()
    del store
    from_file = CliRunner().invoke(command, [str(data), "--format", "json"])
    from_store = CliRunner().invoke(
        command, ["--store", str(tmp_path / "store"), "--format", "json"]
    )
    assert from_store.stdout == from_file.stdout


def test_files_are_checked_together(tmp_path: Path, trig: str) -> None:
    cut = trig.index("\n<https://w3id.org/kamergraaf/id/actor/kabinet>")
    (tmp_path / "letter.trig").write_text(trig[:cut], "utf-8")
    (tmp_path / "register.ttl").write_text(trig[cut:], "utf-8")
    both = [str(tmp_path / "letter.trig"), str(tmp_path / "register.ttl")]
    assert CliRunner().invoke(command, both).exit_code == 0
    assert CliRunner().invoke(command, both[:1]).exit_code == 1


def test_turtle_has_no_graphs_to_check_coverage_in(tmp_path: Path, data: Path) -> None:
    path = tmp_path / "union.ttl"
    files.write(files.quads_of(files.load(data)), path)
    result = CliRunner().invoke(command, [str(path), "--format", "json"])
    report = json.loads(result.stdout)
    assert result.exit_code == 0
    assert {"fact-covered"} <= {f["focus"] for f in report["findings"] if f["shape"] == "unseen"}


@pytest.mark.parametrize("format_", ["text", "json"])
def test_the_same_report_under_another_hash_seed(data: Path, trig: str, format_: str) -> None:
    data.write_text(trig.replace("kamer:rule", "kamer:rul"), "utf-8")
    reports = [
        kamergraaf(str(data), "--format", format_, PYTHONHASHSEED=seed).stdout for seed in "12"
    ]
    assert reports[0] == reports[1] != ""


def test_a_day_that_does_not_exist_is_told_in_the_report_alone(data: Path, trig: str) -> None:
    data.write_text(trig.replace('"2020-02-29"^^xsd:date', '"2020-02-30"^^xsd:date'), "utf-8")
    done = kamergraaf(str(data))
    assert done.returncode == 1
    assert "real calendar day" in done.stdout
    assert not done.stderr


def test_an_endpoint_gives_what_its_data_give(tmp_path: Path, data: Path, trig: str) -> None:
    from_file = CliRunner().invoke(command, [str(data), "--no-quality"])
    with endpoint(trig) as url:
        arguments = ["--endpoint", url, "--no-quality"]
        from_endpoint = CliRunner().invoke(command, arguments)
        facts = next(q.graph_name for q in files.load(data) if "facts" in str(q.graph_name))
        one = CliRunner().invoke(command, [*arguments, "--named-graph", str(facts)[1:-1]])
    assert from_endpoint.stdout == from_file.stdout
    assert one.exit_code == 1, "facts without their statements and registers"


def test_blank_nodes_of_two_files_stay_apart(tmp_path: Path) -> None:
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> a sh:NodeShape ; sh:targetSubjectsOf <urn:p> ;"
        " sh:property [ sh:path <urn:p> ; sh:maxCount 1 ] ."
    )
    for number in (1, 2):
        (tmp_path / f"{number}.ttl").write_text(f"_:x <urn:p> {number} . [] <urn:p> 1, 2 .")
    both = [str(tmp_path / "1.ttl"), str(tmp_path / "2.ttl"), "--shapes", str(shapes)]
    runs = [CliRunner().invoke(command, [*both, "--format", "json"]).stdout for _ in range(2)]
    assert runs[0] == runs[1], "a node without a name has the same one in each run"
    found = json.loads(runs[0])
    assert [f["focus"] for f in found["findings"]] == ["_:anon2", "_:anon2-2"]
    assert found["shapes"][0]["nodes"] == 4


def test_the_fast_engine_starts_without_rdflib(data: Path) -> None:
    code = (
        "import sys; from click.testing import CliRunner; from kamergraaf.cli.validate import command;"
        f"assert CliRunner().invoke(command, [{str(data)!r}]).exit_code == 0;"
        "print(sorted({'rdflib', 'pyshacl', 'SPARQLWrapper'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_graph_that_the_shapes_know_nothing_of_does_not_conform_in_silence(
    tmp_path: Path,
) -> None:
    other = tmp_path / "other.ttl"
    other.write_text("<urn:a> <urn:p> 1 .")
    result = CliRunner().invoke(command, [str(other)])
    assert result.exit_code == 0
    assert "Are these the shapes for these data" in result.stdout
    assert result.stdout.endswith("Nothing was checked.\n")
    assert CliRunner().invoke(command, [str(other), "--fail-on", "warning"]).exit_code == 1
