"""The compilation of a shapes graph into plans."""

from __future__ import annotations

from kamergraaf.shacl import core
from kamergraaf.shacl.binding import Plan
from kamergraaf.shacl.components import Extension
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.shapes import Shape, broken, read_shape
from kamergraaf.shacl.terms import is_literal, sh

DEEPEST = 40
"""How deep shapes may refer to shapes that refer to shapes."""
MOST_WAYS = 100_000
"""In how many ways sh:property and sh:node may lead from one shape to those below it."""

_REPEATED = (sh("property"), sh("node"))


class Compilation:
    """Plans by shape node, made when a shape is first referred to."""

    def __init__(self, graph: Graph, extensions: tuple[Extension, ...]) -> None:
        self.graph = graph
        self.plans: dict[str, Plan] = {}
        self.dangling: list[tuple[str, str]] = []
        self._extensions = extensions
        self._open: list[str] = []
        self._ways: dict[str, int] = {}

    def shape(self, node: str, user: Shape | None = None) -> Shape:
        """The shape with this node, compiled with all that it refers to.

        Raises BrokenResourceError for an ill-formed shape, one that refers to itself, and shapes
        nested too deep or in too many ways.
        """
        done = self.plans.get(node)
        if done is not None and node not in self._open:
            return done.shape
        if node in self._open:
            around = " > ".join([*self._open[self._open.index(node) :], node])
            raise broken(node, f"the shape refers to itself, which SHACL leaves open: {around}")
        if len(self._open) >= DEEPEST:
            raise broken(self._open[0], f"shapes are nested deeper than {DEEPEST} levels")
        if user is not None and is_literal(node):
            raise broken(user.node, f"refers to {node[:80]} as a shape, which is a text")
        self._open.append(node)
        try:
            return self._compile(read_shape(self.graph, node))
        finally:
            self._open.pop()

    def missing(self, user: Shape, node: str) -> None:
        """Tell that ``user`` refers to a property shape of which nothing is stated."""
        self.dangling.append((user.node, node))

    def _compile(self, shape: Shape) -> Shape:
        plan = self.plans[shape.node] = Plan(shape)
        if shape.deactivated:
            self._ways[shape.node] = 1
            return shape
        for part in core.constraints(shape, self):
            plan.add(part)
        for extension in self._extensions:
            for part in extension.constraints(shape, self):
                plan.add(part)
            plan.selectors += extension.targets(shape, self)
        below = [node for name in _REPEATED for node in shape.parameters.get(name, ())]
        self._ways[shape.node] = 1 + sum(self._ways.get(node, 1) for node in below)
        if self._ways[shape.node] > MOST_WAYS:
            raise broken(shape.node, f"more than {MOST_WAYS} ways lead to the shapes below it")
        return shape
