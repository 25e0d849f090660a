"""Paths as they are walked, against what they mean: a set of pairs of nodes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kamergraaf.shacl import paths_walk
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.paths import (
    Alternative,
    Inverse,
    OneOrMore,
    Path,
    Predicate,
    Sequence,
    ZeroOrMore,
    ZeroOrOne,
)

NODES = [f"<http://ex/n{number}>" for number in range(5)]
STEPS = [f"<http://ex/p{number}>" for number in range(3)]
Pairs = set[tuple[str, str]]

triples = st.lists(
    st.tuples(st.sampled_from(NODES), st.sampled_from(STEPS), st.sampled_from([*NODES, '"x"@nl'])),
    max_size=20,
)


def _around(inner: st.SearchStrategy[Path]) -> st.SearchStrategy[Path]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        *(st.builds(kind, inner) for kind in (Inverse, ZeroOrMore, OneOrMore, ZeroOrOne)),
        *(st.builds(kind, several) for kind in (Sequence, Alternative)),
    )


any_path: st.SearchStrategy[Path] = st.recursive(
    st.builds(Predicate, st.sampled_from(STEPS)), _around, max_leaves=6
)


def meaning(path: Path, data: list[tuple[str, str, str]], nodes: list[str]) -> Pairs:
    """All pairs of nodes that the path joins (SPARQL 1.1 18.4)."""
    match path:
        case Predicate(iri):
            return {(s, o) for s, p, o in data if p == iri}
        case Inverse(inner):
            return {(o, s) for s, o in meaning(inner, data, nodes)}
        case Sequence(steps):
            found = {(node, node) for node in nodes}
            for step in steps:
                found = _joined(found, meaning(step, data, nodes))
            return found
        case Alternative(ways):
            return set().union(*(meaning(way, data, nodes) for way in ways))
    found = meaning(path.path, data, nodes)
    if not isinstance(path, ZeroOrOne):
        for _ in nodes:
            found |= _joined(found, found)
    return found if isinstance(path, OneOrMore) else found | {(node, node) for node in nodes}


def _joined(left: Pairs, right: Pairs) -> Pairs:
    return {(a, d) for a, b in left for c, d in right if b == c}


@settings(max_examples=300, derandomize=True, deadline=None)
@given(any_path, triples)
def test_a_path_is_walked_as_its_meaning_says(path: Path, data: list[tuple[str, str, str]]) -> None:
    nodes = sorted({*NODES, *(term for s, _, o in data for term in (s, o))})
    table, expected = paths_walk.table(path, Graph(data)), meaning(path, data, nodes)
    for node in nodes:
        values = list(table[node])
        assert len(values) == len(set(values))
        assert set(values) == {value for start, value in expected if start == node}
