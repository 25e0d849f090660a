"""A query asked once for many focus nodes gives what it gives for each of them alone."""

from __future__ import annotations

import re

import pyoxigraph as ox
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kamergraaf.errors import BrokenResourceError
from kamergraaf.shacl.sparql_data import Dataset
from kamergraaf.shacl.sparql_question import Question, question
from kamergraaf.shacl.sparql_rewrite import Uncovered

NODES = [f"<http://example.org/{name}>" for name in "abcd"]
PREDICATES = [f"<http://example.org/{name}>" for name in "pqr"]
NAMES = ["this", "x", "y", "z"]

variables = st.sampled_from([f"?{name}" for name in NAMES])
subjects = st.one_of(variables, variables, st.sampled_from(NODES))
objects = st.one_of(variables, variables, st.sampled_from([*NODES, '"1"', '"2"']))
paths = st.sampled_from([*PREDICATES, *PREDICATES, f"{PREDICATES[0]}+", f"^{PREDICATES[1]}"])
triples = st.builds("{} {} {} .".format, subjects, paths, objects)
tests = st.one_of(
    st.builds("{} = {}".format, variables, objects),
    st.builds("{} != {}".format, variables, objects),
    st.builds("bound({})".format, variables),
    st.builds("! bound({})".format, variables),
)


def _groups(below: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    exists = st.builds("{} {}".format, st.sampled_from(["EXISTS", "NOT EXISTS"]), below)
    element = st.one_of(
        triples,
        triples,
        triples,
        st.builds("FILTER ({})".format, tests),
        st.builds("FILTER {}".format, exists),
        st.builds("FILTER ({} && {})".format, tests, exists),
        st.builds("FILTER ({} || {})".format, tests, exists),
        st.builds("OPTIONAL {}".format, below),
        st.builds("{} UNION {}".format, below, below),
        below,
        st.builds("BIND ({} AS ?{})".format, variables, st.sampled_from(["b", "x", "z"])),
        st.builds("{{ SELECT DISTINCT ?this ?x WHERE {} }}".format, below),
        st.builds("{{ SELECT ?this (COUNT(?x) AS ?n) WHERE {} GROUP BY ?this }}".format, below),
    )
    return st.lists(element, min_size=1, max_size=4).map(lambda parts: f"{{ {' '.join(parts)} }}")


groups = st.recursive(
    st.lists(triples, min_size=1, max_size=2).map(lambda parts: f"{{ {' '.join(parts)} }}"),
    _groups,
    max_leaves=6,
)
Edge = tuple[str, str, str]
graphs = st.lists(
    st.tuples(
        st.sampled_from(NODES),
        st.sampled_from(PREDICATES),
        st.sampled_from([*NODES, '"1"', '"2"']),
    ),
    min_size=1,
    max_size=16,
)


queries = st.builds(
    "SELECT ?this ?x ?y WHERE {{ ?this {} ?x . {} {} }}".format,
    paths,
    groups.map(lambda group: group[1:-1]),
    st.sampled_from(["", "FILTER EXISTS {} ", "FILTER NOT EXISTS {} "]).flatmap(
        lambda text: groups.map(text.format) if text else st.just("")
    ),
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(queries, groups.map("SELECT ?this ?x ?y WHERE {}".format)), graphs)
def test_asked_at_once_is_asked_one_by_one(query: str, graph: list[Edge]) -> None:
    data = _store(graph)
    asked = _question(query)
    rows = [{"this": node} for node in NODES]
    at_once = {(NODES[number], *_told(terms)) for number, terms in asked.ask(data, rows)}
    assert at_once == {
        (node, *_told(terms)) for node in NODES for terms in _by_definition(data, query, node)
    }


@settings(max_examples=100, deadline=None)
@given(queries, graphs, st.booleans())
def test_blank_nodes_are_asked_about_like_others(query: str, graph: list[Edge], own: bool) -> None:
    assume(not any(node in query for node in NODES))
    renamed = [(_blank(s), p, _blank(o)) for s, p, o in graph]
    asked, data = _question(query), _store(renamed, own=own)
    rows = [{"this": _blank(node)} for node in NODES]
    at_once = {(NODES[number], *_told(terms)) for number, terms in asked.ask(data, rows)}
    plain = _store(graph)
    assert at_once == {
        (node, *map(_blank, _told(terms)))
        for node in NODES
        for terms in _by_definition(plain, query, node)
    }


def _question(query: str) -> Question:
    try:
        return question(query, frozenset({"this"}), str)
    except (BrokenResourceError, Uncovered):
        assume(False)
        raise


def _blank(term: str) -> str:
    return f"_:{term[-2]}" if term in NODES else term


def _by_definition(data: Dataset, query: str, node: str) -> list[dict[str, str]]:
    """Appendix A to the letter: every group starts with the pre-bound variable."""
    every = re.sub(r"\{(?!\s*SELECT)", f"{{ VALUES ?this {{ {node} }} ", query)
    found = data.store.query(every)
    assert isinstance(found, ox.QuerySolutions)
    names = [variable.value for variable in found.variables]
    return [{n: str(s[n]) for n in names if s[n] is not None} for s in found]


def _told(terms: dict[str, str]) -> tuple[str, str]:
    return terms.get("x", ""), terms.get("y", "")


def _store(graph: list[Edge], *, own: bool = True) -> Dataset:
    text = "".join(f"{s} {p} {o} .\n" for s, p, o in graph)
    store = ox.Store()
    store.extend(ox.parse(text, format=ox.RdfFormat.N_QUADS))
    return Dataset(store, own=own)
