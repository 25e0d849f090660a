"""Which clauses tell of a measure: what is done, to what, by whom."""

from __future__ import annotations

from typing import Final

from kamergraaf.extract.clauses import Clause
from kamergraaf.extract.measures_act import (
    CARRYING_OUT,
    OPENING,
    Act,
)
from kamergraaf.extract.measures_back import POINTING
from kamergraaf.extract.measures_below import below, beside, products
from kamergraaf.extract.measures_doers import (
    Doer,
    Roles,
    doers,
    elided,
    roles,
)
from kamergraaf.extract.measures_means import (
    SUBMITTING,
    goes_with,
    lawmaking,
    money,
    permission,
    request,
)
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
    proposal,
    receiving,
)
from kamergraaf.extract.measures_refusals import UNFIT, intention, off_the_table, refusal
from kamergraaf.extract.measures_scene import Scene
from kamergraaf.extract.phrases import Phrase

_PLAIN: Final = frozenset(
    {"voldoen", "gaan", "ingaan", "zijn", "bijkomen", "vormen", "gelden", "ontvangen"}
)
_REFUSING: Final = NO_REASON | NEEDLESS


def find(scene: Scene) -> list[Act]:
    """The acts that the sentence tells of, in reading order."""
    found: list[Act] = []
    inherited: list[Doer] = []
    told = False
    for n, clause in enumerate(scene.clauses):
        if found and goes_with(scene, clause, found[-1]):
            continue
        earlier = scene.clauses[n - 1] if n and not told else None
        act = _main(scene, clause, inherited, _carried_on(scene, clause, earlier))
        if act and n and found and _goes_on(scene, clause, act):
            if act.kind == "start" or (clause.verb and clause.verb.lemma in OPENING):
                found[-1].sequels.append(clause)
            continue
        acts = [act] if act else below(scene, clause)
        for each in acts:
            inherited = each.doers or inherited
        if not acts and n + 1 < len(scene.clauses) and elided(scene.clauses[n + 1]):
            inherited = doers(scene, clause, roles(scene, clause).subject) or inherited
        told = bool(acts)
        found += acts
        found += beside(scene, clause)
        found += products(scene, clause, acts)
    return found


def _carried_on(
    scene: Scene, clause: Clause, earlier: Clause | None
) -> tuple[Clause, Phrase] | None:
    """The subject that a passive without one shares with the clause before, which is no act."""
    if earlier is None or not elided(clause):
        return None
    subject = roles(scene, earlier).subject
    if subject is None or subject.kind != "noun" or scene.actors_in(subject):
        return None
    if scene.opening(subject) in POINTING:
        return None
    return earlier, subject


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
    if verb.act not in ("", "inform") or verb.lemma in OPENING or verb.lemma in SUBMITTING:
        return True
    if verb.lemma in UNFIT and clause.negated:
        return True
    if verb.lemma in _PLAIN or verb.lemma in IDIOM_VERBS:
        return True
    return scene.has(_REFUSING, clause)


def _main(
    scene: Scene, clause: Clause, inherited: list[Doer], shared: tuple[Clause, Phrase] | None
) -> Act | None:
    if clause.verb is None or _of_motion(scene, clause):
        return None
    if not _may_act(scene, clause):
        return None
    placed = roles(scene, clause)
    if shared is None or placed.subject is not None:
        return _readings(scene, clause, placed, inherited)
    act = _readings(scene, clause, Roles(shared[1], placed.objects), inherited)
    if act is not None and act.theme is shared[1]:
        act.host = shared[0]
    return act


def _readings(scene: Scene, clause: Clause, placed: Roles, inherited: list[Doer]) -> Act | None:
    return (
        part(scene, clause, placed)
        or refusal(scene, clause, placed)
        or off_the_table(scene, clause, placed)
        or intention(scene, clause, placed)
        or busy(scene, clause, placed)
        or idiomatic(scene, clause, placed)
        or existential(scene, clause, placed)
        or proposal(scene, clause, placed)
        or lawmaking(scene, clause, placed)
        or money(scene, clause, placed)
        or receiving(scene, clause, placed)
        or request(scene, clause, placed)
        or passive(scene, clause, placed)
        or active(scene, clause, placed, inherited)
        or permission(scene, clause, placed)
    )
