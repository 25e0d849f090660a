"""Every statement about a thing, with the sentences that prove it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kamergraaf import iris
from kamergraaf.ask.names import ending, labelled, labels, nearest
from kamergraaf.ask.prologue import declared
from kamergraaf.ask.rows import Cell, among, bind, shown
from kamergraaf.ask.store import Source
from kamergraaf.errors import UsageError
from kamergraaf.graph.quads import iri

_CITATIONS = "SELECT DISTINCT ?thing WHERE { ?thing a kamer:Citation }"

_CLASSES = "SELECT DISTINCT ?class WHERE { ?thing a ?class }"

_PROOF = """SELECT DISTINCT ?letter ?start ?end ?quote ?rule WHERE {
  ?thing kamer:evidence ?span ; kamer:rule ?rule .
  ?span oa:hasSource ?letter ; oa:hasSelector ?position, ?exactly .
  ?position oa:start ?start ; oa:end ?end . ?exactly oa:exact ?quote
}"""

_STATEMENTS = """SELECT DISTINCT ?statement ?subject ?property ?object ?stance ?origin ?rule
  ?letter ?quote ?start ?end ?premise
WHERE {
  ?statement kamer:ROLE ?thing ; kamer:subject ?subject ; kamer:predicate ?property ;
    kamer:object ?object ; kamer:letter ?letter ; kamer:rule ?rule ;
    kamer:stance ?stance ; kamer:origin ?origin .
  OPTIONAL { ?statement kamer:quote ?quote }
  OPTIONAL {
    ?statement kamer:evidence ?span . ?span oa:hasSelector ?position .
    ?position oa:start ?start ; oa:end ?end
  }
  OPTIONAL { ?statement kamer:premise ?premise }
}"""


@dataclass(frozen=True, slots=True)
class Told:
    """One statement: who says what, how firmly, from where, and on which characters it rests.

    ``spans`` are offsets in code points of the letter's text, end exclusive; ``premises`` are
    statements that it is inferred from.
    """

    id: str
    subject: str
    property: str
    object: str
    stance: str
    origin: str
    rule: str
    letter: str
    quote: str
    spans: tuple[tuple[int, int], ...]
    premises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """The stretch of a letter that introduces a thing."""

    letter: str
    start: int
    end: int
    quote: str
    rule: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A thing: its classes, where letters introduce it, what is said of it and with it.

    ``labels`` names every IRI met, as ``Told`` gives them, in the language asked for; ``others``
    are what else the name could mean: citations of the thing, its class.
    """

    thing: str
    classes: tuple[str, ...]
    proofs: tuple[Proof, ...]
    about: tuple[Told, ...]
    elsewhere: tuple[Told, ...]
    premises: Mapping[str, Told]
    labels: Mapping[str, str]
    others: tuple[str, ...] = ()

    def label(self, name: str) -> str:
        """What to call an IRI or a literal."""
        return self.labels.get(name, name)


def explain(source: Source, name: str, language: str = "nl") -> Explanation:
    """All that is known of a thing, by its IRI, prefixed name, IRI's ending or label.

    Raises UsageError, with the nearest name, where there is no such thing.
    """
    thing, *others = meanings(source, name)
    about = _statements(source, "subject", [thing])
    elsewhere = _statements(source, "object", [thing])
    wanted = {premise for told in (*about, *elsewhere) for premise in told.premises}
    premises = _statements(source, None, sorted(wanted)) if wanted else ()
    classes = tuple(str(c) for c in source.select(_bound(_CLASSES, thing)).column("class"))
    proofs = tuple(
        Proof(str(letter), _number(start), _number(end), str(quote), str(rule))
        for letter, start, end, quote, rule in source.select(_bound(_PROOF, thing)).rows
    )
    met = {thing, *classes, *others}
    for told in (*about, *elsewhere, *premises):
        met.update((told.subject, told.property, told.object, told.letter))
    return Explanation(
        thing=thing,
        classes=tuple(sorted(classes)),
        proofs=tuple(sorted(proofs, key=lambda p: (p.letter, p.start, p.end))),
        about=about,
        elsewhere=elsewhere,
        premises={told.id: told for told in premises},
        labels=labels(source, met, language),
        others=tuple(others),
    )


def resolve(source: Source, name: str) -> str:
    """The IRI meant by ``name``. Raises UsageError where none or several are meant."""
    return meanings(source, name)[0]


def meanings(source: Source, name: str) -> list[str]:
    """The IRI meant by ``name``, and after it what else bears that name: terms and citations.

    Raises UsageError where no thing is meant, or several.
    """
    address = _expanded(name)
    if address and source.select(_bound("SELECT ?p WHERE { ?thing ?p ?o } LIMIT 1", address)).rows:
        return [address]
    known = labelled(source)
    end = "/" + name.strip("<>").partition(":")[2] if ":" in name else "/" + name
    found = sorted({t for t, label in known if t.endswith(end) or label == name})
    if len(found) > 1:
        found = _ranked(source, name, found)
    if found:
        return found
    near = nearest(name, known)
    hint = f"; did you mean {near}?" if near else ""
    raise UsageError(f"the graph knows nothing by the name '{name}'{hint}")


def _ranked(source: Source, name: str, found: list[str]) -> list[str]:
    """The one thing before terms and citations. Raises UsageError where there are several things,
    or none and several of the others."""
    cited = among(declared(_CITATIONS), ["thing"], [[iri(one)] for one in found])
    beside = {str(one) for one in source.select(cited).column("thing")}
    beside |= {one for one in found if one.startswith(iris.DEF)}
    things = [one for one in found if one not in beside]
    if len(things) != 1:
        raise UsageError(f"'{name}' may mean {', '.join((things or found)[:5])}")
    return [*things, *(one for one in found if one in beside)]


def _expanded(name: str) -> str:
    """The absolute IRI that a name may be, '' where it is none."""
    bare = name.strip("<>")
    if "://" in bare or bare.startswith("urn:"):
        return bare
    prefix, colon, local = bare.partition(":")
    if colon and prefix in iris.PREFIXES:
        return iris.PREFIXES[prefix] + local
    return ""


def _bound(query: str, thing: str) -> str:
    return bind(declared(query), {"thing": iri(thing)})


def _statements(source: Source, role: str | None, things: list[str]) -> tuple[Told, ...]:
    """The statements in which the things have a role; those with that IRI where role is None."""
    text = declared(_STATEMENTS.replace("kamer:ROLE", f"kamer:{role}" if role else "a"))
    if role is None:
        text = text.replace("a ?thing ;", "a kamer:Statement ;")
    variable = "thing" if role else "statement"
    found = source.select(among(text, [variable], [[iri(thing)] for thing in things]))
    rows: dict[str, list[dict[str, Cell]]] = defaultdict(list)
    for row in found.objects():
        rows[str(row["statement"])].append(row)
    told = [_told(id_, some) for id_, some in rows.items()]
    return tuple(sorted(told, key=lambda t: (t.letter, t.spans, t.property, t.object, t.id)))


def _told(id_: str, rows: list[dict[str, Cell]]) -> Told:
    """One statement from its rows: one per span and premise."""
    first = rows[0]
    spans = {(_number(r["start"]), _number(r["end"])) for r in rows if r["start"] is not None}
    return Told(
        id=id_,
        subject=str(first["subject"]),
        property=str(first["property"]),
        object=shown(first["object"]),
        stance=ending(str(first["stance"])),
        origin=ending(str(first["origin"])),
        rule=str(first["rule"]),
        letter=str(first["letter"]),
        quote=str(first["quote"] or ""),
        spans=tuple(sorted(spans)),
        premises=tuple(sorted({str(r["premise"]) for r in rows if r["premise"] is not None})),
    )


def _number(value: Cell) -> int:
    return int(str(value))
