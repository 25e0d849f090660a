"""Shapes and data written in tests as Turtle."""

from __future__ import annotations

import pyoxigraph

from kamergraaf.shacl import engine
from kamergraaf.shacl.engine import Program
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.results import Result

PREFIXES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix ex: <http://ex/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""


def graph(turtle: str) -> Graph:
    """The Turtle, after the prefixes, as a graph."""
    text = (PREFIXES + turtle).encode()
    return Graph.from_oxigraph(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE))


def program(shapes: str) -> Program:
    """The shapes, compiled."""
    return engine.compile(graph(shapes))


def validate(shapes: str, data: str) -> list[Result]:
    """The results of the shapes over the data."""
    return program(shapes).validate(graph(data))


def brief(results: list[Result]) -> list[tuple[str, str, str]]:
    """Focus node, component and value of each result, short, sorted."""
    return sorted(
        (
            _short(r.focus),
            r.component[len("http://www.w3.org/ns/shacl#") :].removesuffix("ConstraintComponent"),
            _short(r.value),
        )
        for r in results
    )


def _short(term: str) -> str:
    return term.replace("<http://ex/", "<").strip("<>") if term.startswith("<") else term
