"""What a shape is called in a report: its name, its severity, and an id where it has no IRI."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kamergraaf.check.finding import Message, Rule, Severity
from kamergraaf.check.ontology import Ontology
from kamergraaf.graph.quads import value
from kamergraaf.shacl import paths, paths_read
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.terms import (
    RDF_FIRST,
    RDF_REST,
    RDF_TYPE,
    RDFS,
    RDFS_CLASS,
    SH,
    is_blank,
    is_literal,
    sh,
)

LANGUAGES = ("nl", "en")
_LABEL = f"<{RDFS}label>"
_LOGIC = tuple(map(sh, ("and", "or", "xone")))
_PARTS = tuple(map(sh, ("property", "node", "not", "qualifiedValueShape", "sparql")))
_LOCAL = re.compile(r"<[^>]*?([^/#>]+)[/#]?>")
_SEVERITIES = {
    SH + level.capitalize(): Severity(level) for level in ("violation", "warning", "info")
}
_DEEPEST = 40
_TARGETS = ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf", "target")


def severity_of(iri: str) -> Severity:
    """One of SHACL's three severities; another, which SHACL allows, counts as a violation."""
    return _SEVERITIES.get(iri, Severity.VIOLATION)


def text_of(term: str) -> str:
    """A term as one string: an IRI without brackets, a literal's characters, ``_:id``."""
    if is_literal(term):
        return value(term).text
    return term if is_blank(term) else term[1:-1]


def message(terms: Iterable[str]) -> Message | None:
    """The texts among the terms, in Dutch and in English; None where there is none."""
    texts: dict[str, str] = {}
    for term in sorted(filter(is_literal, terms)):
        said = value(term)
        texts.setdefault(said.language.partition("-")[0], said.text)
    if not texts:
        return None
    other = texts.get("") or texts.get("en") or texts.get("nl") or texts[min(texts)]
    return Message(texts.get("nl", other), texts.get("en", other))


class Rules:
    """The rules that the shapes of one shapes graph are, each made once."""

    def __init__(self, graph: Graph, ontology: Ontology) -> None:
        self._graph = graph
        self._ontology = ontology
        self._known: dict[str, Rule] = {}

    def of(self, node: str) -> Rule:
        """The rule of the shape with this node, an N-Triples term."""
        if node not in self._known:
            self._known[node] = self._make(node)
        return self._known[node]

    def id(self, node: str) -> str:
        """The shape's IRI; without one, that of the shape it belongs to, and its path."""
        parts: list[str] = []
        for each in self._chain(node):
            if not is_blank(each):
                return " ".join([text_of(each), *reversed(parts)])
            parts += [self._path(each)] if self._path(each) else []
        return " ".join([node, *reversed(parts)])

    def told(self, subject: str, predicate: str) -> Message | None:
        """Texts in Dutch and English; None where there is none."""
        return message(self._graph.objects(predicate)[subject])

    def _make(self, node: str) -> Rule:
        chain = self._chain(node)
        names = [self._name(each) for each in reversed(chain)]
        stated = self._graph.objects(sh("severity"))[node]
        told = self.told(node, sh("message")) or self.told(node, sh("description"))
        return Rule(
            self.id(node),
            Message(": ".join(n.nl for n in names), ": ".join(n.en for n in names)),
            severity_of(stated[0][1:-1]) if stated else Severity.VIOLATION,
            whole=self.id(chain[-1]) if len(chain) > 1 else "",
            help=told or Message("", ""),
            targets=tuple(self._targets(node)),
        )

    def _targets(self, node: str) -> Iterator[str]:
        """The kinds of target with their terms; a shape that is a class has itself."""
        for kind in _TARGETS:
            for term in sorted(self._graph.objects(sh(kind))[node]):
                yield f"{kind} {text_of(term)}"
        if RDFS_CLASS in self._graph.objects(RDF_TYPE)[node]:
            yield f"targetClass {text_of(node)}"

    def _chain(self, node: str) -> list[str]:
        """The shape, the shape it is a part of, and so on."""
        found = [node]
        while len(found) < _DEEPEST and (above := self._above(found[-1])) and above not in found:
            found.append(above)
        return found

    def _above(self, node: str) -> str:
        """The shape that the shape is a part of, '' for none."""
        for predicate in _PARTS if is_blank(node) else _PARTS[:1]:
            if found := self._graph.subjects(predicate)[node]:
                return min(found)
        if not is_blank(node):
            return ""
        heads = self._graph.subjects(RDF_FIRST)[node]
        cell, cells = (heads[0] if heads else ""), set[str]()
        while cell and cell not in cells:
            cells.add(cell)
            if found := [s for p in _LOGIC for s in self._graph.subjects(p)[cell]]:
                return min(found)
            cell = next(iter(self._graph.subjects(RDF_REST)[cell]), "")
        return ""

    def _name(self, node: str) -> Message:
        return self.told(node, sh("name")) or self.told(node, _LABEL) or self._plain(node)

    def _plain(self, node: str) -> Message:
        """A name made of the path, or of the IRI."""
        path = self._path(node)
        if path:
            return Message(*(self._words(path, lang) for lang in LANGUAGES))
        plain = node if is_blank(node) else _LOCAL.sub(r"\1", node)
        return Message(plain, plain)

    def _words(self, path: str, lang: str) -> str:
        return _LOCAL.sub(lambda iri: self._ontology.label(iri[0][1:-1], lang) or iri[1], path)

    def _path(self, node: str) -> str:
        for path in self._graph.objects(sh("path"))[node]:
            try:
                return paths.text(paths_read.read(self._graph, path))
            except paths_read.PathError:
                return ""
        return ""
