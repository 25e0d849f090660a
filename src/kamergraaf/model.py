"""The frozen nouns of the house; standard library only.

Two coordinate systems exist, and both count Unicode code points with an exclusive end:

- **text**: the document's stored text (``Document.text``); every ``Span`` that leaves the house
  (evidence, blocks) is in it;
- **flow**: the same text as a reader's eye follows it (``Flow.text``): line breaks are blanks,
  words broken over two lines are joined, footnote marks and page furniture are taken out of the
  sentences they interrupt. Extraction works on the flow and ends by asking
  ``Flow.evidence(start, end)`` for the spans of the text that hold those characters.

What a letter has by the hundred is a named tuple, which is made and looked up several times faster
than a frozen dataclass.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

_NEW = tuple.__new__
"""Makes a named tuple without checking its fields, where thousands are made."""


class Span(NamedTuple):
    """A stretch ``[start, end)`` of a document's stored text, in code points."""

    start: int
    end: int


class Evidence(NamedTuple):
    """The spans of the stored text that prove something, in reading order, never empty."""

    spans: tuple[Span, ...]


class BlockKind(StrEnum):
    """What a stretch of the page is for."""

    LETTERHEAD = "letterhead"  # dossier, number, addressee, date, subject lines
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUESTION = "question"  # a question put by members; what it asks is no measure
    REQUEST = "request"  # the body of a motion
    FOOTNOTE = "footnote"
    SIGNATURE = "signature"
    FURNITURE = "furniture"  # running headers and footers, page numbers, side bars


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the stored text with one purpose.

    ``label`` is the number of a footnote or of a question.
    """

    kind: BlockKind
    span: Span
    label: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch ``[start, end)`` of the flow that no sentence crosses."""

    kind: BlockKind
    start: int
    end: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A footnote mark lifted out of the flow.

    ``at`` is the place in the flow where it stood (the offset of the next character), ``span`` the
    mark in the stored text, ``passage`` the index in ``Flow.passages`` of its footnote, or None
    where the document has no such footnote.
    """

    number: str
    at: int
    span: Span
    passage: int | None


@dataclass(frozen=True, slots=True)
class Flow:
    """A document's text as it is read, with the way back to the stored text.

    ``offsets[i]`` is the offset in the stored text of the character that ``text[i]`` stands for;
    a blank made from a line break maps to that line break. Offsets rise within a passage;
    passages are separated by one newline. Footnotes and furniture come after the body.
    """

    text: str
    offsets: Sequence[int]
    passages: tuple[Passage, ...]
    marks: tuple[NoteMark, ...] = ()
    breaks: tuple[int, ...] = ()
    """Flow offsets at which the stored text was cut (something other than blanks, an end-of-line
    hyphen or a footnote mark was lifted out); evidence is split there. Sorted."""

    def evidence(self, start: int, end: int) -> Evidence:
        """The spans of the stored text behind ``text[start:end]``, blanks at the ends trimmed.

        Raises ValueError where the stretch holds no character but blanks.
        """
        text, offsets = self.text, self.offsets
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start >= end:
            raise ValueError(f"no characters between {start} and {end}")
        index = bisect_right(self.breaks, start)
        if index == len(self.breaks) or self.breaks[index] >= end:
            return _NEW(Evidence, ((_NEW(Span, (offsets[start], offsets[end - 1] + 1)),),))
        return Evidence(tuple(self._cut(start, end)))

    def _cut(self, start: int, end: int) -> Iterator[Span]:
        """The spans of a stretch that something was lifted out of."""
        at = start
        while at < end:
            index = bisect_right(self.breaks, at)
            stop = min(end, self.breaks[index]) if index < len(self.breaks) else end
            first, last = at, stop
            while first < last and self.text[first].isspace():
                first += 1
            while last > first and self.text[last - 1].isspace():
                last -= 1
            if first < last:
                yield Span(self.offsets[first], self.offsets[last - 1] + 1)
            at = stop


class LineBox(NamedTuple):
    """Where a line of the stored text stands on its page: points from the page's top left."""

    span: Span
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page of a format that has pages: the stretch of the stored text it holds (empty for a
    page without text), its size in points, and its lines in the order of the text; ``scanned``
    if it is an image, of which nothing is read."""

    number: int
    span: Span
    width: float
    height: float
    lines: tuple[LineBox, ...] = ()
    scanned: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A letter as read: one immutable text and what the reader saw in it.

    ``name`` is the file's name without folder, ``sha256`` the digest of the bytes read (hex),
    ``media_type`` an IANA media type. Characters that XML forbids are already mapped to blanks
    or line feeds, so that ``text`` is stored and published unchanged. ``pages`` says where on
    which page its lines stand, for a format that has pages; else it is empty.
    """

    name: str
    text: str
    sha256: str
    media_type: str
    blocks: tuple[Block, ...]
    flow: Flow
    metadata: Mapping[str, str] = field(default_factory=dict)
    pages: tuple[SourcePage, ...] = ()

    def places(self, span: Span) -> tuple[tuple[int, LineBox], ...]:
        """The lines that hold ``span``, each with the number of its page; none without pages."""
        return tuple(
            (page.number, line)
            for page in self.pages
            if page.span.start < span.end and span.start < page.span.end
            for line in page.lines
            if line.span.start < span.end and span.start < line.span.end
        )


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a register entry and the ISO dates between which it held (inclusive, '' open)."""

    text: str
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A register or thesaurus entry as the extractor sees it.

    ``id`` is its IRI (opaque here), ``kind`` the local name of its class (``Ministry``,
    ``ThreatCategory``, ``MeasureType``, ``PolicyArea``…), ``label`` its preferred Dutch label,
    ``surfaces`` the forms under which a text may name it (matched without regard to case),
    ``acronyms`` the forms that must match exactly, ``heads`` endings of compound words that name
    something narrower (``extremisme``), ``names`` its official names over time, ``kind_code``
    the code that annotations use (``ministry``, ``threat``; of a collective: its members' code),
    ``broader`` the ids above it, ``notation`` its code (``completed``, ``4``).
    """

    id: str
    kind: str
    label: str
    surfaces: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    kind_code: str = ""
    broader: tuple[str, ...] = ()
    notation: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All terms, by id; made from the ontology by ``graph.vocabulary``, read by ``extract``."""

    terms: Mapping[str, Term]


class Mention(NamedTuple):
    """A term named in the flow at ``[start, end)``."""

    start: int
    end: int
    term: Term


class Ref(NamedTuple):
    """A pointer to a thing: an absolute IRI of a register, or an id local to the extraction."""

    id: str


Value = Ref | str | int | bool


class Stance(StrEnum):
    """How firmly the letter says it."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    NEGATED = "negated"


class Origin(StrEnum):
    """Where a fact comes from: the letter's words, a rule of ours, or a register."""

    STATED = "stated"
    INFERRED = "inferred"
    ENRICHED = "enriched"


class Thing(NamedTuple):
    """A node that the document introduces: its class (local name in ``kamer:``), label as
    written or as composed from the text, and the evidence that covers both.

    ``id`` is ``<kind-slug>/<key>`` (minted under the letter), or ``paper:<identifier>`` for a
    paper that many letters may cite, or ``document`` for the document itself.
    """

    id: str
    kind: str
    label: str
    evidence: Evidence
    rule: str


class Fact(NamedTuple):
    """One claim of the document.

    ``predicate`` is a prefixed name (``kamer:status``, ``dcterms:title``); ``evidence`` holds
    spans, or is None where ``premises`` (indices into ``Extraction.facts``) carry it alone;
    ``rule`` names the rule that read it; ``confidence`` lies in (0, 1].
    """

    subject: Ref
    predicate: str
    object: Value
    evidence: Evidence | None
    rule: str
    stance: Stance = Stance.ASSERTED
    origin: Origin = Origin.STATED
    confidence: float = 1.0
    premises: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Warning:
    """Something in the source that a reader should know: a missing footnote, an impossible year."""

    code: str
    nl: str
    en: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the extractors read in one document, in reading order."""

    document: Document
    things: tuple[Thing, ...]
    facts: tuple[Fact, ...]
    warnings: tuple[Warning, ...] = ()
