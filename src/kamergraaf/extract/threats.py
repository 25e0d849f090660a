"""Which concerns a document presents as threats, how firmly, and which way they move."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kamergraaf.extract import stance as stances
from kamergraaf.extract.analysis import DOCUMENT, Analysis, ConcernMention, Sentence
from kamergraaf.extract.concern_scope import about_security
from kamergraaf.extract.concerns import thesaurus
from kamergraaf.extract.trends import write_trend
from kamergraaf.extract.wording import (
    PROSE,
    asks,
    clause,
    head_before,
    lower,
    noun_phrase_end,
    noun_phrase_start,
    sentence_at,
    trimmed,
)
from kamergraaf.model import BlockKind, Ref, Stance

_PERIL = re.compile(
    r"(?<!be)dreig|\bgevaar\b|\bgevaren\b|\baansla(?:g|gen)\b|\bzorg(?:en|elijk\w*|wekkend\w*)?\b"
    r"|\bverdacht\w*\b|verdenking|terroris|extremis|jihadis|radicaliser|\bgeweld|\bgenocide\b"
    r"|\bopkomst\b|\bondermijn|\bstrafbare?\b|\bontwricht|\bhaat|\bstrijdvaardig|\brekruter"
)
_DANGER = re.compile(r"(?<!be)dreiging|\bgevaar\b|\bkans op\b|\bzorgen\b|\brisico")
_SECURITY = re.compile(
    r"\b(?:gevaar|bedreiging|dreiging)\b.{0,80}\b(?:nationale veiligheid|democratische rechtsorde"
    r"|rechtsstaat)\b"
)
_DANGERS = ("gevaar voor", "gevaar van", "bedreiging voor", "bedreiging van", "risico voor")
_NAME_BEHIND = re.compile(r"\s+[A-ZÀ-Þ][\w’'-]+")
_LIMIT = 220
_PLACES = PROSE | {BlockKind.LETTERHEAD}
_CLAUSES = PROSE - {BlockKind.HEADING}


@dataclass(frozen=True, slots=True)
class _Naming:
    """A concern presented as a threat; ``[start, end)`` is the stretch that proves it.

    ``clarity`` is 2 where the words beside the name speak of danger or change, 1 where the
    clause does, 0 for a bare name.
    """

    ref: Ref
    code: str
    start: int
    end: int
    stance: Stance
    clarity: int


def write(analysis: Analysis) -> None:
    """Write ``kamer:namesThreat`` once for each concept, and its ``Trend`` observations.

    Nothing is written for a document on another matter, unless a sentence itself says that
    something endangers national security.
    """
    if not analysis.concerns:
        return
    low = lower(analysis.flow.text)
    on_topic = about_security(analysis, thesaurus(analysis))
    clearest: dict[Ref, _Naming] = {}
    for mention in analysis.concerns:
        sentence = sentence_at(analysis, mention.start)
        if sentence is None or sentence.passage.kind not in _PLACES or asks(analysis, sentence):
            continue
        naming = _naming(analysis, mention, sentence, low, on_topic)
        if naming is None:
            continue
        best = clearest.get(naming.ref)
        if best is None or naming.clarity > best.clarity:
            clearest[naming.ref] = naming
        if sentence.passage.kind in PROSE and naming.ref == mention.ref:
            write_trend(analysis, mention, sentence, low)
    for naming in sorted(clearest.values(), key=lambda n: (n.start, n.end, n.ref.id)):
        _write_naming(analysis, naming)


def _naming(
    analysis: Analysis, mention: ConcernMention, sentence: Sentence, low: str, on_topic: bool
) -> _Naming | None:
    """The mention with its proof, or None where the text does not present it as a threat."""
    if sentence.passage.kind not in _CLAUSES:
        if not on_topic or analysis.header.kind == "motion" or mention.code != "threat":
            return None
        return _Naming(mention.ref, "threat", mention.start, mention.end, Stance.ASSERTED, 0)
    text = analysis.flow.text
    start, end = clause(text, sentence.start, sentence.end, mention.start)
    part = low[start:end]
    stance = stances.stance(part)
    if not (on_topic or _SECURITY.search(part)):
        return None
    named = _named(analysis, mention, (start, end), low, stance)
    if named is None:
        return None
    near = _phrase(text, mention, sentence)
    beside = low[near[0] : near[1]]
    clarity = 2 if stances.direction(beside) or _DANGER.search(beside) else 0
    apart = part.replace(low[mention.start : mention.end], " ")
    if stance is not Stance.ASSERTED or (clarity == 0 and _telling(apart, end - start)):
        return _Naming(*named, start, end, stance, max(1, clarity))
    return _Naming(*named, *near, stance, clarity)


def _named(
    analysis: Analysis, mention: ConcernMention, where: tuple[int, int], low: str, stance: Stance
) -> tuple[Ref, str] | None:
    """What the mention stands for, with its code: a named person stands for no group."""
    if mention.code != "group":
        return None if _predicate(analysis, mention, where, low) else (mention.ref, mention.code)
    if not _from_group(mention, low[slice(*where)], low, stance):
        return None
    if not _NAME_BEHIND.match(analysis.flow.text, mention.end):
        return mention.ref, mention.code
    threat = _threat_behind(analysis, mention.ref)
    return (threat, "threat") if threat else None


def _predicate(
    analysis: Analysis, mention: ConcernMention, where: tuple[int, int], low: str
) -> bool:
    """Whether "gevaar voor …" is what the clause says of another concern."""
    words = low[mention.start : mention.end]
    if not words.startswith(_DANGERS):
        return False
    return any(
        where[0] <= other.start < where[1] and other.ref != mention.ref
        for other in analysis.concerns
    )


def _telling(part: str, length: int) -> bool:
    """Whether a clause is short and speaks of danger or change."""
    return length <= _LIMIT and (
        _PERIL.search(part) is not None or stances.direction(part) is not None
    )


def _from_group(mention: ConcernMention, part: str, low: str, stance: Stance) -> bool:
    """Whether the clause says that a threat comes from the group."""
    if stance is Stance.NEGATED or stances.direction(part) is not None:
        return True
    return _PERIL.search(part) is not None or bool(_PERIL.search(low, mention.start, mention.end))


def _threat_behind(analysis: Analysis, group: Ref) -> Ref | None:
    """The threat that a group's label begins with."""
    term = analysis.lexicon.terms.get(group.id)
    if term is None:
        return None
    found = [
        t
        for t in analysis.lexicon.terms.values()
        if t.kind == "ThreatCategory" and term.label.startswith(t.label)
    ]
    return Ref(max(found, key=lambda t: len(t.label)).id) if found else None


def _phrase(text: str, mention: ConcernMention, sentence: Sentence) -> tuple[int, int]:
    """The noun phrase around a mention, with the noun on which it hangs."""
    start = noun_phrase_start(text, mention.start, sentence.start)
    end = mention.end
    if text[end - 1] == "e":
        end = max(end, noun_phrase_end(text, mention.start, sentence.end))
    return trimmed(text, head_before(text, start, sentence.start), end)


def _write_naming(analysis: Analysis, naming: _Naming) -> None:
    analysis.sheet.fact(
        DOCUMENT,
        "kamer:namesThreat",
        naming.ref,
        analysis.evidence(naming.start, naming.end),
        "threats.group" if naming.code == "group" else "threats.named",
        stance=naming.stance,
        confidence=0.9 if naming.stance is Stance.ASSERTED else 0.85,
    )
