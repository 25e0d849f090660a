"""The verbs of a clause: which is finite, which belong to its cluster, what they say together."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from kamergraaf.extract.clause_openers import PARTICIPIAL, Frame
from kamergraaf.extract.clause_words import Words, unknown_participle
from kamergraaf.extract.verbs import Form, Reading, Verb, VerbLexicon, lexicon
from kamergraaf.extract.verbs_table import ASKING, DECIDING
from kamergraaf.extract.words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    ERGATIVES,
    MODALS,
    NOUNS,
    NUMBERS,
    PREPOSITIONS,
    PURE_AUXILIARIES,
    SUBORDINATORS,
)

_OVER_INFINITIVE: Final = frozenset({"", "light", "study", "inform", "announce"})
"""Acts of verbs whose "te" infinitive tells what is done."""
_GOVERNING: Final = PURE_AUXILIARIES | MODALS
_NO_INFINITIVE: Final = frozenset({"zijn", "worden"})
_VERBAL_ENDS: Final = ("d", "n", "t")
_YIELDING: Final = frozenset({"announce", "agree"})
_ADJECTIVE: Final = len("vrij")
"""Particles of this length may stand apart from a participle: "beschikbaar gesteld"."""
_NOT_STRAY: Final = frozenset({"goed", "gelijk", "vol", "vrij", "voort", "samen", "van"})


class VerbReader:
    """Reads the verbs of one clause after the other of the same sentence."""

    names: Mapping[int, int]

    def __init__(self, words: Words) -> None:
        self.words = words
        self.lexicon: VerbLexicon = lexicon()
        # A quick look: a known form, or a word that ends like an infinitive or a participle.
        self.spelt = [
            form != 0 or word.endswith(_VERBAL_ENDS) or word in AUXILIARIES
            for word, form in zip(words.lower, words.forms, strict=True)
        ]
        self._lemmas: dict[int, str] = {}
        self._verbs: dict[int, Verb | None] = {}

    def _finite(self, frame: Frame) -> int:
        words = self.words
        if frame.infinitival or frame.opener == PARTICIPIAL:
            return -1
        maybe, certain = words.maybe, words.sure
        candidates = [i for i in frame.tokens if maybe[i]]
        if not candidates:
            return -1
        if frame.opener and frame.opener != "mocht":
            sure = [i for i in candidates if certain[i] and i > frame.tokens[0]]
            return sure[0] if sure else candidates[-1]
        sure = [i for i in candidates if certain[i]]
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
            return not i and words.participle(i) and words.sure_finite(1)
        before = words.lower[i - 1] if i else ""
        return before == "te" or (not self._nominal(i, before) and self._cluster_end(i))

    def _governed(self, i: int, finite: int) -> bool:
        """A bare infinitive needs a modal verb, else it is a noun: "verwijdert berichten"."""
        words = self.words
        if finite < 0 or words.participle(i) or not words.forms[i] or words.lower[i - 1] == "te":
            return True
        if self._under_modal(i):
            return True
        ruling = AUXILIARIES.get(words.lower[finite])
        if ruling is None:
            return False
        return ruling[0] not in _NO_INFINITIVE or self._beside_modal(i)

    def _beside_modal(self, i: int) -> bool:
        """ "is gaan werken", "wordt laten zien": an infinitive next to a modal one."""
        near = (self.words.lower[i - 1] if i else "", self.words.lower[i + 1])
        return self.words.lower[i] in AUXILIARIES or any(
            word in AUXILIARIES and AUXILIARIES[word][0] in MODALS for word in near
        )

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
            or after in SUBORDINATORS
            or after in DETERMINERS
            or words.tokens[i + 1].start in self.names
            or after in ("dat", "die", "om", "zij", "u", "deze")
            or after in NUMBERS
            or after[0].isdigit()
            or self._yields(i)
        )

    def _yields(self, i: int) -> bool:
        """A participle such as "besloten" or "gevraagd" with a "te" infinitive behind it."""
        words = self.words
        verb = self._verb_at(i) if words.participle(i) else None
        if verb is None or not (verb.act in _YIELDING or verb.lemma in DECIDING):
            return False
        return words.infinitive_ahead(i + 1)

    def _lemma(self, i: int) -> str:
        found = self._lemmas.get(i)
        if found is None:
            found = self._lemmas[i] = self._base_form(i)
        return found

    def _base_form(self, i: int) -> str:
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
        """The particle of "door te geven" or "beschikbaar gesteld", or -1."""
        words = self.words
        at = i - 2 if words.lower[i - 1] == "te" else i - 1
        close = at == i - 1 and len(words.lower[at]) < _ADJECTIVE
        if at < 0 or close or words.lower[at] not in self.lexicon.particles:
            return -1
        known = any((words.lower[at], r.base) in self.lexicon.verbs for r in words.readings(i))
        return at if known else -1

    def _stranded(self, i: int) -> bool:
        words = self.words
        after = words.lower[i + 1]
        return (
            not after
            or not after[0].isalnum()
            or after in PREPOSITIONS
            or after in COORDINATORS
            or after in SUBORDINATORS
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
        bare = self._together(bare, tokens)
        te = [i for i in nonfinite if self._full(i) and self._to_infinitive(i)]
        governs = finite < 0 or self._lemma(finite) in _GOVERNING
        told = self._verb_at(bare[-1]) if bare else None
        if (
            bare
            and governs
            and not (te and (told is None or told.act in _YIELDING or told.lemma in ASKING))
        ):
            return told, False
        if te and (governs or own is None or own.needs_prep or own.act in _OVER_INFINITIVE):
            return self._verb_at(te[-1]), True
        return own, False

    def _under_modal(self, i: int) -> bool:
        """ "te kunnen doen"."""
        lower = self.words.lower
        return i > 1 and lower[i - 2] == "te" and lower[i - 1] in AUXILIARIES

    def _to_infinitive(self, i: int) -> bool:
        """ "te doen"; not ", te doen door X", which is said of the noun before."""
        lower = self.words.lower
        if self._under_modal(i):
            return True
        return i > 0 and lower[i - 1] == "te" and not (i > 1 and lower[i - 2] == ",")

    def _together(self, bare: list[int], tokens: list[int]) -> list[int]:
        """Verbs up to a comma: "is besloten tot X, ondersteund door Y" has one. The one that
        closes the clause is surer: "zijn feiten, zoals de zaken betrokken bij X, gewogen"."""
        last = next((i for i in reversed(tokens) if self.words.lower[i][0].isalnum()), -1)
        for n, (before, i) in enumerate(pairwise(bare)):
            if "," in self.words.lower[before:i]:
                closes = i == last and self.words.lower[before + 1] in PREPOSITIONS
                return bare[n + 1 :] if closes else bare[: n + 1]
        return bare

    def _full(self, i: int) -> bool:
        lemma = self._lemma(i)
        if lemma in MODALS:
            return self.words.participle(i)
        return lemma not in PURE_AUXILIARIES

    def _finite_verb(self, finite: int, particle: int, own: list[int]) -> Verb | None:
        if finite < 0:
            return None
        settled = self._lemma(finite) in PURE_AUXILIARIES
        if particle < 0 and not settled and self._stray(finite, own):
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
        word = lower[last]
        known = (self.lexicon.verbs.get(("", r.base)) for r in self.words.readings(finite))
        if any(verb is not None and word in verb.preps for verb in known):
            return False  # the verb's own preposition: "kiest er niet voor"
        return last > finite and word in self.lexicon.particles and word not in _NOT_STRAY

    def _verb_at(self, i: int) -> Verb | None:
        if i not in self._verbs:
            self._verbs[i] = self._listed(i)
        return self._verbs[i]

    def _listed(self, i: int) -> Verb | None:
        """The verb of the lexicon that the word is a form of."""
        at = self._split_particle(i) if i else -1
        before = self.words.lower[at] if at >= 0 else ""
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

    def _modal(self, finite: int, nonfinite: list[int]) -> str:
        if finite >= 0 and self._lemma(finite) in MODALS and nonfinite:
            return self._lemma(finite)
        return ""
