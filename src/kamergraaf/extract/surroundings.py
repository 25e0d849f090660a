"""What follows from where a measure stands: its heading, what it repeats, the report's period.

All of it is inferred, or a warning: the letter says the words, not the connection.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from kamergraaf.extract.analysis import Analysis, MeasureMention, Sentence
from kamergraaf.model import Evidence, Mention, Origin, Ref, Warning

DEFINITE = frozenset({"de", "het", "deze", "dit", "die", "dat"})
SHORTEST = 5
"""Letters of a noun that can point back to the end of a longer one ("procedure", "keten")."""


def write(analysis: Analysis) -> None:
    """Connect measures with their surroundings; runs after measures and observations."""
    placed = {
        f.subject
        for f in analysis.sheet.facts
        if f.predicate == "kamer:area" and f.origin is Origin.STATED
    }
    for measure in analysis.measures:
        sentence = analysis.sentences[measure.sentence]
        _heading(analysis, measure, sentence)
        if measure.ref not in placed:
            _pointed_back(analysis, measure, sentence)
    _periods(analysis)


def _heading(analysis: Analysis, measure: MeasureMention, sentence: Sentence) -> None:
    """The concerns that the heading above the measure names."""
    if sentence.section is None:
        return
    heading = analysis.flow.passages[sentence.section]
    for concern in analysis.concerns:
        if heading.start <= concern.start and concern.end <= heading.end:
            proof = _joined(analysis, (concern.start, concern.end), _stretch(sentence))
            analysis.sheet.fact(
                measure.ref,
                "kamer:underHeading",
                concern.ref,
                proof,
                "surroundings.heading",
                origin=Origin.INFERRED,
            )


def _pointed_back(analysis: Analysis, measure: MeasureMention, sentence: Sentence) -> None:
    """The area of a compound in the sentence before that this one repeats by its last part.

    "… in de asielprocedure … Om de procedure te versterken …": the procedure is that one.
    """
    if sentence.index == 0:
        return
    before = analysis.sentences[sentence.index - 1]
    if before.passage is not sentence.passage:
        return
    tokens = sentence.tokens
    nouns = {
        noun.lower: (article.start, noun.end)
        for article, noun in pairwise(tokens)
        if article.lower in DEFINITE and len(noun.lower) >= SHORTEST
    }
    for area in _areas(analysis, before):
        word = analysis.flow.text[area.start : area.end].lower()
        for noun, stretch in nouns.items():
            if word.endswith(noun) and len(word) > len(noun):
                analysis.sheet.fact(
                    measure.ref,
                    "kamer:area",
                    Ref(area.term.id),
                    _joined(analysis, (area.start, area.end), stretch),
                    "surroundings.pointed-back",
                    origin=Origin.INFERRED,
                )


def _areas(analysis: Analysis, sentence: Sentence) -> list[Mention]:
    """The policy areas named in a sentence."""
    first = bisect_left(analysis.mentions, sentence.start, key=lambda m: m.start)
    last = bisect_left(analysis.mentions, sentence.end, key=lambda m: m.start)
    return [m for m in analysis.mentions[first:last] if m.term.kind == "PolicyArea"]


def _periods(analysis: Analysis) -> None:
    """Warn where a measure under way began after the period that the letter's report covers."""
    facts = analysis.sheet.facts
    latest = {f.subject: str(f.object) for f in facts if f.predicate == "kamer:latest"}
    earliest = {f.subject: str(f.object) for f in facts if f.predicate == "kamer:earliest"}
    ends = [
        latest[f.object]
        for f in facts
        if f.predicate == "kamer:coversPeriod" and f.object in latest and isinstance(f.object, Ref)
    ]
    if not ends:
        return
    under_way = {
        f.subject
        for f in facts
        if f.predicate == "kamer:status"
        and isinstance(f.object, Ref)
        and f.object.id.endswith(("/ongoing", "/completed"))
    }
    end = max(ends)
    for fact in facts:
        if fact.predicate != "kamer:start" or fact.subject not in under_way or not fact.evidence:
            continue
        began = earliest.get(fact.object, "") if isinstance(fact.object, Ref) else ""
        if began > end:
            _warn(analysis, began, end, fact.evidence)


def _warn(analysis: Analysis, began: str, end: str, evidence: Evidence) -> None:
    analysis.sheet.warnings.append(
        Warning(
            "outside-period",
            f"Begonnen op {began}, na de periode van de rapportage, die tot {end} loopt.",
            f"Began on {began}, after the period of the report, which runs until {end}.",
            evidence,
        )
    )


def _stretch(sentence: Sentence) -> tuple[int, int]:
    return sentence.start, sentence.end


def _joined(analysis: Analysis, *stretches: tuple[int, int]) -> Evidence:
    """Evidence that lies in several stretches of the flow, in reading order."""
    spans = {span for stretch in stretches for span in analysis.evidence(*stretch).spans}
    return Evidence(tuple(sorted(spans)))
