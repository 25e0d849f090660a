"""A letter at a time over a store gives what the whole graph gives at once."""

from __future__ import annotations

from collections.abc import Callable

import pyoxigraph
import pytest

from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.layered import ALL, Key, Layered, Outside
from shapes_made import PREFIXES, brief, graph, program

REGISTERS = """
ex:Ministry rdfs:subClassOf ex:Actor . ex:Party rdfs:subClassOf ex:Actor .
ex:jenv a ex:Ministry ; ex:label "JenV" . ex:bzk a ex:Ministry .
"""
LETTERS = {
    "http://ex/l/1": """
    <http://ex/l/1> a ex:Letter ; ex:by ex:jenv ; ex:cites ex:paper ; ex:date "2024-01-02"^^xsd:date .
    <http://ex/l/1#m> a ex:Measure ; ex:by ex:bzk , ex:nobody ; ex:in <http://ex/l/1> .
    ex:paper a ex:Paper ; ex:title "one" .""",
    "http://ex/l/10": """
    <http://ex/l/10> a ex:Letter ; ex:by ex:other ; ex:cites <http://ex/l/1> , ex:paper .
    <http://ex/l/10/m> a ex:Measure ; ex:by ex:jenv ; ex:in <http://ex/l/10> ; ex:odd 1 .
    ex:paper ex:title "two" ; ex:strange 1 . ex:untyped ex:title "x" .""",
    "http://ex/l/2": """
    <http://ex/l/2> a ex:Letter ; ex:by ex:jenv , "JenV" ; ex:date "2023-01-02"^^xsd:date .
    ex:other a ex:Party . ex:untyped a ex:Paper .""",
}
SHAPES = """
ex:letter sh:targetClass ex:Letter ; sh:property
  [ sh:path ex:by ; sh:class ex:Actor ] ,
  [ sh:path ex:date ; sh:minCount 1 ] ,
  [ sh:path [ sh:inversePath ex:in ] ; sh:minCount 1 ] ,
  [ sh:path [ sh:inversePath ex:cites ] ; sh:maxCount 0 ] ,
  [ sh:path ( ex:by ex:label ) ; sh:minCount 1 ] .
ex:measure sh:targetClass ex:Measure ; sh:closed true ; sh:ignoredProperties ( rdf:type ) ;
  sh:property [ sh:path ex:by ; sh:node ex:actor ] , [ sh:path ex:in ; sh:class ex:Letter ] .
ex:actor a sh:NodeShape ; sh:class ex:Actor .
ex:paper_ sh:targetClass ex:Paper ; sh:closed true ; sh:ignoredProperties ( rdf:type ) ;
  sh:property [ sh:path ex:title ; sh:maxCount 1 ] , [ sh:path [ sh:inversePath ex:cites ] ; sh:minCount 3 ] .
ex:by_ sh:targetObjectsOf ex:by ; sh:property [ sh:path ex:label ; sh:minCount 1 ] .
ex:strange_ sh:targetSubjectsOf ex:strange ; sh:nodeKind sh:Literal .
"""


def under(iri: str) -> Callable[[str], bool]:
    """A test whether a term is the letter, or lies under it."""
    starts = (f"<{iri}>", f"<{iri}/", f"<{iri}#")
    return lambda term: term.startswith(starts)


@pytest.fixture(scope="module")
def store() -> pyoxigraph.Store:
    made = pyoxigraph.Store()
    for iri, turtle in LETTERS.items():
        made.load(
            (PREFIXES + turtle).encode(),
            format=pyoxigraph.RdfFormat.TURTLE,
            to_graph=pyoxigraph.NamedNode(iri),
        )
    return made


def _own(store: pyoxigraph.Store, iri: str) -> Graph:
    return Graph.from_oxigraph(store.quads_for_pattern(None, None, None, pyoxigraph.NamedNode(iri)))


def test_letter_by_letter_finds_what_the_whole_finds(store: pyoxigraph.Store) -> None:
    made = program(SHAPES)
    whole = graph("".join(LETTERS.values()) + REGISTERS)
    outside = Outside(graph(REGISTERS), store)
    found = set()
    for iri in LETTERS:
        found |= set(made.validate(Layered(_own(store, iri), outside, under(iri))))
    expected = made.validate(whole, focus=_nodes(whole))
    assert brief(list(found)) == brief(list(set(expected)))
    assert len(found) > 12


def _nodes(whole: Graph) -> set[str]:
    registers = {"<http://ex/jenv>", "<http://ex/bzk>"}
    targets = {n for p in whole.predicates() for s, o in whole.objects(p).items() for n in (s, *o)}
    return targets - registers | registers


def test_a_letter_that_is_not_in_the_store_is_validated_against_it() -> None:
    outside = Outside(graph(REGISTERS + LETTERS["http://ex/l/2"]))
    own = graph(LETTERS["http://ex/l/1"])
    found = program(SHAPES).validate(Layered(own, outside, under("http://ex/l/1")))
    assert ("http://ex/l/1#m", "Class", "nobody") not in brief(found)
    assert ("paper", "MinCount", "") in brief(found)


def test_what_is_asked_of_outside_is_told(store: pyoxigraph.Store) -> None:
    asked: set[Key] = set()
    outside = Outside(graph(REGISTERS), store)
    layered = Layered(_own(store, "http://ex/l/1"), outside, under("http://ex/l/1"), asked)
    program(SHAPES).validate(layered)
    rdf_type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    assert ("<http://ex/nobody>", rdf_type) in asked
    assert ("<http://ex/jenv>", "<http://ex/label>") in asked
    assert ("<http://ex/paper>", ALL) in asked
    assert ("<http://ex/l/1>", "^<http://ex/cites>") in asked
    assert ("<http://ex/l/1>", "<http://ex/date>") not in asked


def test_a_change_outside_that_was_not_asked_for_changes_nothing(store: pyoxigraph.Store) -> None:
    made = program(SHAPES)
    asked: set[Key] = set()
    iri = "http://ex/l/1"
    before = made.validate(
        Layered(_own(store, iri), Outside(graph(REGISTERS), store), under(iri), asked)
    )
    changed = pyoxigraph.Store()
    changed.extend(q for q in store if _was_asked(q, asked) or q.graph_name.value == iri)
    after = made.validate(Layered(_own(store, iri), Outside(graph(REGISTERS), changed), under(iri)))
    assert brief(before) == brief(after)


def _was_asked(quad: pyoxigraph.Quad, asked: set[Key]) -> bool:
    subject, predicate, object_ = str(quad.subject), str(quad.predicate), str(quad.object)
    keys = {(subject, predicate), (subject, ALL), (object_, f"^{predicate}")}
    return bool(keys & asked)
