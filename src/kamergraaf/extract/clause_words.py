"""The words of a sentence with what each can be: finite verb, infinitive, participle."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from kamergraaf.extract.analysis import Token
from kamergraaf.extract.verbs import FINITE, Form, Reading, lexicon
from kamergraaf.extract.words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)

STOPS: Final = frozenset({",", ";", ":", "?", "!", "(", ")", "–", "-"})
_SHORTEST_CLAUSE: Final = 6
SUBJECTS: Final = frozenset({"ik", "wij", "we", "hij", "zij", "ze", "het", "er"})
_NOT_NOUN: Final = PREPOSITIONS | DETERMINERS | ADVERBS | PRONOUNS | COORDINATORS | STOPS
_ALSO_PRONOUN: Final = frozenset({"dit", "dat", "deze", "die", "beide", "enkele", "welke", "alle"})
_ALSO_NOUN: Final = frozenset({"start", "besluit", "bericht", "plicht", "test", "vat", "rust"})
_NO_NOUN_BEFORE: Final = DETERMINERS | ADVERBS | PRONOUNS
_NO_SUBJECT: Final = DETERMINERS - SUBJECTS - _ALSO_PRONOUN
_PARTICIPLE: Final = re.compile(
    r"(?:\w{0,6}ge|ver|be|ont|her|over|onder)\w{3,}[dt]"
    r"|(?:aan|af|op|uit|in|over|toe|door|mee|om|bij|terug|vast|weg|vrij)ge\w{3,}en"
)

_NOUN_ENDS: Final = (
    "heid", "teit", "beleid", "gebied", "geweld", "gebod", "verbod", "verband", "bestand",
    "gezant", "bericht", "gevecht", "gewicht", "gezicht", "bewind", "verstand", "geld", "getuit",
    "overleg", "onderzoek", "ment", "ent", "besluit", "bezit", "verlangt", "beraad", "verraad",
    "plicht", "recht", "kracht", "dienst", "schrift", "stand", "land", "kant", "punt", "raad",
    "poort", "vaart", "wacht", "winst", "zicht", "tijd", "effect", "akkoord", "tocht", "bekend",
    "gereed", "bewust", "gezond",
)  # fmt: skip


def unknown_participle(word: str) -> bool:
    """A word spelt like a participle: "ge…d", "ver…t"."""
    if word[-1:] not in ("d", "t", "n") or word.endswith(_NOUN_ENDS):
        return False
    return _PARTICIPLE.fullmatch(word) is not None


class Words:
    """A sentence's words; the lists have one empty word more than ``size``.

    ``forms`` are the bits of ``verbs.Form`` over all readings, ``sure`` tells of an auxiliary that
    is finite here, ``maybe`` of any word that can be a finite verb here, ``denies`` whether a word
    of denial is there; ``known`` are the readings of all verb forms.
    """

    __slots__ = ("denies", "forms", "known", "lower", "maybe", "size", "sure", "tokens")

    def __init__(self, tokens: Sequence[Token], names: Mapping[int, int]) -> None:
        self.tokens = tokens
        self.size = len(tokens)
        self.lower = [token.lower for token in tokens]
        self.known = lexicon().readings
        known = lexicon().forms
        self.forms = [known.get(word, 0) for word in self.lower]
        self.lower.append("")
        self.forms.append(0)
        if names:
            self._mask(names)
        self.denies = not NEGATIONS.isdisjoint(self.lower)
        self.sure = [word in AUXILIARIES and self._sure(i) for i, word in enumerate(self.lower)]
        self.maybe = [
            (bool(form) and self._finite(i, form)) or self.sure[i]
            for i, form in enumerate(self.forms)
        ]

    def _mask(self, names: Mapping[int, int]) -> None:
        """No word inside a name is a verb."""
        end = -1
        for i, token in enumerate(self.tokens):
            end = max(end, names.get(token.start, -1))
            if token.start < end:
                self.forms[i] = 0
                if token.text.isupper():  # "OM" is no preposition
                    self.lower[i] = token.text

    def readings(self, i: int) -> tuple[Reading, ...]:
        """The readings of a word as a form of a known verb."""
        return self.known.get(self.lower[i], ())

    def sure_finite(self, i: int) -> bool:
        """An auxiliary that cannot be anything else here."""
        return self.sure[i]

    def finite(self, i: int) -> bool:
        """Whether the word can be a finite verb here."""
        return self.maybe[i]

    def _sure(self, i: int) -> bool:
        if i and self.lower[i - 1] == "te":
            return False
        return self.lower[i] != "zijn" or not self._possessive(i)

    def _possessive(self, i: int) -> bool:
        after = self.lower[i + 1]
        before = self.lower[i - 1] if i else ""
        plain = bool(after) and not self.forms[i + 1] and after not in _NOT_NOUN
        ruled = bool(i) and bool(self.forms[i - 1] & (Form.THIRD | Form.PAST))
        return plain and (before in PREPOSITIONS or not i or ruled)

    def _finite(self, i: int, form: int) -> bool:
        word, before, after = self.lower[i], self.lower[i - 1] if i else "", self.lower[i + 1]
        if word in AUXILIARIES or not form & FINITE or before == "te":
            return False
        if word in NOUNS and not (form & Form.STEM and "ik" in (before, after)):
            return False
        if before in _NO_SUBJECT or (i and self.tokens[i].text[0].isupper()):
            return False
        if not form & (Form.STEM | Form.PLURAL):
            return True
        if form & FINITE == Form.STEM:
            return "ik" in (before, after)
        return before not in PREPOSITIONS and not self._noun(i, form)

    def _noun(self, i: int, form: int) -> bool:
        """Whether a form that is also a noun is one here."""
        word, after = self.lower[i], self.lower[i + 1]
        if form & Form.PLURAL:
            pointed = i > 1 and self.lower[i - 1] in _ALSO_PRONOUN
            pointed = pointed and self.lower[i - 2] in PREPOSITIONS
            if after in DETERMINERS and after != "zijn" and self.lower[i - 1] not in _ALSO_PRONOUN:
                return False
            return after == "van" or pointed or self._inflected(i - 1)
        if word not in _ALSO_NOUN or after in _NO_NOUN_BEFORE:
            return False
        return self._inflected(i - 1)

    def _inflected(self, i: int) -> bool:
        """An adjective in -e after a determiner: what follows is a noun."""
        if i < 1 or self.lower[i][-1] != "e":
            return False
        return self.lower[i - 1] in DETERMINERS

    def infinitive(self, i: int) -> bool:
        """Whether the word is an infinitive in spelling (known verb, or -en/-an after "te")."""
        if self.forms[i] & Form.PLURAL or self.lower[i] in AUXILIARIES:
            return True
        return bool(i) and self.lower[i - 1] == "te" and self.lower[i].endswith("n")

    def participle(self, i: int) -> bool:
        """Whether the word can be a past participle."""
        return bool(self.forms[i] & Form.PARTICIPLE)

    def participial(self, i: int) -> bool:
        """Whether an unknown word is spelt like a participle."""
        word = self.lower[i]
        return word not in _NOT_NOUN and not self.forms[i] and unknown_participle(word)

    def verbal(self, i: int) -> bool:
        """Whether the word can stand in a verb cluster."""
        word = self.lower[i]
        return bool(self.forms[i]) or word == "te" or word in AUXILIARIES

    def led(self, i: int) -> bool:
        """An unknown infinitive behind a modal one: "te laten afleggen"."""
        before = AUXILIARIES.get(self.lower[i - 1])
        if before is None or self.tokens[i].text[:1].isupper():
            return False
        if before[0] in MODALS:
            return self.lower[i].endswith("en")
        return unknown_participle(self.lower[i])

    def short(self, i: int) -> bool:
        """Too few words follow for a clause with a verb that is not known."""
        return self.size - i < _SHORTEST_CLAUSE

    def ends_clause(self, i: int) -> bool:
        """A finite verb that closes its clause: "die" before it is the object."""
        return self.finite(i) and (not self.lower[i + 1] or self.lower[i + 1] in ".,;")

    def reported(self, i: int) -> bool:
        """ "zoals gemeld in X": a participle without its auxiliary."""
        return self.participle(i) and not self.sure_finite(i + 1)

    def finite_ahead(self, i: int, *, sure: bool = False) -> bool:
        """Whether a finite verb follows before the next comma; with ``sure`` one that cannot be an
        infinitive."""
        while i < self.size and self.lower[i] not in STOPS:
            if self.lower[i] in SUBORDINATORS or self.lower[i] == "dat":
                return False
            if self.sure_finite(i) or (self.finite(i) and not (sure and self.infinitive(i))):
                return True
            i += 1
        return False

    def infinitive_ahead(self, i: int) -> bool:
        """Whether a "te" infinitive follows, with no finite verb of this clause before it."""
        allowed = 0
        for j in range(i, min(i + 60, self.size)):
            word = self.lower[j]
            if word == "te" and self.infinitive(j + 1):
                return True
            if word in SUBORDINATORS or (word in ("die", "dat") and j > i):
                allowed += 1
            elif word == ";" or (self.sure_finite(j) and not allowed):
                return False
            elif self.sure_finite(j):
                allowed -= 1
        return False
