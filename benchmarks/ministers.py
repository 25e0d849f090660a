"""Letters made for benchmarks, and the graph that ``build`` makes of them, with planted faults.

Each letter is some sentences drawn from a list with a fixed seed; reading one gives about a
thousand quads. Faults are planted in the quads, one kind after the other, so that every engine has
the same things to find.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from kamergraaf import pipeline
from kamergraaf.graph.build import dataset
from kamergraaf.graph.quads import Quad
from kamergraaf.iris import expand
from kamergraaf.model import Lexicon
from kamergraaf.pipeline import read_letter

_TOWNS = ("Utrecht", "Amsterdam", "Rotterdam", "Den Haag", "Eindhoven", "Tilburg", "Almere")
_THREATS = ("jihadisme", "rechts-extremisme", "antisemitisme", "radicalisering", "spionage")
_MONTHS = ("januari", "maart", "mei", "juni", "september", "november")
_SENTENCES = (
    "De NCTV werkt samen met de gemeente {town} aan een aanpak van {threat}.",
    "Het kabinet onderzoekt een verbod op de verheerlijking van {threat}.",
    "De politie heeft op {day} {month} {year} een meldpunt geopend tegen {threat}.",
    "De gemeente {town} krijgt middelen om {threat} tegen te gaan.",
    "Ik heb uw Kamer toegezegd u hierover te informeren"
    " (Kamerstukken II {year}/{next}, 29 754, nr. {number}).",
    "De motie-Jansen over {threat}"
    " (Kamerstukken II {year}/{next}, 29 754, nr. {other}) is uitgevoerd.",
    "Het dreigingsniveau is op {day} {month} {year} verhoogd van niveau 3 naar niveau 4.",
    "De AIVD ziet dat {threat} een dreiging vormt voor de nationale veiligheid.",
)


def text(number: int, seed: int = 0) -> str:
    """The letter with this number: always the same for the same seed."""
    chance = random.Random(f"{seed}/{number}")
    year = chance.randint(2016, 2024)
    chosen = chance.sample(_SENTENCES, chance.randint(3, 5))
    body = " ".join(
        sentence.format(
            town=chance.choice(_TOWNS),
            threat=chance.choice(_THREATS),
            day=chance.randint(1, 28),
            month=chance.choice(_MONTHS),
            year=year - 1,
            next=year,
            number=chance.randint(100, 400),
            other=chance.randint(400, 700),
        )
        for sentence in chosen
    )
    return (
        "De Voorzitter van de Tweede Kamer der Staten-Generaal\nPostbus 20018\n2500 EA Den Haag\n\n"
        f"Datum {chance.randint(1, 28)} december {year}\nOns kenmerk {number + 1_000_000}\n"
        f"Betreft Aanpak van {chance.choice(_THREATS)}\n\nGeachte voorzitter,\n\n{body}\n\n"
        "De Minister van Justitie en Veiligheid,\n"
    )


def write(folder: Path, number: int, seed: int = 0) -> list[Path]:
    """Write ``number`` letters into a folder; their paths, in order."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"letter-{one:05}.txt" for one in range(number)]
    for one, path in enumerate(paths):
        path.write_text(text(one, seed), "utf-8")
    return paths


def graph(paths: list[Path], faults: int = 0) -> list[Quad]:
    """The quads that ``build`` writes for the letters, with ``faults`` faults planted in them."""
    terms = pipeline.vocabulary()
    lexicon: Lexicon = terms.lexicon()
    quads = dataset([read_letter(path, lexicon) for path in paths], terms)
    return broken(quads, faults)


def broken(quads: list[Quad], faults: int, seed: int = 0) -> list[Quad]:
    """The quads with ``faults`` statements spoiled, taking the kinds of fault in turn."""
    if not faults:
        return quads
    chance = random.Random(seed)
    places = {
        predicate: [i for i, quad in enumerate(quads) if quad[1] == f"<{expand(predicate)}>"]
        for predicate, _ in _FAULTS
    }
    spoiled: dict[int, list[Quad]] = {}
    for one in range(faults):
        predicate, spoil = _FAULTS[one % len(_FAULTS)]
        free = [place for place in places[predicate] if place not in spoiled]
        if free:
            place = chance.choice(free)
            spoiled[place] = list(spoil(quads[place]))
    return [made for i, quad in enumerate(quads) for made in spoiled.get(i, (quad,))]


def _gone(_: Quad) -> Iterator[Quad]:
    """What must be there is not: sh:minCount."""
    yield from ()


def _twice(quad: Quad) -> Iterator[Quad]:
    """A second value where there may be one: sh:maxCount."""
    yield quad
    yield (*quad[:2], f"{quad[2][:-1]}x>" if quad[2].startswith("<") else '"9"', quad[3])


def _text(quad: Quad) -> Iterator[Quad]:
    """A text where a thing must stand: sh:nodeKind and sh:class."""
    yield (*quad[:2], '"niet bekend"', quad[3])


def _nowhere(quad: Quad) -> Iterator[Quad]:
    """A thing that nobody describes: sh:class."""
    yield (*quad[:2], "<https://example.org/nergens>", quad[3])


def _odd(quad: Quad) -> Iterator[Quad]:
    """A value that is not of its datatype: sh:datatype. (pyshacl ends on values that are to be
    compared and cannot be, so that offsets and dates stay as they are.)"""
    yield (*quad[:2], f'"vijf"^^<{expand("xsd:boolean")}>', quad[3])


_FAULTS: tuple[tuple[str, Callable[[Quad], Iterator[Quad]]], ...] = (
    ("kamer:status", _gone),
    ("kamer:responsible", _text),
    ("kamer:addresses", _nowhere),
    ("oa:exact", _odd),
    ("oa:start", _gone),
    ("oa:hasSelector", _gone),
    ("kamer:stance", _twice),
    ("dcterms:identifier", _twice),
    ("kamer:evidence", _nowhere),
    ("rdfs:label", _gone),
)
