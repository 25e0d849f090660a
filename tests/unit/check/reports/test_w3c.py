"""The reports that the W3C's test suite expects are those that come out as Turtle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyoxigraph

import findings as made
from kamergraaf.check.findings import findings
from kamergraaf.check.ontology import Ontology
from kamergraaf.check.place import Place
from kamergraaf.check.report import Item
from kamergraaf.errors import BrokenResourceError
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.terms import RDF_TYPE, sh
from w3c import suite

Told = Callable[..., str]
EMPTY = made.same("")


def told_again(case: suite.Case, told: Told) -> Graph:
    """The case's results as findings, written as Turtle and read back."""
    shapes = suite.load(case.shapes)
    found = findings(suite.run(case), shapes, Ontology())
    items = tuple(Item(f, Place(), *[EMPTY] * 4, Place(), EMPTY) for f in found)
    text = told(replace(made.report(1), items=items, letters=()), "turtle")
    return Graph.from_oxigraph(pyoxigraph.parse(text.encode(), format=pyoxigraph.RdfFormat.TURTLE))


def rows(expected: Counter[Any]) -> set[Any]:
    """The results, each once as a report tells them; without messages and blank nodes' names."""
    return {
        tuple("_:" if isinstance(part, str) and part.startswith("_:") else part for part in row[:6])
        for row in expected
    }


def test_each_report_of_the_suite_comes_out_as_turtle(shared: Path, told: Told) -> None:
    root = shared / "standards" / "w3c-shacl" / "tests"
    compared, wrong = 0, []
    for case in suite.cases(root):
        if case.expected is None:
            continue
        try:
            graph = told_again(case, told)
        except (BrokenResourceError, suite.UncoveredError):
            continue
        (report,) = graph.subjects(RDF_TYPE)[sh("ValidationReport")]
        compared += 1
        if rows(Counter(suite._expected(graph, report))) != rows(case.expected):
            wrong.append(case.name)
        conforms = graph.objects(sh("conforms"))[report] == (suite.TRUE,)
        assert conforms == case.conforms, case.name
    assert compared >= 110
    assert wrong == []
