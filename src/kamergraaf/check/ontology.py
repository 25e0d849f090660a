"""What the ontology declares, as the checks need it: terms, hierarchy and labels."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kamergraaf.errors import BrokenResourceError
from kamergraaf.iris import DEF, expand

RDF_TYPE = expand("rdf:type")
RDFS_LABEL = expand("rdfs:label")
PREF_LABEL = expand("skos:prefLabel")
SUBCLASS = expand("rdfs:subClassOf")
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
    """Declared terms (classes and properties, ours and borrowed), subclass pairs and labels."""

    declared: set[str] = field(default_factory=set)
    parents: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    labels: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))

    def take(self, quads: Iterable[Quad]) -> None:
        """Add what the quads declare."""
        for quad in quads:
            if not isinstance(quad.subject, NamedNode):
                continue
            subject, predicate = quad.subject.value, quad.predicate.value
            if predicate == RDF_TYPE and isinstance(quad.object, NamedNode):
                if quad.object.value in DECLARING or subject.startswith(DEF):
                    self.declared.add(subject)
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


def turtle_files(path: Path) -> list[Path]:
    """The Turtle files at a path: the file itself, or all below the folder, by name.

    Raises BrokenResourceError where there is none.
    """
    found = sorted(path.rglob("*.ttl")) if path.is_dir() else [path] if path.is_file() else []
    if not found:
        raise BrokenResourceError("no Turtle file here", where=str(path))
    return found


def read_turtle(path: Path) -> list[Quad]:
    """The triples of one Turtle file of ours.

    Raises BrokenResourceError where it cannot be read or does not parse.
    """
    try:
        return list(parse(path=str(path), format=RdfFormat.TURTLE))
    except (SyntaxError, ValueError, OSError) as problem:
        raise BrokenResourceError(str(problem), where=str(path)) from problem


def load(path: Path) -> Ontology:
    """The ontology in a Turtle file, or in all Turtle files of a folder.

    Raises BrokenResourceError where there is none or one does not parse.
    """
    ontology = Ontology()
    for file in turtle_files(path):
        ontology.take(read_turtle(file))
    return ontology
