"""Both engines find the same in every letter of the corpus, with the toolkit's shapes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from equal import sides
from equal.breaking import broken
from equal.repairs import repaired
from equal.sides import Triple
from kamergraaf import pipeline
from kamergraaf.check.ontology import load
from kamergraaf.graph.build import dataset
from kamergraaf.graph.quads import Quad
from kamergraaf.pipeline import read_letter
from kamergraaf.shacl.terms import RDF_TYPE, SUB_CLASS_OF

GRAPHS = 8
"""The letters are spread over so many graphs, because pyshacl takes long to begin."""


@pytest.fixture(scope="module")
def graphs(shared: Path) -> list[list[Triple]]:
    """Letters of the corpus: their own triples and what they need of the registers."""
    terms = pipeline.vocabulary()
    lexicon = terms.lexicon()
    registers = frozenset(dataset([], terms))
    stated: dict[str, list[Triple]] = {}
    for quad in registers:
        stated.setdefault(quad[0], []).append(quad[:3])
    found: list[dict[Triple, None]] = [dict.fromkeys(_classes()) for _ in range(GRAPHS)]
    paths = pipeline.letters([shared / "corpus"])
    assert len(paths) > 40
    # One after the other goes into another graph: so do the forms of one document.
    for number, path in enumerate(paths):
        quads = dataset([read_letter(path, lexicon)], terms)
        own = [quad for quad in quads if quad not in registers]
        found[number % GRAPHS].update(dict.fromkeys(_with_what_it_needs(own, stated)))
    return [list(graph) for graph in found]


def _with_what_it_needs(own: list[Quad], stated: dict[str, list[Triple]]) -> list[Triple]:
    """The triples, and all that the registers state about what they name, and its types."""
    found = dict.fromkeys(quad[:3] for quad in own)
    named = dict.fromkeys(triple[2] for triple in found)
    for node in named:
        found.update(dict.fromkeys(stated.get(node, ())))
    beyond = {triple[2] for triple in found} - named.keys()
    found.update({t: None for node in beyond for t in stated.get(node, ()) if t[1] == RDF_TYPE})
    return list(found)


def _classes() -> Iterator[Triple]:
    for child, parents in load().parents.items():
        for parent in parents:
            yield f"<{child}>", SUB_CLASS_OF, f"<{parent}>"


@pytest.mark.slow
def test_same_findings_in_every_letter(
    graphs: list[list[Triple]], own_shapes: list[Triple]
) -> None:
    program, shapes = sides.program(own_shapes), sides.rdf(own_shapes)
    for number, data in enumerate(graphs):
        assert sides.ours(data, program) == sides.reference(data, shapes), number


@pytest.mark.slow
def test_same_findings_in_broken_letters(
    graphs: list[list[Triple]], own_shapes: list[Triple]
) -> None:
    program, shapes = sides.program(own_shapes), sides.rdf(own_shapes)
    data = broken(graphs[0], seed=0, changes=len(graphs[0]) // 10)
    found = sides.ours(data, program)
    with repaired():  # it ends where values that have no order are to be compared
        assert found == sides.reference(data, shapes)
    assert len({row[3] for row in found}) > 6, "few constraints failed"
