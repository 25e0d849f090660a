"""What shapes look at: their targets, and targets that can match nothing."""

from __future__ import annotations

import difflib
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kamergraaf.check.finding import About, Finding, Message, Rule, Severity
from kamergraaf.check.ontology import Ontology
from kamergraaf.errors import BrokenResourceError
from kamergraaf.iris import DEF, PREFIXES
from kamergraaf.shacl import core
from kamergraaf.shacl.engine import focus_nodes
from kamergraaf.shacl.graph import Graph
from kamergraaf.shacl.shapes import read_shape, targeted
from kamergraaf.shacl.terms import RDF_TYPE, SUB_CLASS_OF, is_iri

UNDEFINED = Rule(
    "undefined-target",
    Message("Doel dat niemand kent", "Target that nobody defines"),
    Severity.WARNING,
    About.SHAPES,
)
NOTHING = Rule(
    "nothing-checked",
    Message("Niets gecontroleerd", "Nothing checked"),
    Severity.WARNING,
    About.DATA,
)

ALIKE = 0.9
"""How alike two names are (difflib's ratio) when one is surely the other misspelt."""

_OF_TERMS = ("targetClass", "targetSubjectsOf", "targetObjectsOf")
_NAMESPACE = re.compile(r"(.*[/#:])([^/#:]*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Targeted:
    """A shape that looks for its own nodes; ``targets`` pairs the kind of target with its term."""

    node: str
    targets: tuple[tuple[str, str], ...]


def of(shapes: Graph) -> list[Targeted]:
    """The shapes with targets that are not switched off, in a fixed order.

    Raises BrokenResourceError for an ill-formed one.
    """
    read = (read_shape(shapes, node) for node in targeted(shapes, core.PARAMETERS))
    return [Targeted(shape.node, shape.targets) for shape in read if not shape.deactivated]


def seen(shapes: Iterable[Targeted], data: Graph) -> dict[str, tuple[str, ...]]:
    """The nodes of the data that each shape's targets choose, by the shape's node."""
    return {
        shape.node: tuple(
            dict.fromkeys(node for t in shape.targets for node in focus_nodes(data, *t))
        )
        for shape in shapes
    }


def undefined(
    shapes: Sequence[Targeted],
    foci: Mapping[str, Sequence[str]],
    data: Graph,
    ontology: Ontology,
    asked_for: Container[str] = (),
) -> list[Finding]:
    """Findings about targets that are terms which neither ontology nor data know.

    ``asked_for`` are terms that the shapes also ask values to be of, so that they are hardly
    misspelt. Raises BrokenResourceError where a target can match nothing, ever: it is misspelt, its
    vocabulary is known and lacks it, or nothing that the shapes look for exists.
    """
    known = Terms(data, ontology)
    lost = [
        (shape.node, term[1:-1])
        for shape in shapes
        for kind, term in shape.targets
        if kind in _OF_TERMS and is_iri(term) and term[1:-1] not in known
    ]
    found = [_told(node, term, known) for node, term in lost]
    if lost and not any(foci.values()):
        raise BrokenResourceError(
            f"the target {lost[0][1]} is a term that nobody defines, so that it can match "
            "nothing, and no other shape here sees a node either",
            where=f"shape {lost[0][0]}",
        )
    return [told for told in found if f"<{told.value}>" not in asked_for]


def _told(shape: str, term: str, known: Terms) -> Finding:
    near, sure = known.nearest(term)
    hint = f"; did you mean {_short(near)}?" if near else ""
    if sure:
        raise BrokenResourceError(
            f"the target {_short(term)} is a term that nobody defines, so that it can match "
            f"nothing{hint}",
            where=f"shape {shape}",
        )
    message = Message(
        "Dit doel is een term die hier niemand kent: noch de gegevens, noch de ontologie. Geef "
        "zijn vocabulaire met --ontology, zodat een schrijffout opvalt.",
        "This target is a term that nobody here defines: neither the data nor the ontology. Give "
        f"its vocabulary by --ontology, so that a slip of the pen is told{hint}.",
    )
    return Finding(UNDEFINED, UNDEFINED.severity, message, shape.strip("<>"), value=term)


def nothing_checked(foci: Mapping[str, Sequence[str]], focus: str) -> Iterator[Finding]:
    """The finding that no shape saw any node at all; ``focus`` names the data."""
    if not any(foci.values()):
        message = Message(
            "Geen enkele vorm zag een knoop: er is niets gecontroleerd. Zijn dit de vormen voor "
            "deze gegevens (--shapes, --profile)?",
            "No shape saw a node: nothing was checked. Are these the shapes for these data "
            "(--shapes, --profile)?",
        )
        yield Finding(NOTHING, NOTHING.severity, message, focus)


class Terms:
    """The terms that somebody defines or uses: the ontology, the data, well-known vocabularies."""

    def __init__(self, data: Graph, ontology: Ontology) -> None:
        classes = [
            *data.subjects(RDF_TYPE),
            *data.objects(SUB_CLASS_OF),
            *data.subjects(SUB_CLASS_OF),
        ]
        declared = [node for kind in _DECLARING for node in data.subjects(RDF_TYPE)[kind]]
        used = {term[1:-1] for term in (*classes, *data.predicates(), *declared)}
        self._known = used | ontology.declared
        self._closed = (
            ontology.namespaces | {DEF} | {PREFIXES[p] for p in ("sh", "rdf", "rdfs", "owl")}
        )

    def __contains__(self, term: str) -> bool:
        return term in self._known or term in _well_known(term)

    def nearest(self, term: str) -> tuple[str, bool]:
        """The term that was perhaps meant ('' for none), and whether ``term`` is surely wrong."""
        space, name = _split(term)
        among = {
            _split(each)[1]: each
            for each in sorted(self._known | _well_known(term))
            if _split(each)[0] == space
        }
        near = difflib.get_close_matches(name, sorted(among), 1, 0.75)
        alike = bool(near) and difflib.SequenceMatcher(None, name, near[0]).ratio() >= ALIKE
        return (among[near[0]] if near else ""), alike or space in self._closed


_DECLARING = tuple(
    f"<{PREFIXES[prefix]}{name}>"
    for prefix, name in (
        ("owl", "Class"),
        ("rdfs", "Class"),
        ("rdf", "Property"),
        ("owl", "ObjectProperty"),
        ("owl", "DatatypeProperty"),
        ("owl", "AnnotationProperty"),
    )
)


def _split(term: str) -> tuple[str, str]:
    found = _NAMESPACE.match(term)
    return (found[1], found[2]) if found else ("", term)


def _well_known(term: str) -> frozenset[str]:
    """The terms of the vocabulary that ``term`` is of, as far as rdflib knows it."""
    return _vocabulary(_split(term)[0])


@cache
def _vocabulary(space: str) -> frozenset[str]:
    from rdflib import namespace

    for name in "DC DCAT DCTERMS FOAF ORG OWL PROV RDF RDFS SKOS SSN SOSA TIME VANN VOID".split():
        vocabulary = getattr(namespace, name)
        if str(vocabulary) == space:
            return frozenset(space + each for each in vocabulary.__annotations__)
    return frozenset()


def _short(iri: str) -> str:
    return f"kamer:{iri.removeprefix(DEF)}" if iri.startswith(DEF) else iri
