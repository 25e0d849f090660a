"""What a constraint component gives the engine, and what it is given.

A shape is compiled once, without data: each of its constraints becomes a **binder**. Binding it to
a run (the shapes on one data graph) gives a **check**, whose closures hold the tables they ask.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from kamergraaf.shacl.graph import Graph, Table
from kamergraaf.shacl.results import Result
from kamergraaf.shacl.shapes import Shape

if TYPE_CHECKING:
    import pyoxigraph


class Check(NamedTuple):
    """A constraint, or a whole shape, on one data graph."""

    holds: Callable[[str], bool]
    """Whether a focus node conforms."""
    results: Callable[[Sequence[str]], Iterable[Result]]
    """The results for many focus nodes, each of them distinct."""


class Run(Protocol):
    """The shapes on one data graph."""

    data: Graph
    shapes: Graph
    store: pyoxigraph.Store | None
    """The data in Oxigraph, where the caller has it; for constraints in SPARQL."""

    def values(self, shape: Shape) -> Table:
        """The value nodes by focus node: along the shape's path, or the focus node itself."""

    def check(self, node: str) -> Check:
        """The shape with this node as a whole; it holds where it is deactivated."""


Binder = Callable[[Run], Check]
Selector = Callable[[Run], Iterable[str]]
"""The focus nodes that a target chooses."""


class Compiler(Protocol):
    """The compilation of one shapes graph."""

    graph: Graph
    """The shapes graph."""

    def shape(self, node: str, user: Shape) -> Shape:
        """The shape with this node, which ``user`` refers to; compiled if it was not yet.

        Raises BrokenResourceError for a shape that refers to itself, or is nested too deep.
        """


@dataclass(frozen=True, slots=True)
class Extension:
    """Constraints and targets beyond SHACL Core (SHACL 5 and 6).

    ``constraints`` is asked for every shape and gives a binder for each constraint that it knows;
    ``targets`` likewise for targets. ``uncovered`` names what the shapes graph uses and the
    extension does not cover.
    """

    constraints: Callable[[Shape, Compiler], Iterable[Binder]]
    targets: Callable[[Shape, Compiler], Iterable[Selector]] = lambda shape, compiler: ()
    uncovered: Callable[[Graph], Iterable[str]] = lambda graph: ()


def result(
    shape: Shape, component: str, focus: str, value: str = "", *, details: tuple[Result, ...] = ()
) -> Result:
    """A result of one of the shape's constraints; ``component`` is a bare IRI."""
    return Result(
        focus, component, shape.node, shape.severity, shape.path, value, shape.messages, "", details
    )


def by_focus(find: Callable[[str], Sequence[Result]]) -> Check:
    """A check made of a function that gives the results of one focus node."""
    return Check(
        lambda focus: not find(focus), lambda foci: [r for focus in foci for r in find(focus)]
    )
