"""What a measure is aimed at where no threat, group or problem is named: its purpose or object."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kamergraaf.extract.clauses import Clause
from kamergraaf.extract.measures_act import Act
from kamergraaf.extract.measures_label_words import Label
from kamergraaf.extract.measures_nouns import carries_measure, is_measure_noun
from kamergraaf.extract.measures_scene import Scene
from kamergraaf.extract.phrases import Phrase
from kamergraaf.extract.words import NUMBERS, word_set

_INSTRUMENTS: Final = frozenset({"wet", "besluit", "verordening", "regeling", "grondwet"})
_FIGURES: Final = frozenset({"procent", "%", "percent", "euro"})
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
_REGARDING: Final = frozenset(
    {
        ("ten", "behoeve", "van"),
        ("met", "betrekking", "tot"),
        ("ten", "aanzien", "van"),
        ("op", "gebied", "van"),
        ("op", "terrein", "van"),
        ("in", "belang", "van"),
    }
)
_GATHERING: Final = (
    "pool", "team", "teams", "lijst", "groep", "netwerk", "commissie", "deel", "reeks", "serie",
    "aantal", "overzicht", "vorm",
)  # fmt: skip
_CHANGING: Final = word_set(
    """verbeteren aanpassen wijzigen vereenvoudigen verhogen verlagen versnellen moderniseren
    verruimen aanscherpen verkorten verduidelijken harmoniseren vernieuwen hervormen versoepelen
    verlengen beperken verminderen vergroten versterken bevorderen waarborgen borgen beschermen"""
)


@dataclass(frozen=True, slots=True)
class Aim:
    """A stretch of the flow that names what a measure is aimed at; ``code`` is ``threat``,
    ``group`` or ''."""

    start: int
    end: int
    code: str
    rule: str


def aim(scene: Scene, start: int, end: int, rule: str, code: str = "") -> Aim:
    """The stretch that the tokens ``[start, end)`` cover, "geen" left out."""
    if scene.lower[start] == "geen" and end - start > 1:
        start += 1
    first, last = scene.offsets(start, end)
    return Aim(first, last, code, rule)


def extended(scene: Scene, clause: Clause, phrase: Phrase) -> int:
    """The end of the phrase with its "van" and "zonder" complements."""
    end = phrase.end
    for after in clause.phrases:
        if after.start == end and after.prep in ("van", "zonder", "in") and after.close:
            if scene.is_time(after):
                break
            end = after.end
    return end


def names_something(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names what somebody may act on: no time, no actor, no instrument."""
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


def towards(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """ "om X te versnellen": whatever X is."""
    for child in act.clause.children:
        if child.opener not in ("om", "teneinde") or not child.verbs:
            continue
        for phrase in child.phrases:
            if phrase.kind == "noun" and _stands_for_itself(scene, phrase):
                yield aim(scene, phrase.start, extended(scene, child, phrase), "measures.aim-goal")
                return


def _stands_for_itself(scene: Scene, phrase: Phrase) -> bool:
    """Whether a bare noun phrase names something, not who acts nor when."""
    if scene.is_time(phrase) or scene.head(phrase) in _EMPTY | _POINTING:
        return False
    return not scene.actors_in(phrase) and not carries_measure(scene, phrase)


def behalf(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """ "ten behoeve van X", "met betrekking tot X", "op het gebied van X"."""
    for clause in (act.clause, act.host):
        for before, phrase in pairwise(clause.phrases):
            regards = (before.prep, scene.head(before), phrase.prep) in _REGARDING
            if regards and phrase.close and names_something(scene, phrase):
                end = extended(scene, clause, phrase)
                yield aim(scene, phrase.noun_start, end, "measures.aim-regarding")
                return


def whole(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """ "versterking van X", "het toezicht op X": what the label's noun is of."""
    for phrase in act.host.phrases:
        inside = phrase.start in label.tokens and phrase.prep in ("van", "aan", "bij", "op", "naar")
        made_of = phrase.prep == "van" and _gathers(scene, label)
        if inside and not made_of and names_something(scene, phrase):
            yield aim(scene, phrase.noun_start, phrase.end, "measures.aim-of")
            return


def _gathers(scene: Scene, label: Label) -> bool:
    """ "een pool van X": X is what it is made of."""
    return any(scene.lower[i].endswith(_GATHERING) for i in label.tokens[:2])


def _counted(scene: Scene, phrase: Phrase) -> bool:
    first = scene.opening(phrase)
    return first in NUMBERS or first[:1].isdigit()


def thing(scene: Scene, act: Act, label: Label) -> Iterator[Aim]:
    """ "verbetert de doorstroming", "onderzoekt de oorzaak": the thing itself."""
    theme = act.theme
    changed = act.verb is not None and act.verb.lemma in _CHANGING
    if theme is None or not (act.kind == "study" or changed) or _counted(scene, theme):
        return
    if _stands_for_itself(scene, theme):
        yield aim(scene, theme.noun_start, theme.end, "measures.aim-thing")
