"""What is refused, and what is no more than intended."""

from __future__ import annotations

from typing import Final

from kamergraaf.extract.clauses import Clause
from kamergraaf.extract.measures_act import (
    AGENTIVE,
    INTENT,
    Act,
    build,
    by_preposition,
    content_of,
    direct_object,
    expletive,
)
from kamergraaf.extract.measures_doers import (
    Doer,
    Roles,
    cabinet,
    doers,
    roles,
)
from kamergraaf.extract.measures_nouns import (
    NEEDLESS,
    NO_REASON,
    UNWANTED,
    carries_measure,
)
from kamergraaf.extract.measures_scene import Scene
from kamergraaf.extract.phrases import Phrase
from kamergraaf.extract.verbs import Verb


def refusal(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "Ik zie geen aanleiding voor X", "X acht ik niet nodig"."""
    finite = clause.finite
    if finite < 0 or clause.tense != "present":
        return None
    lower = [scene.lower[i] for i in clause.own]
    reason = next(
        (
            p
            for p in clause.phrases
            if scene.lower[p.start] == "geen" and scene.head(p) in NO_REASON
        ),
        None,
    )
    said = set(lower)
    judged = bool({"niet", "geen"} & said and NEEDLESS & said)
    judged = judged or bool(UNWANTED & said) or _too_far(scene, clause)
    if reason is None and clause.verb is not None and clause.verb.lemma in ("voelen", "zien"):
        reason = next((p for p in clause.phrases if scene.lower[p.start] == "niets"), None)
    asked = _unanswered(scene, clause) if reason is None else None
    if reason is None and asked is None and not (judged and _judges(clause)):
        return None
    who = [
        d for d in doers(scene, clause, placed.subject) if d.how != "named" or _is_ours(scene, d)
    ]
    if not who and not (reason is not None and expletive(scene, clause)):
        return None
    theme = asked or _refused(scene, clause, placed, reason)
    act = build(scene, "refuse", clause, theme, who, placed, "measures.refusal")
    act.content = None if theme else content_of(clause)
    return act if theme or act.content else None


def _judges(clause: Clause) -> bool:
    return clause.verb is not None and clause.verb.lemma in ("achten", "vinden")


def _is_ours(scene: Scene, doer: Doer) -> bool:
    return doer.ref in (cabinet(scene.analysis), scene.analysis.speaker)


def _refused(scene: Scene, clause: Clause, placed: Roles, reason: Phrase | None) -> Phrase | None:
    """What is refused: "voor X" behind the reason, or the object."""
    if reason is None:
        objects = (p for p in placed.objects if p.kind == "noun")
        return next((p for p in objects if scene.head(p) not in NEEDLESS), None)
    after = [
        p for p in clause.phrases if p.start >= reason.end and p.prep in ("voor", "tot", "van")
    ]
    before = [p for p in clause.field if p.prep in ("voor", "tot", "in", "van")]
    return next(iter(after or before), None)


_RULE: Final = "measures.refusal"
UNFIT: Final = frozenset({"passen", "verdragen", "stroken"})
"""Verbs by which something does not fit: "verdraagt zich niet met"."""
_ANSWERING: Final = frozenset({"voldoen", "tegemoetkomen", "opvolgen", "ingaan", "geven"})
_ASKED: Final = ("verzoek", "oproep", "wens", "suggestie", "pleidooi", "aanbeveling", "voorstel")
_NO_WAY: Final = frozenset({"optie", "oplossing", "alternatief", "weg", "sprake"})
_NOT_SO: Final = frozenset({("aan", "orde"), ("in", "rede"), ("voor", "hand")})
_NOMINALS: Final = ("ing", "atie", "houden", "maken", "stellen", "geven")


def off_the_table(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "X is niet aan de orde", "X ligt niet in de rede", "X is geen optie"."""
    subject, verb = placed.subject, clause.verb
    if subject is None or subject.kind != "noun" or clause.passive or verb is None:
        return None
    unwanted = _too_far(scene, clause) or scene.has(UNWANTED, clause)
    if clause.tense != "present" or not (clause.negated or unwanted):
        return None
    fixed = {(p.prep, scene.head(p)) for p in clause.phrases if p.prep}
    if not (_proposed(scene, subject) or unwanted):
        fixed = set()
    refused = bool(fixed & _NOT_SO) or _no_way(scene, clause, verb)
    refused = refused or (verb.lemma == "gaan" and _too_far(scene, clause))
    if not refused and _unfit(scene, clause, verb):
        refused = carries_measure(scene, subject) or scene.head(subject).endswith(_NOMINALS)
    return build(scene, "refuse", clause, subject, [], placed, _RULE) if refused else None


def _proposed(scene: Scene, subject: Phrase) -> bool:
    """Whether the subject is something that could be done: an instrument, an act, "een X"."""
    named = carries_measure(scene, subject) or scene.head(subject).endswith(_NOMINALS)
    return named or scene.opening(subject) in ("een", "zo’n", "zo'n", "dit", "dat")


def _too_far(scene: Scene, clause: Clause) -> bool:
    """ "gaat mij te ver"."""
    lower = scene.lower
    return any(lower[i] == "ver" and lower[i - 1] == "te" for i in clause.own if i)


def _unanswered(scene: Scene, clause: Clause) -> Phrase | None:
    """ "Aan het verzoek om X voldoe ik niet": the request."""
    if not clause.negated or clause.verb is None or clause.verb.lemma not in _ANSWERING:
        return None
    return next((p for p in clause.phrases if scene.head(p).endswith(_ASKED)), None)


def _no_way(scene: Scene, clause: Clause, verb: Verb) -> bool:
    if verb.lemma != "zijn":
        return False
    return any(scene.opening(p) == "geen" and scene.head(p) in _NO_WAY for p in clause.middle)


def _unfit(scene: Scene, clause: Clause, verb: Verb) -> bool:
    if verb.lemma == "zijn":
        if not clause.negated:
            return scene.has(UNWANTED, clause)
        return scene.has(NEEDLESS, clause)
    return verb.lemma in UNFIT


def intention(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "Ik ben voornemens om X in te stellen": the act is in the clause below."""
    if clause.infinitive or not scene.has(INTENT, clause):
        return None
    child = next((c for c in clause.children if c.opener in ("om", "teneinde")), None)
    who = doers(scene, clause, placed.subject)
    aimed = placed.subject is not None and scene.head(placed.subject) in INTENT
    if child is None or child.verb is None or child.verb.act not in AGENTIVE:
        return None
    if not who and not aimed:
        return None
    below = roles(scene, child)
    nouns = (*below.objects, *([below.subject] if below.subject else []))
    theme = direct_object(scene, Roles(None, nouns))
    theme = theme or by_preposition(scene, child, child.verb)
    act = build(scene, child.verb.act, child, theme, who, below, "measures.intention")
    act.settled = "declined" if clause.negated else "planned"
    return act if theme or act.content else None
