"""What a measure is aimed at: a threat, a group, a problem, in the text's words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kamergraaf.extract.analysis import ConcernMention
from kamergraaf.extract.measures_act import Act
from kamergraaf.extract.measures_goals import (
    Aim,
    aim,
    behalf,
    extended,
    names_something,
    thing,
    towards,
    whole,
)
from kamergraaf.extract.measures_label_words import Label
from kamergraaf.extract.measures_nouns import carries_measure
from kamergraaf.extract.measures_scene import Scene, within
from kamergraaf.extract.phrases import Phrase

_AGAINST: Final = frozenset({"tegen", "inzake", "tegenover"})
_ABOUT: Final = frozenset({"over", "voor", "omtrent", "rond", "rondom", "betreffende", "jegens"})
_HARM: Final = (
    "voorkom", "bestrijd", "tegengaan", "teger", "aanpak", "terugdring", "verminder", "signaler",
    "beperk", "preventie", "reductie", "afname", "opheff", "wegnem", "oploss", "onderkenn",
    "herkenn", "uitbann", "weren", "stopp", "detect", "opspor", "verstor",
)  # fmt: skip
_FORBID: Final = ("verbied", "verboden", "aan banden", "inperk", "beëindig", "reguleer")
_DIRECTED: Final = frozenset({("gericht", "op"), ("bestemd", "voor"), ("bedoeld", "voor")})


def aims(scene: Scene, act: Act, label: Label) -> list[Aim]:
    """At most two stretches, the surest reading first."""
    for reading in _READINGS:
        found = list(reading(scene, act, label))
        if found:
            return found[:2]
    return []


def _nominal(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """ "het voorkomen van X", "ter bestrijding van X": what is to be prevented."""
    for clause in (act.clause, act.host, *act.clause.children):
        phrases = clause.phrases
        for before, phrase in pairwise(phrases):
            if phrase.prep != "van" or phrase.noun_start == phrase.end:
                continue
            if phrase.close and scene.head(before).startswith(_HARM):
                yield aim(scene, phrase.noun_start, phrase.end, "measures.aim-nominal")
                return


def _against(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    for clause in (act.clause, act.host):
        for phrase in clause.phrases:
            if phrase.prep in _AGAINST and names_something(scene, phrase):
                end = extended(scene, clause, phrase)
                yield aim(scene, phrase.noun_start, end, "measures.aim-against")
        if act.host is act.clause:
            break


def _purpose(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """ "om X te voorkomen": what is to be prevented."""
    for child in act.clause.children:
        if child.opener not in ("om", "teneinde") or not child.verbs:
            continue
        words = [scene.lower[i] for i in child.verbs]
        if any(word.startswith(_HARM) for word in words):
            for phrase in child.phrases:
                if phrase.kind == "noun" and not scene.is_time(phrase):
                    yield aim(scene, phrase.start, phrase.end, "measures.aim-purpose")


def _directed(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """ "gericht op X", "bestemd voor X"."""
    lower = scene.lower
    for clause in (act.clause, *act.clause.children):
        for phrase in clause.phrases:
            before = lower[phrase.start - 1] if phrase.start else ""
            if (before, phrase.prep) in _DIRECTED and not scene.actors_in(phrase):
                end = extended(scene, clause, phrase)
                yield aim(scene, phrase.noun_start, end, "measures.aim-directed")
                return


def _forbidden(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """ "een wet die het bezit van X strafbaar stelt": the bezit van X."""
    if act.theme is None or not carries_measure(scene, act.theme):
        return
    for child in act.clause.children:
        if child.opener not in ("die", "dat", "waarmee", "waardoor") or not child.verbs:
            continue
        words = {scene.lower[i] for i in child.own}
        harms = any(w.startswith((*_HARM, *_FORBID)) for w in words) or "strafbaar" in words
        noun = next((p for p in child.phrases if p.kind == "noun" and not scene.is_time(p)), None)
        if harms and noun is not None and not scene.actors_in(noun):
            end = min(extended(scene, child, noun), _before(scene, noun, "strafbaar"))
            yield aim(scene, noun.noun_start, end, "measures.aim-forbidden")
            return


def _before(scene: Scene, phrase: Phrase, word: str) -> int:
    """Where the word stands behind the phrase's start; the end of the sentence without it."""
    tokens = scene.lower
    return next((i for i in range(phrase.start, len(tokens)) if tokens[i] == word), len(tokens))


def _done_to(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """Those to whom something is done: the object, or "van X" in front of it."""
    if act.kind != "treat" and not (act.verb and act.verb.lemma in ("intrekken", "ontnemen")):
        return
    for phrase in act.clause.field:
        if phrase.prep == "van" and not scene.actors_in(phrase):
            yield aim(scene, phrase.noun_start, phrase.end, "measures.aim-patient")
            return
    if act.theme is not None and not carries_measure(scene, act.theme):
        yield aim(scene, act.theme.noun_start, act.theme.end, "measures.aim-patient")


def _concerns(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """Threats and groups named in the label, else behind the verb, else in the sentence."""
    sentence = scene.sentence
    named = within(scene.analysis.concerns, sentence.start, sentence.end)
    first, last = label.start, label.end
    if label.tokens:
        last = max(last, scene.sentence.tokens[label.tokens[-1]].end)
    inside = within(scene.analysis.concerns, first, last)
    start, end = scene.offsets(act.clause.own[0], act.clause.own[-1] + 1)
    near = [c for c in named if start <= c.start < end and c.code]
    for chosen in (inside, near, [c for c in named if c.code]):
        if chosen:
            yield from (_mentioned(c) for c in _spread(chosen))
            return


def _spread(chosen: list[ConcernMention]) -> list[ConcernMention]:
    groups = [c for c in chosen if c.code == "group"]
    return (groups or chosen)[:1]


def _mentioned(concern: ConcernMention) -> Aim:
    return Aim(concern.start, concern.end, concern.code, "measures.aim-concern")


def _receiver(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """ "Sinds DATE kunnen ambtsdragers X": those who can."""
    who = act.receiver if act.rule == "measures.permission" else None
    if who is not None and not scene.actors_in(who):
        yield aim(scene, who.start, who.end, "measures.aim-beneficiary")


def _beneficiary(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """Those to whom something is given: an object without a preposition before the thing."""
    if act.receiver is not None and not scene.actors_in(act.receiver):
        yield aim(scene, act.receiver.start, act.receiver.end, "measures.aim-beneficiary")
        return
    if act.kind == "give":
        for phrase in act.roles.objects:
            if phrase is not act.theme and phrase.kind == "noun":
                yield aim(scene, phrase.start, phrase.end, "measures.aim-beneficiary")
                return
        for phrase in act.clause.phrases:
            if phrase.prep == "aan" and names_something(scene, phrase):
                yield aim(scene, phrase.noun_start, phrase.end, "measures.aim-beneficiary")
                return
        for child in act.conditions:
            noun = next((p for p in child.phrases if p.kind == "noun"), None)
            if noun:
                yield aim(scene, noun.start, noun.end, "measures.aim-beneficiary")
                return


def _about(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """ "over X", "voor X", then "van X" and "aan X" in the label."""
    purposes = [c for c in act.clause.children if c.opener in ("om", "teneinde")]
    for clause in (act.clause, *purposes):
        for phrase in clause.phrases:
            if phrase.start <= min(label.tokens, default=-1) < phrase.end:
                continue
            if phrase.prep in _ABOUT and names_something(scene, phrase):
                end = extended(scene, clause, phrase)
                yield aim(scene, phrase.noun_start, end, "measures.aim-about")
                return
    for phrase in reversed(act.host.phrases):
        inside = phrase.start in label.tokens and phrase.prep in ("van", "aan", "bij")
        acted = phrase.prep != "van" or _is_action(scene, label)
        if inside and acted and names_something(scene, phrase):
            yield aim(scene, phrase.noun_start, phrase.end, "measures.aim-of")
            return


def _studied(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """ "onderzoekt hoe X": X."""
    if act.kind != "study" or act.content is None:
        return
    noun = next((p for p in act.content.phrases if p.kind == "noun" and not scene.is_time(p)), None)
    if noun is not None and not scene.actors_in(noun):
        yield aim(scene, noun.start, noun.end, "measures.aim-studied")


def _is_action(scene: Scene, label: Label) -> bool:
    """Whether the label begins with a nominalised act: "ophalen van X", "begeleiding van X"."""
    words = [scene.lower[i] for i in label.tokens[:3]]
    return any(word.endswith(("ing", "en")) and len(word) > 5 for word in words[:2])


_THEM: Final = frozenset({"hen", "hun"})


def _pronoun(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """ "voor hen": the group named last before this sentence."""
    if not scene.has(_THEM, act.clause):
        return
    before = [c for c in scene.analysis.concerns if c.end <= scene.sentence.start]
    groups = [c for c in before[-6:] if c.code == "group"]
    if groups:
        yield _mentioned(groups[-1])


def _cause(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """ "X vergt dat": X; of two members the one that stands in the label's place."""
    causes = act.causes
    if label.twin >= 0 and len(causes) == 2:
        causes = causes[label.twin : label.twin + 1]
    for start, end in causes:
        yield aim(scene, start, end, "measures.aim-cause")


_READINGS: Final = (
    _cause,
    _receiver,
    _against,
    _purpose,
    _nominal,
    _forbidden,
    _directed,
    _pronoun,
    _concerns,
    _done_to,
    _beneficiary,
    _studied,
    _about,
    behalf,
    towards,
    whole,
    thing,
)
