"""What the ontology declares, as the checks need it: terms, hierarchy and labels."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kamergraaf.check import rdf
from kamergraaf.graph import vocabulary
from kamergraaf.iris import DEF, expand

RDF_TYPE = expand("rdf:type")
RDFS_LABEL = expand("rdfs:label")
PREF_LABEL = expand("skos:prefLabel")
ONTOLOGY = expand("owl:Ontology")
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
    ``coded`` are the classes with a ``kamer:code``, of which an actor has exactly one;
    ``ontologies`` the IRIs of the ontologies themselves."""

    declared: set[str] = field(default_factory=set)
    ontologies: set[str] = field(default_factory=set)
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
                elif quad.object.value == ONTOLOGY:
                    self.ontologies.add(subject)
            elif predicate == CODE:
                self.coded.add(subject)
            elif predicate == SUBCLASS and isinstance(quad.object, NamedNode):
                self.parents[subject].add(quad.object.value)
            elif predicate in {RDFS_LABEL, PREF_LABEL} and isinstance(quad.object, Literal):
                self.labels[subject].setdefault(quad.object.language or "", quad.object.value)

    @property
    def namespaces(self) -> set[str]:
        """The namespaces whose terms are all declared here: those of the ontologies themselves."""
        own = {ontology.rstrip("/#") for ontology in self.ontologies}
        spaces = {term[: max(term.rfind("/"), term.rfind("#")) + 1] for term in self.declared}
        return {space for space in spaces if space.rstrip("/#") in own}

    def below(self, class_: str) -> set[str]:
        """The class and every class under it."""
        children: dict[str, set[str]] = defaultdict(set)
        for child, parents in self.parents.items():
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


def load(paths: tuple[Path, ...] = (), own: bool = True) -> Ontology:
    """The project's ontology and registers with the files at ``paths``, in any RDF format.

    A folder among ``paths`` stands in place of the project's own, and without ``own`` there is
    nothing but ``paths``. Raises BrokenResourceError for a file that does not parse, InputError for
    a path that does not exist.
    """
    ontology = Ontology()
    if own and not any(path.is_dir() for path in paths):
        ontology.take(vocabulary.load().triples)
    for path in paths:
        for file in rdf.files(path):
            ontology.take(rdf.quads(file))
            ontology.ontologies.add(file.resolve().as_uri())
    return ontology
