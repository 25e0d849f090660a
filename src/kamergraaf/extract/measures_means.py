"""What is done by doing something else, what is now possible, and what came of a promise."""

from __future__ import annotations

from typing import Final

from kamergraaf.extract.clauses import Clause
from kamergraaf.extract.measures_act import (
    AGENTIVE,
    Act,
    build,
    by_preposition,
    direct_object,
)
from kamergraaf.extract.measures_doers import Doer, Roles, agent, doers, elided, roles
from kamergraaf.extract.measures_nouns import LEGISLATION, carries_measure, idiom, named_kind
from kamergraaf.extract.measures_scene import Scene
from kamergraaf.extract.phrases import Phrase
from kamergraaf.extract.words import word_set

_THERETO: Final = word_set("daartoe hiertoe daarvoor hiervoor dienovereenkomstig")
_HAPPENING: Final = frozenset({"plaatsvinden", "plaatshebben", "gebeuren"})
_HELP: Final = word_set("ondersteunen bijstaan helpen adviseren begeleiden faciliteren")
_THAT: Final = frozenset({"dat", "dit", "die", "deze"})
_REQUESTED: Final = word_set(
    "gevraagd verzocht opgedragen gelast uitgenodigd vraag vraagt verzoek verzoekt draagt"
)
SUBMITTING: Final = word_set(
    "indienen aanbieden toezenden sturen zenden voorleggen toesturen toekomen"
)
"""Verbs by which a bill goes its way."""
_FREE_OR_BOUND: Final = frozenset({"kunnen", "mogen", "moeten", "dienen"})
_SINCE: Final = frozenset({"sinds", "vanaf", "per"})


def by_doing(scene: Scene, clause: Clause, child: Clause) -> Act | None:
    """ "Ik geef daaraan uitvoering door X te doen": X is done."""
    verb = child.verb
    if verb is None or clause.negated or verb.act not in AGENTIVE | {"light"}:
        return None
    who = agent(scene, clause) or doers(scene, clause, roles(scene, clause).subject)
    if not who and not clause.passive:
        return None
    act = beneath(scene, child, who, "measures.by-doing")
    if verb.act == "light" and not (act.theme and carries_measure(scene, act.theme)):
        return None
    return act if act.theme or act.content else None


def beneath(scene: Scene, child: Clause, who: list[Doer], rule: str) -> Act:
    """The act of an infinitive clause, done by ``who``."""
    placed = roles(scene, child)
    nouns = (*placed.objects, *([placed.subject] if placed.subject else []))
    verb = child.verb
    theme = direct_object(scene, Roles(None, nouns))
    theme = theme or (by_preposition(scene, child, verb) if verb else None)
    kind = "make" if verb is None or verb.act == "light" else verb.act
    return build(scene, kind, child, theme, who, placed, rule)


def permission(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "Sinds DATE kunnen burgers X laten doen": what has become possible."""
    if (
        clause.modal not in _FREE_OR_BOUND
        or clause.negated
        or clause.opener
        or clause.tense != "present"
    ):
        return None
    if not dated(scene, clause) or placed.subject is None or placed.subject.kind != "noun":
        return None
    theme = placed.subject if clause.passive else direct_object(scene, placed)
    if theme is None or clause.verb is None:
        return None
    act = build(scene, "give", clause, theme, [], placed, "measures.permission")
    act.receiver = None if clause.passive else placed.subject
    return act


def lawmaking(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """A bill sent to the House or to advisers: it is in preparation."""
    if clause.verb is None or clause.verb.lemma not in SUBMITTING or clause.negated:
        return None
    nouns = [p for p in (placed.subject, *placed.objects) if p is not None and p.kind == "noun"]
    theme = next((p for p in nouns if lawlike(scene, p)), None)
    if theme is None:
        return None
    who = agent(scene, clause) if clause.passive else doers(scene, clause, placed.subject)
    act = build(scene, "prepare", clause, theme, who, placed, "measures.bill")
    act.settled = "inPreparation"
    return act


def lawlike(scene: Scene, theme: Phrase) -> bool:
    """Whether the phrase names a bill or another rule in the making."""
    head = named_kind(scene, theme) or scene.head(theme)
    return head.endswith(LEGISLATION)


def money(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "Er is 5 miljoen euro beschikbaar", "5 miljoen euro gaat naar X"."""
    lemma = clause.verb.lemma if clause.verb else ""
    if lemma not in ("zijn", "gaan", "staan") or clause.negated or clause.passive:
        return None
    nouns = [p for p in (placed.subject, *placed.objects) if p is not None]
    theme = next((p for p in nouns if "euro" in scene.lower[p.start : p.end]), None)
    ready = any(scene.lower[i] == "beschikbaar" for i in clause.own)
    to = next((p for p in clause.phrases if p.prep == "naar"), None)
    if theme is None or not (ready or (lemma == "gaan" and to)):
        return None
    act = build(scene, "give", clause, theme, [], placed, "measures.money")
    act.receiver = to
    return act


def request(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "Ik heb de inspectie gevraagd onderzoek te doen naar X"."""
    if not clause.infinitive or clause.negated or clause.verb is None:
        return None
    if _REQUESTED.isdisjoint(scene.lower[i] for i in clause.verbs):
        return None
    who = agent(scene, clause) if clause.passive else doers(scene, clause, placed.subject)
    nouns = [p for p in placed.objects if p.kind == "noun"]
    asked = placed.subject if clause.passive else next(iter(nouns), None)
    theme = next((p for p in nouns if p is not asked), None)
    theme = theme or by_preposition(scene, clause, clause.verb)
    if theme is None or (not who and not clause.passive):
        return None
    act = build(scene, "talk", clause, theme, who, placed, "measures.request")
    act.receiver = asked
    return act


def dated(scene: Scene, clause: Clause) -> bool:
    """Whether the clause says since when."""
    phrases = clause.phrases
    return any(
        scene.dates_in(p)
        for n, p in enumerate(phrases)
        if p.prep in _SINCE or (p.prep == "van" and n and scene.head(phrases[n - 1]) == "ingang")
    )


def _helped(clause: Clause) -> bool:
    return clause.verb is not None and clause.verb.lemma in _HELP


def goes_with(scene: Scene, clause: Clause, act: Act) -> bool:
    """Whether the clause tells how far an act told of before is; then it is noted there."""
    if clause.passive and elided(clause) and _helped(clause) and agent(scene, clause):
        act.sequels.append(clause)
        return True
    subject = roles(scene, clause).subject if clause.verb else None
    if subject is None or clause.verb is None or clause.negated:
        return False
    if clause.verb.lemma in _HAPPENING and scene.opening(subject) in _THAT:
        act.settled = "completed" if clause.tense != "present" else "planned"
        act.sequels.append(clause)
        return True
    thereto = any(scene.lower[i] in _THERETO for i in clause.own)
    if not thereto or not any(lawlike(scene, p) for p in clause.phrases if not p.prep):
        return False
    fixed = idiom(scene, clause)
    if fixed is not None and fixed[0] == "prepare":
        act.settled = "inPreparation"
    act.sequels.append(clause)
    return True
