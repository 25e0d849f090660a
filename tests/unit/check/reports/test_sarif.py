"""The report as SARIF 2.1.0, which points into the letters' own files."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import findings
from kamergraaf import pipeline
from kamergraaf.check import checks, reports
from kamergraaf.check.index import Index
from kamergraaf.check.letters import locate, source_form
from kamergraaf.check.ontology import Ontology
from kamergraaf.check.report import Report
from kamergraaf.check.shapes import Shapes
from kamergraaf.graph import files
from kamergraaf.graph.build import dataset

Told = Callable[..., str]

LETTER = (
    "Den Haag, 3 maart 2020\n\nGeachte Voorzitter,\n\nHet kabinet start in april 2020 een proef "
    "tegen radicalisering 🙂.\nHet ministerie van Justitie en Veiligheid voert\nhet toezicht op de "
    "gemeenten uit en heeft de aanpak versterkt.\n"
)


def run_of(text: str) -> Any:
    (run,) = json.loads(text)["runs"]
    return run


@pytest.fixture(scope="module")
def schema(request: pytest.FixtureRequest) -> Any:
    path = request.path.parent / "schemas" / "sarif-2.1.0-rtm.5.json"
    kind = jsonschema.Draft4Validator
    return kind(json.loads(path.read_text("utf-8")), format_checker=kind.FORMAT_CHECKER)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_it_is_valid(report: Report, sound: Report, told: Told, schema: Any, lang: str) -> None:
    strange = replace(
        findings.report(3), sources=("a b?.trig", "/tmp/é.ttl", "https://x.org/sparql")
    )
    for given in (report, sound, findings.report(40, 4, 4), strange):
        schema.validate(json.loads(told(given, "sarif", lang=lang)))


def test_a_result_names_rule_place_and_level(report: Report, told: Told) -> None:
    run = run_of(told(report, "sarif"))
    rules = run["tool"]["driver"]["rules"]
    (found,) = [r for r in run["results"] if r["ruleId"].endswith("/Measure-status")]
    assert rules[found["ruleIndex"]]["id"] == found["ruleId"]
    assert rules[found["ruleIndex"]]["help"]["text"].startswith("A measure has exactly one status")
    assert found["level"] == "error"
    assert found["message"]["text"].startswith("A measure has exactly one status")
    assert "proef tegen uitbuiting · status · status/someday" in found["message"]["text"]
    place = found["locations"][0]
    region = place["physicalLocation"]["region"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "proefbrief.txt"
    assert (region["startLine"], region["startColumn"]) == (7, 1)
    assert region["snippet"]["text"].startswith("Het ministerie start in april")
    node = run["logicalLocations"][place["logicalLocations"][0]["index"]]
    assert (node["name"], node["kind"]) == ("proef tegen uitbuiting", "node")


def test_what_the_shapes_did_not_see_is_a_notification(sound: Report, told: Told) -> None:
    run = run_of(told(sound, "sarif"))
    notes = run["invocations"][0]["toolConfigurationNotifications"]
    assert notes
    assert {note["descriptor"]["id"] for note in notes} == {"unseen"}
    assert not [r for r in run["results"] if r["ruleId"] == "unseen"]
    rules = run["tool"]["driver"]["rules"]
    assert all(
        rules[n["associatedRule"]["index"]]["id"] == n["associatedRule"]["id"] for n in notes
    )


def check_file(path: Path, loaded: Shapes, terms: Ontology) -> Report:
    """What is found in the graph of a letter whose measures lost their status."""
    vocabulary = pipeline.vocabulary()
    quads = dataset(pipeline.build([path], vocabulary).extractions, vocabulary)
    kept = [quad for quad in quads if not quad[1].endswith("def/status>")]
    return checks.check(Index(files.store_of(kept)), loaded, terms)


FORMS = {
    "UTF-8": lambda text: text.encode(),
    "byte order mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "UTF-16 with CRLF": lambda text: (
        codecs.BOM_UTF16_LE + text.replace("\n", "\r\n").encode("utf-16-le")
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_regions_point_at_the_same_words_in_the_file(
    tmp_path: Path, loaded: Shapes, terms: Ontology, form: str
) -> None:
    path = tmp_path / "een brief.txt"
    path.write_bytes(FORMS[form](LETTER))
    report = check_file(path, loaded, terms)
    run = run_of("".join(reports.parts(report, "sarif", reports.View())))
    encoding = run["artifacts"][0]["encoding"]
    text = path.read_bytes().decode("utf-8-sig" if encoding == "utf-8" else encoding)
    lines = text.replace("\r\n", "\n").split("\n")
    regions = [
        r["locations"][0]["physicalLocation"]["region"]
        for r in run["results"]
        if "region" in r["locations"][0].get("physicalLocation", {})
    ]
    assert regions
    assert any(region["startLine"] != region["endLine"] for region in regions)
    for region in regions:
        said = region["snippet"]["text"]
        assert text[region["charOffset"] :][: region["charLength"]] == said
        inside = lines[region["startLine"] - 1 : region["endLine"]]
        inside[-1] = inside[-1][: region["endColumn"] - 1]
        inside[0] = inside[0][region["startColumn"] - 1 :]
        assert "\n".join(inside) == said.replace("\r\n", "\n")


def test_a_text_that_is_not_its_file_s_is_not_pointed_into(told: Told) -> None:
    made = findings.report(1)
    letter = replace(made.letters[0], file="brief.pdf", media="application/pdf", digest="0" * 64)
    place = replace(made.items[0].place, page="page=3&viewrect=72,120,380,14")
    item = replace(made.items[0], place=place)
    run = run_of(told(replace(made, letters=(letter,), items=(item,)), "sarif"))
    location = run["results"][0]["locations"][0]
    assert location["physicalLocation"] == {"artifactLocation": {"uri": "brief.pdf", "index": 0}}
    assert location["properties"]["pageFragment"] == "page=3&viewrect=72,120,380,14"
    assert f"Characters {place.start}-{place.end}" in location["message"]["text"]


def test_a_changed_text_is_no_longer_its_file_s() -> None:
    from hashlib import sha256

    digest = sha256(LETTER.encode()).hexdigest()
    assert source_form(LETTER, digest) == ("utf-8", "\n")
    assert source_form(LETTER.replace("april", "maart"), digest) == ("", "")
    assert source_form(LETTER, "") == ("", "")


def test_a_node_without_a_letter_is_placed_in_the_graph(told: Told) -> None:
    made = findings.report(1)
    item = replace(made.items[0], place=made.items[0].other)
    run = run_of(told(replace(made, items=(item,)), "sarif"))
    location = run["results"][0]["locations"][0]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "data.trig"
    node = run["logicalLocations"][location["logicalLocations"][0]["index"]]
    assert run["logicalLocations"][node["parentIndex"]] == {"name": "data.trig", "kind": "graph"}


def test_letters_are_found_by_name_and_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hashlib import sha256

    for folder, words in (("a", "een"), ("b", "twee")):
        (tmp_path / "brieven" / folder).mkdir(parents=True)
        (tmp_path / "brieven" / folder / "brief.txt").write_text(words)
    made = replace(findings.letter(0, 1)[0], file="brief.txt", digest=sha256(b"twee").hexdigest())
    monkeypatch.chdir(tmp_path)
    assert locate([made], Path("brieven")) == {made.iri: str(Path("brieven/b/brief.txt"))}
    run = run_of(
        "".join(
            reports.parts(
                replace(findings.report(1), letters=(made,)),
                "sarif",
                reports.View(paths={made.iri: "brieven/b/brief.txt"}),
            )
        )
    )
    assert run["artifacts"][0]["location"]["uri"] == "brieven/b/brief.txt"


def test_fingerprints_stay_and_tell_findings_apart(report: Report, told: Told) -> None:
    def prints(report: Report) -> list[str]:
        results = run_of(told(report, "sarif"))["results"]
        return [r["partialFingerprints"]["kamergraafFinding/v1"] for r in results]

    assert len(set(prints(report))) == len(prints(report))
    fewer = replace(report, items=report.items[3:])
    assert set(prints(fewer)) < set(prints(report))


def test_messages_hold_no_placeholder_and_no_link(told: Told) -> None:
    made = findings.report(1)
    item = replace(made.items[0], focus=findings.same("{0} [klik](https://example.org)"))
    text = run_of(told(replace(made, items=(item,)), "sarif"))["results"][0]["message"]["text"]
    assert "{{0}} [klik] (https://example.org)" in text
