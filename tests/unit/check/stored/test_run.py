"""A store checked unit by unit gives the report of the store as one graph; a state leaves out what
needs no check, and nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph
import pytest

from kamergraaf import pipeline
from kamergraaf.check import checks, dataset, quality_files
from kamergraaf.check.finding import Severity
from kamergraaf.check.report import Report
from kamergraaf.check.stored import run as stored
from kamergraaf.check.stored.unit import Checker
from kamergraaf.errors import InputError, UsageError

TEXT = """De Voorzitter van de Tweede Kamer der Staten-Generaal
Postbus 20018
2500 EA Den Haag

Datum {day} maart 2024
Ons kenmerk {number}
Betreft Aanpak van jihadisme

Geachte voorzitter,

De NCTV werkt samen met de gemeente Utrecht aan een aanpak van {threat}. Ik heb uw Kamer toegezegd
u hierover te informeren (Kamerstukken II 2023/2024, 29 754, nr. {paper}).

De Minister van Justitie en Veiligheid,
"""
THREATS = ("jihadisme", "spionage", "antisemitisme", "rechts-extremisme", "sabotage")
LETTER = "https://w3id.org/kamergraaf/id/letter/"


def letters(folder: Path, numbers: Iterable[int]) -> Path:
    """Letters that cite the same two papers."""
    folder.mkdir(exist_ok=True)
    for number in numbers:
        text = TEXT.format(
            day=number + 1, number=number, threat=THREATS[number % 5], paper=700 + number % 2
        )
        (folder / f"brief-{number}.txt").write_text(text, "utf-8")
    return folder


def built(folder: Path, store: Path) -> Path:
    pipeline.build_many([folder], pipeline.Order(store=store, jobs=1))
    return store


def spoil(store: Path, update: str) -> None:
    opened = pyoxigraph.Store(str(store))
    opened.update(
        "PREFIX kamer: <https://w3id.org/kamergraaf/def/> "
        "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> " + update
    )
    opened.flush()


def by_units(
    store: Path,
    *,
    state: Path | None = None,
    jobs: int = 1,
    shapes: tuple[Path, ...] = (),
    quality: bool = False,
) -> Report:
    wanted = checks.Wanted(shapes, quality=quality_files.load(None) if quality else ())
    report = stored.run(stored.Order(store, wanted, jobs, state))
    assert report is not None
    return report


def as_one(store: Path, *, shapes: tuple[Path, ...] = (), quality: bool = False) -> Report:
    wanted = checks.Wanted(shapes, quality=quality_files.load(None) if quality else ())
    return checks.run(dataset.read([], store), wanted)


def same(left: Report, right: Report) -> bool:
    assert left.items == right.items
    assert (left.shapes, left.checks, left.nodes) == (right.shapes, right.checks, right.nodes)
    assert left.letters == right.letters
    return True


FAULTS = """
DELETE { GRAPH ?e { ?n kamer:quote ?q } } INSERT { GRAPH ?e { ?n kamer:quote "onwaar" } }
WHERE { GRAPH ?g { ?n a kamer:Commitment } GRAPH ?e { ?n kamer:quote ?q } } ;
DELETE { GRAPH ?g { ?m kamer:status ?s } }
WHERE { GRAPH ?g { ?m a kamer:Measure ; kamer:status ?s } } ;
DELETE { GRAPH ?g { ?p a kamer:ParliamentaryPaper } }
WHERE { GRAPH ?g { ?p a kamer:ParliamentaryPaper } } ;
INSERT { GRAPH ?g { ?p a kamer:Measure } }
WHERE { GRAPH ?g { ?p a kamer:PolicyArea } }
"""
"""What is wrong afterwards: letters, papers that both cite, and an entry of a register."""


def test_units_give_the_report_of_the_whole(tmp_path: Path) -> None:
    store = built(letters(tmp_path / "in", range(3)), tmp_path / "store")
    spoil(store, FAULTS)
    whole = as_one(store, quality=True)
    assert len({item.finding.rule.id for item in whole.items}) > 5
    assert same(by_units(store, quality=True), whole)


def test_a_state_gives_the_report_of_the_whole_after_each_change(tmp_path: Path) -> None:
    folder, state = letters(tmp_path / "in", range(3)), tmp_path / "state"
    store = built(folder, tmp_path / "store")
    assert same(by_units(store, state=state), as_one(store))
    assert same(by_units(store, state=state), as_one(store))
    letters(folder, [3])
    path = folder / "brief-1.txt"
    path.write_text(path.read_text("utf-8").replace("Utrecht", "Almere"), "utf-8")
    built(folder, store)
    assert same(by_units(store, state=state), as_one(store))


def test_only_what_changed_is_checked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, state = letters(tmp_path / "in", range(4)), tmp_path / "state"
    store = built(folder, tmp_path / "store")
    by_units(store, state=state)
    seen: list[str] = []
    graphs = Checker.graphs
    monkeypatch.setattr(
        Checker, "graphs", lambda self, unit: seen.append(unit.iri) or graphs(self, unit)
    )
    by_units(store, state=state)
    assert seen == []
    path = folder / "brief-2.txt"
    path.write_text(path.read_text("utf-8").replace("Utrecht", "Almere"), "utf-8")
    built(folder, store)
    by_units(store, state=state)
    assert [iri for iri in seen if "/letter/" in iri] == [
        iri for iri in seen if iri.startswith(f"{LETTER}brief-2-")
    ]
    assert len(seen) <= 3  # the letter, and the graph of the runs


SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix ex: <https://example.org/> .
ex:Cites a sh:NodeShape ; sh:targetSubjectsOf ex:cites ; sh:property ex:Cites-paper .
ex:Cites-paper a sh:PropertyShape ; sh:path ex:cites ; sh:class ex:Paper .
ex:Paper-shape a sh:NodeShape ; sh:targetClass ex:Paper ; sh:property ex:Paper-title .
ex:Paper-title a sh:PropertyShape ; sh:path ex:title ; sh:maxCount 1 .
"""
QUADS = """
<L1> <https://w3id.org/kamergraaf/def/fileName> "one.txt" <L1/graph/evidence> .
<L1/a> <https://example.org/cites> <https://example.org/P> <L1/graph/evidence> .
<https://example.org/P> <{type}> <https://example.org/Paper> <L2/graph/evidence> .
<https://example.org/P> <https://example.org/title> "One" <L2/graph/evidence> .
<https://example.org/P> <https://example.org/title> "One" <L3/graph/evidence> .
<https://example.org/run> <https://example.org/used> <L1> <https://example.org/graph/run> .
<https://example.org/run> <https://example.org/used> <L2> <https://example.org/graph/run> .
<https://example.org/run> <https://example.org/used> <L3> <https://example.org/graph/run> .
"""
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


@pytest.fixture
def linked(tmp_path: Path) -> tuple[Path, Path]:
    """A store in which a letter cites a paper that another describes, and shapes for that."""
    quads = QUADS.replace("<L", f"<{LETTER}L").replace("{type}", TYPE)
    store = pyoxigraph.Store(str(tmp_path / "store"))
    store.load(quads.encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    store.flush()
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(SHAPES, "utf-8")
    return tmp_path / "store", shapes


def _changed(letter: str, update: str) -> str:
    """An update of a letter's graph that gives it another record, as reading it anew does."""
    return (
        f"{update} ; INSERT DATA {{ GRAPH <https://example.org/graph/run> {{ "
        f'<{LETTER}{letter}> <https://example.org/read> "again" }} }}'
    )


@pytest.mark.parametrize(
    ("letter", "update"),
    [
        ("L2", f"DELETE WHERE {{ GRAPH <{LETTER}L2/graph/evidence> {{ ?s a ?type }} }}"),
        ("L2", f"DROP GRAPH <{LETTER}L2/graph/evidence>"),
        (
            "L3",
            f"INSERT DATA {{ GRAPH <{LETTER}L3/graph/evidence> {{ "
            '<https://example.org/P> <https://example.org/title> "Two" } }',
        ),
        (
            "L1",
            f"INSERT DATA {{ GRAPH <{LETTER}L1/graph/evidence> {{ "
            f"<{LETTER}L1/a> <https://example.org/cites> <https://example.org/Q> }} }}",
        ),
    ],
)
def test_what_another_letter_says_is_noticed(
    linked: tuple[Path, Path], tmp_path: Path, letter: str, update: str
) -> None:
    store, shapes = linked
    state = tmp_path / "state"
    assert not by_units(store, state=state, shapes=(shapes,)).count(Severity.VIOLATION)
    spoil(store, _changed(letter, update))
    report = by_units(store, state=state, shapes=(shapes,))
    assert report.count(Severity.VIOLATION)
    assert same(report, as_one(store, shapes=(shapes,)))


def test_other_shapes_check_everything_anew(linked: tuple[Path, Path], tmp_path: Path) -> None:
    store, shapes = linked
    by_units(store, state=tmp_path / "state", shapes=(shapes,))
    shapes.write_text(SHAPES.replace("sh:maxCount 1", "sh:minCount 9"), "utf-8")
    report = by_units(store, state=tmp_path / "state", shapes=(shapes,))
    assert report.count(Severity.VIOLATION) == 1


@pytest.mark.parametrize("outcome", ["", "{}", "[1, 2]", "5"])
def test_a_state_with_damaged_findings_is_told_by_name(
    linked: tuple[Path, Path], tmp_path: Path, outcome: str
) -> None:
    store, shapes = linked
    by_units(store, state=tmp_path / "state", shapes=(shapes,))
    with sqlite3.connect(tmp_path / "state") as file:
        file.execute("UPDATE unit SET outcome = ?", (outcome,))
    with pytest.raises(InputError, match=r"state: holds findings"):
        by_units(store, state=tmp_path / "state", shapes=(shapes,))


def test_a_state_with_shapes_in_sparql_is_refused(
    linked: tuple[Path, Path], tmp_path: Path
) -> None:
    store, shapes = linked
    query = 'ex:Cites sh:sparql [ sh:select "SELECT $this WHERE { $this ?p ex:none }" ] .'
    shapes.write_text(f"{SHAPES}{query}".replace("ex:none", "<https://example.org/none>"), "utf-8")
    with pytest.raises(UsageError, match=r"sh:select"):
        by_units(store, state=tmp_path / "state", shapes=(shapes,))
    assert same(by_units(store, shapes=(shapes,)), as_one(store, shapes=(shapes,)))


@pytest.mark.slow
def test_several_processes_give_the_same_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kamergraaf.check.stored.workers.MANY", 2)
    store = built(letters(tmp_path / "in", range(4)), tmp_path / "store")
    spoil(store, FAULTS)
    assert same(by_units(store, jobs=2), by_units(store, jobs=1))
