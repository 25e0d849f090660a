"""The readings of a main clause: in turn each construction by which Dutch tells of an act."""

from __future__ import annotations

from typing import Final

from kamergraaf.extract.clauses import Clause
from kamergraaf.extract.measures_act import (
    AGENTIVE,
    CARRYING_OUT,
    INTENT,
    OPENING,
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
    agent,
    doers,
    elided,
    place,
)
from kamergraaf.extract.measures_nouns import (
    ACTION_NOUNS,
    PART_NOUNS,
    carries_measure,
    idiom,
)
from kamergraaf.extract.measures_scene import Scene

_RECORDING: Final = frozenset({"vastleggen", "opnemen", "verankeren", "investeren"})
_EXISTENCE: Final = frozenset({"zijn", "hebben", "bestaan", "lopen", "komen", "gelden"})
_ADDRESSEES: Final = frozenset({"u"})


def part(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "Onderdeel hiervan is X": X is part of the measure told of before."""
    if clause.verb is None or clause.verb.lemma not in ("zijn", "vormen") or clause.passive:
        return None
    nouns = [p for p in clause.field if p.kind == "noun"]
    if not nouns or scene.head(nouns[0]) not in PART_NOUNS:
        return None
    theme = next((p for p in clause.middle if p.kind == "noun" and not scene.is_time(p)), None)
    if theme is None:
        return None
    act = build(scene, "effort", clause, theme, [], placed, "measures.part")
    act.part_of_previous = True
    return act


def idiomatic(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "in gang zetten", "om tafel zitten": a verb and a fixed phrase make one act."""
    if clause.verb is None:
        return None
    fixed = idiom(scene, clause)
    if fixed is None:
        return None
    kind, phrase = fixed
    if clause.passive:
        who, theme = agent(scene, clause), placed.subject
    else:
        who = doers(scene, clause, placed.subject)
        theme = placed.objects[0] if placed.objects else None
    if not who and not clause.passive and kind not in ("start", "prepare", "make"):
        return None
    if theme is None and (not who or clause.passive):
        theme = placed.subject
    act = build(scene, kind, clause, theme, who, placed, "measures.idiom")
    act.idiom = scene.text(phrase.start, phrase.end)
    if theme is None:
        act.theme = phrase
    return act


def existential(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "Er is voortdurend aandacht voor X": an action noun with "zijn", "hebben", "bestaan"."""
    verb = clause.verb
    if verb is None or verb.lemma not in _EXISTENCE:
        return None
    if clause.passive or clause.infinitive:
        return None
    nouns = [p for p in (placed.subject, *placed.objects) if p and p.kind == "noun"]
    theme = next((p for p in nouns if scene.head(p).endswith(ACTION_NOUNS)), None)
    if verb.lemma == "hebben":
        theme = next((p for p in placed.objects if carries_measure(scene, p)), None) or theme
        who = doers(scene, clause, placed.subject)
        if not who or theme is None or theme is placed.subject:
            return None
        return build(scene, "effort", clause, theme, who, placed, "measures.possession")
    if verb.lemma == "gelden":
        subject = placed.subject
        if subject is None or subject.kind != "noun" or not carries_measure(scene, subject):
            return None
        return build(scene, "effort", clause, subject, [], placed, "measures.existential")
    if verb.lemma == "komen":
        theme = placed.subject if placed.subject and _comes(scene, clause, placed) else None
        if theme is None:
            return None
        act = build(scene, "make", clause, theme, [], placed, "measures.existential")
        act.intent = True
        return act
    if theme is None or not (expletive(scene, clause) or clause.opener):
        return None
    who = place(scene, clause)
    return build(scene, "effort", clause, theme, who, placed, "measures.existential")


def _comes(scene: Scene, clause: Clause, placed: Roles) -> bool:
    """ "X komt er (niet)", "er komt een X": a decision that X will (not) be there."""
    if not expletive(scene, clause) or placed.subject is None or placed.subject.kind != "noun":
        return False
    return clause.negated or carries_measure(scene, placed.subject)


def receiving(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "Gemeenten krijgen X": something is given to them."""
    verb, subject = clause.verb, placed.subject
    if verb is None or verb.lemma not in ("krijgen", "ontvangen") or subject is None:
        return None
    if subject.kind != "noun" or clause.negated or clause.passive:
        return None
    theme = direct_object(scene, placed)
    if theme is None or not (carries_measure(scene, theme) or _dated(scene, clause)):
        return None
    act = build(scene, "give", clause, theme, [], placed, "measures.receiving")
    act.receiver = subject
    return act


def _dated(scene: Scene, clause: Clause) -> bool:
    return any(scene.dates_in(p) for p in clause.phrases if p.prep in ("sinds", "vanaf", "per"))


def passive(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    verb = clause.verb
    if verb is None or not clause.passive or _counted(scene, clause, placed):
        return None
    if verb.act == "refuse" and clause.tense != "present" and not agent(scene, clause):
        return None
    theme = placed.subject if placed.subject and placed.subject.kind == "noun" else None
    by = by_preposition(scene, clause, verb)
    if verb.needs_prep and by is None and not content_of(clause):
        return None
    recorded = by is not None and verb.lemma in _RECORDING and carries_measure(scene, by)
    recorded = recorded and by in clause.middle
    if by is not None and (theme is None or verb.needs_prep or recorded):
        theme = by
    if verb.act == "light":
        if theme is None or not carries_measure(scene, theme):
            return None
        kind = "make"
    elif verb.act in AGENTIVE:
        kind = verb.act
    else:
        return None
    who = agent(scene, clause) or place(scene, clause)
    if kind == "talk" and not who and clause.tense == "present":
        return None
    act = build(scene, kind, clause, theme, who, placed, "measures.passive")
    return act if theme or act.content else None


def _counted(scene: Scene, clause: Clause, placed: Roles) -> bool:
    """A figure: "95% is ingewilligd"."""
    subject = placed.subject
    return subject is not None and "%" in scene.lower[subject.start : subject.end]


def active(scene: Scene, clause: Clause, placed: Roles, inherited: list[Doer]) -> Act | None:
    verb = clause.verb
    if verb is None or clause.passive or _to_house(scene, clause) or _mental(scene, clause):
        return None
    if clause.infinitive and not _intends(scene, clause):
        return None
    if verb.act in ("", "inform"):
        return _self_starting(scene, clause, placed)
    who = doers(scene, clause, placed.subject)
    if not who and placed.subject is None and elided(clause):
        who = inherited
    if not who:
        return _self_starting(scene, clause, placed)
    by = by_preposition(scene, clause, verb)
    if verb.needs_prep and by is None and not (content_of(clause) and verb.act != "talk"):
        return None
    theme = direct_object(scene, placed)
    if by is not None and (theme is None or verb.needs_prep):
        theme = by
    if theme is not None and scene.head(theme) in CARRYING_OUT:
        theme = next((p for p in clause.phrases if p.prep == "aan"), None)
        return (
            build(scene, "make", clause, theme, who, placed, "measures.active") if theme else None
        )
    if verb.act == "light" and (theme is None or not carries_measure(scene, theme)):
        return None
    kind = "make" if verb.act == "light" else verb.act
    if theme is None and content_of(clause) is None and verb.act in ("make", "give", "start"):
        return None
    return build(scene, kind, clause, theme, who, placed, "measures.active")


def _to_house(scene: Scene, clause: Clause) -> bool:
    """Whether the House is given something: "bied ik u aan", "naar uw Kamer"."""
    for phrase in clause.phrases:
        if phrase.kind == "pronoun" and scene.lower[phrase.start] in _ADDRESSEES:
            return True
        if phrase.prep in ("", "aan", "met", "naar") and any(
            a.code == "parliament" for a in scene.actors_in(phrase)
        ):
            return True
    return False


def _mental(scene: Scene, clause: Clause) -> bool:
    """ "ik realiseer me dat": no act."""
    if clause.verb is None or clause.verb.lemma != "realiseren":
        return False
    return any(scene.lower[i] in ("me", "mij", "zich", "ons") for i in clause.own)


def _intends(scene: Scene, clause: Clause) -> bool:
    """Whether a "te" infinitive tells of an act: not of a state with "zijn" or "bevatten"."""
    if clause.opener in ("om", "teneinde"):
        return True
    words = {scene.lower[i] for i in clause.own}
    return bool(words & INTENT) or scene.lower[clause.finite] not in ("is", "zijn", "was", "waren")


def _self_starting(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "De wet treedt in werking", "de pilot is gestart": the instrument itself is the subject."""
    verb, theme = clause.verb, placed.subject
    if verb is None:
        return None
    if placed.subject is None and elided(clause) and verb.lemma in OPENING:
        return build(scene, "start", clause, None, [], placed, "measures.start")
    if theme is None or theme.kind != "noun":
        return None
    if verb.act != "start" and verb.lemma not in OPENING:
        return None
    if not carries_measure(scene, theme):
        return None
    return build(scene, "start", clause, theme, [], placed, "measures.start")
