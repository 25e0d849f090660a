"""What a measure is aimed at: a threat, a group, a problem, in the text's words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kamergraaf.extract.analysis import ConcernMention
from kamergraaf.extract.clauses import Clause
from kamergraaf.extract.measures_act import Act
from kamergraaf.extract.measures_labels import Label
from kamergraaf.extract.measures_nouns import carries_measure, is_measure_noun
from kamergraaf.extract.measures_scene import Scene, within
from kamergraaf.extract.phrases import Phrase
from kamergraaf.extract.words import NUMBERS, word_set

_AGAINST: Final = frozenset({"tegen", "inzake", "tegenover"})
_ABOUT: Final = frozenset({"over", "voor", "omtrent", "rond", "rondom", "betreffende", "jegens"})
_HARM: Final = (
    "voorkom", "bestrijd", "tegengaan", "teger", "aanpak", "terugdring", "verminder", "signaler",
    "beperk", "preventie", "reductie", "afname", "opheff", "wegnem", "oploss", "onderkenn",
    "herkenn", "uitbann", "weren", "stopp", "detect", "opspor", "verstor",
)  # fmt: skip
_FORBID: Final = ("verbied", "verboden", "aan banden", "inperk", "beëindig", "reguleer")
_DIRECTED: Final = frozenset({("gericht", "op"), ("bestemd", "voor"), ("bedoeld", "voor")})
_FIGURES: Final = frozenset({"procent", "%", "percent", "euro"})
_INSTRUMENTS: Final = frozenset({"wet", "besluit", "verordening", "regeling", "grondwet"})
_POINTING: Final = frozenset(
    {
        "die",
        "deze",
        "dit",
        "dat",
        "hen",
        "hem",
        "haar",
        "hun",
        "daar",
        "daarvan",
        "hiervan",
        "ervan",
    }
)
_EMPTY: Final = word_set(
    """kader vorm doel grond basis gebied terrein verband vraag hand wijze manier kaders orde zaak
    zaken deel aantal mate gevolg opzichte behoeve reden beslissing vervolg inzet signalen
    contact gevolgen informatie gegevens gebruik uitvoering invulling afloop rol taak
    bijdrage bereid advies overleg aanvulling verwachting moment eerst verzoek wijs"""
)


@dataclass(frozen=True, slots=True)
class Aim:
    """A stretch of the flow that names what a measure is aimed at; ``code`` is ``threat``,
    ``group`` or ''."""

    start: int
    end: int
    code: str
    rule: str


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
                yield _aim(scene, phrase.noun_start, phrase.end, "measures.aim-nominal")
                return


def _aim(scene: Scene, start: int, end: int, rule: str, code: str = "") -> Aim:
    if scene.lower[start] == "geen" and end - start > 1:
        start += 1
    first, last = scene.offsets(start, end)
    return Aim(first, last, code, rule)


def _extended(scene: Scene, clause: Clause, phrase: Phrase) -> int:
    """The end of the phrase with its "van" and "zonder" complements."""
    end = phrase.end
    for after in clause.phrases:
        if after.start == end and after.prep in ("van", "zonder", "in") and after.close:
            if scene.is_time(after):
                break
            end = after.end
    return end


def _against(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    for clause in (act.clause, act.host):
        for phrase in clause.phrases:
            if phrase.prep in _AGAINST and _names_something(scene, phrase):
                end = _extended(scene, clause, phrase)
                yield _aim(scene, phrase.noun_start, end, "measures.aim-against")
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
                    yield _aim(scene, phrase.start, phrase.end, "measures.aim-purpose")


def _directed(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """ "gericht op X", "bestemd voor X"."""
    lower = scene.lower
    for clause in (act.clause, *act.clause.children):
        for phrase in clause.phrases:
            before = lower[phrase.start - 1] if phrase.start else ""
            if (before, phrase.prep) in _DIRECTED and not scene.actors_in(phrase):
                end = _extended(scene, clause, phrase)
                yield _aim(scene, phrase.noun_start, end, "measures.aim-directed")
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
            end = min(_extended(scene, child, noun), _before(scene, noun, "strafbaar"))
            yield _aim(scene, noun.noun_start, end, "measures.aim-forbidden")
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
            yield _aim(scene, phrase.noun_start, phrase.end, "measures.aim-patient")
            return
    if act.theme is not None and not carries_measure(scene, act.theme):
        yield _aim(scene, act.theme.noun_start, act.theme.end, "measures.aim-patient")


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
        yield _aim(scene, who.start, who.end, "measures.aim-beneficiary")


def _beneficiary(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """Those to whom something is given: an object without a preposition before the thing."""
    if act.receiver is not None and not scene.actors_in(act.receiver):
        yield _aim(scene, act.receiver.start, act.receiver.end, "measures.aim-beneficiary")
        return
    if act.kind == "give":
        for phrase in act.roles.objects:
            if phrase is not act.theme and phrase.kind == "noun":
                yield _aim(scene, phrase.start, phrase.end, "measures.aim-beneficiary")
                return
        for phrase in act.clause.phrases:
            if phrase.prep == "aan" and _names_something(scene, phrase):
                yield _aim(scene, phrase.noun_start, phrase.end, "measures.aim-beneficiary")
                return
        for child in act.conditions:
            noun = next((p for p in child.phrases if p.kind == "noun"), None)
            if noun:
                yield _aim(scene, noun.start, noun.end, "measures.aim-beneficiary")
                return


def _about(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """ "over X", "voor X", then "van X" and "aan X" in the label."""
    purposes = [c for c in act.clause.children if c.opener in ("om", "teneinde")]
    for clause in (act.clause, *purposes):
        for phrase in clause.phrases:
            if phrase.start <= min(label.tokens, default=-1) < phrase.end:
                continue
            if phrase.prep in _ABOUT and _names_something(scene, phrase):
                end = _extended(scene, clause, phrase)
                yield _aim(scene, phrase.noun_start, end, "measures.aim-about")
                return
    for phrase in reversed(act.host.phrases):
        inside = phrase.start in label.tokens and phrase.prep in ("van", "aan", "bij")
        acted = phrase.prep != "van" or _is_action(scene, label)
        if inside and acted and _names_something(scene, phrase):
            yield _aim(scene, phrase.noun_start, phrase.end, "measures.aim-of")
            return


def _names_something(scene: Scene, phrase: Phrase) -> bool:
    if scene.is_time(phrase) or scene.head(phrase) in _EMPTY or phrase.noun_start >= phrase.end:
        return False
    word = scene.lower[phrase.noun_start]
    if scene.head(phrase) in _POINTING or scene.head(phrase) == "een":
        return False
    first = scene.lower[phrase.noun_start : phrase.noun_start + 2]
    if phrase.prep != "over" and (
        is_measure_noun(scene.head(phrase)) or not _INSTRUMENTS.isdisjoint(first)
    ):
        return False
    if not _FIGURES.isdisjoint(scene.lower[phrase.start : phrase.end]):
        return False
    return not scene.actors_in(phrase) and word not in _POINTING


def _studied(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """ "onderzoekt hoe X": X."""
    if act.kind != "study" or act.content is None:
        return
    noun = next((p for p in act.content.phrases if p.kind == "noun" and not scene.is_time(p)), None)
    if noun is not None and not scene.actors_in(noun):
        yield _aim(scene, noun.start, noun.end, "measures.aim-studied")


def _towards(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """ "om X te versnellen": whatever X is."""
    for child in act.clause.children:
        if child.opener not in ("om", "teneinde") or not child.verbs:
            continue
        for phrase in child.phrases:
            if phrase.kind == "noun" and _stands_for_itself(scene, phrase):
                yield _aim(
                    scene, phrase.start, _extended(scene, child, phrase), "measures.aim-goal"
                )
                return


def _stands_for_itself(scene: Scene, phrase: Phrase) -> bool:
    """Whether a bare noun phrase names something, not who acts nor when."""
    if scene.is_time(phrase) or scene.head(phrase) in _EMPTY | _POINTING:
        return False
    return not scene.actors_in(phrase) and not carries_measure(scene, phrase)


def _behalf(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """ "ten behoeve van X", "met betrekking tot X", "op het gebied van X"."""
    for clause in (act.clause, act.host):
        for before, phrase in pairwise(clause.phrases):
            regards = (before.prep, scene.head(before), phrase.prep) in _REGARDING
            if regards and phrase.close and _names_something(scene, phrase):
                end = _extended(scene, clause, phrase)
                yield _aim(scene, phrase.noun_start, end, "measures.aim-regarding")
                return


_REGARDING: Final = frozenset(
    {
        ("ten", "behoeve", "van"),
        ("met", "betrekking", "tot"),
        ("ten", "aanzien", "van"),
        ("op", "gebied", "van"),
        ("op", "terrein", "van"),
        ("in", "kader", "van"),
        ("in", "belang", "van"),
        ("naar", "aanleiding", "van"),
    }
)


def _whole(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """ "versterking van X", "het toezicht op X": what the label's noun is of."""
    for phrase in act.host.phrases:
        inside = phrase.start in label.tokens and phrase.prep in ("van", "aan", "bij", "op", "naar")
        if inside and _names_something(scene, phrase):
            yield _aim(scene, phrase.noun_start, phrase.end, "measures.aim-of")
            return


_CHANGING: Final = word_set(
    """verbeteren aanpassen wijzigen vereenvoudigen verhogen verlagen versnellen moderniseren
    verruimen aanscherpen verkorten verduidelijken harmoniseren vernieuwen hervormen versoepelen
    verlengen beperken verminderen vergroten versterken bevorderen waarborgen borgen beschermen"""
)


def _counted(scene: Scene, phrase: Phrase) -> bool:
    first = scene.opening(phrase)
    return first in NUMBERS or first[:1].isdigit()


def _thing(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """ "verbetert de doorstroming", "onderzoekt de oorzaak": the thing itself."""
    theme = act.theme
    changed = act.verb is not None and act.verb.lemma in _CHANGING
    if theme is None or not (act.kind == "study" or changed) or _counted(scene, theme):
        return
    if _stands_for_itself(scene, theme):
        yield _aim(scene, theme.noun_start, theme.end, "measures.aim-thing")


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
        yield _aim(scene, start, end, "measures.aim-cause")


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
    _behalf,
    _towards,
    _whole,
    _thing,
)
