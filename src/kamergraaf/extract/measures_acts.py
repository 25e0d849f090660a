"""Which clauses tell of a measure: what is done, to what, by whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from kamergraaf.extract.clauses import Clause
from kamergraaf.extract.measures_doers import (
    Doer,
    Roles,
    agent,
    agent_phrase,
    cabinet,
    doers,
    elided,
    place,
    roles,
)
from kamergraaf.extract.measures_nouns import (
    ACTION_NOUNS,
    IDIOM_VERBS,
    NEEDLESS,
    NO_REASON,
    PART_NOUNS,
    PRODUCT_NOUNS,
    carries_measure,
    idiom,
    names_motion,
)
from kamergraaf.extract.measures_scene import Scene
from kamergraaf.extract.phrases import Phrase
from kamergraaf.extract.verbs import Verb
from kamergraaf.extract.words import word_set

AGENTIVE: Final = frozenset(
    {"effort", "make", "treat", "give", "agree", "study", "talk", "refuse", "prepare", "start"}
)
_SELF_STARTING: Final = frozenset({"start"})
OPENING: Final = frozenset({"openen", "ingaan", "starten", "beginnen", "treden", "sluiten"})
_REPORTED: Final = frozenset({"vergen", "vragen", "vereisen", "maken", "betekenen", "inhouden"})
_INTENT: Final = frozenset({"voornemens", "bereid", "voornemen"})
_RECORDING: Final = frozenset({"vastleggen", "opnemen", "verankeren", "investeren"})
NEEDLESS: Final = frozenset(
    ["nodig", "noodzakelijk", "wenselijk", "opportuun", "zinvol", "proportioneel"]
)
_REFUSING: Final = NO_REASON | NEEDLESS
_EXISTENCE: Final = frozenset({"zijn", "hebben", "bestaan", "lopen", "komen", "gelden"})
_DETERMINED: Final = frozenset({"de", "het", "een"})
_ADDRESSEES: Final = frozenset({"u"})
_CARRYING_OUT: Final = frozenset({"uitvoering", "gevolg", "invulling", "gehoor", "gestand"})


@dataclass(slots=True)
class Act:
    """An act read from a clause.

    ``kind`` is the kind of act, ``verb`` the verb, ``theme`` the phrase that names what is made or
    done to (None where a clause does: ``content``), ``host`` the clause whose phrases may go on
    naming it, ``doers`` who acts; ``rule`` names the reading.
    """

    kind: str
    verb: Verb | None
    clause: Clause
    theme: Phrase | None
    content: Clause | None
    doers: list[Doer]
    roles: Roles
    rule: str
    host: Clause
    intent: bool = False
    idiom: str = ""
    conditions: list[Clause] = field(default_factory=list)
    part_of_previous: bool = False
    unable: bool = False
    theme_is_plain: bool = False
    settled: str = ""
    receiver: Phrase | None = None
    causes: tuple[tuple[int, int], ...] = ()
    sequels: list[Clause] = field(default_factory=list)


def find(scene: Scene) -> list[Act]:
    """The acts that the sentence tells of, in reading order."""
    found: list[Act] = []
    inherited: list[Doer] = []
    for n, clause in enumerate(scene.clauses):
        act = _main(scene, clause, inherited)
        if act and n and found and _goes_on(scene, clause, act):
            if act.kind == "start" or (clause.verb and clause.verb.lemma in OPENING):
                found[-1].sequels.append(clause)
            continue
        acts = [act] if act else _below(scene, clause)
        for each in acts:
            inherited = each.doers or inherited
        found += acts
        found += _products(scene, clause, acts)
    return found


def _products(scene: Scene, clause: Clause, acts: list[Act]) -> list[Act]:
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
                act = _act(scene, "make", clause, phrase, made, placed, "measures.product")
                act.settled = "completed"
                return [act]
    return []


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


def _intends(scene: Scene, clause: Clause) -> bool:
    """Whether a "te" infinitive tells of an act: not of a state with "zijn" or "bevatten"."""
    if clause.opener in ("om", "teneinde"):
        return True
    words = {scene.lower[i] for i in clause.own}
    return bool(words & _INTENT) or scene.lower[clause.finite] not in ("is", "zijn", "was", "waren")


def _mental(scene: Scene, clause: Clause) -> bool:
    """ "ik realiseer me dat": no act."""
    if clause.verb is None or clause.verb.lemma != "realiseren":
        return False
    return any(scene.lower[i] in ("me", "mij", "zich", "ons") for i in clause.own)


def _refusal(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "Ik zie geen aanleiding voor X", "X acht ik niet nodig"."""
    finite = clause.finite
    if finite < 0 or clause.tense != "present":
        return None
    lower = [scene.lower[i] for i in clause.own]
    reason = next(
        (
            p
            for p in clause.phrases
            if scene.lower[p.start] == "geen" and scene.head(p) in NO_REASON
        ),
        None,
    )
    judged = {"niet", "geen"} & set(lower) and NEEDLESS & set(lower)
    if reason is None and not (judged and _judges(clause)):
        return None
    who = [
        d for d in doers(scene, clause, placed.subject) if d.how != "named" or _is_ours(scene, d)
    ]
    if not who and not (reason is not None and _expletive(scene, clause)):
        return None
    theme = _refused(scene, clause, placed, reason)
    act = _act(scene, "refuse", clause, theme, who, placed, "measures.refusal")
    act.content = None if theme else _content(clause)
    return act if theme or act.content else None


def _off_the_table(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "X is niet aan de orde", "X ligt niet in de rede"."""
    subject = placed.subject
    if not clause.negated or subject is None or subject.kind != "noun" or clause.passive:
        return None
    if clause.tense != "present" or clause.verb is None:
        return None
    fixed = {(p.prep, scene.head(p)) for p in clause.phrases if p.prep}
    if not fixed & {("aan", "orde"), ("in", "rede")}:
        return None
    return _act(scene, "refuse", clause, subject, [], placed, "measures.refusal")


def _intention(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "Ik ben voornemens om X in te stellen": the act is in the clause below."""
    if _INTENT.isdisjoint(scene.lower[i] for i in clause.own) or clause.infinitive:
        return None
    child = next((c for c in clause.children if c.opener in ("om", "teneinde")), None)
    who = doers(scene, clause, placed.subject)
    if child is None or child.verb is None or child.verb.act not in AGENTIVE or not who:
        return None
    below = roles(scene, child)
    theme = _direct_object(scene, Roles(None, (*below.objects, below.subject)))
    theme = theme or _by_preposition(scene, child, child.verb)
    act = _act(scene, child.verb.act, child, theme, who, below, "measures.intention")
    act.settled = "declined" if clause.negated else "planned"
    return act if theme or act.content else None


def _judges(clause: Clause) -> bool:
    return clause.verb is not None and clause.verb.lemma in ("achten", "vinden")


def _is_ours(scene: Scene, doer: Doer) -> bool:
    return doer.ref in (cabinet(scene.analysis), scene.analysis.speaker)


def _refused(scene: Scene, clause: Clause, placed: Roles, reason: Phrase | None) -> Phrase | None:
    """What is refused: "voor X" behind the reason, or the object."""
    if reason is None:
        objects = (p for p in placed.objects if p.kind == "noun")
        return next((p for p in objects if scene.head(p) not in NEEDLESS), None)
    after = [p for p in clause.phrases if p.start >= reason.end and p.prep in ("voor", "tot")]
    return after[0] if after else None


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


def _of_motion(scene: Scene, clause: Clause) -> bool:
    """ "geeft uitvoering aan de motie": says what earlier measures fulfil."""
    if _CARRYING_OUT.isdisjoint(scene.lower[i] for i in clause.own):
        return False
    fixed = any(scene.head(p) in _CARRYING_OUT for p in clause.phrases if not p.prep)
    fixed = fixed or any(scene.head(p) in _CARRYING_OUT for p in clause.phrases if p.prep == "tot")
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
    return not _REFUSING.isdisjoint(scene.lower[i] for i in clause.own)


def _main(scene: Scene, clause: Clause, inherited: list[Doer]) -> Act | None:
    if clause.verb is None or _of_motion(scene, clause):
        return None
    if not _may_act(scene, clause):
        return None
    placed = roles(scene, clause)
    return (
        _part(scene, clause, placed)
        or _refusal(scene, clause, placed)
        or _off_the_table(scene, clause, placed)
        or _intention(scene, clause, placed)
        or _idiomatic(scene, clause, placed)
        or _existential(scene, clause, placed)
        or _receiving(scene, clause, placed)
        or _passive(scene, clause, placed)
        or _active(scene, clause, placed, inherited)
    )


def _part(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "Onderdeel hiervan is X": X is part of the measure told of before."""
    if clause.verb is None or clause.verb.lemma not in ("zijn", "vormen") or clause.passive:
        return None
    nouns = [p for p in clause.field if p.kind == "noun"]
    if not nouns or scene.head(nouns[0]) not in PART_NOUNS:
        return None
    theme = next((p for p in clause.middle if p.kind == "noun" and not scene.is_time(p)), None)
    if theme is None:
        return None
    act = _act(scene, "effort", clause, theme, [], placed, "measures.part")
    act.part_of_previous = True
    return act


def _idiomatic(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
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
    act = _act(scene, kind, clause, theme, who, placed, "measures.idiom")
    act.idiom = scene.text(phrase.start, phrase.end)
    if theme is None:
        act.theme = phrase
    return act


def _existential(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
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
        return _act(scene, "effort", clause, theme, who, placed, "measures.possession")
    if verb.lemma == "gelden":
        subject = placed.subject
        if subject is None or subject.kind != "noun" or not carries_measure(scene, subject):
            return None
        return _act(scene, "effort", clause, subject, [], placed, "measures.existential")
    if verb.lemma == "komen":
        theme = placed.subject if placed.subject and _comes(scene, clause, placed) else None
        if theme is None:
            return None
        act = _act(scene, "make", clause, theme, [], placed, "measures.existential")
        act.intent = True
        return act
    if theme is None or not (_expletive(scene, clause) or clause.opener):
        return None
    who = place(scene, clause)
    return _act(scene, "effort", clause, theme, who, placed, "measures.existential")


def _expletive(scene: Scene, clause: Clause) -> bool:
    return any(p.kind == "pronoun" and scene.lower[p.start] == "er" for p in clause.phrases)


def _comes(scene: Scene, clause: Clause, placed: Roles) -> bool:
    """ "X komt er (niet)", "er komt een X": a decision that X will (not) be there."""
    if not _expletive(scene, clause) or placed.subject is None or placed.subject.kind != "noun":
        return False
    return clause.negated or carries_measure(scene, placed.subject)


def _receiving(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "Gemeenten krijgen X": something is given to them."""
    verb, subject = clause.verb, placed.subject
    if verb is None or verb.lemma not in ("krijgen", "ontvangen") or subject is None:
        return None
    if subject.kind != "noun" or clause.negated or clause.passive:
        return None
    theme = _direct_object(scene, placed)
    if theme is None or not (carries_measure(scene, theme) or _dated(scene, clause)):
        return None
    act = _act(scene, "give", clause, theme, [], placed, "measures.receiving")
    act.receiver = subject
    return act


def _dated(scene: Scene, clause: Clause) -> bool:
    return any(scene.dates_in(p) for p in clause.phrases if p.prep in ("sinds", "vanaf", "per"))


def _passive(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    verb = clause.verb
    if verb is None or not clause.passive or _counted(scene, clause, placed):
        return None
    if verb.act == "refuse" and clause.tense != "present" and not agent(scene, clause):
        return None
    theme = placed.subject if placed.subject and placed.subject.kind == "noun" else None
    by = _by_preposition(scene, clause, verb)
    if verb.needs_prep and by is None and not _content(clause):
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
    act = _act(scene, kind, clause, theme, who, placed, "measures.passive")
    return act if theme or act.content else None


def _counted(scene: Scene, clause: Clause, placed: Roles) -> bool:
    """A figure: "95% is ingewilligd"."""
    subject = placed.subject
    return subject is not None and "%" in scene.lower[subject.start : subject.end]


def _by_preposition(scene: Scene, clause: Clause, verb: Verb) -> Phrase | None:
    """The phrase that the verb's own preposition brings in, behind the verb rather than before."""
    for prep in verb.preps:
        for phrase in (*clause.middle, *clause.field):
            if phrase.prep == prep and phrase.noun_start < phrase.end and not scene.is_time(phrase):
                return phrase
    return None


def _content(clause: Clause) -> Clause | None:
    """The clause that says what is done: with "om … te", "dat" or "of", below this one."""
    for child in clause.children:
        if child.opener in ("om", "dat", "of", "hoe", "teneinde", "welke", "wat"):
            return child
    return None


def _active(scene: Scene, clause: Clause, placed: Roles, inherited: list[Doer]) -> Act | None:
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
    by = _by_preposition(scene, clause, verb)
    if verb.needs_prep and by is None and not (_content(clause) and verb.act != "talk"):
        return None
    theme = _direct_object(scene, placed)
    if by is not None and (theme is None or verb.needs_prep):
        theme = by
    if theme is not None and scene.head(theme) in _CARRYING_OUT:
        theme = next((p for p in clause.phrases if p.prep == "aan"), None)
        return _act(scene, "make", clause, theme, who, placed, "measures.active") if theme else None
    if verb.act == "light" and (theme is None or not carries_measure(scene, theme)):
        return None
    kind = "make" if verb.act == "light" else verb.act
    if theme is None and _content(clause) is None and verb.act in ("make", "give", "start"):
        return None
    return _act(scene, kind, clause, theme, who, placed, "measures.active")


def _direct_object(scene: Scene, placed: Roles) -> Phrase | None:
    nouns = [p for p in placed.objects if p and p.kind == "noun" and not scene.is_time(p)]
    bare = [p for p in nouns if not p.joined] or nouns
    return bare[-1] if bare else None


def _self_starting(scene: Scene, clause: Clause, placed: Roles) -> Act | None:
    """ "De wet treedt in werking", "de pilot is gestart": the instrument itself is the subject."""
    verb, theme = clause.verb, placed.subject
    if verb is None:
        return None
    if placed.subject is None and elided(clause) and verb.lemma in OPENING:
        return _act(scene, "start", clause, None, [], placed, "measures.start")
    if theme is None or theme.kind != "noun":
        return None
    if verb.act != "start" and verb.lemma not in OPENING:
        return None
    if not carries_measure(scene, theme):
        return None
    return _act(scene, "start", clause, theme, [], placed, "measures.start")


def _act(
    scene: Scene,
    kind: str,
    clause: Clause,
    theme: Phrase | None,
    who: list[Doer],
    placed: Roles,
    rule: str,
) -> Act:
    if not who:
        ours = cabinet(scene.analysis)
        who = [Doer(ours, "unstated", -1, -1)] if ours else []
    content = None if theme and kind not in ("agree", "effort", "study") else _content(clause)
    if theme is not None and clause.verb and clause.verb.lemma in ("investeren",) and content:
        theme = theme if theme.prep else None
    act = Act(kind, clause.verb, clause, theme, content, who, placed, rule, clause)
    act.intent = any(scene.lower[i] in _INTENT for i in clause.own)
    act.theme_is_plain = theme is not None and not carries_measure(scene, theme)
    act.conditions = clause.conditions()
    act.unable = any(scene.lower[i].startswith(("kunnen", "kan", "kon")) for i in clause.verbs)
    return act


def _below(scene: Scene, clause: Clause) -> list[Act]:
    """Acts in the clauses below one that is no act itself."""
    found: list[Act] = []
    for child in clause.children:
        act = None
        if child.opener in ("dat", "die", "waarvan", "waarmee", "waarbij", "waarin"):
            act = _relative(scene, clause, child)
        if act is None and child.opener == "dat" and clause.verb:
            act = _complement(scene, clause, child)
        if act is not None:
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
    if verb.act not in ("make", "agree", "study") or child.tense == "present" or child.negated:
        return None
    placed = roles(scene, child)
    if child.passive:
        who = agent(scene, child)
    else:
        who = doers(scene, child, placed.subject)
    if not who:
        return None
    act = _act(scene, verb.act, child, theme, who, placed, "measures.relative")
    act.host, act.content = clause, None
    return act


def _complement(scene: Scene, clause: Clause, child: Clause) -> Act | None:
    """ "Dit vergt dat X wordt bezien", "bekend is dat Nederland X heeft bekrachtigd"."""
    verb = child.verb
    if verb is None or verb.act not in AGENTIVE | {"light"}:
        return None
    placed = roles(scene, child)
    wanted = clause.verb is not None and clause.verb.lemma in _REPORTED
    if wanted:
        act = _existential(scene, child, placed) or _passive(scene, child, placed)
    elif child.tense == "present" or child.negated:
        return None
    else:
        act = _active(scene, child, placed, [])
    if act is not None:
        act.rule = "measures.complement"
        act.host = child
        act.causes = _causes(scene, clause) if wanted else ()
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
    return tuple(
        (first + (first != start), last) for first, last in zip(edges, edges[1:], strict=False)
    )
