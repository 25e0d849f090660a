"""Phrases between the verbs: noun phrases, prepositional phrases, pronouns, adverbs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from kamergraaf.extract.words import (
    ADVERBS,
    COORDINATORS,
    DETERMINERS,
    NEEDED,
    NUMBERS,
    PREPOSITIONS,
    PRONOUNS,
    REDUCED,
)

if TYPE_CHECKING:
    from kamergraaf.extract.clause_words import Words

_TIMES: Final = frozenset({"jaar", "jaren", "begin", "eind", "einde", "periode", "kwartaal"})
_AMOUNTS: Final = frozenset({"euro", "miljoen", "miljard"})
_QUOTES: Final = frozenset("'\"‘’“”«»-–")
_BREAKS: Final = frozenset({",", ";", ":", "?", "!", "."})


class Phrase(NamedTuple):
    """Tokens ``[start, end)``; ``prep`` its preposition ('' for a noun phrase, then ``kind`` is
    ``noun``, ``pronoun`` or ``adverb``); ``joined`` tells that "en" or a comma ties it to the
    phrase before, ``close`` that nothing stands between the two."""

    start: int
    end: int
    prep: str
    kind: str
    joined: bool = False
    close: bool = False

    @property
    def noun_start(self) -> int:
        """Where the noun phrase begins: behind the preposition."""
        return self.start + (1 if self.prep else 0)


_NEW: Final = tuple.__new__


class _Chunker:
    def __init__(self, words: Words, names: Mapping[int, int]) -> None:
        self.words = words
        self.names = names
        self.ends = frozenset(names.values())
        self.name_end = -1
        self.found: list[Phrase] = []
        self.start = -1
        self.last = -1
        self.prep = ""
        self.joined = False
        self.depth = 0
        self.filled = False

    def run(self, own: Sequence[int]) -> list[Phrase]:
        for i in own:
            self._step(i)
        self._flush()
        return self.found

    def _flush(self) -> None:
        if self.start >= 0:
            kind = "prep" if self.prep else "noun"
            close = bool(self.found) and self.found[-1].end == self.start
            self.found.append(
                _NEW(Phrase, (self.start, self.last + 1, self.prep, kind, self.joined, close))
            )
        self.start, self.prep, self.joined, self.filled = -1, "", False, False

    def _single(self, i: int, kind: str) -> None:
        self._flush()
        close = bool(self.found) and self.found[-1].end == i
        self.found.append(_NEW(Phrase, (i, i + 1, "", kind, False, close)))

    def _open(self, i: int, prep: str) -> None:
        joined = i > 0 and self.words.lower[i - 1] in COORDINATORS
        self._flush()
        self.start, self.prep, self.joined, self.last = i, prep, joined, i

    def _step(self, i: int) -> None:
        if self.start >= 0 and i > self.last + 1:
            self._flush()
        if self.words.tokens[i].end <= self.name_end and self.start >= 0:
            self.last, self.filled = i, True
            return
        word = self.words.lower[i]
        if self.depth or word == "(":
            self._bracketed(i, word)
        else:
            self._plain(i, word)

    def _bracketed(self, i: int, word: str) -> None:
        """A bracket, or a word inside one: it goes with the phrase before."""
        if self.start >= 0:
            self.last = i
        self.depth += (word == "(") - (word == ")")

    def _plain(self, i: int, word: str) -> None:
        if self.words.tokens[i].start in self.names and word not in PREPOSITIONS:
            self._word(i, word)
        elif word == ".":
            self.last = i if self.start >= 0 else self.last
        elif word in _BREAKS:
            self._flush()
        elif word in COORDINATORS:
            self._coordinate(i)
        elif word in PREPOSITIONS and not self._particle_like(i):
            self._open(i, word)
        elif word in PRONOUNS and not self._article(i):
            self._pronoun(i)
        elif self._reduced(i, word) or self._adverb(word):
            self._single(i, "adverb")
        else:
            self._word(i, word)

    def _particle_like(self, i: int) -> bool:
        return bool(self.start >= 0 and self.prep in ("tot",) and self.words.lower[i] == "met")

    def _article(self, i: int) -> bool:
        word, after = self.words.lower[i], self.words.lower[i + 1]
        if word not in DETERMINERS:
            return False
        return bool(after) and after not in PREPOSITIONS and after not in PRONOUNS

    def _adverb(self, word: str) -> bool:
        return word in ADVERBS and not (self.start >= 0 and not self.filled)

    def _reduced(self, i: int, word: str) -> bool:
        """ "waar nodig", "indien mogelijk", "zo nodig"."""
        lower = self.words.lower
        if word in NEEDED:
            return i > 0 and lower[i - 1] in REDUCED
        return word in REDUCED and lower[i + 1] in NEEDED

    def _pronoun(self, i: int) -> None:
        if self.start >= 0 and self.prep and not self.filled:
            self.last, self.filled = i, True
            self._flush()
        else:
            self._single(i, "pronoun")

    def _coordinate(self, i: int) -> None:
        after = self.words.lower[i + 1]
        if self.start < 0 or after in PREPOSITIONS or after in ADVERBS or after in PRONOUNS:
            self._flush()
        else:
            self.last = i
            self.filled = False

    def _qualified(self, i: int) -> bool:
        """A name or date behind its adjective, numeral or noun of time: "het Duitse X", "zes
        gemeenten", "het jaar 2021"."""
        before = self.words.lower[i - 1] if i else ""
        if before in _TIMES:
            return True
        return before.endswith("e") or before in NUMBERS or before.isdigit()

    def _counts(self, i: int, word: str) -> bool:
        """A numeral behind a proper name opens a phrase of its own."""
        before = self.words.tokens[i - 1].text if i else ""
        if word[0].isdigit() and self.words.lower[i + 1] in _AMOUNTS:
            return before[:1].isalpha() and before.lower() not in ADVERBS
        return i > 1 and before[:1].isupper() and word in NUMBERS and word not in ("één", "een")

    def _word(self, i: int, word: str) -> None:
        name_end = self.names.get(self.words.tokens[i].start)
        starts_here = name_end is not None and not self._qualified(i)
        ended = i > 0 and self.words.tokens[i - 1].end in self.ends
        breaks = word in DETERMINERS or starts_here or ended or self._counts(i, word)
        if self.start < 0 or (self.filled and breaks and word not in _QUOTES):
            self._open(i, "")
        self.last = i
        if name_end is not None:
            self.name_end, self.filled = name_end, True
        elif word not in DETERMINERS and word not in _QUOTES:
            self.filled = True


def phrases(words: Words, own: Sequence[int], names: Mapping[int, int]) -> list[Phrase]:
    """The phrases among the tokens ``own``, in reading order.

    ``names`` gives for the flow offset at which a name or a date begins the one at which it ends;
    no phrase begins inside one.
    """
    return _Chunker(words, names).run(own)
