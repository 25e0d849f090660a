"""The commands of docs/validate.md are run, print what it shows, and end as it says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import consoles
from kamergraaf.check.reports import FORMATS
from kamergraaf.errors import ExitCode

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "validate.md").read_text("utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("validate")
    shutil.copytree(ROOT / "letters", made / "letters")
    return made


def test_the_commands_print_what_the_page_shows(folder: Path) -> None:
    steps = consoles.steps(PAGE)
    assert len(steps) >= 9
    for step in steps:
        consoles.hold(step, folder)


def test_the_page_names_every_format_and_exit_code() -> None:
    for format_ in FORMATS:
        assert f"| `{format_}` |" in PAGE
    for code in ExitCode:
        assert f"\n| {int(code)} |" in PAGE
