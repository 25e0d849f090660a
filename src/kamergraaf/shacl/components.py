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


@dataclass(frozen=True, slots=True)
class ValueTest:
    """A constraint that each value node meets or not by itself, whatever the focus node.

    Its answers are kept, because values repeat. ``static`` says that they do not depend on the
    data graph; ``details`` gives the results behind a failure (``sh:detail``).
    """

    component: str
    bind: Callable[[Run], Callable[[str], bool]]
    static: bool = False
    details: Callable[[Run], Callable[[str], Iterable[Result]]] | None = None


Parts = Iterable[ValueTest | Binder]


def static(component: str, test: Callable[[str], bool]) -> ValueTest:
    """A value test that does not depend on the data graph."""
    return ValueTest(component, lambda run: test, static=True)


class Compiler(Protocol):
    """The compilation of one shapes graph."""

    graph: Graph
    """The shapes graph."""

    def shape(self, node: str, user: Shape) -> Shape:
        """The shape with this node, which ``user`` refers to; compiled if it was not yet.

        Raises BrokenResourceError for a shape that refers to itself, or is nested too deep.
        """

    def missing(self, user: Shape, node: str) -> None:
        """Tell that ``user`` refers to a property shape of which nothing is stated."""


@dataclass(frozen=True, slots=True)
class Extension:
    """Constraints and targets beyond SHACL Core (SHACL 5 and 6).

    ``constraints`` is asked for every shape and gives a binder (or value test) for each constraint
    that it knows; ``targets`` likewise for targets. ``covers`` holds the SHACL terms (local names,
    see ``engine.BEYOND_CORE``) that it takes care of; ``uncovered`` names what the shapes graph
    uses of them that it nevertheless cannot run.
    """

    constraints: Callable[[Shape, Compiler], Parts]
    targets: Callable[[Shape, Compiler], Iterable[Selector]] = lambda shape, compiler: ()
    covers: frozenset[str] = frozenset()
    uncovered: Callable[[Graph], Iterable[str]] = lambda graph: ()


Maker = Callable[..., Result]


def maker(shape: Shape, component: str) -> Maker:
    """A function that makes results of one of the shape's constraints.

    It takes the focus node, and if there is one the value and the details; ``component`` is a
    bare IRI.
    """
    node, severity, path, messages = shape.node, shape.severity, shape.path, shape.messages

    def make(focus: str, value: str = "", details: tuple[Result, ...] = ()) -> Result:
        return Result(focus, component, node, severity, path, value, messages, "", details)

    return make


def by_focus(find: Callable[[str], Sequence[Result]]) -> Check:
    """A check made of a function that gives the results of one focus node."""
    return Check(
        lambda focus: not find(focus), lambda foci: [r for focus in foci for r in find(focus)]
    )
