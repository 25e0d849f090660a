"""An act as read from a clause, and what all readings need to build one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from kamergraaf.extract.clauses import Clause
from kamergraaf.extract.measures_doers import (
    Doer,
    Roles,
    below_agent,
    cabinet,
)
from kamergraaf.extract.measures_nouns import (
    carries_measure,
)
from kamergraaf.extract.measures_scene import Scene
from kamergraaf.extract.phrases import Phrase
from kamergraaf.extract.verbs import Verb

AGENTIVE: Final = frozenset(
    {
        "effort",
        "make",
        "treat",
        "give",
        "agree",
        "study",
        "talk",
        "refuse",
        "prepare",
        "start",
        "announce",
    }
)
"""Kinds of acts that somebody does."""

OPENING: Final = frozenset(
    {"openen", "ingaan", "starten", "beginnen", "treden", "sluiten", "verschijnen"}
)
"""Verbs by which an instrument itself begins."""

INTENT: Final = frozenset({"voornemens", "bereid", "voornemen", "intentie", "bedoeling"})
CARRYING_OUT: Final = frozenset({"uitvoering", "gevolg", "invulling", "gehoor", "gestand"})
"""Nouns that with "aan" say that something asked for is done."""


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


def build(
    scene: Scene,
    kind: str,
    clause: Clause,
    theme: Phrase | None,
    who: list[Doer],
    placed: Roles,
    rule: str,
) -> Act:
    """The act with what holds for all of them: doers by default, intention, conditions."""
    who = who or below_agent(scene, clause)
    if not who:
        ours = cabinet(scene.analysis)
        who = [Doer(ours, "unstated", -1, -1)] if ours else []
    content = None if theme and kind not in ("agree", "effort", "study") else content_of(clause)
    if theme is not None and clause.verb and clause.verb.lemma in ("investeren",) and content:
        theme = theme if theme.prep else None
    act = Act(kind, clause.verb, clause, theme, content, who, placed, rule, clause)
    act.intent = scene.has(INTENT, clause) and scene.lower[clause.finite] != "bereid"
    act.theme_is_plain = theme is not None and not carries_measure(scene, theme)
    act.conditions = clause.conditions()
    act.unable = any(scene.lower[i].startswith(("kunnen", "kan", "kon")) for i in clause.verbs)
    return act


def content_of(clause: Clause) -> Clause | None:
    """The clause that says what is done: with "om … te", "dat" or "of", below this one."""
    for child in clause.children:
        if child.opener in ("om", "dat", "of", "hoe", "teneinde", "welke", "wat"):
            return child
    return None


def by_preposition(scene: Scene, clause: Clause, verb: Verb) -> Phrase | None:
    """The phrase that the verb's own preposition brings in, behind the verb rather than before."""
    for prep in verb.preps:
        for phrase in (*clause.middle, *clause.field):
            if phrase.prep == prep and phrase.noun_start < phrase.end and not scene.is_time(phrase):
                return phrase
    return None


def direct_object(scene: Scene, placed: Roles) -> Phrase | None:
    """The last object that is no expression of time."""
    nouns = [p for p in placed.objects if p and p.kind == "noun" and not scene.is_time(p)]
    bare = [p for p in nouns if not p.joined] or nouns
    return bare[-1] if bare else None


def expletive(scene: Scene, clause: Clause) -> bool:
    """Whether the clause has "er"."""
    return any(p.kind == "pronoun" and scene.lower[p.start] == "er" for p in clause.phrases)


def told_below(clause: Clause, verb: Verb, content: Clause | None) -> bool:
    """Whether a verb without object tells of an act, by the clause below it if need be."""
    settles = verb.act == "agree" and clause.tense == "present" and not clause.modal
    if verb.act in ("make", "give", "start") or settles:
        return content is not None
    # "signaleert dat": a report
    return verb.act != "treat" or content is None or content.opener not in ("dat", "of")
