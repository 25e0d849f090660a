"""Clauses of a sentence: finite verb, verb cluster, subject slot, phrases, negation, modality.

No parser: Dutch word order tells enough. In a main clause the finite verb stands second; before it
lies one phrase (the field), behind it the subject where the field is something else, then the
other phrases, and the rest of the verbs at the end. Offsets in this module are token indices.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as listed
from itertools import pairwise
from typing import Final

from kamergraaf.extract.analysis import Token
from kamergraaf.extract.clause_cut import Frame, cut
from kamergraaf.extract.clause_words import Words, unknown_participle
from kamergraaf.extract.phrases import Phrase, phrases
from kamergraaf.extract.verbs import Form, Reading, Verb, VerbLexicon, lexicon
from kamergraaf.extract.words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    ERGATIVES,
    MODALS,
    NEGATIONS,
    NOUNS,
    PREPOSITIONS,
    PURE_AUXILIARIES,
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
_CONDITIONS: Final = frozenset({"indien", "als", "wanneer", "mocht", "mits", "zodra"})
_NOT_STRAY: Final = frozenset({"goed", "gelijk", "vol", "vrij", "voort", "samen", "van"})
_NEGATED_NOT: Final = frozenset({"alleen", "slechts", "enkel", "zozeer"})


def read(tokens: Sequence[Token], names: Mapping[int, int] = _NO_NAMES) -> list[Clause]:
    """The main clauses of a sentence, subordinate ones as their children.

    ``names`` gives for each flow offset at which a name or a date begins the one where it ends.
    """
    words = Words(tokens)
    return [_Reader(words, names).clause(frame) for frame in cut(words)]


class _Reader:
    """Reads one frame after the other; holds what they share."""

    def __init__(self, words: Words, names: Mapping[int, int]) -> None:
        self.words = words
        self.names = names
        self.lexicon: VerbLexicon = lexicon()

    def clause(self, frame: Frame) -> Clause:
        own = frame.tokens
        finite = self._finite(frame)
        nonfinite = [i for i in own if i != finite and self._spelt(i) and self._nonfinite(i, frame)]
        particle = self._particle(frame, finite, nonfinite)
        verbs = sorted({i for i in (finite, particle, *nonfinite) if i >= 0})
        verbs = sorted({*verbs, *(i for v in nonfinite if (i := self._split_particle(v)) >= 0)})
        head, infinitive = self._head(finite, particle, nonfinite, own)
        lemmas = [self._lemma(i) for i in verbs]
        found = Clause(
            frame.opener, own[0] if own else frame.first, (own[-1] if own else frame.first) + 1,
            finite, head, tuple(verbs), self._tense(finite, nonfinite, head),
            self._passive(finite, nonfinite, head, lemmas), self._modal(finite, lemmas),
            self._negated(own), self._plural(finite), infinitive, tuple(own), self._place,
        )  # fmt: skip
        found.children = [self.clause(child) for child in frame.children]
        return found

    def _spelt(self, i: int) -> bool:
        """A quick look: a known form, or a word that ends like an infinitive or a participle."""
        words = self.words
        return bool(words.forms[i]) or words.lower[i][-1] in "dnt" or words.lower[i] in AUXILIARIES

    def _finite(self, frame: Frame) -> int:
        words = self.words
        if frame.infinitival:
            return -1
        candidates = [i for i in frame.tokens if words.finite(i)]
        if not candidates:
            return -1
        if frame.opener and frame.opener != "mocht":
            sure = [i for i in candidates if words.sure_finite(i) and i > frame.tokens[0]]
            return sure[0] if sure else candidates[-1]
        sure = [i for i in candidates if words.sure_finite(i)]
        first = candidates[0]
        if sure and sure[0] != first and self._doubtful(first, sure[0]):
            return sure[0]
        return first

    def _doubtful(self, first: int, sure: int) -> bool:
        """A plural or stem that may be a noun or infinitive, with an auxiliary near behind it."""
        forms = [reading.form for reading in self.words.readings(first)]
        return not any(form & (Form.THIRD | Form.PAST) for form in forms) or sure - first <= 2

    def _nonfinite(self, i: int, frame: Frame) -> bool:
        """Whether the word is a participle or infinitive of the cluster."""
        words = self.words
        if frame.opener and i - 1 == frame.first:
            return words.participle(i) and self._cluster_end(i)
        if not (words.forms[i] or words.lower[i] in AUXILIARIES):
            led = i > 0 and words.lower[i - 1] == "te"
            return words.infinitive(i) if led else self._unknown_participle(i)
        if words.tokens[i].text[0].isupper():
            return False
        before = words.lower[i - 1] if i else ""
        return before == "te" or (not self._nominal(i, before) and self._cluster_end(i))

    def _nominal(self, i: int, before: str) -> bool:
        """Used as a noun or adjective, or no participle and no infinitive at all."""
        words = self.words
        if words.lower[i] in NOUNS or before in ("ten", "ter", "tot"):
            return True
        if before in DETERMINERS and not words.sure[i - 1]:
            return True
        if words.participle(i):
            return False
        return not words.infinitive(i) or before in PREPOSITIONS or words.lower[i + 1] == "van"

    def _unknown_participle(self, i: int) -> bool:
        words = self.words
        if not unknown_participle(words.lower[i]) or words.tokens[i].text[:1].isupper():
            return False
        after = words.lower[i + 1]
        return words.sure_finite(i - 1) or words.sure_finite(i + 1) or not after[:1].isalnum()

    def _cluster_end(self, i: int) -> bool:
        """Whether what follows can follow a verb cluster: no noun that the word would modify."""
        words = self.words
        after = words.lower[i + 1]
        if not after or not (after[0].isalnum()):
            return True
        return (
            words.verbal(i + 1)
            or after in PREPOSITIONS
            or after in ADVERBS
            or after in COORDINATORS
            or after in DETERMINERS
            or words.tokens[i + 1].start in self.names
            or after in ("dat", "die", "om", "zij", "u", "deze")
        )

    def _lemma(self, i: int) -> str:
        word = self.words.lower[i]
        if word in AUXILIARIES:
            return AUXILIARIES[word][0]
        if word == "geweest":
            return "zijn"
        readings = self.words.readings(i)
        return readings[0].particle + readings[0].base if readings else word

    def _particle(self, frame: Frame, finite: int, nonfinite: list[int]) -> int:
        """The separated particle of the finite verb, the last one that fits."""
        if finite < 0:
            return -1
        words = self.words
        bases = {r.base for r in words.readings(finite)} | {self._lemma(finite)}
        for i in reversed(frame.tokens):
            if i <= finite:
                break
            word = words.lower[i]
            if word not in self.lexicon.particles:
                continue
            if any((word, base) in self.lexicon.verbs for base in bases) and self._stranded(i):
                return i
        return -1

    def _split_particle(self, i: int) -> int:
        """The particle of "door te geven", or -1."""
        words = self.words
        if i < 2 or words.lower[i - 1] != "te" or words.lower[i - 2] not in self.lexicon.particles:
            return -1
        known = any((words.lower[i - 2], r.base) in self.lexicon.verbs for r in words.readings(i))
        return i - 2 if known else -1

    def _stranded(self, i: int) -> bool:
        words = self.words
        after = words.lower[i + 1]
        return (
            not after
            or not after[0].isalnum()
            or after in PREPOSITIONS
            or after in COORDINATORS
            or after in ("dat", "die", "waar", "om", "zodat", "waarmee", "waarbij", "als", "te")
            or after.startswith("waar")
        )

    def _head(
        self, finite: int, particle: int, nonfinite: list[int], tokens: list[int]
    ) -> tuple[Verb | None, bool]:
        """The verb that tells what is done; whether it is an infinitive with "te"."""
        own = self._finite_verb(finite, particle, tokens)
        bare = [i for i in nonfinite if self._full(i) and self.words.lower[i - 1] != "te"]
        if any(self._verb_at(i) for i in bare):
            bare = [i for i in bare if self._verb_at(i)]
        bare = self._together(bare)
        te = [i for i in nonfinite if self._full(i) and i and self.words.lower[i - 1] == "te"]
        governs = finite < 0 or self._lemma(finite) in PURE_AUXILIARIES | MODALS
        if bare and governs and (self._verb_at(bare[-1]) or not te):
            return self._verb_at(bare[-1]), False
        if te and (governs or own is None or own.act in ("", "light", "study", "inform")):
            return self._verb_at(te[-1]), True
        return own, False

    def _together(self, bare: list[int]) -> list[int]:
        """Verbs up to a comma: "is besloten tot X, ondersteund door Y" has one."""
        for n, (before, i) in enumerate(pairwise(bare)):
            if "," in self.words.lower[before:i]:
                return bare[: n + 1]
        return bare

    def _full(self, i: int) -> bool:
        lemma = self._lemma(i)
        if lemma in MODALS:
            return self.words.participle(i)
        return lemma not in PURE_AUXILIARIES

    def _finite_verb(self, finite: int, particle: int, own: list[int]) -> Verb | None:
        if finite < 0:
            return None
        if particle < 0 and self._stray(finite, own):
            return None
        part = self.words.lower[particle] if particle >= 0 else ""
        bases = [r.particle + "|" + r.base for r in self.words.readings(finite)]
        bases.append("|" + self._lemma(finite))
        for entry in bases:
            joined, _, base = entry.partition("|")
            verb = self.lexicon.verbs.get((part or joined, base))
            if verb:
                return verb
        return None

    def _stray(self, finite: int, own: list[int]) -> bool:
        """A particle at the end that makes an unknown verb of a known one."""
        lower = self.words.lower
        last = next((i for i in reversed(own) if lower[i][0].isalnum()), finite)
        return last > finite and lower[last] in self.lexicon.particles - _NOT_STRAY

    def _verb_at(self, i: int) -> Verb | None:
        before = self.words.lower[i - 2] if i > 1 and self.words.lower[i - 1] == "te" else ""
        options: list[Verb] = []
        for reading in self._ranked(i):
            if before in self.lexicon.particles:
                verb = self.lexicon.verbs.get((before, reading.base))
                if verb:
                    return verb
            verb = self.lexicon.verbs.get((reading.particle, reading.base))
            if verb:
                options.append(verb)
        acting = [verb for verb in options if verb.act]
        found = acting or options
        return found[0] if found else None

    def _ranked(self, i: int) -> list[Reading]:
        wanted = Form.PARTICIPLE | Form.PLURAL
        return sorted(self.words.readings(i), key=lambda r: not r.form & wanted)

    def _tense(self, finite: int, nonfinite: list[int], head: Verb | None) -> str:
        if finite < 0:
            return "present"
        word = self.words.lower[finite]
        auxiliary = AUXILIARIES.get(word)
        participle = any(self._participle_only(i) for i in nonfinite)
        if auxiliary:
            lemma, past, _ = auxiliary
            if lemma in ("hebben", "zijn") and (participle or self._replaced(lemma, nonfinite)):
                return "perfect"
            return "past" if past else "present"
        past = any(r.form & Form.PAST for r in self.words.readings(finite))
        present = any(
            r.form & (Form.THIRD | Form.PLURAL | Form.STEM) for r in self.words.readings(finite)
        )
        return "past" if past and not present else "present"

    def _replaced(self, lemma: str, nonfinite: list[int]) -> bool:
        """ "heb kunnen publiceren": an infinitive in the place of the participle."""
        bare = [i for i in nonfinite if self.words.lower[i - 1] != "te"]
        return lemma == "hebben" and len(bare) > 1

    def _participle_only(self, i: int) -> bool:
        word = self.words.lower[i]
        spelt = self.words.participle(i) or unknown_participle(word)
        return spelt and self.words.lower[i - 1] != "te"

    def _passive(
        self, finite: int, nonfinite: list[int], head: Verb | None, lemmas: list[str]
    ) -> bool:
        participle = any(self._participle_only(i) and self._full(i) for i in nonfinite)
        if not participle or head is None:
            return False
        if "worden" in lemmas:
            return True
        return "zijn" in lemmas and "hebben" not in lemmas and head.lemma not in ERGATIVES

    def _modal(self, finite: int, lemmas: list[str]) -> str:
        if finite >= 0 and self._lemma(finite) in MODALS and len(lemmas) > 1:
            return self._lemma(finite)
        return ""

    def _plural(self, finite: int) -> bool:
        if finite < 0:
            return False
        word = self.words.lower[finite]
        if word in AUXILIARIES:
            return AUXILIARIES[word][2]
        plural = Form.PLURAL | Form.PAST_PLURAL
        return any(r.form & plural for r in self.words.readings(finite))

    def _negated(self, own: list[int]) -> bool:
        lower = self.words.lower
        return any(
            lower[i] in NEGATIONS
            and lower[i + 1] not in _NEGATED_NOT
            and lower[i - 1] not in ("of", "dan")
            for i in own
        )

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
