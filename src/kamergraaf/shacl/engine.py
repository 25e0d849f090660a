"""The door of the engine: a shapes graph compiled, and run over data graphs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kamergraaf.shacl import core
from kamergraaf.shacl.binding import Bound, Plan
from kamergraaf.shacl.compiler import Compilation
from kamergraaf.shacl.components import Extension
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.results import Result
from kamergraaf.shacl.shapes import Shape, targeted
from kamergraaf.shacl.sparql_extension import SPARQL
from kamergraaf.shacl.terms import sh

if TYPE_CHECKING:
    import pyoxigraph

EXTENSIONS: tuple[Extension, ...] = (SPARQL,)
"""What the engine knows beyond SHACL Core."""

BEYOND_CORE = (
    "sparql",
    "nodeValidator",
    "propertyValidator",
    "validator",
    "target",
    "entailment",
    "js",
    "expression",
)
"""The predicates that ask of a processor more than SHACL Core (local names)."""


@dataclass(slots=True)
class Program:
    """A compiled shapes graph; runs over any number of data graphs.

    ``shapes`` are those with targets, in a fixed order; ``uncovered`` names what the shapes graph
    uses and the engine does not cover. ``dangling`` pairs shapes with the property shapes that
    they refer to and of which nothing is stated: published profiles have some, and constrain
    nothing by them.
    """

    graph: Graph
    shapes: tuple[Shape, ...]
    plans: dict[str, Plan]
    uncovered: tuple[str, ...] = ()
    dangling: tuple[tuple[str, str], ...] = ()

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
        run = Bound(self.plans, data, self.graph, store)
        return _results(run, self._chosen(run, focus))

    def results(
        self,
        data: Graph,
        foci: Mapping[str, Sequence[str]],
        store: pyoxigraph.Store | None = None,
    ) -> list[Result]:
        """The results for given focus nodes, by the node of the shape that they are held to.

        ``seen`` tells which those are; a caller may take some of them. Otherwise as ``validate``.
        """
        run = Bound(self.plans, data, self.graph, store)
        return _results(run, ((shape, foci.get(shape.node, ())) for shape in self.shapes))

    def seen(
        self,
        data: Graph,
        focus: Iterable[str] | None = None,
        store: pyoxigraph.Store | None = None,
    ) -> dict[str, tuple[str, ...]]:
        """The focus nodes of each shape with targets, by the shape's node."""
        run = Bound(self.plans, data, self.graph, store)
        return {shape.node: foci for shape, foci in self._chosen(run, focus)}

    def _chosen(
        self, run: Bound, focus: Iterable[str] | None
    ) -> Iterator[tuple[Shape, tuple[str, ...]]]:
        only = None if focus is None else dict.fromkeys(focus)
        for shape in self.shapes:
            foci: dict[str, None] = {}
            chosen = [focus_nodes(run.data, kind, term) for kind, term in shape.targets]
            chosen += [dict.fromkeys(select(run)) for select in self.plans[shape.node].selectors]
            for nodes in chosen:
                if only is None:
                    foci.update(dict.fromkeys(nodes))
                else:
                    # The shorter is walked: a letter has few nodes, a class may have millions.
                    short, long = sorted((only, nodes), key=len)
                    foci.update((node, None) for node in short if node in long)
            yield shape, tuple(foci)


def compile(shapes: Graph, extensions: tuple[Extension, ...] | None = None) -> Program:
    """Compile a shapes graph.

    Raises BrokenResourceError, with the shape named, for an ill-formed shape, one that refers to
    itself, one nested too deep, or a path too long.
    """
    known = EXTENSIONS if extensions is None else extensions
    compilation = Compilation(shapes, known)
    found = [compilation.shape(node) for node in targeted(shapes, core.PARAMETERS)]
    covered = frozenset[str]().union(*(extension.covers for extension in known))
    uncovered = [
        f"sh:{name}"
        for name in BEYOND_CORE
        if name not in covered and any(True for _ in shapes.subjects_of(sh(name)))
    ]
    for extension in known:
        uncovered += extension.uncovered(shapes)
    dangling = tuple(compilation.dangling)
    return Program(shapes, tuple(found), compilation.plans, tuple(uncovered), dangling)


def _results(run: Bound, chosen: Iterable[tuple[Shape, Sequence[str]]]) -> list[Result]:
    return [
        result
        for shape, foci in chosen
        if foci and not shape.deactivated
        for result in run.check(shape.node).results(foci)
    ]


def focus_nodes(data: Graph, kind: str, term: str) -> Collection[str]:
    """The nodes of the data that a target of a kind (``targetClass``…) chooses (SHACL 2.1.3)."""
    match kind:
        case "targetNode":
            return (term,)
        case "targetClass":
            return data.instances(term)
        case "targetSubjectsOf":
            return data.subjects_of(term)
        case "targetObjectsOf":
            return data.objects_of(term)
    return ()
