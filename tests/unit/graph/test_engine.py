"""The engine below a store: it opens few files, its threads give way, and nothing else changes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kamergraaf.graph import engine

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at threads in /proc")

MANY_FILES = """
import os, resource, sys
from pathlib import Path
from pyoxigraph import RdfFormat
from kamergraaf.graph import engine
limits = resource.getrlimit(resource.RLIMIT_NOFILE)
processors = os.sched_getaffinity(0)
store = engine.opened(Path(sys.argv[1]))
assert resource.getrlimit(resource.RLIMIT_NOFILE) == limits
for one in os.listdir("/proc/self/task"):
    assert os.sched_getaffinity(int(one)) == processors
nice = {os.getpriority(os.PRIO_PROCESS, int(one)) for one in os.listdir("/proc/self/task")}
assert nice == {0, 10}, nice
most = 0
for number in range(60):
    store.bulk_load(f"<urn:s{number}> <urn:p> <urn:o> <urn:g> .", format=RdfFormat.N_QUADS)
    most = max(most, len(os.listdir("/proc/self/fd")))
assert len(store) == 60
print(most)
"""


def test_a_store_keeps_few_files_open_however_many_it_has(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(MANY_FILES)
    words = [sys.executable, str(script), str(tmp_path / "store")]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 160


def test_a_limit_that_is_lower_already_stays(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import resource, sys; from pathlib import Path; from kamergraaf.graph import engine\n"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (100, 100))\n"
        "engine.opened(Path(sys.argv[1]))\n"
        "assert resource.getrlimit(resource.RLIMIT_NOFILE) == (100, 100)\n"
    )
    words = [sys.executable, str(script), str(tmp_path / "store")]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_limit_is_as_it_was_where_a_store_cannot_be_opened(tmp_path: Path) -> None:
    import resource

    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    (tmp_path / "file").write_text("x")
    with pytest.raises(OSError, match="file"):
        engine.opened(tmp_path / "file")
    assert resource.getrlimit(resource.RLIMIT_NOFILE) == limits


def test_giving_memory_back_changes_nothing_that_is_used() -> None:
    kept = [bytes([one % 256]) * 1000 for one in range(1000)]
    engine.give_back()
    assert all(piece == bytes([one % 256]) * 1000 for one, piece in enumerate(kept))
