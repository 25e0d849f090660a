"""An annotation to start from is a valid annotation, against which everything read is right."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from kamergraaf import pipeline
from kamergraaf.cli.group import group
from kamergraaf.errors import UsageError
from kamergraaf.evaluate import annotations, form
from kamergraaf.evaluate.reading import Desk
from kamergraaf.evaluate.run import Read, evaluate
from kamergraaf.evaluate.template import as_json, template
from making import DOCUMENT, Letter


def test_everything_read_is_right_against_its_own_template(
    sources: Path, tmp_path: Path, desk: Desk, read: Read
) -> None:
    for path in pipeline.letters([sources / "corpus", sources / "letters"]):
        extraction = read(path)
        source = path.relative_to(sources).as_posix()
        made = as_json(template(source, extraction, desk.read(extraction)))
        (tmp_path / f"{path.stem}.json").write_text(made, "utf-8")
    run = evaluate(tmp_path, sources, read, pipeline.vocabulary())
    assert run.kinds["measures"].right > 20
    assert {k for k, t in run.kinds.items() if t.extra or t.missed} == set()
    assert {k for k, one in run.fields.items() if one.value < 1} == set()


def test_a_template_has_every_kind_and_field(letters: Path, desk: Desk, read: Read) -> None:
    extraction = read(letters / "meldpunt.txt")
    made = template("meldpunt.txt", extraction, desk.read(extraction))
    assert not form.problems(made)
    assert list(made) == ["source", "document", *form.ITEMS]
    assert made["document"]["date"] == "2025-03-03"
    assert made["document"]["subject"] == "Meldpunt voor drones"
    assert {"id": "kst-28684-755", "quote": "Kamerstukken II 2023/24, 28 684, nr. 755"} in made[
        "references"
    ]
    assert json.loads(as_json(made)) == made


def test_pieces_that_stand_apart_have_an_ellipsis_between_them(desk: Desk) -> None:
    letter = Letter("De meeuwen krijsen. Het waait. De gemeente verjaagt ze.")
    aim = letter.thing("concern/meeuwen", "ThreatAsWritten", "meeuwen", "meeuwen", "verjaagt ze")
    letter.fact(DOCUMENT, "kamer:namesThreat", aim, "meeuwen", "verjaagt ze")
    extraction = letter.done()
    made = template("a.txt", extraction, desk.read(extraction))
    assert [t["quote"] for t in made["threats"]] == ["meeuwen […] verjaagt ze"]
    assert annotations.stands("meeuwen […] verjaagt ze", letter.document)


def test_the_command_writes_a_file_once(letters: Path, tmp_path: Path) -> None:
    doc, out = letters / "meldpunt.txt", tmp_path / "meldpunt.json"
    words = ["annotate-template", str(doc), "-o", str(out), "--docs", str(tmp_path)]
    assert CliRunner().invoke(group, words).exit_code == 0
    assert json.loads(out.read_text("utf-8"))["source"] == "docs/meldpunt.txt"
    again = CliRunner().invoke(group, words)
    assert isinstance(again.exception, UsageError)
    assert "there already" in str(again.exception)


def test_the_command_writes_to_standard_output(letters: Path) -> None:
    result = CliRunner().invoke(group, ["annotate-template", str(letters / "meldpunt.txt")])
    assert json.loads(result.stdout)["source"] == "meldpunt.txt"
