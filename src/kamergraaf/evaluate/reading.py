"""What the tool reads in one document: the rows of its canned questions, and the rules behind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kamergraaf import iris
from kamergraaf.ask.queries import find
from kamergraaf.ask.store import Oxigraph
from kamergraaf.evaluate.support import Support
from kamergraaf.graph.build import letter_iri, letter_quads, register_quads
from kamergraaf.graph.quads import nquads
from kamergraaf.model import Extraction

if TYPE_CHECKING:
    from kamergraaf.graph.build import Registers

Row = dict[str, Any]

QUESTIONS = {
    "documents": "documents",
    "actors": "actors",
    "references": "references",
    "dates": "dates",
    "motions": "motions",
    "commitments": "commitments",
    "threats": "threats",
    "threat_levels": "threat-levels",
    "measures": "measures",
}
"""The canned question whose rows are the facts of a kind."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The rows of each kind, groups apart from threats; ``support`` knows the rules behind them."""

    rows: Mapping[str, list[Row]]
    support: Support

    @property
    def document(self) -> Row:
        """The fields of the document itself; empty where nothing was read."""
        rows = self.rows.get("documents", [])
        kinds = ("letter", "answers", "motion")
        return next((r for r in rows if r.get("kind") in kinds), rows[0] if rows else {})


NOTHING = Reading({}, Support.of_nothing())
"""The reading of a document that cannot be read."""


class Desk:
    """Where one letter after another is laid beside the registers and asked the same questions.

    The registers are loaded once; letters never meet, so that each is read on its own.
    """

    def __init__(self, registers: Registers) -> None:
        self._source = Oxigraph.from_quads(register_quads(registers))
        self._questions = {kind: find(name) for kind, name in QUESTIONS.items()}

    def read(self, extraction: Extraction) -> Reading:
        """Everything that is scored, as read in one document."""
        letter = letter_iri(extraction)
        self._lay(nquads(letter_quads(extraction)))
        try:
            rows = {k: q.rows(self._source).objects() for k, q in self._questions.items()}
            support = Support.of(self._source, letter)
        finally:
            self._clear((iris.facts_graph(letter), iris.evidence_graph(letter)))
        concerns = rows.pop("threats")
        rows["threats"] = [row for row in concerns if row.get("kind") != "group"]
        rows["groups"] = [row for row in concerns if row.get("kind") == "group"]
        return Reading(rows, support)

    def _lay(self, quads: str) -> None:
        import pyoxigraph

        self._source.store.load(quads.encode(), format=pyoxigraph.RdfFormat.N_QUADS)

    def _clear(self, graphs: Iterable[str]) -> None:
        import pyoxigraph

        for graph in graphs:
            self._source.store.remove_graph(pyoxigraph.NamedNode(graph))
