"""Random graphs cut into letters: letter by letter gives what the whole gives at once."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

import pyoxigraph
import pytest

from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.layered import Key, Layered, Outside
from kamergraaf.shacl.results import Result
from shapes_made import PREFIXES, graph, program

LETTERS = [f"http://ex/l{number}" for number in range(3)]
SHARED = [f"<http://ex/n{number}>" for number in range(3)]
CLASSES = [f"ex:C{number}" for number in range(3)]
STEPS = [f"ex:p{number}" for number in range(3)]
VALUES = ['"a"', '"b"@nl', "1", "2", '"2024-01-01"^^xsd:date', "true"]
PATHS = [
    *STEPS,
    "[ sh:inversePath ex:p0 ]",
    "( ex:p0 ex:p1 )",
    "( [ sh:inversePath ex:p1 ] ex:p2 )",
    "[ sh:zeroOrMorePath ex:p0 ]",
    "[ sh:oneOrMorePath [ sh:inversePath ex:p2 ] ]",
    "[ sh:alternativePath ( ex:p0 rdf:type ) ]",
]


def _letter(chance: random.Random, iri: str) -> str:
    own = [f"<{iri}#n{number}>" for number in range(3)]
    anywhere = [*SHARED, *own, *(f"<{other}#n0>" for other in LETTERS)]
    lines = []
    for _ in range(chance.randint(2, 12)):
        subject = chance.choice([*own, *own, *SHARED])
        step = chance.choice([*STEPS, "a"])
        objects = CLASSES if step == "a" else [*anywhere, *VALUES]
        lines.append(f"{subject} {step} {chance.choice(objects)} .")
    return "\n".join(lines)


def _shapes(chance: random.Random) -> str:
    constraints = [
        "sh:class ex:C0", "sh:nodeKind sh:IRI", "sh:minCount 1", "sh:maxCount 1", "sh:node ex:t",
        "sh:not ex:t", "sh:closed true ; sh:ignoredProperties ( rdf:type )", "sh:equals ex:p1",
        "sh:disjoint ex:p2", "sh:lessThan ex:p1", "sh:hasValue ex:n0", "sh:uniqueLang true",
        "sh:qualifiedValueShape ex:t ; sh:qualifiedMinCount 1", "sh:property ex:q",
        "sh:datatype xsd:integer", "sh:or ( ex:t [ sh:nodeKind sh:Literal ] )",
    ]  # fmt: skip
    targets = [
        "sh:targetClass ex:C0", "sh:targetClass ex:C1", "sh:targetSubjectsOf ex:p0",
        "sh:targetObjectsOf ex:p1", "sh:targetNode ex:n0 , <http://ex/l0#n0>",
    ]  # fmt: skip
    made = [
        f"ex:s{number} {chance.choice(targets)} ; sh:path {chance.choice(PATHS)} ; "
        f"{chance.choice(constraints)} ; sh:severity ex:S{number} ."
        for number in range(6)
    ]
    inner = chance.choice(["sh:class ex:C1", "sh:closed true", "sh:property ex:q"])
    nested = (
        f"ex:t a sh:NodeShape ; {inner} . ex:q sh:path {chance.choice(PATHS)} ; sh:minCount 1 ."
    )
    return "\n".join([*made, nested])


@pytest.mark.parametrize("seed", range(150))
def test_letter_by_letter_gives_what_the_whole_gives(seed: int) -> None:
    chance = random.Random(seed)
    registers = "ex:C1 rdfs:subClassOf ex:C0 . ex:n1 a ex:C2 ; ex:p0 ex:n2 ."
    letters = {iri: _letter(chance, iri) for iri in LETTERS}
    made = program(_shapes(chance))
    store = pyoxigraph.Store()
    for iri, turtle in letters.items():
        name = pyoxigraph.NamedNode(iri)
        store.load(PREFIXES + turtle, format=pyoxigraph.RdfFormat.TURTLE, to_graph=name)
    outside = Outside(graph(registers), store)
    found: set[Result] = set()
    for iri, turtle in [*letters.items(), ("http://ex/registers", registers)]:
        asked: set[Key] = set()
        own = graph(turtle)
        results = made.validate(Layered(own, outside, _under(iri), asked))
        again = made.validate(_only(own, asked, [*store], registers, iri))
        assert Counter(results) == Counter(again), "what was not asked for made a difference"
        found |= set(results)
    assert found == set(made.validate(graph("".join(letters.values()) + registers)))


def _under(iri: str) -> Callable[[str], bool]:
    return lambda term: term.startswith(f"<{iri}#")


def _only(
    own: Graph, asked: set[Key], store: pyoxigraph.Store, registers: str, iri: str
) -> Layered:
    """The letter over no more of outside than it asked for."""
    everything = [(str(q.subject), str(q.predicate), str(q.object)) for q in store]
    everything += graph(registers).triples()
    kept = [(s, p, o) for s, p, o in everything if {(s, p), (s, "*"), (o, f"^{p}")} & asked]
    return Layered(own, Outside(Graph(kept)), _under(iri))
