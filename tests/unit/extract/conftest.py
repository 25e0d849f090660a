"""Letters of one's own, read as far as a test needs."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kamergraaf.extract import (
    actors,
    concerns,
    dates,
    gazetteer,
    measures,
    references,
    sentences,
)
from kamergraaf.extract.analysis import Analysis, Header
from kamergraaf.graph import vocabulary
from kamergraaf.model import Fact, Lexicon, Ref
from kamergraaf.read import text as plain

Analyse = Callable[..., Analysis]

LETTER = """Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 14 maart 2022

Onderwerp: {subject}

{body}

De Minister van Justitie en Veiligheid,
"""


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon of the ontology."""
    return vocabulary.load(None).lexicon()


@pytest.fixture(scope="session")
def analyse(lexicon: Lexicon) -> Analyse:
    """Reads the body of a letter up to its concerns: ``analyse(body, subject=…)``."""

    def read(body: str, subject: str = "Aanpak terrorisme en extremisme") -> Analysis:
        data = LETTER.format(body=body, subject=subject).encode()
        document = plain.document(Path(f"{hashlib.sha256(data).hexdigest()[:8]}.txt"), data)
        analysis = Analysis(document, lexicon, sentences.split(document.flow))
        analysis.mentions = gazetteer.find(document.flow, lexicon)
        analysis.references = references.find(analysis)
        analysis.header = Header(date="2022-03-14")
        analysis.dates = dates.find(analysis)
        actors.write(analysis)
        concerns.write(analysis)
        return analysis

    return read


@dataclass
class Told:
    """A measure as read."""

    label: str
    quote: str
    status: str = ""
    responsible: list[str] = field(default_factory=list)
    origin: str = ""
    partners: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    start: str = ""
    unstated: bool = False


def _name(analysis: Analysis, ref: Ref) -> str:
    term = analysis.lexicon.terms.get(ref.id)
    return term.label if term else analysis.sheet.things[ref.id].label


def _fill(analysis: Analysis, row: Told, fact: Fact) -> None:
    value = fact.object
    if fact.predicate == "kamer:status" and isinstance(value, Ref):
        row.status = analysis.lexicon.terms[value.id].notation
    elif fact.predicate == "kamer:agentUnstated":
        row.unstated = True
    elif fact.predicate == "kamer:start" and isinstance(value, Ref):
        row.start = value.id.removeprefix("date/")
    elif isinstance(value, Ref):
        name = fact.predicate.removeprefix("kamer:")
        column = {"responsible": row.responsible, "partner": row.partners}.get(name)
        if name == "responsible":
            row.origin = fact.origin.value
        if name == "addresses":
            column = row.addresses
        if column is not None:
            column.append(_name(analysis, value))


Tell = Callable[[str], list[Told]]


@pytest.fixture
def tell(analyse: Analyse) -> Tell:
    """Reads the measures of a body, with what is told of each."""

    def read(body: str) -> list[Told]:
        analysis = analyse(body)
        analysis.speaker = next(a.ref for a in reversed(analysis.actors) if a.code == "ministry")
        measures.write(analysis)
        text = analysis.document.text
        rows = {
            m.ref: Told(
                m.label,
                " ".join(
                    text[s.start : s.end] for s in analysis.sheet.things[m.ref.id].evidence.spans
                ),
            )
            for m in analysis.measures
        }
        for fact in analysis.sheet.facts:
            if fact.subject in rows:
                assert fact.evidence or fact.premises
                _fill(analysis, rows[fact.subject], fact)
        return list(rows.values())

    return read
