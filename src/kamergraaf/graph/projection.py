"""What a reasoner gets to see of ontology and data: classes, roles and register entries.

Dates, texts, evidence, statements and every literal stay behind: OWL reasoners know no
``xsd:date``, and none of it bears on who is what. Terms are N-Triples terms (``graph.quads``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kamergraaf import iris, resources
from kamergraaf.errors import BrokenResourceError
from kamergraaf.graph.build import moved
from kamergraaf.graph.quads import RDF_TYPE, Quad, address, literal, value

Triple = tuple[str, str, str]
"""Subject, predicate, object."""


def _terms(names: str) -> frozenset[str]:
    """Some prefixed names as terms."""
    return frozenset(f"<{iris.expand(name)}>" for name in names.split())


OWL, RDF, RDFS = (iris.PREFIXES[prefix] for prefix in ("owl", "rdf", "rdfs"))
AXIOMS = (f"<{OWL}", f"<{RDF}", f"<{RDFS}")
NO_AXIOM = frozenset(
    f"<{RDFS}{name}>" for name in ("label", "comment", "seeAlso", "isDefinedBy")
) | frozenset(f"<{OWL}{name}>" for name in ("imports", "versionIRI", "versionInfo"))
PREFERRED = f"<{iris.PREFIXES['skos']}prefLabel>"
BOTH_WAYS = _terms("skos:narrower org:memberOf")
"""Roles that tell about their object: a concept's place under another, a partnership's members."""
KEY = f"<{iris.DEF}entry>"
"""The property that keeps entries apart; it exists in the projection only."""
LABELS = frozenset({PREFERRED, f"<{RDFS}label>"})
COLLECTIVE_OF = f"<{iris.DEF}collectiveOf>"
MEMBER = f"<{iris.PREFIXES['org']}hasMember>"
UNSEEN = _terms(
    "kamer:Date kamer:ActorName kamer:Statement kamer:Warning kamer:Run oa:SpecificResource "
    "oa:TextPositionSelector oa:TextQuoteSelector prov:Activity skos:ConceptScheme"
)
"""Classes whose members the reasoner does not see; a role with one as domain or range goes too."""
ASIDE = _terms(
    "kamer:letter oa:hasSource oa:hasSelector foaf:page prov:used prov:wasGeneratedBy "
    "skos:inScheme skos:topConceptOf skos:hasTopConcept "
    "skos:exactMatch skos:closeMatch skos:broadMatch skos:narrowMatch skos:relatedMatch"
)
"""Roles that lead out of the data or merely file things."""


@dataclass(frozen=True)
class Terminology:
    """An ontology as read: its axioms, and the register entries that stand beside them."""

    triples: Sequence[Triple]

    @cached_property
    def axioms(self) -> list[Triple]:
        """Declarations and axioms, without labels and without what stays behind."""
        return [t for t in self.triples if _axiom(t)]

    @cached_property
    def classes(self) -> frozenset[str]:
        """Every class that has a name."""
        return frozenset(
            s for s, p, o in self.triples if (p, o) == (RDF_TYPE, f"<{OWL}Class>") and s[0] == "<"
        )

    @cached_property
    def roles(self) -> frozenset[str]:
        """The object properties between things that the reasoner sees."""
        declared = {s for s, p, o in self.triples if o == f"<{OWL}ObjectProperty>"}
        unseen = {
            s
            for s, p, o in self.triples
            if p in (f"<{RDFS}domain>", f"<{RDFS}range>") and o in UNSEEN
        }
        return frozenset(declared - unseen - ASIDE)

    @cached_property
    def defined(self) -> tuple[str, ...]:
        """The classes whose members follow from a definition, sorted."""
        equal = f"<{OWL}equivalentClass>"
        found = {s for s, p, o in self.triples if p == equal and o.startswith("_:")}
        return tuple(sorted(found & self.classes - UNSEEN))

    @cached_property
    def named(self) -> frozenset[str]:
        """The things that definitions name."""
        return frozenset(o for _, p, o in self.triples if p == f"<{OWL}hasValue>")

    def facts(self, quads: Iterable[Quad | Triple]) -> list[Triple]:
        """What the reasoner sees of some data: types and roles between things; sorted."""
        kept: set[Triple] = set()
        for subject, predicate, object_, *_ in quads:
            if not (subject.startswith("<") and object_.startswith("<")):
                continue
            if predicate == RDF_TYPE:
                seen = object_ in self.classes and object_ not in UNSEEN
            else:
                seen = predicate in self.roles or predicate == COLLECTIVE_OF
            if seen:
                kept.add((subject, predicate, object_))
        return sorted(kept)


def read(beside: Sequence[Path] = (), base: str = iris.BASE) -> Terminology:
    """The built-in ontology with its registers, and the Turtle files or folders ``beside`` it.

    What lies under ``iris.BASE`` moves to ``base``. Raises BrokenResourceError for a file that
    does not parse and for a path that leads to no Turtle file.
    """
    triples: dict[Triple, None] = {}
    for place in (resources.folder("ontology"), *beside):
        files = sorted(place.glob("*.ttl")) if place.is_dir() else [place]
        if not files:
            raise BrokenResourceError("no Turtle file in this folder", where=str(place))
        for path in files:
            triples.update(dict.fromkeys(_parse(path, base)))
    return Terminology(list(triples))


def _parse(path: Path, base: str) -> Iterator[Triple]:
    import pyoxigraph

    try:
        for t in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE):
            yield _at(str(t.subject), base), str(t.predicate), _at(str(t.object), base)
    except (SyntaxError, ValueError, OSError) as problem:
        raise BrokenResourceError(f"does not parse: {problem}", where=str(path)) from problem


def entries(quads: Iterable[Quad | Triple]) -> list[str]:
    """The register entries of some data, sorted: what ``skos:prefLabel`` names."""
    return sorted({s for s, p, *_ in quads if p == PREFERRED and s.startswith("<")})


def labels(quads: Iterable[Quad | Triple], things: Collection[str]) -> dict[str, str]:
    """The Dutch labels of the things (IRIs) that have one."""
    found: dict[str, str] = {}
    for subject, predicate, object_, *_ in quads:
        if predicate in LABELS and object_.endswith("@nl") and subject[1:-1] in things:
            found.setdefault(subject[1:-1], value(object_).text)
    return found


def different(things: Sequence[str]) -> list[Triple]:
    """That no two of the things are one: each has its own value of a functional property.

    The same could be said with ``owl:AllDifferent``, but reasoners turn that into an inequality
    for every pair, and registers have thousands of entries.
    """
    declared = [(KEY, RDF_TYPE, f"<{OWL}{kind}Property>") for kind in ("Datatype", "Functional")]
    return declared + [(thing, KEY, literal(address(thing))) for thing in things]


def reached(facts: Iterable[Triple], mentioned: Iterable[str]) -> list[Triple]:
    """The facts about what is mentioned, and about what those facts mention in turn; sorted."""
    by: dict[str, list[Triple]] = defaultdict(list)
    for fact in facts:
        by[fact[0]].append(fact)
        if fact[1] in BOTH_WAYS:
            by[fact[2]].append(fact)
    kept: set[Triple] = set()
    waiting, seen = list(mentioned), set(mentioned)
    while waiting:
        for fact in by.get(waiting.pop(), ()):
            kept.add(fact)
            new = {fact[0], fact[2]} - seen
            seen |= new
            waiting += new
    return sorted(kept)


def condensed(
    facts: Iterable[Triple], named: Iterable[str]
) -> tuple[list[Triple], dict[str, list[str]]]:
    """One of each group of things that nothing but the same types tells about.

    What holds of that one holds of the others: gives the facts without those others, and the
    others by the one that stands for them. Things that definitions name stay.
    """
    facts = list(facts)
    tied = {term for s, p, o in facts if p != RDF_TYPE for term in (s, o)} | set(named)
    types: dict[str, list[str]] = defaultdict(list)
    for subject, predicate, object_ in facts:
        if predicate == RDF_TYPE and subject not in tied:
            types[subject].append(object_)
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for thing, classes in sorted(types.items()):
        alike[tuple(sorted(classes))].append(thing)
    others = {first: rest for first, *rest in alike.values()}
    return [f for f in facts if f[0] in tied or f[0] in others], others


def assertions(facts: Iterable[Triple]) -> list[Triple]:
    """The facts in OWL: a collective of a class is something with a member of that class."""
    triples: list[Triple] = []
    for number, (subject, predicate, object_) in enumerate(facts):
        if predicate != COLLECTIVE_OF:
            triples.append((subject, predicate, object_))
            continue
        some = f"_:collective{number}"
        triples += [
            (subject, RDF_TYPE, some),
            (some, RDF_TYPE, f"<{OWL}Restriction>"),
            (some, f"<{OWL}onProperty>", MEMBER),
            (some, f"<{OWL}someValuesFrom>", object_),
        ]
    return triples


def _axiom(triple: Triple) -> bool:
    _, predicate, object_ = triple
    if not predicate.startswith(AXIOMS) or predicate in NO_AXIOM:
        return False
    if predicate == RDF_TYPE and not object_.startswith(f"<{OWL}"):
        return False
    return not object_.startswith('"') or "ardinality>" in predicate


def _at(term: str, base: str) -> str:
    return f"<{moved(term[1:-1], base)}>" if term.startswith("<") else term
