"""Letters of a store whose file is gone: told always, taken out only where that is asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import many
from kamergraaf import iris, pipeline
from kamergraaf.ask.store import Oxigraph
from kamergraaf.graph import files

NAMES = f"SELECT ?o WHERE {{ ?s <{iris.expand('kamer:fileName')}> ?o }} ORDER BY ?o"


def built(*paths: Path, store: Path, prune: bool = False) -> list[str]:
    """Build, and name the files that are told as gone."""
    order = pipeline.Order(store=store, jobs=1, prune=prune)
    return sorted(path.name for path in pipeline.build_many(paths, order).gone)


def names(store: Path) -> list[object]:
    return Oxigraph.from_folder(store).select(NAMES).column("o")


@pytest.fixture
def place(tmp_path: Path) -> tuple[Path, Path]:
    """A folder of four letters, some of them below it, and a store that was built from it."""
    folder, store = many.folder(tmp_path / "letters", 4), tmp_path / "store"
    assert built(folder, store=store) == []
    return folder, store


def test_a_letter_whose_file_is_gone_is_told_and_stays(place: tuple[Path, Path]) -> None:
    folder, store = place
    (folder / "brief-001.txt").unlink()
    (folder / "deel-0" / "brief-000.txt").unlink()
    assert built(folder, store=store) == ["brief-000.txt", "brief-001.txt"]
    assert len(names(store)) == 4


def test_pruned_it_goes_with_all_that_told_of_it(place: tuple[Path, Path], tmp_path: Path) -> None:
    folder, store = place
    (folder / "brief-001.txt").unlink()
    assert built(folder, store=store, prune=True) == ["brief-001.txt"]
    built(folder, store=tmp_path / "new")
    assert set(files.quads_of(Oxigraph.from_folder(store).store)) == set(
        files.quads_of(Oxigraph.from_folder(tmp_path / "new").store)
    )
    assert built(folder, store=store, prune=True) == []


def test_a_renamed_file_leaves_the_letter_of_its_former_name(place: tuple[Path, Path]) -> None:
    folder, store = place
    (folder / "brief-001.txt").rename(folder / "anders.txt")
    assert built(folder, store=store, prune=True) == ["brief-001.txt"]
    assert names(store) == ["anders.txt", "brief-000.txt", "brief-002.txt", "brief-003.txt"]


def test_letters_from_elsewhere_are_left_alone(place: tuple[Path, Path], tmp_path: Path) -> None:
    folder, store = place
    other = tmp_path / "other"
    other.mkdir()
    (other / "kept.txt").write_text(many.text(7), "utf-8")
    (folder / "brief-001.txt").unlink()
    assert built(other, store=store, prune=True) == []
    (other / "kept.txt").unlink()
    assert built(folder / "brief-002.txt", store=store, prune=True) == []
    assert built(folder / "deel-0", store=store, prune=True) == []
    assert len(names(store)) == 5


def test_a_pattern_counts_for_the_names_that_it_means(place: tuple[Path, Path]) -> None:
    folder, store = place
    (folder / "brief-001.txt").unlink()
    (folder / "deel-0" / "brief-000.txt").unlink()
    assert built(folder / "*2.txt", store=store) == []
    assert built(folder / "brief-*.txt", store=store) == ["brief-001.txt"]
    assert built(folder / "**" / "*.txt", store=store) == ["brief-000.txt", "brief-001.txt"]
    assert built(folder / "d*", store=store) == ["brief-000.txt"]


def test_a_file_that_can_no_longer_be_read_is_not_gone(place: tuple[Path, Path]) -> None:
    folder, store = place
    (folder / "brief-001.txt").write_bytes(b"")
    assert built(folder, store=store, prune=True) == []
    assert "brief-001.txt" in names(store)


def test_the_command_tells_the_files_and_needs_a_store(place: tuple[Path, Path]) -> None:
    folder, store = place
    (folder / "brief-001.txt").unlink()

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        call = [sys.executable, "-m", "kamergraaf", "build", str(folder), *words]
        return subprocess.run(call, capture_output=True, text=True, check=False)

    told = run("--store", str(store))
    where = f"kamergraaf: {folder}/brief-001.txt: the file is gone; its letter is "
    assert told.returncode == 0
    assert where + "still in the store (--prune takes it out)" in told.stderr
    assert where + "taken out of the store" in run("--store", str(store), "--prune").stderr
    assert "gone" not in run("--store", str(store)).stderr
    refused = run("-o", str(store.parent / "x.nq"), "--prune")
    assert refused.returncode == 2
    assert "--prune is about a store" in refused.stderr
