"""The door of the engine: a shapes graph compiled, and run over data graphs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kamergraaf.shacl.components import Extension
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.results import Result
from kamergraaf.shacl.shapes import Shape

if TYPE_CHECKING:
    import pyoxigraph

EXTENSIONS: tuple[Extension, ...] = ()
"""What the engine knows beyond SHACL Core: `sparql*.py` add theirs here."""


@dataclass(slots=True)
class Program:
    """A compiled shapes graph; runs over any number of data graphs.

    ``shapes`` are those with targets, in a fixed order; ``uncovered`` names what the shapes graph
    uses and the engine does not cover.
    """

    graph: Graph
    shapes: tuple[Shape, ...]
    uncovered: tuple[str, ...] = ()

    def validate(
        self,
        data: Graph,
        focus: Iterable[str] | None = None,
        store: pyoxigraph.Store | None = None,
    ) -> list[Result]:
        """The results for the focus nodes that the targets choose in ``data``.

        With ``focus`` only for those nodes among them. ``store`` holds the same data for
        constraints in SPARQL; without it they build their own. Raises BrokenResourceError where a
        shape cannot be run: a pattern runs out of its time, a query fails.
        """
        raise NotImplementedError

    def seen(self, data: Graph, focus: Iterable[str] | None = None) -> dict[str, frozenset[str]]:
        """The focus nodes of each shape with targets, by the shape's node."""
        raise NotImplementedError


def compile(shapes: Graph, extensions: tuple[Extension, ...] | None = None) -> Program:
    """Compile a shapes graph.

    Raises BrokenResourceError, with the shape named, for an ill-formed shape, one that refers to
    itself, one nested too deep, or a path too long.
    """
    raise NotImplementedError
