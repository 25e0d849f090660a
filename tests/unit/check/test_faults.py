"""Faults planted in a sound dataset: each is found, told in one form, and makes the exit code 1."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pyoxigraph import NamedNode

from kamergraaf.cli.validate import command
from kamergraaf.graph import files
from kamergraaf.iris import BASE, expand

KSH = "https://w3id.org/kamergraaf/shapes/"
FORM = {
    "severity", "about", "shape", "name", "message", "messages", "constraint", "focus", "focus_label", "path",
    "path_label", "value", "value_label", "letter", "letter_label", "sentence", "start", "end",
    "line", "column", "other", "details",
}  # fmt: skip


def write(tmp_path: Path, trig: str) -> Path:
    path = tmp_path / "data.trig"
    path.write_text(trig, "utf-8")
    return path


def run(tmp_path: Path, trig: str, *arguments: str) -> Result:
    path = write(tmp_path, trig)
    return CliRunner().invoke(command, [str(path), *arguments], catch_exceptions=False)


def plant(trig: str, old: str, new: str, times: int = 0) -> str:
    """The dataset with a fault; fails where there is nothing to replace."""
    assert old in trig, old
    return trig.replace(old, new, times) if times else trig.replace(old, new)


FAULTS: list[tuple[str, str, str, str, str]] = [
    ("a quote at other offsets", "oa:start 10 ", "oa:start 11 ", "quote-at-offsets", ""),
    ("a level of 6", "kamer:level threat-level:4", "kamer:level threat-level:6",
     KSH + "ThreatAssessment-level", "kamer:level"),
    ("an end before a start", '"2021-12-31"^^xsd:date', '"2019-12-31"^^xsd:date',
     "period-order", "kamer:end"),
    ("bounds of a date the wrong way round", '"2021-12-31"^^xsd:date', '"2019-12-31"^^xsd:date',
     KSH + "Date-order", "kamer:earliest"),
    ("a citation that is no paper", '"kst-12345-67" ', '"Wetboek van Strafrecht" ',
     KSH + "ParliamentaryPaper-identifier", "dcterms:identifier"),
    ("drie keer in the evidence", 'oa:exact "twee keer', 'oa:exact "drie keer',
     "quote-at-offsets", "oa:exact"),
    ("drie keer in the stored text", "in 2019 twee keer", "in 2019 drie keer", "text-digest",
     "kamer:textDigest"),
    ("drie keer in the stored text, against its quotes", "in 2019 twee keer", "in 2019 drie keer",
     "quote-at-offsets", "oa:exact"),
    ("drie keer in the quote", 'kamer:quote "twee keer', 'kamer:quote "drie keer', "quote-agrees",
     "kamer:quote"),
    ("a status from nowhere", "status:planned", "status:someday", KSH + "Measure-status",
     "kamer:status"),
    ("a confidence above 1", 'kamer:confidence "1"^^', 'kamer:confidence "1.5"^^', KSH + "Statement-confidence",
     "kamer:confidence"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "rule", "path"),
    [fault[1:] for fault in FAULTS],
    ids=[fault[0] for fault in FAULTS],
)
def test_finds(tmp_path: Path, trig: str, old: str, new: str, rule: str, path: str) -> None:
    result = run(tmp_path, plant(trig, old, new), "--format", "json")
    assert result.exit_code == 1
    found = [f for f in json.loads(result.stdout)["findings"] if f["shape"] == rule]
    assert found
    assert all(set(f) == FORM and f["severity"] == "violation" for f in found)
    assert all(f["messages"]["nl"] and f["messages"]["en"] and f["focus_label"] for f in found)
    if path:
        assert all(f["path"] == f"<{expand(path)}>" for f in found)


def one(result: Result, rule: str) -> dict[str, Any]:
    found = [f for f in json.loads(result.stdout)["findings"] if f["shape"] == rule]
    assert len(found) == 1
    told: dict[str, Any] = found[0]
    return told


def test_a_sound_dataset_conforms(tmp_path: Path, trig: str) -> None:
    result = run(tmp_path, trig, "--format", "json")
    report = json.loads(result.stdout)
    assert (result.exit_code, report["conforms"]) == (0, True)
    assert report["summary"]["violation"] == report["summary"]["warning"] == 0
    named = [c for c in report["checks"] if not c["id"].startswith("quality/")]
    assert named and all(check["nodes"] for check in named)


def test_a_finding_tells_letter_sentence_and_place(tmp_path: Path, trig: str) -> None:
    planted = plant(trig, "status:planned", "status:someday")
    told = one(run(tmp_path, planted, "--format", "json", "--lang", "nl"), KSH + "Measure-status")
    assert told["focus_label"] == "proef tegen uitbuiting"
    assert told["path_label"] == "status"
    assert told["letter_label"] == "proefbrief (proefbrief.txt)"
    assert told["sentence"].startswith("Het ministerie start in april 2020")
    assert (told["line"], told["column"]) == (7, 1)
    assert told["end"] - told["start"] == len(told["sentence"])
    text = run(tmp_path, planted, "--lang", "nl").stdout
    assert "Een maatregel heeft precies één status" in text
    assert "proef tegen uitbuiting" in text
    assert f"7:1, tekens {told['start']}-{told['end']}" in text
    assert "maatregel 1," in text
    assert "Voldoet niet." in text


def test_a_changed_quote_shows_what_the_text_says(tmp_path: Path, trig: str) -> None:
    planted = plant(trig, 'oa:exact "twee keer', 'oa:exact "drie keer')
    told = one(run(tmp_path, planted, "--format", "json"), "quote-at-offsets")
    assert told["value"].startswith("drie keer")
    assert "twee keer besloten" in told["message"]
    assert "in 2019 twee keer besloten tot" in told["sentence"]


def test_a_consistent_forgery_is_betrayed_by_the_number(tmp_path: Path, trig: str) -> None:
    graph = files.load(write(tmp_path, trig))
    text = next(graph.quads_for_pattern(None, NamedNode(expand("kamer:text")), None)).object.value
    digest = sha256(text.encode()).hexdigest()
    forged = plant(trig, "twee keer", "drie keer")
    forged = plant(forged, digest, sha256(text.replace("twee", "drie").encode()).hexdigest())
    result = run(tmp_path, forged, "--format", "json", "--fail-on", "warning")
    assert result.exit_code == 1
    assert one(result, "evidence-contains")["value"] == "2"


def test_a_measure_without_evidence(tmp_path: Path, trig: str) -> None:
    lines = trig.split("\n\n")
    start = "/measure/proef-tegen-uitbuiting>\n        kamer:evidence"
    kept = [part for part in lines if start not in part]
    assert len(kept) == len(lines) - 1
    result = run(tmp_path, "\n\n".join(kept), "--format", "json")
    told = one(result, KSH + "Introduced-evidence")
    assert result.exit_code == 1
    assert told["focus_label"] == "proef tegen uitbuiting"
    assert told["sentence"].startswith("Het ministerie start"), "that of a statement about it"
    rules = {f["shape"] for f in json.loads(result.stdout)["findings"]}
    assert "fact-covered" in rules, "its type and label have no proof any more"


def test_an_unknown_term_is_told_with_the_nearest(tmp_path: Path, trig: str) -> None:
    planted = plant(trig, "kamer:responsible", "kamer:responsable")
    told = one(run(tmp_path, planted, "--format", "json"), "unknown-term")
    assert told["value"] == "kamer:responsable"
    assert "kamer:responsible" in told["message"]


def test_a_triple_without_a_statement(tmp_path: Path, trig: str) -> None:
    planted = plant(trig, 'kamer:edtf "2020-04" ;', 'kamer:edtf "2020-04", "2020-05" ;', 1)
    told = one(run(tmp_path, planted, "--format", "json"), "fact-covered")
    assert (told["value"], told["focus_label"]) == ("2020-05", "april 2020")
    assert told["sentence"] == "april 2020"


def test_a_blank_node(tmp_path: Path, trig: str) -> None:
    planted = trig + "[] a <https://w3id.org/kamergraaf/def/Office> .\n"
    assert one(run(tmp_path, planted, "--format", "json"), "blank-node")["focus"].startswith("_:")


def test_evidence_that_does_not_hold_its_label(tmp_path: Path, trig: str) -> None:
    planted = plant(trig, 'rdfs:label "april 2020"@nl', 'rdfs:label "mei 2020"@nl')
    told = one(run(tmp_path, planted, "--format", "json"), "evidence-contains")
    assert told["value"] == "mei 2020"
    assert told["sentence"] == "april 2020"


def test_a_fact_that_was_removed(tmp_path: Path, trig: str) -> None:
    facts = trig.index("/graph/facts> {")
    planted = trig[:facts] + plant(trig[facts:], "kamer:status status:planned ;", "")
    told = one(run(tmp_path, planted, "--format", "json"), "statement-holds")
    assert told["focus_label"] == "proef tegen uitbuiting · status · planned"
    assert told["sentence"].startswith("Het ministerie start")


def test_an_actor_of_two_kinds(tmp_path: Path, trig: str) -> None:
    planted = trig + f"<{BASE}actor/kabinet> a <{expand('kamer:Company')}> .\n"
    told = one(run(tmp_path, planted, "--format", "json"), "actor-kind")
    assert told["focus_label"] == "kabinet"
