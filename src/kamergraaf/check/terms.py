"""Checks of terms and names: all declared, every node with an IRI, every actor of one kind."""

from __future__ import annotations

from collections.abc import Iterator

from kamergraaf.check.finding import About, Finding, Message, Rule, Severity
from kamergraaf.check.index import RDF_TYPE, Index, name
from kamergraaf.check.ontology import Ontology
from kamergraaf.iris import DEF, expand

ACTOR_KIND = Rule("actor-kind", Message("Actor van één soort", "Actor of one kind"))
UNKNOWN_TERM = Rule(
    "unknown-term", Message("Bekende termen", "Known terms"), Severity.VIOLATION, About.DATA
)
BLANK_NODE = Rule("blank-node", Message("Geen lege knopen", "No blank nodes"))

VERSION = f"<{expand('owl:versionIRI')}>"
ACTOR, COLLECTIVE = expand("kamer:Actor"), expand("kamer:Collective")


def actor_kind(index: Index, ontology: Ontology) -> Iterator[tuple[str, Finding | None]]:
    """Each actor: whether it has exactly one class with a code, or is a collective."""
    message = Message(
        "Een actor is van precies één soort, of een verzameling.",
        "An actor is of exactly one kind, or a collective.",
    )
    classes = ontology.below(ACTOR)
    kinds = (classes & ontology.coded) | {COLLECTIVE}
    actors = {actor for class_ in classes for actor in index.members.get(class_, ())}
    for actor in actors:
        own = sorted(kind for kind in kinds if actor in index.members.get(kind, ()))
        value = " | ".join(own)
        path = f"<{RDF_TYPE}>"
        bad = Finding(ACTOR_KIND, ACTOR_KIND.severity, message, actor, path, value)
        yield actor, None if len(own) == 1 else bad


def unknown_term(index: Index, ontology: Ontology) -> Iterator[tuple[str, Finding | None]]:
    """Each term of ours that the dataset uses: whether the ontology declares it."""
    start = f"<{DEF}"
    used = {term for triple in index.triples() for term in triple if term.startswith(start)}
    # An ontology's versions stand in its namespace and are no terms of it.
    used -= set(index.graph.subjects(VERSION))
    unknown = {term for term in used if name(term) not in ontology.declared}
    places = _places(index, unknown) if unknown else {}
    for term in sorted(used):
        bad = _unknown(ontology, name(term), *places[term]) if term in unknown else None
        yield name(term), bad


def _places(index: Index, terms: set[str]) -> dict[str, tuple[str, str, int]]:
    """Where each of the terms is used first (subject and predicate), and how often."""
    found: dict[str, tuple[str, str, int]] = {}
    for triple in index.triples():
        place = name(triple[0]), name(triple[1])
        for term in terms.intersection(triple):
            first, path, count = found.get(term, (*place, 0))
            found[term] = (*min((first, path), place), count + triple.count(term))
    return found


def _unknown(ontology: Ontology, term: str, subject: str, predicate: str, count: int) -> Finding:
    short, near = term.removeprefix(DEF), ontology.nearest(term).removeprefix(DEF)
    message = Message(
        f"De ontologie kent kamer:{short} niet ({count} keer gebruikt)"
        + (f"; bedoeld is misschien kamer:{near}." if near else "."),
        f"The ontology does not know kamer:{short} (used {count} times)"
        + (f"; perhaps kamer:{near} is meant." if near else "."),
    )
    return Finding(
        UNKNOWN_TERM, UNKNOWN_TERM.severity, message, subject, f"<{predicate}>", f"kamer:{short}"
    )


def blank_node(index: Index) -> Iterator[tuple[str, Finding | None]]:
    """Each subject: whether it has a name of its own."""
    message = Message("Deze knoop heeft geen IRI.", "This node has no IRI.")
    for subject in sorted(index.nodes()):
        bad = subject.startswith("_:")
        yield (
            subject,
            Finding(BLANK_NODE, BLANK_NODE.severity, message, subject) if bad else None,
        )
