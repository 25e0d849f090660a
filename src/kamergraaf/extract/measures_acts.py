"""Which clauses tell of a measure: what is done, to what, by whom."""

from __future__ import annotations

from typing import Final

from kamergraaf.extract.clauses import Clause
from kamergraaf.extract.measures_act import (
    CARRYING_OUT,
    OPENING,
    Act,
)
from kamergraaf.extract.measures_below import below, products
from kamergraaf.extract.measures_doers import (
    Doer,
    doers,
    elided,
    roles,
)
from kamergraaf.extract.measures_means import goes_with, permission, request
from kamergraaf.extract.measures_nouns import (
    IDIOM_VERBS,
    NEEDLESS,
    NO_REASON,
    names_motion,
)
from kamergraaf.extract.measures_readings import (
    active,
    busy,
    existential,
    idiomatic,
    part,
    passive,
    receiving,
)
from kamergraaf.extract.measures_refusals import intention, off_the_table, refusal
from kamergraaf.extract.measures_scene import Scene

_REFUSING: Final = NO_REASON | NEEDLESS


def find(scene: Scene) -> list[Act]:
    """The acts that the sentence tells of, in reading order."""
    found: list[Act] = []
    inherited: list[Doer] = []
    for n, clause in enumerate(scene.clauses):
        if found and goes_with(scene, clause, found[-1]):
            continue
        act = _main(scene, clause, inherited)
        if act and n and found and _goes_on(scene, clause, act):
            if act.kind == "start" or (clause.verb and clause.verb.lemma in OPENING):
                found[-1].sequels.append(clause)
            continue
        acts = [act] if act else below(scene, clause)
        for each in acts:
            inherited = each.doers or inherited
        if not acts and n + 1 < len(scene.clauses) and elided(scene.clauses[n + 1]):
            inherited = doers(scene, clause, roles(scene, clause).subject) or inherited
        found += acts
        found += products(scene, clause, acts)
    return found


def _goes_on(scene: Scene, clause: Clause, act: Act) -> bool:
    """A second clause about the same measure: its subject is left out or points back."""
    subject = act.roles.subject
    if subject is None and clause.verb and clause.verb.lemma in OPENING:
        return all(scene.opening(p) in ("haar", "zijn") for p in act.roles.objects)
    if act.doers and act.doers[0].how != "unstated":
        return False
    if subject is None or not clause.field:
        return act.kind == "start" or not act.theme
    return act.theme is subject and scene.lower[subject.start] in (
        "die",
        "deze",
        "dit",
        "het",
        "de",
    )


def _of_motion(scene: Scene, clause: Clause) -> bool:
    """ "geeft uitvoering aan de motie": says what earlier measures fulfil."""
    if not scene.has(CARRYING_OUT, clause):
        return False
    fixed = any(scene.head(p) in CARRYING_OUT for p in clause.phrases if not p.prep)
    fixed = fixed or any(scene.head(p) in CARRYING_OUT for p in clause.phrases if p.prep == "tot")
    return fixed and any(names_motion(scene, p) for p in clause.phrases)


def _may_act(scene: Scene, clause: Clause) -> bool:
    """Whether the verb, or a noun that makes a refusal of it, can tell of an act at all."""
    verb = clause.verb
    if verb is None:
        return False
    if verb.act not in ("", "inform") or verb.lemma in OPENING:
        return True
    if verb.lemma in ("zijn", "vormen", "gelden", "ontvangen") or verb.lemma in IDIOM_VERBS:
        return True
    return scene.has(_REFUSING, clause)


def _main(scene: Scene, clause: Clause, inherited: list[Doer]) -> Act | None:
    if clause.verb is None or _of_motion(scene, clause):
        return None
    if not _may_act(scene, clause):
        return None
    placed = roles(scene, clause)
    return (
        part(scene, clause, placed)
        or refusal(scene, clause, placed)
        or off_the_table(scene, clause, placed)
        or intention(scene, clause, placed)
        or busy(scene, clause, placed)
        or idiomatic(scene, clause, placed)
        or existential(scene, clause, placed)
        or receiving(scene, clause, placed)
        or request(scene, clause, placed)
        or passive(scene, clause, placed)
        or active(scene, clause, placed, inherited)
        or permission(scene, clause, placed)
    )
