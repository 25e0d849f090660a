"""With whom a measure is carried out: co-doers, "met X", "aan X", those who are supported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kamergraaf.extract.analysis import ActorMention
from kamergraaf.extract.clauses import Clause
from kamergraaf.extract.measures_act import Act
from kamergraaf.extract.measures_scene import Scene, within
from kamergraaf.extract.phrases import Phrase
from kamergraaf.model import Ref

_WITH: Final = frozenset({"met"})
_RECIPIENT: Final = frozenset({"aan"})
_AT: Final = frozenset({"bij"})
_NEVER: Final = frozenset({"parliament", "party", "member", "court"})
_SUPPORT: Final = (
    "ondersteun", "onderst", "steun", "bijstand", "begeleid", "adviser", "toerust", "helpen",
    "faciliter", "hulp", "versterken", "stimuler",
)  # fmt: skip
_RECIPIENT_KINDS: Final = frozenset({"give", "make", "agree", "talk", "refuse"})
_JOINING: Final = frozenset({"meewerken", "aansluiten", "deelnemen", "betrekken", "toetreden"})
_PLEADING: Final = frozenset({"pleiten", "bepleiten", "aandringen", "aankaarten", "agenderen"})


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner and the flow offsets that show it; ``rule`` names the reading."""

    ref: Ref
    start: int
    end: int
    rule: str


def partners(scene: Scene, act: Act) -> list[Partner]:
    """The partners, in reading order, the doer itself left out."""
    main = act.doers[0].ref if act.doers else None
    found: list[Partner] = []
    for doer in act.doers[1:]:
        first, last = scene.offsets(doer.start, doer.end)
        mention = next((a for a in within(scene.actors, first, last) if a.ref == doer.ref), None)
        if mention:
            found.append(_partner(mention, "measures.co-doer"))
    for clause in _clauses(act):
        for phrase, rule in _partner_phrases(scene, act, clause):
            found += [_partner(a, rule) for a in _actors(scene, clause, phrase)]
    kept: dict[Ref, Partner] = {}
    for partner in found:
        if partner.ref != main:
            kept.setdefault(partner.ref, partner)
    return list(kept.values())


def _partner(actor: ActorMention, rule: str) -> Partner:
    return Partner(actor.ref, actor.start, actor.end, rule)


def _clauses(act: Act) -> Iterator[Clause]:
    yield act.clause
    if act.host is not act.clause and act.rule == "measures.part":
        yield act.host
    if act.content is not None and act.content.opener in ("om", "teneinde"):
        yield act.content


def _partner_phrases(scene: Scene, act: Act, clause: Clause) -> Iterator[tuple[Phrase, str]]:
    lemma = act.verb.lemma if act.verb else ""
    phrases = clause.phrases
    for n, phrase in enumerate(phrases):
        if phrase.prep in _WITH:
            yield phrase, "measures.partner-with"
        elif phrase.prep in _RECIPIENT and act.kind in _RECIPIENT_KINDS:
            yield phrase, "measures.partner-recipient"
        elif phrase.prep == "door" and clause.modal == "laten":
            yield phrase, "measures.partner-commissioned"
        elif phrase.prep in _AT and (lemma in _JOINING or lemma in _PLEADING):
            yield phrase, "measures.partner-at"
        elif phrase.prep == "van" and n and _supports(scene, phrases[n - 1]):
            yield phrase, "measures.partner-supported"
        elif phrase.prep == "van" and n and phrases[n - 1].prep in _AT and lemma in _JOINING:
            yield phrase, "measures.partner-at"
        elif clause.modal == "laten" and phrase in act.roles.objects:
            yield phrase, "measures.partner-commissioned"
        elif phrase is act.receiver:
            yield phrase, "measures.partner-recipient"
        elif not phrase.prep and lemma.startswith(_SUPPORT) and phrase is act.theme:
            yield phrase, "measures.partner-supported"
        elif not phrase.prep and act.kind == "talk" and phrase in act.roles.objects:
            yield phrase, "measures.partner-addressed"


def _supports(scene: Scene, phrase: Phrase) -> bool:
    return scene.head(phrase).startswith(_SUPPORT)


def _actors(scene: Scene, clause: Clause, phrase: Phrase) -> list[ActorMention]:
    """Actors of the phrase and of the members of an enumeration behind it."""
    phrases = clause.phrases
    at = phrases.index(phrase)
    found = _named(scene, phrase)
    last = phrase
    for after in phrases[at + 1 :]:
        if after.prep == "van" and after.close and not found:
            found += _named(scene, after)
            last = after
            continue
        if after.prep or after.kind != "noun" or after.start > last.end + 1 or not found:
            break
        if after.start == last.end and not after.joined:
            break
        more = _named(scene, after)
        if not more:
            break
        found += more
        last = after
    return found


def _named(scene: Scene, phrase: Phrase) -> list[ActorMention]:
    return [a for a in scene.actors_in(phrase) if a.code not in _NEVER]
