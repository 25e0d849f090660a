"""A document as the readers of concerns and observations share it: its prose cut into clauses."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import NamedTuple

from kamergraaf.extract import cues
from kamergraaf.extract.analysis import Analysis, Sentence, Token
from kamergraaf.extract.triggers import Anchors
from kamergraaf.extract.wording import PROSE, asks, lower, trimmed

_JOINTS = frozenset({"maar", "en", "of", "want", "al"})
_BREAKERS = _JOINTS | {
    "terwijl", "waarbij", "waardoor", "omdat", "doordat", "zodat", "aangezien", "waarvan",
    "waarmee", "wat", "hetgeen", "dan", "waaronder",
}  # fmt: skip
_SIGNS = frozenset({",", ";", ":", "–", "—"})
_COORDINATORS = frozenset({"en", "maar", "of"})
_SUBORDINATE = frozenset({"die", "dat", "wie", "als", "om", ","})


class Clause(NamedTuple):
    """A clause ``[start, end)`` of the flow and the cues of its words.

    ``moves`` are the offsets of the words that may tell a trend.
    """

    start: int
    end: int
    cues: int
    moves: tuple[int, ...] = ()


@dataclass(slots=True)
class Reading:
    """The flow in lower case, the sentences that say something, and their clauses."""

    analysis: Analysis
    text: str
    low: str
    prose: tuple[Sentence, ...]
    on_security: bool | None = None
    _starts: list[int] = field(default_factory=list)
    _said: frozenset[int] = frozenset()
    _clauses: dict[int, list[Clause]] = field(default_factory=dict)

    def sentence(self, at: int) -> Sentence | None:
        """The sentence that holds the offset, or None between sentences."""
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return None
        sentence = self.analysis.sentences[index]
        return sentence if at < sentence.end else None

    def said(self, at: int) -> Sentence | None:
        """The sentence that holds the offset, if the document says something with it."""
        sentence = self.sentence(at)
        return sentence if sentence is not None and sentence.index in self._said else None

    def saying(self, anchors: Anchors) -> list[Sentence]:
        """The sentences with which the document says something that hold one of the words."""
        found: set[int] = set()
        for word, at in anchors.places(self.low):
            sentence = self.said(at)
            if sentence is not None and at + len(word) <= sentence.end:
                found.add(sentence.index)
        return [self.analysis.sentences[index] for index in sorted(found)]

    def clauses(self, sentence: Sentence) -> list[Clause]:
        """The clauses of a sentence, in order."""
        found = self._clauses.get(sentence.index)
        if found is None:
            found = self._clauses[sentence.index] = _cut(self.text, sentence)
        return found

    def clause(self, sentence: Sentence, at: int) -> Clause:
        """The clause of the sentence in which the offset lies, or the next one."""
        found = self.clauses(sentence)
        index = bisect_right(found, at, key=lambda c: c.start) - 1
        if index >= 0 and (at < found[index].end or index + 1 == len(found)):
            return found[index]
        return found[min(index + 1, len(found) - 1)]

    def rest(self, sentence: Sentence, at: int) -> tuple[int, int]:
        """The clause in which the offset lies, from the offset on, trimmed."""
        end = max(self.clause(sentence, at).end, at)
        return trimmed(self.text, at, end)


_LAST: list[Reading] = []


def of(analysis: Analysis) -> Reading:
    """The reading of a document; kept while one document is being read."""
    if _LAST and _LAST[0].analysis is analysis:
        return _LAST[0]
    text = analysis.flow.text
    said = tuple(s for s in analysis.sentences if s.passage.kind in PROSE and not asks(analysis, s))
    made = Reading(
        analysis,
        text,
        lower(text),
        said,
        _starts=[s.start for s in analysis.sentences],
        _said=frozenset(s.index for s in said),
    )
    _LAST[:] = [made]
    return made


def _cut(text: str, sentence: Sentence) -> list[Clause]:
    """Cut at strong punctuation, at commas before a conjunction, and at coordinated clauses."""
    tokens = sentence.tokens
    if not tokens:
        return [Clause(sentence.start, sentence.end, 0)]
    marks = cues.of_all([token.lower for token in tokens])
    pieces: list[tuple[int, int]] = []
    first = 0
    for index, token in enumerate(tokens):
        if token.lower in _SIGNS and _breaks(tokens, index, token):
            if index > first:
                pieces += _coordinated(tokens, marks, first, index)
            first = index + 1
            if first < len(tokens) and tokens[first].lower in _JOINTS and token.lower == ",":
                first += 1
    if first < len(tokens):
        pieces += _coordinated(tokens, marks, first, len(tokens))
    return [_clause(text, sentence, tokens, marks, piece) for piece in pieces] or [
        Clause(sentence.start, sentence.end, 0)
    ]


def _breaks(tokens: tuple[Token, ...], index: int, token: Token) -> bool:
    word = token.lower
    if word == ",":
        return index + 1 < len(tokens) and tokens[index + 1].lower in _BREAKERS
    if word in {"–", "—"}:
        return index > 0 and tokens[index - 1].end < token.start
    return word in {";", ":"}


def _coordinated(
    tokens: tuple[Token, ...], marks: list[int], first: int, end: int
) -> list[tuple[int, int]]:
    """The piece of tokens, cut at "en", "maar" or "of" with a finite verb on either side."""
    verbs = [i for i in range(first, end) if marks[i] & cues.FINITE]
    if len(verbs) < 2:
        return [(first, end)]
    pieces: list[tuple[int, int]] = []
    for index in range(first + 1, end - 1):
        if tokens[index].lower not in _COORDINATORS or verbs[0] > index:
            continue
        later = bisect_left(verbs, index)
        if later == len(verbs):
            break
        between = tokens[index + 1 : verbs[later]]
        if any(t.lower in _SUBORDINATE or t.lower.startswith("waar") for t in between):
            continue
        pieces.append((first, index))
        first = index + 1
        verbs = verbs[later:]
        if len(verbs) < 2:
            break
    return [*pieces, (first, end)]


def _clause(
    text: str,
    sentence: Sentence,
    tokens: tuple[Token, ...],
    marks: list[int],
    piece: tuple[int, int],
) -> Clause:
    first, end = piece
    found = reduce(or_, marks[first:end])
    if first == 0 and end == len(tokens):
        start, stop = sentence.start, sentence.end
    else:
        start, stop = trimmed(text, tokens[first].start, tokens[end - 1].end)
    if not found & cues.TREND:
        return Clause(start, stop, found)
    moves = tuple(tokens[i].start for i in range(first, end) if marks[i] & cues.TREND)
    return Clause(start, stop, found, moves)
