"""Stores on disk: graphs are replaced one by one, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamergraaf import iris
from kamergraaf.ask.store import Oxigraph
from kamergraaf.errors import InputError
from kamergraaf.graph import disk
from kamergraaf.graph.quads import nquads

ALL = "SELECT ?o WHERE { ?s ?p ?o } ORDER BY ?o"


def quad(said: str, graph: str) -> tuple[str, str, str, str]:
    return ("<urn:s>", "<urn:p>", f'"{said}"', f"<urn:{graph}>")


def held(folder: Path) -> list[object]:
    return Oxigraph.from_folder(folder).select(ALL).column("o")


def test_writing_again_replaces_the_graphs_named_and_leaves_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    disk.replace(folder, [quad("old", "a"), quad("kept", "b")])
    disk.replace(folder, [quad("new", "a")])
    assert held(folder) == ["kept", "new"]


def test_writing_the_same_twice_changes_nothing(tmp_path: Path) -> None:
    for _ in range(2):
        disk.replace(tmp_path / "store", [quad("x", "a")])
    assert held(tmp_path / "store") == ["x"]


def test_a_place_that_is_a_file_is_told(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("x")
    with pytest.raises(InputError, match="file"):
        disk.replace(place, [quad("x", "a")])


def test_a_folder_with_something_else_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("x")
    with pytest.raises(InputError, match=r"is no store: it holds notes\.md"):
        disk.replace(tmp_path, [quad("x", "a")])
    assert [one.name for one in tmp_path.iterdir()] == ["notes.md"]


def test_a_store_that_was_hardly_begun_goes_on(tmp_path: Path) -> None:
    for name in ("LOCK", "LOG", "IDENTITY", "MANIFEST-000001", "000001.dbtmp"):
        (tmp_path / name).touch()
    disk.replace(tmp_path, [quad("x", "a")])
    assert held(tmp_path) == ["x"]


def test_a_letter_that_is_added_twice_is_the_later_one(tmp_path: Path) -> None:
    letter = "https://example.org/letter/x"
    facts = f"<{letter}/graph/facts>"
    run, graph = f"<{iris.run(iris.BASE, 'x')}>", f"<{iris.run_graph(iris.BASE)}>"
    registers = [("<urn:s>", "<urn:p>", '"register"', f"<{iris.registers_graph(iris.BASE)}>")]
    told = [(run, "<urn:version>", '"1"', graph)]
    with disk.Letters(tmp_path / "store", told, registers) as letters:
        for said in ("old", "new"):
            letters.add(letter, nquads([("<urn:s>", "<urn:p>", f'"{said}"', facts)]).encode())
    assert {"new", "register"} <= set(held(tmp_path / "store"))
    assert "old" not in held(tmp_path / "store")
