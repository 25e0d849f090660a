"""Every statement about a thing, with the sentences that prove it."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kamergraaf import iris
from kamergraaf.ask.prologue import declared
from kamergraaf.ask.rows import Cell, among, bind, shown
from kamergraaf.ask.store import Source
from kamergraaf.errors import UsageError
from kamergraaf.graph.quads import iri

_LABELLED = "SELECT DISTINCT ?thing ?label WHERE { ?thing skos:prefLabel|rdfs:label ?label }"

_LABELS = """SELECT DISTINCT ?thing ?label ?language WHERE {
  ?thing skos:prefLabel|rdfs:label ?label . BIND(LANG(?label) AS ?language)
}"""

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

    ``labels`` names every IRI met, as ``Told`` gives them, in the language asked for.
    """

    thing: str
    classes: tuple[str, ...]
    proofs: tuple[Proof, ...]
    about: tuple[Told, ...]
    elsewhere: tuple[Told, ...]
    premises: Mapping[str, Told]
    labels: Mapping[str, str]

    def label(self, name: str) -> str:
        """What to call an IRI or a literal."""
        return self.labels.get(name, name)


def explain(source: Source, name: str, language: str = "nl") -> Explanation:
    """All that is known of a thing, by its IRI, prefixed name, IRI's ending or label.

    Raises UsageError, with the nearest name, where there is no such thing.
    """
    thing = resolve(source, name)
    about = _statements(source, "subject", [thing])
    elsewhere = _statements(source, "object", [thing])
    wanted = {premise for told in (*about, *elsewhere) for premise in told.premises}
    premises = _statements(source, None, sorted(wanted)) if wanted else ()
    classes = tuple(str(c) for c in source.select(_bound(_CLASSES, thing)).column("class"))
    proofs = tuple(
        Proof(str(letter), _number(start), _number(end), str(quote), str(rule))
        for letter, start, end, quote, rule in source.select(_bound(_PROOF, thing)).rows
    )
    met = {thing, *classes}
    for told in (*about, *elsewhere, *premises):
        met.update((told.subject, told.property, told.object, told.letter))
    return Explanation(
        thing=thing,
        classes=tuple(sorted(classes)),
        proofs=tuple(sorted(proofs, key=lambda p: (p.letter, p.start, p.end))),
        about=about,
        elsewhere=elsewhere,
        premises={told.id: told for told in premises},
        labels=_labels(source, met, language),
    )


def resolve(source: Source, name: str) -> str:
    """The IRI meant by ``name``. Raises UsageError where none or several are meant."""
    address = _expanded(name)
    if address and source.select(_bound("SELECT ?p WHERE { ?thing ?p ?o } LIMIT 1", address)).rows:
        return address
    known = source.select(declared(_LABELLED)).rows
    ending = "/" + name.strip("<>").partition(":")[2] if ":" in name else "/" + name
    found = {str(t) for t, label in known if str(t).endswith(ending) or label == name}
    if len(found) == 1:
        return found.pop()
    if found:
        raise UsageError(f"'{name}' may mean {', '.join(sorted(found)[:5])}")
    near = _nearest(name, known)
    hint = f"; did you mean {near}?" if near else ""
    raise UsageError(f"the graph knows nothing by the name '{name}'{hint}")


def _nearest(name: str, known: Iterable[tuple[Cell, ...]]) -> str:
    """The thing whose IRI, end of IRI or label looks most like the name, '' where none does."""
    names: dict[str, str] = {}
    for thing, label in known:
        address = str(thing)
        two = "/".join(address.split("/")[-2:])
        for form in (address, two, _ending(address), str(label)):
            names.setdefault(form, address)
    short = name.strip("<>") if "://" in name else name.strip("<>").rpartition(":")[2]
    near = difflib.get_close_matches(short, names, 1)
    return names[near[0]] if near else ""


def _expanded(name: str) -> str:
    """The absolute IRI that a name may be, '' where it is none."""
    bare = name.strip("<>")
    if "://" in bare or bare.startswith("urn:"):
        return bare
    prefix, colon, local = bare.partition(":")
    if colon and prefix in iris.PREFIXES:
        return iris.PREFIXES[prefix] + local
    return ""


def _ending(name: str) -> str:
    return name.rstrip("/#").rpartition("/")[2]


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
        stance=_ending(str(first["stance"])),
        origin=_ending(str(first["origin"])),
        rule=str(first["rule"]),
        letter=str(first["letter"]),
        quote=str(first["quote"] or ""),
        spans=tuple(sorted(spans)),
        premises=tuple(sorted({str(r["premise"]) for r in rows if r["premise"] is not None})),
    )


def _labels(source: Source, things: Iterable[str], language: str) -> dict[str, str]:
    """Labels in the language; in another where there is none in it."""
    wanted = [[iri(thing)] for thing in sorted(things) if "://" in thing and " " not in thing]
    found = source.select(among(declared(_LABELS), ["thing"], wanted))
    labels: dict[str, str] = {}
    ranked = sorted(found.rows, key=lambda row: (row[2] != language, str(row[1])))
    for thing, label, _ in ranked:
        labels.setdefault(str(thing), str(label))
    return labels


def _number(value: Cell) -> int:
    return int(str(value))
