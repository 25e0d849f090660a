"""The commands of the README are run, and print what it shows."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import consoles

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like a checkout, for commands that read letters/ and write files."""
    made = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "letters", made / "letters")
    return made


def test_the_commands_of_the_readme_print_what_it_shows(folder: Path) -> None:
    steps = [step for step in consoles.steps(README) if step.command.startswith("kamergraaf ")]
    assert len(steps) >= 5
    for step in steps:
        consoles.hold(step, folder)


def test_the_readme_names_the_two_commands() -> None:
    assert "make demo" in README
    assert "make test" in README
