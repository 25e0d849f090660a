"""Whether a document is about threats to security at all.

A letter on another matter may name a threat in passing; that makes it no letter on threats.
"""

from __future__ import annotations

import re

from kamergraaf.extract.analysis import Analysis
from kamergraaf.extract.reading import Reading
from kamergraaf.extract.wording import PROSE
from kamergraaf.model import BlockKind, Mention

_TOPIC = re.compile(
    r"terroris|extremis|jihad|radicaliser|dreigingsbeeld|dreigingsniveau|nationale veiligheid"
    r"|cybersecuritybeeld|statelijke|spionage|sabotage|heimelijk|ondermijnende criminaliteit"
)
_DANGER = re.compile(
    r"(?<!be)dreiging|nationale veiligheid|democratische rechtsorde|aanslag(?:en)?\b"
    r"|veiligheidsbeeld|cybersecuritybeeld"
)
_TOP = frozenset({BlockKind.LETTERHEAD, BlockKind.HEADING})
_PER_MENTION = 2500
_ENOUGH = 3
_PER_MENTION_LATE = 1000
_MANY = 6
_OPENING = 3


def about_security(reading: Reading, named: list[Mention]) -> bool:
    """Whether the document's subject is a threat to security, public order or the rule of law.

    So where its head names one, or where its prose opens with one and goes on about threats: three
    times or more, at least once per 2,500 characters, and about more than one; without such an
    opening, where it speaks of little else. ``named`` are the mentions of the thesaurus outside
    actors' names.
    """
    if reading.on_security is None:
        reading.on_security = _top(reading, named) or _dense(reading, named)
    return reading.on_security


def _top(reading: Reading, named: list[Mention]) -> bool:
    heads = [s for s in reading.analysis.sentences if s.passage.kind in _TOP]
    for mention in named:
        sentence = reading.sentence(mention.start)
        if sentence is not None and sentence.passage.kind in _TOP:
            return True
    for sentence in heads:
        hit = _TOPIC.search(reading.low, sentence.start, sentence.end)
        if hit is not None and not _of_actor(reading.analysis, hit.start()):
            return True
    return False


def _dense(reading: Reading, named: list[Mention]) -> bool:
    low = reading.low
    threats = [
        m.term.id for m in named if m.term.kind == "ThreatCategory" and _in_prose(reading, m.start)
    ]
    dangers = [
        m.group()
        for m in _DANGER.finditer(low)
        if _in_prose(reading, m.start()) and not _of_actor(reading.analysis, m.start())
    ]
    hits = len(threats) + len(dangers)
    if hits < _ENOUGH or len(set(threats)) + len(set(dangers)) < 2:
        return False
    if _opens(reading, named):
        return len(low) <= hits * _PER_MENTION
    return hits >= _MANY and len(low) <= hits * _PER_MENTION_LATE


def _opens(reading: Reading, named: list[Mention]) -> bool:
    """Whether the first sentences of prose name a threat: there a letter says what it is about."""
    first = [s for s in reading.prose if s.passage.kind not in _TOP][:_OPENING]
    if not first:
        return False
    start, end = first[0].start, first[-1].end
    if any(start <= m.start < end and m.term.kind == "ThreatCategory" for m in named):
        return True
    low = reading.low
    hits = (*_TOPIC.finditer(low, start, end), *_DANGER.finditer(low, start, end))
    return any(not _of_actor(reading.analysis, hit.start()) for hit in hits)


def _in_prose(reading: Reading, at: int) -> bool:
    sentence = reading.sentence(at)
    return sentence is not None and sentence.passage.kind in PROSE


def _of_actor(analysis: Analysis, at: int) -> bool:
    return any(a.start <= at < a.end for a in analysis.actors)
