"""A sentence with everything that was found in it, as the rules for measures look at it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final, TypeVar

from kamergraaf.extract import clauses
from kamergraaf.extract.analysis import (
    ActorMention,
    Analysis,
    ConcernMention,
    DateMention,
    MotionMention,
    Reference,
    Sentence,
)
from kamergraaf.extract.clauses import Clause
from kamergraaf.extract.phrases import Phrase
from kamergraaf.extract.words import word_set
from kamergraaf.model import Mention, Ref

_TIME_NOUNS: Final = word_set(
    """periode jaar jaren maand maanden week weken dag dagen keer najaar voorjaar zomer winter
    kwartaal tijd moment fase kabinetsperiode termijn helft decennia eeuw ogenblik lente herfst
    uur avond ochtend zittingsjaar vergaderjaar parlementaire"""
)


_TRAILING: Final = frozenset({"extra", "erbij", "meer"})
"""Words behind a noun: "3 miljoen euro extra"."""

_Mention = ActorMention | ConcernMention | DateMention | Mention | MotionMention | Reference
_M = TypeVar("_M", bound=_Mention)


_start = attrgetter("start")
_FEW = 8
"""So many items are sooner looked at one by one than searched by halves."""


def within(items: Sequence[_M], start: int, end: int) -> list[_M]:
    """The items that lie inside ``[start, end)``; ``items`` are sorted by start."""
    if len(items) <= _FEW:
        return [item for item in items if start <= item.start < end and item.end <= end]
    first = bisect_left(items, start, key=_start)
    last = bisect_left(items, end, lo=first, key=_start)
    return [item for item in items[first:last] if item.end <= end]


OURS: Final = frozenset({"mijn", "ons", "onze"})
STAFF: Final = word_set(
    """medewerkers ambtenaren collega collega's departement ministerie ambtsvoorganger voorganger
    ambtgenoot ambtsgenoot inzet diensten"""
)
"""With "mijn" they are the minister's own ministry."""


@dataclass(slots=True)
class Scene:
    """A sentence, its clauses, and the actors, dates and motions in it."""

    analysis: Analysis
    sentence: Sentence
    actors: list[ActorMention]
    dates: list[DateMention]
    motions: list[MotionMention]
    lower: list[str]
    clauses: list[Clause]
    words: frozenset[str] = frozenset()
    """The words of ``lower``, each once."""
    before: Ref | None = None
    """Who acted in the sentence before; a subject such as "zij" points back to it."""
    _heads: dict[tuple[int, int], str] = field(default_factory=dict)

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Flow offsets of the tokens ``[start, end)``."""
        tokens = self.sentence.tokens
        return tokens[start].start, tokens[end - 1].end

    def text(self, start: int, end: int) -> str:
        """The words of the tokens ``[start, end)``."""
        first, last = self.offsets(start, end)
        return self.analysis.flow.text[first:last]

    def actors_in(self, phrase: Phrase) -> list[ActorMention]:
        """Actors named inside the phrase, brackets left out."""
        return within(self.actors, *self.offsets(phrase.start, phrase.end))

    def dates_in(self, phrase: Phrase) -> list[DateMention]:
        """Dates inside the phrase; one that starts with its preposition counts."""
        return within(self.dates, *self.offsets(phrase.start, phrase.end))

    def terms_in(self, start: int, end: int, kind: str) -> list[Mention]:
        """Terms of a kind named by the tokens ``[start, end)``."""
        first, last = self.offsets(start, end)
        return [m for m in within(self.analysis.mentions, first, last) if m.term.kind == kind]

    def head(self, phrase: Phrase) -> str:
        """The head noun of the phrase: its last word, brackets and punctuation left out."""
        place = (phrase.start, phrase.end)
        found = self._heads.get(place)
        if found is None:
            found = self._heads[place] = self._last_noun(phrase)
        return found

    def _last_noun(self, phrase: Phrase) -> str:
        depth = 0
        if phrase.end > phrase.start:
            word = self.lower[phrase.end - 1]
            if word[0].isalnum() and (word not in _TRAILING or phrase.end - phrase.start == 1):
                return word
        for i in range(phrase.end - 1, phrase.start - 1, -1):
            word = self.lower[i]
            depth += (word == ")") - (word == "(")
            if not depth and word[0].isalnum() and (word not in _TRAILING or i == phrase.start):
                return word
        return ""

    def is_time(self, phrase: Phrase) -> bool:
        """Whether the phrase says when, not what."""
        if self.head(phrase) in _TIME_NOUNS:
            return True
        if not self.dates:
            return False
        found = self.dates_in(phrase)
        first, last = self.offsets(phrase.noun_start, phrase.end)
        return any(d.end - d.start >= (last - first) * 0.6 for d in found)

    def has(self, words: frozenset[str], clause: Clause) -> bool:
        """Whether one of the words is among the clause's own."""
        if words.isdisjoint(self.words):
            return False
        return not words.isdisjoint([self.lower[i] for i in clause.own])

    def opening(self, phrase: Phrase) -> str:
        """The first word of the phrase behind its preposition, lower case."""
        return self.lower[phrase.noun_start] if phrase.noun_start < phrase.end else ""


def _meant(sentence: Sentence, lower: list[str], names: dict[int, int]) -> None:
    """Add to the names: the country as the one that acts, and "mijn medewerkers"."""
    for i, word in enumerate(lower):
        if word == "nederland":
            names.setdefault(sentence.tokens[i].start, sentence.tokens[i].end)
        elif word in STAFF and i and lower[i - 1] in OURS:
            names.setdefault(sentence.tokens[i - 1].start, sentence.tokens[i].end)


def stage(analysis: Analysis, sentence: Sentence) -> Scene:
    """The sentence with its clauses read."""
    actors = within(analysis.actors, sentence.start, sentence.end)
    dates = within(analysis.dates, sentence.start, sentence.end)
    motions = within(analysis.motions, sentence.start, sentence.end)
    names = {date.start: date.end for date in dates}
    names.update((actor.start, actor.end) for actor in actors)
    lower = [token.lower for token in sentence.tokens]
    words = frozenset(lower)
    if "nederland" in words or not (OURS.isdisjoint(words) or STAFF.isdisjoint(words)):
        _meant(sentence, lower, names)
    read = clauses.read(sentence.tokens, names)
    return Scene(analysis, sentence, actors, dates, motions, lower, read, words)
