"""The W3C's SHACL test suite: its tests as plain values, and what the engine makes of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

import pyoxigraph

from kamergraaf.errors import BrokenResourceError
from kamergraaf.shacl import engine, paths_read
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.lists import members
from kamergraaf.shacl.terms import TRUE, sh

MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
SHT = "http://www.w3.org/ns/shacl-test#"
Row = tuple[Any, ...]


@dataclass(frozen=True)
class Case:
    """One test: ``expected`` is None where the processor must fail."""

    name: str
    data: Path
    shapes: Path
    expected: Counter[Row] | None
    conforms: bool


def cases(root: Path) -> Iterator[Case]:
    """The tests of all files below ``root``; one is in no manifest, so that files are walked."""
    for file in sorted(root.rglob("*.ttl")):
        graph = load(file)
        for head in graph.objects_of(f"<{MF}entries>"):
            for entry in members(graph, head):
                yield _case(graph, entry, file, root)


def _case(graph: Graph, entry: str, file: Path, root: Path) -> Case:
    action = graph.about(graph.about(entry)[f"<{MF}action>"][0])
    result = graph.about(entry)[f"<{MF}result>"][0]
    folder = file.parent.relative_to(root).as_posix()
    failure = result == f"<{SHT}Failure>"
    return Case(
        f"{folder}/{entry[1:-1].rpartition('/')[2]}",
        _file(action[f"<{SHT}dataGraph>"][0]),
        _file(action[f"<{SHT}shapesGraph>"][0]),
        None if failure else Counter(_expected(graph, result)),
        not failure and graph.objects(sh("conforms"))[result] == (TRUE,),
    )


def _expected(graph: Graph, report: str) -> Iterator[Row]:
    for node in graph.about(report).get(sh("result"), ()):
        about = graph.about(node)

        def of(name: str, about: Any = about) -> str:
            return str(next(iter(about.get(sh(name), ("",)))))

        yield (
            of("focusNode"),
            of("resultPath") and paths_read.read(graph, of("resultPath")),
            of("value"),
            of("sourceConstraintComponent")[1:-1],
            of("resultSeverity")[1:-1],
            of("sourceShape"),
            tuple(sorted(about.get(sh("resultMessage"), ()))),
        )


def found(case: Case) -> Counter[Row]:
    """The engine's results for the test, in the same form; messages only where they are told."""
    told = {row[:6]: row[6] for row in case.expected or () if row[6]}
    return Counter(
        (*row, result.messages if row in told else ())
        for result in run(case)
        for row in [
            (
                result.focus,
                result.path or "",
                result.value,
                result.component,
                result.severity,
                result.shape,
            )
        ]
    )


def run(case: Case) -> Iterable[Any]:
    """What the engine finds. Raises BrokenResourceError where it refuses the shapes."""
    program = engine.compile(load(case.shapes))
    if program.uncovered:
        raise UncoveredError(", ".join(program.uncovered))
    return program.validate(load(case.data))


class UncoveredError(Exception):
    """The shapes ask for what the engine does not cover."""


def passes(case: Case) -> str:
    """'' where the engine gives what the test expects, else what it gives instead.

    Raises UncoveredError where the engine leaves the shapes to another.
    """
    try:
        got = found(case)
    except BrokenResourceError as problem:
        return "" if case.expected is None else f"refused: {problem}"
    if case.expected is None:
        return "not refused"
    if got == case.expected and bool(got) != case.conforms:
        return ""
    return f"missing {case.expected - got}, too many {got - case.expected}"


@cache
def load(file: Path) -> Graph:
    """A Turtle file of the suite; equal blank nodes of its data, shapes and results stay equal."""
    base = file.resolve().as_uri()
    parsed = pyoxigraph.parse(file.read_bytes(), format=pyoxigraph.RdfFormat.TURTLE, base_iri=base)
    return Graph.from_oxigraph(parsed)


def _file(iri: str) -> Path:
    return Path(unquote(urlparse(iri[1:-1]).path))
