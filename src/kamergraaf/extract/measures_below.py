"""Acts told of below a main clause, or in passing."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from kamergraaf.extract.clauses import Clause
from kamergraaf.extract.measures_act import (
    AGENTIVE,
    INTENT,
    OPENING,
    Act,
    build,
)
from kamergraaf.extract.measures_doers import (
    Roles,
    agent,
    agent_phrase,
    doers,
    ordered,
    roles,
)
from kamergraaf.extract.measures_means import by_doing
from kamergraaf.extract.measures_nouns import (
    PRODUCT_NOUNS,
    carries_measure,
)
from kamergraaf.extract.measures_readings import active, existential, idiomatic, passive
from kamergraaf.extract.measures_scene import Scene
from kamergraaf.extract.phrases import Phrase
from kamergraaf.extract.words import word_set

_REPORTED: Final = frozenset({"vergen", "vragen", "vereisen", "maken", "betekenen", "inhouden"})
_TOLD: Final = frozenset({"make", "agree", "study", "effort", "give", "start", "prepare"})
_ADVERBIAL: Final = word_set(
    """omdat aangezien doordat zodat terwijl waardoor waarna waarbij waarvoor waarmee waarin
    waartoe waar hoewel"""
)
_DETERMINED: Final = frozenset({"de", "het", "een"})


def below(scene: Scene, clause: Clause) -> list[Act]:
    """Acts in the clauses below one that is no act itself."""
    found: list[Act] = []
    for child in clause.children:
        act = by_doing(scene, clause, child) if child.opener == "door" else None
        if child.opener in ("dat", "die", "waarvan", "waarmee", "waarbij", "waarin"):
            act = _relative(scene, clause, child)
        if act is None and child.opener == "dat" and clause.verb:
            act = _complement(scene, clause, child)
        if act is not None:
            found.append(act)
    return found[:1]


def beside(scene: Scene, clause: Clause) -> list[Act]:
    """Acts of somebody named in an adverbial clause: "omdat de dienst X uitbreidt"."""
    found: list[Act] = []
    for child in clause.children:
        verb = child.verb
        if child.opener not in _ADVERBIAL or verb is None or child.modal or child.negated:
            continue
        if verb.act not in _TOLD:
            continue
        placed = roles(scene, child)
        who = agent(scene, child) if child.passive else doers(scene, child, placed.subject)
        if who:
            act = passive(scene, child, placed) or active(scene, child, placed, [])
            if act is not None and act.theme is not None and carries_measure(scene, act.theme):
                act.rule = "measures.beside"
                found.append(act)
    return found[:1]


def _antecedent(clause: Clause, child: Clause) -> Phrase | None:
    """The noun phrase that a relative clause follows, with nothing but a comma between."""
    before = [p for p in clause.phrases if p.end <= child.start and p.kind in ("noun", "prep")]
    if not before or child.start - before[-1].end > 2:
        particles = [i for i in clause.verbs if before and before[-1].end <= i < child.start]
        if not before or child.start - before[-1].end > 2 + len(particles):
            return None
    chosen = before[-1]
    if chosen.prep == "als" and len(before) > 1:
        chosen = before[-2]
    at = before.index(chosen)
    if at and not chosen.prep and chosen.start == before[at - 1].end and chosen.kind == "noun":
        chosen = before[at - 1]  # a name behind its noun: "het Cyberbeeld Nederland, dat …"
    while chosen.prep in ("van", "voor", "over") and chosen.close:
        at = before.index(chosen)
        if not at:
            break
        chosen = before[at - 1]
    return chosen


def _relative(scene: Scene, clause: Clause, child: Clause) -> Act | None:
    """ "X, dat de dienst heeft gemaakt": the antecedent is what was made."""
    verb, theme = child.verb, _antecedent(clause, child)
    if verb is None or theme is None or (theme.kind != "noun" and not theme.prep):
        return None
    if child.negated or child.modal or verb.act not in _TOLD:
        return None
    if child.tense == "present" and not carries_measure(scene, theme):
        return None
    if child.tense != "present" and verb.act not in ("make", "agree", "study"):
        return None
    placed = roles(scene, child)
    who = agent(scene, child) if child.passive else doers(scene, child, placed.subject)
    who = ordered(scene, child, who)
    if not who:
        return None
    act = build(scene, verb.act, child, theme, who, placed, "measures.relative")
    act.host, act.content = clause, None
    return act


def _complement(scene: Scene, clause: Clause, child: Clause) -> Act | None:
    """ "Dit vergt dat X wordt bezien", "bekend is dat Nederland X heeft bekrachtigd"."""
    verb = child.verb
    if verb is None or (verb.act not in AGENTIVE | {"light"} and verb.lemma not in OPENING):
        return None
    placed = roles(scene, child)
    wanted = clause.verb is not None and clause.verb.lemma in _REPORTED
    aimed = not wanted and scene.has(INTENT, clause)
    if wanted and clause.negated:
        return None  # "dat betekent niet dat"
    if aimed:
        act = _aimed(scene, child, placed)
    elif wanted:
        act = existential(scene, child, placed) or passive(scene, child, placed)
    elif child.tense == "present" or child.negated:
        return None
    else:
        act = active(scene, child, placed, [])
    if act is not None:
        act.rule = "measures.complement"
        act.host = child
        act.causes = _causes(scene, clause) if wanted else ()
    return act


def _aimed(scene: Scene, child: Clause, placed: Roles) -> Act | None:
    """ "Het is de bedoeling dat X in werking treedt"."""
    act = (
        idiomatic(scene, child, placed)
        or passive(scene, child, placed)
        or active(scene, child, placed, [])
    )
    if act is not None:
        act.settled = "declined" if child.negated else "planned"
    return act


def _causes(scene: Scene, clause: Clause) -> tuple[tuple[int, int], ...]:
    """The members of the subject of "X en Y vergen dat": what the measure answers to."""
    nouns = [p for p in clause.field if p.kind in ("noun", "prep")]
    if not nouns:
        return ()
    start, end = nouns[0].start, nouns[-1].end
    cuts = [
        i
        for i in range(start + 1, end)
        if scene.lower[i] == "en" and scene.lower[i + 1] in _DETERMINED
    ]
    edges = [start, *cuts, end]
    return tuple((first + (first != start), last) for first, last in pairwise(edges))


def products(scene: Scene, clause: Clause, acts: list[Act]) -> list[Act]:
    """ "de analyse over X door Y": what Y has made, named in passing."""
    phrases = clause.phrases
    for n, phrase in enumerate(phrases):
        if not scene.head(phrase).endswith(PRODUCT_NOUNS) or any(a.theme is phrase for a in acts):
            continue
        for after in phrases[n + 1 : n + 4]:
            if not after.close or (
                clause.passive and n + 1 < len(phrases) and after.prep == "door"
            ):
                break
            made = agent_phrase(scene, after)
            if made:
                placed = roles(scene, clause)
                act = build(scene, "make", clause, phrase, made, placed, "measures.product")
                act.settled = "completed"
                return [act]
    return []
