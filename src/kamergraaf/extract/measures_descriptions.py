"""What is told like an act but is none: how things work, what the law says, figures."""

from __future__ import annotations

from typing import Final

from kamergraaf.extract.measures_act import Act
from kamergraaf.extract.measures_doers import Doer
from kamergraaf.extract.measures_means import dated
from kamergraaf.extract.measures_scene import Scene
from kamergraaf.extract.phrases import Phrase
from kamergraaf.extract.verbs import Verb
from kamergraaf.extract.words import NUMBERS, word_set

_HABIT: Final = word_set("altijd doorgaans meestal gewoonlijk veelal normaliter primair beginsel")
_ASSESSING: Final = word_set("beoordelen nagaan meewegen toetsen registreren wegen")
_TAKING_IN: Final = word_set("betrekken hanteren toepassen")
_AT_WORK: Final = word_set(
    """momenteel thans nu inmiddels moment ogenblik nog nader opnieuw extra aanvullend intensiever
    sinds vanaf jaarlijks voortaan"""
)
_GROUNDS: Final = frozenset({"krachtens", "ingevolge", "volgens", "conform", "overeenkomstig"})
_RULES: Final = ("artikel", "wet", "wetboek", "grondwet", "verordening", "regelgeving", "verdrag")
_TALLIED: Final = (
    "beslissingen", "aanvragen", "meldingen", "verzoeken", "klachten", "aangiften", "aangiftes",
    "signalen", "zaken", "cijfers",
)  # fmt: skip

_COUNTING: Final = frozenset({"registreren", "signaleren", "verwijderen"})
_ASKING: Final = word_set("vragen verzoeken oproepen waarschuwen pleiten aandringen")
_OUTSIDE: Final = frozenset({"organisation", "company", "other"})
"""Kinds of actors that only ask."""


def describes(scene: Scene, act: Act) -> bool:
    """Whether the clause tells how things go, not what is being done about something."""
    clause = act.clause
    if act.theme is not None and _tally(scene, act):
        return True
    if clause.tense != "present" or clause.modal or clause.negated or act.intent:
        return False
    if act.doers and act.doers[0].how in ("speaker", "cabinet"):
        return False
    if dated(scene, clause) or any(scene.lower[i] in _AT_WORK for i in clause.own):
        return False
    return _habitual(scene, act) or _by_law(scene, act) or _assesses(scene, act)


def _tally(scene: Scene, act: Act) -> bool:
    """ "zijn 40 beslissingen genomen": a figure."""
    if act.theme is None or not scene.head(act.theme).endswith(_TALLIED):
        return False
    words = scene.lower[act.theme.noun_start : act.theme.end]
    return any(word in NUMBERS or word[:1].isdigit() for word in words) or words[-1] == "cijfers"


def _habitual(scene: Scene, act: Act) -> bool:
    return any(scene.lower[i] in _HABIT for i in act.clause.own)


def _by_law(scene: Scene, act: Act) -> bool:
    """ "op grond van artikel 3", "volgens de wet"."""
    phrases = act.clause.phrases
    for n, phrase in enumerate(phrases):
        ground = phrase.prep in _GROUNDS or (
            phrase.prep == "van" and n > 0 and scene.head(phrases[n - 1]) in ("grond", "basis")
        )
        words = scene.lower[phrase.noun_start : phrase.end]
        if ground and any(word.startswith("artikel") or word in _RULES for word in words):
            return True
    return False


def _assesses(scene: Scene, act: Act) -> bool:
    """ "De dienst beoordeelt de aanvragen", "wordt nagegaan of": part of the ordinary work."""
    lemma = act.verb.lemma if act.verb else ""
    if lemma in _ASSESSING:
        return True
    given = any(child.opener in ("als", "wanneer") for child in act.clause.children)
    return lemma in _TAKING_IN and given


def tallies(scene: Scene, verb: Verb, theme: Phrase | None) -> bool:
    """ "registreerde 163 meldingen": a figure."""
    if theme is None or verb.lemma not in _COUNTING:
        return False
    first = scene.opening(theme)
    return first in NUMBERS or first[:1].isdigit()


def only_asks(scene: Scene, verb: Verb, who: list[Doer]) -> bool:
    """Whether those ask for something who do not govern: "scholen vragen om steun"."""
    if verb.lemma not in _ASKING:
        return False
    kinds = {a.code for a in scene.actors if a.ref == who[0].ref}
    return bool(kinds & _OUTSIDE)
