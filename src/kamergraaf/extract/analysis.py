"""What all extractors share: the document cut into sentences, and the sheet they write on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from kamergraaf.model import (
    Document,
    Evidence,
    Extraction,
    Fact,
    Flow,
    Lexicon,
    Mention,
    Origin,
    Passage,
    Ref,
    Stance,
    Thing,
    Value,
    Warning,
)


class Token(NamedTuple):
    """A word, number or punctuation mark of the flow; ``lower`` is its lower-case form.

    A named tuple because a letter has a thousand of them: it is made twice as fast.
    """

    start: int
    end: int
    text: str
    lower: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence ``[start, end)`` of the flow.

    ``section`` is the index in ``Flow.passages`` of the heading above it, or None. ``tokens`` may
    be empty for furniture.
    """

    index: int
    start: int
    end: int
    passage: Passage
    section: int | None
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation read at ``[start, end)``: ``ids`` normalised (``kst-29754-670``), ``kind`` the
    class of what is cited (``ParliamentaryPaper``, ``OfficialPublication``, ``CourtDecision``,
    ``EuropeanAct``), ``session`` its session year (``2022-2023``) or ''."""

    start: int
    end: int
    ids: tuple[str, ...]
    kind: str
    session: str = ""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period read at ``[start, end)``.

    ``edtf`` is ISO 8601-2 (``2024-06-06``, ``2023-12``, ``2022-06/2024-05-01``, seasons as
    ``2026-23``, quarters as ``2018-33``), ``earliest`` and ``latest`` the bounding days,
    ``resolution`` how it became absolute: ``explicit``, ``document-date``, ``bound``; of the last,
    ``basis`` is the stretch of the flow that bounds it.
    """

    start: int
    end: int
    edtf: str
    earliest: str
    latest: str
    resolution: str
    basis: tuple[int, int] | None = None


class ActorMention(NamedTuple):
    """An actor named (or meant: "uw Kamer", "het kabinet", "mijn ministerie") at ``[start, end)``.

    ``code`` is its kind (``ministry``, ``member``…), ``name`` the name to show. "Ik" and "wij" are
    no mentions; ``Analysis.speaker`` tells who they are.
    """

    start: int
    end: int
    ref: Ref
    code: str
    name: str


class ConcernMention(NamedTuple):
    """A threat, group or other concern named at ``[start, end)``; ``code`` is ``threat``,
    ``group`` or '' for one that is neither."""

    start: int
    end: int
    ref: Ref
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class MotionMention:
    """A motion or commitment spoken of at ``[start, end)``."""

    start: int
    end: int
    ref: Ref


@dataclass(frozen=True, slots=True)
class MeasureMention:
    """A measure read from the sentence with index ``sentence``; its label stands at
    ``[start, end)``."""

    start: int
    end: int
    ref: Ref
    label: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Header:
    """What the document says about itself; '' or () where it says nothing."""

    kind: str = "letter"  # letter, answers, motion
    identifier: str = ""
    date: str = ""  # ISO day
    dossiers: tuple[str, ...] = ()
    session: str = ""


@dataclass(slots=True)
class Sheet:
    """Where extractors write things, facts and warnings; ids stay unique, repeats are dropped."""

    things: dict[str, Thing] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)
    _seen: dict[tuple[Ref, str, Value, Stance | None], int] = field(default_factory=dict)

    def thing(self, id_: str, kind: str, label: str, evidence: Evidence, rule: str) -> Ref:
        """Introduce a node; the first introduction of an id wins."""
        if id_ not in self.things:
            self.things[id_] = Thing(id_, kind, label, evidence, rule)
        return Ref(id_)

    def fact(
        self,
        subject: Ref,
        predicate: str,
        object_: Value,
        evidence: Evidence | None,
        rule: str,
        *,
        stance: Stance = Stance.ASSERTED,
        origin: Origin = Origin.STATED,
        confidence: float = 1.0,
        premises: tuple[int, ...] = (),
    ) -> int:
        """State a fact and return its index; a repeat returns the first one's."""
        # The usual stance is left out: an enumeration's members are slow to look up.
        key = (subject, predicate, object_, None if stance is Stance.ASSERTED else stance)
        known = self._seen.get(key)
        if known is None:
            known = self._seen[key] = len(self.facts)
            told = (subject, predicate, object_, evidence, rule, stance, origin, confidence)
            self.facts.append(tuple.__new__(Fact, (*told, premises)))
        return known

    def free_id(self, wanted: str) -> str:
        """``wanted``, or with the first free number behind it."""
        if wanted not in self.things:
            return wanted
        number = 2
        while f"{wanted}-{number}" in self.things:
            number += 1
        return f"{wanted}-{number}"

    def finish(self, document: Document) -> Extraction:
        """Everything written, frozen."""
        return Extraction(
            document, tuple(self.things.values()), tuple(self.facts), tuple(self.warnings)
        )


DOCUMENT = Ref("document")
"""The document itself, as subject of facts."""


@dataclass(slots=True)
class Analysis:
    """The document as the extractors share it; filled step by step, in the order of ``statements``.

    All tuples of mentions are sorted by start; within one tuple they do not overlap, except that
    in ``mentions`` only those of one family do not (actors; concerns; every other kind by
    itself). ``speaker`` is the actor that "ik" and "mijn ministerie" stand for: the first sender's
    ministry.
    """

    document: Document
    lexicon: Lexicon
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()
    references: tuple[Reference, ...] = ()
    dates: tuple[DateMention, ...] = ()
    header: Header = field(default_factory=Header)
    speaker: Ref | None = None
    actors: tuple[ActorMention, ...] = ()
    concerns: tuple[ConcernMention, ...] = ()
    motions: tuple[MotionMention, ...] = ()
    measures: tuple[MeasureMention, ...] = ()
    sheet: Sheet = field(default_factory=Sheet)
    _shown: dict[tuple[int, int], Evidence] = field(default_factory=dict, repr=False)

    @property
    def flow(self) -> Flow:
        """The document's flow."""
        return self.document.flow

    def evidence(self, start: int, end: int) -> Evidence:
        """Evidence for ``[start, end)`` of the flow."""
        found = self._shown.get((start, end))
        if found is None:
            found = self.document.flow.evidence(start, end)
            self._shown[start, end] = found
        return found

    def mentions_in(self, start: int, end: int, *kinds: str) -> list[Mention]:
        """Mentions inside ``[start, end)``, of the given kinds (all where none is given)."""
        return [
            m
            for m in self.mentions
            if m.start >= start and m.end <= end and (not kinds or m.term.kind in kinds)
        ]
