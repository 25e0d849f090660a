"""With whom a measure is carried out: co-doers, "met X", "aan X", those who are supported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kamergraaf.extract.analysis import ActorMention
from kamergraaf.extract.clause_openers import PARTICIPIAL
from kamergraaf.extract.clauses import Clause
from kamergraaf.extract.measures_act import Act
from kamergraaf.extract.measures_doers import principals
from kamergraaf.extract.measures_scene import Scene, within
from kamergraaf.extract.phrases import Phrase
from kamergraaf.extract.words import word_set
from kamergraaf.model import Ref

_WITH: Final = frozenset({"met"})
_RECIPIENT: Final = frozenset({"aan"})
_AT: Final = frozenset({"bij"})
_NEVER: Final = frozenset({"parliament", "party", "member", "court"})
_SUPPORT: Final = (
    "ondersteun", "onderst", "steun", "bijstand", "begeleid", "adviser", "toerust", "helpen",
    "faciliter", "hulp", "versterken", "stimuler",
)  # fmt: skip
_PERSONAL: Final = (
    *_SUPPORT, "train", "oplei", "school", "bijschol", "coach", "voorlicht", "instru", "betrek",
    "attender", "consult", "raadpleg", "subsidi", "financier", "bekostig", "bevrag", "mobilis",
)  # fmt: skip
"""Verbs done to those who take part."""
_MEANT: Final = frozenset({"bestemmen", "bedoelen", "reserveren"})
_RELATIVE: Final = frozenset({"die", "dat", "waarvan"})
_CONDITIONS: Final = frozenset({"indien", "als", "wanneer", "mocht", "mits", "zodra"})
_CONSENT: Final = frozenset({"toestemming", "akkoord", "instemming", "goedkeuring", "instemt"})
_PROMPTS: Final = word_set(
    "aandringen verzoek initiatief voorstel advies aanraden leiding regie voorzitterschap"
)
_STRENGTH: Final = word_set("capaciteit bezetting formatie budget sterkte begroting middelen")
_RECIPIENT_KINDS: Final = frozenset({"give", "make", "agree", "talk", "refuse"})
_JOINING: Final = frozenset({"meewerken", "aansluiten", "deelnemen", "betrekken", "toetreden"})
_WHEREIN: Final = frozenset({"waaraan", "waarbij", "waarin", "waarmee"})
_PARTAKING: Final = _JOINING | {"meedoen", "samenwerken", "bijdragen", "participeren"}
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
    leading = {doer.ref for doer in principals(scene, act.doers)}
    found: list[Partner] = []
    for doer in act.doers:
        if doer.ref in leading:
            continue
        first, last = scene.offsets(doer.start, doer.end)
        mention = next((a for a in within(scene.actors, first, last) if a.ref == doer.ref), None)
        if mention:
            found.append(_partner(mention, "measures.co-doer"))
    subject = act.roles.subject
    if act.doers and act.doers[0].how == "cabinet" and subject is not None:
        found += [_partner(a, "measures.co-doer") for a in _together(scene, act.clause, subject)]
    for clause in _clauses(act):
        for phrase, rule in _partner_phrases(scene, act, clause):
            found += [_partner(a, rule) for a in _actors(scene, clause, phrase)]
    for clause, phrase, rule in _helpers(scene, act):
        found += [_partner(a, rule) for a in _actors(scene, clause, phrase)]
    kept: dict[Ref, Partner] = {}
    for partner in found:
        if partner.ref not in leading:
            kept.setdefault(partner.ref, partner)
    return list(kept.values())


def _together(scene: Scene, clause: Clause, subject: Phrase) -> list[ActorMention]:
    """ "Nederland en X": X, on the subject's side of the finite verb."""
    side = clause.field if subject in clause.field else (subject,)
    stop = clause.finite if side is clause.field else subject.end
    end = scene.sentence.tokens[max(stop, 1) - 1].end
    shown = _actors(scene, clause, subject) if subject in clause.phrases else []
    return [a for a in shown if a.end <= end]


def _partner(actor: ActorMention, rule: str) -> Partner:
    return Partner(actor.ref, actor.start, actor.end, rule)


def _clauses(act: Act) -> Iterator[Clause]:
    yield act.clause
    if act.host is not act.clause and act.rule == "measures.part":
        yield act.host
    if act.content is not None and act.content.opener in ("om", "teneinde"):
        yield act.content


def _helpers(scene: Scene, act: Act) -> Iterator[tuple[Clause, Phrase, str]]:
    """Who helps, is given something or must agree, told in a clause below or beside the act's."""
    for child in (*act.clause.children, *act.sequels):
        lemma = child.verb.lemma if child.verb else ""
        for phrase in child.phrases:
            if child.opener == PARTICIPIAL or any(child is c for c in act.sequels):
                if phrase.prep == "door":
                    yield child, phrase, "measures.partner-helper"
            elif child.opener in _RELATIVE and child.passive:
                given = phrase.prep in ("aan", "via") or (phrase.prep == "voor" and lemma in _MEANT)
                if given:
                    yield child, phrase, "measures.partner-recipient"
            elif phrase.kind == "noun" and _consents(scene, child):
                yield child, phrase, "measures.partner-consent"
            elif phrase.kind == "noun" and _takes_part_in(child):
                yield child, phrase, "measures.partner-taking-part"


def _takes_part_in(child: Clause) -> bool:
    """ "waaraan X deelneemt", "waarbij X en Y zijn betrokken", "waarin zij samenwerken"."""
    return child.opener in _WHEREIN and child.verb is not None and child.verb.lemma in _PARTAKING


def _consents(scene: Scene, child: Clause) -> bool:
    words = (scene.lower[i] for i in child.own)
    return child.opener in _CONDITIONS and not _CONSENT.isdisjoint(words)


def _at_work(scene: Scene, act: Act, phrases: tuple[Phrase, ...], n: int) -> str:
    """The rule by which the ``n``-th phrase names one by whom, at whom or for whom it is done."""
    phrase = phrases[n]
    made = act.kind in ("make", "start")
    if phrase.prep == "tussen":
        return "measures.partner-between"
    if phrase.prep == "uit" and phrase.start and scene.lower[phrase.start - 1] == "bestaande":
        return "measures.partner-member"
    if phrase.prep == "door" and phrase.start > 1 and scene.lower[phrase.start - 2] == "te":
        return "measures.partner-helper"
    if phrase.prep == "bij" and made and act.clause.passive and _open(act):
        return "measures.partner-at"
    if phrase.prep == "voor" and act.kind in ("give", "make") and _money(scene, act):
        return "measures.partner-recipient"
    return _of(scene, act, phrases[n - 1], phrase) if n else ""


def _of(scene: Scene, act: Act, before: Phrase, phrase: Phrase) -> str:
    """ "op verzoek van X", "de capaciteit van X uitbreiden"."""
    if phrase.prep != "van" or not phrase.close:
        return ""
    if before.prep in ("op", "onder") and scene.head(before) in _PROMPTS:
        return "measures.partner-prompting"
    strengthened = scene.head(before) in _STRENGTH and act.kind in ("make", "effort")
    return "measures.partner-strengthened" if strengthened and _open(act) else ""


def _open(act: Act) -> bool:
    """Whether nobody but the cabinet is named as doer."""
    return not act.doers or act.doers[0].how != "named"


def _money(scene: Scene, act: Act) -> bool:
    return act.theme is not None and "euro" in scene.lower[act.theme.start : act.theme.end]


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
        elif work := _at_work(scene, act, phrases, n):
            yield phrase, work
        elif phrase is act.theme and not phrase.prep and _takes_part(scene, act, phrase):
            yield phrase, "measures.partner-supported"
        elif not phrase.prep and act.kind == "talk" and phrase in act.roles.objects:
            yield phrase, "measures.partner-addressed"


def _takes_part(scene: Scene, act: Act, phrase: Phrase) -> bool:
    """Whether those to whom it is done take part: helped or taught, or named by themselves."""
    if act.verb is not None and act.verb.lemma.startswith(_PERSONAL):
        return True
    if act.kind in ("treat", "refuse"):
        return False
    end = scene.offsets(phrase.start, phrase.end)[1]
    return any(a.end >= end - 1 for a in _named(scene, phrase))


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
