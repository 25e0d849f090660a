"""``kamergraaf build``: what it tells, and how it ends."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import CliRunner

import many
from kamergraaf.cli.build import command
from kamergraaf.cli.progress import Progress
from kamergraaf.pipeline import Step, What


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """Two seconds pass with every look."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 2.0
        return self.now


def told(stream: io.StringIO, number: int, message: str = "") -> str:
    progress = Progress(stream, Clock())
    for one in range(1, number + 1):
        progress(Step(one, 40, Path("x.txt"), What.READ, message if one == number else ""))
    progress.close()
    return stream.getvalue()


def test_a_terminal_gets_a_bar_with_rate_and_time_left() -> None:
    drawn = told(Terminal(), 10).split("\r")
    assert "[######..................] 10 of 40 letters, 0.5 per second, 1:00 left" in drawn
    assert drawn[-1] == ""
    assert not drawn[-2].strip()


def test_a_problem_stands_in_a_line_of_its_own_above_the_bar() -> None:
    drawn = told(Terminal(), 3, "x.txt: the file is empty")
    assert "\rkamergraaf: x.txt: the file is empty\n" in drawn


def test_elsewhere_there_are_plain_lines_now_and_then() -> None:
    lines = told(io.StringIO(), 10).splitlines()
    assert lines == [
        "5 of 40 letters, 0.5 per second, 1:10 left",
        "10 of 40 letters, 0.5 per second, 1:00 left",
    ]


def test_a_short_build_tells_its_summary_only(tmp_path: Path) -> None:
    folder = many.folder(tmp_path / "letters", 3)
    store = str(tmp_path / "store")
    done = CliRunner().invoke(command, [str(folder), "--store", store])
    assert done.exit_code == 0
    assert done.stderr == f"3 letters read, 0 skipped, 0 warnings: {store}\n"
    done = CliRunner().invoke(command, [str(folder), "--store", store])
    assert done.stderr == f"0 letters read, 3 unchanged, 0 skipped, 0 warnings: {store}\n"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_bad_files_are_told_and_the_exit_code_is_3(tmp_path: Path, jobs: str) -> None:
    folder = many.folder(tmp_path / "letters", 2)
    (folder / "stuk.docx").write_bytes(b"PK\x03\x04 no more")
    output = tmp_path / "g.nq"
    done = CliRunner().invoke(command, [str(folder), "-o", str(output), "--jobs", jobs])
    assert done.exit_code == 3
    assert "stuk.docx: " in done.stderr
    assert "2 letters read, 1 skipped" in done.stderr
    assert output.exists()


def test_a_suffix_that_cannot_be_written_is_told_before_the_work(tmp_path: Path) -> None:
    folder = many.folder(tmp_path / "letters", 1)
    done = CliRunner().invoke(command, [str(folder), "-o", str(tmp_path / "g.nt")])
    assert "cannot write 'ntriples'" in str(done.exception)
