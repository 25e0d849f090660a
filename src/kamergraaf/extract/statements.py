"""The order in which a document is read; each step finds what the later ones build on."""

from __future__ import annotations

from kamergraaf.extract import (
    actors,
    concerns,
    dates,
    gazetteer,
    header,
    levels,
    measures,
    observations,
    parties,
    privacy,
    references,
    sentences,
    surroundings,
    threats,
)
from kamergraaf.extract.analysis import Analysis
from kamergraaf.model import Document, Extraction, Lexicon


def extract(document: Document, lexicon: Lexicon) -> Extraction:
    """Everything the rules read in the document.

    The same document and lexicon give the same extraction, in the same order.
    """
    analysis = Analysis(document, lexicon, sentences.split(document.flow))
    analysis.mentions = gazetteer.find(document.flow, lexicon)
    analysis.references = references.find(analysis)
    analysis.header = header.read(analysis)
    analysis.dates = dates.find(analysis)
    for step in (header, references, dates, actors, parties, concerns, threats, levels, measures):
        step.write(analysis)
    observations.write(analysis)
    surroundings.write(analysis)
    privacy.protect(analysis)
    return analysis.sheet.finish(document)
