"""The report: every finding with its node's label, the letter, the sentence and the place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kamergraaf.check.finding import Finding, Message, Outcome, Seen, Severity
from kamergraaf.check.index import Index, name
from kamergraaf.check.letters import Letter, letters
from kamergraaf.check.ontology import Ontology
from kamergraaf.check.place import Place, Places
from kamergraaf.iris import PREFIXES
from kamergraaf.shacl.literals import language_of

SHAPES = "https://w3id.org/kamergraaf/shapes/"
_PREFIXES = {
    **PREFIXES,
    "ksh": SHAPES,
    # Of graphs that others made.
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dqv": "http://www.w3.org/ns/dqv#",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "locn": "http://www.w3.org/ns/locn#",
    "odrl": "http://www.w3.org/ns/odrl/2/",
    "schema": "https://schema.org/",
    "skosxl": "http://www.w3.org/2008/05/skos-xl#",
    "spdx": "http://spdx.org/rdf/terms#",
    "time": "http://www.w3.org/2006/time#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
_IRI = re.compile(r"<([^>]*)>")
_STEP = re.compile(r"\s*([|/])\s*")


@dataclass(frozen=True, slots=True)
class Item:
    """A finding as a person reads it; labels in Dutch and English.

    ``other`` is the place on the other side of a finding that compares two (``Finding.other``),
    ``details`` tell the findings behind it (``Finding.details``).
    """

    finding: Finding
    place: Place
    focus: Message
    path: Message
    value: Message
    letter: Message
    other: Place
    other_letter: Message
    details: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, worst first, and what was looked at.

    ``shapes`` and ``checks`` tell per rule how many nodes it saw, ``nodes`` how many different
    nodes the shapes saw together; ``letters`` are the letters of the dataset, ``sources`` the files
    and stores it was read from, as the caller named them.
    """

    items: tuple[Item, ...]
    shapes: tuple[Seen, ...]
    checks: tuple[Seen, ...]
    nodes: int
    letters: tuple[Letter, ...] = ()
    sources: tuple[str, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings have exactly this severity."""
        return sum(item.finding.severity is severity for item in self.items)

    def counts(self) -> dict[str, Counter[Severity]]:
        """How many findings each shape with its property shapes has, and each check, by id."""
        found: dict[str, Counter[Severity]] = {}
        for item in self.items:
            rule = item.finding.rule
            found.setdefault(rule.whole or rule.id, Counter())[item.finding.severity] += 1
        return found

    @property
    def conforms(self) -> bool:
        """Whether there is no violation."""
        return not self.count(Severity.VIOLATION)

    def reaches(self, threshold: Severity) -> bool:
        """Whether a finding is at least as bad as ``threshold``."""
        return any(item.finding.severity.rank >= threshold.rank for item in self.items)


def make(
    index: Index, places: Places, ontology: Ontology, shapes: Outcome, checks: Outcome
) -> Report:
    """Tell of each finding where it is and what things are called; sorted, so that it is stable."""
    names = {seen.rule.id: seen.rule.name for seen in (*shapes.seen, *checks.seen)}
    labels = Labels(index, ontology, names)
    return Report(
        items((*shapes.findings, *checks.findings), places, labels),
        tuple(shapes.seen),
        tuple(checks.seen),
        len(shapes.nodes),
        letters(index, labels.of),
    )


def items(findings: Iterable[Finding], places: Places, labels: Labels) -> tuple[Item, ...]:
    """The findings as a person reads them, each once, worst first."""
    return ordered(_item(finding, places, labels) for finding in findings)


def ordered(found: Iterable[Item]) -> tuple[Item, ...]:
    """Each item once, worst first, in an order that is the same in each run."""
    return tuple(sorted(set(found), key=_order))


def _item(finding: Finding, places: Places, labels: Labels) -> Item:
    if finding.proof:
        place = places.of(finding.proof)
    else:
        place = places.of(finding.focus, finding.path, finding.value)
    other = places.of(finding.other) if finding.other else Place()
    return Item(
        finding,
        place,
        labels.of(finding.focus),
        labels.words(finding.path),
        labels.of(finding.value),
        labels.of(place.letter),
        other,
        labels.of(other.letter),
        tuple(_details(finding, labels)),
    )


def _details(finding: Finding, labels: Labels) -> Iterator[Message]:
    """The findings behind a finding, each in one line; those behind them follow."""
    for detail in finding.details:
        path, value, said = labels.words(detail.path), labels.of(detail.value), detail.message
        yield Message(_line(path.nl, value.nl, said.nl), _line(path.en, value.en, said.en))
        yield from _details(detail, labels)


def _line(path: str, value: str, said: str) -> str:
    about = " = ".join(filter(None, (path, value)))
    return f"{about}: {said}" if about else said


def _order(item: Item) -> tuple[int, str, str, int, str, str, str, str, str, str, str]:
    finding, place = item.finding, item.place
    start = -1 if place.start is None else place.start
    return (
        -finding.severity.rank,
        finding.rule.id,
        place.letter,
        start,
        finding.focus,
        finding.path,
        finding.value,
        finding.constraint,
        finding.other,
        finding.term,
        finding.message.en,
    )


def short(iri: str) -> str:
    """An IRI with a prefix where the house has one, else as it is."""
    for prefix, namespace in _PREFIXES.items():
        if prefix != "kid" and iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


class Labels:
    """What nodes and terms are called."""

    def __init__(self, index: Index, ontology: Ontology, names: dict[str, Message]) -> None:
        self._index = index
        self._ontology = ontology
        self._names = names
        self._known: dict[str, Message] = {}

    def of(self, node: str) -> Message:
        """The label of a node or the characters of a literal; '' for ''."""
        if node not in self._known:
            self._known[node] = self._names.get(node) or self._find(node)
        return self._known[node]

    def words(self, path: str) -> Message:
        """A property path in words."""
        if not path:
            return Message("", "")
        spaced = _STEP.sub(r" \1 ", _IRI.sub(lambda iri: f"<{iri[1]}>".replace("/", "\0"), path))

        def say(lang: str) -> str:
            return _IRI.sub(lambda iri: self._term(iri[1].replace("\0", "/"), lang), spaced)

        return Message(say("nl"), say("en"))

    def _term(self, iri: str, lang: str) -> str:
        return self._ontology.label(iri, lang) or short(iri)

    def _find(self, node: str) -> Message:
        if not node.startswith(("http://", "https://")):
            return Message(node, node)
        if self._index.objects(node, "kamer:subject"):
            return _both(lambda lang: self._claim(node, lang))
        return _both(lambda lang: self._label(node, lang))

    def _claim(self, statement: str, lang: str) -> str:
        parts = (
            self._index.first(statement, f"kamer:{part}")
            for part in ("subject", "predicate", "object")
        )
        return " · ".join(self._label(part, lang) for part in parts)

    def _label(self, node: str, lang: str) -> str:
        if not node.startswith(("http://", "https://")):
            return node
        found: dict[str, str] = {}
        for predicate in ("skos:prefLabel", "rdfs:label", "dcterms:title"):
            for term in self._index.objects(node, predicate):
                found.setdefault(language_of(term), name(term))
        told = found.get(lang) or next((found[key] for key in sorted(found)), "")
        file = self._index.first(node, "kamer:fileName")
        if told and file:
            return f"{told} ({file})"
        return told or self._ontology.label(node, lang) or self._address(node)

    def _address(self, node: str) -> str:
        """What is left of an IRI without a label: its last steps."""
        known = short(node)
        if known != node:
            return known
        return "/".join(node.rstrip("/").split("/")[-2:])


def _both(say: Callable[[str], str]) -> Message:
    return Message(say("nl"), say("en"))
