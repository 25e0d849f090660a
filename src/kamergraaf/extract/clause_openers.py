"""Which words open a subordinate clause, and where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from kamergraaf.extract.clause_words import STOPS, SUBJECTS, Words
from kamergraaf.extract.verbs import lexicon
from kamergraaf.extract.words import (
    AUXILIARIES,
    COORDINATORS,
    INFINITIVAL,
    NEEDED,
    PREPOSITIONS,
    SUBORDINATORS,
)

PARTICIPIAL: Final = "participle"
"""The opener of a clause that is no more than a participle with its phrases."""


@dataclass(slots=True)
class Frame:
    """A clause in the making: its opening word ('' for a main clause), the tokens of its own, the
    place among its parent's tokens where it hangs, and whether its verbs have been seen."""

    opener: str
    first: int
    parent: Frame | None = None
    tokens: list[int] = field(default_factory=list)
    children: list[Frame] = field(default_factory=list)
    verbs_seen: bool = False
    tail: bool = False

    @property
    def infinitival(self) -> bool:
        """Whether it closes with "te" and an infinitive."""
        return self.opener in INFINITIVAL or self.opener == "door"


class Openers:
    """Asks of each word, with the clauses open so far, whether it opens another."""

    words: Words
    stack: list[Frame]
    finite_at: int

    def opener(self, i: int) -> str:
        """The word itself where it opens a subordinate clause here, else ''."""
        word = self.words.lower[i]
        after = self.words.lower[i + 1]
        if after in NEEDED or (word == "indien" and not after[:1].isalnum()):
            return ""
        if word in SUBORDINATORS:
            opens = self._clausal(word, i)
        elif word in INFINITIVAL:
            opens = self.words.infinitive_ahead(i + 1)
        else:
            check = _CHECKS.get(word)
            opens = check is not None and check(self, i)
        return word if opens else ""

    def _before(self, i: int) -> str:
        return self.words.lower[i - 1] if i else ""

    def opens_by(self, i: int) -> bool:
        """ "door": before an infinitive, "door X te doen"."""
        words = self.words
        for j in range(i + 2, words.size - 1):
            word = words.lower[j]
            if word in STOPS or word in SUBORDINATORS or words.sure_finite(j):
                return False
            if word == "te" and words.infinitive(j + 1):
                return words.lower[j + 1] not in AUXILIARIES
        return False

    def opens_as(self, i: int) -> bool:
        """ "als", "zoals": a clause only where a finite verb follows."""
        before = self._before(i)
        inside = len(self.stack) > 1 and not self.stack[-1].verbs_seen and before != ","
        if inside or self.words.reported(i + 1):
            return False
        first = i + 2 if self.words.lower[i + 1] in ("dat", "dit") else i + 1
        return self.words.finite_ahead(first, sure=bool(before) and before != ",")

    def opens_whether(self, i: int) -> bool:
        """ "of": behind a verb that asks, not between two nouns."""
        words, before = self.words, self._before(i)
        if not i:
            return self._verb_follows(i)
        if not self.stack[-1].tokens or before in PREPOSITIONS:
            return False
        asks = before in (",", "vraag") or bool(words.forms[i - 1])
        asks = asks or words.lower[i + 1] in SUBJECTS or self._asking()
        return asks and self.words.finite_ahead(i + 1)

    def _verb_follows(self, i: int) -> bool:
        """Whether a comma and a finite verb show that the sentence opens with a clause."""
        words = self.words
        return any(
            words.lower[j] == "," and words.finite(j + 1) for j in range(i + 1, words.size - 1)
        )

    def opens_that(self, i: int) -> bool:
        """ "dat": anywhere but where a clause begins, for there it is a pronoun."""
        before = self._before(i)
        if not i:
            return not self.words.finite(1) and self._verb_follows(i)
        if not self.stack[-1].tokens or before == self.stack[-1].opener:
            return False
        if before in PREPOSITIONS or before in ("en", "maar") or self.words.short(i):
            return self.words.finite_ahead(i + 1)
        return True

    def opens_relative(self, i: int) -> bool:
        """ "die": behind a noun or a comma, not as article and not as object."""
        before = self._before(i)
        if not self.stack[-1].tokens:
            return False
        if before in PREPOSITIONS:
            return self._left_behind(before) and self.words.finite_ahead(i + 1)
        if before in COORDINATORS:
            return self.words.finite_ahead(i + 1) and len(self.stack) > 1
        object_ = before != "," and self.words.ends_clause(i + 1)
        return not self.words.sure_finite(i - 1) and not object_

    def _left_behind(self, word: str) -> bool:
        """Whether the word is the particle of the main verb: "komt er een wet bij die"."""
        if self.finite_at < 0 or len(self.stack) > 1:
            return False
        known, word_at = lexicon().verbs, self.words.lower[self.finite_at]
        bases = {r.base for r in self.words.readings(self.finite_at)}
        bases.add(AUXILIARIES[word_at][0] if word_at in AUXILIARIES else "")
        return any((word, base) in known for base in bases)

    def _asking(self) -> bool:
        """Whether the verb so far is one that a question may follow: "onderzoekt … of"."""
        known = lexicon().verbs
        for i in [j for j in self.stack[-1].tokens if self.words.forms[j]]:
            for reading in self.words.readings(i):
                verb = known.get((reading.particle, reading.base))
                if verb is not None and verb.act == "study":
                    return True
        return False

    def _clausal(self, word: str, i: int) -> bool:
        if word in ("wat", "welke", "welk", "hoe", "waar", "wie"):
            return self.words.finite_ahead(i + 1) or self._asking()
        return True


OPENING_WORDS: Final = SUBORDINATORS | INFINITIVAL | {"als", "zoals", "of", "dat", "die", "door"}
_CHECKS: Final[dict[str, Callable[[Openers, int], bool]]] = {
    "als": Openers.opens_as,
    "zoals": Openers.opens_as,
    "of": Openers.opens_whether,
    "dat": Openers.opens_that,
    "die": Openers.opens_relative,
    "door": Openers.opens_by,
}
