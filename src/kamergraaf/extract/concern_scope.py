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


def about_security(analysis: Analysis, named: list[Mention]) -> bool:
    """Whether the document's subject is a threat to security, public order or the rule of law.

    So where its head names one, or where its prose speaks of threats often: three times or more,
    at least once per 2,500 characters, and of more than one. ``named`` are the mentions of the
    thesaurus outside actors' names.
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
    return hits >= _ENOUGH and kinds > 1 and len(low) <= hits * _PER_MENTION


def _in_prose(analysis: Analysis, at: int) -> bool:
    sentence = sentence_at(analysis, at)
    return sentence is not None and sentence.passage.kind in PROSE


def _of_actor(analysis: Analysis, at: int) -> bool:
    return any(a.start <= at < a.end for a in analysis.actors)
