"""What points back: "die lijst", "in dit proces", "onderdeel hiervan"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kamergraaf.extract.analysis import ActorMention
from kamergraaf.extract.clauses import Clause
from kamergraaf.extract.measures_act import Act
from kamergraaf.extract.measures_label_words import Label
from kamergraaf.extract.measures_labels import named
from kamergraaf.extract.measures_scene import Scene, stage
from kamergraaf.extract.phrases import Phrase
from kamergraaf.extract.words import word_set

POINTING: Final = frozenset({"die", "deze", "dit", "dat", "dergelijke"})
_THEREIN: Final = frozenset({"hierbij", "daarbij", "hierin", "daarin", "hieraan", "daaraan"})
_INVOLVING: Final = word_set(
    """meedoen meenemen betrekken aansluiten deelnemen meewerken samenwerken raadplegen consulteren
    adviseren bijdragen inbrengen"""
)
_CARRYING_OUT: Final = word_set(
    """uitvoering uitwerking opstellen ontwikkeling totstandkoming voorbereiding opzet inrichting
    implementatie proef pilot programma project"""
)
_REACH: Final = 3
_NEVER: Final = frozenset({"parliament", "party", "member", "court"})


def antecedent(scene: Scene, act: Act) -> Label | None:
    """For a theme such as "die lijst": the label of the list spoken of before."""
    theme = act.theme
    if theme is None or scene.opening(theme) not in POINTING:
        return None
    noun = scene.head(theme)
    sentences = scene.analysis.sentences
    at = scene.sentence.index
    for earlier in reversed(sentences[max(0, at - _REACH) : at]):
        if earlier.passage.kind is not scene.sentence.passage.kind:
            continue
        if not any(token.lower.endswith(noun) for token in earlier.tokens):
            continue
        found = _naming(stage(scene.analysis, earlier), noun)
        if found is not None and found.text:
            return replace(found, tokens=())  # they are another sentence's
    return None


def _naming(scene: Scene, noun: str) -> Label | None:
    for clause in _all(scene.clauses):
        for phrase in clause.phrases:
            if scene.opening(phrase) in POINTING or scene.opening(phrase) == "geen":
                continue
            if scene.head(phrase).endswith(noun):
                return named(scene, clause, phrase)
    return None


def _all(clauses: list[Clause]) -> list[Clause]:
    return [c for clause in clauses for c in (clause, *_all(clause.children))]


def involved(scene: Scene) -> list[ActorMention]:
    """Actors that a sentence such as "hierbij zijn X betrokken" adds to the measure before."""
    if not scene.clauses:
        return []
    clause = scene.clauses[0]
    if clause.verb is None or clause.verb.lemma not in _INVOLVING or not clause.field:
        return []
    points = [p for p in clause.middle if p.kind == "pronoun" and not clause.passive]
    if not any(_therein(scene, p) for p in (clause.field[0], *points)):
        return []
    return [a for a in scene.actors if a.code not in _NEVER]


def _therein(scene: Scene, phrase: Phrase) -> bool:
    if phrase.kind == "pronoun":
        return scene.lower[phrase.start] in _THEREIN
    if phrase.prep not in ("in", "bij", "binnen", "aan"):
        return False
    return scene.opening(phrase) in POINTING or scene.head(phrase) in _CARRYING_OUT
