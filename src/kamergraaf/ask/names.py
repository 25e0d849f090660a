"""What a graph calls things: its own base, labels, whether it knows an IRI, the nearest name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from kamergraaf import iris
from kamergraaf.ask.prologue import declared
from kamergraaf.ask.rows import among
from kamergraaf.ask.store import Source
from kamergraaf.graph.quads import iri

_RUNS = "SELECT DISTINCT ?run WHERE { ?run a kamer:Run }"

_LABELLED = "SELECT DISTINCT ?thing ?label WHERE { ?thing skos:prefLabel|rdfs:label ?label }"

_LABELS = """SELECT DISTINCT ?thing ?label ?language WHERE {
  ?thing skos:prefLabel|rdfs:label ?label . BIND(LANG(?label) AS ?language)
}"""


def base(source: Source) -> str:
    """The IRI under which a graph's things live, by the making that it tells of.

    The house's own where it tells of none, or where the house's own is among several.
    """
    runs = source.select(declared(_RUNS)).column("run")
    found = {made for run in runs if (made := iris.base_of_run(str(run)))}
    return iris.BASE if iris.BASE in found or not found else min(found)


def knows(source: Source, term: str) -> bool:
    """Whether anything in a graph is said of an IRI (as an N-Triples term), or with it."""
    return any(
        source.select(f"SELECT ?p WHERE {{ {pattern} }} LIMIT 1").rows
        for pattern in (f"{term} ?p ?o", f"?s ?p {term}")
    )


def labels(source: Source, things: Iterable[str], language: str) -> dict[str, str]:
    """Labels of IRIs in the language; in another where there is none in it."""
    wanted = [[iri(thing)] for thing in sorted(things) if "://" in thing and " " not in thing]
    if not wanted:
        return {}
    found = source.select(among(declared(_LABELS), ["thing"], wanted))
    told: dict[str, str] = {}
    ranked = sorted(found.rows, key=lambda row: (row[2] != language, str(row[1])))
    for thing, label, _ in ranked:
        told.setdefault(str(thing), str(label))
    return told


def labelled(source: Source) -> list[tuple[str, str]]:
    """Every thing with each of its labels."""
    rows = source.select(declared(_LABELLED)).rows
    return [(str(thing), str(label)) for thing, label in rows]


def nearest(name: str, known: Iterable[tuple[str, str]]) -> str:
    """The thing whose IRI, end of IRI or label looks most like the name, '' where none does."""
    names: dict[str, str] = {}
    for address, label in known:
        two = "/".join(address.split("/")[-2:])
        for form in (address, two, ending(address), label):
            names.setdefault(form, address)
    short = name.strip("<>") if "://" in name else name.strip("<>").rpartition(":")[2]
    near = difflib.get_close_matches(short, names, 1)
    return names[near[0]] if near else ""


def ending(name: str) -> str:
    """The last part of an IRI's path."""
    return name.rstrip("/#").rpartition("/")[2]
