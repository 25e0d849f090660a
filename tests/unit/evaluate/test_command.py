"""``kamergraaf evaluate`` on the command line: what it writes where, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kamergraaf.cli.evaluate import KINDS
from kamergraaf.cli.group import group
from kamergraaf.errors import InputError
from kamergraaf.evaluate.matching import SAME


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    content = {
        "source": "meldpunt.txt",
        "document": {"kind": "letter", "date": "2025-03-03"},
        "actors": [
            {"name": "Politie", "kind": "agency", "quote": "De politie"},
            {"name": "Havenschap", "kind": "agency", "quote": "een veilige haven"},
        ],
    }
    (folder / "meldpunt.json").write_text(json.dumps(content), "utf-8")
    return folder


def evaluate(*words: str | Path) -> Result:
    return CliRunner().invoke(group, ["evaluate", *map(str, words)])


def test_the_kinds_of_the_option_are_those_that_are_scored() -> None:
    assert tuple(SAME) == KINDS


def test_figures_misses_rules_and_documents_as_text(gold: Path, letters: Path) -> None:
    result = evaluate(gold, letters, "--show", "actors", "--rules", "--per-document")
    assert result.exit_code == 0
    assert "kind    precision  recall" in result.stdout
    assert "missed  meldpunt: Havenschap" in result.stdout
    assert "What each rule does" in result.stdout
    assert "F1 per document" in result.stdout


def test_the_suffix_says_the_format(gold: Path, letters: Path, tmp_path: Path) -> None:
    for name in ("run.json", "run.md", "run.txt"):
        result = evaluate(gold, letters, "-o", tmp_path / name)
        assert result.exit_code == 0
        assert result.stdout.startswith("kind ")
    assert json.loads((tmp_path / "run.json").read_text("utf-8"))["kinds"]["actors"]["right"] == 1
    assert (tmp_path / "run.md").read_text("utf-8").startswith("| kind | precision |")
    assert (tmp_path / "run.txt").read_text("utf-8") == result.stdout
    markdown = evaluate(gold, letters, "--format", "markdown")
    assert markdown.stdout == (tmp_path / "run.md").read_text("utf-8")


def test_an_earlier_run_is_compared(gold: Path, letters: Path, tmp_path: Path) -> None:
    earlier = tmp_path / "earlier.json"
    evaluate(gold, letters, "-o", earlier)
    text = (letters / "meldpunt.txt").read_text("utf-8")
    (letters / "meldpunt.txt").write_text(text.replace("De politie", "Er is"), "utf-8")
    path = gold / "meldpunt.json"
    path.write_text(path.read_text("utf-8").replace("De politie", "een meldpunt"), "utf-8")
    result = evaluate(gold, letters, "--compare", earlier, "--show", "actors")
    assert result.exit_code == 0
    assert "Compared with the earlier run" in result.stdout
    whole = json.loads(evaluate(gold, letters, "--compare", earlier, "--format", "json").stdout)[
        "compared"
    ]
    shift = next(s for s in whole["shifts"] if s["what"] == "actors" and not s["document"])
    assert shift["now"] == 0.0


def test_a_document_that_cannot_be_read_ends_with_3(gold: Path, letters: Path) -> None:
    (letters / "meldpunt.txt").write_bytes(b"")
    result = evaluate(gold, letters)
    assert result.exit_code == 3
    assert "failed  meldpunt" in result.stdout


def test_an_error_in_an_annotation_stops_it(gold: Path, letters: Path) -> None:
    path = gold / "meldpunt.json"
    path.write_text(path.read_text("utf-8").replace("De politie", "De brandweer"), "utf-8")
    result = evaluate(gold, letters)
    assert isinstance(result.exception, InputError)
    assert "not in the document" in str(result.exception)
    assert not result.stdout


def test_an_unknown_kind_to_show_is_a_wrong_call(gold: Path, letters: Path) -> None:
    result = evaluate(gold, letters, "--show", "actor")
    assert result.exit_code == 2
    assert "there is no kind 'actor'" in result.output
    assert evaluate(gold, letters, "--show", "all", "--show", "threat-levels").exit_code == 0
