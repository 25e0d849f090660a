"""The commands of the README are run, and print what it shows."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def steps() -> list[tuple[str, list[str]]]:
    """Each command of the console blocks with the lines shown below it; ``…`` stands for any."""
    found: list[tuple[str, list[str]]] = []
    for block in BLOCK.findall(README):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            elif line.strip() and line.strip() != "…":
                found[-1][1].append(line.rstrip())
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like a checkout, for commands that read letters/ and write files."""
    made = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "letters", made / "letters")
    return made


def test_the_commands_of_the_readme_print_what_it_shows(folder: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = 0
    for command, shown in steps():
        words = shlex.split(command)
        if words[0] != "kamergraaf":
            continue
        done = subprocess.run(
            words,
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PATH": path},
        )
        told = done.stdout + done.stderr
        assert done.returncode == 0, f"{command}\n{told}"
        at = 0
        for line in shown:
            where = told.find(line, at)
            assert where >= 0, f"{command} does not print, in this order:\n{line}\n---\n{told}"
            at = where + len(line)
        ran += 1
    assert ran >= 5


def test_the_readme_names_the_two_commands() -> None:
    assert "make demo" in README
    assert "make test" in README
