"""The constraints in SPARQL on letters: both engines find the same, in sound letters and broken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from equal import sides
from equal.sides import Triple
from kamergraaf import pipeline
from kamergraaf.graph.build import dataset
from kamergraaf.iris import expand
from kamergraaf.pipeline import read_letter
from kamergraaf.shacl.graph import Graph

DATE = '"{}"^^<http://www.w3.org/2001/XMLSchema#date>'
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


def kamer(name: str) -> str:
    return f"<{expand('kamer:' + name)}>"


def kid(name: str) -> str:
    return f"<https://w3id.org/kamergraaf/id/{name}>"


@pytest.fixture(scope="module")
def letter(sample: Path) -> list[Triple]:
    """The sample letter without what the registers say of names, which no constraint asks for."""
    terms = pipeline.vocabulary()
    quads = dataset([read_letter(sample, terms.lexicon())], terms)
    kept = {*map(kamer, ("rank",)), TYPE}
    return [q[:3] for q in quads if not q[3].endswith("registers>") or q[1] in kept]


@pytest.fixture(scope="module")
def shapes(root: Path) -> list[Triple]:
    return sides.read(root / "benchmarks" / "shapes" / "letters.ttl")


def completed_late(letter: list[Triple]) -> list[Triple]:
    """Every measure is completed and begins years after the letter."""
    graph, late = Graph(letter), kid("date/2031")
    document = next(iter(graph.objects(kamer("text"))))
    measures = graph.instances(kamer("Measure"))
    kept = [t for t in letter if t[1] not in {kamer("status"), kamer("start")}]
    dated = next(iter(graph.objects(kamer("earliest"))))
    return [
        *kept,
        (document, kamer("date"), dated),
        (late, kamer("earliest"), DATE.format("2031-01-01")),
        *((measure, kamer("status"), kid("status/completed")) for measure in measures),
        *((measure, kamer("start"), late) for measure in list(measures)[::2]),
    ]


def other_letter(letter: list[Triple]) -> list[Triple]:
    """Every fifth statement names a letter that says nothing of its subject."""
    changed = [i for i, t in enumerate(letter) if t[1] == kamer("letter")][::5]
    found = list(letter)
    for place in changed:
        found[place] = (*letter[place][:2], kid("letter/other"))
    return found


def trend_up(letter: list[Triple]) -> list[Triple]:
    """The level is said to go up, and stays."""
    assessment = next(t[0] for t in letter if t[1] == kamer("previousLevel"))
    kept = [t for t in letter if t[1] != kamer("previousLevel")]
    return [
        *kept,
        (assessment, kamer("previousLevel"), kid("threat-level/4")),
        (kid("trend"), kamer("about"), assessment),
        (kid("trend"), kamer("direction"), kid("direction/up")),
    ]


@pytest.mark.parametrize(
    ("change", "least"), [(list, 0), (completed_late, 5), (other_letter, 40), (trend_up, 1)]
)
def test_both_engines_find_the_same(
    letter: list[Triple],
    shapes: list[Triple],
    change: Callable[[list[Triple]], list[Triple]],
    least: int,
) -> None:
    data = change(letter)
    found = sides.ours(data, sides.program(shapes))
    assert found == sides.reference(data, sides.rdf(shapes))
    assert found.total() >= least
    assert bool(found) == bool(least)
