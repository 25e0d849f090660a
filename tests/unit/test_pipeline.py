"""Building many letters: what is read, what is told, and that nothing else changes."""

from __future__ import annotations

import os
import re
import signal
import threading
import time
from pathlib import Path

import pytest

import many
from kamergraaf import pipeline
from kamergraaf.ask.store import Oxigraph
from kamergraaf.errors import InputError
from kamergraaf.graph import disk, files
from kamergraaf.graph.build import dataset
from kamergraaf.graph.quads import Quad
from kamergraaf.model import Lexicon
from kamergraaf.pipeline import Order, Settings, Step, Tally, What, workers
from kamergraaf.pipeline.workers import Item, Workers

USED, PATH = "http://www.w3.org/ns/prov#used", "https://w3id.org/kamergraaf/def/pathDigest"


def held(store: Path) -> set[Quad]:
    return set(files.quads_of(Oxigraph.from_folder(store).store))


def letters_in(store: Path) -> list[str]:
    """The file names of the letters of a store, as their IRIs tell them."""
    told = {re.sub(r".*/(.+)-\w{8}/graph/facts>$", r"\1", quad[3]) for quad in held(store)}
    return sorted(name for name in told if name.startswith("brief"))


def build(paths: list[Path], **order: object) -> tuple[Tally, list[Step]]:
    steps: list[Step] = []
    tally = pipeline.build_many(paths, Order(**order), steps.append)  # type: ignore[arg-type]
    return tally, steps


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return many.folder(tmp_path / "letters", 5)


def test_the_bytes_of_a_file_do_not_depend_on_the_number_of_processes(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "leeg.txt").write_text("")
    made = []
    for jobs in (1, 2):
        tally, steps = build([folder], output=tmp_path / f"{jobs}.trig", jobs=jobs)
        assert tally.counts[What.READ] == 5
        made.append(((tmp_path / f"{jobs}.trig").read_bytes(), [(s.path, s.what) for s in steps]))
    assert made[0] == made[1]


@pytest.mark.parametrize("suffix", ["nq", "trig", "ttl", "jsonld", "rdf"])
def test_a_file_made_letter_by_letter_is_that_of_the_whole_dataset(
    folder: Path, tmp_path: Path, suffix: str
) -> None:
    terms = pipeline.vocabulary()
    quads = dataset(pipeline.build([folder], terms).extractions, terms)
    files.write(quads, tmp_path / f"whole.{suffix}")
    build([folder], output=tmp_path / f"parts.{suffix}")
    assert (tmp_path / f"parts.{suffix}").read_bytes() == (
        tmp_path / f"whole.{suffix}"
    ).read_bytes()


def test_a_store_holds_what_the_file_holds_and_where_letters_came_from(
    folder: Path, tmp_path: Path
) -> None:
    build([folder], output=tmp_path / "g.nq", store=tmp_path / "store")
    beside = held(tmp_path / "store") - set(files.quads_of(files.load(tmp_path / "g.nq")))
    assert len(beside) == 5
    assert {quad[1] for quad in beside} == {f"<{PATH}>"}


def test_building_again_reads_nothing_and_changes_nothing(folder: Path, tmp_path: Path) -> None:
    build([folder], store=tmp_path / "store")
    before = held(tmp_path / "store")
    tally, _ = build([folder], store=tmp_path / "store")
    assert tally.counts[What.UNCHANGED] == 5
    assert tally.counts[What.READ] == 0
    assert held(tmp_path / "store") == before
    tally, _ = build([folder], store=tmp_path / "store", anew=True)
    assert tally.counts[What.READ] == 5
    assert held(tmp_path / "store") == before


def test_a_changed_letter_replaces_its_own_graphs_only(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    build([folder], store=store)
    before = held(store)
    (folder / "brief-001.txt").write_text(many.text(77), "utf-8")
    tally, _ = build([folder], store=store)
    assert (tally.counts[What.READ], tally.counts[What.UNCHANGED]) == (1, 4)
    assert letters_in(store) == [f"brief-{n:03}" for n in range(5)]
    changed = {quad[3] for quad in before ^ held(store)}
    assert all("brief-001" in graph or graph.endswith("/graph/run>") for graph in changed)
    build([folder], store=tmp_path / "afresh")
    assert held(store) == held(tmp_path / "afresh")


def test_files_of_the_same_name_in_other_folders_are_other_letters(tmp_path: Path) -> None:
    store = tmp_path / "store"
    for number, place in enumerate(("a", "b")):
        (tmp_path / place).mkdir()
        (tmp_path / place / "brief.txt").write_text(many.text(number), "utf-8")
        build([tmp_path / place], store=store)
    assert len({graph for *_, graph in held(store) if "brief" in graph}) == 4


def test_a_letter_that_moved_and_whose_place_was_taken_stays(tmp_path: Path) -> None:
    place, store = tmp_path / "letters", tmp_path / "store"
    place.mkdir()
    (place / "brief.txt").write_text(many.text(1), "utf-8")
    build([place], store=store)
    (place / "oud").mkdir()
    (place / "brief.txt").rename(place / "oud" / "brief.txt")
    (place / "brief.txt").write_text(many.text(2), "utf-8")
    build([place], store=store)
    build([place], store=tmp_path / "afresh")
    assert held(store) == held(tmp_path / "afresh")


def test_the_same_letter_in_two_files_is_told_and_read_once(tmp_path: Path) -> None:
    store = tmp_path / "store"
    for place in ("a", "b"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "brief.txt").write_text(many.text(1), "utf-8")
    for first in (What.READ, What.UNCHANGED):
        tally, steps = build([tmp_path / "a", tmp_path / "b"], store=store)
        assert [step.what for step in steps] == [first, What.REPEATED]
        assert "the same document as" in steps[1].message
    assert tally.counts[What.UNCHANGED] == 1


def test_another_ontology_reads_letters_anew_and_leaves_one_run(
    folder: Path, tmp_path: Path
) -> None:
    store, extra = tmp_path / "store", tmp_path / "extra.ttl"
    build([folder], store=store)
    extra.write_text(
        "@prefix kamer: <https://w3id.org/kamergraaf/def/> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<https://w3id.org/kamergraaf/id/actor/x> a kamer:Organisation ; skos:prefLabel "Xyzzy"@nl .'
    )
    tally, _ = build([folder], store=store, settings=Settings(ontology=(extra,)))
    assert tally.counts[What.READ] == 5
    assert len({s for s, p, _, _ in held(store) if p == f"<{USED}>"}) == 1
    build([folder], store=tmp_path / "afresh", settings=Settings(ontology=(extra,)))
    assert held(store) == held(tmp_path / "afresh")


def test_a_bad_file_is_told_and_the_others_are_written(folder: Path, tmp_path: Path) -> None:
    (folder / "aaa.txt").write_bytes(b"\x00\x01\x02")
    (folder / "zzz.pdf").write_bytes(b"%PDF-1.4 cut off")
    tally, steps = build([folder], store=tmp_path / "store", jobs=2)
    told = [step for step in steps if step.message]
    assert [step.path.name for step in told] == ["aaa.txt", "zzz.pdf"]
    assert all(step.path.name in step.message for step in told)
    assert tally.counts == {
        What.READ: 5,
        What.UNCHANGED: 0,
        What.REPEATED: 0,
        What.SKIPPED: 2,
    }
    assert len(letters_in(tmp_path / "store")) == 5


def test_where_nothing_can_be_read_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("")
    with pytest.raises(InputError, match="nothing was written"):
        build([tmp_path / "x.txt"], store=tmp_path / "store", output=tmp_path / "g.trig")
    assert [path.name for path in tmp_path.iterdir()] == ["x.txt"]


def test_a_fault_in_a_rule_costs_one_letter(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = pipeline.read_letter

    def faulty(path: Path, lexicon: Lexicon) -> object:
        if path.name == "brief-002.txt":
            raise KeyError("oops")
        return read(path, lexicon)

    monkeypatch.setattr("kamergraaf.pipeline.parcels.read_letter", faulty)
    tally, steps = build([folder], output=tmp_path / "g.nq")
    assert tally.counts[What.SKIPPED] == 1
    assert [s.message for s in steps if "brief-002.txt" in s.message and "KeyError" in s.message]


def test_a_process_that_dies_is_told_with_its_file_and_the_others_are_read(folder: Path) -> None:
    paths = sorted(folder.rglob("*.txt"))
    pipe = folder / "pipe.txt"
    os.mkfifo(pipe)  # whoever reads this waits for ever
    reading = Workers(2, Settings())

    def kill() -> None:
        while not (
            found := [w for w in reading._workers if w.given and w.given[0][1].path == pipe]
        ):
            time.sleep(0.02)
        time.sleep(0.3)
        os.kill(found[0].process.pid or 0, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    outcomes = list(reading.read([Item(pipe), *map(Item, paths)]))
    killer.join()
    assert [item.path for item, _ in outcomes] == [pipe, *paths]
    assert "died (signal 9)" in str(outcomes[0][1])
    assert not [o for _, o in outcomes[1:] if isinstance(o, InputError)]


def test_a_letter_that_takes_for_ever_is_given_up(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_PATIENCE", 1.0)
    pipe = folder / "pipe.txt"
    os.mkfifo(pipe)
    outcomes = list(Workers(2, Settings()).read([Item(pipe)]))
    assert "not read within" in str(outcomes[0][1])


def test_a_file_name_that_is_no_text_is_no_hindrance(tmp_path: Path) -> None:
    folder, store = tmp_path / "letters", tmp_path / "store"
    folder.mkdir()
    for number, name in enumerate((b"brief-\xff.txt", b"nieuwe\nregel.txt", b'a "b" <c>.txt')):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(many.text(number))
    for what in (What.READ, What.UNCHANGED):
        tally, _ = build([folder], store=store)
        assert tally.counts[what] == 3


def test_a_store_in_use_is_told(folder: Path, tmp_path: Path) -> None:
    build([folder], store=tmp_path / "store")
    letters = disk._opened(tmp_path / "store")
    with pytest.raises(InputError, match="in use"):
        build([folder], store=tmp_path / "store")
    del letters


def test_patterns_and_folders_find_letters_once_and_pass_hidden_files_by(folder: Path) -> None:
    (folder / ".verborgen.txt").write_text("x")
    (folder / "~$slot.docx").write_text("x")
    (folder / "aantekening.csv").write_text("x")
    every = sorted(folder.rglob("brief*"))
    assert pipeline.letters([folder]) == every
    assert pipeline.letters([folder / "**"]) == every
    assert len(pipeline.letters([folder / "br*.txt", folder / "deel-?"])) == 5
    assert len(pipeline.letters([folder / "brief-001.txt", folder])) == 5
    with pytest.raises(InputError, match="no letter matches"):
        pipeline.letters([folder / "*.odt"])
    with pytest.raises(InputError, match="no such file"):
        pipeline.letters([folder / "nergens.txt"])
