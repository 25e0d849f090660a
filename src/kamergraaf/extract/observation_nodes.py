"""How observations are written, and what an observation may be about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from kamergraaf.extract.analysis import Analysis, ConcernMention, Sentence
from kamergraaf.extract.wording import fold, trimmed
from kamergraaf.model import Evidence, Ref, Thing

Stretch = tuple[int, int]
"""``[start, end)`` of the flow."""


def observe(analysis: Analysis, kind: str, stretch: Stretch, rule: str) -> Ref:
    """A new ``kind`` of observation, labelled with the words of the stretch.

    The same words give the same node.
    """
    evidence = analysis.evidence(*stretch)
    folder = "decision/" if kind == "Decision" else f"observation/{kind.lower()}-"
    number = 1
    while (known := analysis.sheet.things.get(f"{folder}{number}")) is not None:
        if known.evidence == evidence:
            return Ref(known.id)
        number += 1
    label = fold(analysis.flow.text[stretch[0] : stretch[1]])
    return analysis.sheet.thing(f"{folder}{number}", kind, label, evidence, rule)


def proof(analysis: Analysis, *stretches: Stretch) -> Evidence:
    """Evidence that lies in several stretches, in reading order, overlaps joined."""
    merged: list[list[int]] = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    spans = [s for start, end in merged for s in analysis.evidence(start, end).spans]
    return Evidence(tuple(sorted(set(spans))))


def concerns_in(analysis: Analysis, start: int, end: int) -> list[ConcernMention]:
    """The concerns named in a stretch, in reading order."""
    first = bisect_left(analysis.concerns, start, key=lambda m: m.start)
    last = bisect_left(analysis.concerns, end, key=lambda m: m.start)
    return [m for m in analysis.concerns[first:last] if m.end <= end]


def areas_in(analysis: Analysis, start: int, end: int) -> list[tuple[Ref, Stretch]]:
    """The policy areas named in a stretch."""
    first = bisect_left(analysis.mentions, start, key=lambda m: m.start)
    last = bisect_left(analysis.mentions, end, key=lambda m: m.start)
    return [
        (Ref(m.term.id), (m.start, m.end))
        for m in analysis.mentions[first:last]
        if m.term.kind == "PolicyArea" and m.end <= end
    ]


def before(analysis: Analysis, sentence: Sentence) -> Sentence | None:
    """The sentence before this one in the same run of text, footnotes aside."""
    for index in range(sentence.index - 1, max(-1, sentence.index - 4), -1):
        other = analysis.sentences[index]
        if other.passage.kind is sentence.passage.kind:
            return other
    return None


def behind(analysis: Analysis, sentence: Sentence) -> Sentence | None:
    """The sentence after this one in the same passage."""
    index = sentence.index + 1
    if index < len(analysis.sentences):
        other = analysis.sentences[index]
        if other.passage == sentence.passage:
            return other
    return None


def assessments_in(analysis: Analysis, sentence: Sentence) -> list[Thing]:
    """The threat assessments read in a sentence."""
    offsets = analysis.flow.offsets
    first, last = offsets[sentence.start], offsets[sentence.end - 1]
    return [
        thing
        for thing in analysis.sheet.things.values()
        if thing.kind == "ThreatAssessment" and first <= thing.evidence.spans[0].start <= last
    ]


_OPENERS = (
    r"(?:de|het|een|door|doordat|onze|ons|hun|zijn|haar|deze|dit|dat|die|meer|minder|nieuwe?)"
)
_EXAMPLES = re.compile(
    r",?\s+(?:zoals|waaronder|onder meer|met name|die|dat|waar\w*|bijvoorbeeld|mede|al dan niet)\b"
)
_JOINT = re.compile(r",\s+|\s+(?:en|alsmede|evenals)\s+")
_OPENING = re.compile(r"(?:en\s+|ook\s+|door\s+(?=\w))+", re.IGNORECASE)
_AND = re.compile(r"\s+(?:en|alsmede|evenals)\s+")
_DET = re.compile(rf"(?:ook\s+|door\s+)?{_OPENERS}\b", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:van|op|in|bij|voor|door|aan|met|uit|tussen|binnen|naar|om|te)\b")


def conjuncts(text: str, start: int, end: int) -> Iterator[Stretch]:
    """The members of a list "A, B en C"; examples ("zoals …") stay with their member."""
    cuts: list[Stretch] = []
    at = start
    for match in _JOINT.finditer(text, start, end):
        if match.start() < at:
            continue
        if _divides(text, at, match, end):
            cuts.append((at, match.start()))
            at = match.end()
            again = _AND.match(text, match.end() - 1, end)
            at = again.end() if again else at
    cuts.append((at, end))
    for cut in cuts:
        first, last = trimmed(text, *cut)
        opener = _OPENING.match(text, first)
        if opener is not None and opener.end() < last:
            first = opener.end()
        if first < last:
            yield first, last


def _divides(text: str, left: int, match: re.Match[str], end: int) -> bool:
    """Whether the comma or "en" parts two members of the list."""
    if _EXAMPLES.match(text, match.start(), end):
        return False
    example = _EXAMPLES.search(text, left, match.start())
    joint = _AND.match(text, match.end() - 1, end)
    if _DET.match(text, joint.end() if joint else match.end(), end):
        return True
    if example is not None:
        return False
    if match.group().startswith(","):
        return True
    member = text[left : match.start()]
    return not _PREPOSITION.search(member) and len(member.split()) <= 3
