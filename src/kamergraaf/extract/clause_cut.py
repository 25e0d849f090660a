"""Cuts a sentence into main and subordinate clauses, in one pass over its words.

Dutch marks the borders well: a subordinate clause opens with a closed class of words and ends with
its verbs; a main clause has its finite verb in second place. Lookahead is bounded by the next
comma, so the pass is linear.
"""

from __future__ import annotations

from typing import Final

from kamergraaf.extract.clause_openers import OPENING_WORDS, PARTICIPIAL, Frame, Openers
from kamergraaf.extract.clause_words import STOPS, SUBJECTS, Words
from kamergraaf.extract.verbs import Form, lexicon
from kamergraaf.extract.words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    INFINITIVAL,
    MODALS,
    PREPOSITIONS,
    PURE_AUXILIARIES,
    word_set,
)

_JOINERS: Final = frozenset({"en", "of"})
_ASKED: Final = word_set("verzocht verzoekt gevraagd opgeroepen oproept opgedragen")
_MARKS: Final = frozenset({",", ";", ":"})


class _Cutter(Openers):
    """The pass itself: a stack of open clauses, the innermost last."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.mains: list[Frame] = []
        self.stack: list[Frame] = []
        self.finite_at = -1
        self._open_main(0)

    def run(self) -> list[Frame]:
        for i in range(self.words.size):
            self._step(i)
        return [main for main in self.mains if main.tokens or main.children]

    def _open_main(self, i: int) -> None:
        main = Frame("", i)
        self.mains.append(main)
        self.stack = [main]
        self.finite_at = -1
        if self._verb_first(i):
            self._push(i, "mocht")

    def _verb_first(self, i: int) -> bool:
        words = self.words
        if i >= words.size or not words.finite(i) or words.lower[words.size - 1] == "?":
            return False
        return any(
            words.lower[j] == "," and (words.lower[j + 1] == "dan" or words.finite(j + 1))
            for j in range(i + 1, words.size)
        )

    def _push(self, i: int, opener: str) -> None:
        parent = self.stack[-1]
        frame = Frame(opener, i, parent)
        parent.children.append(frame)
        self.stack.append(frame)

    def _step(self, i: int) -> None:
        word = self.words.lower[i]
        if word in _MARKS and self._mark(i, word):
            return
        if len(self.stack) > 1:
            self._close_finished(i)
        if word in OPENING_WORDS and (opener := self.opener(i)):
            self._push(i, opener)
            self._take_preposition(i)
        top = self.stack[-1]
        top.tokens.append(i)
        if top.opener == PARTICIPIAL:
            return
        if top.parent is None:
            if self.words.maybe[i]:
                self._main_verb(i, top)
        elif not top.verbs_seen and top.opener != "mocht":
            self._sub_verb(i, top)

    def _mark(self, i: int, word: str) -> bool:
        """A comma, semicolon or explaining colon; whether the mark has been dealt with."""
        if word == ",":
            self._comma(i)
            return True
        if word == ";" or (self.finite_at >= 0 and len(self.stack) == 1):
            self._open_main(i + 1)
            return True
        return False

    def _take_preposition(self, i: int) -> None:
        """ "van wie": the preposition goes with the clause."""
        parent = self.stack[-1].parent
        if self.words.lower[i] != "wie" or self._before(i) not in PREPOSITIONS:
            return
        if parent and parent.tokens and parent.tokens[-1] == i - 1:
            self.stack[-1].tokens.append(parent.tokens.pop())

    def _comma(self, i: int) -> None:
        words, main = self.words, self.stack[0]
        resumes = words.lower[i + 1] == "dan" or (words.finite(i + 1) and self.finite_at < 0)
        if len(self.stack) > 1 and resumes:
            del self.stack[1:]
        elif self.stack[-1].opener == PARTICIPIAL:
            self.stack.pop()
        elif len(self.stack) > 1 and (self.stack[-1].verbs_seen or self._ends_verbal(i)):
            self.stack.pop()
            if self.stack[-1].verbs_seen and len(self.stack) > 1:
                self.stack.pop()
        self.stack[-1].tokens.append(i)
        if main is not self.stack[0]:
            self.finite_at = -1
        if self._apposed(i):
            self._push(i + 1, PARTICIPIAL)

    def _apposed(self, i: int) -> bool:
        """Whether a participle with its phrases stands between this comma and the next: "X,
        ondersteund door Y, doet", "X, in 2020 door Y ontwikkeld, wordt"."""
        words = self.words
        end = next((j for j in range(i + 1, words.size) if words.lower[j] in STOPS), words.size)
        inner = range(i + 1, end)
        if end - i < 3 or len(self.stack) > 1 or any(words.sure_finite(j) for j in inner):
            return False
        participles = [j for j in inner if words.participle(j) or words.participial(j)]
        if len(participles) != 1 or any(words.lower[j] in _JOINERS for j in inner):
            return False
        at = participles[0]
        closed = end < words.size and words.lower[end] == ","
        if at == end - 1 and self.finite_at < 0:
            return closed and words.lower[i + 1] in PREPOSITIONS
        leads = all(words.lower[j] in ADVERBS for j in range(i + 1, at))
        if not leads or words.lower[at + 1] not in PREPOSITIONS or words.finite(at):
            return False
        return self.finite_at < 0 or not self._awaited(i, end)

    def _awaited(self, start: int, end: int) -> bool:
        """Whether the main clause has an auxiliary and no other participle or infinitive."""
        words = self.words
        if words.lower[self.finite_at] not in AUXILIARIES:
            return False
        others = [*range(self.finite_at + 1, start), *range(end, words.size)]
        return not any(words.participle(j) or words.infinitive(j) for j in others)

    def _ends_verbal(self, i: int) -> bool:
        """An unknown verb before a comma: lower-case, with the ending of one."""
        if self.stack[-1].opener == "mocht" or not i:
            return False
        text = self.words.tokens[i - 1].text
        return len(text) > 4 and text.islower() and text.endswith(("t", "de", "te", "den", "ten"))

    def _close_finished(self, i: int) -> None:
        words = self.words
        while len(self.stack) > 1 and self.stack[-1].verbs_seen:
            top = self.stack[-1]
            if words.lower[i] == "te" and self._intended():
                self.stack.pop()
                continue
            if self._in_cluster(i, top) or self._continues(i, top) or self._nests(i, top):
                return
            if self._awaits(i, top):
                return
            self.stack.pop()

    def _awaits(self, i: int, top: Frame) -> bool:
        """Whether a clause such as "waarin de regering wordt verzocht" goes on up to the
        infinitive that says what is asked."""
        lower = self.words.lower
        if self.finite_at < 0 or top.infinitival or self._intended():
            return False
        asks = any(lower[j] in _ASKED for j in top.tokens)
        told = any(lower[j] == "te" for j in top.tokens)
        return asks and not told and self.words.infinitive_ahead(i)

    def _nests(self, i: int, top: Frame) -> bool:
        """A clause that opens right behind the verbs of another hangs below it."""
        opens = self.words.lower[i] in ("om", "of", "dat", "hoe")
        return opens and not top.tail and bool(top.tokens) and top.tokens[-1] == i - 1

    def _intended(self) -> bool:
        """Whether the main clause waits for a "te" infinitive: "ben voornemens … te geven"."""
        lower = self.words.lower
        return any(lower[j] in ("voornemens", "bereid", "voornemen") for j in self.stack[0].tokens)

    def _second_participle(self, i: int, top: Frame) -> bool:
        """A participle behind a cluster that has one: it belongs to the clause above."""
        words = self.words
        if not words.participle(i) or words.infinitive(i):
            return False
        for j in reversed(top.tokens):
            if not words.verbal(j):
                return False
            if words.participle(j) and not words.finite(j):
                return True
        return False

    def _in_cluster(self, i: int, top: Frame) -> bool:
        """One more verb of a cluster that has begun."""
        words = self.words
        if top.tail or words.lower[i] in PREPOSITIONS or self._second_participle(i, top):
            return False
        if not (words.verbal(i) or self.words.led(i)):
            return False
        return not (self.finite_at < 0 and len(self.stack) == 2 and self._before_main(i))

    def _before_main(self, i: int) -> bool:
        """After a fronted clause without a comma the main verb follows at once."""
        words = self.words
        if self.stack[-1].infinitival and words.lower[i - 1] not in AUXILIARIES:
            return words.finite(i)
        if not words.sure_finite(i):
            return False
        return not words.sure_finite(i - 1) or not AUXILIARIES[words.lower[i]][2]

    def _continues(self, i: int, top: Frame) -> bool:
        """A phrase behind the verbs that still belongs to the clause: one prepositional phrase,
        or another infinitive joined by "en"."""
        word = self.words.lower[i]
        if top.infinitival and word in ("en", "of") and self.words.infinitive_ahead(i + 1):
            top.verbs_seen = False
            top.tail = False
            return True
        if word in PREPOSITIONS and not top.tail and word not in INFINITIVAL:
            top.tail = True
            return True
        if top.tail and self._particle(i):
            return False
        if top.tail and word not in STOPS and word not in COORDINATORS:
            return word == "van" or (
                word not in PREPOSITIONS and not self.words.sure_finite(i) and word != "te"
            )
        return False

    def _particle(self, i: int) -> bool:
        """A particle left behind by the main verb, not a preposition with its noun."""
        word, after = self.words.lower[i], self.words.lower[i + 1]
        if word not in lexicon().particles or self.finite_at < 0:
            return False
        return not after or not after[0].isalnum() or after in PREPOSITIONS

    def _main_verb(self, i: int, main: Frame) -> None:
        if self.finite_at < 0:
            if main.tokens[:-1] or main.children or not self.words.forms[i] or i == main.first:
                self.finite_at = i
            return
        start = self._coordinator(i, main)
        if start is not None:
            self._split(start, main)
            self.finite_at = i

    def _coordinator(self, i: int, main: Frame) -> int | None:
        """Where the second main clause begins to which the finite verb at ``i`` belongs."""
        words = self.words
        plain = words.sure_finite(i) or words.forms[i] & (Form.THIRD | Form.PAST)
        if not (plain or self._inverted(i)):
            return None
        ruling = AUXILIARIES.get(words.lower[self.finite_at])
        if ruling and self._completes(ruling[0], i, main):
            return None
        for position in range(len(main.tokens) - 2, -1, -1):
            j = main.tokens[position]
            if j <= self.finite_at or i - j > 8:
                return None
            if words.lower[j] in ("en", "maar", "want", "doch", "dus", "al"):
                return position
            if words.lower[j] == "," and j and words.participle(j - 1) and words.sure_finite(i):
                return position
        return None

    def _inverted(self, i: int) -> bool:
        """A plural verb right behind "en" with its subject behind it: "en beschikken de X"."""
        words = self.words
        joined = i > 0 and words.lower[i - 1] in ("en", "maar")
        after = words.lower[i + 1]
        return joined and (after in DETERMINERS or after in SUBJECTS) and after != "zijn"

    def _completes(self, ruling: str, i: int, main: Frame) -> bool:
        """Whether the word is the infinitive or participle for which an auxiliary waits: "zijn A
        en B betrokken", not a second finite verb."""
        words = self.words
        if ruling in MODALS:
            return words.infinitive(i) and i + 2 >= words.size - 1
        if ruling not in PURE_AUXILIARIES or not words.participle(i):
            return False
        between = (j for j in main.tokens if self.finite_at < j < i)
        return not any(words.participle(j) or words.participial(j) for j in between)

    def _split(self, position: int, main: Frame) -> None:
        moved = main.tokens[position + 1 :]
        del main.tokens[position:]
        second = Frame("", moved[0], tokens=moved)
        second.children = [c for c in main.children if c.first >= moved[0]]
        main.children = [c for c in main.children if c.first < moved[0]]
        self.mains.append(second)
        self.stack = [second]

    def _sub_verb(self, i: int, top: Frame) -> None:
        words = self.words
        if top.infinitival:
            top.verbs_seen = words.lower[i - 1] == "te" and words.infinitive(i)
        elif i > top.first and words.finite(i):
            top.verbs_seen = True


def cut(words: Words) -> list[Frame]:
    """The main clauses of the sentence, each with its subordinate clauses below it."""
    return _Cutter(words).run()
