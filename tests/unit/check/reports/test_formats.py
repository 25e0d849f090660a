"""What holds for every format: the command takes it, the bytes stay, the file is whole or not there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from kamergraaf.check.report import Report
from kamergraaf.check.reports import FORMATS
from kamergraaf.cli import reporting
from kamergraaf.cli.validate import command

Told = Callable[..., str]
DETAILED = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix kamer: <https://w3id.org/kamergraaf/def/> .
<urn:s> a sh:NodeShape ; sh:targetClass kamer:Measure ;
    sh:node [ sh:property [ sh:path kamer:partner ; sh:minCount 1 ; sh:message "Niemand doet mee."@nl ] ] .
"""


@pytest.fixture
def data(tmp_path: Path, broken: str) -> Path:
    path = tmp_path / "data.trig"
    path.write_text(broken, "utf-8")
    return path


def test_the_command_offers_every_format() -> None:
    assert reporting.FORMATS == FORMATS


@pytest.mark.parametrize("format_", FORMATS)
def test_a_file_gets_what_the_screen_gets(tmp_path: Path, data: Path, format_: str) -> None:
    path = tmp_path / "report"
    screen = CliRunner().invoke(command, [str(data), "--format", format_])
    written = CliRunner().invoke(command, [str(data), "--format", format_, "-o", str(path)])
    assert (screen.exit_code, written.exit_code) == (1, 1)
    assert path.read_text("utf-8") == screen.stdout
    assert written.stdout.strip().endswith(f"Does not conform. {path}")


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_bytes_under_another_hash_seed(data: Path, format_: str) -> None:
    data.write_text(data.read_text("utf-8") + "[] a <https://w3id.org/kamergraaf/def/Measure> .\n")
    told = [
        subprocess.run(
            [sys.executable, "-m", "kamergraaf", "validate", str(data), "--format", format_],
            capture_output=True, check=False, env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in "12"
    ]  # fmt: skip
    assert told[0] == told[1] != b""


def test_a_report_that_cannot_be_written_is_not_begun(tmp_path: Path, data: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kamergraaf", "validate", str(data), "-o", str(tmp_path / "no/r.txt")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 3
    assert "no/r.txt: cannot write" in done.stderr
    assert list(tmp_path.iterdir()) == [data]


def test_letters_that_are_not_there_are_bad_input(tmp_path: Path, data: Path) -> None:
    arguments = [str(data), "--format", "sarif", "--letters", str(tmp_path / "none")]
    done = subprocess.run(
        [sys.executable, "-m", "kamergraaf", "validate", *arguments],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 3
    assert "none: no such folder" in done.stderr


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_a_terminal_gets_colours_unless_it_wants_none(
    data: Path, no_color: str, coloured: bool
) -> None:
    own, theirs = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "kamergraaf", "validate", str(data), "--limit", "1"],
        stdout=theirs, env={**os.environ, "NO_COLOR": no_color},
    ):  # fmt: skip
        os.close(theirs)
        told = b""
        with suppress(OSError):  # that is how the other end of a terminal ends
            while piece := os.read(own, 4096):
                told += piece
    os.close(own)
    assert b"Does not conform." in told
    assert (b"\x1b[31m" in told) is coloured


def test_what_is_piped_has_no_colours(data: Path) -> None:
    assert "\x1b" not in CliRunner().invoke(command, [str(data)]).stdout


@pytest.mark.parametrize("engine", ["fast", "pyshacl"])
def test_what_stands_behind_a_finding_is_told_in_words(
    tmp_path: Path, data: Path, engine: str
) -> None:
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(DETAILED, "utf-8")
    arguments = [str(data), "--shapes", str(shapes), "--engine", engine]
    (found,) = [
        f
        for f in json.loads(CliRunner().invoke(command, [*arguments, "--format", "json"]).stdout)[
            "findings"
        ]
        if f["shape"] == "urn:s"
    ]
    assert found["details"] == ["partner: Niemand doet mee."]
    assert "because     partner: Niemand doet mee." in CliRunner().invoke(command, arguments).stdout
    for format_ in ("html", "junit"):
        assert (
            "partner: Niemand doet mee."
            in CliRunner().invoke(command, [*arguments, "--format", format_]).stdout
        )


def test_json_tells_what_each_rule_looked_at_and_found(report: Report, told: Told) -> None:
    shapes = {shape["id"]: shape for shape in json.loads(told(report, "json"))["shapes"]}
    measure = shapes["https://w3id.org/kamergraaf/shapes/Measure"]
    assert measure["targets"] == ["targetClass https://w3id.org/kamergraaf/def/Measure"]
    assert (measure["nodes"], measure["findings"]) == (1, 1)
