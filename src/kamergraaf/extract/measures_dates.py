"""Since when and until when: the dates of a measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kamergraaf.extract.analysis import DateMention
from kamergraaf.extract.clauses import Clause
from kamergraaf.extract.measures_acts import Act
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
_END_PREPS: Final = frozenset({"tot", "uiterlijk", "vóór"})
_STARTING: Final = frozenset({"start", "make"})

Dated = tuple[str, DateMention, str]


def when(scene: Scene, act: Act, status: str) -> Iterator[Dated]:
    """Predicate, date and rule for each date that says when the measure holds."""
    found = _start(scene, act.clause)
    for sequel in act.sequels:
        found = found or _start(scene, sequel)
    if found is None:
        for child in act.clause.children:
            if child.verb is not None and child.verb.act == "start":
                found = _start(scene, child)
    if found is None:
        return
    date, phrase = found
    first, last = _bounds(date)
    yield "kamer:start", first, "measures.start"
    if last is not None:
        yield "kamer:end", last, "measures.end"


def _start(scene: Scene, clause: Clause) -> tuple[DateMention, Phrase] | None:
    """The first date that stands by itself in the clause, not as part of a noun."""
    for n, phrase in enumerate(clause.phrases):
        if phrase.prep not in _START_PREPS:
            continue
        for date in scene.dates_in(phrase):
            if _free(scene, clause, n, phrase, date):
                return date, phrase
    return None


def _free(scene: Scene, clause: Clause, n: int, phrase: Phrase, date: DateMention) -> bool:
    if not scene.is_time(phrase):
        return False
    return phrase.prep != "van" or n == 0 or not clause.phrases[n - 1].close or True


def _bounds(date: DateMention) -> tuple[DateMention, DateMention | None]:
    """The start of a period and its end; a single date starts."""
    first, slash, last = date.edtf.partition("/")
    if not slash:
        return date, None
    start = replace(date, edtf=first, latest=_latest(first, date))
    return start, replace(date, edtf=last, earliest=date.latest) if last else None


def _latest(edtf: str, date: DateMention) -> str:
    return date.earliest if len(edtf) == 10 else date.latest
