"""Whether a document is about threats to security at all.

A letter on another matter may name a threat in passing; that makes it no letter on threats.
"""

from __future__ import annotations

import re

from kamergraaf.extract.analysis import Analysis
from kamergraaf.extract.wording import PROSE, lower, sentence_at
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


def about_security(analysis: Analysis, named: list[Mention]) -> bool:
    """Whether the document's subject is a threat to security, public order or the rule of law.

    So where its head names one, or where its prose opens with one and goes on about threats: three
    times or more, at least once per 2,500 characters, and about more than one; without such an
    opening, where it speaks of little else. ``named`` are the mentions of the thesaurus outside
    actors' names.
    """
    if any(_top_names(analysis, mention) for mention in named):
        return True
    low = lower(analysis.flow.text)
    for sentence in analysis.sentences:
        if sentence.passage.kind not in _TOP:
            continue
        hit = _TOPIC.search(low, sentence.start, sentence.end)
        if hit is not None and not _of_actor(analysis, hit.start()):
            return True
    return _dense(analysis, low, named)


def _top_names(analysis: Analysis, mention: Mention) -> bool:
    sentence = sentence_at(analysis, mention.start)
    return sentence is not None and sentence.passage.kind in _TOP


def _dense(analysis: Analysis, low: str, named: list[Mention]) -> bool:
    threats = [
        m.term.id for m in named if m.term.kind == "ThreatCategory" and _in_prose(analysis, m.start)
    ]
    dangers = [
        m.group()
        for m in _DANGER.finditer(low)
        if _in_prose(analysis, m.start()) and not _of_actor(analysis, m.start())
    ]
    hits = len(threats) + len(dangers)
    kinds = len(set(threats)) + len(set(dangers))
    if hits < _ENOUGH or kinds < 2:
        return False
    if _opens(analysis, low, named):
        return len(low) <= hits * _PER_MENTION
    return hits >= _MANY and len(low) <= hits * _PER_MENTION_LATE


def _opens(analysis: Analysis, low: str, named: list[Mention]) -> bool:
    """Whether the first sentences of prose name a threat: there a letter says what it is about."""
    first = [s for s in analysis.sentences if s.passage.kind in PROSE - _TOP][:_OPENING]
    if not first:
        return False
    start, end = first[0].start, first[-1].end
    if any(start <= m.start < end and m.term.kind == "ThreatCategory" for m in named):
        return True
    hits = (*_TOPIC.finditer(low, start, end), *_DANGER.finditer(low, start, end))
    return any(not _of_actor(analysis, hit.start()) for hit in hits)


def _in_prose(analysis: Analysis, at: int) -> bool:
    sentence = sentence_at(analysis, at)
    return sentence is not None and sentence.passage.kind in PROSE


def _of_actor(analysis: Analysis, at: int) -> bool:
    return any(a.start <= at < a.end for a in analysis.actors)
