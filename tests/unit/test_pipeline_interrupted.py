"""Ctrl-C, which reaches all processes of a build at once, ends it in peace."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import many
from kamergraaf.ask.store import Oxigraph

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc"),
]


def running_under(process: int) -> list[int]:
    """The processes that a process has started."""
    try:
        told = Path(f"/proc/{process}/task/{process}/children").read_text()
    except FileNotFoundError:
        return []
    return [int(child) for child in told.split()]


def reads(process: int) -> bool:
    """Whether this is (still) a process that was started to read letters."""
    try:
        return b"spawn_main" in Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False


@pytest.mark.parametrize("after", [0.0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8])
def test_interrupted_while_reading_processes_start_it_tells_no_traceback(
    after: float, tmp_path: Path
) -> None:
    folder = many.folder(tmp_path / "letters", 40)
    words = ["-m", "kamergraaf", "build", str(folder), "--store", str(tmp_path / "store")]
    building = subprocess.Popen(
        [sys.executable, *words, "--jobs", "2"],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while not (children := running_under(building.pid)):
        assert building.poll() is None
        time.sleep(0.005)
    time.sleep(after)
    os.killpg(building.pid, signal.SIGINT)
    _, told = building.communicate(timeout=60)
    assert "Traceback" not in told
    assert building.returncode == 130, told
    assert not any(reads(child) for child in children)
    if (tmp_path / "store" / "CURRENT").exists():
        Oxigraph.from_folder(tmp_path / "store")
