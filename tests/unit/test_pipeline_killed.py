"""A build into a store that is killed leaves whole letters, and the next one completes it."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

import pytest

import many
from kamergraaf.ask.store import Oxigraph
from kamergraaf.graph import files
from kamergraaf.graph.quads import Quad

LETTERS, KILLS, SEED = 40, 10, 20220511

pytestmark = pytest.mark.slow


BUILD = """
import sys
from kamergraaf.cli import main
from kamergraaf.graph import disk
if __name__ == "__main__":
    disk._BATCH, disk._WAIT = 300_000, 3600.0  # A few letters a load, however slow the machine.
    sys.exit(main())
"""


def build(folder: Path, store: Path) -> subprocess.Popen[bytes]:
    words = ["build", str(folder), "--store", str(store), "--jobs", "2"]
    script = folder.parent / "build.py"
    script.write_text(BUILD)
    return subprocess.Popen([sys.executable, str(script), *words], stderr=subprocess.DEVNULL)


def progress(store: Path) -> int:
    """How far a build is: the engine numbers the files of a store as it makes them."""
    return max((int(file.stem) for file in store.glob("[0-9]*.sst")), default=0)


def by_graph(store: Path) -> dict[str, set[Quad]]:
    """The quads of a store by graph; none where there is no store yet."""
    found: dict[str, set[Quad]] = defaultdict(set)
    if (store / "CURRENT").exists():
        for quad in files.quads_of(Oxigraph.from_folder(store).store):
            found[quad[3]].add(quad)
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return many.folder(tmp_path_factory.mktemp("letters"), LETTERS)


@pytest.fixture(scope="module")
def undisturbed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that was built in one go."""
    store = tmp_path_factory.mktemp("undisturbed") / "store"
    assert build(folder, store).wait() == 0
    return store


def test_killed_at_any_moment_it_holds_whole_letters_and_goes_on(
    folder: Path, undisturbed: Path, tmp_path: Path
) -> None:
    whole, far = by_graph(undisturbed), progress(undisturbed)
    assert len(whole) == 2 * LETTERS + 2
    moments = random.Random(SEED)
    parts = set()
    for number in range(KILLS):
        store, until = tmp_path / f"store-{number}", moments.uniform(0, far)
        running = build(folder, store)
        while progress(store) < until and running.poll() is None:
            time.sleep(0.001)
        running.send_signal(signal.SIGKILL)
        running.wait()
        held = by_graph(store)
        parts.add(len(held))
        letters = {graph for graph in held if graph.endswith(("/facts>", "/evidence>"))}
        assert all(held[graph] == whole[graph] for graph in letters)
        assert {graph.replace("/facts>", "/evidence>") for graph in letters} <= letters
        assert len(letters) % 2 == 0
        assert build(folder, store).wait() == 0
        assert by_graph(store) == whole
    assert len(parts) > 4, "the moments were alike: little was tested"
