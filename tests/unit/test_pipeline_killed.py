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


def build(folder: Path, store: Path) -> subprocess.Popen[bytes]:
    words = ["-m", "kamergraaf", "build", str(folder), "--store", str(store), "--jobs", "2"]
    return subprocess.Popen([sys.executable, *words], stderr=subprocess.DEVNULL)


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
def undisturbed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """A store that was built in one go, and the seconds that took."""
    store = tmp_path_factory.mktemp("undisturbed") / "store"
    began = time.monotonic()
    assert build(folder, store).wait() == 0
    return store, time.monotonic() - began


def test_killed_at_any_moment_it_holds_whole_letters_and_goes_on(
    folder: Path, undisturbed: tuple[Path, float], tmp_path: Path
) -> None:
    whole = by_graph(undisturbed[0])
    assert len(whole) == 2 * LETTERS + 2
    moments = random.Random(SEED)
    parts = set()
    for number in range(KILLS):
        store = tmp_path / f"store-{number}"
        running = build(folder, store)
        time.sleep(moments.uniform(0.3, 1.0) * undisturbed[1])
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
    assert len(parts) > 2, "all moments were alike: nothing was tested"
