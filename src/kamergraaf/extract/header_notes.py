"""Footnotes and marks that miss each other, as warnings."""

from __future__ import annotations

from kamergraaf.extract.analysis import Analysis
from kamergraaf.model import BlockKind, Evidence, NoteMark, Warning


def warnings(analysis: Analysis) -> list[Warning]:
    """A warning for each mark without its footnote and each footnote without a mark."""
    flow = analysis.flow
    found = [_missing(mark.number, Evidence((mark.span,))) for mark in _lost(analysis)]
    marked = {mark.passage for mark in flow.marks}
    for index, passage in enumerate(flow.passages):
        if passage.kind is BlockKind.FOOTNOTE and index not in marked and passage.label:
            evidence = flow.evidence(passage.start, passage.end)
            found.append(_unmarked(passage.label, evidence))
    return found


def _lost(analysis: Analysis) -> list[NoteMark]:
    return [mark for mark in analysis.flow.marks if mark.passage is None]


def _missing(number: str, evidence: Evidence) -> Warning:
    return Warning(
        "missing-footnote",
        f"Noot {number} wordt aangehaald, maar het document heeft geen voetnoot {number}.",
        f"Note {number} is referred to, but the document has no footnote {number}.",
        evidence,
    )


def _unmarked(number: str, evidence: Evidence) -> Warning:
    return Warning(
        "unmarked-footnote",
        f"Voetnoot {number} staat in het document, maar nergens in de tekst staat haar cijfer.",
        f"Footnote {number} is in the document, but its number stands nowhere in the text.",
        evidence,
    )
