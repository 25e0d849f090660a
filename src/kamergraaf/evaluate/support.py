"""Which rules stand behind a row: those of the statements and nodes that it is made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from kamergraaf import iris
from kamergraaf.ask.prologue import declared
from kamergraaf.ask.rows import shown

if TYPE_CHECKING:
    from kamergraaf.ask.store import Source

_STATEMENTS = """SELECT DISTINCT ?subject ?predicate ?object ?rule ?quote WHERE {
  ?statement kamer:subject ?subject ; kamer:predicate ?predicate ; kamer:object ?object ;
    kamer:rule ?rule .
  OPTIONAL { ?statement kamer:quote ?quote }
}"""

_NODES = """SELECT DISTINCT ?node ?rule WHERE {
  ?node kamer:rule ?rule ; a ?class . FILTER(?class != kamer:Statement)
}"""

_NAMES = """SELECT DISTINCT ?thing ?name WHERE {
  ?statement kamer:object ?thing ; kamer:subject ?measure . ?measure a kamer:Measure .
  { ?thing skos:prefLabel|rdfs:label|kamer:hasName/rdfs:label ?name FILTER(LANG(?name) = "nl") }
  UNION { ?thing skos:notation|kamer:hasName/rdfs:label ?name }
}"""

_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_QUARTERS = {"33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4"}
_PARTS = {**_SEASONS, **_QUARTERS}


class Stated(NamedTuple):
    """A statement as far as it matters here; IRIs are absolute."""

    subject: str
    predicate: str
    object: str
    rule: str
    quote: str


Rules = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """The rules behind the rows of one document."""

    letter: str
    statements: Mapping[str, list[Stated]]
    """By predicate, as a prefixed name."""
    nodes: Mapping[str, Rules]
    names: Mapping[str, frozenset[str]]

    @classmethod
    def of_nothing(cls) -> Support:
        """For a document that was not read."""
        return cls("", {}, {}, {})

    @classmethod
    def of(cls, source: Source, letter: str) -> Support:
        """From a source that holds one letter beside the registers."""
        statements: dict[str, list[Stated]] = defaultdict(list)
        short = {iris.expand(name): name for name in _PREDICATES}
        for cells in source.select(declared(_STATEMENTS)).rows:
            subject, predicate, object_, rule, quote = (shown(cell) for cell in cells)
            if predicate in short:
                one = Stated(subject, short[predicate], object_, rule, quote)
                statements[one.predicate].append(one)
        nodes: dict[str, set[str]] = defaultdict(set)
        for node, its_rule in source.select(declared(_NODES)).rows:
            nodes[str(node)].add(str(its_rule))
        names: dict[str, set[str]] = defaultdict(set)
        for thing, name in source.select(declared(_NAMES)).rows:
            names[str(thing)].add(str(name))
        return cls(
            letter,
            statements,
            {node: tuple(sorted(rules)) for node, rules in nodes.items()},
            {thing: frozenset(some) for thing, some in names.items()},
        )

    def behind(self, kind: str, row: Mapping[str, Any]) -> Rules:
        """The rules by which a row of a kind is there at all."""
        if kind == "measures":
            return self.nodes.get(str(row["iri"]), ())
        if kind == "dates":
            wanted = str(row["value"])
            found = (s.subject for s in self._said("kamer:edtf") if _value(s.object) == wanted)
            return _sorted(rule for node in found for rule in self.nodes.get(node, ()))
        return _sorted(s.rule for s in self._rows(kind, row))

    def field(self, kind: str, name: str, row: Mapping[str, Any], part: str = "") -> Rules:
        """The rules behind one field of a row; of a field with several values, behind one."""
        if kind == "measures":
            told = self._said(_MEASURE[name], str(row["iri"]))
            if part:
                told = [s for s in told if part in self._called(s.object)] or told
            return _sorted(s.rule for s in told)
        if kind == "documents":
            if name == "kind":
                return self.nodes.get(self.letter, ())
            return _sorted(s.rule for s in self._said(_DOCUMENT[name], self.letter))
        return self.behind(kind, row)

    def _rows(self, kind: str, row: Mapping[str, Any]) -> list[Stated]:
        """The statements that a row is made of."""
        told = self._said(_MADE_OF[kind])
        if kind in ("actors", "threats", "groups"):
            stance = str(row.get("stance") or "")
            about = [s for s in told if s.object == row["iri"]]
            same = [s for s in about if s.quote == row.get("quote")]
            return same if stance and same else about
        if kind == "references":
            paper = iris.paper(iris.BASE, str(row["id"]))
            return [s for s in told if s.object == paper]
        return [s for s in told if s.quote == row.get("quote")]

    def _said(self, predicate: str, subject: str = "") -> list[Stated]:
        told = self.statements.get(predicate, [])
        return [s for s in told if s.subject == subject] if subject else told

    def _called(self, thing: str) -> frozenset[str]:
        """All names of a thing; a date is called by its value."""
        edtf = {_value(s.object) for s in self._said("kamer:edtf", thing)}
        return self.names.get(thing, frozenset()) | edtf


_MADE_OF = {
    "actors": "kamer:mentions",
    "references": "dcterms:references",
    "motions": "kamer:motionStatus",
    "commitments": "kamer:commitmentStatus",
    "threats": "kamer:namesThreat",
    "groups": "kamer:namesThreat",
    "threat_levels": "kamer:level",
}

_MEASURE = {
    "status": "kamer:status",
    "responsible": "kamer:responsible",
    "partners": "kamer:partner",
    "addresses": "kamer:addresses",
    "start": "kamer:start",
}

_DOCUMENT = {
    "id": "dcterms:identifier",
    "date": "kamer:date",
    "session_year": "kamer:sessionYear",
    "senders": "kamer:sender",
    "subject": "dcterms:title",
}

_PREDICATES = frozenset({"kamer:edtf", *_MADE_OF.values(), *_MEASURE.values(), *_DOCUMENT.values()})


def _value(edtf: str) -> str:
    """An EDTF date as rows write it: a season or a quarter by its name."""
    year, _, part = edtf.partition("-")
    return f"{year}-{_PARTS[part]}" if part in _PARTS else edtf


def _sorted(rules: Iterable[str]) -> Rules:
    return tuple(sorted(set(rules)))
