"""Runs the console blocks of a page and holds them to what the page shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass
class Step:
    """A command, the lines shown below it (``…`` stands for any), and its exit code."""

    command: str
    shown: list[str] = field(default_factory=list)
    code: int = 0


def steps(page: str) -> list[Step]:
    """The commands of a page, in order; ``echo $?`` shows the exit code of the one before."""
    found: list[Step] = []
    for block in _BLOCK.findall(page):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append(Step(line[2:]))
            elif line.strip() and line.strip() != "…":
                found[-1].shown.append(line.rstrip())
    for before, after in pairwise(found):
        if after.command == "echo $?":
            before.code = int(after.shown[0])
    return [step for step in found if step.command != "echo $?"]


def hold(step: Step, folder: Path) -> None:
    """Run the command in the folder; its output holds what is shown, in that order."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", step.command],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PATH": path},
    )
    told = done.stdout + done.stderr
    assert done.returncode == step.code, f"{step.command}\n{told}"
    at = 0
    for line in step.shown:
        where = told.find(line, at)
        assert where >= 0, f"{step.command} does not print, in this order:\n{line}\n---\n{told}"
        at = where + len(line)
