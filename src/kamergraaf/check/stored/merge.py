"""What the units of a store gave, as one report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import pyoxigraph

from kamergraaf.check import checks, quality, shapes
from kamergraaf.check.finding import Outcome
from kamergraaf.check.index import RDF_TYPE, Index
from kamergraaf.check.letters import Letter
from kamergraaf.check.ontology import Ontology
from kamergraaf.check.quality_files import Check
from kamergraaf.check.report import Item, Report, items, ordered
from kamergraaf.check.stored.held import Held
from kamergraaf.check.stored.part import Part
from kamergraaf.check.stored.unit import Checker
from kamergraaf.iris import expand

_STATEMENT = expand("kamer:Statement")


class Merged:
    """Counts and findings, taken unit by unit."""

    def __init__(self) -> None:
        self._items: list[Item] = []
        self._letters: list[Letter] = []
        self._shapes: Counter[str] = Counter()
        self._checks: Counter[str] = Counter()
        self._others: dict[str, set[str]] = {}
        self._terms: set[str] = set()  # as the parts have them: many at once
        self._nodes = 0

    def take(self, part: Part) -> None:
        """Add what one unit gave."""
        self._items += part.items
        self._letters += part.letters
        self._shapes.update(dict(part.shapes))
        for rule, own, others in part.checks:
            self._checks[rule] += own
            self._others.setdefault(rule, set()).update(others)
        self._terms.add(part.terms)
        self._nodes += part.nodes

    def report(
        self,
        store: pyoxigraph.Store,
        others: Iterable[Held],
        checker: Checker,
        wanted: checks.Wanted,
        source: str,
    ) -> Report:
        """The report, with what only the whole store tells: quality, slips, what nothing saw.

        Raises BrokenResourceError where a target or a quality check cannot be used.
        """
        index = self._sketch(store, others, source)
        of_shapes = self._seen_by_shapes(checker.shapes, index, checker.ontology)
        named = self._seen_by_checks(store, wanted.quality)
        if wanted.shapes:
            named = checks.what_was_seen(named, _STATEMENT in self._used())
        more = items(
            [*of_shapes.findings, *named.findings],
            checker.places,
            checker.called(seen.rule for seen in named.seen),
        )
        return Report(
            ordered([*self._items, *more]),
            tuple(of_shapes.seen),
            tuple(named.seen),
            self._nodes,
            tuple(sorted(self._letters, key=lambda letter: letter.iri)),
        )

    def _seen_by_shapes(self, loaded: shapes.Shapes, index: Index, ontology: Ontology) -> Outcome:
        outcome = Outcome()
        foci = {shape.node: ("",) * self._shapes[shape.node] for shape in loaded.targeted}
        data = shapes.data_graph(index, ontology)
        outcome.findings += shapes.undefined(loaded, foci, data, ontology)
        for shape in loaded.targeted:
            outcome.counted(loaded.rules.of(shape.node), self._shapes[shape.node])
        outcome.findings += shapes.of_themselves(loaded, foci, index, ontology)
        return outcome

    def _seen_by_checks(self, store: pyoxigraph.Store, wanted: Sequence[Check]) -> Outcome:
        outcome = Outcome()
        for rule in checks.RULES:
            others = self._others.get(rule.id, ())
            outcome.counted(rule, self._checks[rule.id] + len(others))
        if wanted:
            outcome.add(quality.run(store, wanted))
        return outcome

    def _used(self) -> set[str]:
        return {term for terms in self._terms for term in terms.split()}

    def _sketch(self, store: pyoxigraph.Store, others: Iterable[Held], source: str) -> Index:
        """An index of the graphs that are no letter's, and of each term that letters use, once."""
        index = Index(quad for held in others for quad in held.quads)
        index.graphs |= {str(graph)[1:-1] for graph in store.named_graphs()}
        index.sources.append(source)
        node, type_ = pyoxigraph.BlankNode("letters"), pyoxigraph.NamedNode(RDF_TYPE)
        made = []
        for term in map(pyoxigraph.NamedNode, sorted(self._used())):
            made += [pyoxigraph.Quad(node, type_, term), pyoxigraph.Quad(node, term, node)]
        index.graph.take(made)
        return index
