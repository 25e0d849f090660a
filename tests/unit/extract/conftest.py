"""Letters of one's own, read as far as a test needs."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from kamergraaf.extract import actors, concerns, dates, gazetteer, references, sentences
from kamergraaf.extract.analysis import Analysis, Header
from kamergraaf.graph import vocabulary
from kamergraaf.model import Lexicon
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
