"""Clauses of a sentence: finite verb, verb cluster, subject slot, phrases, negation, modality.

No parser: Dutch word order tells enough. In a main clause the finite verb stands second; before it
lies one phrase (the field), behind it the subject where the field is something else, then the
other phrases, and the rest of the verbs at the end. Offsets in this module are token indices.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as listed
from typing import Final

from kamergraaf.extract.analysis import Token
from kamergraaf.extract.clause_cut import cut
from kamergraaf.extract.clause_openers import Frame
from kamergraaf.extract.clause_verbs import VerbReader
from kamergraaf.extract.clause_words import Words
from kamergraaf.extract.phrases import Phrase, phrases
from kamergraaf.extract.verbs import Form, Verb
from kamergraaf.extract.words import (
    AUXILIARIES,
    NEGATIONS,
)

Cut = tuple[tuple[Phrase, ...], tuple[Phrase, ...], tuple[Phrase, ...]]
"""Phrases before and behind the finite verb, and all."""


@dataclass(slots=True)
class Clause:
    """A clause as read.

    ``opener`` is the word that makes it subordinate ('' for a main clause, ``mocht`` for a
    conditional that starts with its verb), ``verb`` the verb that tells what is done, ``tense``
    ``present``, ``past`` or ``perfect``, ``modal`` the modal verb over it ('' where none).
    ``infinitive`` tells that ``verb`` is a "te" infinitive.
    """

    opener: str
    start: int
    end: int
    finite: int
    verb: Verb | None
    verbs: tuple[int, ...]
    tense: str
    passive: bool
    modal: str
    negated: bool
    plural: bool
    infinitive: bool
    own: tuple[int, ...]
    _cut: Callable[[Clause], Cut]
    children: list[Clause] = listed(default_factory=list)
    _phrases: Cut | None = None

    def _read(self) -> Cut:
        if self._phrases is None:
            self._phrases = self._cut(self)
        return self._phrases

    @property
    def field(self) -> tuple[Phrase, ...]:
        """The phrases before the finite verb of a main clause."""
        return self._read()[0]

    @property
    def middle(self) -> tuple[Phrase, ...]:
        """The phrases behind the finite verb; in a subordinate clause all."""
        return self._read()[1]

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """All phrases, in reading order; they are cut when first asked for."""
        return self._read()[2]

    def conditions(self) -> list[Clause]:
        """The conditional clauses directly below this one."""
        return [c for c in self.children if c.opener in _CONDITIONS]


_NO_NAMES: Final[Mapping[int, int]] = {}
_CONDITIONS: Final = frozenset({"indien", "als", "wanneer", "mocht", "mits"})
_NEGATED_NOT: Final = frozenset({"alleen", "slechts", "enkel", "zozeer"})


def read(tokens: Sequence[Token], names: Mapping[int, int] = _NO_NAMES) -> list[Clause]:
    """The main clauses of a sentence, subordinate ones as their children.

    ``names`` gives for each flow offset at which a name or a date begins the one where it ends.
    """
    words = Words(tokens, names)
    return [_Reader(words, names).clause(frame) for frame in cut(words)]


class _Reader(VerbReader):
    """Reads one frame after the other; holds what they share."""

    def __init__(self, words: Words, names: Mapping[int, int]) -> None:
        super().__init__(words)
        self.names = names

    def clause(self, frame: Frame) -> Clause:
        own, spelt = frame.tokens, self.spelt
        finite = self._finite(frame)
        nonfinite = [i for i in own if i != finite and spelt[i] and self._nonfinite(i, frame)]
        nonfinite = [i for i in nonfinite if self._governed(i, finite)]
        particle = self._particle(frame, finite, nonfinite)
        verbs = sorted({i for i in (finite, particle, *nonfinite) if i >= 0})
        verbs = sorted({*verbs, *(i for v in nonfinite if (i := self._split_particle(v)) >= 0)})
        head, infinitive = self._head(finite, particle, nonfinite, own)
        lemmas = [self._lemma(i) for i in verbs]
        found = Clause(
            frame.opener, own[0] if own else frame.first, (own[-1] if own else frame.first) + 1,
            finite, head, tuple(verbs), self._tense(finite, nonfinite, head),
            self._passive(finite, nonfinite, head, lemmas), self._modal(finite, nonfinite),
            self._negated(own), self._plural(finite), infinitive, tuple(own), self._place,
        )  # fmt: skip
        found.children = [self.clause(child) for child in frame.children]
        return found

    def _place(self, clause: Clause) -> Cut:
        lower = self.words.lower
        verbs = set(clause.verbs) | {i - 1 for i in clause.verbs if lower[i - 1] == "te"}
        rest = [i for i in clause.own if i not in verbs]
        if clause.opener:
            opens = clause.opener != "mocht" and rest and lower[rest[0]] == clause.opener
            middle = tuple(phrases(self.words, rest[1 if opens else 0 :], self.names))
            return (), middle, middle
        before = [i for i in rest if i < clause.finite]
        after = [i for i in rest if i > clause.finite]
        field = tuple(phrases(self.words, before, self.names))
        middle = tuple(phrases(self.words, after, self.names))
        return field, middle, field + middle

    def _negated(self, own: list[int]) -> bool:
        lower = self.words.lower
        return self.words.denies and any(
            lower[i] in NEGATIONS
            and lower[i + 1] not in _NEGATED_NOT
            and lower[i - 1] not in ("of", "dan")
            for i in own
        )

    def _plural(self, finite: int) -> bool:
        if finite < 0:
            return False
        word = self.words.lower[finite]
        if word in AUXILIARIES:
            return AUXILIARIES[word][2]
        plural = Form.PLURAL | Form.PAST_PLURAL
        return any(r.form & plural for r in self.words.readings(finite))
