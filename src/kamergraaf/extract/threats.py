"""Which concerns a document presents as threats, how firmly, and which way they move."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kamergraaf.extract import concern_groups, cues, reading
from kamergraaf.extract import stance as stances
from kamergraaf.extract.analysis import DOCUMENT, Analysis, ConcernMention, Sentence
from kamergraaf.extract.concern_scope import about_security
from kamergraaf.extract.concerns import thesaurus
from kamergraaf.extract.reading import Clause, Reading
from kamergraaf.extract.trends import write_trend
from kamergraaf.extract.wording import (
    PROSE,
    asks,
    head_before,
    noun_phrase_end,
    noun_phrase_start,
    trimmed,
)
from kamergraaf.model import BlockKind, Ref, Stance

_SECURITY = re.compile(
    r"\b(?:gevaar|bedreiging|dreiging)\b.{0,80}\b(?:nationale veiligheid|democratische rechtsorde"
    r"|rechtsstaat)\b"
)
_DANGERS = ("gevaar voor", "gevaar van", "bedreiging voor", "bedreiging van", "risico voor")
_NAME_BEHIND = re.compile(r"\s+[A-ZÀ-Þ][\w’'-]+")
_NONE = re.compile(r"\b(?:geen|noch)\s+(?:[\w-]+(?:e|isch|ief|eel)\s+){0,2}\Z")
_FEW = re.compile(
    r"\b(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|1?\d)"
    r"(?:\s+[a-z]+e)?\s+$"
)
_IN_CARE = frozenset(
    {"kinderen-van-uitreizigers", "overlastgevende-asielzoekers", "personen-met-verward-gedrag"}
)
_PERILS = cues.PERIL | cues.HARM
_ANY = cues.DANGER | _PERILS | cues.DOUBT | cues.DENIAL
_LIMIT = 220
_PLACES = PROSE | {BlockKind.LETTERHEAD}
_CLAUSES = PROSE - {BlockKind.HEADING}


@dataclass(frozen=True, slots=True)
class _Naming:
    """A concern presented as a threat; ``[start, end)`` is the stretch that proves it.

    ``clarity`` is 2 where the words beside the name speak of danger or change, 1 where the
    clause does, 0 for a bare name; ``[near_start, near_end)`` is the noun phrase around the name.
    """

    ref: Ref
    code: str
    start: int
    end: int
    stance: Stance
    clarity: int
    near_start: int
    near_end: int


def write(analysis: Analysis) -> None:
    """Write ``kamer:namesThreat`` once for each concept, and its ``Trend`` observations.

    Nothing is written for a document on another matter, unless a sentence itself says that
    something endangers national security.
    """
    if not analysis.concerns:
        return
    at = reading.of(analysis)
    on_topic = about_security(at, thesaurus(analysis) if at.on_security is None else [])
    clearest: dict[Ref, _Naming] = {}
    for mention in analysis.concerns:
        sentence = at.sentence(mention.start)
        if sentence is None or sentence.passage.kind not in _PLACES or asks(analysis, sentence):
            continue
        if _told(at, mention, sentence, clearest.get(mention.ref)):
            continue
        naming = _naming(at, mention, sentence, on_topic)
        if naming is None:
            continue
        best = clearest.get(naming.ref)
        if best is None or naming.clarity > best.clarity:
            clearest[naming.ref] = naming
        if sentence.passage.kind in PROSE and naming.ref == mention.ref:
            write_trend(at, mention, sentence, (naming.near_start, naming.near_end))
    for naming in sorted(clearest.values(), key=lambda n: (n.start, n.end, n.ref.id)):
        _write_naming(analysis, naming)


def _told(at: Reading, mention: ConcernMention, sentence: Sentence, best: _Naming | None) -> bool:
    """Whether the mention can add nothing: its clause has no word of change or clearer danger."""
    if best is None or sentence.passage.kind not in _CLAUSES:
        return False
    found = at.clause(sentence, mention.start).cues
    clearer = (_ANY, cues.DANGER, 0)[best.clarity]
    return not found & (cues.TREND | clearer)


def _naming(
    at: Reading, mention: ConcernMention, sentence: Sentence, on_topic: bool
) -> _Naming | None:
    """The mention with its proof, or None where the text does not present it as a threat."""
    if sentence.passage.kind not in _CLAUSES:
        if not on_topic or at.analysis.header.kind == "motion" or mention.code != "threat":
            return None
        own = (mention.start, mention.end)
        return _Naming(mention.ref, "threat", *own, Stance.ASSERTED, 0, *own)
    clause = at.clause(sentence, mention.start)
    part = at.low[clause.start : clause.end]
    if not (on_topic or (clause.cues & cues.PERIL and _SECURITY.search(part))):
        return None
    stance = stances.stance(part, clause.cues)
    if clause.cues & cues.DENIAL and _NONE.search(at.low, clause.start, mention.start):
        stance = Stance.NEGATED
    named = _named(at, mention, clause, stance)
    if named is None:
        return None
    near = _phrase(at.text, mention, sentence)
    beside = at.low[near[0] : near[1]]
    danger = bool(clause.cues & cues.DANGER) and bool(cues.among(beside) & cues.DANGER)
    moves = [place for place in clause.moves if near[0] <= place < near[1]]
    clarity = 2 if danger or stances.direction(at.low, moves, near[1]) else 0
    if stance is not Stance.ASSERTED or (clarity == 0 and _telling(at, mention, clause)):
        whole = (clause.start, clause.end)
        return _Naming(*named, *whole, stance, max(1, clarity), *near)
    return _Naming(*named, *near, stance, clarity, *near)


def _named(
    at: Reading, mention: ConcernMention, clause: Clause, stance: Stance
) -> tuple[Ref, str] | None:
    """What the mention stands for, with its code: a named person stands for no group."""
    if mention.code != "group":
        return None if _predicate(at, mention, clause) else (mention.ref, mention.code)
    if not (_is_threat(at, mention) or _from_group(at, clause, stance)) or _around(at, mention):
        return None
    if not _NAME_BEHIND.match(at.text, mention.end):
        return mention.ref, mention.code
    threat = _threat_behind(at.analysis, mention.ref)
    return (threat, "threat") if threat else None


_AMONG = re.compile(r"\b(?:in|binnen|bij|uit|lid van|leden van)\s$")
_BODIES = ("groepen", "groep", "groeperingen", "groepering", "organisaties", "kringen")


def _around(at: Reading, mention: ConcernMention) -> bool:
    """ "jongeren in extremistische groepen": where others are, not from whom the threat comes."""
    if not at.low[mention.start : mention.end].endswith(_BODIES):
        return False
    return _AMONG.search(at.low, max(0, mention.start - 12), mention.start) is not None


def _predicate(at: Reading, mention: ConcernMention, clause: Clause) -> bool:
    """Whether "gevaar voor …" is what the clause says of another concern."""
    if not at.low.startswith(_DANGERS, mention.start):
        return False
    return any(
        clause.start <= other.start < clause.end and other.ref != mention.ref
        for other in at.analysis.concerns
    )


def _telling(at: Reading, mention: ConcernMention, clause: Clause) -> bool:
    """Whether a clause is short and its other words speak of danger or change."""
    if clause.end - clause.start > _LIMIT or not clause.cues & (_PERILS | cues.TREND):
        return False
    apart = f"{at.low[clause.start : mention.start]} {at.low[mention.end : clause.end]}"
    if clause.cues & _PERILS and cues.among(apart) & _PERILS:
        return True
    moves = [place for place in clause.moves if not mention.start <= place < mention.end]
    return stances.direction(at.low, moves, clause.end) is not None


def _is_threat(at: Reading, mention: ConcernMention) -> bool:
    """Whether the group's name already says that a threat comes from it.

    So where the words of the letter do, and for groups of the thesaurus, unless a few persons
    are counted ("vier uitreizigers") or policy looks after the group.
    """
    thing = at.analysis.sheet.things.get(mention.ref.id)
    if thing is not None:
        return thing.rule == concern_groups.RULE
    if mention.ref.id.rpartition("/")[2] in _IN_CARE:
        return False
    return _FEW.search(at.low, max(0, mention.start - 24), mention.start) is None


def _from_group(at: Reading, clause: Clause, stance: Stance) -> bool:
    """Whether the clause says that a threat comes from the group."""
    if stance is Stance.NEGATED or clause.cues & cues.PERIL:
        return True
    return stances.direction(at.low, clause.moves, clause.end) is not None


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


def _rule(analysis: Analysis, naming: _Naming) -> str:
    """Whether the thesaurus knows what is named, or the letter words it itself."""
    known = naming.ref.id in analysis.lexicon.terms
    kind = "group" if naming.code == "group" else "threat"
    return f"threats.{kind}-of-thesaurus" if known else f"threats.{kind}-as-written"


def _write_naming(analysis: Analysis, naming: _Naming) -> None:
    analysis.sheet.fact(
        DOCUMENT,
        "kamer:namesThreat",
        naming.ref,
        analysis.evidence(naming.start, naming.end),
        _rule(analysis, naming),
        stance=naming.stance,
        confidence=0.9 if naming.stance is Stance.ASSERTED else 0.85,
    )
