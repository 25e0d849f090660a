"""Since when and until when: the dates of a measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kamergraaf.extract.analysis import DateMention
from kamergraaf.extract.clauses import Clause
from kamergraaf.extract.measures_act import Act
from kamergraaf.extract.measures_scene import Scene
from kamergraaf.extract.phrases import Phrase

_START_PREPS: Final = frozenset(
    {
        "",
        "sinds",
        "vanaf",
        "per",
        "op",
        "in",
        "met",
        "medio",
        "eind",
        "begin",
        "van",
        "voor",
        "tijdens",
    }
)

_ENDING: Final = frozenset({"staken", "beëindigen", "stopzetten", "opheffen", "afschaffen"})

Dated = tuple[str, DateMention, str]


def when(scene: Scene, act: Act) -> Iterator[Dated]:
    """Predicate, date and rule for each date that says when the measure holds."""
    date = _start(scene, act, act.clause)
    for sequel in act.sequels:
        date = date or _start(scene, act, sequel)
    for child in act.clause.children:
        if date is None and child.verb is not None and child.verb.act == "start":
            date = _start(scene, act, child)
    last = _end(scene, act.clause)
    if date is not None and act.verb is not None and act.verb.lemma in _ENDING:
        date, last = None, date
    if act.kind == "prepare" and date and date.earliest > scene.analysis.header.date:
        date = None
    if date is not None:
        first, until = _bounds(date)
        last = last or until
        yield "kamer:start", first, "measures.start"
    if last is not None:
        yield "kamer:end", last, "measures.end"


def _start(scene: Scene, act: Act, clause: Clause) -> DateMention | None:
    """The first date that stands by itself in the clause, not as part of a noun."""
    for phrase in clause.phrases:
        if phrase.prep not in _START_PREPS or not scene.is_time(phrase) or _through(scene, phrase):
            continue
        for date in scene.dates_in(phrase):
            if phrase.prep == "van" and "/" not in date.edtf and not _from(scene, phrase):
                continue  # "de begroting van 2021"
            if phrase.prep == "voor" and act.kind != "give":
                continue  # "een heffing voor het jaar 2021"
            return date
    return None


def _from(scene: Scene, phrase: Phrase) -> bool:
    """ "met ingang van DATE"."""
    return phrase.start > 0 and scene.lower[phrase.start - 1] == "ingang"


def _through(scene: Scene, phrase: Phrase) -> bool:
    """ "tot en met 2024"."""
    return phrase.prep == "met" and phrase.start > 0 and scene.lower[phrase.start - 1] == "en"


def _end(scene: Scene, clause: Clause) -> DateMention | None:
    for phrase in clause.phrases:
        if (phrase.prep == "tot" or _through(scene, phrase)) and scene.is_time(phrase):
            for date in scene.dates_in(phrase):
                return date
    return None


def _bounds(date: DateMention) -> tuple[DateMention, DateMention | None]:
    """The start of a period and its end; a single date starts."""
    first, slash, last = date.edtf.partition("/")
    if not slash:
        return date, None
    start = replace(date, edtf=first, latest=_latest(first, date))
    return start, replace(date, edtf=last, earliest=date.latest) if last else None


def _latest(edtf: str, date: DateMention) -> str:
    return date.earliest if len(edtf) == 10 else date.latest
