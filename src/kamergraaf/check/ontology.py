"""What the ontology declares, as the checks need it: terms, hierarchy and labels."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kamergraaf.graph import vocabulary
from kamergraaf.iris import DEF, expand

RDF_TYPE = expand("rdf:type")
RDFS_LABEL = expand("rdfs:label")
PREF_LABEL = expand("skos:prefLabel")
SUBCLASS = expand("rdfs:subClassOf")
CODE = expand("kamer:code")
DECLARING = {
    expand("owl:Class"),
    expand("rdfs:Class"),
    expand("rdfs:Datatype"),
    expand("rdf:Property"),
    expand("owl:ObjectProperty"),
    expand("owl:DatatypeProperty"),
    expand("owl:AnnotationProperty"),
}


@dataclass(slots=True)
class Ontology:
    """Declared terms (classes and properties, ours and borrowed), subclass pairs and labels;
    ``coded`` are the classes with a ``kamer:code``, of which an actor has exactly one."""

    declared: set[str] = field(default_factory=set)
    coded: set[str] = field(default_factory=set)
    parents: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    labels: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))

    def take(self, statements: Iterable[Quad | Triple]) -> None:
        """Add what the statements declare."""
        for quad in statements:
            if not isinstance(quad.subject, NamedNode):
                continue
            subject, predicate = quad.subject.value, quad.predicate.value
            if predicate == RDF_TYPE and isinstance(quad.object, NamedNode):
                if quad.object.value in DECLARING or subject.startswith(DEF):
                    self.declared.add(subject)
            elif predicate == CODE:
                self.coded.add(subject)
            elif predicate == SUBCLASS and isinstance(quad.object, NamedNode):
                self.parents[subject].add(quad.object.value)
            elif predicate in {RDFS_LABEL, PREF_LABEL} and isinstance(quad.object, Literal):
                self.labels[subject].setdefault(quad.object.language or "", quad.object.value)

    def below(self, class_: str, more: dict[str, set[str]] | None = None) -> set[str]:
        """The class and every class under it; ``more`` adds subclass pairs of the data."""
        children: dict[str, set[str]] = defaultdict(set)
        for source in (self.parents, more or {}):
            for child, parents in source.items():
                for parent in parents:
                    children[parent].add(child)
        found, todo = {class_}, [class_]
        while todo:
            for child in children[todo.pop()] - found:
                found.add(child)
                todo.append(child)
        return found

    def label(self, iri: str, lang: str) -> str:
        """The term's label in ``lang``, else in another language, else ''."""
        labels = self.labels.get(iri, {})
        return labels.get(lang) or next((labels[key] for key in sorted(labels)), "")

    def nearest(self, iri: str) -> str:
        """The declared term of ours whose name is nearest, '' where none is near."""
        ours = {term.removeprefix(DEF): term for term in self.declared if term.startswith(DEF)}
        found = difflib.get_close_matches(iri.removeprefix(DEF), sorted(ours), 1, 0.6)
        return ours[found[0]] if found else ""


def load(paths: tuple[Path, ...] = ()) -> Ontology:
    """The project's ontology and registers, or others: see ``graph.vocabulary.load``.

    Raises BrokenResourceError for Turtle that does not parse, InputError for a path that does not
    exist.
    """
    ontology = Ontology()
    ontology.take(vocabulary.load(paths or None).triples)
    return ontology
