"""How measures hang together with motions and papers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kamergraaf.extract.analysis import Analysis, MeasureMention, MotionMention, Reference, Sentence
from kamergraaf.extract.measures_scene import within
from kamergraaf.extract.words import word_set
from kamergraaf.model import Ref

_FULFILLING: Final = word_set(
    """uitvoering gevolg invulling gehoor gestand tegemoet afgedaan voldaan nagekomen voldoe
    voldoen voldoet ingevuld uitgevoerd gewerkt"""
)
_BACK: Final = word_set("hiermee daarmee hierbij zo aldus deze hiervoor daarvoor zodat waarmee")
_GROUNDS: Final = ("op grond van", "krachtens", "ingevolge", "op basis van", "overeenkomstig")
_REACH: Final = 8
_NEAR: Final = 40


def write(analysis: Analysis) -> None:
    """Write which motions measures fulfil, and which papers tell of them or are their ground."""
    by_sentence: dict[int, list[MeasureMention]] = {}
    for mention in analysis.measures:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    for motion in analysis.motions:
        _fulfils(analysis, by_sentence, motion)
    for index, measures in by_sentence.items():
        _papers(analysis, analysis.sentences[index], measures)


def _fulfils(
    analysis: Analysis, by_sentence: dict[int, list[MeasureMention]], motion: MotionMention
) -> None:
    sentence = _sentence(analysis, motion.start)
    if sentence is None:
        return
    words = [token for token in sentence.tokens if token.lower in _FULFILLING]
    if not words:
        return
    here = by_sentence.get(sentence.index, [])
    points = any(token.lower in _BACK for token in sentence.tokens)
    measures = here or (_before(analysis, by_sentence, sentence) if points else [])
    shown = analysis.evidence(sentence.start, sentence.end)
    for measure in measures:
        analysis.sheet.fact(measure.ref, "kamer:fulfils", motion.ref, shown, "measures.fulfils")


def _sentence(analysis: Analysis, at: int) -> Sentence | None:
    low, high = 0, len(analysis.sentences)
    while low < high:
        middle = (low + high) // 2
        if analysis.sentences[middle].end <= at:
            low = middle + 1
        else:
            high = middle
    found = analysis.sentences[low] if low < len(analysis.sentences) else None
    return found if found is not None and found.start <= at else None


def _before(
    analysis: Analysis, by_sentence: dict[int, list[MeasureMention]], sentence: Sentence
) -> list[MeasureMention]:
    """The measures of the paragraphs before, under the same heading."""
    found: list[MeasureMention] = []
    for index in range(max(0, sentence.index - _REACH), sentence.index):
        if analysis.sentences[index].section == sentence.section:
            found += by_sentence.get(index, [])
    return found


def _papers(analysis: Analysis, sentence: Sentence, measures: list[MeasureMention]) -> None:
    for reference, predicate in _cited(analysis, sentence):
        shown = analysis.evidence(reference.start, reference.end)
        for measure in measures:
            for id_ in reference.ids:
                paper = Ref(f"paper:{id_}")
                analysis.sheet.fact(measure.ref, predicate, paper, shown, "measures.paper")


def _cited(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[Reference, str]]:
    """References in the sentence or in its footnotes; one that is a motion's own is left out."""
    motions = [m.end for m in within(analysis.motions, sentence.start, sentence.end)]
    for reference in within(analysis.references, sentence.start, sentence.end):
        if not any(0 <= reference.start - end <= _NEAR for end in motions):
            yield reference, _predicate(analysis, reference)
    for mark in analysis.flow.marks:
        if mark.passage is None or not sentence.start < mark.at <= sentence.end + 1:
            continue
        if any(0 <= mark.at - end <= _NEAR for end in motions):
            continue
        note = analysis.flow.passages[mark.passage]
        for reference in within(analysis.references, note.start, note.end):
            yield reference, _predicate(analysis, reference)


def _predicate(analysis: Analysis, reference: Reference) -> str:
    before = analysis.flow.text[max(0, reference.start - 40) : reference.start].lower()
    ground = reference.kind != "ParliamentaryPaper" and any(word in before for word in _GROUNDS)
    return "kamer:basedOn" if ground else "kamer:documentedIn"
