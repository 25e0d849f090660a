"""The check of one unit of a store: a letter, a graph that is no letter's, or a shared node."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from kamergraaf.check import checks, shapes
from kamergraaf.check.finding import Finding, Message, Rule
from kamergraaf.check.findings import findings
from kamergraaf.check.index import Index
from kamergraaf.check.letters import letters
from kamergraaf.check.limits import at_most
from kamergraaf.check.ontology import Ontology
from kamergraaf.check.place import Places
from kamergraaf.check.report import Item, Labels, items
from kamergraaf.check.stored.held import Held, quads_of
from kamergraaf.check.stored.letter import LetterIndex
from kamergraaf.check.stored.part import Part, Seen
from kamergraaf.check.stored.places import StoredPlaces
from kamergraaf.check.stored.state import Checked, Chosen, number
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.layered import Key, Layered, Outside
from kamergraaf.shacl.terms import SUB_CLASS_OF, is_literal, sh

if TYPE_CHECKING:
    import pyoxigraph


class Checker:
    """Checks the units of one store; made once in each process."""

    def __init__(
        self,
        store: pyoxigraph.Store,
        loaded: shapes.Shapes,
        ontology: Ontology,
        timeout: float | None = None,
    ) -> None:
        """``timeout`` bounds the seconds that the shapes may take on one unit."""
        self._store, self.shapes, self.ontology, self._timeout = store, loaded, ontology, timeout
        self._program = loaded.program()
        hierarchy = (
            (f"<{child}>", SUB_CLASS_OF, f"<{parent}>")
            for child, parents in ontology.parents.items()
            for parent in sorted(parents)
        )
        classes = Graph(hierarchy)
        self._hierarchy, self._outside = Outside(classes), Outside(classes, store)
        self._inverse = _inverse(loaded.graph)
        self._closed = bool(loaded.graph.objects(sh("closed")))
        rules = (loaded.rules.of(shape.node) for shape in loaded.targeted)
        self._names: dict[str, Message] = {rule.id: rule.name for rule in rules}
        self.places = StoredPlaces(store, self._outside)
        self.labels = self.called()

    def graphs(self, unit: Held) -> Checked:
        """Check a letter or another graph: the named checks, and the shapes on its own nodes.

        Nodes that other letters may describe too are left to ``node``.
        """
        letter = unit.iri if unit.is_letter else ""
        quads = quads_of(self._store, letter) if letter else unit.quads
        index = LetterIndex(letter, quads, self._outside)
        data = index.layered()
        mine: dict[str, list[str]] = {}
        chosen: set[Chosen] = set()
        # What makes a node a target is one triple, so that each graph tells its own targets.
        with at_most(self._timeout):
            seen = self._program.seen(Layered(index.graph, self._hierarchy, lambda _: True))
        for shape, foci in seen.items():
            for focus in foci:
                if index.is_own(focus):
                    mine.setdefault(shape, []).append(focus)
                else:
                    chosen.add((focus, shape))
        found = self._found(data, mine)
        by_checks = self._by_checks(index, found)
        part = Part(
            self._items(found, index),
            tuple((shape, len(foci)) for shape, foci in mine.items()),
            by_checks,
            len({focus for foci in mine.values() for focus in foci}),
            letters(index, self._labels(index).of) if letter else (),
            " ".join(sorted({*index.predicates(), *index.members})),
        )
        share = index.share(self._inverse, everything=self._closed)
        outcome_text = part.written()
        return Checked(
            unit.iri,
            unit.record,
            outcome_text,
            _keys(index.asked),
            frozenset(share),
            frozenset(chosen),
        )

    def node(self, node: str, chosen: Iterable[str]) -> Checked:
        """Check a node that several letters may describe against the shapes that choose it."""
        asked: set[Key] = set()
        data = Layered(Graph(), self._outside, lambda term: False, asked)
        foci = dict.fromkeys(sorted(chosen), (node,))
        found = self._found(data, foci)
        shown = items(found, self.places, self.labels) if found else ()
        part = Part(shown, tuple((shape, 1) for shape in foci), nodes=1)
        return Checked(node, "", part.written(), _keys(asked))

    def _by_checks(self, index: LetterIndex, found: list[Finding]) -> Seen:
        """Run the named checks; ``found`` takes what they find."""
        counts = []
        for rule, nodes, wrong in checks.named_results(index, Places(index), self.ontology):
            found += wrong
            others = tuple(sorted(node for node in nodes if not index.is_own(f"<{node}>")))
            if nodes:
                counts.append((rule.id, len(nodes) - len(others), others))
        return tuple(counts)

    def _found(self, data: Graph, foci: Mapping[str, Sequence[str]]) -> list[Finding]:
        with at_most(self._timeout):
            results = self._program.results(data, foci, self._store)
        return findings(results, self.shapes.graph, self.ontology) if results else []

    def _items(self, found: Sequence[Finding], index: Index) -> tuple[Item, ...]:
        return items(found, Places(index), self._labels(index)) if found else ()

    def called(self, more: Iterable[Rule] = ()) -> Labels:
        """What nodes of the whole store are called, and the shapes, and ``more`` rules."""
        names = self._names | {rule.id: rule.name for rule in more}
        return Labels(LetterIndex("", (), self._outside), self.ontology, names)

    def _labels(self, index: Index) -> Labels:
        return Labels(index, self.ontology, self._names)


def _inverse(graph: Graph) -> frozenset[str]:
    """The predicates that paths of the shapes may walk backwards."""
    found = {SUB_CLASS_OF}
    left = [path for paths in graph.objects(sh("inversePath")).values() for path in paths]
    done: set[str] = set()
    while left:
        path = left.pop()
        if path in done or is_literal(path):
            continue
        done.add(path)
        if path.startswith("<"):
            found.add(path)
        else:
            left += [one for objects in graph.about(path).values() for one in objects]
    return frozenset(found)


def _keys(asked: Iterable[Key]) -> frozenset[int]:
    """What was asked, as the numbers that ``LetterIndex.share`` gives."""
    return frozenset(number(*key) for key in asked)
