"""``kamergraaf validate --store`` letter by letter, and with a state."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kamergraaf import pipeline
from kamergraaf.cli.validate import command
from kamergraaf.errors import InputError


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    folder = tmp_path_factory.mktemp("stored")
    pipeline.build_many([root / "letters"], pipeline.Order(store=folder / "store", jobs=1))
    return folder / "store"


def _validate(*words: object) -> Result:
    return CliRunner().invoke(command, [str(word) for word in words])


def test_a_state_gives_the_same_text_and_is_used_again(store: Path, tmp_path: Path) -> None:
    plain = _validate("--store", store)
    for _ in range(2):
        kept = _validate("--store", store, "--state", tmp_path / "state", "--quality")
        assert (kept.exit_code, kept.stdout) == (plain.exit_code, plain.stdout)
    assert (tmp_path / "state").is_file()


def test_quality_checks_wait_to_be_asked_for_with_a_state(store: Path, tmp_path: Path) -> None:
    assert "quality/" not in _validate("--store", store, "--state", tmp_path / "state").stdout
    assert "quality/" in _validate("--store", store).stdout


def test_letter_by_letter_gives_the_same_text(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = _validate("--store", store, "--format", "json")
    monkeypatch.setattr("kamergraaf.cli.checking.LEAST", 1)
    assert _validate("--store", store, "--format", "json").stdout == plain.stdout


def test_a_state_needs_a_store_alone(store: Path, tmp_path: Path) -> None:
    told = _validate("--store", store, "--state", tmp_path / "state", "--engine", "pyshacl")
    assert told.exit_code == 2
    assert "--state goes with --store" in told.stderr
    graph = tmp_path / "graph.ttl"
    graph.write_text("<urn:a> <urn:b> <urn:c> .", "utf-8")
    assert _validate(graph, "--state", tmp_path / "state").exit_code == 2


def test_a_file_that_is_no_state_is_told_by_name(store: Path, root: Path, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("geen databank " * 500, "utf-8")
    told = _validate("--store", store, "--state", path)
    assert isinstance(told.exception, InputError)
    assert "notes.txt" in str(told.exception)
