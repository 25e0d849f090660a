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
    told_below,
)
from kamergraaf.extract.measures_descriptions import only_asks, tallies
from kamergraaf.extract.measures_doers import (
    Doer,
    Roles,
    agent,
    doers,
    elided,
    ordered,
    place,
)
from kamergraaf.extract.measures_means import dated, lawlike
from kamergraaf.extract.measures_nouns import (
    ACTION_NOUNS,
    PART_NOUNS,
    carried,
    carries_measure,
    idiom,
)
from kamergraaf.extract.measures_scene import Scene
from kamergraaf.extract.phrases import Phrase
from kamergraaf.extract.verbs import Verb
from kamergraaf.extract.words import word_set

_RECORDING: Final = frozenset({"vastleggen", "opnemen", "verankeren", "investeren"})
_EXISTENCE: Final = frozenset(
    {"bijkomen", "zijn", "hebben", "bestaan", "lopen", "komen", "gelden", "plaatsvinden"}
)
_NO_THEMES: Final = ("niveau", "standpunt", "oordeel", "inschatting", "indruk", "beeld")
"""Ends of nouns for what is thought, not done."""
_CLOSELY: Final = word_set("nauwlettend nauwgezet voet aandachtig scherp")
_GETTING: Final = frozenset({"krijgen", "krijgt", "kreeg", "kregen"})
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
    if kind == "talk" and theme is not None and not clause.passive and scene.actors_in(theme):
        theme = None if phrase.prep == "in" else theme  # "in gesprek met A, B en C"
    if theme is None and (not who or clause.passive):
        theme = placed.subject
    act = build(scene, kind, clause, theme, who, placed, "measures.idiom")
    act.idiom = scene.text(phrase.start, phrase.end)
    if theme is None and act.content is None:
        act.theme = phrase
    return act


def existential(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "Er is voortdurend aandacht voor X": a noun that tells of an activity, with a weak verb."""
    lemma = clause.verb.lemma if clause.verb else ""
    if lemma not in _EXISTENCE or clause.passive or clause.infinitive:
        return None
    if lemma == "hebben":
        return _possession(scene, clause, placed)
    if lemma in ("komen", "bijkomen"):
        return _comes(scene, clause, placed)
    subject = placed.subject
    if lemma in ("gelden", "lopen", "plaatsvinden"):
        rule = subject if subject and carries_measure(scene, subject) else None
        return _exists(scene, clause, placed, rule)
    nouns = [p for p in (subject, *placed.objects) if p and p.kind == "noun"]
    theme = next((p for p in nouns if scene.head(p).endswith(ACTION_NOUNS)), None)
    free = expletive(scene, clause) or bool(clause.opener)
    return _exists(scene, clause, placed, theme if free else None)


def _exists(scene: Scene, clause: Clause, placed: Roles, theme: Phrase | None) -> Act | None:
    if theme is None or theme.kind != "noun":
        return None
    who = place(scene, clause)
    past = clause.tense != "present" and clause.verb and clause.verb.lemma == "plaatsvinden"
    kind = "make" if past else "effort"
    return build(scene, kind, clause, theme, who, placed, "measures.existential")


def busy(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "De dienst is bezig met het opzetten van X"."""
    if clause.verb is None or clause.verb.lemma != "zijn" or clause.negated:
        return None
    theme = next((p for p in clause.phrases if p.prep == "met"), None)
    if theme is None or all(scene.lower[i] != "bezig" for i in clause.own):
        return None
    who = doers(scene, clause, placed.subject)
    act = build(scene, "prepare", clause, theme, who, placed, "measures.busy")
    return act if who else None


def _possession(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "Nederland heeft een aanpak om X te voorkomen"."""
    who = doers(scene, clause, placed.subject)
    nouns = [p for p in placed.objects if p.kind == "noun"]
    measures = [p for p in nouns if carries_measure(scene, p)]
    activities = [p for p in nouns if scene.head(p).endswith(ACTION_NOUNS)]
    theme = next(iter(measures or activities), None)
    if not who or theme is None:
        return None
    return build(scene, "effort", clause, theme, who, placed, "measures.possession")


def _comes(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "X komt er (niet)", "er komt een X": a decision that X will (not) be there."""
    theme = placed.subject
    added = clause.verb is not None and clause.verb.lemma == "bijkomen"
    if theme is None or theme.kind != "noun" or not (added or expletive(scene, clause)):
        return None
    if not (clause.negated or carries_measure(scene, theme)):
        return None
    act = build(scene, "make", clause, theme, [], placed, "measures.existential")
    act.intent = True
    return act


def proposal(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "Het kabinet komt met een plan"."""
    if clause.verb is None or clause.verb.lemma != "komen" or clause.negated:
        return None
    theme = next((p for p in clause.phrases if p.prep == "met"), None)
    who = doers(scene, clause, placed.subject)
    if theme is None or not who or not carries_measure(scene, theme):
        return None
    act = build(scene, "make", clause, theme, who, placed, "measures.proposal")
    act.intent = True
    return act


def receiving(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "Gemeenten krijgen X": something is given to them."""
    verb, subject = clause.verb, placed.subject
    if verb is None or subject is None:
        return None
    granted = verb.act == "give" and scene.lower[clause.finite] in _GETTING
    if verb.lemma not in ("krijgen", "ontvangen") and not granted:
        return None
    if subject.kind != "noun" or clause.negated or clause.passive or _to_house(scene, clause):
        return None
    theme = direct_object(scene, placed)
    if theme is None or not (carries_measure(scene, theme) or granted or dated(scene, clause)):
        return None
    act = build(scene, "give", clause, theme, [], placed, "measures.receiving")
    act.receiver = subject
    return act


def passive(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "Er is een check uitgevoerd", "wordt gewerkt aan X": the theme is what is done."""
    verb = clause.verb
    if verb is None or not clause.passive or _reports(scene, clause, placed):
        return None
    by = by_preposition(scene, clause, verb)
    if verb.needs_prep and by is None and not content_of(clause):
        return None
    theme = _passive_theme(scene, clause, placed, by)
    kind = _kind(scene, clause, verb, theme)
    who = ordered(scene, clause, agent(scene, clause)) or place(scene, clause)
    if not kind or (kind == "talk" and not who and clause.tense == "present"):
        return None
    act = build(scene, kind, clause, theme, who, placed, "measures.passive")
    impersonal = kind == "effort" and placed.subject is None and not clause.negated
    return act if theme or act.content or impersonal else None


def _reports(scene: Scene, clause: Clause, placed: Roles) -> bool:
    """A figure ("95% is ingewilligd"), or requests that were turned down by nobody named."""
    subject, verb = placed.subject, clause.verb
    if subject is not None and "%" in scene.lower[subject.start : subject.end]:
        return True
    if verb is not None and verb.lemma == "verplichten" and clause.tense == "perfect":
        return True  # "banken zijn verplicht om": the law as it stands
    refused = verb is not None and verb.act == "refuse" and clause.tense != "present"
    return refused and not agent(scene, clause)


def _passive_theme(scene: Scene, clause: Clause, placed: Roles, by: Phrase | None) -> Phrase | None:
    """The subject; or what the verb's preposition brings in, where the subject is missing or
    the act is recorded in an instrument ("vastgelegd in de strategie")."""
    subject, verb = placed.subject, clause.verb
    theme = subject if subject and subject.kind == "noun" else None
    if by is None or verb is None:
        return theme
    recorded = verb.lemma in _RECORDING and by in clause.middle and carries_measure(scene, by)
    return by if theme is None or verb.needs_prep or recorded else theme


def _kind(scene: Scene, clause: Clause, verb: Verb, theme: Phrase | None) -> str:
    """The kind of act; a weak verb makes one only of a noun that names a measure."""
    if verb.act == "light":
        if theme is None or (verb.lemma == "vormen" and not clause.passive):
            return ""
        if verb.lemma == "behandelen":
            return "prepare" if clause.passive and lawlike(scene, theme) else ""
        fixed = carried(scene, verb.lemma, theme)
        return "make" if fixed or carries_measure(scene, theme) else ""
    return verb.act if verb.act in AGENTIVE else ""


def active(scene: Scene, clause: Clause, placed: Roles, inherited: list[Doer]) -> Act | None:
    """ "De dienst biedt X aan": somebody does something."""
    verb = clause.verb
    if verb is None or clause.passive or _no_act(scene, clause):
        return None
    who = doers(scene, clause, placed.subject) or _pointed(scene, placed.subject)
    if not who and placed.subject is None and elided(clause):
        who = inherited
    who = ordered(scene, clause, who)
    if not who or verb.act in ("", "inform"):
        return _self_starting(scene, clause, placed)
    theme = _active_theme(scene, clause, verb, placed)
    kind = _kind(scene, clause, verb, theme)
    if theme is not None and scene.head(theme).endswith(_NO_THEMES):
        return None
    if not kind or not _complete(scene, clause, verb, theme):
        return None
    if tallies(scene, verb, theme) or (verb.act == "talk" and only_asks(scene, verb, who)):
        return None
    return build(scene, kind, clause, theme, who, placed, "measures.active")


def _pointed(scene: Scene, subject: Phrase | None) -> list[Doer]:
    """ "Zij", "hij" or "deze" at the head of the sentence: who acted before."""
    if subject is None or subject.start or scene.before is None:
        return []
    if scene.lower[0] not in ("zij", "hij", "deze"):
        return []
    return [Doer(scene.before, "named", subject.start, subject.end)]


def _no_act(scene: Scene, clause: Clause) -> bool:
    if _to_house(scene, clause) or _mental(scene, clause):
        return True
    return clause.infinitive and not _intends(scene, clause)


def _active_theme(scene: Scene, clause: Clause, verb: Verb, placed: Roles) -> Phrase | None:
    """The object, or what the verb's preposition brings in; for "geef ik gehoor aan X", X."""
    by = by_preposition(scene, clause, verb)
    theme = direct_object(scene, placed)
    paid = theme is not None and "euro" in scene.lower[theme.start : theme.end]
    if by is not None and (theme is None or verb.needs_prep) and not paid:
        theme = by
    if theme is not None and scene.actors_in(theme) and content_of(clause):
        return None  # the one who is asked or told to do it
    if theme is not None and scene.head(theme) in CARRYING_OUT:
        return next((p for p in clause.phrases if p.prep == "aan"), None)
    return theme


def _complete(scene: Scene, clause: Clause, verb: Verb, theme: Phrase | None) -> bool:
    """Whether all is there that the verb needs to tell of an act."""
    content = content_of(clause)
    if theme is not None and carried(scene, verb.lemma, theme):
        return True
    if theme is not None and verb.lemma == "volgen" and scene.has(_CLOSELY, clause):
        return True
    if verb.needs_prep and by_preposition(scene, clause, verb) is None:
        return content is not None and verb.act != "talk"
    return theme is not None or told_below(clause, verb, content)


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
