"""The ontology as rdflib sees it, and the words for its parts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from rdflib import Graph

ROOT = Path(__file__).resolve().parents[3]
TERMS = ("kamergraaf.ttl", "alignments.ttl")


@cache
def parsed(*names: str) -> Graph:
    graph = Graph()
    for name in names:
        graph.parse(ROOT / "ontology" / name)
    return graph


@pytest.fixture(scope="session")
def terms() -> Graph:
    """The ontology and its alignments, without registers. Tests do not change it."""
    return parsed(*TERMS)


@pytest.fixture(scope="session")
def everything() -> Graph:
    """All Turtle files of the ontology folder, registers included. Tests do not change it."""
    return parsed(*sorted(p.name for p in (ROOT / "ontology").glob("*.ttl")))
