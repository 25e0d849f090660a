"""Which way a threat moves: ``Trend`` observations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kamergraaf import iris
from kamergraaf.extract import stance as stances
from kamergraaf.extract.analysis import Analysis, ConcernMention, Sentence
from kamergraaf.extract.observation_nodes import observe
from kamergraaf.extract.reading import Clause, Reading
from kamergraaf.extract.wording import fold
from kamergraaf.model import Origin, Ref

_LIMIT = 220
_REACH = 90


def write_trend(
    at: Reading, mention: ConcernMention, sentence: Sentence, near: tuple[int, int]
) -> None:
    """Write a ``Trend`` about the mention where words beside it tell which way it moves.

    ``near`` is the noun phrase around the mention.
    """
    analysis = at.analysis
    stretch = _moving(at, mention, sentence, near)
    if stretch is None:
        return
    direction, start, end = stretch
    sheet = analysis.sheet
    node = observe(analysis, "Trend", (start, end), "trends.trend")
    evidence = analysis.evidence(start, end)
    sheet.fact(node, "kamer:direction", _code(direction), evidence, "trends.direction")
    told = sheet.fact(node, "kamer:about", mention.ref, evidence, "trends.about")
    _write_broader(analysis, node, mention.ref, told)


def _write_broader(analysis: Analysis, node: Ref, concern: Ref, told: int) -> None:
    """What moves as written moves the thesaurus concept above it: inferred."""
    if not concern.id.startswith("concern/"):
        return
    sheet = analysis.sheet
    above = [
        (index, fact.object)
        for index, fact in enumerate(sheet.facts)
        if fact.predicate == "kamer:broaderConcern" and fact.subject == concern
    ]
    for index, broader in above:
        sheet.fact(
            node,
            "kamer:about",
            broader,
            None,
            "trends.about-broader",
            origin=Origin.INFERRED,
            confidence=0.8,
            premises=(told, index),
        )


def _code(direction: str) -> Ref:
    return Ref(iris.code(iris.BASE, "direction", direction))


def _moving(
    at: Reading, mention: ConcernMention, sentence: Sentence, near: tuple[int, int]
) -> tuple[str, int, int] | None:
    """The direction of a mention and the stretch that tells it.

    A word in the mention's own noun phrase ("toenemende jihadistische dreiging") decides; a word
    elsewhere in the clause counts where no other concern stands nearer to it.
    """
    clause = at.clause(sentence, mention.start)
    if not clause.moves or stances.negated(at.low[clause.start : clause.end], clause.cues):
        return None
    start, end = near
    beside = [place for place in clause.moves if start <= place < end]
    own = stances.direction(at.low, beside, end)
    if own is not None:
        return own[0], start, end
    moves = stances.direction(at.low, clause.moves, clause.end)
    if moves is None:
        return None
    direction, begin, stop = moves
    between = at.low[min(stop, mention.end) : max(begin, mention.start)]
    far = "," in between or len(between) > _REACH
    if far or _owned(at.analysis, mention, clause, (begin, stop)):
        return None
    if clause.end - clause.start > _LIMIT:
        return direction, min(start, begin), max(end, stop)
    return direction, clause.start, clause.end


def _owned(
    analysis: Analysis, mention: ConcernMention, clause: Clause, moved: tuple[int, int]
) -> bool:
    """Whether another concern of the clause stands nearer to the words of movement."""
    at, to = moved
    own = min(abs(mention.start - to), abs(at - mention.end))
    return any(
        other.ref != mention.ref
        and min(abs(other.start - to), abs(at - other.end)) < own
        and not _coordinated(analysis, mention, other)
        for other in _within(analysis.concerns, clause.start, clause.end)
    )


def _within(concerns: Sequence[ConcernMention], start: int, end: int) -> Sequence[ConcernMention]:
    """The concerns that begin in ``[start, end)``."""
    first = bisect_left(concerns, start, key=lambda m: m.start)
    return concerns[first : bisect_left(concerns, end, key=lambda m: m.start)]


def _coordinated(analysis: Analysis, one: ConcernMention, other: ConcernMention) -> bool:
    """ "Terrorisme en gewelddadig extremisme": what is said of one is said of both."""
    first, second = sorted((one, other), key=lambda m: m.start)
    joint = fold(analysis.flow.text[first.end : second.start])
    return joint in {"en", "of", ",", "en de", "en het"}
