"""Who acts: the grammatical subject of a clause, the agent of a passive, and those acted with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kamergraaf.extract.analysis import ActorMention, Analysis
from kamergraaf.extract.clauses import Clause
from kamergraaf.extract.measures_scene import OURS, STAFF, Scene
from kamergraaf.extract.phrases import Phrase
from kamergraaf.model import Ref, Term

_HOME: Final = frozenset({"nederland", "rijk", "rijksoverheid"})
_FIRST_PERSON: Final = frozenset({"ik"})
_WE: Final = frozenset({"wij", "we"})
_THIRD: Final = frozenset({"hij", "zij", "ze", "deze", "dit", "dat", "het", "die"})
_COLLEAGUES: Final = frozenset({"collega", "collega's", "ambtgenoot", "ambtsgenoot"})
_POSSESSIVE: Final = frozenset({"haar", "zijn", "hun"})
_NO_DOERS: Final = frozenset({"parliament", "party", "member", "court"})
_SIDE: Final = frozenset({"", "international", "partnership", "ministry", "cabinet"})
_AT_MY_REQUEST: Final = ["op", "mijn", "verzoek"]
_THE_MINISTRY: Final = (["het", "ministerie"], ["het", "departement"], ["dit", "ministerie"])
_GATHERINGS: Final = frozenset({"partnership", "organisation"})


_known: list[tuple[Mapping[str, Term], Ref | None]] = []
"""The lexicon looked at last and its cabinet, for every letter of a run asks for it."""


@dataclass(frozen=True, slots=True)
class Doer:
    """An actor that acts: ``how`` is ``named``, ``speaker`` ("ik"), ``cabinet`` ("wij",
    "Nederland") or ``unstated`` (an agentless passive); the tokens ``[start, end)`` show it."""

    ref: Ref
    how: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Roles:
    """The subject phrase of a clause (None where it has none) and the other noun phrases."""

    subject: Phrase | None
    objects: tuple[Phrase, ...]


def cabinet(analysis: Analysis) -> Ref | None:
    """The cabinet as the registers know it, or as the letter names it."""
    terms = analysis.lexicon.terms
    if _known and _known[0][0] is terms:
        return _known[0][1]
    found = next((Ref(t.id) for t in terms.values() if t.kind == "Cabinet"), None)
    if found is None:
        return next((m.ref for m in analysis.actors if m.code == "cabinet"), None)
    _known[:] = [(terms, found)]
    return found


def roles(scene: Scene, clause: Clause) -> Roles:
    """Tell subject and objects apart by word order, person and names."""
    before = _fronted(scene, clause)
    behind = [p for p in clause.middle if _nominal(scene, p)]
    personal = _personal(scene, clause)
    if personal is not None:
        rest = [p for p in (*before, *behind) if p is not personal and p.kind == "noun"]
        return Roles(personal, tuple(rest))
    before = [p for p in before if p.kind == "noun"]
    if elided(clause):
        nouns = [p for p in behind if p.kind == "noun"]
        own = nouns and scene.opening(nouns[0]) in _POSSESSIVE
        if clause.passive and nouns and not own and not scene.actors_in(nouns[0]):
            return Roles(nouns[0], tuple(nouns[1:]))
        return Roles(None, tuple(nouns))
    behind = [p for p in behind if p.kind == "noun"]
    if clause.opener or not before:
        return Roles(behind[0] if behind else None, tuple(behind[1:]))
    first = before[0]
    rival = behind[0] if behind else None
    if rival and _inverted(scene, clause, first, rival):
        return Roles(rival, (first, *behind[1:]))
    return Roles(first, tuple(behind))


def elided(clause: Clause) -> bool:
    """A main clause that opens with its verb shares the subject of the one before."""
    if clause.opener or not clause.own or clause.own[0] != clause.finite:
        return False
    return all(child.start > clause.finite for child in clause.children)


def _fronted(scene: Scene, clause: Clause) -> list[Phrase]:
    """Noun phrases before the finite verb; none where a prepositional phrase opens the clause,
    for then they are members of its enumeration."""
    for phrase in clause.field:
        if phrase.prep:
            return []
        if phrase.kind != "adverb" and not scene.is_time(phrase):
            break
    return [p for p in clause.field if _nominal(scene, p)]


def _nominal(scene: Scene, phrase: Phrase) -> bool:
    return phrase.kind in ("noun", "pronoun") and not scene.is_time(phrase)


def _personal(scene: Scene, clause: Clause) -> Phrase | None:
    """A subject pronoun: right before or right behind the finite verb, or first in its clause."""
    for phrase in clause.phrases:
        if phrase.kind != "pronoun":
            continue
        word = scene.lower[phrase.start]
        if word in _FIRST_PERSON or word in _WE:
            return phrase
        near = clause.opener or abs(phrase.start - clause.finite) == 1
        if word in _THIRD and near and word != "het" and not clause.field[1:]:
            return phrase
    return None


def _inverted(scene: Scene, clause: Clause, first: Phrase, rival: Phrase) -> bool:
    """Whether the phrase in front is the object: an actor stands right behind the verb instead."""
    if rival.start != clause.finite + 1 or clause.passive:
        return False
    mine, theirs = _actors(scene, first), _actors(scene, rival)
    home = scene.head(rival) in _HOME and not mine
    return home or (
        bool(theirs) and (not mine or mine[0].start > scene.offsets(first.start, first.end)[0] + 8)
    )


def _actors(scene: Scene, phrase: Phrase) -> list[ActorMention]:
    found = [a for a in scene.actors_in(phrase) if a.code not in _NO_DOERS]
    return [a for a in found if a.code != "company" and not _foreign(scene, a)]


def _foreign(scene: Scene, actor: ActorMention) -> bool:
    term = scene.analysis.lexicon.terms.get(actor.ref.id)
    return term is not None and term.kind == "ForeignState"


def doers(scene: Scene, clause: Clause, subject: Phrase | None) -> list[Doer]:
    """The actors that the subject names, the first one first; empty where it names none."""
    if subject is None:
        return []
    ours = cabinet(scene.analysis)
    if subject.kind == "pronoun":
        return _person(scene, clause, subject, ours)
    found: list[Doer] = []
    for phrase in _chain(clause, subject):
        found += [Doer(a.ref, "named", phrase.start, phrase.end) for a in _actors(scene, phrase)]
        found += _own(scene, phrase, ours) if phrase is not subject else []
        found += _inside(scene, phrase) if found else []
        home = scene.head(phrase) in _HOME or scene.opening(phrase) == "nederland"
        if home and ours and all(d.ref != ours for d in found) and not found:
            found.insert(0, Doer(ours, "cabinet", phrase.start, phrase.end))
    return found or _own(scene, subject, ours)


def _person(scene: Scene, clause: Clause, subject: Phrase, ours: Ref | None) -> list[Doer]:
    """ "ik" and "wij"."""
    word, speaker = scene.lower[subject.start], scene.analysis.speaker
    if word in _FIRST_PERSON and speaker:
        mine = Doer(speaker, "speaker", subject.start, subject.end)
        return [mine, *_beside(scene, clause, subject)]
    if word in _WE and ours:
        return [Doer(ours, "cabinet", subject.start, subject.end)]
    return []


def _own(scene: Scene, subject: Phrase, ours: Ref | None) -> list[Doer]:
    """ "mijn ministerie", "het ministerie"; "mijn ambtgenoot" is somebody else in the cabinet."""
    speaker, head = scene.analysis.speaker, scene.head(subject)
    if scene.lower[subject.start : subject.end] in _THE_MINISTRY and speaker:
        return [Doer(speaker, "speaker", subject.start, subject.end)]
    if scene.lower[subject.start] not in OURS:
        return []
    if head in _COLLEAGUES and ours:
        return [Doer(ours, "cabinet", subject.start, subject.end)]
    if head in STAFF and speaker:
        return [Doer(speaker, "speaker", subject.start, subject.end)]
    return []


def _inside(scene: Scene, phrase: Phrase) -> list[Doer]:
    """ "X en mijn ministerie" read as one phrase: the speaker's ministry."""
    speaker = scene.analysis.speaker
    for i in range(phrase.start + 1, phrase.end - 1):
        own = scene.lower[i] in OURS and scene.lower[i + 1] in STAFF - _COLLEAGUES
        if own and speaker:
            return [Doer(speaker, "speaker", phrase.start, phrase.end)]
    return []


def _beside(scene: Scene, clause: Clause, subject: Phrase) -> list[Doer]:
    """ "De minister van X en ik": X too."""
    if not subject.start or scene.lower[subject.start - 1] != "en":
        return []
    before = [p for p in clause.phrases if p.end <= subject.start and not p.prep]
    chain = [p for p in clause.phrases if before and p.start >= before[-1].start]
    side = [p for p in chain if p.end <= subject.start and (p is before[-1] or p.prep == "van")]
    return [Doer(a.ref, "named", p.start, p.end) for p in side for a in _actors(scene, p)]


def _chain(clause: Clause, subject: Phrase) -> list[Phrase]:
    """The subject with what belongs to it: "van" phrases and members of an enumeration."""
    side = clause.field if subject in clause.field else clause.middle
    if subject not in side:
        return [subject]
    at = side.index(subject)
    chain = [subject]
    for phrase in side[at + 1 :]:
        listed = phrase.kind == "noun" and phrase.start == chain[-1].end + 1
        if not (phrase.prep in ("van", "uit") and phrase.close) and not listed:
            break
        chain.append(phrase)
        if side is clause.middle and not phrase.prep:
            break
    return chain


def principals(scene: Scene, who: list[Doer]) -> list[Doer]:
    """Those of the doers who are responsible: the first, and bodies named beside it as equals.

    Beside the speaker, the cabinet or a foreign state the others are partners, and so are
    countries and collectives of partners beside a body.
    """
    if len(who) < 2 or who[0].how != "named" or _code(scene, who[0]) in _SIDE:
        return who[:1]
    return [who[0], *(d for d in who[1:] if d.how == "speaker" or _code(scene, d) not in _SIDE)]


def _code(scene: Scene, doer: Doer) -> str:
    return next((a.code for a in scene.actors if a.ref == doer.ref), "")


def place(scene: Scene, clause: Clause) -> list[Doer]:
    """The body in which something is done: "in het overleg zijn afspraken gemaakt"."""
    for phrase in clause.phrases:
        if phrase.prep == "tussen" and (both := doers(scene, clause, phrase)):
            return both  # "tussen A en B is afgesproken"
        if phrase.prep in ("in", "binnen", "vanuit"):
            for actor in _actors(scene, phrase):
                if actor.code in _GATHERINGS:
                    return [Doer(actor.ref, "named", phrase.start, phrase.end)]
    return []


def agent(scene: Scene, clause: Clause) -> list[Doer]:
    """The agent of a passive: "door X", not inside another phrase's noun."""
    for phrase in clause.phrases:
        if phrase.prep == "waaronder":
            break
        found = agent_phrase(scene, phrase)
        if found:
            return found
    return []


def below_agent(scene: Scene, clause: Clause) -> list[Doer]:
    """Who does it, told in a relative clause: "een regeling die door X wordt betaald"."""
    for child in clause.children:
        if child.opener in ("die", "dat") and child.passive and child.tense == "present":
            found = agent(scene, child)
            if found:
                return found[:1]
    return []


def agent_phrase(scene: Scene, phrase: Phrase) -> list[Doer]:
    """The actors of "door X", empty for any other phrase."""
    if phrase.prep != "door":
        return []
    if scene.lower[phrase.noun_start : phrase.end] in (["mij"], ["ons"]):
        return _pronoun_agent(scene, phrase)
    stop = scene.offsets(phrase.start, phrase.end)[1]
    named = _actors(scene, phrase)
    if named and _modifies(scene, named[-1].end, stop):
        return []
    return [Doer(a.ref, "named", phrase.start, phrase.end) for a in named]


def commissioner(scene: Scene, clause: Clause) -> list[Doer]:
    """Who has it done: "in opdracht van X", "namens X", "op mijn verzoek"."""
    phrases = clause.phrases
    for n, phrase in enumerate(phrases):
        if phrase.prep == "namens":
            found = doers(scene, clause, phrase)
        elif phrase.prep == "in" and scene.head(phrase) == "opdracht" and n + 1 < len(phrases):
            found = _ordering(scene, clause, phrases[n + 1])
        elif scene.lower[phrase.start : phrase.end] == _AT_MY_REQUEST and scene.analysis.speaker:
            found = [Doer(scene.analysis.speaker, "speaker", phrase.start, phrase.end)]
        else:
            continue
        if found:
            return found[:1]
    return []


def ordered(scene: Scene, clause: Clause, who: list[Doer]) -> list[Doer]:
    """The doers with the one who commissions them, if any, first."""
    first = commissioner(scene, clause)
    return first + [d for d in who if all(d.ref != f.ref for f in first)]


def _ordering(scene: Scene, clause: Clause, phrase: Phrase) -> list[Doer]:
    if phrase.prep != "van" or not phrase.close:
        return []
    speaker = scene.analysis.speaker
    found = doers(scene, clause, phrase)
    if found:
        return found
    own = scene.lower[phrase.noun_start : phrase.end]
    if speaker and (own == ["mij"] or own[:1] == ["mijn"]):
        return [Doer(speaker, "speaker", phrase.start, phrase.end)]
    return []


def _modifies(scene: Scene, end: int, stop: int) -> bool:
    """Whether words follow the agent in its phrase: "door X opgelegde normen"."""
    rest = scene.analysis.flow.text[end:stop].split("(")[0]
    return any(c.isalpha() for c in rest)


def _pronoun_agent(scene: Scene, phrase: Phrase) -> list[Doer]:
    mine = scene.lower[phrase.noun_start] == "mij"
    ref = scene.analysis.speaker if mine else cabinet(scene.analysis)
    how = "speaker" if mine else "cabinet"
    return [Doer(ref, how, phrase.start, phrase.end)] if ref else []
