"""A whole store, checked unit by unit on several processes; what a state knows is not done again.

Letters and other graphs come first, in any order; they tell which nodes that several of them may
describe the shapes choose. Those nodes come next. What a unit gives does not depend on what others
gave, so that the report is the same however the work was divided, and the same as of the store
read as one graph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kamergraaf import __version__
from kamergraaf.ask.store import Oxigraph
from kamergraaf.check import checks, rdf
from kamergraaf.check.report import Report
from kamergraaf.check.stored import part
from kamergraaf.check.stored.held import Held, survey
from kamergraaf.check.stored.merge import Merged
from kamergraaf.check.stored.state import State
from kamergraaf.check.stored.unit import Checker
from kamergraaf.check.stored.workers import Task, Workers
from kamergraaf.errors import InputError, UsageError
from kamergraaf.resources import folder
from kamergraaf.shacl.terms import sh

Watch = Callable[[int, int], None]
"""Told how many letters are done, of how many."""


@dataclass(frozen=True, slots=True)
class Order:
    """A store to check: its folder, against what, in how many processes (0: one per processor where
    there are many letters), and the file in which what was found is kept, if any; a store with
    fewer than ``least`` letters and no such file is left to be checked as one graph."""

    store: Path
    wanted: checks.Wanted
    jobs: int = 0
    state: Path | None = None
    least: int = 1


def run(order: Order, watch: Watch = lambda done, total: None) -> Report | None:
    """Check a store; None where that cannot be done unit by unit.

    That is so where the fast engine is not wanted or does not cover the shapes, where targets are
    queries, and where there are too few letters. Raises as ``checks.run`` does, and UsageError for
    a state with shapes that ask in SPARQL: what these look at cannot be known, so that nothing
    could be left out.
    """
    store = Oxigraph.from_folder(order.store).store
    letters, others = survey(store)
    few = len(letters) < order.least and not order.state
    if not letters or few or order.wanted.engine != "fast":
        return None
    loaded, ontology = checks.load(order.wanted, ours=True)
    if loaded.program().uncovered or loaded.graph.objects(sh("target")):
        return None
    in_sparql = [name for name in ("select", "ask") if loaded.graph.objects(sh(name))]
    if order.state and in_sparql:
        raise UsageError(
            f"the shapes ask in SPARQL (sh:{in_sparql[0]}); what that looks at cannot be known, so "
            "that nothing can be left out: check the store without --state"
        )
    checker = Checker(store, loaded, ontology, order.wanted.timeout)
    work = _Work(order, checker, letters, others, watch)
    merged = work.changed(order.state) if order.state else work.everything()
    return merged.report(store, others, checker, order.wanted, str(order.store))


class _Work:
    """One check of a store."""

    def __init__(
        self, order: Order, checker: Checker, letters: list[Held], others: list[Held], watch: Watch
    ) -> None:
        self._order, self._watch = order, watch
        self._letters, self._others = letters, others
        self._workers = Workers(checker, order.store, order.wanted, order.jobs)

    def everything(self) -> Merged:
        """Check all units."""
        merged = Merged()
        choosing: dict[str, set[str]] = {}
        for number, checked in enumerate(self._workers.graphs([*self._others, *self._letters]), 1):
            merged.take(part.read(checked.outcome))
            for node, shape in checked.chosen:
                choosing.setdefault(node, set()).add(shape)
            self._watch(number - len(self._others), len(self._letters))
        for checked in self._workers.nodes(_tasks(choosing)):
            merged.take(part.read(checked.outcome))
        return merged

    def changed(self, path: Path) -> Merged:
        """Check the units that are not as the state knows them, and those that depend on them."""
        units = {one.iri: one for one in (*self._others, *self._letters)}
        with State(path, _basis(self._order)) as state:
            known = state.records()
            keys: set[int] = set()
            nodes: set[str] = set()
            for name in sorted(known.keys() - units.keys()):
                if not _is_node(name):
                    changed, chosen = state.forget(name)
                    keys |= changed
                    nodes |= chosen
            new = [
                one
                for name, one in units.items()
                if one.record != known.get(name) or not one.record
            ]
            for number, checked in enumerate(self._workers.graphs(new), 1):
                changed, chosen = state.put(checked)
                keys |= changed
                nodes |= chosen
                self._watch(number, len(new))
            done = {one.iri for one in new}
            left = {name: one for name, one in units.items() if name not in done}
            self._dependent(state, keys, nodes, left)
            return _kept(state, path)

    def _dependent(
        self, state: State, keys: set[int], nodes: set[str], units: dict[str, Held]
    ) -> None:
        """Check again those of ``units`` that asked for something that has another answer now.

        What was checked just now is not among them: it has seen the store as it is.
        """
        asking = state.asking(keys)
        for checked in self._workers.graphs(
            [units[name] for name in sorted(asking & units.keys())]
        ):
            state.put(checked)
        choosing = {node: state.choosing(node) for node in nodes.union(filter(_is_node, asking))}
        for node, chosen in choosing.items():
            if not chosen:
                state.forget(node)
        for checked in self._workers.nodes(_tasks(choosing)):
            state.put(checked)


def _kept(state: State, path: Path) -> Merged:
    """What the state holds of all units. Raises InputError where it is not what ``put`` wrote."""
    merged = Merged()
    try:
        for outcome in state.outcomes():
            merged.take(part.read(outcome))
    except (TypeError, ValueError) as problem:
        raise InputError(
            "holds findings that cannot be read; remove it, and all is checked anew",
            where=str(path),
        ) from problem
    return merged


def _is_node(name: str) -> bool:
    """Whether a unit is a node that several letters may describe: it is named as a term."""
    return name.startswith(("<", "_:", '"'))


def _tasks(choosing: dict[str, set[str]]) -> list[Task]:
    return [(node, tuple(sorted(shapes))) for node, shapes in sorted(choosing.items()) if shapes]


def _basis(order: Order) -> str:
    """A digest of what the letters are checked against: shapes, ontologies, version."""
    digest = sha256(__version__.encode())
    named = [*(order.wanted.shapes or [folder("shapes")]), folder("ontology")]
    for file in _files([*named, *order.wanted.ontology]):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _files(paths: Iterable[Path]) -> list[Path]:
    return [file for path in paths for file in rdf.files(path)]
